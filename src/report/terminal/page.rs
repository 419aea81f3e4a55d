//! A page of lines, each within the width at hand.

use colored::{ColoredString, Colorize};
use unicode_width::UnicodeWidthStr;

use crate::report::ascii::letters;
use crate::report::inert;
use crate::report::terminal::{Lead, Look};

/// Lines so far, and how they are laid out.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    text: String,
    pub(crate) look: Look,
}

/// A paragraph narrower than this is set below its lead instead of beside it.
const NARROW: usize = 20;

impl Page {
    pub(crate) fn new(look: Look) -> Page {
        Page { text: String::new(), look: look.bounded() }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Nothing yet, to put pieces into.
    pub(crate) fn lead(&self) -> Lead {
        Lead::new(self.look.ascii)
    }

    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    pub(crate) fn rule(&mut self) {
        let rule = self.lead().painted(&"─".repeat(self.look.width), |line| line.dimmed());
        self.entry(&rule, "", plain);
    }

    pub(crate) fn heading(&mut self, text: &str) {
        self.blank();
        self.entry(&self.lead(), text, |line| line.bold());
    }

    /// A paragraph that hangs beside its lead.
    pub(crate) fn entry(&mut self, lead: &Lead, text: &str, paint: impl Fn(&str) -> ColoredString) {
        let text = letters(&inert(text), self.look.ascii).into_owned();
        let beside = self.look.width.saturating_sub(lead.width());
        let hangs = beside >= NARROW || text.width() <= beside;
        let indent = if hangs { lead.width() } else { 4 };
        let options = textwrap::Options::new(self.look.width.saturating_sub(indent).max(1))
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let lines = textwrap::wrap(&text, options);
        self.text.push_str(lead.shown());
        if !hangs {
            self.end_line();
            self.text.push_str(&" ".repeat(indent));
        }
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                self.text.push_str(&" ".repeat(indent));
            }
            if !line.is_empty() {
                self.text.push_str(&paint(line).to_string());
            }
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        self.text.push('\n');
    }
}

/// Text as it is.
pub(crate) fn plain(text: &str) -> ColoredString {
    text.normal()
}
