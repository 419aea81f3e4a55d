//! The parts of the page, in the order they stand there.

use maud::{Markup, html};

use crate::batch::cohort::Class;
use crate::batch::cohort::chart::{scatter, stack};
use crate::batch::cohort::count::percent;
use crate::batch::cohort::link::{Names, link, links};
use crate::batch::cohort::tally::Tally;
use crate::judge::Level;
use crate::language::STANCES;
use crate::report::inert;

/// Things to practise that are listed.
const PRACTISE: usize = 5;

/// What most of the class should practise next.
pub(super) fn practise(class: Class, tally: &Tally) -> Markup {
    let first_steps = |id: &String| tally.first_steps.get(id).copied().unwrap_or_default();
    let points = class.rubric.points.iter().map(|it| (&it.id, &it.title, &it.advice.sound));
    let mistakes = class.rubric.mistakes.iter().map(|it| (&it.id, &it.title, &it.advice));
    let practices = class.rubric.practices.iter().map(|it| (&it.id, &it.title, &it.advice));
    let mut all: Vec<_> = points
        .chain(mistakes)
        .chain(practices)
        .map(|(id, title, advice)| (first_steps(id), title, advice))
        .collect();
    all.sort_by_key(|(count, _, _)| std::cmp::Reverse(*count));
    html! {
        ol {
            @for (count, title, advice) in all.iter().take(PRACTISE).filter(|(count, _, _)| *count > 0) {
                li { b { (title) } ": a first step for " (count) " of " (tally.essays) " essays. " span.note { (advice.trim()) } }
            }
        }
    }
}

/// How far each marking point is met, with the essays at each level.
pub(super) fn points(class: Class, tally: &Tally) -> Markup {
    const CLASSES: [&str; 4] = ["level0", "level1", "level2", "level3"];
    html! {
        @for (point, essays) in class.rubric.points.iter().zip(&tally.levels) {
            @let parts: Vec<_> = (0..4).map(|level| (CLASSES[level], Level::from_number(level).label(), essays[level].count)).collect();
            h3 { (point.title) }
            (stack(&parts))
            @for level in (0..4).filter(|level| essays[*level].count > 0) {
                details { summary { (Level::from_number(level).label()) ": " (essays[level].count) } (links(&essays[level])) }
            }
        }
    }
}

/// How many make each mistake, and keep to each practice, with the essays behind them.
pub(super) fn mistakes_and_practices(class: Class, tally: &Tally) -> Markup {
    html! {
        h3 { "Common mistakes" }
        @for (mistake, essays) in class.rubric.mistakes.iter().zip(&tally.made) {
            (rate(&mistake.title, "make it", essays, tally.essays))
        }
        h3 { "Good practice" }
        @for (practice, essays) in class.rubric.practices.iter().zip(&tally.unmet) {
            (rate(&practice.title, "do not yet", essays, tally.essays))
        }
    }
}

fn rate(title: &str, what: &str, essays: &Names, whole: usize) -> Markup {
    html! {
        details.rate {
            summary {
                (title) ": " b { (percent(essays.count, whole)) " %" } " " (what) " (" (essays.count) " of " (whole) ")"
                meter min="0" max=(whole) value=(essays.count) aria-hidden="true" {}
            }
            (links(essays))
        }
    }
}

/// What the sentences of the class do, all together.
pub(super) fn stance(tally: &Tally) -> Markup {
    const CLASSES: [&str; 4] = ["stance0", "stance1", "stance2", "stance3"];
    let parts: Vec<_> = STANCES
        .iter()
        .enumerate()
        .map(|(at, stance)| (CLASSES[at], stance.name(), tally.stance[at]))
        .collect();
    stack(&parts)
}

pub(super) fn length(class: Class, tally: &Tally) -> Markup {
    scatter(&tally.lengths, class.rubric.words.as_ref().map(|it| it.target))
}

/// Pairs of essays with passages in common.
pub(super) fn shared(tally: &Tally) -> Markup {
    html! {
        p {
            "Pairs to look at, and no accusations: a shared passage may be a source that both left without quotation marks, a handout, or work that was meant to be shared. "
            "Quotations, reference lists and the words of the brief are left out."
        }
        @if tally.shared.is_empty() { p { "No two essays share a passage of about thirty words." } }
        @for passage in &tally.shared {
            @let [one, other] = &passage.essays;
            details {
                summary { (one.student()) " and " (other.student()) ": about " (passage.words) " words" }
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
pub(super) fn citations(tally: &Tally) -> Markup {
    let shared = tally.citations.shown();
    html! {
        @if shared.is_empty() { p { "No two essays have the same citation wrong." } }
        @for (message, essays) in &shared {
            details { summary { (inert(message)) ": " (essays.count) " essays" } (links(essays)) }
        }
        @if tally.citations.count > shared.len() { p.note { "and " (tally.citations.count - shared.len()) " more that fewer essays have: see each essay's feedback" } }
    }
}

/// Essays for a second marker.
pub(super) fn moderation(tally: &Tally) -> Markup {
    let sample = &tally.sample;
    let shown = sample.rows().count();
    html! {
        p { "All fails, all borderlines (within two marks of a band), and an even spread over the marks: at least ten, or the square root of the class where that is more." }
        table {
            caption { (sample.count) " of " (tally.essays) " essays" }
            thead { tr { th scope="col" { "Essay" } th scope="col" { "Mark" } th scope="col" { "Band" } th scope="col" { "Why" } } }
            tbody {
                @for it in sample.rows() {
                    tr { th scope="row" { (link(&it.name)) } td.number { (it.name.mark) } td { (it.band) } td { (it.why) } }
                }
            }
        }
        @if sample.count > shown { p.note { "and " (sample.count - shown) " more: sort marks.csv by mark" } }
    }
}

/// Submissions that could not be read.
pub(super) fn unread(tally: &Tally) -> Markup {
    html! {
        ul {
            @for it in &tally.unread {
                li { b { (inert(&it.student)) } ": " (inert(&it.reason)) }
            }
        }
        @if tally.unread_count > tally.unread.len() { p.note { "and " (tally.unread_count - tally.unread.len()) " more: see marks.csv" } }
    }
}

/// Every essay, the lowest mark first.
pub(super) fn all(tally: &Tally) -> Markup {
    let shown = tally.lowest.rows().count();
    html! {
        table {
            caption { "Every essay, the lowest mark first" }
            thead { tr { th scope="col" { "Essay" } th scope="col" { "Mark" } th scope="col" { "Band" } th scope="col" { "Words" } th scope="col" { "Also handed in, not marked" } } }
            tbody {
                @for it in tally.lowest.rows() {
                    tr { th scope="row" { (link(&it.name)) } td.number { (it.name.mark) } td { (it.band) } td.number { (it.words) } td { (inert(&it.beside)) } }
                }
            }
        }
        @if tally.essays > shown { p.note { "and " (tally.essays - shown) " more: see marks.csv" } }
    }
}
