//! Many hashes among which one is found in a step or two, whether they were laid out when the program was built or just now.

use std::borrow::Cow;

/// A set of well-mixed hashes; each has its place among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hashes {
    /// In order, each once.
    pub(crate) sorted: Cow<'static, [u64]>,
    /// Where those that open with the same bits start, for every such opening, and where the last ones end.
    pub(crate) starts: Cow<'static, [u32]>,
}

impl Hashes {
    pub fn of(hashes: impl IntoIterator<Item = u64>) -> Hashes {
        let mut sorted: Vec<u64> = hashes.into_iter().collect();
        sorted.sort_unstable();
        sorted.dedup();
        let bits = sorted.len().max(2).next_power_of_two().trailing_zeros();
        let start = |opening: u64| sorted.partition_point(|it| it >> (64 - bits) < opening);
        let start = |opening| u32::try_from(start(opening)).expect("a rubric has fewer words");
        let starts = (0..=1 << bits).map(start).collect();
        Hashes { sorted: Cow::Owned(sorted), starts }
    }

    /// Where this hash stands among all.
    pub fn place(&self, hash: u64) -> Option<usize> {
        let bits = (self.starts.len() - 1).trailing_zeros();
        let opening = usize::try_from(hash >> (64 - bits)).ok()?;
        let (from, to) = (self.starts[opening] as usize, self.starts[opening + 1] as usize);
        self.sorted[from..to].iter().position(|it| *it == hash).map(|at| from + at)
    }

    pub fn contains(&self, hash: u64) -> bool {
        self.place(hash).is_some()
    }

    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }
}

#[test]
fn each_hash_has_its_place_and_others_have_none() {
    let hashes = Hashes::of([7 << 61, 1, u64::MAX, 1, 3 << 62]);
    let places = [1, 3 << 62, 7 << 61, u64::MAX].map(|it| hashes.place(it));
    assert_eq!(places, [0, 1, 2, 3].map(Some));
    assert!(!hashes.contains(2));
    assert!(!Hashes::of([]).contains(0));
    assert_eq!(Hashes::of([5]).place(5), Some(0));
}
