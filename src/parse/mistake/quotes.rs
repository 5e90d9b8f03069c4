//! Mistakes with quotes. Knows where a quoted text begins; decides what is wrong with its end.

use super::context::{Context, quoted_end};
use super::lines::{Lines, glued_key, is_word};
use super::{Found, Mistake, edit, in_quotes};
use crate::diagnostic::Edit;

/// What is wrong with the text whose quote at `open` is still open where the parser stopped.
pub(super) fn unclosed(lines: &Lines<'_>, quote: char, open: usize) -> Found {
    let number = lines.of(open);
    let line = lines.line(number);
    let end = line.body_end();
    let inside = &lines.text[open + 1..end];
    let closed = inside.chars().next_back().filter(|c| matches!(c, '"' | '\'' | '”' | '“' | '’' | '`' | '´'));
    if let Some(inner) = inside.strip_suffix("\\\"").filter(|inner| quote == '"' && !inner.contains('\'')) {
        // `"C:\temp\"`: in single quotes a backslash is a backslash, as it was meant to be here.
        return Found::new(open, end, Mistake::UnclosedQuote(quote)).likely(vec![edit(open, end, format!("'{inner}\\'"))]);
    }
    if let Some(closed) = closed.filter(|closed| *closed != quote) {
        let mistake = Mistake::WrongClosingQuote { opened: quote, closed };
        let at = end - closed.len_utf8();
        return Found::new(at, end, mistake).other(open, open + 1).certain(vec![edit(at, end, quote.to_string())]);
    }
    if let Some(last) = continued(lines, number, open, quote) {
        let next = lines.line(number + 1);
        let first_end = next.body_end().max(next.start + next.indent());
        let edits = (number + 1..=last).map(|number| {
            let line = lines.line(number);
            let depth = lines.line(lines.of(open)).indent() + 2;
            edit(line.start, line.start + line.indent(), " ".repeat(depth))
        });
        let span = (next.start + next.indent(), first_end);
        let found = Found::new(span.0, span.1, Mistake::QuotedTextNotIndented).other(open, open + 1).certain(edits.collect());
        return found.recover(super::Recovery::Through { line: number, last });
    }
    let found = Found::new(open, end, Mistake::UnclosedQuote(quote));
    let in_bracket = Context::at(lines, open).brackets.last().copied();
    match in_bracket {
        // Where the text ends within brackets, only its author knows.
        Some(_) => found,
        None if inside.trim().is_empty() => found,
        None if line.indent() + line.start == open && glued_or_key(inside) => found.likely(vec![edit(open, open + 1, "")]),
        None if inside.contains(" #") || inside.contains(quote) => found.likely(vec![edit(end, end, quote.to_string())]),
        None => match lines.text_end(number) {
            last if last == number => found.certain(vec![edit(end, end, quote.to_string())]),
            last => {
                let end = lines.line(last).body_end();
                found.likely(vec![edit(end, end, quote.to_string())])
            }
        },
    }
}

/// The change that puts the text from `start` to `end` of line `number` in quotes, and the lines with it that go on with it; none where only the
/// author knows how far the text goes.
pub(super) fn quoting(lines: &Lines<'_>, number: usize, start: usize, end: usize) -> Vec<Edit> {
    let last = lines.text_end(number);
    let column = lines.line(number).head().column();
    if lines.below(last).is_some_and(|next| lines.line(next).indent() > column) {
        return Vec::new();
    }
    if last == number {
        return vec![edit(start, end, in_quotes(&lines.text[start..end]))];
    }
    let end = lines.line(last).body_end();
    match lines.text[start..end].contains(['"', '\\', '#']) {
        true => Vec::new(),
        false => vec![edit(start, start, "\""), edit(end, end, "\"")],
    }
}

fn glued_or_key(text: &str) -> bool {
    glued_key(text).is_some() || text.split_once(':').is_some_and(|(key, _)| is_word(key))
}

/// The last line of a quoted text that goes on at the margin: none of its lines looks like a key, and the last ends with the quote.
fn continued(lines: &Lines<'_>, first: usize, open: usize, quote: char) -> Option<usize> {
    let end = quoted_end(lines.text, open, quote)?;
    let last = lines.of(end - 1);
    if lines.line(last).body_end() != end || last > first + 40 {
        return None;
    }
    let is_prose = |number: usize| {
        let head = lines.line(number).head();
        head.dashes.is_empty() && head.key.is_none_or(|(key, ..)| !is_word(key))
    };
    (first + 1..=last).all(is_prose).then_some(last)
}

