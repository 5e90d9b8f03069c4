//! Packages: listings on their way from one catalogue to another. A package is an archive of a manifest and content files; [`export()`] makes one of a catalogue,
//! [`Package::open`] judges one that came from anywhere, and [`plan()`] says what importing it would do. Values in, values out: nothing here writes.

mod companions;
mod copies;
mod dependents;
mod export;
mod goal;
mod human;
mod limits;
mod manifest;
mod merge;
mod names;
mod next_version;
mod open;
mod plan;
mod planner;
mod problem;
mod refused;
mod zip;

pub use crate::contract::Origin;
pub use companions::Companion;
pub use copies::FoundBy;
pub use dependents::Dependent;
pub use export::{Choice, Exported, Missing, chosen, export, missing, with_dependencies};
pub use human::human;
pub use limits::{MANIFEST, MAX_BYTES};
pub use manifest::{Manifest, PackagedFile, PackagedListing, schema};
pub use open::Package;
pub use plan::{Action, Import, Plan, PlannedFile, PlannedListing};
pub use planner::plan;
pub use problem::{Problem, ProblemKind};
pub use refused::Refused;
