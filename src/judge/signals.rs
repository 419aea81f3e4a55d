//! How strongly each sentence of an essay shows each signal of a rubric: worked out once, and read by every verdict.

use rustc_hash::FxHashMap;

use crate::judge::lens::{Lens, SeekLens, TermLens};
use crate::judge::strength::Look;

/// A column of strengths for each signal, one a sentence.
pub(crate) struct Signals<'a> {
    columns: FxHashMap<&'a [TermLens], Vec<f32>>,
}

impl<'a> Signals<'a> {
    pub(crate) fn of(seeks: impl Iterator<Item = &'a SeekLens>, looks: &[Look]) -> Signals<'a> {
        let mut terms = Terms::of(looks);
        let column = |seek: &'a SeekLens| (seek.terms.as_slice(), terms.together(&seek.terms));
        Signals { columns: seeks.map(column).collect() }
    }

    /// Every signal of a rubric.
    pub(crate) fn of_rubric(lens: &'a Lens, looks: &[Look]) -> Signals<'a> {
        let points = lens.points.iter().flat_map(|it| &it.seeks);
        let mistakes = lens.mistakes.iter().flat_map(|it| it.spared_by.iter().chain(&it.shown_by));
        Signals::of(points.chain(mistakes).chain(lens.practices.iter().flatten()), looks)
    }

    /// How strongly each sentence shows a signal, in their order.
    pub(crate) fn strengths(&self, seek: &SeekLens) -> &[f32] {
        self.columns.get(seek.terms.as_slice()).map_or(&[], |it| it)
    }

    /// How strongly each sentence shows any of these signals.
    pub(crate) fn any(&self, seeks: &[SeekLens], sentences: usize) -> Vec<f32> {
        let mut strongest = vec![0.0_f32; sentences];
        for seek in seeks {
            let shown = strongest.iter_mut().zip(self.strengths(seek));
            shown.for_each(|(most, it)| *most = most.max(*it));
        }
        strongest
    }

    /// All the evidence for each of these signals.
    pub(crate) fn totals(&self, seeks: &[SeekLens]) -> Vec<f32> {
        let total = |seek| self.strengths(seek).iter().fold(0.0, |total, it| total + it);
        seeks.iter().map(total).collect()
    }
}

/// How strongly each sentence shows the terms that signals are made of.
struct Terms<'a> {
    looks: &'a [Look<'a>],
    columns: FxHashMap<TermLens, Vec<f32>>,
    /// What a sentence that shows a signal whole earns, for signals sought in the text and for those sought in headings.
    earned: [Vec<f32>; 2],
}

impl<'a> Terms<'a> {
    fn of(looks: &'a [Look<'a>]) -> Terms<'a> {
        let earned = |heading: bool| {
            let earns = |look: &Look| {
                if look.told.is_heading() == heading { look.told.credit } else { 0.0 }
            };
            looks.iter().map(earns).collect()
        };
        Terms { looks, columns: FxHashMap::default(), earned: [earned(false), earned(true)] }
    }

    /// A signal is as strong as its weakest term.
    fn together(&mut self, terms: &[TermLens]) -> Vec<f32> {
        if terms.is_empty() {
            return vec![0.0; self.looks.len()];
        }
        let heading = usize::from(terms.contains(&TermLens::InHeading));
        let mut weakest = vec![1.0_f32; self.looks.len()];
        for term in terms {
            let column = || self.looks.iter().map(|look| look.term(*term)).collect();
            let column = self.columns.entry(*term).or_insert_with(column);
            weakest.iter_mut().zip(column).for_each(|(least, it)| *least = least.min(*it));
        }
        weakest.iter_mut().zip(&self.earned[heading]).for_each(|(it, earned)| *it *= earned);
        weakest
    }
}
