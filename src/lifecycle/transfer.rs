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

/// The text of `listing` after `transfer`. A listing that no one maintained is adopted, and active again.
pub(super) fn transferred(listing: &RawListing<'_>, transfer: &Transfer) -> Option<String> {
    let mut keys = Keys::of(listing.document)?;
    match listing.file.publisher.span() {
        Some(span) => keys.replace(span, &quoted_like(listing.document.text.as_deref()?, Some(span), in_block(&transfer.to))),
        None => keys.set("publisher", &format!("publisher: {}\n", in_block(&transfer.to))),
    }
    let in_force = listing.raw.settings().agreement.get().and_then(|agreement| agreement.current.get());
    let accepted = listing.file.agreement.get().and_then(|agreement| agreement.version.get());
    if let Some((who, version)) = transfer.accepted_by.as_deref().zip(in_force.or(accepted)) {
        let values = [("version", version.to_string()), ("accepted_by", who.to_owned()), ("accepted_on", transfer.on.to_string())];
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
    if let Some(contact) = &transfer.support {
        let key = if contact.contains("://") { "url" } else { "email" };
        keys.set("support", &format!("support:\n  {key}: {}\n", in_block(contact)));
    }
    checked(listing.document, keys.finish(), &["publisher", "agreement", "lifecycle", "support"])
}
