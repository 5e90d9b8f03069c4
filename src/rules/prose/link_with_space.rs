//! `link-with-space`

use super::visible::{line_start, visible};
use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Span;

rule! {
    /// A URL with a space is not a link.
    ///
    /// In Markdown, a URL ends at the first space. Visitors see the brackets and the URL instead of a link or an image.
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

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let candidates: Vec<(usize, &str)> =
        text.match_indices("](").filter_map(|(at, _)| Some((at + 2, blank_in(&text[at + 2..])?))).collect();
    if candidates.is_empty() {
        return;
    }
    let visible = visible(prose.document);
    for (at, address) in candidates {
        if visible.holds(at) {
            let span = Span::new(at..at + address.len());
            let finding = findings.at(span, format!("`{}` contains a space, which ends the URL", shortened(address)));
            finding.label("shown as text").suggest(span, address.replace(' ', "%20"));
        }
    }
}

/// The URL at the start of `rest`, if it looks like one but for a space in it.
pub(super) fn blank_in(rest: &str) -> Option<&str> {
    let line = line_start(rest);
    let address = line.get(..line.find(')')?)?.trim();
    let is_path = address.starts_with("http")
        || address.rsplit_once('.').is_some_and(|(_, ending)| (1..=5).contains(&ending.len()) && ending.is_ascii());
    (is_path && address.contains(' ') && !address.contains(['"', '\'', '<', '`', ','])).then_some(address)
}
