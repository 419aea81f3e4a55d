//! Numbers by key, kept on disk and looked at a slice at a time.
//!
//! However many there are, memory holds one slice of them.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};

use crate::batch::store::{Scratch, Store};

/// Keys and numbers in a file that goes when this goes.
pub(super) struct Spool {
    file: Scratch,
    to: BufWriter<File>,
    count: u64,
}

/// Entries looked at together.
const SLICE: u64 = 400_000;

impl Spool {
    pub(super) fn create(store: &Store) -> io::Result<Spool> {
        let file = store.scratch();
        let to = BufWriter::new(File::create(file.path())?);
        Ok(Spool { file, to, count: 0 })
    }

    pub(super) fn add(&mut self, key: u64, number: u32) -> io::Result<()> {
        self.count += 1;
        self.to.write_all(&key.to_le_bytes())?;
        self.to.write_all(&number.to_le_bytes())
    }

    /// Shows every key with its numbers, sorted; the order of the keys is the same each time and means nothing.
    pub(super) fn groups(
        &mut self,
        see: &mut dyn FnMut(u64, &[u32]) -> io::Result<()>,
    ) -> io::Result<()> {
        self.to.flush()?;
        let slices = self.count / SLICE + 1;
        for slice in 0..slices {
            let mut here: Vec<(u64, u32)> = Vec::new();
            self.each(&mut |key, number| {
                if key % slices == slice {
                    here.push((key, number));
                }
            })?;
            here.sort_unstable();
            for group in here.chunk_by(|a, b| a.0 == b.0) {
                let numbers: Vec<u32> = group.iter().map(|(_, number)| *number).collect();
                see(group[0].0, &numbers)?;
            }
        }
        Ok(())
    }

    fn each(&self, see: &mut dyn FnMut(u64, u32)) -> io::Result<()> {
        let mut from = BufReader::new(File::open(self.file.path())?);
        let (mut key, mut number) = ([0; 8], [0; 4]);
        for _ in 0..self.count {
            from.read_exact(&mut key)?;
            from.read_exact(&mut number)?;
            see(u64::from_le_bytes(key), u32::from_le_bytes(number));
        }
        Ok(())
    }
}

#[test]
fn every_number_is_seen_once_under_its_key() {
    let folder = std::env::temp_dir().join(format!("critique-spool-{}", std::process::id()));
    let store = Store::open(&folder).expect("it can be made");
    let mut spool = Spool::create(&store).expect("it can be made");
    let entries = u32::try_from(SLICE + 10).expect("it is small");
    for number in (0..entries).rev() {
        spool.add(u64::from(number % 1000), number).expect("it can be written");
    }
    let (mut keys, mut seen) = (0, 0);
    let mut look = |key: u64, numbers: &[u32]| {
        keys += 1;
        seen += numbers.len();
        assert!(numbers.is_sorted() && numbers.iter().all(|it| u64::from(it % 1000) == key));
        Ok(())
    };
    spool.groups(&mut look).expect("it can be read");
    assert_eq!((keys, seen), (1000, entries as usize));
    drop((spool, store));
    std::fs::remove_dir_all(folder).expect("it is there");
}
