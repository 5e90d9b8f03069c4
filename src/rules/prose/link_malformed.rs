//! `link-malformed`

use super::link_with_space::blank_in;
use crate::diagnostic::Findings;
use crate::parse::prose::LossKind;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A link or an image is not read as its author meant it.
    ///
    /// A quotation mark too many becomes part of the address, which then leads nowhere. One too few, or a bracket, and visitors read the brackets and the
    /// address in the place of the link.
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

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    for link in prose.outline.links.iter().filter(|link| link.target.contains('"')) {
        let meant = link.target.replace('"', "");
        let remark = findings.at(link.span, format!("the address `{}` holds a quotation mark", shortened(&link.target)));
        match prose.text.get(link.span.range()).and_then(|written| Some((written, written.find(&*link.target)?))) {
            Some((_, at)) => {
                let start = link.span.start as usize + at;
                remark.suggest(crate::source::Span::new(start..start + link.target.len()), meant)
            }
            None => remark.help(format!("write `{}`", shortened(&meant))),
        };
    }
    for loss in prose.outline.losses.iter().filter(|loss| loss.kind == LossKind::BrokenLink) {
        let written = prose.text.get(loss.span.range()).unwrap_or_default();
        let address = written.split_once("](").map_or("", |(_, address)| address);
        // Another rule offers to write the blank otherwise.
        if blank_in(address).is_none() && is_meant(address) {
            findings
                .at(loss.span, format!("`{}` is no link", shortened(written)))
                .label("shown as it stands")
                .help("write `[words](address)` or `[words](address \"title\")`; code belongs in backquotes");
        }
    }
}

/// Whether what stands between the brackets can have been meant as an address.
fn is_meant(address: &str) -> bool {
    let address = address.trim_start_matches(['<', ' ']);
    let is_path = |word: &str| word.contains(['/', '.', '#']) && !word.contains([',', '(']);
    address.starts_with("http") || address.split([' ', ')', '"']).next().is_some_and(is_path)
}
