//! `too-many-badges`

use crate::diagnostic::Findings;
use crate::parse::prose::{Reference, ReferenceKind};
use crate::rules::RawProse;
use crate::rules::rule::rule;

/// Fewer than this are a line that no one minds.
const MIN_BADGES: usize = 5;
/// Parts of the URLs of badges.
#[rustfmt::skip]
const SIGNS: [&str; 14] = [
    "shields.io", "badge", "badgen.net", "fury.io", "travis-ci.", "codecov.io", "coveralls.io", "circleci.com", "appveyor.com",
    "snyk.io", "codacy.com", "sonarcloud.io", "goreportcard.com", "deepwiki.com",
];

rule! {
    /// A text begins with many badges.
    ///
    /// Badges are on other sites, so the page shows a link for each of them: visitors who look for what the listing does find a paragraph of
    /// words such as "build" and "coverage".
    ///
    /// ```markdown,fails
    /// ![Badge a](https://img.shields.io/badge/a.svg)
    /// ![Badge b](https://img.shields.io/badge/b.svg)
    /// ![Badge c](https://img.shields.io/badge/c.svg)
    /// ![Badge d](https://img.shields.io/badge/d.svg)
    /// ![Badge e](https://img.shields.io/badge/e.svg)
    ///
    /// Posts a line.
    /// ```
    /// ```markdown,passes
    /// ![Build](https://img.shields.io/badge/a.svg)
    ///
    /// Posts a line.
    /// ```
    TOO_MANY_BADGES = { id: "P022", name: "too-many-badges", former: ["badge-wall"], level: Info, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    let badges: Vec<&Reference> = prose.outline.links.iter().filter(|link| is_badge(link)).collect();
    if badges.len() >= MIN_BADGES {
        findings
            .at(badges[0].span, format!("the text has {} badges", badges.len()))
            .label("the first one")
            .help("keep them in your own repository; the page shows version, licence and date automatically");
    }
}

/// Whether an image is a badge, by its URL or its name.
fn is_badge(link: &Reference) -> bool {
    let target = link.target.to_ascii_lowercase();
    let is_remote = target.starts_with("http://") || target.starts_with("https://");
    link.kind == ReferenceKind::Image && is_remote && SIGNS.iter().any(|sign| target.contains(sign))
}
