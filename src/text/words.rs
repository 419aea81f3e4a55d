//! The words of a text by the Unicode standard (UAX 29), found quickly where the text is plain.

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

/// The words of a text, and where each begins.
pub(crate) fn words(text: &str) -> Words<'_> {
    if text.is_ascii() {
        Words::Plain(PlainWords { text, at: 0 })
    } else {
        Words::Any(text.unicode_word_indices())
    }
}

pub(crate) enum Words<'a> {
    Plain(PlainWords<'a>),
    Any(UnicodeWordIndices<'a>),
}

impl<'a> Iterator for Words<'a> {
    type Item = (usize, &'a str);

    #[inline]
    fn next(&mut self) -> Option<(usize, &'a str)> {
        match self {
            Words::Plain(words) => words.next(),
            Words::Any(words) => words.next(),
        }
    }
}

/// The words of an ASCII text, by the few rules of the standard that bear on it.
pub(crate) struct PlainWords<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for PlainWords<'a> {
    type Item = (usize, &'a str);

    #[inline]
    fn next(&mut self) -> Option<(usize, &'a str)> {
        let bytes = self.text.as_bytes();
        loop {
            let mut start = self.at;
            while start < bytes.len() && !is_core(bytes[start]) {
                start += 1;
            }
            let mut end = start;
            while end < bytes.len() {
                if is_core(bytes[end]) || bytes[end] != b' ' && is_infix(bytes, end) {
                    end += 1;
                } else {
                    break;
                }
            }
            self.at = end;
            if start == end {
                return None;
            }
            if bytes[start..end].iter().any(|byte| *byte != b'_') {
                return Some((start, &self.text[start..end]));
            }
        }
    }
}

const CORE: [bool; 256] = {
    let mut core = [false; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        core[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    core
};

fn is_core(byte: u8) -> bool {
    CORE[byte as usize]
}

/// Does the byte at `at` hold the letters or digits on both its sides together: "e.g", "don't", "1,000"?
fn is_infix(bytes: &[u8], at: usize) -> bool {
    let (Some(before), Some(after)) = (bytes[..at].last(), bytes.get(at + 1)) else { return false };
    match bytes[at] {
        b'.' | b'\'' => {
            before.is_ascii_digit() && after.is_ascii_digit()
                || before.is_ascii_alphabetic() && after.is_ascii_alphabetic()
        }
        b',' | b';' => before.is_ascii_digit() && after.is_ascii_digit(),
        b':' => before.is_ascii_alphabetic() && after.is_ascii_alphabetic(),
        _ => false,
    }
}

#[test]
fn words_are_those_of_the_standard() {
    let marks = ["a", "B", "7", "_", ".", ",", ";", ":", "'", "-", " ", "\n", "é"];
    let mut number = 0_usize;
    for _ in 0..60_000 {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let picked = (0..9).map(|at| (number >> (7 * at + 1)) % marks.len());
        let text: String = picked.map(|at| marks[at]).collect();
        let found: Vec<(usize, &str)> = words(&text).collect();
        assert_eq!(found, text.unicode_word_indices().collect::<Vec<_>>(), "{text:?}");
    }
}
