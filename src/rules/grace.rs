//! Rules that begin on a day: until then, listings that are already there are a step milder off, and every message names the day.

use std::collections::HashMap;

use super::levels::Standing;
use super::occasion::Occasion;
use crate::diagnostic::{Code, Diagnostic};

/// Lowers what is found of rules that do not bind yet.
pub(super) fn grant(found: &mut [Diagnostic], standings: &HashMap<Code, Standing>, occasion: &Occasion) {
    for diagnostic in found {
        let Some(Standing { level, from: Some(from) }) = standings.get(&diagnostic.code).copied() else { continue };
        if occasion.today < from && !occasion.is_submitted(&diagnostic.path) {
            diagnostic.level = level.milder();
            if diagnostic.level != level {
                diagnostic.message = format!("{} ({} from {from} on)", diagnostic.message, level.phrase());
            }
        }
    }
}
