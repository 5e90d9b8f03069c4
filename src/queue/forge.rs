//! Reads lists of open pull requests in JSON: from `gh pr list --json …`, and from the APIs of GitHub, GitLab, Forgejo and Gitea. Each entry
//! is recognised by its keys; an invalid entry is skipped with a reason. E-mail addresses are removed.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;
use url::Url;

use crate::source::git::Object;
use crate::text::{clipped, printable, single_line};

/// The most submissions that are read.
const MAX_SUBMISSIONS: usize = 5_000;

/// The most characters of a title or a name that are kept.
const MAX_CHARS: usize = 200;

/// The most labels and files of one submission that are read.
const MAX_ITEMS: usize = 1_000;

/// A pull request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its number at the forge.
    pub number: u64,
    /// Its title on one line; untrusted.
    pub title: String,
    /// Its page, if that is a web URL.
    pub url: Option<String>,
    /// The account that opened it; untrusted.
    pub author: Option<String>,
    /// Its labels.
    pub labels: BTreeSet<String>,
    /// The day it was opened, in UTC.
    pub opened: Date,
    /// The time of its last change.
    pub updated: Timestamp,
    /// Whether it is marked as a draft.
    pub is_draft: bool,
    /// The decision of reviewers, if the forge reports one.
    pub decision: Option<Decision>,
    /// The full hash of its newest commit, if the forge reports it.
    pub head: Option<String>,
    /// The slugs of the listings it changes, as far as the forge reports files.
    pub slugs: BTreeSet<String>,
}

/// What reviewers have decided about a pull request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It may be merged.
    Approved,
    /// The submitter has to change it first.
    ChangesRequested,
}

/// The submissions in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SubmissionList {
    /// The valid entries, sorted by number, each once.
    pub submissions: Vec<Submission>,
    /// Why entries were skipped.
    pub skipped: Vec<String>,
}

/// Reads `text`. `content` is the content folder from the top of the repository, with `/` at the end; empty for the top itself.
///
/// # Errors
/// When it is not JSON, or not a list.
pub fn read(text: &str, content: &str) -> Result<SubmissionList, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("invalid JSON: {error}"))?;
    let Value::Array(entries) = value else {
        return Err("not a list of pull requests: expected the output of `gh pr list --json …` or of a forge's API".to_owned());
    };
    let mut read = SubmissionList::default();
    let mut known = BTreeSet::new();
    for (place, entry) in entries.iter().enumerate() {
        if read.submissions.len() == MAX_SUBMISSIONS {
            read.skipped.push(format!("{} entries after the first {MAX_SUBMISSIONS}", entries.len() - place));
            break;
        }
        match submission(entry, content) {
            Ok(Some(submission)) if known.insert(submission.number) => read.submissions.push(submission),
            Ok(Some(submission)) => read.skipped.push(format!("entry {}: duplicate number {}", place + 1, submission.number)),
            Ok(None) => {}
            Err(why) => read.skipped.push(format!("entry {}: {why}", place + 1)),
        }
    }
    read.submissions.sort_by_key(|submission| submission.number);
    Ok(read)
}

