//! What a rubric's text alone shows to be weak, each with its place: the half of `rubric check` that judges no essay.

use std::collections::BTreeSet;

use crate::rubric::draft::{has_verb, stands_everywhere};
use crate::rubric::read::{Node, Pages, tree};
use crate::rubric::{Idea, Point, Remark, Rubric, RubricError, read};

/// Every weakness of a rubric file, in the order of the file; the warnings of [`read`] are among them.
pub fn lint(text: &str, path: &str) -> Result<Vec<Remark>, RubricError> {
    let (rubric, warnings) = read(text, path)?;
    let (tree, page) = tree(text, path)?;
    let mut lint = Lint { rubric: &rubric, tree: &tree, page: &page, found: warnings };
    lint.points();
    lint.overlaps();
    lint.phrases();
    lint.examples();
    lint.found.sort_by_key(|it| (it.line, it.column));
    Ok(lint.found)
}

/// A point is met and missed by at least this many examples each.
const EXAMPLES: usize = 2;
/// An idea has at least this many phrases, or paraphrase is missed.
const PHRASES: usize = 5;
/// Two points that share this percent of their ideas are one.
const SHARED: usize = 75;

struct Lint<'a> {
    rubric: &'a Rubric,
    tree: &'a Node,
    page: &'a Pages<'a>,
    found: Vec<Remark>,
}

impl Lint<'_> {
    fn say(&mut self, path: &str, what: String, help: &str) {
        self.found.push(self.page.on(self.tree.at(path), what, Some(help.to_owned())));
    }

    /// Double-barrelled points, points without a verb, and points that hang on one keyword.
    fn points(&mut self) {
        let rubric = self.rubric;
        for (at, point) in rubric.points.iter().enumerate() {
            let path = format!("points/{at}/credit");
            if is_double(point) {
                let what = format!("the point `{}` asks for two things", point.id);
                self.say(
                    &path,
                    what,
                    "split it, or a student who does one of them cannot be told which is missing",
                );
            }
            if !has_verb(&point.credit) {
                let what = format!("the point `{}` does not say what to do", point.id);
                self.say(
                    &path,
                    what,
                    "begin with a verb: explain, analyse, evaluate, justify, apply",
                );
            }
            let known: BTreeSet<&str> =
                ideas(rubric, point).flat_map(|idea| &idea.phrases).map(String::as_str).collect();
            if known.len() == 1 {
                let what = format!("the point `{}` hangs on one keyword", point.id);
                self.say(
                    &format!("points/{at}/ideas"),
                    what,
                    "give its ideas the other words that students use",
                );
            }
        }
    }

    fn overlaps(&mut self) {
        let rubric = self.rubric;
        for (at, point) in rubric.points.iter().enumerate() {
            for before in &rubric.points[..at] {
                let shared = point.ideas.iter().filter(|id| before.ideas.contains(id)).count();
                if shared * 100 >= SHARED * point.ideas.len().min(before.ideas.len()).max(1)
                    && point.seeks.iter().all(|seek| seeks(before, &seek.signal))
                {
                    let what = format!("the points `{}` and `{}` overlap", before.id, point.id);
                    self.say(
                        &format!("points/{at}/ideas"),
                        what,
                        "the same sentences earn both; give each an idea or a signal of its own",
                    );
                }
            }
        }
    }

    /// Phrases that stand in most essays, phrases that two ideas share, ideas with too few of them.
    fn phrases(&mut self) {
        let rubric = self.rubric;
        for (at, idea) in rubric.ideas.iter().enumerate() {
            for (phrase, words) in idea.phrases.iter().enumerate() {
                let path = format!("ideas/{at}/phrases/{phrase}");
                if stands_everywhere(words) && !is_titled(idea, words) {
                    self.say(
                        &path,
                        format!("`{words}` stands in most essays"),
                        "add a word that ties it to the idea",
                    );
                }
                if let Some(other) = rubric.ideas[..at]
                    .iter()
                    .find(|it| it.phrases.contains(words) && apart(rubric, &it.id, &idea.id))
                {
                    self.say(
                        &path,
                        format!("`{words}` is a phrase of `{}` too", other.id),
                        "keep it where it belongs, or merge the ideas",
                    );
                }
            }
            if idea.phrases.len() < PHRASES && idea.cues.is_empty() {
                let what =
                    format!("the idea `{}` has only {} phrases", idea.id, idea.phrases.len());
                self.say(&format!("ideas/{at}"), what, "add the words in which students put it: half of good essays avoid the textbook's");
            }
        }
    }

    fn examples(&mut self) {
        let rubric = self.rubric;
        let points = rubric
            .points
            .iter()
            .map(|it| ("points", &it.id, it.examples.meets.len(), it.examples.misses.len()));
        let mistakes = rubric
            .mistakes
            .iter()
            .map(|it| ("mistakes", &it.id, it.examples.caught.len(), it.examples.spared.len()));
        let practices = rubric
            .practices
            .iter()
            .map(|it| ("practices", &it.id, it.examples.meets.len(), it.examples.misses.len()));
        let all: Vec<_> = [
            points.enumerate().collect::<Vec<_>>(),
            mistakes.enumerate().collect(),
            practices.enumerate().collect(),
        ]
        .concat();
        for (at, (list, id, for_it, against)) in all {
            if for_it.min(against) < EXAMPLES {
                let what = format!(
                    "`{id}` has {for_it} and {against} examples, not {EXAMPLES} and {EXAMPLES}"
                );
                self.say(
                    &format!("{list}/{at}/examples"),
                    what,
                    "examples are how `rubric check` proves that the rubric can be trusted",
                );
            }
        }
    }
}

