//! What came of every submission, in a file that is read through whenever it is needed.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

use serde::{Deserialize, Serialize};

use crate::batch::record::Outcome;
use crate::batch::store::{Scratch, Store};

/// All that came of a folder, in the order of the submissions. Memory holds numbers alone.
#[derive(Debug)]
pub struct Marked {
    answers: Scratch,
    /// How many were judged.
    pub judged: usize,
    /// How many could not be read.
    pub unread: usize,
    /// The ignores of the project file that some essay heeded, by their places in it.
    pub ignores: BTreeSet<usize>,
    /// How many essays have each mark of 0 to 100.
    pub(super) marks: [usize; 101],
}

/// What came of one submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    Judged(Box<Outcome>),
    Unread(Unread),
}

/// A submission that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    pub student: String,
    pub identifier: Option<String>,
    pub folder: String,
    pub reason: String,
}

impl Marked {
    /// Shows each answer in turn.
    pub fn each(&self, see: &mut dyn FnMut(Answer) -> io::Result<()>) -> io::Result<()> {
        let mut from = BufReader::new(File::open(self.answers.path())?);
        let mut line = String::new();
        while from.read_line(&mut line)? > 0 {
            see(serde_json::from_str(&line)?)?;
            line.clear();
        }
        Ok(())
    }

    /// Shows each outcome with its number.
    pub fn each_outcome(
        &self,
        see: &mut dyn FnMut(u32, Outcome) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut number = 0;
        self.each(&mut |answer| {
            let Answer::Judged(outcome) = answer else { return Ok(()) };
            number += 1;
            see(number - 1, *outcome)
        })
    }

    pub fn each_unread(&self, see: &mut dyn FnMut(Unread) -> io::Result<()>) -> io::Result<()> {
        self.each(&mut |answer| match answer {
            Answer::Unread(unread) => see(unread),
            Answer::Judged(_) => Ok(()),
        })
    }
}

/// Answers being written down.
pub(super) struct Marking {
    marked: Marked,
    to: BufWriter<File>,
}

impl Marking {
    pub(super) fn begin(store: &Store) -> io::Result<Marking> {
        let answers = store.scratch();
        let to = BufWriter::new(File::create(answers.path())?);
        let marked =
            Marked { answers, judged: 0, unread: 0, ignores: BTreeSet::new(), marks: [0; 101] };
        Ok(Marking { marked, to })
    }

    /// The number that the next outcome will have.
    pub(super) fn next(&self) -> u32 {
        u32::try_from(self.marked.judged).unwrap_or(u32::MAX)
    }

    pub(super) fn add(&mut self, answer: &Answer) -> io::Result<()> {
        match answer {
            Answer::Judged(outcome) => {
                self.marked.judged += 1;
                self.marked.ignores.extend(&outcome.ignores);
                self.marked.marks[outcome.mark.min(100) as usize] += 1;
            }
            Answer::Unread(_) => self.marked.unread += 1,
        }
        serde_json::to_writer(&mut self.to, answer)?;
        self.to.write_all(b"\n")
    }

    pub(super) fn end(mut self) -> io::Result<Marked> {
        self.to.flush()?;
        Ok(self.marked)
    }
}
