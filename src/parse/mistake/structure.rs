//! Mistakes of lines among lines: indentation, dashes, and lines that are neither a key nor an item.

use super::lines::{Line, Lines, glued_key, is_word};
use super::{Found, MistakeKind, Recovery, edit, is_invisible};
use crate::diagnostic::{Certainty, Edit};
use crate::source::slice;

/// Tabs or invisible characters at the beginning of line `number`.
pub(super) fn margin(lines: &Lines<'_>, number: usize) -> Option<Found> {
    let line = lines.line(number);
    let margin = line.margin();
    let at = |len: usize| line.start + len;
    if line.body().is_empty() {
        return None;
    }
    if let Some((offset, c)) = margin.char_indices().find(|(_, c)| is_invisible(*c)) {
        let found = Found::new(at(offset), at(margin.len()), MistakeKind::InvisibleIndentation(c));
        let width = margin.replace(has_no_width, "").chars().count();
        let only = only_column(lines, number, margin.len());
        let column = only.unwrap_or(width);
        let found = match margin.contains(|c| is_invisible(c) && !has_no_width(c)) {
            true => found.fix(
                if only.is_some() { Certainty::Certain } else { Certainty::Likely },
                vec![edit(line.start, at(margin.len()), " ".repeat(column))],
            ),
            false => found.certain(vec![edit(line.start, at(margin.len()), margin.replace(is_invisible, ""))]),
        };
        let rest = Line { start: at(margin.len()), text: slice(line.text, margin.len()..) };
        let head = rest.head();
        let head_end = head.key.map(|(_, _, colon)| colon).or(head.dashes.last().map(|dash| dash + 1));
        return Some(match head_end {
            Some(end) => found.recover(Recovery::EntryAs { line: number, column, head: slice(rest.text, ..end).to_owned() }),
            None => found.recover(Recovery::Overwrite(vec![(line.start, " ".repeat(margin.len()))])),
        });
    }
    if !margin.contains('\t') {
        return None;
    }
    let last = (number..lines.len()).take_while(|&other| lines.line(other).margin().contains('\t')).last().unwrap_or(number);
    let width = |line: Line<'_>| line.margin().chars().map(|c| if c == '\t' { 2 } else { 1 }).sum::<usize>();
    let edits = (number..=last).map(|other| {
        let line = lines.line(other);
        edit(line.start, line.start + line.margin().len(), " ".repeat(width(line)))
    });
    let above = lines.above(number).map(|above| lines.line(above));
    let fits = above.is_some_and(|above| {
        let head = above.head();
        if head.value.is_empty() && head.key.is_some() { head.column() < width(line) } else { head.column() == width(line) }
    });
    let certainty = if fits { Certainty::Certain } else { Certainty::Likely };
    let spaces: Vec<_> = (number..=last).map(|other| (lines.line(other).start, " ".repeat(lines.line(other).margin().len()))).collect();
    let found = Found::new(line.start, at(margin.len()), MistakeKind::TabIndentation { n_lines: last + 1 - number });
    Some(found.fix(certainty, edits.collect()).recover(Recovery::Overwrite(spaces)))
}

/// The margin, where no other column is left for the key on line `number`, whose text begins `margin` bytes into the line: the key above is there and has
/// a value.
fn only_column(lines: &Lines<'_>, number: usize, margin: usize) -> Option<usize> {
    let line = lines.line(number);
    Line { start: line.start + margin, text: slice(line.text, margin..) }.head().key?;
    let head = lines.line(lines.above(number)?).head();
    let (_, column, _) = head.key.filter(|_| !head.value.is_empty() && head.block_mark().is_none() && head.dashes.is_empty())?;
    (column == 0).then_some(0)
}

/// Invisible characters of no width; the others look like a space.
fn has_no_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The change that moves line `number` to column `to`, together with all lines below that are deeper.
fn moved(lines: &Lines<'_>, number: usize, to: usize) -> Vec<Edit> {
    let from = lines.line(number).indent();
    let belongs = |line: Line<'_>| line.body().is_empty() || line.indent() > from;
    let below = (number + 1..lines.len()).map(|other| lines.line(other)).take_while(|line| belongs(*line));
    let moved = std::iter::once(lines.line(number)).chain(below.filter(|line| !line.body().is_empty()));
    moved.map(|line| edit(line.start, line.start + line.indent(), " ".repeat(line.indent() - from + to))).collect()
}

