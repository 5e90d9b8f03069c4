//! What has become of installed listings, by the two documents of the contract that say so. Depends on versions and the contract; reads no file and no network.

mod compare;
mod installed;
mod json;
mod markdown;

pub use compare::{Compared, Comparison, Finding, compare};
pub use installed::{Installed, installed};
pub use json::{Report, Row, json, schema};
pub use markdown::markdown;
