//! A catalogue in a real git repository, and reviews of what is proposed to it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use pressmark::catalogue::{Account, People};
use pressmark::diagnostic::{Sources, Suggestion, Syntax};
use pressmark::review::{self, Outcome, Review, Revisions, preview};
use pressmark::source::git::Repository;

use crate::support::{VALID, context};

/// Accounts of publishers, of a maintainer, and of no one known.
pub const ACME: &str = "990000101";
pub const WREN: &str = "990000107";
pub const MAINTAINER: &str = "990000901";
pub const STRANGER: &str = "990000555";

pub const SETTINGS: &str = "title: Examples
base_url: https://catalogue.example/
repository: {forge: github, url: 'https://git.example/library/catalogue'}
regions: [{id: us, label: United States}, {id: eu, label: Europe}]
agreement: {current: '2026-01'}
review:
  targets: {update: 0d, new-listing: 1d, new-app: 5d}
  maintainers: [{forge: github, login: linnet, id: 990000901}]
  reviewers: [{name: '@library/reviewers'}, {name: '@library/security', areas: [security]}, {name: '@library/apps', classes: [new-app]}]
";

pub const README: &str = "Posts a line to a channel of your choice for every new order, with its number, its sum and a link to it.\n\n## Setup\n\nSign in with your account and choose a channel.\n\n## Troubleshooting\n\nAsk us.\n\n## Known limits\n\nOrders of more than a hundred lines are cut.\n";

/// A listing like the valid one by another name.
pub fn listing(name: &str, publisher: &str, more: &str) -> String {
    let source = format!("git.example/{publisher}/{}", name.to_lowercase().replace(' ', "-"));
    let text = VALID.replace("Acme Messages", name).replace("publisher: acme", &format!("publisher: {publisher}"));
    format!("{}{more}", text.replace("git.example/acme/messages", &source))
}

/// The valid listing with its source hidden.
pub fn closed() -> String {
    let open = "source: open\nsource_url: https://git.example/acme/messages\n";
    VALID.replace(open, "source: closed\nregions: [us]\n")
}

/// A repository with a catalogue on `main`, and a branch `proposal` that is checked out.
pub struct Scenario {
    scratch: tempfile::TempDir,
    /// The content folder from the root of the repository, with `/` at its end.
    content: &'static str,
}

impl Scenario {
    pub fn new() -> Self {
        Self::over(&[])
    }

    /// The same with `files` in the catalogue.
    pub fn over(files: &[(&str, &str)]) -> Self {
        let scenario = Self { scratch: tempfile::tempdir().expect("a scratch folder"), content: "content/" };
        scenario.git(&["init", "-q", "-b", "main"]);
        for (path, text) in [
            ("content/catalogue.yaml", SETTINGS),
            (
                "content/tags.yaml",
                "- {id: crm, label: Customers, description: Customer records.}\n- {id: finance, label: Finance, description: Books.}\n",
            ),
            ("content/agreements/2026-01.md", "## Terms\n\nBe fair.\n"),
            ("content/apps/slack.yaml", "name: Slack\nwebsite: https://slack.com/\ndomains: [slack.com]\n"),
            (
                "content/publishers/acme.yaml",
                "name: Acme Works\nurl: https://acme.example/\nmay_hide_source: true\naccounts: [{forge: github, login: acme-works, id: 990000101}]\n",
            ),
            (
                "content/publishers/wren.yaml",
                "name: Wren Tools\nurl: https://wren.example/\naccounts: [{forge: github, login: wren, id: 990000107}]\n",
            ),
            ("content/publishers/lone.yaml", "name: Lone Hand\nurl: https://lone.example/\n"),
            ("content/listings/acme-messages/listing.yaml", VALID),
            ("content/listings/acme-messages/README.md", README),
            ("content/listings/wren-rows/listing.yaml", &listing("Rows by Wren", "wren", "")),
            ("content/listings/wren-rows/README.md", README),
            ("content/listings/lone-notes/listing.yaml", &listing("Notes of Lone", "lone", "")),
            ("content/listings/lone-notes/README.md", README),
            (".github/workflows/review.yml", "on: pull_request_target\n"),
        ] {
            scenario.write(path, text);
        }
        for (path, text) in files {
            scenario.write(path, text);
        }
        scenario.commit("The catalogue");
        scenario.git(&["checkout", "-q", "-b", "proposal"]);
        scenario
    }

    /// The same catalogue at the root of its repository.
    pub fn at_root() -> Self {
        let scenario = Self { content: "", ..Self::new() };
        for entry in std::fs::read_dir(scenario.file("content")).expect("a folder") {
            let name = entry.expect("an entry").file_name();
            std::fs::rename(scenario.file("content").join(&name), scenario.file(".").join(&name)).expect("it moves");
        }
        scenario.commit("At the root").git(&["branch", "-f", "main"]);
        scenario
    }