/// A key or item at the wrong column.
pub(super) fn column(lines: &Lines<'_>, number: usize) -> Option<Found> {
    let line = lines.line(number);
    let head = line.head();
    if let Some(&dash) = head.dashes.first() {
        return item(lines, number, dash);
    }
    let (key, column, colon) = head.key?;
    let above = lines.above(number)?;
    if let Some((_, expected)) = block_text(lines, number) {
        return Some(block_text_out_of_line(lines, number, expected));
    }
    let span = (line.start + column, line.start + colon);
    let off_by_one = |expected: usize| if expected.abs_diff(column) == 1 { Certainty::Certain } else { Certainty::Likely };
    let wrong = |expected: usize, sibling: &str, at: (usize, usize)| {
        let mistake = MistakeKind::WrongIndent { key: key.to_owned(), column, expected, sibling: sibling.to_owned() };
        let found = Found::new(span.0, span.1, mistake).other(at.0, at.1).fix(off_by_one(expected), moved(lines, number, expected));
        found.recover(Recovery::EntryAs { line: number, column: expected, head: key.to_owned() })
    };
    // Deeper than the key above, which has a value and can take no keys.
    let upper = lines.line(above);
    if let Some((sibling, at, end)) = upper.head().key.filter(|(_, at, _)| *at < column) {
        return (!upper.head().value.is_empty()).then(|| wrong(at, sibling, (upper.start + at, upper.start + end)));
    }
    // Less deep than the keys above, and deeper than their parent: it belongs under the shallowest of them.
    let mut shallowest: Option<(&str, usize, usize, usize)> = None;
    for upper in (0..number).rev().map(|other| lines.line(other)).filter(|upper| upper.counts()) {
        let upper_head = upper.head();
        if upper_head.dashes.contains(&column) {
            let found = Found::new(span.0, span.1, MistakeKind::KeyAmongItems(key.to_owned()));
            return Some(found.other(upper.start + column, upper.start + column + 1));
        }
        match upper_head.key {
            Some((_, at, _)) if at == column => return None,
            Some((sibling, at, end)) if at > column && shallowest.is_none_or(|(_, known, ..)| at <= known) => {
                shallowest = Some((sibling, at, upper.start + at, upper.start + end));
            }
            _ => {}
        }
        if upper.indent() < column {
            break;
        }
    }
    shallowest.map(|(sibling, at, start, end)| wrong(at, sibling, (start, end)))
}

/// A list item at `dash`, where the parser expected something else.
fn item(lines: &Lines<'_>, number: usize, dash: usize) -> Option<Found> {
    let line = lines.line(number);
    let span = (line.start + dash, line.body_end());
    for other in (0..number).rev().filter(|&other| lines.line(other).counts()) {
        let upper = lines.line(other);
        let head = upper.head();
        match head.dashes.first() {
            Some(&expected) if expected != dash => {
                let found = Found::new(span.0, span.1, MistakeKind::ItemOutOfLine { column: dash, expected });
                let edits = moved(lines, number, expected);
                let certainty = if expected.abs_diff(dash) == 1 { Certainty::Certain } else { Certainty::Likely };
                return Some(found.other(upper.start + expected, upper.start + expected + 1).fix(certainty, edits));
            }
            _ if upper.indent() == dash => {
                let end = head.key.map_or(upper.body_end(), |(_, _, colon)| upper.start + colon);
                return Some(Found::new(span.0, span.1, MistakeKind::ItemAmongKeys).other(upper.start + dash, end));
            }
            _ if upper.indent() < dash => return None,
            _ => {}
        }
    }
    None
}

/// The line `key: |` whose block text the line `number` seems to belong to, and the column of the text's first line.
fn block_text(lines: &Lines<'_>, number: usize) -> Option<(usize, usize)> {
    let column = lines.line(number).indent();
    let header = (0..number).rev().find(|&other| lines.line(other).counts() && lines.line(other).indent() < column)?;
    let head = lines.line(header).head();
    let first = lines.below(header).filter(|&first| first < number)?;
    let expected = lines.line(first).indent();
    (head.block_mark().is_some() && head.column() < column && column < expected).then_some((header, expected))
}

fn block_text_out_of_line(lines: &Lines<'_>, number: usize, expected: usize) -> Found {
    let line = lines.line(number);
    let column = line.indent();
    let last = (number..lines.len()).take_while(|&other| lines.line(other).indent() == column && lines.line(other).counts()).last();
    let edits = (number..=last.unwrap_or(number)).map(|other| {
        let line = lines.line(other);
        edit(line.start, line.start + line.indent(), " ".repeat(expected))
    });
    let found = Found::new(line.start + column, line.body_end(), MistakeKind::BlockTextOutOfLine { expected }).certain(edits.collect());
    found.erasing(lines.text, line.start, line.end())
}

