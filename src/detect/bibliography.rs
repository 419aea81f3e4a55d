//! A .bib file beside the essay, and the pandoc citations that point into it: `[@glasby2014, p. 3]`.

use std::collections::BTreeSet;

use biblatex::RawBibliography;

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Fault, Look};
use crate::text::Span;

static KEY: Pattern =
    Pattern::new(|| pattern(r"(?:^|[\s\[(;\-])@([\p{L}\d_][\p{L}\d_:.#$%&+?<>~/\-]*)"));

/// Citations by key that the .bib file does not hold; none where there is no file to ask.
pub(crate) fn unknown_keys(look: &Look) -> Vec<Fault> {
    let Some(text) = look.conventions.bibliography.as_deref() else { return Vec::new() };
    let known = keys(text);
    let cited = keys_cited(look).into_iter().filter(|(_, key)| !known.contains(key));
    let faults = cited.map(|(span, key)| {
        look.fault(
            span,
            format!("`@{key}` is not in the bibliography"),
            "add the work to the .bib file, or correct the key",
        )
    });
    faults.collect()
}

/// The keys of a .bib file; a file that cannot be read as a whole still gives the keys it shows. Fields are not resolved: a
/// file whose abbreviations name themselves would have no end.
fn keys(text: &str) -> BTreeSet<String> {
    match RawBibliography::parse(text) {
        Ok(bibliography) => bibliography.entries.iter().map(|it| it.v.key.v.to_owned()).collect(),
        Err(_) => ENTRY.captures_iter(text).map(|it| it[1].to_owned()).collect(),
    }
}

static ENTRY: Pattern = Pattern::new(|| pattern(r"@\w+\s*\{\s*([^\s,]+)\s*,"));

/// Every key cited, once, with its place.
fn keys_cited(look: &Look) -> Vec<(Span, String)> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (_, block) in look.own_blocks() {
        for key in KEY.captures_iter(look.text(block)) {
            let Some(group) = key.get(1) else { continue };
            let name = group.as_str().trim_end_matches(['.', ':', '?', ',']).to_owned();
            let start = block.start + group.start();
            if seen.insert(name.clone()) {
                found.push((Span::new(start, start + name.len()), name));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::detect::Conventions;
    use crate::detect::testing::rules_in;

    #[test]
    fn keys_are_looked_up_in_the_file_beside_the_essay() {
        let bibliography = Some(
            "@book{glasby2014, author = {Glasby, Jon}, title = {Partnership}, year = 2014}"
                .to_owned(),
        );
        let conventions = Conventions { bibliography, ..Conventions::default() };
        let found = rules_in(
            "Trust is slow [@glasby2014, p. 3; @petch2013]. It is open @ nine.",
            &conventions,
        );
        assert_eq!(found, ["citation-without-entry"]);
    }
}
