//! How easily the essay reads: information, and never a finding.

use crate::document::{Document, Scope};

/// The Flesch reading ease of the student's own running text: 206.835 - 1.015 words per sentence - 84.6 syllables per word
/// (Flesch 1948). Academic prose lies between 20 and 50. None for a text too short to say.
pub fn reading_ease(document: &Document) -> Option<i32> {
    let (mut sentences, mut words, mut syllables) = (0u32, 0u32, 0u32);
    for sentence in document.sentences.iter().filter(|it| it.scope == Scope::Own) {
        sentences += 1;
        for word in &document.words[sentence.words.clone()] {
            words += 1;
            syllables += count_syllables(document.text(word.span));
        }
    }
    if words < FEWEST_WORDS || sentences == 0 {
        return None;
    }
    let (sentences, words, syllables) =
        (f64::from(sentences), f64::from(words), f64::from(syllables));
    let ease = 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
    #[expect(clippy::cast_possible_truncation, reason = "the ease of any text is a small number")]
    Some(ease.round() as i32)
}

/// The formula was made for samples of a hundred words.
const FEWEST_WORDS: u32 = 100;

/// Groups of vowels, a silent final e left aside; at least one.
fn count_syllables(word: &str) -> u32 {
    let word = word.to_ascii_lowercase();
    let mut count = 0;
    let mut before = false;
    for letter in word.chars() {
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        count += u32::from(vowel && !before);
        before = vowel;
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && count > 1
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded") && count > 1;
    (count - u32::from(silent)).max(1)
}

#[test]
fn syllables_are_counted_roughly_right() {
    for (word, count) in [
        ("partnership", 3),
        ("made", 1),
        ("table", 2),
        ("the", 1),
        ("empowerment", 4),
        ("asked", 1),
        ("needed", 2),
    ] {
        assert_eq!(count_syllables(word), count, "{word}");
    }
}
