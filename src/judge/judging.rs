//! From an essay seen through a lens to the whole critique.

use crate::detect::{Conventions, Finding};
use crate::judge::achieved::{achievement, band};
use crate::judge::aim::aim;
use crate::judge::counts::Tally;
use crate::judge::mark::{Cap, Mark, OnSubject, caps, reckon};
use crate::judge::next_steps::{Bench, advice};
use crate::judge::signals::Signals;
use crate::judge::strength::{Look, looks};
use crate::judge::told::{Told, connect, hits, told};
use crate::judge::verdict::{Counts, Verdicts, verdicts};
use crate::judge::worth_reading::Doubts;
use crate::judge::{
    CriterionVerdict, Critique, Lens, Level, MistakeVerdict, Models, PointVerdict, PracticeVerdict,
    SentenceVerdict, Words, gather,
};
use crate::language::Essay;

/// Holds an essay against a rubric.
pub fn judge(essay: &Essay, lens: &Lens, findings: Vec<Finding>) -> Critique {
    judge_with(essay, lens, findings, Models::fitted(&lens.rubric))
}

/// The counts of evidence alone, to fit models on.
pub fn weigh(essay: &Essay, lens: &Lens) -> Counts {
    let (all, _) = credited(essay, lens);
    let looks = looks(&all);
    Tally::of(lens, &looks, &Signals::of_rubric(lens, &looks)).counts()
}

/// What the essay says, and what bounds its mark; where the mark is bound, nothing it says earns credit.
fn credited(essay: &Essay, lens: &Lens) -> (Vec<Told>, Vec<Cap>) {
    let (mut all, doubts) = evidence(essay, lens);
    let caps = caps(&doubts, on_subject(lens, &all));
    if !caps.is_empty() {
        for told in &mut all {
            told.credit = 0.0;
        }
    }
    (all, caps)
}

/// What the sentences say, and which of them are in doubt.
pub(crate) fn evidence(essay: &Essay, lens: &Lens) -> (Vec<Told>, Doubts) {
    let hits = hits(essay, lens);
    let doubts = Doubts::of(essay, lens, &hits);
    let mut all = told(essay, lens, &hits, &doubts);
    connect(essay, &mut all);
    if lens.rubric.drafted {
        aim(essay, lens, &mut all);
    }
    (all, doubts)
}

/// As [`judge`], with models of one's own.
pub fn judge_with(essay: &Essay, lens: &Lens, findings: Vec<Finding>, models: &Models) -> Critique {
    let (all, caps) = credited(essay, lens);
    let looks = looks(&all);
    let signals = Signals::of_rubric(lens, &looks);
    let tally = Tally::of(lens, &looks, &signals);
    let verdicts = verdicts(&lens.rubric, &tally.counts(), models);
    let words = words(essay, lens, &tally);
    let mark = reckon(&lens.rubric, &verdicts, words.counted, &caps);
    let bench = Bench::new(lens, models, &looks, &tally, &caps, words.counted, mark.total);
    let levels: Vec<Level> = verdicts.points.iter().map(|(level, _)| *level).collect();
    let made: Vec<bool> = verdicts.mistakes.iter().map(|(made, _)| *made).collect();
    let next_steps = bench.steps(&levels, &made, |ideas| first_line(essay, &all, ideas));
    let case = Bar { essay, lens, all: &all, looks: &looks, signals: &signals, tally: &tally };
    Critique {
        words,
        mark: mark.total,
        band: band(&lens.rubric, &levels, mark.total),
        criteria: case.criteria(&verdicts, &mark),
        mistakes: case.mistakes(&verdicts),
        practices: case.practices(&verdicts),
        concepts: case.concepts(),
        findings,
        next_steps,
        sentences: sentences(essay),
        sum: mark.sum,
        caps: mark.caps,
    }
}

/// The share of an essay's sentences that name the rubric's subject.
pub fn subject_share(essay: &Essay, lens: &Lens) -> f32 {
    let hits = hits(essay, lens);
    let all = told(essay, lens, &hits, &Doubts::of(essay, lens, &hits));
    on_subject(lens, &all).map_or(0.0, |it| it.named)
}

/// A subject treated without its words, by what the sentence does.
const TREATED: f32 = 0.35;

/// Copied and stuffed sentences do not bring an essay onto its subject.
#[expect(clippy::cast_precision_loss, reason = "essays are short")]
fn on_subject(lens: &Lens, all: &[Told]) -> Option<OnSubject> {
    let subject = lens.subject()?;
    let body = || all.iter().filter(|told| !told.is_heading());
    let share = |least: f32| {
        let treating = body().filter(|told| told.credit > 0.0 && told.links[subject] >= least);
        treating.count() as f32 / body().count().max(1) as f32
    };
    Some(OnSubject { named: share(0.9), treated: share(TREATED) })
}

fn words(essay: &Essay, lens: &Lens, tally: &Tally) -> Words {
    let count = essay.document.word_count;
    let counted = Conventions::of(&lens.rubric).words.counted(&count);
    let target = lens.rubric.words.as_ref().map(|it| it.target);
    let within = lens.rubric.words.as_ref().map(|it| it.within(counted));
    Words { counted, total: count.total(), target, within, general: tally.general() }
}

