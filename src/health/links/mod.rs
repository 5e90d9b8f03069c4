//! Checks the URLs that a catalogue sends its visitors to. Which URLs are checked (`targets`), what an answer means (`judge`) and the answers of
//! earlier runs (`cache`) are values; only `check` uses the network.

mod cache;
mod check;
mod host;
mod judge;
mod landing;
mod report;
mod robots;
mod targets;

pub use cache::LinkCache;
pub use check::{HostResolver, LinkChecker, Politeness, PublicHosts, check_all};
pub use host::{domain, is_public};
pub use judge::{Answer, Judgement, LinkStatus, judge};
pub use report::{LinkSummary, tasks};
pub use targets::{Landing, Target, Targets, targets, why_not_checked};

/// The user agent in robots.txt.
const AGENT: &str = "pressmark";