/// A line that is neither a key nor an item.
pub(super) fn neither(lines: &Lines<'_>, number: usize) -> Option<Found> {
    let line = lines.line(number);
    let (start, end) = (line.start + line.indent(), line.body_end());
    let body = line.body();
    let indent = line.indent();
    if let Some((_, expected)) = block_text(lines, number) {
        return Some(block_text_out_of_line(lines, number, expected));
    }
    if let Some(found) = bullet(lines, number) {
        return Some(found);
    }
    let as_key = |key: &str| Recovery::EntryAs { line: number, column: indent, head: key.to_owned() };
    if let Some((key, sign, len)) = other_sign(body) {
        // An arrow may be part of a sentence.
        let certainty = if matches!(sign, ";" | "->" | "→") { Certainty::Likely } else { Certainty::Certain };
        let from = start + key.len();
        let found = Found::new(from, from + len, MistakeKind::OtherSign { key: key.to_owned(), sign });
        let value = slice(body, key.len() + len..).trim_start();
        let edits = vec![edit(from, end - value.len(), if value.is_empty() { ":" } else { ": " })];
        return Some(found.fix(certainty, edits).recover(as_key(key)));
    }
    if let Some((key, rest)) = body.split_once(':').filter(|(key, _)| is_word(key))
        && let Some(character) = rest.chars().next().filter(|c| is_invisible(*c))
    {
        let at = start + key.len() + 1;
        let value = rest.trim_start_matches(is_invisible).trim_start();
        let found = Found::new(at, at + character.len_utf8(), MistakeKind::InvisibleAfterColon { key: key.to_owned(), character });
        return Some(found.certain(vec![edit(at, end - value.len(), " ")]).recover(as_key(key)));
    }
    if let Some(found) = glued(lines, number) {
        return Some(found);
    }
    let above = lines.above(number).map(|above| lines.line(above));
    let siblings = (0..number).rev().map(|other| lines.line(other)).find(|other| other.counts() && other.indent() <= indent);
    let dash_above = siblings.and_then(|other| other.head().dashes.first().copied().filter(|dash| *dash == indent).map(|_| other));
    if let Some(upper) = dash_above {
        let found = match body.strip_prefix('-') {
            Some(rest) if !rest.starts_with('-') => {
                let edits = vec![edit(start + 1, start + 1, " ")];
                Found::new(start, end, MistakeKind::NoSpaceAfterDash(rest.to_owned())).certain(edits)
            }
            _ => Found::new(start, end, MistakeKind::ItemWithoutDash(body.to_owned())).likely(vec![edit(start, start, "- ")]),
        };
        let found = found.other(upper.start + indent, upper.start + indent + 1);
        return Some(found.recover(Recovery::EntryAs { line: number, column: indent, head: "-".to_owned() }));
    }
    let first = body.split([' ', '\t', ':']).next().unwrap_or_default();
    let has_more = first.len() < body.len();
    if let Some(found) = block_text_at_margin(lines, number) {
        return Some(found);
    }
    let continues = above.is_some_and(|above| is_text(above.head().value) && above.head().column() >= indent);
    if continues && has_more && (body.split_whitespace().count() > 2 || !is_word(first)) {
        let depth = above.map_or(indent, |above| above.head().column()) + 2;
        let edits = prose(lines, number).map(|other| edit(other.start, other.start + other.indent(), " ".repeat(depth)));
        let found = Found::new(start, end, MistakeKind::TextNotIndented(body.to_owned())).likely(edits.collect());
        return Some(past_prose(lines, number, found));
    }
    let word = first.trim_matches('"').to_owned();
    if word.is_empty() {
        return None;
    }
    let edits = if is_word(first) { vec![edit(start + first.len(), start + first.len(), ":")] } else { Vec::new() };
    let recovery = if is_word(&word) { as_key(&word) } else { Recovery::Entry };
    Some(Found::new(start, end, MistakeKind::NoColon { word, has_more }).likely(edits).recover(recovery))
}

/// Lines at the margin, from line `number` on, below a key whose block text they should be.
fn block_text_at_margin(lines: &Lines<'_>, number: usize) -> Option<Found> {
    let line = lines.line(number);
    let upper = lines.line(lines.above(number)?);
    let head = upper.head();
    let (key, ..) = head.key.filter(|_| upper.indent() >= line.indent() && head.block_mark().is_some())?;
    let depth = upper.indent() + 2;
    let edits = prose(lines, number).map(|other| edit(other.start, other.start + other.indent(), " ".repeat(depth)));
    let mistake = MistakeKind::BlockTextNotIndented(key.to_owned());
    let found = Found::new(line.start + line.indent(), line.body_end(), mistake).likely(edits.collect());
    Some(past_prose(lines, number, found))
}

