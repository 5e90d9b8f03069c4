//! The shell steps of the recipes, taken from the YAML as it is and run with bash on real repositories. `gh`, `curl`, `unzip` and `pressmark` are stand-ins in
//! `tests/fixtures/forge/bin`, which note what they are asked; with `PRESSMARK=FILE` in the environment, that program takes the place of the last.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use pressmark::forge::{self, Forge};
use pressmark::parse::yaml::Node;
use serde_json::{Value, json};

use crate::forge::{get, items, parsed, text};
use crate::support::{pressmark, printed, program, root};

/// What a submitter may call things, in the hope that a shell reads it.
const HOSTILE: &str = "$(touch ran)`touch ran`;touch ran;\"'\n::error::x";

/// The text that the step `step` of `job` runs.
fn step(path: &str, job: &str, step: &str) -> String {
    let forge = Forge::ALL.into_iter().find(|forge| path.contains(&format!(".{}", forge.name()))).expect("a forge");
    let file = forge::files(forge, &pressmark::catalogue::RawCatalogue::default(), "content/")
        .into_iter()
        .find(|file| file.path == path)
        .expect("a recipe");
    let root = parsed(path, &file.text);
    let of_jobs = get(&root, "jobs").and_then(|jobs| get(jobs, job)).and_then(|job| get(job, "steps")).map(items);
    let named = |node: &&Node| get(node, "name").map(text) == Some(step);
    let run = match of_jobs {
        Some(steps) => steps.iter().find(named).and_then(|step| get(step, "run")),
        None => get(&root, job).and_then(|job| get(job, "script")).and_then(|script| items(script).first()),
    };
    text(run.unwrap_or_else(|| panic!("{path}: {job}: {step}"))).to_owned()
}

/// A published catalogue, a submission to it, and a place to run steps in.
struct Stage {
    scratch: tempfile::TempDir,
    base: String,
    head: String,
    env: BTreeMap<String, String>,
}

impl Stage {
    /// A catalogue with the recipes of `forge`, and a submission at `reference` that tries what submissions should not.
    fn of(forge: &str, reference: &str) -> Self {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let at = |path: &str| scratch.path().join(path);
        let origin = at("origin");
        let made = pressmark(scratch.path(), &["init", "--forge", forge, "origin"]);
        assert_eq!(made.status.code(), Some(0), "{}", printed(&made));
        git(&origin, &["init", "--quiet", "--initial-branch=main"]);
        git(&origin, &["add", "--all"]);
        git(&origin, &["commit", "--quiet", "--message=Base"]);
        let base = git(&origin, &["rev-parse", "HEAD"]);
        git(&origin, &["switch", "--quiet", "--create=submission"]);
        // The submission brings a recipe, a program and a policy of its own.
        let listing = origin.join("content/listings/channel-messages/listing.yaml");
        fs::write(&listing, fs::read_to_string(&listing).expect("a text") + "# more\n").expect("a file");
        fs::write(origin.join("ci/install-pressmark.sh"), "#!/bin/sh\ntouch ran\n").expect("a file");
        fs::write(origin.join("ci/pressmark.env"), "touch ran\n").expect("a file");
        fs::write(origin.join("content/catalogue.yaml"), "title: Mine\n").expect("a file");
        fs::write(origin.join(".gitattributes"), "* filter=evil\n").expect("a file");
        git(&origin, &["add", "--all"]);
        git(&origin, &["commit", "--quiet", &format!("--message={HOSTILE}")]);
        let head = git(&origin, &["rev-parse", "HEAD"]);
        git(&origin, &["update-ref", reference, &head]);
        git(&origin, &["switch", "--quiet", "main"]);
        git(&origin, &["branch", "--quiet", "-D", "submission"]);

        for folder in ["bin", "stub/answers", "temp", "home"] {
            fs::create_dir_all(at(folder)).expect("a folder");
        }
        for name in ["gh", "curl", "unzip", "pressmark"] {
            let own = std::env::var("PRESSMARK").ok().filter(|_| name == "pressmark");
            let from = own.map_or_else(|| root().join("tests/fixtures/forge/bin").join(name), PathBuf::from);
            fs::copy(from, at("bin").join(name)).expect("a stand-in");
        }
        let event = json!({"pull_request": {"title": HOSTILE, "created_at": "2026-11-20T10:00:00Z", "head": {"ref": HOSTILE}, "user": {"login": HOSTILE, "id": 77}}});
        fs::write(at("event.json"), event.to_string()).expect("a file");
        let path = |path: PathBuf| path.to_string_lossy().into_owned();
        let env = [
            ("PATH", format!("{}:{}", path(at("bin")), std::env::var("PATH").expect("a PATH"))),
            ("HOME", path(at("home"))),
            ("STUB", path(at("stub"))),
            ("CONTENT", "content".to_owned()),
            ("WITHIN", "^content/".to_owned()),
            ("PR", "7".to_owned()),
            ("HEAD", head.clone()),
            ("AUTHOR_ID", "77".to_owned()),
            ("BRANCH", "main".to_owned()),
            ("TOKEN", "s3cret".to_owned()),
            ("GH_TOKEN", "s3cret".to_owned()),
            ("TITLE", HOSTILE.to_owned()),
            ("GITHUB_HEAD_REF", HOSTILE.to_owned()),
            ("GITHUB_SHA", base.clone()),
            ("GITHUB_SERVER_URL", "https://forge.example".to_owned()),
            ("GITHUB_REPOSITORY", "o/r".to_owned()),
            ("GITHUB_RUN_ID", "99".to_owned()),
            ("GITHUB_RUN_NUMBER", "9".to_owned()),
            ("GITHUB_EVENT_PATH", path(at("event.json"))),
            ("GITHUB_OUTPUT", path(at("output"))),
            ("RUNNER_TEMP", path(at("temp"))),
        ];
        let env = env.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { scratch, base, head, env }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.scratch.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_default()
    }

    fn write(&self, path: &str, text: &str) {
        let place = self.at(path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::write(place, text).expect("a file");
    }

    /// What the forge answers when it is asked for `url`.
    fn answers(&self, url: &str, answer: &Value) {
        self.write(&format!("stub/answers/{}.json", url.replace('/', "_")), &answer.to_string());
    }

    fn set(&mut self, name: &str, value: &str) {
        self.env.insert(name.to_owned(), value.to_owned());
    }

    /// Runs `script` in the folder `work`, as a runner would.
    fn bash(&self, script: &str) -> Output {
        let work = self.at("work");
        fs::create_dir_all(&work).expect("a folder");
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).current_dir(&work).env_clear().envs(&self.env);
        // `ran` would be where the step runs, or in the clone.
        let output = command.output().expect("bash");
        assert!(!work.join("ran").exists() && !self.at("origin/ran").exists(), "something of the submission was run:\n{script}");
        output
    }

    #[track_caller]
    fn passes(&self, script: &str) -> String {
        let output = self.bash(script);
        assert_eq!(output.status.code(), Some(0), "{}\n{script}", printed(&output));
        printed(&output)
    }

    #[track_caller]
    fn fails(&self, script: &str) -> String {
        let output = self.bash(script);
        assert_ne!(output.status.code(), Some(0), "{}\n{script}", printed(&output));
        printed(&output)
    }

    /// What was changed at the forge since the last time, a line each.
    fn calls(&self) -> Vec<String> {
        let calls = self.read("stub/calls").lines().map(|line| line.trim_end().to_owned()).collect();
        let _ = fs::remove_file(self.at("stub/calls"));
        calls
    }

    /// A review as the untrusted job leaves it.
    fn reviewed(&self, verdict: &str, labels: &[&str], head: &str) {
        let review = json!({"verdict": verdict, "labels": labels, "base": self.base, "head": head});
        self.write("work/review/review.json", &review.to_string());
        self.write("work/review/comment.md", "<!-- pressmark-review -->\nThe `review`.\n");
        self.write("work/review/notice.md", "@zed: the notice\n");
    }
}

/// What git prints, without the last line end.
fn git(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new("git");
    command
        .args(["-c", "user.name=Test", "-c", "user.email=test@test.example", "-c", "commit.gpgSign=false"])
        .args(args)
        .current_dir(folder);
    let output = command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").output().expect("git");
    assert!(output.status.success(), "git {args:?}: {}", printed(&output));
    String::from_utf8(output.stdout).expect("UTF-8").trim_end().to_owned()
}

/// A review by the account `id`. Both GitHub and Forgejo answer the oldest first.
fn reviewed_by(id: u32, state: &str, commit: &str, day: u32) -> Value {
    json!({"id": day, "user": {"id": id, "login": HOSTILE}, "state": state, "commit_id": commit, "submitted_at": format!("2026-11-{day:02}T10:00:00Z"), "body": HOSTILE})
}

