//! The repository after an address, where the address leaves no doubt. Knows how forges build theirs; fetches nothing.

use url::Url;

/// Forges on which an address begins with the owner and the repository.
const FORGES: [&str; 4] = ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org"];
/// Pages of a repository that a README links to for its own sake.
const OWN_PAGES: [&str; 5] = ["issues", "releases", "actions", "pulls", "discussions"];
/// First segments on those forges that are no owner.
const NO_OWNERS: [&str; 8] = ["about", "apps", "explore", "features", "marketplace", "orgs", "sponsors", "topics"];

/// The repository whose tracker, releases or other page of its own `address` is: `https://git.example/you/digest/issues` → `https://git.example/you/digest`.
pub(super) fn of_own_page(address: &str) -> Option<String> {
    let (url, segments) = parts(address)?;
    let at = segments.iter().position(|segment| OWN_PAGES.contains(segment)).filter(|&at| at >= 2)?;
    // A tracker may be anywhere; the other words may mean something else on an unknown host.
    let is_known = segments[at] == "issues" || FORGES.contains(&url.host_str()?);
    let repository = &segments[..at];
    let repository = repository.strip_suffix(&["-"]).unwrap_or(repository);
    (is_known && repository.len() >= 2).then(|| written(&url, repository))
}

/// The repository that `address` leads to or into, on a forge that is known: also `https://pkg.go.dev/github.com/you/digest`.
pub(super) fn of_any_page(address: &str) -> Option<String> {
    let (url, segments) = parts(address)?;
    let host = url.host_str()?;
    if host == "pkg.go.dev" {
        return of_any_page(&format!("https://{}", segments.join("/")));
    }
    let is_repository = FORGES.contains(&host) && segments.len() >= 2 && !NO_OWNERS.contains(&segments[0]);
    // GitLab nests groups: a repository ends where `-` begins.
    let end = if host == "gitlab.com" { segments.iter().position(|segment| *segment == "-").unwrap_or(segments.len()) } else { 2 };
    is_repository.then(|| written(&url, &segments[..end]))
}

fn parts(address: &str) -> Option<(Url, Vec<&str>)> {
    let url = Url::parse(address).ok().filter(|url| url.scheme() == "https" && url.host_str().is_some())?;
    let path = address.strip_prefix("https://")?.split(['?', '#']).next()?;
    let segments = path.split('/').skip(1).filter(|segment| !segment.is_empty()).collect();
    Some((url, segments))
}

fn written(url: &Url, repository: &[&str]) -> String {
    let path = repository.join("/");
    format!("https://{}/{}", url.host_str().unwrap_or_default(), path.strip_suffix(".git").unwrap_or(&path))
}

#[cfg(test)]
mod tests {
    use super::{of_any_page, of_own_page};

    #[test]
    fn a_tracker_hangs_below_its_repository() {
        for (address, repository) in [
            ("https://github.com/x/y/issues", Some("https://github.com/x/y")),
            ("https://github.com/x/y/issues/new?labels=bug", Some("https://github.com/x/y")),
            ("https://gitlab.com/group/part/y/-/issues", Some("https://gitlab.com/group/part/y")),
            ("https://git.example/you/digest/issues", Some("https://git.example/you/digest")),
            ("https://you.example/help/issues", None),
            ("https://github.com/x/y/releases", Some("https://github.com/x/y")),
            ("https://you.example/a/b/releases", None),
        ] {
            assert_eq!(of_own_page(address).as_deref(), repository, "{address}");
        }
    }

    #[test]
    fn a_page_of_a_known_forge_names_its_repository() {
        for (address, repository) in [
            ("https://github.com/x/y.git", Some("https://github.com/x/y")),
            ("https://github.com/x/y/blob/main/setup.md", Some("https://github.com/x/y")),
            ("https://pkg.go.dev/github.com/x/y", Some("https://github.com/x/y")),
            ("https://github.com/sponsors/x", None),
            ("https://github.com/x", None),
            ("https://you.example/x/y", None),
        ] {
            assert_eq!(of_any_page(address).as_deref(), repository, "{address}");
        }
    }
}
