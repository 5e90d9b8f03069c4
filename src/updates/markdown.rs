//! A comparison as Markdown for an issue. All text from the catalogue goes through [`crate::review::message`].

use super::{Comparison, Finding};
use crate::diagnostic::counted;
use crate::review::message;

/// The listings that need action, then those with a note; up-to-date ones are counted.
#[must_use]
pub fn markdown(comparison: &Comparison) -> String {
    let (action, others): (Vec<_>, Vec<_>) = comparison.entries.iter().partition(|entry| entry.needs_action());
    let notes: Vec<_> = others.into_iter().filter(|entry| !entry.findings.is_empty()).collect();
    let n_fine = comparison.entries.len() - action.len() - notes.len();
    let mut text = format!(
        "{} compared with {}\n",
        counted(comparison.entries.len(), "installed listing"),
        message(&format!("`{}`", comparison.catalogue))
    );
    for (heading, entries) in [("Needs action", action), ("Notes", notes)] {
        if !entries.is_empty() {
            text += &format!("\n## {heading}\n\n");
        }
        for entry in entries {
            let said: Vec<String> = entry.findings.iter().map(Finding::words).collect();
            text += &format!("- {}\n", message(&format!("`{}` `{}`: {}", entry.installed.slug, entry.installed.version, said.join("; "))));
        }
    }
    text + &format!("\n{} up to date\n", counted(n_fine, "listing"))
}
