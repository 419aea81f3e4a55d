//! Which sentences earn nothing, whatever they say: copied from the rubric, repeated, stuffed with its words, about
//! something else, or saying no more than that a thing was absent.

use rustc_hash::FxHashSet;

use crate::document::Sentence;
use crate::judge::lens::Lens;
use crate::judge::shingle::{hash, shingles};
use crate::language::{Essay, Found, Stance, denials};

/// Why a sentence earns nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Doubt {
    Copied,
    Repeated,
    Stuffed,
    /// In a paragraph that has nothing to do with the rubric.
    Astray,
    /// "There was no ...", and no word more.
    Denied,
}

/// The doubted sentences of an essay, and how many of its words each doubt takes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doubts {
    by_sentence: Vec<Option<Doubt>>,
    pub(crate) own_words: usize,
    pub(crate) copied: usize,
    pub(crate) repeated: usize,
    /// Also words in sentences crowded with the rubric's terms: one such sentence is a list, many are no essay.
    pub(crate) stuffed: usize,
    pub(crate) astray: usize,
    pub(crate) denied: usize,
    /// Words in sentences that the reader takes for filler or nonsense.
    pub(crate) empty: usize,
}

/// This share of a sentence's runs of words stands in the rubric too: it was pasted.
const COPIED: f32 = 0.5;
/// Shorter sentences may be said twice.
const REPEATABLE_WORDS: usize = 6;
/// This share of a sentence's words are the rubric's phrases: no room is left to say anything about them.
const STUFFED: f32 = 0.5;
/// A sentence with so many of the rubric's phrases, and this share of its words taken by them, is crowded. Of fifty essays
/// that were written to be read the most crowded one is so in 22 words of a hundred; the stuffed ones in 45 and more.
const CROWD: usize = 4;
const CROWDED: f32 = 0.3;
/// A sentence with so few words of its own is stuffed, however many small words its phrases bring along.
const PACKED: f32 = 0.8;
/// So few words may be a name and no list.
const NAMED: usize = 3;
/// English prose needs this share of small words.
const FEWEST_SMALL_WORDS: f32 = 0.17;
/// Shorter sentences prove nothing about their words.
const JUDGED_WORDS: usize = 8;
/// A paragraph of so many words whose meaning is no closer to the rubric's than this is about something else. Of 515
/// paragraphs in essays on the subject the farthest is at 0.10; paragraphs on gardens lie at 0.02 and 0.03.
const JUDGED_PARAGRAPH: usize = 40;
const ASTRAY: f32 = 0.06;
/// A drafted rubric knows less of what its unit is about: of 1,267 paragraphs in essays on 34 topics one in 170 is farther
/// than this from its page, and one in 13 of those in essays on the other topics.
const ASTRAY_FROM_PAGE: f32 = 0.0;
/// So few words beside those denied say nothing about the lack.
const SAYS_MORE: usize = 5;

impl Doubts {
    /// `hits` are the rubric's phrases found in each sentence of the document.
    pub(crate) fn of(essay: &Essay, lens: &Lens, hits: &[Vec<Found>]) -> Doubts {
        let mut doubts =
            Doubts { by_sentence: vec![None; essay.document.sentences.len()], ..Doubts::default() };
        let own: Vec<(usize, &Sentence)> = essay.document.own_sentences().collect();
        let (mut seen, mut paragraphs) = (FxHashSet::default(), FxHashSet::default());
        for paragraph in own.chunk_by(|(_, one), (_, next)| one.block == next.block) {
            let general = if !paragraphs.insert(paragraph_hash(essay, paragraph)) {
                Some(Doubt::Repeated)
            } else if is_astray(essay, lens, paragraph) {
                Some(Doubt::Astray)
            } else {
                None
            };
            for (at, sentence) in paragraph {
                let look = Look::new(essay, lens, sentence, &hits[*at]);
                let doubt = look.doubt(&mut seen).or(general);
                doubts.count(doubt, &look, essay.readings[*at].stance());
                doubts.by_sentence[*at] = doubt;
            }
        }
        doubts
    }

    fn count(&mut self, doubt: Option<Doubt>, look: &Look, stance: Stance) {
        let words = look.sentence.words.len();
        self.own_words += words;
        match doubt {
            Some(Doubt::Copied) => self.copied += words,
            Some(Doubt::Repeated) => self.repeated += words,
            Some(Doubt::Stuffed) => self.stuffed += words,
            Some(Doubt::Astray) => self.astray += words,
            Some(Doubt::Denied) => self.denied += words,
            None if look.is_crowded() => self.stuffed += words,
            None if stance == Stance::Other => self.empty += words,
            None => {}
        }
    }

    pub(crate) fn doubted(&self, sentence: usize) -> bool {
        self.by_sentence[sentence].is_some()
    }

    /// The share of the student's words that `words` are.
    #[expect(clippy::cast_precision_loss, reason = "essays are short")]
    pub(crate) fn share(&self, words: usize) -> f32 {
        words as f32 / self.own_words.max(1) as f32
    }
}

fn paragraph_hash(essay: &Essay, paragraph: &[(usize, &Sentence)]) -> u64 {
    let stems = paragraph.iter().flat_map(|(_, sentence)| essay.stems_of(sentence));
    hash(stems)
}

