//! Which columns of a sheet hold what.

use crate::batch::gradebook::sheet::Sheet;

/// The platform that handed the sheet out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Platform {
    Moodle,
    Canvas,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub(super) platform: Platform,
    pub(super) identifier: usize,
    pub(super) name: Option<usize>,
    pub(super) grade: usize,
    /// The most that can be given, in each row (Moodle).
    pub(super) maximum: Option<usize>,
    /// The scale's own words, in each row (Moodle).
    pub(super) scale: Option<usize>,
    /// Says "No" where a grade is locked.
    pub(super) locked: Option<usize>,
    pub(super) comment: Option<usize>,
}

impl Columns {
    pub(super) fn find(sheet: &Sheet, assignment: Option<&str>) -> Result<Columns, String> {
        if sheet.rows() == 0 {
            return Err("an empty sheet".to_owned());
        }
        let heads: Vec<String> =
            (0..sheet.width(0)).map(|column| sheet.value(0, column).trim().to_owned()).collect();
        let named = |name: &str| heads.iter().position(|head| head.eq_ignore_ascii_case(name));
        match (named("Identifier"), named("Grade"), named("Student"), named("ID")) {
            (Some(identifier), Some(grade), _, _) => Ok(Columns {
                platform: Platform::Moodle,
                identifier,
                name: named("Full name"),
                grade,
                maximum: named("Maximum Grade"),
                scale: named("Scale"),
                locked: named("Grade can be changed"),
                comment: named("Feedback comments"),
            }),
            (_, _, Some(student), Some(identifier)) => Ok(Columns {
                platform: Platform::Canvas,
                identifier,
                name: Some(student),
                grade: assignment_column(&heads, assignment)?,
                maximum: None,
                scale: None,
                locked: None,
                comment: None,
            }),
            _ => Err(format!(
                "neither a Moodle grading worksheet (Identifier, …, Grade) nor a Canvas gradebook (Student, ID, …): its first row is `{}`",
                heads.join(", ")
            )),
        }
    }
}

/// The column of an assignment, `Title (123)`: the one named, or the only one.
fn assignment_column(heads: &[String], wanted: Option<&str>) -> Result<usize, String> {
    let all: Vec<(usize, &str)> = heads
        .iter()
        .enumerate()
        .filter(|(_, head)| is_assignment(head))
        .map(|(at, head)| (at, head.as_str()))
        .collect();
    let list = || all.iter().map(|(_, head)| format!("`{head}`")).collect::<Vec<_>>().join(", ");
    let fits = |head: &str| {
        wanted.is_none_or(|name| {
            head == name
                || head
                    .rsplit_once(" (")
                    .is_some_and(|(title, id)| title == name || id.trim_end_matches(')') == name)
        })
    };
    let fitting: Vec<usize> =
        all.iter().filter(|(_, head)| fits(head)).map(|(at, _)| *at).collect();
    match (fitting.as_slice(), wanted) {
        ([one], _) => Ok(*one),
        (_, _) if all.is_empty() => {
            Err("the gradebook has no assignment column, `Title (number)`".to_owned())
        }
        ([], Some(name)) => {
            Err(format!("the gradebook has no assignment `{name}`; it has {}", list()))
        }
        _ => Err(format!(
            "the gradebook has several assignments: name one with --assignment: {}",
            list()
        )),
    }
}

fn is_assignment(head: &str) -> bool {
    let number = head.strip_suffix(')').and_then(|it| it.rsplit_once('('));
    number
        .is_some_and(|(_, number)| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}
