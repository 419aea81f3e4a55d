//! Paragraphs that stand in the essay twice.

use rustc_hash::FxHashMap;

use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "repeated-paragraph",
    severity: Severity::Warning,
    what: "A paragraph, or a long sentence, that stands in the essay twice word for word.",
    why: "The second time it earns nothing and costs words.",
    example: "
Trust takes years to build and days to lose, as the managers of both homes have found, and as their staff have told them.

It is slow.

Trust takes years to build and days to lose, as the managers of both homes have found, and as their staff have told them.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
It is slow.

Trust takes years to build and days to lose, as the managers of both homes have found.

It is slow.
",
    detect,
};

/// Shorter sentences may well recur.
const SHORTEST: usize = 14;

fn detect(look: &Look) -> Vec<Fault> {
    let mut seen: FxHashMap<u64, Span> = FxHashMap::default();
    let mut faults: Vec<Fault> = Vec::new();
    let mut last_block = None;
    for (at, span) in twins(look) {
        let (plain, words) = plain(look.text(span));
        if words < SHORTEST {
            continue;
        }
        let Some(before) = seen.get(&plain).copied() else {
            seen.insert(plain, span);
            continue;
        };
        let block = look.essay.document.sentences[at].block;
        if last_block != Some(block) {
            let line = look.essay.document.place(before).start.line;
            let before = look.essay.document.spot(line);
            let help = "which of the two places needs it?";
            faults.push(look.fault(span, format!("this stands in {before} already"), help));
        }
        last_block = Some(block);
    }
    faults
}

/// The own sentences that have the same letters as another one: hardly any, and no other can recur.
fn twins(look: &Look) -> Vec<(usize, Span)> {
    let own = look.own_sentences().map(|(at, span)| (letters(look.text(span)), at, span));
    let mut own: Vec<(u32, usize, Span)> = own.collect();
    own.sort_unstable();
    let twins = own.chunk_by(|one, next| one.0 == next.0).filter(|alike| alike.len() > 1);
    let mut twins: Vec<(usize, Span)> = twins.flatten().map(|(_, at, span)| (*at, *span)).collect();
    twins.sort_unstable();
    twins
}

/// A number that texts with the same letters and digits share, whatever their case and order.
fn letters(text: &str) -> u32 {
    if text.is_ascii() {
        const SMALL: u8 = 0x20; // what sets a small letter apart from a capital
        let letter = |byte: u8| u32::from(byte | SMALL) * u32::from(byte.is_ascii_alphanumeric());
        return text.bytes().fold(0, |sum, byte| sum.wrapping_add(letter(byte)));
    }
    let letters = text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(0, |sum, letter| sum.wrapping_add(u32::from(letter)))
}

/// The hash of a text's words in lower case, whatever stands between them, and how many there are.
fn plain(text: &str) -> (u64, usize) {
    let (mut hash, mut words, mut inside) = (0xcbf2_9ce4_8422_2325_u64, 0, false);
    let mut add = |letter: char| hash = (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3);
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            add(letter.to_ascii_lowercase());
        } else if letter.is_alphanumeric() {
            letter.to_lowercase().for_each(&mut add);
        } else {
            if inside {
                add(' ');
            }
            inside = false;
            continue;
        }
        words += usize::from(!inside);
        inside = true;
    }
    if inside {
        add(' ');
    }
    (hash, words)
}
