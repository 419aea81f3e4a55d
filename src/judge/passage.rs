//! One example of a rubric, as evidence: a passage of one to three sentences, read by itself.
//!
//! A passage is too short to earn a level, and need not name the subject as an essay must; what can be asked of it is that
//! its sentences count, and for how much.

use crate::judge::counts::Tally;
use crate::judge::judging::evidence;
use crate::judge::lens::SeekLens;
use crate::judge::signals::Signals;
use crate::judge::strength::looks;
use crate::judge::told::Told;
use crate::judge::verdict::{Counts, Verdicts, verdicts};
use crate::judge::{Lens, Models, gather};
use crate::language::{Essay, Reader};

/// A passage, and what its sentences say.
#[derive(Debug)]
pub(crate) struct Passage {
    essay: Essay,
    told: Vec<Told>,
    counts: Counts,
}

impl Passage {
    pub(crate) fn read(text: &str, lens: &Lens, reader: &Reader) -> Passage {
        let essay = Essay::of(text, reader);
        let (told, _) = evidence(&essay, lens);
        let looks = looks(&told);
        let counts = Tally::of(lens, &looks, &Signals::of_rubric(lens, &looks)).counts();
        Passage { essay, told, counts }
    }

    pub(crate) fn for_point(&self, at: usize, models: &Models) -> f32 {
        models.point.score(&self.counts.points[at])
    }

    /// How much speaks for sparing an essay the mistake.
    pub(crate) fn against_mistake(&self, at: usize, models: &Models) -> f32 {
        models.mistake.score(&self.counts.mistakes[at])
    }

    pub(crate) fn for_practice(&self, at: usize, models: &Models) -> f32 {
        models.practice.score(&self.counts.practices[at])
    }

    /// What an essay of this passage alone would be found to be.
    pub(crate) fn verdicts(&self, lens: &Lens, models: &Models) -> Verdicts {
        verdicts(&lens.rubric, &self.counts, models)
    }

    pub(crate) fn treats_point(&self, at: usize, lens: &Lens) -> bool {
        let (point, looks) = (&lens.points[at], looks(&self.told));
        let signals = Signals::of(point.seeks.iter(), &looks);
        !gather::for_point(&self.essay, at, point, &looks, &signals).is_empty()
    }

    pub(crate) fn shows(&self, seeks: &[SeekLens]) -> bool {
        let looks = looks(&self.told);
        let signals = Signals::of(seeks.iter(), &looks);
        !gather::for_seeks(&self.essay, seeks, &looks, &signals).is_empty()
    }

    /// What is sought and not found, in the words of the rubric.
    pub(crate) fn lacks(&self, seeks: &[SeekLens]) -> String {
        let totals = Signals::of(seeks.iter(), &looks(&self.told)).totals(seeks);
        gather::lacking(seeks, &totals).join("; ")
    }
}
