//! The parts of the page, in the order they stand there.

use maud::{Markup, html};

use crate::batch::Outcome;
use crate::batch::cohort::chart::{scatter, stack};
use crate::batch::cohort::count::{first_steps, percent};
use crate::batch::cohort::link::{link, links};
use crate::batch::cohort::{Class, citation, sample};
use crate::judge::Level;
use crate::language::STANCES;
use crate::report::inert;

/// Things to practise that are listed.
const PRACTISE: usize = 5;
/// Rows of the long tables.
const ROWS: usize = 500;

/// What most of the class should practise next.
pub(super) fn practise(class: &Class) -> Markup {
    let outcomes = &class.marked.outcomes;
    let points = class.rubric.points.iter().map(|it| (&it.id, &it.title, &it.advice.sound));
    let mistakes = class.rubric.mistakes.iter().map(|it| (&it.id, &it.title, &it.advice));
    let practices = class.rubric.practices.iter().map(|it| (&it.id, &it.title, &it.advice));
    let mut all: Vec<_> = points
        .chain(mistakes)
        .chain(practices)
        .map(|(id, title, advice)| (first_steps(outcomes, id), title, advice))
        .collect();
    all.sort_by_key(|(count, _, _)| std::cmp::Reverse(*count));
    html! {
        ol {
            @for (count, title, advice) in all.iter().take(PRACTISE).filter(|(count, _, _)| *count > 0) {
                li { b { (title) } ": a first step for " (count) " of " (outcomes.len()) " essays. " span.note { (advice.trim()) } }
            }
        }
    }
}

/// How far each marking point is met, with the essays at each level.
pub(super) fn points(class: &Class) -> Markup {
    const CLASSES: [&str; 4] = ["level0", "level1", "level2", "level3"];
    html! {
        @for (at, point) in class.rubric.points.iter().enumerate() {
            @let at_level = |level: usize| behind(class, |it| it.levels.get(at).is_some_and(|it| usize::from(*it) == level));
            @let essays: Vec<Vec<&Outcome>> = (0..4).map(at_level).collect();
            @let parts: Vec<_> = (0..4).map(|level| (CLASSES[level], Level::from_number(level).label(), essays[level].len())).collect();
            h3 { (point.title) }
            (stack(&parts))
            @for level in (0..4).filter(|level| !essays[*level].is_empty()) {
                details { summary { (Level::from_number(level).label()) ": " (essays[level].len()) } (links(&essays[level])) }
            }
        }
    }
}

/// How many make each mistake, and keep to each practice, with the essays behind them.
pub(super) fn mistakes_and_practices(class: &Class) -> Markup {
    let whole = class.marked.outcomes.len();
    html! {
        h3 { "Common mistakes" }
        @for (at, mistake) in class.rubric.mistakes.iter().enumerate() {
            (rate(&mistake.title, "make it", &behind(class, |it| it.made.get(at) == Some(&true)), whole))
        }
        h3 { "Good practice" }
        @for (at, practice) in class.rubric.practices.iter().enumerate() {
            (rate(&practice.title, "do not yet", &behind(class, |it| it.met.get(at) == Some(&false)), whole))
        }
    }
}

fn behind<'a>(class: &Class<'a>, is: impl Fn(&Outcome) -> bool) -> Vec<&'a Outcome> {
    class.marked.outcomes.iter().filter(|it| is(it)).collect()
}

fn rate(title: &str, what: &str, essays: &[&Outcome], whole: usize) -> Markup {
    html! {
        details.rate {
            summary {
                (title) ": " b { (percent(essays.len(), whole)) " %" } " " (what) " (" (essays.len()) " of " (whole) ")"
                meter min="0" max=(whole) value=(essays.len()) aria-hidden="true" {}
            }
            (links(essays))
        }
    }
}

/// What the sentences of the class do, all together.
pub(super) fn stance(class: &Class) -> Markup {
    const CLASSES: [&str; 4] = ["stance0", "stance1", "stance2", "stance3"];
    let count = |at: usize| class.marked.outcomes.iter().map(|it| it.stance[at]).sum::<usize>();
    let parts: Vec<_> = STANCES
        .iter()
        .enumerate()
        .map(|(at, stance)| (CLASSES[at], stance.name(), count(at)))
        .collect();
    stack(&parts)
}

