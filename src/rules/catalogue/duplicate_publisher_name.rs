//! `duplicate-publisher-name`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::PublisherFile;
use crate::rules::Seniority;
use crate::rules::folding::{Named, say_doubles};
use crate::rules::rule::rule;

rule! {
    /// Two publishers have the same name, or names that look the same.
    ///
    /// Visitors judge a listing by its publisher. With a second publisher of that name, anyone could pass for the first.
    ///
    /// ```files,fails
    /// ==> publishers/akme.yaml <==
    /// name: Acmе Works
    /// ```
    /// ```files,passes
    /// ==> publishers/akme.yaml <==
    /// name: Akme Bakery
    /// ```
    DUPLICATE_PUBLISHER_NAME = { id: "C013", name: "duplicate-publisher-name", level: Error, since: "0.1", check: Claim(check) }
}

fn check<'raw>(raw: &'raw RawCatalogue, seniority: &Seniority<'raw>, findings: &mut Findings<'_>) {
    let names = raw.all::<PublisherFile>().filter_map(|(document, publisher)| Named::new(document, &publisher.name));
    say_doubles(
        findings,
        seniority,
        names,
        "publisher",
        "if both are the same, keep one file; otherwise write the registered name, with what makes it different",
    );
}
