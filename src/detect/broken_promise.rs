//! What the introduction says the essay will treat, and the body never names.

use memchr::memmem;

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::language::Stem;
use crate::text::Span;
use unicode_segmentation::UnicodeSegmentation;

pub(crate) const DETECTOR: Detector = Detector {
    id: "broken-promise",
    severity: Severity::Note,
    what: "A topic that \"this essay will\" treat, none of whose words the rest of the essay uses.",
    why: "The introduction is a contract with the reader; a marker ticks its topics off.",
    example: "
This essay will discuss safeguarding, dementia and advocacy.
                                                   ^^^^^^^^

Safeguarding begins with listening. A person with dementia may need more time to answer, and staff learn to wait. Those who wait find that refusals grow fewer, that meals are finished and that nights are quiet. The manager puts this down to time, the nurse to trust and the family to the dog. All of them may be right, and none of them asked her. What she says is that people stopped talking over her head.
",
    near_miss: "
This essay will discuss safeguarding and dementia.

Safeguarding begins with listening. A person with dementia may need more time to answer.
",
    detect,
};

static PROMISE: Pattern = Pattern::new(|| {
    pattern(&format!(
        r"\b(?:[Tt]his (?:essay|assignment|report|paper)|I) (?:{}) (?:{}) (?P<topics>[^.;:()0-9]*)\.",
        INTENDING.join("|"),
        ANNOUNCING.join("|"),
    ))
});

/// The verbs that announce, and what stands before them.
const INTENDING: [&str; 4] = ["will", "shall", "aim to", "aims to"];
const ANNOUNCING: [&str; 10] = [
    "discuss", "explain", "explore", "consider", "examine", "analyse", "evaluate", "describe",
    "look at", "cover",
];

/// Does a text in lower case announce anything? [`PROMISE`] takes long to build.
fn announces(lower: &str) -> bool {
    let follows = |intending: &&str| {
        let mut places = memmem::find_iter(lower.as_bytes(), *intending);
        places.any(|at| {
            let after = lower[at + intending.len()..].strip_prefix(' ').unwrap_or_default();
            ANNOUNCING.iter().any(|verb| after.starts_with(verb))
        })
    };
    INTENDING.iter().any(follows)
}

/// A body with fewer words may have left a topic for later.
const SHORTEST_BODY: usize = 60;
/// Topics in more words are sentences, and their words recur or not by chance.
const LONGEST_TOPIC: usize = 2;

fn detect(look: &Look) -> Vec<Fault> {
    let opening = look.own_blocks().take(OPENING).filter(|it| announces(look.lower(it.1)));
    let Some(found) = { opening }.find_map(|(_, block)| {
        PROMISE
            .captures(look.text(block))
            .and_then(|it| it.name("topics"))
            .map(|it| (block, Span::new(it.start(), it.end()).shifted(block.start)))
    }) else {
        return Vec::new();
    };
    let (block, topics) = found;
    let document = &look.essay.document;
    let after = document.words.partition_point(|it| it.span.start < block.end);
    let body = &look.essay.stems[after..];
    if body.len() < SHORTEST_BODY {
        return Vec::new();
    }
    let text = look.text(topics);
    let prose = document.prose()[block.end..].to_lowercase();
    let absent = text
        .split(',')
        .flat_map(|it| it.split(" and "))
        .map(str::trim)
        .filter(|it| is_absent(it, body, &prose));
    let faults = absent.map(|topic| {
        let at = text.find(topic).unwrap_or_default() + topics.start;
        let message = format!("\"{topic}\" is announced and never named again");
        look.fault(
            Span::new(at, at + topic.len()),
            message,
            "where do you treat it? else take it out of the introduction",
        )
    });
    faults.collect()
}

/// Paragraphs that can hold an introduction.
const OPENING: usize = 3;

/// "Marxism" is treated where Marxists are.
fn is_begun(word: &str, prose: &str) -> bool {
    let end = word.char_indices().nth(5).map_or(word.len(), |(at, _)| at);
    prose.contains(&word[..end].to_lowercase())
}

fn is_absent(topic: &str, body: &[Stem], prose: &str) -> bool {
    let words: Vec<&str> = topic.unicode_words().filter(|it| it.len() > 3).collect();
    (1..=LONGEST_TOPIC).contains(&words.len())
        && words.iter().all(|word| !body.contains(&Stem::of(word)) && !is_begun(word, prose))
}
