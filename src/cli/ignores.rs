//! Ignores by path: the `ignores` of `critique.yaml`, obeyed, and reported where nothing needs them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, anyhow, bail};
use ignore::gitignore::GitignoreBuilder;

use crate::cli::choose::project_above;
use crate::detect::{Finding, explain, forbidden_by_rubric, suggest, unused_in_project};
use crate::language::Essay;
use crate::report::Judged;
use crate::rubric::PathIgnore;

/// The ignores met in one run: by project file and place in it, what to say if none of the essays needed it.
#[derive(Debug, Default)]
pub(crate) struct Ignores {
    met: Mutex<BTreeMap<(PathBuf, usize), Met>>,
}

#[derive(Debug)]
struct Met {
    used: bool,
    /// The first essay that it covers, by path, and what is said there if it goes unused.
    first: (String, Finding),
}

impl Ignores {
    /// The findings without those that the project file ignores for this path.
    pub(crate) fn obey(
        &self,
        path: &Path,
        essay: &Essay,
        allowed: bool,
        mut findings: Vec<Finding>,
    ) -> Result<Vec<Finding>> {
        let Some((file, project)) = project_above(path)? else { return Ok(findings) };
        for (at, ignore) in project.ignores.iter().enumerate() {
            known(ignore).map_err(|error| anyhow!("{}: {error}", file.display()))?;
            if !covers(&file, ignore, path)? {
                continue;
            }
            if !allowed {
                findings.insert(0, forbidden_by_rubric(essay, &ignore.rule));
                continue;
            }
            let before = findings.len();
            findings.retain(|it| it.rule != ignore.rule);
            let unused = unused_in_project(essay, &ignore.rule, &ignore.path);
            let here = (path.display().to_string(), unused);
            self.meet((file.clone(), at), here, findings.len() < before);
        }
        Ok(findings)
    }

    fn meet(&self, ignore: (PathBuf, usize), here: (String, Finding), used: bool) {
        let mut all = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        let met = all.entry(ignore).or_insert_with(|| Met { used, first: here.clone() });
        met.used |= used;
        if here.0 < met.first.0 {
            met.first = here;
        }
    }

    /// Adds to the essays of the run what is to be said of ignores that none of them needed, and forgets the run.
    pub(crate) fn report_unused(&self, essays: &mut [Judged]) {
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        for (path, finding) in
            std::mem::take(&mut *met).into_values().filter(|it| !it.used).map(|it| it.first)
        {
            if let Some(essay) = essays.iter_mut().find(|it| it.path == path) {
                essay.critique.findings.insert(0, finding);
            }
        }
    }
}

fn known(ignore: &PathIgnore) -> Result<()> {
    let rule = &ignore.rule;
    if explain(rule).is_some() {
        return Ok(());
    }
    let meant = suggest(rule).map(|it| format!("; did you mean `{it}`?")).unwrap_or_default();
    bail!("ignores: there is no rule `{rule}`{meant}")
}

/// Does the ignore speak of the file at this path?
fn covers(project: &Path, ignore: &PathIgnore, path: &Path) -> Result<bool> {
    let folder = project.parent().unwrap_or(Path::new(""));
    let path = std::path::absolute(path)?;
    let Ok(inside) = path.strip_prefix(folder) else { return Ok(false) };
    let mut patterns = GitignoreBuilder::new("");
    patterns.add_line(None, &ignore.path)?;
    Ok(patterns.build()?.matched_path_or_any_parents(inside, false).is_ignore())
}
