//! A small monotone model: more of any count never lowers a level.
//!
//! A level is reached where the weighted sum of the counts passes its bound; how far it passes gives the certainty (an
//! ordered logit). Weights are never negative.

/// Weights of the counts, and the bound of each level above the lowest.
#[derive(Clone, Debug, PartialEq)]
pub struct Ordinal {
    pub weights: Vec<f32>,
    pub bounds: Vec<f32>,
}

/// One judged case to learn from: its counts, and the level it was given.
#[derive(Clone, Debug)]
pub struct Case {
    pub counts: Vec<f32>,
    pub level: usize,
}

impl Ordinal {
    pub fn score(&self, counts: &[f32]) -> f32 {
        self.weights.iter().zip(counts).map(|(weight, count)| weight * count).sum()
    }

    /// The same model for something that takes more evidence than usual, or less.
    #[must_use]
    pub fn needing(&self, need: f32) -> Ordinal {
        Ordinal {
            weights: self.weights.clone(),
            bounds: self.bounds.iter().map(|bound| bound + need).collect(),
        }
    }

    /// Moves every bound towards their mean, to this share of its distance.
    pub(crate) fn draw_bounds_together(&mut self, share: f32) {
        #[expect(clippy::cast_precision_loss, reason = "three bounds")]
        let mean = self.bounds.iter().sum::<f32>() / self.bounds.len().max(1) as f32;
        self.bounds.iter_mut().for_each(|bound| *bound = mean + share * (*bound - mean));
    }

    /// The usual distance between two neighbouring bounds; nothing for a model of one bound.
    #[expect(clippy::cast_precision_loss, reason = "a few levels")]
    pub(crate) fn step(&self) -> f32 {
        let steps = self.bounds.len().saturating_sub(1).max(1) as f32;
        let span = self.bounds.last().zip(self.bounds.first()).map_or(0.0, |(top, low)| top - low);
        span / steps
    }

    /// How likely each level is reached, from level 1 on.
    pub fn reached(&self, counts: &[f32]) -> Vec<f32> {
        let score = self.score(counts);
        self.bounds.iter().map(|bound| logistic(score - bound)).collect()
    }

    /// The highest level that is likelier reached than not.
    pub fn level(&self, counts: &[f32]) -> usize {
        self.reached(counts).iter().filter(|likely| **likely >= 0.5).count()
    }

    /// How likely exactly this level is, in percent.
    pub fn certainty(&self, counts: &[f32], level: usize) -> u8 {
        let reached = self.reached(counts);
        let at_least = |level: usize| {
            if level == 0 { 1.0 } else { reached.get(level - 1).copied().unwrap_or(0.0) }
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        let percent =
            ((at_least(level) - at_least(level + 1)).clamp(0.0, 1.0) * 100.0).round() as u8;
        percent
    }

    /// Learns from cases, by plain gradient steps from zero: the same cases give the same model.
    pub fn fit(cases: &[Case], levels: usize, ridge: f32) -> Ordinal {
        let width = cases.first().map_or(0, |case| case.counts.len());
        let mut model = Ordinal { weights: vec![0.1; width], bounds: first_bounds(cases, levels) };
        let mut step = Momentum::new(width + model.bounds.len());
        for _ in 0..STEPS {
            let gradient = model.gradient(cases, ridge);
            model.descend(&mut step, &gradient);
        }
        model
    }

    /// The slope of the mean loss by each weight, then by each bound.
    fn gradient(&self, cases: &[Case], ridge: f32) -> Vec<f32> {
        let width = self.weights.len();
        let mut slope = vec![0.0_f32; width + self.bounds.len()];
        for case in cases {
            let score = self.score(&case.counts);
            for (at, bound) in self.bounds.iter().enumerate() {
                let truth = f32::from(u8::from(case.level > at));
                let error = logistic(score - bound) - truth;
                slope[width + at] -= error;
                for (weight, count) in slope.iter_mut().zip(&case.counts) {
                    *weight += error * count;
                }
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a few hundred cases")]
        let cases = cases.len().max(1) as f32;
        for it in &mut slope {
            *it /= cases;
        }
        for (slope, weight) in slope.iter_mut().zip(&self.weights) {
            *slope += ridge * weight;
        }
        slope
    }

    fn descend(&mut self, step: &mut Momentum, gradient: &[f32]) {
        let moves = step.moves(gradient);
        let (by_weight, by_bound) = moves.split_at(self.weights.len());
        self.weights
            .iter_mut()
            .zip(by_weight)
            .for_each(|(weight, by)| *weight = (*weight - by).max(0.0));
        self.bounds.iter_mut().zip(by_bound).for_each(|(bound, by)| *bound -= by);
    }
}

const STEPS: usize = 6_000;

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// Bounds that give each level its share of the cases.
#[expect(clippy::cast_precision_loss, reason = "a few hundred cases")]
fn first_bounds(cases: &[Case], levels: usize) -> Vec<f32> {
    let share = |at: usize| {
        cases.iter().filter(|case| case.level > at).count() as f32 / cases.len().max(1) as f32
    };
    (0..levels - 1)
        .map(share)
        .map(|share| share.clamp(0.02, 0.98))
        .map(|share| -(share / (1.0 - share)).ln())
        .collect()
}

/// Steps that remember the ones before (Adam, Kingma and Ba 2014).
struct Momentum {
    mean: Vec<f32>,
    square: Vec<f32>,
    taken: i32,
}

impl Momentum {
    const RATE: f32 = 0.03;

    fn new(width: usize) -> Momentum {
        Momentum { mean: vec![0.0; width], square: vec![0.0; width], taken: 0 }
    }

    fn moves(&mut self, gradient: &[f32]) -> Vec<f32> {
        self.taken += 1;
        let (first, second) = (1.0 - 0.9_f32.powi(self.taken), 1.0 - 0.999_f32.powi(self.taken));
        let state = self.mean.iter_mut().zip(&mut self.square).zip(gradient);
        let moves = state.map(|((mean, square), slope)| {
            *mean = 0.9 * *mean + 0.1 * slope;
            *square = 0.999 * *square + 0.001 * slope * slope;
            Self::RATE * (*mean / first) / ((*square / second).sqrt() + 1e-8)
        });
        moves.collect()
    }
}

#[test]
fn a_count_that_tells_levels_apart_gets_the_weight() {
    let case = |useful: f32, useless: f32, level| Case { counts: vec![useful, useless], level };
    let cases = [
        case(0.0, 1.0, 0),
        case(0.1, 0.0, 0),
        case(1.0, 1.0, 1),
        case(1.1, 0.0, 1),
        case(2.0, 0.5, 2),
        case(2.2, 0.4, 2),
    ];
    let model = Ordinal::fit(&cases, 3, 0.001);
    assert_eq!(
        cases.iter().map(|it| model.level(&it.counts)).collect::<Vec<_>>(),
        [0, 0, 1, 1, 2, 2]
    );
    assert!(model.weights[0] > 10.0 * model.weights[1]);
}
