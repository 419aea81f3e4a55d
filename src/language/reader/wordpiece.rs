//! Cuts text into BERT's word pieces: lower case, no accents, punctuation apart, longest known piece first.
//!
//! In: any text. Out: piece numbers, the row numbers of every table under `weights/`. A word with a letter that no piece
//! has becomes the one piece [`UNKNOWN`].

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::built::PIECES;
use super::pieces::{OPENS, WITHIN};
/// The piece of a word that cannot be cut.
pub(crate) const UNKNOWN: u32 = 1;
/// The piece before a sentence.
#[cfg(feature = "deep")]
pub(crate) const START: u32 = 2;
/// The piece after a sentence.
#[cfg(feature = "deep")]
pub(crate) const END: u32 = 3;
/// Longer words are unknown, as in BERT.
const LONGEST_WORD: usize = 100;

/// The pieces of a text, without [`START`] and [`END`].
pub(crate) fn cut(text: &str) -> Vec<u32> {
    cut_all([text].into_iter())
}

/// The pieces of several texts, one after another.
pub(crate) fn cut_all<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<u32> {
    let (mut found, mut words) = (Vec::new(), Words::default());
    for text in texts {
        words.fill(text);
        words.cut(&mut found);
    }
    found
}

/// The pieces of a sentence between [`START`] and [`END`], no more than `longest` in all.
#[cfg(feature = "deep")]
pub(crate) fn sentence(text: &str, longest: usize) -> Vec<u32> {
    let mut found = vec![START];
    found.extend(cut(text));
    found.truncate(longest - 1);
    found.push(END);
    found
}

/// The pieces of the words met so far, by word: where they stand among all of them.
#[derive(Default)]
struct Known {
    places: FxHashMap<Box<str>, (usize, usize)>,
    pieces: Vec<u32>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// Words kept; English essays of one course hold far fewer.
const MOST_KNOWN: usize = 50_000;

impl Known {
    fn cut(&mut self, word: &str) -> &[u32] {
        if let Some((from, to)) = self.places.get(word) {
            return &self.pieces[*from..*to];
        }
        if self.places.len() >= MOST_KNOWN {
            *self = Known::default();
        }
        let from = self.pieces.len();
        cut_word(word, &mut self.pieces);
        self.places.insert(word.into(), (from, self.pieces.len()));
        &self.pieces[from..]
    }
}

fn cut_word(word: &str, found: &mut Vec<u32>) {
    if word.chars().nth(LONGEST_WORD).is_some() {
        return found.push(UNKNOWN);
    }
    let start = found.len();
    let mut rest = word;
    while !rest.is_empty() {
        let mark = if rest.len() == word.len() { OPENS } else { WITHIN };
        let Some((end, number)) = PIECES.longest(mark, rest) else {
            found.truncate(start);
            found.push(UNKNOWN);
            return;
        };
        found.push(number);
        rest = &rest[end..];
    }
}

/// Lower-case words without accents, each punctuation mark a word, in one buffer that the next text uses again.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    ends: Vec<usize>,
}

impl Words {
    /// The words of this text, in place of those before.
    pub(super) fn fill(&mut self, text: &str) {
        self.text.clear();
        self.ends.clear();
        for letter in text.chars() {
            match letter {
                'a'..='z' | '0'..='9' => self.text.push(letter),
                'A'..='Z' => self.text.push(letter.to_ascii_lowercase()),
                ' ' => self.end(),
                _ if is_dropped(letter) => {}
                _ if letter.is_whitespace() => self.end(),
                _ if stands_alone(letter) => {
                    self.end();
                    self.text.push(letter);
                    self.end();
                }
                _ => self.text.extend(plain(letter).to_lowercase().map(plain)),
            }
        }
        self.end();
    }

    fn end(&mut self) {
        if self.ends.last().copied().unwrap_or(0) < self.text.len() {
            self.ends.push(self.text.len());
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| &self.text[std::mem::replace(&mut start, *end)..*end])
    }

    /// Adds the pieces of the words.
    pub(super) fn cut(&self, found: &mut Vec<u32>) {
        KNOWN.with_borrow_mut(|known| {
            self.iter().for_each(|word| found.extend_from_slice(known.cut(word)));
        });
    }

