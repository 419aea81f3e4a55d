//! Teams of four or more spelt out in the text, where Harvard writes "et al.".

use crate::detect::{Detector, Fault, Look, Severity};
use crate::language::Citation;

pub(crate) const DETECTOR: Detector = Detector {
    id: "team-in-full",
    severity: Severity::Note,
    what: "A citation in the text that spells out four authors or more.",
    why: "In the text a team of four or more is its first author and \"et al.\"; the list names everybody.",
    example: "
Security and purpose are needed by all (Nolan, Brown, Davies and Keady, 2006).
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

## References

Nolan, M., Brown, J., Davies, S. and Keady, J. (2006) *The Senses Framework*. Sheffield: University of Sheffield.
",
    near_miss: "
Security and purpose are needed by all (Nolan, Brown and Keady, 2006). The guide has four publishers (Department for Education, Home Office, Ministry of Justice and NHS England, 2018).

## References

Nolan, M., Brown, J. and Keady, J. (2006) *The Senses Framework*. Sheffield: University of Sheffield.
",
    detect,
};

/// Cite Them Right: four names or more are shortened.
const A_TEAM: usize = 4;

fn detect(look: &Look) -> Vec<Fault> {
    let found: Vec<&Citation> = look.essay.citations.iter().filter(|it| is_in_full(it)).collect();
    let Some(first) = found.first() else { return Vec::new() };
    let times = if found.len() > 1 { format!(" ({} times)", found.len()) } else { String::new() };
    let message = format!("{} authors are named in the text{times}", first.authors.len());
    let help = format!("write {} et al. here, and all names in the list", first.authors[0]);
    vec![look.fault(first.span, message, help)]
}

/// Surnames are one word or two with a small one ("von Bertalanffy"); names of organisations are longer.
fn is_in_full(citation: &Citation) -> bool {
    let surname = |name: &String| {
        let words = || name.split(' ');
        words().filter(|it| it.starts_with(char::is_uppercase)).count() == 1
            && words().all(|it| it.chars().any(char::is_lowercase))
    };
    citation.authors.len() >= A_TEAM && citation.authors.iter().all(surname)
}
