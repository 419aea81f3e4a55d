//! The whole answer to one essay.

use crate::detect::Finding;
use crate::document::Place;
use crate::language::Stance;
use crate::rubric::Grade;

/// Everything the report says about one essay; every face shows the same.
#[derive(Clone, Debug)]
pub struct Critique {
    pub words: Words,
    /// 0 to 100.
    pub mark: u32,
    pub band: String,
    /// How the mark came about; the amounts add up to it.
    pub sum: Vec<SumLine>,
    pub criteria: Vec<CriterionVerdict>,
    pub mistakes: Vec<MistakeVerdict>,
    pub practices: Vec<PracticeVerdict>,
    /// Key concepts of the unit that the essay treats and those it leaves out, by title.
    pub concepts: Vec<(String, bool)>,
    pub findings: Vec<Finding>,
    pub next_steps: Vec<NextStep>,
    /// The student's own sentences, in order.
    pub sentences: Vec<SentenceVerdict>,
    /// Why the mark was capped, in words for the student.
    pub caps: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub counted: usize,
    pub total: usize,
    pub target: Option<usize>,
    pub within: Option<bool>,
    /// How many in a hundred are general; none where no verdict rests on it.
    pub general: Option<u8>,
}

/// One line of the sum: "marking points", 61; "power ignored", -3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumLine {
    pub what: String,
    pub amount: i64,
}

#[derive(Clone, Debug)]
pub struct CriterionVerdict {
    pub id: String,
    pub title: String,
    pub marks: u32,
    pub out_of: u32,
    pub points: Vec<PointVerdict>,
}

#[derive(Clone, Debug)]
pub struct PointVerdict {
    pub id: String,
    pub title: String,
    pub credit: String,
    pub level: Level,
    /// Achieved or not, on the `btec` scale.
    pub achievement: Option<Achievement>,
    /// How sure the level is, in percent.
    pub certainty: u8,
    pub marks: u32,
    pub out_of: u32,
    pub evidence: Vec<Evidence>,
    /// What the next level lacks.
    pub missing: Vec<String>,
    pub advice: String,
}

/// Whether a criterion of the `btec` scale is achieved, and the grade it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Achievement {
    pub grade: Grade,
    pub achieved: bool,
}

/// How far a marking point is met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    #[default]
    NotEvidenced,
    Limited,
    Sound,
    Strong,
}

impl Level {
    /// The level of a number; above 3 is strong.
    pub fn from_number(number: usize) -> Level {
        [Level::NotEvidenced, Level::Limited, Level::Sound]
            .get(number)
            .copied()
            .unwrap_or(Level::Strong)
    }

    pub fn number(self) -> u8 {
        self as u8
    }

    pub fn label(self) -> &'static str {
        match self {
            Level::NotEvidenced => "not evidenced",
            Level::Limited => "limited",
            Level::Sound => "sound",
            Level::Strong => "strong",
        }
    }
}

/// A sentence that counts, and what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub place: Place,
    pub text: String,
    /// "names", "explains", "applies", "weighs", "cites", or the cue that was sought.
    pub does: &'static str,
}

#[derive(Clone, Debug)]
pub struct MistakeVerdict {
    pub id: String,
    pub title: String,
    pub says: String,
    pub present: bool,
    pub certainty: u8,
    /// What speaks for the verdict: the sentences at fault, or those that spare the essay.
    pub evidence: Vec<Evidence>,
    pub reason: String,
    pub costs: u32,
    pub advice: String,
}

#[derive(Clone, Debug)]
pub struct PracticeVerdict {
    pub id: String,
    pub title: String,
    pub says: String,
    pub met: bool,
    pub certainty: u8,
    pub evidence: Vec<Evidence>,
    pub reason: String,
    pub advice: String,
}

/// One thing to do next, and what it would gain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Marks, found by judging again with the fault mended.
    pub gain: u32,
    pub action: String,
    /// The id of the marking point or mistake it serves; `over-target` or `under-target` for the length.
    pub point: String,
    /// Where in the essay to begin.
    pub line: usize,
}

#[derive(Clone, Debug)]
pub struct SentenceVerdict {
    pub place: Place,
    pub text: String,
    pub stance: Stance,
    /// The index of its paragraph among all blocks.
    pub paragraph: usize,
}
