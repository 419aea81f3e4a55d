//! The floor that speed is measured against: `cargo run --release --example floor -- FOLDER`.
//!
//! Prints the microseconds that the Markdown parser takes for an essay of the folder, and nothing else: of each essay the
//! least of several passes, since other programs may interrupt one; the reading of files is left out.
#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use pulldown_cmark::{Options, Parser};

const PASSES: usize = 5;

fn main() {
    let folder = std::env::args().nth(1).expect("usage: floor FOLDER");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut least: BTreeMap<PathBuf, Duration> = BTreeMap::new();
    for _ in 0..PASSES {
        for entry in std::fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            let text = std::fs::read_to_string(&path).expect("the essay can be read");
            let start = Instant::now();
            black_box(Parser::new_ext(&text, options).into_offset_iter().count());
            let time = start.elapsed();
            least.entry(path).and_modify(|it| *it = time.min(*it)).or_insert(time);
        }
    }
    let whole: Duration = least.values().sum();
    println!(
        "{:.2}",
        whole.as_secs_f64() * 1e6 / f64::from(u32::try_from(least.len()).expect("few"))
    );
}
