//! What the words refer to: ids, signals, worth, ideas that nobody uses.

use std::collections::BTreeMap;

use super::near::nearest;
use super::remark::Remark;
use super::tree::{Node, Pages};
use crate::language::{CUES, Cue};
use crate::rubric::{Idea, Rubric, Scale, Seek, Signal, Term, VERBS};

/// Faults that refuse the rubric, and warnings; each in the order of the file.
pub(super) fn remarks(rubric: &Rubric, tree: &Node, page: &Pages) -> (Vec<Remark>, Vec<Remark>) {
    let mut sense = Sense { rubric, tree, page, faults: Vec::new(), warnings: Vec::new() };
    sense.ids();
    sense.references();
    sense.signals();
    sense.worth();
    sense.numbers();
    sense.phrases();
    sense.ideas();
    sense.faults.sort_by_key(|it| (it.line, it.column));
    sense.warnings.sort_by_key(|it| (it.line, it.column));
    (sense.faults, sense.warnings)
}

/// Words of a phrase; those of the bundled rubrics stay far below.
const LONGEST_PHRASE: usize = 40;
/// Gaps of a phrase: with each further one a sentence takes five times as long to look through.
const MOST_GAPS: usize = 4;

struct Sense<'a> {
    rubric: &'a Rubric,
    tree: &'a Node,
    page: &'a Pages<'a>,
    faults: Vec<Remark>,
    warnings: Vec<Remark>,
}

