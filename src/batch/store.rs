//! The out folder: one run at a time, and whole files or none.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// Why a run has to stop.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("another run is writing to {0}: wait until it is done, or choose another --out")]
    Busy(PathBuf),
    #[error(
        "the disk is full: what is finished stands in {0} and can be read; make room, run the same command again, and it goes on from there"
    )]
    Full(PathBuf),
    #[error("cannot write {path}: {error}")]
    Write { path: PathBuf, error: io::Error },
}

/// An out folder that this run alone writes to.
#[derive(Debug)]
pub struct Store {
    out: PathBuf,
    /// Held until the run ends, however it ends.
    _lock: File,
    next: AtomicU64,
}

/// Where the program keeps what it needs to go on later.
const OWN: &str = ".critique";

impl Store {
    /// Takes the folder, and clears what a killed run left half-written.
    pub fn open(out: &Path) -> Result<Store, StoreError> {
        let own = out.join(OWN);
        let failed = |error| failure(out, &own, error);
        fs::create_dir_all(own.join("records")).map_err(failed)?;
        let lock = File::create(own.join("lock")).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return Err(StoreError::Busy(out.to_owned())),
            Err(fs::TryLockError::Error(error)) => return Err(failed(error)),
        }
        let half_written = own.join("half-written");
        if half_written.exists() {
            fs::remove_dir_all(&half_written).map_err(failed)?;
        }
        fs::create_dir_all(&half_written).map_err(failed)?;
        Ok(Store { out: out.to_owned(), _lock: lock, next: AtomicU64::new(0) })
    }

    pub(super) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.out.join(name)
    }

    /// Where the record of a student's folder is kept, inside the out folder.
    pub(super) fn record(folder: &str) -> PathBuf {
        Path::new(OWN).join("records").join(super::key::short(folder))
    }

    /// Puts a file in its place whole: written elsewhere first, then renamed.
    pub fn put(
        &self,
        name: impl AsRef<Path>,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), StoreError> {
        let path = self.out.join(name);
        self.put_at(&path, fill).map_err(|error| failure(&self.out, &path, error))
    }

    fn put_at(
        &self,
        path: &Path,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let half = self.half_written();
        let mut to = io::BufWriter::new(File::create(&half)?);
        fill(&mut to)?;
        to.flush()?;
        drop(to);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::rename(half, path)
    }

    /// Why the program's own files cannot be read or written.
    pub(super) fn failed(&self, error: io::Error) -> StoreError {
        failure(&self.out, &self.out.join(OWN), error)
    }

    /// A file for what need not be remembered after the run.
    pub(super) fn scratch(&self) -> Scratch {
        Scratch(self.half_written())
    }

    /// A new name for a file that is not whole yet.
    fn half_written(&self) -> PathBuf {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.out.join(OWN).join("half-written").join(number.to_string())
    }
}

/// The path of a file that is removed when this goes.
#[derive(Debug)]
pub(super) struct Scratch(PathBuf);

impl Scratch {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays is cleared by the next run.
        let _ = fs::remove_file(&self.0);
    }
}

fn failure(out: &Path, path: &Path, error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            StoreError::Full(out.to_owned())
        }
        _ => StoreError::Write { path: path.to_owned(), error },
    }
}
