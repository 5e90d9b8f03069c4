//! A repository's README as the beginning of a listing. Knows where such texts name their support, documentation and licence.

use super::{Found, first_sentence, head, licence, repository};
use crate::parse::prose::{self, Heading, Outline, ReferenceKind};
use crate::rules::addresses;
use crate::submission::Topic;

/// Reads `text`.
pub(super) fn found(text: &str) -> Found {
    let outline = prose::outline(text);
    let mut found = Found::default();
    let heading = title(&outline.headings);
    if let Some(heading) = heading {
        found.add(Topic::Name, "its first heading", head::name(heading, &outline));
    }
    let title = heading.filter(|heading| heading.level == 1);
    if let Some(lead) = &outline.lead {
        found.add(Topic::Summary, "its first sentence", first_sentence(lead));
    }
    links(&outline, &mut found);
    source(&outline, &mut found);
    if let Some(address) = support_address(text, &outline) {
        found.add(Topic::SupportEmail, "the e-mail address in it", address);
    }
    let in_section = section(text, &outline, &["license", "licence", "licensing"]).and_then(licence::named_in);
    let on_badge = head::licence(&outline);
    match (in_section, on_badge) {
        (Some(id), on_badge) if on_badge.as_ref().is_none_or(|stated| stated == id) => found.add(Topic::License, "its licence section", id),
        (None, Some(stated)) => found.add(Topic::License, "its badge", stated),
        // Two licences, or none: only the owner of the code knows.
        _ => {}
    }
    if let Some(command) = install_command(text) {
        found.add(Topic::InstallCommand, "its first command that installs something", command);
    }
    found.readme = Some(head::without(text, title, &outline));
    found
}

/// The heading that names the whole text: one of the first level, or one that all others are below. Several of one level are the sections of a text without a
/// title.
fn title(headings: &[Heading]) -> Option<&Heading> {
    let (first, others) = headings.split_first()?;
    let is_above_all = !others.is_empty() && others.iter().all(|other| other.level > first.level);
    (first.level == 1 || is_above_all).then_some(first)
}

/// Returns the answers that `text` contains, so that no one has to be asked for them.
pub(super) fn told(text: &str) -> Vec<Topic> {
    const SETUP: [&str; 8] = ["setup", "set up", "setting up", "install", "getting started", "quick start", "quickstart", "configur"];
    const TROUBLE: [&str; 6] = ["troubleshoot", "faq", "problem", "error", "fail", "support"];
    const LIMITS: [&str; 3] = ["limit", "known issues", "caveat"];
    let outline = prose::outline(text);
    let is_reported =
        |words: &[&str]| outline.headings.iter().any(|heading| words.iter().any(|word| heading.text.to_lowercase().contains(word)));
    let told = [
        (Topic::Description, outline.n_words > 0),
        (Topic::Setup, is_reported(&SETUP)),
        (Topic::Limits, is_reported(&LIMITS)),
        (Topic::Troubleshooting, is_reported(&TROUBLE)),
    ];
    told.into_iter().filter(|(_, is_reported)| *is_reported).map(|(topic, _)| topic).collect()
}

fn links(outline: &Outline, found: &mut Found) {
    for link in outline.links.iter().filter(|link| link.kind == ReferenceKind::Link && link.target.starts_with("https://")) {
        let words = link.text.to_lowercase();
        let target = link.target.trim_end_matches('/');
        let host = target.trim_start_matches("https://");
        if host.starts_with("docs.") || ["documentation", "docs", "manual", "user guide"].contains(&words.as_str()) {
            found.add(Topic::SupportDocs, "its link to the documentation", &*link.target);
            found.add(Topic::DocsUrl, "its link to the documentation", &*link.target);
        } else if target.ends_with("/issues") || words == "issue tracker" || words == "help centre" || words == "help center" {
            found.add(Topic::SupportUrl, "its link to the issue tracker", &*link.target);
        } else if words.contains("privacy policy") || words.contains("privacy notice") {
            found.add(Topic::PrivacyUrl, "its link to the privacy policy", &*link.target);
        }
    }
}

/// The repository: a link that says so, or the repository whose tracker or releases are linked.
fn source(outline: &Outline, found: &mut Found) {
    const WORDS: [&str; 6] = ["repository", "source", "source code", "code", "github", "gitlab"];
    let links = || outline.links.iter().filter(|link| link.kind == ReferenceKind::Link && link.target.starts_with("https://"));
    for link in links().filter(|link| WORDS.contains(&link.text.to_lowercase().as_str())) {
        let repository = repository::of_own_page(&link.target).or_else(|| repository::of_any_page(&link.target));
        found.add(Topic::SourceUrl, "its link to the repository", repository.unwrap_or_else(|| link.target.clone()));
    }
    if let Some(repository) = links().find_map(|link| repository::of_own_page(&link.target)) {
        found.add(Topic::SourceUrl, "its link to a page of the repository", repository);
    }
    let is_package = |target: &&str| target.starts_with("https://pkg.go.dev/");
    if let Some(repository) = links().map(|link| &*link.target).filter(is_package).find_map(repository::of_any_page) {
        found.add(Topic::SourceUrl, "its link to the package", repository);
    }
}

