//! `readme-too-short`

use super::readme::readme_of;
use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Findings, counted};
use crate::rules::RawProse;
use crate::rules::rule::rule;

/// Fewer words are not even a paragraph.
const MIN_WORDS: usize = 25;

rule! {
    /// A README is very short.
    ///
    /// Visitors read it to decide whether the listing does what they need. A line or a link to another site sends them away to find out,
    /// and most do not come back.
    ///
    /// ```markdown,fails
    /// See our site.
    /// ```
    /// ```markdown,passes
    /// Posts a line to a channel for every new order of the shop, with its number, its sum and a link to it.
    ///
    /// ## Setup
    ///
    /// Sign in with your account, choose a channel, and save.
    /// ```
    README_TOO_SHORT = { id: "P010", name: "readme-too-short", level: Warn, since: "0.1", check: Placed(check) }
}

fn check(prose: &RawProse<'_>, raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let n_words = prose.outline.n_words;
    // A few words under separate headings are an answer each.
    if readme_of(prose, raw).is_some() && n_words < MIN_WORDS && prose.outline.headings.len() < 2 {
        findings
            .whole(format!("the README has {}", counted(n_words, "word")))
            .help("say what the listing does, for whom, and how to set it up");
    }
}
