//! The contact that a README or a repository gives, for a listing that gives none.

use std::collections::BTreeSet;

use crate::catalogue::RawListing;
use crate::diagnostic::{Certainty, Edit};
use crate::rules::mail::addresses;
use crate::rules::placeholder::is_placeholder_mail;
use crate::source::Span;

/// Headings below which READMEs say where to find help.
const HEADINGS: [&str; 9] = ["support", "help", "contact", "questions", "getting help", "hilfe", "kontakt", "aide", "soporte"];

/// The only e-mail address in the README: certain when it is below a heading such as "Support", likely anywhere else.
pub(super) fn in_readme(listing: &RawListing<'_>) -> Option<(String, Certainty)> {
    let (document, outline) = listing.readme()?;
    let text = document.text.as_deref()?;
    let all = distinct(text);
    let below = outline.headings.iter().enumerate().filter(|(_, heading)| {
        let title = heading.text.to_lowercase();
        HEADINGS.iter().any(|start| title.starts_with(start))
    });
    let sections = below.map(|(n, heading)| {
        let end =
            outline.headings[n + 1..].iter().find(|next| next.level <= heading.level).map_or(text.len(), |next| next.span.start as usize);
        text.get(heading.span.end as usize..end).unwrap_or_default()
    });
    let helpful: BTreeSet<&str> = sections.flat_map(distinct).collect();
    match (helpful.len(), all.len()) {
        (1, _) => helpful.first().map(|address| ((*address).to_owned(), Certainty::Certain)),
        (0, 1) => all.first().map(|address| ((*address).to_owned(), Certainty::Likely)),
        _ => None,
    }
}

/// The e-mail addresses in the visible `text`, including those that a Markdown link leads to.
fn distinct(text: &str) -> BTreeSet<&str> {
    text.split(['(', ')', '<', '>', '[', ']', '`']).flat_map(addresses).filter(|address| !is_placeholder_mail(address)).collect()
}

/// Returns the page for security reports of the source repository, on forges that have one: likely, since an owner can switch it off.
pub(super) fn of_repository(listing: &RawListing<'_>) -> Option<String> {
    let url = &listing.file.source_url.get()?.url;
    let issues = match url.host_str()? {
        "github.com" | "codeberg.org" => "issues",
        "gitlab.com" => "-/issues",
        _ => return None,
    };
    let mut segments = url.path_segments()?.filter(|segment| !segment.is_empty());
    let (owner, name) = (segments.next()?, segments.next()?);
    Some(format!("https://{}/{owner}/{}/{issues}", url.host_str()?, name.strip_suffix(".git").unwrap_or(name)))
}

/// The edit that writes `support: {KEY: …}` into the listing: in place of an empty entry, or as its last line.
pub(super) fn edit(listing: &RawListing<'_>, key: &str, address: &str) -> Option<Edit> {
    let text = listing.document.text.as_deref()?;
    let address = crate::format::scalar(address);
    if let Some(span) = listing.file.support.span() {
        return Some(Edit { span, text: format!("{{{key}: {address}}}") });
    }
    // Braces around everything, or the end of a document, leave no room after them.
    let is_open = !text.lines().any(|line| line.starts_with(['{', '}']) || line.starts_with("---") || line.starts_with("..."));
    let newline = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    is_open.then(|| Edit { span: Span::new(text.len()..text.len()), text: format!("{newline}support: {{{key}: {address}}}\n") })
}
