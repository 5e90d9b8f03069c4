//! `name-mixes-scripts`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::host::mixes_scripts;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use unicode_normalization::char::is_combining_mark;

rule! {
    /// A word in the name mixes letters of several scripts.
    ///
    /// `Slack` with a Cyrillic `a` (U+0430) looks like `Slack`, but is another name: so one listing can pass for another, and nobody who types
    /// the name finds it. Scripts that are used together, such as Latin and Japanese, are fine (the highly restrictive level of [UTS
    /// #39](https://www.unicode.org/reports/tr39/#Restriction_Level_Detection)).
    ///
    /// ```yaml,fails
    /// name: "Sl\u0430ck Alerts"
    /// ```
    /// ```yaml,passes
    /// name: Slack 通知
    /// ```
    /// ```yaml,passes
    /// name: Яндекс.Direct Nº 1
    /// ```
    NAME_MIXES_SCRIPTS = { id: "L203", name: "name-mixes-scripts", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(name) = listing.file.name.spanned().filter(|_| !listing.is_gone()) else { return };
    for word in name.split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c))) {
        let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        if mixes_scripts(&letters) {
            let foreign: Vec<_> = letters.chars().filter(|c| !c.is_ascii()).map(|c| format!("`{c}` (U+{:04X})", u32::from(c))).collect();
            findings
                .at(name.span, format!("`{}` mixes letters of several scripts", shortened(word)))
                .label(foreign.join(", "))
                .help("retype the word in a single script");
        }
    }
}
