//! One rule a file. A rule sees what its `Check` passes to it and nothing else; it cannot choose the level of its findings.
//!
//! To add one: write the file, then add its module and its static to the family's `mod.rs`. Its explanation, its two examples (which are
//! its test) and its level in `catalogue.yaml` follow automatically.

mod address;
mod allowance;
mod alt;
mod announcer;
mod catalogue;
mod change;
mod comment;
mod edits;
mod everywhere;
mod family;
mod file_names;
mod folding;
mod format;
mod grace;
mod guide;
mod host;
mod known_findings;
mod levels;
mod likeness;
mod link;
mod listing;
mod losses;
mod mail;
mod maintenance;
mod media;
mod pasted;
mod placeholder;
mod prose;
mod repeats;
mod rule;
mod run;
mod run_context;
mod scalar;
mod seniority;
pub(crate) mod slug;
mod suffix;
mod target;
mod text;
mod theme;
mod trust;
mod unfinished;
mod vendor;
mod words;

#[cfg(test)]
mod linear;
#[cfg(test)]
mod tests;

pub use address::Address;
pub(crate) use address::addresses as web_addresses;
pub use family::{FAMILIES, Family};
pub use format::undecodable;
pub use guide::{Example, ExampleKind, examples, guide};
pub use known_findings::KnownFindings;
pub use levels::{Levels, Standing};
pub use likeness::{is_nearly, words};
pub use losses::losses;
pub(crate) use mail::addresses;
pub use rule::{Allowance, Check, RawProse, Rule};
pub use run::{CheckResult, run, run_again, run_alone, run_change, run_costly, run_on};
pub use run_context::{History, RunContext};
pub use seniority::Seniority;
pub use suffix::registered;
pub use theme::{THEME_UNKNOWN, template_broken, theme_file_missing};
pub use trust::{LEADING, Trust, owner, proof};
pub use vendor::is_vendor;

use crate::diagnostic::nearest;

/// Every rule: family after family, each in the order of ids.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.into_iter().flat_map(|family| family.rules).copied()
}

/// The rule whose name is or was `name`.
#[must_use]
pub fn named(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.is_named(name))
}

/// The rule that `text` names, by a former name, too, or numbers, in any case: `name-too-long`, `L002`, `l2`.
#[must_use]
pub fn called(text: &str) -> Option<&'static Rule> {
    // `L21` is `L021`.
    let number = text.get(1..).and_then(|digits| digits.parse::<u16>().ok());
    let id = number.map_or_else(|| text.to_owned(), |number| format!("{}{number:03}", &text[..1]));
    all().find(|rule| rule.is_named(&text.to_ascii_lowercase()) || rule.code.id.eq_ignore_ascii_case(&id))
}

/// The name of the rule that `text` probably means: the nearest of all names, current and former.
#[must_use]
pub fn nearest_name(text: &str) -> Option<&'static str> {
    let near = nearest(text, all().flat_map(|rule| rule.former.iter().copied().chain([rule.code.name])))?;
    named(near).map(|rule| rule.code.name)
}
