//! Rules that begin on a day: until then, existing listings get a milder level, and every message names the day.

use std::collections::HashMap;

use super::levels::Standing;
use super::run_context::RunContext;
use crate::diagnostic::{Code, Diagnostic};

/// Lowers the findings of rules that are not in force yet.
pub(super) fn grant(found: &mut [Diagnostic], standings: &HashMap<Code, Standing>, context: &RunContext) {
    for diagnostic in found {
        let Some(Standing { level, from: Some(from) }) = standings.get(&diagnostic.code).copied() else { continue };
        if context.today < from && !context.is_submitted(&diagnostic.path) {
            diagnostic.level = level.milder();
            if diagnostic.level != level {
                diagnostic.message = format!("{} ({} from {from})", diagnostic.message, level.phrase());
            }
        }
    }
}
