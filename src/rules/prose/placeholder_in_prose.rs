//! `placeholder-in-prose`

use super::visible::visible;
use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::rules::unfinished::unfinished;
use crate::source::Span;

rule! {
    /// A text contains a placeholder.
    ///
    /// "TODO" and "Lorem ipsum" tell a visitor that the page is unfinished, and a reviewer that nobody read it before submitting it.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// TODO: write this.
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Lorem ipsum dolor sit amet.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Put your TODO lists into `<your-folder>`, and open <your-domain>.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Ask for your key.
    /// ```
    PLACEHOLDER_IN_PROSE = { id: "P020", name: "placeholder-in-prose", former: ["placeholder-left-in"], level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    // In prose, `<your-domain>` is a value that the reader fills in.
    let found: Vec<_> = unfinished(text).into_iter().filter(|(_, words)| !words.starts_with('<')).collect();
    if found.is_empty() {
        return;
    }
    let visible = visible(prose.document);
    for (at, words) in found.into_iter().filter(|(at, _)| visible.holds(*at)).take(MOST) {
        let span = Span::new(at..at + words.len());
        let written = text.get(span.range()).unwrap_or(words);
        findings.at(span, format!("placeholder text `{}` was not replaced", shortened(written))).help("replace it, or delete it");
    }
}

/// Anyone who has read of so many places looks for the others.
const MOST: usize = 20;
