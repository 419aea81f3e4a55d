//! Mistakes and good practices drafted: what spares an essay, what speaks against it.

use super::chunk::{Chunk, chunks};
use super::cue_words::signals;
use super::idea::Ideas;
use super::kind::{KINDS, Kind, Use};
use super::rung::fault;
use super::title::{slug, title};

/// A mistake or a practice being drafted; `shown_by` is empty for a practice, whose signals are in `spared_by`.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) says: String,
    pub(super) spared_by: Vec<(String, String)>,
    pub(super) shown_by: Vec<(String, String)>,
    pub(super) need: f32,
    pub(super) question: String,
    /// The kinds that the sentence was recognised as; none means that its own words decide alone.
    pub(super) kinds: usize,
}

/// A verdict looks for at most this many things.
const SIGNALS: usize = 8;

pub(super) fn mistake(says: &str, ideas: &mut Ideas) -> Verdict {
    let fault = fault(says);
    let (done, missing) = halves(&fault);
    let kinds: Vec<&Kind> =
        KINDS.iter().filter(|kind| kind.fits(says, Use::Mistake)).take(2).collect();
    let mut spared_by = match missing {
        Some(missing) => wanted(missing, true, ideas),
        None if kinds.is_empty() || is_belief(&fault) => wanted(done, false, ideas),
        None => Vec::new(),
    };
    if let Some((one, other)) = confused(&fault) {
        spared_by.splice(0..0, told_apart(one, other, ideas));
    } else if let Some(missing) = missing {
        spared_by.extend(signals(missing));
    }
    if missing.is_some() && is_belief(&fault) {
        spared_by.extend(wanted(done, false, ideas));
    }
    verdict(says, &fault, spared_by, &kinds, ideas)
}

pub(super) fn practice(says: &str, ideas: &mut Ideas) -> Verdict {
    let kinds: Vec<&Kind> =
        KINDS.iter().filter(|kind| kind.fits(says, Use::Practice)).take(2).collect();
    let own = if kinds.is_empty() { recurring(says, ideas) } else { Vec::new() };
    verdict(says, says, own, &kinds, ideas)
}

fn verdict(
    says: &str,
    plain: &str,
    own: Vec<(String, String)>,
    kinds: &[&Kind],
    ideas: &mut Ideas,
) -> Verdict {
    let mut spared_by: Vec<(String, String)> = Vec::new();
    let of_kinds = kinds
        .iter()
        .flat_map(|kind| kind.well)
        .map(|(signal, lacks)| ((*signal).to_owned(), (*lacks).to_owned()));
    for seek in own.into_iter().take(SIGNALS / 2).chain(of_kinds) {
        if spared_by.len() < SIGNALS && !spared_by.iter().any(|it| it.0 == seek.0) {
            spared_by.push(seek);
        }
    }
    if spared_by.is_empty() {
        spared_by.push(("weighs".to_owned(), "a claim judged".to_owned()));
    }
    let mut shown_by: Vec<(String, String)> = Vec::new();
    for (signal, lacks) in kinds.iter().flat_map(|kind| kind.ill) {
        if !shown_by.iter().any(|it| it.0 == *signal) {
            shown_by.push(((*signal).to_owned(), (*lacks).to_owned()));
        }
    }
    lend(&spared_by, ideas);
    let need = kinds.first().map_or(0.0, |kind| kind.need);
    let question = kinds.first().map_or_else(|| asks(&spared_by), |kind| kind.question.to_owned());
    Verdict {
        id: slug(&title(plain)),
        title: title(plain),
        says: says.to_owned(),
        spared_by,
        shown_by,
        need: if need > 0.0 { need } else { 1.5 },
        question,
        kinds: kinds.len(),
    }
}

/// Signals for what a mistake leaves out; `firm` when the sentence says that it is missing.
fn wanted(text: &str, firm: bool, ideas: &mut Ideas) -> Vec<(String, String)> {
    let verb = if firm { "explains" } else { "weighs" };
    let mut signals = Vec::new();
    for chunk in chunks(text).iter().take(4) {
        let Some(id) = ideas.ask(chunk, text) else { continue };
        let lacks = if firm {
            format!("{} explained", chunk.text)
        } else {
            format!("a critical look at {}", chunk.text)
        };
        signals.push((format!("idea:{id} & {verb}"), lacks));
    }
    signals
}

/// As [`wanted`], for what the page speaks of elsewhere as well.
fn recurring(text: &str, ideas: &mut Ideas) -> Vec<(String, String)> {
    let chunks: Vec<Chunk> = chunks(text).into_iter().filter(|chunk| ideas.recurs(chunk)).collect();
    chunks.iter().flat_map(|chunk| wanted(&chunk.text, true, ideas)).collect()
}

