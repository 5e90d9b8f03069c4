//! All remarks of a run. Knows their order and their number; knows no format.

use std::fmt;

use super::{Diagnostic, Level, counted};

/// Remarks, sorted by file, place and rule: the same content gives the same report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report(Vec<Diagnostic>);

/// How many remarks there are of each level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Remarks that leave something out.
    pub errors: usize,
    /// Remarks to mend.
    pub warnings: usize,
    /// Remarks to know.
    pub infos: usize,
}

/// "3 errors, 1 warning"; nothing when there is nothing to say.
impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |n: usize, word: &str| (n > 0).then(|| counted(n, word));
        let said: Vec<_> = [of(self.errors, "error"), of(self.warnings, "warning"), of(self.infos, "note")].into_iter().flatten().collect();
        out.write_str(&said.join(", "))
    }
}

impl Report {
    /// A report of `diagnostics`, in any order; those that are off are dropped.
    #[must_use]
    pub fn new(mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.retain(|diagnostic| diagnostic.level > Level::Off);
        diagnostics.sort_by(|a, b| {
            let key = |d: &Diagnostic| (d.path.clone(), d.span, d.code);
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        diagnostics.dedup();
        Self(diagnostics)
    }

    /// The same report and `more`.
    #[must_use]
    pub fn with(self, more: impl IntoIterator<Item = Diagnostic>) -> Self {
        Self::new(self.0.into_iter().chain(more).collect())
    }

    /// The remarks in order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// The remarks about the files and folders `parts`, such as `listings/acme`, alone.
    #[must_use]
    pub fn about(&self, parts: &[&str]) -> Self {
        Self(self.0.iter().filter(|diagnostic| parts.iter().any(|part| diagnostic.path.is_below(part))).cloned().collect())
    }

    /// Whether nothing was remarked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many remarks of each level there are.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let n_of = |level| self.0.iter().filter(|diagnostic| diagnostic.level == level).count();
        Counts { errors: n_of(Level::Error), warnings: n_of(Level::Warn), infos: n_of(Level::Info) }
    }

    /// Whether an error was remarked in a file at `path` or in the folder of that name.
    #[must_use]
    pub fn has_error_below(&self, path: &str) -> bool {
        let first = self.0.partition_point(|diagnostic| diagnostic.path.as_str() < path);
        self.0[first..]
            .iter()
            .take_while(|diagnostic| diagnostic.path.as_str().starts_with(path))
            .any(|diagnostic| diagnostic.level == Level::Error && diagnostic.path.is_below(path))
    }
}
