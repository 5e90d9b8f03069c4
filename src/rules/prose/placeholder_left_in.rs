//! `placeholder-left-in`

use super::shown::shown;
use super::unfinished::unfinished;
use crate::diagnostic::Findings;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Span;

rule! {
    /// A text holds words that were to be replaced.
    ///
    /// "TODO" and "Lorem ipsum" tell a visitor that nobody finished the page, and a reviewer that nobody read it before sending it in.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// TODO: write this.
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Open <your-domain>.
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Lorem ipsum dolor sit amet.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Put your TODO lists into `<your-folder>`.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Ask for your key.
    /// ```
    PLACEHOLDER_LEFT_IN = { id: "P020", name: "placeholder-left-in", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let found = unfinished(text);
    if found.is_empty() {
        return;
    }
    let shown = shown(prose.document);
    if let Some(&(at, words)) = found.iter().find(|(at, _)| shown.holds(*at)) {
        findings
            .at(Span::new(at..at + words.len()), format!("`{}` was to be replaced", shortened(&text[at..at + words.len()])))
            .help("write what belongs there, or delete it");
    }
}
