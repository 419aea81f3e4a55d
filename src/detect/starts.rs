//! Where the words of an essay begin, in the order of their first letters: any word is found without reading the text again.

/// By the first two letters, then by place.
pub(crate) struct Starts {
    /// Where the words of each pair of letters begin in the list, and after the last pair where it ends.
    pairs: Vec<u32>,
    /// The first letters of each word, and its place.
    words: Vec<(u32, u32)>,
}

/// Letters that are compared at once.
const LETTERS: usize = 4;

impl Starts {
    /// Of a text in lower case. A word begins after whatever is no letter of it: "joined-up" holds two.
    pub(crate) fn of(lower: &str) -> Starts {
        let bytes = lower.as_bytes();
        let mut found = Vec::with_capacity(bytes.len() / 5);
        let start = |at: usize| bytes.get(at).map(|byte| STARTS[*byte as usize]);
        let mut at = 0;
        while let Some(kind) = start(at) {
            if kind != Start::No {
                let place = u32::try_from(at).expect("an essay is no longer than a file may be");
                found.push((first_letters(&bytes[at..]), place));
            }
            at += 1;
            if kind == Start::Letter {
                // Whatever follows a letter starts no word.
                while start(at) == Some(Start::Letter) {
                    at += 1;
                }
                at += 1;
            }
        }
        Starts::sorted(&found)
    }

    fn sorted(found: &[(u32, u32)]) -> Starts {
        let mut pairs = vec![0_u32; PAIRS + 1];
        for (letters, _) in found {
            pairs[pair(*letters) + 1] += 1;
        }
        for at in 1..pairs.len() {
            pairs[at] += pairs[at - 1];
        }
        let (mut next, mut words) = (pairs.clone(), vec![(0, 0); found.len()]);
        for word in found {
            let at = &mut next[pair(word.0)];
            words[*at as usize] = *word;
            *at += 1;
        }
        Starts { pairs, words }
    }

    /// Where words begin with these letters, and with what may stand after the first word of them.
    pub(crate) fn places(&self, lower: &str, sought: &str) -> Vec<usize> {
        let letters = first_letters(sought.as_bytes());
        let among = match sought.len() {
            0 | 1 => &self.words[..],
            _ => {
                let pair = pair(letters);
                &self.words[self.pairs[pair] as usize..self.pairs[pair + 1] as usize]
            }
        };
        let missing = 8 * LETTERS.saturating_sub(sought.len());
        let mask = u32::MAX.checked_shl(u32::try_from(missing).unwrap_or(0)).unwrap_or(0);
        let begins = among.iter().filter(|(word, _)| word & mask == letters);
        let rest = sought.as_bytes().get(LETTERS..).unwrap_or_default();
        let is_whole =
            |at: usize| rest.is_empty() || lower.as_bytes()[at + LETTERS..].starts_with(rest);
        let mut found: Vec<(u32, u32)> =
            begins.filter(|(_, at)| is_whole(*at as usize)).copied().collect();
        if missing > 0 {
            found.sort_unstable();
        }
        found.into_iter().map(|(_, at)| at as usize).collect()
    }
}

/// Whether a word may start with a byte of a text in lower case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    No,
    /// And no other word right after it.
    Letter,
    /// A digit, or a part of a letter that is not ASCII.
    Other,
}

const STARTS: [Start; 256] = {
    let mut starts = [Start::Other; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        if byte.is_ascii_lowercase() {
            starts[byte as usize] = Start::Letter;
        } else if !byte.is_ascii_alphanumeric() {
            starts[byte as usize] = Start::No;
        }
        byte += 1;
    }
    starts
};

/// The first letters as one number; where there are too few, it ends in zeros.
fn first_letters(text: &[u8]) -> u32 {
    if let Some(letters) = text.first_chunk::<LETTERS>() {
        return u32::from_be_bytes(*letters);
    }
    let letter = |at: usize| text.get(at).copied().unwrap_or(0);
    u32::from_be_bytes(std::array::from_fn::<u8, LETTERS, _>(letter))
}

/// Kinds of bytes: what is no letter or digit, 26 letters, ten digits.
const KINDS: usize = 37;
const PAIRS: usize = KINDS * KINDS;

fn pair(letters: u32) -> usize {
    let [first, second, ..] = letters.to_be_bytes();
    kind(first) * KINDS + kind(second)
}

fn kind(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => usize::from(byte - b'a') + 1,
        b'0'..=b'9' => usize::from(byte - b'0') + 27,
        _ => 0,
    }
}

#[test]
fn words_are_found_by_how_they_begin() {
    let text = "the care act 2014 and carers’ care-homes";
    let starts = Starts::of(text);
    let found = |sought: &str| starts.places(text, sought);
    assert_eq!(found("care"), [4, 22, 32]);
    assert_eq!(found("care act"), [4]);
    assert_eq!(found("a"), [9, 18]);
    assert_eq!(found("homes"), [37]);
    assert_eq!(found("ct"), [0; 0]);
}
