//! `duplicate-app-name`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::AppFile;
use crate::rules::Seniority;
use crate::rules::folding::{Named, say_doubles};
use crate::rules::rule::rule;

rule! {
    /// Two files describe the same app.
    ///
    /// Its listings would be split over two pages. Names that differ only in case, or in letters that look alike,
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
    DUPLICATE_APP_NAME = { id: "C002", name: "duplicate-app-name", level: Error, since: "0.1", check: Claim(check) }
}

fn check<'raw>(raw: &'raw RawCatalogue, seniority: &Seniority<'raw>, findings: &mut Findings<'_>) {
    let names = raw.all::<AppFile>().filter_map(|(document, app)| Named::new(document, &app.name));
    say_doubles(findings, seniority, names, "app", "keep one of the two files, and use its name in every listing");
}
