//! `slug-malformed`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::{FileRole, TagsFile};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::rules::slug::{MAX_CHARS, all, is_valid, suggestion};

rule! {
    /// The name of a file or folder cannot be part of a URL.
    ///
    /// The name becomes the URL of the page, and people type, print and read out URLs: lower-case letters, digits and single hyphens
    /// between them survive all of that. The ids of tags become URLs, too; the names of agreements may contain dots.
    ///
    /// ```files,fails
    /// ==> listings/Acme_Alerts/listing.yaml <==
    /// name: Acme Alerts
    /// app: Slack
    /// ```
    /// ```files,passes
    /// ==> listings/acme-alerts/listing.yaml <==
    /// name: Acme Alerts
    /// app: Slack
    /// ```
    SLUG_MALFORMED = { id: "C003", name: "slug-malformed", level: Error, costs: Page, fixed: true, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for (document, slug) in all(raw) {
        let is_agreement = document.role == FileRole::Agreement;
        let is_fine = is_valid(slug) || (is_agreement && slug.len() <= MAX_CHARS && slug.split('.').all(is_valid));
        if !is_fine {
            let finding = findings.elsewhere(&document.path, None, format!("`{}` cannot be part of a URL", shortened(slug)));
            say_how(finding, slug);
        }
    }
    let Some((document, tags)) = raw.all::<TagsFile>().next() else { return };
    for id in tags.0.iter().filter_map(|tag| tag.id.spanned()).filter(|id| !is_valid(id)) {
        let finding = findings.elsewhere(&document.path, Some(id.span), format!("tag `{}` cannot be part of a URL", shortened(id)));
        say_how(finding, id);
    }
}

fn say_how(finding: crate::diagnostic::FindingBuilder<'_>, slug: &str) {
    let finding = match suggestion(slug).filter(|suggested| suggested != slug) {
        Some(suggested) => finding.help(format!("rename it to `{suggested}`")),
        None => finding,
    };
    finding.help(format!("use lower-case letters, digits and single hyphens between them, at most {MAX_CHARS} characters"));
}
