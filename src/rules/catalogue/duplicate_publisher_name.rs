//! `duplicate-publisher-name`

use super::folding::{Double, Named, doubles};
use super::seniority::Seniority;
use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::format::Content;
use crate::rules::Occasion;
use crate::rules::format::scalar::shortened;
use crate::rules::rule::rule;

rule! {
    /// Two publishers have the same name, or names that look the same.
    ///
    /// Visitors judge a connector by who made it. With a second publisher of that name, anyone could pass for the first.
    ///
    /// ```files,fails
    /// ==> publishers/akme.yaml <==
    /// name: Acmе Works
    /// ```
    /// ```files,passes
    /// ==> publishers/akme.yaml <==
    /// name: Akme Bakery
    /// ```
    DUPLICATE_PUBLISHER_NAME = { id: "C013", name: "duplicate-publisher-name", level: Error, since: "0.1", check: Calendar(check) }
}

fn check(draft: &Draft, occasion: &Occasion, findings: &mut Findings<'_>) {
    let seniority = Seniority::new(draft, occasion);
    let named = draft.below("publishers").filter_map(|document| match &document.content {
        Content::Publisher(publisher) => {
            let name = publisher.name.spanned()?;
            Some(Named { name: &name.value, path: &document.path, span: name.span })
        }
        _ => None,
    });
    let mut names: Vec<_> = named.collect();
    names.sort_by_cached_key(|named| seniority.rank(named.path));
    for Double { later, first } in doubles(names.into_iter()) {
        let message = if later.name == first.name {
            format!("another publisher is called `{}`", shortened(later.name))
        } else {
            format!("`{}` looks the same as `{}`, the name of another publisher", shortened(later.name), shortened(first.name))
        };
        findings
            .elsewhere(later.path, Some(later.span), message)
            .related(first.path, Some(first.span), "this one")
            .help("if both are the same, keep one file; otherwise write the name as it is registered, with what sets it apart");
    }
}
