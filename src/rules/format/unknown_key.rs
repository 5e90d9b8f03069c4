//! `unknown-key`

use std::collections::BTreeMap;

use super::moved::{Home, homes, into_home, is_there};
use crate::diagnostic::{Certainty, Findings, by_nearness, is_slip, nearest};
use crate::format::{Document, FileRole, ListingFile};
use crate::parse::problem::ProblemKind;
use crate::parse::yaml::NodeKind;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// The content format has no such key.
    ///
    /// A misspelt key would otherwise be ignored, and its value would be missing from the page without anyone noticing.
    ///
    /// ```yaml,fails
    /// homepage: https://acme.example/
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    UNKNOWN_KEY = { id: "F010", name: "unknown-key", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

/// What other formats call a key of this one: of its names here, the first that the group has.
const SYNONYMS: &[(&[&str], &[&str])] = &[
    (&["title", "label", "display_name", "display-name", "displayName"], &["name"]),
    (&["name", "label"], &["title", "label"]),
    (&["author", "authors", "vendor", "maintainer", "maintainers", "owner", "developer", "company"], &["publisher"]),
    (&["description", "tagline", "subtitle", "abstract", "short_description"], &["summary", "description"]),
    (&["summary", "tagline", "subtitle", "about"], &["description"]),
    (&["category", "categories", "topics", "labels"], &["tags"]),
    (&["application", "product", "integration", "service"], &["app"]),
    (&["homepage", "home_page", "site", "url", "link", "website"], &["website", "url", "base_url"]),
    (&["site_url", "siteUrl", "baseurl", "baseUrl", "domain"], &["base_url"]),
    (&["repository", "repo", "repository_url", "source_code", "github", "git"], &["source_url", "repository"]),
    (&["licence", "licenses", "spdx"], &["license"]),
    (&["documentation", "docs", "documentation_url", "manual"], &["docs_url", "docs"]),
    (&["privacy", "privacy_policy", "privacy_policy_url"], &["privacy_url"]),
    (&["terms", "tos", "terms_of_service", "terms_of_service_url"], &["terms_url"]),
    (&["images", "pictures", "gallery"], &["screenshots"]),
    (&["releases", "history"], &["versions"]),
    (&["released_on", "release_date", "published"], &["date"]),
    (&["changes", "changelog", "release_notes"], &["notes"]),
    (&["dependencies", "requires"], &["depends_on"]),
    (&["authentication", "auth_methods"], &["auth"]),
    (&["lang", "locale"], &["language"]),
    (&["mail", "e-mail", "email_address"], &["email", "contact"]),
];

/// What other formats have as a key and this one as a file or its name.
const OF_FILES: &[(&[&str], &[FileRole], &str)] = &[
    (
        &["icon", "logo", "image", "icon_url", "logo_url"],
        &[FileRole::Listing],
        "an icon is a file in the listing's folder: `icon.svg` or `icon.png`",
    ),
    (
        &["icon", "logo", "image", "icon_url", "logo_url"],
        &[FileRole::App],
        "an icon is a file beside this one, with the same name: `acme.svg` for `acme.yaml`",
    ),
    (&["slug", "id"], &[FileRole::Listing], "the slug of a listing is the name of its folder"),
    (&["slug", "id"], &[FileRole::App, FileRole::Publisher], "the slug is the name of the file"),
    (&["readme", "long_description", "body"], &[FileRole::Listing], "the description is the file `README.md` in the listing's folder"),
];

/// What other formats say of the state of a listing, and the command that says it here; none for a state that has to be chosen.
const STATES: &[(&[&str], Option<&str>)] = &[
    (
        &["deprecated", "superseded", "obsolete", "unmaintained", "archived", "abandoned", "discontinued", "end_of_life", "eol"],
        Some("deprecate"),
    ),
    (&["disabled", "suspended", "blocked"], Some("suspend")),
    (&["unpublished", "withdrawn"], Some("unpublish")),
    (&["removed", "deleted"], Some("remove")),
    (&["status", "active", "enabled", "inactive"], None),
];

/// How the listing in `document` gets the state that its unknown `key` says, if it says one: a command that writes `lifecycle`.
fn of_state(document: &Document, key: &str) -> Option<String> {
    let named = |word: &str| STATES.iter().find(|(words, _)| words.contains(&word)).map(|(_, command)| *command);
    let command = named(key)?;
    let value = match document.tree().map(|tree| &tree.kind) {
        Some(NodeKind::Mapping(entries)) => entries.iter().find(|(name, _)| &*name.value == key).map(|(_, value)| &value.kind),
        _ => None,
    };
    let value = if let Some(NodeKind::Scalar { text, .. }) = value { text.to_lowercase() } else { String::new() };
    let is_off = matches!(&*value, "false" | "no" | "off");
    let is_active =
        if matches!(key, "active" | "enabled") { matches!(&*value, "true" | "yes" | "on") } else { is_off || value == "active" };
    if is_active {
        return Some(format!("a listing without `lifecycle` is active: delete `{key}`"));
    }
    let command = command.or_else(|| named(&value).flatten());
    let command = command.map_or_else(
        || "pressmark lifecycle".to_owned(),
        |command| format!("pressmark lifecycle {command} {} --reason …", document.place().1),
    );
    Some(format!("the state of a listing is in `lifecycle`: delete `{key}`, and run `{command}`, which writes it"))
}

/// The key that `key` probably means: what it is called in another format, or what it looks like.
fn meant_by(key: &str, known: &[&'static str]) -> Option<&'static str> {
    synonym(key, known).or_else(|| nearest(key, known.iter().copied()))
}

/// What this format calls the `key` of another one.
fn synonym(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let find = |name: &str| known.iter().copied().find(|known| *known == name);
    let ours = SYNONYMS.iter().filter(|(names, _)| names.contains(&key)).flat_map(|(_, ours)| *ours);
    ours.copied().find_map(find)
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let meant = meant(document);
    for problem in &document.problems {
        let (Some(span), ProblemKind::UnknownKey { key, noun, known, given, group }) = (problem.span, &problem.kind) else { continue };
        let finding = findings.at(span, format!("unknown key `{key}`")).label(format!("not a key of {noun}"));
        if *noun == ListingFile::TABLE.noun
            && let Some(help) = of_state(document, key)
        {
            finding.help(help);
            continue;
        }
        let near = meant_by(key, known);
        let homes = homes(document, key);
        let fits = |home: &Home| is_there(document, *home) || into_home(document, span, *home).is_some();
        match near {
            // One line of the patch is to be deleted, and the other stays.
            Some(near) if key.starts_with(['+', '-']) => {
                finding.help(format!("`{key}` looks like a line of a patch; write `{near}`, or delete the line if it begins with `-`"));
            }
            // A name from another format says more than a group of this one that happens to have such a key.
            _ if !homes.is_empty() && (synonym(key, known).is_none() || homes.iter().any(fits)) => {
                let names: Vec<String> =
                    homes.iter().map(|home| home.key.map_or_else(|| home.noun.to_owned(), |key| format!("`{key}`"))).collect();
                let finding = finding.help(format!("`{key}` is a key of {}", names.join(" and ")));
                match homes[..] {
                    [home] if let Some(edits) = into_home(document, span, home) => {
                        finding.edits(Certainty::Certain, format!("move it into {}", names.join("")), edits);
                    }
                    _ => drop(finding.help("the indentation says what a key belongs to")),
                }
            }
            Some(near) => {
                let there = given.iter().find(|(other, _)| *other == near).map(|(_, at)| *at);
                let twin = meant.get(&(*group, near)).and_then(|spans| spans.iter().copied().find(|other| *other != span));
                let finding = finding.did_you_mean(Some(near));
                match (there, twin) {
                    (Some(there), _) => finding
                        .help(format!("`{near}` is already set: move the value there, and delete this key"))
                        .related(&document.path, Some(there), format!("`{near}` is set here")),
                    (None, Some(twin)) => finding.help(format!("two keys look like `{near}`: only one of them can be meant")).related(
                        &document.path,
                        Some(twin),
                        "so does this one",
                    ),
                    // `author` is not a misspelt `auth`.
                    (None, None) if is_slip(key, near) => finding.fix(span, near),
                    (None, None) => finding.suggest(span, near),
                };
            }
            None => {
                let finding = match OF_FILES.iter().find(|(keys, roles, _)| keys.contains(&&**key) && roles.contains(&document.role)) {
                    Some((_, _, help)) => finding.help(*help),
                    None => finding,
                };
                finding.help(format!("the keys of {noun} are {}", by_nearness(key, known.iter().copied()).join(", ")));
            }
        }
    }
}

/// The unknown keys of each group by the key that they look like.
fn meant(document: &Document) -> BTreeMap<(Span, &'static str), Vec<Span>> {
    let mut meant: BTreeMap<_, Vec<Span>> = BTreeMap::new();
    for problem in &document.problems {
        if let (Some(span), ProblemKind::UnknownKey { key, known, group, .. }) = (problem.span, &problem.kind)
            && let Some(near) = meant_by(key, known)
        {
            meant.entry((*group, near)).or_default().push(span);
        }
    }
    meant
}

#[cfg(test)]
mod tests {
    use crate::format::Document;
    use crate::rules::run_alone;
    use crate::source::ContentPath;

    /// The help for the unknown keys of the listing `acme` with `text` in it.
    fn help(text: &str) -> Vec<String> {
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a path");
        let report = run_alone(&[Document::read(path, Ok(format!("name: Acme\n{text}\n").into_bytes()))]);
        report
            .iter()
            .filter(|found| found.code.name == "unknown-key")
            .flat_map(|found| found.help.clone())
            .map(|help| format!("{help:?}"))
            .collect()
    }

    #[test]
    fn a_state_in_the_words_of_another_format_leads_to_the_command_for_it() {
        for (text, command) in [
            ("deprecated: true", "pressmark lifecycle deprecate acme --reason …"),
            ("archived: true", "pressmark lifecycle deprecate acme --reason …"),
            ("disabled: yes", "pressmark lifecycle suspend acme --reason …"),
            ("status: removed", "pressmark lifecycle remove acme --reason …"),
            ("status: Archived", "pressmark lifecycle deprecate acme --reason …"),
            ("status: on hold", "`pressmark lifecycle`"),
            ("active: false", "`pressmark lifecycle`"),
            ("deprecated: {since: 2026-01-02}", "pressmark lifecycle deprecate acme --reason …"),
        ] {
            let help = help(text);
            assert!(matches!(&help[..], [help] if help.contains(command)), "{text}: {help:?}");
        }
        for text in ["deprecated: false", "status: active", "active: true", "enabled: on"] {
            let help = help(text);
            assert!(matches!(&help[..], [help] if help.contains("a listing without `lifecycle` is active")), "{text}: {help:?}");
        }
        assert!(!help("support: {status: open}").iter().any(|help| help.contains("pressmark lifecycle")));
    }
}
