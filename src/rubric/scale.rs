//! The scale on which the mark is read: named bands, or grades that are achieved or not.

use schemars::JsonSchema;
use serde::Deserialize;

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// Fail under 40, Pass, Merit from 55, Distinction from 70.
    #[default]
    PassMeritDistinction,
    /// Fail under 40, Third, Lower second from 50, Upper second from 60, First from 70.
    Honours,
    /// Each point is achieved or not; a grade needs every point of it and of the grades below.
    Btec,
    /// The number alone.
    Points,
    /// Bands of one's own.
    Bands(Vec<Band>),
}

/// A band of one's own, from a mark upwards.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Band {
    pub name: String,
    #[schemars(range(min = 0, max = 100))]
    pub from: u32,
}

/// The grade that a criterion belongs to, on the `btec` scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    Pass,
    Merit,
    Distinction,
}

const PASS_MERIT_DISTINCTION: [(&str, u32); 4] =
    [("Fail", 0), ("Pass", 40), ("Merit", 55), ("Distinction", 70)];
const HONOURS: [(&str, u32); 5] =
    [("Fail", 0), ("Third", 40), ("Lower second", 50), ("Upper second", 60), ("First", 70)];

impl Scale {
    /// The name of the band that a mark of 0 to 100 falls into; empty on the `points` scale, and on `btec`, where criteria decide.
    pub fn band(&self, mark: u32) -> &str {
        let bands = self.bands();
        let reached = bands.iter().filter(|(_, from)| *from <= mark).max_by_key(|(_, from)| *from);
        reached.or(bands.iter().min_by_key(|(_, from)| *from)).map_or("", |(name, _)| name)
    }

    /// Every band that begins at a mark, and that mark, in the order of the scale.
    pub fn bands(&self) -> Vec<(&str, u32)> {
        match self {
            Scale::PassMeritDistinction => PASS_MERIT_DISTINCTION.to_vec(),
            Scale::Honours => HONOURS.to_vec(),
            Scale::Btec | Scale::Points => Vec::new(),
            Scale::Bands(bands) => {
                bands.iter().map(|band| (band.name.as_str(), band.from)).collect()
            }
        }
    }
}

impl Scale {
    /// The name of the lowest result; on a scale without bands there is none.
    pub fn lowest(&self) -> Option<&str> {
        if *self == Scale::Btec {
            return Some(Grade::REFER);
        }
        self.bands().into_iter().min_by_key(|(_, from)| *from).map(|(name, _)| name)
    }
}

/// Which time an essay is handed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attempt {
    #[default]
    First,
    /// On the `btec` scale it earns a Pass at most.
    Resubmission,
}

impl Grade {
    /// The result of work that earns no grade yet.
    pub const REFER: &'static str = "Refer";

    pub fn name(self) -> &'static str {
        match self {
            Grade::Pass => "Pass",
            Grade::Merit => "Merit",
            Grade::Distinction => "Distinction",
        }
    }

    /// The grade that a set of criteria earns; `None` is a referral. A grade without criteria is stepped over.
    pub fn earned(achieved: &[(Grade, bool)]) -> Option<Grade> {
        let mut earned = None;
        for grade in [Grade::Pass, Grade::Merit, Grade::Distinction] {
            let mut asked = achieved.iter().filter(|(of, _)| *of == grade).peekable();
            if asked.peek().is_none() {
                continue;
            }
            if !asked.all(|(_, met)| *met) {
                break;
            }
            earned = Some(grade);
        }
        earned
    }
}

#[test]
fn marks_fall_into_bands() {
    let marks = [0, 39, 40, 54, 55, 69, 70, 100];
    let scale = Scale::PassMeritDistinction;
    let bands = marks.map(|mark| scale.band(mark));
    assert_eq!(
        bands,
        ["Fail", "Fail", "Pass", "Pass", "Merit", "Merit", "Distinction", "Distinction"]
    );
    let own = Scale::Bands(vec![
        Band { name: "Secure".to_owned(), from: 60 },
        Band { name: "Emerging".to_owned(), from: 0 },
    ]);
    assert_eq!((own.band(59), own.band(60)), ("Emerging", "Secure"));
}

#[test]
fn a_grade_needs_the_grades_below_it() {
    use Grade::{Distinction, Merit, Pass};
    assert_eq!(Grade::earned(&[(Pass, true), (Merit, false), (Distinction, true)]), Some(Pass));
    assert_eq!(Grade::earned(&[(Pass, false), (Merit, true)]), None);
    assert_eq!(Grade::earned(&[(Pass, true), (Distinction, true)]), Some(Distinction));
}
