//! Some listings of a catalogue → a package. Knows which files belong to a listing and which names it cannot do without; writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::{MANIFEST, MAX_BYTES, MAX_FILES};
use super::manifest::{Manifest, url_of};
use super::names::Names;
use super::open::unsound_yaml;
use super::{Refused, zip};
use crate::catalogue::{RawCatalogue, RawListing};
use crate::contract::Origin;
use crate::diagnostic::{counted, nearest};
use crate::format::{Content, Document, FileRole, Keys, TagEntry, in_block, scalar};
use crate::source::{ContentPath, Folder};
use crate::submission::NewVersion;

/// Which listings to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// All that have not left the catalogue.
    All,
    /// These, by slug.
    Slugs(Vec<String>),
    /// Those with this tag.
    Tag(String),
    /// Those for this app.
    App(String),
    /// The members of this collection.
    Collection(String),
}

/// A listing that another one needs and that is not in a choice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The one that needs it.
    pub listing: String,
    /// The slug that it needs.
    pub needs: String,
    /// The key that says so: `parent` or `depends_on`.
    pub key: &'static str,
}

/// A package that has been made.
#[derive(Debug)]
pub struct Exported {
    /// What is in it.
    pub manifest: Manifest,
    /// The archive.
    pub bytes: Vec<u8>,
}

