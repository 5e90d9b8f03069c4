//! Another slug for a listing: the former one is kept, and what names it names the new one.

use std::collections::BTreeMap;

use super::references::with_references;
use super::{Plan, Rename, checked};
use crate::catalogue::RawListing;
use crate::format::{Document, Keys};
use crate::source::ContentPath;

/// The edits that give `listing` another slug. `None` if its file cannot be edited automatically.
pub(super) fn renamed(listing: &RawListing<'_>, rename: &Rename) -> Option<Plan> {
    let (from, to) = (listing.slug, rename.to.as_str());
    let own = &listing.document.path;
    let mut texts: BTreeMap<ContentPath, String> = BTreeMap::new();
    for document in listing.raw.documents() {
        let is_own = document.path.listing_slug() == Some(from);
        let is_asked = is_own || !rename.keeps_references;
        if let Some(text) = is_asked.then(|| with_references(document, from, to)).flatten() {
            texts.insert(document.path.clone(), text);
        }
    }
    let current = match texts.get(own) {
        Some(text) => Document::read(own.clone(), Ok(text.clone().into_bytes())),
        None => listing.document.clone(),
    };
    texts.insert(own.clone(), with_former_slug(&current, from)?);
    let moved = |path: ContentPath| match path.name_in_listing().filter(|_| path.listing_slug() == Some(from)) {
        Some(name) => ContentPath::in_listing(to, name).unwrap_or(path),
        None => path,
    };
    let texts = texts.into_iter().map(|(path, text)| (moved(path), text)).collect();
    Some(Plan { texts, moved: Some((from.to_owned(), to.to_owned())) })
}

fn with_former_slug(document: &Document, slug: &str) -> Option<String> {
    let mut keys = Keys::of(document)?;
    keys.append("former_slugs", slug)?;
    checked(document, keys.finish(), &["former_slugs"])
}
