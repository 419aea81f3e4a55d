//! The contract `critique-report/1`, which other programs read. Fields are only ever added.

use schemars::JsonSchema;
use serde::Serialize;

use crate::detect::Finding;
use crate::document::{self, Place};
use crate::judge::{
    CriterionVerdict, Critique, Evidence, MistakeVerdict, NextStep, PointVerdict, PracticeVerdict,
    SentenceVerdict, SumLine,
};
use crate::language::{STANCES, Stance};
use crate::report::{Judged, Named, Report, pretty};

/// The report as indented JSON with a line break at its end.
pub fn json(report: &Report) -> String {
    pretty(&Whole::of(report))
}

/// The JSON Schema of the report, draft 2020-12.
pub fn json_schema() -> String {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    pretty(&settings.into_generator().into_root_schema_for::<Whole<'static>>())
}

/// What `critique check --format json` writes, schema name `critique-report/1`: the marks are indicative, an assessor
/// decides. Fields may be added under the same schema name.
#[derive(Serialize, JsonSchema)]
pub(super) struct Whole<'a> {
    #[schemars(extend("enum" = ["critique-report/1"]))]
    schema: &'static str,
    tool: Tool,
    rubric: Rubric<'a>,
    #[schemars(extend("enum" = ["deep", "fast"]))]
    reader: &'static str,
    essays: Vec<Essay<'a>>,
    summary: Summary<'a>,
}

/// The program that wrote the report.
#[derive(Serialize, JsonSchema)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// The rubric of the first essay; each essay names its own.
#[derive(Serialize, JsonSchema)]
struct Rubric<'a> {
    id: &'a str,
    title: &'a str,
}

/// One essay and the answer to it.
#[derive(Serialize, JsonSchema)]
struct Essay<'a> {
    path: &'a str,
    /// What `line` counts in this essay: paragraphs, where it is a Word document.
    #[schemars(extend("enum" = ["line", "paragraph"]))]
    counts: &'static str,
    /// The files that the essay was joined from, in order; places name theirs. None where it is one file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<Part<'a>>,
    rubric: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rubric_chosen: Option<&'a str>,
    words: Words,
    #[schemars(range(max = 100))]
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

/// A file of an essay in several, and what `line` counts in it.
#[derive(Serialize, JsonSchema)]
struct Part<'a> {
    file: &'a str,
    #[schemars(extend("enum" = ["line", "paragraph"]))]
    counts: &'static str,
}

/// Words counted towards the length, and all words of the file; `within` says whether the count is in range. `general`: how
/// many in a hundred could stand in any essay, where the verdicts rest on it (a drafted rubric).
#[derive(Serialize, JsonSchema)]
struct Words {
    counted: usize,
    total: usize,
    target: Option<usize>,
    within: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    general: Option<u8>,
}

/// One line of the sum that makes the mark.
#[derive(Serialize, JsonSchema)]
struct Sum<'a> {
    what: &'a str,
    amount: i64,
}

/// One learning outcome or criterion with its marking points.
#[derive(Serialize, JsonSchema)]
struct Criterion<'a> {
    id: &'a str,
    title: &'a str,
    marks: u32,
    out_of: u32,
    points: Vec<Point<'a>>,
}

/// One marking point: level 0 not evidenced, 1 limited, 2 sound, 3 strong; certainty in percent.
#[derive(Serialize, JsonSchema)]
struct Point<'a> {
    id: &'a str,
    title: &'a str,
    #[schemars(range(max = 3))]
    level: u8,
    #[schemars(extend("enum" = ["not evidenced", "limited", "sound", "strong"]))]
    label: &'static str,
    /// The grade that the point belongs to, on the `btec` scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<&'static str>,
    /// Whether it is achieved, on the `btec` scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    achieved: Option<bool>,
    #[schemars(range(max = 100))]
    certainty: u8,
    marks: u32,
    out_of: u32,
    credit: &'a str,
    evidence: Vec<Passage<'a>>,
    missing: &'a [String],
    advice: &'a str,
}

