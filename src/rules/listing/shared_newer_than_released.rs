//! `shared-newer-than-released`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// Visitors receive a newer version than the publisher runs.
    ///
    /// `released` is what the publisher's own recipes use. Visitors would receive a version that its maker does not trust yet; often the two
    /// numbers are simply swapped.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.1.0}, {version: 1.0.0}]
    /// released: 1.0.0
    /// shared: 1.1.0
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.1.0}, {version: 1.0.0}]
    /// released: 1.1.0
    /// shared: 1.0.0
    /// ```
    SHARED_NEWER_THAN_RELEASED = { id: "L064", name: "shared-newer-than-released", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let (Some(shared), Some(released)) = (listing.file.shared.spanned(), listing.file.released.spanned()) else { return };
    let is_comparable = shared.has_order() && released.has_order() && shared.kind() == released.kind();
    if is_comparable && shared.precedence(released).is_gt() && !listing.is_gone() {
        findings
            .at(shared.span, format!("shared version `{}` is newer than the released `{}`", shared.value, released.value))
            .label("what visitors receive")
            .related(&listing.document.path, Some(released.span), "what the publisher uses")
            .help("share at most the released version, or raise `released`");
    }
}
