//! A finding in every listing is about the catalogue, not about a listing: it is reported once.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, RunContext, all};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Code, Cost, Diagnostic, Findings};
use crate::source::ContentPath;

/// With fewer listings, each gets its own finding.
const FEW: usize = 20;

/// Replaces the findings of a rule about single listings by one about the settings at `settings`, if they are in every listing of `raw`, cost nothing
/// and none of the listings is being submitted.
pub(super) fn gather(found: Vec<Diagnostic>, raw: &RawCatalogue, context: &RunContext, settings: &ContentPath) -> Vec<Diagnostic> {
    let listings: BTreeSet<&str> =
        raw.listings().filter(|listing| !listing.is_gone()).map(|listing| listing.document.path.folder()).collect();
    if listings.len() < FEW || !context.submitted.is_empty() {
        return found;
    }
    let candidates: BTreeSet<Code> = all().filter(|rule| is_about_one(rule.check)).map(|rule| rule.code).collect();
    let mut places: BTreeMap<Code, BTreeSet<&str>> = BTreeMap::new();
    for finding in found.iter().filter(|finding| candidates.contains(&finding.code) && finding.cost == Cost::Nothing) {
        if let Some(listing) = listings.get(finding.path.folder()) {
            places.entry(finding.code).or_default().insert(listing);
        }
    }
    let everywhere: BTreeSet<Code> =
        places.into_iter().filter(|(_, places)| places.len() == listings.len()).map(|(code, _)| code).collect();
    if everywhere.is_empty() {
        return found;
    }
    let (repeated, mut rest): (Vec<Diagnostic>, _) = found.into_iter().partition(|finding| everywhere.contains(&finding.code));
    for code in everywhere {
        let Some(first) = repeated.iter().find(|finding| finding.code == code) else { continue };
        Findings::new(code, first.level, settings, &mut rest)
            .whole(format!("all {} listings have this finding: {}", listings.len(), first.message))
            .related(&first.path, first.span, "for example")
            .help(format!("if the catalogue does not need this, write `levels: {{{}: off}}`", code.name))
            .help("when one listing is fixed, the others are reported one by one");
    }
    rest
}

/// Whether the rule checks each listing on its own. Findings that come with time are tasks for each listing.
fn is_about_one(check: Check) -> bool {
    matches!(check, Check::Listing(_))
}
