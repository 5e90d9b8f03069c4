//! `link-with-space`

use super::shown::{line_start, shown};
use crate::diagnostic::Findings;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Span;

rule! {
    /// An address with a blank in it is no link.
    ///
    /// Markdown ends an address at the first blank. Visitors read the brackets and the address instead of a link or an image.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [the guide](docs/my guide.md).
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// See [the guide](https://acme.example/ "A guide") and `f[0](a b)`.
    /// ```
    LINK_WITH_SPACE = { id: "P028", name: "link-with-space", former: ["link-with-blank"], level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let candidates: Vec<(usize, &str)> =
        text.match_indices("](").filter_map(|(at, _)| Some((at + 2, blank_in(&text[at + 2..])?))).collect();
    if candidates.is_empty() {
        return;
    }
    let shown = shown(prose.document);
    for (at, address) in candidates {
        if shown.holds(at) {
            let span = Span::new(at..at + address.len());
            let remark = findings.at(span, format!("`{}` holds a blank, which ends the address", shortened(address)));
            remark.label("no link on the page").suggest(span, address.replace(' ', "%20"));
        }
    }
}

/// The address at the start of `rest`, if it looks like one and a blank keeps it from being one.
pub(super) fn blank_in(rest: &str) -> Option<&str> {
    let line = line_start(rest);
    let address = line.get(..line.find(')')?)?.trim();
    let is_path = address.starts_with("http")
        || address.rsplit_once('.').is_some_and(|(_, ending)| (1..=5).contains(&ending.len()) && ending.is_ascii());
    (is_path && address.contains(' ') && !address.contains(['"', '\'', '<', '`', ','])).then_some(address)
}
