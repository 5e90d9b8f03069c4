//! `circular-relation`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::source::Spanned;
use std::collections::BTreeMap;

rule! {
    /// Listings depend on each other in a cycle, are built on each other, or are copies of each other.
    ///
    /// Someone who installs one is sent from page to page without end. An update of a parent is announced to its children, and in a cycle every
    /// listing is a child of itself.
    ///
    /// ```files,fails
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: HubSpot
    /// depends_on: [yak]
    /// ==> listings/yak/listing.yaml <==
    /// name: Yak Rows
    /// app: HubSpot
    /// depends_on: [zebra]
    /// ```
    /// ```files,passes
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: HubSpot
    /// depends_on: [yak]
    /// ==> listings/yak/listing.yaml <==
    /// name: Yak Rows
    /// app: HubSpot
    /// ```
    CIRCULAR_RELATION = { id: "C012", name: "circular-relation", former: ["relation-loop"], level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let parents = raw.listings().map(|listing| (listing.slug, listing.file.parent.spanned().into_iter().collect())).collect();
    let originals = raw.listings().map(|listing| (listing.slug, listing.file.original().into_iter().collect())).collect();
    let needs = raw.listings().map(|listing| (listing.slug, listing.file.depends_on.items().iter().collect())).collect();
    say(raw, findings, &parents, "is built on", "keep `parent` in the children, and remove it from the parent");
    say(raw, findings, &originals, "is a copy of", "keep `derived_from` in the copies, and remove it from the original");
    say(raw, findings, &needs, "depends on", "remove one `depends_on`: one of them must work without the others");
}

/// A longer cycle is not listed name by name.
const MAX_NAMED: usize = 8;

/// The references of each listing, by slug.
type Relations<'raw> = BTreeMap<&'raw str, Vec<&'raw Spanned<Box<str>>>>;

fn say(raw: &RawCatalogue, findings: &mut Findings<'_>, relations: &Relations<'_>, verb: &str, help: &str) {
    for circle in loops(relations) {
        let Some(last) = raw.listing(circle.last) else { continue };
        findings.elsewhere(&last.document.path, Some(circle.closing.span), circle.around(verb)).label("closes the cycle").help(help);
    }
}

/// Listings that refer to each other in a cycle.
struct Circle<'raw> {
    /// The first listings of the cycle; a message of five thousand helps nobody.
    first: Vec<&'raw str>,
    /// How many come between those and the last one.
    n_between: usize,
    last: &'raw str,
    /// The reference of the last one to the first.
    closing: &'raw Spanned<Box<str>>,
}

impl Circle<'_> {
    /// The cycle, in the words of a message.
    fn around(&self, verb: &str) -> String {
        let name = |slug: &&str| format!("`{slug}`");
        let between = (self.n_between > 0).then(|| format!("{} others, the last of which", self.n_between));
        let names = self.first.iter().map(name).chain(between).chain([&self.last, &self.first[0]].map(name));
        names.collect::<Vec<_>>().join(&format!(" {verb} "))
    }
}

/// Every cycle, once: its listings and the reference that closes it. A listing that refers to itself belongs to other rules.
///
/// Depth first without recursion, so that a long chain of hostile listings exhausts no stack; each listing and reference is seen once.
fn loops<'raw>(relations: &Relations<'raw>) -> Vec<Circle<'raw>> {
    let mut found = Vec::new();
    let mut done: BTreeMap<&str, bool> = BTreeMap::new();
    for &root in relations.keys() {
        if done.contains_key(root) {
            continue;
        }
        done.insert(root, false);
        let mut way = vec![(root, 0)];
        while let Some((slug, next)) = way.last_mut() {
            let Some(&reference) = relations.get(slug).and_then(|references| references.get(*next)) else {
                done.insert(slug, true);
                way.pop();
                continue;
            };
            *next += 1;
            let Some((&target, _)) = relations.get_key_value(&*reference.value) else { continue };
            match done.get(target) {
                None => {
                    done.insert(target, false);
                    way.push((target, 0));
                }
                Some(false) => {
                    let start = way.iter().position(|&(slug, _)| slug == target).unwrap_or_default();
                    if let [first @ .., (last, _)] = &way[start..]
                        && !first.is_empty()
                    {
                        let n_first = if first.len() > MAX_NAMED { MAX_NAMED / 2 } else { first.len() };
                        let named = first[..n_first].iter().map(|&(slug, _)| slug).collect();
                        found.push(Circle { first: named, n_between: first.len() - n_first, last, closing: reference });
                    }
                }
                Some(true) => {}
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    /// The ways around in `n` listings, each of which needs the next and the first.
    fn ways(n: usize) -> Vec<String> {
        let slugs: Vec<String> = (0..n).map(|at| format!("l{at:04}")).collect();
        let needs = |at: usize| [slugs.get(at + 1), slugs.first()].into_iter().flatten();
        let needs: Vec<Vec<_>> =
            (0..n).map(|at| needs(at).map(|slug| Spanned::new(slug.as_str().into(), Span::default())).collect()).collect();
        let relations: Relations<'_> = slugs.iter().zip(&needs).map(|(slug, needs)| (slug.as_str(), needs.iter().collect())).collect();
        loops(&relations).iter().map(|circle| circle.around("depends on")).collect()
    }

    #[test]
    fn a_cycle_is_reported_with_its_listings() {
        assert_eq!(ways(2), ["`l0000` depends on `l0001` depends on `l0000`"]);
    }

    #[test]
    fn a_long_cycle_is_shortened() {
        let ways = ways(5_000);
        let longest = "`l0000` depends on `l0001` depends on `l0002` depends on `l0003` depends on 4995 others, the last of which depends on `l4999` depends on `l0000`";
        assert_eq!(ways.len(), 4_999);
        assert!(ways.iter().all(|way| way.len() < 180));
        assert!(ways.iter().any(|way| way == longest));
    }
}
