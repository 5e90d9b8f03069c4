//! `page-slug-taken`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::FileRole;
use crate::rules::rule::rule;

rule! {
    /// A page of prose has the URL of a built-in page.
    ///
    /// Both would have the same URL. The built-in page wins, and this page is never shown.
    ///
    /// ```files,fails
    /// ==> pages/browse.md <==
    /// ---
    /// title: How to browse
    /// ---
    /// Look around.
    /// ```
    /// ```files,passes
    /// ==> pages/how-to-browse.md <==
    /// ---
    /// title: How to browse
    /// ---
    /// Look around.
    /// ```
    PAGE_SLUG_TAKEN = { id: "C044", name: "page-slug-taken", former: ["page-takes-address"], level: Error, costs: Page, since: "0.1", check: Catalogue(check) }
}

/// The first segments of built-in URLs that every site has. `slug-reserved` checks the names that no file may have.
const TAKEN: [&str; 11] =
    ["agreements", "announced", "apps", "browse", "collections", "compare", "listings", "publishers", "queue", "rules", "tags"];

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for document in raw.files(FileRole::Page) {
        let (_, slug) = document.place();
        if TAKEN.contains(&slug) {
            findings
                .elsewhere(&document.path, None, format!("the site already has a page at `/{slug}/`"))
                .help(format!("rename the file, for example to `about-{slug}.md`"));
        }
    }
}
