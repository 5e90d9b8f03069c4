//! `link-malformed`

use super::link_with_space::blank_in;
use crate::diagnostic::Findings;
use crate::parse::prose::LossKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A link or an image is not parsed as its author meant it.
    ///
    /// An extra quotation mark becomes part of the URL, which then leads nowhere. If a quotation mark or a bracket is missing, visitors see the brackets and the
    /// URL instead of the link.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// ![A form](https://acme.example/form.png" "The form")
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [the guide](https://acme.example/guide "A guide).
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// See [the guide](https://acme.example/guide "A guide") and `f[0](a, b)`.
    /// ```
    LINK_MALFORMED = { id: "P033", name: "link-malformed", level: Warn, since: "0.1", check: Markdown(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for link in prose.outline.links.iter().filter(|link| link.target.contains('"')) {
        let meant = link.target.replace('"', "");
        let finding = findings.at(link.span, format!("the URL `{}` contains a quotation mark", shortened(&link.target)));
        match prose.text.get(link.span.range()).and_then(|written| Some((written, written.find(&*link.target)?))) {
            Some((_, at)) => {
                let start = link.span.start as usize + at;
                finding.suggest(crate::source::Span::new(start..start + link.target.len()), meant)
            }
            None => finding.help(format!("write `{}`", shortened(&meant))),
        };
    }
    for loss in prose.outline.losses.iter().filter(|loss| loss.kind == LossKind::BrokenLink) {
        let written = prose.text.get(loss.span.range()).unwrap_or_default();
        let address = written.split_once("](").map_or("", |(_, address)| address);
        // Another rule offers to encode the space.
        if blank_in(address).is_none() && is_meant(address) {
            findings
                .at(loss.span, format!("`{}` is not a link", shortened(written)))
                .label("shown as text")
                .help("write `[text](url)` or `[text](url \"title\")`; put code in backticks");
        }
    }
}

/// Whether the text between the parentheses can have been meant as a URL.
fn is_meant(address: &str) -> bool {
    let address = address.trim_start_matches(['<', ' ']);
    let is_path = |word: &str| word.contains(['/', '.', '#']) && !word.contains([',', '(']);
    address.starts_with("http") || address.split([' ', ')', '"']).next().is_some_and(is_path)
}
