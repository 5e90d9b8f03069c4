//! `slug-reserved`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::slug::{all, is_reserved};

rule! {
    /// The name of a file or folder is reserved.
    ///
    /// The site uses some names itself (`index`, `assets`, `search`, `api`, `new`, `a-z`, `404`), and Windows cannot store others (`con`,
    /// `prn`, `aux`, `nul`, `com1` to `com9`, `lpt1` to `lpt9`), so nobody there could check out the repository.
    ///
    /// ```files,fails
    /// ==> apps/con.yaml <==
    /// name: Con
    /// ```
    /// ```files,passes
    /// ==> apps/con-app.yaml <==
    /// name: Con
    /// ```
    SLUG_RESERVED = { id: "C004", name: "slug-reserved", level: Error, costs: Page, fixed: true, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for (document, slug) in all(raw).filter(|(_, slug)| is_reserved(&slug.to_ascii_lowercase())) {
        findings
            .elsewhere(&document.path, None, format!("the name `{slug}` is reserved"))
            .help(format!("choose another one, such as `{}-app`", slug.to_ascii_lowercase()));
    }
}
