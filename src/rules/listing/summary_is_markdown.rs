//! `summary-is-markdown`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The summary contains Markdown.
    ///
    /// Summaries are shown in cards, search results and feeds as plain text: visitors would see the asterisks and brackets.
    ///
    /// ```yaml,fails
    /// summary: "Posts **every** order to [Slack](https://slack.com)."
    /// ```
    /// ```yaml,fails
    /// summary: "# Posts a line"
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line for every new order.
    /// ```
    /// ```yaml,passes
    /// summary: "Runs `order list` and posts a line for every new order."
    /// ```
    SUMMARY_IS_MARKDOWN = { id: "L211", name: "summary-is-markdown", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(summary) = listing.file.summary.spanned().filter(|_| !listing.is_gone()) else { return };
    if let Some(what) = markup(summary) {
        findings.at(summary.span, format!("summary contains Markdown: {what}")).help("write plain text; Markdown belongs in the README");
    }
}

/// The first kind of markup in `text`.
fn markup(text: &str) -> Option<&'static str> {
    let start = text.trim_start();
    let link = text.find("](").is_some_and(|at| text[..at].contains('['));
    [
        (text.matches("**").count() > 1, "bold text between `**`"),
        (text.contains("```"), "a code block"),
        (text.matches("__").count() > 1 && text.contains(' '), "bold text between `__`"),
        (link, "a link, `[…](…)`"),
        (start.starts_with("# ") || start.starts_with("## "), "a heading, `#`"),
        (start.starts_with("- ") || start.starts_with("* "), "a list"),
    ]
    .into_iter()
    .find_map(|(is_there, what)| is_there.then_some(what))
}
