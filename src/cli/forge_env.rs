//! What a forge's CI says about the change it runs for: revisions, author, day of submission. One of the places that read the environment.
//!
//! GitHub and Forgejo write the event into a file; its form is that of [GitHub's webhook](https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request).
//! GitLab sets [variables](https://docs.gitlab.com/ci/variables/predefined_variables/) and does not say who wrote the change.
#![expect(clippy::disallowed_methods, reason = "this is where a command asks the environment")]

use std::env::var;
use std::fs::File;
use std::io::Read as _;

use jiff::civil::Date;
use serde_json::Value;

/// The known facts about a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ForgeEnv {
    pub(super) forge: Option<&'static str>,
    pub(super) base: Option<String>,
    pub(super) head: Option<String>,
    pub(super) author_id: Option<String>,
    pub(super) author_login: Option<String>,
    pub(super) submitted: Option<Date>,
}

/// The most bytes of an event that are read.
const MAX_EVENT: u64 = 8 * 1024 * 1024;

/// Reads the environment of a CI job; all `None` elsewhere.
pub(super) fn read() -> ForgeEnv {
    if set("GITLAB_CI") {
        // The target's tip is known in pipelines for merged results only.
        let base = var("CI_MERGE_REQUEST_TARGET_BRANCH_SHA")
            .ok()
            .filter(|sha| !sha.is_empty())
            .or_else(|| var("CI_MERGE_REQUEST_DIFF_BASE_SHA").ok());
        let head = var("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA").ok().filter(|sha| !sha.is_empty()).or_else(|| var("CI_COMMIT_SHA").ok());
        return ForgeEnv { forge: Some("gitlab"), base, head, ..ForgeEnv::default() };
    }
    let forge = if set("FORGEJO_ACTIONS") {
        "forgejo"
    } else if set("GITEA_ACTIONS") {
        "gitea"
    } else if set("GITHUB_ACTIONS") {
        "github"
    } else {
        return ForgeEnv::default();
    };
    let event = var("GITHUB_EVENT_PATH").ok().and_then(|path| {
        let mut text = String::new();
        File::open(path).ok()?.take(MAX_EVENT).read_to_string(&mut text).ok()?;
        serde_json::from_str(&text).ok()
    });
    of_event(forge, &event.unwrap_or_default())
}

fn set(name: &str) -> bool {
    var(name).is_ok_and(|value| value == "true")
}

/// Reads the event of a pull request.
fn of_event(forge: &'static str, event: &Value) -> ForgeEnv {
    let request = &event["pull_request"];
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let number = |value: &Value| value.as_u64().map(|number| number.to_string());
    ForgeEnv {
        forge: Some(forge),
        base: text(&request["base"]["sha"]),
        head: text(&request["head"]["sha"]),
        author_id: number(&request["user"]["id"]),
        author_login: text(&request["user"]["login"]),
        submitted: request["created_at"].as_str().and_then(|moment| moment.get(..10)?.parse().ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_gives_revisions_and_the_authors_number() {
        let event = r#"{"pull_request": {"base": {"sha": "aa"}, "head": {"sha": "bb"}, "user": {"id": 990000107, "login": "wren"}, "created_at": "2026-11-20T23:59:59Z"}}"#;
        let env = of_event("github", &serde_json::from_str(event).expect("JSON"));
        assert_eq!((env.base.as_deref(), env.head.as_deref()), (Some("aa"), Some("bb")));
        assert_eq!((env.author_id.as_deref(), env.author_login.as_deref()), (Some("990000107"), Some("wren")));
        assert_eq!(env.submitted, Some(jiff::civil::date(2026, 11, 20)));
    }

    #[test]
    fn an_event_of_another_kind_gives_nothing() {
        for event in ["{}", "[]", "null", r#"{"pull_request": {"user": {"id": "990000107"}, "base": 3}}"#] {
            let env = of_event("github", &serde_json::from_str(event).expect("JSON"));
            assert_eq!(env, ForgeEnv { forge: Some("github"), ..ForgeEnv::default() }, "{event}");
        }
    }
}
