//! What rules say of characters that a reader does not see. Judges no character.

use crate::diagnostic::{Certainty, Edit, Findings};
use crate::parse::hidden::Hidden;

/// Reports what the first of `found` `does`, and offers to remove all of them.
pub(super) fn say(findings: &mut Findings<'_>, found: &[Hidden], does: &str, certainty: Certainty) {
    let Some(&(first, c)) = found.first() else { return };
    let others = match found.len() - 1 {
        0 => String::new(),
        1 => ", and one more".to_owned(),
        n => format!(", and {n} more"),
    };
    let edits = found.iter().map(|&(span, _)| Edit { span, text: String::new() }).collect();
    findings.at(first, format!("U+{:04X} {does}{others}", u32::from(c))).edits(certainty, "remove it", edits);
}
