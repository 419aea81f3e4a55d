//! The rubrics that come inside the program.

use crate::rubric::read::nearest;
use crate::rubric::{Rubric, RubricError, read};

/// A rubric's id and its YAML.
pub type Bundled = (&'static str, &'static str);

/// The rubric that serves any subject; it comes last.
pub const GENERAL: &str = "academic-writing";

static RUBRICS: &[Bundled] = &[("partnership-working", include_str!("../../rubrics/partnership-working.yaml"))];

/// Every bundled rubric, in the order in which they are offered.
pub fn bundled() -> &'static [Bundled] {
    RUBRICS
}

/// The bundled rubric with this id, read; or a message that says which id was meant.
pub fn find(id: &str) -> Result<Rubric, FindError> {
    let Some((_, yaml)) = RUBRICS.iter().find(|(known, _)| *known == id) else {
        return Err(FindError::Unknown { id: id.to_owned(), help: help(id) });
    };
    Ok(read(yaml, &format!("rubrics/{id}.yaml"))?.0)
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    #[error("no bundled rubric has the id `{id}`\nhelp: {help}")]
    Unknown { id: String, help: String },
    #[error(transparent)]
    Unreadable(#[from] RubricError),
}

fn help(id: &str) -> String {
    let ids: Vec<&str> = RUBRICS.iter().map(|(id, _)| *id).collect();
    match nearest(id, ids.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!(
            "bundled rubrics: {}; a file of your own is named by its path, as in ./{id}.yaml",
            ids.join(", ")
        ),
    }
}
