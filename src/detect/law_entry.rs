//! Entries of the reference list that are laws, matched without author and year.

use crate::detect::Look;
use crate::language::Work;
use crate::language::references::MOST_ENTRIES;

/// Does the text name the law of this entry?
pub(crate) fn is_used(look: &Look, work: &Work) -> bool {
    let entry = plain(look.text(work.span));
    let named = look.essay.acts.iter().any(|act| is_of(&entry, &plain(&act.name)));
    named || is_shortened(look, work) || entry.contains(" v ") && is_case_named(look, &entry)
}

/// "MCA" for the Mental Capacity Act: the first letters of its name stand in the text.
fn is_shortened(look: &Look, work: &Work) -> bool {
    let entry = look.text(work.span);
    let Some(end) = entry.find(" Act") else { return false };
    let words = entry[..end + " Act".len()].split(' ');
    let letters = words.filter_map(|it| it.chars().next().filter(|it| it.is_uppercase()));
    let short: String = letters.collect();
    let is_short = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|it| it == short);
    short.len() >= FEWEST_LETTERS
        && look.essay.works.len() <= MOST_ENTRIES
        && look.own_sentences().any(|it| is_short(look.text(it.1)))
}

/// "CA" could be anything.
const FEWEST_LETTERS: usize = 3;

/// Is there an entry for the law of this name?
pub(crate) fn is_listed(look: &Look, name: &str, year: Option<u16>) -> bool {
    let name = plain(name);
    let year = year.map(|it| it.to_string());
    look.essay.works.iter().any(|work| {
        let entry = plain(look.text(work.span));
        is_of(&entry, &name) && year.as_ref().is_none_or(|it| entry.contains(it.as_str()))
    })
}

/// Does the entry, or its name before the year, hold this name as a whole?
fn is_of(entry: &str, name: &str) -> bool {
    entry.match_indices(name).any(|(at, _)| {
        let before = entry[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let begins = entry[..at].split_whitespace().count() <= 3;
        before && begins
    })
}

/// A case is cited by the name of a party: "Cheshire West", "Gillick".
fn is_case_named(look: &Look, entry: &str) -> bool {
    let prose = look.essay.document.prose();
    let end = look.essay.works.first().map_or(prose.len(), |it| it.span.start);
    let text = plain(&prose[..end]);
    let mut parties =
        entry.split(" v ").filter_map(|it| it.split(' ').find(|word| word.len() >= SHORT_PARTY));
    parties.any(|it| text.contains(it))
}

/// Shorter names of parties ("R", "Re", "P") identify no case.
const SHORT_PARTY: usize = 5;

/// Lower case, without brackets, with "NHS" written out.
pub(crate) fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace(['(', ')', ',', '*', '\u{2019}', '\''], "");
    name.replace("nhs", "national health service")
        .replace('&', "and")
        .replace("wellbeing", "well-being")
}
