//! What Moodle and Canvas say in the names of the files they hand out.

use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;

/// Whose submission a file belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Owner {
    pub(super) student: String,
    /// Moodle's participant or Canvas's user, by which a gradebook knows the student.
    pub(super) identifier: Option<String>,
}

/// Moodle's folder (`Ana Lee_123_assignsubmission_file_`), or its file where folders are switched off.
static MOODLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?<student>.+?)_(?<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_.*)?$")
});
/// Canvas: `leeana_123_456_essay.docx`, `leeana_LATE_123_456_essay.docx`; the first number is the user.
static CANVAS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?<student>[^_]+)_(?:LATE_)?(?<id>\d+)_\d+_.+$"));

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a constant pattern that the tests below run")
}

/// Reads a path inside the folder of submissions; a file that no system named stands for itself.
pub(super) fn owner(path: &Path) -> Owner {
    let names: Vec<String> = path.iter().map(|it| it.to_string_lossy().into_owned()).collect();
    let moodle = names.iter().find_map(|name| MOODLE.captures(name));
    let canvas = || names.last().and_then(|name| CANVAS.captures(name));
    match moodle.or_else(canvas) {
        Some(found) => {
            Owner { student: found["student"].to_owned(), identifier: Some(found["id"].to_owned()) }
        }
        None => Owner {
            student: path.with_extension("").to_string_lossy().into_owned(),
            identifier: None,
        },
    }
}

#[test]
fn names_of_learning_platforms_are_understood() {
    let read = |path: &str| {
        let owner = owner(Path::new(path));
        format!("{} {}", owner.student, owner.identifier.unwrap_or_default())
    };
    assert_eq!(read("Ana Lee_123_assignsubmission_file_/essay.docx"), "Ana Lee 123");
    assert_eq!(read("Ana Lee_123_assignsubmission_file/drafts/essay.docx"), "Ana Lee 123");
    assert_eq!(
        read("Group A/Ana de la Cruz-Lee_77_assignsubmission_onlinetext_/onlinetext.html"),
        "Ana de la Cruz-Lee 77"
    );
    assert_eq!(read("Ana Lee_123_assignsubmission_file_essay.docx"), "Ana Lee 123");
    assert_eq!(read("leeana_123_456_essay.docx"), "leeana 123");
    assert_eq!(read("leeana_LATE_123_456_my_essay-1.docx"), "leeana 123");
    assert_eq!(read("seminar 2/ana.md"), "seminar 2/ana ");
    assert_eq!(read("2024_essay.md"), "2024_essay ");
}
