//! Which files of a built site anyone can fetch as the build wrote them.

use super::{Site, SiteFile};

/// Whether the file at `path` is served unchanged: hosts keep some files for themselves, and the queue is written again between builds.
#[must_use]
pub fn is_served(path: &str) -> bool {
    let for_hosts = [SiteFile::Headers, SiteFile::Redirects, SiteFile::NoJekyll];
    !path.starts_with(Site::queue().as_str()) && for_hosts.iter().all(|file| file.path().as_str() != path)
}
