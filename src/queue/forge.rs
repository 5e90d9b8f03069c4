//! Open pull requests as forges write them in JSON: `gh pr list --json …`, and the lists of the interfaces of GitHub, GitLab, Forgejo and Gitea. Each entry
//! is known by its keys; one that is odd is named and passed over, and the rest goes on. Mail addresses are never taken along.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;
use url::Url;

use crate::diagnostic::{clipped, printable};
use crate::source::git::Object;

/// Submissions that are read, at most.
const MAX_SUBMISSIONS: usize = 5_000;

/// Characters of a title or a name that are kept, at most.
const MAX_CHARS: usize = 200;

/// Labels and files of one submission that are read, at most.
const MAX_ITEMS: usize = 1_000;

/// A pull request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its number at the forge.
    pub number: u64,
    /// Its title on one line; untrusted.
    pub title: String,
    /// Its page, if that is an address of the web.
    pub url: Option<String>,
    /// The account that opened it; untrusted.
    pub author: Option<String>,
    /// Its labels.
    pub labels: BTreeSet<String>,
    /// The day it was opened, in UTC.
    pub opened: Date,
    /// When anything of it changed last.
    pub updated: Timestamp,
    /// Whether its author says that it is not finished.
    pub is_draft: bool,
    /// What people have decided: `APPROVED`, `CHANGES_REQUESTED`, if the forge says so.
    pub decision: Option<String>,
    /// Its newest commit as a full hash, as far as the forge says it.
    pub head: Option<String>,
    /// The listings whose folders it touches, as far as the forge names files.
    pub slugs: BTreeSet<String>,
}

/// What a file of submissions holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// What could be read, in the order of numbers, each once.
    pub submissions: Vec<Submission>,
    /// Why entries were passed over.
    pub passed_over: Vec<String>,
}

/// Reads `text`.
///
/// # Errors
/// When it is no JSON, or no list.
pub fn read(text: &str) -> Result<Read, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("invalid JSON: {error}"))?;
    let Value::Array(entries) = value else {
        return Err("not a list of pull requests: expected the output of `gh pr list --json …` or of a forge's API".to_owned());
    };
    let mut read = Read::default();
    let mut known = BTreeSet::new();
    for (place, entry) in entries.iter().enumerate() {
        if read.submissions.len() == MAX_SUBMISSIONS {
            read.passed_over.push(format!("{} entries after the first {MAX_SUBMISSIONS}", entries.len() - place));
            break;
        }
        match submission(entry) {
            Ok(Some(submission)) if known.insert(submission.number) => read.submissions.push(submission),
            Ok(Some(submission)) => read.passed_over.push(format!("entry {}: duplicate number {}", place + 1, submission.number)),
            Ok(None) => {}
            Err(why) => read.passed_over.push(format!("entry {}: {why}", place + 1)),
        }
    }
    read.submissions.sort_by_key(|submission| submission.number);
    Ok(read)
}

/// One entry; nothing of one that is closed.
fn submission(entry: &Value) -> Result<Option<Submission>, String> {
    let text = |keys: &[&str]| keys.iter().find_map(|key| entry.get(key)?.as_str());
    if let Some(state) = text(&["state"])
        && !matches!(state, "OPEN" | "open" | "opened")
    {
        return Ok(None);
    }
    // GitLab's `id` counts over all projects: what people see is `iid`.
    let number =
        ["iid", "number"].iter().find_map(|key| entry.get(key)?.as_u64()).filter(|number| *number > 0).ok_or("it has no number")?;
    let opened = text(&["createdAt", "created_at"]).ok_or_else(|| format!("number {number} has no creation date"))?;
    let moment = |text: &str| text.parse::<Timestamp>().map_err(|_| format!("number {number} has an invalid time, `{}`", line(text)));
    let created = moment(opened)?;
    let updated = text(&["updatedAt", "updated_at"]).map(moment).transpose()?.unwrap_or(created);
    let author = ["author", "user"].iter().find_map(|key| {
        let author = entry.get(key)?;
        author.get("login").or_else(|| author.get("username"))?.as_str()
    });
    Ok(Some(Submission {
        number,
        title: line(text(&["title"]).unwrap_or_default()),
        url: text(&["html_url", "web_url", "url"]).and_then(web),
        author: author.map(line).filter(|name| !name.is_empty()),
        labels: items(entry, "labels").filter_map(|label| label.as_str().or_else(|| label.get("name")?.as_str())).map(line).collect(),
        opened: created.to_zoned(TimeZone::UTC).date(),
        updated,
        is_draft: ["isDraft", "draft", "work_in_progress"].iter().any(|key| entry.get(key).and_then(Value::as_bool) == Some(true)),
        decision: text(&["reviewDecision"]).filter(|decision| !decision.is_empty()).map(line),
        head: head(entry).filter(|hash| Object::parse(hash).is_some()).map(str::to_owned),
        slugs: items(entry, "files").filter_map(|file| slug(file.get("path").or_else(|| file.get("filename"))?.as_str()?)).collect(),
    }))
}

