//! `replacement-not-active`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The replacement of the listing is not active itself.
    ///
    /// The page of the listing sends visitors to one that is deprecated or suspended: in the worst case back again, or to something unsafe.
    ///
    /// ```files,fails
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// lifecycle: {state: deprecated, since: 2026-01-02, replaced_by: acme-next}
    /// ==> listings/acme-next/listing.yaml <==
    /// name: Acme Next
    /// lifecycle: {state: suspended, since: 2026-01-03, reason: security}
    /// ```
    /// ```files,passes
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// lifecycle: {state: deprecated, since: 2026-01-02, replaced_by: acme-next}
    /// ==> listings/acme-next/listing.yaml <==
    /// name: Acme Next
    /// ```
    REPLACEMENT_NOT_ACTIVE = { id: "L299", name: "replacement-not-active", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(replacement) = listing.file.lifecycle.get().and_then(|lifecycle| lifecycle.replaced_by.spanned()) else { return };
    let Some(other) = listing.raw.followed(replacement).and_then(|slug| listing.raw.listing(slug)) else { return };
    // Itself, and one that is gone, are errors: `replacement-unknown`.
    if let Some(state) = other.state().filter(|_| other.slug != listing.slug && !other.is_gone()) {
        findings
            .at(replacement.span, format!("replacement `{}` is {}", replacement.value, state.word()))
            .help("name a listing that visitors can use, or remove `replaced_by`");
    }
}
