//! `troubleshooting-section-missing`

use std::sync::LazyLock;

use super::readme::{readme_of, speaks_of};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::words::Words;

/// Shorter texts have little to go wrong.
const MIN_WORDS: usize = 80;
/// Beginnings of words in the heading of such a section. English, then German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish, Arabic,
/// Hebrew, Chinese, Japanese and Korean.
#[rustfmt::skip]
const WORDS: [&str; 42] = [
    "troubleshoot", "trouble", "faq", "question", "problem", "error", "fail", "debug", "help", "support", "issue", "fehler", "hilfe", "probleme",
    "häufige", "dépannage", "aide", "erreur", "soluci", "problema", "ayuda", "ajuda", "erro", "soluzione", "aiuto", "hulp", "probleem", "fout",
    "pomoc", "błęd", "помощ", "ошибк", "sorun", "yardım", "المشكلات", "المساعدة", "פתרון", "故障", "常见问题", "トラブル", "困った", "문제",
];
static HEADINGS: LazyLock<Words> = LazyLock::new(|| Words::new(&[&WORDS], false));

rule! {
    /// A README does not say what to do when something fails.
    ///
    /// Most failures are the same few: a missing permission, a plan that lacks a feature. What is not written down is asked
    /// again and again, of the publisher and of the catalogue. The rule looks for a heading with a word such as "Troubleshooting", "FAQ", "Common problems" or
    /// "Support", in any of a dozen languages.
    ///
    /// ```markdown,fails
    /// Posts a line for every new order, to a channel that you choose, with the number and the sum of the order and a link that leads to it. Works with any plan.
    ///
    /// ## Setup
    ///
    /// Install the connector and sign in as somebody who may read orders. Choose the shop and the channel, and decide which orders are
    /// worth a line: all of them, those above a sum, or those from a country. Save, place an order for a small sum, and wait until the
    /// line arrives, which takes less than a minute.
    ///
    /// ## Known limits
    ///
    /// Orders of more than a hundred lines are cut.
    /// ```
    /// ```markdown,passes
    /// Posts a line for every new order, to a channel that you choose, with the number and the sum of the order and a link that leads to it. Works with any plan.
    ///
    /// ## Setup
    ///
    /// Install the connector and sign in as somebody who may read orders. Choose the shop and the channel, and decide which orders are
    /// worth a line: all of them, those above a sum, or those from a country. Save, place an order for a small sum, and wait until the
    /// line arrives, which takes less than a minute.
    ///
    /// ## If something fails
    ///
    /// Install it again.
    /// ```
    TROUBLESHOOTING_SECTION_MISSING = { id: "P013", name: "troubleshooting-section-missing", level: Info, since: "0.1", check: Placed(check) }
}

fn check(prose: &RawProse<'_>, raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(listing) = readme_of(prose, raw) else { return };
    let has_help = listing.file.support.get().is_some_and(|support| support.url.get().is_some() || support.docs.get().is_some());
    // A text without sections is judged as a whole.
    let has_parts = prose.outline.n_words >= MIN_WORDS && prose.outline.headings.len() > 1;
    if has_parts && !has_help && !speaks_of(prose, &HEADINGS) {
        findings
            .whole("the README has no section about troubleshooting")
            .help("add a section `## Troubleshooting`: what fails most often, how to recognise it, and what helps");
    }
}
