//! `screenshot-file-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::{Findings, nearest};
use crate::format::{Content, FileRole};
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// A screenshot's file is not in the listing's folder.
    ///
    /// Visitors would see a broken image icon. Screenshots are in the listing's folder, so that they are reviewed with it and do not
    /// vanish with another site.
    ///
    /// ```yaml,fails
    /// screenshots: [{file: screenshots/A.svg, alt: A square.}]
    /// ```
    /// ```yaml,passes
    /// screenshots: [{file: screenshots/a.svg, alt: A square.}]
    /// ```
    SCREENSHOT_FILE_MISSING = { id: "L080", name: "screenshot-file-missing", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    for file in listing.file.screenshots.items().iter().filter_map(|entry| entry.file.spanned()) {
        match listing.beside(file).map(|document| &document.content) {
            // A damaged image is reported at its own path.
            Some(Content::Image(_) | Content::Nothing) => {}
            Some(_) => {
                findings
                    .at(file.span, format!("screenshot `{}` is not an image", shortened(file)))
                    .help("name an SVG, PNG, WebP, JPEG or GIF file in the listing's folder");
            }
            None if file.contains("://") => {
                findings
                    .at(file.span, format!("screenshot `{}` is on another site", shortened(file)))
                    .help("put the image in `screenshots/` in the listing's folder and name it here");
            }
            None => missing(listing, file, findings),
        }
    }
}

fn missing(listing: &RawListing<'_>, file: &crate::source::Spanned<Box<str>>, findings: &mut Findings<'_>) {
    let images = listing.documents().filter(|document| document.role == FileRole::ListingImage);
    let images: Vec<&str> = images.filter_map(|document| document.path.name_in_listing()).collect();
    // Windows writes backslashes, and some count from the content folder.
    let path = file.replace('\\', "/");
    let path = path.strip_prefix(listing.folder()).and_then(|path| path.strip_prefix('/')).unwrap_or(&path);
    let same = images.iter().copied().find(|image| image.eq_ignore_ascii_case(path));
    let near = same.or_else(|| nearest(file, images.iter().copied()));
    let finding = findings.at(file.span, format!("no image `{}` in the listing's folder", shortened(file))).did_you_mean(near);
    match (same, near) {
        (Some(same), _) => {
            let why = match () {
                () if file.contains('\\') => "backslash in the path",
                () if same.eq_ignore_ascii_case(file) => "differs in case",
                () => "counted from another folder",
            };
            finding.label(why).fix(file.span, scalar(same))
        }
        (None, None) => finding.help(format!("add the file; its path is relative to `{}/`", listing.folder())),
        (None, Some(_)) => finding,
    };
}
