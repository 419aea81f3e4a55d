//! The essay itself, block by block, each with its notes beside it.

use maud::{Markup, html};

use crate::document::{Block, BlockKind};
use crate::report::html::sheet::Sheet;
use crate::report::inert;

impl Sheet<'_> {
    pub(super) fn essay(&self) -> Markup {
        html! {
            section.essay id=(self.id("essay", "")) aria-labelledby=(self.id("essay-title", "")) {
                h2 id=(self.id("essay-title", "")) { "The essay" }
                (self.legend())
                (self.filters())
                div.text {
                    @for (at, block) in self.document.blocks.iter().enumerate() {
                        @if let Some(file) = self.begins_file(at) { p.legend { (inert(file)) ":" } }
                        div.row {
                            div.block.(class(block.kind)) id=(self.id("b", at)) { (self.block(block)) }
                            (self.notes(block))
                        }
                    }
                }
            }
        }
    }

    /// The name of the file that begins with a block, where there are several.
    fn begins_file(&self, block: usize) -> Option<&str> {
        let part = |block: usize| {
            let span = self.document.blocks.get(block)?.span;
            self.document.part_at(self.document.place(span).start.line)
        };
        let here = part(block)?;
        let before = block.checked_sub(1).and_then(part);
        (before != Some(here)).then_some(self.judged.parts()[here].name.as_str())
    }

    fn block(&self, block: &Block) -> Markup {
        let sentences = html! {
            @for at in block.sentences.clone() { (self.sentence(at)) " " }
        };
        match block.kind {
            BlockKind::Heading => self.heading(block, &sentences),
            BlockKind::BlockQuote => html! { blockquote { p { (sentences) } } },
            BlockKind::Code => html! { pre { (sentences) } },
            _ => html! { p { (sentences) } },
        }
    }

    /// The page has used two levels of headings.
    fn heading(&self, block: &Block, sentences: &Markup) -> Markup {
        match self.document.sections[block.section].level {
            0 | 1 => html! { h3 { (sentences) } },
            2 => html! { h4 { (sentences) } },
            3 => html! { h5 { (sentences) } },
            _ => html! { h6 { (sentences) } },
        }
    }

    fn legend(&self) -> Markup {
        html! {
            p.legend {
                "What a sentence does: "
                span.sentence data-stance="descriptive" { "describes" } ", "
                span.sentence data-stance="analytical" { "analyses" } ", "
                span.sentence data-stance="evaluative" { "evaluates" } ". "
                @if !self.judged.critique.findings.is_empty() {
                    "A marker would query: "
                    span.finding.error { "error" } ", "
                    span.finding.warning { "warning" } ", "
                    span.finding.note { "note" } "."
                }
            }
        }
    }

    /// Shown by the script alone, since they do nothing without it.
    fn filters(&self) -> Markup {
        let essay = format!("#{}", self.id("essay", ""));
        html! {
            form.filters hidden data-filters=(essay) aria-label="What the essay below shows" {
                fieldset {
                    legend { "Sentences that" }
                    @for (stance, verb) in [("descriptive", "describe"), ("analytical", "analyse"), ("evaluative", "evaluate")] {
                        label { input type="checkbox" name="stance" value=(stance) checked; " " (verb) }
                    }
                }
                fieldset {
                    legend { "Remarks" }
                    @for severity in ["error", "warning", "note", "evidence"] {
                        label { input type="checkbox" name="severity" value=(severity) checked; " " (severity) }
                    }
                }
                label.choice {
                    "Evidence for "
                    select name="criterion" {
                        option value="" { "every criterion" }
                        @for (at, criterion) in self.judged.critique.criteria.iter().enumerate() {
                            option value=(format!("c{at}")) { (inert(&criterion.title)) }
                        }
                    }
                }
            }
        }
    }
}

fn class(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Heading => "heading",
        BlockKind::ListItem => "item",
        BlockKind::TableCell => "cell",
        BlockKind::BlockQuote => "quote",
        BlockKind::Caption => "caption",
        BlockKind::Footnote => "footnote",
        BlockKind::Reference => "reference",
        BlockKind::Code => "code",
    }
}
