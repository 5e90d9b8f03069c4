//! Fixes as comments beside the lines they fix, which a forge lets the submitter take over by a click
//! ([GitHub](https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/incorporating-feedback-in-your-pull-request),
//! [GitLab](https://docs.gitlab.com/user/project/merge_requests/reviews/suggestions/)).
//!
//! Knows lines and Markdown; does not know which lines a forge takes comments on.

use serde::Serialize;

use super::hunks::{Hunk, hunks};
use super::markdown::{finding, longest_run};
use super::rendered::{RenderedDiagnostic, RenderedFix, prepare};
use super::{Report, Sources};
use crate::source::floor_char_boundary;
use crate::text::printable;

/// Lines that a suggestion replaces or writes, at most: a longer one is read better as a diff.
const MOST_LINES: usize = 40;
/// Bytes of a comment, at most.
const MAX_BYTES: usize = 8_000;

/// How a forge writes a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// The comment is beside all lines that it replaces.
    GitHub,
    /// The comment is beside the last one and says how many lines above belong to it.
    GitLab,
}

/// A comment beside lines of a file, with what to write in their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The file, with what the sources put in front.
    pub path: String,
    /// The first of the lines that it replaces, from 1.
    pub first_line: usize,
    /// The last of them.
    pub last_line: usize,
    /// The comment, in Markdown.
    pub body: String,
}

/// The fixes of `report` that one suggestion each can tell. What takes changes in several places is no use in halves, and is left out.
pub fn suggestions<'run>(report: &'run Report, sources: &Sources<'run>, syntax: Syntax) -> impl Iterator<Item = Suggestion> {
    prepare(report, sources).into_iter().filter_map(move |shown| suggestion(&shown, syntax))
}

fn suggestion(shown: &RenderedDiagnostic<'_>, syntax: Syntax) -> Option<Suggestion> {
    let fix = shown.fix.as_ref().filter(|fix| is_near(fix))?;
    let [hunk] = &hunks(fix)[..] else { return None };
    let Hunk { first_line, before, after } = anchored(hunk, fix.text)?;
    let is_plain = |line: &String| printable(line).replace("\\u{9}", "\t") == *line;
    // A forge would write other ends of lines than the file has, or characters that no one sees.
    if fix.text.contains('\r') || !after.iter().all(is_plain) || before.len().max(after.len()) > MOST_LINES {
        return None;
    }
    let last_line = first_line + before.len() - 1;
    let fence = "`".repeat(after.iter().map(|line| longest_run(line)).max().unwrap_or(0).max(2) + 1);
    let reach = match syntax {
        Syntax::GitHub => String::new(),
        Syntax::GitLab => format!(":-{}+0", last_line - first_line),
    };
    let lines: String = after.iter().map(|line| format!("{line}\n")).collect();
    let doubt = if fix.is_certain() { "" } else { "\n\nSuggestion:" };
    let body = format!("{}{doubt}\n\n{fence}suggestion{reach}\n{lines}{fence}", finding(shown));
    (body.len() <= MAX_BYTES).then(|| Suggestion { path: shown.path.clone(), first_line, last_line, body })
}

/// Whether the lines that `fix` touches are short: of a line of half a megabyte with a finding for every word nothing is copied.
fn is_near(fix: &RenderedFix<'_>) -> bool {
    let (Some((first, _)), Some((last, _))) = (fix.edits.first(), fix.edits.last()) else { return false };
    let (start, end) = (first.start.offset, last.end.offset);
    let from = floor_char_boundary(fix.text, start.saturating_sub(MAX_BYTES));
    let to = floor_char_boundary(fix.text, end + MAX_BYTES).max(end);
    let begins = from == 0 || fix.text[from..start].contains('\n');
    let ends = to == fix.text.len() || fix.text[end..to].contains('\n');
    end - start <= MAX_BYTES && begins && ends
}

