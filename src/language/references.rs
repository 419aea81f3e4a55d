//! Which citation answers which entry of the reference list.

use rustc_hash::FxHashMap;

use crate::language::{Agreement, Citation, Work};

/// One a citation or entry, in the essay's order.
#[derive(Clone, Debug, Default)]
pub(crate) struct References {
    /// By citation: how an entry answers it, and which.
    pub(crate) answers: Vec<(Agreement, Option<usize>)>,
    /// By entry: some citation points to it, exactly or nearly.
    pub(crate) cited: Vec<bool>,
}

/// Entries that are compared one by one with a citation that no entry answers exactly; no essay's list is longer.
pub(crate) const MOST_ENTRIES: usize = 300;
/// Citations compared so; a text with more is no essay.
const MOST_UNANSWERED: usize = 1_000;

impl References {
    pub(crate) fn of(citations: &[Citation], works: &[Work]) -> References {
        let exact = by_key(works);
        let mut known: FxHashMap<String, (Agreement, Option<usize>)> = FxHashMap::default();
        let mut answers = Vec::with_capacity(citations.len());
        for citation in citations {
            let name = citation.to_string();
            let compared = known.len();
            let answer =
                *known.entry(name).or_insert_with(|| answer(citation, works, &exact, compared));
            answers.push(answer);
        }
        let mut references = References { answers, cited: vec![false; works.len()] };
        references.settle();
        references
    }

    /// A near entry that is cited exactly elsewhere was not meant by this citation.
    fn settle(&mut self) {
        for (agreement, at) in &self.answers {
            if let (Agreement::Whole, Some(at)) = (agreement, at) {
                self.cited[*at] = true;
            }
        }
        let exact = self.cited.clone();
        for (agreement, at) in &mut self.answers {
            match (*agreement, *at) {
                (Agreement::Near, Some(near)) if exact[near] => {
                    (*agreement, *at) = (Agreement::None, None);
                }
                (_, Some(work)) => self.cited[work] = true,
                _ => {}
            }
        }
    }
}

fn by_key(works: &[Work]) -> FxHashMap<String, Vec<usize>> {
    let mut found: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, work) in works.iter().enumerate() {
        if let Some(key) = work.key() {
            let entries = found.entry(key).or_default();
            if entries.len() < MOST_ENTRIES {
                entries.push(at);
            }
        }
    }
    found
}

fn answer(
    citation: &Citation,
    works: &[Work],
    exact: &FxHashMap<String, Vec<usize>>,
    compared: usize,
) -> (Agreement, Option<usize>) {
    let same = citation.key().and_then(|key| exact.get(&key)).into_iter().flatten();
    if let Some(at) = same.copied().find(|at| works[*at].agreement(citation) == Agreement::Whole) {
        return (Agreement::Whole, Some(at));
    }
    if compared > MOST_UNANSWERED {
        return (Agreement::None, None);
    }
    let others = works.iter().take(MOST_ENTRIES).enumerate().filter(|(_, work)| !work.law);
    let compared = others.map(|(at, work)| (work.agreement(citation), std::cmp::Reverse(at)));
    match compared.max() {
        Some((agreement, at)) if agreement > Agreement::None => (agreement, Some(at.0)),
        _ => (Agreement::None, None),
    }
}
