//! `critique check --format jsonl --input jsonl -`: a filter, one essay a line in, one report a line out.
//!
//! A line in is `{"id": "…", "text": "…"}`; the line out is the report of that essay, with its id first. A line that cannot
//! be read is answered in its place: `{"id": …, "line": 3, "error": "…"}`. Lines are held in chunks, so memory stays the
//! same however many there are, and however long.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;
use serde_json::Value;

use crate::batch::{LARGEST, judged_essay};
use crate::cli::judging::Judging;
use crate::detect::findings;
use crate::document::Document;
use crate::language::Essay;
use crate::report::{Report, json_line, json_refusal};

/// Lines held at once for each core.
const CHUNK: usize = 128;

/// Answers every line of these files; `-` is standard input.
pub(crate) fn filter(paths: &[PathBuf], judging: &Judging) -> Result<()> {
    for path in paths {
        let to = BufWriter::new(io::stdout().lock());
        if path == Path::new("-") {
            answer_all(judging, io::stdin().lock(), to)?;
        } else {
            let file =
                File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
            answer_all(judging, BufReader::new(file), to)?;
        }
    }
    Ok(())
}

/// Whoever hangs up ends it.
fn answer_all(judging: &Judging, mut from: impl BufRead, mut to: impl Write) -> Result<()> {
    let mut first = 1;
    loop {
        let lines = chunk(&mut from).context("cannot read the lines")?;
        if lines.is_empty() {
            return Ok(());
        }
        let all = lines.par_iter().enumerate().with_max_len(1);
        let answers: Vec<String> =
            all.filter_map(|(at, line)| answer(judging, first + at, line)).collect();
        first += lines.len();
        let written = answers
            .iter()
            .try_for_each(|answer| to.write_all(answer.as_bytes()))
            .and_then(|()| to.flush());
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            other => other.context("cannot write to standard output")?,
        }
    }
}

/// The report of one line; an empty line has none.
fn answer(judging: &Judging, number: usize, line: &Result<Vec<u8>, String>) -> Option<String> {
    let refuse = |id: &Value, error: &str| Some(json_refusal(id, Some(number), error));
    let line = match line {
        Ok(line) => line,
        Err(error) => return refuse(&Value::Null, error),
    };
    if line.trim_ascii().is_empty() {
        return None;
    }
    let value: Value = match serde_json::from_slice(line) {
        Ok(value) => value,
        Err(error) => return refuse(&Value::Null, &format!("not JSON: {error}")),
    };
    let id = value.get("id").cloned().unwrap_or_default();
    let (Some(name), Some(text)) = (name(&id), value.get("text").and_then(Value::as_str)) else {
        return refuse(&id, "expected {\"id\": \"…\", \"text\": \"…\"}");
    };
    report(judging, &name, text).map_or_else(|error| refuse(&id, &format!("{error:#}")), Some)
}

/// An id is no path and a text is a stranger's: neither may name a file to read.
fn report(judging: &Judging, id: &str, text: &str) -> Result<String> {
    let essay =
        Essay::read_in_time(Document::parse(text), &judging.reader).map_err(anyhow::Error::msg)?;
    let choice = judging.rubrics.for_text(judging.rubric.as_deref(), &essay)?;
    let conventions = judging.conventions(&choice.lens.rubric)?;
    let found = findings(&essay, &conventions);
    let judged = judged_essay(id.to_owned(), essay, &choice.lens, choice.why, &conventions, found);
    let reader = judging.reader.engine().name();
    Ok(json_line(id, &Report { reader, essays: vec![judged], failed: Vec::new() }))
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
    let mut held = 0;
    while lines.len() < CHUNK * rayon::current_num_threads() && held < LARGEST {
        let mut line = Vec::new();
        if from.by_ref().take(LARGEST).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        held += line.len() as u64;
        if line.len() as u64 == LARGEST && !line.ends_with(b"\n") {
            from.skip_until(b'\n')?;
            lines.push(Err(format!("longer than {} MB", LARGEST / 1024 / 1024)));
        } else {
            lines.push(Ok(line));
        }
    }
    Ok(lines)
}
