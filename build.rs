//! Works out beforehand what every start would work out anew: the bundled rubrics read from their YAML, the groundwork of
//! judging laid for each, and the readers' tables in their final form.
//!
//! The code that does so is the program's own, taken in by path; tests hold what was built against what it gives.

use std::fmt::{Debug, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use judge::groundwork::Groundwork;
use language::reader::lay_out;
use language::{Hashes, Phrases};
use rubric::Rubric;

fn main() {
    println!("cargo:rerun-if-changed=rubrics");
    println!("cargo:rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo gives a folder to write to"));
    let write = |name: &str, bytes: &[u8]| {
        fs::write(out.join(name), bytes).expect("the folder is ours");
    };
    write("pieces.bin", &lay_out::pieces());
    write("key-starts.bin", &lay_out::key_starts());
    let mut all = "static BUILT: &[(&str, Groundwork)] = &[\n".to_owned();
    for path in rubrics() {
        let id = path.file_stem().and_then(|it| it.to_str()).expect("a rubric has a name");
        let yaml = fs::read_to_string(&path).expect("a rubric can be read");
        let rubric: serde_json::Value = serde_yaml::from_str(&yaml).expect("a rubric is YAML");
        write(&format!("{id}.json"), rubric.to_string().as_bytes());
        let rubric: Rubric = serde_json::from_value(rubric).expect("a rubric has these parts");
        let groundwork = groundwork(&Groundwork::of(&rubric));
        writeln!(all, "({id:?}, {groundwork}),").expect("a string takes any text");
    }
    write("groundwork.rs", (all + "];\n").as_bytes());
}

/// The bundled rubrics, in the same order on every machine.
fn rubrics() -> Vec<PathBuf> {
    let folder = fs::read_dir("rubrics").expect("the rubrics stand in the repository");
    let files = folder.map(|entry| entry.expect("the folder can be read").path());
    let mut rubrics: Vec<PathBuf> = files.filter(|it| is_yaml(it)).collect();
    rubrics.sort();
    rubrics
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "yaml")
}

/// A groundwork as an expression of Rust.
fn groundwork(it: &Groundwork) -> String {
    let Groundwork { phrases, own_words, about } = it;
    let (phrases, own_words) = (self::phrases(phrases), hashes(own_words));
    format!("Groundwork {{ phrases: {phrases}, own_words: {own_words}, about: {about:?} }}")
}

fn phrases(it: &Phrases) -> String {
    let (firsts, starts, all, parts) =
        (hashes(&it.firsts), list(&it.starts), list(&it.all), list(&it.parts));
    format!("Phrases {{ firsts: {firsts}, starts: {starts}, all: {all}, parts: {parts} }}")
}

fn hashes(it: &Hashes) -> String {
    format!("Hashes {{ sorted: {}, starts: {} }}", list(&it.sorted), list(&it.starts))
}

fn list(it: &impl Debug) -> String {
    format!("Cow::Borrowed(&{it:?})")
}

/// As much of a rubric as its groundwork is laid on.
#[allow(unreachable_pub, reason = "the names are those of the program's room")]
mod rubric {
    use serde::Deserialize;

    #[derive(Deserialize)]
    pub struct Rubric {
        pub question: String,
        pub subject: Option<Idea>,
        #[serde(default)]
        pub concepts: Vec<Idea>,
        pub ideas: Vec<Idea>,
        pub points: Vec<Point>,
        #[serde(default)]
        pub mistakes: Vec<Says>,
        #[serde(default)]
        pub practices: Vec<Says>,
    }

    #[derive(Deserialize)]
    pub struct Idea {
        pub means: String,
        #[serde(default)]
        pub phrases: Vec<String>,
    }

    #[derive(Deserialize)]
    pub struct Point {
        pub credit: String,
        pub advice: Advice,
        pub examples: Examples,
    }

    #[derive(Deserialize)]
    pub struct Advice {
        pub limited: String,
        pub sound: String,
        pub strong: String,
    }

    #[derive(Deserialize)]
    pub struct Examples {
        pub meets: Vec<String>,
    }

    /// A mistake or a practice.
    #[derive(Deserialize)]
    pub struct Says {
        pub says: String,
    }
}

#[allow(dead_code, unreachable_pub, reason = "the program uses the rest")]
#[path = "src/language"]
mod language {
    pub mod hashes;
    pub mod meaning;
    pub mod phrase;
    pub mod stem;

    pub mod reader {
        pub mod asset;
        pub mod cue;
        pub mod fast_weights;
        pub mod lay_out;
        pub mod pieces;
        pub mod wordpiece;

        pub use cue::{CUES, STANCES};

        /// Not built yet: laid out just now.
        pub mod built {
            use std::sync::LazyLock;

            use super::lay_out;
            use super::pieces::Pieces;

            pub static PIECES: LazyLock<Pieces> =
                LazyLock::new(|| Pieces::of(lay_out::pieces().leak()));
        }
    }

    pub use hashes::Hashes;
    pub use meaning::Meaning;
    pub use phrase::Phrases;
    pub use stem::Stem;
}

#[allow(dead_code, unreachable_pub, reason = "the program uses the rest")]
#[path = "src/judge"]
mod judge {
    pub mod groundwork;
    pub mod shingle;
}
