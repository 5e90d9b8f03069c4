//! `heading-repeats-name`

use super::readme::readme_of;
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::loose;
use crate::rules::scalar::shortened;

rule! {
    /// A README begins with the name of its listing.
    ///
    /// The page already shows the name at its top. Visitors first read the same again, and what the listing does
    /// comes further down.
    ///
    /// ```markdown,fails
    /// # Acme Messages
    ///
    /// Posts a line for every order.
    /// ```
    /// ```markdown,passes
    /// Posts a line for every order.
    ///
    /// ## Setup
    ///
    /// Install it.
    /// ```
    HEADING_REPEATS_NAME = { id: "P008", name: "heading-repeats-name", level: Info, since: "0.1", check: Placed(check) }
}

fn check(prose: &RawProse<'_>, raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let (Some(listing), Some(first)) = (readme_of(prose, raw), prose.outline.headings.first()) else { return };
    let Some(name) = listing.file.name.get() else { return };
    let source = prose.document.text.as_deref().unwrap_or_default();
    let is_on_top = source.get(..first.span.start as usize).is_some_and(|before| before.trim().is_empty());
    if is_on_top && first.level == 1 && loose(&first.text) == loose(name) {
        findings
            .at(first.span, format!("heading `{}` repeats the name of the listing", shortened(&first.text)))
            .help("begin with what the listing does; the page shows its name");
    }
}
