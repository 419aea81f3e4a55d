//! A rubric put to the proof by its own examples: each is judged, and so are the essays that they make and those essays
//! altered in ways that must not pay.

use std::fmt::Write as _;

use crate::judge::passage::Passage;
use crate::judge::{Lens, Models};
use crate::language::Reader;
use crate::rubric::Rubric;

/// What stands against trusting a rubric's marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weakness {
    pub kind: Kind,
    /// Where in the rubric, as `points/2/examples/meets/0`.
    pub at: String,
    pub what: String,
    pub help: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// No example says what is meant.
    Uncovered,
    /// An example is not judged as the rubric says it should be.
    Misjudged,
    /// The examples together do not make the essay that they should.
    Together,
    /// An altered essay earns more than it may.
    Pays,
}

/// What came of the proof.
#[derive(Clone, Debug)]
pub struct Proof {
    pub weaknesses: Vec<Weakness>,
    /// Examples judged.
    pub examples: usize,
    /// Alterations tried.
    pub alterations: usize,
}

/// Judges every example, the essays that they make, and those essays altered.
pub fn prove(rubric: &Rubric, reader: &Reader) -> Proof {
    // An essay of examples has no length to keep.
    let lens = Lens::new(Rubric { words: None, ..rubric.clone() });
    let models = Models::fitted(&lens.rubric);
    let proof = Proof { weaknesses: Vec::new(), examples: 0, alterations: 0 };
    let mut bench = Bench { lens: &lens, models, reader, proof };
    bench.points();
    bench.mistakes();
    bench.practices();
    bench.together();
    bench.alterations();
    bench.proof
}

impl Proof {
    /// "safe to score with", or why not, in one line.
    pub fn verdict(&self, reader: &str) -> String {
        let count = |kind| self.weaknesses.iter().filter(|it| it.kind == kind).count();
        let against = [
            (count(Kind::Uncovered), "without examples".to_owned()),
            (count(Kind::Misjudged), format!("of {} examples misjudged", self.examples)),
            (count(Kind::Together), "not shown by the examples together".to_owned()),
            (count(Kind::Pays), format!("of {} alterations pay", self.alterations)),
        ];
        let mut text = String::new();
        for (count, what) in against.iter().filter(|(count, _)| *count > 0) {
            let _ = write!(text, "{}{count} {what}", if text.is_empty() { "" } else { ", " });
        }
        if text.is_empty() {
            let Proof { examples, alterations, .. } = self;
            format!(
                "safe to score with: {examples} examples judged by the {reader} reader, {alterations} alterations tried"
            )
        } else {
            format!("not safe to score with yet: {text} ({reader} reader)")
        }
    }
}

/// The rubric at work, and what has come of it so far.
pub(super) struct Bench<'a> {
    pub(super) lens: &'a Lens,
    pub(super) models: &'a Models,
    pub(super) reader: &'a Reader,
    pub(super) proof: Proof,
}

