//! `contact-malformed`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::mail::is_address;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Spanned;

rule! {
    /// A contact is neither an e-mail address nor a web URL.
    ///
    /// Pages turn it into a link. People who report a vulnerability must not be led astray.
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

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for document in raw.documents() {
        for (key, contact) in contacts_of(document) {
            if !is_contact(contact) {
                findings
                    .elsewhere(
                        &document.path,
                        Some(contact.span),
                        format!("`{key}` is `{}`, which is neither an e-mail address nor a URL", shortened(contact)),
                    )
                    .help("write an e-mail address, or a URL with `https://`");
            }
        }
    }
}

fn contacts_of(document: &Document) -> Vec<(&'static str, &Spanned<Box<str>>)> {
    let (one, more) = match &document.content {
        Content::Settings(settings) => {
            let security = settings.security.get().map(|security| security.contact.items()).unwrap_or_default();
            (settings.contact.spanned().map(|contact| ("contact", contact)), security)
        }
        Content::Publisher(publisher) => (publisher.security_contact.spanned().map(|contact| ("security_contact", contact)), &[][..]),
        Content::Intent(intent) => {
            (intent.developer.get().and_then(|developer| developer.contact.spanned()).map(|contact| ("contact", contact)), &[][..])
        }
        _ => return Vec::new(),
    };
    one.into_iter().chain(more.iter().map(|contact| ("security.contact", contact))).collect()
}

fn is_contact(text: &str) -> bool {
    let address = text.strip_prefix("mailto:").unwrap_or(text);
    is_address(address) || url::Url::parse(text).is_ok_and(|url| url.scheme() == "https" && url.has_host())
}
