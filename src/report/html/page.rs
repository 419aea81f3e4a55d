//! The whole page: head, one article an essay, foot.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::report::html::sheet::Sheet;
use crate::report::{Report, inert};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");
/// The page may run its own script and nothing else; a test keeps the hash true.
const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; script-src 'sha256-cgwmE4UncjFZlhv32rDFVDyTfMAprCpgo+CMxu52twc='";

/// The report as one self-contained HTML file.
pub fn html(report: &Report) -> String {
    let sheets: Vec<Sheet> =
        (1..).zip(&report.essays).map(|(number, judged)| Sheet::new(number, judged)).collect();
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title(report)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { "Skip to the report" }
                main id="main" {
                    @if sheets.len() > 1 { (contents(report)) }
                    @for sheet in &sheets { (article(sheet)) }
                    (failures(report))
                }
                footer { (foot(report)) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

fn title(report: &Report) -> String {
    match report.essays.as_slice() {
        [one] => format!("{}: {} {}", inert(&one.path), one.critique.mark, one.critique.band),
        many => format!("{} essays", many.len()),
    }
}

fn contents(report: &Report) -> Markup {
    html! {
        nav.contents aria-label="Essays" {
            p.title { (report.essays.len()) " essays, mean " (report.mean().unwrap_or(0)) }
            ol {
                @for (number, it) in (1..).zip(&report.essays) {
                    li {
                        a href=(format!("#e{number}-article")) { (inert(&it.path)) }
                        ": " (it.critique.mark) " " (it.critique.band)
                    }
                }
            }
        }
    }
}

fn article(sheet: &Sheet) -> Markup {
    html! {
        article id=(sheet.id("article", "")) {
            (sheet.verdict())
            div.overview {
                (sheet.steps())
                (sheet.strip())
            }
            (sheet.criteria())
            (sheet.lists())
            (sheet.essay())
            (sheet.tables())
        }
    }
}

fn failures(report: &Report) -> Markup {
    if report.failed.is_empty() {
        return Markup::default();
    }
    html! {
        section.failed aria-labelledby="failed" {
            h2 id="failed" { "Not judged" }
            ul { @for it in &report.failed { li { (inert(&it.path)) ": " (inert(&it.reason)) } } }
        }
    }
}

fn foot(report: &Report) -> Markup {
    html! {
        p {
            "critique " (env!("CARGO_PKG_VERSION")) ", " (report.reader) " reader. Marks are indicative: an assessor decides. "
            "Spelling and grammar do not move the mark."
        }
    }
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::{POLICY, SCRIPT};

    #[test]
    fn the_policy_names_the_script() {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let hash = Sha256::digest(SCRIPT);
        let mut base64 = String::new();
        for three in hash.chunks(3) {
            let bits = (0..3)
                .fold(0u32, |bits, at| bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
            for digit in 0..=three.len() {
                base64.push(char::from(DIGITS[(bits >> (18 - 6 * digit)) as usize & 63]));
            }
        }
        assert!(
            POLICY.contains(&format!("'sha256-{base64}='")),
            "the policy should name sha256-{base64}="
        );
    }
}
