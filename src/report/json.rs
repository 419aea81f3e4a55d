//! The contract `critique-report/1`, which other programs read. Fields are only ever added.

use serde::Serialize;

use crate::detect::Finding;
use crate::document::Place;
use crate::judge::{
    CriterionVerdict, Critique, Evidence, MistakeVerdict, NextStep, PointVerdict, PracticeVerdict,
    SumLine,
};
use crate::language::{STANCES, Stance};
use crate::report::{Judged, Named, Report};

/// The report as indented JSON with a line break at its end.
pub fn json(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(&Whole::of(report))
        .expect("strings, numbers and lists always serialise");
    text.push('\n');
    text
}

/// The report as one line of JSON, the `id` of its essay first.
pub fn json_line(id: &str, report: &Report) -> String {
    let line = Line { id, whole: Whole::of(report) };
    serde_json::to_string(&line).expect("strings, numbers and lists always serialise")
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(flatten)]
    whole: Whole<'a>,
}

#[derive(Serialize)]
struct Whole<'a> {
    schema: &'static str,
    tool: Tool,
    rubric: Rubric<'a>,
    reader: &'static str,
    essays: Vec<Essay<'a>>,
    summary: Summary<'a>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Rubric<'a> {
    id: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct Essay<'a> {
    path: &'a str,
    /// What `line` counts in this essay: lines, or paragraphs of a Word document.
    counts: &'static str,
    rubric: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rubric_chosen: Option<&'a str>,
    words: Words,
    mark: u32,
    band: &'a str,
    sum: Vec<Sum<'a>>,
    caps: &'a [String],
    criteria: Vec<Criterion<'a>>,
    mistakes: Vec<Mistake<'a>>,
    practices: Vec<Practice<'a>>,
    concepts: Vec<Concept<'a>>,
    findings: Vec<Found<'a>>,
    next_steps: Vec<Step<'a>>,
    stance: StanceCount,
    sentences: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Words {
    counted: usize,
    total: usize,
    target: Option<usize>,
    within: Option<bool>,
}

#[derive(Serialize)]
struct Sum<'a> {
    what: &'a str,
    amount: i64,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    title: &'a str,
    marks: u32,
    out_of: u32,
    points: Vec<Point<'a>>,
}

#[derive(Serialize)]
struct Point<'a> {
    id: &'a str,
    level: u8,
    label: &'static str,
    certainty: u8,
    marks: u32,
    out_of: u32,
    credit: &'a str,
    evidence: Vec<Passage<'a>>,
    missing: &'a [String],
    advice: &'a str,
}

#[derive(Serialize)]
struct Passage<'a> {
    #[serde(flatten)]
    at: At,
    text: &'a str,
    does: &'static str,
}

/// Lines and columns from 1; columns count Unicode code points; the end is just after the last character.
#[derive(Serialize)]
struct At {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Mistake<'a> {
    id: &'a str,
    present: bool,
    certainty: u8,
    says: &'a str,
    reason: &'a str,
    costs: u32,
    evidence: Vec<Passage<'a>>,
    advice: &'a str,
}

#[derive(Serialize)]
struct Practice<'a> {
    id: &'a str,
    met: bool,
    certainty: u8,
    says: &'a str,
    reason: &'a str,
    evidence: Vec<Passage<'a>>,
    advice: &'a str,
}

#[derive(Serialize)]
struct Concept<'a> {
    title: &'a str,
    treated: bool,
}

#[derive(Serialize)]
struct Found<'a> {
    rule: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    at: At,
    message: &'a str,
    help: &'a str,
}

#[derive(Serialize)]
struct Step<'a> {
    gain: u32,
    action: &'a str,
    point: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct StanceCount {
    descriptive: usize,
    analytical: usize,
    evaluative: usize,
    other: usize,
}

#[derive(Serialize)]
struct Sentence<'a> {
    line: usize,
    column: usize,
    text: &'a str,
    stance: &'static str,
}

#[derive(Serialize)]
struct Summary<'a> {
    essays: usize,
    mean: Option<u32>,
    failed: Vec<Failed<'a>>,
}

#[derive(Serialize)]
struct Failed<'a> {
    path: &'a str,
    reason: &'a str,
}

