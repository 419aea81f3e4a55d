//! Ideas called by their author's name, and neither cited nor listed. The names stand in `theorists.txt`.

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
",
    near_miss: "
Arnstein's ladder (Arnstein, 1969) shows it. Her ladder has Arnstein at the top. Mr Oliver climbed the ladder, and Rogers the dog slept.

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
    let own: Vec<(usize, Span)> = look.own_sentences().collect();
    let prose = look.essay.document.prose();
    for line in include_str!("theorists.txt").lines().filter(|it| !it.starts_with('#')) {
        let Some((name, words)) = line.split_once(" | ") else { continue };
        if !may_hold(prose, name) || is_cited(look, name) {
            continue;
        }
        let found = own
            .iter()
            .filter(|(_, span)| look.essay.citations_within(*span).is_empty())
            .find_map(|(_, span)| mention(look, *span, name, words));
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

/// The name, or a slip of it, in a sentence that speaks of the idea.
fn mention<'a>(
    look: &Look<'a>,
    sentence: Span,
    name: &str,
    words: &str,
) -> Option<(Span, &'a str)> {
    let text = look.text(sentence);
    let lower = text.to_lowercase();
    if !words.split(", ").any(|word| lower.contains(word)) {
        return None;
    }
    let mut at = 0;
    for word in text.split(|c: char| !(c.is_alphabetic() || c == '-')) {
        let titled = text[..at].trim_end().ends_with(['r', 's', '.'])
            && TITLES.iter().any(|it| text[..at].trim_end().ends_with(it));
        if is_name(word, name) && !titled {
            return Some((Span::new(at, at + word.len()).shifted(sentence.start), word));
        }
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

const TITLES: &[&str] = &["Mr", "Mrs", "Ms", "Miss", "Dr", "Nurse"];

/// Long names may hold a slip.
fn is_name(word: &str, name: &str) -> bool {
    word == name
        || name.len() >= 8
            && word.get(..4) == name.get(..4)
            && strsim::damerau_levenshtein(word, name) <= 2
}
