//! What is worked out of a rubric's words alone: much to do, and the same for every essay.
//!
//! `build.rs` does it for the bundled rubrics while the program is built, so they cost nothing at start; for a rubric that
//! is read from a file it is done when the file is read.

use unicode_segmentation::UnicodeSegmentation;

use crate::judge::shingle::shingles;
use crate::language::{Hashes, Meaning, Phrases, Stem};
use crate::rubric::{Idea, Rubric};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Groundwork {
    /// The phrases of all ideas, each owned by its idea's place in [`all_ideas`].
    pub(crate) phrases: Phrases,
    /// Runs of words of the rubric's own sentences, by which copying is known.
    pub(crate) own_words: Hashes,
    /// What an essay on the subject is about; none for a rubric that serves any subject.
    pub(crate) about: Option<Meaning>,
}

impl Groundwork {
    pub(crate) fn of(rubric: &Rubric) -> Groundwork {
        Groundwork {
            phrases: phrases(rubric),
            own_words: own_words(rubric),
            about: rubric.subject.as_ref().map(|_| about(rubric)),
        }
    }
}

/// The rubric's ideas, then its concepts, then its subject if it has one.
pub(crate) fn all_ideas(rubric: &Rubric) -> impl Iterator<Item = &Idea> {
    rubric.ideas.iter().chain(&rubric.concepts).chain(&rubric.subject)
}

fn phrases(rubric: &Rubric) -> Phrases {
    let owned = all_ideas(rubric).enumerate().flat_map(|(at, idea)| {
        let own = idea.phrases.iter();
        own.map(move |phrase| (phrase.as_str(), at))
    });
    Phrases::of(owned)
}

/// The sentences of the rubric that a student could paste.
fn own_words(rubric: &Rubric) -> Hashes {
    let points = rubric.points.iter().map(|it| &it.credit);
    let mistakes = rubric.mistakes.iter().map(|it| &it.says);
    let practices = rubric.practices.iter().map(|it| &it.says);
    let advice = rubric.points.iter().map(|it| &it.advice);
    let advice = advice.flat_map(|it| [&it.limited, &it.sound, &it.strong]);
    let texts = points.chain(mistakes).chain(practices).chain(advice).chain([&rubric.question]);
    let stems = texts.map(|text| text.unicode_words().map(Stem::of).collect::<Vec<_>>());
    Hashes::of(stems.flat_map(|stems| shingles(&stems).collect::<Vec<_>>()))
}

/// All that the rubric speaks of, as one meaning.
fn about(rubric: &Rubric) -> Meaning {
    let points = rubric.points.iter();
    let asked = points.flat_map(|it| [&it.credit].into_iter().chain(&it.examples.meets));
    let named = all_ideas(rubric).flat_map(|it| [&it.means].into_iter().chain(&it.phrases));
    Meaning::of_all(asked.chain(named).map(String::as_str))
}
