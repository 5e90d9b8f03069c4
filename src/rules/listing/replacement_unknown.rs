//! `replacement-unknown`

use super::names::{Mention, mention};
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The replacement of the listing does not exist.
    ///
    /// A visitor who learns that a listing is discontinued needs the next step most of all. The same is true of removed listings: their
    /// page stays.
    ///
    /// ```yaml,fails
    /// lifecycle: {state: deprecated, replaced_by: slack-core}
    /// ```
    /// ```yaml,passes
    /// lifecycle: {state: deprecated, replaced_by: other}
    /// ```
    REPLACEMENT_UNKNOWN = { id: "L092", name: "replacement-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(replacement) = listing.file.lifecycle.get().and_then(|lifecycle| lifecycle.replaced_by.spanned()) else { return };
    match mention(listing, replacement) {
        Mention::Sound | Mention::Gone => {}
        Mention::Itself => {
            findings.at(replacement.span, format!("`{}` is its own replacement", replacement.value)).help("remove `replaced_by`");
        }
        Mention::Unknown(near) => {
            findings
                .at(replacement.span, format!("unknown replacement `{}`", shortened(replacement)))
                .did_you_mean(near)
                .help("a replacement is the name of a folder in `listings/`; mention anything outside the catalogue in `note`");
        }
    }
}
