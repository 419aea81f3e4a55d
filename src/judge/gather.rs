//! The sentences that a verdict shows: the strongest few, in the order of the essay.

use crate::judge::Evidence;
use crate::judge::lens::{PointLens, SeekLens, TermLens};
use crate::judge::signals::Signals;
use crate::judge::strength::Look;
use crate::language::Essay;
use crate::rubric::Verb;

/// More sentences than this are not read.
const SHOWN: usize = 4;
/// A weaker sentence is no evidence.
const WEAKEST: f32 = 0.3;

/// The sentences that treat a point best, each with the most that it does; `at` is the point's place in the rubric. Where the
/// rubric is drafted, a sentence that aims at the point treats it too.
pub(crate) fn for_point(
    essay: &Essay,
    at: usize,
    point: &PointLens,
    looks: &[Look],
    signals: &Signals,
) -> Vec<Evidence> {
    let shown = signals.any(&point.seeks, looks.len());
    let strength = |look: &Look| {
        if look.told.credit <= 0.0 {
            return 0.0;
        }
        let aimed = look.told.aims.get(at).copied().unwrap_or(0.0);
        let link = look.treats(&point.ideas).max(aimed);
        let doing = (look.critical() + look.weighing() + look.applies() + look.cites()) / 4.0;
        look.told.credit * (link * (0.3 + 0.7 * doing)).max(shown[look.at] * 0.9)
    };
    strongest(essay, looks, strength, does)
}

/// The sentences that show any of these signals.
pub(crate) fn for_seeks(
    essay: &Essay,
    seeks: &[SeekLens],
    looks: &[Look],
    signals: &Signals,
) -> Vec<Evidence> {
    let shown = signals.any(seeks, looks.len());
    let named = |look: &Look| {
        let strength = |seek| signals.strengths(seek)[look.at];
        let best = seeks.iter().max_by(|a, b| strength(a).total_cmp(&strength(b)));
        best.map_or("names", |seek| sought(look, seek))
    };
    strongest(essay, looks, |look| shown[look.at], named)
}

fn strongest(
    essay: &Essay,
    looks: &[Look],
    strength: impl Fn(&Look) -> f32,
    does: impl Fn(&Look) -> &'static str,
) -> Vec<Evidence> {
    let mut best: Vec<(f32, &Look)> = Vec::with_capacity(SHOWN + 1);
    for look in looks {
        let strength = strength(look);
        let place = best.iter().take_while(|(stronger, _)| *stronger >= strength).count();
        if strength >= WEAKEST && place < SHOWN {
            best.insert(place, (strength, look));
            best.truncate(SHOWN);
        }
    }
    best.sort_by_key(|(_, look)| look.at);
    best.iter().filter_map(|(_, look)| evidence(essay, look, does(look))).collect()
}

fn evidence(essay: &Essay, look: &Look, does: &'static str) -> Option<Evidence> {
    let sentence = &essay.document.sentences[look.told.sentence?];
    let place = essay.document.place(sentence.span);
    Some(Evidence { place, text: essay.text(sentence).to_owned(), does })
}

/// The most that a sentence does with what it treats.
fn does(look: &Look) -> &'static str {
    const HOLDS: f32 = 0.5;
    let told = look.told;
    let verb = if look.weighing() >= HOLDS {
        Verb::Weighs
    } else if told.applying() >= HOLDS && look.critical() >= HOLDS {
        Verb::Applies
    } else if look.critical() >= HOLDS {
        Verb::Explains
    } else if told.supported {
        Verb::Cites
    } else {
        Verb::Names
    };
    verb.name()
}

/// The first cue of a signal says what the sentence was taken for.
fn sought(look: &Look, seek: &SeekLens) -> &'static str {
    let cue = seek.terms.iter().find_map(|term| match term {
        TermLens::Cue(cue) => Some(cue.name()),
        TermLens::Verb(verb) => Some(verb.name()),
        _ => None,
    });
    cue.unwrap_or_else(|| does(look))
}

/// What is sought and not found, in the words of the rubric; `totals` is the evidence for each signal.
pub(crate) fn lacking(seeks: &[SeekLens], totals: &[f32]) -> Vec<String> {
    const FOUND: f32 = 0.6;
    let missing = seeks.iter().zip(totals).filter(|(_, total)| **total < FOUND);
    missing.map(|(seek, _)| seek.lacks.clone()).filter(|it| !it.is_empty()).collect()
}
