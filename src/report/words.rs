//! What several faces say alike, in words for the student.

use crate::judge::{Achievement, Words};

/// "Pass: not achieved".
pub(crate) fn achievement(it: Achievement) -> String {
    format!("{}: {}", it.grade.name(), if it.achieved { "achieved" } else { "not achieved" })
}

/// "555 words of 1500, outside the range".
pub(crate) fn told(words: Words) -> String {
    let target = match (words.target, words.within) {
        (Some(target), Some(true)) => format!(" of {target}, within the range"),
        (Some(target), _) if words.counted < target => format!(" of {target}, under the range"),
        (Some(target), _) => format!(" of {target}, over the range"),
        _ => String::new(),
    };
    format!("{} words{target}", words.counted)
}
