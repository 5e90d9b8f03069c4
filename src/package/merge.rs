//! The text of `listing.yaml` after an import: of a new listing, and of a copy that gets a new version. Edits text, so that comments and order stay.

use jiff::civil::Date;

use super::next_version::{FIRST, next};
use crate::catalogue::RawListing;
use crate::contract::Origin;
use crate::format::{Content, Document, Keys, ListingFile, Version, Versioning, is_same, scalar};
use crate::source::Spanned;
use crate::submission::{NewVersion, with_version};

/// Keys that belong to the catalogue in which a listing is, and not to the listing: an import leaves those of a copy alone.
const OF_THE_CATALOGUE: [&str; 11] = [
    "publisher",
    "versions",
    "versioning",
    "released",
    "shared",
    "tested",
    "visibility",
    "lifecycle",
    "agreement",
    "former_slugs",
    "allow",
];

/// What an import knows of the catalogue that it writes to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    /// The day of the import.
    pub(super) today: Date,
    /// How the catalogue numbers versions.
    pub(super) scheme: Option<Versioning>,
}

/// A `listing.yaml` to be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Merged {
    /// Its text.
    pub(super) text: String,
    /// The number of the new version.
    pub(super) version: String,
    /// The keys whose values change, are added or are removed, without those of the versions.
    pub(super) changed: Vec<String>,
    /// Those of them that are removed.
    pub(super) removed: Vec<String>,
}

/// `document` with the slugs of this catalogue instead of those that the package uses: `slug` gives the one for another.
pub(super) fn in_slugs_of_here(document: &Document, file: &ListingFile, slug: &dyn Fn(&str) -> Option<String>) -> Option<Document> {
    let successor = file.lifecycle.get().and_then(|lifecycle| lifecycle.replaced_by.spanned());
    let mentions = file.parent.spanned().into_iter().chain(file.depends_on.items()).chain(successor);
    let renamed = |mention: &Spanned<Box<str>>| slug(mention).filter(|here| **here != *mention.value).map(|here| (mention.span, here));
    let renamed: Vec<_> = mentions.filter_map(renamed).collect();
    if renamed.is_empty() {
        return Some(document.clone());
    }
    let mut keys = Keys::of(document)?;
    for (span, here) in renamed {
        keys.replace(span, &scalar(&here));
    }
    Some(Document::read(document.path.clone(), Ok(keys.finish().into_bytes())))
}

/// The listing `document` as a new one, whose only version is the first. `None` when its keys are not written one below the other.
pub(super) fn created(document: &Document, origin: &Origin, target: Target) -> Option<Merged> {
    let file = listing(document)?;
    let mut keys = Keys::of(document)?;
    let new = NewVersion { date: Some(target.today), ..NewVersion::from_entry(Version::parse(FIRST).ok()?, file.released_entry()) };
    keys.set("versions", &new.alone());
    match target.scheme {
        // A copy counts its imports, whatever the listings around it do.
        Some(scheme) if scheme != Versioning::Free => keys.set("versioning", &format!("versioning: {}\n", Versioning::Free.word())),
        _ => keys.remove("versioning"),
    }
    // `tested` names a version by its number there.
    for key in ["released", "shared", "former_slugs", "tested"] {
        keys.remove(key);
    }
    keys.set("imported_from", &origin.lines("imported_from"));
    Some(Merged { text: keys.finish(), version: FIRST.to_owned(), changed: Vec::new(), removed: Vec::new() })
}

/// The copy `copy` with the contents of `document` as its newest version. `None` when the keys of one of the two are written in an unusual way.
pub(super) fn updated(document: &Document, copy: &RawListing<'_>, origin: &Origin, target: Target) -> Option<Merged> {
    let (file, said) = (copy.file, listing(document)?);
    let (mut keys, source) = (Keys::of(copy.document)?, Keys::of(document)?);
    let is_taken = |key: &&str| !OF_THE_CATALOGUE.contains(key) && *key != "imported_from";
    let (mut changed, mut removed) = (Vec::new(), Vec::new());
    for key in source.names().filter(is_taken) {
        let is_new = !source.value(key).zip(keys.value(key)).is_some_and(|(new, old)| is_same(new, old));
        if let Some(lines) = source.lines(key).filter(|_| is_new) {
            keys.set(key, &lines);
            changed.push(key.to_owned());
        }
    }
    let gone: Vec<&str> = keys.names().filter(is_taken).filter(|key| source.value(key).is_none()).collect();
    for key in gone {
        keys.remove(key);
        removed.push(key.to_owned());
    }
    let taken: Vec<_> = file.versions.items().iter().filter_map(|entry| entry.version.get()).collect();
    let scheme = file.versioning.get().copied().or(target.scheme).unwrap_or(Versioning::Free);
    let entry = said.released_entry();
    let version = next(&taken, entry.and_then(|entry| entry.version.get()), scheme);
    keys.set("imported_from", &origin.lines("imported_from"));
    let edited = Document::read(copy.document.path.clone(), Ok(keys.finish().into_bytes()));
    let new = NewVersion { date: Some(target.today), is_released: true, ..NewVersion::from_entry(Version::parse(&version).ok()?, entry) };
    let text = with_version(&edited, &new)?;
    Some(Merged { text, version, changed, removed })
}

