//! The `btec` scale: which criteria are achieved, the grade that they earn, and what a resubmission may earn.

use crate::judge::{Achievement, Critique, Level};
use crate::rubric::{Grade, Point, Rubric, Scale};

/// Whether a level achieves a point; `None` on every other scale. A Pass criterion that only asks for a description is
/// achieved by a limited one, as BTEC assessors read "describe" and "outline"; all else must be sound.
pub(crate) fn achievement(rubric: &Rubric, point: &Point, level: Level) -> Option<Achievement> {
    let grade = point.grade.filter(|_| rubric.scale == Scale::Btec)?;
    let least = if point.only_describes() { Level::Limited } else { Level::Sound };
    Some(Achievement { grade, achieved: level >= least })
}

/// The band: on the `btec` scale the grade that the criteria earn, elsewhere where the mark lies.
pub(crate) fn band(rubric: &Rubric, levels: &[Level], mark: u32) -> String {
    if rubric.scale != Scale::Btec {
        return rubric.scale.band(mark).to_owned();
    }
    let points = rubric.points.iter().zip(levels);
    let achieved = points.filter_map(|(point, level)| achievement(rubric, point, *level));
    let achieved: Vec<(Grade, bool)> = achieved.map(|it| (it.grade, it.achieved)).collect();
    Grade::earned(&achieved).map_or(Grade::REFER, Grade::name).to_owned()
}

impl Critique {
    /// The answer to work that is handed in again: on the `btec` scale it earns a Pass at most. The number stays.
    #[must_use]
    pub fn resubmitted(mut self) -> Critique {
        let points = self.criteria.iter().flat_map(|it| &it.points);
        let graded = points.filter(|it| it.achievement.is_some()).count() > 0;
        let above = [Grade::Merit, Grade::Distinction].iter().any(|it| it.name() == self.band);
        if graded && above {
            self.caps.push(format!(
                "a resubmission earns a {} at most: the criteria alone would earn a {}",
                Grade::Pass.name(),
                self.band
            ));
            Grade::Pass.name().clone_into(&mut self.band);
        }
        self
    }
}
