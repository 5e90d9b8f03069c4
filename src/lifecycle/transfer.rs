//! Another publisher for a listing, as text: the new one, their acceptance of the agreement, and for an adoption their contact.

use jiff::civil::Date;

use super::checked;
use crate::catalogue::RawListing;
use crate::format::{Keys, in_block, quoted_like};

/// Another publisher for a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// The publisher's slug.
    pub to: String,
    /// Who accepted the agreement in force for the publisher.
    pub accepted_by: Option<String>,
    /// The day they did.
    pub on: Date,
    /// The publisher's contact: an e-mail address, or the URL of a page.
    pub support: Option<String>,
}

impl Transfer {
    /// The key of `support` that the contact replaces; the other keys stay.
    #[must_use]
    pub fn support_key(&self) -> Option<&'static str> {
        self.support.as_deref().map(|contact| if contact.contains("://") { "url" } else { "email" })
    }
}

/// The text of `listing` after `transfer`. A listing that no one maintained is adopted, and active again.
pub(super) fn transferred(listing: &RawListing<'_>, transfer: &Transfer) -> Option<String> {
    let mut keys = Keys::of(listing.document)?;
    match listing.file.publisher.span() {
        Some(span) => keys.replace(span, &quoted_like(listing.document.text.as_deref()?, Some(span), in_block(&transfer.to))),
        None => keys.set("publisher", &format!("publisher: {}\n", in_block(&transfer.to))),
    }
    if let Some(values) = acceptance(listing, transfer) {
        if listing.file.agreement.is_missing() {
            let value = |(key, value): &(&str, String)| match *key {
                // In quotes, as it is in every catalogue: some readers of YAML take it for a date or a number.
                "version" => format!("  {key}: '{value}'\n"),
                key => format!("  {key}: {}\n", in_block(value)),
            };
            keys.set("agreement", &format!("agreement:\n{}", values.iter().map(value).collect::<String>()));
        } else {
            for (key, value) in &values {
                keys.set_within("agreement", key, value)?;
            }
        }
    }
    if listing.is_unmaintained() {
        keys.remove("lifecycle");
    }
    if let Some((key, contact)) = transfer.support_key().zip(transfer.support.as_deref())
        && keys.set_within("support", key, contact).is_none()
    {
        keys.set("support", &format!("support:\n  {key}: {}\n", in_block(contact)));
    }
    checked(listing.document, keys.finish(), &["publisher", "agreement", "lifecycle", "support"])
}

/// The keys of the acceptance that `transfer` records.
pub(super) fn acceptance(listing: &RawListing<'_>, transfer: &Transfer) -> Option<[(&'static str, String); 3]> {
    let in_force = listing.raw.settings().agreement.get().and_then(|agreement| agreement.current.get());
    let accepted = listing.file.agreement.get().and_then(|agreement| agreement.version.get());
    let (who, version) = transfer.accepted_by.as_deref().zip(in_force.or(accepted))?;
    Some([("version", version.to_string()), ("accepted_by", who.to_owned()), ("accepted_on", transfer.on.to_string())])
}

/// The keys of `support` that `listing` has.
#[must_use]
pub fn contacts(listing: &RawListing<'_>) -> Vec<(&'static str, String)> {
    let Some(support) = listing.file.support.get() else { return Vec::new() };
    let contacts = [
        ("email", support.email.get().map(ToString::to_string)),
        ("url", support.url.get().map(|url| url.text.to_string())),
        ("docs", support.docs.get().map(|url| url.text.to_string())),
    ];
    contacts.into_iter().filter_map(|(key, contact)| Some((key, contact?))).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Transfer, transferred};
    use crate::catalogue::RawCatalogue;
    use crate::format::Document;
    use crate::source::ContentPath;

    /// The `support` of a listing after a transfer with the contact `contact`.
    #[track_caller]
    fn becomes(before: &str, contact: &str, after: &str) {
        let text = |support: &str| format!("name: A\napp: B\npublisher: acme\n{support}# the end\n");
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a path");
        let raw = RawCatalogue::from_documents([Document::read(path, Ok(text(before).into_bytes()))]);
        let transfer = Transfer { to: "acme".to_owned(), accepted_by: None, on: date(2026, 12, 1), support: Some(contact.to_owned()) };
        let done = transferred(&raw.listing("acme").expect("a listing"), &transfer);
        assert_eq!(done, Some(text(after)), "{before}");
    }

    #[test]
    fn only_the_contact_of_its_kind_is_replaced() {
        becomes(
            "support: # who helps\n  # a forum\n  url: https://forum.example/ # busy\n  email: 'help@acme.example' # slow\n  docs: https://docs.example/\n",
            "help@wren.example",
            "support: # who helps\n  # a forum\n  url: https://forum.example/ # busy\n  email: 'help@wren.example' # slow\n  docs: https://docs.example/\n",
        );
        becomes(
            "support: {email: help@acme.example, docs: 'https://docs.example/'} # all\n",
            "https://wren.example/help",
            "support: {email: help@acme.example, docs: 'https://docs.example/', url: \"https://wren.example/help\"} # all\n",
        );
        for none in ["", "support:\n", "support: {}\n", "support: ask us\n"] {
            becomes(none, "help@wren.example", "support:\n  email: help@wren.example\n");
        }
    }
}
