//! `summary-repeats-name`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};

rule! {
    /// The summary says no more than the name.
    ///
    /// The two stand below each other on every card. A visitor who compares ten listings for one app learns nothing from the second line.
    ///
    /// ```yaml,fails
    /// summary: Acme Messages.
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line for every new order.
    /// ```
    SUMMARY_REPEATS_NAME = { id: "L212", name: "summary-repeats-name", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let (Some(summary), Some(name)) = (file.summary.spanned().filter(|_| !listing.is_gone()), file.name.get()) else { return };
    let said = loose(summary);
    let app = file.app.get().map(|app| loose(app)).unwrap_or_default();
    let says_nothing =
        [loose(name), format!("{}connector", loose(name)), app.clone(), format!("{app}connector"), format!("connectorfor{app}")];
    if !said.is_empty() && says_nothing.contains(&said) {
        findings
            .at(summary.span, format!("summary `{}` says no more than the name", shortened(summary)))
            .help("say what the listing does for the one who installs it");
    }
}
