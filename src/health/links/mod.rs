//! Checks the URLs that a catalogue sends its visitors to. Which URLs are checked (`targets`), what an answer means (`judge`) and the answers of
//! earlier runs (`cache`, `memory`) are values; only `check` uses the network.

mod cache;
mod check;
mod host;
mod judge;
mod landing;
mod memory;
mod report;
mod repositories;
mod robots;
mod targets;

pub use cache::LinkCache;
pub use check::{HostResolver, LinkChecker, Politeness, PublicHosts, ask_forges, check_all};
pub use host::{domain, is_public};
pub use judge::{Answer, Judgement, LinkStatus, judge};
pub use memory::LinkMemory;
pub use report::{LinkSummary, tasks};
pub use repositories::{Owner, Repositories, Repository, repositories};
pub use targets::{Landing, Target, Targets, targets, why_not_checked};

/// The user agent in robots.txt.
const AGENT: &str = "pressmark";
