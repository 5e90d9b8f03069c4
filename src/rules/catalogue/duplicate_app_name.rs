//! `duplicate-app-name`

use super::folding::{Double, Named, doubles};
use super::seniority::Seniority;
use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::format::Content;
use crate::rules::Occasion;
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
    DUPLICATE_APP_NAME = { id: "C002", name: "duplicate-app-name", level: Error, since: "0.1", check: Calendar(check) }
}

fn check(draft: &Draft, occasion: &Occasion, findings: &mut Findings<'_>) {
    let seniority = Seniority::new(draft, occasion);
    let named = draft.below("apps").filter_map(|document| match &document.content {
        Content::App(app) => {
            let name = app.name.spanned()?;
            Some(Named { name: &name.value, path: &document.path, span: name.span })
        }
        _ => None,
    });
    let mut names: Vec<_> = named.collect();
    names.sort_by_cached_key(|named| seniority.rank(named.path));
    for Double { later, first } in doubles(names.into_iter()) {
        let message = if later.name == first.name {
            format!("another app is called `{}`", shortened(later.name))
        } else {
            format!("`{}` looks the same as `{}`, the name of another app", shortened(later.name), shortened(first.name))
        };
        findings
            .elsewhere(later.path, Some(later.span), message)
            .related(first.path, Some(first.span), "this one")
            .help("keep one of the two files, and use its name in every listing");
    }
}
