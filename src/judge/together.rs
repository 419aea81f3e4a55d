//! A rubric's examples taken together: the essays that they make are judged, and one of them is altered in ways that must
//! not pay.

use crate::judge::mutants::SHUFFLED;
use crate::judge::proof::{Bench, Kind};
use crate::judge::specimen::{faulted, praised};
use crate::judge::{Critique, Level, judge_with, mutants};
use crate::language::Essay;
use crate::rubric::{MistakeExamples, PointExamples};

/// What the essay of praised passages must reach on every point: two passages a point are no more than a beginning.
const TOGETHER: Level = Level::Limited;

impl Bench<'_> {
    /// The essay of all that is praised, and that of all that is faulted.
    pub(super) fn together(&mut self) {
        let rubric = &self.lens.rubric;
        let [good, bad] = [praised(rubric), faulted(rubric)].map(|text| {
            let essay = Essay::of(&text, self.reader);
            judge_with(&essay, self.lens, Vec::new(), self.models)
        });
        self.points_together(&good, &bad);
        self.mistakes_together(&good, &bad);
        self.practices_together(&good, &bad);
    }

    fn points_together(&mut self, good: &Critique, bad: &Critique) {
        for (at, point) in self.lens.rubric.points.iter().enumerate() {
            let PointExamples { meets, misses } = &point.examples;
            let level = |of: &Critique| {
                let mut points = of.criteria.iter().flat_map(|it| &it.points);
                points.find(|it| it.id == point.id).map_or(Level::NotEvidenced, |it| it.level)
            };
            let (with, without) = (level(good), level(bad));
            let as_meant = with >= TOGETHER && without < with;
            if as_meant || meets.is_empty() || misses.is_empty() {
                continue;
            }
            let (id, with, without) = (&point.id, with.label(), without.label());
            let what = format!(
                "an essay of all good examples is {with} on `{id}`, one of all bad examples {without}"
            );
            let help = "widen the phrases and signals that the good examples miss, narrow those that the bad ones meet";
            self.say(Kind::Together, format!("points/{at}/examples"), what, help);
        }
    }

    fn mistakes_together(&mut self, good: &Critique, bad: &Critique) {
        for (at, mistake) in self.lens.rubric.mistakes.iter().enumerate() {
            let MistakeExamples { caught, spared } = &mistake.examples;
            let (with, without) = (good.mistakes[at].present, bad.mistakes[at].present);
            if !with && without || caught.is_empty() || spared.is_empty() {
                continue;
            }
            let told = |made: bool| if made { "makes" } else { "is spared" };
            let (id, with, without) = (&mistake.id, told(with), told(without));
            let what = format!(
                "an essay of all good examples {with} the mistake `{id}`, one of all bad examples {without} it"
            );
            let help = "lower `need` to spare more essays, raise it to spare fewer";
            self.say(Kind::Together, format!("mistakes/{at}/examples"), what, help);
        }
    }

    fn practices_together(&mut self, good: &Critique, bad: &Critique) {
        for (at, practice) in self.lens.rubric.practices.iter().enumerate() {
            let PointExamples { meets, misses } = &practice.examples;
            let (with, without) = (good.practices[at].met, bad.practices[at].met);
            if with && !without || meets.is_empty() || misses.is_empty() {
                continue;
            }
            let told = |met: bool| if met { "meets" } else { "does not meet" };
            let (id, with, without) = (&practice.id, told(with), told(without));
            let what = format!(
                "an essay of all good examples {with} the practice `{id}`, one of all bad examples {without} it"
            );
            let help = "lower `need` to meet it sooner, raise it to meet it later";
            self.say(Kind::Together, format!("practices/{at}/examples"), what, help);
        }
    }

    /// The praised essay altered.
    pub(super) fn alterations(&mut self) {
        let text = praised(&self.lens.rubric);
        if text.is_empty() {
            return;
        }
        let mark = |text: &str| {
            judge_with(&Essay::of(text, self.reader), self.lens, Vec::new(), self.models).mark
        };
        let before = mark(&text);
        let engine = self.reader.engine();
        let tried: Vec<_> = mutants(&text, &self.lens.rubric)
            .into_iter()
            .filter(|mutant| mutant.name != SHUFFLED) // passages come in no order that could be lost
            .map(|mutant| (mutant.name, mutant.law, mark(&mutant.text)))
            .collect();
        self.proof.alterations = tried.len();
        for (name, law, after) in tried {
            if !law.holds(before, after, engine, &self.lens.rubric) {
                let what =
                    format!("{name}: an essay of the good examples goes from {before} to {after}");
                self.say(
                    Kind::Pays,
                    "points".to_owned(),
                    what,
                    "which phrases or signals are met by words that say nothing?",
                );
            }
        }
    }
}
