//! Where a value is in its file. Knows byte offsets only: which file it is, the holder of the span knows.

use std::ops::{Deref, Range};

/// A half-open range of bytes in one file, `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range`. Files are bounded far below 4 GiB before they are parsed, so the offsets fit.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: offset(range.start), end: offset(range.end) }
    }

    /// The same span as a range of `usize`, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The one of `spans`, which are in order and apart, that the byte at `at` belongs to.
    #[must_use]
    pub fn covering(spans: &[Self], at: usize) -> Option<Self> {
        let n_before = spans.partition_point(|span| span.start as usize <= at);
        n_before.checked_sub(1).and_then(|last| spans.get(last)).filter(|span| span.range().contains(&at)).copied()
    }

    /// Whether all of `other` lies within it.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether it and `other` have a byte in common. One without bytes counts as the byte that it is before.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let end = |span: Self| span.end.max(span.start.saturating_add(1));
        self.start < end(other) && other.start < end(self)
    }

    /// The span moved `by` bytes towards the end of the file.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by..self.end as usize + by)
    }
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Spanned<T> {
    /// The value as read.
    pub value: T,
    /// Its place in the file it was read from.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Ties `value` to `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
