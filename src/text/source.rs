//! The text of one file, and the lines it stands on.

use crate::text::Span;

/// A text that can say on which line and in which column a byte stands.
#[derive(Clone, Debug, Default)]
pub struct Source {
    text: String,
    line_starts: Vec<usize>,
}

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
        line_starts
            .extend(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1));
        Source { text, line_starts }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the byte at `offset` stands; past the end means the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let before = &self.text.as_bytes()[self.line_starts[line - 1]..offset];
        let letters = if before.is_ascii() {
            before.len()
        } else {
            before.iter().filter(|byte| !is_continuation(**byte)).count()
        };
        Position { line, column: letters + 1 }
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
