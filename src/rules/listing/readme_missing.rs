//! `readme-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::FileRole;
use crate::rules::rule::rule;

rule! {
    /// The listing has no README.
    ///
    /// The README is the long description on the page. Without it, visitors learn neither how to set up the listing nor what to do
    /// when it fails, and ask support instead.
    ///
    /// ```files,fails
    /// ==> listings/acme/README.md <==
    /// (gone)
    /// ```
    /// ```files,passes
    /// ==> listings/acme/README.md <==
    /// ## Setup
    ///
    /// Install it.
    /// ```
    README_MISSING = { id: "L015", name: "readme-missing", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if !listing.is_gone() && listing.part(FileRole::Readme).is_none() {
        findings
            .whole(format!("listing `{}` has no README", listing.slug))
            .help("add `README.md` with what it does, how to set it up, its known limits and what to do when it fails");
    }
}
