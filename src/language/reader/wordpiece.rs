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
    let mut found = Vec::new();
    texts.for_each(|text| cut_into(text, &mut found));
    found
}

/// Adds the pieces of a text.
pub(crate) fn cut_into(text: &str, found: &mut Vec<u32>) {
    let mut words = Words::default();
    words.fill(text);
    words.cut(found);
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

/// What an ASCII byte is to the words around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plain {
    /// Or a digit.
    Letter,
    Mark,
    Space,
}

const PLAIN_KINDS: [Plain; 256] = {
    let mut kinds = [Plain::Space; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        if byte.is_ascii_alphanumeric() {
            kinds[byte as usize] = Plain::Letter;
        } else if byte.is_ascii_punctuation() {
            kinds[byte as usize] = Plain::Mark;
        }
        byte += 1;
    }
    kinds
};

/// Lower-case words without accents, each punctuation mark a word, in one buffer that the next text uses again.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    /// Where each word starts and ends.
    places: Vec<(usize, usize)>,
}

impl Words {
    /// The words of this text, in place of those before.
    pub(super) fn fill(&mut self, text: &str) {
        self.text.clear();
        self.places.clear();
        let is_plain = |byte: u8| byte == b'\n' || (b' '..=b'~').contains(&byte);
        if text.bytes().fold(true, |plain, byte| plain & is_plain(byte)) {
            self.fill_plain(text);
        } else {
            self.fill_any(text);
        }
    }

    /// A text of ASCII letters, marks and spaces holds its words as they stand, but for their case.
    fn fill_plain(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.make_ascii_lowercase();
        let mut start = 0;
        for (at, byte) in self.text.bytes().enumerate() {
            let kind = PLAIN_KINDS[byte as usize];
            if kind == Plain::Letter {
                continue;
            }
            if start < at {
                self.places.push((start, at));
            }
            if kind == Plain::Mark {
                self.places.push((at, at + 1));
            }
            start = at + 1;
        }
        if start < text.len() {
            self.places.push((start, text.len()));
        }
    }

    fn fill_any(&mut self, text: &str) {
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
        let start = self.places.last().map_or(0, |(_, end)| *end);
        if start < self.text.len() {
            self.places.push((start, self.text.len()));
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.places.iter().map(|(start, end)| &self.text[*start..*end])
    }

    /// The words, each with what [`packed`] makes of it.
    pub(super) fn packed(&self) -> impl Iterator<Item = (&str, Option<u128>)> {
        self.places.iter().map(|(start, end)| {
            let word = &self.text[*start..*end];
            let near = self.text.as_bytes()[*start..].first_chunk();
            (word, near.map_or_else(|| packed(word), |near| packed_from(near, word.len())))
        })
    }

    /// Adds the pieces of the words.
    pub(super) fn cut(&self, found: &mut Vec<u32>) {
        KNOWN.with_borrow_mut(|known| {
            self.iter().for_each(|word| found.extend_from_slice(known.cut(word)));
        });
    }
}

/// A word of up to 15 bytes and its length as one number, which is quicker to look up than text.
pub(super) fn packed(word: &str) -> Option<u128> {
    let mut bytes = [0; PACKED];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    packed_from(&bytes, word.len())
}

const PACKED: usize = size_of::<u128>();

/// The same, where bytes may follow the word.
fn packed_from(bytes: &[u8; PACKED], length: usize) -> Option<u128> {
    let bits = 8 * u32::try_from(length).ok().filter(|it| (1..16).contains(it))?;
    let word = u128::from_le_bytes(*bytes) & (u128::MAX >> (u128::BITS - bits));
    Some(word | u128::from(bits) << (u128::BITS - 8))
}

/// The pieces of one word of [`Words`].
pub(super) fn pieces_of(word: &str) -> Vec<u32> {
    KNOWN.with_borrow_mut(|known| known.cut(word).to_vec())
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
