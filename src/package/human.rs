//! A plan as text for people. Knows words; decides nothing.

use std::fmt::Write as _;

use super::companions::Companion;
use super::dependents::Dependent;
use super::plan::{Action, Plan, PlannedListing};
use crate::text::{clipped, printable};

/// So many characters of a note are shown.
const MAX_NOTE: usize = 100;

/// The plan, for someone who decides whether to go on. Nothing in it can control a terminal.
#[must_use]
pub fn human(plan: &Plan) -> String {
    let mut text = String::new();
    let from = plan.catalogue.as_deref().unwrap_or("a catalogue without a URL");
    let _ = writeln!(text, "package from {}\n", printable(from));
    for listing in &plan.listings {
        add_listing(&mut text, listing);
    }
    let (there, new): (Vec<&Companion>, Vec<&Companion>) = plan.companions.iter().partition(|companion| companion.exists);
    let names = |companions: &[&Companion]| {
        companions.iter().map(|companion| format!("{} `{}`", companion.kind, printable(&companion.name))).collect::<Vec<_>>().join(", ")
    };
    if !there.is_empty() {
        let _ = writeln!(text, "exist and stay unchanged: {}", names(&there));
    }
    if !new.is_empty() {
        let _ = writeln!(text, "new: {}", names(&new));
    }
    for companion in new.iter().filter(|companion| !companion.left_out.is_empty()) {
        let keys: Vec<String> = companion.left_out.iter().map(|key| format!("`{key}`")).collect();
        let _ = writeln!(text, "  without {} of `{}`: only maintainers of this catalogue set it", keys.join(" and "), companion.name);
    }
    if !plan.files.is_empty() {
        text.push_str("\nfiles\n");
    }
    for file in &plan.files {
        let word = match file.action {
            Action::Create => "create",
            Action::Update => "change",
            Action::Remove => "remove",
        };
        let _ = writeln!(text, "  {word} {}", printable(&file.path));
    }
    text
}

fn add_listing(text: &mut String, listing: &PlannedListing) {
    let PlannedListing { slug, original, version, .. } = listing;
    let there = listing.original_version.as_deref().map(|version| format!(" {}", printable(version))).unwrap_or_default();
    let _ = match listing.action {
        Action::Create => writeln!(text, "new listing `{slug}`: version {version}, from `{original}`{there}, is released at once"),
        _ => {
            let after = listing.released_before.as_deref().map(|before| format!(" after {}", printable(before))).unwrap_or_default();
            writeln!(text, "copy `{slug}`: version {version}{after}, from `{original}`{there}, is released at once")
        }
    };
    if let Some(found_by) = listing.found_by {
        let _ = writeln!(text, "  found {}", found_by.phrase());
    }
    if let Some(notes) = &listing.notes {
        let line = notes.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let _ = writeln!(text, "  note: {}", printable(&clipped(line, MAX_NOTE)));
    }
    for (what, keys) in [("changes", &listing.changed_keys), ("removes", &listing.removed_keys)] {
        if !keys.is_empty() {
            let keys: Vec<String> = keys.iter().map(|key| format!("`{}`", printable(key))).collect();
            let _ = writeln!(text, "  {what} {}", keys.join(", "));
        }
    }
    if let Some(shared) = listing.shared.as_ref().filter(|shared| *shared != version) {
        let _ = writeln!(text, "  visitors still receive {}, because of `shared`", printable(shared));
    }
    for Dependent { relation, slug: name, on } in &listing.dependents {
        let _ = match *relation {
            "collection" => writeln!(text, "  collection `{name}` contains it"),
            relation if on == slug => writeln!(text, "  `{name}` depends on it (`{relation}`)"),
            relation => writeln!(text, "  `{name}` depends on it through `{on}` (`{relation}`)"),
        };
    }
    text.push('\n');
}
