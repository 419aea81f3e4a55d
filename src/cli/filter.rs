//! `critique check --format jsonl --input jsonl -`: a filter, one essay a line in, one report a line out.
//!
//! A line in is `{"id": "…", "text": "…"}`; the line out is the report of that essay, with its id first. A line that cannot
//! be read is answered in its place: `{"id": …, "line": 3, "error": "…"}`. Lines are held in chunks, so memory stays the
//! same however many there are.

use std::io::{self, BufRead, Read, Write};
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::batch::{LARGEST, judged_essay};
use crate::cli::choose::{Choice, Rubrics};
use crate::cli::year::this_year;
use crate::detect::Conventions;
use crate::document::Document;
use crate::language::{Essay, Reader};
use crate::report::{Report, json_line};

/// Lines held at once for each core.
const CHUNK: usize = 32;

/// The same answers for every line.
pub(crate) struct Filter<'a> {
    pub(crate) rubrics: &'a Rubrics,
    pub(crate) rubric: Option<&'a str>,
    pub(crate) reader: &'a Reader,
}

impl Filter<'_> {
    /// Answers every line; a reader that hangs up ends it.
    pub(crate) fn run(&self, mut from: impl BufRead, mut to: impl Write) -> Result<()> {
        let mut first = 1;
        loop {
            let lines = chunk(&mut from).context("cannot read standard input")?;
            if lines.is_empty() {
                return Ok(());
            }
            let answers: Vec<String> = lines
                .par_iter()
                .enumerate()
                .with_max_len(1)
                .filter_map(|(at, line)| self.answer(first + at, line))
                .collect();
            first += lines.len();
            let written = answers
                .iter()
                .try_for_each(|answer| writeln!(to, "{answer}"))
                .and_then(|()| to.flush());
            match written {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
                other => other.context("cannot write to standard output")?,
            }
        }
    }

    /// The report of one line; an empty line has none.
    fn answer(&self, number: usize, line: &Result<Vec<u8>, String>) -> Option<String> {
        let refuse = |id: Value, error: String| {
            Some(json!({"id": id, "line": number, "error": error}).to_string())
        };
        let line = match line {
            Ok(line) => line,
            Err(error) => return refuse(Value::Null, error.clone()),
        };
        if line.trim_ascii().is_empty() {
            return None;
        }
        let value: Value = match serde_json::from_slice(line) {
            Ok(value) => value,
            Err(error) => return refuse(Value::Null, format!("not JSON: {error}")),
        };
        let id = value.get("id").cloned().unwrap_or_default();
        let (Some(name), Some(text)) = (name(&id), value.get("text").and_then(Value::as_str))
        else {
            return refuse(id, "expected {\"id\": \"…\", \"text\": \"…\"}".to_owned());
        };
        self.judge(&name, text).map_or_else(|error| refuse(id, format!("{error:#}")), Some)
    }

    fn judge(&self, id: &str, text: &str) -> Result<String> {
        let essay = Essay::read(Document::parse(text), self.reader);
        let Choice { lens, why } = match self.rubric {
            Some(name) => Choice { lens: self.rubrics.named(name, None)?, why: None },
            None => self.rubrics.choose(Path::new(id), &essay)?,
        };
        let conventions =
            Conventions { this_year: Some(this_year()), ..Conventions::of(&lens.rubric) };
        let judged = judged_essay(id.to_owned(), &essay, &lens, why, &conventions);
        Ok(json_line(
            id,
            &Report {
                reader: self.reader.engine().name(),
                essays: vec![judged],
                failed: Vec::new(),
            },
        ))
    }
}

/// An id as text: a string or a number.
fn name(id: &Value) -> Option<String> {
    match id {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The next lines, without their ends; a line too long is skipped to its end and answered as such.
fn chunk(from: &mut impl BufRead) -> io::Result<Vec<Result<Vec<u8>, String>>> {
    let mut lines = Vec::new();
    while lines.len() < CHUNK * rayon::current_num_threads() {
        let mut line = Vec::new();
        if from.by_ref().take(LARGEST).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.len() as u64 == LARGEST && !line.ends_with(b"\n") {
            from.skip_until(b'\n')?;
            lines.push(Err(format!("longer than {} MB", LARGEST / 1024 / 1024)));
        } else {
            lines.push(Ok(line));
        }
    }
    Ok(lines)
}
