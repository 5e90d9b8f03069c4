//! `merge-conflict`

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// Two versions of a text stand below each other.
    ///
    /// Git could not join two changes and wrote both into the file, between `<<<<<<<` and `>>>>>>>`. Visitors would read the two and
    /// the marks between them.
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
    // YAML cannot be read with them, which `yaml-merge-conflict` says.
    if document.path.extension() != "md" {
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
            .at(Span::new(start..start + 7), "the marks of a merge that was not finished")
            .label("one version begins here")
            .help("keep one of the two versions, or join them, and delete the three lines with marks");
    }
}
