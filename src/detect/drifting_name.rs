//! A setting whose name is written in several ways.

use std::collections::{BTreeMap, BTreeSet};

use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "drifting-name",
    severity: Severity::Warning,
    what: "A home, ward, service or school whose name is written in different ways.",
    why: "The reader cannot tell whether one place is meant or two.",
    example: "
Beechfield Lodge is a care home. The team at beech field lodge met weekly, and Beech Lodge kept minutes.
                                             ^^^^^^^^^^^^^^^^^
",
    near_miss: "
Beechfield Lodge and Elm Lodge are care homes. The lodge is old. Oak House and Oak Ward are others.
",
    detect,
};

/// One way of writing a name.
struct Form {
    span: Span,
    /// Its letters before the kind of place, in lower case, without spaces.
    key: String,
    kind: &'static str,
    /// One word with a capital.
    capital: bool,
    /// Its words before the kind of place are two.
    two_words: bool,
    /// The word before the kind of place ends in "the".
    ends_in_the: bool,
}

fn detect(look: &Look) -> Vec<Fault> {
    let places = kinds(look);
    if !places.iter().any(|at| follows_capital(look, *at)) {
        return Vec::new();
    }
    let forms = forms(look, places);
    let mut names: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for form in
        forms.iter().filter(|it| it.capital && it.key.len() >= SHORT_NAME && !it.ends_in_the)
    {
        *names.entry((&form.key, form.kind)).or_default() += 1;
    }
    let mut faults = Vec::new();
    let mut taken: Vec<Span> = Vec::new();
    let mut names: Vec<(usize, (&str, &str))> =
        names.into_iter().map(|(name, count)| (count, name)).collect();
    names.sort_by_key(|(count, name)| (std::cmp::Reverse(*count), *name));
    for (_, (key, kind)) in names.into_iter().take(MOST_NAMES) {
        let variants: Vec<&Form> = forms
            .iter()
            .filter(|it| it.kind == kind && !taken.contains(&it.span) && it.drifts_from(key))
            .collect();
        taken.extend(variants.iter().map(|it| it.span));
        let Some(first) = variants.first() else { continue };
        let canonical = forms
            .iter()
            .find(|it| it.capital && it.key == key && it.kind == kind)
            .map_or(key, |it| look.text(it.span));
        taken.extend(forms.iter().filter(|it| it.key == key && it.kind == kind).map(|it| it.span));
        let mut written: Vec<String> =
            variants.iter().map(|it| format!("`{}`", look.text(it.span))).collect();
        written.sort();
        written.dedup();
        let message = format!("`{canonical}` is also written {}", written.join(" and "));
        faults.push(look.fault(
            first.span,
            message,
            "is one place meant? write its name in one way",
        ));
    }
    faults
}

/// Shorter names say too little to be compared.
const SHORT_NAME: usize = 5;
/// Names compared with every form; an essay has a handful.
const MOST_NAMES: usize = 50;

impl Form {
    /// The same letters in other words, a part of the name, or a slip in it.
    fn drifts_from(&self, key: &str) -> bool {
        let one_word = !self.two_words;
        let spaced = self.key == key && !one_word;
        let part = self.capital
            && one_word
            && key.len() > self.key.len() + 2
            && self.key.len() >= 4
            && key.starts_with(&self.key);
        let slip = self.capital
            && one_word
            && self.key.len() >= 6
            && self.key != key
            && self.key.get(..2) == key.get(..2)
            && self.key.len().abs_diff(key.len()) <= 2
            && strsim::damerau_levenshtein(&self.key, key) <= 2;
        spaced || part || slip
    }
}

/// The kinds of place.
const KINDS: &[&str] = &[
    "lodge", "house", "court", "manor", "hall", "grange", "villa", "gardens", "view", "park",
    "place", "centre", "clinic", "surgery", "practice", "ward", "hospital", "hospice", "school",
    "college", "home", "cottage", "road", "unit",
];

/// Where a kind of place stands after a word.
fn kinds(look: &Look) -> Vec<usize> {
    let prose = look.essay.document.prose().as_bytes();
    let mut found = look.places(KINDS);
    found.retain(|at| *at > 1 && prose[at - 1] == b' ' && prose[at - 2] != b' ');
    found.sort_unstable();
    found
}

/// Does a word with a capital in it stand before this place? Without one no place is named.
fn follows_capital(look: &Look, at: usize) -> bool {
    let before = look.essay.document.prose()[..at].trim_end_matches(' ');
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.trim_start_matches(|c: char| !c.is_alphabetic()).contains(char::is_uppercase)
        && word.len() >= SHORT_NAME
        && !STARTERS.contains(&word)
}

