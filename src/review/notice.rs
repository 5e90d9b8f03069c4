//! The short comment that mentions the submitter when the verdict has changed: a forge notifies nobody of a comment that was edited.
//!
//! The comment of the review contains a mark of its verdict. Where the mark of the new comment is another one than that of the old, the notice is posted.

use super::comment::{mention, obstacle, title, verdict_mark};
use super::{Review, inline};

/// The notice of the verdict on `review`, in Markdown: who submitted it, if the forge has told, and what happens next. `submitter` is mentioned instead of
/// the author, who may be a program.
#[must_use]
pub fn notice(review: &Review<'_>, submitter: Option<&str>) -> String {
    let outcome = &review.outcome;
    let login = submitter.or_else(|| review.change.people.author.as_ref().and_then(|author| author.login.as_deref()));
    let called = login.map(|login| format!("{}: ", account(login))).unwrap_or_default();
    let title = obstacle(outcome).map_or_else(|| title(outcome.verdict, review.report.counts().errors), |(title, ..)| title.to_owned());
    format!("{}\n{called}**{title}**. The comment of the review has been updated.\n", verdict_mark(outcome.verdict))
}

/// An account, mentioned. A name with a slash would be a team.
fn account(login: &str) -> String {
    if login.contains('/') { inline(login) } else { mention(login) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_account_is_mentioned() {
        assert_eq!((account("wren"), account("wren_tools-2.x")), ("@wren".to_owned(), "@wren_tools-2.x".to_owned()));
        for other in ["acme/team", "dependabot[bot]", "a b @c", "x\n/close", "", "<!-- -->"] {
            assert_eq!(account(other), inline(other));
        }
    }
}
