//! A folder of submissions: whose they are, and which files each holds.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::overrides::OverrideBuilder;
use ignore::{DirEntry, WalkBuilder};

use crate::batch::file_name::{Owner, owner};
use crate::batch::find::is_essay;
use crate::batch::key;
use crate::batch::safe_name::safe_path;

/// What one student handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    pub student: String,
    /// By which a gradebook knows the student; none where no learning platform named the file.
    pub identifier: Option<String>,
    /// The student's folder inside the out folder; no two are the same.
    pub folder: String,
    /// Essays, and files that may be some, sorted, relative to the folder of submissions.
    pub files: Vec<PathBuf>,
    /// Files of sources (.bib), likewise.
    pub bibliographies: Vec<PathBuf>,
}

/// All submissions of a folder, by the names of their owners. Memory holds the paths of their files and little else.
#[derive(Clone, Debug, Default)]
pub struct Submissions {
    paths: Vec<Box<Path>>,
    list: Vec<Listed>,
}

/// Which paths belong to a submission.
#[derive(Clone, Copy, Debug)]
struct Listed {
    first: usize,
    end: usize,
    /// Above 1 where another student's folder has the same name.
    number: u32,
}

/// What a file is to a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    HandedIn,
    Bibliography,
    /// Says only that its owner handed in something.
    Other,
}

/// Endings of files that hold an essay we cannot read, and are worth a word about it.
const UNREADABLE: &[&str] = &[".doc", ".pdf", ".odt", ".rtf", ".pages", ".html", ".htm"];

impl Submissions {
    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = Submission> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// The submission at this place in their order.
    pub fn get(&self, at: usize) -> Submission {
        let Listed { first, end, number } = self.list[at];
        let paths = &self.paths[first..end];
        let of_kind = |kind: Kind| {
            paths.iter().filter(|it| Kind::of(it) == kind).map(|it| it.to_path_buf()).collect()
        };
        let owner = owner(&paths[0]);
        let name = folder(&owner);
        let folder = if number > 1 { format!("{name} ({number})") } else { name };
        Submission {
            student: owner.student,
            identifier: owner.identifier,
            folder,
            files: of_kind(Kind::HandedIn),
            bibliographies: of_kind(Kind::Bibliography),
        }
    }

    /// Adds the files of one owner, unless they are no submission.
    fn add(&mut self, owner: &Owner, files: Vec<(Kind, PathBuf)>, taken: &mut HashSet<u64>) {
        let best = files.iter().map(|(kind, _)| *kind).min();
        // Whoever handed in only pictures has handed in something, and is told of.
        if best != Some(Kind::HandedIn) && owner.identifier.is_none() {
            return;
        }
        let first = self.paths.len();
        let is_told = |(at, kind): (usize, Kind)| at == 0 || kind != Kind::Other;
        let paths = files.into_iter().enumerate().filter(|(at, file)| is_told((*at, file.0)));
        self.paths.extend(paths.map(|(_, (_, path))| path.into_boxed_path()));
        let name = folder(owner);
        // Some systems take "Ana" and "ana" for one folder.
        let is_free = |number: &u32| {
            let name = if *number > 1 { format!("{name} ({number})") } else { name.clone() };
            taken.insert(key::number(&name.to_lowercase()))
        };
        let number = (1..u32::MAX).find(is_free).unwrap_or_default();
        self.list.push(Listed { first, end: self.paths.len(), number });
    }
}

/// The submissions under a folder, by the names of their files; `.gitignore` and further globs leave files out, and so is
/// the out folder left out.
pub fn submissions(root: &Path, out: &Path, exclude: &[String]) -> Result<Submissions, String> {
    let files = files(root, out, exclude)?.into_iter().filter(|it| !is_copy(it));
    let mut files: Vec<(Owner, Kind, PathBuf)> =
        files.map(|path| (owner(&path), Kind::of(&path), path)).collect();
    files.retain(|(owner, kind, _)| *kind != Kind::Other || owner.identifier.is_some());
    files.sort();
    let mut all = Submissions::default();
    let mut taken = HashSet::new();
    let mut files = files.into_iter().peekable();
    while let Some((owner, kind, path)) = files.next() {
        let mut own = vec![(kind, path)];
        while let Some((_, kind, path)) = files.next_if(|it| it.0 == owner) {
            own.push((kind, path));
        }
        all.add(&owner, own, &mut taken);
    }
    all.paths.shrink_to_fit();
    Ok(all)
}

fn folder(owner: &Owner) -> String {
    match &owner.identifier {
        Some(identifier) => safe_path(&format!("{}_{identifier}", owner.student)),
        None => safe_path(&owner.student),
    }
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

impl Kind {
    fn of(path: &Path) -> Kind {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        // Word leaves "~$essay.docx" beside a document that is open.
        if name.starts_with("~$") {
            Kind::Other
        } else if is_essay(path) || UNREADABLE.iter().any(|ending| name.ends_with(ending)) {
            Kind::HandedIn
        } else if path.extension().is_some_and(|it| it.eq_ignore_ascii_case("bib")) {
            Kind::Bibliography
        } else {
            Kind::Other
        }
    }
}
