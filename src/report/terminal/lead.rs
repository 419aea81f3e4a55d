//! What stands before a paragraph: a bar, a sign, a line number that may be a link.

use std::fmt::Write as _;

use colored::ColoredString;
use unicode_width::UnicodeWidthStr;

use crate::report::ascii::letters;
use crate::report::inert;

/// Pieces in a row, coloured or linked, and the columns that they take.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lead {
    painted: String,
    width: usize,
    ascii: bool,
}

impl Lead {
    pub(crate) fn new(ascii: bool) -> Lead {
        Lead { ascii, ..Lead::default() }
    }

    #[must_use]
    pub(crate) fn text(self, text: &str) -> Lead {
        self.painted(text, |text| text.into())
    }

    #[must_use]
    pub(crate) fn painted(mut self, text: &str, paint: impl FnOnce(&str) -> ColoredString) -> Lead {
        let text = self.harmless(text);
        self.painted.push_str(&paint(&text).to_string());
        self
    }

    /// Text that opens something, where the terminal can.
    #[must_use]
    pub(crate) fn linked(mut self, text: &str, to: Option<String>) -> Lead {
        let text = self.harmless(text);
        match to {
            Some(to) => {
                let _ = write!(self.painted, "\u{1b}]8;;{to}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\");
            }
            None => self.painted.push_str(&text),
        }
        self
    }

    fn harmless(&mut self, text: &str) -> String {
        let text = letters(&inert(text), self.ascii).into_owned();
        self.width += text.width();
        text
    }

    pub(crate) fn width(&self) -> usize {
        self.width
    }

    pub(crate) fn shown(&self) -> &str {
        &self.painted
    }
}
