//! Where a pull request is opened, and where there is a form for those who cannot. Knows the addresses of forges.

use crate::format::{ForgeKind, SettingsFile};

/// The page that opens a pull request from the branch `slug`, when the settings name the catalogue's repository.
#[must_use]
pub fn new_pull_request(settings: &SettingsFile, slug: &str) -> Option<String> {
    let repository = settings.repository.get()?;
    let url = repository.url.get().filter(|url| url.is_web())?.text.trim_end_matches('/').to_owned();
    let branch = repository.branch();
    Some(match repository.forge.get()? {
        ForgeKind::Github | ForgeKind::Forgejo | ForgeKind::Gitea => format!("{url}/compare/{branch}...{slug}"),
        ForgeKind::Gitlab => format!("{url}/-/merge_requests/new"),
    })
}

/// The form in the issues of the repository at `url` that asks for a submission, on forges that have such forms.
#[must_use]
pub fn issue_form(forge: ForgeKind, url: &str) -> Option<String> {
    match forge {
        ForgeKind::Github | ForgeKind::Forgejo | ForgeKind::Gitea => Some(format!("{url}/issues/new?template={}", super::issue::FILE_NAME)),
        ForgeKind::Gitlab => None,
    }
}