/// What is wrong with the text that the quote at `open` begins, at which the parser points: an escape, or its end.
pub(super) fn from_its_start(lines: &Lines<'_>, quote: char, open: usize) -> Option<Found> {
    let Some(end) = quoted_end(lines.text, open, quote) else { return Some(unclosed(lines, quote, open)) };
    if quote == '\'' {
        return None;
    }
    let inside = &lines.text[open + 1..end - 1];
    let (at, escape) = bad_escape(inside)?;
    let start = open + 1 + at;
    let found = Found::new(start, start + escape.len(), Mistake::BadEscape(escape.to_owned()));
    // In single quotes a backslash is a backslash, as it was meant to be here.
    let plain = inside.replace("\\\\", "\\").replace("\\\"", "\"");
    let edits = if plain.contains('\'') { Vec::new() } else { vec![edit(open, end, format!("'{plain}'"))] };
    Some(found.likely(edits))
}

/// The first backslash of `text` that begins no escape of YAML 1.2.2 (section 5.7), with what follows it.
fn bad_escape(text: &str) -> Option<(usize, &str)> {
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        if c != '\\' {
            continue;
        }
        let (_, kind) = characters.next()?;
        let n_digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let after = at + 1 + kind.len_utf8();
        let has_digits = text.as_bytes().get(after..after + n_digits).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        if !has_digits || !"0abt\tnvfre \"/\\N_LPxuU\n\r".contains(kind) {
            return Some((at, &text[at..after]));
        }
    }
    None
}

/// What is wrong with what stands behind the quoted text from `open` to `at`.
pub(super) fn behind(lines: &Lines<'_>, open: usize, at: usize) -> Found {
    let line = lines.line(lines.of(at));
    let end = line.body_end().max(at);
    let rest = &lines.text[at..end];
    let start = at + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let text = &lines.text[start..end];
    let quote = if lines.text[open..].starts_with('"') { '"' } else { '\'' };
    let whole = &lines.text[open + 1..end];
    if let Some(mark) = text.chars().next().filter(|c| matches!(c, ',' | ';') && text.len() == 1) {
        let found = Found::new(start, end, Mistake::MarkBehindValue(mark)).certain(vec![edit(at, end, "")]);
        return found.erasing(lines.text, start, end);
    }
    if let Some(sign) = ["//", "/*"].into_iter().find(|sign| text.starts_with(sign)) {
        return foreign_remark(lines, start, end, sign);
    }
    if text.starts_with('#') {
        let found = Found::new(start, start + 1, Mistake::RemarkWithoutBlank).certain(vec![edit(start, start, " ")]);
        return found.erasing(lines.text, start, end);
    }
    if let Some(inner) = whole.strip_suffix(quote).filter(|inner| inner.contains(quote)) {
        let between = lines.text[..at - 1].ends_with(char::is_alphanumeric) && text.starts_with(char::is_alphanumeric);
        let found = Found::new(at - 1, at, Mistake::QuoteInsideQuotes(quote)).other(open, open + 1);
        let edits = vec![edit(open, end, in_quotes(inner))];
        // `'Acme's orders'` is one apostrophe between letters; anything else may be two texts.
        return if quote == '\'' && between && inner.matches(quote).count() == 1 { found.certain(edits) } else { found.likely(edits) };
    }
    let inside = format!("{}{}", &lines.text[open + 1..at - 1], &lines.text[at..end]);
    Found::new(start, end, Mistake::TextBehindQuote(text.to_owned())).likely(vec![edit(open, end, in_quotes(&inside))])
}

/// `//` or `/*` where YAML wants `#`.
pub(super) fn foreign_remark(lines: &Lines<'_>, start: usize, end: usize, sign: &'static str) -> Found {
    let found = Found::new(start, end, Mistake::ForeignRemark(sign)).erasing(lines.text, start, end);
    let remark = lines.text[start + 2..end].trim_end_matches("*/").trim();
    if sign == "/*" && !lines.text[start..end].ends_with("*/") {
        found
    } else {
        found.certain(vec![edit(start, end, format!("# {remark}"))])
    }
}
