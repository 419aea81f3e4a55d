//! One run over a folder of submissions, from the lock to the cohort's page.

use crate::batch::Submission;
use crate::batch::assemble::{Marked, assemble};
use crate::batch::cohort::{self, Class};
use crate::batch::marking::{Done, Job, mark_all};
use crate::batch::store::{Store, StoreError};

/// Marks what is not marked yet, then writes the files about the whole folder. Stopped at any moment and called again, it
/// ends with the same bytes.
pub fn mark(
    job: Job,
    store: &Store,
    submissions: &[Submission],
    watch: &(dyn Fn(&Submission, &Done) + Sync),
) -> Result<Marked, StoreError> {
    let done = mark_all(job, store, submissions, watch)?;
    let marked = assemble(store, submissions, &done, &job.lens.rubric)?;
    let class =
        Class { rubric: &job.lens.rubric, reader: job.reader.engine().name(), marked: &marked };
    store.put("cohort.html", |to| to.write_all(cohort::page(&class).as_bytes()))?;
    Ok(marked)
}
