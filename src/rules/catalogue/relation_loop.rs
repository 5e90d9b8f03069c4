//! `relation-loop`

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::source::Spanned;
use std::collections::BTreeMap;

rule! {
    /// Listings need each other in a circle, or are copies of each other.
    ///
    /// Whoever installs one is sent from page to page and never arrives. An update of a parent is told to its children, and here every
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
    RELATION_LOOP = { id: "C012", name: "relation-loop", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    let parents = draft.listings().map(|listing| (listing.slug, listing.file.parent.spanned().into_iter().collect())).collect();
    let needs = draft.listings().map(|listing| (listing.slug, listing.file.depends_on.items().iter().collect())).collect();
    say(draft, findings, &parents, "is a copy of", "name the listing that was copied, and take `parent` out of the original");
    say(draft, findings, &needs, "needs", "one of them has to work without the others: take that `depends_on` away");
}

/// What each listing refers to.
type Relations<'draft> = BTreeMap<&'draft str, Vec<&'draft Spanned<Box<str>>>>;

fn say(draft: &Draft, findings: &mut Findings<'_>, relations: &Relations<'_>, verb: &str, help: &str) {
    for (way, closing) in loops(relations) {
        let Some(last) = way.last().and_then(|slug| draft.listing(slug)) else { continue };
        let around: Vec<String> = way.iter().chain(way.first()).map(|slug| format!("`{slug}`")).collect();
        findings
            .elsewhere(&last.document.path, Some(closing.span), around.join(&format!(" {verb} ")))
            .label("closes the circle")
            .help(help);
    }
}

/// Every circle, each once: the listings on its way and the reference that closes it. A listing of itself alone is no matter of this rule.
///
/// Depth first without recursion, so that a long chain of hostile listings exhausts no stack; each listing and reference is seen once.
fn loops<'draft>(relations: &Relations<'draft>) -> Vec<(Vec<&'draft str>, &'draft Spanned<Box<str>>)> {
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
                    let circle: Vec<_> = way.iter().map(|&(slug, _)| slug).skip_while(|&slug| slug != target).collect();
                    if circle.len() > 1 {
                        found.push((circle, reference));
                    }
                }
                Some(true) => {}
            }
        }
    }
    found
}
