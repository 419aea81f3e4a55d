//! The rubric as tutors write it. Field names are the words of the file.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::rubric::{Grade, Scale, Words};

/// A unit's marking points, mistakes and practices, and the ideas by which an essay is held against them.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// Kebab-case, as in `--rubric ID`.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub id: String,
    pub title: String,
    /// The marking material this file was written from.
    pub source: String,
    pub question: String,
    #[serde(default)]
    pub words: Option<Words>,
    #[serde(default)]
    pub scale: Scale,
    /// Drafted from a page and not refined yet: its phrases are guesses, so levels rest more on what each paragraph is about.
    #[serde(default)]
    pub drafted: bool,
    /// How readily levels are given.
    #[serde(default)]
    pub strictness: Strictness,
    /// Whether a student may silence a finding with a comment in the essay.
    #[serde(default)]
    pub ignores: Ignores,
    /// When sources count as old.
    #[serde(default)]
    pub dated: Dated,
    /// Learning outcomes or assessment criteria; points belong to them.
    pub criteria: Vec<Criterion>,
    /// What an essay on this subject speaks of; an essay that hardly does is off it. Without one, any subject will do.
    #[serde(default)]
    pub subject: Option<Idea>,
    #[serde(default)]
    pub concepts: Vec<Idea>,
    pub ideas: Vec<Idea>,
    pub points: Vec<Point>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
    #[serde(default)]
    pub practices: Vec<Practice>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Strictness {
    Lenient,
    #[default]
    Standard,
    Strict,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ignores {
    #[default]
    Allowed,
    Forbidden,
}

/// Sources older than `years` are dated, and more than `share` percent of dated sources is a finding. Without a word
/// about it, old works are queried only where none of the listed works is recent.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    pub years: u16,
    pub share: u8,
}

impl Default for Dated {
    fn default() -> Dated {
        Dated { years: 10, share: 99 }
    }
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub id: String,
    pub title: String,
}

/// A thing to treat: known by its phrases, its meaning, and cues that show it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    pub id: String,
    #[serde(default)]
    pub title: String,
    /// A plain definition; sentences close to it in meaning count.
    pub means: String,
    /// Endings and spelling variants are forgiven; ` .. ` stands for up to four words.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// Cues that show the idea without any of its words.
    #[serde(default)]
    pub cues: Vec<String>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub id: String,
    pub criterion: String,
    pub title: String,
    /// The examiner's sentence, word for word.
    pub credit: String,
    /// Percent of the whole mark.
    pub worth: u32,
    /// The grade that the point belongs to, on the `btec` scale.
    #[serde(default)]
    pub grade: Option<Grade>,
    /// Ids of the ideas that this point asks for.
    pub ideas: Vec<String>,
    /// Signals that the point asks for besides, each with the words in which a student is told that it lacks.
    #[serde(default)]
    pub seeks: Vec<Seek>,
    pub advice: Advice,
    pub examples: PointExamples,
}

/// One thing that a point, mistake or practice looks for in the essay.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seek {
    /// Terms joined by ` & `, each a cue, a verb (names, explains, applies, weighs, cites), `idea:ID`, `in:conclusion`
    /// or `in:heading`.
    pub signal: String,
    /// Said after "still missing: ".
    pub lacks: String,
}

/// Questions for the student who stands below a level.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    pub limited: String,
    pub sound: String,
    pub strong: String,
}

/// Passages that meet the point, and passages that miss it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointExamples {
    pub meets: Vec<String>,
    pub misses: Vec<String>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mistake {
    pub id: String,
    pub title: String,
    /// The examiner's sentence, word for word.
    pub says: String,
    /// Marks lost when the essay makes the mistake.
    pub costs: u32,
    /// Signals that spare the essay.
    pub spared_by: Vec<Seek>,
    /// Signals that speak for the mistake.
    #[serde(default)]
    pub shown_by: Vec<Seek>,
    /// How much more evidence than usual it takes to spare an essay; below 0, less. Mostly from -2 to 2.
    #[serde(default)]
    pub need: f32,
    pub advice: String,
    pub examples: MistakeExamples,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MistakeExamples {
    pub caught: Vec<String>,
    pub spared: Vec<String>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    pub id: String,
    pub title: String,
    /// The exam tip, word for word.
    pub says: String,
    pub shown_by: Vec<Seek>,
    /// How much more evidence than usual meets it; below 0, less. Mostly from -2 to 2.
    #[serde(default)]
    pub need: f32,
    pub advice: String,
    pub examples: PointExamples,
}