/// The kinds of place that stand in the sentences of the own blocks, with the words before them.
fn forms(look: &Look, places: Vec<usize>) -> Vec<Form> {
    let document = &look.essay.document;
    let mut named: Vec<(Span, Mention)> = Vec::new();
    let mut places = places.into_iter().peekable();
    while let Some(at) = places.next() {
        let Some(sentence) = document.sentence_at(at).map(|at| document.sentences[at].span) else {
            continue;
        };
        let mut here = vec![at];
        while let Some(next) = places.next_if(|next| sentence.holds(*next)) {
            here.push(next);
        }
        if look.own_blocks_at([sentence.start]).is_empty() {
            continue;
        }
        let here = here.iter().map(|at| at - sentence.start);
        named.extend(mentions(look.text(sentence), here).into_iter().map(|it| (sentence, it)));
    }
    // What is written of one kind of place is held against the names of that kind alone.
    let is_name = |(at, it): &&(Span, Mention)| it.has_capital(look.text(*at));
    let kinds: BTreeSet<&str> = named.iter().filter(is_name).map(|(_, it)| it.name).collect();
    let mut found = Vec::new();
    for (sentence, mention) in named.iter().filter(|(_, it)| kinds.contains(it.name)) {
        mention.add_forms(look.text(*sentence), sentence.start, &mut found);
    }
    found
}

/// One or two words before a kind of place: where the first of two starts, the nearer one, and the kind.
#[derive(Clone, Copy)]
struct Mention {
    two: Option<usize>,
    one: Span,
    kind: Span,
    name: &'static str,
}

/// The places named in a sentence, each as early as it can begin and none within another; `places` are those of the kinds.
fn mentions(sentence: &str, places: impl Iterator<Item = usize>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut free = 0; // where the last but one ends
    for at in places {
        // "Elm House Ward" is a ward: of two that begin together the longer one counts.
        if let Some(mention) = Mention::at(sentence, free, at)
            && let Some(last) = found.last_mut()
            && mention.start() == last.start()
        {
            *last = mention;
            continue;
        }
        free = found.last().map_or(0, |it| it.kind.end);
        found.extend(Mention::at(sentence, free, at));
    }
    found
}

impl Mention {
    /// What is named by the kind of place at `at`, with no word before `free`.
    fn at(sentence: &str, free: usize, at: usize) -> Option<Mention> {
        let rest = &sentence[at..];
        let letters = rest.bytes().take_while(|it| it.is_ascii_alphanumeric() || *it == b'_');
        let kind = Span::new(at, at + letters.count());
        let written = kind.of(sentence);
        let alike = |it: &&&str| it.len() == written.len() && it.eq_ignore_ascii_case(written);
        let name = KINDS.iter().find(alike)?;
        let one = word_before(sentence, free, at, |letter| is_of_name(letter) || letter == '-')?;
        let two = word_before(sentence, free, one.start, is_of_name).map(|it| it.start);
        Some(Mention { two, one, kind, name })
    }

    fn start(&self) -> usize {
        self.two.unwrap_or(self.one.start)
    }

    /// Is the nearer word one that names a place?
    fn has_capital(&self, sentence: &str) -> bool {
        let one = self.one.of(sentence);
        one.starts_with(char::is_uppercase) && !STARTERS.contains(&one)
    }

    fn add_forms(&self, sentence: &str, offset: usize, found: &mut Vec<Form>) {
        let one = self.one.of(sentence);
        let capital = self.has_capital(sentence);
        let form = |start: usize, capital: bool, two_words: bool| Form {
            span: Span::new(start, self.kind.end).shifted(offset),
            key: key(&sentence[start..self.one.end]),
            kind: self.name,
            capital,
            two_words,
            ends_in_the: ends_in_the(one),
        };
        found.push(form(self.one.start, capital, false));
        found.extend(self.two.filter(|_| !capital).map(|two| form(two, false, true)));
    }
}

/// The word of such letters that ends before the space before `at`.
fn word_before(text: &str, free: usize, at: usize, is_letter: fn(char) -> bool) -> Option<Span> {
    let before = text.get(free..at)?.strip_suffix(' ')?;
    let word = before.len() - before.trim_end_matches(is_letter).len();
    let end = free + before.len();
    (word > 0).then(|| Span::new(end - word, end))
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphabetic() || ('À'..='ž').contains(&letter) || matches!(letter, '\'' | '’')
}

fn ends_in_the(word: &str) -> bool {
    let end = word.len().checked_sub(3).and_then(|at| word.get(at..));
    end.is_some_and(|it| it.eq_ignore_ascii_case("the"))
}

/// The letters of a name in lower case.
fn key(name: &str) -> String {
    if name.is_ascii() {
        let mut key = name.to_ascii_lowercase();
        key.retain(|letter| !matches!(letter, '\'' | '-' | ' '));
        return key;
    }
    name.to_lowercase().replace(['\'', '’', '-', ' '], "")
}

/// Capitalised words that begin a sentence and no name.
const STARTERS: &[&str] = &[
    "The",
    "This",
    "That",
    "Their",
    "Our",
    "Each",
    "Every",
    "Her",
    "His",
    "My",
    "Nursing",
    "Residential",
    "Care",
    "General",
    "Another",
];

#[test]
fn of_names_in_a_row_the_longest_counts() {
    let named = |text: &'static str| {
        let places = text.match_indices(' ').map(|(at, _)| at + 1);
        let named = |it: &Mention| Span::new(it.start(), it.kind.end).of(text);
        mentions(text, places).iter().map(named).collect::<Vec<_>>()
    };
    assert_eq!(named("Elm House Ward"), ["Elm House Ward"]);
    assert_eq!(named("the Elm House Ward"), ["the Elm House"]);
    assert_eq!(named("at co-op field lodge and Oak House."), ["op field lodge", "and Oak House"]);
    assert_eq!(named("Elm Houses, a Ward"), ["a Ward"]);
}