/// The newest commit: of `gh pr list`, of GitHub's and Forgejo's interfaces, and of GitLab's.
fn head(entry: &Value) -> Option<&str> {
    entry.get("headRefOid").or_else(|| entry.get("head")?.get("sha")).or_else(|| entry.get("sha"))?.as_str()
}

fn items<'entry>(entry: &'entry Value, key: &str) -> impl Iterator<Item = &'entry Value> {
    entry.get(key).and_then(Value::as_array).into_iter().flatten().take(MAX_ITEMS)
}

/// The address if a browser may follow it.
fn web(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let is_sound = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    is_sound.then(|| url.to_string())
}

/// The listing whose folder holds the file at `path`.
fn slug(path: &str) -> Option<String> {
    let mut segments = path.split('/').skip_while(|segment| *segment != "listings").skip(1);
    let slug = segments.next()?;
    segments.next()?;
    let is_slug = !slug.is_empty() && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    is_slug.then(|| slug.to_owned())
}

/// `text` on one line, cut off, with what hides itself spelt out and mail addresses taken out.
pub(super) fn line(text: &str) -> String {
    let words = without_mail(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    printable(&clipped(&words, MAX_CHARS))
}

/// `text` with `…` for everything that looks like a mail address. A mention, `@name`, is none.
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
    fn three_forges_say_the_same() {
        let only = |text: &str| {
            let mut read = read(text).expect("a list");
            assert_eq!(read.passed_over, Vec::<String>::new());
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
    fn what_is_odd_is_named_and_passed_over() {
        let text = r#"[1, null, {}, {"number": -1}, {"number": 3}, {"number": 4, "createdAt": "yesterday"},
            {"number": 5, "createdAt": "2026-11-18T00:00:00Z", "state": "MERGED"},
            {"number": 6, "createdAt": "2026-11-18T00:00:00Z", "labels": 7, "files": {"a": 1}, "author": "x", "title": ["y"]},
            {"number": 6, "createdAt": "2026-11-18T00:00:00Z"}]"#;
        let read = read(text).expect("a list");
        assert_eq!(read.submissions.iter().map(|submission| submission.number).collect::<Vec<_>>(), [6]);
        assert_eq!(read.passed_over.len(), 7, "{:?}", read.passed_over);
        assert!(super::read("{}").is_err() && super::read("nonsense").is_err());
    }

    #[test]
    fn nothing_hostile_comes_along() {
        let text = r#"[{"number": 1, "createdAt": "2026-11-18T00:00:00Z", "title": "a\u001b[31m\n\u202eb me@mail.example", "url": "javascript:alert(1)",
            "author": {"login": "x\u0000y"}, "files": [{"path": "content/listings/../../etc/passwd"}, {"path": "content/listings/<b>/x"}]}]"#;
        let submission = read(text).expect("a list").submissions.pop().expect("one");
        assert_eq!(submission.title, "a\\u{1b}[31m \\u{202e}b …");
        assert_eq!(submission.url, None);
        assert_eq!(submission.author.as_deref(), Some("x\\u{0}y"));
        assert_eq!(submission.slugs, BTreeSet::new());
        assert_eq!(line("ask (me@a.example), `b@c.example`: <d@e> or @plover"), "ask (…), `…`: <…> or @plover");
    }
}
