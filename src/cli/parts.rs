//! The listings, folders and files that a command line names, as paths of the content folder.

use std::path::Path;

use super::content;
use crate::catalogue::RawCatalogue;
use crate::diagnostic::nearest;
use crate::format::{FileRole, listing_folder};
use crate::workspace::flat;

/// Returns the path of `named` below the content folder `content`: `content/listings/acme`, `listings/acme/README.md` and `acme` all mean `listings/acme`,
/// and so does `.` in that folder. Any other file or folder means itself.
///
/// The content folder itself means everything, and so there is no part to name.
///
/// # Errors
/// When nothing of the catalogue is there; with the places that were looked at, and the nearest listing, if one is near.
pub(super) fn parts(raw: &RawCatalogue, content: &Path, named: &[String]) -> Result<Vec<String>, String> {
    let parts = named.iter().map(|name| part(raw, content, name)).collect::<Result<Vec<_>, _>>()?;
    Ok(if parts.iter().any(String::is_empty) { Vec::new() } else { parts })
}

/// Returns the slug of the listing that `name` names, by its folder or a former slug, too.
///
/// # Errors
/// As [`parts`], or when something else is there.
pub(super) fn listing(raw: &RawCatalogue, content: &Path, name: &str) -> Result<String, String> {
    if let Some(slug) = raw.followed(name) {
        return Ok(slug.to_owned());
    }
    let part = part(raw, content, name)?;
    let slug = part.strip_prefix("listings/").filter(|slug| raw.has_listing(slug));
    slug.map(str::to_owned).ok_or_else(|| format!("`{name}` is not a listing: name one by its slug, such as `channel-digest`"))
}

/// The path below the content folder that `name` means; empty for the folder itself.
fn part(raw: &RawCatalogue, content: &Path, name: &str) -> Result<String, String> {
    let inside = content::within(content, name);
    if inside.as_deref() == Some(Path::new("")) {
        return Ok(String::new());
    }
    let inside = inside.filter(|path| raw.documents().any(|document| Path::new(document.path.as_str()).starts_with(path)));
    let relative = inside.as_deref().unwrap_or(Path::new(name));
    let segments: Vec<_> = relative.iter().map(|segment| segment.to_string_lossy()).filter(|segment| segment != ".").collect();
    let part = match &segments[..] {
        [folder, slug, ..] if folder == "listings" => listing_folder(slug),
        [slug] if raw.has_listing(slug) => listing_folder(slug),
        _ => segments.join("/"),
    };
    if raw.documents().any(|document| document.path.is_below(&part)) {
        return Ok(part);
    }
    let slug = part.rsplit('/').next().unwrap_or(&part);
    let hint = nearest(slug, raw.slugs(FileRole::Listing)).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    Err(format!("{}{hint}", nowhere(content, name)))
}

/// Returns the error for `name`, which is nothing of the catalogue in `content`: whether it is elsewhere, and where it was looked for.
fn nowhere(content: &Path, name: &str) -> String {
    let absolute = |path: &Path| std::path::absolute(path).map_or_else(|_| path.to_owned(), |path| flat(&path));
    let (here, folder) = (absolute(Path::new(name)), absolute(content));
    if here.exists() && !here.starts_with(&folder) {
        return format!(
            "`{name}` is `{}`, which is outside the content folder `{}`: pass the right content folder with `--content`",
            here.display(),
            folder.display()
        );
    }
    let mut places = vec![here, folder.join(name)];
    if !name.contains(['/', '\\']) {
        places.push(folder.join(listing_folder(name)));
    }
    places.dedup();
    let places: Vec<String> = places.iter().map(|place| format!("`{}`", place.display())).collect();
    let (last, rest) = places.split_last().map_or(("", &[][..]), |(last, rest)| (last.as_str(), rest));
    let places = if rest.is_empty() { last.to_owned() } else { format!("{} and {last}", rest.join(", ")) };
    format!("no listing, folder or file `{name}` in `{}`: looked for {places}", content.display())
}
