//! Policies, plans and inquiries named and never dated, cited or listed. The names stand in `policies.txt`.

use std::sync::LazyLock;

use crate::detect::detector::{Pattern, pattern};
use crate::detect::names::List;
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "policy-without-year",
    severity: Severity::Note,
    what: "A policy, plan, code or inquiry called by its name, which the essay never dates, cites or lists.",
    why: "Policies are rewritten; without a year nobody can tell which text is meant, or whether it was read.",
    example: "
There is also the Keys to Life, which is a policy. The Francis Report shows this.
                  ^^^^^^^^^^^^
",
    near_miss: "
Valuing People (Department of Health, 2001) changed this, and Valuing People is still read. The 2013 Francis Report shows it. There were no secrets between them, and no black report.
",
    detect,
};

struct Policy {
    names: Vec<&'static str>,
    year: &'static str,
    by: &'static str,
}

static POLICIES: LazyLock<Vec<Policy>> =
    LazyLock::new(|| List::Policies.lines().filter_map(policy).collect());

fn policy(line: &'static str) -> Option<Policy> {
    let mut cells = line.split('|').map(str::trim);
    let names = cells.next()?.split(" / ").collect();
    Some(Policy { names, year: cells.next()?, by: cells.next()? })
}

static NAMES: Pattern = Pattern::new(|| {
    let names = POLICIES.iter().flat_map(|it| it.names.iter().map(|it| regex::escape(it)));
    pattern(&format!(r"\b(?:{})\b", names.collect::<Vec<_>>().join("|")))
});
static YEAR: Pattern = Pattern::new(|| pattern(r"\b(?:19|20)\d\d\b|\[@"));

fn detect(look: &Look) -> Vec<Fault> {
    let mut mentions: Vec<(Span, &Policy, bool)> = Vec::new();
    for (at, sentence) in
        look.own_sentences_at(look.named(List::Policies).into_iter().map(|it| it.1))
    {
        for name in NAMES.find_iter(look.text(sentence)) {
            let policy = POLICIES.iter().find(|it| it.names.contains(&name.as_str()));
            let Some(policy) = policy else { continue };
            let dated = look.own_sentences_near(at, 0, 1).any(|it| YEAR.is_match(look.text(it)));
            let span = Span::new(name.start(), name.end()).shifted(sentence.start);
            mentions.push((span, policy, dated || is_listed(look, policy)));
        }
    }
    let is_dated = |policy: &Policy| {
        mentions.iter().any(|(_, other, dated)| *dated && std::ptr::eq(*other, policy))
    };
    let mut undated: Vec<(Span, &Policy)> = Vec::new();
    for (span, policy, _) in mentions.iter().filter(|it| !is_dated(it.1)) {
        if !undated.iter().any(|it| std::ptr::eq(it.1, *policy)) {
            undated.push((*span, policy));
        }
    }
    let Some((first, policy)) = undated.first() else { return Vec::new() };
    let names: Vec<&str> = undated.iter().map(|it| look.text(it.0)).collect();
    let (verb, its) = if names.len() == 1 { ("is", "its") } else { ("are", "their") };
    let message = format!("{} {verb} named without {its} year", names.join(" and "));
    let meant = if policy.year.is_empty() {
        format!("which edition of {}?", policy.by)
    } else {
        format!("is it that of {} ({})?", policy.by, policy.year)
    };
    vec![look.fault(*first, message, format!("{meant} cite the text you read"))]
}

/// An entry of the list that names the policy, or a citation of its author in its year.
fn is_listed(look: &Look, policy: &Policy) -> bool {
    let essay = look.essay;
    let named = |text: &str| policy.names.iter().any(|it| text.contains(it));
    let by = |author: &String| author.contains(policy.by) && !policy.year.is_empty();
    let dated = |year: Option<u16>| year.is_some_and(|it| it.to_string() == policy.year);
    let cited =
        essay.citations.iter().any(|it| it.authors.iter().any(by) && dated(it.year.number()));
    cited || essay.works.iter().any(|it| named(look.text(it.span)))
}
