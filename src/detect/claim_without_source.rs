//! National figures and "research shows", with no source in sight.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "claim-without-source",
    severity: Severity::Note,
    what: "A national figure, or \"research shows\", with no source in or beside the sentence.",
    why: "A figure that nobody can check is worth no more than a guess.",
    example: "
Research shows that carers get stressed. There are around 900,000 people with dementia in the UK.
^^^^^^^^^^^^^^
",
    near_miss: "
Research shows that carers get stressed (Greenwood, 2018). Our team saw 900 people, and 40 per cent came back.
",
    detect,
};

static VAGUE: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:[Rr]esearch|[Ss]tudies|[Ss]tatistics|[Ee]xperts) (?:show|shows|have shown|has shown|say|says|suggest|suggests|prove|proves|that says)\b|\bresearch that says\b|\b[Aa]ccording to (?:the government|research|experts|statistics|studies|recent research)\b",
    )
});
static NATIONAL: Pattern = Pattern::new(|| {
    pattern(
        r"\b\d{1,3}(?:,\d{3})+ (?:\p{Ll}+ ){0,3}(?:people|adults|children|carers|households|deaths|patients|families)\b|\b\d[\d.]* (?:million|billion)\b|£\d[\d.]* ?(?:million|billion|bn|m)\b",
    )
});
static NATION: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:UK|England|Scotland|Wales|Britain|Northern Ireland|[Nn]ational(?:ly)?|country|NHS)\b",
    )
});

fn detect(look: &Look) -> Vec<Fault> {
    let own: Vec<(usize, Span)> = look.own_sentences().collect();
    let mut found: Vec<Span> = Vec::new();
    for (place, (at, span)) in own.iter().enumerate() {
        let text = look.text(*span);
        let vague = VAGUE.find(text);
        let national = NATIONAL.find(text).filter(|_| NATION.is_match(text));
        let Some(claim) = vague.or(national) else { continue };
        let near = own[place.saturating_sub(1)..(place + 3).min(own.len())].iter().map(|it| it.1);
        let sourced = near
            .into_iter()
            .any(|it| !look.essay.citations_within(it).is_empty() || look.text(it).contains("[@"));
        if !sourced && look.essay.acts_within(*span).is_empty() && !is_own_evidence(look, *at) {
            found.push(Span::new(claim.start(), claim.end()).shifted(span.start));
        }
    }
    let Some(first) = found.first() else { return Vec::new() };
    let times = if found.len() > 1 { format!(" ({} times)", found.len()) } else { String::new() };
    vec![look.fault(
        *first,
        format!("\"{}\" has no source{times}", look.text(*first)),
        "who found it, and when?",
    )]
}

/// The writer's own count needs no source.
fn is_own_evidence(look: &Look, sentence: usize) -> bool {
    let text = look.text(look.essay.document.sentences[sentence].span);
    ["our ", "my ", "we ", "this research", "The research"].iter().any(|it| text.contains(it))
}
