//! `image-unused`

use std::collections::BTreeSet;

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::Content;
use crate::rules::file_names::misnamed;
use crate::rules::rule::rule;
use crate::rules::target::{Target, decoded};
use crate::source::ContentPath;

rule! {
    /// No page shows an image of the listing.
    ///
    /// Usually it was meant to be a screenshot and its entry in `listing.yaml` was forgotten, so visitors never see it. If it is left
    /// over, everyone who clones the repository downloads it for nothing.
    ///
    /// ```files,fails
    /// ==> listings/acme/screenshots/b.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    /// ```files,passes
    /// ==> listings/acme/screenshots/b.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ==> listings/acme/README.md <==
    /// ## Setup
    ///
    /// ![A black square](screenshots/b.svg) and ![another](screenshots/a.svg)
    /// ```
    /// ```files,passes
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    IMAGE_UNUSED = { id: "L156", name: "image-unused", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let mut used: BTreeSet<ContentPath> = listing.icon().map(|(icon, _)| icon.path.clone()).into_iter().collect();
    let screenshots = listing.file.screenshots.items().iter().filter_map(|entry| listing.beside(entry.file.get()?));
    used.extend(screenshots.map(|document| document.path.clone()));
    used.extend(linked(listing));
    // Another text that the README links to may show any of them, and is not read.
    if listing.is_gone() || used.iter().any(|path| path.has_ending("md")) {
        return;
    }
    for document in listing.documents() {
        let is_named_wrongly = misnamed(&document.path).is_some();
        if matches!(document.content, Content::Image(_)) && !used.contains(&document.path) && !is_named_wrongly {
            let name = document.path.name_in_listing().unwrap_or_default();
            let finding = findings.elsewhere(&document.path, None, format!("no page shows `{name}`"));
            match listing.icon() {
                Some((icon, _)) if document.path.stem() == "icon" => {
                    finding.help(format!("`{}` is shown as the icon; delete one of the two", icon.path.file_name()))
                }
                _ => finding.help("add it to `screenshots:` in listing.yaml or to the README, or delete it"),
            };
        }
    }
}

/// The files that its texts show or link to.
fn linked(listing: &RawListing<'_>) -> Vec<ContentPath> {
    let links = listing.texts().flat_map(|(document, outline)| outline.links.iter().map(move |link| (document, link)));
    let files = links.filter_map(|(document, link)| match Target::new(&link.target) {
        Target::File(file, _) => document.path.resolve(&decoded(file), listing.folder()),
        _ => None,
    });
    files.collect()
}
