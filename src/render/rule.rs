//! The pages of the rules, for whoever has got a finding: every rule by family, and each by itself.

use serde_json::json;

use super::frame::Frame;
use super::prose;
use super::templates::Values;
use crate::diagnostic::{Cost, Level};
use crate::rules::{FAMILIES, Levels, Rule, Standing, guide};
use crate::site::{Page, Site};

/// Every rule with its level in this catalogue.
pub(super) fn index(site: &Site, page: &Page) -> (&'static str, Values) {
    let levels = levels(site);
    let entry = |rule: &&Rule| {
        json!({
            "id": rule.code.id,
            "name": rule.code.name,
            "url": site.address.url(&Site::rule(rule)),
            "summary": rule.summary().replace('`', ""),
            "level": standing_words(site, levels.standing(rule)),
            "costs": costs(site, rule),
        })
    };
    let families = FAMILIES.map(|family| {
        json!({
            "id": family.key,
            "title": family.title,
            "about": family.about,
            "rules": family.rules.iter().map(entry).collect::<Vec<_>>(),
        })
    });
    let frame = Frame::new(page, "rules", site.language.text("rules")).description(Some(&site.language.text("rules-text")));
    ("rules.html", frame.values(site).with("families", &json!(families)))
}

/// A rule.
pub(super) fn view(site: &Site, page: &Page, rule: &'static Rule) -> (&'static str, Values) {
    let standing = levels(site).standing(rule);
    let view = json!({
        "id": rule.code.id,
        "level": standing_words(site, standing),
        "costs": costs(site, rule),
        "html": prose::own(&guide(rule)),
    });
    // The text is the same in every catalogue: nothing a search engine should find twice.
    let frame = Frame::new(page, "rule", rule.code.name).below(site.language.text("rules"), Site::rules()).noindex();
    ("rule.html", frame.values(site).with("rule", &view))
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

/// What visitors do not see because of the rule, if there is anything.
fn costs(site: &Site, rule: &Rule) -> Option<String> {
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