/// Approvals of the newest commit, of an older one, and one that was taken back.
fn approvals(stage: &Stage) -> Value {
    let review = |id: u32, state: &str, commit: &str| reviewed_by(id, state, commit, 20);
    json!([review(31, "APPROVED", &stage.head), review(32, "APPROVED", &stage.base), review(33, "DISMISSED", &stage.head)])
}

/// Approvals of the newest commit by accounts that have said something else before or since, in two pages. `changes` is the forge's word for a request of
/// changes, `comment` the one for a comment. Of 41, 44 and 45 the approval is the last word.
fn second_thoughts(stage: &Stage, changes: &str, comment: &str) -> [Value; 2] {
    let review = |id: u32, state: &str, day: u32| reviewed_by(id, state, &stage.head, day);
    let ghost = json!({"user": null, "id": 11, "state": "APPROVED", "commit_id": stage.head, "submitted_at": "2026-11-11T10:00:00Z"});
    let first = json!([
        review(41, changes, 10),
        review(41, "APPROVED", 11),
        review(42, "APPROVED", 11),
        review(43, "APPROVED", 11),
        review(44, "APPROVED", 11),
        review(44, comment, 12),
        review(45, "DISMISSED", 10),
        reviewed_by(46, "APPROVED", &stage.head, 11),
        ghost,
    ]);
    let second = json!([
        review(42, changes, 13),
        review(43, "DISMISSED", 13),
        review(45, "APPROVED", 13),
        review(45, "PENDING", 14),
        reviewed_by(46, "APPROVED", &stage.base, 13),
    ]);
    [first, second]
}

const REVIEW: &str = ".github/workflows/pressmark-review.yml";

fn github() -> Stage {
    Stage::of("github", "refs/pull/7/head")
}

#[test]
fn github_reads_a_submission_without_checking_it_out() {
    let stage = github();
    git(stage.scratch.path(), &["clone", "--quiet", "origin", "work"]);
    stage.passes(&step(REVIEW, "read", "Install Pressmark"));
    stage.passes(&step(REVIEW, "read", "Fetch the submission as git objects"));
    stage.answers("repos/o/r/pulls/7/reviews", &approvals(&stage));
    stage.passes(&step(REVIEW, "read", "Ask who has approved this very commit"));
    stage.passes(&step(REVIEW, "read", "Ask who filled in the form"));
    stage.passes(&step(REVIEW, "read", "Review"));
    assert_eq!(git(&stage.at("work"), &["rev-parse", "HEAD"]), stage.base);
    assert_eq!(git(&stage.at("work"), &["status", "--porcelain"]), "");
    assert!(stage.read("temp/review/review.json").contains(&stage.head));
    assert!(stage.read("temp/review/comment.md").starts_with("<!-- pressmark-review -->"));
    if std::env::var("PRESSMARK").is_err() {
        let call = stage.read("bin/pressmark-calls");
        assert!(
            call.starts_with(&format!(
                "review --base {} --head {} --content content --forge github --author-id 77 --submitted 2026-11-20 --approver-id 31 --preview ",
                stage.base, stage.head
            )),
            "{call}"
        );
        assert!(call.contains(" --preview-url https://forge.example/o/r/actions/runs/99#artifacts "), "{call}");
        let environment = stage.read("bin/pressmark-environment");
        assert!(!environment.contains("s3cret") && !environment.contains("touch ran"), "{environment}");
    }
}

#[test]
fn github_counts_no_approval_that_was_withdrawn() {
    let stage = github();
    let [first, second] = second_thoughts(&stage, "CHANGES_REQUESTED", "COMMENTED");
    stage.answers("repos/o/r/pulls/7/reviews", &first);
    stage.answers("repos/o/r/pulls/7/reviews_page_2", &second);
    stage.passes(&step(REVIEW, "read", "Ask who has approved this very commit"));
    assert_eq!(stage.read("temp/approvers.txt"), "41\n44\n45\n");
    stage.answers("repos/o/r/pulls/7/reviews", &json!([]));
    stage.answers("repos/o/r/pulls/7/reviews_page_2", &json!([]));
    stage.passes(&step(REVIEW, "read", "Ask who has approved this very commit"));
    assert_eq!(stage.read("temp/approvers.txt"), "");
}