    /// Writes every digit as a zero.
    pub(super) fn hide_digits(&mut self) {
        if self.text.bytes().any(|byte| byte.is_ascii_digit()) {
            self.text = self.text.replace(|letter: char| letter.is_ascii_digit(), "0");
        }
    }
}

fn is_dropped(letter: char) -> bool {
    let combining = matches!(letter, '\u{300}'..='\u{36f}');
    let formatting = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    let control = letter.is_control() && !letter.is_whitespace();
    combining
        || formatting
        || control
        || matches!(letter, '\u{feff}' | '\u{fffd}' | '\u{b}' | '\u{c}' | '\u{85}')
}

fn stands_alone(letter: char) -> bool {
    let general = matches!(letter, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
        && !matches!(letter, '\u{2044}' | '\u{2052}');
    let latin = matches!(letter, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿');
    let eastern = matches!(letter, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ceaf}');
    letter.is_ascii_punctuation() || general || latin || eastern
}

/// The letter without its accent.
fn plain(letter: char) -> char {
    const ACCENTED: [(&str, char); 46] = [
        ("ÀÁÂÃÄÅĀĂĄǍ", 'A'),
        ("àáâãäåāăąǎ", 'a'),
        ("ÇĆĈĊČ", 'C'),
        ("çćĉċč", 'c'),
        ("Ď", 'D'),
        ("ď", 'd'),
        ("ÈÉÊËĒĔĖĘĚẼ", 'E'),
        ("èéêëēĕėęěẽ", 'e'),
        ("ĜĞĠĢ", 'G'),
        ("ĝğġģ", 'g'),
        ("Ĥ", 'H'),
        ("ĥ", 'h'),
        ("ÌÍÎÏĨĪĬĮİ", 'I'),
        ("ìíîïĩīĭį", 'i'),
        ("Ĵ", 'J'),
        ("ĵ", 'j'),
        ("Ķ", 'K'),
        ("ķ", 'k'),
        ("ĹĻĽ", 'L'),
        ("ĺļľ", 'l'),
        ("ÑŃŅŇ", 'N'),
        ("ñńņň", 'n'),
        ("ÒÓÔÕÖŌŎŐ", 'O'),
        ("òóôõöōŏő", 'o'),
        ("ŔŖŘ", 'R'),
        ("ŕŗř", 'r'),
        ("ŚŜŞŠȘ", 'S'),
        ("śŝşšș", 's'),
        ("ŢŤȚ", 'T'),
        ("ţťț", 't'),
        ("ÙÚÛÜŨŪŬŮŰŲ", 'U'),
        ("ùúûüũūŭůűų", 'u'),
        ("ŴẀẂẄ", 'W'),
        ("ŵẁẃẅ", 'w'),
        ("ÝŶŸ", 'Y'),
        ("ýÿŷ", 'y'),
        ("ŹŻŽ", 'Z'),
        ("źżž", 'z'),
        ("ά", 'α'),
        ("έ", 'ε'),
        ("ή", 'η'),
        ("ίϊ", 'ι'),
        ("ό", 'ο'),
        ("ύϋ", 'υ'),
        ("ώ", 'ω'),
        ("й", 'и'),
    ];
    if letter.is_ascii() {
        return letter;
    }
    ACCENTED.iter().find(|(letters, _)| letters.contains(letter)).map_or(letter, |(_, base)| *base)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences and odd strings with their pieces as the Python tokeniser cuts them.
    static EXPECTED: &str = include_str!("../../../tests/readers/pieces.jsonl");

    #[test]
    fn cuts_as_the_tokeniser_of_the_training_does() {
        for line in EXPECTED.lines() {
            let row: serde_json::Value =
                serde_json::from_str(line).expect("each line is an object");
            let wanted: Vec<u64> = row["ids"]
                .as_array()
                .expect("numbers")
                .iter()
                .filter_map(serde_json::Value::as_u64)
                .collect();
            let found: Vec<u64> =
                cut(row["text"].as_str().expect("a text")).into_iter().map(u64::from).collect();
            assert_eq!(found, wanted, "{}", row["text"]);
        }
    }
}
