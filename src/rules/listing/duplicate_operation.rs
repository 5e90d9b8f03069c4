//! `duplicate-operation`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::repeats::repeats;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};

rule! {
    /// Two triggers, or two actions, have the same name.
    ///
    /// Nobody can tell them apart in the tables of the page and in search.
    ///
    /// ```yaml,fails
    /// operations: {actions: [{name: Post line}, {name: Post Line}]}
    /// ```
    /// ```yaml,passes
    /// operations: {actions: [{name: Post line}, {name: Edit line}]}
    /// ```
    DUPLICATE_OPERATION = { id: "L300", name: "duplicate-operation", former: ["operation-doubled"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(operations) = listing.file.operations.get().filter(|_| !listing.is_gone()) else { return };
    for (noun, list) in [("trigger", &operations.triggers), ("action", &operations.actions)] {
        let names = list.items().iter().filter_map(|operation| operation.name.spanned());
        for (name, first) in repeats(names, |name| (loose(name), name.span)) {
            findings
                .at(name.span, format!("{noun} `{}` is listed twice", shortened(name)))
                .label("listed again")
                .related(&listing.document.path, Some(first), "first listed here")
                .help("give each the name it has in the app, or merge the two");
        }
    }
}
