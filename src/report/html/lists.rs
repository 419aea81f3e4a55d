//! Mistakes, practices, concepts and findings.

use maud::{Markup, html};

use crate::judge::Evidence;
use crate::report::html::sheet::Sheet;
use crate::report::html::told::{as_sentence, told};
use crate::report::inert;

/// A mistake or practice, as one entry.
struct Entry<'a> {
    good: bool,
    word: &'static str,
    title: &'a str,
    says: &'a str,
    reason: &'a str,
    advice: &'a str,
    evidence: &'a [Evidence],
}

impl Sheet<'_> {
    pub(super) fn lists(&self) -> Markup {
        html! {
            (self.mistakes())
            (self.practices())
            (self.concepts())
            (self.all_findings())
        }
    }

    fn mistakes(&self) -> Markup {
        let entries = self.judged.critique.mistakes.iter().map(|it| Entry {
            good: !it.present,
            word: if it.present { "made" } else { "spared" },
            title: &it.title,
            says: &it.says,
            reason: &it.reason,
            advice: &it.advice,
            evidence: &it.evidence,
        });
        self.entries("mistakes", "Common mistakes", entries.collect())
    }

    fn practices(&self) -> Markup {
        let entries = self.judged.critique.practices.iter().map(|it| Entry {
            good: it.met,
            word: if it.met { "met" } else { "not yet" },
            title: &it.title,
            says: &it.says,
            reason: &it.reason,
            advice: &it.advice,
            evidence: &it.evidence,
        });
        self.entries("practices", "Good practice", entries.collect())
    }

    /// What wants work comes first.
    fn entries(&self, id: &str, title: &str, mut entries: Vec<Entry>) -> Markup {
        entries.sort_by_key(|it| it.good);
        if entries.is_empty() {
            return Markup::default();
        }
        html! {
            section.entries aria-labelledby=(self.id(id, "")) {
                h2 id=(self.id(id, "")) { (title) }
                @for entry in &entries { (self.entry(entry)) }
            }
        }
    }

    fn entry(&self, entry: &Entry) -> Markup {
        html! {
            details.point {
                summary {
                    span.title { (inert(entry.title)) } " "
                    span.level.(if entry.good { "level-3" } else { "level-0" }) { (entry.word) }
                }
                p.credit { (inert(entry.says)) }
                p { (told(&as_sentence(entry.reason))) }
                (self.evidence(entry.evidence))
                @if !entry.good { p.advice { (told(entry.advice)) } }
            }
        }
    }

    fn concepts(&self) -> Markup {
        let concepts = &self.judged.critique.concepts;
        if concepts.is_empty() {
            return Markup::default();
        }
        html! {
            section.concepts aria-labelledby=(self.id("concepts", "")) {
                h2 id=(self.id("concepts", "")) { "Key concepts" }
                ul {
                    @for (title, treated) in concepts {
                        li { (inert(title)) ": " (if *treated { "treated" } else { "not treated" }) }
                    }
                }
            }
        }
    }

    fn all_findings(&self) -> Markup {
        let findings = &self.judged.critique.findings;
        if findings.is_empty() {
            return Markup::default();
        }
        html! {
            section.findings aria-labelledby=(self.id("findings", "")) {
                h2 id=(self.id("findings", "")) { "A marker would also query" }
                ul {
                    @for (at, it) in findings.iter().enumerate() {
                        li {
                            a href=(format!("#{}", self.id("f", at))) { (self.place(it.place.start.line)) }
                            ", " (it.severity.name()) ": " (told(&it.message)) "."
                        }
                    }
                }
            }
        }
    }
}
