//! From the place where the parser stopped to the mistake that caused it. Asks the cheap and certain questions first.

use super::context::Context;
use super::lines::{Line, Lines, is_word};
use super::{Found, Mistake, MistakeKind, Recovery, brackets, edit, in_quotes, quotes, structure};
use crate::parse::typographic::enclosed;
use crate::source::{Span, slice};

/// The mistake in `text`, which the parser could not read beyond the byte at `at`, with its own error message `words`.
pub(in crate::parse) fn diagnose(text: &str, at: usize, words: &str) -> Found {
    let lines = Lines::new(text);
    let mut number = lines.of(at);
    if lines.line(number).body().is_empty() {
        number = lines.above(number).unwrap_or(number);
    }
    foreign(&lines, number)
        .or_else(|| control_character(&lines, number))
        .or_else(|| structure::margin(&lines, number))
        .or_else(|| {
            lines.below(number).filter(|next| lines.line(*next).margin().contains('\t')).and_then(|next| structure::margin(&lines, next))
        })
        .or_else(|| nested(&lines, number, at))
        .or_else(|| plain(&lines, number, at))
        .unwrap_or_else(|| other(&lines, number, at, words))
}

/// Lines that are not YAML at all.
fn foreign(lines: &Lines<'_>, number: usize) -> Option<Found> {
    let line = lines.line(number);
    let body = line.body();
    let (start, end) = (line.start + line.indent(), line.body_end());
    let whole_line = || vec![edit(line.start, lines.next_start(number), "")];
    let erase = |found: Found| found.erasing(lines.text, line.start, line.end());
    if body.starts_with("```") || body.starts_with("~~~") {
        // A fence that is indented belongs to the text of a key.
        let is_fence = |other: &Line<'_>| other.indent() <= line.indent() && other.body().starts_with(slice(body, ..3));
        let fences: Vec<_> = (number..lines.len()).filter(|&other| is_fence(&lines.line(other))).collect();
        let edits = fences.iter().map(|&fence| edit(lines.line(fence).start, lines.next_start(fence), ""));
        let spaces = fences.iter().map(|&fence| lines.line(fence)).map(|fence| (fence.start, " ".repeat(fence.text.len())));
        let found = Found::new(start, end, MistakeKind::Fence).recover(Recovery::Overwrite(spaces.collect()));
        return Some(found.certain(edits.collect()));
    }
    if is_conflict(body) {
        return Some(conflict(lines, number));
    }
    if body.len() > 2 && body.bytes().all(|b| b == b'=') {
        let title = lines.above(number).map(|above| lines.line(above)).filter(|title| title.head().key.is_none());
        return Some(title.map_or_else(
            || erase(Found::new(start, end, MistakeKind::Heading)).certain(whole_line()),
            |title| {
                let spaces = [title, line].map(|line| (line.start, " ".repeat(line.text.len())));
                let edits = vec![edit(title.start, title.start, "# "), edit(line.start, lines.next_start(number), "")];
                let found = Found::new(title.start + title.indent(), title.body_end(), MistakeKind::Heading);
                found.other(start, end).likely(edits).recover(Recovery::Overwrite(spaces.into()))
            },
        ));
    }
    if body == "..." {
        return Some(erase(Found::new(start, end, MistakeKind::DocumentEnd)).certain(whole_line()));
    }
    if body == "---" && lines.below(number).is_none() && lines.above(number).is_some() {
        return Some(erase(Found::new(start, end, MistakeKind::ClosingDashes)).certain(whole_line()));
    }
    if ["diff --git ", "@@ -", "--- a/", "+++ b/"].iter().any(|mark| body.starts_with(mark)) {
        return Some(Found::new(start, end, MistakeKind::Patch).recover(Recovery::GiveUp));
    }
    let lower = body.get(..9).unwrap_or(body).to_ascii_lowercase();
    if lower.starts_with("<!doctype") || lower.starts_with("<html") {
        return Some(Found::new(start, end, MistakeKind::Html).recover(Recovery::GiveUp));
    }
    let sign = ["//", "/*"].into_iter().find(|sign| body.starts_with(sign))?;
    Some(quotes::foreign_comment(lines, start, end, sign))
}

fn is_conflict(body: &str) -> bool {
    let is_marker =
        |sign: char| body.len() >= 7 && slice(body, ..7).chars().all(|c| c == sign) && matches!(body.as_bytes().get(7), None | Some(b' '));
    body.is_char_boundary(7.min(body.len())) && ['<', '=', '>', '|'].into_iter().any(is_marker)
}

/// A conflict from its first marker to its last. The side above the `=======` is read on.
fn conflict(lines: &Lines<'_>, number: usize) -> Found {
    let starts_with = |number: usize, sign: &str| is_conflict(lines.line(number).body()) && lines.line(number).body().starts_with(sign);
    let last = (number..lines.len()).find(|&other| starts_with(other, ">")).unwrap_or(number);
    let middle = (number..=last).find(|&other| starts_with(other, "=") || starts_with(other, "|")).unwrap_or(last);
    let line = lines.line(number);
    let spaces = (number..=last).filter(|&other| other == number || other >= middle).map(|other| lines.line(other));
    let overwrite = spaces.map(|line| (line.start, " ".repeat(line.text.len()))).collect();
    let found = Found::new(line.start + line.indent(), line.body_end(), MistakeKind::Conflict).recover(Recovery::Overwrite(overwrite));
    let end = lines.line(last);
    if last > number { found.other(end.start + end.indent(), end.body_end()) } else { found }
}

