//! Phrases found in an essay, whatever their endings and spelling.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::language::{Hashes, Stem};

/// Many phrases, each belonging to an owner, found in one walk over the stems of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrases {
    /// The first stems of all phrases.
    pub(crate) firsts: Hashes,
    /// For each of them where its phrases start among all, and where the last one's end.
    pub(crate) starts: Cow<'static, [u32]>,
    pub(crate) all: Cow<'static, [Phrase]>,
    /// What follows the first stem of each, one phrase after another.
    pub(crate) parts: Cow<'static, [Part]>,
}

/// Whose phrase it is, and which parts follow its first stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) owner: u32,
    pub(crate) from: u32,
    pub(crate) to: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Word(Stem),
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
    /// Of these phrases, each with its owner; one without a word is left out.
    pub fn of<'a>(phrases: impl IntoIterator<Item = (&'a str, usize)>) -> Phrases {
        let split = phrases.into_iter().filter_map(|(phrase, owner)| {
            let mut parts = parts(phrase);
            match parts.next() {
                Some(Part::Word(first)) => Some((first, owner, parts.collect())),
                _ => None,
            }
        });
        let mut split: Vec<(Stem, usize, Vec<Part>)> = split.collect();
        split.sort_by_key(|(first, ..)| *first);
        let firsts = Hashes::of(split.iter().map(|(first, ..)| first.number()));
        let runs = split.chunk_by(|one, next| one.0 == next.0);
        let ends = runs.scan(0, |end, run| {
            *end += number(run.len());
            Some(*end)
        });
        let starts = std::iter::once(0).chain(ends).collect();
        let (mut all, mut parts) = (Vec::new(), Vec::new());
        for (_, owner, rest) in split {
            let from = number(parts.len());
            parts.extend(rest);
            all.push(Phrase { owner: number(owner), from, to: number(parts.len()) });
        }
        Phrases { firsts, starts, all: Cow::Owned(all), parts: Cow::Owned(parts) }
    }

    /// Every phrase in a sentence; one owner may be found several times.
    pub fn find(&self, stems: &[Stem]) -> Vec<Found> {
        let mut found = Vec::new();
        for (first, stem) in stems.iter().enumerate() {
            let next = stems.get(first + 1);
            for phrase in self.beginning_with(*stem) {
                let rest = &self.parts[phrase.from as usize..phrase.to as usize];
                if matches!(rest.first(), Some(Part::Word(second)) if next != Some(second)) {
                    continue;
                }
                if let Some(length) = follow(rest, &stems[first + 1..]) {
                    let (owner, last) = (phrase.owner as usize, first + length);
                    found.push(Found { owner, first, last });
                }
            }
        }
        found
    }

    fn beginning_with(&self, first: Stem) -> &[Phrase] {
        let Some(place) = self.firsts.place(first.number()) else { return &[] };
        &self.all[self.starts[place] as usize..self.starts[place + 1] as usize]
    }
}

/// The stems and gaps of a phrase.
fn parts(phrase: &str) -> impl Iterator<Item = Part> {
    let pieces = phrase.split(" .. ").flat_map(|piece| {
        let stems = piece.unicode_words().map(|word| Part::Word(Stem::of(word)));
        std::iter::once(Part::Gap).chain(stems)
    });
    pieces.skip(1) // the gap before the first piece
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a rubric has fewer phrases")
}

/// How many words the parts take at the start of `stems`, if they fit there.
fn follow(parts: &[Part], stems: &[Stem]) -> Option<usize> {
    match parts {
        [] => Some(0),
        [Part::Word(wanted), rest @ ..] => {
            let here = stems.first()?;
            (here == wanted).then(|| follow(rest, &stems[1..])).flatten().map(|length| length + 1)
        }
        [Part::Gap, rest @ ..] => (0..=GAP_WORDS.min(stems.len()))
            .find_map(|skipped| follow(rest, &stems[skipped..]).map(|length| length + skipped)),
    }
}

#[test]
fn phrases_forgive_endings_hyphens_and_gaps() {
    let phrases = Phrases::of([("person-centred", 0), ("…", 2), ("fewer .. hospital", 1)]);
    let found = |text: &str| {
        let stems: Vec<Stem> = text.unicode_words().map(Stem::of).collect();
        phrases.find(&stems).iter().map(|it| it.owner).collect::<Vec<_>>()
    };
    assert_eq!(found("Person centered care meant fewer of them went back into hospitals"), [0]);
    assert_eq!(found("fewer went back to hospital"), [1]);
    assert_eq!(found("the person was centred"), [0; 0]);
    assert_eq!(Phrases::of([]).find(&[Stem::of("person")]), []);
}
