//! Text in the letters and signs of ASCII, for terminals that know no others.

use std::borrow::Cow;

/// The text as it is, or in ASCII alone.
pub(crate) fn letters(text: &str, ascii: bool) -> Cow<'_, str> {
    if ascii && !text.is_ascii() { Cow::Owned(to_ascii(text)) } else { Cow::Borrowed(text) }
}

/// The nearest ASCII to each character; `?` where there is none.
pub fn to_ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii() => plain.push(c),
            c => plain.push_str(nearest(c)),
        }
    }
    plain
}

fn nearest(c: char) -> &'static str {
    match c {
        '█' => "#",
        '░' | '·' => ".",
        '─' | '–' | '—' | '‐' | '‑' | '−' => "-",
        '✓' => "+",
        '✗' | '×' => "x",
        '→' => ">",
        '‘' | '’' => "'",
        '“' | '”' => "\"",
        '…' => "...",
        '•' => "*",
        '£' => "GBP ",
        '€' => "EUR ",
        '\u{a0}' => " ",
        c => accented(c),
    }
}

fn accented(c: char) -> &'static str {
    const BASES: &[(&str, &str)] = &[
        ("àáâãäå", "a"),
        ("ÀÁÂÃÄÅ", "A"),
        ("èéêë", "e"),
        ("ÈÉÊË", "E"),
        ("ìíîï", "i"),
        ("òóôõöø", "o"),
        ("ÒÓÔÕÖØ", "O"),
        ("ùúûü", "u"),
        ("ÙÚÛÜ", "U"),
        ("ç", "c"),
        ("ñ", "n"),
        ("ý", "y"),
        ("ß", "ss"),
        ("æ", "ae"),
        ("œ", "oe"),
        ("ł", "l"),
        ("š", "s"),
        ("ž", "z"),
    ];
    BASES.iter().find(|(letters, _)| letters.contains(c)).map_or("?", |(_, base)| base)
}

#[test]
fn every_sign_of_the_report_has_its_ascii() {
    assert_eq!(to_ascii("█░ ✓ “naïve” – 5 × …→ 漢"), "#. + \"naive\" - 5 x ...> ?");
}