fn control_character(lines: &Lines<'_>, number: usize) -> Option<Found> {
    let line = lines.line(number);
    let (at, c) = line.text.char_indices().find(|(_, c)| c.is_control() && *c != '\t')?;
    let start = line.start + at;
    let end = start + c.len_utf8();
    let found = Found::new(start, end, MistakeKind::ControlCharacter(c)).likely(vec![edit(start, end, "")]);
    let others = line.text.char_indices().filter(|(_, c)| c.is_control() && *c != '\t');
    Some(found.recover(Recovery::Overwrite(others.map(|(at, c)| (line.start + at, " ".repeat(c.len_utf8()))).collect())))
}

/// Mistakes within and after quotes and brackets.
fn nested(lines: &Lines<'_>, number: usize, at: usize) -> Option<Found> {
    let context = Context::at(lines, at);
    if !context.brackets.is_empty()
        && let Some(sign) = ["//", "/*"].into_iter().find(|sign| slice(lines.text, at..).starts_with(sign))
    {
        return Some(quotes::comment_in_brackets(lines, at, sign));
    }
    // To the parser, the entries below a bracket that is never closed are part of it.
    if context.brackets.is_empty()
        && let Some(found) = brackets::open_above(lines, number, at)
    {
        return Some(found);
    }
    if let Some((quote, open)) = context.quote {
        return Some(quotes::unclosed(lines, quote, open));
    }
    if let Some(open) = context.closed_here {
        if context.brackets.is_empty() {
            return Some(quotes::behind(lines, open, at));
        }
        let rest = slice(lines.text, at..lines.line(lines.of(at)).end());
        let next = at + rest.len() - rest.trim_start().len();
        if slice(lines.text, next..).starts_with(['"', '\'']) || slice(lines.text, next..).starts_with(char::is_alphanumeric) && next > at {
            return Some(brackets::missing_comma(lines.text, at, next));
        }
        return Some(quotes::behind(lines, open, at));
    }
    let here = slice(lines.text, at..).chars().next();
    if let Some(quote) = here.filter(|c| matches!(c, '"' | '\''))
        && let Some(found) = quotes::from_its_start(lines, quote, at)
    {
        return Some(found);
    }
    if let Some(open) = here.filter(|c| matches!(c, '[' | '{'))
        && let Some(found) = brackets::from_its_start(lines, open, at)
    {
        return Some(found);
    }
    brackets::within(lines, &context, at).or_else(|| if lines.of(at) == number { brackets::behind(lines, at) } else { None })
}

/// Mistakes of plain text and of lines.
fn plain(lines: &Lines<'_>, number: usize, at: usize) -> Option<Found> {
    let line = lines.line(number);
    let head = line.head();
    let is_first_colon =
        head.key.is_some_and(|(_, column, colon)| at <= line.start + colon && at >= line.start + column.min(line.indent()));
    if is_first_colon || at == line.start + line.indent() {
        let above = lines.above(number);
        // The parser notices only here that a line above was read as text.
        if head.key.is_some()
            && let Some(above) = above.filter(|&above| lines.line(above).head().key.is_none())
            && let Some(found) = structure::glued(lines, above).or_else(|| as_text_above(lines, above, number))
        {
            return Some(found);
        }
    }
    if head.key.is_none() && head.dashes.is_empty() {
        return structure::bullet(lines, number).or_else(|| special_start(lines, number)).or_else(|| structure::neither(lines, number));
    }
    special_start(lines, number)
        .filter(|_| at >= line.start + head.value_at)
        .or_else(|| colon_in_text(lines, number, at))
        .or_else(|| block_text_with_tab(lines, number))
        .or_else(|| structure::column(lines, number))
        .or_else(|| special_start(lines, number))
}

/// The first of the lines above `number` that were read as text, when none of them belongs to a key.
fn as_text_above(lines: &Lines<'_>, above: usize, number: usize) -> Option<Found> {
    let is_bare = |other: usize| {
        let head = lines.line(other).head();
        head.key.is_none() && head.dashes.is_empty()
    };
    let mut first = above;
    while let Some(upper) = lines.above(first).filter(|&upper| is_bare(upper)) {
        if first + 8 < above {
            break;
        }
        first = upper;
    }
    let is_root = lines.above(first).is_none() || lines.line(first).indent() == lines.line(number).indent();
    if let Some(rule) = (first..=above).find(|&other| foreign(lines, other).is_some()) {
        return foreign(lines, rule);
    }
    (is_bare(above) && is_root).then(|| structure::neither(lines, first)).flatten()
}

