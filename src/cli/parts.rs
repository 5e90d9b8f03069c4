//! The listings, folders and files that a command line names, as paths of the content folder.

use std::path::Path;

use super::content;
use crate::catalogue::Draft;
use crate::diagnostic::nearest;

/// What `named` means below the content folder `content`: `content/listings/acme`, `listings/acme/README.md` and `acme` all mean `listings/acme`,
/// and so does `.` for who stands in that folder. Any other file or folder means itself.
///
/// # Errors
/// When nothing of the catalogue lies there; with the nearest listing, if one is near.
pub(super) fn parts(draft: &Draft, content: &Path, named: &[String]) -> Result<Vec<String>, String> {
    named.iter().map(|name| part(draft, content, name)).collect()
}

fn part(draft: &Draft, content: &Path, name: &str) -> Result<String, String> {
    let inside =
        content::within(content, name).filter(|path| draft.documents().any(|document| Path::new(document.path.as_str()).starts_with(path)));
    let relative = inside.as_deref().unwrap_or(Path::new(name));
    let segments: Vec<_> = relative.iter().map(|segment| segment.to_string_lossy()).filter(|segment| segment != ".").collect();
    let part = match &segments[..] {
        [folder, slug, ..] if folder == "listings" => format!("listings/{slug}"),
        [slug] if draft.has_listing(slug) => format!("listings/{slug}"),
        _ => segments.join("/"),
    };
    if draft.documents().any(|document| document.path.is_below(&part)) {
        return Ok(part);
    }
    let slug = part.rsplit('/').next().unwrap_or(&part);
    let hint = nearest(slug, draft.listing_slugs()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    Err(format!("there is no listing, folder or file `{name}` in `{}`{hint}", content.display()))
}
