//! `rule-renamed`

use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::named;
use crate::rules::rule::rule;
use crate::rules::scalar::scalar;
use crate::source::Spanned;

rule! {
    /// A file names a rule by its former name.
    ///
    /// The former name still works in this release. From the next release on, it is unknown, and its line has no effect.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// levels: {tag-doubled: error}
    /// ```
    /// ```yaml,fails
    /// tags: [crm, crm]
    /// allow: [{rule: tag-doubled, reason: The example needs a duplicate.}]
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// levels: {duplicate-tag: error}
    /// ```
    RULE_RENAMED = { id: "F084", name: "rule-renamed", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    match &document.content {
        Content::Settings(settings) => {
            let names = settings.levels.get().into_iter().flat_map(|map| map.0.iter().map(|(name, _)| name));
            each_former(names.clone(), |name, current| {
                let finding = findings.at(name.span, message(name, current));
                // Two keys of one name cannot be read.
                match names.clone().find(|other| *other.value == *current) {
                    Some(other) => finding.help(format!("`{current}` also has a level: keep one of the two lines")).related(
                        &document.path,
                        Some(other.span),
                        "the same rule",
                    ),
                    None => finding.fix(name.span, scalar(current)),
                };
            });
        }
        Content::Listing(listing) => {
            let names = listing.allow.items().iter().filter_map(|entry| entry.rule.spanned());
            each_former(names, |name, current| {
                findings.at(name.span, message(name, current)).fix(name.span, scalar(current));
            });
        }
        _ => {}
    }
}

/// Calls `tell` with each of `names` that is a former name, and the current name.
fn each_former<'raw>(names: impl Iterator<Item = &'raw Spanned<Box<str>>>, mut tell: impl FnMut(&Spanned<Box<str>>, &'static str)) {
    for name in names {
        if let Some(rule) = named(name).filter(|rule| rule.code.name != &*name.value) {
            tell(name, rule.code.name);
        }
    }
}

fn message(name: &str, current: &str) -> String {
    format!("rule `{name}` is now called `{current}`")
}
