//! Mistakes with brackets, braces and the commas within them.

use super::context::{Context, quoted_end};
use super::lines::{Lines, is_word};
use super::{Found, MistakeKind, Recovery, edit, in_quotes};
use crate::source::slice;

fn closing(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

/// The mistake at `at`, within the brackets of `context`.
pub(super) fn within(lines: &Lines<'_>, context: &Context, at: usize) -> Option<Found> {
    let &(open, open_at) = context.brackets.last()?;
    let text = lines.text;
    let next = slice(text, at..).chars().next();
    if let Some(close) = next.filter(|c| matches!(c, ']' | '}') && *c != closing(open)) {
        return Some(mismatched(open, open_at, close, at));
    }
    let (number, first) = (lines.of(at), lines.of(open_at));
    let line = lines.line(number);
    let head = line.head();
    // Within a JSON file every line begins with a quoted key; a plain word or a dash begins an entry of the file itself.
    let begins_entry = head.key.is_some_and(|(key, ..)| is_word(key)) || !head.dashes.is_empty();
    let is_outside = line.indent() <= lines.line(first).indent() || head.dashes.first().is_some_and(|_| number > first);
    if number > first && begins_entry && is_outside || next.is_none() {
        return Some(unclosed(lines, open, open_at, number));
    }
    if let Some(mark) = next.filter(|c| *c == ',') {
        return Some(doubled_comma(lines, at + mark.len_utf8()));
    }
    if next == Some(':') {
        return Some(colon(lines, open_at, at));
    }
    let before = slice(text, ..at).trim_end();
    let follows_value = !before.ends_with([',', '[', '{', ':']);
    follows_value.then(|| missing_comma(text, before.len(), at))
}

/// The bracket at `open_at` is closed at `at` as another one.
fn mismatched(open: char, open_at: usize, close: char, at: usize) -> Found {
    let right = closing(open).to_string();
    let found = Found::new(at, at + 1, MistakeKind::MismatchedBracket { open, close }).other(open_at, open_at + 1);
    found.likely(vec![edit(at, at + 1, right.clone())]).recover(Recovery::Overwrite(vec![(at, right)]))
}

/// The bracket at `open_at` is not closed; the parser noticed on line `number`.
pub(super) fn unclosed(lines: &Lines<'_>, open: char, open_at: usize, number: usize) -> Found {
    let first = lines.line(lines.of(open_at));
    let found = Found::new(open_at, first.body_end(), MistakeKind::UnclosedBracket(open));
    let last = if lines.line(number).start > first.start { lines.above(number).unwrap_or(number) } else { number };
    let end = content_end(lines, last);
    // An empty list or group is not what was meant.
    let body = slice(lines.text, open_at + 1..first.body_end().max(open_at + 1));
    let is_empty = lines.line(last).start == first.start && body.trim().is_empty();
    if is_empty || lines.line(last).start < first.start || slice(lines.text, open_at..end).contains(['#', '"', '\'']) {
        return found;
    }
    let edits = vec![edit(end, end, closing(open).to_string())];
    // A line break in the middle: the bracket is closed after it.
    let next = lines.line(number).body();
    let is_closed_after = lines.line(number).start > first.start && next.matches(closing(open)).count() > next.matches(open).count();
    // A bracket that begins a line can also be one too many.
    let is_value = slice(lines.text, first.start..open_at).trim_end().ends_with([':', '-', ',', '[', '{']);
    if lines.line(last).start == first.start && !is_closed_after && is_value { found.certain(edits) } else { found.likely(edits) }
}

/// The end of the text on a line, without a comma at its end.
fn content_end(lines: &Lines<'_>, number: usize) -> usize {
    let line = lines.line(number);
    let body = slice(lines.text, line.start..line.body_end());
    line.start + body.trim_end_matches([',', ' ']).len()
}

/// The comma that ends at `end` has nothing before it.
fn doubled_comma(lines: &Lines<'_>, end: usize) -> Found {
    let start = end - 1;
    Found::new(start, end, MistakeKind::DuplicateComma).certain(vec![edit(start, end, "")]).erasing(lines.text, start, end)
}

/// A second colon in an entry: a comma is missing, or the text contains a colon.
fn colon(lines: &Lines<'_>, open_at: usize, at: usize) -> Found {
    let text = lines.text;
    let value_start = slice(text, open_at..at).rfind([':', ',', '{', '[']).map_or(open_at + 1, |len| open_at + len + 1);
    let value = slice(text, value_start..at);
    let start = value_start + value.len() - value.trim_start().len();
    let value = value.trim();
    // A number with points or hyphens, or a text in quotes, ends where a word begins; all else may be a sentence with a colon in it.
    if let Some((before, word)) = value.rsplit_once([' ', '\n', '\t'])
        && is_word(word)
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && is_whole(before.trim_end())
    {
        return missing_comma(text, start + before.trim_end().len(), at - word.len());
    }
    let end = slice(text, at..).find([',', ']', '}', '\n', '\r']).map_or(text.len(), |len| at + len);
    let whole = slice(text, start..end).trim_end();
    Found::new(start, start + whole.len(), MistakeKind::ColonInText(whole.to_owned())).likely(vec![edit(
        start,
        start + whole.len(),
        in_quotes(whole),
    )])
}

/// Whether `value` cannot be part of a sentence: a version, a date, or a text in quotes.
fn is_whole(value: &str) -> bool {
    let is_quoted = value.len() > 1 && value.starts_with(['"', '\'']) && value.ends_with(['"', '\'']);
    let is_number = value.starts_with(|c: char| c.is_ascii_digit()) && value.contains(['.', '-']) && !value.ends_with(['.', '-']);
    is_quoted || is_number && !value.contains(char::is_whitespace)
}

/// A missing comma between the value that ends at `end` and the entry that begins at `next`.
pub(super) fn missing_comma(text: &str, end: usize, next: usize) -> Found {
    let next = crate::source::floor_char_boundary(text, next);
    let word = slice(text, next..).find([' ', ',', ']', '}', '\n', '\r']).map_or(text.len(), |len| next + len.max(1));
    let word = crate::source::floor_char_boundary(text, word);
    let found = Found::new(next, word.max(next), MistakeKind::MissingComma).certain(vec![edit(end, end, ",")]);
    if next > end { found.recover(Recovery::Overwrite(vec![(end, ",".to_owned())])) } else { found }
}

/// The mistake after the closing bracket that ends at `end`, or with the bracket at `at`.
pub(super) fn behind(lines: &Lines<'_>, at: usize) -> Option<Found> {
    let text = lines.text;
    let line = lines.line(lines.of(at));
    if let Some(close) = slice(text, at..).chars().next().filter(|c| matches!(c, ']' | '}')) {
        let found = Found::new(at, at + 1, MistakeKind::StrayBracket(close));
        let is_alone = line.body().len() == 1;
        let edits = if is_alone { vec![edit(line.start, lines.next_start(lines.of(at)), "")] } else { vec![edit(at, at + 1, "")] };
        return Some(found.certain(edits).erasing(text, at, at + 1));
    }
    let before = slice(text, line.start..at).trim_end_matches([' ', '\t']);
    let close = before.chars().next_back().filter(|c| matches!(c, ']' | '}'))?;
    let end = line.start + before.len();
    let rest = slice(text, at..line.body_end().max(at));
    let stop = at + rest.len();
    let head = line.head();
    let value_at = line.start + head.value_at;
    if !head.value.starts_with(['[', '{']) || rest.is_empty() || end < value_at {
        return None;
    }
    if rest.starts_with('#') {
        return Some(Found::new(at, at + 1, MistakeKind::CommentWithoutSpace).certain(vec![edit(at, at, " ")]).erasing(text, at, stop));
    }
    if let Some(mark) = rest.chars().next().filter(|c| matches!(c, ',' | ';') && rest.len() == 1) {
        let found = Found::new(at, stop, MistakeKind::MarkAfterValue(mark)).certain(vec![edit(end, stop, "")]);
        return Some(found.erasing(text, at, stop));
    }
    if let Some(sign) = ["//", "/*"].into_iter().find(|sign| rest.starts_with(sign)) {
        return Some(super::quotes::foreign_comment(lines, at, stop, sign));
    }
    let found = Found::new(at, stop, MistakeKind::TextAfterBracket { close, text: rest.to_owned() });
    let is_list = rest.starts_with(',') || slice(text, value_at..end).contains([',', ':']);
    Some(if is_list { found } else { found.likely(vec![edit(value_at, stop, in_quotes(slice(text, value_at..stop)))]) })
}

/// The mistake with the bracket at `at`, at which the parser points.
pub(super) fn from_its_start(lines: &Lines<'_>, open: char, at: usize) -> Option<Found> {
    let first = lines.of(at);
    let mut opened = Vec::new();
    let mut place = at;
    let mut closes = true;
    while let Some(c) = slice(lines.text, place..).chars().next() {
        match c {
            '[' | '{' => opened.push((c, place)),
            ']' | '}' => match opened.pop() {
                Some((open, open_at)) if closing(open) != c => return Some(mismatched(open, open_at, c, place)),
                _ => {}
            },
            // After a quote that is never closed, no other one is searched for: there may be as many as the text has bytes.
            '"' if closes => match quoted_end(lines.text, place, '"') {
                Some(end) => place = end - 1,
                None => closes = false,
            },
            '\n' => {
                let number = lines.of(place + 1);
                let head = lines.line(number).head();
                let begins_entry = !head.dashes.is_empty() || head.key.is_some_and(|(key, ..)| is_word(key));
                if begins_entry && lines.line(number).indent() <= lines.line(first).indent() {
                    return Some(unclosed(lines, open, at, number));
                }
            }
            _ => {}
        }
        if opened.is_empty() {
            return None;
        }
        place += c.len_utf8();
    }
    Some(unclosed(lines, open, at, lines.len() - 1))
}

/// The nearest bracket above line `number` that a key at the margin opens, when nothing closes it before the next such key, nor up to `at`.
pub(super) fn open_above(lines: &Lines<'_>, number: usize, at: usize) -> Option<Found> {
    let opens = |other: usize| {
        let line = lines.line(other);
        let head = line.head();
        head.key.filter(|(key, ..)| line.indent() == 0 && is_word(key))?;
        let open = head.value.chars().next().filter(|c| matches!(c, '[' | '{'))?;
        let place = line.start + head.value_at;
        let found = from_its_start(lines, open, place)?;
        matches!(found.mistake.kind, MistakeKind::UnclosedBracket(_)).then_some((found, place))
    };
    let (found, place) = (0..number).rev().find_map(opens)?;
    Context::from(lines, place, at).brackets.first().is_some_and(|(_, first)| *first == place).then_some(found)
}
