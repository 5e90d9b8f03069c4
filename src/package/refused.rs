//! Why a package is not read. Knows words; knows neither archives nor listings.

use crate::text::{clipped, printable};

/// A package that is not read, with the reason and what to do. Names in it are made printable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(String);

impl Refused {
    /// The archive as a whole is refused.
    pub(super) fn archive(why: impl Into<String>) -> Self {
        Self(why.into())
    }

    /// One of its entries is refused.
    pub(super) fn entry(name: &str, why: impl AsRef<str>) -> Self {
        Self(format!("`{}` {}", printable(&clipped(name, MOST_SHOWN)), why.as_ref()))
    }
}

/// So many characters of a name are shown.
const MOST_SHOWN: usize = 120;
