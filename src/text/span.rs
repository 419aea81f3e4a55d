//! Half-open byte ranges into a text.

/// The bytes `start..end` of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        assert!(start <= end, "span ends before it starts: {start}..{end}");
        Span { start, end }
    }

    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn holds(self, offset: usize) -> bool {
        (self.start..self.end).contains(&offset)
    }

    /// The same span, moved `by` bytes towards the end.
    #[must_use]
    pub fn shifted(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }
}
