//! Ignores by path: the `ignores` of `critique.yaml`, obeyed, and reported where nothing needs them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, anyhow};

use crate::batch::{Obeyed, PathIgnores};
use crate::cli::choose::project_above;
use crate::detect::{Finding, unused_in_project};
use crate::language::Essay;
use crate::report::Judged;

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
        findings: Vec<Finding>,
    ) -> Result<Vec<Finding>> {
        let Some((file, ignores)) = of_project(path)? else { return Ok(findings) };
        let paths = [path.to_owned()];
        let Obeyed { findings, covering, used } = ignores.obey(&paths, essay, allowed, findings);
        for (at, ignore) in ignores.all().enumerate().filter(|(at, _)| covering.contains(at)) {
            if allowed {
                let unused = unused_in_project(essay, &ignore.rule, &ignore.path);
                let here = (path.display().to_string(), unused);
                self.meet((file.clone(), at), here, used.contains(&at));
            }
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

/// The nearest project file above a path, and its ignores.
pub(crate) fn of_project(path: &Path) -> Result<Option<(PathBuf, PathIgnores)>> {
    let Some((file, project)) = project_above(path)? else { return Ok(None) };
    let ignores = PathIgnores::new(&file, project.ignores).map_err(|error| anyhow!("{error}"))?;
    Ok(Some((file, ignores)))
}
