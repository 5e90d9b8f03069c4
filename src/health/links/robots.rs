//! The robots.txt of a host (RFC 9309). The only file that names the crate for that.

use std::io::Read;

use robotxt::{AccessResult, Robots};
use url::Url;

use super::AGENT;

/// The rules of one host.
#[derive(Debug)]
pub(super) struct Rules {
    robots: Robots,
    is_known: bool,
}

impl Rules {
    /// The rules in a robots.txt file.
    pub(super) fn read(text: impl Read) -> Self {
        Robots::from_reader(text, AGENT).map_or_else(|_| Self::unreachable(), |robots| Self { robots, is_known: true })
    }

    /// A host without a robots.txt: everything is allowed.
    pub(super) fn none() -> Self {
        Self { robots: Robots::from_access(AccessResult::Unavailable, AGENT), is_known: true }
    }

    /// A host whose robots.txt could not be fetched: nothing is allowed.
    pub(super) fn unreachable() -> Self {
        Self { robots: Robots::from_access(AccessResult::Unreachable, AGENT), is_known: false }
    }

    /// Why `url` must not be requested; `None` if it may be.
    pub(super) fn why_not(&self, url: &Url) -> Option<&'static str> {
        match (self.robots.is_url_allowed(url), self.is_known) {
            (true, _) => None,
            (false, true) => Some("its robots.txt disallows it"),
            (false, false) => Some("its robots.txt could not be fetched"),
        }
    }
}
