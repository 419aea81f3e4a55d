//! Checks the files named with all of harper's usual rules, one after another, and prints how much it found.

use harper_core::linting::{LintGroup, Linter};
use harper_core::spell::FstDictionary;
use harper_core::{Dialect, Document};

fn main() -> std::io::Result<()> {
    let mut rules = LintGroup::new_curated(FstDictionary::curated(), Dialect::British);
    let mut found = 0;
    for file in std::env::args().skip(1) {
        let document = Document::new_markdown_default_curated(&std::fs::read_to_string(file)?);
        found += rules.lint(&document).len();
    }
    println!("{found}");
    Ok(())
}
