//! The ideas of a page: from noun phrases, their examples, the page's own concepts, and plain paraphrases.

use std::collections::{BTreeMap, BTreeSet};

use super::about::about;
use super::chunk::{Chunk, chunks};
use super::cue_words::cues;
use super::glossary::paraphrases;
use super::lexicon::{folded, is_break, is_common, is_matter, is_scheme, matter, words};
use super::page::Page;
use super::title::{capital, fresh, slug};
use crate::language::Stem;

/// An idea being drafted.
#[derive(Clone, Debug, Default)]
pub(super) struct Idea {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) means: String,
    pub(super) phrases: Vec<String>,
    pub(super) cues: Vec<&'static str>,
    /// Its words of matter, sorted: the same words are the same idea.
    key: Vec<Stem>,
}

/// All ideas of a page.
pub(super) struct Ideas {
    pub(super) subject: Idea,
    pub(super) concepts: Vec<Idea>,
    asked: Vec<Idea>,
    /// Words that stand all over the page: alone they tell nothing apart.
    common: BTreeSet<Stem>,
    /// In how many entries of the page each word of matter stands.
    counts: BTreeMap<Stem, usize>,
}

/// An idea has at most this many phrases.
const PHRASES: usize = 40;
/// A word in this share of a page's entries belongs to the subject.
const COMMON: usize = 4;

impl Ideas {
    pub(super) fn of(page: &Page) -> Ideas {
        let counts = counts(page);
        let entries = page.texts().count();
        let common = counts
            .iter()
            .filter(|(_, count)| **count * COMMON >= entries && **count > 2)
            .map(|(stem, _)| *stem)
            .collect();
        let mut ideas = Ideas {
            subject: subject(page, &counts),
            concepts: Vec::new(),
            asked: Vec::new(),
            common,
            counts,
        };
        for (title, about) in &page.concepts {
            let concept = ideas.concept(title, about);
            ideas.concepts.push(concept);
        }
        ideas
    }

    fn concept(&self, title: &str, about: &str) -> Idea {
        let mut phrases = Phrases::default();
        for chunk in chunks(&title.to_lowercase()).iter().chain(&chunks(about)) {
            self.phrase(chunk, &mut phrases);
        }
        let id = self.id(&slug(title));
        Idea {
            id,
            title: title.to_owned(),
            means: about.to_owned(),
            phrases: phrases.kept,
            cues: Vec::new(),
            key: sorted(matter(title)),
        }
    }

    /// The id of the idea of a noun phrase, made if the page has not asked for it before; none if it tells nothing apart.
    pub(super) fn ask(&mut self, chunk: &Chunk, means: &str) -> Option<String> {
        let key = sorted(matter(&chunk.text));
        let mut phrases = Phrases::default();
        self.phrase(chunk, &mut phrases);
        if let Some(known) =
            self.asked.iter_mut().chain(&mut self.concepts).find(|idea| idea.key == key)
        {
            phrases.kept.into_iter().for_each(|phrase| add(&mut known.phrases, phrase));
            return Some(known.id.clone());
        }
        if let Some(concept) = self.akin(&key) {
            concept.phrases.iter().take(FROM_CONCEPT).for_each(|phrase| phrases.add(phrase));
        }
        if phrases.kept.is_empty() {
            return None;
        }
        let id = self.id(&slug(&chunk.text));
        let title = chunk.text.clone();
        self.asked.push(Idea {
            id: id.clone(),
            title,
            means: means.to_owned(),
            phrases: phrases.kept,
            cues: cues(&chunk.text),
            key,
        });
        Some(id)
    }

    /// The concept that shares most of the words that tell an idea apart, if one shares enough.
    fn akin(&self, key: &[Stem]) -> Option<&Idea> {
        let own = |stems: &[Stem]| {
            stems.iter().filter(|stem| !self.common.contains(stem)).copied().collect::<Vec<_>>()
        };
        let key = own(key);
        let shared = |idea: &Idea| {
            let concept = own(&idea.key);
            let shared = key.iter().filter(|stem| concept.contains(stem)).count();
            let fits = shared > 0
                && (shared == key.len()
                    || shared == concept.len()
                    || shared * 2 >= key.len() + concept.len() - shared);
            if fits { shared } else { 0 }
        };
        self.concepts.iter().filter(|idea| shared(idea) > 0).max_by_key(|idea| shared(idea))
    }

    /// The phrases of a chunk: whole, in part, word by word where a word tells, its examples, and plain paraphrases.
    fn phrase(&self, chunk: &Chunk, phrases: &mut Phrases) {
        if chunk.halves.len() > 1 {
            phrases.add(&chunk.text);
        }
        let mut all = chunk.halves.clone();
        all.extend(chunk.examples.iter().map(|example| trimmed(example)));
        for text in &all {
            self.parts(text, phrases);
        }
        let plain = |text: &&String| {
            !text.contains(' ')
                || text.contains(|c: char| c.is_lowercase() && c.is_alphabetic()) && !is_name(text)
        };
        for text in all.iter().filter(plain) {
            for phrase in paraphrases(text) {
                phrases.add(phrase);
            }
        }
    }