/// A passage of the essay that counts, and what it does.
#[derive(Serialize, JsonSchema)]
struct Passage<'a> {
    #[serde(flatten)]
    at: At<'a>,
    text: &'a str,
    does: &'static str,
}

/// Lines and columns from 1; columns count Unicode code points; the end is just after the last character.
#[derive(Serialize, JsonSchema)]
struct At<'a> {
    /// The file that the lines are counted in, of an essay in several.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[schemars(range(min = 1))]
    line: usize,
    #[schemars(range(min = 1))]
    column: usize,
    #[schemars(range(min = 1))]
    end_line: usize,
    #[schemars(range(min = 1))]
    end_column: usize,
}

/// A common mistake, made or spared.
#[derive(Serialize, JsonSchema)]
struct Mistake<'a> {
    id: &'a str,
    title: &'a str,
    present: bool,
    #[schemars(range(max = 100))]
    certainty: u8,
    says: &'a str,
    reason: &'a str,
    costs: u32,
    evidence: Vec<Passage<'a>>,
    advice: &'a str,
}

/// A good practice, met or not yet.
#[derive(Serialize, JsonSchema)]
struct Practice<'a> {
    id: &'a str,
    title: &'a str,
    met: bool,
    #[schemars(range(max = 100))]
    certainty: u8,
    says: &'a str,
    reason: &'a str,
    evidence: Vec<Passage<'a>>,
    advice: &'a str,
}

/// A key concept of the unit.
#[derive(Serialize, JsonSchema)]
struct Concept<'a> {
    title: &'a str,
    treated: bool,
}

/// A thing that any marker would query.
#[derive(Serialize, JsonSchema)]
struct Found<'a> {
    rule: &'static str,
    #[schemars(extend("enum" = ["error", "warning", "note"]))]
    severity: &'static str,
    #[serde(flatten)]
    at: At<'a>,
    message: &'a str,
    help: &'a str,
}

/// One thing to do next, and the marks that it would gain.
#[derive(Serialize, JsonSchema)]
struct Step<'a> {
    gain: u32,
    action: &'a str,
    point: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[schemars(range(min = 1))]
    line: usize,
}

/// Sentences of each stance.
#[derive(Serialize, JsonSchema)]
struct StanceCount {
    descriptive: usize,
    analytical: usize,
    evaluative: usize,
    other: usize,
}

/// One of the student's own sentences.
#[derive(Serialize, JsonSchema)]
struct Sentence<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[schemars(range(min = 1))]
    line: usize,
    #[schemars(range(min = 1))]
    column: usize,
    text: &'a str,
    #[schemars(extend("enum" = ["descriptive", "analytical", "evaluative", "other"]))]
    stance: &'static str,
}

/// The run as a whole.
#[derive(Serialize, JsonSchema)]
struct Summary<'a> {
    essays: usize,
    mean: Option<u32>,
    failed: Vec<Failed<'a>>,
}

/// A file that was not judged, and why.
#[derive(Serialize, JsonSchema)]
struct Failed<'a> {
    path: &'a str,
    reason: &'a str,
}

impl<'a> Whole<'a> {
    pub(super) fn of(report: &'a Report) -> Whole<'a> {
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
            counts: judged.unit(),
            files: judged.parts().iter().map(Part::of).collect(),
            rubric: &judged.rubric.id,
            rubric_chosen: judged.chosen.as_deref(),
            words: Words {
                counted: words.counted,
                total: words.total,
                target: words.target,
                within: words.within,
                general: words.general,
            },
            mark: *mark,
            band,
            sum: sum.iter().map(|SumLine { what, amount }| Sum { what, amount: *amount }).collect(),
            caps,
            criteria: criteria.iter().map(|it| Criterion::of(judged, it)).collect(),
            mistakes: mistakes.iter().map(|it| Mistake::of(judged, it)).collect(),
            practices: practices.iter().map(|it| Practice::of(judged, it)).collect(),
            concepts: concepts
                .iter()
                .map(|(title, treated)| Concept { title, treated: *treated })
                .collect(),
            findings: findings.iter().map(|it| Found::of(judged, it)).collect(),
            next_steps: next_steps.iter().map(|it| Step::of(judged, it)).collect(),
            stance: StanceCount { descriptive, analytical, evaluative, other },
            sentences: sentences.iter().map(|it| Sentence::of(judged, it)).collect(),
        }
    }
}

