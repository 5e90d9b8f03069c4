//! `zero-width-character`

use super::hidden::{Hidden, hidden, say};
use crate::diagnostic::{Certainty, Findings};
use crate::format::Document;
use crate::rules::rule::rule;

rule! {
    /// A text holds characters that nobody can see.
    ///
    /// A name with one in it looks the same and is found by no search; a command that is copied with one does not run. Invisible
    /// letters can also hold instructions for programs that read the text on somebody's behalf. Joiners between letters that need them,
    /// as in Persian or in an emoji, are fine.
    ///
    /// ```yaml,fails
    /// summary: "Posts a\u200b line."
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Install ac&#x2060;me.
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// می&#x200c;خواهم
    /// ```
    ZERO_WIDTH_CHARACTER = { id: "P103", name: "zero-width-character", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    let is_stray = |&(span, c): &Hidden| {
        let before = text[..span.start as usize].chars().next_back().unwrap_or('\n');
        match c {
            // Joiners belong between letters of scripts that have them; a space of no width, where words have no spaces between them.
            '\u{200b}'..='\u{200d}' => is_plain(before),
            // A flag of a region is spelt in tags behind a black flag.
            '\u{e0000}'..='\u{e007f}' => !matches!(before, '\u{1f3f4}' | '\u{e0000}'..='\u{e007f}'),
            _ => true,
        }
    };
    let stray: Vec<_> = hidden(document, is_invisible).into_iter().filter(is_stray).collect();
    // What nobody can see is missed by nobody.
    say(findings, &stray, "cannot be seen", Certainty::Certain);
}

/// Characters without any shape of their own. The soft hyphen is one as long as its line is not broken there.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{3164}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether `c` is of a script in which nothing is joined: ASCII, Latin, Greek and Cyrillic, and punctuation.
fn is_plain(c: char) -> bool {
    c <= '\u{52f}' || matches!(c, '\u{2000}'..='\u{206f}')
}
