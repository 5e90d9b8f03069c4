//! `lifecycle-unreadable`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::Field;
use crate::rules::rule::rule;

rule! {
    /// A listing has a lifecycle, but its state cannot be read.
    ///
    /// It may have been suspended because it does harm. Until the state can be read, the listing is not offered to visitors.
    ///
    /// ```yaml,fails
    /// lifecycle: {state: suspnded, since: 2026-03-01, reason: security}
    /// ```
    /// ```yaml,passes
    /// lifecycle: {state: suspended, since: 2026-03-01, reason: security}
    /// ```
    LIFECYCLE_UNREADABLE = { id: "L294", name: "lifecycle-unreadable", level: Error, costs: Page, fixed: true, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let lifecycle = &listing.file.lifecycle;
    let is_readable = match lifecycle {
        Field::Missing => true,
        Field::Invalid(_) => false,
        Field::Value(entry) => entry.state.get().is_some(),
    };
    if let Some(span) = lifecycle.span().filter(|_| !is_readable) {
        findings
            .at(span, format!("the state of listing `{}` cannot be read", listing.slug))
            .help("write `state:` with one of its allowed values, or remove `lifecycle` while the listing is active");
    }
}
