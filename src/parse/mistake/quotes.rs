//! Mistakes with quotes. Knows where a quoted text begins; decides what is wrong with its end.

use super::context::{Context, quoted_end};
use super::lines::{Lines, glued_key, is_word};
use super::{Found, MistakeKind, Recovery, edit, in_quotes, structure};
use crate::diagnostic::Edit;
use crate::source::slice;

/// A quoted text of more lines than this is not one: its quote was forgotten.
const MAX_LINES: usize = 40;

/// The mistake in the text whose quote at `open` is still open where the parser stopped.
pub(super) fn unclosed(lines: &Lines<'_>, quote: char, open: usize) -> Found {
    let number = lines.of(open);
    let line = lines.line(number);
    let end = line.body_end();
    let inside = slice(lines.text, open + 1..end);
    let prose_end = prose_below(lines, number);
    let closed = inside.chars().next_back().filter(|c| *c != quote && matches!(c, '"' | '\'' | '”' | '“' | '’' | '`' | '´'));
    if let Some(inner) = inside.strip_suffix("\\\"").filter(|inner| quote == '"' && !inner.contains('\'')) {
        // `"C:\temp\"`: in single quotes a backslash is a backslash, which is meant here.
        return Found::new(open, end, MistakeKind::UnclosedQuote(quote)).likely(vec![edit(open, end, format!("'{inner}\\'"))]);
    }
    if let Some(closed) = closed.filter(|_| prose_end == number) {
        let mistake = MistakeKind::WrongClosingQuote { opened: quote, closed };
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
        let found = Found::new(span.0, span.1, MistakeKind::QuotedTextNotIndented).other(open, open + 1).certain(edits.collect());
        return found.recover(Recovery::Through { line: number, last });
    }
    let found = Found::new(open, end, MistakeKind::UnclosedQuote(quote));
    let in_bracket = Context::at(lines, open).brackets.last().copied();
    match in_bracket {
        // Where the text ends within brackets, only its author knows.
        Some(_) => found,
        None if prose_end > number => {
            found.likely(closed_below(lines, open, quote, prose_end)).recover(Recovery::Through { line: number, last: prose_end })
        }
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

/// The change that puts the text from `start` to `end` of line `number` in quotes, and the lines that continue it; none where only the
/// author knows how far the text goes.
pub(super) fn quoting(lines: &Lines<'_>, number: usize, start: usize, end: usize) -> Vec<Edit> {
    let last = lines.text_end(number);
    let column = lines.line(number).head().column();
    if lines.below(last).is_some_and(|next| lines.line(next).indent() > column) {
        return Vec::new();
    }
    if last == number {
        return vec![edit(start, end, in_quotes(slice(lines.text, start..end)))];
    }
    let end = lines.line(last).body_end();
    match slice(lines.text, start..end).contains(['"', '\\', '#']) {
        true => Vec::new(),
        false => vec![edit(start, start, "\""), edit(end, end, "\"")],
    }
}

/// The last of the lines directly below line `first` that can only continue its text: they look like neither a key nor an item.
fn prose_below(lines: &Lines<'_>, first: usize) -> usize {
    const OTHER_STARTS: [&str; 9] = ["---", "...", "```", "~~~", "<<<<<<<", "=======", ">>>>>>>", "]", "}"];
    let continues = |number: &usize| {
        let line = lines.line(*number);
        let head = line.head();
        let is_key = head.key.is_some_and(|(key, ..)| is_word(key.trim_matches(['"', '\'']))) || glued_key(line.body()).is_some();
        let is_item = !head.dashes.is_empty() || structure::bullet(lines, *number).is_some();
        line.counts() && !is_key && !is_item && !OTHER_STARTS.iter().any(|start| line.body().starts_with(start))
    };
    (first + 1..lines.len()).take(MAX_LINES).take_while(continues).last().unwrap_or(first)
}

/// The edits that close the text begun at `open` after line `last`, with its lines indented; none when the quote also occurs on those lines.
fn closed_below(lines: &Lines<'_>, open: usize, quote: char, last: usize) -> Vec<Edit> {
    let first = lines.of(open);
    let column = lines.line(first).head().column();
    let end = lines.line(last).body_end();
    if slice(lines.text, open + 1..end).contains(quote) {
        return Vec::new();
    }
    let shallow = (first + 1..=last).map(|number| lines.line(number)).filter(|line| line.indent() <= column);
    let mut edits: Vec<Edit> = shallow.map(|line| edit(line.start, line.start + line.indent(), " ".repeat(column + 2))).collect();
    edits.push(edit(end, end, quote.to_string()));
    edits
}

fn glued_or_key(text: &str) -> bool {
    glued_key(text).is_some() || text.split_once(':').is_some_and(|(key, _)| is_word(key))
}

/// The last line of a quoted text that continues at the margin: none of its lines looks like a key, and the last ends with the quote.
fn continued(lines: &Lines<'_>, first: usize, open: usize, quote: char) -> Option<usize> {
    let end = quoted_end(lines.text, open, quote)?;
    let last = lines.of(end - 1);
    if lines.line(last).body_end() != end || last > first + MAX_LINES {
        return None;
    }
    let is_prose = |number: usize| {
        let head = lines.line(number).head();
        head.dashes.is_empty() && head.key.is_none_or(|(key, ..)| !is_word(key))
    };
    (first + 1..=last).all(is_prose).then_some(last)
}

/// The mistake in the text that the quote at `open` begins, at which the parser points: an escape, or its end.
pub(super) fn from_its_start(lines: &Lines<'_>, quote: char, open: usize) -> Option<Found> {
    let Some(end) = quoted_end(lines.text, open, quote) else { return Some(unclosed(lines, quote, open)) };
    if quote == '\'' {
        return None;
    }
    let inside = slice(lines.text, open + 1..end - 1);
    let (at, escape) = bad_escape(inside)?;
    let start = open + 1 + at;
    let found = Found::new(start, start + escape.len(), MistakeKind::BadEscape(escape.to_owned()));
    // In single quotes a backslash is a backslash, which is meant here.
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
            return Some((at, slice(text, at..after)));
        }
    }
    None
}

