//! A setting whose name is written in several ways.

use std::collections::BTreeMap;

use crate::detect::detector::{Pattern, pattern};
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

static NAMED: Pattern = Pattern::new(|| {
    pattern(
        r"(?P<two>[\p{L}'’]+ )?(?P<one>[\p{L}'’-]+) (?P<kind>(?i:lodge|house|court|manor|hall|grange|villa|gardens|view|park|place|centre|clinic|surgery|practice|ward|hospital|hospice|school|college|home|cottage|road|unit))\b",
    )
});

/// One way of writing a name.
struct Form {
    span: Span,
    /// Lower case, as written.
    written: String,
    /// Its letters before the kind of place, without spaces.
    key: String,
    kind: String,
    capital: bool,
}

fn detect(look: &Look) -> Vec<Fault> {
    let places = kinds(look);
    if !places.iter().any(|at| follows_capital(look, *at)) {
        return Vec::new();
    }
    let forms = forms(look, places);
    let mut names: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for form in forms.iter().filter(|it| {
        it.capital && it.key.len() >= SHORT_NAME && !it.written.trim_end().contains("the ")
    }) {
        *names.entry((&form.key, &form.kind)).or_default() += 1;
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
        let one_word = !self.key_is_two_words();
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

    fn key_is_two_words(&self) -> bool {
        self.written.split(' ').count() > 2
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
    let mut found = Vec::new();
    let mut sentences: Vec<usize> =
        places.into_iter().filter_map(|at| document.sentence_at(at)).collect();
    sentences.dedup();
    for at in sentences {
        let sentence = document.sentences[at].span;
        if look.own_blocks_at([sentence.start]).is_empty() {
            continue;
        }
        for named in NAMED.captures_iter(look.text(sentence)) {
            let (Some(one), Some(kind)) = (named.name("one"), named.name("kind")) else { continue };
            let capital =
                one.as_str().starts_with(char::is_uppercase) && !STARTERS.contains(&one.as_str());
            found.push(form(
                sentence,
                one.start(),
                kind.end(),
                one.as_str(),
                kind.as_str(),
                capital,
            ));
            if let Some(two) = named.name("two").filter(|_| !capital) {
                let both = [two.as_str().trim_end(), one.as_str()].concat();
                let mut spaced =
                    form(sentence, two.start(), kind.end(), &both, kind.as_str(), false);
                spaced.written =
                    [two.as_str(), one.as_str(), " ", kind.as_str()].concat().to_lowercase();
                found.push(spaced);
            }
        }
    }
    found
}

fn form(block: Span, start: usize, end: usize, name: &str, kind: &str, capital: bool) -> Form {
    Form {
        span: Span::new(start, end).shifted(block.start),
        written: format!("{name} {kind}").to_lowercase(),
        key: name.to_lowercase().replace(['\'', '’', '-'], ""),
        kind: kind.to_lowercase(),
        capital,
    }
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
