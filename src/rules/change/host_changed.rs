//! `host-changed`

use crate::catalogue::{Change, FieldChange};
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::{LEADING, Trust, owner};

rule! {
    /// A URL or contact changes to another owner: another host, another account on a shared host, or another mailbox.
    ///
    /// That is how a listing is taken over: its name stays, and its links lead somewhere else. A person checks that the new owner is the
    /// publisher. The host of the publisher's own site and its verified domains are trusted.
    ///
    /// ```yaml,fails
    /// support: {email: help@acme-support.example}
    /// ```
    /// ```yaml,passes
    /// support: {email: desk@acme.example}
    /// ```
    HOST_CHANGED = { id: "R014", name: "host-changed", level: Warn, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (listing, _, is) in change.edited() {
        let trust = Trust::for_publisher(listing.former_publisher().and_then(|slug| change.base.publisher(slug)));
        for field in listing.fields.iter().filter(|field| LEADING.contains(&&*field.pattern)) {
            let FieldChange { path, before: Some((before, _)), after: Some((after, span)), .. } = field else { continue };
            if trust.allows(Some(before), after) {
                continue;
            }
            let (Some(old), Some(new)) = (owner(before), owner(after)) else { continue };
            // On a host that belongs to no one in particular, the same host can still be another owner.
            let (old, new) = if old == new { (before.clone(), after.clone()) } else { (old, new) };
            findings
                .elsewhere(&is.document.path, Some(*span), format!("`{path}` changes from `{old}` to `{new}`"))
                .help(format!("a reviewer has to check that `{new}` belongs to the publisher"));
        }
    }
}
