//! The floor that speed is measured against: `cargo run --release --example floor -- FOLDER`.
//!
//! Reads every file of a folder and runs the Markdown parser over it, and nothing else.
#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use pulldown_cmark::{Options, Parser};

fn main() {
    let folder = std::env::args().nth(1).expect("usage: floor FOLDER");
    let (mut essays, mut events) = (0, 0);
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let text = std::fs::read_to_string(path).expect("the essay can be read");
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        events += Parser::new_ext(&text, options).into_offset_iter().count();
        essays += 1;
    }
    println!("{essays} essays, {events} events");
}
