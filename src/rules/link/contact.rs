//! The e-mail address of a contact. Knows which keys contain it; sends nothing.

use crate::format::{Content, Document, Field};
use crate::source::Spanned;

/// The contact that `document` names, if it is an e-mail address.
pub(super) fn contact(document: &Document) -> Option<&Spanned<Box<str>>> {
    let field = match &document.content {
        Content::Listing(listing) => &listing.support.get()?.email,
        Content::Publisher(publisher) => &publisher.security_contact,
        Content::Settings(settings) => &settings.contact,
        Content::Intent(intent) => &intent.developer.get()?.contact,
        _ => return None,
    };
    Field::spanned(field).filter(|contact| contact.contains('@') && !contact.contains("://"))
}