/// One entry; `None` if it is closed.
fn submission(entry: &Value, content: &str) -> Result<Option<Submission>, String> {
    let text = |keys: &[&str]| keys.iter().find_map(|key| entry.get(key)?.as_str());
    if let Some(state) = text(&["state"])
        && !matches!(state, "OPEN" | "open" | "opened")
    {
        return Ok(None);
    }
    // GitLab's `id` counts across all projects; `iid` is the number that people see.
    let number =
        ["iid", "number"].iter().find_map(|key| entry.get(key)?.as_u64()).filter(|number| *number > 0).ok_or("it has no number")?;
    let opened = text(&["createdAt", "created_at"]).ok_or_else(|| format!("number {number} has no creation date"))?;
    let moment =
        |text: &str| text.parse::<Timestamp>().map_err(|_| format!("number {number} has an invalid time, `{}`", public_line(text)));
    let created = moment(opened)?;
    let updated = text(&["updatedAt", "updated_at"]).map(moment).transpose()?.unwrap_or(created);
    let author = ["author", "user"].iter().find_map(|key| {
        let author = entry.get(key)?;
        author.get("login").or_else(|| author.get("username"))?.as_str()
    });
    Ok(Some(Submission {
        number,
        title: public_line(text(&["title"]).unwrap_or_default()),
        url: text(&["html_url", "web_url", "url"]).and_then(web),
        author: author.map(public_line).filter(|name| !name.is_empty()),
        labels: items(entry, "labels")
            .filter_map(|label| label.as_str().or_else(|| label.get("name")?.as_str()))
            .map(public_line)
            .collect(),
        opened: created.to_zoned(TimeZone::UTC).date(),
        updated,
        is_draft: ["isDraft", "draft", "work_in_progress"].iter().any(|key| entry.get(key).and_then(Value::as_bool) == Some(true)),
        decision: match text(&["reviewDecision"]) {
            Some("APPROVED") => Some(Decision::Approved),
            Some("CHANGES_REQUESTED") => Some(Decision::ChangesRequested),
            _ => None,
        },
        head: head(entry).filter(|hash| Object::parse(hash).is_some()).map(str::to_owned),
        slugs: items(entry, "files")
            .filter_map(|file| slug(file.get("path").or_else(|| file.get("filename"))?.as_str()?, content))
            .collect(),
    }))
}

/// The newest commit: from `gh pr list`, from the APIs of GitHub and Forgejo, and from GitLab's.
fn head(entry: &Value) -> Option<&str> {
    entry.get("headRefOid").or_else(|| entry.get("head")?.get("sha")).or_else(|| entry.get("sha"))?.as_str()
}

fn items<'entry>(entry: &'entry Value, key: &str) -> impl Iterator<Item = &'entry Value> {
    entry.get(key).and_then(Value::as_array).into_iter().flatten().take(MAX_ITEMS)
}

/// The URL, if a browser may follow it.
fn web(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let is_valid = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    is_valid.then(|| url.to_string())
}

/// The slug of the listing whose folder contains the file at `path`, which begins at the top of the repository.
fn slug(path: &str, content: &str) -> Option<String> {
    let (slug, _) = path.strip_prefix(content)?.strip_prefix("listings/")?.split_once('/')?;
    let is_slug = !slug.is_empty() && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    is_slug.then(|| slug.to_owned())
}

/// `text` on one line, truncated, with invisible characters escaped and e-mail addresses removed.
pub(super) fn public_line(text: &str) -> String {
    let words = without_mail(&single_line(text));
    printable(&clipped(&words, MAX_CHARS))
}

