//! All findings of a run. Knows their order and their number; knows no format.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::{Code, Diagnostic, Level, counted};
use crate::source::{ContentPath, Span};

/// Findings, sorted by file, place and rule: the same content gives the same report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report(Vec<Diagnostic>);

/// So many findings of a rule about a file are listed one by one; that is enough to know what to look for. The rest is counted.
const MAX_ALIKE: usize = 20;

/// A finding as it is reported: itself, or the first of several that are only counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported<'report> {
    /// The finding.
    pub diagnostic: &'report Diagnostic,
    /// How many findings it stands for: 1, or itself and all that follow of its rule in its file.
    pub n_findings: usize,
}

impl Reported<'_> {
    /// The message instead of the finding's own, if it stands for several.
    #[must_use]
    pub fn rest(&self) -> Option<String> {
        (self.n_findings > 1).then(|| format!("and {} more in this file", self.n_findings))
    }
}

/// How many findings there are of each level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Findings that leave something out.
    pub errors: usize,
    /// Findings to fix.
    pub warnings: usize,
    /// Findings to know.
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
            fn key(found: &Diagnostic) -> (&ContentPath, Option<Span>, Code, &str) {
                (&found.path, found.span, found.code, &found.message)
            }
            key(a).cmp(&key(b))
        });
        diagnostics.dedup();
        Self(diagnostics)
    }

    /// The same report and `more`.
    #[must_use]
    pub fn with(self, more: impl IntoIterator<Item = Diagnostic>) -> Self {
        Self::new(self.0.into_iter().chain(more).collect())
    }

    /// The findings in order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// The findings in order, as every format lists them: of a rule that has much to say about a file the first ones, and how many more there are.
    pub fn reported(&self) -> impl Iterator<Item = Reported<'_>> {
        let alike = |diagnostic: &Diagnostic| (diagnostic.code, diagnostic.level);
        self.0.chunk_by(|a, b| a.path == b.path).flat_map(move |of_file| {
            let mut n_all = HashMap::new();
            of_file.iter().for_each(|diagnostic| *n_all.entry(alike(diagnostic)).or_insert(0) += 1);
            let mut n_told = HashMap::new();
            of_file.iter().filter_map(move |diagnostic| {
                let (kind, nth) = (alike(diagnostic), n_told.entry(alike(diagnostic)).or_insert(0));
                *nth += 1;
                let n_left = n_all.get(&kind).map_or(0, |n_all: &usize| n_all + 1 - *nth);
                let n_findings = if *nth <= MAX_ALIKE { 1 } else { n_left };
                (*nth <= MAX_ALIKE + 1).then_some(Reported { diagnostic, n_findings })
            })
        })
    }

    /// The findings about the files and folders `parts`, such as `listings/acme`, alone.
    #[must_use]
    pub fn about(&self, parts: &[&str]) -> Self {
        let parts: HashSet<&str> = parts.iter().copied().collect();
        Self(self.0.iter().filter(|diagnostic| diagnostic.path.parts().any(|part| parts.contains(part))).cloned().collect())
    }

    /// The findings that `other` does not contain, or not as often. Two are the same if their rule, file and message are: lines move when a text is
    /// edited above them.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let identity = |found: &'_ Diagnostic| (found.code, found.path.clone(), found.message.clone());
        let mut n_known = HashMap::new();
        other.0.iter().for_each(|found| *n_known.entry(identity(found)).or_insert(0_usize) += 1);
        let mut is_new = |found: &&Diagnostic| match n_known.get_mut(&identity(found)) {
            Some(n_left) if *n_left > 0 => {
                *n_left -= 1;
                false
            }
            _ => true,
        };
        Self(self.0.iter().filter(|found| is_new(found)).cloned().collect())
    }

    /// The `n` gravest findings in the order of the report, and how many others there are. Of equally grave ones, the first are chosen.
    #[must_use]
    pub fn gravest(&self, n: usize) -> (Self, usize) {
        let mut chosen: Vec<usize> = (0..self.0.len()).collect();
        chosen.sort_by_key(|&at| self.0.get(at).map(|found| std::cmp::Reverse(found.level)));
        chosen.truncate(n);
        chosen.sort_unstable();
        let gravest: Vec<Diagnostic> = chosen.into_iter().filter_map(|at| self.0.get(at)).cloned().collect();
        let n_others = self.0.len() - gravest.len();
        (Self(gravest), n_others)
    }

    /// Whether nothing was remarked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many findings of each level there are.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let n_of = |level| self.0.iter().filter(|diagnostic| diagnostic.level == level).count();
        Counts { errors: n_of(Level::Error), warnings: n_of(Level::Warn), infos: n_of(Level::Info) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(of_rules: &[(&'static str, usize)]) -> Report {
        let path = ContentPath::new("listings/acme/README.md").expect("a valid path");
        let all = of_rules.iter().flat_map(|&(name, n)| (0..n).map(move |at| (name, at)));
        let diagnostic = |(name, at): (&'static str, usize)| Diagnostic {
            cost: crate::diagnostic::Cost::Nothing,
            code: Code { id: "P000", name },
            level: Level::Error,
            path: path.clone(),
            span: Some(Span::new(at..at + 1)),
            message: "wrong".to_owned(),
            label: None,
            help: Vec::new(),
            related: Vec::new(),
            fix: None,
        };
        Report::new(all.map(diagnostic).collect())
    }

    #[test]
    fn a_finding_that_moved_is_the_same() {
        let (two, moved) = (report(&[("one", 2)]), report(&[("one", 3), ("two", 1)]));
        let names = |report: &Report| report.iter().map(|found| found.code.name).collect::<Vec<_>>();
        assert_eq!(names(&moved.without(&two)), ["two", "one"], "another, and one more of the same");
        assert_eq!(names(&two.without(&moved)), [""; 0]);
        let mut elsewhere = two.clone();
        elsewhere.0.iter_mut().for_each(|found| found.span = Some(Span::new(90..91)));
        assert!(elsewhere.without(&two).is_empty());
        elsewhere.0[0].message = "worse".to_owned();
        assert_eq!(elsewhere.without(&two).iter().count(), 1, "another message");
    }

    #[test]
    fn the_gravest_findings_keep_their_order() {
        let mut report = report(&[("one", 2), ("two", 2)]);
        report.0[0].level = Level::Info;
        let (gravest, n_others) = report.gravest(3);
        assert_eq!((gravest.0.as_slice(), n_others), (&report.0[1..], 1));
        let (gravest, n_others) = report.gravest(9);
        assert_eq!((gravest, n_others), (report, 0));
    }

    #[test]
    fn a_thousand_findings_of_a_rule_in_a_file_are_twenty_and_a_number() {
        let report = report(&[("one", 1000), ("two", 21), ("three", 3)]);
        let of = |name| report.reported().filter(move |reported| reported.diagnostic.code.name == name).collect::<Vec<_>>();
        assert_eq!([of("one").len(), of("two").len(), of("three").len()], [21, 21, 3]);
        assert_eq!(of("one").last().and_then(Reported::rest).as_deref(), Some("and 980 more in this file"));
        assert_eq!(of("two").last().and_then(Reported::rest), None, "a single one more is told itself");
        assert_eq!(report.reported().map(|reported| reported.n_findings).sum::<usize>(), report.counts().errors);
    }
}
