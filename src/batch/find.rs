//! Which files are essays.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::report::Failure;

/// The essays under some paths, in the order of their names, and what could not be looked at.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub essays: Vec<PathBuf>,
    pub failed: Vec<Failure>,
}

/// Endings of files that are read as essays.
const ENDINGS: &[&str] = &[".md", ".markdown", ".txt", ".docx"];
/// Files that stand beside essays and are none.
const NOT_ESSAYS: &[&str] =
    &["readme.md", "license.md", "contributing.md", "changelog.md", "feedback.md"];

/// A named file is always taken; a folder is walked, `.gitignore` obeyed, links not followed.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        if path.is_dir() { walk(path, &mut found) } else { found.essays.push(path.clone()) }
    }
    found
}

fn walk(folder: &Path, found: &mut Found) {
    let before = found.essays.len();
    let by_name = |a: &std::ffi::OsStr, b: &std::ffi::OsStr| a.cmp(b);
    for entry in WalkBuilder::new(folder).require_git(false).sort_by_file_name(by_name).build() {
        match entry {
            Ok(entry)
                if entry.file_type().is_some_and(|it| it.is_file()) && is_essay(entry.path()) =>
            {
                found.essays.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => found
                .failed
                .push(Failure { path: folder.display().to_string(), reason: error.to_string() }),
        }
    }
    if found.essays.len() == before {
        let reason = format!("no essays in this folder (files ending in {})", ENDINGS.join(", "));
        found.failed.push(Failure { path: folder.display().to_string(), reason });
    }
}

pub(super) fn is_essay(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    // Word leaves "~$essay.docx" beside a document that is open.
    !name.starts_with("~$")
        && ENDINGS.iter().any(|ending| name.ends_with(ending))
        && !NOT_ESSAYS.contains(&name.as_str())
}
