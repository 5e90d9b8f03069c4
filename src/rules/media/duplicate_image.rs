//! `duplicate-image`

use std::collections::HashMap;

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::Content;
use crate::rules::rule::rule;

rule! {
    /// Two images of a listing are the same file.
    ///
    /// Visitors who turn to the next image see the same one again, and download it twice. Usually the wrong file was copied, and the
    /// right one is missing.
    ///
    /// ```files,fails
    /// ==> listings/acme/screenshots/a.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ==> listings/acme/screenshots/b.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    /// ```files,passes
    /// ==> listings/acme/screenshots/b.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v4z"/></svg>
    /// ```
    DUPLICATE_IMAGE = { id: "L157", name: "duplicate-image", former: ["image-doubled"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let mut seen = HashMap::new();
    for document in listing.documents() {
        let Content::Image(media) = &document.content else { continue };
        match seen.insert(media.digest, document) {
            Some(first) if !listing.is_gone() => {
                findings
                    .elsewhere(
                        &document.path,
                        None,
                        format!("`{}` is the same image as `{}`", document.path.file_name(), first.path.file_name()),
                    )
                    .related(&first.path, None, "the same bytes")
                    .help("replace one with the image that was meant, or delete it");
            }
            _ => {}
        }
    }
}
