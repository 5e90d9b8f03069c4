//! A self-review as Markdown: for the terminal, and for the text of a pull request.

use std::fmt::Write as _;

use super::{Answer, SelfReview};
use crate::diagnostic::Diagnostic;
use crate::text::printable;

/// The review as a checklist: `[x]` yes, `[!]` no, `[-]` not provided, `[ ]` for a person to tick.
#[must_use]
pub fn markdown(review: &SelfReview<'_>) -> String {
    let [yes, no, absent, person] = review.counts();
    let mut page = format!("# Before you submit {}\n\n", printable(review.name));
    let _ = writeln!(
        page,
        "[x] {yes} of {} passed · [!] {no} to fix · [-] {absent} not provided · [ ] {person} to check yourself",
        yes + no + absent
    );
    for area in &review.areas {
        let _ = write!(page, "\n## {}\n\n", area.title);
        for (question, answer) in &area.answers {
            let (mark, words, found): (_, _, &[_]) = match answer {
                Answer::Yes(Some(words), found) => ("x", format!(": {}", printable(words)), found),
                Answer::Yes(None, found) => ("x", String::new(), found),
                Answer::No(found) => ("!", String::new(), found),
                Answer::NotProvided(advice, found) if found.is_empty() => ("-", format!(": not provided ({advice})"), found),
                Answer::NotProvided(_, found) => ("-", ": not provided".to_owned(), found),
                Answer::Person => (" ", String::new(), &[]),
            };
            let _ = writeln!(page, "- [{mark}] {question}{words}");
            findings(&mut page, "  ", found);
        }
    }
    if !review.rest.is_empty() {
        page.push_str("\n## Other findings\n\n");
        findings(&mut page, "", &review.rest);
    }
    page.push_str("\n## What the site will show\n\n");
    for (label, fact) in &review.known {
        let _ = writeln!(page, "- {label}: {}", printable(fact));
    }
    if !review.absent.is_empty() {
        let _ = write!(page, "\nNot provided: {}\n", review.absent.join(", "));
    }
    page
}

fn findings(page: &mut String, indent: &str, found: &[&Diagnostic]) {
    for diagnostic in found {
        let code = diagnostic.code;
        let _ = writeln!(page, "{indent}- {}[{} {}]: {}", diagnostic.level.word(), code.id, code.name, printable(&diagnostic.message));
    }
}
