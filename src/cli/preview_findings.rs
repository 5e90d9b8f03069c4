//! The findings of a preview: all of them at its start, then the differences, and the gravest for the browser. Knows two states of the content; prints nothing.

use std::path::PathBuf;
use std::sync::Arc;

use super::{report, terminal};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::human::Style;
use crate::diagnostic::{Format, Level, Report, concise, counted};

/// More findings than this are not laid over a page, but counted.
const MAX_OVERLAID: usize = 20;

/// More fixed findings than this are counted.
const MAX_FIXED: usize = 20;

/// Columns of a report in a browser.
const WIDTH_OF_OVERLAY: usize = 110;

/// The findings in one state of the content, and the files that they are about.
pub(super) struct PreviewFindings {
    report: Report,
    raw: Arc<RawCatalogue>,
    /// The content folder as the user wrote it.
    content: PathBuf,
}

impl PreviewFindings {
    pub(super) fn new(report: Report, raw: Arc<RawCatalogue>, content: PathBuf) -> Self {
        Self { report, raw, content }
    }

    /// Every finding.
    pub(super) fn all(&self, style: Style) -> String {
        self.text(&self.report, style)
    }

    /// The findings that were not there `before`, at length, and a line for each that is not there any more. Empty if there are neither.
    pub(super) fn since(&self, before: &Self, style: Style) -> String {
        let mut text = String::new();
        let new = self.report.without(&before.report);
        if !new.is_empty() {
            let heading = terminal::bold(&format!("{}:", counted(new.iter().count(), "new finding")));
            text += &format!("{heading}\n\n{}", self.text(&new, style));
        }
        let fixed = before.report.without(&self.report);
        if !fixed.is_empty() {
            let heading = terminal::bold(&format!("{} fixed:", counted(fixed.iter().count(), "finding")));
            text += &format!("{heading}\n{}\n", before.places(&fixed));
        }
        text
    }

    /// The gravest findings, to be laid over the pages; `None` if there is no error.
    pub(super) fn overlay(&self) -> Option<String> {
        if !self.report.iter().any(|found| found.level == Level::Error) {
            return None;
        }
        let (gravest, n_others) = self.report.gravest(MAX_OVERLAID);
        let mut text = self.text(&gravest, Style { colour: false, width: WIDTH_OF_OVERLAY });
        if n_others > 0 {
            text += &format!("and {}: `pressmark check` lists all of them\n", counted(n_others, "more finding"));
        }
        Some(text)
    }

    fn text(&self, report: &Report, style: Style) -> String {
        report::with_sources(std::slice::from_ref(report), &self.raw, &[], &self.content, None, &|reports, sources| {
            reports.iter().map(|report| Format::Human.render(report, sources, style)).collect()
        })
    }

    /// The places of `report`, a line each; of a long one the first ones.
    fn places(&self, report: &Report) -> String {
        let (named, n_others) = report.gravest(MAX_FIXED);
        let lines: Vec<String> =
            report::with_sources(std::slice::from_ref(&named), &self.raw, &[], &self.content, None, &|reports, sources| {
                reports.iter().flat_map(|report| concise::places(report, sources)).collect()
            });
        let more = (n_others > 0).then(|| format!("and {n_others} more"));
        lines.into_iter().chain(more).map(|line| format!("  {line}\n")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline;
    use crate::rules::RunContext;
    use crate::source::Memory;

    const STYLE: Style = Style { colour: false, width: 100 };

    /// The findings in a catalogue whose app has the keys `keys`.
    fn found(keys: &str) -> PreviewFindings {
        let folder = Memory::new().with("catalogue.yaml", "title: A\n").with("apps/acme.yaml", format!("name: Acme\n{keys}"));
        let checked = pipeline::check(&folder, &RunContext::new(jiff::civil::date(2026, 2, 1)), &|_, _, _| {}).expect("a folder in memory");
        PreviewFindings::new(checked.report, Arc::new(checked.raw), "content".into())
    }

    fn unknown_keys() -> String {
        (0..60).map(|n| format!("key_{n}: a\n")).collect()
    }

    #[test]
    fn only_differences_are_reported() {
        let (one, two) = (found("\nnaem: a\n"), found("\n\nnaem: a\nwebsiet: b\n"));
        assert_eq!(one.since(&one, STYLE), "");
        assert_eq!(found("\n\n\nnaem: a\n").since(&one, STYLE), "", "a line above it is no difference");
        let text = anstream::adapter::strip_str(&two.since(&one, STYLE)).to_string();
        assert!(text.starts_with("1 new finding:\n\n"), "{text}");
        assert!(text.contains("unknown key `websiet`") && text.contains("websiet: b") && !text.contains("`naem`"), "{text}");
        let text = anstream::adapter::strip_str(&one.since(&two, STYLE)).to_string();
        assert_eq!(text, "1 finding fixed:\n  content/apps/acme.yaml:5:1: unknown-key\n\n");
    }

    #[test]
    fn many_fixed_findings_are_counted() {
        let keys = unknown_keys();
        let files = (0..3).fold(Memory::new(), |folder, n| folder.with(&format!("apps/app-{n}.yaml"), format!("name: App {n}\n{keys}")));
        let raw = RawCatalogue::read(&files, &|_, _| {}).expect("a folder in memory");
        let report = crate::rules::run(&raw, &RunContext::new(jiff::civil::date(2026, 2, 1))).report;
        let many = PreviewFindings::new(report, Arc::new(raw), "content".into());
        let none = PreviewFindings::new(Report::default(), many.raw.clone(), "content".into());
        let text = none.since(&many, STYLE);
        assert_eq!(text.lines().filter(|line| line.starts_with("  content/")).count(), MAX_FIXED, "{text}");
        assert!(text.ends_with(&format!("  and {} more\n\n", many.report.iter().count() - MAX_FIXED)), "{text}");
    }

    #[test]
    fn what_is_laid_over_pages_is_bounded_and_begins_with_errors() {
        let keys = unknown_keys();
        let folder = Memory::new()
            .with("catalogue.yaml", "title: A\nlevels: {unknown-key: warn}\n")
            .with("apps/acme.yaml", format!("name: Acme\n{keys}"))
            .with("apps/other.yaml", format!("name: Other\n{keys}"))
            .with("tags.yaml", "[");
        let checked = pipeline::check(&folder, &RunContext::new(jiff::civil::date(2026, 2, 1)), &|_, _, _| {}).expect("a folder in memory");
        let n_findings = checked.report.iter().count();
        let found = PreviewFindings::new(checked.report, Arc::new(checked.raw), "content".into());
        let text = found.overlay().expect("an error");
        assert!(text.contains("content/tags.yaml"), "{text}");
        assert!(
            text.ends_with(&format!("and {} more findings: `pressmark check` lists all of them\n", n_findings - MAX_OVERLAID)),
            "{text}"
        );
        assert_eq!(text.matches("--> content/").count(), MAX_OVERLAID, "{text}");
    }

    #[test]
    fn nothing_is_laid_over_pages_without_an_error() {
        assert!(found("website: https://acme.example/\n").overlay().is_none());
    }
}
