//! How far two judges agree beyond chance.

/// Cohen's kappa with quadratic weights, over pairs of levels from 0 up; 1 where there is nothing to disagree on.
#[expect(clippy::cast_precision_loss, reason = "a few thousand pairs")]
pub fn quadratic_kappa(pairs: &[(usize, usize)]) -> f64 {
    let levels = 1 + pairs.iter().map(|(a, b)| *a.max(b)).max().unwrap_or(0);
    let count = |of: &dyn Fn(&(usize, usize)) -> usize, level: usize| {
        pairs.iter().filter(|it| of(it) == level).count() as f64
    };
    let squared = |a: usize, b: usize| (a as f64 - b as f64).powi(2);
    let seen: f64 = pairs.iter().map(|(a, b)| squared(*a, *b)).sum();
    let mut by_chance = 0.0;
    for a in 0..levels {
        for b in 0..levels {
            by_chance += squared(a, b) * count(&|it| it.0, a) * count(&|it| it.1, b)
                / pairs.len().max(1) as f64;
        }
    }
    if by_chance == 0.0 { 1.0 } else { 1.0 - seen / by_chance }
}

/// Cohen's kappa of yes-or-no pairs; for two levels the weights change nothing.
pub fn kappa(pairs: &[(bool, bool)]) -> f64 {
    quadratic_kappa(
        &pairs.iter().map(|(a, b)| (usize::from(*a), usize::from(*b))).collect::<Vec<_>>(),
    )
}

/// The correlation of pairs (Pearson); 0 where one side never changes.
#[expect(clippy::cast_precision_loss, reason = "a few thousand pairs")]
pub fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let count = pairs.len().max(1) as f64;
    let (mean_a, mean_b) = (
        pairs.iter().map(|it| it.0).sum::<f64>() / count,
        pairs.iter().map(|it| it.1).sum::<f64>() / count,
    );
    let both: f64 = pairs.iter().map(|(a, b)| (a - mean_a) * (b - mean_b)).sum();
    let (a, b): (f64, f64) = (
        pairs.iter().map(|it| (it.0 - mean_a).powi(2)).sum(),
        pairs.iter().map(|it| (it.1 - mean_b).powi(2)).sum(),
    );
    if a * b == 0.0 { 0.0 } else { both / (a * b).sqrt() }
}

#[test]
fn agreement_is_measured_beyond_chance() {
    assert!((quadratic_kappa(&[(0, 0), (3, 3), (1, 1)]) - 1.0).abs() < 1e-9);
    assert!(quadratic_kappa(&[(0, 3), (3, 0)]) < 0.0);
    assert!(kappa(&[(true, true), (false, true), (true, false), (false, false)]).abs() < 1e-9);
    assert!((correlation(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]) - 1.0).abs() < 1e-9);
}
