//! `summary-repeats-name`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};

rule! {
    /// The summary only repeats the name.
    ///
    /// Every card shows the summary below the name. Visitors who compare ten listings for one app learn nothing from the second line.
    ///
    /// ```yaml,fails
    /// summary: Acme Messages.
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line for every new order.
    /// ```
    SUMMARY_REPEATS_NAME = { id: "L212", name: "summary-repeats-name", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let (Some(summary), Some(name)) = (file.summary.spanned().filter(|_| !listing.is_gone()), file.name.get()) else { return };
    let said = loose(summary);
    let app = file.app.get().map(|app| loose(app)).unwrap_or_default();
    let says_nothing =
        [loose(name), format!("{}connector", loose(name)), app.clone(), format!("{app}connector"), format!("connectorfor{app}")];
    if !said.is_empty() && says_nothing.contains(&said) {
        findings
            .at(summary.span, format!("summary `{}` only repeats the name", shortened(summary)))
            .help("say what the listing does for its users");
    }
}
