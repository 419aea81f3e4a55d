//! Where the words of an essay begin, in the order of their first letters: any word is found without reading the text again.

/// Sorted by the first letters, then by place.
pub(crate) struct Starts(Vec<(u32, u32)>);

/// Letters that are sorted by.
const LETTERS: usize = 4;

impl Starts {
    /// Of a text in lower case. A word begins after whatever is no letter of it: "joined-up" holds two.
    pub(crate) fn of(lower: &str) -> Starts {
        let bytes = lower.as_bytes();
        let mut starts = Vec::with_capacity(bytes.len() / 5);
        let mut before = b' ';
        for (at, byte) in bytes.iter().enumerate() {
            if !before.is_ascii_lowercase() && (byte.is_ascii_alphanumeric() || !byte.is_ascii()) {
                let at = u32::try_from(at).expect("an essay is no longer than a file may be");
                starts.push((first_letters(&bytes[at as usize..], 0), at));
            }
            before = *byte;
        }
        starts.sort_unstable();
        Starts(starts)
    }

    /// Where words begin with these letters, and with what may stand after the first word of them.
    pub(crate) fn places<'a>(
        &'a self,
        lower: &'a str,
        sought: &'a str,
    ) -> impl Iterator<Item = usize> + 'a {
        let (least, most) =
            (first_letters(sought.as_bytes(), 0), first_letters(sought.as_bytes(), u8::MAX));
        let from = self.0.partition_point(|(letters, _)| *letters < least);
        let found = self.0[from..].iter().take_while(move |(letters, _)| *letters <= most);
        let found = found.map(|(_, at)| *at as usize);
        found.filter(move |at| lower.as_bytes()[*at..].starts_with(sought.as_bytes()))
    }
}

/// The first letters as one number; where there are too few, `missing` stands for the others.
fn first_letters(text: &[u8], missing: u8) -> u32 {
    let letter = |at: usize| text.get(at).copied().unwrap_or(missing);
    u32::from_be_bytes(std::array::from_fn::<u8, LETTERS, _>(letter))
}

#[test]
fn words_are_found_by_how_they_begin() {
    let text = "the care act 2014 and carers’ care-homes";
    let starts = Starts::of(text);
    let found = |sought: &str| starts.places(text, sought).collect::<Vec<_>>();
    assert_eq!(found("care"), [4, 22, 32]);
    assert_eq!(found("care act"), [4]);
    assert_eq!(found("a"), [9, 18]);
    assert_eq!(found("homes"), [37]);
    assert_eq!(found("ct"), [0; 0]);
}