fn is_text(value: &str) -> bool {
    value.starts_with(char::is_alphanumeric)
}

/// The lines from `number` on that are neither keys nor items.
fn prose<'lines>(lines: &'lines Lines<'_>, number: usize) -> impl Iterator<Item = Line<'lines>> {
    let is_prose = |line: &Line<'_>| line.counts() && line.head().key.is_none() && line.head().dashes.is_empty();
    (number..lines.len()).map(|other| lines.line(other)).take_while(is_prose)
}

/// Continues after the lines of prose, without the text that they belong to.
fn past_prose(lines: &Lines<'_>, number: usize, found: Found) -> Found {
    let has_head = |other: &usize| {
        let head = lines.line(*other).head();
        lines.line(*other).counts() && (head.key.is_some() || !head.dashes.is_empty())
    };
    let Some(line) = (0..number).rev().find(has_head) else { return found };
    found.recover(Recovery::Through { line, last: number + prose(lines, number).count().max(1) - 1 })
}

/// `key:value` on line `number`, or the dash before it.
pub(super) fn glued(lines: &Lines<'_>, number: usize) -> Option<Found> {
    let line = lines.line(number);
    let head = line.head();
    if head.key.is_some() {
        return None;
    }
    let start = line.start + head.value_at;
    let len = glued_key(head.value)?;
    let (key, value) = (slice(head.value, ..len), slice(head.value, len + 1..));
    let mistake = MistakeKind::NoSpaceAfterColon { key: key.to_owned(), value: value.to_owned() };
    let found = Found::new(start, start + head.value.len(), mistake).certain(vec![edit(start + len + 1, start + len + 1, " ")]);
    let prefix = slice(line.text, line.indent()..head.value_at);
    Some(found.recover(Recovery::EntryAs { line: number, column: line.indent(), head: format!("{prefix}{key}") }))
}

/// List items that begin with the bullet of another language, from line `number` on.
pub(super) fn bullet(lines: &Lines<'_>, number: usize) -> Option<Found> {
    let line = lines.line(number);
    let mark = bullet_of(line.body())?;
    // A list inside the text of the key above is not a YAML list.
    if let Some(found) = block_text_at_margin(lines, number) {
        return Some(found);
    }
    let above = lines.above(number).map(|above| lines.line(above).head());
    let is_text_above = above.is_some_and(|head| head.dashes.is_empty() && !head.value.is_empty());
    let others = (number..lines.len())
        .map(|other| lines.line(other))
        .take_while(|other| other.indent() == line.indent() && bullet_of(other.body()).is_some());
    let edits = others.map(|other| {
        let start = other.start + other.indent();
        let len = bullet_of(other.body()).map_or(0, str::len);
        edit(start, start + len, "-")
    });
    let start = line.start + line.indent();
    let edits: Vec<_> = edits.collect();
    let spaces = edits.iter().map(|edit| (edit.span.start as usize, format!("-{}", " ".repeat(edit.span.range().len() - 1))));
    let recovery = Recovery::Overwrite(spaces.collect());
    let certainty = if is_text_above { Certainty::Likely } else { Certainty::Certain };
    Some(Found::new(start, line.body_end(), MistakeKind::Bullet(mark.to_owned())).fix(certainty, edits).recover(recovery))
}

fn bullet_of(body: &str) -> Option<&str> {
    let mark = body.split(' ').next().filter(|mark| mark.len() < body.len())?;
    let is_number = mark.strip_suffix(['.', ')']).is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
    (matches!(mark, "*" | "+" | "•" | "‣" | "–" | "—" | "·" | "●") || is_number).then_some(mark)
}

/// A key and what is written instead of its colon: the sign, and its length with the spaces before it.
fn other_sign(body: &str) -> Option<(&str, &'static str, usize)> {
    let key = slice(body, ..body.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))?);
    let rest = slice(body, key.len()..);
    let sign = ["=>", ":=", "：", "=", "->", "→", ";"].into_iter().find(|sign| rest.trim_start().starts_with(sign))?;
    let spaces = rest.len() - rest.trim_start().len();
    is_word(key).then_some((key, sign, spaces + sign.len()))
}
