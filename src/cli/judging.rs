//! How essays are judged, for every command that judges.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use rayon::prelude::*;

use crate::batch::{document_from, essay_document, find, judged_essay, plain_text};
use crate::cli::choose::{Choice, Rubrics};
use crate::cli::ignores::Ignores;
use crate::cli::reader_name::ReaderName;
use crate::cli::year::this_year;
use crate::detect::{Conventions, findings};
use crate::document::Document;
use crate::language::{Essay, Reader};
use crate::report::{Failure, Judged, Report};
use crate::rubric::{Attempt, Rubric, Scale};

/// How essays are judged; shared by the commands that judge.
#[derive(Clone, Debug, Args)]
pub(crate) struct How {
    /// A rubric's id (see `critique rubric list`) or the path of its YAML file.
    #[arg(long, value_name = "ID|PATH")]
    rubric: Option<String>,
    /// Which engine reads the sentences.
    #[arg(long, value_enum)]
    reader: Option<ReaderName>,
}

/// Everything that judging needs, made ready once.
pub(crate) struct Judging {
    pub(crate) rubric: Option<String>,
    pub(crate) rubrics: Rubrics,
    pub(crate) reader: Reader,
    ignores: Ignores,
    attempt: Attempt,
}

/// Which time the work is handed in; shared by the commands that grade.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Handing {
    /// The work is handed in again: on the `btec` scale it earns a Pass at most.
    #[arg(long)]
    resubmission: bool,
}

impl Handing {
    fn attempt(self) -> Attempt {
        if self.resubmission { Attempt::Resubmission } else { Attempt::First }
    }
}

impl How {
    pub(crate) fn ready(&self) -> Result<Judging> {
        let rubrics = Rubrics::default();
        if let Some(name) = &self.rubric {
            rubrics.named(name, None)?;
        }
        let reader = Reader::new(ReaderName::engine(self.reader));
        let (rubric, ignores) = (self.rubric.clone(), Ignores::default());
        Ok(Judging { rubric, rubrics, reader, ignores, attempt: Attempt::First })
    }
}

impl Judging {
    /// The same, for work handed in for such a time.
    pub(crate) fn of(self, handing: Handing) -> Judging {
        Judging { attempt: handing.attempt(), ..self }
    }

    /// What is agreed for essays held against this rubric; a resubmission to a rubric that has no rule for it is refused.
    pub(crate) fn conventions(&self, rubric: &Rubric) -> Result<Conventions> {
        if self.attempt == Attempt::Resubmission && rubric.scale != Scale::Btec {
            bail!(
                "--resubmission caps a BTEC result at Pass, and the rubric `{}` is not on the btec scale: leave it out, or write `scale: btec` and a `grade` for each point",
                rubric.id
            );
        }
        let this_year = Some(this_year());
        Ok(Conventions { this_year, attempt: self.attempt, ..Conventions::of(rubric) })
    }

    /// The critiques of all essays under these paths.
    pub(crate) fn report(&self, paths: &[PathBuf]) -> Report {
        let found = find(paths);
        let outcomes: Vec<Result<Judged, Failure>> = match found.essays.as_slice() {
            // One essay is judged before other threads have started.
            [only] => vec![self.check_alone(only)],
            all => all.par_iter().map(|path| self.check_alone(path)).collect(),
        };
        let mut report = Report {
            reader: self.reader.engine().name(),
            essays: Vec::new(),
            failed: found.failed,
        };
        for outcome in outcomes {
            match outcome {
                Ok(judged) => report.essays.push(judged),
                Err(failure) => report.failed.push(failure),
            }
        }
        self.ignores.report_unused(&mut report.essays);
        report
    }

    /// A fault of the program in one essay must not cost the others.
    fn check_alone(&self, path: &Path) -> Result<Judged, Failure> {
        catch_unwind(AssertUnwindSafe(|| self.check(path))).unwrap_or_else(|_| {
            let reason = "the program failed on this essay; please report it".to_owned();
            Err(Failure { path: path.display().to_string(), reason })
        })
    }

    /// The critique of one file, or of standard input for `-`.
    pub(crate) fn check(&self, path: &Path) -> Result<Judged, Failure> {
        let document = if path == Path::new("-") {
            document_from(std::io::stdin().lock())
        } else {
            essay_document(path)
        };
        let failure = |reason: String| Failure { path: path.display().to_string(), reason };
        self.check_document(path, document.map_err(failure)?)
    }

    /// The critique of a document that stands, or stood, at a path.
    pub(crate) fn check_document(
        &self,
        path: &Path,
        document: Document,
    ) -> Result<Judged, Failure> {
        let failure = |reason: String| Failure { path: path.display().to_string(), reason };
        let essay = Essay::read_in_time(document, &self.reader).map_err(failure)?;
        let choice = match &self.rubric {
            Some(name) => self.rubrics.named(name, None).map(|lens| Choice { lens, why: None }),
            None => self.rubrics.choose(path, &essay),
        };
        let Choice { lens, why } = choice.map_err(|error| failure(format!("{error:#}")))?;
        let bibliography = plain_text(&path.with_extension("bib")).ok();
        let agreed =
            self.conventions(&lens.rubric).map_err(|error| failure(format!("{error:#}")))?;
        let conventions = Conventions { bibliography, ..agreed };
        let found = findings(&essay, &conventions);
        let found = self.ignores.obey(path, &essay, !conventions.ignores_forbidden, found);
        let found = found.map_err(|error| failure(format!("{error:#}")))?;
        Ok(judged_essay(path.display().to_string(), essay, &lens, why, &conventions, found))
    }
}
