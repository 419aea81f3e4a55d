//! Entries of the reference list that the text never cites.

use crate::detect::{Detector, Fault, Look, Severity, law_entry};
use crate::language::Work;
use crate::language::references::MOST_ENTRIES;

pub(crate) const DETECTOR: Detector = Detector {
    id: "entry-never-cited",
    severity: Severity::Warning,
    what: "A work in the reference list that the text never cites.",
    why: "A reference list holds what the essay rests on; a work that is only listed supports nothing.",
    example: "
Goals must be shared (Harris, 2015).

## References

Harris, J. (2015) *Shared goals*. London: Sage.

Petch, A. (2013) *Delivering integrated care*. Glasgow: IRISS.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Goals must be shared (Harris, 2015) under section 3 of the Care Act 2014. In her 1969 article Arnstein draws a ladder.

## References

Arnstein, S. (1969) 'A ladder of citizen participation', *Journal of the American Institute of Planners*, 35(4), pp. 216-224.

Care Act 2014, c. 23. London: The Stationery Office.

Harris, J. (2015) *Shared goals*. London: Sage.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let essay = look.essay;
    let entries = essay.works.iter().zip(&look.essay.references.cited);
    let uncited = entries.filter(|(work, cited)| !**cited && is_entry(look, work));
    let uncited = uncited.filter(|(work, _)| {
        if work.law { !law_entry::is_used(look, work) } else { !is_told(look, work) }
    });
    let faults = uncited.map(|(work, _)| {
        let name = name(look, work);
        look.fault(
            work.span,
            format!("{name} is listed and never cited"),
            "cite it where it supports a claim, or take it out of the list",
        )
    });
    faults.collect()
}

/// "In her 1969 article Arnstein draws a ladder": the sentence names author and year, in whatever form.
fn is_told(look: &Look, work: &Work) -> bool {
    let (Some(author), Some(year)) = (work.authors.first(), &work.year) else { return false };
    let (author, year) = (author.to_lowercase(), year.to_string());
    let told = |text: &str| text.contains(&year) && text.to_lowercase().contains(&author);
    let treaty =
        |text: &str| author == "united nations" && TREATIES.iter().any(|it| text.contains(it));
    author.chars().count() >= SHORTEST_NAME
        && look.essay.works.len() <= MOST_ENTRIES
        && look.own_sentences().any(|it| told(look.text(it.1)) || treaty(look.text(it.1)))
}

/// Treaties are called by their titles, and not by the body that they were made in.
const TREATIES: &[&str] = &["UNCRC", "UNCRPD", "UN Convention", "Convention on the Rights"];

/// Shorter names stand within other words.
const SHORTEST_NAME: usize = 4;

/// Is this an entry, and not a remark under the heading?
fn is_entry(look: &Look, work: &Work) -> bool {
    let text = look.text(work.span);
    work.year.is_some() || text.contains("http") || text.contains("www.") || text.contains(".uk")
}

fn name(look: &Look, work: &Work) -> String {
    match (work.authors.first(), &work.year) {
        (Some(author), Some(year)) if work.authors.len() == 1 => format!("`{author}, {year}`"),
        (Some(author), Some(year)) if work.authors.len() == 2 => {
            format!("`{author} and {}, {year}`", work.authors[1])
        }
        (Some(author), Some(year)) => format!("`{author} et al., {year}`"),
        _ => format!("`{}`", look.text(work.span).chars().take(40).collect::<String>().trim_end()),
    }
}
