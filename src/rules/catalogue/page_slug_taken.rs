//! `page-slug-taken`

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::format::Place;
use crate::rules::rule::rule;

rule! {
    /// A page of prose has the name of a page that the site has already.
    ///
    /// Both would be at the same address. The site's own page wins, and what was written here is never seen.
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

/// The first words of the addresses of pages that every site has. Words that no file may be called by are left to `slug-reserved`.
const TAKEN: [&str; 10] = ["agreements", "announced", "apps", "browse", "collections", "listings", "publishers", "queue", "rules", "tags"];

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    for document in draft.below("pages") {
        let Place::Page(slug) = Place::of(&document.path) else { continue };
        if TAKEN.contains(&slug) {
            findings
                .elsewhere(&document.path, None, format!("the site has a page at `/{slug}/` already"))
                .help(format!("rename the file, for example to `about-{slug}.md`"));
        }
    }
}
