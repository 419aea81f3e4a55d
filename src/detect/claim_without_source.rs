//! National figures, comparisons of whole populations and "research shows", with no source in sight.

use memchr::memmem;

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, holds};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "claim-without-source",
    severity: Severity::Note,
    what: "A national figure, a comparison of a group with the population, or \"research shows\", with no source in or beside the sentence.",
    why: "A claim about a whole country or group that nobody can check is worth no more than a guess.",
    example: "
Research shows that carers get stressed. There are around 900,000 people with dementia in the UK.
^^^^^^^^^^^^^^

Trust is slow. It takes years to build and days to lose. Care leavers are far more likely to go to prison than the general public.
",
    near_miss: "
Research shows that carers get stressed (Greenwood, 2018). Our team saw 900 people, and 40 per cent came back.

Her ward is calmer than other wards. Tyler moved school more often than other children. There is little evidence that meetings save the NHS money. It is one of the largest care homes in Wales.
",
    detect,
};

static VAGUE: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:[Rr]esearch|[Ss]tudies|[Ss]tatistics|[Ee]xperts) (?:show|shows|have shown|has shown|say|says|suggest|suggests|prove|proves|that says)\b|\bresearch that says\b|\b[Aa]ccording to (?:the government|research|experts|statistics|studies|recent research)\b|\b(?:[Mm]any|[Ll]ots of|[Ss]everal|[Nn]umerous|[Vv]arious) studies\b|\b[Ii]t (?:is well[- ]known|is a known fact|has been (?:scientifically )?(?:proven|proved)) that\b",
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
/// A rate or figure that is the first of its kind in a country, or in the world.
static RANKED: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:worst|highest|lowest|largest|poorest|biggest|longest|shortest) (?:[\w'’-]+ ){0,4}?(?:rates?|figures|deaths?|levels?|numbers?|health|outcomes?|expectancy|poverty|waits?|waiting times|waiting lists|proportion|share|incidence|prevalence|mortality|admissions)(?: [\w'’-]+){0,3}? (?:in|of) (?:[Ww]estern )?(?:Europe|the (?:UK|United Kingdom|world|country|developed world|western world)|England|Scotland|Wales|Britain|Ireland|Northern Ireland)\b",
    )
});
/// A group held against the population.
static COMPARED: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:[\w&'’-]+ ){0,3}(?:more|less|fewer|poorer|worse|better|higher|lower|younger|earlier|sooner|longer|shorter)\b[^.;:]{0,80}?\bthan (?:the (?:general (?:public|population)|rest of the (?:population|country)|wider (?:public|population)|national average|average person)|(?:most )?other (?:people|adults|children|women|men|pupils|families)|everyone else|everybody else)\b|\bamong the (?:most|least) likely to (?:[\w'’-]+ ?){1,2}",
    )
});
/// Who is compared: one person's story is the writer's own.
static GROUP: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:people|children|adults|prisoners|carers|women|men|families|patients|leavers|veterans|migrants|refugees|students|pupils|teenagers|communities|households|those|they)\b",
    )
});
/// The share of a group in a whole.
static SHARE: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:make|makes) up (?:(?:about|around|roughly|nearly|almost|over|only|just|more than|less than) )?(?:(?:[\w.-]+ ){1,3}?(?:per cent|percent|half|third|thirds|quarter|quarters)|\d[\d.]*%) of (?:[\w'’-]+ ?){1,3}|\b(?:win|lose|wins|loses|refuse|refuses|reject|rejects|fail|fails) (?:nearly|almost) all (?:of )?(?:the |their )?[\w'’-]+|\b(?:[Nn]early|[Aa]lmost) all (?:of )?(?:the )?(?:tribunals|appeals|hospitals|councils|local authorities|prisons|care homes) (?:are|have|do|in)\b",
    )
});
/// What a public purse saves or pays.
static PURSE: Pattern = Pattern::new(|| {
    pattern(
        r"\bsav(?:e|es|ing) (?:a lot of )?(?:money for )?the (?:NHS|taxpayer|country|government|state)(?: (?:a lot of )?(?:money|millions|billions))?\b|\b[Cc]osts? the (?:NHS|taxpayer|country|government|state|economy)\b",
    )
});

fn detect(look: &Look) -> Vec<Fault> {
    let mut found: Vec<Span> = Vec::new();
    let prose = look.essay.document.prose();
    let marks = [VAGUE_WORDS, GREAT_NUMBERS, RANKS, SHARES, PURSES, COMPARISONS].concat();
    let places = look.places(&marks).into_iter().chain(thousands(prose));
    let places = places.chain(pounds(prose));
    for (at, span) in look.own_sentences_at(places) {
        let sourced = || look.own_sentences_near(at, 1, 2).any(|it| is_sourced(look, it));
        if sourced() || !look.essay.acts_within(span).is_empty() {
            continue;
        }
        let text = look.text(span);
        let Some(claim) = claim(text, look.lower(span)) else { continue };
        if !OWN.is_match(text) {
            found.push(claim.shifted(span.start));
        }
    }
    let Some(first) = found.first() else { return Vec::new() };
    let quoted = |at: &Span| format!("\"{}\"", in_context(look, *at));
    let message = match found.as_slice() {
        [one] => format!("{} has no source", quoted(one)),
        many => {
            let shown: Vec<String> = many.iter().take(SHOWN).map(quoted).collect();
            format!("{} claims have no source: {}", many.len(), shown.join(", "))
        }
    };
    vec![look.fault(*first, message, "who found it, and when?")]
}

