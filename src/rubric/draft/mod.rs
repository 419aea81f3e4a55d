//! Drafts a rubric from a topic page.
//!
//! In: the page as text or Markdown, clutter and all. Out: the YAML of a rubric that reads and judges as it stands, with
//! `# refine:` comments where a tutor's knowledge would make it better. Cannot fail: a page without marking points gives a
//! rubric that says so.

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

use crate::rubric::draft::page::Page;
use crate::rubric::draft::yaml::Yaml;
use idea::Ideas;

/// The YAML of a rubric drafted from a topic page.
pub fn draft(page: &str) -> String {
    let page = Page::read(page);
    let mut ideas = Ideas::of(&page);
    let points: Vec<_> = point::points(&page, &mut ideas);
    let mistakes: Vec<_> =
        page.mistakes.iter().map(|says| verdict::mistake(says, &mut ideas)).collect();
    let practices: Vec<_> =
        page.tips.iter().map(|says| verdict::practice(says, &mut ideas)).collect();
    let mut yaml = Yaml::new();
    yaml.head(&page);
    yaml.subject(&ideas.subject);
    yaml.ideas("concepts", &ideas.concepts);
    yaml.ideas("ideas", &ideas.used(&points, &mistakes, &practices));
    yaml.points(&points);
    yaml.mistakes(&mistakes);
    yaml.practices(&practices);
    yaml.written()
}
