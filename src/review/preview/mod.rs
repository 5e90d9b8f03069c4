//! The pages that a change touches, before and after, as a small site that opens from any folder: a first page with what is not the same, and the
//! rendered pages themselves. Nothing in it runs, loads anything from elsewhere or needs a host.
//!
//! ```text
//!            material                   SiteState × 2               localise
//!  Review ─────────────▶ pictures, theme ─────────────▶ pages ───────────────▶ files by path
//! ```
//!
//! What a submission says reaches a page through the same doors as in the site: escaped by templates, Markdown by its allow-list, pictures redrawn.
//! Settings and theme are those of the base.

mod base_theme;
mod diff;
mod index;
mod localise;
mod part;
mod state;

use std::collections::{BTreeMap, BTreeSet};

use self::index::{MOST_ENTRIES, index, with_pages};
use self::localise::Places;
use self::part::{Subjects, pictures};
use self::state::{Common, SiteState};
use super::{Review, Revisions};
use crate::catalogue::RawCatalogue;
use crate::format::{Content, FileRole};
use crate::render::{RenderError, ResolvedTheme, built_in_document, fill};
use crate::source::Memory;
use crate::source::git::{GitError, Repository};
use crate::theme::{DEFAULT, Seeds, custom_properties};

/// The stylesheet of the first page, by which a folder is known to be a preview.
pub const STYLESHEET: &str = "preview.css";

const TEMPLATE: &str = include_str!("index.html");
const STYLE: &str = include_str!("index.css");

/// The files that a preview needs from the repository beside the two raw catalogues.
#[derive(Debug)]
pub struct Material {
    /// The pictures of the touched pages, before and after.
    pictures: [Memory; 2],
    theme: ResolvedTheme,
    /// The content folder from the root of the repository, with `/` at its end.
    folder: Box<str>,
}

/// Reads what the preview of `review` needs. The content folder is `content`, a path from the root of the repository with `/` at its end.
///
/// # Errors
/// When `git` fails.
pub fn material(repository: &Repository, review: &Review<'_>, revisions: &Revisions, content: &str) -> Result<Material, GitError> {
    let [before, after] = subjects(review);
    let theme = revisions.before.settings().theme.get();
    Ok(Material {
        pictures: [
            pictures(repository, &revisions.before, &revisions.trees[0], &before)?,
            pictures(repository, &revisions.after, &revisions.trees[1], &after)?,
        ],
        theme: base_theme::read(repository, &revisions.base, content, theme.map(|name| &**name))?,
        folder: content.into(),
    })
}

/// The preview of `review`: files by their path, the first page among them as `index.html`.
///
/// # Errors
/// When a template fails, which would be a fault of ours.
pub fn preview(review: &Review<'_>, revisions: &Revisions, material: &Material) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
    let [before, after] = subjects(review);
    let mut settings = crate::catalogue::resolve(&settings_of(&revisions.before), &crate::catalogue::Losses::default()).catalogue.settings;
    settings.keep_in(&material.folder);
    // No file of a commit can contain the hash of that commit, so that no address in one begins like this.
    let token = blake3::hash(format!("pressmark preview {} {}", revisions.base, revisions.head).as_bytes()).to_hex();
    let common = Common { settings: &settings, theme: &material.theme, token: &token };
    let (before, after) = rayon::join(
        || SiteState::new("before/", &revisions.before, &before, &material.pictures[0], &common),
        || SiteState::new("after/", &revisions.after, &after, &material.pictures[1], &common),
    );
    let states = [before?, after?];

    let held: BTreeSet<String> = states.iter().flat_map(|state| state.pages.keys().chain(state.files.keys())).cloned().collect();
    let live = settings.base_url.as_ref().filter(|link| link.is_web()).map(|link| format!("{}/", link.url.as_str().trim_end_matches('/')));
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (state, words) in states.iter().zip(["before", "after"]) {
        for (path, html) in &state.pages {
            let is_live = |path: &str| is_live(&revisions.before, path);
            let places = Places { token: &token, side: state.folder, page: path, held: &held, live: live.as_deref(), is_live: &is_live };
            let note = format!("Preview: this page <strong>{words}</strong> the change.");
            files.insert(path.clone(), places.page(html, &note).into_bytes());
        }
    }
    let index = fill(TEMPLATE, &index(review, [&states[0], &states[1]]))?;
    files.insert("index.html".to_owned(), index.into_bytes());
    files.insert(STYLESHEET.to_owned(), format!("{}{STYLE}", tokens()).into_bytes());
    take_named(&mut files, states.into_iter().flat_map(|state| state.files).collect());
    Ok(files)
}

