//! The text of one file, and the lines it stands on.

use crate::text::Span;

/// A text that can say on which line and in which column a byte stands.
#[derive(Clone, Debug, Default)]
pub struct Source {
    text: String,
    line_starts: Vec<usize>,
    /// The code points before every [`STEP`]th byte, so that a column far into a line costs no walk from its start. Empty
    /// for an ASCII text, each byte of which is one.
    counted: Vec<usize>,
}

/// Bytes from one count of code points to the next.
const STEP: usize = 128;

/// Line and column, both from 1; a column counts Unicode code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Source {
    pub fn new(text: impl Into<String>) -> Source {
        let text = text.into();
        let mut line_starts = vec![0];
        line_starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        let mut counted = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for step in text.as_bytes().chunks(STEP) {
                counted.push(count);
                count += code_points(step);
            }
            counted.push(count);
        }
        Source { text, line_starts, counted }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the byte at `offset` stands; past the end means the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let column =
            self.points_before(offset) - self.points_before(self.line_starts[line - 1]) + 1;
        Position { line, column }
    }

    fn points_before(&self, offset: usize) -> usize {
        let step = offset / STEP;
        match self.counted.get(step) {
            Some(count) => count + code_points(&self.text.as_bytes()[step * STEP..offset]),
            None => offset,
        }
    }

    /// The text of a line (from 1) without its line break.
    pub fn line(&self, line: usize) -> &str {
        let start = self.line_starts[line - 1];
        let end = self.line_starts.get(line).copied().unwrap_or(self.text.len());
        Span::new(start, end).of(&self.text).trim_end_matches(['\n', '\r'])
    }

    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }
}

fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !is_continuation(**byte)).count()
}

/// Is this byte the second or later byte of a UTF-8 character?
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[test]
fn columns_count_code_points() {
    let source = Source::new("one\nCafé naïve\r\nend");
    let at = source.text().find("naïve").expect("is there");
    assert_eq!(source.position(at), Position { line: 2, column: 6 });
    assert_eq!(source.line(2), "Café naïve");
    assert_eq!(source.position(9999), Position { line: 3, column: 4 });
}

#[test]
fn columns_are_right_far_into_a_line() {
    let source = Source::new("é".repeat(3000) + "\n" + &"aé".repeat(2000));
    assert_eq!(source.position(6000), Position { line: 1, column: 3001 });
    assert_eq!(source.position(6001 + 3 * 1999), Position { line: 2, column: 3999 });
    assert_eq!(source.position(6001 + 3 * 2000), Position { line: 2, column: 4001 });
}
