//! Which essays a second marker should see.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::batch::cohort::ROWS;
use crate::batch::cohort::link::Name;
use crate::rubric::Scale;

/// Marks from a band's lowest that are borderline.
const BORDERLINE: u32 = 2;
/// At least so many, or all there are; in larger classes the square root of their number.
const LEAST: usize = 10;

/// Every fail, every borderline, and an even spread from the lowest to the highest, in the order of marks; each with why.
pub(super) struct Sample {
    scale: Scale,
    /// Essays of the spread, by mark and by their place among those of that mark.
    spread: BTreeSet<(usize, usize)>,
    /// How many essays of each mark have been seen.
    seen: [usize; 101],
    chosen: BTreeMap<(u32, u32), Chosen>,
    /// How many there are in all.
    pub(super) count: usize,
}

/// An essay of the sample.
pub(super) struct Chosen {
    pub(super) name: Rc<Name>,
    pub(super) band: String,
    pub(super) why: &'static str,
}

impl Sample {
    /// For a class with these marks: how many essays have each.
    pub(super) fn new(marks: &[usize; 101], scale: &Scale) -> Sample {
        let essays: usize = marks.iter().sum();
        let wanted = LEAST.max(essays.isqrt()).min(essays);
        let ranks = (0..wanted).map(|step| step * (essays - 1) / (wanted - 1).max(1));
        Sample {
            scale: scale.clone(),
            spread: ranks.map(|rank| of_rank(marks, rank)).collect(),
            seen: [0; 101],
            chosen: BTreeMap::new(),
            count: 0,
        }
    }

    pub(super) fn add(&mut self, number: u32, name: &Rc<Name>, band: &str) {
        let seen = &mut self.seen[name.mark.min(100) as usize];
        let in_spread = self.spread.contains(&(name.mark as usize, *seen));
        *seen += 1;
        let why = match () {
            () if Some(band) == self.scale.lowest() => "fail",
            () if is_borderline(name.mark, &self.scale) => "borderline",
            () if in_spread => "even spread",
            () => return,
        };
        self.count += 1;
        let chosen = Chosen { name: Rc::clone(name), band: band.to_owned(), why };
        self.chosen.insert((name.mark, number), chosen);
        if self.chosen.len() > ROWS {
            self.chosen.pop_last();
        }
    }

    /// As many as a table holds.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Chosen> {
        self.chosen.values()
    }
}

/// The mark of the essay at this place in the order of marks, and its place among those of that mark.
fn of_rank(marks: &[usize; 101], rank: usize) -> (usize, usize) {
    let mut below = 0;
    for (mark, count) in marks.iter().enumerate() {
        if rank < below + count {
            return (mark, rank - below);
        }
        below += count;
    }
    (100, marks[100])
}

fn is_borderline(mark: u32, scale: &Scale) -> bool {
    let near = |other: u32| scale.band(other) != scale.band(mark);
    near(mark.saturating_sub(BORDERLINE)) || near((mark + BORDERLINE).min(100))
}
