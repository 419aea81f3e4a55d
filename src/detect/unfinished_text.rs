//! Notes to self, placeholders and TODOs that were left in the text, and sentences that stop dead.

use crate::detect::dead_stop::dead_stops;
use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, places};
use crate::document::BlockKind;
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "unfinished-text",
    severity: Severity::Error,
    what: "Placeholders, notes to self and TODOs anywhere in the file, and paragraphs whose last sentence breaks off.",
    why: "It shows that the essay was handed in before it was read through, and a marker can give no credit for a plan.",
    example: "
Admissions fell by XX% [find statistic], which is good.
                   ^^^

TODO: evaluate with the framework from week 7
^^^^

Without shared goals some partners will leave the partnership as the
                                              ^^^^^^^^^^^^^^^^^^^^^^

Independence is another key element.
",
    near_miss: "
He said that \"[the] team never asked\" [sic]. Make a list of what to do next. Chromosomes are XX or XY.

The outcomes of partnership are the

- better quality of life
- fewer admissions

It is what each partner hopes for
",
    detect,
};

static LEFT_OVER: Pattern = Pattern::new(|| {
    let verb = r"(?i:add|insert|expand|find|needs?|check|ask|fill in|ref|refs|reference|citation|stats?|statistic|finish|write|rewrite|complete|tbc|tbd|put|include|to ?do|your|come back|fix|link to|more here|say more|quote here|date|page\??)";
    pattern(&format!(
        r"\[{verb}\b[^\]]*\]|\[[^\]]*(?:\?|…|\.\.\.)\s*\]|<(?i:insert|add|your)\b[^>]*>|\((?i:add|insert|find|check) (?i:ref|refs|reference|references|citation|source|date|page|quote|figure|stats?)\b[^)]*\)|\((?i:ref|reference|citation|source|page)s?(?: (?i:needed|here|missing|tbc)|\?+)\)|\((?:REF|XX+|TBC)\)|\bTODO\b|^\s*(?i:to[ -]do)\s*:|\bTO DO\s*:|\bTB[CD]\b|\bFIXME\b|\b[Xx]{{2,}}\s?%|\bX{{3,}}\b|£[Xx]+\b|\?{{3,}}|(?i:lorem ipsum)|(?i:citation needed)|(?i:note to self)|_{{4,}}"
    ))
});

/// Without one of these words or marks nothing in a block is [`LEFT_OVER`].
const WORDS: &[&str] = &["xx", "todo", "tbc", "tbd", "fixme", "ipsum"];
const MARKS: &[&str] = &["£x", "£X", "???", "____"];
/// A round bracket that begins so may be left over too,
const IN_BRACKETS: &[&str] =
    &["add", "insert", "find", "check", "ref", "citation", "source", "page"];
/// and so may a square one.
const IN_SQUARE_BRACKETS: &[&str] = &[
    "add", "insert", "expand", "find", "need", "check", "ask", "fill", "ref", "citation", "stat",
    "finish", "write", "rewrite", "complete", "tbc", "tbd", "put", "include", "to do", "todo",
    "your", "come", "fix", "link", "more", "say", "quote", "date", "page",
];

/// Where something may have been left.
fn suspects(look: &Look) -> Vec<usize> {
    let prose = look.essay.document.prose();
    let mut found = look.places(IN_BRACKETS);
    found.retain(|at| prose[..*at].ends_with('('));
    found.extend(look.places(WORDS));
    found.extend(places(prose, MARKS));
    found.extend(kept(look, &["to do", "to-do"], |_, after| {
        after[5..].trim_start().starts_with(':')
    }));
    found.extend(kept(look, &["needed"], |before, _| before.ends_with("citation ")));
    found.extend(kept(look, &["self"], |before, _| before.ends_with("note to ")));
    let in_tags = |at: &usize| begins(&prose[at + 1..], &["insert", "add", "your"]);
    found.extend(places(prose, &["<"]).iter().filter(|at| in_tags(at)));
    found.extend(places(prose, &["["]).iter().filter(|at| may_be_note(&prose[**at + 1..])));
    found
}

/// Where these words stand between a text before and from them that will do, in lower case.
fn kept(look: &Look, words: &[&str], will_do: impl Fn(&str, &str) -> bool) -> Vec<usize> {
    let prose = look.lower(Span::new(0, look.essay.document.prose().len()));
    let mut found = look.places(words);
    found.retain(|at| will_do(&prose[..*at], &prose[*at..]));
    found
}

/// Does a square bracket that opens before this text hold a note, or a question?
fn may_be_note(text: &str) -> bool {
    let inside = text.split_once(']').map_or("", |(inside, _)| inside);
    begins(inside, IN_SQUARE_BRACKETS)
        || ["?", "…", "..."].iter().any(|it| inside.trim_end().ends_with(it))
}

/// Does a text begin with one of these, whatever its case?
fn begins(text: &str, with: &[&str]) -> bool {
    let same = |it: &&str| text.get(..it.len()).is_some_and(|text| text.eq_ignore_ascii_case(it));
    with.iter().any(same)
}

fn detect(look: &Look) -> Vec<Fault> {
    let mut left: Vec<Span> = Vec::new();
    let blocks = &look.essay.document.blocks;
    let block = |at: usize| blocks.partition_point(|it| it.span.start <= at).checked_sub(1);
    let mut suspect: Vec<usize> = suspects(look).into_iter().filter_map(block).collect();
    suspect.sort_unstable();
    suspect.dedup();
    for block in suspect.into_iter().map(|at| &blocks[at]) {
        if matches!(block.kind, BlockKind::Code | BlockKind::BlockQuote) {
            continue;
        }
        let found = LEFT_OVER.find_iter(look.text(block.span));
        left.extend(found.map(|it| Span::new(it.start(), it.end()).shifted(block.span.start)));
    }
    let mut faults = merge(look, &left);
    faults.extend(dead_stops(look));
    faults
}

/// Several leftovers in one sentence are one fault.
fn merge(look: &Look, places: &[Span]) -> Vec<Fault> {
    let mut last = None;
    let mut faults = Vec::new();
    for span in places {
        let sentence = look.essay.document.sentence_at(span.start);
        if last.is_none() || last != Some(sentence) {
            let message = format!("`{}` was left in the text", shown(&left_over(look, *span)));
            faults.push(look.fault(*span, message, "finish the passage, or take the note out"));
        }
        last = Some(sentence);
    }
    faults
}

/// A TODO with the words that follow it, anything else as it stands.
fn left_over(look: &Look, span: Span) -> String {
    let note = look.text(span).to_uppercase().starts_with("TO");
    let sentence = look.essay.document.sentence_at(span.start).filter(|_| note);
    let end = sentence.map_or(span.end, |at| look.essay.document.sentences[at].span.end);
    look.text(Span::new(span.start, end.max(span.end))).to_owned()
}

fn shown(text: &str) -> String {
    let short: String = text.trim().chars().take(40).collect();
    if short.len() < text.trim().len() { format!("{short}…") } else { short }
}