    pub fn path(&self) -> &Path {
        self.scratch.path()
    }

    pub fn file(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }

    pub fn git(&self, args: &[&str]) -> String {
        let identity = [
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@test.example",
            "-c",
            "commit.gpgsign=false",
            "-c",
            "protocol.file.allow=always",
        ];
        let done = Command::new("git").args(identity).args(args).current_dir(self.path()).output().expect("git runs");
        assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).trim().to_owned()
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.file(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
        self
    }

    pub fn remove(&self, path: &str) -> &Self {
        let path = self.file(path);
        if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) }.expect("it was there");
        self
    }

    /// Replaces `old` by `new` in the file at `path`.
    pub fn edit(&self, path: &str, old: &str, new: &str) -> &Self {
        let text = std::fs::read_to_string(self.file(path)).expect("a file");
        assert!(text.contains(old), "{path} does not hold {old}");
        self.write(path, text.replace(old, new))
    }

    pub fn commit(&self, title: &str) -> &Self {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", title]);
        self
    }

    /// Commits what there is, and reviews it as proposed by the account `author` of GitHub.
    pub fn review(&self, author: &str) -> Outcome {
        self.commit("A proposal");
        self.reviewed(Some(author), &[])
    }

    /// Reviews `proposal` as it is.
    pub fn reviewed(&self, author: Option<&str>, consenting: &[&str]) -> Outcome {
        self.between("main", "proposal", author, consenting)
    }

    /// The comment below `proposal`, proposed by the account `author`.
    pub fn comment(&self, author: &str) -> String {
        self.judged("main", "proposal", Some(author), &[], &|review, _| {
            let sources = Sources {
                text_of: &|path| review.change.head.text(path),
                prefix: "content/",
                start: "",
                prefix_outside: &|_| None,
                rules: &[],
            };
            review::comment(review, (&review.report, &sources), None)
        })
    }

    /// The fixes that are on lines of `proposal`, proposed by the account `author`.
    pub fn offers(&self, author: &str, syntax: Syntax) -> Vec<Suggestion> {
        let repository = Repository::around(self.path()).expect("a repository");
        self.judged("main", "proposal", Some(author), &[], &|review, revisions| {
            let origin = repository.merge_base(&revisions.base, &revisions.head, &|_| {}).expect("a common commit");
            let sources = Sources {
                text_of: &|path| review.change.head.text(path),
                prefix: "content/",
                start: "",
                prefix_outside: &|_| None,
                rules: &[],
            };
            review::offers(&repository, revisions, &origin, (&review.report, &sources), syntax).expect("lines")
        })
    }

    pub fn between(&self, base: &str, head: &str, author: Option<&str>, consenting: &[&str]) -> Outcome {
        self.judged(base, head, author, consenting, &|review, _| review.outcome.clone())
    }

    /// The preview of what there is, committed and proposed by the account `author`: files by path.
    pub fn preview(&self, author: &str) -> BTreeMap<String, Vec<u8>> {
        self.commit("A proposal");
        let repository = Repository::around(self.path()).expect("a repository");
        self.judged("main", "proposal", Some(author), &[], &|review, revisions| {
            let material = preview::material(&repository, review, revisions, "content/").expect("pictures and a look");
            preview::preview(review, revisions, &material).expect("a preview")
        })
    }

    fn judged<T>(
        &self,
        base: &str,
        head: &str,
        author: Option<&str>,
        consenting: &[&str],
        tell: &dyn Fn(&Review<'_>, &Revisions) -> T,
    ) -> T {
        let repository = Repository::around(self.path()).expect("a repository");
        let (base, head) = (repository.commit(base).expect("the base"), repository.commit(head).expect("the head"));
        let revisions = review::revisions(&repository, (base, head), self.content, &|_, _| {}).expect("two revisions");
        let account = |id: &str| Account { forge: "github".into(), id: id.into(), login: Some("somebody".into()) };
        let people = People { author: author.map(account), consenting: consenting.iter().map(|id| account(id)).collect() };
        let review = review::judge(&revisions, people, &context(), context().today);
        tell(&review, &revisions)
    }
}

/// The names of the rules that speak, each once, in order.
pub fn rules(outcome: &Outcome) -> Vec<&str> {
    let of_listings = outcome.listings.iter().flat_map(|listing| &listing.findings);
    let mut rules: Vec<&str> = of_listings.chain(&outcome.findings).map(|found| &*found.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}
