//! `duplicate-name`

use std::collections::HashSet;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::bounds::NAME_CHARS;
use crate::rules::Seniority;
use crate::rules::folding::{Double, Likeness, Named, doubles};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::ContentPath;

rule! {
    /// Two listings have the same name.
    ///
    /// Visitors could not tell them apart, and one could pass for the other. Names that differ only in case, or in
    /// letters that look alike, count as the same.
    ///
    /// ```files,fails
    /// ==> listings/zebra/listing.yaml <==
    /// name: ACME messages
    /// app: Slack
    /// ```
    /// ```files,passes
    /// ==> listings/zebra/listing.yaml <==
    /// name: Acme Alerts
    /// app: Slack
    /// ```
    DUPLICATE_NAME = { id: "C001", name: "duplicate-name", level: Error, costs: Page, since: "0.1", check: Claim(check) }
}

fn check<'raw>(raw: &'raw RawCatalogue, seniority: &Seniority<'raw>, findings: &mut Findings<'_>) {
    let names = raw.listings().filter_map(|listing| Named::new(listing.document, &listing.file.name));
    let taken: HashSet<&str> = raw.listings().filter_map(|listing| listing.file.name.get()).map(|name| &**name).collect();
    let (doubles, seniority) = doubles(names, seniority);
    for double in doubles {
        let Double { later, first, likeness } = double;
        let slug = first.path.segments().nth(1).unwrap_or_default();
        let message = if likeness != Likeness::Same {
            format!("`{}` is easily confused with `{}`, the name of listing `{slug}`", shortened(later.name), shortened(first.name))
        } else if later.name == first.name {
            format!("listing `{slug}` is also called `{}`", shortened(later.name))
        } else {
            format!("`{}` looks the same as `{}`, the name of listing `{slug}`", shortened(later.name), shortened(first.name))
        };
        let finding = findings
            .elsewhere(later.path, Some(later.span), message)
            .related(first.path, Some(first.span), "the other listing")
            .help(what_sets_apart(raw, &taken, later.path, first.path));
        double.weigh(&seniority, finding);
    }
}

/// How to tell the listing at `later` from the one at `first`: by its publisher or by a category of its own, if that makes a name which is not
/// `taken`.
fn what_sets_apart(raw: &RawCatalogue, taken: &HashSet<&str>, later: &ContentPath, first: &ContentPath) -> String {
    let listing = |path: &ContentPath| path.segments().nth(1).and_then(|slug| raw.listing(slug));
    let named = || {
        let (later, first) = (listing(later)?, listing(first)?);
        let name = later.file.name.get()?;
        let base = name.rsplit_once(" (").map_or(&**name, |(base, _)| base);
        let publisher = later.file.publisher.get().filter(|slug| first.file.publisher.get() != Some(slug));
        let publisher = publisher.and_then(|slug| raw.publisher(slug)?.name.get());
        let by_publisher = publisher.filter(|publisher| !name.contains(&***publisher)).map(|publisher| format!("{name} ({publisher})"));
        let of_first: Vec<&str> = first.file.tags.items().iter().map(|tag| &*tag.value).collect();
        let tags = later
            .file
            .tags
            .items()
            .iter()
            .filter(|tag| !of_first.contains(&&*tag.value))
            .filter_map(|tag| raw.tag(&tag.value)?.label.get());
        let by_tag = tags.map(|label| format!("{base} ({label})"));
        by_publisher.into_iter().chain(by_tag).find(|proposed| proposed.chars().count() <= NAME_CHARS && !taken.contains(&**proposed))
    };
    match named() {
        Some(proposed) => format!("add what makes it different, as in `{proposed}`"),
        None => "if both do the same, retire one with `lifecycle`; otherwise add what makes this one different".to_owned(),
    }
}