/// "Describing X without evaluating Y": what is done, and what is missing.
fn halves(fault: &str) -> (&str, Option<&str>) {
    const MARKS: &[&str] = &[
        " without ",
        ", ignoring ",
        " ignoring ",
        ", overlooking ",
        " rather than ",
        " instead of ",
        " in place of ",
        ", failing to ",
        " failing to ",
        " but not ",
        " with no ",
        ", with little ",
        " and little of ",
        " neglecting ",
        ", and failing to ",
        " that lack ",
        " nor ",
        " lacking ",
        "; not ",
    ];
    const OPENINGS: &[&str] = &[
        "overlooking ",
        "ignoring ",
        "neglecting ",
        "omitting ",
        "not ",
        "failure to ",
        "lack of ",
        "lacking ",
        "no ",
        "link ",
        "evaluate ",
        "consider ",
        "discuss ",
        "address ",
    ];
    let lower = fault.to_lowercase();
    if lower.len() != fault.len() {
        return (fault, None);
    }
    if let Some(opening) = OPENINGS.iter().find(|opening| lower.starts_with(*opening)) {
        return (fault, fault.get(opening.len()..));
    }
    let cut = MARKS.iter().filter_map(|mark| lower.find(mark).map(|at| (at, mark.len()))).min();
    match cut {
        Some((at, length)) => (fault.get(..at).unwrap_or(fault), fault.get(at + length..)),
        None => (fault, None),
    }
}

/// "Assuming that X", "treating X as Y": the claim itself must be judged.
fn is_belief(fault: &str) -> bool {
    let lower = fault.to_lowercase();
    ["assum", "believ", "think", "treat", "present", "reduc", "see", "claim", "suppos", "regard"]
        .iter()
        .any(|word| lower.starts_with(word))
}

/// "Confusing X with Y".
fn confused(fault: &str) -> Option<(&str, &str)> {
    let rest = [
        "Confusing ",
        "confusing ",
        "Conflating ",
        "conflating ",
        "Mixing up ",
        "Equating ",
        "equating ",
    ]
    .iter()
    .find_map(|it| fault.strip_prefix(it))?;
    let end = rest.find([',', ';']).unwrap_or(rest.len());
    rest[..end].split_once(" with ").or_else(|| rest[..end].split_once(" and "))
}

fn told_apart(one: &str, other: &str, ideas: &mut Ideas) -> Vec<(String, String)> {
    let first = |text: &str, ideas: &mut Ideas| {
        let chunk = chunks(text).first().cloned().unwrap_or(Chunk::of(text));
        ideas.ask(&chunk, text)
    };
    let (Some(a), Some(b)) = (first(one, ideas), first(other, ideas)) else { return Vec::new() };
    let lacks = format!("{} told from {}", ideas.title(&a), ideas.title(&b));
    ["explains", "weighs", "both-sides"]
        .map(|verb| (format!("idea:{a} & idea:{b} & {verb}"), lacks.clone()))
        .to_vec()
}

/// Ideas that kinds speak of, added to the page's own when they are asked for.
fn lend(signals: &[(String, String)], ideas: &mut Ideas) {
    for (signal, _) in signals {
        for (id, means, phrases) in LENT {
            if signal.contains(&format!("idea:{id} ")) {
                ideas.lend(id, means, phrases);
            }
        }
    }
}

const LENT: &[(&str, &str, &[&str])] = &[
    (
        "own-part",
        "What the writer did, thought, felt or left undone.",
        &[
            "I assumed",
            "I realised",
            "I realise",
            "I felt",
            "I did not",
            "I should have",
            "I could have",
            "my own",
            "my assumption",
            "my reaction",
            "my silence",
            "my part",
            "my responsibility",
            "I had not",
            "I avoided",
            "I chose",
            "I was",
            "I thought",
            "I failed",
            "I told myself",
        ],
    ),
    (
        "confidentiality-kept",
        "How the people in the account are protected from being recognised.",
        &[
            "pseudonym",
            "confidentiality",
            "anonymised",
            "name has been changed",
            "names have been changed",
            "not .. real name",
            "not his name",
            "not her name",
            "called here",
            "identifying details",
            "details have been removed",
            "cannot be identified",
        ],
    ),
    (
        "signposting",
        "Words that tell the reader which part of the answer comes next.",
        &[
            "this essay",
            "this section",
            "first section",
            "second section",
            "next section",
            "learning outcome",
            "turning to",
            "turn to",
            "the first part",
            "the second part",
            "the third part",
            "I begin",
            "begins by",
            "will then",
            "finally I",
            "LO1",
            "LO2",
            "LO3",
            "this account",
        ],
    ),
];

fn asks(spared_by: &[(String, String)]) -> String {
    let lacks = spared_by.first().map_or("this", |it| it.1.as_str());
    format!("Where would a reader find {lacks}, and what does it change in your argument?")
}