#[test]
fn github_mentions_a_valid_login_and_reviews_only_the_newest_commit() {
    let mut stage = github();
    git(stage.scratch.path(), &["clone", "--quiet", "origin", "work"]);
    stage.write("temp/approvers.txt", "");
    stage.write("temp/submitter.txt", "");
    stage.write("event.json", r#"{"pull_request": {"created_at": "2026-11-20T10:00:00Z", "user": {"login": "dependabot[bot]"}}}"#);
    stage.passes(&step(REVIEW, "read", "Install Pressmark"));
    stage.passes(&step(REVIEW, "read", "Review"));
    if std::env::var("PRESSMARK").is_err() {
        assert!(stage.read("bin/pressmark-calls").contains(" --author-login dependabot[bot] "), "{}", stage.read("bin/pressmark-calls"));
    }
    stage.set("HEAD", &"1".repeat(40));
    let said = stage.fails(&step(REVIEW, "read", "Fetch the submission as git objects"));
    assert!(said.contains("the pull request has moved on"), "{said}");
}

#[test]
fn the_person_who_filled_in_a_form_is_mentioned_and_only_if_the_forms_workflow_opened_the_pull_request() {
    let stage = github();
    git(stage.scratch.path(), &["clone", "--quiet", "origin", "work"]);
    stage.passes(&step(REVIEW, "read", "Install Pressmark"));
    stage.write("temp/approvers.txt", "");
    stage.answers("repos/o/r/issues/12", &json!({"user": {"login": "wren"}}));
    stage.answers("repos/o/r/issues/13", &json!({"user": {"login": HOSTILE}}));
    let ask = |login: &str, kind: &str, repository: &str, branch: &str| {
        let head = json!({"ref": branch, "repo": {"full_name": repository}});
        let event = json!({"pull_request": {"created_at": "2026-11-20T10:00:00Z", "user": {"login": login, "type": kind}, "head": head}});
        stage.write("event.json", &event.to_string());
        stage.passes(&step(REVIEW, "read", "Ask who filled in the form"));
        stage.read("temp/submitter.txt")
    };
    let bot = "github-actions[bot]";
    for (login, kind, repository, branch) in [
        ("mallory", "User", "o/r", "form-12"),
        (bot, "Bot", "mallory/r", "form-12"),
        (bot, "Bot", "o/r", "form-12/../13"),
        (bot, "Bot", "o/r", HOSTILE),
        (bot, "Bot", "o/r", "form-13"),
        (bot, "Bot", "o/r", "form-14"),
    ] {
        assert_eq!(ask(login, kind, repository, branch), "", "{login} {repository} {branch}");
    }
    assert_eq!(ask(bot, "Bot", "o/r", "form-12"), "wren\n");
    stage.passes(&step(REVIEW, "read", "Review"));
    if std::env::var("PRESSMARK").is_err() {
        assert!(stage.read("bin/pressmark-calls").contains(" --submitter-login wren "), "{}", stage.read("bin/pressmark-calls"));
    }
}

#[test]
fn a_verdict_against_the_submission_is_a_review_and_a_breakdown_is_none() {
    let stage = github();
    git(stage.scratch.path(), &["clone", "--quiet", "origin", "work"]);
    stage.passes(&step(REVIEW, "read", "Install Pressmark"));
    stage.write("temp/approvers.txt", "");
    stage.write("temp/submitter.txt", "");
    stage.write("bin/verdict", "changes");
    stage.passes(&step(REVIEW, "read", "Review"));
    stage.write("bin/pressmark", "#!/bin/sh\nexit 2\n");
    stage.fails(&step(REVIEW, "read", "Review"));
}

#[test]
fn github_believes_no_review_of_another_commit() {
    let stage = github();
    let look = step(REVIEW, "tell", "Look at the review before it is believed");
    stage.answers("repos/o/r/pulls/7", &json!({"head": {"sha": stage.head}}));
    stage.reviewed("approve", &[], &stage.head);
    stage.passes(&look);
    assert_eq!(stage.read("output"), "current=yes\n");
    stage.reviewed("approve", &[], &stage.base);
    stage.fails(&look);
    stage.reviewed("merge at once", &[], &stage.head);
    stage.fails(&look);
    stage.reviewed("approve", &[], &stage.head);
    stage.write("work/review/comment.md", "Hello\n<!-- pressmark-review -->\n");
    stage.fails(&look);
    stage.write("work/review/comment.md", &format!("<!-- pressmark-review -->\n{}", "x".repeat(65_000)));
    stage.fails(&look);
    stage.reviewed("approve", &[], &stage.head);
    stage.answers("repos/o/r/pulls/7", &json!({"head": {"sha": stage.base}}));
    fs::remove_file(stage.at("output")).expect("the output");
    stage.passes(&look);
    assert_eq!(stage.read("output"), "current=no\n", "a force-push came in between");
}

#[test]
fn github_keeps_one_comment_of_its_own_and_touches_no_one_elses() {
    let stage = github();
    let post = step(REVIEW, "tell", "Post or update the comment");
    stage.reviewed("review", &[], &stage.head);
    let comment = |id: u32, login: &str, kind: &str| json!({"id": id, "user": {"login": login, "type": kind}, "body": "<!-- pressmark-review -->\nOld"});
    stage.answers("repos/o/r/issues/7/comments", &json!([comment(1, "mallory", "User"), comment(2, "evil[bot]", "Bot")]));
    stage.passes(&post);
    let body = r#"{"body":"<!-- pressmark-review -->\nThe `review`.\n"}"#;
    assert_eq!(stage.calls(), [format!("POST repos/o/r/issues/7/comments {body}")]);
    stage.answers("repos/o/r/issues/7/comments", &json!([comment(1, "mallory", "User"), comment(3, "github-actions[bot]", "Bot")]));
    stage.passes(&post);
    assert_eq!(stage.calls(), [format!("PATCH repos/o/r/issues/comments/3 {body}")]);
}

/// The second line of a comment with the verdict `verdict`, and the comment.
fn with_verdict(verdict: &str) -> String {
    format!("<!-- pressmark-review -->\n<!-- pressmark-verdict: {verdict} -->\nThe `review`.\n")
}

/// Which of the comments at a forge are followed by a notice, when the verdict is `changes` now.
const NEWS: [(&str, bool); 3] = [("review", true), ("changes", false), ("approve", true)];

#[test]
fn github_mentions_the_submitter_when_the_verdict_is_another_one() {
    let stage = github();
    let post = step(REVIEW, "tell", "Post or update the comment");
    stage.reviewed("changes", &[], &stage.head);
    stage.write("work/review/comment.md", &with_verdict("changes"));
    let ours = |body: &str| json!([{"id": 3, "user": {"login": "github-actions[bot]", "type": "Bot"}, "body": body}]);
    let notice = r#"POST repos/o/r/issues/7/comments {"body":"@zed: the notice\n"}"#;
    for (before, is_news) in NEWS {
        stage.answers("repos/o/r/issues/7/comments", &ours(&with_verdict(before)));
        stage.passes(&post);
        let calls = stage.calls();
        assert_eq!((calls.len(), calls.iter().any(|call| call == notice)), (1 + usize::from(is_news), is_news), "{before}: {calls:?}");
    }
    for first in [json!([]), ours("<!-- pressmark-review -->\n### Of an earlier version")] {
        stage.answers("repos/o/r/issues/7/comments", &first);
        stage.passes(&post);
        assert_eq!(stage.calls().len(), 1, "a first comment is a message by itself");
    }
}

#[test]
fn forgejo_mentions_the_submitter_when_the_verdict_is_another_one() {
    let mut stage = Stage::of("forgejo", "refs/pull/7/head");
    stage.set("MERGE", "");
    stage.reviewed("changes", &[], &stage.head);
    stage.write("work/review/comment.md", &with_verdict("changes"));
    stage.answers("repos/o/r/pulls/7", &json!({"head": {"sha": stage.head}}));
    stage.answers("repos/o/r/issues/7/labels", &json!([]));
    stage.answers("repos/o/r/labels", &json!([]));
    for (before, is_news) in NEWS {
        stage.answers(
            "repos/o/r/issues/7/comments",
            &json!([{"id": 3, "user": {"login": "forgejo-actions"}, "body": with_verdict(before)}]),
        );
        stage.passes(&step(FORGEJO, "tell", "Post the comment, set the labels, merge"));
        let calls = stage.calls();
        assert_eq!((calls.len(), calls.iter().any(|call| call.contains("@zed"))), (1 + usize::from(is_news), is_news), "{calls:?}");
    }
}

#[test]
fn gitlab_mentions_the_submitter_when_the_verdict_is_another_one() {
    let stage = gitlab();
    stage.answers("user", &json!({"id": 50}));
    stage.answers("projects/1/merge_requests/7", &json!({"sha": stage.head}));
    stage.write("work/out/7/review.json", &json!({"verdict": "changes", "labels": [], "base": stage.base, "head": stage.head}).to_string());
    stage.write("work/out/7/comment.md", &format!("{}Another commit.\n", with_verdict("changes")));
    stage.write("work/out/7/notice.md", "@zed: the notice\n");
    for (before, is_news) in NEWS {
        stage.answers(
            "projects/1/merge_requests/7/notes",
            &json!([{"id": 2, "author": {"id": 50}, "body": with_verdict(before).trim_end()}]),
        );
        stage.passes(&step(".gitlab-ci.yml", "tell", ""));
        let calls = stage.calls();
        let notice = r#"POST projects/1/merge_requests/7/notes {"body":"@zed: the notice\n"}"#;
        assert_eq!((calls.len(), calls.iter().any(|call| call == notice)), (2 + usize::from(is_news), is_news), "{before}: {calls:?}");
    }
}

#[test]
fn github_sets_and_removes_known_labels_only() {
    let stage = github();
    stage.reviewed("review", &["update", "ready-to-merge", "form-accepted", HOSTILE], &stage.head);
    stage.answers("repos/o/r/issues/7/labels", &json!([{"name": "update"}, {"name": "waits-for-submitter"}, {"name": "good first issue"}]));
    stage.passes(&step(REVIEW, "tell", "Set the labels"));
    let calls = ["DELETE repos/o/r/issues/7/labels/waits-for-submitter", "POST repos/o/r/issues/7/labels labels[]=ready-to-merge"];
    assert_eq!(stage.calls(), calls);
}

#[test]
fn github_says_by_its_status_who_is_to_act() {
    let stage = github();
    for (verdict, state) in [("approve", "success"), ("review", "success"), ("changes", "failure"), ("reject", "failure")] {
        stage.reviewed(verdict, &[], &stage.head);
        stage.passes(&step(REVIEW, "tell", "Set the status"));
        let calls = stage.calls();
        assert!(calls[0].starts_with(&format!("POST repos/o/r/statuses/{} state={state} description=", stage.head)), "{calls:?}");
    }
}

/// Two fixes as the untrusted job leaves them: beside one line, and beside three with words that a shell would run.
fn fixes() -> Value {
    let fix = |path: &str, first: u32, last: u32, body: &str| json!({"path": path, "first_line": first, "last_line": last, "body": body});
    json!([fix("content/listings/a/listing.yaml", 3, 3, "**error**: x"), fix("content/listings/a/README.md", 1, 3, HOSTILE)])
}

#[test]
fn github_offers_a_fix_beside_its_lines_as_long_as_it_is_not_there() {
    let stage = github();
    let offer = step(REVIEW, "tell", "Offer the fixes beside their lines");
    stage.reviewed("changes", &[], &stage.head);
    stage.answers("repos/o/r/pulls/7/comments", &json!([]));
    stage.passes(&offer);
    assert_eq!(stage.calls(), Vec::<String>::new(), "there is nothing to offer");

    let known = |login: &str, line: Option<u32>| json!({"user": {"login": login, "type": if login.contains('[') { "Bot" } else { "User" }}, "path": "content/listings/a/listing.yaml", "line": line, "body": "**error**: x"});
    stage.write("work/review/suggestions.json", &fixes().to_string());
    stage.answers("repos/o/r/pulls/7/comments", &json!([known("mallory", Some(3)), known("github-actions[bot]", None)]));
    stage.passes(&offer);
    let calls = stage.calls();
    let [call] = &calls[..] else { panic!("{calls:?}") };
    let review: Value = serde_json::from_str(call.strip_prefix("POST repos/o/r/pulls/7/reviews ").expect("a review")).expect("JSON");
    assert_eq!((&review["commit_id"], &review["event"]), (&json!(stage.head), &json!("COMMENT")));
    let one = json!({"path": "content/listings/a/listing.yaml", "body": "**error**: x", "side": "RIGHT", "line": 3});
    let three = json!({"path": "content/listings/a/README.md", "body": HOSTILE, "side": "RIGHT", "line": 3, "start_line": 1, "start_side": "RIGHT"});
    assert_eq!(review["comments"], json!([one, three]));

    stage.answers("repos/o/r/pulls/7/comments", &json!([known("github-actions[bot]", Some(3))]));
    stage.passes(&offer);
    let calls = stage.calls();
    assert!(calls.len() == 1 && !calls[0].contains("**error**: x"), "{calls:?}");
    stage.answers("repos/o/r/pulls/7/comments", &json!([known("github-actions[bot]", Some(9))]));
    stage.passes(&offer);
    assert!(stage.calls()[0].contains("**error**: x"), "the same slip on another line is another one");
    stage.write("work/review/suggestions.json", "[]");
    stage.passes(&offer);
    assert_eq!(stage.calls(), Vec::<String>::new());
    stage.write("work/review/suggestions.json", &json!([{"body": "x".repeat(400_000)}]).to_string());
    stage.passes(&offer);
    assert_eq!(stage.calls(), Vec::<String>::new());
}

/// A pull request that is ready to be merged, but for `key`.
fn pull(stage: &Stage, key: &str, value: Value) {
    let mut pull = json!({"state": "open", "draft": false, "head": {"sha": stage.head}, "base": {"ref": "main"}, "changed_files": 1});
    pull[key] = value;
    stage.answers("repos/o/r/pulls/7", &pull);
}

/// Puts everything in order for a merge without a person.
fn ready(stage: &Stage) {
    stage.reviewed("approve", &[], &stage.head);
    pull(stage, "draft", json!(false));
    stage.answers("repos/o/r/pulls/7/files", &json!([{"filename": "content/listings/slack-messages/listing.yaml"}]));
    stage.answers(&format!("repos/o/r/compare/{}...main", stage.base), &json!({"status": "identical", "files": []}));
}

#[test]
fn github_merges_a_routine_change_at_the_commit_that_was_reviewed() {
    let stage = github();
    ready(&stage);
    let merge = step(REVIEW, "merge", "Merge");
    stage.passes(&merge);
    let merged = [
        format!("gh pr merge 7 --repo o/r --squash --match-head-commit {}", stage.head),
        "gh workflow run pressmark-publish.yml --repo o/r --ref main".to_owned(),
    ];
    assert_eq!(stage.calls(), merged);
    let moved = |file: &str| json!({"status": "ahead", "files": [{"filename": file}]});
    stage.answers(&format!("repos/o/r/compare/{}...main", stage.base), &moved("content/listings/another/listing.yaml"));
    stage.passes(&merge);
    assert_eq!(stage.calls(), merged, "another listing was merged meanwhile");
}

#[test]
fn github_merges_nothing_that_a_person_should_see() {
    let merge = step(REVIEW, "merge", "Merge");
    type Spoil<'a> = (&'a str, Box<dyn Fn(&Stage)>);
    let file = |name: &'static str| {
        Box::new(move |stage: &Stage| stage.answers("repos/o/r/pulls/7/files", &json!([{"filename": name}]))) as Box<dyn Fn(&Stage)>
    };
    let since = |status: &'static str, name: &'static str| {
        Box::new(move |stage: &Stage| {
            let answer = json!({"status": status, "files": [{"filename": name}]});
            stage.answers(&format!("repos/o/r/compare/{}...main", stage.base), &answer);
        }) as Box<dyn Fn(&Stage)>
    };
    let spoils: Vec<Spoil<'_>> = vec![
        ("the verdict is not to approve", Box::new(|stage| stage.reviewed("review", &[], &stage.head))),
        ("the verdict is not to approve", Box::new(|stage| stage.reviewed("approve", &[], &stage.base))),
        ("closed, a draft, or has moved on", Box::new(|stage| pull(stage, "draft", json!(true)))),
        ("closed, a draft, or has moved on", Box::new(|stage| pull(stage, "state", json!("closed")))),
        ("closed, a draft, or has moved on", Box::new(|stage| pull(stage, "head", json!({"sha": "0"})))),
        ("closed, a draft, or has moved on", Box::new(|stage| pull(stage, "base", json!({"ref": "other"})))),
        ("more than 100 files", Box::new(|stage| pull(stage, "changed_files", json!(101)))),
        ("more than listings", file(".github/workflows/evil.yml")),
        ("more than listings", file("content/publishers/acme.yaml")),
        ("more than listings", file("content/listings/../publishers/acme.yaml")),
        ("more than listings", file("content/listings/a\nb/listing.yaml")),
        ("more than listings", Box::new(|stage| stage.answers("repos/o/r/pulls/7/files", &json!([])))),
        (
            "more than listings",
            Box::new(|stage| {
                let renamed = json!([{"filename": "content/listings/a/x.md", "previous_filename": "content/agreements/1.md"}]);
                stage.answers("repos/o/r/pulls/7/files", &renamed);
            }),
        ),
        ("the same listing was changed since", since("ahead", "content/listings/slack-messages/README.md")),
        ("more than listings was merged since", since("ahead", "content/publishers/acme.yaml")),
        ("was rewritten since", since("diverged", "content/listings/another/listing.yaml")),
    ];
    let stage = github();
    for (why, spoil) in spoils {
        ready(&stage);
        spoil(&stage);
        let said = stage.passes(&merge);
        assert!(said.contains("not merged: ") && said.contains(why), "{why}: {said}");
        assert_eq!(stage.calls(), Vec::<String>::new(), "{why}");
    }
}

