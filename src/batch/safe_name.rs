//! Names of students as names of folders, on every system, and never outside the folder they belong in.

/// Bytes of one name; some systems stop at 255, and a path has several.
const LONGEST: usize = 100;
/// Names that the out folder uses itself, and those that Windows keeps for devices.
const TAKEN: &[&str] = &[
    "marks.csv",
    "results.jsonl",
    "cohort.html",
    "gradebook.txt",
    "feedback.html",
    "feedback.md",
    "con",
    "prn",
    "aux",
    "nul",
    "com1",
    "com2",
    "com3",
    "com4",
    "com5",
    "com6",
    "com7",
    "com8",
    "com9",
    "lpt1",
    "lpt2",
    "lpt3",
    "lpt4",
    "lpt5",
    "lpt6",
    "lpt7",
    "lpt8",
    "lpt9",
];

/// Does the out folder, or Windows, keep this name for itself?
pub fn is_taken(name: &str) -> bool {
    TAKEN.contains(&name.to_lowercase().as_str())
}

/// A relative path for a student's folder; `/` in the name parts folders, and nothing in it leads upwards.
pub(super) fn safe_path(name: &str) -> String {
    let parts: Vec<String> =
        name.split('/').map(safe_part).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "unnamed".to_owned() } else { parts.join("/") }
}

fn safe_part(part: &str) -> String {
    let shown = |c: char| {
        if c.is_control() || is_invisible(c) || "\\:*?\"<>|".contains(c) { '-' } else { c }
    };
    let cleaned: String = part.chars().map(shown).collect();
    let trimmed = cleaned.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let mut end = trimmed.len().min(LONGEST);
    while !trimmed.is_char_boundary(end) {
        end -= 1;
    }
    let short = trimmed[..end].trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let stem = short.split('.').next().unwrap_or_default();
    if is_taken(stem) || is_taken(short) { format!("{short}_") } else { short.to_owned() }
}

/// Marks that turn the direction of writing or are not seen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[test]
fn no_name_leads_out_of_the_folder() {
    assert_eq!(safe_path("../../etc/passwd"), "etc/passwd");
    assert_eq!(safe_path("..\\..\\x"), "-..-x");
    assert_eq!(safe_path("/abs/.hidden"), "abs/hidden");
    assert_eq!(safe_path("..."), "unnamed");
    assert_eq!(safe_path("C:\\con"), "C--con");
    assert_eq!(safe_path("con"), "con_");
    assert_eq!(safe_path("Marks.csv"), "Marks.csv_");
    assert_eq!(safe_path("a\u{202e}b\nc"), "a-b-c");
    assert_eq!(safe_path(&"é".repeat(80)).len(), 100);
}
