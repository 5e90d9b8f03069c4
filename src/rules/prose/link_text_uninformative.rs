//! `link-text-uninformative`

use crate::diagnostic::Findings;
use crate::parse::prose::ReferenceKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};

/// Texts that fit any link, without spaces.
#[rustfmt::skip]
const WORDS: [&str; 37] = [
    "here", "clickhere", "thislink", "link", "this", "thispage", "page", "linkhere", "readmore", "more", "moreinfo", "moreinformation",
    "moredetails", "details", "learnmore", "seehere", "seemore", "foundhere", "goto", "continue", "hier", "hierklicken", "mehr",
    "weiterlesen", "ici", "cliquezici", "aquí", "aqui", "hagaclicaquí", "cliqueaqui", "qui", "cliccaqui", "klikhier", "tutaj", "здесь",
    "тут", "こちら",
];

rule! {
    /// The text of a link does not say where it leads.
    ///
    /// Many screen reader users listen to a list of a page's links: "here", "here" and "here" ([WCAG
    /// 2.4.4](https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html)). Sighted visitors scan a page for links, too,
    /// and learn nothing from them.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// For the guide click [here](https://acme.example/guide).
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// See [the guide](https://acme.example/guide).
    /// ```
    LINK_TEXT_UNINFORMATIVE = { id: "P025", name: "link-text-uninformative", former: ["link-text-says-nothing"], level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for link in prose.outline.links.iter().filter(|link| link.kind == ReferenceKind::Link) {
        if WORDS.contains(&loose(&link.text).as_str()) {
            findings
                .at(link.span, format!("`{}` does not say where the link leads", shortened(&link.text)))
                .label(format!("leads to `{}`", shortened(&link.target)))
                .help("use the name of the target as the link text, as in `see [the guide](…)`");
        }
    }
}