/// The listing in `document`.
pub(super) fn listing(document: &Document) -> Option<&ListingFile> {
    match &document.content {
        Content::Listing(file) => Some(file),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::RawCatalogue;
    use crate::source::ContentPath;

    const TARGET: Target = Target { today: jiff::civil::date(2026, 12, 1), scheme: None };

    fn document(text: &str) -> Document {
        Document::read(ContentPath::new("listings/orders/listing.yaml").expect("a valid path"), Ok(text.as_bytes().to_vec()))
    }

    fn origin() -> Origin {
        Origin { catalogue: Some("https://sandbox.example/".to_owned()), listing: "orders".to_owned(), version: Some("1.4.0".to_owned()) }
    }

    const SOURCE: &str = "# Orders\nname: Orders # as sold\napp: Shop\nformer_slugs: [order-sync]\nversioning: semver\nversions:\n  - {version: 1.4.0, notes: Adds refunds.}\n  - {version: 1.3.0}\nshared: 1.3.0\ntested: {version: 1.4.0, on: 2026-11-16, what: All of it.}\n";

    #[test]
    fn a_new_listing_begins_with_version_1() {
        let merged = created(&document(SOURCE), &origin(), TARGET).expect("keys");
        assert_eq!(
            merged.text,
            "# Orders\nname: Orders # as sold\napp: Shop\nversions:\n  - version: 1\n    date: 2026-12-01\n    notes: Adds refunds.\nimported_from:\n  catalogue: https://sandbox.example/\n  listing: orders\n  version: 1.4.0\n"
        );
        let semver = Target { scheme: Some(Versioning::Semver), ..TARGET };
        let merged = created(&document(SOURCE), &origin(), semver).expect("keys");
        assert!(merged.text.contains("\nversioning: free\n"), "{}", merged.text);
    }

    #[test]
    fn a_copy_keeps_its_comments_its_history_and_what_belongs_to_its_catalogue() {
        let copy = "# ours\napp: Shop # exact\nname: Order Sync\npublisher: here\nkeywords: [old]\nversions:\n  # imports\n  - version: 1\n    notes: First.\nreleased: 1 # pinned\nvisibility: unlisted\nallow: [{rule: name-is-app, reason: So.}]\n";
        let raw = RawCatalogue::from_documents([document(copy)]);
        let source = document(&format!("{SOURCE}publisher: there\nsummary: Syncs.\nvisibility: listed\n"));
        let merged = updated(&source, &raw.listing("orders").expect("the copy"), &origin(), TARGET).expect("keys");
        assert_eq!(
            merged.text,
            "# ours\napp: Shop # exact\nname: Orders # as sold\nsummary: Syncs.\npublisher: here\nversions:\n  # imports\n  - version: 2\n    date: 2026-12-01\n    notes: Adds refunds.\n  - version: 1\n    notes: First.\nreleased: 2 # pinned\nvisibility: unlisted\nimported_from:\n  catalogue: https://sandbox.example/\n  listing: orders\n  version: 1.4.0\nallow: [{rule: name-is-app, reason: So.}]\n"
        );
        assert_eq!((merged.changed, merged.removed), (vec!["name".to_owned(), "summary".to_owned()], vec!["keywords".to_owned()]));
    }

    #[test]
    fn listings_are_named_by_the_slugs_that_they_have_here() {
        let source = document(
            "name: A\napp: B\nparent: core # the base\ndepends_on: [core, \"http\"]\nlifecycle: {state: deprecated, replaced_by: core-2}\n",
        );
        let here = |slug: &str| Some(format!("our-{slug}"));
        let renamed = in_slugs_of_here(&source, listing(&source).expect("a listing"), &here).expect("keys");
        assert_eq!(
            renamed.text.as_deref(),
            Some(
                "name: A\napp: B\nparent: our-core # the base\ndepends_on: [our-core, our-http]\nlifecycle: {state: deprecated, replaced_by: our-core-2}\n"
            )
        );
    }
}
