//! Whether the addresses that a catalogue sends its visitors to are still there. Which are asked (`targets`), what an answer means (`judge`), and what was
//! answered before (`memory`) are values; the network is in `ask` alone.

mod ask;
mod host;
mod judge;
mod memory;
mod report;
mod robots;
mod targets;

pub use ask::{Asker, Manners, Names, PublicNames, ask_all};
pub use host::{domain, is_public};
pub use judge::{Answer, Judgement, Record, judge, recorded};
pub use memory::Memory;
pub use report::{LinkSummary, duties};
pub use targets::{Target, Targets, targets, why_not_asked};

/// The name by which robots.txt knows this program.
const AGENT: &str = "pressmark";
