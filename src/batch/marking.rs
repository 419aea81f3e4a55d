//! All submissions of a folder judged on all cores, each kept as soon as it is done.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rayon::prelude::*;

use crate::batch::key::Common;
use crate::batch::read::{document_of, essay_bytes};
use crate::batch::record::{self, Outcome};
use crate::batch::store::{Store, StoreError};
use crate::batch::{Submission, fingerprint, judged_essay};
use crate::detect::{Conventions, findings};
use crate::document::Document;
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
        let Chosen { path, document, others } = longest(submission, files)?;
        let essay = Essay::read(document, self.job.reader);
        let fingerprint = fingerprint::of_essay(&essay, &self.brief);
        let found = findings(&essay, self.job.conventions);
        let judged = judged_essay(path, essay, self.job.lens, None, self.job.conventions, found);
        let mut outcome = Outcome::of(key, submission, &judged, &others);
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

/// The file of a submission that is judged.
struct Chosen {
    path: String,
    document: Document,
    /// The other files, each with the reason why it is not.
    others: Vec<Failure>,
}

/// The document with the most words; the reasons where none can be read. Parts are not joined: which of several files
/// belong together is for a person to say.
fn longest(submission: &Submission, files: &[Result<Vec<u8>, String>]) -> Result<Chosen, String> {
    let mut best: Option<(usize, usize, Document)> = None;
    let mut others: BTreeMap<usize, Option<String>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        let document = file.as_ref().map_err(String::clone).and_then(|bytes| document_of(bytes));
        let words = document.as_ref().map_or(0, |it| it.word_count.body);
        match document {
            Err(reason) => drop(others.insert(at, Some(reason))),
            Ok(_) if words == 0 => drop(others.insert(at, Some(NO_WORDS.to_owned()))),
            Ok(_) if best.as_ref().is_some_and(|it| words <= it.0) => drop(others.insert(at, None)),
            Ok(document) => {
                let shorter = best.replace((words, at, document));
                others.extend(shorter.map(|(_, at, _)| (at, None)));
            }
        }
    }
    let name = |at: usize| shown(&submission.files[at]);
    let Some((words, at, document)) = best else { return Err(reasons(&others, name)) };
    let left_out =
        || format!("one file of a submission is judged, the longest: {} ({words} words)", name(at));
    let others = others.into_iter().map(|(other, reason)| Failure {
        path: name(other),
        reason: reason.unwrap_or_else(left_out),
    });
    Ok(Chosen { path: name(at), document, others: others.collect() })
}

const NO_WORDS: &str = "no words in it: is the text an image?";
const NO_ESSAY: &str = "no file ending in .docx, .md or .txt was handed in";

/// Why none of the files can be judged.
fn reasons(others: &BTreeMap<usize, Option<String>>, name: impl Fn(usize) -> String) -> String {
    let reasons: Vec<(usize, &String)> =
        others.iter().filter_map(|(at, reason)| Some((*at, reason.as_ref()?))).collect();
    match reasons.as_slice() {
        [] => NO_ESSAY.to_owned(),
        [(_, reason)] => (*reason).clone(),
        many => {
            let told = many.iter().map(|(at, reason)| format!("{}: {reason}", name(*at)));
            told.collect::<Vec<_>>().join("; ")
        }
    }
}

/// A path with `/` on every system.
fn shown(path: &Path) -> String {
    path.iter().map(|it| it.to_string_lossy()).collect::<Vec<_>>().join("/")
}
