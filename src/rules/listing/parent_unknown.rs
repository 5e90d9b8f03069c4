//! `parent-unknown`

use super::names::{Mention, mention};
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The parent of the listing does not exist.
    ///
    /// A child listing cannot be used without its parent; visitors must be able to go there.
    ///
    /// ```yaml,fails
    /// parent: slack-core
    /// ```
    /// ```yaml,passes
    /// parent: other
    /// ```
    PARENT_UNKNOWN = { id: "L090", name: "parent-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(parent) = listing.file.parent.spanned().filter(|_| !listing.is_gone()) else { return };
    match mention(listing, parent) {
        Mention::Sound | Mention::Gone => {}
        Mention::Itself => {
            findings.at(parent.span, format!("`{}` is its own parent", parent.value)).help("remove `parent`");
        }
        Mention::Unknown(near) => {
            findings
                .at(parent.span, format!("unknown parent `{}`", shortened(parent)))
                .did_you_mean(near)
                .help("a parent is the name of a folder in `listings/`");
        }
    }
}
