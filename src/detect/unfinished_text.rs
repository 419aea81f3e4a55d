//! Notes to self, placeholders and TODOs that were left in the text, and sentences that stop dead.

use crate::detect::dead_stop::dead_stops;
use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
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
        r"\[{verb}\b[^\]]{{0,160}}\]|\[[^\]]{{0,60}}(?:\?|…|\.\.\.)\s*\]|<(?i:insert|add|your)\b[^>]{{0,80}}>|\((?i:add|insert|find|check) (?i:ref|refs|reference|references|citation|source|date|page|quote|figure|stats?)\b[^)]{{0,80}}\)|\((?i:ref|reference|citation|source|page)s?(?: (?i:needed|here|missing|tbc)|\?+)\)|\((?:REF|XX+|TBC)\)|\bTODO\b|^\s*(?i:to[ -]do)\s*:|\bTO DO\s*:|\bTB[CD]\b|\bFIXME\b|\b[Xx]{{2,}}\s?%|\bX{{3,}}\b|£[Xx]+\b|\?{{3,}}|(?i:lorem ipsum)|(?i:citation needed)|(?i:note to self)|_{{4,}}"
    ))
});

fn detect(look: &Look) -> Vec<Fault> {
    let mut places: Vec<Span> = Vec::new();
    for block in &look.essay.document.blocks {
        if matches!(block.kind, BlockKind::Code | BlockKind::BlockQuote) {
            continue;
        }
        let found = LEFT_OVER.find_iter(look.text(block.span));
        places.extend(found.map(|it| Span::new(it.start(), it.end()).shifted(block.span.start)));
    }
    let mut faults = merge(look, &places);
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
            let message = format!("`{}` was left in the text", shown(look.text(*span)));
            faults.push(look.fault(*span, message, "finish the passage, or take the note out"));
        }
        last = Some(sentence);
    }
    faults
}

fn shown(text: &str) -> String {
    let short: String = text.trim().chars().take(40).collect();
    if short.len() < text.trim().len() { format!("{short}…") } else { short }
}
