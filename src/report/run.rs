//! Everything that one run has to say.

use crate::document::{Document, Part, Spot};
use crate::judge::Critique;
use crate::rubric::Counts;

/// The critiques of one run, in the order of their paths.
#[derive(Clone, Debug)]
pub struct Report {
    /// The name of the engine that read the sentences.
    pub reader: &'static str,
    pub essays: Vec<Judged>,
    pub failed: Vec<Failure>,
}

/// One essay and the answer to it.
#[derive(Clone, Debug)]
pub struct Judged {
    pub path: String,
    pub rubric: Named,
    /// Why this rubric, where the program chose it.
    pub chosen: Option<String>,
    /// What the rubric counts as the essay's words.
    pub counts: Counts,
    pub document: Document,
    pub critique: Critique,
}

/// A rubric's id and title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub id: String,
    pub title: String,
}

/// A file that was not judged, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub path: String,
    pub reason: String,
}

impl Judged {
    /// The text of the essay, as it was read.
    pub fn source(&self) -> &str {
        self.document.source().text()
    }

    /// A line of the essay as the student finds it.
    pub fn spot(&self, line: usize) -> Spot<'_> {
        self.document.spot(line)
    }

    /// The files that the essay was joined from, in order; none where it is one file.
    pub fn parts(&self) -> &[Part] {
        &self.document.parts
    }

    /// What the lines of all places in this essay count; of an essay in several files, those of the first.
    pub fn unit(&self) -> &'static str {
        self.document.unit.name()
    }
}

impl Report {
    /// The rounded mean mark; none without essays.
    pub fn mean(&self) -> Option<u32> {
        let count = u32::try_from(self.essays.len()).ok().filter(|count| *count > 0)?;
        let sum: u32 = self.essays.iter().map(|essay| essay.critique.mark).sum();
        Some((2 * sum + count) / (2 * count))
    }
}