/// A mail address that is meant for support: one that says so, or the only one there is.
fn support_address(text: &str, outline: &Outline) -> Option<String> {
    let linked = outline.links.iter().map(|link| link.target.strip_prefix("mailto:").unwrap_or(&link.target).to_owned());
    let mut all: Vec<String> = linked.flat_map(|target| addresses(&target).map(str::to_owned).collect::<Vec<_>>()).collect();
    all.extend(addresses(text).map(str::to_owned));
    all.sort();
    all.dedup();
    let is_for_all = |address: &&String| {
        ["support@", "help@", "hello@", "contact@", "info@"].iter().any(|local| address.to_lowercase().starts_with(local))
    };
    let chosen = all.iter().find(is_for_all).or(all.first().filter(|_| all.len() == 1));
    chosen.cloned()
}

/// The text below the first heading that is called one of `titles`.
fn section<'text>(text: &'text str, outline: &Outline, titles: &[&str]) -> Option<&'text str> {
    let at = outline.headings.iter().position(|heading| titles.contains(&heading.text.to_lowercase().as_str()))?;
    let end = outline.headings.get(at + 1).map_or(text.len(), |next| next.span.start as usize);
    text.get(outline.headings[at].span.end as usize..end)
}

/// How commands begin that install a package by its name.
#[rustfmt::skip]
const INSTALLING: [&str; 30] = [
    "npm install ", "npm i ", "npx ", "pnpm add ", "yarn add ", "bun add ", "pip install ", "pip3 install ", "pipx install ", "uv add ",
    "uv tool install ", "uvx ", "conda install ", "cargo install ", "cargo add ", "go install ", "go get ", "brew install ", "gem install ",
    "composer require ", "dotnet add package ", "dotnet tool install ", "docker pull ", "docker run ", "helm install ",
    "kubectl krew install ", "apt install ", "apt-get install ", "meltano add ", "code --install-extension ",
];

/// The first line of code that installs a package. What installs the folder it is in, as `pip install .` does, is for those who develop it.
fn install_command(text: &str) -> Option<&str> {
    let mut is_fenced = false;
    text.lines().find_map(|line| {
        let code = line.trim();
        if code.starts_with("```") || code.starts_with("~~~") {
            is_fenced = !is_fenced;
            return None;
        }
        let is_code = is_fenced || line.starts_with("    ") || line.starts_with('\t');
        let command = code.strip_prefix("$ ").unwrap_or(code).trim();
        let rest = INSTALLING.iter().find_map(|start| command.strip_prefix("sudo ").unwrap_or(command).strip_prefix(start))?;
        let names_package = rest.split_whitespace().any(|word| !word.starts_with(['-', '.', '/'])) && !rest.contains("-r ");
        (is_code && names_package && !command.ends_with('\\')).then_some(command)
    })
}

#[cfg(test)]
mod tests {
    use super::{found, install_command};
    use crate::submission::Topic;

    #[test]
    fn a_section_is_not_the_name() {
        for (readme, name) in [
            ("# Digest\n\n# Install\n", Some("Digest")),
            ("Badges.\n\n# Digest\n", Some("Digest")),
            ("## Digest\n\nSends.\n\n### Install\n\n### Use\n", Some("Digest")),
            ("Sends.\n\n## Install\n\n### Linux\n\n## Use\n", None),
            ("Sends.\n\n## Install\n", None),
            ("### Note\n\n# Digest\n", None),
            ("Sends.\n", None),
        ] {
            let found = found(readme);
            let named = found.values.iter().find(|value| value.topic == Topic::Name).map(|value| value.values.concat());
            assert_eq!(named.as_deref(), name, "{readme}");
        }
    }

    #[test]
    fn badges_above_the_text_are_left_out() {
        let badge = "[![CI](https://ci.example/b.svg)](https://ci.example/)";
        let readme =
            format!("# Digest\n\n{badge} ![cov](https://img.shields.io/c.svg)\n{badge}\n\nSends a digest.\n\n## State\n\n{badge}\n");
        assert_eq!(found(&readme).readme, Some(format!("Sends a digest.\n\n## State\n\n{badge}\n")));
        for line in [
            "![A screenshot](shot.png)",
            "![A screenshot](https://a.example/shot.png)",
            "Text [![CI](https://a.example/b.svg)](x)",
            "[![CI](",
            "[link](https://a.example/)",
        ] {
            assert_eq!(found(&format!("# Digest\n\n{line}\n")).readme, Some(format!("{line}\n")), "{line}");
        }
    }

    #[test]
    fn a_command_that_installs_the_listing_is_found() {
        for (text, command) in [
            ("```sh\nnpm install order-digest\n```\n", Some("npm install order-digest")),
            ("    pip install pgvector-helper\n", Some("pip install pgvector-helper")),
            ("```\n$ docker run --rm acme/helper:latest\n```\n", Some("docker run --rm acme/helper:latest")),
            (
                "```\npip install -e .\nnpm install\npip install -r requirements.txt\ncargo install digest\n```\n",
                Some("cargo install digest"),
            ),
            ("Run npm install digest to begin.\n", None),
        ] {
            assert_eq!(install_command(text), command, "{text}");
        }
    }
}