impl Sense<'_> {
    fn fault(&mut self, path: &str, what: String, help: Option<String>) {
        self.faults.push(self.page.on(self.tree.at(path), what, help));
    }

    fn warn(&mut self, path: &str, what: String, help: &str) {
        self.warnings.push(self.page.on(self.tree.at(path), what, Some(help.to_owned())));
    }

    /// Ids are kebab-case and unique among their kind; points, mistakes and practices share one kind.
    fn ids(&mut self) {
        let rubric = self.rubric;
        self.kebab("id", &rubric.id);
        let criteria = numbered("criteria", rubric.criteria.iter().map(|it| &it.id));
        let mut ideas = numbered("ideas", rubric.ideas.iter().map(|it| &it.id));
        ideas.extend(numbered("concepts", rubric.concepts.iter().map(|it| &it.id)));
        ideas.extend(rubric.subject.iter().map(|it| ("subject/id".to_owned(), &it.id)));
        let mut asked = numbered("points", rubric.points.iter().map(|it| &it.id));
        asked.extend(numbered("mistakes", rubric.mistakes.iter().map(|it| &it.id)));
        asked.extend(numbered("practices", rubric.practices.iter().map(|it| &it.id)));
        for kind in [criteria, ideas, asked] {
            self.unique(&kind);
        }
    }

    fn unique(&mut self, ids: &[(String, &String)]) {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (path, id) in ids {
            self.kebab(path, id);
            let line = self.tree.at(path).line;
            if let Some(before) = seen.insert(id, line) {
                let (first, second) = (before.min(line), before.max(line));
                let path = if second == line {
                    path
                } else {
                    ids.iter().find(|it| it.1 == *id).map_or(path, |it| &it.0)
                };
                self.fault(
                    path,
                    format!("the id `{id}` is taken"),
                    Some(format!("it stands on line {first} already")),
                );
            }
        }
    }

    fn kebab(&mut self, path: &str, id: &str) {
        if !is_kebab(id) {
            let help = match kebab(id) {
                better if better.is_empty() => "write small letters, digits and hyphens".to_owned(),
                better => format!("did you mean `{better}`?"),
            };
            self.fault(path, format!("the id `{id}` is not kebab-case"), Some(help));
        }
    }

    fn references(&mut self) {
        let rubric = self.rubric;
        let criteria: Vec<&str> = rubric.criteria.iter().map(|it| it.id.as_str()).collect();
        for (at, point) in rubric.points.iter().enumerate() {
            if !criteria.contains(&point.criterion.as_str()) {
                let help = meant(&point.criterion, &criteria);
                self.fault(
                    &format!("points/{at}/criterion"),
                    format!("no criterion has the id `{}`", point.criterion),
                    help,
                );
            }
            for (idea, id) in point.ideas.iter().enumerate() {
                self.idea(&format!("points/{at}/ideas/{idea}"), id);
            }
        }
        for (at, criterion) in rubric.criteria.iter().enumerate() {
            if !rubric.points.iter().any(|it| it.criterion == criterion.id) {
                self.warn(
                    &format!("criteria/{at}"),
                    format!("no point belongs to the criterion `{}`", criterion.id),
                    "give it a point, or remove it",
                );
            }
        }
    }

    fn idea(&mut self, path: &str, id: &str) {
        let known = known_ideas(self.rubric);
        if !known.contains(&id) {
            let what = format!("no idea has the id `{id}`");
            self.faults.push(self.page.within(self.tree.at(path), id, what, meant(id, &known)));
        }
    }

    fn signals(&mut self) {
        let rubric = self.rubric;
        for (at, point) in rubric.points.iter().enumerate() {
            self.seeks(&format!("points/{at}/seeks"), &point.seeks);
        }
        for (at, mistake) in rubric.mistakes.iter().enumerate() {
            self.seeks(&format!("mistakes/{at}/spared_by"), &mistake.spared_by);
            self.seeks(&format!("mistakes/{at}/shown_by"), &mistake.shown_by);
        }
        for (at, practice) in rubric.practices.iter().enumerate() {
            self.seeks(&format!("practices/{at}/shown_by"), &practice.shown_by);
        }
        for (path, idea) in all_ideas(rubric) {
            for (at, cue) in
                idea.cues.iter().enumerate().filter(|(_, cue)| Cue::named(cue).is_none())
            {
                let help = meant(cue, &CUES.map(Cue::name));
                self.fault(&format!("{path}/cues/{at}"), format!("`{cue}` is not a cue"), help);
            }
        }
    }

    fn seeks(&mut self, path: &str, seeks: &[Seek]) {
        for (at, seek) in seeks.iter().enumerate() {
            let path = format!("{path}/{at}/signal");
            match terms(&seek.signal) {
                Err(word) => {
                    let what = format!("`{word}` is neither a cue nor a verb");
                    self.faults.push(self.page.within(
                        self.tree.at(&path),
                        &word,
                        what,
                        Some(bad_term(&word)),
                    ));
                }
                Ok(terms) => {
                    for term in terms {
                        if let Term::Idea(id) = term {
                            self.idea(&path, &id);
                        }
                    }
                }
            }
        }
    }

    fn worth(&mut self) {
        let sum: u64 = self.rubric.points.iter().map(|it| u64::from(it.worth)).sum();
        if self.rubric.points.is_empty() {
            self.fault("points", "a rubric needs a point".to_owned(), None);
        } else if sum != 100 {
            let last = self.rubric.points.len() - 1;
            let off = if sum > 100 {
                format!("take {} away", sum - 100)
            } else {
                format!("{} are still to give", 100 - sum)
            };
            self.fault(
                &format!("points/{last}/worth"),
                format!("the points are worth {sum} together, not 100"),
                Some(off),
            );
        }
    }

    fn numbers(&mut self) {
        let rubric = self.rubric;
        if rubric.words.as_ref().is_some_and(|it| it.target == 0) {
            self.fault(
                "words/target",
                "the target is 0 words".to_owned(),
                Some("leave `words` out for essays of any length".to_owned()),
            );
        }
        let needs = rubric
            .mistakes
            .iter()
            .map(|it| it.need)
            .enumerate()
            .map(|(at, need)| (format!("mistakes/{at}/need"), need));
        let needs = needs.chain(
            rubric
                .practices
                .iter()
                .map(|it| it.need)
                .enumerate()
                .map(|(at, need)| (format!("practices/{at}/need"), need)),
        );
        for (path, need) in needs.filter(|(_, need)| !(-5.0..=5.0).contains(need)) {
            self.fault(
                &path,
                format!("`need` must be from -5 to 5, and is {need}"),
                Some(
                    "0 for as much evidence as usual, above 0 for more, below for less".to_owned(),
                ),
            );
        }
        if let Scale::Bands(bands) = &rubric.scale
            && bands.iter().all(|band| band.from > 0)
        {
            self.fault(
                "scale/bands",
                "no band begins at 0".to_owned(),
                Some("name the lowest band with `from: 0`".to_owned()),
            );
        }
        for (at, _) in rubric
            .points
            .iter()
            .enumerate()
            .filter(|(_, it)| rubric.scale == Scale::Btec && it.grade.is_none())
        {
            self.fault(
                &format!("points/{at}"),
                "a point on the btec scale needs its `grade`".to_owned(),
                Some("add `grade: pass`, `merit` or `distinction`".to_owned()),
            );
        }
    }

    /// Phrases that would take for ever to look for.
    fn phrases(&mut self) {
        for (path, idea) in all_ideas(self.rubric) {
            for (at, phrase) in idea.phrases.iter().enumerate() {
                let gaps = phrase.matches(" .. ").count();
                if gaps > MOST_GAPS || phrase.split_whitespace().count() > LONGEST_PHRASE {
                    let what = format!("a phrase of `{}` is too long to be found", idea.id);
                    let help = format!(
                        "a phrase has at most {LONGEST_PHRASE} words, and `..` in it at most {MOST_GAPS} times"
                    );
                    self.fault(&format!("{path}/phrases/{at}"), what, Some(help));
                }
            }
        }
    }

    /// Ideas that nothing asks for, and points that are known by no phrase at all.
    fn ideas(&mut self) {
        let rubric = self.rubric;
        for (at, idea) in
            rubric.ideas.iter().enumerate().filter(|(_, idea)| !is_used(rubric, &idea.id))
        {
            self.warn(
                &format!("ideas/{at}"),
                format!("nothing uses the idea `{}`", idea.id),
                "name it under a point's `ideas`, or remove it",
            );
        }
        for (at, point) in rubric.points.iter().enumerate() {
            let mut asked =
                all_ideas(rubric).into_iter().filter(|(_, idea)| point.ideas.contains(&idea.id));
            if !asked.any(|(_, idea)| !idea.phrases.is_empty()) {
                self.warn(
                    &format!("points/{at}"),
                    format!("the point `{}` is known by no phrase", point.id),
                    "give one of its ideas `phrases`",
                );
            }
        }
    }
}

