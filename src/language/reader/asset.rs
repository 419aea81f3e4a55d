//! Reads the weight files under `weights/`: numbers one after another, little-endian, in an order that both sides know.

/// What is left to read of an embedded file.
pub(crate) struct Asset {
    rest: &'static [u8],
}

/// Rows of whole numbers, each row with the scale that turns them into weights.
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
        let bytes = self.bytes(4);
        u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize
    }

    pub(crate) fn numbers(&mut self, count: usize) -> Vec<f32> {
        let (fours, _) = self.bytes(4 * count).as_chunks::<4>();
        fours.iter().map(|four| f32::from_le_bytes(*four)).collect()
    }

    pub(crate) fn rows(&mut self, count: usize, width: usize) -> Rows {
        Rows { scales: self.numbers(count), values: self.bytes(count * width), width }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
}

impl Rows {
    /// Adds one row's weights to `sum`, times `factor`.
    pub(crate) fn add(&self, row: usize, factor: f32, sum: &mut [f32]) {
        let scale = self.scales[row] * factor;
        for (sum, value) in sum.iter_mut().zip(&self.values[row * self.width..]) {
            *sum += scale * f32::from(value.cast_signed());
        }
    }

    /// Every weight, row after row.
    pub(crate) fn unpacked(&self) -> Vec<f32> {
        let rows = self.values.chunks_exact(self.width).zip(&self.scales);
        rows.flat_map(|(row, scale)| {
            row.iter().map(move |value| scale * f32::from(value.cast_signed()))
        })
        .collect()
    }
}
