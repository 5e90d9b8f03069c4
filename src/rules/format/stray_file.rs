//! `stray-file`

use crate::diagnostic::Findings;
use crate::format::{Document, Place};
use crate::rules::rule::rule;
use crate::source::ContentPath;

/// The files of a listing that have a meaning by their name.
const NAMED: [&str; 3] = ["listing.yaml", "README.md", "review.yaml"];

rule! {
    /// A file is nowhere looked for.
    ///
    /// Its author thinks it is part of the catalogue, but no page shows it: most of the time a name is slightly wrong, such as
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
    STRAY_FILE = { id: "F050", name: "stray-file", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let path = &document.path;
    let misnamed = misnamed(path);
    if !document.problems.is_empty() || (misnamed.is_none() && Place::of(path) != Place::Stray) {
        return;
    }
    let remark = findings.whole(format!("nothing reads `{path}`"));
    let segments: Vec<&str> = path.segments().collect();
    match (misnamed, &segments[..]) {
        (Some(name), _) => remark.help(format!("rename it to `{name}` if that is meant")),
        (None, ["listings", _]) => remark.help(format!("a listing is a folder: `listings/{}/listing.yaml`", path.stem())),
        (None, [file]) if file.eq_ignore_ascii_case("catalogue.yml") || file.eq_ignore_ascii_case("tags.yml") => {
            remark.help(format!("rename it to `{}.yaml`", path.stem().to_ascii_lowercase()))
        }
        (None, [folder @ ("apps" | "publishers" | "collections" | "intents"), _]) => {
            remark.help(format!("files in `{folder}/` are called `<slug>.yaml`"))
        }
        (None, [folder @ ("agreements" | "pages"), _]) => remark.help(format!("files in `{folder}/` are called `<slug>.md`")),
        _ => remark.help("move it to where it belongs, or delete it"),
    };
}

/// The name that a file directly in a listing's folder was probably meant to have.
fn misnamed(path: &ContentPath) -> Option<&'static str> {
    let segments: Vec<&str> = path.segments().collect();
    let ["listings", _, file] = segments[..] else { return None };
    let (stem, ending) = file.rsplit_once('.')?;
    let same_kind = |name: &str| match name.ends_with(".md") {
        true => matches!(ending.to_ascii_lowercase().as_str(), "md" | "markdown"),
        false => matches!(ending.to_ascii_lowercase().as_str(), "yaml" | "yml"),
    };
    let same_stem = |name: &str| name.split('.').next().is_some_and(|known| known.eq_ignore_ascii_case(stem));
    NAMED.into_iter().find(|name| file != *name && same_stem(name) && same_kind(name))
}