/// A word of the idea's own title is meant, however common.
fn is_titled(idea: &Idea, word: &str) -> bool {
    idea.title.to_lowercase().split(' ').any(|it| it.eq_ignore_ascii_case(word))
}

fn ideas<'a>(rubric: &'a Rubric, point: &'a Point) -> impl Iterator<Item = &'a Idea> {
    let all = rubric.ideas.iter().chain(&rubric.concepts).chain(&rubric.subject);
    all.filter(|idea| point.ideas.contains(&idea.id))
}

fn seeks(point: &Point, signal: &str) -> bool {
    point.seeks.iter().any(|seek| seek.signal == signal)
}

/// Are two ideas never asked for by the same point? Then a shared phrase blurs the points.
fn apart(rubric: &Rubric, one: &str, other: &str) -> bool {
    let has = |point: &Point, id: &str| point.ideas.iter().any(|it| it == id);
    !rubric.points.iter().any(|point| has(point, one) && has(point, other))
}

/// Two commands joined by "and", or a semicolon between two.
fn is_double(point: &Point) -> bool {
    let lower = point.credit.to_lowercase();
    let commands = [
        "explain",
        "describe",
        "analyse",
        "evaluate",
        "assess",
        "discuss",
        "justify",
        "compare",
        "recommend",
        "apply",
        "identify",
    ];
    let second = commands.iter().any(|verb| {
        lower.contains(&format!(" and {verb} ")) || lower.contains(&format!("; {verb} "))
    });
    second && commands.iter().any(|verb| lower.starts_with(verb))
}

#[cfg(test)]
mod tests {
    use super::lint;

    fn said(text: &str) -> Vec<String> {
        lint(text, "r.yaml")
            .expect("it reads")
            .iter()
            .map(|it| format!("{}: {}", it.line, it.what))
            .collect()
    }

    #[test]
    fn weaknesses_are_named_with_their_places() {
        let text = crate::rubric::blank("my-unit");
        let found = said(&text);
        assert!(
            found
                .contains(&"39: `privacy-and-safety` has 1 and 1 examples, not 2 and 2".to_owned())
                || found.iter().any(|it| it.contains("has 1 and 1 examples")),
            "{found:?}"
        );
        let text = text.replace(
            "Award credit for evaluation of privacy and its limits in care.",
            "Explain privacy and evaluate its limits in care.",
        );
        assert!(
            said(&text).iter().any(|it| it.contains("asks for two things")),
            "{:?}",
            said(&text)
        );
        let text = text.replace(
            "[privacy, in private, behind closed doors, overheard, close .. curtain]",
            "[people]",
        );
        let found = said(&text);
        for wanted in ["stands in most essays", "hangs on one keyword", "has only 1 phrases"] {
            assert!(found.iter().any(|it| it.contains(wanted)), "{wanted}: {found:?}");
        }
    }
}
