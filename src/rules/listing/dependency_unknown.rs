//! `dependency-unknown`

use super::names::{Mention, mention, state_word};
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The listing depends on a listing that does not exist or was removed.
    ///
    /// Visitors could install this listing, but it would never run.
    ///
    /// ```yaml,fails
    /// depends_on: [http-tools]
    /// ```
    /// ```yaml,passes
    /// depends_on: [other]
    /// ```
    DEPENDENCY_UNKNOWN = { id: "L091", name: "dependency-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    for needed in listing.file.depends_on.items().iter().filter(|_| !listing.is_gone()) {
        match mention(listing, needed) {
            Mention::Live => {}
            Mention::Itself => {
                findings.at(needed.span, format!("`{}` depends on itself", needed.value)).help("remove it from `depends_on`");
            }
            Mention::Gone => {
                let word = state_word(listing, needed);
                findings
                    .at(needed.span, format!("depends on `{}`, which is {word}", needed.value))
                    .help("name the listing that replaces it, or remove it from `depends_on`");
            }
            Mention::Unknown(near) => {
                findings
                    .at(needed.span, format!("depends on `{}`, which is not in the catalogue", shortened(needed)))
                    .did_you_mean(near)
                    .help("a dependency is the name of a folder in `listings/`");
            }
        }
    }
}