/// A value whose first character has a special meaning in YAML.
fn special_start(lines: &Lines<'_>, number: usize) -> Option<Found> {
    let line = lines.line(number);
    let head = line.head();
    let (start, end) = (line.start + head.value_at, line.start + head.value_at + head.value.len());
    let first = head.value.chars().next()?;
    let edits = || quotes::quoting(lines, number, start, end);
    let quoted = |found: Found| found.likely(edits());
    match first {
        '|' | '>' if head.block_mark().is_none() && head.value.len() > 1 => {
            let text = slice(head.value, 1..).trim_start();
            let depth = line.indent() + 2;
            let found = Found::new(end - text.len(), end, MistakeKind::TextAfterBlockMark(first));
            let is_comparison = text.starts_with(|c: char| c.is_ascii_digit() || c == '=');
            if is_comparison {
                return Some(quoted(Found::new(start, start + 1, MistakeKind::SpecialStart(first))));
            }
            Some(found.likely(vec![edit(start + 1, end - text.len(), format!("\n{}", " ".repeat(depth)))]))
        }
        '@' | '%' => Some(Found::new(start, start + 1, MistakeKind::SpecialStart(first)).certain(edits())),
        '`' => {
            let inner = head.value.trim_matches('`');
            Some(Found::new(start, start + 1, MistakeKind::SpecialStart(first)).likely(vec![edit(start, end, in_quotes(inner))]))
        }
        '*' | '&' | '!' | ',' => Some(quoted(Found::new(start, start + 1, MistakeKind::SpecialStart(first)))),
        '?' if head.value.starts_with("? ") => Some(quoted(Found::new(start, start + 1, MistakeKind::SpecialStart(first)))),
        _ => None,
    }
}

/// `key: - item`, and a colon with a space after it in plain text.
fn colon_in_text(lines: &Lines<'_>, number: usize, at: usize) -> Option<Found> {
    let line = lines.line(number);
    let head = line.head();
    let (start, end) = (line.start + head.value_at, line.start + head.value_at + head.value.len());
    if at < start || at >= end {
        // `key: - text`: the dash is read as one of the head's only at the beginning of a line.
        return None;
    }
    let (key, ..) = head.key?;
    if head.value.starts_with("- ") {
        let next = lines.below(number).map(|next| lines.line(next));
        let continues = next.is_some_and(|next| next.indent() > line.indent() && !next.head().dashes.is_empty());
        if !continues {
            let found = Found::new(start, start + 1, MistakeKind::SpecialStart('-'));
            return Some(found.likely(vec![edit(start, end, in_quotes(head.value))]));
        }
        let depth = next.map_or(line.indent() + 2, super::lines::Line::indent);
        let edits = vec![edit(line.start + head.value_at - 1, start, format!("\n{}", " ".repeat(depth)))];
        return Some(Found::new(start, start + 1, MistakeKind::ListOnKeyLine(key.to_owned())).certain(edits));
    }
    if slice(lines.text, at..).starts_with(':') {
        let before = slice(lines.text, start..at);
        if matches!(before, "https" | "http" | "mailto" | "ftp") {
            let rest = slice(lines.text, at + 1..end);
            let address = rest.trim_start();
            let blank = rest.len() - address.len();
            // `https: made simple` is a sentence.
            if address.starts_with("//") || before == "mailto" && address.contains('@') {
                let found = Found::new(at + 1, at + 1 + blank, MistakeKind::SpaceInUrl);
                return Some(found.certain(vec![edit(at + 1, at + 1 + blank, "")]));
            }
        }
    }
    if let Some(inner) = enclosed(head.value).filter(|_| lines.text_end(number) == number) {
        let found = Found::new(start, end, MistakeKind::TypographicQuotes);
        return Some(found.certain(vec![edit(start, end, in_quotes(inner))]));
    }
    let is_colon = super::lines::ends_key(slice(lines.text, at..));
    if !is_colon {
        return None;
    }
    let found = Found::new(start, end, MistakeKind::ColonInText(head.value.to_owned()));
    let edits = quotes::quoting(lines, number, start, end);
    Some(if is_word(slice(lines.text, start..at)) && end == at + 1 { found.likely(edits) } else { found.certain(edits) })
}

fn block_text_with_tab(lines: &Lines<'_>, number: usize) -> Option<Found> {
    lines.line(number).head().block_mark()?;
    let next = lines.line(lines.below(number)?);
    let margin = next.margin();
    let found = Found::new(next.start, next.start + margin.len(), MistakeKind::BlockTextBeginsWithTab);
    margin.contains('\t').then_some(found)
}

/// The parser's own message, where it stopped.
fn other(lines: &Lines<'_>, number: usize, at: usize, words: &str) -> Found {
    let at = crate::source::floor_char_boundary(lines.text, at);
    let len = slice(lines.text, at..).chars().next().map_or(0, char::len_utf8);
    let line = lines.line(number);
    let span = if lines.of(at) == number { Span::new(at..at + len) } else { Span::new(line.start + line.indent()..line.body_end()) };
    Found { span, mistake: Mistake::new(MistakeKind::Other(words.trim_end_matches('.').to_owned())), recovery: Recovery::Entry }
}
