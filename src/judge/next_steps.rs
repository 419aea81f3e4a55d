//! What to mend first: each fix is tried on the evidence and the essay judged again.

use crate::judge::aim::aims_by_links;
use crate::judge::lens::{Lens, SeekLens, TermLens};
use crate::judge::mark::{Cap, reckon};
use crate::judge::told::{Standing, Told};
use crate::judge::verdict::{counts, verdicts};
use crate::judge::{Level, Models, NextStep, counts::total};
use crate::language::{Cue, Reading, Stance};
use crate::rubric::Verb;

/// More sentences than this are a new essay, not a fix.
const MOST_SENTENCES: usize = 4;
/// Steps that are told.
const TOLD: usize = 6;

/// The state that fixes are tried on.
pub(crate) struct Bench<'a> {
    pub(crate) lens: &'a Lens,
    pub(crate) models: &'a Models,
    pub(crate) all: &'a [Told],
    pub(crate) caps: &'a [Cap],
    /// Words that count.
    pub(crate) counted: usize,
    pub(crate) mark: u32,
}

impl Bench<'_> {
    /// The mark if these sentences stood in the essay too.
    fn mark_with(&self, supposed: &[Told]) -> u32 {
        let all: Vec<Told> = self.all.iter().chain(supposed).cloned().collect();
        self.mark_of(&all, self.counted)
    }

    fn mark_of(&self, all: &[Told], counted: usize) -> u32 {
        let rubric = &self.lens.rubric;
        let verdicts = verdicts(rubric, &counts(self.lens, all), self.models);
        reckon(rubric, &verdicts, counted, self.caps).total
    }

    /// The length put right, where it costs marks.
    fn length(&self) -> Option<NextStep> {
        let words = self.lens.rubric.words.as_ref().filter(|it| it.penalty(self.counted) > 0)?;
        let (rule, question) = if self.counted > words.target {
            ("over-target", "which sentences could go without loss?")
        } else {
            ("under-target", "which claim lacks its evidence, its reason or its other side?")
        };
        let gain = self.mark_of(self.all, words.target).saturating_sub(self.mark);
        let (counted, target) = (self.counted, words.target);
        let action =
            format!("{counted} words are counted where {target} are asked for: {question}");
        Some(NextStep { gain, action, point: rule.to_owned(), line: 1 })
    }

    /// What one fix gains with as few sentences as it takes.
    fn gain(&self, sentences: &[Told]) -> u32 {
        let gains = (1..=MOST_SENTENCES).map(|count| {
            let supposed: Vec<Told> =
                sentences.iter().cycle().take(count.max(sentences.len())).cloned().collect();
            self.mark_with(&supposed).saturating_sub(self.mark)
        });
        gains.into_iter().find(|gain| *gain > 0).unwrap_or(0)
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
            let sentences = self.fix(&lens.seeks, &lens.ideas);
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
            let sentences = self.fix(seeks, &ideas);
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
    fn fix(&self, seeks: &[SeekLens], ideas: &[usize]) -> Vec<Told> {
        let missing = seeks.iter().filter(|seek| total(seek, self.all) < 1.0).take(MOST_SENTENCES);
        let mut sentences: Vec<Told> =
            missing.map(|seek| self.showing(&seek.terms, ideas)).collect();
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
        let least = ideas.iter().min_by(|a, b| self.treated(**a).total_cmp(&self.treated(**b)));
        if let Some(idea) = least {
            told.links[*idea] = 1.0;
        }
        told.reading = reading;
        told.aims = aims_by_links(&told, &self.lens.points);
        told
    }

    fn treated(&self, idea: usize) -> f32 {
        self.all.iter().map(|told| told.links[idea] * told.critical()).sum()
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
