//! `version-not-listed`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::Field;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// `released`, `shared` or `tested` names a version that is not among `versions`.
    ///
    /// The page would promise a version about which nothing is known: neither its date nor its changes.
    ///
    /// ```yaml,fails
    /// shared: 0.9.0
    /// ```
    /// ```yaml,passes
    /// shared: 1.0.0
    /// ```
    VERSION_NOT_LISTED = { id: "L063", name: "version-not-listed", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let versions = file.versions.items();
    // An entry whose number cannot be read may be the one that is meant; it is already reported.
    let is_unclear = matches!(file.versions, Field::Invalid(_)) || versions.iter().any(|entry| matches!(entry.version, Field::Invalid(_)));
    if is_unclear || listing.is_gone() {
        return;
    }
    let tested = file.tested.get().and_then(|tested| tested.version.spanned());
    for (key, named) in [("released", file.released.spanned()), ("shared", file.shared.spanned()), ("tested", tested)] {
        let Some(named) = named else { continue };
        if versions.iter().any(|entry| entry.version.get() == Some(&named.value)) {
            continue;
        }
        let finding = findings.at(named.span, format!("`{key}` names version `{}`, which is not listed", shortened(named.as_str())));
        let mut listed = versions.iter().filter_map(|entry| entry.version.get());
        if let Some(alike) = listed.find(|version| version.has_order() && version.precedence(&named.value).is_eq()) {
            finding
                .help(format!(
                    "`{}` is listed, which is another spelling of the same number: use the same spelling",
                    shortened(alike.as_str())
                ))
                .suggest(named.span, scalar(alike.as_str()));
            continue;
        }
        let newest = file.newest_first().into_iter().filter_map(|entry| entry.version.get()).take(5);
        let known: Vec<_> = newest.map(|version| format!("`{}`", shortened(version.as_str()))).collect();
        let finding = if known.is_empty() { finding } else { finding.help(format!("the newest listed versions are {}", known.join(", "))) };
        finding.help("add an entry for it below `versions`, or name a listed one");
    }
}
