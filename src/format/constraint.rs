//! The constraints between the keys of a group: which are required, and which are not allowed, depending on a word. Rules check a listing by them, the
//! schema says it in an editor and the reference on a page; checks nothing itself.

use super::wording::{listed, quoted};

/// A constraint between the keys of one group.
#[derive(Debug, Clone, Copy)]
pub struct Constraint {
    /// When it applies; always without a condition.
    pub condition: Option<Condition>,
    /// Keys that must have a value.
    pub requires: &'static [&'static str],
    /// Keys of which one at least must have a value.
    pub requires_one_of: &'static [&'static str],
    /// Keys that must have no value.
    pub forbids: &'static [&'static str],
}

/// Whether a key has one of some words. A key that is absent has its default.
#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// The key, or the keys on the way to it.
    pub path: &'static [&'static str],
    /// The words.
    pub words: &'static [&'static str],
    /// Whether the constraint applies for these words, or for all but these.
    pub holds: bool,
}

impl Constraint {
    /// A constraint that always applies.
    pub(crate) const fn always() -> Self {
        Self { condition: None, requires: &[], requires_one_of: &[], forbids: &[] }
    }

    /// A constraint that applies when the key at `path` is one of `words`.
    pub(crate) const fn when(path: &'static [&'static str], words: &'static [&'static str]) -> Self {
        Self { condition: Some(Condition { path, words, holds: true }), ..Self::always() }
    }

    /// A constraint that applies unless the key at `path` is one of `words`.
    pub(crate) const fn unless(path: &'static [&'static str], words: &'static [&'static str]) -> Self {
        Self { condition: Some(Condition { path, words, holds: false }), ..Self::always() }
    }

    /// Requires a value for all of these keys.
    pub(crate) const fn requires(self, requires: &'static [&'static str]) -> Self {
        Self { requires, ..self }
    }

    /// Requires a value for at least one of these keys.
    pub(crate) const fn requires_one_of(self, requires_one_of: &'static [&'static str]) -> Self {
        Self { requires_one_of, ..self }
    }

    /// Forbids a value for these keys.
    pub(crate) const fn forbids(self, forbids: &'static [&'static str]) -> Self {
        Self { forbids, ..self }
    }
}

impl Condition {
    /// When that is, such as "when `source` is `closed`".
    #[must_use]
    pub fn phrase(self) -> String {
        let when = if self.holds { "when" } else { "unless" };
        format!("{when} `{}` is {}", self.path.join("."), quoted(self.words))
    }
}

impl Constraint {
    /// The constraint as a sentence of the reference, such as "`source_url` is not allowed when `source` is `closed`."
    #[must_use]
    pub fn phrase(&self) -> String {
        let many = |keys: &[&str], one: &'static str, more: &'static str| if keys.len() == 1 { one } else { more };
        let said = [
            (self.requires, format!("{} {} required", listed(self.requires, "and"), many(self.requires, "is", "are"))),
            (self.requires_one_of, format!("one of {} is required", quoted(self.requires_one_of))),
            (self.forbids, format!("{} {} not allowed", listed(self.forbids, "and"), many(self.forbids, "is", "are"))),
        ];
        let said: Vec<_> = said.into_iter().filter(|(keys, _)| !keys.is_empty()).map(|(_, words)| words).collect();
        let words = [said.join(", and "), self.condition.map(Condition::phrase).unwrap_or_default()].join(" ");
        let mut chars = words.trim_end().chars();
        let first = chars.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(chars).chain(['.']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Constraint;

    #[test]
    fn a_constraint_reads_as_a_sentence() {
        assert_eq!(Constraint::always().requires_one_of(&["email", "url"]).phrase(), "One of `email` or `url` is required.");
        let constraint = Constraint::when(&["mode"], &["request"]).requires(&["landing_url"]).forbids(&["url", "command"]);
        assert_eq!(constraint.phrase(), "`landing_url` is required, and `url` and `command` are not allowed when `mode` is `request`.");
    }
}
