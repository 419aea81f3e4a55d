//! YAML to [`Rubric`].

use crate::rubric::Rubric;

/// Reads a rubric; the error says where the file goes wrong.
pub fn read(text: &str, path: &str) -> Result<Rubric, String> {
    serde_yaml::from_str(text).map_err(|error| format!("{path}: {error}"))
}
