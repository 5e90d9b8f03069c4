//! `contact-malformed`

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::format::scalar::shortened;
use crate::rules::listing::mail::is_address;
use crate::rules::rule::rule;
use crate::source::Spanned;

rule! {
    /// A contact is neither a mail address nor an address of the web.
    ///
    /// Pages make a link of it. Whoever wants to report a hole in a connector must not be led astray.
    ///
    /// ```files,fails
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// security_contact: ask at reception
    /// ```
    /// ```files,passes
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// security_contact: security@acme.example
    /// ```
    CONTACT_MALFORMED = { id: "C040", name: "contact-malformed", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    for document in draft.documents() {
        let Some((key, contact)) = contact_of(document) else { continue };
        if !is_contact(contact) {
            findings
                .elsewhere(&document.path, Some(contact.span), format!("`{key}` is `{}`, which is no address", shortened(contact)))
                .help("write a mail address, or a web address with `https://`");
        }
    }
}

fn contact_of(document: &Document) -> Option<(&'static str, &Spanned<Box<str>>)> {
    match &document.content {
        Content::Settings(settings) => Some(("contact", settings.contact.spanned()?)),
        Content::Publisher(publisher) => Some(("security_contact", publisher.security_contact.spanned()?)),
        Content::Intent(intent) => Some(("contact", intent.developer.get()?.contact.spanned()?)),
        _ => None,
    }
}

fn is_contact(text: &str) -> bool {
    let address = text.strip_prefix("mailto:").unwrap_or(text);
    is_address(address) || url::Url::parse(text).is_ok_and(|url| url.scheme() == "https" && url.has_host())
}