fn is_used(rubric: &Rubric, id: &str) -> bool {
    let term = format!("idea:{id}");
    let sought =
        |seeks: &[Seek]| seeks.iter().any(|it| it.signal.split(" & ").any(|it| it == term));
    rubric.points.iter().any(|it| it.ideas.iter().any(|it| it == id) || sought(&it.seeks))
        || rubric.mistakes.iter().any(|it| sought(&it.spared_by) || sought(&it.shown_by))
        || rubric.practices.iter().any(|it| sought(&it.shown_by))
}

fn all_ideas(rubric: &Rubric) -> Vec<(String, &Idea)> {
    let ideas = rubric.ideas.iter().enumerate().map(|(at, idea)| (format!("ideas/{at}"), idea));
    let concepts =
        rubric.concepts.iter().enumerate().map(|(at, idea)| (format!("concepts/{at}"), idea));
    let subject = rubric.subject.iter().map(|idea| ("subject".to_owned(), idea));
    ideas.chain(concepts).chain(subject).collect()
}

fn known_ideas(rubric: &Rubric) -> Vec<&str> {
    all_ideas(rubric).into_iter().map(|(_, idea)| idea.id.as_str()).collect()
}

fn numbered<'a>(list: &str, ids: impl Iterator<Item = &'a String>) -> Vec<(String, &'a String)> {
    ids.enumerate().map(|(at, id)| (format!("{list}/{at}/id"), id)).collect()
}

/// The terms of a signal; an id with `&` or a space in it is two terms badly joined.
fn terms(signal: &str) -> Result<Vec<Term>, String> {
    let terms = Signal::parse(signal)?.terms;
    let joined = terms.iter().find_map(|term| match term {
        Term::Idea(id) if id.is_empty() || id.contains(['&', ' ']) => Some(format!("idea:{id}")),
        _ => None,
    });
    joined.map_or(Ok(terms), Err)
}

/// Every word that a term may be, an `idea:ID` left out.
fn words() -> Vec<&'static str> {
    let verbs = VERBS.iter().map(|verb| verb.name());
    CUES.iter().map(|cue| cue.name()).chain(verbs).chain(["in:conclusion", "in:heading"]).collect()
}

fn bad_term(word: &str) -> String {
    if word.contains('&') || word.trim() != word || word.is_empty() {
        return "join terms by ` & `, with one space on each side".to_owned();
    }
    let words = words();
    match nearest(word, words.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("one of: {}, idea:ID", words.join(", ")),
    }
}

fn meant(id: &str, known: &[&str]) -> Option<String> {
    let near = nearest(id, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
    near.or_else(|| (known.len() <= 30).then(|| format!("one of: {}", known.join(", "))))
}

pub(crate) fn is_kebab(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

/// A text in kebab-case: "Power & Conflict" gives "power-conflict".
pub(crate) fn kebab(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    parts.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}
