//! Numbers about a class.

/// A share of a whole as a percentage, rounded.
pub(super) fn percent(part: usize, whole: usize) -> usize {
    (200 * part + whole).checked_div(2 * whole).unwrap_or(0)
}

/// The rounded mean of marks, from how many essays have each; none without marks.
pub(super) fn mean(marks: &[usize; 101]) -> Option<usize> {
    let essays: usize = marks.iter().sum();
    let sum: usize = marks.iter().enumerate().map(|(mark, count)| mark * count).sum();
    (2 * sum + essays).checked_div(2 * essays)
}

/// The mark in the middle, the lower one of two.
pub(super) fn median(marks: &[usize; 101]) -> Option<usize> {
    let middle = marks.iter().sum::<usize>().checked_sub(1)? / 2;
    let up_to = marks.iter().scan(0, |sum, count| {
        *sum += count;
        Some(*sum)
    });
    up_to.enumerate().find(|(_, sum)| *sum > middle).map(|(mark, _)| mark)
}

/// Essays with each mark of 0 to 100, in bins this wide.
pub(super) const BIN: usize = 5;

pub(super) fn bins(marks: &[usize; 101]) -> Vec<usize> {
    let mut bins = vec![0; 100 / BIN];
    let last = bins.len() - 1;
    for (mark, count) in marks.iter().enumerate() {
        bins[(mark / BIN).min(last)] += count;
    }
    bins
}

#[test]
fn the_middle_is_the_lower_of_two() {
    let mut marks = [0; 101];
    assert_eq!((mean(&marks), median(&marks)), (None, None));
    for mark in [40, 40, 54, 100] {
        marks[mark] += 1;
    }
    assert_eq!((mean(&marks), median(&marks)), (Some(59), Some(40)));
}
