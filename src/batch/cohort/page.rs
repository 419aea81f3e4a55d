//! The page as a whole.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::batch::cohort::chart::histogram;
use crate::batch::cohort::count::{mean, median};
use crate::batch::cohort::tally::Tally;
use crate::batch::cohort::{Class, section};

const STYLE: &str = include_str!("style.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page; it loads nothing and runs nothing.
pub(in crate::batch) fn page(class: Class, tally: &Tally) -> String {
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
                header { h1 { (title) } (summary(tally)) }
                main { (sections(class, tally)) }
                footer { p { "critique " (env!("CARGO_PKG_VERSION")) " · rubric " (class.rubric.id) " · reader " (class.reader) } }
            }
        }
    };
    page.into_string() + "\n"
}

fn summary(tally: &Tally) -> Markup {
    html! {
        p.summary {
            b { (tally.essays) } " essays"
            @if let Some(mean) = mean(&tally.marks) { " · mean " b { (mean) } }
            @if let Some(median) = median(&tally.marks) { " · median " b { (median) } }
            @if tally.unread_count > 0 { " · " b { (tally.unread_count) } " not judged" }
        }
        p { "Every mark is indicative: an assessor decides." }
    }
}

fn sections(class: Class, tally: &Tally) -> Markup {
    html! {
        @if tally.unread_count > 0 { (part("unread", "Not judged", &section::unread(tally))) }
        @if tally.essays > 0 {
            (part("marks", "Marks", &histogram(&tally.marks, &class.rubric.scale.bands())))
            (part("practise", "What most of the class should practise next", &section::practise(class, tally)))
            (part("points", "Marking points", &section::points(class, tally)))
            (part("habits", "Mistakes and good practice", &section::mistakes_and_practices(class, tally)))
            (part("stance", "What the sentences do", &section::stance(tally)))
            (part("length", "Length against mark", &section::length(class, tally)))
            (part("shared", "Shared passages", &section::shared(tally)))
            (part("citations", "The same wrong citation", &section::citations(tally)))
            (part("moderation", "Moderation sample", &section::moderation(tally)))
            (part("all", "All essays", &section::all(tally)))
        }
    }
}

fn part(id: &str, title: &str, content: &Markup) -> Markup {
    html! { section id=(id) aria-labelledby={ (id) "-title" } { h2 id={ (id) "-title" } { (title) } (content) } }
}
