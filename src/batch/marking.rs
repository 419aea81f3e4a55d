//! All submissions of a folder judged on all cores, each kept as soon as it is done.

use std::collections::HashSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rayon::prelude::*;

use crate::batch::key::Common;
use crate::batch::read::{document_of, essay_bytes};
use crate::batch::record::{self, Outcome};
use crate::batch::store::{Store, StoreError};
use crate::batch::{Submission, feedback, fingerprint, judged_essay};
use crate::detect::Conventions;
use crate::document::{Document, WordCount};
use crate::judge::Lens;
use crate::language::{Essay, Reader};
use crate::report::{Judged, Report, json_line};

/// What to mark, against what, and where the results go.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// The folder that the submissions' files are in.
    pub root: &'a Path,
    pub lens: &'a Lens,
    pub reader: &'a Reader,
    /// What is agreed for every essay, this year included.
    pub conventions: &'a Conventions,
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

/// Judges every submission that is not kept; `watch` is told of each. Only the out folder can fail.
pub(super) fn mark_all(
    job: Job,
    store: &Store,
    submissions: &[Submission],
    watch: &(dyn Fn(&Submission, &Done) + Sync),
) -> Result<Vec<Done>, StoreError> {
    let common = Common::of(&job.lens.rubric, job.reader, job.conventions);
    let desk = Desk { job, store, common, brief: fingerprint::of_brief(&job.lens.rubric) };
    let one = |submission: &Submission| {
        let done = desk.mark(submission)?;
        watch(submission, &done);
        Ok(done)
    };
    submissions.par_iter().with_max_len(1).map(one).collect()
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
        let files: Vec<_> =
            submission.files.iter().map(|file| essay_bytes(&self.job.root.join(file))).collect();
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
        let (at, document) = longest(submission, files)?;
        let essay = Essay::read(document, self.job.reader);
        let path = shown(&submission.files[at]);
        let judged = judged_essay(path, &essay, self.job.lens, None, self.job.conventions);
        let others = submission.files.iter().enumerate().filter(|(other, _)| *other != at);
        let beside = others.map(|(_, file)| shown(file)).collect();
        let fingerprint = fingerprint::of_essay(&essay, &self.brief);
        Ok(self.work(submission, key, judged, beside, fingerprint))
    }

    fn work(
        &self,
        submission: &Submission,
        key: String,
        judged: Judged,
        beside: Vec<String>,
        fingerprint: Vec<u64>,
    ) -> Work {
        let mut outcome = Outcome::of(key, submission, &judged, beside);
        let report = Report {
            reader: self.job.reader.engine().name(),
            essays: vec![judged],
            failed: Vec::new(),
        };
        let (html, markdown) = (feedback::html(&report), feedback::markdown(&report));
        outcome.sizes = [html.len() as u64, markdown.len() as u64];
        Work {
            outcome,
            fingerprint,
            report: json_line(&submission.folder, &report),
            html,
            markdown,
        }
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

/// The document with the most words, and which file it is; the reasons where none can be read.
fn longest(
    submission: &Submission,
    files: &[Result<Vec<u8>, String>],
) -> Result<(usize, Document), String> {
    let mut best: Option<(usize, usize, Document)> = None;
    let mut reasons = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let document = file.as_ref().map_err(String::clone).and_then(|bytes| document_of(bytes));
        let words = document.as_ref().map_or(0, |it| WordCount::of(it).body);
        match document {
            Ok(document) if words > best.as_ref().map_or(0, |it| it.0) => {
                best = Some((words, at, document));
            }
            Ok(_) => reasons.push((at, "no words in it: is the text an image?".to_owned())),
            Err(reason) => reasons.push((at, reason)),
        }
    }
    match (best, reasons.as_slice()) {
        (Some((_, at, document)), _) => Ok((at, document)),
        (None, [(_, reason)]) => Err(reason.clone()),
        (None, _) => Err(reasons
            .iter()
            .map(|(at, reason)| format!("{}: {reason}", shown(&submission.files[*at])))
            .collect::<Vec<_>>()
            .join("; ")),
    }
}

/// A path with `/` on every system.
fn shown(path: &Path) -> String {
    path.iter().map(|it| it.to_string_lossy()).collect::<Vec<_>>().join("/")
}