impl<'a> Part<'a> {
    fn of(it: &'a document::Part) -> Part<'a> {
        Part { file: &it.name, counts: it.unit.name() }
    }
}

impl<'a> Sentence<'a> {
    fn of(judged: &'a Judged, it: &'a SentenceVerdict) -> Sentence<'a> {
        let spot = judged.spot(it.place.start.line);
        Sentence {
            file: spot.file,
            line: spot.line,
            column: it.place.start.column,
            text: &it.text,
            stance: it.stance.name(),
        }
    }
}

impl<'a> Criterion<'a> {
    fn of(judged: &'a Judged, it: &'a CriterionVerdict) -> Criterion<'a> {
        Criterion {
            id: &it.id,
            title: &it.title,
            marks: it.marks,
            out_of: it.out_of,
            points: it.points.iter().map(|it| Point::of(judged, it)).collect(),
        }
    }
}

impl<'a> Point<'a> {
    fn of(judged: &'a Judged, it: &'a PointVerdict) -> Point<'a> {
        Point {
            id: &it.id,
            title: &it.title,
            level: it.level.number(),
            label: it.level.label(),
            grade: it.achievement.map(|it| it.grade.name()),
            achieved: it.achievement.map(|it| it.achieved),
            certainty: it.certainty,
            marks: it.marks,
            out_of: it.out_of,
            credit: &it.credit,
            evidence: passages(judged, &it.evidence),
            missing: &it.missing,
            advice: &it.advice,
        }
    }
}

fn passages<'a>(judged: &'a Judged, evidence: &'a [Evidence]) -> Vec<Passage<'a>> {
    evidence
        .iter()
        .map(|it| Passage { at: At::of(judged, it.place), text: &it.text, does: it.does })
        .collect()
}

impl<'a> At<'a> {
    /// Lines are counted in the file that the place begins in.
    fn of(judged: &'a Judged, place: Place) -> At<'a> {
        let spot = judged.spot(place.start.line);
        At {
            file: spot.file,
            line: spot.line,
            column: place.start.column,
            end_line: spot.line + place.end.line.saturating_sub(place.start.line),
            end_column: place.end.column,
        }
    }
}

impl<'a> Mistake<'a> {
    fn of(judged: &'a Judged, it: &'a MistakeVerdict) -> Mistake<'a> {
        Mistake {
            id: &it.id,
            title: &it.title,
            present: it.present,
            certainty: it.certainty,
            says: &it.says,
            reason: &it.reason,
            costs: it.costs,
            evidence: passages(judged, &it.evidence),
            advice: &it.advice,
        }
    }
}

impl<'a> Practice<'a> {
    fn of(judged: &'a Judged, it: &'a PracticeVerdict) -> Practice<'a> {
        Practice {
            id: &it.id,
            title: &it.title,
            met: it.met,
            certainty: it.certainty,
            says: &it.says,
            reason: &it.reason,
            evidence: passages(judged, &it.evidence),
            advice: &it.advice,
        }
    }
}

impl<'a> Found<'a> {
    fn of(judged: &'a Judged, it: &'a Finding) -> Found<'a> {
        Found {
            rule: it.rule,
            severity: it.severity.name(),
            at: At::of(judged, it.place),
            message: &it.message,
            help: &it.help,
        }
    }
}

impl<'a> Step<'a> {
    fn of(judged: &'a Judged, it: &'a NextStep) -> Step<'a> {
        let spot = judged.spot(it.line);
        let (file, line) = (spot.file, spot.line);
        Step { gain: it.gain, action: &it.action, point: &it.point, file, line }
    }
}
