//! Ignores by path: findings that the project file lets stand in some files.

use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::detect::{Finding, explain, forbidden_by_rubric, suggest};
use crate::language::Essay;
use crate::rubric::PathIgnore;

/// The ignores of one project file, in its order.
#[derive(Clone, Debug, Default)]
pub struct PathIgnores {
    /// The folder of the project file.
    folder: PathBuf,
    ignores: Vec<(PathIgnore, Gitignore)>,
}

/// The findings that are left, and the ignores at work, by their places in the project file.
#[derive(Clone, Debug, Default)]
pub struct Obeyed {
    pub findings: Vec<Finding>,
    /// They speak of a file of this essay.
    pub covering: Vec<usize>,
    /// They took a finding out, or the essay says that they may not.
    pub used: Vec<usize>,
}

impl PathIgnores {
    /// The ignores of the project file at this path; the error says which of them cannot be obeyed.
    pub fn new(file: &Path, ignores: Vec<PathIgnore>) -> Result<PathIgnores, String> {
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        let compiled = |ignore: PathIgnore| {
            known(&ignore)
                .and_then(|()| Ok((matcher(&ignore).map_err(|it| it.to_string())?, ignore)))
        };
        let ignores = ignores.into_iter().map(|it| compiled(it).map(|(matcher, it)| (it, matcher)));
        let ignores = ignores.collect::<Result<_, _>>();
        Ok(PathIgnores {
            folder,
            ignores: ignores.map_err(|error| format!("{}: {error}", file.display()))?,
        })
    }

    pub fn all(&self) -> impl Iterator<Item = &PathIgnore> {
        self.ignores.iter().map(|(ignore, _)| ignore)
    }

    /// Takes out what is ignored in the files of an essay, given in the order of its parts; where ignores are not allowed,
    /// says so instead.
    pub fn obey(
        &self,
        paths: &[PathBuf],
        essay: &Essay,
        allowed: bool,
        findings: Vec<Finding>,
    ) -> Obeyed {
        let mut obeyed = Obeyed { findings, ..Obeyed::default() };
        for (at, (ignore, matcher)) in self.ignores.iter().enumerate() {
            let covered: Vec<bool> = paths.iter().map(|it| self.covers(matcher, it)).collect();
            if !covered.contains(&true) {
                continue;
            }
            obeyed.covering.push(at);
            if !allowed {
                obeyed.findings.insert(0, forbidden_by_rubric(essay, &ignore.rule));
                obeyed.used.push(at);
                continue;
            }
            let before = obeyed.findings.len();
            let part = |it: &Finding| essay.document.part_at(it.place.start.line).unwrap_or(0);
            obeyed
                .findings
                .retain(|it| it.rule != ignore.rule || covered.get(part(it)) != Some(&true));
            if obeyed.findings.len() < before {
                obeyed.used.push(at);
            }
        }
        obeyed
    }

    /// Does the ignore speak of the file at this path?
    fn covers(&self, matcher: &Gitignore, path: &Path) -> bool {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let inside = path.strip_prefix(&self.folder);
        inside.is_ok_and(|it| matcher.matched_path_or_any_parents(it, false).is_ignore())
    }
}

fn known(ignore: &PathIgnore) -> Result<(), String> {
    let rule = &ignore.rule;
    if explain(rule).is_some() {
        return Ok(());
    }
    let meant = suggest(rule).map(|it| format!("; did you mean `{it}`?")).unwrap_or_default();
    Err(format!("ignores: there is no rule `{rule}`{meant}"))
}

fn matcher(ignore: &PathIgnore) -> Result<Gitignore, ignore::Error> {
    let mut patterns = GitignoreBuilder::new("");
    patterns.add_line(None, &ignore.path)?;
    patterns.build()
}
