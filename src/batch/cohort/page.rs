//! The page as a whole.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::batch::cohort::chart::histogram;
use crate::batch::cohort::count::{mean, median};
use crate::batch::cohort::{Class, section};

const STYLE: &str = include_str!("style.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page; it loads nothing and runs nothing.
pub(in crate::batch) fn page(class: &Class) -> String {
    let title = format!("Class report: {}", class.rubric.title);
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#marks" { "Skip to the marks" }
                header { h1 { (title) } (summary(class)) }
                main { (sections(class)) }
                footer { p { "critique " (env!("CARGO_PKG_VERSION")) " · rubric " (class.rubric.id) " · reader " (class.reader) } }
            }
        }
    };
    page.into_string() + "\n"
}

fn summary(class: &Class) -> Markup {
    let outcomes = &class.marked.outcomes;
    html! {
        p.summary {
            b { (outcomes.len()) } " essays"
            @if let Some(mean) = mean(outcomes) { " · mean " b { (mean) } }
            @if let Some(median) = median(outcomes) { " · median " b { (median) } }
            @if !class.marked.unread.is_empty() { " · " b { (class.marked.unread.len()) } " not judged" }
        }
        p { "Every mark is indicative: an assessor decides." }
    }
}

fn sections(class: &Class) -> Markup {
    let is_empty = class.marked.outcomes.is_empty();
    html! {
        @if !class.marked.unread.is_empty() { (part("unread", "Not judged", &section::unread(class))) }
        @if !is_empty {
            (part("marks", "Marks", &histogram(&class.marked.outcomes, &class.rubric.scale.bands())))
            (part("practise", "What most of the class should practise next", &section::practise(class)))
            (part("points", "Marking points", &section::points(class)))
            (part("habits", "Mistakes and good practice", &section::mistakes_and_practices(class)))
            (part("stance", "What the sentences do", &section::stance(class)))
            (part("length", "Length against mark", &section::length(class)))
            (part("shared", "Shared passages", &section::shared(class)))
            (part("citations", "The same wrong citation", &section::citations(class)))
            (part("moderation", "Moderation sample", &section::moderation(class)))
            (part("all", "All essays", &section::all(class)))
        }
    }
}

fn part(id: &str, title: &str, content: &Markup) -> Markup {
    html! { section id=(id) aria-labelledby={ (id) "-title" } { h2 id={ (id) "-title" } { (title) } (content) } }
}
