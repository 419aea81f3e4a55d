//! A rubric made ready to look through: its phrases in one matcher, its signals resolved.

use crate::judge::built::built;
use crate::judge::groundwork::{Groundwork, all_ideas};
use crate::language::{Cue, Hashes, Meaning, Phrases};
use crate::rubric::{Idea, Point, Rubric, Seek, Signal, Term, Verb, bundled_rubric};

/// A rubric, and all that is built from it once.
#[derive(Clone, Debug)]
pub struct Lens {
    pub rubric: Rubric,
    pub(crate) phrases: Phrases,
    /// The rubric's ideas, then its concepts, then its subject if it has one.
    pub(crate) ideas: Vec<IdeaLens>,
    pub(crate) points: Vec<PointLens>,
    pub(crate) mistakes: Vec<MistakeLens>,
    pub(crate) practices: Vec<Vec<SeekLens>>,
    /// What each point asks beyond the other points; empty where the rubric is not drafted, since nothing asks for it.
    pub(crate) asks: Vec<Meaning>,
    /// Runs of words of the rubric's own sentences, by which copying is known.
    pub(crate) own_words: Hashes,
    /// What an essay on the subject is about; none for a rubric that serves any subject.
    pub(crate) about: Option<Meaning>,
}

#[derive(Clone, Debug)]
pub(crate) struct IdeaLens {
    pub(crate) cues: Vec<Cue>,
}

#[derive(Clone, Debug)]
pub(crate) struct PointLens {
    /// Indices of [`Lens::ideas`].
    pub(crate) ideas: Vec<usize>,
    pub(crate) seeks: Vec<SeekLens>,
}

#[derive(Clone, Debug)]
pub(crate) struct MistakeLens {
    pub(crate) spared_by: Vec<SeekLens>,
    pub(crate) shown_by: Vec<SeekLens>,
}

/// A signal whose ideas are found, and what a student lacks without it.
#[derive(Clone, Debug)]
pub(crate) struct SeekLens {
    pub(crate) terms: Vec<TermLens>,
    pub(crate) lacks: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TermLens {
    Cue(Cue),
    Verb(Verb),
    /// An index of [`Lens::ideas`].
    Idea(usize),
    InConclusion,
    InHeading,
}

impl Lens {
    pub fn new(rubric: Rubric) -> Lens {
        let groundwork = Groundwork::of(&rubric);
        Lens::on(groundwork, rubric)
    }

    /// The same for a bundled rubric, whose groundwork was laid when the program was built.
    pub fn bundled(id: &str) -> Option<Lens> {
        Some(Lens::on(built(id)?, bundled_rubric(id)?))
    }

    fn on(groundwork: Groundwork, rubric: Rubric) -> Lens {
        let Groundwork { phrases, own_words, about } = groundwork;
        let all: Vec<&Idea> = all_ideas(&rubric).collect();
        let index = |id: &str| all.iter().position(|idea| idea.id == id);
        let seek =
            |seek: &Seek| SeekLens { terms: terms(&seek.signal, index), lacks: seek.lacks.clone() };
        let seeks = |list: &[Seek]| list.iter().map(seek).collect::<Vec<_>>();
        let points = rubric.points.iter().map(|point| PointLens {
            ideas: point.ideas.iter().filter_map(|id| index(id)).collect(),
            seeks: seeks(&point.seeks),
        });
        let mistakes = rubric.mistakes.iter().map(|it| MistakeLens {
            spared_by: seeks(&it.spared_by),
            shown_by: seeks(&it.shown_by),
        });
        Lens {
            asks: if rubric.drafted { asks(&rubric) } else { Vec::new() },
            points: points.collect(),
            mistakes: mistakes.collect(),
            practices: rubric.practices.iter().map(|it| seeks(&it.shown_by)).collect(),
            ideas: all.iter().map(|idea| idea_lens(idea)).collect(),
            phrases,
            own_words,
            about,
            rubric,
        }
    }

    /// The index of the subject among [`Lens::ideas`]; none for a rubric that serves any subject.
    pub(crate) fn subject(&self) -> Option<usize> {
        self.rubric.subject.as_ref().map(|_| self.ideas.len() - 1)
    }
}

fn idea_lens(idea: &Idea) -> IdeaLens {
    IdeaLens { cues: idea.cues.iter().filter_map(|name| Cue::named(name)).collect() }
}

/// The reader of rubrics has refused signals that mean nothing, and ideas that do not exist.
fn terms(signal: &str, index: impl Fn(&str) -> Option<usize>) -> Vec<TermLens> {
    let terms = Signal::parse(signal).map(|it| it.terms).unwrap_or_default();
    let resolved = terms.into_iter().filter_map(|term| match term {
        Term::Cue(cue) => Some(TermLens::Cue(cue)),
        Term::Verb(verb) => Some(TermLens::Verb(verb)),
        Term::Idea(id) => index(&id).map(TermLens::Idea),
        Term::InConclusion => Some(TermLens::InConclusion),
        Term::InHeading => Some(TermLens::InHeading),
    });
    resolved.collect()
}

/// What each point asks beyond the rubric's points as a whole: by the examiner's words, and by the phrases of its ideas.
fn asks(rubric: &Rubric) -> Vec<Meaning> {
    let asked = |point: &Point| {
        let own = all_ideas(rubric).filter(|idea| point.ideas.contains(&idea.id));
        let phrases: Vec<&str> = own.flat_map(|idea| &idea.phrases).map(String::as_str).collect();
        Meaning::sum([Meaning::of(&point.credit), Meaning::of(&phrases.join(" "))].into_iter())
    };
    let all: Vec<Meaning> = rubric.points.iter().map(asked).collect();
    let common = Meaning::mean(all.iter());
    all.iter().map(|asked| asked.beyond(&common)).collect()
}
