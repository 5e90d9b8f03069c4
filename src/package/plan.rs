//! What an import would do, as values. Knows neither how it is found out nor how it is shown.

use std::collections::BTreeMap;

use serde::Serialize;

use super::companions::Companion;
use super::copies::FoundBy;
use super::dependents::Dependent;
use super::problem::Problem;
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Report;
use crate::source::ContentPath;

/// What an import would do. As JSON, it is what `pressmark import --format json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// The version of this shape: 1.
    pub schema: u32,
    /// The URL of the catalogue that the package comes from.
    pub catalogue: Option<String>,
    /// The listings of the package, by their slugs there, without those that have a problem.
    pub listings: Vec<PlannedListing>,
    /// Their apps, publishers and tags.
    pub companions: Vec<Companion>,
    /// The files that would be written or removed, by path below the content folder. All others stay as they are.
    pub files: Vec<PlannedFile>,
    /// What has to be settled first: nothing is written while there is any.
    pub problems: Vec<Problem>,
}

/// What would become of a listing of the package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlannedListing {
    /// Its slug in the package.
    pub original: String,
    /// Its version there.
    pub original_version: Option<String>,
    /// The slug of the new listing, or of the copy that is here.
    pub slug: String,
    /// Whether it is new, or a copy that gets a new version.
    pub action: Action,
    /// By what the copy was found.
    pub found_by: Option<FoundBy>,
    /// The version that it gets, which is released at once.
    pub version: String,
    /// The note of that version, in Markdown.
    pub notes: Option<String>,
    /// The version of the copy that is released now.
    pub released_before: Option<String>,
    /// The version that visitors receive afterwards: another one where the copy has a `shared` of its own.
    pub shared: Option<String>,
    /// The keys of the copy's `listing.yaml` that get another value. Those of the catalogue, such as `visibility`, never do.
    pub changed_keys: Vec<String>,
    /// The keys that the original does not have, and that the copy would lose.
    pub removed_keys: Vec<String>,
    /// Everything here that depends on the copy.
    pub dependents: Vec<Dependent>,
}

/// What becomes of a listing or a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// It is new.
    Create,
    /// It is there, and gets other contents.
    Update,
    /// It is there, and goes.
    Remove,
}

/// A file that would be written or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlannedFile {
    /// Its path below the content folder.
    pub path: String,
    /// What becomes of it.
    pub action: Action,
}

/// An import that is ready to be looked at, and to be written.
#[derive(Debug)]
pub struct Import {
    /// What it would do.
    pub plan: Plan,
    /// The bytes of each file that changes; `None` for a file that goes.
    pub files: BTreeMap<ContentPath, Option<Vec<u8>>>,
    /// The catalogue as it would be.
    pub raw: RawCatalogue,
    /// What the rules say of that because of the import.
    pub report: Report,
}

impl Import {
    /// Whether it may be written.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.plan.problems.is_empty() && self.report.counts().errors == 0
    }
}
