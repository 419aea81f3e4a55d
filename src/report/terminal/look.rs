//! How a terminal report is laid out.

use std::path::{Path, PathBuf};

/// What the terminal at hand can show, and how much of the report is wanted.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Columns at hand.
    pub width: usize,
    /// Every point with its evidence, and every finding.
    pub all: bool,
    /// Letters, digits and signs of ASCII alone.
    pub ascii: bool,
    /// The folder that paths are relative to, where the terminal opens links.
    pub links_from: Option<PathBuf>,
}

const NARROWEST: usize = 40;
/// Longer lines are hard to read.
const WIDEST: usize = 110;

impl Look {
    /// The same, with a width that lines can be set in.
    #[must_use]
    pub(crate) fn bounded(self) -> Look {
        Look { width: self.width.clamp(NARROWEST, WIDEST), ..self }
    }

    /// Where a link to a line of a file leads.
    pub(crate) fn link(&self, path: &str, line: usize) -> Option<String> {
        let folder = self.links_from.as_ref().filter(|_| path != "-")?;
        let path = folder.join(Path::new(path));
        let encoded: String = path.to_string_lossy().bytes().map(percent).collect();
        Some(format!("file://{encoded}#{line}"))
    }
}

fn percent(byte: u8) -> String {
    match byte {
        b'/' | b'-' | b'_' | b'.' | b'~' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    }
}

#[test]
fn links_hold_no_escapes() {
    let look = Look { links_from: Some("/home/a b".into()), ..Look::default() };
    let link = look.link("x\u{1b}]8;;.md", 7);
    assert_eq!(link.as_deref(), Some("file:///home/a%20b/x%1B%5D8%3B%3B.md#7"));
    assert_eq!(Look::default().link("x.md", 1), None);
}
