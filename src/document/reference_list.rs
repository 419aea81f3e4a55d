//! A file that is a reference list and nothing else.

use crate::document::{Block, BlockKind, Document, Role};

/// With fewer lines, a text whose lines begin like entries may well be prose.
const FEWEST_ENTRIES: usize = 3;
/// In an entry the year stands no further than this (in bytes) from its beginning.
const LONGEST_AUTHORS: usize = 150;
/// Words; a longer line is a paragraph.
const LONGEST_ENTRY: usize = 60;

impl Document {
    /// Is this a reference list and nothing else? It need not say so in a heading.
    pub fn is_reference_list(&self) -> bool {
        let is_listed = |block: &Block| {
            let role = self.sections[block.section].role;
            block.kind == BlockKind::Heading || role == Role::References
        };
        self.has_reference_list() && self.blocks.iter().all(is_listed) || self.holds_entries_alone()
    }

    /// Does nearly every line look like an entry, and every other one begin as few sentences do, with a name and a comma?
    fn holds_entries_alone(&self) -> bool {
        let lines = self.source.text().lines().map(|it| it.trim_start_matches(['-', '*', ' ']));
        let lines: Vec<&str> = lines.filter(|it| !it.trim().is_empty()).collect();
        let authors: Vec<&str> = lines.iter().filter_map(|it| authors(it)).collect();
        let inverted = authors.iter().filter(|it| it.contains(',')).count();
        lines.len() >= FEWEST_ENTRIES
            && authors.len() * 10 >= lines.len() * 9
            && inverted * 2 >= authors.len()
    }
}

/// What stands before the year of an entry; none where a line cannot be one.
fn authors(line: &str) -> Option<&str> {
    let at = line.find(|c: char| c.is_ascii_digit())?;
    let year = line.get(at..at + 4)?;
    let is_entry = line.starts_with(char::is_uppercase)
        && (4..LONGEST_AUTHORS).contains(&at)
        && year.bytes().all(|it| it.is_ascii_digit())
        && line.split_whitespace().count() <= LONGEST_ENTRY;
    is_entry.then(|| &line[..at])
}

#[test]
fn a_list_without_a_heading_is_known_by_its_entries() {
    let list = "Lee, A. (2014) Power. Bath: Bath Press.\n\nOliver, M. (2009) Barriers. London: Sage.\n\n\
        The King's Fund (2015) Shared goals. London: The King's Fund.\n";
    assert!(Document::parse(list).is_reference_list());
    assert!(Document::parse("# References\n\n- A book.\n").is_reference_list());
    let prose = "Lee (2014) sees power as taken.\n\nGlasby (2017) sees it shared.\n\nOliver (2009) sees barriers.\n";
    assert!(!Document::parse(prose).is_reference_list());
    assert!(
        !Document::parse(&format!("Power is taken.\n\n# References\n\n{list}")).is_reference_list()
    );
}
