//! Rubrics of other tools as a rubric of ours: a Canvas rubric CSV, a Moodle list of BTEC criteria.
//!
//! Their sentences become marking points, drafted as a topic page would be; what is left to refine is said in comments.

use crate::rubric::draft::{Given, draft_given};
use crate::rubric::{Grade, RubricError};

/// Why a file could not be taken over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("line {line}: {what}")]
    Malformed { line: usize, what: String },
    #[error(
        "no criteria found\nhelp: a Canvas rubric has the columns `Criteria Name` and `Rating Points`; a list of BTEC criteria has lines such as `P1 Explain ...`"
    )]
    Nothing,
    #[error(transparent)]
    Unreadable(#[from] RubricError),
}

/// The YAML of a rubric from either kind of file, told apart by its first line.
pub fn import(text: &str) -> Result<String, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if first.contains("Criteria Name") { canvas(text) } else { btec(text) }
}

/// A Canvas rubric CSV: each criterion a point, worth its share of the ratings' best marks.
fn canvas(text: &str) -> Result<String, ImportError> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> = reader
        .headers()
        .map_err(|error| malformed(&error))?
        .iter()
        .map(|it| it.trim().to_lowercase())
        .collect();
    let column = |name: &str| header.iter().position(|it| it == name);
    let (title, name, about) =
        (column("rubric name"), column("criteria name"), column("criteria description"));
    let mut given = Given::default();
    for record in reader.records() {
        let record = record.map_err(|error| malformed(&error))?;
        let cell = |at: Option<usize>| {
            at.and_then(|at| record.get(at)).unwrap_or_default().trim().to_owned()
        };
        let (name, about) = (cell(name), cell(about));
        if name.is_empty() && about.is_empty() {
            continue;
        }
        if given.title.is_empty() {
            given.title = cell(title);
        }
        let best = header
            .iter()
            .zip(&record)
            .filter(|(column, _)| *column == "rating points")
            .filter_map(|(_, cell)| cell.trim().parse::<f64>().ok());
        given.weights.push(best.fold(0.0, f64::max));
        given.points.push(if about.is_empty() { name } else { about });
    }
    if given.points.is_empty() { Err(ImportError::Nothing) } else { Ok(draft_given(&given)) }
}

fn malformed(error: &csv::Error) -> ImportError {
    let line = error.position().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
    ImportError::Malformed { line, what: error.to_string() }
}

/// Lines such as `P1 Explain the roles of ...`, `A.M2: Analyse ...`, `BC.D2 - Evaluate ...`.
fn btec(text: &str) -> Result<String, ImportError> {
    let mut given = Given::default();
    for line in text.lines().map(str::trim) {
        match criterion(line) {
            Some((grade, asks)) => {
                given.points.push(asks);
                given.grades.push(grade);
            }
            None if given.title.is_empty() && given.points.is_empty() => {
                given.title = String::from(line.trim_matches(['#', '*', ' ']));
            }
            None => {}
        }
    }
    if given.points.is_empty() { Err(ImportError::Nothing) } else { Ok(draft_given(&given)) }
}

/// The grade of a criterion by the letter of its name, and what it asks.
fn criterion(line: &str) -> Option<(Grade, String)> {
    let line =
        line.trim_start_matches(['-', '*', '•', '|', ' ']).replace('"', "").replace("**", "");
    let end = line.find([' ', ':', ',', '\t', '|', ')'])?;
    let (name, asks) = line.split_at(end);
    let name = name.rsplit('.').next().unwrap_or(name);
    let grade = match name.chars().next()? {
        'P' => Grade::Pass,
        'M' => Grade::Merit,
        'D' => Grade::Distinction,
        _ => return None,
    };
    let numbered = name.len() > 1 && name[1..].chars().all(|c| c.is_ascii_digit());
    let asks = asks
        .trim_matches([' ', ':', ',', '-', '–', '\t', '|', ')'])
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    (numbered && asks.split(' ').count() > 1).then_some((grade, asks))
}
