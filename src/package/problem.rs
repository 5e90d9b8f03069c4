//! What keeps a package from being imported, apart from findings about the content. Knows words only.

use serde::Serialize;

/// Something that has to be settled before the import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The kind.
    pub kind: ProblemKind,
    /// The slug of the listing in the package that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listing: Option<String>,
    /// What is wrong, in one line.
    pub message: String,
    /// The help.
    pub help: String,
    /// The slugs of the listings here of which one is meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
}

/// Kinds of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    /// Several listings may be the copy.
    Ambiguous,
    /// The listing that is found is another one.
    OtherListing,
    /// The copy has left the catalogue.
    Left,
    /// A file here is written in an unusual way, or is no regular file.
    Unusual,
    /// A listing that is needed is neither here nor in the package.
    DependencyMissing,
    /// An app, a publisher or a tag is not here.
    Unknown,
}

impl Problem {
    pub(super) fn new(kind: ProblemKind, listing: Option<&str>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { kind, listing: listing.map(str::to_owned), message: message.into(), help: help.into(), candidates: Vec::new() }
    }

    pub(super) fn among(self, candidates: &[&str]) -> Self {
        Self { candidates: candidates.iter().map(|slug| (*slug).to_owned()).collect(), ..self }
    }
}
