//! From the records of all submissions to the files about the whole folder.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::batch::marked::{Answer, Marked, Marking, Unread};
use crate::batch::record::{self, Outcome};
use crate::batch::spool::Spool;
use crate::batch::store::{Store, StoreError};
use crate::batch::{Submission, Submissions, csv, key};
use crate::report::json_refusal;
use crate::rubric::{Rubric, Scale};

/// What the class page needs of every essay, on disk.
pub(super) struct Assembled {
    pub(super) marked: Marked,
    /// The runs of words of each essay.
    pub(super) prints: Spool,
    /// What is said of each essay's citations, as numbers.
    pub(super) citations: Spool,
}

/// Writes `results.jsonl` and `marks.csv`, reading one record at a time.
pub(super) fn assemble(
    store: &Store,
    submissions: &Submissions,
    failed: &BTreeMap<usize, String>,
    rubric: &Rubric,
) -> Result<Assembled, StoreError> {
    let spool = || Spool::create(store).map_err(|error| store.failed(error));
    let (mut prints, mut citations) = (spool()?, spool()?);
    let mut marking = Marking::begin(store).map_err(|error| store.failed(error))?;
    store.put("results.jsonl", |to| {
        for (at, submission) in submissions.iter().enumerate() {
            let answer = match answer(store, submission, failed.get(&at)) {
                (Answer::Judged(outcome), fingerprint, line) => {
                    let essay = marking.next();
                    fingerprint.iter().try_for_each(|hash| prints.add(*hash, essay))?;
                    let said = outcome.citations.iter();
                    said.map(|it| key::number(it)).try_for_each(|it| citations.add(it, essay))?;
                    writeln!(to, "{line}")?;
                    Answer::Judged(outcome)
                }
                (unread, _, line) => {
                    to.write_all(line.as_bytes())?;
                    unread
                }
            };
            marking.add(&answer)?;
        }
        Ok(())
    })?;
    let marked = marking.end().map_err(|error| store.failed(error))?;
    store.put("marks.csv", |to| write_marks(to, &marked, rubric))?;
    Ok(Assembled { marked, prints, citations })
}

/// What came of a submission, its fingerprint and its line of `results.jsonl`.
fn answer(
    store: &Store,
    submission: Submission,
    failed: Option<&String>,
) -> (Answer, Vec<u64>, String) {
    let record = || record::whole(&store.path(Store::record(&submission.folder)));
    let reason = match (failed, record()) {
        (Some(reason), _) => reason.clone(),
        (None, None) => "its record is gone: was the out folder changed meanwhile?".to_owned(),
        (None, Some((mut outcome, fingerprint, report))) => {
            outcome.key.clear();
            return (Answer::Judged(Box::new(outcome)), fingerprint, report);
        }
    };
    let Submission { student, identifier, folder, .. } = submission;
    let line = json_refusal(&folder.as_str().into(), None, &reason);
    (Answer::Unread(Unread { student, identifier, folder, reason }), Vec::new(), line)
}

/// A column a point, mistake and practice; a byte-order mark, without which spreadsheets misread names.
fn write_marks(to: &mut dyn Write, marked: &Marked, rubric: &Rubric) -> io::Result<()> {
    let ids = rubric.points.iter().map(|it| &it.id).chain(rubric.mistakes.iter().map(|it| &it.id));
    let mut ids: Vec<String> =
        ids.chain(rubric.practices.iter().map(|it| &it.id)).cloned().collect();
    if rubric.scale == Scale::Btec {
        ids.extend(rubric.points.iter().map(|it| format!("achieved:{}", it.id)));
    }
    let head =
        ["student", "identifier", "folder", "file", "mark", "band", "words", "words within range"]
            .map(str::to_owned);
    let tail = ["queries", "left out", "not judged because"].map(str::to_owned);
    write!(to, "\u{feff}{}", csv::row(&[&head[..], &ids, &tail].concat()))?;
    marked
        .each_outcome(&mut |_, outcome| to.write_all(csv::row(&read_row(&outcome)).as_bytes()))?;
    marked.each_unread(&mut |unread| {
        let mut cells = vec![String::new(); head.len() + ids.len() + tail.len() - 1];
        cells[0].clone_from(&unread.student);
        cells[1] = unread.identifier.unwrap_or_default();
        cells[2].clone_from(&unread.folder);
        cells.push(unread.reason);
        to.write_all(csv::row(&cells).as_bytes())
    })
}

fn read_row(it: &Outcome) -> Vec<String> {
    let yes = |holds: bool, word: &str| if holds { word.to_owned() } else { String::new() };
    let within = it.within.map_or("", |within| if within { "yes" } else { "no" });
    let mut cells = vec![
        it.student.clone(),
        it.identifier.clone().unwrap_or_default(),
        it.folder.clone(),
        it.file.clone(),
    ];
    cells.extend([it.mark.to_string(), it.band.clone(), it.words.to_string(), within.to_owned()]);
    cells.extend(it.levels.iter().map(u8::to_string));
    cells.extend(it.made.iter().map(|made| yes(*made, "made")));
    cells.extend(it.met.iter().map(|met| yes(*met, "met")));
    let achieved = it.achieved.iter();
    cells.extend(achieved.map(|(_, achieved)| if *achieved { "yes" } else { "no" }.to_owned()));
    cells.extend([it.findings.to_string(), it.beside.join("; "), String::new()]);
    cells
}