/// The mistake after the quoted text from `open` to `at`.
pub(super) fn behind(lines: &Lines<'_>, open: usize, at: usize) -> Found {
    let line = lines.line(lines.of(at));
    let end = line.body_end().max(at);
    let rest = slice(lines.text, at..end);
    let start = at + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let text = slice(lines.text, start..end);
    let quote = if slice(lines.text, open..).starts_with('"') { '"' } else { '\'' };
    let whole = slice(lines.text, open + 1..end);
    if let Some(mark) = text.chars().next().filter(|c| matches!(c, ',' | ';') && text.len() == 1) {
        let found = Found::new(start, end, MistakeKind::MarkAfterValue(mark)).certain(vec![edit(at, end, "")]);
        return found.erasing(lines.text, start, end);
    }
    if let Some(sign) = ["//", "/*"].into_iter().find(|sign| text.starts_with(sign)) {
        return foreign_comment(lines, start, end, sign);
    }
    if text.starts_with('#') {
        let found = Found::new(start, start + 1, MistakeKind::CommentWithoutSpace).certain(vec![edit(start, start, " ")]);
        return found.erasing(lines.text, start, end);
    }
    if let Some(inner) = whole.strip_suffix(quote).filter(|inner| inner.contains(quote)) {
        let between = slice(lines.text, ..at - 1).ends_with(char::is_alphanumeric) && text.starts_with(char::is_alphanumeric);
        let found = Found::new(at - 1, at, MistakeKind::QuoteInsideQuotes(quote)).other(open, open + 1);
        let edits = vec![edit(open, end, in_quotes(inner))];
        // `'Acme's orders'` is one apostrophe between letters; anything else may be two texts.
        return if quote == '\'' && between && inner.matches(quote).count() == 1 { found.certain(edits) } else { found.likely(edits) };
    }
    // The second quote of `'It's collected` is an apostrophe, and the closing one was forgotten.
    let is_apostrophe = quote == '\''
        && start == at
        && slice(lines.text, ..at - 1).ends_with(char::is_alphanumeric)
        && text.starts_with(char::is_alphanumeric);
    let inside =
        if is_apostrophe { whole.to_owned() } else { format!("{}{}", slice(lines.text, open + 1..at - 1), slice(lines.text, at..end)) };
    Found::new(start, end, MistakeKind::TextAfterQuote(text.to_owned())).likely(vec![edit(open, end, in_quotes(&inside))])
}

/// `//` or `/*` instead of `#`.
pub(super) fn foreign_comment(lines: &Lines<'_>, start: usize, end: usize, sign: &'static str) -> Found {
    let found = Found::new(start, end, MistakeKind::ForeignComment(sign)).erasing(lines.text, start, end);
    let comment = slice(lines.text, start + 2..end).trim_end_matches("*/").trim();
    if sign == "/*" && !slice(lines.text, start..end).ends_with("*/") {
        found
    } else {
        found.certain(vec![edit(start, end, format!("# {comment}"))])
    }
}

/// A comment of another language at `at`, among entries in brackets. It becomes one of YAML where nothing follows it on its line.
pub(super) fn comment_in_brackets(lines: &Lines<'_>, at: usize, sign: &'static str) -> Found {
    let line_end = lines.line(lines.of(at)).body_end().max(at);
    let rest = slice(lines.text, at..line_end);
    let end = if sign == "/*" { rest.find("*/").map_or(line_end, |len| at + len + 2) } else { line_end };
    let is_alone = end == line_end && slice(lines.text, ..at).ends_with([' ', '\t', '\n', '\r']);
    if is_alone {
        return foreign_comment(lines, at, end, sign);
    }
    Found::new(at, end, MistakeKind::ForeignComment(sign)).erasing(lines.text, at, end)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Fix, apply};
    use crate::parse::problem::ProblemKind;
    use crate::parse::yaml::parse;

    /// `text` after the change that its first mistake offers.
    fn fixed(text: &str) -> String {
        let (_, problems) = parse(text);
        let Some(ProblemKind::Mistake(mistake)) = problems.first().map(|problem| &problem.kind) else { panic!("a mistake in {text:?}") };
        let Some((certainty, edits)) = mistake.fix.clone() else { return text.to_owned() };
        apply(text, [&Fix { title: String::new(), edits, certainty }]).0
    }

    #[test]
    fn typographic_quotes_around_the_first_words_stay() {
        assert_eq!(fixed("a: “Now: collects” all\n"), "a: \"“Now: collects” all\"\n");
        assert_eq!(fixed("a: “Posts: orders”\n"), "a: \"Posts: orders\"\n");
    }

    #[test]
    fn an_apostrophe_in_an_unclosed_text_stays() {
        assert_eq!(fixed("a: 'It's collected\nb: c\n"), "a: \"It's collected\"\nb: c\n");
    }

    #[test]
    fn a_quoted_text_of_several_lines_is_closed_after_its_last_line() {
        assert_eq!(fixed("- a: \"One.\nTwo.\n  b: c\n"), "- a: \"One.\n    Two.\"\n  b: c\n");
        assert_eq!(fixed("a: \"One\n  two.\nb: c\n"), "a: \"One\n  two.\"\nb: c\n");
        assert_eq!(fixed("a: \"One.\n\n# two\nb: c\n"), "a: \"One.\"\n\n# two\nb: c\n");
    }
}
