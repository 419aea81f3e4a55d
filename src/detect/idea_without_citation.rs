//! Ideas called by their author's name, and neither cited nor listed. The names stand in `theorists.txt`.

use crate::detect::names::List;
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "idea-without-citation",
    severity: Severity::Note,
    what: "A theory or model named after its author, whose work is never cited with a year.",
    why: "A theory counts as read when the reader can look it up.",
    example: "
Arnstein's ladder shows that being asked is not the same as deciding.
^^^^^^^^
Being person-centred is a philosophy. It came from Carl Rogers, and it puts the person first.
                                                        ^^^^^^
",
    near_miss: "
Arnstein's ladder (Arnstein, 1969) shows it. Her ladder has Arnstein at the top. Mr Oliver climbed the ladder, and Rogers the dog slept. It was person-centred. It came from Rogers and his friends.

## References

Arnstein, S. (1969) 'A ladder of citizen participation', *Journal of the American Institute of Planners*, 35(4), pp. 216-224.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let essay = look.essay;
    if essay.works.is_empty() && essay.citations.is_empty() {
        uncited_ideas(look)
    } else {
        Vec::new()
    }
}

/// Where the essay has a list, such an idea is a citation without an entry.
pub(crate) fn uncited_ideas(look: &Look) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut lines: Vec<usize> =
        look.named_roughly(List::Theorists).into_iter().map(|it| it.0).collect();
    if lines.is_empty() {
        return faults;
    }
    lines.sort_unstable();
    let own: Vec<(usize, Span)> = look.own_sentences().collect();
    let prose = look.essay.document.prose();
    for (at, line) in List::Theorists.lines().enumerate() {
        if lines.binary_search(&at).is_err() {
            continue;
        }
        let Some((name, words)) = line.split_once(" | ") else { continue };
        if !may_hold(prose, name) || is_cited(look, name) {
            continue;
        }
        let found = own
            .iter()
            .enumerate()
            .filter(|(_, (_, span))| look.essay.citations_within(*span).is_empty())
            .find_map(|(place, (_, span))| {
                let beside = [place.wrapping_sub(1), place + 1];
                let beside = beside.iter().filter_map(|it| Some(look.text(own.get(*it)?.1)));
                mention(look, *span, &beside.collect::<Vec<_>>(), name, words)
            });
        if let Some((span, written)) = found {
            let slip = if written == name {
                String::new()
            } else {
                format!(" (its author is spelt {name})")
            };
            let message =
                format!("{written} is named for an idea and no work of that author is cited{slip}");
            faults.push(look.fault(
                span,
                message,
                "where did you read of the idea? cite that work",
            ));
        }
    }
    faults
}

/// Without this much of the name, no form of it stands in the text.
fn may_hold(prose: &str, name: &str) -> bool {
    let end = name.char_indices().nth(5).map_or(name.len(), |(at, _)| at);
    prose.contains(&name[..end])
}

fn is_cited(look: &Look, name: &str) -> bool {
    let cited =
        look.essay.citations.iter().any(|it| it.authors.iter().any(|author| author.contains(name)));
    cited || look.essay.works.iter().any(|it| look.text(it.span).contains(name))
}

/// The name, or a slip of it, in a sentence that speaks of the idea; a full name may stand beside the sentence that does.
fn mention<'a>(
    look: &Look<'a>,
    sentence: Span,
    beside: &[&str],
    name: &str,
    words: &str,
) -> Option<(Span, &'a str)> {
    let text = look.text(sentence);
    let speaks = |text: &str| {
        let lower = text.to_lowercase();
        words.split(", ").any(|word| lower.contains(word))
    };
    let here = speaks(text);
    if !(here || text.contains(name) && beside.iter().any(|it| speaks(it))) {
        return None;
    }
    let mut at = 0;
    for word in text.split(|c: char| !(c.is_alphabetic() || c == '-')) {
        let titled = text[..at].trim_end().ends_with(['r', 's', '.'])
            && TITLES.iter().any(|it| text[..at].trim_end().ends_with(it));
        let full = text[..at].trim_end().rsplit(' ').next().is_some_and(is_first_name);
        if is_name(word, name) && !titled && (here || full) {
            return Some((Span::new(at, at + word.len()).shifted(sentence.start), word));
        }
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

const TITLES: &[&str] = &["Mr", "Mrs", "Ms", "Miss", "Dr", "Nurse"];

/// "Carl" before "Rogers", within a sentence.
fn is_first_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
}

/// Long names may hold a slip.
fn is_name(word: &str, name: &str) -> bool {
    word == name
        || name.len() >= 8
            && word.get(..4) == name.get(..4)
            && strsim::damerau_levenshtein(word, name) <= 2
}
