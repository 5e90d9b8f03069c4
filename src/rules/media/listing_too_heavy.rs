//! `listing-too-heavy`

use std::collections::BTreeMap;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

/// Six good screenshots, an icon and a long README come to a fifth of this.
const MAX_BYTES: u64 = 5 << 20;

rule! {
    /// The files of a listing have more than five megabytes in total.
    ///
    /// Everyone who clones the catalogue downloads them, permanently: they stay in the git history. Reviewers wait for them, and
    /// so does every build.
    LISTING_TOO_HEAVY = { id: "L161", name: "listing-too-heavy", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let mut weights: BTreeMap<&str, u64> = BTreeMap::new();
    for document in raw.documents() {
        if let Some(slug) = document.path.listing_slug() {
            *weights.entry(slug).or_default() += document.n_bytes;
        }
    }
    for (slug, n_bytes) in weights.into_iter().filter(|&(_, n_bytes)| n_bytes > MAX_BYTES) {
        let Some(listing) = raw.listing(slug) else { continue };
        findings
            .elsewhere(&listing.document.path, None, format!("the files of `{slug}` have {} KiB in total", n_bytes / 1024))
            .help(format!("scale images down or save them as WebP, to at most {} KiB in total", MAX_BYTES / 1024));
    }
}
