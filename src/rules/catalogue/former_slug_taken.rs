//! `former-slug-taken`

use std::collections::HashMap;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::Seniority;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::rules::slug::{is_reserved, is_valid};

rule! {
    /// A former slug cannot redirect, because it is in use, claimed twice, or was never a slug.
    ///
    /// Links to an old URL lead to the listing's new one. That works only as long as nothing else has the old URL.
    ///
    /// ```yaml,fails
    /// former_slugs: [other]
    /// ```
    /// ```yaml,passes
    /// former_slugs: [acme-chat]
    /// ```
    FORMER_SLUG_TAKEN = { id: "C006", name: "former-slug-taken", level: Error, costs: Value, fixed: true, since: "0.1", check: Claim(check) }
}

fn check(raw: &RawCatalogue, seniority: &Seniority<'_>, findings: &mut Findings<'_>) {
    let mut listings: Vec<_> = raw.listings().collect();
    listings.sort_by_cached_key(|listing| seniority.rank(&listing.document.path));
    let mut claimed = HashMap::new();
    for listing in listings {
        let path = &listing.document.path;
        for former in listing.file.former_slugs.items() {
            let slug = &*former.value;
            if !is_valid(slug) || is_reserved(slug) {
                findings
                    .elsewhere(path, Some(former.span), format!("`{}` was never a slug", shortened(slug)))
                    .help("write the former name of the listing's folder, or remove the entry");
            } else if raw.has_listing(slug) {
                let help = if slug == listing.slug {
                    "remove it: it is the listing's own slug"
                } else {
                    "remove it: another listing has this slug now"
                };
                findings.elsewhere(path, Some(former.span), format!("former slug `{slug}` is in use")).help(help);
            } else if let Some((first_path, first_span)) = claimed.get(slug) {
                let finding = findings
                    .elsewhere(path, Some(former.span), format!("former slug `{slug}` is claimed twice"))
                    .related(first_path, Some(*first_span), "first claimed here")
                    .help("keep it in the listing that visitors of the old URL look for");
                seniority.weigh(first_path, path, finding);
            } else {
                claimed.insert(slug, (path.clone(), former.span));
            }
        }
    }
}
