//! What became of each fault and each marking point from one draft to the next.

use crate::judge::{Level, PointVerdict};
use crate::report::Judged;
use crate::report::compare::dressing::Older;
use crate::report::compare::fault::{Fault, faults, merits};

/// Two drafts, and a receipt for each thing that changed.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub old: Side,
    pub new: Side,
    /// In the rubric's order.
    pub points: Vec<PointChange>,
    /// Resolved, cosmetic, regressed, then new.
    pub receipts: Vec<Receipt>,
    /// Faults that both drafts have, and nothing was done about.
    pub open: usize,
}

#[derive(Clone, Debug)]
pub struct Side {
    pub path: String,
    pub mark: u32,
    pub band: String,
    pub words: usize,
    /// What the lines of its places count.
    pub counts: &'static str,
}

#[derive(Clone, Debug)]
pub struct PointChange {
    pub id: String,
    pub title: String,
    pub before: (Level, u32),
    pub after: (Level, u32),
    pub out_of: u32,
    /// None where the level stayed.
    pub change: Option<Change>,
}

#[derive(Clone, Debug)]
pub struct Receipt {
    pub change: Change,
    pub what: String,
    /// In the newer draft; in the older one for what was resolved.
    pub line: Option<usize>,
}

/// What became of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    Resolved,
    /// Only marker words were added near the fault.
    Cosmetic,
    /// Was in order in the older draft.
    Regressed,
    New,
}

pub(super) const CHANGES: [Change; 4] =
    [Change::Resolved, Change::Cosmetic, Change::Regressed, Change::New];

impl Change {
    pub fn name(self) -> &'static str {
        match self {
            Change::Resolved => "resolved",
            Change::Cosmetic => "cosmetic",
            Change::Regressed => "regressed",
            Change::New => "new",
        }
    }

    /// What the word means, for the student.
    pub(super) fn means(self) -> &'static str {
        match self {
            Change::Resolved => "no longer in the essay",
            Change::Cosmetic => "only marker words were added; the sentence says what it said",
            Change::Regressed => "was in order in the older draft",
            Change::New => "not in the older draft",
        }
    }
}

impl Comparison {
    pub fn of(old: &Judged, new: &Judged) -> Comparison {
        let older = Older::of(&old.critique.sentences);
        let points = points(old, new, &older);
        let (mut receipts, open) = receipts(old, new, &older);
        receipts.sort_by_key(|it| it.change);
        Comparison { old: Side::of(old), new: Side::of(new), points, receipts, open }
    }

    /// The draft that the places of such receipts are in.
    pub(super) fn side(&self, change: Change) -> &Side {
        if change == Change::Resolved { &self.old } else { &self.new }
    }

    pub(super) fn of_change(&self, change: Change) -> impl Iterator<Item = &Receipt> {
        self.receipts.iter().filter(move |it| it.change == change)
    }
}

impl Side {
    fn of(judged: &Judged) -> Side {
        let it = &judged.critique;
        Side {
            path: judged.path.clone(),
            mark: it.mark,
            band: it.band.clone(),
            words: it.words.counted,
            counts: judged.unit(),
        }
    }
}

fn points(old: &Judged, new: &Judged, older: &Older) -> Vec<PointChange> {
    let all = |judged: &Judged| {
        judged.critique.criteria.iter().flat_map(|it| it.points.clone()).collect::<Vec<_>>()
    };
    let before = all(old);
    let pairs = all(new).into_iter().filter_map(|after| {
        let before = before.iter().find(|it| it.id == after.id)?;
        Some(point(before, &after, older))
    });
    pairs.collect()
}

fn point(before: &PointVerdict, after: &PointVerdict, older: &Older) -> PointChange {
    let dressed = || older.only_dressed(after.evidence.iter().map(|it| it.text.as_str()));
    let change = match before.level.cmp(&after.level) {
        std::cmp::Ordering::Less if dressed() => Some(Change::Cosmetic),
        std::cmp::Ordering::Less => Some(Change::Resolved),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(Change::Regressed),
    };
    PointChange {
        id: after.id.clone(),
        title: after.title.clone(),
        before: (before.level, before.marks),
        after: (after.level, after.marks),
        out_of: after.out_of,
        change,
    }
}

fn receipts(old: &Judged, new: &Judged, older: &Older) -> (Vec<Receipt>, usize) {
    let newer = &new.critique.sentences;
    let dressed_near = |fault: &Fault| {
        let near = Older::of_texts(&fault.near);
        newer.iter().any(|it| near.is_dressed(&it.text) && older.is_dressed(&it.text))
    };
    let good_now = merits(new);
    let mut left = faults(new);
    let (mut receipts, mut open) = (Vec::new(), 0);
    for fault in faults(old) {
        let still = left.iter().position(|it| it.key == fault.key).map(|at| left.remove(at));
        let dressed_merit = || {
            let merit = good_now.iter().find(|it| it.key == fault.key);
            merit.is_some_and(|it| older.only_dressed(it.near.iter().map(String::as_str)))
        };
        let cosmetic = dressed_near(&fault) || still.is_none() && dressed_merit();
        match (&still, cosmetic) {
            (_, true) => receipts.push(receipt(Change::Cosmetic, still.as_ref().unwrap_or(&fault))),
            (None, false) => receipts.push(receipt(Change::Resolved, &fault)),
            (Some(_), false) => open += 1,
        }
    }
    let good_before = merits(old);
    for fault in &left {
        let was_good = good_before.iter().any(|it| it.key == fault.key);
        receipts.push(receipt(if was_good { Change::Regressed } else { Change::New }, fault));
    }
    (receipts, open)
}

fn receipt(change: Change, fault: &Fault) -> Receipt {
    Receipt { change, what: fault.title.clone(), line: fault.line }
}
