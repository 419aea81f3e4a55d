//! The verdicts of the program held against those of assessors.

use std::collections::BTreeSet;

use crate::judge::agreement::{correlation, kappa, quadratic_kappa};
use crate::judge::{Critique, Evidence};
use crate::rubric::Rubric;

/// One assessor's verdicts on one essay, in the order of the rubric; what was not judged is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    pub file: String,
    pub points: Vec<Option<usize>>,
    pub mistakes: Vec<Option<bool>>,
    pub practices: Vec<Option<bool>>,
    pub mark: Option<u32>,
}

/// The program's verdicts on the same essay.
#[derive(Clone, Debug)]
pub struct Answer {
    pub points: Vec<(String, usize, Vec<Evidence>)>,
    pub mistakes: Vec<(String, bool)>,
    pub practices: Vec<(String, bool)>,
    pub mark: u32,
    pub words: usize,
}

/// How far they agree; kappas from -1 to 1, errors in marks.
#[derive(Clone, Debug)]
pub struct Calibration {
    pub essays: usize,
    pub points: Agreement,
    pub by_point: Vec<(String, Agreement)>,
    pub mistakes: f64,
    pub by_mistake: Vec<(String, f64)>,
    pub practices: f64,
    pub by_practice: Vec<(String, f64)>,
    pub bands: f64,
    /// The mean of the differences between marks, without their sign.
    pub mark_error: f64,
    /// The mean of the differences: above 0 the program is generous.
    pub mark_bias: f64,
    /// Of the program's mark with the number of words, and of the assessors' mark.
    pub length: (f64, f64),
    pub worst: Vec<Disagreement>,
}

/// Agreement on levels.
#[derive(Clone, Debug)]
pub struct Agreement {
    pub kappa: f64,
    /// Shares of verdicts that are the same, and at most one level apart.
    pub exact: f64,
    pub adjacent: f64,
    pub bias: f64,
    /// Rows: the assessor's level; columns: the program's.
    pub confusion: [[usize; 4]; 4],
}

/// One point on which the two differ by two levels or more.
#[derive(Clone, Debug)]
pub struct Disagreement {
    pub file: String,
    pub point: String,
    pub assessor: usize,
    pub program: usize,
    pub evidence: Vec<Evidence>,
}

impl Answer {
    pub fn of(critique: &Critique, rubric: &Rubric) -> Answer {
        let all = || critique.criteria.iter().flat_map(|criterion| &criterion.points);
        let in_order = rubric.points.iter().filter_map(|point| all().find(|it| it.id == point.id));
        Answer {
            points: in_order
                .map(|it| (it.id.clone(), it.level.number() as usize, it.evidence.clone()))
                .collect(),
            mistakes: critique.mistakes.iter().map(|it| (it.id.clone(), it.present)).collect(),
            practices: critique.practices.iter().map(|it| (it.id.clone(), it.met)).collect(),
            mark: critique.mark,
            words: critique.words.counted,
        }
    }
}

const WORST: usize = 10;

