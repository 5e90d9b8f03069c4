//! What a catalogue calls its apps, tags and so on: the names to which its schemas are narrowed. Decides nothing about them.

use super::RawCatalogue;
use crate::format::schema::{Term, Vocabulary};
use crate::format::{Content, Field, FileRole, LabelEntry, NameKind};
use crate::source::Spanned;

/// Every name that a file of the catalogue may mention, with what it stands for.
#[must_use]
pub fn vocabulary(raw: &RawCatalogue) -> Vocabulary {
    let mut apps: Vec<Term> = Vec::new();
    let (mut publishers, mut listings, mut tags, mut agreements) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for document in raw.documents() {
        let (role, slug) = document.place();
        match &document.content {
            Content::App(app) => apps.extend(app.name.get().map(|name| Term::new(&**name, words(&app.description)))),
            Content::Publisher(publisher) => publishers.push(Term::new(slug, words(&publisher.name))),
            Content::Listing(listing) => listings.push(Term::new(slug, words(&listing.name))),
            Content::Tags(file) => tags.extend(file.0.iter().filter_map(|tag| {
                let describes = if tag.description.is_missing() { &tag.label } else { &tag.description };
                tag.id.get().map(|id| Term::new(&**id, words(describes)))
            })),
            _ if role == FileRole::Agreement => agreements.push(Term::new(slug, "")),
            _ => {}
        }
    }
    apps.sort_by(|one, other| one.name.cmp(&other.name));
    let labelled = |entries: &Field<Vec<Spanned<LabelEntry>>>| -> Vec<Term> {
        entries.items().iter().filter_map(|entry| entry.id.get().map(|id| Term::new(&**id, words(&entry.label)))).collect()
    };
    Vocabulary::default()
        .with(NameKind::Apps, apps)
        .with(NameKind::Publishers, publishers)
        .with(NameKind::Listings, listings)
        .with(NameKind::Tags, tags)
        .with(NameKind::Regions, labelled(&raw.settings().regions))
        .with(NameKind::Auth, labelled(&raw.settings().auth))
        .with(NameKind::Agreements, agreements)
}

fn words(text: &Field<Box<str>>) -> &str {
    text.get().map_or("", |text| text)
}
