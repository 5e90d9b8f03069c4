//! `dead-relative-link`

use super::target::{Target, decoded};
use crate::diagnostic::{Findings, nearest};
use crate::format::Content;
use crate::parse::prose::Outline;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Span;

rule! {
    /// A link or image points to a file or heading that is not there.
    ///
    /// A README that was copied from another repository often links to files it left behind. A visitor who follows such a link sees
    /// "not found", mostly while setting the connector up.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [the guide](docs/guide.md).
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// See [the picture](screenshots/a.svg) and [the setup](#setup).
    /// ```
    DEAD_RELATIVE_LINK = { id: "P001", name: "dead-relative-link", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    for link in &prose.outline.links {
        match Target::of(&link.target) {
            Target::Elsewhere => {}
            Target::Rooted => {
                findings
                    .at(link.span, format!("`{}` begins at the root of a site", shortened(&link.target)))
                    .help("write the whole address with `https://`, or the path of a file beside this text");
            }
            Target::Fragment(fragment) => heading(prose.outline, fragment, link.span, findings),
            Target::File(file, fragment) => follow(prose, &decoded(file), fragment, link.span, findings),
        }
    }
}

fn heading(outline: &Outline, fragment: &str, span: Span, findings: &mut Findings<'_>) {
    let wanted = decoded(fragment);
    let ids = || outline.headings.iter().map(|heading| &*heading.id);
    if !wanted.is_empty() && wanted != "top" && !ids().any(|id| id == wanted) {
        findings
            .at(span, format!("no heading `#{}`", shortened(&wanted)))
            .did_you_mean(nearest(&wanted, ids()).map(|id| format!("#{id}")).as_deref())
            .help("a heading's address is its text in lower case with hyphens for blanks");
    }
}

fn follow(prose: &ProseDraft<'_>, file: &str, fragment: Option<&str>, span: Span, findings: &mut Findings<'_>) {
    let Some(path) = prose.document.path.resolve(file, prose.within).filter(|_| !file.is_empty()) else {
        findings
            .at(span, format!("`{}` leads out of `{}/`", shortened(file), prose.within))
            .help("write the whole address with `https://`, or put the file into this folder");
        return;
    };
    match prose.draft.document(path.as_str()).map(|document| &document.content) {
        None => {
            let folder = format!("{}/", prose.within);
            let files: Vec<&str> = prose.draft.below(&folder).filter_map(|document| document.path.as_str().strip_prefix(&folder)).collect();
            let wanted = path.as_str().strip_prefix(&folder).unwrap_or(file).replace('\\', "/");
            let wanted = wanted.as_str();
            findings
                .at(span, format!("`{}` is not in `{folder}`", shortened(file)))
                .did_you_mean(nearest(wanted, files))
                .help("add the file, or write the whole address with `https://`");
        }
        Some(Content::Page(page)) => heading(&page.outline, fragment.unwrap_or_default(), span, findings),
        Some(Content::Readme(outline)) => heading(outline, fragment.unwrap_or_default(), span, findings),
        Some(_) => {}
    }
}
