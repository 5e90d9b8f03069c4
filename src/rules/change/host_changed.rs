//! `host-changed`

use crate::catalogue::{Change, FieldChange};
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// Visitors would be sent to another host than before, to install, to ask for access or to get help.
    ///
    /// That is how a listing is taken over: its name stays, and its links lead somewhere else. A person makes sure that the new host belongs to the publisher.
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
        for field in listing.fields.iter().filter(|field| LEADING.contains(&&*field.path)) {
            let FieldChange { path, before: Some((before, _)), after: Some((after, span)) } = field else { continue };
            let (Some(old), Some(new)) = (host(before), host(after)) else { continue };
            if old != new {
                findings
                    .elsewhere(&is.document.path, Some(*span), format!("`{path}` leads to `{new}` and led to `{old}`"))
                    .help(format!("a reviewer makes sure that `{new}` belongs to the publisher"));
            }
        }
    }
}

/// The keys whose values lead visitors somewhere to install, to ask or to get help.
pub const LEADING: [&str; 6] = ["source_url", "install.url", "install.landing_url", "support.email", "support.url", "support.docs"];

/// The host of a web address, or what follows the `@` of a mail address.
#[must_use]
pub fn host(text: &str) -> Option<String> {
    let of_url = url::Url::parse(text).ok().and_then(|url| url.host_str().map(str::to_lowercase));
    of_url.or_else(|| text.rsplit_once('@').map(|(_, host)| host.to_lowercase()))
}
