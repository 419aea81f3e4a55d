//! All submissions of a folder judged on all cores, each kept as soon as it is done.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::batch::joining::{Joined, joined, shown};
use crate::batch::key::Common;
use crate::batch::read::{essay_bytes, text_in};
use crate::batch::record::{self, Outcome};
use crate::batch::store::{Store, StoreError};
use crate::batch::{Obeyed, PathIgnores, Submission, Submissions, fingerprint, judged_essay};
use crate::detect::{Conventions, findings};
use crate::judge::Lens;
use crate::language::{Essay, Reader};
use crate::report::{Failure, Report, html, json_line, markdown};

/// What to mark, against what, and where the results go.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// The folder that the submissions' files are in.
    pub root: &'a Path,
    pub lens: &'a Lens,
    pub reader: &'a Reader,
    /// What is agreed for every essay, this year included.
    pub conventions: &'a Conventions,
    /// What the project file lets stand.
    pub ignores: &'a PathIgnores,
}

/// What became of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    Judged,
    /// Nothing has changed since an earlier run judged it.
    Kept,
    /// It cannot be read, for this reason.
    Failed(String),
}

/// Judges every submission that is not kept; `watch` is told of each. Only the out folder can fail; what else cannot be
/// judged is named with the reason, by its place in the order.
pub(super) fn mark_all(
    job: Job,
    store: &Store,
    submissions: &Submissions,
    watch: &(dyn Fn(&Submission, &Done) + Sync),
) -> Result<BTreeMap<usize, String>, StoreError> {
    let common = Common::of(job);
    let desk = Desk { job, store, common, brief: fingerprint::of_brief(&job.lens.rubric) };
    let failed = Mutex::new(BTreeMap::new());
    (0..submissions.len()).into_par_iter().with_max_len(1).try_for_each(|at| {
        let submission = submissions.get(at);
        let done = desk.mark(&submission)?;
        watch(&submission, &done);
        if let Done::Failed(reason) = done {
            failed.lock().unwrap_or_else(PoisonError::into_inner).insert(at, reason);
        }
        Ok(())
    })?;
    Ok(failed.into_inner().unwrap_or_else(PoisonError::into_inner))
}

struct Desk<'a> {
    job: Job<'a>,
    store: &'a Store,
    common: Common,
    brief: HashSet<u64>,
}

/// Everything that is written about one submission.
struct Work {
    outcome: Outcome,
    fingerprint: Vec<u64>,
    report: String,
    html: String,
    markdown: String,
}

const HTML: &str = "feedback.html";
const MARKDOWN: &str = "feedback.md";

impl Desk<'_> {
    fn mark(&self, submission: &Submission) -> Result<Done, StoreError> {
        let paths = submission.files.iter().chain(&submission.bibliographies);
        let files: Vec<_> = paths.map(|file| essay_bytes(&self.job.root.join(file))).collect();
        let key = self.common.key(submission, &files);
        if self.is_kept(submission, &key) {
            return Ok(Done::Kept);
        }
        // A fault of the program in one essay must not cost the others.
        let judged = catch_unwind(AssertUnwindSafe(|| self.judge(submission, &files, key)));
        match judged.unwrap_or_else(|_| {
            Err("the program failed on this essay; please report it".to_owned())
        }) {
            Ok(work) => self.keep(submission, &work).map(|()| Done::Judged),
            Err(reason) => {
                self.forget(submission);
                Ok(Done::Failed(reason))
            }
        }
    }

    fn is_kept(&self, submission: &Submission, key: &str) -> bool {
        let size = |name: &str| {
            fs::metadata(self.store.path(format!("{}/{name}", submission.folder)))
                .map_or(0, |it| it.len())
        };
        let record = record::outcome(&self.store.path(Store::record(&submission.folder)));
        record.is_some_and(|it| it.key == key && it.sizes == [size(HTML), size(MARKDOWN)])
    }

    fn judge(
        &self,
        submission: &Submission,
        files: &[Result<Vec<u8>, String>],
        key: String,
    ) -> Result<Work, String> {
        let (files, bibliographies) = files.split_at(submission.files.len());
        let Joined { path, document, files, mut others } = joined(&submission.files, files)?;
        let essay = Essay::read_in_time(document, self.job.reader)?;
        let fingerprint = fingerprint::of_essay(&essay, &self.brief);
        let conventions = self.conventions(submission, bibliographies, &mut others);
        let found = findings(&essay, &conventions);
        let files: Vec<_> = files.iter().map(|it| self.job.root.join(it)).collect();
        let found = self.job.ignores.obey(&files, &essay, !conventions.ignores_forbidden, found);
        let Obeyed { findings, used, .. } = found;
        let judged = judged_essay(path, essay, self.job.lens, None, &conventions, findings);
        let mut outcome = Outcome::of(key, submission, &judged, &others);
        outcome.ignores = used;
        let report = Report {
            reader: self.job.reader.engine().name(),
            essays: vec![judged],
            failed: others,
        };
        let (html, markdown) = (html(&report), markdown(&report));
        outcome.sizes = [html.len() as u64, markdown.len() as u64];
        let report = json_line(&submission.folder, &report);
        Ok(Work { outcome, fingerprint, report, html, markdown })
    }

    /// What is agreed for an essay, with the text of the .bib files beside it.
    fn conventions<'a>(
        &'a self,
        submission: &Submission,
        bibliographies: &[Result<Vec<u8>, String>],
        others: &mut Vec<Failure>,
    ) -> Cow<'a, Conventions> {
        let mut texts = Vec::new();
        for (path, content) in submission.bibliographies.iter().zip(bibliographies) {
            match content.as_ref().map_err(String::clone).and_then(|bytes| text_in(bytes)) {
                Ok(text) => texts.push(text),
                Err(reason) => others.push(Failure { path: shown(path), reason }),
            }
        }
        if texts.is_empty() {
            return Cow::Borrowed(self.job.conventions);
        }
        let bibliography = Some(texts.join("\n"));
        Cow::Owned(Conventions { bibliography, ..self.job.conventions.clone() })
    }

    /// The record comes last: while it is missing, the submission counts as not done.
    fn keep(&self, submission: &Submission, work: &Work) -> Result<(), StoreError> {
        let folder = &submission.folder;
        self.store.put(format!("{folder}/{HTML}"), |to| to.write_all(work.html.as_bytes()))?;
        self.store
            .put(format!("{folder}/{MARKDOWN}"), |to| to.write_all(work.markdown.as_bytes()))?;
        self.store.put(Store::record(folder), |to| {
            record::write(to, &work.outcome, &work.fingerprint, &work.report)
        })
    }

    /// Feedback on what was handed in before must not pass for feedback on what cannot be read now.
    fn forget(&self, submission: &Submission) {
        let folder = &submission.folder;
        let feedback = [HTML, MARKDOWN].map(|name| self.store.path(format!("{folder}/{name}")));
        for path in feedback.iter().chain([&self.store.path(Store::record(folder))]) {
            let _ = fs::remove_file(path);
        }
    }
}
