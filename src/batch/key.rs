//! Names for content: the same essay, rubric, reader and program give the same key.

use std::fmt::Write as _;
use std::fs::File;
use std::io;

use sha2::{Digest, Sha256};

use crate::batch::{Job, Submission};

/// What every key of a run begins with.
#[derive(Clone)]
pub(super) struct Common(Sha256);

impl Common {
    pub(super) fn of(job: Job) -> Common {
        let mut hash = Sha256::new();
        add(&mut hash, &program());
        add(&mut hash, job.reader.engine().name().as_bytes());
        add(&mut hash, format!("{:?}", job.lens.rubric).as_bytes());
        add(&mut hash, format!("{:?}", job.conventions).as_bytes());
        let ignores: Vec<_> = job.ignores.all().collect();
        add(&mut hash, format!("{ignores:?}").as_bytes());
        Common(hash)
    }

    /// The key of a submission, given the bytes of its files, those of sources last.
    pub(super) fn key(&self, submission: &Submission, files: &[Result<Vec<u8>, String>]) -> String {
        let mut hash = self.0.clone();
        add(&mut hash, submission.student.as_bytes());
        add(&mut hash, submission.identifier.as_deref().unwrap_or_default().as_bytes());
        for (path, content) in submission.files.iter().chain(&submission.bibliographies).zip(files)
        {
            add(&mut hash, path.to_string_lossy().as_bytes());
            match content {
                Ok(bytes) => add(&mut hash, bytes),
                Err(reason) => add(&mut hash, reason.as_bytes()),
            }
        }
        hex(&hash.finalize())
    }
}

/// The program's own bytes, hashed, since its verdicts may change between two versions; where it cannot read itself, the
/// version.
fn program() -> Vec<u8> {
    let mut hash = Sha256::new();
    let itself = std::env::current_exe().and_then(File::open);
    match itself.and_then(|mut file| io::copy(&mut file, &mut hash)) {
        Ok(_) => hash.finalize().to_vec(),
        Err(_) => env!("CARGO_PKG_VERSION").into(),
    }
}

/// A short name for a text: 24 hexadecimal digits.
pub(super) fn short(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes())[..12])
}

/// A text as a number, short enough to keep one an essay.
pub(super) fn number(text: &str) -> u64 {
    let hash = Sha256::digest(text.as_bytes());
    hash[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Each part with its length, so that no two rows of parts run together alike.
fn add(hash: &mut Sha256, part: &[u8]) {
    hash.update((part.len() as u64).to_le_bytes());
    hash.update(part);
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