fn catalogue(slugs: impl Iterator<Item = u32>) -> String {
    let listings: Vec<Value> = slugs.map(|n| json!({"slug": format!("listing-{n}")})).collect();
    json!({"url": "https://live.example/", "listings": listings}).to_string()
}

#[test]
fn a_site_that_has_suddenly_lost_listings_is_not_published() {
    let mut stage = github();
    let guard = format!("{} site", stage.at("origin/ci/guard.sh").display());
    let live = |stage: &Stage, n: u32| stage.write("stub/answers/catalogue.json.json", &catalogue(0..n));
    stage.write("work/site/catalogue.json", &catalogue(0..1));
    assert!(stage.passes(&guard).contains("nothing is published"), "the first publication");
    live(&stage, 4);
    stage.passes(&guard);
    live(&stage, 100);
    let said = stage.fails(&guard);
    assert!(said.contains("99 of 100 listings would disappear:\nlisting-1\n"), "{said}");
    stage.write("work/site/catalogue.json", &catalogue(10..110));
    stage.passes(&guard);
    stage.write("work/site/catalogue.json", &catalogue(11..200));
    assert!(stage.fails(&guard).contains("11 of 100"), "as many as before, but others");
    stage.set("PRESSMARK_GUARD", "off");
    stage.passes(&guard);
    stage.set("PRESSMARK_GUARD", "");
    stage.write("stub/answers/catalogue.json.json", "<html>");
    stage.fails(&guard);
}

#[test]
fn a_site_that_does_not_know_its_own_url_is_not_published() {
    let mut stage = github();
    let guard = format!("{} site", stage.at("origin/ci/guard.sh").display());
    stage.write("work/site/catalogue.json", &catalogue(0..1).replace("https://live.example/", "http://localhost/"));
    stage.set("PRESSMARK_GUARD", "off");
    assert!(stage.fails(&guard).contains("`base_url` is missing"));
}