impl<'a> Whole<'a> {
    fn of(report: &'a Report) -> Whole<'a> {
        static NONE: Named = Named { id: String::new(), title: String::new() };
        let rubric = report.essays.first().map_or(&NONE, |essay| &essay.rubric);
        let failed = report.failed.iter().map(|it| Failed { path: &it.path, reason: &it.reason });
        Whole {
            schema: "critique-report/1",
            tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
            rubric: Rubric { id: &rubric.id, title: &rubric.title },
            reader: report.reader,
            essays: report.essays.iter().map(Essay::of).collect(),
            summary: Summary {
                essays: report.essays.len(),
                mean: report.mean(),
                failed: failed.collect(),
            },
        }
    }
}

impl<'a> Essay<'a> {
    fn of(judged: &'a Judged) -> Essay<'a> {
        let Critique {
            words,
            mark,
            band,
            sum,
            criteria,
            mistakes,
            practices,
            concepts,
            findings,
            next_steps,
            sentences,
            caps,
        } = &judged.critique;
        let count = |stance: Stance| sentences.iter().filter(|it| it.stance == stance).count();
        let [descriptive, analytical, evaluative, other] = STANCES.map(count);
        Essay {
            path: &judged.path,
            counts: judged.counts(),
            rubric: &judged.rubric.id,
            rubric_chosen: judged.chosen.as_deref(),
            words: Words {
                counted: words.counted,
                total: words.total,
                target: words.target,
                within: words.within,
            },
            mark: *mark,
            band,
            sum: sum.iter().map(|SumLine { what, amount }| Sum { what, amount: *amount }).collect(),
            caps,
            criteria: criteria.iter().map(Criterion::of).collect(),
            mistakes: mistakes.iter().map(Mistake::of).collect(),
            practices: practices.iter().map(Practice::of).collect(),
            concepts: concepts
                .iter()
                .map(|(title, treated)| Concept { title, treated: *treated })
                .collect(),
            findings: findings.iter().map(Found::of).collect(),
            next_steps: next_steps.iter().map(Step::of).collect(),
            stance: StanceCount { descriptive, analytical, evaluative, other },
            sentences: sentences
                .iter()
                .map(|it| Sentence {
                    line: it.place.start.line,
                    column: it.place.start.column,
                    text: &it.text,
                    stance: it.stance.name(),
                })
                .collect(),
        }
    }
}

impl<'a> Criterion<'a> {
    fn of(it: &'a CriterionVerdict) -> Criterion<'a> {
        Criterion {
            id: &it.id,
            title: &it.title,
            marks: it.marks,
            out_of: it.out_of,
            points: it.points.iter().map(Point::of).collect(),
        }
    }
}

impl<'a> Point<'a> {
    fn of(it: &'a PointVerdict) -> Point<'a> {
        Point {
            id: &it.id,
            level: it.level.number(),
            label: it.level.label(),
            certainty: it.certainty,
            marks: it.marks,
            out_of: it.out_of,
            credit: &it.credit,
            evidence: passages(&it.evidence),
            missing: &it.missing,
            advice: &it.advice,
        }
    }
}

fn passages(evidence: &[Evidence]) -> Vec<Passage<'_>> {
    evidence
        .iter()
        .map(|it| Passage { at: At::of(it.place), text: &it.text, does: it.does })
        .collect()
}

impl At {
    fn of(place: Place) -> At {
        At {
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
        }
    }
}

impl<'a> Mistake<'a> {
    fn of(it: &'a MistakeVerdict) -> Mistake<'a> {
        Mistake {
            id: &it.id,
            present: it.present,
            certainty: it.certainty,
            says: &it.says,
            reason: &it.reason,
            costs: it.costs,
            evidence: passages(&it.evidence),
            advice: &it.advice,
        }
    }
}

impl<'a> Practice<'a> {
    fn of(it: &'a PracticeVerdict) -> Practice<'a> {
        Practice {
            id: &it.id,
            met: it.met,
            certainty: it.certainty,
            says: &it.says,
            reason: &it.reason,
            evidence: passages(&it.evidence),
            advice: &it.advice,
        }
    }
}

impl<'a> Found<'a> {
    fn of(it: &'a Finding) -> Found<'a> {
        Found {
            rule: it.rule,
            severity: it.severity.name(),
            at: At::of(it.place),
            message: &it.message,
            help: &it.help,
        }
    }
}

impl<'a> Step<'a> {
    fn of(it: &'a NextStep) -> Step<'a> {
        Step { gain: it.gain, action: &it.action, point: &it.point, line: it.line }
    }
}
