//! Bytes that are rare in a text, found without looking at each of the others by itself.

/// Bytes that are looked at together.
const STRETCH: usize = 32;

/// Where the bytes stand that are sought; a stretch that holds none is passed over at once.
pub(crate) fn rare(
    bytes: &[u8],
    is_sought: impl Fn(u8) -> bool + Copy,
) -> impl Iterator<Item = usize> {
    let holds =
        move |stretch: &[u8]| stretch.iter().fold(false, |any, byte| any | is_sought(*byte));
    let stretches = bytes.chunks(STRETCH).enumerate().filter(move |(_, stretch)| holds(stretch));
    stretches.flat_map(move |(at, stretch)| {
        let sought = stretch.iter().enumerate().filter(move |(_, byte)| is_sought(**byte));
        sought.map(move |(place, _)| at * STRETCH + place)
    })
}

#[test]
fn every_sought_byte_is_found() {
    let text = "ab".repeat(50) + "c" + &"ab".repeat(100) + "cc";
    assert_eq!(rare(text.as_bytes(), |byte| byte == b'c').collect::<Vec<_>>(), [100, 301, 302]);
}
