//! One run over a folder of submissions, from the lock to the cohort's page.

use crate::batch::Submission;
use crate::batch::Submissions;
use crate::batch::assemble::{Assembled, assemble};
use crate::batch::cohort::{self, Class};
use crate::batch::marked::Marked;
use crate::batch::marking::{Done, Job, mark_all};
use crate::batch::store::{Store, StoreError};

/// Marks what is not marked yet, then writes the files about the whole folder. Stopped at any moment and called again, it
/// ends with the same bytes. Memory holds the paths of the files, and of what is judged only what is at hand.
pub fn mark(
    job: Job,
    store: &Store,
    submissions: &Submissions,
    watch: &(dyn Fn(&Submission, &Done) + Sync),
) -> Result<Marked, StoreError> {
    let rubric = &job.lens.rubric;
    let failed = mark_all(job, store, submissions, watch)?;
    let Assembled { marked, prints, citations } = assemble(store, submissions, &failed, rubric)?;
    let class = Class { rubric, reader: job.reader.engine().name() };
    let tally = cohort::tally(class, store, &marked, prints, citations)
        .map_err(|error| store.failed(error))?;
    store.put("cohort.html", |to| to.write_all(cohort::page(class, &tally).as_bytes()))?;
    Ok(marked)
}
