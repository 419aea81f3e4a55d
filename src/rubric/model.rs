//! The rubric as tutors write it. Field names are the words of the file.

use serde::Deserialize;

/// A unit's marking points, mistakes and practices, and the ideas by which an essay is held against them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// Kebab-case, as in `--rubric ID`.
    pub id: String,
    pub title: String,
    /// The marking material this file was written from.
    pub source: String,
    pub question: String,
    #[serde(default)]
    pub words: Option<Words>,
    #[serde(default)]
    pub scale: Scale,
    /// Learning outcomes or assessment criteria; points belong to them.
    pub criteria: Vec<Criterion>,
    /// What an essay on this subject speaks of; an essay that hardly does is off it.
    pub subject: Idea,
    #[serde(default)]
    pub concepts: Vec<Idea>,
    pub ideas: Vec<Idea>,
    pub points: Vec<Point>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
    #[serde(default)]
    pub practices: Vec<Practice>,
}

/// How long the essay should be.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub target: usize,
    /// Percent over or under the target that is still within it.
    pub tolerance: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// Fail under 40, Pass, Merit from 55, Distinction from 70.
    #[default]
    PassMeritDistinction,
    /// Fail under 40, Third, Lower second from 50, Upper second from 60, First from 70.
    Honours,
}

impl Scale {
    /// The name of the band that a mark of 0 to 100 falls in.
    pub fn band(self, mark: u32) -> &'static str {
        let bands: &[(u32, &str)] = match self {
            Scale::PassMeritDistinction => {
                &[(70, "Distinction"), (55, "Merit"), (40, "Pass"), (0, "Fail")]
            }
            Scale::Honours => &[
                (70, "First"),
                (60, "Upper second"),
                (50, "Lower second"),
                (40, "Third"),
                (0, "Fail"),
            ],
        };
        bands.iter().find(|(from, _)| mark >= *from).map_or("Fail", |(_, name)| name)
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub id: String,
    pub title: String,
}

/// A thing to treat: known by its phrases, its meaning, and cues that show it.
#[derive(Clone, Debug, Default, Deserialize)]
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

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub id: String,
    pub criterion: String,
    pub title: String,
    /// The examiner's sentence, word for word.
    pub credit: String,
    /// Percent of the whole mark.
    pub worth: u32,
    /// Ids of the ideas that this point asks for.
    pub ideas: Vec<String>,
    /// Signals that the point asks for besides, each with the words in which a student is told that it lacks.
    #[serde(default)]
    pub seeks: Vec<Seek>,
    pub advice: Advice,
    pub examples: PointExamples,
}

/// One thing that a point, mistake or practice looks for in the essay.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seek {
    /// Terms joined by ` & `, each a cue, a verb (names, explains, applies, weighs, cites), `idea:ID`, `in:conclusion`
    /// or `in:heading`.
    pub signal: String,
    /// Said after "still missing: ".
    pub lacks: String,
}

/// Questions for the student who stands below a level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    pub limited: String,
    pub sound: String,
    pub strong: String,
}

/// Passages that meet the point, and passages that miss it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointExamples {
    pub meets: Vec<String>,
    pub misses: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
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

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MistakeExamples {
    pub caught: Vec<String>,
    pub spared: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
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
