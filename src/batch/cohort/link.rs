//! Names that lead to a student's feedback.

use std::fmt::Write as _;

use maud::{Markup, html};

use crate::batch::Outcome;
use crate::report::inert;

/// Names listed before the rest are only counted; `marks.csv` has all.
const LISTED: usize = 200;

pub(super) fn link(outcome: &Outcome) -> Markup {
    html! { a href=(address(&outcome.folder)) { (inert(&outcome.student)) } }
}

/// Some essays, with their marks.
pub(super) fn links(outcomes: &[&Outcome]) -> Markup {
    html! {
        ul.names {
            @for outcome in outcomes.iter().take(LISTED) { li { (link(outcome)) " " span.mark { (outcome.mark) } } }
        }
        @if outcomes.len() > LISTED { p.note { "and " (outcomes.len() - LISTED) " more: see marks.csv" } }
    }
}

/// A relative address, every unusual byte written out.
fn address(folder: &str) -> String {
    let mut address = String::from("./");
    for byte in folder.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => {
                address.push(char::from(byte));
            }
            byte => {
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address + "/feedback.html"
}