pub(super) fn length(class: &Class) -> Markup {
    scatter(&class.marked.outcomes, class.rubric.words.as_ref().map(|it| it.target))
}

/// Pairs of essays with passages in common.
pub(super) fn shared(class: &Class) -> Markup {
    let outcomes = &class.marked.outcomes;
    html! {
        p {
            "Pairs to look at, and no accusations: a shared passage may be a source that both left without quotation marks, a handout, or work that was meant to be shared. "
            "Quotations, reference lists and the words of the brief are left out."
        }
        @if class.marked.shared.is_empty() { p { "No two essays share a passage of about thirty words." } }
        @for passage in &class.marked.shared {
            @let [one, other] = passage.essays.map(|at| &outcomes[at]);
            details {
                summary { (inert(&one.student)) " and " (inert(&other.student)) ": about " (passage.words) " words" }
                p { (link(one)) " · " (link(other)) }
                @for [first, second] in &passage.sentences {
                    blockquote { (inert(first)) }
                    @if second != first { blockquote { (inert(second)) } }
                }
            }
        }
    }
}

/// Wrong citations that several essays have.
pub(super) fn citations(class: &Class) -> Markup {
    let shared = citation::shared(&class.marked.outcomes);
    html! {
        @if shared.is_empty() { p { "No two essays have the same citation wrong." } }
        @for (message, essays) in shared.iter().take(ROWS) {
            details { summary { (inert(message)) ": " (essays.len()) " essays" } (links(essays)) }
        }
    }
}

/// Essays for a second marker.
pub(super) fn moderation(class: &Class) -> Markup {
    let sample = sample::sample(&class.marked.outcomes, &class.rubric.scale);
    html! {
        p { "All fails, all borderlines (within two marks of a band), and an even spread over the marks: at least ten, or the square root of the class where that is more." }
        table {
            caption { (sample.len()) " of " (class.marked.outcomes.len()) " essays" }
            thead { tr { th scope="col" { "Essay" } th scope="col" { "Mark" } th scope="col" { "Band" } th scope="col" { "Why" } } }
            tbody {
                @for (outcome, why) in sample.iter().take(ROWS) {
                    tr { th scope="row" { (link(outcome)) } td.number { (outcome.mark) } td { (outcome.band) } td { (why) } }
                }
            }
        }
        @if sample.len() > ROWS { p.note { "and " (sample.len() - ROWS) " more: sort marks.csv by mark" } }
    }
}

/// Submissions that could not be read.
pub(super) fn unread(class: &Class) -> Markup {
    html! {
        ul {
            @for it in class.marked.unread.iter().take(ROWS) {
                li { b { (inert(&it.student)) } ": " (inert(&it.reason)) }
            }
        }
        @if class.marked.unread.len() > ROWS { p.note { "and " (class.marked.unread.len() - ROWS) " more: see marks.csv" } }
    }
}

/// Every essay, the lowest mark first.
pub(super) fn all(class: &Class) -> Markup {
    let mut outcomes: Vec<&Outcome> = class.marked.outcomes.iter().collect();
    outcomes.sort_by_key(|it| it.mark);
    html! {
        table {
            caption { "Every essay, the lowest mark first" }
            thead { tr { th scope="col" { "Essay" } th scope="col" { "Mark" } th scope="col" { "Band" } th scope="col" { "Words" } th scope="col" { "Also handed in, not marked" } } }
            tbody {
                @for it in outcomes.iter().take(ROWS) {
                    tr { th scope="row" { (link(it)) } td.number { (it.mark) } td { (it.band) } td.number { (it.words) } td { (inert(&it.beside.join(", "))) } }
                }
            }
        }
        @if outcomes.len() > ROWS { p.note { "and " (outcomes.len() - ROWS) " more: see marks.csv" } }
    }
}
