//! What a host asks of programs: its robots.txt (RFC 9309). The only file that names the crate for that.

use std::io::Read;

use robotxt::{AccessResult, Robots};
use url::Url;

use super::ask::AGENT;

/// The rules of one host.
#[derive(Debug)]
pub(super) struct Rules(Robots);

impl Rules {
    /// What a host says in a file that was found.
    pub(super) fn read(text: impl Read) -> Self {
        Self(Robots::from_reader(text, AGENT).unwrap_or_else(|_| Robots::from_access(AccessResult::Unreachable, AGENT)))
    }

    /// A host without such a file: everything may be asked.
    pub(super) fn none() -> Self {
        Self(Robots::from_access(AccessResult::Unavailable, AGENT))
    }

    /// A host whose file could not be fetched: nothing may be asked.
    pub(super) fn unreachable() -> Self {
        Self(Robots::from_access(AccessResult::Unreachable, AGENT))
    }

    pub(super) fn allow(&self, url: &Url) -> bool {
        self.0.is_url_allowed(url)
    }
}
