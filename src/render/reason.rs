//! Why a listing left the active state, in words. Knows no page.

use crate::format::Reason;
use crate::site::Site;

/// The reason in a sentence.
pub(in crate::render) fn reason(site: &Site, reason: Reason) -> String {
    site.language.text(match reason {
        Reason::Superseded => "reason-superseded",
        Reason::Unmaintained => "reason-unmaintained",
        Reason::Broken => "reason-broken",
        Reason::VendorShutdown => "reason-vendor-shutdown",
        Reason::Policy => "reason-policy",
        Reason::Security => "reason-security",
        Reason::AuthorRequest => "reason-author-request",
    })
}
