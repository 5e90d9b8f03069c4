//! `support-missing`

use super::contact;
use crate::catalogue::RawListing;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::rule::rule;

rule! {
    /// The listing does not say where to find help.
    ///
    /// Visitors whose listing fails need someone to ask; without a contact they write to the catalogue, which cannot help.
    ///
    /// ```yaml,fails
    /// support: {}
    /// ```
    /// ```yaml,passes
    /// support: {url: https://acme.example/help}
    /// ```
    SUPPORT_MISSING = { id: "L035", name: "support-missing", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let support = &listing.file.support;
    let is_empty = support.get().map_or(support.is_missing(), |entry| {
        let email_is_empty = entry.email.get().map_or(entry.email.is_missing(), |email| email.trim().is_empty());
        email_is_empty && entry.url.is_missing() && entry.docs.is_missing()
    });
    if !is_empty || listing.is_gone() {
        return;
    }
    let message = format!("listing `{}` does not say where to find help", listing.slug);
    let finding = match support.span() {
        Some(span) => findings.at(span, message),
        None => findings.whole(message),
    };
    let finding = finding.help("add `support:` with at least one of `email`, `url` and `docs`");
    if let Some((address, certainty)) = contact::in_readme(listing)
        && let Some(edit) = contact::edit(listing, "email", &address)
    {
        finding.help(format!("the README gives `{address}`")).edits(certainty, format!("add `{address}` to the listing"), vec![edit]);
    } else if let Some(address) = contact::of_repository(listing)
        && let Some(edit) = contact::edit(listing, "url", &address)
    {
        finding.help("if the publisher answers there, add the issue page of the repository").edits(
            Certainty::Likely,
            format!("add `{address}` to the listing"),
            vec![edit],
        );
    }
}