/// Holds answers against labels, pair by pair; an essay with two assessors stands in two pairs.
#[expect(clippy::cast_precision_loss, reason = "a few thousand pairs")]
pub fn calibrate(pairs: &[(&Labels, &Answer)]) -> Calibration {
    let answers = || pairs.iter().map(|(_, answer)| *answer);
    let point_ids =
        ids(answers().map(|it| it.points.iter().map(|it| it.0.as_str()).collect()), "point");
    let mistake_ids =
        ids(answers().map(|it| it.mistakes.iter().map(|it| it.0.as_str()).collect()), "mistake");
    let practice_ids =
        ids(answers().map(|it| it.practices.iter().map(|it| it.0.as_str()).collect()), "practice");
    let levels = |at: usize| {
        pairs.iter().filter_map(move |(labels, answer)| {
            Some(((*labels.points.get(at)?)?, answer.points[at].1))
        })
    };
    let mistakes = |at: usize| {
        pairs.iter().filter_map(move |(labels, answer)| {
            Some(((*labels.mistakes.get(at)?)?, answer.mistakes[at].1))
        })
    };
    let practices = |at: usize| {
        pairs.iter().filter_map(move |(labels, answer)| {
            Some(((*labels.practices.get(at)?)?, answer.practices[at].1))
        })
    };
    let marks: Vec<(f64, f64)> = pairs
        .iter()
        .filter_map(|(labels, answer)| Some((f64::from(labels.mark?), f64::from(answer.mark))))
        .collect();
    let mean = |sum: f64| sum / marks.len().max(1) as f64;
    let all = |of: &dyn Fn(usize) -> Vec<(bool, bool)>, count: usize| {
        kappa(&(0..count).flat_map(of).collect::<Vec<_>>())
    };
    let lengths = |of: &dyn Fn(&Labels, &Answer) -> Option<f64>| {
        correlation(
            &pairs
                .iter()
                .filter_map(|(labels, answer)| Some((answer.words as f64, of(labels, answer)?)))
                .collect::<Vec<_>>(),
        )
    };
    Calibration {
        essays: pairs.iter().map(|(labels, _)| labels.file.as_str()).collect::<BTreeSet<_>>().len(),
        points: Agreement::of(&(0..point_ids.len()).flat_map(levels).collect::<Vec<_>>()),
        by_point: point_ids
            .iter()
            .enumerate()
            .map(|(at, id)| (id.clone(), Agreement::of(&levels(at).collect::<Vec<_>>())))
            .collect(),
        mistakes: all(&|at| mistakes(at).collect(), mistake_ids.len()),
        by_mistake: mistake_ids
            .iter()
            .enumerate()
            .map(|(at, id)| (id.clone(), kappa(&mistakes(at).collect::<Vec<_>>())))
            .collect(),
        practices: all(&|at| practices(at).collect(), practice_ids.len()),
        by_practice: practice_ids
            .iter()
            .enumerate()
            .map(|(at, id)| (id.clone(), kappa(&practices(at).collect::<Vec<_>>())))
            .collect(),
        bands: quadratic_kappa(
            &marks.iter().map(|(a, b)| (band(*a), band(*b))).collect::<Vec<_>>(),
        ),
        mark_error: mean(marks.iter().map(|(a, b)| (a - b).abs()).sum()),
        mark_bias: mean(marks.iter().map(|(a, b)| b - a).sum()),
        length: (
            lengths(&|_, answer| Some(f64::from(answer.mark))),
            lengths(&|labels, _| labels.mark.map(f64::from)),
        ),
        worst: worst(pairs),
    }
}

/// The ids where all answers have the same; numbers where they come from several rubrics.
fn ids<'a>(each: impl Iterator<Item = Vec<&'a str>>, what: &str) -> Vec<String> {
    let each: Vec<Vec<&str>> = each.collect();
    let most = each.iter().map(Vec::len).max().unwrap_or(0);
    let name = |at: usize| {
        let named = each.iter().filter_map(|ids| ids.get(at)).collect::<BTreeSet<_>>();
        match named.into_iter().collect::<Vec<_>>()[..] {
            [id] => (*id).to_owned(),
            _ => format!("{what}-{}", at + 1),
        }
    };
    (0..most).map(name).collect()
}

/// Fail, pass, merit, distinction.
fn band(mark: f64) -> usize {
    [40.0, 55.0, 70.0].iter().filter(|from| mark >= **from).count()
}

fn worst(pairs: &[(&Labels, &Answer)]) -> Vec<Disagreement> {
    let mut all = Vec::new();
    for (labels, answer) in pairs {
        for (label, (point, program, evidence)) in labels.points.iter().zip(&answer.points) {
            if let Some(assessor) = label.filter(|it| it.abs_diff(*program) >= 2) {
                let (file, point) = (labels.file.clone(), point.clone());
                all.push(Disagreement {
                    file,
                    point,
                    assessor,
                    program: *program,
                    evidence: evidence.clone(),
                });
            }
        }
    }
    all.sort_by(|a, b| {
        let gap = |it: &Disagreement| it.assessor.abs_diff(it.program);
        gap(b).cmp(&gap(a)).then_with(|| (&a.file, &a.point).cmp(&(&b.file, &b.point)))
    });
    all.dedup_by(|a, b| (&a.file, &a.point) == (&b.file, &b.point));
    all.truncate(WORST);
    all
}

impl Agreement {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand pairs")]
    fn of(pairs: &[(usize, usize)]) -> Agreement {
        let share = |within: usize| {
            pairs.iter().filter(|(a, b)| a.abs_diff(*b) <= within).count() as f64
                / pairs.len().max(1) as f64
        };
        let mut confusion = [[0; 4]; 4];
        for (assessor, program) in pairs {
            confusion[(*assessor).min(3)][(*program).min(3)] += 1;
        }
        let bias: f64 =
            pairs.iter().map(|(assessor, program)| *program as f64 - *assessor as f64).sum();
        Agreement {
            kappa: quadratic_kappa(pairs),
            exact: share(0),
            adjacent: share(1),
            bias: bias / pairs.len().max(1) as f64,
            confusion,
        }
    }
}
