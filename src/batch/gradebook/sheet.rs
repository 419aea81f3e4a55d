//! Comma-separated values whose every byte is kept.

use std::ops::Range;

use crate::batch::csv::quoted;

/// The text of a sheet, and where each cell stands in it.
#[derive(Debug)]
pub(super) struct Sheet {
    text: String,
    delimiter: char,
    /// Cells by row, with their quotation marks.
    rows: Vec<Vec<Range<usize>>>,
}

impl Sheet {
    pub(super) fn read(bytes: Vec<u8>) -> Result<Sheet, String> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err("a spreadsheet file: download the gradebook as CSV".to_owned());
        }
        let text = String::from_utf8(bytes).map_err(|_| {
            "not UTF-8 text: download the gradebook again, or save it as CSV UTF-8".to_owned()
        })?;
        let delimiter = delimiter(&text);
        let rows = rows(&text, delimiter);
        Ok(Sheet { text, delimiter, rows })
    }

    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// How many cells a row has.
    pub(super) fn width(&self, row: usize) -> usize {
        self.rows[row].len()
    }

    /// Is it Canvas's row of maxima?
    pub(super) fn is_points_possible(&self, row: usize) -> bool {
        self.value(row, 0).trim().trim_start_matches('\'').eq_ignore_ascii_case("points possible")
    }

    /// What a cell says; nothing where there is no cell.
    pub(super) fn value(&self, row: usize, column: usize) -> String {
        let Some(cell) = self.rows.get(row).and_then(|row| row.get(column)) else {
            return String::new();
        };
        let raw = self.text[cell.clone()].trim_start_matches('\u{feff}');
        match raw.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
            Some(inside) => inside.replace("\"\"", "\""),
            None => raw.to_owned(),
        }
    }

    /// The sheet with some cells changed, given in order.
    pub(super) fn with(&self, edits: &[((usize, usize), String)]) -> String {
        let mut text = String::with_capacity(self.text.len() + edits.len() * 16);
        let mut after = 0;
        for ((row, column), value) in edits {
            let cell = &self.rows[*row][*column];
            text.push_str(&self.text[after..cell.start]);
            let was_quoted = self.text[cell.clone()].starts_with('"');
            let plain = quoted(value, self.delimiter);
            let mark = if was_quoted && !plain.starts_with('"') { "\"" } else { "" };
            text.extend([mark, &plain, mark]);
            after = cell.end;
        }
        text + &self.text[after..]
    }
}

/// The mark that parts the cells of the first line.
fn delimiter(text: &str) -> char {
    let mut inside = false;
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    for c in text.chars() {
        match c {
            '"' => inside = !inside,
            '\n' if !inside => break,
            c if !inside => {
                counts.iter_mut().filter(|(mark, _)| *mark == c).for_each(|(_, count)| *count += 1);
            }
            _ => {}
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(',', |(mark, _)| mark)
}

fn rows(text: &str, delimiter: char) -> Vec<Vec<Range<usize>>> {
    let mut rows = vec![Vec::new()];
    let (mut start, mut inside) = (0, false);
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match *byte {
            b'"' => inside = !inside,
            _ if inside => {}
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => {}
            mark if char::from(mark) == delimiter => {
                add(&mut rows, start..at);
                start = at + 1;
            }
            b'\n' | b'\r' => {
                let end = if at > start && *byte == b'\n' && bytes[at - 1] == b'\r' {
                    at - 1
                } else {
                    at
                };
                add(&mut rows, start..end);
                rows.push(Vec::new());
                start = at + 1;
            }
            _ => {}
        }
    }
    if start < text.len() || rows.last().is_some_and(|row| !row.is_empty()) {
        add(&mut rows, start..text.len());
    }
    rows.retain(|row| !row.is_empty());
    rows
}

fn add(rows: &mut [Vec<Range<usize>>], cell: Range<usize>) {
    if let Some(row) = rows.last_mut() {
        row.push(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn every_other_byte_is_kept() {
        let text = "\u{feff}\"Identifier\";Name;Grade\r\n\"Participant 1\";\"Lee; \"\"Ana\"\"\r\nB\";\"\"\r\n\r\nParticipant 2;x;\r\n";
        let sheet = Sheet::read(text.into()).expect("it is a sheet");
        assert_eq!(sheet.value(0, 0), "Identifier");
        assert_eq!(sheet.value(1, 1), "Lee; \"Ana\"\r\nB");
        assert_eq!(sheet.with(&[]), text);
        let filled = sheet.with(&[((1, 2), "54".into()), ((3, 2), "a;b".into())]);
        assert_eq!(
            filled,
            text.replace("\"\"\r\n\r\n", "\"54\"\r\n\r\n").replace("x;\r\n", "x;\"a;b\"\r\n")
        );
    }
}