/// Is a paragraph about something other than the rubric? A rubric for any subject cannot tell.
fn is_astray(essay: &Essay, lens: &Lens, paragraph: &[(usize, &Sentence)]) -> bool {
    let Some(about) = &lens.about else { return false };
    let words: usize = paragraph.iter().map(|(_, sentence)| sentence.words.len()).sum();
    if words < JUDGED_PARAGRAPH {
        return false;
    }
    let farthest = if lens.rubric.drafted { ASTRAY_FROM_PAGE } else { ASTRAY };
    essay.meaning_of(paragraph[0].1.block).closeness(about) < farthest
}

/// One sentence, with the rubric's phrases in it.
struct Look<'a> {
    essay: &'a Essay,
    lens: &'a Lens,
    sentence: &'a Sentence,
    hits: &'a [Found],
    /// The share of the sentence's words that belong to phrases of the rubric.
    taken: f32,
}

impl<'a> Look<'a> {
    fn new(essay: &'a Essay, lens: &'a Lens, sentence: &'a Sentence, hits: &'a [Found]) -> Self {
        let taken = if hits.is_empty() { 0.0 } else { taken(sentence.words.len(), hits) };
        Look { essay, lens, sentence, hits, taken }
    }

    fn doubt(&self, seen: &mut FxHashSet<u64>) -> Option<Doubt> {
        let stems = self.essay.stems_of(self.sentence);
        let copied = shingles(stems).filter(|run| self.lens.own_words.contains(*run)).count();
        if copied > 0 && ratio(copied, shingles(stems).count()) >= COPIED {
            return Some(Doubt::Copied);
        }
        if stems.len() >= REPEATABLE_WORDS && !seen.insert(hash(stems.iter())) {
            return Some(Doubt::Repeated);
        }
        if stems.len() >= JUDGED_WORDS && self.is_stuffed()
            || stems.len() > NAMED && self.taken >= PACKED
        {
            return Some(Doubt::Stuffed);
        }
        self.only_denies().then_some(Doubt::Denied)
    }

    fn is_stuffed(&self) -> bool {
        if self.taken <= STUFFED / 2.0 {
            return false;
        }
        let text = self.essay.text(self.sentence).to_lowercase();
        let words = text.split(|c: char| !c.is_alphabetic());
        let small = words.filter(|word| is_small(word)).count();
        let (small, taken) = (ratio(small, self.sentence.words.len()), self.taken);
        small < FEWEST_SMALL_WORDS && taken > STUFFED / 2.0
            || small < FEWEST_SMALL_WORDS * 1.5 && taken > STUFFED
    }

    /// Phrases that follow one another without overlap, many of them.
    fn is_crowded(&self) -> bool {
        let (mut phrases, mut free) = (0, 0);
        let mut found: Vec<&Found> = self.hits.iter().collect();
        found.sort_by_key(|found| found.last);
        for found in found {
            if found.first >= free {
                (phrases, free) = (phrases + 1, found.last + 1);
            }
        }
        phrases >= CROWD && self.taken >= CROWDED
    }

    /// Every phrase of the rubric in it is denied, and hardly a word stands beside the denial.
    fn only_denies(&self) -> bool {
        if self.hits.is_empty() {
            return false;
        }
        let (mut denied, mut said) = (Vec::new(), 0);
        for under in denials(self.essay.text(self.sentence)) {
            said += usize::from(!under);
            if said == SAYS_MORE {
                return false;
            }
            denied.push(under);
        }
        self.hits.iter().all(|found| denied.get(found.first).copied().unwrap_or(false))
    }
}

/// The share of so many words that these phrases reach over.
fn taken(words: usize, hits: &[Found]) -> f32 {
    let mut taken = vec![false; words];
    for found in hits {
        taken[found.first..=found.last].iter_mut().for_each(|it| *it = true);
    }
    ratio(taken.iter().filter(|it| **it).count(), words)
}

#[expect(clippy::cast_precision_loss, reason = "sentences are short")]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// Is it one of the words that hold English sentences together?
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "about"
            | "after"
            | "all"
            | "also"
            | "an"
            | "and"
            | "are"
            | "as"
            | "at"
            | "be"
            | "because"
            | "been"
            | "before"
            | "being"
            | "between"
            | "but"
            | "by"
            | "can"
            | "could"
            | "did"
            | "do"
            | "does"
            | "for"
            | "from"
            | "had"
            | "has"
            | "have"
            | "he"
            | "her"
            | "his"
            | "how"
            | "i"
            | "if"
            | "in"
            | "into"
            | "is"
            | "it"
            | "its"
            | "may"
            | "might"
            | "more"
            | "must"
            | "my"
            | "no"
            | "not"
            | "of"
            | "on"
            | "only"
            | "or"
            | "our"
            | "she"
            | "should"
            | "so"
            | "such"
            | "than"
            | "that"
            | "the"
            | "their"
            | "them"
            | "then"
            | "there"
            | "these"
            | "they"
            | "this"
            | "those"
            | "through"
            | "to"
            | "was"
            | "we"
            | "were"
            | "what"
            | "when"
            | "where"
            | "which"
            | "while"
            | "who"
            | "whose"
            | "will"
            | "with"
            | "would"
            | "you"
    )
}
