//! What a listing gives, in the words of an answer.

use crate::catalogue::RawListing;
use crate::diagnostic::counted;
use crate::format::{FileRole, InstallEntry, InstallMode, Link};

pub(super) fn licence(listing: &RawListing<'_>) -> Option<String> {
    listing.file.license.get().map(ToString::to_string)
}

pub(super) fn agreement(listing: &RawListing<'_>) -> Option<String> {
    let agreement = listing.file.agreement.get()?;
    let by = agreement.accepted_by.get().map(|name| format!(" by {name}")).unwrap_or_default();
    let on = agreement.accepted_on.get().map(|day| format!(" on {day}")).unwrap_or_default();
    Some(format!("version {}{by}{on}", agreement.version.get()?))
}

pub(super) fn privacy(listing: &RawListing<'_>) -> Option<String> {
    listing.file.privacy_url.get().map(address)
}

pub(super) fn terms(listing: &RawListing<'_>) -> Option<String> {
    listing.file.terms_url.get().map(address)
}

pub(super) fn publisher(listing: &RawListing<'_>) -> Option<String> {
    let publisher = listing.raw.publisher(listing.file.publisher.get()?)?;
    let verified = if publisher.verified.is_missing() { ", not verified" } else { ", verified" };
    Some(format!("{}{verified}", publisher.name.get()?))
}

pub(super) fn app(listing: &RawListing<'_>) -> Option<String> {
    listing.file.app.get().map(ToString::to_string)
}

pub(super) fn operations(listing: &RawListing<'_>) -> Option<String> {
    let operations = listing.file.operations.get()?;
    let (triggers, actions) = (operations.triggers.items().len(), operations.actions.items().len());
    some_of([(triggers, "trigger"), (actions, "action")])
}

pub(super) fn install(listing: &RawListing<'_>) -> Option<String> {
    let install = listing.file.install.get();
    let template = listing.raw.settings().install.get().and_then(|install| install.url_template.get());
    match install.map(InstallEntry::mode) {
        Some(InstallMode::Request) => {
            Some(format!("on request at {}", install.and_then(|install| install.landing_url.get()).map(address)?))
        }
        _ => install
            .and_then(|install| install.url.get().map(address).or_else(|| install.command.get().map(|command| format!("`{command}`"))))
            .map(|target| format!("directly with {target}"))
            .or_else(|| template.map(|_| "directly, at the catalogue's default URL".to_owned())),
    }
}

pub(super) fn versions(listing: &RawListing<'_>) -> Option<String> {
    let versions = listing.file.versions.items();
    let newest = listing.file.newest_first().first().and_then(|entry| entry.version.get())?;
    Some(format!("{}, the newest is {newest}", counted(versions.len(), "version")))
}

pub(super) fn tested(listing: &RawListing<'_>) -> Option<String> {
    let tested = listing.file.tested.get()?;
    Some(format!("version {} on {}: {}", tested.version.get()?, tested.on.get()?, tested.what.get()?))
}

pub(super) fn screenshots(listing: &RawListing<'_>) -> Option<String> {
    let (screenshots, videos) = (listing.file.screenshots.items().len(), listing.file.videos.items().len());
    some_of([(screenshots, "screenshot"), (videos, "video")])
}

pub(super) fn icon(listing: &RawListing<'_>) -> Option<String> {
    listing.icon().and_then(|(document, _)| document.path.as_str().rsplit('/').next().map(str::to_owned))
}

pub(super) fn auth(listing: &RawListing<'_>) -> Option<String> {
    list(listing.file.auth.items().iter().map(|id| &*id.value))
}

pub(super) fn security_contact(listing: &RawListing<'_>) -> Option<String> {
    listing.raw.publisher(listing.file.publisher.get()?)?.security_contact.get().map(ToString::to_string)
}

pub(super) fn regions(listing: &RawListing<'_>) -> Option<String> {
    list(listing.file.regions.items().iter().map(|id| &*id.value))
}

pub(super) fn readme(listing: &RawListing<'_>) -> Option<String> {
    let (_, outline) = listing.readme()?;
    Some(counted(outline.headings.len(), "section"))
}

pub(super) fn support(listing: &RawListing<'_>) -> Option<String> {
    let support = listing.file.support.get()?;
    let ways = [support.email.get().map(ToString::to_string), support.url.get().map(address), support.docs.get().map(address)];
    list(ways.iter().flatten().map(String::as_str))
}

pub(super) fn docs(listing: &RawListing<'_>) -> Option<String> {
    let file = listing.file;
    let places = [file.docs_url.get(), file.website.get()].map(|link| link.map(address));
    let n_pages = listing.documents().filter(|document| document.role == FileRole::Doc).count();
    list(places.iter().flatten().chain(&some_of([(n_pages, "page")])).map(String::as_str))
}

pub(super) fn address(link: &Link) -> String {
    link.text.to_string()
}

/// Returns the counts above zero, in words; `None` when all are zero.
fn some_of<const N: usize>(counts: [(usize, &str); N]) -> Option<String> {
    let counted = counts.iter().filter(|(n, _)| *n > 0).map(|&(n, noun)| counted(n, noun)).collect::<Vec<_>>();
    list(counted.iter().map(String::as_str))
}

/// The words with commas between them; nothing when there are none.
pub(super) fn list<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let words: Vec<&str> = words.collect();
    (!words.is_empty()).then(|| words.join(", "))
}
