//! Reads the weight files under `weights/`: numbers one after another, little-endian, in an order that both sides know.

/// Numbers that stand for a meaning: the width of its table, and of what the fast reader learnt of it.
pub(crate) const MEANING: usize = 256;

/// What is left to read of an embedded file.
pub(crate) struct Asset {
    rest: &'static [u8],
}

/// Rows of whole numbers, each row with the scale that turns them into weights.
#[cfg(feature = "deep")]
pub(crate) struct Rows {
    scales: Vec<f32>,
    values: &'static [u8],
    width: usize,
}

impl Asset {
    pub(crate) fn new(bytes: &'static [u8]) -> Asset {
        Asset { rest: bytes }
    }

    pub(crate) fn bytes(&mut self, count: usize) -> &'static [u8] {
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        taken
    }

    pub(crate) fn size(&mut self) -> usize {
        self.key() as usize
    }

    pub(crate) fn key(&mut self) -> u32 {
        u32::from_le_bytes(self.fours(1)[0])
    }

    pub(crate) fn numbers(&mut self, count: usize) -> Vec<f32> {
        self.fours(count).iter().map(|four| f32::from_le_bytes(*four)).collect()
    }

    /// Numbers of four bytes each, as they stand: one that is seldom asked for is read when it is.
    pub(crate) fn fours(&mut self, count: usize) -> &'static [[u8; 4]] {
        self.bytes(4 * count).as_chunks().0
    }

    #[cfg(feature = "deep")]
    pub(crate) fn rows(&mut self, count: usize, width: usize) -> Rows {
        Rows { scales: self.numbers(count), values: self.bytes(count * width), width }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
}

#[cfg(feature = "deep")]
impl Rows {
    /// Adds one row's weights to `sum`, times `factor`.
    pub(crate) fn add(&self, row: usize, factor: f32, sum: &mut [f32]) {
        let scale = self.scales[row] * factor;
        for (sum, value) in sum.iter_mut().zip(&self.values[row * self.width..]) {
            *sum += scale * f32::from(value.cast_signed());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;
    use std::path::Path;

    use sha2::{Digest, Sha256};

    #[test]
    fn every_weight_file_is_the_one_that_was_trained() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/weights");
        let sums = std::fs::read_to_string(folder.join("SHA256SUMS")).expect("the sums are there");
        assert_eq!(sums.lines().count(), 4);
        for line in sums.lines() {
            let (sum, name) = line.split_once("  ").expect("a sum and a name");
            let bytes = std::fs::read(folder.join(name)).expect("the file is there");
            let found = Sha256::digest(bytes).iter().fold(String::new(), |mut found, byte| {
                write!(found, "{byte:02x}").expect("a string takes any text");
                found
            });
            assert_eq!(found, sum, "{name}");
        }
    }
}
