//! Repositories on forges: which URLs lead to one, and what the API of a forge says of its owner. Makes no requests.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::targets::{MAX_PLACES, owners_domains, why_not_checked};
use crate::catalogue::RawCatalogue;
use crate::format::ForgeKind;
use crate::rules::web_addresses;
use crate::source::{ContentPath, Span};
use crate::text::{clipped, printable};

/// Public forges.
const PUBLIC: [(&str, ForgeKind); 4] = [
    ("github.com", ForgeKind::Github),
    ("gitlab.com", ForgeKind::Gitlab),
    ("codeberg.org", ForgeKind::Forgejo),
    ("gitea.com", ForgeKind::Gitea),
];

/// A repository that a catalogue sends its visitors to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// Where the forge says who owns it.
    pub api: Url,
    forge: ForgeKind,
    /// The places that mention it, in the order of their files.
    pub(super) places: Vec<(ContentPath, Span)>,
}

/// All repositories, by their URL without anything after the name, in lower case.
pub type Repositories = BTreeMap<String, Repository>;

/// The account or group that a repository belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Its number at the forge, which no one else ever gets.
    pub id: u64,
    /// Its name there, which can be given up and taken by someone else.
    pub login: String,
}

/// The repositories that keys of active listings, their publishers and their apps lead to: on public forges, and on the forge of the catalogue itself.
#[must_use]
pub fn repositories(raw: &RawCatalogue) -> Repositories {
    let own = raw.settings().repository.get().and_then(|own| Some((own.url.get()?.url.host_str()?, *own.forge.get()?)));
    let forges: Vec<(&str, ForgeKind)> = PUBLIC.into_iter().chain(own).collect();
    let mut repositories = Repositories::new();
    for document in raw.documents().filter(|document| owners_domains(raw, document).is_some()) {
        for address in web_addresses(document).iter().filter(|address| !address.in_prose) {
            let Some((name, repository)) = repository(&address.url, &forges) else { continue };
            let places = &mut repositories.entry(name).or_insert(repository).places;
            if places.len() < MAX_PLACES {
                places.push((document.path.clone(), address.span));
            }
        }
    }
    repositories
}

/// The repository that `url` leads to, or into, and its URL.
fn repository(url: &Url, forges: &[(&str, ForgeKind)]) -> Option<(String, Repository)> {
    let host = url.host_str().filter(|_| why_not_checked(url).is_none())?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let &(_, forge) = forges.iter().find(|(known, _)| *known == host)?;
    // On GitLab, groups have groups, and what follows the name is after `/-/`.
    let n_parts = if forge == ForgeKind::Gitlab { usize::MAX } else { 2 };
    let path = url.path().to_ascii_lowercase();
    let parts: Vec<&str> = path.split("/-/").next()?.split('/').filter(|part| !part.is_empty()).take(n_parts).collect();
    let is_name = |part: &&str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    let path = parts.join("/");
    let path = path.strip_suffix(".git").unwrap_or(&path);
    if parts.len() < 2 || !parts.iter().all(is_name) {
        return None;
    }
    let api = match forge {
        ForgeKind::Github if host == "github.com" => format!("https://api.github.com/repos/{path}"),
        ForgeKind::Github => format!("https://{host}/api/v3/repos/{path}"),
        ForgeKind::Gitlab => format!("https://{host}/api/v4/projects/{}", path.replace('/', "%2F")),
        ForgeKind::Forgejo | ForgeKind::Gitea => format!("https://{host}/api/v1/repos/{path}"),
    };
    Some((format!("https://{host}/{path}"), Repository { api: Url::parse(&api).ok()?, forge, places: Vec::new() }))
}

impl Repository {
    /// Its owner, by the answer of the API; `None` if that does not say.
    #[must_use]
    pub fn owner(&self, answer: &[u8]) -> Option<Owner> {
        let answer: Value = serde_json::from_slice(answer).ok()?;
        let (owner, name) = match self.forge {
            ForgeKind::Gitlab => (&answer["namespace"], "full_path"),
            ForgeKind::Github | ForgeKind::Forgejo | ForgeKind::Gitea => (&answer["owner"], "login"),
        };
        Some(Owner { id: owner["id"].as_u64()?, login: printable(&clipped(owner[name].as_str()?, 100)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(url: &str) -> Option<(String, String)> {
        let forges: Vec<_> = PUBLIC.into_iter().chain([("git.acme.com", ForgeKind::Github)]).collect();
        repository(&url.parse().expect("a URL"), &forges).map(|(name, repository)| (name, repository.api.to_string()))
    }

    #[test]
    fn a_url_into_a_repository_leads_to_it() {
        for (url, name, api) in [
            ("https://github.com/Acme/Rows", "https://github.com/acme/rows", "https://api.github.com/repos/acme/rows"),
            ("http://www.github.com/acme/rows.git", "https://github.com/acme/rows", "https://api.github.com/repos/acme/rows"),
            ("https://github.com/acme/rows/issues?q=1", "https://github.com/acme/rows", "https://api.github.com/repos/acme/rows"),
            ("https://git.acme.com/a/b", "https://git.acme.com/a/b", "https://git.acme.com/api/v3/repos/a/b"),
            ("https://codeberg.org/a/b/", "https://codeberg.org/a/b", "https://codeberg.org/api/v1/repos/a/b"),
            ("https://gitlab.com/a/sub/b/-/tree/x/y", "https://gitlab.com/a/sub/b", "https://gitlab.com/api/v4/projects/a%2Fsub%2Fb"),
        ] {
            assert_eq!(found(url), Some((name.to_owned(), api.to_owned())), "{url}");
        }
        for url in ["https://github.com/acme", "https://acme.com/a/b", "https://github.com:8443/a/b", "https://github.com/a/%2e%2e%2fb"] {
            assert_eq!(found(url), None, "{url}");
        }
    }

    #[test]
    fn forges_say_who_owns_a_repository_by_number() {
        let owner = |url: &str, answer: &str| {
            let (_, repository) = repository(&url.parse().expect("a URL"), &PUBLIC).expect("a repository");
            repository.owner(answer.as_bytes()).map(|owner| (owner.id, owner.login))
        };
        let forgejo = r#"{"id": 1, "owner": {"id": 7, "login": "acme"}, "full_name": "acme/b"}"#;
        for url in ["https://github.com/a/b", "https://codeberg.org/a/b"] {
            assert_eq!(owner(url, forgejo), Some((7, "acme".to_owned())));
            for answer in ["", "[]", "{}", r#"{"owner": null}"#, r#"{"owner": {"id": "7", "login": "x"}}"#, r#"{"namespace": {"id": 1}}"#] {
                assert_eq!(owner(url, answer), None, "{answer}");
            }
        }
        let gitlab = r#"{"id": 1, "namespace": {"id": 9, "full_path": "acme/sub\u001b"}, "owner": {"id": 2, "login": "x"}}"#;
        assert_eq!(owner("https://gitlab.com/a/b", gitlab), Some((9, "acme/sub\\u{1b}".to_owned())));
    }
}