impl Bench<'_> {
    pub(super) fn say(&mut self, kind: Kind, at: String, what: String, help: &str) {
        let help = help.to_owned();
        self.proof.weaknesses.push(Weakness { kind, at, what, help });
    }

    fn read(&mut self, examples: &[String]) -> Vec<Passage> {
        self.proof.examples += examples.len();
        examples.iter().map(|text| Passage::read(text, self.lens, self.reader)).collect()
    }

    /// Are there examples on both sides? Says so where not.
    fn covered(&mut self, at: &str, id: &str, sides: [(&str, usize); 2]) -> bool {
        for (side, _) in sides.iter().filter(|(_, count)| *count == 0) {
            let what = format!("`{id}` is uncovered: nothing stands under `{side}`");
            let help = "nobody can tell whether it is judged as you mean it";
            self.say(Kind::Uncovered, format!("{at}/examples/{side}"), what, help);
        }
        sides.iter().all(|(_, count)| *count > 0)
    }

    fn points(&mut self) {
        let (lens, models) = (self.lens, self.models);
        for (at, point) in lens.rubric.points.iter().enumerate() {
            let place = format!("points/{at}");
            let (id, seeks) = (&point.id, &lens.points[at].seeks);
            let (meets, misses) =
                (self.read(&point.examples.meets), self.read(&point.examples.misses));
            if !self.covered(&place, id, [("meets", meets.len()), ("misses", misses.len())]) {
                continue;
            }
            let best = best(misses.iter().map(|it| it.for_point(at, models)));
            for (number, passage) in meets.iter().enumerate() {
                let place = format!("{place}/examples/meets/{number}");
                let lacks = passage.lacks(seeks);
                if !passage.treats_point(at, lens) {
                    let what = format!("nothing in this example counts for `{id}`");
                    self.say(Kind::Misjudged, place, what, &unseen(&lacks));
                } else if passage.for_point(at, models) <= best.score {
                    let what = format!(
                        "this example shows no more of `{id}` than the {} that misses it",
                        best.ordinal()
                    );
                    self.say(Kind::Misjudged, place, what, &unseen(&lacks));
                }
            }
        }
    }

    fn mistakes(&mut self) {
        let (lens, models) = (self.lens, self.models);
        for (at, mistake) in lens.rubric.mistakes.iter().enumerate() {
            let place = format!("mistakes/{at}");
            let (id, seeks) = (&mistake.id, &lens.mistakes[at].spared_by);
            let (caught, spared) =
                (self.read(&mistake.examples.caught), self.read(&mistake.examples.spared));
            if !self.covered(&place, id, [("caught", caught.len()), ("spared", spared.len())]) {
                continue;
            }
            for (number, passage) in caught.iter().enumerate() {
                if !passage.verdicts(lens, models).mistakes[at].0 {
                    let what = format!("this example is spared the mistake `{id}`");
                    let help =
                        "what in it spares it? narrow that signal of `spared_by`, or raise `need`";
                    self.say(
                        Kind::Misjudged,
                        format!("{place}/examples/caught/{number}"),
                        what,
                        help,
                    );
                }
            }
            let best = best(caught.iter().map(|it| it.against_mistake(at, models)));
            for (number, passage) in spared.iter().enumerate() {
                let place = format!("{place}/examples/spared/{number}");
                let lacks = passage.lacks(seeks);
                if !passage.shows(seeks) {
                    let what =
                        format!("nothing in this example spares an essay the mistake `{id}`");
                    self.say(Kind::Misjudged, place, what, &unseen(&lacks));
                } else if passage.against_mistake(at, models) <= best.score {
                    let what = format!(
                        "this example speaks no more against the mistake `{id}` than the {} that makes it",
                        best.ordinal()
                    );
                    self.say(Kind::Misjudged, place, what, &unseen(&lacks));
                }
            }
        }
    }

    fn practices(&mut self) {
        let (lens, models) = (self.lens, self.models);
        for (at, practice) in lens.rubric.practices.iter().enumerate() {
            let place = format!("practices/{at}");
            let (id, seeks) = (&practice.id, &lens.practices[at]);
            let (meets, misses) =
                (self.read(&practice.examples.meets), self.read(&practice.examples.misses));
            if !self.covered(&place, id, [("meets", meets.len()), ("misses", misses.len())]) {
                continue;
            }
            for (number, passage) in misses.iter().enumerate() {
                if passage.verdicts(lens, models).practices[at].0 {
                    let what = format!("this example meets the practice `{id}`");
                    let help =
                        "what in it meets it? narrow that signal of `shown_by`, or raise `need`";
                    self.say(
                        Kind::Misjudged,
                        format!("{place}/examples/misses/{number}"),
                        what,
                        help,
                    );
                }
            }
            let best = best(misses.iter().map(|it| it.for_practice(at, models)));
            for (number, passage) in meets.iter().enumerate() {
                let place = format!("{place}/examples/meets/{number}");
                let lacks = passage.lacks(seeks);
                if !passage.shows(seeks) {
                    let what = format!("nothing in this example shows the practice `{id}`");
                    self.say(Kind::Misjudged, place, what, &unseen(&lacks));
                } else if passage.for_practice(at, models) <= best.score {
                    let what = format!(
                        "this example shows no more of `{id}` than the {} that misses it",
                        best.ordinal()
                    );
                    self.say(Kind::Misjudged, place, what, &unseen(&lacks));
                }
            }
        }
    }
}

/// The strongest of some passages.
struct Best {
    score: f32,
    number: usize,
}

fn best(scores: impl Iterator<Item = f32>) -> Best {
    let first = Best { score: f32::MIN, number: 0 };
    (1..).zip(scores).fold(
        first,
        |best, (number, score)| {
            if score > best.score { Best { score, number } } else { best }
        },
    )
}

impl Best {
    fn ordinal(&self) -> String {
        match self.number {
            1 => "first example".to_owned(),
            2 => "second example".to_owned(),
            3 => "third example".to_owned(),
            number => format!("example number {number}"),
        }
    }
}

fn unseen(lacks: &str) -> String {
    let words = "give its idea the words in which the example puts it";
    if lacks.is_empty() { words.to_owned() } else { format!("{words}; not seen in it: {lacks}") }
}
