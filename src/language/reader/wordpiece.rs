//! Cuts text into BERT's word pieces: lower case, no accents, punctuation apart, longest known piece first.
//!
//! In: any text. Out: piece numbers, the row numbers of every table under `weights/`. A word with a letter that no piece
//! has becomes the one piece [`UNKNOWN`].

use std::collections::HashMap;
use std::sync::OnceLock;

/// One piece a line, in the order of their numbers; a piece within a word opens with `##`.
static PIECES: &str = include_str!("../weights/pieces.txt");
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

/// The known pieces: those that open a word, and those that go on with it.
struct Pieces {
    opening: HashMap<&'static str, u32>,
    continuing: HashMap<&'static str, u32>,
}

fn pieces() -> &'static Pieces {
    static ONCE: OnceLock<Pieces> = OnceLock::new();
    ONCE.get_or_init(|| {
        let mut known = Pieces { opening: HashMap::new(), continuing: HashMap::new() };
        for (number, piece) in (0..).zip(PIECES.lines()) {
            match piece.strip_prefix("##").filter(|rest| !rest.is_empty()) {
                Some(rest) => known.continuing.insert(rest, number),
                None => known.opening.insert(piece, number),
            };
        }
        known
    })
}

/// The pieces of a text, without [`START`] and [`END`].
pub(crate) fn cut(text: &str) -> Vec<u32> {
    let mut found = Vec::with_capacity(text.len() / 4);
    for word in words(text) {
        cut_word(&word, &mut found);
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

fn cut_word(word: &str, found: &mut Vec<u32>) {
    if word.chars().nth(LONGEST_WORD).is_some() {
        return found.push(UNKNOWN);
    }
    let start = found.len();
    let mut rest = word;
    while !rest.is_empty() {
        let known = if rest.len() == word.len() { &pieces().opening } else { &pieces().continuing };
        let ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
        let longest =
            ends.into_iter().find_map(|end| known.get(&rest[..end]).map(|number| (end, *number)));
        let Some((end, number)) = longest else {
            found.truncate(start);
            found.push(UNKNOWN);
            return;
        };
        found.push(number);
        rest = &rest[end..];
    }
}

/// Lower-case words without accents; each punctuation mark is a word.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    for letter in text.chars().filter(|letter| !is_dropped(*letter)) {
        if letter.is_whitespace() {
            found.push(std::mem::take(&mut word));
        } else if stands_alone(letter) {
            found.push(std::mem::take(&mut word));
            found.push(letter.to_string());
        } else {
            word.extend(plain(letter).to_lowercase().map(plain));
        }
    }
    found.push(word);
    found.retain(|word| !word.is_empty());
    found
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
