//! Names that lead to a student's feedback.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::rc::Rc;

use maud::{Markup, html};

use crate::batch::Outcome;
use crate::report::inert;

/// Names listed before the rest are only counted; `marks.csv` has all.
const LISTED: usize = 200;

/// A student's essay, as the page names it.
pub(super) struct Name {
    student: String,
    pub(super) folder: String,
    pub(super) mark: u32,
}

/// How many essays, and the first of them.
#[derive(Default)]
pub(super) struct Names {
    pub(super) count: usize,
    first: Vec<Rc<Name>>,
}

impl Name {
    pub(super) fn of(outcome: &Outcome) -> Name {
        let Outcome { student, folder, mark, .. } = outcome;
        Name { student: student.clone(), folder: folder.clone(), mark: *mark }
    }

    pub(super) fn student(&self) -> Cow<'_, str> {
        inert(&self.student)
    }
}

impl Names {
    pub(super) fn add(&mut self, name: &Rc<Name>) {
        self.count += 1;
        if self.first.len() < LISTED {
            self.first.push(Rc::clone(name));
        }
    }
}

pub(super) fn link(name: &Name) -> Markup {
    html! { a href=(address(&name.folder)) { (name.student()) } }
}

/// Some essays, with their marks.
pub(super) fn links(names: &Names) -> Markup {
    html! {
        ul.names {
            @for name in &names.first { li { (link(name)) " " span.mark { (name.mark) } } }
        }
        @if names.count > LISTED { p.note { "and " (names.count - LISTED) " more: see marks.csv" } }
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
