//! One rule a file. A rule sees what its `Check` hands it and nothing else; it cannot choose the level of what it finds.
//!
//! To add one: write the file, then name its module and its static in the family's `mod.rs`. Its explanation, its two examples (which are
//! its test) and its level in `catalogue.yaml` follow by themselves.

mod allowance;
mod catalogue;
mod format;
mod grace;
mod levels;
mod listing;
mod occasion;
mod prose;
mod rule;
mod run;

#[cfg(test)]
mod tests;

pub use allowance::Allowance;
pub use levels::{Levels, Standing};
pub use occasion::Occasion;
pub use rule::{Check, ProseDraft, Rule};
pub use run::{Verdict, run};

/// Every rule, in the order of their ids.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [format::RULES, listing::RULES, prose::RULES, catalogue::RULES].into_iter().flatten().copied()
}

/// The rule that is called `name`.
#[must_use]
pub fn named(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code.name == name)
}
