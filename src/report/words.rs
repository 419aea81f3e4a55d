//! What several faces say alike, in words for the student.

use crate::judge::{Achievement, Words};
use crate::report::Judged;

/// "Pass: not achieved".
pub(crate) fn achievement(it: Achievement) -> String {
    format!("{}: {}", it.grade.name(), if it.achieved { "achieved" } else { "not achieved" })
}

/// From so many in a hundred on the student is told of general words; three quarters of the essays in training/topics have
/// fewer.
const MANY_GENERAL: u8 = 4;

/// "555 words of 1500, outside the range".
pub(crate) fn told(words: Words) -> String {
    let target = match (words.target, words.within) {
        (Some(target), Some(true)) => format!(" of {target}, within the range"),
        (Some(target), _) if words.counted < target => format!(" of {target}, under the range"),
        (Some(target), _) => format!(" of {target}, over the range"),
        _ => String::new(),
    };
    let general = words.general.filter(|general| *general >= MANY_GENERAL).map(|general| {
        format!(", {general} in 100 general (\"very\", \"important\", \"there are\")")
    });
    format!("{} words{target}{}", words.counted, general.unwrap_or_default())
}

/// The files of an essay that was handed in as several.
pub(crate) fn joined(judged: &Judged) -> Option<String> {
    let names: Vec<&str> = judged.parts().iter().map(|it| it.name.as_str()).collect();
    let told = || format!("Read as one essay, in this order: {}.", names.join(", "));
    (!names.is_empty()).then(told)
}
