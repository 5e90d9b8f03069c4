//! `publisher-unknown`

use crate::catalogue::RawListing;
use crate::diagnostic::{Findings, nearest};
use crate::format::FileRole;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, scalar, shortened};

rule! {
    /// The listing names a publisher that the catalogue does not know.
    ///
    /// The page would name a publisher about whom nothing is known, and nobody could say who may change the listing.
    ///
    /// ```yaml,fails
    /// publisher: acme-works
    /// ```
    /// ```yaml,passes
    /// publisher: acme
    /// ```
    PUBLISHER_UNKNOWN = { id: "L031", name: "publisher-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(publisher) = listing.file.publisher.spanned().filter(|_| !listing.is_gone()) else { return };
    if listing.raw.file(FileRole::Publisher, publisher).is_some() {
        return;
    }
    let by_name = |slug: &&str| {
        let name = listing.raw.publisher(slug).and_then(|file| file.name.get());
        loose(slug) == loose(publisher) || name.is_some_and(|name| loose(name) == loose(publisher))
    };
    let same = listing.raw.slugs(FileRole::Publisher).find(by_name);
    let near = same.or_else(|| nearest(publisher, listing.raw.slugs(FileRole::Publisher)));
    let finding = findings.at(publisher.span, format!("unknown publisher `{}`", shortened(publisher))).did_you_mean(near);
    match same {
        Some(same) => finding.fix(publisher.span, scalar(same)),
        None => finding.help("publishers are the files in `publishers/`; the same submission may add one"),
    };
}
