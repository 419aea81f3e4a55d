//! Drafts a rubric from a topic page.
//!
//! In: the page as text or Markdown, clutter and all. Out: the YAML of a rubric that reads and judges as it stands, with
//! `# refine:` comments where a tutor's knowledge would make it better. Cannot fail: a page without marking points gives a
//! rubric that says so.

mod about;
mod advice;
mod chunk;
mod cue_words;
mod glossary;
mod heading;
mod idea;
mod kind;
mod lexicon;
mod page;
mod point;
mod rung;
mod title;
mod verdict;
mod yaml;

pub(super) use lexicon::stands_everywhere;
pub(super) use rung::has_verb;

use crate::rubric::Grade;
use idea::Ideas;
use page::Page;
use yaml::Yaml;

/// The YAML of a rubric drafted from a topic page.
pub fn draft(page: &str) -> String {
    written(&Page::read(page), &Given::default())
}

/// What another tool's rubric gives: its points, what each is worth, and the grade it belongs to, where it says so.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    pub(super) title: String,
    pub(super) points: Vec<String>,
    pub(super) weights: Vec<f64>,
    pub(super) grades: Vec<Grade>,
}

/// As [`draft`], from another tool's rubric.
pub(super) fn draft_given(given: &Given) -> String {
    let title = Some(given.title.clone()).filter(|it| !it.is_empty());
    written(&Page { title, points: given.points.clone(), ..Page::default() }, given)
}

fn written(page: &Page, given: &Given) -> String {
    let mut ideas = Ideas::of(page);
    let points: Vec<_> = point::points(page, given, &mut ideas);
    let mistakes: Vec<_> =
        page.mistakes.iter().map(|says| verdict::mistake(says, &mut ideas)).collect();
    let practices: Vec<_> =
        page.tips.iter().map(|says| verdict::practice(says, &mut ideas)).collect();
    let mut yaml = Yaml::new();
    yaml.head(page, given);
    yaml.subject(&ideas.subject);
    yaml.ideas("concepts", &ideas.concepts);
    let points_name = points.iter().flat_map(|it| it.ideas.iter().map(|id| format!("idea:{id}")));
    let points_seek = points.iter().flat_map(|it| it.seeks.iter().map(|it| it.0.clone()));
    let verdicts = mistakes.iter().chain(&practices);
    let others = verdicts.flat_map(|it| it.spared_by.iter().chain(&it.shown_by));
    let others = others.map(|it| it.0.clone());
    let signals: Vec<String> = points_name.chain(points_seek).chain(others).collect();
    yaml.ideas("ideas", &ideas.used(signals.iter().map(String::as_str)));
    yaml.points(&points);
    yaml.mistakes(&mistakes);
    yaml.practices(&practices);
    yaml.written()
}
