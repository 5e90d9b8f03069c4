//! The pages of the rules, for whoever has got a finding: every rule by family, and each on its own.

use super::frame::Frame;
use super::page::PageType;
use crate::diagnostic::{Cost, Level};
use crate::render::prose;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::rules::{self, FAMILIES, Levels, Standing, guide};
use crate::site::{Page, Site};

view! {
    /// Rules about the same subject.
    Family("a family of rules") {
        /// The id for its heading.
        id: &'static str,
        /// The name, in English.
        title: &'static str,
        /// The description of its rules' input, in English.
        about: &'static str,
        /// Its rules.
        rules: Vec<RuleEntry>,
    }
}

view! {
    /// A rule in a list.
    RuleEntry("a rule in a list") {
        /// Its id, such as `L002`.
        id: &'static str,
        /// Its name, such as `summary-too-long`.
        name: &'static str,
        /// The URL of its page.
        url: String,
        /// The description, in English.
        summary: String,
        /// Its level in this catalogue.
        level: String,
        /// The parts of the site that are left out because of its findings, if any.
        costs: Option<String>,
    }
}

view! {
    /// A rule.
    Rule("a rule") {
        /// Its id, such as `L002`.
        id: &'static str,
        /// Its level in this catalogue.
        level: String,
        /// The parts of the site that are left out because of its findings, if any.
        costs: Option<String>,
        /// Its explanation as HTML, in English: print it with `| safe`.
        html: String,
    }
}

impl RuleEntry {
    fn new(site: &Site, rule: &rules::Rule, levels: &Levels) -> Self {
        Self {
            id: rule.code.id,
            name: rule.code.name,
            url: site.address.url(&Site::rule(rule)),
            summary: rule.summary().replace('`', ""),
            level: standing_words(site, levels.standing(rule)),
            costs: costs(site, rule),
        }
    }
}

/// Every rule with its level in this catalogue.
pub(super) fn rules(site: &Site, page: &Page) -> Values {
    let levels = levels(site);
    let families = FAMILIES.map(|family| Family {
        id: family.key,
        title: family.title,
        about: family.about,
        rules: family.rules.iter().map(|rule| RuleEntry::new(site, rule, &levels)).collect(),
    });
    Frame::new(page, PageType::Rules, site.language.text("rules"))
        .description(Some(&site.language.text("rules-text")))
        .around(site, &families.to_vec())
}

/// A rule.
pub(super) fn rule(site: &Site, page: &Page, rule: &'static rules::Rule) -> Values {
    let view = Rule {
        id: rule.code.id,
        level: standing_words(site, levels(site).standing(rule)),
        costs: costs(site, rule),
        html: prose::own(&guide(rule)),
    };
    // The text is the same in every catalogue: nothing a search engine should find twice.
    Frame::new(page, PageType::Rule, rule.code.name).below(site.language.text("rules"), Site::rules()).noindex().around(site, &view)
}

/// The levels of rules in this catalogue.
fn levels(site: &Site) -> Levels {
    Levels::new(site.catalogue.settings.levels.iter().map(|(name, setting)| (&**name, *setting)))
}

/// The level of a rule in this catalogue, with the day on which it begins.
fn standing_words(site: &Site, standing: Standing) -> String {
    let level = site.language.text(key(standing.level));
    let Some(day) = standing.from else { return level };
    site.language.say("level-from", &[("level", level.into()), ("date", day.to_string().into())])
}

/// Returns the parts of the site that are left out because of the rule's findings, if any.
fn costs(site: &Site, rule: &rules::Rule) -> Option<String> {
    match rule.costs {
        Cost::Nothing => None,
        Cost::Unread | Cost::Value => Some(site.language.text("costs-value")),
        Cost::Page => Some(site.language.text("costs-page")),
    }
}

/// The message for a level.
fn key(level: Level) -> &'static str {
    match level {
        Level::Error => "level-error",
        Level::Warn => "level-warning",
        Level::Info => "level-note",
        Level::Off => "level-off",
    }
}
