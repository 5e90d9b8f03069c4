//! What the page of a listing will show, and which keys would add to it.

use super::given::{self, list};
use crate::catalogue::RawListing;
use crate::format::{SourceKind, Visibility};
use crate::rules::is_vendor;

/// Returns the facts that the site will show of `listing`, and the keys that the listing leaves out.
pub(super) fn facts(listing: &RawListing<'_>) -> (Vec<(&'static str, String)>, Vec<&'static str>) {
    let file = listing.file;
    let text = |value: Option<&Box<str>>| value.map(ToString::to_string);
    let words = |items: &[crate::source::Spanned<Box<str>>]| list(items.iter().map(|item| &*item.value));
    let maker =
        if is_vendor(listing) { "official: its publisher makes the app" } else { "community: its publisher is not known to make the app" };
    let source = file.source.get().copied();
    let visibility = match file.visibility() {
        Visibility::Unlisted => "only on its own page, not in lists, feeds or search",
        Visibility::Listed => "in every list, feed and search",
    };
    let facts: [(&str, &str, Option<String>); 25] = [
        ("URL", "", Some(format!("{}/", listing.folder()))),
        ("Name", "name", text(file.name.get())),
        ("App", "app", text(file.app.get())),
        ("Summary", "summary", text(file.summary.get())),
        ("Publisher", "publisher", given::publisher(listing)),
        ("Status", "", file.app.get().map(|_| maker.to_owned())),
        ("Categories", "tags", words(file.tags.items())),
        ("Keywords", "keywords", words(file.keywords.items())),
        ("Source", "source", source.map(|source| source.word().to_owned())),
        ("Source code", "source_url", file.source_url.get().filter(|_| source != Some(SourceKind::Closed)).map(given::address)),
        ("Installation", "install", given::install(listing)),
        ("Help", "support", given::support(listing)),
        ("Versions", "versions", given::versions(listing)),
        ("Tested", "tested", given::tested(listing)),
        ("Data centres", "regions", given::regions(listing)),
        ("Sign-in", "auth", given::auth(listing)),
        ("Operations", "operations", given::operations(listing)),
        ("Licence", "license", given::licence(listing)),
        ("Website", "website", file.website.get().map(given::address)),
        ("Documentation", "docs_url", file.docs_url.get().map(given::address)),
        ("Privacy", "privacy_url", given::privacy(listing)),
        ("Terms", "terms_url", given::terms(listing)),
        ("Screenshots and videos", "screenshots", given::screenshots(listing)),
        ("Description", "README.md", given::readme(listing)),
        ("Visibility", "", Some(visibility.to_owned())),
    ];
    // Closed source has no address to leave out.
    let is_wanted = |key: &str| match key {
        "source_url" => source != Some(SourceKind::Closed),
        key => !key.is_empty(),
    };
    let absent = facts.iter().filter(|(_, key, fact)| fact.is_none() && is_wanted(key)).map(|&(_, key, _)| key).collect();
    let known = facts.into_iter().filter_map(|(label, _, fact)| Some((label, fact?))).collect();
    (known, absent)
}
