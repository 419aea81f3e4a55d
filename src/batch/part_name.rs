//! What the name of a file says of its place in a submission.

use std::path::Path;

/// What a file is beside the essay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Cover,
    Appendix,
}

/// Which of several versions of a text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    Final,
    Unnamed,
    Draft,
}

/// A piece of a name; "part 2" comes before "part 10".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Piece {
    Number(u64),
    Letters(String),
}

pub(super) fn purpose(path: &Path) -> Option<Purpose> {
    let words = words(path);
    let has = |word: &str| words.iter().any(|it| it == word);
    let is_cover = has("coversheet")
        || has("declaration")
        || has("title") && has("page")
        || (has("cover") || has("front")) && (has("sheet") || has("page"));
    match () {
        () if is_cover => Some(Purpose::Cover),
        () if has("appendix") || has("appendices") => Some(Purpose::Appendix),
        () => None,
    }
}

pub(super) fn version(path: &Path) -> Version {
    let words = words(path);
    let has_one_of = |names: &[&str]| words.iter().any(|it| names.contains(&it.as_str()));
    if has_one_of(&["draft", "drafts", "old", "rough", "copy", "backup", "previous"]) {
        Version::Draft
    } else if has_one_of(&["final"]) {
        Version::Final
    } else {
        Version::Unnamed
    }
}

/// The words of a name, without the part that Moodle gave and without the ending.
fn words(path: &Path) -> Vec<String> {
    let name = path.with_extension("").to_string_lossy().to_lowercase();
    let own = name.rsplit("_assignsubmission_").next().unwrap_or_default();
    own.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// A name to sort by.
pub(super) fn natural(name: &str) -> Vec<Piece> {
    let name: Vec<char> = name.to_lowercase().chars().collect();
    let pieces = name.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    let piece = |piece: &[char]| {
        let text: String = piece.iter().collect();
        text.parse().map_or(Piece::Letters(text), Piece::Number)
    };
    pieces.map(piece).collect()
}

#[test]
fn names_say_what_files_are_for() {
    let moodle = "Ana Old_1_assignsubmission_file_";
    let of = |name: &str| purpose(Path::new(&format!("{moodle}/{name}")));
    assert_eq!(of("Cover sheet.docx"), Some(Purpose::Cover));
    assert_eq!(of("essay - Appendix A.docx"), Some(Purpose::Appendix));
    assert_eq!(of("covering letters.docx"), None);
    let of = |name: &str| version(Path::new(&format!("{moodle}/{name}")));
    assert_eq!(of("essay.docx"), Version::Unnamed);
    assert_eq!(of("drafts/essay.docx"), Version::Draft);
    assert_eq!(of("essay_FINAL.docx"), Version::Final);
    assert!(natural("part 2.md") < natural("Part 10.md"));
}
