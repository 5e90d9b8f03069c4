//! `placeholder-in-listing`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::rules::unfinished::unfinished;
use crate::source::Spanned;

rule! {
    /// A text in the listing contains a placeholder.
    ///
    /// "TODO" and "Lorem ipsum" tell a visitor that the listing is unfinished, and a reviewer that nobody read it before submitting it.
    ///
    /// ```yaml,fails
    /// summary: TODO
    /// ```
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.0.0, date: 2026-01-02, notes: Lorem ipsum dolor sit amet.}
    /// ```
    /// ```yaml,passes
    /// summary: Turns starred messages into a to-do list.
    /// ```
    PLACEHOLDER_IN_LISTING = { id: "L215", name: "placeholder-in-listing", former: ["text-unfinished"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    if let Some(name) = listing.file.name.spanned().filter(|name| is_of_template(name)) {
        findings.at(name.span, format!("the name `{}` comes from a template", shortened(name))).help("write what the listing is called");
    }
    for text in texts(listing) {
        if let Some((at, words)) = unfinished(text).first() {
            let written = text.get(*at..at + words.len()).unwrap_or(words);
            findings
                .at(text.span, format!("placeholder text `{}` was not replaced", shortened(written)))
                .help("replace it, or remove the key");
        }
    }
}

/// Whether `name` is what templates call their product.
fn is_of_template(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let (owner, thing) = name.split_once([' ', '-']).unwrap_or(("", &name));
    matches!(owner, "my" | "your" | "sample" | "example")
        && matches!(thing, "plugin" | "connector" | "app" | "integration" | "extension" | "listing")
        || matches!(&*name, "connector name" | "plugin name" | "app name")
}

/// The texts of the listing that are sentences.
fn texts<'raw>(listing: &RawListing<'raw>) -> impl Iterator<Item = &'raw Spanned<Box<str>>> {
    let file = listing.file;
    let operations = file.operations.get().map(|operations| operations.triggers.items().iter().chain(operations.actions.items()));
    let own = [&file.name, &file.summary].into_iter().filter_map(|field| field.spanned());
    let of_install = file.install.get().and_then(|install| install.path_note.spanned());
    let of_versions = file.versions.items().iter().filter_map(|version| version.notes.spanned());
    let of_operations =
        operations.into_iter().flatten().flat_map(|operation| [operation.name.spanned(), operation.summary.spanned()]).flatten();
    let of_screenshots = file.screenshots.items().iter().flat_map(|shot| [shot.alt.spanned(), shot.caption.spanned()]).flatten();
    own.chain(of_install).chain(of_versions).chain(of_operations).chain(of_screenshots)
}
