//! `contact-placeholder`

use super::contact::contact;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::placeholder::is_placeholder_mail;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A contact address is a placeholder.
    ///
    /// `test@test.com` or `you@example.com` reaches nobody, or someone who has nothing to do with the listing. The visitor waits for
    /// an answer that never comes.
    ///
    /// ```yaml,fails
    /// support: {email: you@example.com}
    /// ```
    /// ```yaml,passes
    /// support: {email: help@acme.example}
    /// ```
    CONTACT_PLACEHOLDER = { id: "L129", name: "contact-placeholder", level: Error, costs: Value, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    if let Some(contact) = contact(document).filter(|contact| is_placeholder_mail(contact)) {
        findings.at(contact.span, format!("`{}` is a placeholder", shortened(contact))).help("use an address that someone reads");
    }
}
