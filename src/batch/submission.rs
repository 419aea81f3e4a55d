//! A folder of submissions: whose they are, and which files each holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ignore::overrides::OverrideBuilder;
use ignore::{DirEntry, WalkBuilder};

use crate::batch::file_name::{Owner, owner};
use crate::batch::find::is_essay;
use crate::batch::safe_name::safe_path;

/// What one student handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    pub student: String,
    /// By which a gradebook knows the student; none where no learning platform named the file.
    pub identifier: Option<String>,
    /// The student's folder inside the out folder; no two are the same.
    pub folder: String,
    /// Sorted, relative to the folder of submissions.
    pub files: Vec<PathBuf>,
}

/// Endings of files that hold an essay we cannot read, and are worth a word about it.
const UNREADABLE: &[&str] = &[".doc", ".pdf", ".odt", ".rtf", ".pages", ".html", ".htm"];

/// The submissions under a folder, by the names of their files; `.gitignore` and further globs leave files out, and so is
/// the out folder left out.
pub fn submissions(root: &Path, out: &Path, exclude: &[String]) -> Result<Vec<Submission>, String> {
    let mut by_owner: BTreeMap<Owner, Vec<PathBuf>> = BTreeMap::new();
    for file in files(root, out, exclude)? {
        let owner = owner(&file);
        // Whoever handed in only pictures has handed in something, and is told of.
        if is_handed_in(&file) {
            by_owner.entry(owner).or_default().push(file);
        } else if owner.identifier.is_some() && !is_copy(&file) {
            by_owner.entry(owner).or_default();
        }
    }
    let mut taken = BTreeSet::new();
    Ok(by_owner.into_iter().map(|(owner, files)| submission(owner, files, &mut taken)).collect())
}

fn submission(owner: Owner, mut files: Vec<PathBuf>, taken: &mut BTreeSet<String>) -> Submission {
    files.sort();
    let name = match &owner.identifier {
        Some(identifier) => safe_path(&format!("{}_{identifier}", owner.student)),
        None => safe_path(&owner.student),
    };
    let numbered = (1..).map(|at| if at == 1 { name.clone() } else { format!("{name} ({at})") });
    // Some systems take "Ana" and "ana" for one folder.
    let folder =
        numbered.into_iter().find(|it| taken.insert(it.to_lowercase())).unwrap_or_default();
    Submission { student: owner.student, identifier: owner.identifier, folder, files }
}

fn files(root: &Path, out: &Path, exclude: &[String]) -> Result<Vec<PathBuf>, String> {
    let mut globs = OverrideBuilder::new(root);
    for glob in exclude {
        globs.add(&format!("!{glob}")).map_err(|error| format!("--exclude {glob}: {error}"))?;
    }
    let globs = globs.build().map_err(|error| error.to_string())?;
    let out = std::fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
    let is_out = move |path: &Path| std::fs::canonicalize(path).is_ok_and(|it| it == out);
    // Only ignore files inside the folder count: those above it are about something else.
    let walk = WalkBuilder::new(root)
        .hidden(false)
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .overrides(globs)
        .filter_entry(move |it| !(is_hidden(it) || it.path().is_dir() && is_out(it.path())))
        .build();
    let mut files = Vec::new();
    for entry in walk {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.file_type().is_some_and(|it| it.is_file()) {
            files.push(entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned());
        }
    }
    Ok(files)
}

/// Begins with a dot, and is no name that a learning platform gave.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let is_owned = || owner(Path::new(name)).identifier.is_some();
    entry.depth() > 0 && name.to_string_lossy().starts_with('.') && !is_owned()
}

/// What macOS puts beside the files of an archive.
fn is_copy(path: &Path) -> bool {
    path.iter().any(|it| it == "__MACOSX")
}

fn is_handed_in(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    !is_copy(path)
        && !name.starts_with("~$")
        && (is_essay(path) || UNREADABLE.iter().any(|ending| name.ends_with(ending)))
}
