//! `doc-in-subfolder`

use crate::diagnostic::Findings;
use crate::format::{Document, FileRole};
use crate::rules::rule::rule;

rule! {
    /// A page of a listing's documentation is in a folder below `docs/`.
    ///
    /// Only `docs/<name>.md` becomes a page. A file in a folder below it is published as it is, without a link to it, and visitors see its Markdown.
    ///
    /// ```files,fails
    /// ==> listings/acme/docs/setup/windows.md <==
    /// # Setup on Windows
    /// ```
    /// ```files,passes
    /// ==> listings/acme/docs/setup-windows.md <==
    /// # Setup on Windows
    /// ```
    DOC_IN_SUBFOLDER = { id: "F052", name: "doc-in-subfolder", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let segments: Vec<&str> = document.path.segments().collect();
    let ["listings", _, "docs", folders @ .., file] = &segments[..] else { return };
    if document.role != FileRole::ListingFile || folders.is_empty() || !file.ends_with(".md") {
        return;
    }
    let flat = format!("docs/{}-{file}", folders.join("-"));
    findings
        .whole(format!("`docs/{}/{file}` is in a folder below `docs/` and does not become a page", folders.join("/")))
        .help(format!("move it to `{flat}`, and change the links that lead to it"));
}