/// `hunk` with at least one line to comment on: what is only put in goes with the line above it, or the first one.
fn anchored(hunk: &Hunk, text: &str) -> Option<Hunk> {
    if !hunk.before.is_empty() {
        return Some(hunk.clone());
    }
    let line = |number: usize| text.lines().nth(number - 1).map(str::to_owned);
    let (first_line, anchor) = match hunk.first_line {
        0 | 1 => (1, line(1)?),
        number => (number - 1, line(number - 1)?),
    };
    let mut after = hunk.after.clone();
    after.insert(if hunk.first_line > 1 { 0 } else { after.len() }, anchor.clone());
    Some(Hunk { first_line, before: vec![anchor], after })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Certainty, Code, Diagnostic, Edit, Fix, Level};
    use crate::source::{ContentPath, Span};

    const TEXT: &str = "name: Acme\ntags:\n  - `x\nend: no\n";

    /// The suggestion for edits of [`TEXT`]: what is between two bytes becomes another text.
    fn told(edits: &[(u32, u32, &str)], certainty: Certainty, syntax: Syntax) -> Vec<(usize, usize, String)> {
        let edits = edits.iter().map(|&(start, end, text)| Edit { span: Span { start, end }, text: text.to_owned() }).collect();
        let diagnostic = Diagnostic {
            cost: crate::diagnostic::Cost::Nothing,
            code: Code { id: "L001", name: "app-unknown" },
            level: Level::Error,
            path: ContentPath::new("listings/acme/listing.yaml").expect("a path"),
            span: Some(Span { start: 6, end: 10 }),
            message: "unknown app `@acme`".to_owned(),
            label: None,
            help: Vec::new(),
            related: Vec::new(),
            fix: Some(Fix { title: "write it".to_owned(), edits, certainty }),
        };
        let report = Report::new(vec![diagnostic]);
        let sources = Sources { text_of: &|_| Some(TEXT), prefix: "content/", start: "", prefix_outside: &|_| None, rules: &[] };
        let all: Vec<Suggestion> = suggestions(&report, &sources, syntax).collect();
        assert!(all.iter().all(|suggestion| suggestion.path == "content/listings/acme/listing.yaml"));
        all.into_iter().map(|suggestion| (suggestion.first_line, suggestion.last_line, suggestion.body)).collect()
    }

    #[test]
    fn a_value_is_replaced_with_its_whole_line() {
        let body = "**error**: unknown app `@acme` (L001 `app-unknown`)\n\n```suggestion\nname: Acme Inc\n```";
        assert_eq!(told(&[(6, 10, "Acme Inc")], Certainty::Certain, Syntax::GitHub), [(1, 1, body.to_owned())]);
        let doubtful = told(&[(6, 10, "Acme Inc")], Certainty::Likely, Syntax::GitHub);
        assert!(doubtful[0].2.contains("\n\nSuggestion:\n\n```suggestion\n"), "{doubtful:?}");
    }

    #[test]
    fn no_line_closes_the_fence_around_it() {
        let told = told(&[(21, 23, "```` x")], Certainty::Certain, Syntax::GitHub);
        assert!(told[0].2.ends_with("\n\n`````suggestion\n  - ```` x\n`````"), "{told:?}");
    }

    #[test]
    fn an_insertion_is_suggested_on_the_line_above() {
        let end = u32::try_from(TEXT.len()).expect("a short text");
        let [told] = &told(&[(end, end, "app: Slack\n")], Certainty::Certain, Syntax::GitHub)[..] else { panic!("one") };
        assert_eq!((told.0, told.1), (4, 4));
        assert!(told.2.ends_with("```suggestion\nend: no\napp: Slack\n```"), "{told:?}");
        let told = self::told(&[(0, 0, "# First\n")], Certainty::Certain, Syntax::GitHub);
        assert!(told[0].0 == 1 && told[0].2.ends_with("```suggestion\n# First\nname: Acme\n```"), "{told:?}");
    }

    #[test]
    fn gitlab_counts_the_lines_above() {
        let told = told(&[(11, 23, "tags: [x]")], Certainty::Certain, Syntax::GitLab);
        assert_eq!((told[0].0, told[0].1), (2, 3));
        assert!(told[0].2.ends_with("```suggestion:-1+0\ntags: [x]\n```"), "{told:?}");
    }

    #[test]
    fn nothing_is_copied_of_a_very_long_line() {
        let long = format!("name: Acme\n{}\n", "word ".repeat(MAX_BYTES));
        let is_near = |start: usize, end: usize| {
            let point = |offset| super::super::rendered::Point { line: 1, column: 1, offset };
            let edits = vec![(super::super::rendered::Range { start: point(start), end: point(end) }, "x")];
            is_near(&RenderedFix { title: String::new(), certainty: Certainty::Certain, edits, text: &long })
        };
        assert!(is_near(6, 10) && !is_near(2 * MAX_BYTES, 2 * MAX_BYTES + 4) && !is_near(20, 24) && !is_near(0, long.len()));
    }

    #[test]
    fn half_a_fix_and_invisible_changes_are_not_suggested() {
        assert!(told(&[(0, 4, "title"), (24, 27, "last")], Certainty::Certain, Syntax::GitHub).is_empty());
        assert!(told(&[(6, 10, "a\u{202e}b")], Certainty::Certain, Syntax::GitHub).is_empty());
        assert!(told(&[(6, 10, "a\rb")], Certainty::Certain, Syntax::GitHub).is_empty());
    }
}
