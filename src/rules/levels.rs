//! The level of each rule in one catalogue: the rule's own, unless `levels:` in `catalogue.yaml` says otherwise.

use std::collections::BTreeMap;

use super::Rule;
use crate::diagnostic::Level;
use crate::format::{LevelWord, SettingsFile};

/// Levels by rule name, where they differ from the rules' own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<Box<str>, Level>);

impl Levels {
    /// The levels that `settings` ask for. Unknown and fixed rules are a matter for the rule that checks the settings.
    #[must_use]
    pub fn of(settings: &SettingsFile) -> Self {
        let entries = settings.levels.get().map(|map| map.0.as_slice()).unwrap_or_default();
        let level = |word: LevelWord| match word {
            LevelWord::Error => Level::Error,
            LevelWord::Warn => Level::Warn,
            LevelWord::Info => Level::Info,
            LevelWord::Off => Level::Off,
        };
        Self(entries.iter().map(|(name, word)| (name.value.clone(), level(word.value))).collect())
    }

    /// The level of `rule`.
    #[must_use]
    pub fn level(&self, rule: &Rule) -> Level {
        let wanted = self.0.get(rule.code.name).copied().unwrap_or(rule.level);
        if rule.fixed { wanted.max(rule.level) } else { wanted }
    }
}
