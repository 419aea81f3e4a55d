//! Files of a submission that hold the same text: drafts, copies in another format, parts that stand in the whole as well.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use crate::batch::fingerprint::of_text;
use crate::batch::joining::{File, shown};
use crate::batch::part_name::version;
use crate::document::Document;

/// Of files with nearly the same words the one that is no draft by its name, or the longest; never a part of the whole.
pub(super) fn without_copies<'a>(
    mut files: Vec<File<'a>>,
    others: &mut BTreeMap<usize, String>,
) -> Vec<File<'a>> {
    if files.len() < 2 {
        return files;
    }
    files.sort_by_cached_key(|it| (version(it.path), Reverse(it.words), it.at));
    let mut kept: Vec<(File, Runs)> = Vec::new();
    for file in files {
        let runs = Runs::of(&file.document);
        let new = (file, runs);
        if let Some(like) = kept.iter().find(|it| is_within(&new, it)) {
            others.insert(new.0.at, same_as(&like.0));
            continue;
        }
        // A part that stands in the whole as well.
        let parts = kept.iter().filter(|it| is_within(it, &new));
        others.extend(parts.map(|it| (it.0.at, same_as(&new.0))));
        kept.retain(|it| !others.contains_key(&it.0.at));
        kept.push(new);
    }
    kept.into_iter().map(|(file, _)| file).collect()
}

fn same_as(file: &File) -> String {
    format!("nearly the same words as {}, judged once", shown(file.path))
}

/// Runs of words, in percent of a file's, from which the file stands in another: a change in every tenth word breaks more
/// than half of the runs of eight.
const SAME: usize = 40;

/// Runs of the words in a file.
struct Runs {
    all: HashSet<u64>,
    /// Of the student's own words, so that parts with the same list of references are no copies; of all in a file without any.
    own: HashSet<u64>,
}

impl Runs {
    fn of(document: &Document) -> Runs {
        let all: HashSet<u64> = of_text(document.prose()).into_iter().collect();
        let own: Vec<&str> =
            document.own_sentences().map(|(_, it)| document.text(it.span)).collect();
        let own: HashSet<u64> = of_text(&own.join(" ")).into_iter().collect();
        Runs { own: if own.is_empty() { all.clone() } else { own }, all }
    }
}

/// Do most words of a file stand in another one too, in the same order?
fn is_within(
    (file, Runs { own, .. }): &(File, Runs),
    (other, Runs { all, .. }): &(File, Runs),
) -> bool {
    if own.is_empty() {
        return file.document.prose() == other.document.prose();
    }
    let shared = own.iter().filter(|it| all.contains(it)).count();
    shared * 100 >= own.len() * SAME
}
