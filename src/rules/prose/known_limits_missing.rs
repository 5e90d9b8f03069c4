//! `known-limits-missing`

use std::sync::LazyLock;

use super::readme::{readme_of, speaks_of};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::words::Words;

/// Beginnings of words in the heading of such a section.
#[rustfmt::skip]
const WORDS: [&str; 28] = [
    "limit", "known issue", "known problem", "restriction", "caveat", "constraint", "unsupported", "not supported", "drawback",
    "gotcha", "good to know", "einschränkung", "grenzen", "bekannte", "restricc", "restriç", "limite", "beperking", "ogranicz",
    "ограничен", "sınır", "القيود", "حدود", "מגבלות", "制限", "限制", "제한", "注意事項",
];
static HEADINGS: LazyLock<Words> = LazyLock::new(|| Words::new(&[&WORDS], false));
/// How running text says it.
const PHRASES: [&str; 11] = [
    "does not include",
    "does not provide",
    "limitation",
    "not supported",
    "not support",
    "unsupported",
    "Known limit",
    "known issue",
    "only works with",
    "rate limit",
    "cannot be",
];
static SAID: LazyLock<Words> = LazyLock::new(|| Words::new(&[&PHRASES], false));

rule! {
    /// A README does not say what the listing cannot do.
    ///
    /// Every listing has limits: records it does not read, plans it does not work with. Visitors who find them after an hour of
    /// setup give up, and those who read about them first trust the rest. A reviewer asks for them anyway.
    ///
    /// Only texts with sections are checked, and neither child listings nor listings at the end of their life.
    ///
    /// ```markdown,fails
    /// Posts a line for every new order.
    ///
    /// ## Setup
    ///
    /// Install it.
    ///
    /// ## Usage
    ///
    /// Choose a channel.
    /// ```
    /// ```markdown,passes
    /// Posts a line for every new order.
    ///
    /// ## Setup
    ///
    /// Install it.
    ///
    /// ## Known limits
    ///
    /// Orders of more than a hundred lines are cut.
    /// ```
    KNOWN_LIMITS_MISSING = { id: "P012", name: "known-limits-missing", level: Info, since: "0.1", check: Placed(check) }
}

fn check(prose: &RawProse<'_>, raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(listing) = readme_of(prose, raw) else { return };
    // A text with sections has a place for it; in a few lines no one expects it.
    let has_parts = prose.outline.headings.len() > 1;
    // A child connector may leave it to its parent, and no one should start with a listing at the end of its life.
    let is_other = listing.file.parent.get().is_some() || listing.file.lifecycle.get().is_some();
    let text = prose.document.text.as_deref().unwrap_or_default();
    // A phrase in the running text is enough: "does not support attachments" says it as well as a heading.
    let says_so = || speaks_of(prose, &HEADINGS) || SAID.stand_in(text);
    if has_parts && !is_other && !says_so() {
        findings
            .whole("the README does not say what the listing cannot do")
            .help("add a section `## Known limits`: what is not read or written, and which plans or versions do not work");
    }
}
