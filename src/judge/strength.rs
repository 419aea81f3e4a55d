//! How strongly one sentence, with its neighbours, shows what a rubric looks for: 0 to 1.

use crate::judge::lens::{SeekLens, TermLens};
use crate::judge::told::Told;
use crate::rubric::Verb;

/// An idea named in the sentence before still stands; one named in the next is only half there.
const BEFORE: f32 = 0.6;
const AFTER: f32 = 0.4;
/// A case or a source in the neighbouring sentence.
const NEIGHBOUR: f32 = 0.6;

/// All sentences of an essay, and the one looked at.
#[derive(Clone, Copy)]
pub(crate) struct Look<'a> {
    pub(crate) all: &'a [Told],
    pub(crate) at: usize,
}

impl Look<'_> {
    pub(crate) fn told(&self) -> &Told {
        &self.all[self.at]
    }

    /// The best of the sentence's own strength and its neighbours', each in the same paragraph and taken up by the later of the
    /// two: sentences that merely stand side by side belong to different thoughts.
    fn spread(&self, before: f32, after: f32, strength: impl Fn(&Told) -> f32) -> f32 {
        let here = self.told();
        let near = |at: Option<usize>| {
            at.and_then(|at| self.all.get(at))
                .filter(|it| it.block == here.block && it.credit > 0.0 && !it.is_heading())
        };
        let own = strength(here);
        let earlier = near(self.at.checked_sub(1)).filter(|_| here.follows);
        let later = near(Some(self.at + 1)).filter(|it| it.follows);
        let earlier = earlier.map_or(0.0, |it| before * strength(it));
        let later = later.map_or(0.0, |it| after * strength(it));
        own.max(earlier).max(later)
    }

    /// How surely the sentence treats an idea.
    pub(crate) fn link(&self, idea: usize) -> f32 {
        self.spread(BEFORE, AFTER, |told| told.links[idea])
    }

    /// How surely the sentence treats any of these ideas.
    pub(crate) fn treats(&self, ideas: &[usize]) -> f32 {
        ideas.iter().map(|idea| self.link(*idea)).fold(0.0, f32::max)
    }

    pub(crate) fn applies(&self) -> f32 {
        self.spread(NEIGHBOUR, NEIGHBOUR, Told::applying)
    }

    pub(crate) fn cites(&self) -> f32 {
        self.spread(NEIGHBOUR, NEIGHBOUR, |told| f32::from(u8::from(told.supported)))
    }

    pub(crate) fn verb(&self, verb: Verb) -> f32 {
        match verb {
            Verb::Names => 1.0,
            Verb::Explains => self.told().critical(),
            Verb::Weighs => self.told().weighing(),
            Verb::Applies => self.applies(),
            Verb::Cites => self.cites(),
        }
    }

    /// A signal is as strong as its weakest term.
    pub(crate) fn signal(&self, seek: &SeekLens) -> f32 {
        let heading = seek.terms.contains(&TermLens::InHeading);
        if seek.terms.is_empty() || heading != self.told().is_heading() {
            return 0.0;
        }
        let weakest = seek.terms.iter().map(|term| self.term(*term)).fold(1.0, f32::min);
        weakest * self.told().credit
    }

    fn term(&self, term: TermLens) -> f32 {
        use crate::judge::told::Standing;
        match term {
            TermLens::Cue(cue) => self.told().cue(cue),
            TermLens::Verb(verb) => self.verb(verb),
            TermLens::Idea(idea) => self.link(idea),
            TermLens::InConclusion => {
                f32::from(u8::from(self.told().place == Standing::Conclusion))
            }
            TermLens::InHeading => 1.0,
        }
    }
}

/// A look at each sentence in turn.
pub(crate) fn looks(all: &[Told]) -> impl Iterator<Item = Look<'_>> {
    (0..all.len()).map(move |at| Look { all, at })
}
