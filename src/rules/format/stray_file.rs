//! `stray-file`

use crate::diagnostic::Findings;
use crate::format::{Document, FileRole};
use crate::rules::file_names::{copied, misnamed};
use crate::rules::rule::rule;

rule! {
    /// A file is not part of the content format and is ignored.
    ///
    /// Its author thinks it is part of the catalogue, but no page shows it. Usually its name is slightly wrong, such as
    /// `listing.yml` or `readme.md`.
    ///
    /// ```files,fails
    /// ==> apps/jira.yml <==
    /// name: Jira
    /// ```
    /// ```files,passes
    /// ==> apps/jira.yaml <==
    /// name: Jira
    /// ```
    /// ```files,fails
    /// ==> listings/acme/listing.yml <==
    /// name: Acme Messages
    /// ```
    /// ```files,fails
    /// ==> listings/acme/listing.yaml~ <==
    /// name: Acme Messages
    /// ```
    STRAY_FILE = { id: "F050", name: "stray-file", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let path = &document.path;
    if let Some(original) = copied(path).filter(|_| matches!(document.role, FileRole::Stray | FileRole::Doc | FileRole::ListingFile)) {
        findings
            .whole(format!("`{path}` is a copy of `{original}` that an editor or a merge left"))
            .help("delete it; its own changes are ignored");
        return;
    }
    let misnamed = misnamed(path);
    if !document.problems.is_empty() || (misnamed.is_none() && document.role != FileRole::Stray) {
        return;
    }
    let finding = findings.whole(format!("`{path}` is not part of the content format and is ignored"));
    let segments: Vec<&str> = path.segments().collect();
    match (misnamed, &segments[..]) {
        (Some(name), _) => finding.help(format!("rename it to `{name}` if you mean that file")),
        (None, ["listings", _]) => finding.help(format!("a listing is a folder: use `listings/{}/listing.yaml`", path.stem())),
        (None, [file]) if file.eq_ignore_ascii_case("catalogue.yml") || file.eq_ignore_ascii_case("tags.yml") => {
            finding.help(format!("rename it to `{}.yaml`", path.stem().to_ascii_lowercase()))
        }
        (None, [folder @ ("apps" | "publishers" | "collections" | "intents"), _]) => {
            finding.help(format!("files in `{folder}/` are called `<slug>.yaml`"))
        }
        (None, [folder @ ("agreements" | "pages"), _]) => finding.help(format!("files in `{folder}/` are called `<slug>.md`")),
        _ => finding.help("move it to where it belongs, or delete it"),
    };
}