/// The slugs of `choice` in `raw`.
///
/// # Errors
/// When a name is not in the catalogue, or nothing is chosen by it.
pub fn chosen(raw: &RawCatalogue, choice: &Choice) -> Result<BTreeSet<String>, String> {
    let those = |keep: &dyn Fn(&RawListing<'_>) -> bool| -> BTreeSet<String> {
        raw.listings().filter(|listing| !listing.is_gone() && keep(listing)).map(|listing| listing.slug.to_owned()).collect()
    };
    let unknown = |what: &str, name: &str, known: Vec<&str>| {
        let hint = nearest(name, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        format!("the catalogue has no {what} `{name}`{hint}")
    };
    let (what, name, chosen): (&str, &str, _) = match choice {
        Choice::All => ("", "", those(&|_| true)),
        Choice::Slugs(slugs) => return slugs.iter().map(|slug| one(raw, slug)).collect(),
        Choice::Tag(tag) if raw.tag(tag).is_none() => return Err(unknown("tag", tag, raw.tag_ids())),
        Choice::Tag(tag) => ("tag", tag.as_str(), those(&|listing| listing.file.tags.items().iter().any(|own| *own.value == **tag))),
        Choice::App(app) if raw.app(app).is_none() => return Err(unknown("app", app, raw.app_names())),
        Choice::App(app) => ("app", app.as_str(), those(&|listing| listing.file.app.get().is_some_and(|own| **own == **app))),
        Choice::Collection(slug) => {
            let Some(Content::Collection(collection)) = raw.file(FileRole::Collection, slug).map(|file| &file.content) else {
                return Err(unknown("collection", slug, raw.slugs(FileRole::Collection).collect()));
            };
            let members = collection.listings.items().iter().filter_map(|member| raw.followed(member.slug.get()?));
            let members: BTreeSet<&str> = members.collect();
            ("collection", slug.as_str(), those(&|listing| members.contains(listing.slug)))
        }
    };
    match chosen.is_empty() {
        true if what.is_empty() => Err("the catalogue has no listing to export".to_owned()),
        true => Err(format!("the {what} `{name}` has no listing to export")),
        false => Ok(chosen),
    }
}

/// The slug of the listing `name`, which has not left the catalogue.
fn one(raw: &RawCatalogue, name: &str) -> Result<String, String> {
    let slug = raw.followed(name).ok_or_else(|| format!("the catalogue has no listing `{name}`"))?;
    match raw.listing(slug) {
        Some(listing) if listing.is_gone() => Err(format!("`{slug}` has left the catalogue and cannot be exported")),
        Some(_) => Ok(slug.to_owned()),
        None => Err(format!("`listings/{slug}/listing.yaml` cannot be read: `pressmark check {slug}` says why")),
    }
}

/// What the listings `chosen` need and is not among them.
#[must_use]
pub fn missing(raw: &RawCatalogue, chosen: &BTreeSet<String>) -> Vec<Missing> {
    let needs = chosen.iter().filter_map(|slug| raw.listing(slug)).flat_map(|listing| needs(&listing));
    let missing: BTreeSet<Missing> = needs.filter(|missing| !chosen.contains(&missing.needs)).collect();
    missing.into_iter().collect()
}

/// What `listing` needs, by its present slug.
fn needs(listing: &RawListing<'_>) -> Vec<Missing> {
    let parent = listing.file.parent.spanned().into_iter().map(|parent| (parent, "parent"));
    let others = listing.file.depends_on.items().iter().map(|other| (other, "depends_on"));
    let needed = parent.chain(others).map(|(slug, key)| {
        let needs = listing.raw.followed(slug).unwrap_or(slug).to_owned();
        Missing { listing: listing.slug.to_owned(), needs, key }
    });
    needed.collect()
}

/// `chosen` with everything that it needs, directly or not.
///
/// # Errors
/// When something that it needs is not in the catalogue, or has left it.
pub fn with_dependencies(raw: &RawCatalogue, mut chosen: BTreeSet<String>) -> Result<BTreeSet<String>, String> {
    loop {
        let missing = missing(raw, &chosen);
        if missing.is_empty() {
            return Ok(chosen);
        }
        for Missing { listing, needs, key } in missing {
            chosen.insert(one(raw, &needs).map_err(|why| format!("`{listing}` needs `{needs}` (`{key}`): {why}"))?);
        }
    }
}

/// The package of the listings `chosen` of `raw`, which was read from `folder`.
///
/// # Errors
/// When a file cannot be read or cannot be a part of a package.
pub fn export(folder: &dyn Folder, raw: &RawCatalogue, chosen: &BTreeSet<String>) -> Result<Exported, String> {
    let catalogue = url_of(raw.settings());
    let there: BTreeSet<ContentPath> = folder.walk().map_err(|error| error.to_string())?.files.into_iter().map(|file| file.path).collect();
    let mut files: BTreeMap<ContentPath, Vec<u8>> = BTreeMap::new();
    let mut tags = BTreeSet::new();
    for listing in chosen.iter().filter_map(|slug| raw.listing(slug)) {
        let beside = listing.documents().filter(|file| there.contains(&file.path));
        for document in beside.filter(|file| file.role.is_beside_listing()) {
            files.insert(document.path.clone(), read(folder, &document.path)?);
        }
        files.insert(listing.document.path.clone(), text_of(&listing, catalogue.as_deref())?.into_bytes());
        tags.extend(listing.file.tags.items().iter().map(|tag| tag.value.clone()));
        let app = listing.file.app.get().and_then(|app| raw.app(app));
        let icon = app.and_then(|(path, app)| path.resolve(app.icon.get()?, "apps"));
        let publisher = listing.file.publisher.get().and_then(|slug| FileRole::Publisher.path(slug));
        for path in app.map(|(path, _)| path.clone()).into_iter().chain(icon).chain(publisher).filter(|path| there.contains(path)) {
            if !files.contains_key(&path) {
                files.insert(path.clone(), read(folder, &path)?);
            }
        }
    }
    let tags: Vec<&TagEntry> = tags.iter().filter_map(|tag| raw.tag(tag)).map(|tag| &tag.value).collect();
    if let Some(path) = FileRole::Tags.path("").filter(|_| !tags.is_empty()) {
        files.insert(path, tags.into_iter().map(|tag| tag_lines(tag, "")).collect::<String>().into_bytes());
    }
    packed(catalogue, &files)
}

fn read(folder: &dyn Folder, path: &ContentPath) -> Result<Vec<u8>, String> {
    folder.read(path, path.role().limit()).map_err(|_| format!("`{path}` cannot be exported: `pressmark check` says why"))
}

/// The archive of `files` with their manifest.
fn packed(catalogue: Option<String>, files: &BTreeMap<ContentPath, Vec<u8>>) -> Result<Exported, String> {
    let mut names = Names::default();
    let named: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    for (path, _) in &named {
        names.add(path).map_err(|refused: Refused| refused.to_string())?;
    }
    let raw = RawCatalogue::from_documents(files.iter().map(|(path, bytes)| Document::read(path.clone(), Ok(bytes.clone()))));
    if let Some(path) = unsound_yaml(&raw) {
        return Err(format!("`{path}` contains mistakes in its YAML: `pressmark check` shows them"));
    }
    let manifest = Manifest::of(catalogue, &raw, &named).ok_or("a listing has no `name` or no `app`")?;
    let written = manifest.bytes();
    let n_bytes: usize = named.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() + written.len();
    if n_bytes as u64 > MAX_BYTES || named.len() >= MAX_FILES {
        let n_files = counted(named.len(), "file");
        return Err(format!("{n_files} of {n_bytes} bytes are too many for a package: export fewer listings at once"));
    }
    let all: Vec<(&str, &[u8])> = std::iter::once((MANIFEST, written.as_slice())).chain(named).collect();
    Ok(Exported { bytes: zip::write(&all), manifest })
}

/// `listing.yaml` with the released version alone.
fn text_of(listing: &RawListing<'_>, catalogue: Option<&str>) -> Result<String, String> {
    let unusual = || format!("`{}` cannot be exported: write its keys one below the other, not in braces", listing.document.path);
    let mut keys = Keys::of(listing.document).ok_or_else(unusual)?;
    if let Some(entry) = listing.file.released_entry()
        && let Some(version) = entry.version.get()
    {
        keys.set("versions", &NewVersion::from_entry(version.clone(), Some(entry)).alone());
    }
    keys.remove("released");
    keys.remove("shared");
    // In another catalogue, the slug alone would mean another listing.
    if let Some(original) = Origin::of_clone(listing).filter(|original| original.catalogue.is_none())
        && let Some(catalogue) = catalogue
    {
        keys.set("derived_from", &Origin { catalogue: Some(catalogue.to_owned()), ..original }.lines("derived_from"));
    }
    Ok(keys.finish())
}

/// `tag` as an item of `tags.yaml`.
pub(super) fn tag_lines(tag: &TagEntry, indent: &str) -> String {
    let line = |key: &str, text: Option<&str>| text.map(|text| format!("{key}: {}", in_block(text)));
    let aliases: Vec<String> = tag.aliases.items().iter().map(|alias| scalar(alias)).collect();
    let pairs = [
        line("id", tag.id.get().map(|id| &**id)),
        line("label", tag.label.get().map(|label| &**label)),
        line("description", tag.description.get().map(|text| &**text)),
        (!aliases.is_empty()).then(|| format!("aliases: [{}]", aliases.join(", "))),
    ];
    let mut lines = String::new();
    for (n, pair) in pairs.into_iter().flatten().enumerate() {
        lines += &format!("{indent}{} {pair}\n", if n == 0 { "-" } else { " " });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_original_of_a_clone_is_named_with_its_catalogue() {
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a valid path");
        let text = "name: Acme\napp: Slack\nderived_from: {listing: core, version: 1.0.0} # ours\n";
        let raw = RawCatalogue::from_documents([Document::read(path, Ok(text.as_bytes().to_vec()))]);
        let listing = raw.listing("acme").expect("a listing");
        let exported = text_of(&listing, Some("https://sandbox.example/")).expect("keys");
        assert_eq!(
            exported,
            "name: Acme\napp: Slack\nderived_from:\n  catalogue: https://sandbox.example/\n  listing: core\n  version: 1.0.0\n"
        );
        assert_eq!(text_of(&listing, None).as_deref(), Ok(text));
    }
}
