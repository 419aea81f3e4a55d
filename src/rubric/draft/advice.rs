//! Questions for the student, from the titles of a point's ideas.

use super::idea::Ideas;
use crate::rubric::Verb;

/// One question a level.
#[derive(Clone, Debug)]
pub(super) struct Questions {
    pub(super) limited: String,
    pub(super) sound: String,
    pub(super) strong: String,
}

pub(super) fn questions(wanted: &[String], rung: Verb, ideas: &Ideas) -> Questions {
    let name = |at: usize| wanted.get(at).or(wanted.first()).map_or("this", |id| ideas.title(id));
    let first = name(0);
    let second = if wanted.len() > 1 { name(1) } else { "your wider argument" };
    let strong = match rung {
        Verb::Weighs => format!(
            "What speaks against your view of {first}, how strong is that, and what follows for {second}?"
        ),
        Verb::Applies => format!(
            "Where does {first} fit your case badly, and what does that say about {second}?"
        ),
        _ => format!(
            "Which of your claims about {first} could be disputed, and what evidence would settle it?"
        ),
    };
    Questions {
        limited: format!(
            "What do you understand by {first}, in your own words, and where in your essay does the reader meet it?"
        ),
        sound: format!(
            "What links {first} to {second}, how or why, and which example and which source show it?"
        ),
        strong,
    }
}
