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
    /// Findings that are expected, file by file.
    pub ignores: Vec<PathIgnore>,
}

/// A rule that some essays of the folder need not keep.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathIgnore {
    pub rule: String,
    /// Which files, as a line of `.gitignore` would say it, from the folder of `critique.yaml`.
    pub path: String,
    pub reason: String,
}

impl Project {
    /// Reads the file; the error says what is wrong with it.
    pub fn read(yaml: &str) -> Result<Project, String> {
        if yaml.trim().is_empty() {
            return Ok(Project::default());
        }
        // A file of comments says nothing, and may.
        let project: Option<Project> =
            serde_yaml::from_str(yaml).map_err(|error| error.to_string())?;
        let project = project.unwrap_or_default();
        let unexplained =
            project.ignores.iter().find(|it| !it.reason.contains(char::is_alphabetic));
        match unexplained {
            Some(it) => {
                Err(format!("the ignore of `{}` in `{}` gives no reason", it.rule, it.path))
            }
            None => Ok(project),
        }
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

#[test]
fn an_ignore_needs_its_reason() {
    let ignores = |reason: &str| {
        let ignore = "ignores:\n  - rule: entry-never-cited\n    path: \"*.md\"\n";
        Project::read(&[ignore, reason].concat()).map(|it| it.ignores.len())
    };
    assert_eq!(ignores("    reason: further reading is listed too\n"), Ok(1));
    assert!(ignores("").is_err_and(|it| it.contains("reason")));
    assert!(ignores("    reason: \"...\"\n").is_err_and(|it| it.contains("gives no reason")));
}