/// Where in the essay to begin: the paragraph that already speaks of these ideas most.
fn first_line(essay: &Essay, all: &[Told], ideas: &[usize]) -> usize {
    let linked = |told: &Told| ideas.iter().map(|idea| told.links[*idea]).sum::<f32>();
    let body: Vec<&Told> = all.iter().filter(|told| !told.is_heading()).collect();
    let mut best: Option<(f32, usize)> = None;
    for paragraph in body.chunk_by(|a, b| a.block == b.block) {
        let treated = paragraph.iter().map(|told| linked(told)).sum();
        if best.is_none_or(|(most, _)| treated > most) {
            best = paragraph[0].sentence.map(|at| (treated, at));
        }
    }
    best.map_or(1, |(_, at)| essay.document.place(essay.document.sentences[at].span).start.line)
}

fn sentences(essay: &Essay) -> Vec<SentenceVerdict> {
    let own = essay.document.own_sentences();
    own.map(|(at, sentence)| SentenceVerdict {
        place: essay.document.place(sentence.span),
        text: essay.text(sentence).to_owned(),
        stance: essay.readings[at].stance(),
        paragraph: sentence.block,
    })
    .collect()
}

/// The essay, the rubric and the evidence, as verdicts are put into words.
struct Bar<'a> {
    essay: &'a Essay,
    lens: &'a Lens,
    all: &'a [Told],
    looks: &'a [Look<'a>],
    signals: &'a Signals<'a>,
    tally: &'a Tally,
}

impl Bar<'_> {
    fn criteria(&self, verdicts: &Verdicts, mark: &Mark) -> Vec<CriterionVerdict> {
        let rubric = &self.lens.rubric;
        let criteria = rubric.criteria.iter().map(|criterion| {
            let points = rubric
                .points
                .iter()
                .enumerate()
                .filter(|(_, point)| point.criterion == criterion.id);
            let points: Vec<PointVerdict> = points
                .map(|(at, _)| self.point(at, verdicts.points[at], mark.points[at]))
                .collect();
            CriterionVerdict {
                id: criterion.id.clone(),
                title: criterion.title.clone(),
                marks: points.iter().map(|point| point.marks).sum(),
                out_of: points.iter().map(|point| point.out_of).sum(),
                points,
            }
        });
        criteria.collect()
    }

    fn point(&self, at: usize, (level, certainty): (Level, u8), marks: u32) -> PointVerdict {
        let (point, lens) = (&self.lens.rubric.points[at], &self.lens.points[at]);
        let missing = if level == Level::Strong {
            Vec::new()
        } else {
            gather::lacking(&lens.seeks, &self.tally.points[at].seeks)
        };
        PointVerdict {
            id: point.id.clone(),
            title: point.title.clone(),
            credit: point.credit.trim().to_owned(),
            level,
            achievement: achievement(&self.lens.rubric, point, level),
            certainty,
            marks,
            out_of: point.worth,
            evidence: gather::for_point(self.essay, at, lens, self.looks, self.signals),
            missing,
            advice: if level == Level::Strong {
                String::new()
            } else {
                advice(&point.advice, level).to_owned()
            },
        }
    }

    fn mistakes(&self, verdicts: &Verdicts) -> Vec<MistakeVerdict> {
        let all = self.lens.rubric.mistakes.iter().zip(&self.lens.mistakes).zip(&verdicts.mistakes);
        let all = all.zip(&self.tally.mistakes);
        let verdict = all.map(|(((mistake, lens), (present, certainty)), tally)| {
            let seeks = if *present { &lens.shown_by } else { &lens.spared_by };
            MistakeVerdict {
                id: mistake.id.clone(),
                title: mistake.title.clone(),
                says: mistake.says.trim().to_owned(),
                present: *present,
                certainty: *certainty,
                evidence: gather::for_seeks(self.essay, seeks, self.looks, self.signals),
                reason: reason(*present, &gather::lacking(&lens.spared_by, &tally.spared)),
                costs: mistake.costs,
                advice: mistake.advice.clone(),
            }
        });
        verdict.collect()
    }

    fn practices(&self, verdicts: &Verdicts) -> Vec<PracticeVerdict> {
        let all =
            self.lens.rubric.practices.iter().zip(&self.lens.practices).zip(&verdicts.practices);
        let all = all.zip(&self.tally.practices);
        let verdict = all.map(|(((practice, seeks), (met, certainty)), totals)| PracticeVerdict {
            id: practice.id.clone(),
            title: practice.title.clone(),
            says: practice.says.trim().to_owned(),
            met: *met,
            certainty: *certainty,
            evidence: gather::for_seeks(self.essay, seeks, self.looks, self.signals),
            reason: reason(!*met, &gather::lacking(seeks, totals)),
            advice: practice.advice.clone(),
        });
        verdict.collect()
    }

    fn concepts(&self) -> Vec<(String, bool)> {
        let first = self.lens.rubric.ideas.len();
        let concepts = self.lens.rubric.concepts.iter().enumerate();
        concepts
            .map(|(at, concept)| {
                (concept.title.clone(), self.all.iter().any(|told| told.links[first + at] >= 0.9))
            })
            .collect()
    }
}

/// Why a verdict fell as it did, for the student.
fn reason(wanting: bool, lacking: &[String]) -> String {
    match (wanting, lacking.is_empty()) {
        (false, _) => "the sentences shown are enough".to_owned(),
        (true, true) => "there is some of it, but too little".to_owned(),
        (true, false) => format!("not found: {}", lacking.join("; ")),
    }
}