/// `text` with `…` in place of e-mail addresses. A mention, `@name`, is not one.
fn without_mail(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || "`\"'()<>[]{},;:|".contains(c);
    let is_mail = |word: &str| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    let shown = |part: &str| {
        let word = part.trim_end_matches(ends);
        if is_mail(word) { format!("…{}", &part[word.len()..]) } else { part.to_owned() }
    };
    text.split_inclusive(ends).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GITHUB: &str = r#"[{"number": 12, "title": "Add Slack Digest", "url": "https://forge.example/a/b/pull/12", "author": {"login": "plover", "name": "P"},
        "labels": [{"name": "new-listing"}, {"name": "waits-for-reviewer"}], "createdAt": "2026-11-18T23:30:00Z", "updatedAt": "2026-11-19T08:00:00Z",
        "isDraft": false, "reviewDecision": "", "headRefOid": "cccccccccccccccccccccccccccccccccccccccc", "files": [{"path": "content/listings/slack-digest/listing.yaml"}]}]"#;
    const GITLAB: &str = r#"[{"id": 99001, "iid": 12, "title": "Add Slack Digest", "web_url": "https://forge.example/a/b/pull/12", "author": {"username": "plover"},
        "labels": ["new-listing", "waits-for-reviewer"], "created_at": "2026-11-19T00:30:00.000+01:00", "updated_at": "2026-11-19T08:00:00.000Z",
        "draft": false, "state": "opened", "sha": "cccccccccccccccccccccccccccccccccccccccc"}]"#;
    const FORGEJO: &str = r#"[{"id": 7, "number": 12, "title": "Add Slack Digest", "url": "https://forge.example/api/v1/12", "html_url": "https://forge.example/a/b/pull/12",
        "user": {"login": "plover", "email": "plover@forge.example"}, "labels": [{"name": "new-listing"}, {"name": "waits-for-reviewer"}],
        "created_at": "2026-11-18T23:30:00Z", "updated_at": "2026-11-19T08:00:00Z", "draft": false, "state": "open", "head": {"sha": "cccccccccccccccccccccccccccccccccccccccc", "ref": "x"}}]"#;

    #[test]
    fn the_lists_of_three_forges_give_the_same_submission() {
        let only = |text: &str| {
            let mut read = read(text, "content/").expect("a list");
            assert_eq!(read.skipped, Vec::<String>::new());
            read.submissions.pop().expect("a submission")
        };
        let github = only(GITHUB);
        assert_eq!(github.opened, jiff::civil::date(2026, 11, 18), "the day in UTC");
        assert_eq!(github.head.as_deref(), Some("cccccccccccccccccccccccccccccccccccccccc"));
        assert_eq!(github.slugs.iter().collect::<Vec<_>>(), ["slack-digest"]);
        for other in [GITLAB, FORGEJO] {
            assert_eq!(Submission { slugs: github.slugs.clone(), ..only(other) }, github);
        }
    }

    #[test]
    fn a_folder_called_listings_above_the_catalogue_holds_no_listing() {
        let text = |path: &str| format!(r#"[{{"number": 1, "createdAt": "2026-11-18T00:00:00Z", "files": [{{"path": "{path}"}}]}}]"#);
        let slugs = |path: &str, content: &str| read(&text(path), content).expect("a list").submissions.remove(0).slugs;
        assert_eq!(
            slugs("packages/listings/content/listings/x/listing.yaml", "packages/listings/content/"),
            BTreeSet::from(["x".to_owned()])
        );
        assert_eq!(slugs("listings/x/listings/y.png", ""), BTreeSet::from(["x".to_owned()]));
        assert_eq!(slugs("other/listings/x/listing.yaml", "content/"), BTreeSet::new());
        assert_eq!(slugs("content/listings/README.md", "content/"), BTreeSet::new());
    }

    #[test]
    fn invalid_entries_are_skipped_with_a_reason() {
        let text = r#"[1, null, {}, {"number": -1}, {"number": 3}, {"number": 4, "createdAt": "yesterday"},
            {"number": 5, "createdAt": "2026-11-18T00:00:00Z", "state": "MERGED"},
            {"number": 6, "createdAt": "2026-11-18T00:00:00Z", "labels": 7, "files": {"a": 1}, "author": "x", "title": ["y"]},
            {"number": 6, "createdAt": "2026-11-18T00:00:00Z"}]"#;
        let read = read(text, "content/").expect("a list");
        assert_eq!(read.submissions.iter().map(|submission| submission.number).collect::<Vec<_>>(), [6]);
        assert_eq!(read.skipped.len(), 7, "{:?}", read.skipped);
        assert!(super::read("{}", "").is_err() && super::read("nonsense", "").is_err());
    }

    #[test]
    fn hostile_text_is_made_harmless() {
        let text = r#"[{"number": 1, "createdAt": "2026-11-18T00:00:00Z", "title": "a\u001b[31m\n\u202eb me@mail.example", "url": "javascript:alert(1)",
            "author": {"login": "x\u0000y"}, "files": [{"path": "content/listings/../../etc/passwd"}, {"path": "content/listings/<b>/x"}]}]"#;
        let submission = read(text, "content/").expect("a list").submissions.pop().expect("one");
        assert_eq!(submission.title, "a\\u{1b}[31m \\u{202e}b …");
        assert_eq!(submission.url, None);
        assert_eq!(submission.author.as_deref(), Some("x\\u{0}y"));
        assert_eq!(submission.slugs, BTreeSet::new());
        assert_eq!(public_line("ask (me@a.example), `b@c.example`: <d@e> or @plover"), "ask (…), `…`: <…> or @plover");
    }
}
