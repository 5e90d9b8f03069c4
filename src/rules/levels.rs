//! The level of each rule in one catalogue: the rule's own, unless `levels:` in `catalogue.yaml` says otherwise.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Rule, named};
use crate::diagnostic::Level;
use crate::format::{LevelSetting, LevelWord, SettingsFile};

/// Levels by rule name, where they differ from the rules' own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<Box<str>, LevelSetting>);

/// The level of a rule, and the day from which it applies to everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The level.
    pub level: Level,
    /// The day from which it applies to older listings; `None` when it already does.
    pub from: Option<Date>,
}

impl Levels {
    /// The levels that `entries` of rule names ask for; an entry under a former name gives way to one under the current name. Another rule reports
    /// unknown and fixed rules.
    #[must_use]
    pub fn new<'a>(entries: impl IntoIterator<Item = (&'a str, LevelSetting)>) -> Self {
        let mut levels = BTreeMap::new();
        for (name, setting) in entries {
            let current = named(name).map_or(name, |rule| rule.code.name);
            if current == name {
                levels.insert(name.into(), setting);
            } else {
                levels.entry(current.into()).or_insert(setting);
            }
        }
        Self(levels)
    }

    /// The levels that `settings` ask for.
    #[must_use]
    pub fn from_settings(settings: &SettingsFile) -> Self {
        let entries = settings.levels.get().map(|map| map.0.as_slice()).unwrap_or_default();
        Self::new(entries.iter().map(|(name, setting)| (&*name.value, setting.value)))
    }

    /// The level of `rule` in this catalogue.
    #[must_use]
    pub fn standing(&self, rule: &Rule) -> Standing {
        let own = Standing { level: rule.level, from: rule.enforced_from };
        match self.0.get(rule.code.name) {
            Some(setting) if !rule.fixed || level(setting.word) >= rule.level => {
                Standing { level: level(setting.word).max(rule.mildest()), from: setting.from }
            }
            _ => own,
        }
    }
}

/// The level for a word of the settings.
pub(super) fn level(word: LevelWord) -> Level {
    match word {
        LevelWord::Error => Level::Error,
        LevelWord::Warn => Level::Warn,
        LevelWord::Info => Level::Info,
        LevelWord::Off => Level::Off,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Cost};
    use crate::rules::Check;

    #[test]
    fn a_rule_binds_from_its_own_day_unless_the_settings_say_otherwise() {
        let begins = jiff::civil::date(2027, 3, 1);
        let rule = Rule {
            code: Code { id: "X001", name: "new-rule" },
            former: &[],
            level: Level::Error,
            costs: Cost::Nothing,
            fixed: false,
            since: "0.1",
            enforced_from: Some(begins),
            doc: &[],
            check: Check::Document(|_, _| {}),
        };
        assert_eq!(Levels::default().standing(&rule), Standing { level: Level::Error, from: Some(begins) });
        let at_once = Levels::new([("new-rule", LevelSetting { word: LevelWord::Warn, from: None })]);
        assert_eq!(at_once.standing(&rule), Standing { level: Level::Warn, from: None });
    }
}
