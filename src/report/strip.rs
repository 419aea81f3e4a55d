//! What each paragraph mostly does, in order: the stance strip of every face.

use crate::judge::{Critique, SentenceVerdict};
use crate::language::{STANCES, Stance};

/// One paragraph of the student's own words.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph<'a> {
    /// The stance of most of its sentences.
    pub(crate) stance: Stance,
    pub(crate) sentences: &'a [SentenceVerdict],
}

impl Paragraph<'_> {
    pub(crate) fn line(&self) -> usize {
        self.sentences.first().map_or(1, |it| it.place.start.line)
    }
}

pub(crate) fn paragraphs(critique: &Critique) -> Vec<Paragraph<'_>> {
    let paragraphs = critique.sentences.chunk_by(|a, b| a.paragraph == b.paragraph);
    paragraphs.map(|sentences| Paragraph { stance: most(sentences), sentences }).collect()
}

fn most(sentences: &[SentenceVerdict]) -> Stance {
    let count = |stance: &Stance| sentences.iter().filter(|it| it.stance == *stance).count();
    let rising = [Stance::Other, Stance::Descriptive, Stance::Analytical, Stance::Evaluative];
    rising.into_iter().max_by_key(count).unwrap_or(Stance::Other)
}

/// Sentences of each stance, in the order of [`STANCES`].
pub(crate) fn counts(critique: &Critique) -> [usize; 4] {
    STANCES.map(|stance| critique.sentences.iter().filter(|it| it.stance == stance).count())
}

/// What sentences of a stance do, as a verb for the student.
pub(crate) fn verb(stance: Stance) -> &'static str {
    match stance {
        Stance::Descriptive => "describes",
        Stance::Analytical => "analyses",
        Stance::Evaluative => "evaluates",
        Stance::Other => "other",
    }
}