/// The slugs and paths that are touched, before and after; of listings both slugs.
fn subjects<'run>(review: &'run Review<'_>) -> [Subjects<'run>; 2] {
    let [mut before, mut after] = [Subjects::default(), Subjects::default()];
    let listings = review.change.listings.iter().take(MOST_ENTRIES);
    for listing in listings {
        before.listings.insert(listing.renamed_from().unwrap_or(listing.slug));
        after.listings.insert(listing.slug);
    }
    let room = MOST_ENTRIES - after.listings.len();
    for path in with_pages(&review.change).into_iter().take(room) {
        before.files.insert(path);
        after.files.insert(path);
    }
    [before, after]
}

/// `catalogue.yaml` alone.
fn settings_of(raw: &RawCatalogue) -> RawCatalogue {
    RawCatalogue::from_documents(raw.documents().filter(|document| matches!(document.content, Content::Settings(_))).cloned())
}

/// Whether the site as it is has a page at `path`: of what can come and go by a change, what the base knows.
fn is_live(base: &RawCatalogue, path: &str) -> bool {
    let mut segments = path.split('/');
    match (segments.next(), segments.next().filter(|slug| !slug.is_empty())) {
        (Some("listings"), Some(slug)) => {
            let is_ours = matches!(segments.next(), None | Some("" | "versions" | "feed.xml" | "badge.svg"));
            base.has_listing(slug) && (is_ours || base.document(path).is_some())
        }
        (Some("api"), Some(_)) => {
            path.rsplit('/').next().and_then(|name| name.strip_suffix(".json")).is_some_and(|slug| base.has_listing(slug))
        }
        (Some("apps"), Some(slug)) => slug == "a-z" || base.file(FileRole::App, slug).is_some(),
        (Some("publishers"), Some(slug)) => slug == "a-z" || base.file(FileRole::Publisher, slug).is_some(),
        (Some("collections"), Some(slug)) => slug == "a-z" || base.file(FileRole::Collection, slug).is_some(),
        (Some("tags"), Some(id)) => base.tag(id).is_some(),
        (Some("agreements"), Some(version)) => base.file(FileRole::Agreement, version).is_some(),
        _ => true,
    }
}

/// Takes those of `others` that a page or a stylesheet of `files` names.
fn take_named(files: &mut BTreeMap<String, Vec<u8>>, others: BTreeMap<String, Vec<u8>>) {
    let (styles, others): (BTreeMap<_, _>, BTreeMap<_, _>) = others.into_iter().partition(|(path, _)| path.ends_with(".css"));
    files.extend(styles);
    let texts: String = files.values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    let named: BTreeSet<&str> = texts.split(['"', '/', ' ', ',', '#', '?']).collect();
    let encoded = |path: &str| crate::site::SitePath::file(path.rsplit('/').next().unwrap_or(path));
    let is_named = |path: &str| named.contains(crate::site::Address::local().url(&encoded(path)).trim_start_matches('/'));
    files.extend(others.into_iter().filter(|(path, _)| is_named(path)));
}

/// The colours and measures of the default theme, on which the first page is drawn whatever the site looks like.
fn tokens() -> String {
    let seeds = built_in_document(DEFAULT).and_then(|document| match document.content {
        Content::Theme(file) => Seeds::from_file(&file),
        _ => None,
    });
    seeds.map_or_else(|| unreachable!("the default theme has an accent"), |seeds| custom_properties(&seeds))
}
