//! `duplicate-app-name`

use super::folding::{Named, doubles};
use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::format::Content;
use crate::rules::format::scalar::shortened;
use crate::rules::rule::rule;

rule! {
    /// Two files describe the same app.
    ///
    /// Its connectors would be split over two pages. Names that differ only in upper and lower case, or in letters that look alike,
    /// count as the same.
    ///
    /// ```files,fails
    /// ==> apps/slack-2.yaml <==
    /// name: SLACK
    /// ```
    /// ```files,passes
    /// ==> apps/slack-2.yaml <==
    /// name: Slack Enterprise Grid
    /// ```
    DUPLICATE_APP_NAME = { id: "C002", name: "duplicate-app-name", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    let names = draft.below("apps/").filter_map(|document| {
        let Content::App(app) = &document.content else { return None };
        let name = app.name.spanned()?;
        Some(Named { name: &name.value, path: &document.path, span: name.span })
    });
    for (later, path, span) in doubles(names) {
        findings
            .elsewhere(later.path, Some(later.span), format!("another app is called `{}`", shortened(later.name)))
            .related(&path, Some(span), "this one")
            .help("keep one of the two files, and use its name in every listing");
    }
}