/// Claims that one message quotes.
const SHOWN: usize = 4;

/// The claim and what follows it in its clause, so that the reader knows it again.
fn in_context(look: &Look, claim: Span) -> String {
    let after = &look.essay.document.prose()[claim.end..];
    let clause = after.find(['.', ',', ';', ':', '?', '!', '(', '\n']).unwrap_or(after.len());
    let words: Vec<&str> = after[..clause].split_inclusive(' ').collect();
    let shown = words.iter().take(CONTEXT).copied().collect::<String>();
    let cut = if words.len() > CONTEXT { "…" } else { "" };
    format!("{}{}{cut}", look.text(claim), shown.trim_end())
}

/// Words quoted after a claim; with the space before the first.
const CONTEXT: usize = 8;

/// Words without which there is nothing to hold a pattern against: one list a pattern, in lower case.
const VAGUE_WORDS: &[&str] = &[
    "research show",
    "research have shown",
    "research has shown",
    "research say",
    "research suggest",
    "research prove",
    "research that says",
    "studies show",
    "studies have shown",
    "studies has shown",
    "studies say",
    "studies suggest",
    "studies prove",
    "studies that says",
    "statistics show",
    "statistics have shown",
    "statistics has shown",
    "statistics say",
    "statistics suggest",
    "statistics prove",
    "statistics that says",
    "experts show",
    "experts have shown",
    "experts has shown",
    "experts say",
    "experts suggest",
    "experts prove",
    "experts that says",
    "many studies",
    "lots of studies",
    "several studies",
    "numerous studies",
    "various studies",
    "according to the gov",
    "according to research",
    "according to recent research",
    "according to experts",
    "according to statistics",
    "according to studies",
    "it is well",
    "known fact",
    "it has been",
];
const GREAT_NUMBERS: &[&str] = &["million", "billion"];
const RANKS: &[&str] =
    &["worst ", "highest ", "lowest ", "largest ", "poorest ", "biggest ", "longest ", "shortest "];
const SHARES: &[&str] = &["make up ", "makes up ", "nearly all ", "almost all "];
const PURSES: &[&str] =
    &["the nhs", "the taxpayer", "the country", "the government", "the state", "the economy"];
const COMPARISONS: &[&str] = &[
    "than the ",
    "than most other",
    "than other",
    "than everyone",
    "than everybody",
    "among the most",
    "among the least",
];

/// Where a number is parted by thousands.
fn thousands(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let commas = memchr::memchr_iter(b',', bytes);
    commas.filter(move |at| *at > 0 && digit(at - 1) && digit(at + 1))
}

/// Where a sum of money begins.
fn pounds(text: &str) -> impl Iterator<Item = usize> {
    memmem::find_iter(text.as_bytes(), "£")
}

/// The first claim of a sentence, which is given in lower case too.
fn claim(text: &str, lower: &str) -> Option<Span> {
    let find = |pattern: &'static Pattern, words: &[&str]| {
        if holds(lower, words) { pattern.find(text) } else { None }
    };
    let great =
        holds(lower, GREAT_NUMBERS) || thousands(lower).chain(pounds(lower)).next().is_some();
    let national =
        || if great { NATIONAL.find(text).filter(|_| NATION.is_match(text)) } else { None };
    let compared = || {
        let group = |end: usize| {
            let compared = text[..end].rsplit_once(" than ").map_or(&text[..end], |it| it.0);
            GROUP.is_match(compared)
        };
        find(&COMPARED, COMPARISONS).filter(|it| group(it.end()))
    };
    let other = || {
        let ranked = find(&RANKED, RANKS).or_else(|| find(&SHARE, SHARES));
        ranked.or_else(|| find(&PURSE, PURSES)).or_else(compared)
    };
    let asserted = || other().filter(|it| !DOUBTED.is_match(&text[..it.end()]));
    let found = find(&VAGUE, VAGUE_WORDS).or_else(national).or_else(asserted)?;
    Some(Span::new(found.start(), found.end()))
}

/// What is doubted, hoped for or held by others is not claimed.
static DOUBTED: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:whether|if|claim(?:s|ed)?|argu(?:e|es|ed|ing)|unproven|(?:no|little) (?:proof|evidence)|cannot|may|might|could|would|hop(?:e|es|ed|ing)|assum\w+|promis\w+|suppos\w+|not)\b",
    )
});

/// Does a citation stand here, with a year or by its key?
pub(crate) fn is_sourced(look: &Look, sentence: Span) -> bool {
    !look.essay.citations_within(sentence).is_empty() || look.text(sentence).contains("[@")
}

/// The writer's own count or guess needs no source.
static OWN: Pattern =
    Pattern::new(|| pattern(r"\b(?:[Oo]ur|[Mm]y|[Ww]e|I|[Tt]his research|The research)\b"));
