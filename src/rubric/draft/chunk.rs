//! Noun phrases of an examiner's sentence, each with the examples that "such as" and brackets give for it.

use super::lexicon::{is_break, is_matter, is_scheme, names_nothing};

/// A noun phrase, as written, without words of praise before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) text: String,
    /// The parts of "processes within schools", or the text alone.
    pub(super) halves: Vec<String>,
    pub(super) examples: Vec<String>,
}

impl Chunk {
    pub(super) fn of(text: &str) -> Chunk {
        Chunk { text: text.to_owned(), halves: vec![text.to_owned()], examples: Vec::new() }
    }
}

/// Longer phrases lose their first words.
const LONGEST: usize = 5;

/// The noun phrases of a sentence, in order.
pub(super) fn chunks(text: &str) -> Vec<Chunk> {
    let mut found: Vec<Chunk> = Vec::new();
    let mut listing = Listing::No;
    let mut whole = false;
    let pieces = pieces(text);
    for (at, piece) in pieces.iter().enumerate() {
        listing = listing.after(piece);
        let Some(text) = trimmed(&with_head(&pieces[at..])) else {
            whole = false;
            continue;
        };
        match (listing, found.last_mut()) {
            (Listing::Examples | Listing::LastExample | Listing::Bracket, Some(owner)) => {
                owner.examples.push(text);
            }
            (Listing::No, Some(owner)) if whole && joins(piece, owner, &text) => {
                owner.text = format!("{} {} {text}", owner.text, piece.before.join(" "));
                owner.halves.push(text);
            }
            _ => found.push(Chunk::of(&text)),
        }
        whole = true;
    }
    found
}

/// "external" in "external and internal factors" is "external factors".
fn with_head(pieces: &[Piece]) -> Vec<String> {
    let mut words = pieces[0].words.clone();
    words.extend(shared_head(pieces));
    words
}

fn shared_head(pieces: &[Piece]) -> Option<String> {
    let [piece, next, ..] = pieces else { return None };
    let [word] = piece.words.as_slice() else { return None };
    if !["al", "ive", "ic", "ous", "ary"].iter().any(|ending| word.ends_with(ending)) {
        return None;
    }
    match next.before.join(" ").as_str() {
        "and" | "or" | ", and" if next.words.len() > 1 => next.words.last().cloned(),
        "," => shared_head(&pieces[1..]),
        _ => None,
    }
}

/// Does a small word make one phrase of the last and this: "processes within schools"?
fn joins(piece: &Piece, owner: &Chunk, text: &str) -> bool {
    let arm = piece.before.join(" ");
    let short = owner.text.split(' ').count() + text.split(' ').count() <= 4;
    short
        && owner.examples.is_empty()
        && owner.halves.len() == 1
        && ["of", "of the", "within", "in", "for"].contains(&arm.as_str())
}

/// Whether what follows are examples of the phrase before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Listing {
    No,
    Examples,
    /// After "and": the list ends here.
    LastExample,
    Bracket,
}

impl Listing {
    fn after(self, piece: &Piece) -> Listing {
        let has = |word: &str| piece.before.iter().any(|it| it == word);
        if has("(") {
            return if has(")")
                && piece.before.iter().rposition(|it| it == ")")
                    > piece.before.iter().rposition(|it| it == "(")
            {
                Listing::No
            } else {
                Listing::Bracket
            };
        }
        if self == Listing::Bracket && !has(")") {
            return Listing::Bracket;
        }
        let opens =
            has("such") && has("as") || has("like") || has("e.g") || has("eg") || has("example");
        let joins = piece
            .before
            .iter()
            .all(|it| [",", "and", "or", "the", "a", "an"].contains(&it.as_str()));
        match self {
            _ if opens => Listing::Examples,
            Listing::Examples if joins && (has("and") || has("or")) => Listing::LastExample,
            Listing::Examples if joins => Listing::Examples,
            _ => Listing::No,
        }
    }
}

/// A run of words that nothing parts, and the small words and signs before it.
#[derive(Debug, Default)]
struct Piece {
    before: Vec<String>,
    words: Vec<String>,
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut found = vec![Piece::default()];
    for (at, token) in tokens(text).into_iter().enumerate() {
        let sign = !token.chars().any(char::is_alphanumeric);
        let name = at > 0 && token.starts_with(char::is_uppercase);
        let parts = sign || is_break(&token) && !name;
        let open = found.len() - 1;
        if !parts {
            found[open].words.push(token);
        } else if found[open].words.is_empty() {
            found[open].before.push(token.to_lowercase());
        } else {
            found.push(Piece { before: vec![token.to_lowercase()], words: Vec::new() });
        }
    }
    found
}

/// Words, and the signs that part them.
fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = text
        .replace("e.g.", "eg")
        .replace("i.e.", "ie")
        .replace("health and social care", "health-and-social-care")
        .chars()
        .collect();
    for (at, letter) in letters.iter().enumerate() {
        let inner = matches!(letter, '-' | '\'' | '’' | '.' | '/')
            && !word.is_empty()
            && letters.get(at + 1).is_some_and(|c| c.is_alphanumeric());
        if letter.is_alphanumeric() || inner {
            word.push(*letter);
            continue;
        }
        if !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
        if !letter.is_whitespace() {
            found.push(letter.to_string());
        }
    }
    found.extend((!word.is_empty()).then_some(word));
    found
}

/// Without leading words of the mark scheme and years at the end; nothing if no word of matter is left.
fn trimmed(words: &[String]) -> Option<String> {
    let years = words
        .iter()
        .rev()
        .take_while(|word| word.chars().all(|c| c.is_ascii_digit()) && word.len() == 4)
        .count();
    let words = &words[..words.len() - years];
    let lead = words
        .iter()
        .take_while(|word| is_scheme(word) && !word.starts_with(char::is_uppercase))
        .count();
    let words = &words[lead..];
    let words = &words[words.len().saturating_sub(LONGEST)..];
    let tells = match words {
        [word] => is_matter(word) && !names_nothing(word),
        _ => words.iter().any(|word| is_matter(word)),
    };
    tells.then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::chunks;

    fn check(text: &str, wanted: &[(&str, &[&str])]) {
        let found = chunks(text);
        let found: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|it| (it.text.as_str(), it.examples.iter().map(String::as_str).collect()))
            .collect();
        let wanted: Vec<(&str, Vec<&str>)> =
            wanted.iter().map(|(text, examples)| (*text, examples.to_vec())).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn phrases_keep_their_examples() {
        check(
            "philosophies such as empowerment, dignity, and choice, and their influence on partnership relationships",
            &[
                ("philosophies", &["empowerment", "dignity", "choice"]),
                ("partnership relationships", &[]),
            ],
        );
        check(
            "cultural explanations (e.g., Bernstein, Douglas) and cultural capital (Bourdieu)",
            &[
                ("cultural explanations", &["Bernstein", "Douglas"]),
                ("cultural capital", &["Bourdieu"]),
            ],
        );
        check(
            "external and internal factors",
            &[("external factors", &[]), ("internal factors", &[])],
        );
        check(
            "processes within schools, such as setting",
            &[("processes within schools", &["setting"])],
        );
        check(
            "duties under the Human Rights Act 1998",
            &[("duties", &[]), ("Human Rights Act", &[])],
        );
    }
}
