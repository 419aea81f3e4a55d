//! Phrases found in an essay, whatever their endings and spelling.

use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation;

use crate::language::Stem;

/// Many phrases, each belonging to an owner, found in one walk over the stems of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// By first stem: the rest of the phrase, and its owner.
    by_first: FxHashMap<Stem, Vec<(Vec<Part>, usize)>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Stem(Stem),
    /// ` .. `: up to [`GAP_WORDS`] words of any kind.
    Gap,
}

/// The most words that ` .. ` in a phrase may stand for.
const GAP_WORDS: usize = 4;

/// A phrase found: its owner, and the words it reaches over (from the first word of the sentence).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub owner: usize,
    pub first: usize,
    pub last: usize,
}

impl Phrases {
    pub fn add(&mut self, phrase: &str, owner: usize) {
        let mut parts = phrase.split(" .. ").flat_map(|piece| {
            std::iter::once(Part::Gap)
                .chain(piece.unicode_words().map(|word| Part::Stem(Stem::of(word))))
        });
        parts.next(); // the gap before the first piece
        if let Some(Part::Stem(first)) = parts.next() {
            self.by_first.entry(first).or_default().push((parts.collect(), owner));
        }
    }

    /// Every phrase in a sentence; one owner may be found several times.
    pub fn find(&self, stems: &[Stem]) -> Vec<Found> {
        let mut found = Vec::new();
        for (first, stem) in stems.iter().enumerate() {
            let next = stems.get(first + 1);
            for (rest, owner) in self.by_first.get(stem).into_iter().flatten() {
                if matches!(rest.first(), Some(Part::Stem(second)) if next != Some(second)) {
                    continue;
                }
                if let Some(length) = follow(rest, &stems[first + 1..]) {
                    found.push(Found { owner: *owner, first, last: first + length });
                }
            }
        }
        found
    }
}

/// How many words the parts take at the start of `stems`, if they fit there.
fn follow(parts: &[Part], stems: &[Stem]) -> Option<usize> {
    match parts {
        [] => Some(0),
        [Part::Stem(wanted), rest @ ..] => {
            let here = stems.first()?;
            (here == wanted).then(|| follow(rest, &stems[1..])).flatten().map(|length| length + 1)
        }
        [Part::Gap, rest @ ..] => (0..=GAP_WORDS.min(stems.len()))
            .find_map(|skipped| follow(rest, &stems[skipped..]).map(|length| length + skipped)),
    }
}

#[test]
fn phrases_forgive_endings_hyphens_and_gaps() {
    let mut phrases = Phrases::default();
    phrases.add("person-centred", 0);
    phrases.add("fewer .. hospital", 1);
    let found = |text: &str| {
        let stems: Vec<Stem> = text.unicode_words().map(Stem::of).collect();
        phrases.find(&stems).iter().map(|it| it.owner).collect::<Vec<_>>()
    };
    assert_eq!(found("Person centered care meant fewer of them went back into hospitals"), [0]);
    assert_eq!(found("fewer went back to hospital"), [1]);
    assert_eq!(found("the person was centred"), [0; 0]);
}
