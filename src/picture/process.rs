//! A catalogue → the pictures of all its images, each made once and kept in the cache. Knows which images pages show and as what.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Cache, FOLDER, Made, Picture, Pictures, RECIPE, Role, entry, make};
use crate::catalogue::Catalogue;
use crate::fault;
use crate::parse::media::Media;
use crate::source::{ContentPath, Folder};

/// Images with more pixels than this are decoded one after the other: as many at once as there are cores could fill the memory.
const MAX_PARALLEL: u64 = 8_000_000;

/// An image that passed the checks and still cannot be decoded, so that no page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The image.
    pub path: ContentPath,
    /// The message of the decoder.
    pub because: String,
}

/// Receives a finished file: its path below the site's root, and its bytes.
pub type Store<'run, E> = &'run (dyn Fn(&str, &[u8]) -> Result<(), E> + Sync);

/// Makes the picture of every image that `catalogue` shows, and hands each file to `store` with its path below the site's root.
///
/// # Errors
/// The errors of `store`. An image that cannot be decoded is no error: it is left out.
pub fn process<E: Send>(
    catalogue: &Catalogue,
    folder: &dyn Folder,
    cache: &dyn Cache,
    store: Store<'_, E>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<(Pictures, Vec<Refused>), E> {
    let images = images(catalogue);
    let (large, small): (Vec<_>, Vec<_>) =
        images.iter().partition(|(_, (_, media))| u64::from(media.width) * u64::from(media.height) > MAX_PARALLEL);
    let n_done = AtomicUsize::new(0);
    let one = |(path, (role, media)): (&ContentPath, &(Role, &Media))| {
        let result = picture(path, *role, media, folder, cache);
        if let Ok(made) = &result {
            for (name, bytes) in &made.files {
                store(&format!("{FOLDER}{name}"), bytes)?;
            }
        }
        progress(n_done.fetch_add(1, Ordering::Relaxed) + 1, images.len());
        Ok((path.clone(), result.map(|made| made.picture)))
    };
    let mut results: Vec<(ContentPath, Result<Picture, String>)> = small.into_par_iter().map(one).collect::<Result<_, E>>()?;
    for image in large {
        results.push(one(image)?);
    }
    results.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut refused = Vec::new();
    let mut pictures = BTreeMap::new();
    for (path, result) in results {
        if let Err(because) = &result {
            refused.push(Refused { path: path.clone(), because: because.clone() });
        }
        pictures.insert(path, result.ok());
    }
    Ok((Pictures(pictures), refused))
}

/// The images of `catalogue`, each with the most demanding use that is made of it.
fn images(catalogue: &Catalogue) -> BTreeMap<ContentPath, (Role, &Media)> {
    let mut images: BTreeMap<ContentPath, (Role, &Media)> = BTreeMap::new();
    let mut add = |path: &ContentPath, role: Role, media| {
        let known = images.entry(path.clone()).or_insert((role, media));
        known.0 = known.0.max(role);
    };
    for icon in catalogue.apps.values().filter_map(|app| app.icon.as_ref()) {
        add(&icon.path, Role::Icon, &icon.media);
    }
    for listing in catalogue.listings.values().filter(|listing| !listing.is_gone()) {
        if let Some(icon) = &listing.icon {
            add(&icon.path, Role::Icon, &icon.media);
        }
        for shot in &listing.screenshots {
            add(&shot.image.path, Role::Screenshot, &shot.image.media);
        }
    }
    let files = catalogue.listings.values().filter(|listing| !listing.is_gone()).map(|listing| &listing.files);
    for (path, media) in files.chain(catalogue.pages.iter().map(|page| &page.files)).flatten() {
        if let Some(media) = media {
            add(path, Role::Prose, media);
        }
    }
    images
}

/// The picture of one image, from the cache if it is there.
fn picture(path: &ContentPath, role: Role, media: &Media, folder: &dyn Folder, cache: &dyn Cache) -> Result<Made, String> {
    let bytes = folder.read(path, path.role().limit()).map_err(|error| format!("it cannot be read any more: {error:?}"))?;
    let key = key(role.word(), &bytes);
    if let Some(made) = cache.get(&key).as_deref().and_then(entry::read) {
        return Ok(made);
    }
    // A decoder that stumbles over an image must not take the build with it.
    let made = fault::caught(|| make(media, &bytes, role)).unwrap_or_else(|_| Err("its decoder failed".to_owned()))?;
    cache.insert(&key, &entry::write(&made));
    Ok(made)
}

/// The card that `svg` describes, from the cache if it is there.
///
/// # Errors
/// In words, when `svg` cannot be drawn.
pub fn cached_card(svg: &str, cache: &dyn Cache) -> Result<Vec<u8>, String> {
    let key = key("card", svg.as_bytes());
    if let Some(bytes) = cache.get(&key).as_deref().and_then(entry::unseal) {
        return Ok(bytes.to_vec());
    }
    let bytes = fault::caught(|| super::card(svg)).map_err(|fault| fault.to_string())??;
    cache.insert(&key, &entry::seal(&bytes));
    Ok(bytes)
}

/// A name for everything that the result depends on.
fn key(what: &str, bytes: &[u8]) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("pressmark picture");
    hasher.update(&RECIPE.to_le_bytes());
    hasher.update(what.as_bytes());
    hasher.update(&[0]);
    hasher.update(bytes);
    hasher.finalize().to_hex().to_string()
}
