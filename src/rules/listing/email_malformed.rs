//! `email-malformed`

use super::mail::{addresses, is_address};
use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::format::scalar::shortened;
use crate::rules::rule::rule;

rule! {
    /// The support address is not a mail address.
    ///
    /// A visitor who clicks it gets a mail that cannot be sent, and learns about that when help is needed most.
    ///
    /// ```yaml,fails
    /// support: {email: help at acme.example}
    /// ```
    /// ```yaml,passes
    /// support: {email: help@acme.example}
    /// ```
    EMAIL_MALFORMED = { id: "L036", name: "email-malformed", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let Some(email) = listing.file.support.get().and_then(|support| support.email.spanned()) else { return };
    let inside: Vec<&str> = addresses(email).collect();
    // An empty text is a missing address, and several of them are a list: other rules speak of those.
    if listing.is_gone() || email.trim().is_empty() || is_address(email) || inside.len() > 1 {
        return;
    }
    let remark = findings.at(email.span, format!("`{}` is not a mail address", shortened(email)));
    match inside.first() {
        Some(address) => remark.help(format!("write `{address}` alone")).fix(email.span, *address),
        None if email.contains("://") => remark.help("a web address belongs in `support.url`"),
        None => remark.help("write an address such as `help@acme.example`"),
    };
}
