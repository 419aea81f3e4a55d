//! How the mark adds up, how the words were counted, and the box that the assessor fills.

use maud::{Markup, html};

use crate::detect::reading_ease;
use crate::report::html::sheet::Sheet;
use crate::report::inert;

impl Sheet<'_> {
    pub(super) fn tables(&self) -> Markup {
        html! {
            div.tables {
                (self.sum())
                (self.word_count())
            }
            (self.decision())
        }
    }

    fn sum(&self) -> Markup {
        let it = &self.judged.critique;
        html! {
            section aria-labelledby=(self.id("sum", "")) {
                h2 id=(self.id("sum", "")) { "How the mark adds up" }
                table {
                    thead { tr { th scope="col" { "What" } th.number scope="col" { "Marks" } } }
                    tbody {
                        @for line in &it.sum {
                            tr { th scope="row" { (inert(&line.what)) } td.number { (signed(line.amount)) } }
                        }
                    }
                    tfoot { tr { th scope="row" { "Indicative mark" } td.number { (it.mark) } } }
                }
            }
        }
    }

    fn word_count(&self) -> Markup {
        let count = self.document.word_count;
        let rows = self.judged.counts.table(&count);
        html! {
            section aria-labelledby=(self.id("words", "")) {
                h2 id=(self.id("words", "")) { "How the words were counted" }
                table {
                    thead { tr { th scope="col" { "Part" } th.number scope="col" { "Words" } th scope="col" { "Counted" } } }
                    tbody {
                        @for (part, words, counted) in rows {
                            @if words > 0 {
                                tr { th scope="row" { (part) } td.number { (words) } td { (if counted { "yes" } else { "no" }) } }
                            }
                        }
                    }
                    tfoot {
                        tr { th scope="row" { "Counted" } td.number { (self.judged.counts.counted(&count)) } td {} }
                        tr { th scope="row" { "Whole file" } td.number { (count.total()) } td {} }
                    }
                }
                @if let Some(ease) = reading_ease(self.document) {
                    p { "Flesch reading ease: " (ease) ". Academic prose lies between 20 and 50; the mark does not depend on it." }
                }
            }
        }
    }

    /// Stays empty: the mark above is indicative, and a person decides.
    fn decision(&self) -> Markup {
        html! {
            section.decision aria-labelledby=(self.id("decision", "")) {
                h2 id=(self.id("decision", "")) { "Assessor’s decision" }
                p { "The mark above is indicative. An assessor decides, here:" }
                dl {
                    @for what in ["Mark", "Comment", "Assessor", "Date"] {
                        div { dt { (what) } dd {} }
                    }
                }
            }
        }
    }
}

fn signed(amount: i64) -> String {
    if amount < 0 { format!("−{}", amount.unsigned_abs()) } else { format!("+{amount}") }
}