    fn parts(&self, text: &str, phrases: &mut Phrases) {
        let all: Vec<&str> = words(text).collect();
        let alone = |word: &&&str| {
            is_matter(word)
                && !is_common(word)
                && !self.common.contains(&Stem::of(word))
                && word.chars().count() > 3
        };
        if all.len() > 1
            || all.iter().any(|word| !is_common(word) && !self.common.contains(&Stem::of(word)))
        {
            phrases.add(text);
        }
        if all.len() > 2 && !text.ends_with(" Act") {
            for pair in [&all[all.len() - 2..], &all[..2]]
                .into_iter()
                .filter(|pair| !pair.iter().any(|word| is_break(word)))
            {
                phrases.add(&pair.join(" "));
            }
        }
        if all.len() > 1 && !text.contains(" Act") {
            all.iter().filter(alone).for_each(|word| phrases.add(word));
        }
    }

    /// Does the page speak of it more than once?
    pub(super) fn recurs(&self, chunk: &Chunk) -> bool {
        matter(&chunk.text).iter().all(|stem| self.counts.get(stem).is_some_and(|count| *count > 1))
    }

    /// Adds an idea that the page itself does not name.
    pub(super) fn lend(&mut self, id: &str, means: &str, phrases: &[&str]) {
        if self.asked.iter().all(|idea| idea.id != id) {
            let phrases = phrases.iter().map(|phrase| (*phrase).to_owned()).collect();
            let title = id.replace('-', " ");
            self.asked.push(Idea {
                id: id.to_owned(),
                title,
                means: means.to_owned(),
                phrases,
                ..Idea::default()
            });
        }
    }

    /// The idea with this id, be it a concept or the page's own.
    pub(super) fn title<'a>(&'a self, id: &'a str) -> &'a str {
        self.asked
            .iter()
            .chain(&self.concepts)
            .find(|idea| idea.id == id)
            .map_or(id, |idea| idea.title.as_str())
    }

    /// The ideas that one of these signals speaks of, in the order in which the page asks for them.
    pub(super) fn used<'a>(&self, signals: impl Iterator<Item = &'a str>) -> Vec<Idea> {
        let terms: BTreeSet<&str> = signals.flat_map(|signal| signal.split(" & ")).collect();
        let named = |idea: &&Idea| terms.contains(format!("idea:{}", idea.id).as_str());
        self.asked.iter().filter(named).cloned().collect()
    }

    fn id(&self, slug: &str) -> String {
        let taken = |id: &str| {
            id == self.subject.id
                || self.concepts.iter().chain(&self.asked).any(|idea| idea.id == id)
        };
        fresh(slug, taken)
    }
}

/// Phrases that an idea takes over from a concept akin to it.
const FROM_CONCEPT: usize = 16;

/// Phrases in order, each once.
#[derive(Default)]
struct Phrases {
    kept: Vec<String>,
}

impl Phrases {
    fn add(&mut self, phrase: &str) {
        add(&mut self.kept, phrase.to_owned());
    }
}

fn add(kept: &mut Vec<String>, phrase: String) {
    let same = |it: &String| it.eq_ignore_ascii_case(&phrase);
    if !phrase.is_empty() && kept.len() < PHRASES && !kept.iter().any(same) {
        kept.push(phrase);
    }
}

/// Every word begins with a capital: "New Right".
fn is_name(text: &str) -> bool {
    text.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

fn trimmed(example: &str) -> String {
    let kept: Vec<&str> = example
        .split_whitespace()
        .skip_while(|word| is_scheme(word) && word.starts_with(char::is_lowercase))
        .collect();
    kept.join(" ")
}

fn sorted(mut stems: Vec<Stem>) -> Vec<Stem> {
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// In how many entries of the page each word of matter stands.
fn counts(page: &Page) -> BTreeMap<Stem, usize> {
    let mut counts = BTreeMap::new();
    for text in page.texts() {
        for stem in sorted(matter(text)) {
            *counts.entry(stem).or_insert(0) += 1;
        }
    }
    counts
}

/// What an essay on this subject speaks of: the page's phrases, and every word that it uses twice.
fn subject(page: &Page, counts: &BTreeMap<Stem, usize>) -> Idea {
    const WORDS: usize = 120;
    let mut phrases: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for word in
        page.texts().flat_map(words).filter(|word| is_matter(word) && word.chars().count() > 2)
    {
        let stem = Stem::of(word);
        if counts.get(&stem).is_some_and(|count| *count > 1)
            && phrases.len() < WORDS
            && seen.insert(stem)
        {
            phrases.push(folded(word));
        }
    }
    let names = page
        .points
        .iter()
        .chain(page.concepts.iter().map(|(_, about)| about))
        .flat_map(|text| chunks(text));
    for chunk in names {
        for text in std::iter::once(&chunk.text)
            .chain(&chunk.examples)
            .filter(|text| text.contains(' ') || text.starts_with(char::is_uppercase))
        {
            if phrases.len() < 2 * WORDS && !phrases.iter().any(|it| it.eq_ignore_ascii_case(text))
            {
                phrases.push(text.clone());
            }
        }
    }
    let means = if page.synopsis.is_empty() {
        page.points.first().cloned().unwrap_or_default()
    } else {
        page.synopsis.clone()
    };
    let title = capital(&heading(page));
    Idea { id: "subject".to_owned(), title, means, phrases, ..Idea::default() }
}

/// The page's title or, where it has none, what its first sentence is about.
pub(super) fn heading(page: &Page) -> String {
    let opening = if page.teaser.is_empty() { &page.synopsis } else { &page.teaser };
    page.title.clone().unwrap_or_else(|| about(opening))
}
