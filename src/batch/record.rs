//! What is kept of a judged submission: three lines, in a file of its own.
//!
//! The outcome, the fingerprint, and the whole report; a file that is not all three is as good as none.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::batch::Submission;
use crate::judge::Critique;
use crate::language::STANCES;
use crate::report::{Failure, Judged};

/// The verdicts on one submission, short enough to keep those of a whole cohort at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub key: String,
    /// Bytes of the two feedback files.
    pub sizes: [u64; 2],
    pub student: String,
    pub identifier: Option<String>,
    pub folder: String,
    /// The file that was judged, or the files.
    pub file: String,
    /// Further files of the submission, each with the reason why it was not judged.
    pub beside: Vec<String>,
    pub mark: u32,
    pub band: String,
    pub words: usize,
    pub within: Option<bool>,
    /// In the order of the rubric, as all that follow.
    pub levels: Vec<u8>,
    /// On the `btec` scale: each point's title, and whether it is achieved; elsewhere nothing.
    pub achieved: Vec<(String, bool)>,
    pub made: Vec<bool>,
    pub met: Vec<bool>,
    /// Sentences of each stance, in the order of [`STANCES`].
    pub stance: [usize; 4],
    pub findings: usize,
    /// The ids of the points and mistakes to work on first.
    pub steps: Vec<String>,
    /// What the first of them asks.
    pub first_step: String,
    /// What is said of citations that name no work, or the wrong one.
    pub citations: Vec<String>,
    /// The ignores of the project file that were heeded, by their places in it.
    pub ignores: Vec<usize>,
}

/// Steps that count as first.
const FIRST: usize = 3;

impl Outcome {
    pub(super) fn of(
        key: String,
        submission: &Submission,
        judged: &Judged,
        beside: &[Failure],
    ) -> Outcome {
        let critique = &judged.critique;
        let steps = &critique.next_steps;
        let points = || critique.criteria.iter().flat_map(|it| &it.points);
        Outcome {
            key,
            sizes: [0, 0],
            student: submission.student.clone(),
            identifier: submission.identifier.clone(),
            folder: submission.folder.clone(),
            file: judged.path.clone(),
            beside: beside.iter().map(|it| format!("{}: {}", it.path, it.reason)).collect(),
            mark: critique.mark,
            band: critique.band.clone(),
            words: critique.words.counted,
            within: critique.words.within,
            levels: points().map(|it| it.level.number()).collect(),
            achieved: points()
                .filter_map(|it| Some((it.title.clone(), it.achievement?.achieved)))
                .collect(),
            made: critique.mistakes.iter().map(|it| it.present).collect(),
            met: critique.practices.iter().map(|it| it.met).collect(),
            stance: STANCES
                .map(|stance| critique.sentences.iter().filter(|it| it.stance == stance).count()),
            findings: critique.findings.len(),
            steps: steps.iter().take(FIRST).map(|it| it.point.clone()).collect(),
            first_step: steps.first().map(|it| it.action.clone()).unwrap_or_default(),
            citations: citations(critique),
            ignores: Vec::new(),
        }
    }
}

fn citations(critique: &Critique) -> Vec<String> {
    let about = critique.findings.iter().filter(|it| it.rule.starts_with("citation-"));
    let mut messages: Vec<String> = about.map(|it| it.message.clone()).collect();
    messages.sort();
    messages.dedup();
    messages
}

/// Writes a record's three lines.
pub(super) fn write(
    to: &mut dyn Write,
    outcome: &Outcome,
    fingerprint: &[u64],
    report: &str,
) -> io::Result<()> {
    let outcome = serde_json::to_string(outcome)?;
    let fingerprint =
        fingerprint.iter().map(|it| format!("{it:016x}")).collect::<Vec<_>>().join(" ");
    write!(to, "{outcome}\n{fingerprint}\n{report}")
}

/// The outcome of a record, if the record is there.
pub(super) fn outcome(path: &Path) -> Option<Outcome> {
    read(path, 1)?.pop().and_then(|line| serde_json::from_str(&line).ok())
}

/// A whole record: outcome, fingerprint, report.
pub(super) fn whole(path: &Path) -> Option<(Outcome, Vec<u64>, String)> {
    let mut lines = read(path, 3)?;
    let report = lines.pop()?;
    let fingerprint =
        lines.pop()?.split(' ').filter_map(|it| u64::from_str_radix(it, 16).ok()).collect();
    Some((serde_json::from_str(&lines.pop()?).ok()?, fingerprint, report))
}

fn read(path: &Path, count: usize) -> Option<Vec<String>> {
    let lines = BufReader::new(File::open(path).ok()?).lines();
    let lines: Vec<String> = lines.take(count).collect::<Result<_, _>>().ok()?;
    (lines.len() == count).then_some(lines)
}