#[test]
fn the_program_is_taken_only_as_it_is_pinned() {
    let stage = github();
    let install = format!("{} temp/bin", stage.at("origin/ci/install-pressmark.sh").display());
    let pin = |text: &str| {
        stage.write("origin/ci/pressmark.env", &format!("PRESSMARK_URL= PRESSMARK_SHA256= PRESSMARK_GIT= PRESSMARK_REV=\n{text}\n"));
    };
    let pinned = |program: &str| {
        stage.write("stub/answers/pressmark.json", program);
        let sum = Command::new("sha256sum").arg(stage.at("stub/answers/pressmark.json")).output().expect("sha256sum");
        let sum = String::from_utf8_lossy(&sum.stdout).split(' ').next().expect("a sum").to_owned();
        pin(&format!("PRESSMARK_URL=https://dl.example/pressmark\nPRESSMARK_SHA256={sum}"));
        sum
    };
    let program = "#!/bin/sh\necho pressmark 99.0.0\n";
    let right = pinned(program);
    stage.passes(&install);
    assert_eq!(stage.read("work/temp/bin/pressmark"), program);
    let wrong = "2b2e2ca7a4b4a86ddb1ba79b4d1e3b2a0e3eb0c1d2a2ab4dd51f7ac9b4d3f9e1";
    for (text, said) in [
        (
            format!("PRESSMARK_URL=https://dl.example/pressmark\nPRESSMARK_SHA256={wrong}"),
            format!("does not match PRESSMARK_SHA256: its SHA-256 is {right}"),
        ),
        (
            format!("PRESSMARK_URL=https://dl.example/none\nPRESSMARK_SHA256={right}"),
            "nothing can be downloaded from PRESSMARK_URL: https://dl.example/none".to_owned(),
        ),
        (
            format!("PRESSMARK_URL=http://dl.example/pressmark\nPRESSMARK_SHA256={right}"),
            "PRESSMARK_URL is not a URL that begins with https://".to_owned(),
        ),
        ("PRESSMARK_URL=https://dl.example/pressmark".to_owned(), "PRESSMARK_SHA256 is not".to_owned()),
        (format!("PRESSMARK_SHA256={right}"), "PRESSMARK_URL is empty".to_owned()),
        ("PRESSMARK_GIT=https://git.example/pressmark\nPRESSMARK_REV=main".to_owned(), "PRESSMARK_REV is not the full hash".to_owned()),
        (format!("PRESSMARK_REV={}", stage.head), "PRESSMARK_GIT is empty".to_owned()),
    ] {
        pin(&text);
        assert!(stage.fails(&install).contains(&said), "{text}");
    }
    pin(&format!("PRESSMARK_URL=https://dl.example/pressmark\nPRESSMARK_SHA256={wrong}"));
    stage.fails(&install);
    assert!(!stage.at("work/temp/bin/pressmark").exists(), "what is not what it should be is gone");
    fs::remove_file(stage.at("origin/ci/pressmark.env")).expect("the file");
    assert!(stage.fails(&install).contains("the file is missing"));

    // What is as it is pinned may be another program all the same.
    let needs = env!("CARGO_PKG_VERSION");
    for (program, said) in [
        (
            "#!/bin/sh\necho pressmark 0.0.9\n",
            format!("the program is pressmark 0.0.9, but the recipes of this catalogue need {needs} or newer"),
        ),
        ("#!/bin/sh\necho other 7\n", "this is not the program: `pressmark --version` prints \"other 7\"".to_owned()),
        ("#!/bin/sh\necho cannot start >&2\nexit 1\n", "the program does not run here: cannot start".to_owned()),
    ] {
        pinned(program);
        assert!(stage.fails(&install).contains(&said), "{program}");
    }
    pinned(&format!("#!/bin/sh\necho pressmark {needs}\n"));
    stage.passes(&install);
}

/// Everything in an archive that the action `upload-pages-artifact` makes of `public`, by the rules of its definition.
fn handed_over(stage: &Stage, with_hidden_files: bool) -> Vec<String> {
    let hidden = if with_hidden_files { "" } else { "--exclude='.[^/]*'" };
    stage.passes(&format!(
        "tar --dereference --hard-dereference --directory public -cf artifact.tar --exclude=.git --exclude=.github {hidden} . && tar -tf artifact.tar >archived.txt"
    ));
    stage.read("work/archived.txt").lines().map(str::to_owned).collect()
}

#[test]
fn github_receives_the_hidden_files_of_the_site_and_not_the_list_for_the_next_build() {
    const PUBLISH: &str = ".github/workflows/pressmark-publish.yml";
    let stage = github();
    let settings = stage.read("origin/content/catalogue.yaml");
    stage.write("work/content/catalogue.yaml", &(settings + "security:\n  contact: [security@catalogue.example]\n  expires: 2099-01-01\n"));
    let built = pressmark(&stage.at("work"), &["build", "--no-git", "--base-url", "https://catalogue.example/"]);
    assert!(stage.at("work/public/.pressmark").exists(), "{}", printed(&built));
    stage.passes(&step(PUBLISH, "build", "Remove the list that only a next build needs"));

    let file = forge::files(Forge::Github, &pressmark::catalogue::RawCatalogue::default(), "content/")
        .into_iter()
        .find(|file| file.path == PUBLISH)
        .expect("a recipe");
    let root = parsed(PUBLISH, &file.text);
    let steps = get(&root, "jobs").and_then(|jobs| get(jobs, "build")).and_then(|job| get(job, "steps")).map(items).unwrap_or_default();
    let hands_over = |node: &&Node| get(node, "uses").is_some_and(|uses| text(uses).starts_with("actions/upload-pages-artifact@"));
    let with = steps.iter().find(hands_over).and_then(|step| get(step, "with")).expect("the step");
    let with_hidden_files = get(with, "include-hidden-files").map(text) == Some("true");
    let archived = handed_over(&stage, with_hidden_files);
    for wanted in ["./index.html", "./.nojekyll", "./.well-known/security.txt", "./_headers"] {
        assert!(archived.iter().any(|path| path == wanted), "{wanted} is not handed over");
    }
    assert!(!archived.iter().any(|path| path == "./.pressmark"));
    assert!(
        handed_over(&stage, false).iter().all(|path| !path.contains("security.txt")),
        "the action leaves hidden files out unless it is asked"
    );
}

#[test]
fn the_submitter_is_notified_once_that_it_is_live() {
    let mut stage = github();
    git(stage.scratch.path(), &["clone", "--quiet", "origin", "work"]);
    let merged_at = now();
    stage.write(
        "stub/answers/pr-list.json",
        &json!([
            {"number": 5, "mergeCommit": {"oid": stage.base}, "mergedAt": merged_at, "author": {"login": "zed"}},
            {"number": 6, "mergeCommit": {"oid": "1".repeat(40)}, "mergedAt": merged_at},
            {"number": 4, "mergeCommit": {"oid": stage.base}, "mergedAt": "2020-01-01T00:00:00Z"},
        ])
        .to_string(),
    );
    let hostile = format!("content/listings/{HOSTILE}/x");
    stage.answers("repos/o/r/pulls/5/files", &json!([{"filename": "content/listings/slack-messages/listing.yaml"}, {"filename": "content/listings/broken/listing.yaml"}, {"filename": hostile}]));
    stage.answers("repos/o/r/issues/5/comments", &json!([{"id": 1, "user": {"login": "mallory"}, "body": "<!-- pressmark-live -->"}]));
    stage.answers("listings/slack-messages/", &json!("a page"));
    stage.set("URL", "https://live.example/");
    let tell = step(".github/workflows/pressmark-publish.yml", "tell", "Comment on what was merged");
    stage.passes(&tell);
    let calls = stage.calls();
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert!(
        calls[0].contains("issues/5/comments") && calls[0].contains("Live at https://live.example/listings/slack-messages/"),
        "{calls:?}"
    );
    assert!(calls[0].contains("`broken` is merged, but") && !calls[0].contains("touch"), "{calls:?}");
    assert!(calls[0].contains(r"<!-- pressmark-live -->\n@zed:\n\n- "), "{calls:?}");
    stage.answers(
        "repos/o/r/issues/5/comments",
        &json!([{"id": 2, "user": {"login": "github-actions[bot]"}, "body": "<!-- pressmark-live -->\n- Live"}]),
    );
    stage.passes(&tell);
    assert_eq!(stage.calls(), Vec::<String>::new());
}

#[test]
fn the_queue_receives_the_newest_review_of_each_open_submission() {
    const PUBLISH: &str = ".github/workflows/pressmark-publish.yml";
    let stage = github();
    stage.answers("pr-list", &json!([{"number": 7}]));
    let run = |id: u32, event: &str, path: &str| json!({"id": id, "event": event, "path": path});
    let of_review = ".github/workflows/pressmark-review.yml";
    let runs = [
        run(500, "pull_request_target", of_review),
        run(501, "pull_request_target", &format!("{of_review}@main")),
        run(666, "pull_request", of_review),
        run(667, "pull_request_target", ".github/workflows/other.yml"),
    ];
    stage.answers("repos/o/r/actions/workflows/pressmark-review.yml/runs", &json!({"workflow_runs": runs}));
    let artifact = |id: u64, run: u32| json!({"id": id, "workflow_run": {"id": run}, "expired": id == 99, "size_in_bytes": if id == 98 { 5_000_000 } else { 900 }});
    let known = [artifact(9, 500), artifact(30, 501), artifact(99, 501), artifact(98, 501)];
    let others = [artifact(7_000_000_041, 666), artifact(42, 667), artifact(43, 668)];
    let all: Vec<Value> = known.into_iter().chain(others).collect();
    stage.answers("repos/o/r/actions/artifacts", &json!({"artifacts": all}));
    stage.answers("repos/o/r/actions/artifacts/9/zip", &json!("the older one"));
    stage.answers("repos/o/r/actions/artifacts/7000000041/zip", &json!("somebody else's"));
    stage.answers("repos/o/r/actions/artifacts/30/zip", &json!("the newer one"));
    stage.passes(&step(PUBLISH, "build", "List the open submissions"));
    stage.passes(&step(PUBLISH, "build", "Take their reviews"));
    let taken = fs::read_dir(stage.at("work/reviews")).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    assert_eq!(taken.collect::<Vec<_>>(), ["7.json"]);
    assert_eq!(stage.read("work/reviews/7.json"), "\"the newer one\"");
}

