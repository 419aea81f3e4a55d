//! From the records of all submissions to the files about the whole folder.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use crate::batch::record::{self, Outcome};
use crate::batch::shared::{Passage, Spool, passages};
use crate::batch::store::{Store, StoreError};
use crate::batch::{Done, Submission, csv};
use crate::report::json_refusal;
use crate::rubric::{Rubric, Scale};

/// A submission that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    pub student: String,
    pub identifier: Option<String>,
    pub folder: String,
    pub reason: String,
}

/// All that came of a folder, in the order of the submissions.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    pub outcomes: Vec<Outcome>,
    pub unread: Vec<Unread>,
    /// Passages that two essays share.
    pub shared: Vec<Passage>,
}

/// Writes `results.jsonl` and `marks.csv`, reading one record at a time.
pub(super) fn assemble(
    store: &Store,
    submissions: &[Submission],
    done: &[Done],
    rubric: &Rubric,
) -> Result<Marked, StoreError> {
    let mut marked = Marked::default();
    let prints = store.half_written();
    let mut spool =
        BufWriter::new(File::create(&prints).map_err(|error| store.failure(&prints, error))?);
    store.put("results.jsonl", |to| {
        let mut all = submissions.iter().zip(done);
        all.try_for_each(|(submission, done)| {
            one(store, submission, done, to, &mut spool, &mut marked)
        })
    })?;
    spool.flush().map_err(|error| store.failure(&prints, error))?;
    drop(spool);
    store.put("marks.csv", |to| write_marks(to, &marked, rubric))?;
    marked.shared =
        passages(&Prints(&prints), &marked.outcomes, |folder| store.path(Store::record(folder)))
            .map_err(|error| store.failure(&prints, error))?;
    std::fs::remove_file(&prints).map_err(|error| store.failure(&prints, error))?;
    Ok(marked)
}

/// One line of `results.jsonl`, and what is remembered of it.
fn one(
    store: &Store,
    submission: &Submission,
    done: &Done,
    to: &mut dyn Write,
    spool: &mut dyn Write,
    marked: &mut Marked,
) -> io::Result<()> {
    let reason = match (done, record::whole(&store.path(Store::record(&submission.folder)))) {
        (Done::Failed(reason), _) => reason.clone(),
        (_, None) => "its record is gone: was the out folder changed meanwhile?".to_owned(),
        (_, Some((mut outcome, fingerprint, report))) => {
            let essay = u32::try_from(marked.outcomes.len()).unwrap_or(u32::MAX);
            for hash in fingerprint {
                spool.write_all(&hash.to_le_bytes())?;
                spool.write_all(&essay.to_le_bytes())?;
            }
            writeln!(to, "{report}")?;
            outcome.key.clear();
            outcome.key.shrink_to_fit();
            marked.outcomes.push(outcome);
            return Ok(());
        }
    };
    let Submission { student, identifier, folder, .. } = submission.clone();
    to.write_all(json_refusal(&folder.as_str().into(), None, &reason).as_bytes())?;
    marked.unread.push(Unread { student, identifier, folder, reason });
    Ok(())
}

/// The fingerprints of all essays in one file: a hash and the number of the essay, over and over.
struct Prints<'a>(&'a Path);

impl Spool for Prints<'_> {
    fn each(&self, see: &mut dyn FnMut(u64, u32)) -> io::Result<()> {
        let mut from = BufReader::new(File::open(self.0)?);
        let (mut hash, mut essay) = ([0; 8], [0; 4]);
        loop {
            match from.read_exact(&mut hash) {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
                other => other?,
            }
            from.read_exact(&mut essay)?;
            see(u64::from_le_bytes(hash), u32::from_le_bytes(essay));
        }
    }
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
    for outcome in &marked.outcomes {
        to.write_all(csv::row(&read_row(outcome)).as_bytes())?;
    }
    for unread in &marked.unread {
        let mut cells = vec![String::new(); head.len() + ids.len() + tail.len() - 1];
        cells[0].clone_from(&unread.student);
        cells[1] = unread.identifier.clone().unwrap_or_default();
        cells[2].clone_from(&unread.folder);
        cells.push(unread.reason.clone());
        to.write_all(csv::row(&cells).as_bytes())?;
    }
    Ok(())
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
