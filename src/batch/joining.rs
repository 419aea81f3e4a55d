//! The files of one submission as one essay.
//!
//! Essay files are joined in the order of their names, then appendices, then a file that is a reference list alone. A cover
//! sheet is no part of the essay, and of files with nearly the same words one is judged.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use crate::batch::copies::without_copies;
use crate::batch::part_name::{Purpose, natural, purpose};
use crate::batch::read::{document_in, document_of};
use crate::document::{Document, Role};
use crate::report::Failure;

/// What is judged of a submission.
pub(super) struct Joined {
    pub(super) path: String,
    pub(super) document: Document,
    /// The files that it is made of, in the order of its parts.
    pub(super) files: Vec<PathBuf>,
    /// The other files, each with the reason why it is not judged.
    pub(super) others: Vec<Failure>,
}

/// A file that can be read.
pub(super) struct File<'a> {
    /// Its place among the files of the submission.
    pub(super) at: usize,
    pub(super) path: &'a Path,
    pub(super) document: Document,
    pub(super) words: usize,
}

const NO_WORDS: &str = "no words in it: is the text an image?";
const NO_ESSAY: &str = "no file ending in .docx, .md or .txt was handed in";
const COVER: &str = "a cover sheet by its name, and no part of the essay";

/// All the words of a submission in one document; the reasons where none can be read.
pub(super) fn joined(
    paths: &[PathBuf],
    contents: &[Result<Vec<u8>, String>],
) -> Result<Joined, String> {
    let mut others: BTreeMap<usize, String> = BTreeMap::new();
    let mut files = Vec::new();
    for (at, (path, content)) in paths.iter().zip(contents).enumerate() {
        match read(content) {
            Ok((document, words)) => files.push(File { at, path, document, words }),
            Err(reason) => drop(others.insert(at, reason)),
        }
    }
    leave_covers_out(&mut files, &mut others);
    let mut files = without_copies(files, &mut others);
    if files.len() > 1 {
        in_order(&mut files, contents);
    }
    if files.iter().all(|it| it.document.word_count.body == 0) {
        others.extend(files.iter().map(|it| (it.at, NO_WORDS.to_owned())));
        return Err(reasons(paths, &others));
    }
    let parts: Vec<&Path> = files.iter().map(|it| it.path).collect();
    let (path, names) = (path_of(&parts), names(&parts));
    let files_in_order = parts.iter().map(|it| it.to_path_buf()).collect();
    let failure = |(at, reason): (usize, String)| Failure { path: shown(&paths[at]), reason };
    Ok(Joined {
        path,
        document: Document::joined(
            names.into_iter().zip(files.into_iter().map(|it| it.document)).collect(),
        ),
        files: files_in_order,
        others: others.into_iter().map(failure).collect(),
    })
}

/// A document and how many words of any kind are in it.
fn read(content: &Result<Vec<u8>, String>) -> Result<(Document, usize), String> {
    let document = document_of(content.as_ref().map_err(String::clone)?)?;
    let words = document.word_count.total();
    if words == 0 { Err(NO_WORDS.to_owned()) } else { Ok((document, words)) }
}

fn leave_covers_out(files: &mut Vec<File>, others: &mut BTreeMap<usize, String>) {
    let is_cover = |it: &File| purpose(it.path) == Some(Purpose::Cover);
    if files.iter().any(|it| !is_cover(it)) {
        others.extend(files.iter().filter(|it| is_cover(it)).map(|it| (it.at, COVER.to_owned())));
        files.retain(|it| !is_cover(it));
    }
}

/// Puts the files in the order of an essay. A list of references, or an appendix by its name, is one also without a heading.
fn in_order(files: &mut [File], contents: &[Result<Vec<u8>, String>]) {
    files.sort_by_cached_key(|it| (rank(role(it)), natural(&shown(it.path)), it.at));
    for file in files {
        let role = role(file);
        let is_told = file.document.sections.iter().any(|it| it.role == role);
        if let (false, Ok(bytes)) = (is_told, &contents[file.at])
            && let Ok(document) = document_in(bytes, role)
        {
            file.document = document;
        }
    }
}

fn role(file: &File) -> Role {
    match () {
        () if file.document.is_reference_list() => Role::References,
        () if purpose(file.path) == Some(Purpose::Appendix) => Role::Appendix,
        () => Role::Body,
    }
}

fn rank(role: Role) -> usize {
    match role {
        Role::References => 2,
        Role::Appendix => 1,
        _ => 0,
    }
}

/// Why none of the files can be judged.
fn reasons(paths: &[PathBuf], others: &BTreeMap<usize, String>) -> String {
    let mut told = others.iter();
    match (told.next(), told.next()) {
        (None, _) => NO_ESSAY.to_owned(),
        (Some((_, reason)), None) => reason.clone(),
        _ => {
            let told = others.iter().map(|(at, it)| format!("{}: {it}", shown(&paths[*at])));
            told.collect::<Vec<_>>().join("; ")
        }
    }
}

/// One path for all the parts: their folder is named once.
fn path_of(parts: &[&Path]) -> String {
    let folder = parts.first().and_then(|it| it.parent());
    if parts.iter().all(|it| it.parent() == folder) {
        let names = parts.iter().map(|it| file_name(it)).collect::<Vec<_>>().join(", ");
        let folder = folder.map(shown).filter(|it| !it.is_empty());
        return folder.map_or(names.clone(), |folder| format!("{folder}/{names}"));
    }
    parts.iter().map(|it| shown(it)).collect::<Vec<_>>().join(", ")
}

/// Names of the parts, short where no two are the same.
fn names(parts: &[&Path]) -> Vec<String> {
    let short: HashSet<String> = parts.iter().map(|it| file_name(it)).collect();
    let name = |it: &&Path| if short.len() == parts.len() { file_name(it) } else { shown(it) };
    parts.iter().map(name).collect()
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A path with `/` on every system.
pub(super) fn shown(path: &Path) -> String {
    path.iter().map(|it| it.to_string_lossy()).collect::<Vec<_>>().join("/")
}
