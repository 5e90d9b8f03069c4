//! `bidi-control`

use super::hidden::say;
use crate::diagnostic::{Certainty, Findings};
use crate::format::Document;
use crate::parse::hidden::Hidden;
use crate::parse::unseen;
use crate::rules::rule::rule;

rule! {
    /// A text secretly changes the direction of writing.
    ///
    /// Control characters for right-to-left languages can show the characters of a line in another order than a program
    /// reads them: a reviewer approves a command that is not the one a visitor copies ([CVE-2021-42574](https://trojansource.codes/)).
    ///
    /// Marks that only affect a neighbouring character are fine, and so are isolates in running text that are closed on their
    /// own line, which is the right way to set names in another script.
    ///
    /// ```yaml,fails
    /// summary: "Posts a line \u202efor every order."
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Install &#x2067;سلاك first.
    /// ```
    /// ```yaml,passes
    /// summary: "Posts a line for \u200fevery order."
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Install &#x2068;سلاك&#x2069; first.
    /// ```
    BIDI_CONTROL = { id: "P102", name: "bidi-control", level: Error, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    let found: Vec<Hidden> = document.hidden_characters(unseen::turns).collect();
    let on_one_line = |a: &Hidden, b: &Hidden| !text[a.0.end as usize..b.0.start as usize].contains('\n');
    let is_harmful = |line: &&[Hidden]| line.iter().any(|&(span, _)| document.is_code(span.start as usize)) || !is_closed(line);
    let harmful: Vec<Hidden> = found.chunk_by(on_one_line).filter(is_harmful).flatten().copied().collect();
    // A person should look: it may be an attack, or an old way to write two languages in one line.
    say(findings, &harmful, "changes the direction of the text", Certainty::Likely);
}

/// Whether all controls of a line are isolates, each of which is closed again.
fn is_closed(line: &[Hidden]) -> bool {
    let mut n_open = 0_u32;
    for &(_, c) in line {
        match c {
            '\u{2066}'..='\u{2068}' => n_open += 1,
            '\u{2069}' if n_open > 0 => n_open -= 1,
            _ => return false,
        }
    }
    n_open == 0
}
