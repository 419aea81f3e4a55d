//! `critique.yaml`, the one file of a coursework folder that every front end shares.

use serde::Deserialize;

/// What a folder of essays has in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Project {
    /// The id of a bundled rubric, or the path of one beside this file.
    pub rubric: Option<String>,
    /// `check` fails below this mark.
    pub fail_under: Option<u32>,
}

impl Project {
    /// Reads the file; the error says what is wrong with it.
    pub fn read(yaml: &str) -> Result<Project, String> {
        if yaml.trim().is_empty() {
            return Ok(Project::default());
        }
        serde_yaml::from_str(yaml).map_err(|error| error.to_string())
    }
}

#[test]
fn unknown_keys_are_refused() {
    assert_eq!(
        Project::read("rubric: safeguarding").map(|it| it.rubric),
        Ok(Some("safeguarding".into()))
    );
    assert!(Project::read("rubrik: safeguarding").is_err());
}
