//! `bracket-stray`

use super::mistakes::{Words, name_mistakes_at};
use super::rows::asked_for;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::pasted::{address_inside, as_value};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Span;

rule! {
    /// Text follows a closing bracket, or a bracket closes nothing.
    ///
    /// A value that begins with `[` or `{` ends with its closing bracket. What follows belongs to nothing.
    ///
    /// ```yaml,fails
    /// tags: [crm]]
    /// ```
    /// ```yaml,passes
    /// tags: [crm]
    /// ```
    BRACKET_STRAY = { id: "F072", name: "bracket-stray", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes_at(document, findings, |mistake, span| {
        let words = words(mistake)?;
        Some(match link(document, span) {
            Some((whole, address)) => words.help(format!("write `{address}` alone")).suggest(whole, as_value(address)),
            None => match mistake {
                MistakeKind::StrayBracket(_) => words.help("remove it, or add the bracket that opens it"),
                _ => words.help("put the whole value in quotes if it is text, or move the bracket to the end if it is a list"),
            },
        })
    });
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::StrayBracket(close) => Words::new(format!("`{close}` closes nothing"), "unmatched").fix(format!("remove `{close}`")),
        MistakeKind::TextAfterBracket { close, text } => {
            let what = if *close == ']' { "list" } else { "group" };
            Words::new(format!("unexpected `{}` after the `{close}` that ends the {what}", shortened(text)), "not part of it")
                .fix("put the whole value in quotes")
        }
        _ => return None,
    };
    Some(words)
}

/// The Markdown link whose second half is at `span`, and the URL in it, where the key asks for a URL.
fn link(document: &Document, span: Span) -> Option<(Span, &str)> {
    let text = document.text.as_deref()?;
    let line_start = text.get(..span.start as usize)?.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let start = line_start + text[line_start..span.start as usize].find('[')?;
    let whole = Span { start: Span::new(0..start).end, end: span.end };
    asked_for(document, whole.start)?;
    let address = address_inside(text.get(whole.range())?)?;
    Some((whole, address.strip_prefix("mailto:").unwrap_or(address)))
}
