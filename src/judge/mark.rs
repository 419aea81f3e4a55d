//! Levels and mistakes to a whole-number mark, with the sum shown.

use crate::judge::verdict::Verdicts;
use crate::judge::worth_reading::Doubts;
use crate::judge::{Level, SumLine};
use crate::rubric::{Point, Rubric};

/// The mark, how it came about, and what held it down.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) total: u32,
    /// Marks of each point.
    pub(crate) points: Vec<u32>,
    pub(crate) sum: Vec<SumLine>,
    pub(crate) caps: Vec<String>,
}

/// Percent of a point's worth that each level earns: the middle of its band on the UK scale, where work that shows nothing
/// is a low fail and not a zero. Fitted to assessors' marks, to the nearest whole number.
const EARNED: [u32; 4] = [30, 46, 64, 76];

impl Level {
    /// Percent of a point's worth.
    pub(crate) fn earned(self) -> u32 {
        EARNED[self.number() as usize]
    }
}

/// `counted` are the words that count, for what a breach of the length costs.
pub(crate) fn reckon(rubric: &Rubric, verdicts: &Verdicts, counted: usize, caps: &[Cap]) -> Mark {
    let levels = verdicts.points.iter().map(|(level, _)| *level);
    let points = share_out(&rubric.points, &levels.collect::<Vec<_>>());
    let earned: u32 = points.iter().sum();
    let mut sum = vec![SumLine { what: "marking points".into(), amount: i64::from(earned) }];
    let mut left = i64::from(earned);
    for (mistake, (made, _)) in rubric.mistakes.iter().zip(&verdicts.mistakes) {
        let cost = i64::from(mistake.costs).min(left);
        if *made && cost > 0 {
            sum.push(SumLine { what: mistake.title.clone(), amount: -cost });
            left -= cost;
        }
    }
    if let Some(SumLine { what, amount }) = length(rubric, counted) {
        let cost = (-amount).min(left);
        if cost > 0 {
            sum.push(SumLine { what, amount: -cost });
            left -= cost;
        }
    }
    for cap in caps {
        let over = left - i64::from(cap.at_most);
        if over > 0 {
            sum.push(SumLine { what: cap.reason.clone(), amount: -over });
            left -= over;
        }
    }
    let total = u32::try_from(left).unwrap_or(0);
    Mark { total, points, sum, caps: caps.iter().map(|cap| cap.reason.clone()).collect() }
}

/// What the length costs, by the rubric's own steps.
fn length(rubric: &Rubric, counted: usize) -> Option<SumLine> {
    let words = rubric.words.as_ref()?;
    let what = if counted > words.target {
        "more words than asked for"
    } else {
        "fewer words than asked for"
    };
    Some(SumLine { what: what.to_owned(), amount: -i64::from(words.penalty(counted)) })
}

/// Whole marks whose sum is the rounded sum: what rounding takes from one point, the next one gets.
fn share_out(points: &[Point], levels: &[Level]) -> Vec<u32> {
    let (mut exact, mut given) = (0, 0);
    let marks = points.iter().zip(levels).map(|(point, level)| {
        exact += point.worth * level.earned();
        let upto = (exact + 50) / 100;
        let mark = upto - given;
        given = upto;
        mark
    });
    marks.collect()
}

/// A bound on the mark, and why.
#[derive(Clone, Debug)]
pub(crate) struct Cap {
    pub(crate) at_most: u32,
    pub(crate) reason: String,
}

/// What shares of an essay's sentences name the subject, and treat it with or without its words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct OnSubject {
    pub(crate) named: f32,
    pub(crate) treated: f32,
}

/// An essay that is mostly pasted, stuffed or empty was not written to be read.
const UNREADABLE: f32 = 0.4;
/// Fewer of an essay's sentences than this say a word of the subject, and fewer than [`NOR_IN_MEANING`] treat it in other
/// words: the essay is off it.
const HARDLY_NAMED: f32 = 0.02;
const NOR_IN_MEANING: f32 = 0.1;
const LOWEST_BAND: u32 = 12;

/// The bounds that hold for this essay.
pub(crate) fn caps(doubts: &Doubts, on_subject: Option<OnSubject>) -> Vec<Cap> {
    let cap = |holds: bool, reason: &str| {
        holds.then(|| Cap { at_most: LOWEST_BAND, reason: reason.to_owned() })
    };
    let much = |words: usize, reason: &str| cap(doubts.share(words) >= UNREADABLE, reason);
    let nothing = doubts.own_words == 0;
    let off = on_subject.is_some_and(|it| it.named < HARDLY_NAMED && it.treated < NOR_IN_MEANING);
    [
        cap(nothing, "the file holds no sentences of the student's own")
            .map(|cap| Cap { at_most: 0, ..cap }),
        much(doubts.copied, "much of the text is the marking scheme itself"),
        much(
            doubts.stuffed,
            "much of the text is a string of the unit's terms, with little said about them",
        ),
        much(doubts.empty, "much of the text says nothing that can be marked"),
        much(doubts.denied, "much of the text only says what was not there"),
        much(doubts.astray, "much of the text is about something else"),
        cap(!nothing && off, "the essay is on another subject"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
