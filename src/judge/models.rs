//! The fitted models, read from `weights.txt`, whose lines `critique calibrate --fit` writes.

use std::fmt::Write as _;
use std::sync::LazyLock;

use crate::judge::counts::{
    AIMED_COUNTS, MISTAKE_COUNTS, POINT_COUNTS, PRACTICE_COUNTS, STANDING, WHOLE_COUNTS,
};
use crate::judge::ordinal::Ordinal;
use crate::rubric::Rubric;

/// How counts of evidence become levels and verdicts.
#[derive(Clone, Debug, PartialEq)]
pub struct Models {
    /// Levels 0 to 3 of a marking point.
    pub point: Ordinal,
    /// 1: the essay is spared the mistake.
    pub mistake: Ordinal,
    /// 1: the practice is met.
    pub practice: Ordinal,
}

static PROVEN: LazyLock<Models> = LazyLock::new(|| Models {
    point: read("point", &POINT_COUNTS, 3),
    mistake: read("mistake", &mistake_names(false), 1),
    practice: read("practice", &practice_names(), 1),
});

/// A drafted rubric's phrases are worth less, and what its paragraphs are about is worth more; practices are judged alike.
static DRAFTED: LazyLock<Models> = LazyLock::new(|| Models {
    point: read("drafted-point", &point_names(true), 3),
    mistake: read("drafted-mistake", &mistake_names(true), 1),
    practice: PROVEN.practice.clone(),
});

impl Models {
    /// The models that this program was built with, for such a rubric.
    pub fn fitted(rubric: &Rubric) -> &'static Models {
        if rubric.drafted { &DRAFTED } else { &PROVEN }
    }

    /// The lines of `weights.txt`, one weight a line, then the bound of each level.
    pub fn written(&self, drafted: bool) -> String {
        let mut text = String::new();
        if drafted {
            write_model(&mut text, "drafted-point", &point_names(true), &self.point);
            write_model(&mut text, "drafted-mistake", &mistake_names(true), &self.mistake);
            return text;
        }
        write_model(&mut text, "point", &point_names(false), &self.point);
        write_model(&mut text, "mistake", &mistake_names(false), &self.mistake);
        write_model(&mut text, "practice", &practice_names(), &self.practice);
        text
    }
}

fn point_names(drafted: bool) -> Vec<&'static str> {
    if !drafted {
        return POINT_COUNTS.to_vec();
    }
    [POINT_COUNTS.as_slice(), &AIMED_COUNTS, &WHOLE_COUNTS].concat()
}

fn mistake_names(drafted: bool) -> Vec<&'static str> {
    let whole: &[&str] = if drafted { &WHOLE_COUNTS } else { &[] };
    [&MISTAKE_COUNTS, whole, &[STANDING]].concat()
}

fn practice_names() -> Vec<&'static str> {
    [PRACTICE_COUNTS.as_slice(), &[STANDING]].concat()
}

fn write_model(text: &mut String, of: &str, counts: &[&str], model: &Ordinal) {
    for (count, weight) in counts.iter().zip(&model.weights) {
        let _ = writeln!(text, "{of} {count} {weight:.4}");
    }
    for (at, bound) in model.bounds.iter().enumerate() {
        let _ = writeln!(text, "{of} level-{} {bound:.4}", at + 1);
    }
}

fn read(of: &str, counts: &[&str], bounds: usize) -> Ordinal {
    let value = |name: &str| {
        let lines = include_str!("weights.txt").lines().filter(|line| !line.starts_with('#'));
        let mut fields = lines.map(|line| line.split(' ').collect::<Vec<_>>());
        let line = fields.find(|it| it[0] == of && it[1] == name);
        line.and_then(|it| it[2].parse().ok())
            .expect("weights.txt has a line for every count; a test reads it")
    };
    Ordinal {
        weights: counts.iter().map(|name| value(name)).collect(),
        bounds: (1..=bounds).map(|level| value(&format!("level-{level}"))).collect(),
    }
}

#[test]
fn the_fitted_models_are_whole_and_never_reward_less() {
    for models in [&*PROVEN, &*DRAFTED] {
        let all = [&models.point, &models.mistake, &models.practice];
        assert!(all.iter().all(|model| model.weights.iter().all(|weight| *weight >= 0.0)));
        assert!(models.point.bounds.is_sorted());
    }
}
