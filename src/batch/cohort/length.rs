//! Length against mark: as many dots as a chart can show, and a correlation of all.

/// Dots shown at most; with more, every n-th essay is drawn.
const DOTS: usize = 1500;

/// Words and marks of a class.
pub(super) struct Lengths {
    /// Every so many essays one is drawn.
    pub(super) every: usize,
    /// Words and mark of each essay that is drawn.
    pub(super) dots: Vec<(usize, u32)>,
    pub(super) longest: usize,
    seen: usize,
    sums: Sums,
}

/// Sums of words and marks, of their squares and of their products: whole numbers, so that nothing is lost.
#[derive(Default)]
struct Sums {
    words: i128,
    marks: i128,
    words_squared: i128,
    marks_squared: i128,
    products: i128,
}

impl Lengths {
    pub(super) fn new(essays: usize) -> Lengths {
        let every = essays / DOTS + 1;
        Lengths { every, dots: Vec::new(), longest: 0, seen: 0, sums: Sums::default() }
    }

    pub(super) fn add(&mut self, words: usize, mark: u32) {
        if self.seen.is_multiple_of(self.every) {
            self.dots.push((words, mark));
        }
        self.seen += 1;
        self.longest = self.longest.max(words);
        let (words, mark) = (words as i128, i128::from(mark));
        self.sums.words += words;
        self.sums.marks += mark;
        self.sums.words_squared += words * words;
        self.sums.marks_squared += mark * mark;
        self.sums.products += words * mark;
    }

    /// Pearson's, of words and marks; nought where either is the same everywhere.
    #[expect(clippy::cast_precision_loss, reason = "two places of it are shown")]
    pub(super) fn correlation(&self) -> f64 {
        let count = self.seen as i128;
        let Sums { words, marks, words_squared, marks_squared, products } = self.sums;
        let both = (count * products - words * marks) as f64;
        let (a, b) = (count * words_squared - words * words, count * marks_squared - marks * marks);
        if a == 0 || b == 0 { 0.0 } else { both / ((a as f64).sqrt() * (b as f64).sqrt()) }
    }
}

#[test]
fn sums_give_the_correlation_of_all_pairs() {
    let pairs = [(1810_usize, 54_u32), (2100, 61), (990, 40), (1500, 72), (1500, 38)];
    let mut lengths = Lengths::new(pairs.len());
    for (words, mark) in pairs {
        lengths.add(words, mark);
    }
    let real = pairs.map(|(words, mark)| {
        (f64::from(u32::try_from(words).expect("it is small")), f64::from(mark))
    });
    assert!((lengths.correlation() - crate::judge::correlation(&real)).abs() < 1e-9);
    assert_eq!(lengths.dots, pairs);
}
