//! `app-unknown`

use crate::catalogue::RawListing;
use crate::diagnostic::{Findings, nearest};
use crate::rules::folding::is_same;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, scalar, shortened};

rule! {
    /// The listing names an app that the catalogue does not know.
    ///
    /// Listings are grouped by app. Two spellings of one app would split its listings over two pages, so the name must match
    /// exactly, including upper and lower case. A new app is no obstacle: the same submission may add it.
    ///
    /// ```yaml,fails
    /// app: slack
    /// ```
    /// ```yaml,fails
    /// app: Slаck # the third letter is a Cyrillic one
    /// ```
    /// ```yaml,passes
    /// app: Slack
    /// ```
    APP_UNKNOWN = { id: "L001", name: "app-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(app) = listing.file.app.spanned() else { return };
    if listing.raw.app(app).is_some() {
        return;
    }
    let names = listing.raw.app_names();
    let find = |is_same: &dyn Fn(&str) -> bool| names.iter().copied().find(|name| is_same(name));
    let alike = find(&|name| loose(name) == loose(app)).map(|name| (name, "differs in case, spaces or hyphens"));
    let alike = alike.or_else(|| find(&|name| is_same(name, app)).map(|name| (name, "contains letters that only look the same")));
    let near = alike.map(|(name, _)| name).or_else(|| nearest(app, names.iter().copied()));
    let finding = findings.at(app.span, format!("unknown app `{}`", shortened(app))).did_you_mean(near);
    match alike {
        Some((name, how)) => finding.label(how).fix(app.span, scalar(name)),
        None => finding.help(format!("or add `apps/{}.yaml` in the same submission", slug_of(app))),
    };
}

/// A slug for a new app of this name.
fn slug_of(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<_> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "<slug>".to_owned() } else { words.join("-") }
}
