//! What to mend first: each fix is tried on the evidence and the essay judged again.

use crate::judge::aim::aims_by_links;
use crate::judge::counts::Tally;
use crate::judge::lens::{Lens, SeekLens, TermLens};
use crate::judge::mark::{Cap, reckon};
use crate::judge::strength::{Look, looks};
use crate::judge::told::{Standing, Told};
use crate::judge::verdict::verdicts;
use crate::judge::{Level, Models, NextStep};
use crate::language::{Cue, Reading, Stance};
use crate::rubric::Verb;

/// More sentences than this are a new essay, not a fix.
const MOST_SENTENCES: usize = 4;
/// Steps that are told.
const TOLD: usize = 6;

/// The state that fixes are tried on.
pub(crate) struct Bench<'a> {
    lens: &'a Lens,
    models: &'a Models,
    tally: &'a Tally,
    caps: &'a [Cap],
    /// Words that count.
    counted: usize,
    mark: u32,
    /// How far each idea is treated already.
    treated: Vec<f32>,
}

impl<'a> Bench<'a> {
    pub(crate) fn new(
        lens: &'a Lens,
        models: &'a Models,
        looks: &[Look],
        tally: &'a Tally,
        caps: &'a [Cap],
        counted: usize,
        mark: u32,
    ) -> Bench<'a> {
        let treated =
            |idea: usize| looks.iter().map(|look| look.told.links[idea] * look.critical()).sum();
        let treated = (0..lens.ideas.len()).map(treated).collect();
        Bench { lens, models, tally, caps, counted, mark, treated }
    }

    /// The length put right, where it costs marks.
    fn length(&self) -> Option<NextStep> {
        let words = self.lens.rubric.words.as_ref().filter(|it| it.penalty(self.counted) > 0)?;
        let (rule, question) = if self.counted > words.target {
            ("over-target", "which sentences could go without loss?")
        } else {
            ("under-target", "which claim lacks its evidence, its reason or its other side?")
        };
        let gain = self.mark_of(self.tally, words.target).saturating_sub(self.mark);
        let (counted, target) = (self.counted, words.target);
        let action =
            format!("{counted} words are counted where {target} are asked for: {question}");
        Some(NextStep { gain, action, point: rule.to_owned(), line: 1 })
    }

    /// The mark that these sums earn at this length.
    fn mark_of(&self, tally: &Tally, counted: usize) -> u32 {
        let verdicts = verdicts(&self.lens.rubric, &tally.counts(), self.models);
        reckon(&self.lens.rubric, &verdicts, counted, self.caps).total
    }

    /// What one fix gains with as few sentences as it takes: a supposed sentence stands in a paragraph of its own, so that it
    /// only adds to the sums.
    fn gain(&self, sentences: &[Told]) -> u32 {
        let mut tally = self.tally.clone();
        for (count, look) in (1..).zip(looks(sentences).iter().cycle().take(MOST_SENTENCES)) {
            tally.add(self.lens, look);
            if count < sentences.len() {
                continue;
            }
            let gain = self.mark_of(&tally, self.counted).saturating_sub(self.mark);
            if gain > 0 {
                return gain;
            }
        }
        0
    }

    /// Every fix that gains, the most gainful first.
    pub(crate) fn steps(
        &self,
        levels: &[Level],
        made: &[bool],
        line: impl Fn(&[usize]) -> usize,
    ) -> Vec<NextStep> {
        let rubric = &self.lens.rubric;
        let mut steps = Vec::new();
        for (at, point) in
            rubric.points.iter().enumerate().filter(|(at, _)| levels[*at] < Level::Strong)
        {
            let lens = &self.lens.points[at];
            let advice = advice(&point.advice, levels[at]);
            let sentences = self.fix(&lens.seeks, &self.tally.points[at].seeks, &lens.ideas);
            let step = NextStep {
                gain: self.gain(&sentences),
                action: advice.to_owned(),
                point: point.id.clone(),
                line: line(&lens.ideas),
            };
            steps.push(step);
        }
        for (at, mistake) in rubric.mistakes.iter().enumerate().filter(|(at, _)| made[*at]) {
            let seeks = &self.lens.mistakes[at].spared_by;
            let ideas: Vec<usize> = seeks.iter().flat_map(ideas_of).collect();
            let sentences = self.fix(seeks, &self.tally.mistakes[at].spared, &ideas);
            steps.push(NextStep {
                gain: self.gain(&sentences),
                action: mistake.advice.clone(),
                point: mistake.id.clone(),
                line: line(&ideas),
            });
        }
        steps.extend(self.length().map(|step| NextStep { line: line(&[]), ..step }));
        steps.retain(|step| step.gain > 0);
        steps.sort_by_key(|step| std::cmp::Reverse(step.gain));
        steps.truncate(TOLD);
        steps
    }

    /// One clear sentence for each thing that is sought and missing; where nothing is missing, one that weighs.
    fn fix(&self, seeks: &[SeekLens], totals: &[f32], ideas: &[usize]) -> Vec<Told> {
        let missing = seeks.iter().zip(totals).filter(|(_, total)| **total < 1.0);
        let mut sentences: Vec<Told> =
            missing.take(MOST_SENTENCES).map(|it| self.showing(&it.0.terms, ideas)).collect();
        if sentences.is_empty() {
            sentences.push(self.showing(
                &[
                    TermLens::Verb(Verb::Weighs),
                    TermLens::Verb(Verb::Applies),
                    TermLens::Verb(Verb::Cites),
                ],
                ideas,
            ));
        }
        for (at, sentence) in sentences.iter_mut().enumerate() {
            sentence.block = usize::MAX - at; // a paragraph of its own
        }
        sentences
    }

    /// A sentence that shows every term.
    fn showing(&self, terms: &[TermLens], ideas: &[usize]) -> Told {
        let mut told = Told::supposed(self.lens.ideas.len());
        let mut reading = Reading::default();
        reading.stance[Stance::Evaluative as usize] = 90;
        for term in terms {
            match term {
                TermLens::Cue(cue) => reading.cues[*cue as usize] = 90,
                TermLens::Idea(idea) => told.links[*idea] = 1.0,
                TermLens::Verb(Verb::Applies) => reading.cues[Cue::Case as usize] = 90,
                TermLens::Verb(Verb::Cites) => told.supported = true,
                TermLens::InConclusion => told.place = Standing::Conclusion,
                TermLens::InHeading => told.place = Standing::Heading,
                TermLens::Verb(_) => {}
            }
        }
        let least = ideas.iter().min_by(|a, b| self.treated[**a].total_cmp(&self.treated[**b]));
        if let Some(idea) = least {
            told.links[*idea] = 1.0;
        }
        told.reading = reading;
        if self.lens.rubric.drafted {
            told.aims = aims_by_links(&told, &self.lens.points);
        }
        told
    }
}

fn ideas_of(seek: &SeekLens) -> impl Iterator<Item = usize> + '_ {
    seek.terms
        .iter()
        .filter_map(|term| if let TermLens::Idea(idea) = term { Some(*idea) } else { None })
}

/// The question for a student who stands at this level.
pub(crate) fn advice(advice: &crate::rubric::Advice, level: Level) -> &str {
    match level {
        Level::NotEvidenced => &advice.limited,
        Level::Limited => &advice.sound,
        Level::Sound | Level::Strong => &advice.strong,
    }
}
