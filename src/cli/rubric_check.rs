//! `critique rubric check`: is a rubric safe to score with?

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::cli::reader_name::ReaderName;
use crate::cli::write::{harmless, print};
use crate::judge::{Proof, prove};
use crate::language::Reader;
use crate::rubric::{Places, Remark, lint, read};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The rubric; `-` reads standard input.
    pub(crate) file: PathBuf,
    /// Which engine reads the examples.
    #[arg(long, value_enum)]
    reader: Option<ReaderName>,
}

/// `text` is what the file holds.
pub(crate) fn run(arguments: &Arguments, text: &str) -> Result<ExitCode> {
    let path = arguments.file.display().to_string();
    let mut remarks = lint(text, &path)?;
    let weak = remarks.len();
    let reader = Reader::new(ReaderName::engine(arguments.reader));
    let proof = prove(&read(text, &path)?.0, &reader);
    remarks.extend(placed(&proof, &Places::of(text, &path)?));
    remarks.sort_by_key(|it| (it.line, it.column));
    for remark in &remarks {
        print(&harmless(&format!("{remark}\n\n")))?;
    }
    print(&format!("{}{}\n", proof.verdict(reader.engine().name()), besides(weak)))?;
    Ok(ExitCode::from(u8::from(!remarks.is_empty())))
}

fn placed(proof: &Proof, places: &Places) -> Vec<Remark> {
    proof.weaknesses.iter().map(|it| places.remark(&it.at, &it.what, &it.help)).collect()
}

/// What the text alone shows to be weak does not make the marks wrong.
fn besides(weak: usize) -> String {
    match weak {
        0 => String::new(),
        1 => "; 1 weakness of the text".to_owned(),
        many => format!("; {many} weaknesses of the text"),
    }
}