fn now() -> String {
    let output = Command::new("date").args(["--utc", "+%Y-%m-%dT%H:%M:%SZ"]).output().expect("date");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn health_gets_a_token_for_the_forge_that_knows_it() {
    let look = |forge: &str, set: &[(&str, &str)]| {
        let mut stage = if forge == "gitlab" { gitlab() } else { Stage::of(forge, "refs/pull/7/head") };
        git(stage.scratch.path(), &["clone", "--quiet", "origin", "work"]);
        fs::copy(root().join("tests/fixtures/forge/bin/pressmark"), stage.at("bin/pressmark")).expect("the stand-in");
        for (name, value) in set {
            stage.set(name, value);
        }
        if forge == "gitlab" {
            stage.passes(&step(".gitlab-ci.yml", "look", ""));
        } else {
            let path = format!(".{forge}/workflows/pressmark-health.yml");
            if forge == "github" {
                stage.passes("ci/install-pressmark.sh ../temp/bin");
            }
            stage.passes(&step(&path, "look", "Look"));
        }
        let environment = stage.read("bin/pressmark-environment");
        let tokens: Vec<_> =
            environment.lines().filter(|line| line.contains("TOKEN") || line.contains("s3cret")).map(str::to_owned).collect();
        tokens
    };
    assert_eq!(look("github", &[("GITHUB_SERVER_URL", "https://github.com")]), ["GITHUB_TOKEN=s3cret"]);
    assert_eq!(look("github", &[]), Vec::<String>::new(), "that of another server is refused there");
    assert_eq!(look("forgejo", &[("FOR_GITHUB", "s3cret")]), ["GITHUB_TOKEN=s3cret"]);
    assert_eq!(look("forgejo", &[("FOR_GITHUB", "")]), Vec::<String>::new());
    let both = [("PRESSMARK_GITHUB_TOKEN", "s3cret"), ("PRESSMARK_READ_TOKEN", "read")];
    assert_eq!(look("gitlab", &both), ["GITHUB_TOKEN=s3cret"]);
    assert_eq!(look("gitlab", &[both[1], ("CI_SERVER_URL", "https://gitlab.com")]), ["GITLAB_TOKEN=read"]);
    assert_eq!(look("gitlab", &[]), Vec::<String>::new());
}

#[test]
fn health_has_one_issue_which_opens_and_closes() {
    let stage = github();
    let keep = step(".github/workflows/pressmark-health.yml", "tell", "Keep one issue");
    stage.write("work/health/report.md", "One link is dead.\n");
    stage.write("work/health/status", "1\n");
    stage.answers("repos/o/r/issues", &json!([{"number": 1, "user": {"login": "mallory"}, "body": "<!-- pressmark-health -->"}, {"number": 2, "user": {"login": "github-actions[bot]"}, "body": null}]));
    stage.passes(&keep);
    assert!(stage.calls()[0].starts_with("POST repos/o/r/issues {\"title\":\"Health of the catalogue\""));
    stage.answers(
        "repos/o/r/issues",
        &json!([{"number": 3, "user": {"login": "github-actions[bot]"}, "body": "<!-- pressmark-health -->\nOld"}]),
    );
    stage.passes(&keep);
    assert!(
        stage.calls()[0]
            .starts_with("PATCH repos/o/r/issues/3 {\"body\":\"<!-- pressmark-health -->\\nOne link is dead.\\n\",\"state\":\"open\"}")
    );
    stage.write("work/health/status", "0\n");
    stage.passes(&keep);
    assert!(stage.calls()[0].ends_with("\"state\":\"closed\"}"));
}

#[test]
fn a_form_that_is_accepted_becomes_files_of_a_listing_and_nothing_else() {
    const FORM: &str = ".github/workflows/pressmark-form.yml";
    let mut stage = github();
    stage.set("ISSUE", "12");
    stage.set("GITHUB_WORKSPACE", &stage.at("work").to_string_lossy());
    git(stage.scratch.path(), &["clone", "--quiet", "origin", "work"]);
    fs::copy(program(), stage.at("bin/pressmark")).expect("the program");
    stage.passes(&step(FORM, "read", "Install Pressmark"));
    let read = step(FORM, "read", "Read the form");

    stage.write(
        "event.json",
        &json!({"issue": {"title": HOSTILE, "user": {"login": HOSTILE}, "body": format!("### Listing name\n\n{HOSTILE}\n```\n@everyone\n")}}).to_string(),
    );
    stage.passes(&read);
    let comment = stage.read("temp/form/comment.md");
    let (head, told) = comment.split_once("\n\n").expect("a heading and a block");
    assert!(head.starts_with("<!-- pressmark-form -->\nThis cannot be added to the catalogue yet."), "{comment}");
    assert!(told.lines().all(|line| line.starts_with("    ")), "all of it is a block of code:\n{comment}");
    assert!(fs::read_dir(stage.at("temp/form/files")).expect("a folder").next().is_none());

    let body = "### Listing name\n\nChannel Digest\n\n### App\n\nSlack\n\n### Summary\n\nCollects what happened in a channel every morning.\n\n### Setup\n\nSign in.\n\n### Known limits\n\nPublic channels only.\n\n### Troubleshooting\n\nNothing is posted: invite it.\n\n### Categories\n\nMessaging (messaging)\n\n### Source code\n\nYes: open source\n\n### Address of the source code\n\nhttps://git.example/you/digest\n\n### Licence\n\nMIT\n\n### Address to install from\n\nhttps://app.example/install/digest\n\n### Support by mail\n\nhelp@northwind.example\n\n### Publisher\n\nZed Pub\n\n### Developer agreement\n\n- [X] I have read it\n\n### Accepted by\n\nZed Pub\n";
    let account = |login: &str| json!({"issue": {"body": body, "user": {"login": login}}}).to_string();
    stage.write("event.json", &account("zed"));
    stage.passes(&read);
    assert!(stage.read("temp/form/comment.md").contains("The form is complete"), "{}", stage.read("temp/said.txt"));
    let publisher = stage.read("work/content/publishers/zed-pub.yaml");
    assert!(publisher.contains("\naccounts:\n  - {forge: github, login: zed, id: 77}\n"), "{publisher}");
    // A program that opens issues for others owns nothing.
    for login in ["helper[bot]", HOSTILE] {
        stage.write("event.json", &account(login));
        git(&stage.at("work"), &["clean", "--quiet", "-fd"]);
        stage.passes(&read);
        let publisher = stage.read("work/content/publishers/zed-pub.yaml");
        assert!(!publisher.contains("\naccounts:"), "{publisher}");
    }
    let open = step(FORM, "open", "Open the pull request");
    git(&stage.at("work"), &["reset", "--quiet", "--hard"]);
    git(&stage.at("work"), &["clean", "--quiet", "-fd"]);
    stage.passes(&open);
    let files = git(&stage.at("origin"), &["diff", "--name-only", "main", "form-12"]);
    assert_eq!(
        files,
        "content/listings/channel-digest/README.md\ncontent/listings/channel-digest/listing.yaml\ncontent/publishers/zed-pub.yaml"
    );
    assert!(stage.calls()[0].starts_with("gh pr create --repo o/r --base main --head form-12 "));

    git(&stage.at("work"), &["switch", "--quiet", "main"]);
    fs::remove_dir_all(stage.at("temp/form")).expect("the first form");
    let intent = "### Developer\n\nZed\n\n### Contact\n\nzed@zed.example\n\n### Listing name\n\nSlack Canvas Export\n";
    stage.write("event.json", &json!({"issue": {"body": intent, "user": {"login": "zed"}}}).to_string());
    stage.passes(&read);
    git(&stage.at("work"), &["clean", "--quiet", "-fd"]);
    stage.set("ISSUE", "13");
    stage.passes(&open);
    assert_eq!(git(&stage.at("origin"), &["diff", "--name-only", "main", "form-13"]), "content/intents/slack-canvas-export.yaml");
    assert!(stage.calls()[0].contains("--title Announce the listing of #13"));
    let written = git(&stage.at("origin"), &["show", "form-13:content/intents/slack-canvas-export.yaml"]);
    assert!(written.contains("\naccount:\n  forge: github\n  login: zed\n  id: 77\nconnector: "), "{written}");

    stage.write("temp/form/files/content/catalogue.yaml", "title: Mine\n");
    assert!(stage.fails(&open).contains("files other than those of a listing"));
    assert_eq!(stage.calls(), Vec::<String>::new());
}

const FORGEJO: &str = ".forgejo/workflows/pressmark-review.yml";

#[test]
fn forgejo_reads_a_submission_without_checking_it_out() {
    let mut stage = Stage::of("forgejo", "refs/pull/7/head");
    fs::create_dir_all(stage.at("o")).expect("a folder");
    git(stage.scratch.path(), &["clone", "--quiet", "--mirror", "origin", "o/r"]);
    stage.set("GITHUB_SERVER_URL", &format!("file://{}", stage.scratch.path().display()));
    stage.answers("repos/o/r/pulls/7/reviews", &approvals(&stage));
    stage.answers("repos/o/r/pulls/7/reviews_page_2", &json!([]));
    stage.passes(&step(FORGEJO, "read", "Fetch the published branch, and the submission as git objects"));
    stage.passes(&step(FORGEJO, "read", "Review"));
    assert_eq!(git(&stage.at("work"), &["rev-parse", "HEAD"]), stage.base);
    assert!(stage.read("work/review/review.json").contains(&stage.head));
    if std::env::var("PRESSMARK").is_err() {
        assert!(!stage.read("bin/pressmark-environment").contains("s3cret"));
        assert!(stage.read("bin/pressmark-calls").contains("--forge forgejo --author-id 77 --submitted 2026-11-20 --approver-id 31 "));
    }
}

#[test]
fn forgejo_counts_no_approval_that_was_withdrawn() {
    let mut stage = Stage::of("forgejo", "refs/pull/7/head");
    fs::create_dir_all(stage.at("o")).expect("a folder");
    git(stage.scratch.path(), &["clone", "--quiet", "--mirror", "origin", "o/r"]);
    stage.set("GITHUB_SERVER_URL", &format!("file://{}", stage.scratch.path().display()));
    let fetch = step(FORGEJO, "read", "Fetch the published branch, and the submission as git objects");
    let approvers = |pages: &[Value]| {
        let _ = fs::remove_dir_all(stage.at("work"));
        for (n, page) in pages.iter().chain([&json!([])]).enumerate() {
            let name = if n == 0 { "reviews".to_owned() } else { format!("reviews_page_{}", n + 1) };
            stage.answers(&format!("repos/o/r/pulls/7/{name}"), page);
        }
        stage.passes(&fetch);
        stage.read("work/approvers.txt")
    };
    assert_eq!(approvers(&second_thoughts(&stage, "REQUEST_CHANGES", "COMMENT")), "41\n44\n45\n");
    // Forgejo keeps the state of a review that was dismissed, and says beside it that it was.
    let mut dismissed = reviewed_by(31, "APPROVED", &stage.head, 20);
    dismissed["dismissed"] = json!(true);
    assert_eq!(approvers(&[json!([reviewed_by(31, "APPROVED", &stage.head, 19), dismissed])]), "");
    // Whoever writes more reviews than are read does not hide the withdrawal after them.
    let comments = json!(vec![reviewed_by(47, "COMMENT", &stage.head, 12); 50]);
    let mut pages = vec![json!([reviewed_by(42, "APPROVED", &stage.head, 11)])];
    pages.extend(vec![comments; 5]);
    pages.push(json!([reviewed_by(42, "REQUEST_CHANGES", &stage.head, 13)]));
    assert_eq!(approvers(&pages), "");
}

#[test]
fn forgejo_comments_and_merges_only_routine_changes() {
    let mut stage = Stage::of("forgejo", "refs/pull/7/head");
    let tell = step(FORGEJO, "tell", "Post the comment, set the labels, merge");
    stage.set("MERGE", "");
    stage.reviewed("approve", &["update", "ready-to-merge", "root"], &stage.head);
    stage.answers(
        "repos/o/r/pulls/7",
        &json!({"head": {"sha": stage.head}, "state": "open", "draft": false, "base": {"ref": "main"}, "changed_files": 1}),
    );
    stage.answers("repos/o/r/issues/7/comments", &json!([{"id": 1, "user": {"login": "mallory"}, "body": "<!-- pressmark-review -->"}]));
    stage.answers("repos/o/r/issues/7/labels", &json!([{"id": 9, "name": "identity"}]));
    stage.answers("repos/o/r/labels", &json!([{"id": 9, "name": "identity"}, {"id": 10, "name": "update"}]));
    stage.answers("repos/o/r/branches/main", &json!({"commit": {"id": stage.base}}));
    stage.answers("repos/o/r/pulls/7/files", &json!([{"filename": "content/listings/a/listing.yaml"}]));
    stage.passes(&tell);
    let told = [
        r#"POST repos/o/r/issues/7/comments {"body":"<!-- pressmark-review -->\nThe `review`.\n"}"#,
        r#"POST repos/o/r/issues/7/labels {"labels":["update"]}"#,
        "DELETE repos/o/r/issues/7/labels/9",
        r##"POST repos/o/r/labels {"name":"ready-to-merge","color":"#c5def5"}"##,
        r#"POST repos/o/r/issues/7/labels {"labels":["ready-to-merge"]}"#,
    ];
    assert_eq!(stage.calls(), told);
    stage.set("MERGE", "approve");
    stage.passes(&tell);
    let merged = format!(r#"POST repos/o/r/pulls/7/merge {{"Do":"squash","head_commit_id":"{}"}}"#, stage.head);
    assert_eq!(stage.calls().last(), Some(&merged));
    stage.answers("repos/o/r/pulls/7/files", &json!([{"filename": "content/catalogue.yaml"}]));
    assert!(stage.passes(&tell).contains("it changes more than listings"));
    assert!(!stage.calls().contains(&merged));
}

#[test]
fn forgejo_publishes_the_site_alone_and_without_its_past() {
    const PUBLISH: &str = ".forgejo/workflows/pressmark-publish.yml";
    let mut stage = Stage::of("forgejo", "refs/pull/7/head");
    fs::create_dir_all(stage.at("o")).expect("a folder");
    git(stage.scratch.path(), &["clone", "--quiet", "--bare", "origin", "o/r"]);
    stage.set("GITHUB_SERVER_URL", &format!("file://{}", stage.scratch.path().display()));
    stage.passes(&step(PUBLISH, "publish", "Check out"));
    stage.answers("repos/o/r/pulls", &json!([{"number": 7, "title": HOSTILE}]));
    stage.passes(&step(PUBLISH, "publish", "List the open submissions"));
    fs::copy(root().join("tests/fixtures/forge/bin/pressmark"), stage.at("bin/pressmark")).expect("the stand-in");
    for n_listings in [5, 6] {
        stage.write("bin/catalogue.json", &catalogue(0..n_listings));
        stage.passes(&step(PUBLISH, "publish", "Build"));
        stage.passes(&step(PUBLISH, "publish", "Publish"));
        let bare = stage.at("o/r");
        assert_eq!(git(&bare, &["rev-list", "--count", "pages"]), "1");
        assert_eq!(git(&bare, &["ls-tree", "--name-only", "pages"]), ".nojekyll\ncatalogue.json");
        assert!(git(&bare, &["show", "pages:catalogue.json"]).contains(&format!("listing-{}", n_listings - 1)));
    }
    assert!(stage.read("bin/pressmark-calls").contains("queue --content content --submissions submissions.json --out public"));

    // What is live and merged is told, once.
    let merged = json!([{"number": 5, "merged": true, "merged_at": now(), "user": {"login": HOSTILE}}, {"number": 6, "merged": false, "merged_at": null}]);
    stage.set("GITHUB_SERVER_URL", "https://forge.example");
    stage.answers("repos/o/r/pulls", &merged);
    stage.answers("repos/o/r/issues/5/comments", &json!([]));
    stage.answers("repos/o/r/pulls/5/files", &json!([{"filename": "content/listings/slack-messages/listing.yaml"}]));
    stage.answers("listings/slack-messages/", &json!("a page"));
    let tell = step(PUBLISH, "publish", "Tell that it is live");
    stage.passes(&tell);
    let calls = stage.calls();
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert!(
        calls[0].starts_with("POST repos/o/r/issues/5/comments ")
            && calls[0].contains(r"<!-- pressmark-live -->\n- Live at https://live.example/listings/slack-messages/"),
        "{calls:?}"
    );
    stage.answers("repos/o/r/issues/5/comments", &json!([{"user": {"login": "forgejo-actions"}, "body": "<!-- pressmark-live -->\n"}]));
    stage.passes(&tell);
    assert_eq!(stage.calls(), Vec::<String>::new());
}

fn gitlab() -> Stage {
    let mut stage = Stage::of("gitlab", "refs/merge-requests/7/head");
    for (name, value) in [
        ("CI_API_V4_URL", "https://forge.example/api/v4"),
        ("CI_PROJECT_ID", "1"),
        ("CI_DEFAULT_BRANCH", "main"),
        ("CI_PROJECT_URL", "https://forge.example/o/r"),
        ("CI_SERVER_URL", "https://forge.example"),
        ("CI_JOB_ID", "5"),
        ("PRESSMARK_TOKEN", "s3cret"),
    ] {
        stage.set(name, value);
    }
    stage
}

#[test]
fn gitlab_offers_a_fix_beside_its_line_with_the_comment_that_has_it() {
    let stage = gitlab();
    let refs = json!({"base_sha": stage.base, "start_sha": stage.base, "head_sha": stage.head});
    stage.answers("user", &json!({"id": 50}));
    stage.answers(
        "projects/1/merge_requests/7",
        &json!({"sha": stage.head, "state": "opened", "draft": false, "target_branch": "main", "diff_refs": refs}),
    );
    let finding = |author: u32| json!({"id": 9, "type": "DiffNote", "author": {"id": author}, "body": "**error**: x", "position": {"new_path": "content/listings/a/listing.yaml"}});
    stage.answers("projects/1/merge_requests/7/notes", &json!([finding(77)]));
    stage.write("work/out/7/review.json", &json!({"verdict": "changes", "labels": [], "base": stage.base, "head": stage.head}).to_string());
    stage.write("work/out/7/comment.md", "<!-- pressmark-review -->\nThe `review`.\n");
    stage.write("work/out/7/notice.md", "@zed: the notice\n");
    stage.write("work/out/7/suggestions.json", &fixes().to_string());
    let tell = step(".gitlab-ci.yml", "tell", "");
    let offered = || -> Vec<Value> {
        stage.passes(&tell);
        let calls = stage.calls();
        let bodies = calls.iter().filter_map(|call| call.strip_prefix("POST projects/1/merge_requests/7/discussions "));
        bodies.map(|body| serde_json::from_str(body).expect("JSON")).collect()
    };
    let all = offered();
    let position = json!({"base_sha": stage.base, "start_sha": stage.base, "head_sha": stage.head, "position_type": "text",
        "old_path": "content/listings/a/README.md", "new_path": "content/listings/a/README.md", "new_line": 3});
    assert_eq!((all.len(), &all[1]), (2, &json!({"body": HOSTILE, "position": position})));
    stage.answers("projects/1/merge_requests/7/notes", &json!([finding(50)]));
    assert_eq!(offered(), [all[1].clone()], "one stands there already");
    let told = |author: u32, head: &str| json!({"id": 2, "author": {"id": author}, "body": format!("<!-- pressmark-review -->\n<sub>0123456789..{} · Pressmark</sub>", &head[..10])});
    stage.answers("projects/1/merge_requests/7/notes", &json!([told(50, &stage.base)]));
    assert_eq!(offered().len(), 2, "there is a new commit");
    stage.answers("projects/1/merge_requests/7/notes", &json!([told(50, &stage.head)]));
    assert!(offered().is_empty(), "whoever takes a finding away is not offered it again by the next run");
    // An author who writes a hundred notes hides none of ours.
    stage.answers("projects/1/merge_requests/7/notes", &json!(vec![json!({"id": 3, "author": {"id": 77}, "body": "x"}); 100]));
    stage.answers("projects/1/merge_requests/7/notes_page_2", &json!([told(50, &stage.head)]));
    assert!(offered().is_empty());
}

#[test]
fn gitlab_builds_the_queue_with_the_last_review_of_each_request() {
    let stage = gitlab();
    git(stage.scratch.path(), &["clone", "--quiet", "origin", "work"]);
    stage.write("bin/catalogue.json", &catalogue(0..5));
    stage.answers("projects/1/merge_requests", &json!([{"iid": 7, "title": HOSTILE}, {"iid": HOSTILE}, {"iid": 8}]));
    let job = |id: u32, name: &str, branch: &str| json!({"id": id, "name": name, "ref": branch});
    let jobs = [job(99, "read", "evil"), job(98, "pages", "main"), job(41, "read", "main"), job(40, "read", "main")];
    stage.answers("projects/1/jobs", &json!(jobs));
    stage.answers("projects/1/jobs/41/artifacts/out/7/review.json", &json!("the review"));
    fs::copy(root().join("tests/fixtures/forge/bin/pressmark"), stage.at("bin/pressmark")).expect("the stand-in");
    stage.passes(&step(".gitlab-ci.yml", "pages", ""));
    let taken = fs::read_dir(stage.at("work/reviews")).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    assert_eq!(taken.collect::<Vec<_>>(), ["7.json"]);
    assert!(stage.at("work/public/.nojekyll").exists() && !stage.at("work/public/.pressmark").exists());
    assert!(
        stage.read("bin/pressmark-calls").contains("queue --content content --submissions submissions.json --reviews reviews --out public")
    );
}

#[test]
fn gitlab_reviews_every_open_request_from_the_published_branch() {
    let mut stage = gitlab();
    git(stage.scratch.path(), &["clone", "--quiet", "origin", "work"]);
    let request = |iid: u32, sha: &str, login: &str| json!({"iid": iid, "sha": sha, "title": HOSTILE, "source_branch": HOSTILE, "created_at": "2026-11-20T10:00:00Z", "author": {"id": 77, "username": login}});
    let open = json!([request(7, &stage.head, "zed"), request(8, &stage.base, HOSTILE), request(7, &stage.base, "zed")]);
    stage.answers("projects/1/merge_requests", &open);
    stage.passes(&step(".gitlab-ci.yml", "read", ""));
    let review: Value = serde_json::from_str(&stage.read("work/out/7/review.json")).expect("JSON");
    assert_eq!((review["base"].as_str(), review["head"].as_str()), (Some(&*stage.base), Some(&*stage.head)));
    assert!(!stage.at("work/out/8").exists(), "there is no such reference");
    if std::env::var("PRESSMARK").is_err() {
        let calls = stage.read("bin/pressmark-calls");
        assert_eq!(calls.lines().count(), 1, "{calls}");
        assert!(calls.contains("--forge gitlab --author-id 77 --author-login zed --submitted 2026-11-20"), "{calls}");
    }

    stage.set("PRESSMARK_MERGE", "approve");
    stage.answers("user", &json!({"id": 50}));
    stage.answers("projects/1/merge_requests/7", &json!({"sha": stage.head, "state": "opened", "draft": false, "target_branch": "main"}));
    stage.answers("projects/1/merge_requests/7/notes", &json!([{"id": 1, "author": {"id": 77}, "body": "<!-- pressmark-review -->"}]));
    stage.answers("projects/1/repository/commits/main", &json!({"id": stage.base}));
    stage.answers(
        "projects/1/merge_requests/7/diffs",
        &json!([{"old_path": "content/listings/a/listing.yaml", "new_path": "content/listings/a/listing.yaml"}]),
    );
    let approved = json!({"verdict": "approve", "labels": ["update", "root"], "base": stage.base, "head": stage.head}).to_string();
    stage.write("work/out/7/review.json", &approved);
    stage.write("work/out/7/comment.md", "<!-- pressmark-review -->\nThe `review`.\n");
    stage.write("work/out/7/notice.md", "@zed: the notice\n");
    let tell = step(".gitlab-ci.yml", "tell", "");
    stage.passes(&tell);
    let calls = stage.calls();
    assert!(calls[0].starts_with("POST projects/1/merge_requests/7/notes "), "{calls:?}");
    assert!(calls[1].starts_with(r#"PUT projects/1/merge_requests/7 {"add_labels":"update","remove_labels":"new-listing,"#), "{calls:?}");
    assert_eq!(calls[2..], [format!(r#"PUT projects/1/merge_requests/7/merge {{"sha":"{}","squash":true}}"#, stage.head)]);

    stage.answers(
        "projects/1/merge_requests/7/notes",
        &json!([{"id": 2, "author": {"id": 50}, "body": "<!-- pressmark-review -->\nThe `review`."}]),
    );
    stage
        .answers("projects/1/merge_requests/7/diffs", &json!([{"old_path": "ci/guard.sh", "new_path": "content/listings/a/listing.yaml"}]));
    stage.passes(&tell);
    let calls = stage.calls();
    assert_eq!(calls.len(), 1, "the note says it already, and a moved file is no listing's: {calls:?}");
}
