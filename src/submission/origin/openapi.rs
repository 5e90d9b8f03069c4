//! An OpenAPI document, [2.0](https://swagger.io/specification/v2/) or [3.x](https://spec.openapis.org/oas/latest.html), as the beginning of a listing.
//! Knows its keys; follows no reference and fetches nothing.

use super::{Found, entries, first_sentence, get, licence, repository, text};
use crate::format::bounds::{NAME_CHARS, SUMMARY_CHARS};
use crate::parse::prose;
use crate::parse::yaml::Node;
use crate::submission::{Operation, Topic};
use crate::text::single_line;

/// More operations say nothing to a visitor.
const MAX_ACTIONS: usize = 20;

/// Reads the document.
pub(super) fn found(root: &Node, auth: &[&str]) -> Found {
    let mut found = Found::default();
    let description = text(root, &["info", "description"]).unwrap_or_default();
    let lead = prose::outline(description).lead.unwrap_or_default();
    let mut take = |topic, place, keys: &[&str]| {
        if let Some(value) = text(root, keys) {
            found.add(topic, place, value);
        }
    };
    take(Topic::Name, "info.title", &["info", "title"]);
    take(Topic::Summary, "info.summary", &["info", "summary"]);
    take(Topic::Version, "info.version", &["info", "version"]);
    take(Topic::SupportEmail, "info.contact.email", &["info", "contact", "email"]);
    take(Topic::SupportUrl, "info.contact.url", &["info", "contact", "url"]);
    take(Topic::TermsUrl, "info.termsOfService", &["info", "termsOfService"]);
    take(Topic::SupportDocs, "externalDocs.url", &["externalDocs", "url"]);
    take(Topic::DocsUrl, "externalDocs.url", &["externalDocs", "url"]);
    take(Topic::License, "info.license.identifier", &["info", "license", "identifier"]);
    if let Some(id) = text(root, &["info", "license", "name"]).and_then(licence::identifier) {
        found.add(Topic::License, "info.license.name", id);
    }
    for (place, keys) in [("info.contact.url", ["info", "contact", "url"].as_slice()), ("externalDocs.url", &["externalDocs", "url"])] {
        if let Some(repository) = text(root, keys).and_then(|url| repository::of_own_page(url).or_else(|| repository::of_any_page(url))) {
            found.add(Topic::SourceUrl, place, repository);
        }
    }
    found.add(Topic::Summary, "info.description", first_sentence(&lead));
    let auth = signs_in(root, auth);
    if !auth.is_empty() {
        found.values.push(super::FoundValue { topic: Topic::Auth, values: auth, place: "its security schemes" });
    }
    found.actions = actions(root);
    found
}

/// The catalogue's ids of the ways to sign in that the document names.
fn signs_in(root: &Node, known: &[&str]) -> Vec<String> {
    let schemes =
        get(root, "components").and_then(|components| get(components, "securitySchemes")).or_else(|| get(root, "securityDefinitions"));
    let mut ids: Vec<String> = Vec::new();
    for (_, scheme) in schemes.map(entries).unwrap_or_default() {
        let names: &[&str] = match (text(scheme, &["type"]), text(scheme, &["scheme"])) {
            (Some("oauth2"), _) => &["oauth2", "oauth"],
            (Some("apiKey"), _) => &["api-key", "apikey", "key"],
            (Some("basic"), _) => &["basic", "password"],
            (Some("http"), Some(scheme)) if scheme.eq_ignore_ascii_case("basic") => &["basic", "password"],
            (Some("http"), Some(scheme)) if scheme.eq_ignore_ascii_case("bearer") => &["bearer", "token", "access-token"],
            (Some("openIdConnect"), _) => &["openid-connect", "openid", "oidc"],
            (Some("mutualTLS"), _) => &["certificate", "mutual-tls", "mtls"],
            _ => &[],
        };
        if let Some(id) = names.iter().find(|name| known.contains(name)).filter(|id| !ids.iter().any(|known| known == *id)) {
            ids.push((*id).to_owned());
        }
    }
    ids
}

/// The operations that have a name for people, in the order of the document.
fn actions(root: &Node) -> Vec<Operation> {
    const METHODS: [&str; 6] = ["get", "put", "post", "delete", "patch", "query"];
    let mut actions: Vec<Operation> = Vec::new();
    let operations = get(root, "paths").map(entries).unwrap_or_default().iter().flat_map(|(_, path)| entries(path));
    for (_, operation) in operations.filter(|(method, _)| METHODS.contains(&&*method.value)) {
        let Some(name) = text(operation, &["summary"]).or_else(|| text(operation, &["operationId"])).map(line) else { continue };
        let name = name.trim_end_matches('.').to_owned();
        let lead = prose::outline(text(operation, &["description"]).unwrap_or_default()).lead.unwrap_or_default();
        let summary = line(first_sentence(&lead));
        let is_new = !actions.iter().any(|(known, _)| *known == name);
        if is_new && !name.is_empty() && name.chars().count() <= NAME_CHARS {
            actions.push((name, if summary.chars().count() <= SUMMARY_CHARS { summary } else { String::new() }));
        }
        if actions.len() == MAX_ACTIONS {
            break;
        }
    }
    actions
}

/// `text` in one line, without what cannot be seen.
fn line(text: &str) -> String {
    single_line(text).chars().filter(|c| !c.is_control()).collect()
}
