//! How strongly one sentence, with its neighbours, shows what a rubric looks for: 0 to 1.

use crate::judge::lens::{SeekLens, TermLens};
use crate::judge::told::Told;
use crate::rubric::Verb;

/// An idea named in the sentence before still stands; one named in the next is only half there.
const BEFORE: f32 = 0.6;
const AFTER: f32 = 0.4;
/// A case or a source in the neighbouring sentence.
const NEIGHBOUR: f32 = 0.6;

/// A sentence with what its neighbours lend it, worked out once and then held against every point.
pub(crate) struct Look<'a> {
    pub(crate) told: &'a Told,
    /// Where it stands among the others.
    pub(crate) at: usize,
    critical: f32,
    weighing: f32,
    applies: f32,
    cites: f32,
    links: Vec<f32>,
}

/// A look at each sentence.
pub(crate) fn looks(all: &[Told]) -> Vec<Look<'_>> {
    (0..all.len()).map(|at| Look::new(all, at)).collect()
}

/// A sentence and those beside it that belong to its thought: each in the same paragraph and taken up by the later of the
/// two, since sentences that merely stand side by side belong to different thoughts.
struct Near<'a> {
    earlier: Option<&'a Told>,
    here: &'a Told,
    later: Option<&'a Told>,
}

impl<'a> Near<'a> {
    fn of(all: &'a [Told], at: usize) -> Near<'a> {
        let here = &all[at];
        let near = |at: Option<usize>| {
            at.and_then(|at| all.get(at))
                .filter(|it| it.block == here.block && it.credit > 0.0 && !it.is_heading())
        };
        let earlier = near(at.checked_sub(1)).filter(|_| here.follows);
        let later = near(Some(at + 1)).filter(|it| it.follows);
        Near { earlier, here, later }
    }

    /// How surely the sentence, with what its neighbours lend it, treats each idea.
    fn links(&self) -> Vec<f32> {
        let mut links = self.here.links.clone();
        for (near, share) in [(self.earlier, BEFORE), (self.later, AFTER)] {
            let lent = near.into_iter().flat_map(|told| &told.links);
            links.iter_mut().zip(lent).for_each(|(link, lent)| *link = link.max(share * lent));
        }
        links
    }

    /// The best of the sentence's own strength and its neighbours'.
    fn spread(&self, before: f32, after: f32, strength: impl Fn(&Told) -> f32) -> f32 {
        let earlier = self.earlier.map_or(0.0, |it| before * strength(it));
        let later = self.later.map_or(0.0, |it| after * strength(it));
        strength(self.here).max(earlier).max(later)
    }
}

impl<'a> Look<'a> {
    fn new(all: &'a [Told], at: usize) -> Look<'a> {
        let near = Near::of(all, at);
        let told = near.here;
        Look {
            told,
            at,
            critical: told.critical(),
            weighing: told.weighing(),
            applies: near.spread(NEIGHBOUR, NEIGHBOUR, Told::applying),
            cites: near.spread(NEIGHBOUR, NEIGHBOUR, |told| f32::from(u8::from(told.supported))),
            links: near.links(),
        }
    }

    /// Explains or judges.
    pub(crate) fn critical(&self) -> f32 {
        self.critical
    }

    /// Judges, or sets one side against another.
    pub(crate) fn weighing(&self) -> f32 {
        self.weighing
    }

    /// How surely the sentence treats an idea.
    pub(crate) fn link(&self, idea: usize) -> f32 {
        self.links[idea]
    }

    /// How surely the sentence treats any of these ideas.
    pub(crate) fn treats(&self, ideas: &[usize]) -> f32 {
        ideas.iter().map(|idea| self.link(*idea)).fold(0.0, f32::max)
    }

    pub(crate) fn applies(&self) -> f32 {
        self.applies
    }

    pub(crate) fn cites(&self) -> f32 {
        self.cites
    }

    pub(crate) fn verb(&self, verb: Verb) -> f32 {
        match verb {
            Verb::Names => 1.0,
            Verb::Explains => self.critical,
            Verb::Weighs => self.weighing,
            Verb::Applies => self.applies(),
            Verb::Cites => self.cites(),
        }
    }

    /// A signal is as strong as its weakest term.
    pub(crate) fn signal(&self, seek: &SeekLens) -> f32 {
        let heading = seek.terms.contains(&TermLens::InHeading);
        if seek.terms.is_empty() || heading != self.told.is_heading() {
            return 0.0;
        }
        let mut weakest = 1.0_f32;
        for term in &seek.terms {
            weakest = weakest.min(self.term(*term));
            if weakest <= 0.0 {
                return 0.0;
            }
        }
        weakest * self.told.credit
    }

    pub(crate) fn term(&self, term: TermLens) -> f32 {
        use crate::judge::told::Standing;
        match term {
            TermLens::Cue(cue) => self.told.cue(cue),
            TermLens::Verb(verb) => self.verb(verb),
            TermLens::Idea(idea) => self.link(idea),
            TermLens::InConclusion => f32::from(u8::from(self.told.place == Standing::Conclusion)),
            TermLens::InHeading => 1.0,
        }
    }
}
