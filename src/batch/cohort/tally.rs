//! What the page needs of the outcomes, counted in one pass.

use std::collections::BTreeMap;
use std::io;
use std::rc::Rc;

use crate::batch::Unread;
use crate::batch::cohort::Class;
use crate::batch::cohort::ROWS;
use crate::batch::cohort::citation::{Citations, most_shared};
use crate::batch::cohort::length::Lengths;
use crate::batch::cohort::link::{Name, Names};
use crate::batch::cohort::lowest::Lowest;
use crate::batch::cohort::sample::Sample;
use crate::batch::marked::{Answer, Marked};
use crate::batch::record::Outcome;
use crate::batch::shared::{likenesses, sentences};
use crate::batch::spool::Spool;
use crate::batch::store::Store;

/// Counts, and lists that are cut where they grow long.
pub(in crate::batch) struct Tally {
    pub(super) essays: usize,
    /// How many essays have each mark of 0 to 100.
    pub(super) marks: [usize; 101],
    /// How many essays have a point, mistake or practice among their first steps.
    pub(super) first_steps: BTreeMap<String, usize>,
    /// By marking point, the essays at each level.
    pub(super) levels: Vec<[Names; 4]>,
    /// By mistake, the essays that make it.
    pub(super) made: Vec<Names>,
    /// By practice, the essays that do not keep to it.
    pub(super) unmet: Vec<Names>,
    pub(super) stance: [usize; 4],
    pub(super) lengths: Lengths,
    pub(super) shared: Vec<Passage>,
    pub(super) citations: Citations,
    pub(super) sample: Sample,
    pub(super) lowest: Lowest,
    /// The first of the submissions that could not be read, and how many there are.
    pub(super) unread: Vec<Unread>,
    pub(super) unread_count: usize,
}

/// Two essays, about how many words they share, and sentences that do.
pub(super) struct Passage {
    pub(super) essays: [Rc<Name>; 2],
    pub(super) words: usize,
    /// A sentence of the first and its like in the second.
    pub(super) sentences: Vec<[String; 2]>,
}

/// Counts everything that the page shows.
pub(in crate::batch) fn tally(
    class: Class,
    store: &Store,
    marked: &Marked,
    mut prints: Spool,
    mut citations: Spool,
) -> io::Result<Tally> {
    let likenesses = likenesses(store, &mut prints, marked.judged)?;
    let paired = likenesses.iter().flat_map(|it| it.essays);
    let mut paired: BTreeMap<u32, Option<Rc<Name>>> = paired.map(|it| (it, None)).collect();
    let mut tally = Tally::new(class, marked, most_shared(&mut citations)?);
    let mut number = 0;
    marked.each(&mut |answer| {
        match answer {
            Answer::Unread(unread) if tally.unread.len() < ROWS => tally.unread.push(unread),
            Answer::Unread(_) => {}
            Answer::Judged(outcome) => {
                let name = tally.add(number, &outcome);
                paired.entry(number).and_modify(|it| *it = Some(name));
                number += 1;
            }
        }
        Ok(())
    })?;
    let shared = likenesses.iter().filter_map(|it| {
        let [one, other] = it.essays.map(|at| paired.get(&at).cloned().flatten());
        let essays = [one?, other?];
        let sentences = sentences(store, [&essays[0].folder, &essays[1].folder]);
        Some(Passage { essays, words: it.words(), sentences })
    });
    tally.shared = shared.collect();
    Ok(tally)
}

impl Tally {
    fn new(class: Class, marked: &Marked, citations: Citations) -> Tally {
        let rubric = class.rubric;
        Tally {
            essays: marked.judged,
            marks: marked.marks,
            first_steps: BTreeMap::new(),
            levels: rubric.points.iter().map(|_| Default::default()).collect(),
            made: rubric.mistakes.iter().map(|_| Names::default()).collect(),
            unmet: rubric.practices.iter().map(|_| Names::default()).collect(),
            stance: [0; 4],
            lengths: Lengths::new(marked.judged),
            shared: Vec::new(),
            citations,
            sample: Sample::new(&marked.marks, &rubric.scale),
            lowest: Lowest::default(),
            unread: Vec::new(),
            unread_count: marked.unread,
        }
    }

    fn add(&mut self, number: u32, outcome: &Outcome) -> Rc<Name> {
        let name = Rc::new(Name::of(outcome));
        for (at, step) in outcome.steps.iter().enumerate() {
            if !outcome.steps[..at].contains(step) {
                *self.first_steps.entry(step.clone()).or_default() += 1;
            }
        }
        for (names, level) in self.levels.iter_mut().zip(&outcome.levels) {
            if let Some(names) = names.get_mut(usize::from(*level)) {
                names.add(&name);
            }
        }
        let made = self.made.iter_mut().zip(&outcome.made);
        made.filter(|(_, made)| **made).for_each(|(names, _)| names.add(&name));
        let met = self.unmet.iter_mut().zip(&outcome.met);
        met.filter(|(_, met)| !**met).for_each(|(names, _)| names.add(&name));
        self.stance.iter_mut().zip(outcome.stance).for_each(|(sum, count)| *sum += count);
        self.lengths.add(outcome.words, outcome.mark);
        self.citations.add(&name, &outcome.citations);
        self.sample.add(number, &name, &outcome.band);
        self.lowest.add(number, &name, outcome);
        name
    }
}
