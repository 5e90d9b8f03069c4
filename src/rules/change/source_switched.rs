//! `source-switched`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::{SourceKind, SourceSwitch};
use crate::rules::rule::rule;

rule! {
    /// A published listing changes between open and closed source.
    ///
    /// Its users chose it because its source was open, or although it was closed. So a listing switches in two steps: the first change unpublishes it
    /// (`lifecycle: {state: unpublished, …}`), the second one sets the new `source` and removes `lifecycle`. A catalogue that allows the switch at any
    /// time says `policy: {source_switch: free}`.
    ///
    /// ```yaml,fails
    /// source: closed
    /// source_url:
    /// regions: [us]
    /// ```
    /// ```yaml,passes
    /// source: open
    /// ```
    SOURCE_SWITCHED = { id: "R001", name: "source-switched", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    if change.base.settings().policy.or_default().source_switch() == SourceSwitch::Free {
        return;
    }
    for (listing, was, is) in change.edited() {
        // A listing that did not name its source has promised nothing.
        let (Some(&before), Some(&after)) = (was.file.source.get(), is.file.source.get()) else { continue };
        if before == after || was.is_gone() {
            continue;
        }
        let word = |kind| if kind == SourceKind::Open { "open" } else { "closed" };
        let slug = listing.slug;
        findings
            .elsewhere(
                &is.document.path,
                is.file.source.span(),
                format!("`{slug}` is published with {} source, but would become {}", word(before), word(after)),
            )
            .help("first propose a change that only writes `lifecycle: {state: unpublished, since: <today>, reason: author-request}`")
            .help(format!("after that is merged, propose `source: {}` and remove `lifecycle`", word(after)));
    }
}
