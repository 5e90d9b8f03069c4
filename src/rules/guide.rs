//! The page of a rule as Markdown, for the terminal and for the site. Knows neither.

use super::{Check, Rule};
use crate::diagnostic::{Cost, Level};

/// An example from a rule's explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Whether the rule reports nothing in it.
    pub passes: bool,
    /// The kind of its text.
    pub kind: ExampleKind,
    /// Its lines, each with a line feed.
    pub text: String,
}

/// The kind of an example's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExampleKind {
    /// Top-level keys of a `listing.yaml`.
    Yaml,
    /// A `README.md`.
    Markdown,
    /// Sections `==> path <==`, each a whole file; a section that contains only `(gone)` says that the file does not exist. In a change, `before: ` before a
    /// path describes the state that it starts from, and `outside: ` a file outside of the content folder; elsewhere `submitted: ` says that the file is
    /// being submitted.
    Files,
}

/// The page of `rule`, below its heading: its reason, its examples, its level and how to change it.
#[must_use]
pub fn guide(rule: &Rule) -> String {
    let (reason, examples) = parts(&rule.explanation());
    let mut page = reason.trim().to_owned();
    page.push('\n');
    for example in &examples {
        page.push_str(if example.passes { "\n## Correct\n" } else { "\n## Incorrect\n" });
        for (path, text) in example.files() {
            match text {
                Some(text) => {
                    let language = path.rsplit('.').next().unwrap_or_default();
                    let (when, path) = path.strip_prefix("before: ").map_or(("In", path), |path| ("Before the change, in", path));
                    let (when, path) = path.strip_prefix("submitted: ").map_or((when, path), |path| ("Submitted, in", path));
                    let path = path.strip_prefix("outside: ").unwrap_or(path);
                    page.push_str(&format!("\n{when} `{path}`:\n\n```{language}\n{text}```\n"));
                }
                None => page.push_str(&format!("\nThere is no `{path}`.\n")),
            }
        }
    }
    page.push_str("\n## Level\n\n");
    page.push_str(&level(rule));
    page
}

/// The examples of a rule, except those whose info string does not name a kind and a result.
#[must_use]
pub fn examples(rule: &Rule) -> Vec<Example> {
    parts(&rule.explanation()).1
}

impl Example {
    /// The files it shows, each with its path and its text; a file without text does not exist.
    #[must_use]
    pub fn files(&self) -> Vec<(&str, Option<&str>)> {
        match self.kind {
            ExampleKind::Yaml => vec![("listing.yaml", Some(&self.text))],
            ExampleKind::Markdown => vec![("README.md", Some(&self.text))],
            ExampleKind::Files => self
                .text
                .split("==> ")
                .filter_map(|section| section.split_once(" <==\n"))
                .map(|(path, text)| (path, (text.trim() != "(gone)").then_some(text)))
                .collect(),
        }
    }
}

/// The prose of an explanation and its examples.
fn parts(explanation: &str) -> (String, Vec<Example>) {
    let mut prose = String::new();
    let mut examples = Vec::new();
    let mut open: Option<Option<Example>> = None;
    for line in explanation.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some(begun(info)),
            (Some(_), Some(_)) => examples.extend(open.take().flatten()),
            (Some(Some(example)), None) => {
                example.text.push_str(line);
                example.text.push('\n');
            }
            (Some(None), None) => {}
            (None, None) => {
                prose.push_str(line);
                prose.push('\n');
            }
        }
    }
    (prose, examples)
}

/// The example that starts with a fence with `info`.
fn begun(info: &str) -> Option<Example> {
    let (kind, verdict) = info.split_once(',')?;
    let kind = match kind {
        "yaml" => ExampleKind::Yaml,
        "markdown" => ExampleKind::Markdown,
        "files" => ExampleKind::Files,
        _ => return None,
    };
    let passes = match verdict {
        "passes" => true,
        "fails" => false,
        _ => return None,
    };
    Some(Example { passes, kind, text: String::new() })
}

/// The default level of a rule, and how a catalogue or a listing changes it.
fn level(rule: &Rule) -> String {
    let name = rule.code.name;
    let default = format!("Default level: {}.", rule.level.word());
    let former: String = rule.former.iter().map(|name| format!(" Its former name `{name}` still works in this release.")).collect();
    let since = format!("Added in version {}.{former}", rule.since);
    let costs = costs(rule);
    if rule.fixed {
        return format!("{default} It cannot be lowered, because the catalogue could not be built without it.{costs} {since}\n");
    }
    let other = if rule.level == Level::Error { Level::Warn } else { Level::Error }.word();
    let consequence = match rule.level {
        Level::Error => " A submission is not merged until it is fixed.",
        Level::Warn if matches!(rule.check, Check::Change(_)) => " A person decides about the submission.",
        Level::Warn | Level::Info if rule.costs == Cost::Nothing => " It does not block publication.",
        Level::Warn | Level::Info | Level::Off => "",
    };
    let off = if rule.mildest() == Level::Off { " # or off" } else { "" };
    let grace = match rule.enforced_from {
        Some(day) => {
            format!(" From {day}, it also applies at this level to older listings; until then, its level for them is one step milder.")
        }
        None => String::new(),
    };
    let mut text = format!(
        "{default}{consequence}{costs} {since}{grace}\n\n\
        To change the level, edit `catalogue.yaml`:\n\n\
        ```yaml\nlevels:\n  {name}: {other}{off}\n```\n"
    );
    if rule.is_excusable() && !concerns_all(rule) {
        text.push_str(&format!(
            "\nTo make an exception for one listing, add to its `listing.yaml`:\n\n\
            ```yaml\nallow:\n  - rule: {name}\n    reason: Why this listing is an exception.\n```\n"
        ));
    }
    text
}

/// Returns what is left out because of it, in a sentence.
fn costs(rule: &Rule) -> &'static str {
    match rule.costs {
        Cost::Nothing => "",
        Cost::Unread | Cost::Value => " Visitors do not see the value or the file until it is fixed; the page is built without it.",
        Cost::Page => " Visitors do not see the page until it is fixed.",
    }
}

/// Whether the rule is about no listing in particular.
fn concerns_all(rule: &Rule) -> bool {
    matches!(
        rule.check,
        Check::Catalogue(_) | Check::Calendar(_) | Check::Surroundings(_) | Check::Claim(_) | Check::Change(_) | Check::Allowance(_)
    )
}
