//! `merge-conflict`

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// A text contains both sides of a merge conflict.
    ///
    /// Git could not merge two changes and wrote both into the file, between `<<<<<<<` and `>>>>>>>`. Visitors would read both and
    /// the markers between them.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// <<<<<<< HEAD
    /// Install it.
    /// =======
    /// Install it twice.
    /// >>>>>>> feature
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Install it twice.
    /// ```
    MERGE_CONFLICT = { id: "P106", name: "merge-conflict", level: Error, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    // YAML with such markers cannot be read, which `yaml-merge-conflict` reports.
    if !document.path.has_ending("md") {
        return;
    }
    let text = document.text.as_deref().unwrap_or_default();
    let marks = ["<<<<<<< ", "=======", ">>>>>>> "].map(|mark| {
        let mut at_line = text.match_indices(mark).filter(|&(at, _)| at == 0 || text.as_bytes()[at - 1] == b'\n');
        at_line.find(|&(at, _)| !document.is_code(at)).map(|(at, _)| at)
    });
    if let [Some(start), Some(middle), Some(end)] = marks
        && start < middle
        && middle < end
    {
        findings
            .at(Span::new(start..start + 7), "unresolved merge conflict")
            .label("one version begins here")
            .help("keep one of the two versions, or merge them, and delete the three lines with markers");
    }
}
