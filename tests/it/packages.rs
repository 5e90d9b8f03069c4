//! Listings from one catalogue to another: `export` and `import`, as people and programs use them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;

use crate::judge::Judge;
use crate::support::{VALID, demo_copy, pressmark, printed};

/// A catalogue in a folder of its own.
pub struct Catalogue {
    pub scratch: tempfile::TempDir,
}

const README: &str = "Posts a line to a channel of your choice for every new order, with its number, its sum and a link to it.

## Setup

Sign in with your account and choose a channel.

![A black square](screenshots/a.svg)

## Troubleshooting

Ask us.

## Known limits

Orders of more than a hundred lines are cut.
";

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>\n";

impl Catalogue {
    /// A catalogue at `url` that knows the names of the listings below, and has none yet.
    pub fn new(url: &str) -> Self {
        let catalogue = Self { scratch: tempfile::tempdir().expect("a scratch folder") };
        let agreement = "## Terms\n\nBe fair.\n";
        for (path, text) in [
            (
                "catalogue.yaml",
                format!(
                    "title: Examples\nbase_url: {url}\nregions: [{{id: us, label: United States}}, {{id: eu, label: Europe}}]\nauth: [{{id: oauth2, label: OAuth 2.0}}]\nagreement: {{current: \"2026-01\"}}\n"
                ),
            ),
            ("agreements/2026-01.md", agreement.to_owned()),
        ] {
            catalogue.write(path, &text);
        }
        catalogue
    }

    /// The sandbox with its names, a base listing `core` and a listing `orders` that needs it.
    pub fn sandbox() -> Self {
        let catalogue = Self::new("https://sandbox.example/").with_names();
        catalogue.listing("core", &[("Acme Messages", "Message Core")]);
        catalogue.listing("orders", &[("Acme Messages", "Order Messages"), ("versions:", "parent: core\ndepends_on: [core]\nversions:")]);
        catalogue
    }

    /// The same with the app, the publisher and the tag of the listings.
    pub fn with_names(self) -> Self {
        self.write("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n");
        self.write("apps/slack.yaml", "name: Slack\nwebsite: https://slack.com/\nicon: slack.svg\n");
        self.write("apps/slack.svg", SVG);
        self.write("publishers/acme.yaml", "name: Acme Works\nurl: https://acme.example/\nmay_hide_source: true\n");
        self
    }

    /// Writes a valid listing in which the pairs are exchanged.
    pub fn listing(&self, slug: &str, changes: &[(&str, &str)]) {
        let text = changes.iter().fold(VALID.to_owned(), |text, (old, new)| {
            assert!(text.contains(old), "{old}");
            text.replacen(old, new, 1)
        });
        self.write(&format!("listings/{slug}/listing.yaml"), &text);
        self.write(&format!("listings/{slug}/README.md"), README);
        self.write(&format!("listings/{slug}/screenshots/a.svg"), SVG);
    }

    pub fn content(&self) -> PathBuf {
        self.scratch.path().join("content")
    }

    pub fn write(&self, path: &str, text: &str) {
        let file = self.content().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.content().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn run(&self, args: &[&str]) -> Output {
        pressmark(self.scratch.path(), args)
    }

    /// Exports into a file outside of the catalogue, and returns its path.
    pub fn export(&self, args: &[&str]) -> PathBuf {
        let out = self.scratch.path().join("out.zip");
        let path = out.to_string_lossy().into_owned();
        let output = self.run(&[&["export", "--today", "2026-12-01", "--out", &path], args].concat());
        assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
        out
    }

    /// Imports on 1 December 2026.
    pub fn import(&self, package: &Path, args: &[&str]) -> Output {
        self.run(&[&["import", &package.to_string_lossy(), "--today", "2026-12-01"], args].concat())
    }

    /// The plan of an import as JSON.
    pub fn plan(&self, package: &Path, args: &[&str]) -> Value {
        let output = self.import(package, &[&["--plan", "--format", "json"], args].concat());
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", printed(&output)))
    }

    /// Everything in the content folder, for comparing states.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.content()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() { folders.push(path) } else { files.push((path.clone(), fs::read(&path).expect("a file"))) }
            }
        }
        files.sort();
        files
    }
}

fn texts<'plan>(value: &'plan Value, key: &str) -> Vec<&'plan str> {
    value.as_array().expect("a list").iter().map(|item| item[key].as_str().expect("a text")).collect()
}

fn assert_valid(catalogue: &Catalogue) {
    let checked = catalogue.run(&["check", "--today", "2026-12-01"]);
    assert_eq!(checked.status.code(), Some(0), "{}", printed(&checked));
}

#[test]
fn listings_travel_from_one_catalogue_to_another_and_back() {
    let (sandbox, shop) = (Catalogue::sandbox(), Catalogue::new("https://shop.example/"));
    let package = sandbox.export(&["orders", "--with-dependencies"]);
    let imported = shop.import(&package, &["--create"]);
    assert_eq!(imported.status.code(), Some(0), "{}", printed(&imported));
    assert!(printed(&imported).contains("every imported version is released"), "{}", printed(&imported));
    assert_valid(&shop);
    let orders = shop.read("listings/orders/listing.yaml");
    assert!(orders.contains("imported_from:\n  catalogue: https://sandbox.example/\n  listing: orders\n  version: 1.0.0\n"), "{orders}");
    assert_eq!(shop.read("listings/orders/README.md"), README);
    assert_eq!(shop.read("apps/slack.svg"), SVG);
    assert_eq!(shop.read("publishers/acme.yaml"), "name: Acme Works\nurl: https://acme.example/\n", "only maintainers grant rights");

    // The next version, after a change here that belongs to this catalogue.
    shop.write(
        "listings/core/listing.yaml",
        &format!("# Ours\n{}visibility: unlisted # until the review\n", shop.read("listings/core/listing.yaml")),
    );
    shop.write("collections/week.yaml", "title: The first week\nlistings: [{slug: core, why: It is the base.}]\n");
    let newer = "versions:\n  - {version: 1.1.0, date: 2026-11-20, notes: Adds threads.}";
    sandbox.listing("core", &[("Acme Messages", "Message Core"), ("versions:", newer), ("every new order", "every order")]);
    let package = sandbox.export(&["core"]);
    let plan = shop.plan(&package, &[]);
    let core = &plan["listings"][0];
    assert_eq!((core["action"].as_str(), core["found_by"].as_str()), (Some("update"), Some("imported-from")), "{plan}");
    assert_eq!((core["version"].as_str(), core["released_before"].as_str()), (Some("2"), Some("1")), "{plan}");
    assert_eq!(core["changed_keys"], serde_json::json!(["summary"]), "{plan}");
    let relations: Vec<_> =
        core["dependents"].as_array().expect("dependents").iter().map(|one| (one["relation"].as_str(), one["slug"].as_str())).collect();
    assert_eq!(
        relations,
        [(Some("collection"), Some("week")), (Some("depends_on"), Some("orders")), (Some("parent"), Some("orders"))],
        "{plan}"
    );
    assert_eq!(texts(&plan["files"], "path"), ["listings/core/listing.yaml"], "{plan}");
    let before = shop.files();
    let text = printed(&shop.import(&package, &["--plan"]));
    assert!(text.contains("collection `week` contains it") && text.contains("`orders` depends on it (`parent`)"), "{text}");
    assert_eq!(shop.files(), before, "a plan writes nothing");

    let imported = shop.import(&package, &[]);
    assert_eq!(imported.status.code(), Some(0), "{}", printed(&imported));
    let core = shop.read("listings/core/listing.yaml");
    assert!(core.starts_with("# Ours\n") && core.contains("visibility: unlisted # until the review\n"), "{core}");
    assert!(core.contains("  - version: 2\n    date: 2026-12-01\n    notes: Adds threads.\n  - version: 1\n"), "{core}");
    assert!(core.contains("  version: 1.1.0\n"), "{core}");
    assert_valid(&shop);

    // Back to where it came from: the original is the copy of its copy.
    let back = sandbox.plan(&shop.export(&["core"]), &[]);
    assert_eq!(
        (back["listings"][0]["slug"].as_str(), back["listings"][0]["found_by"].as_str()),
        (Some("core"), Some("imported-from")),
        "{back}"
    );
    assert_eq!(back["listings"][0]["version"], "1.2.0", "the original goes on in its own numbers: {back}");
}

#[test]
fn a_package_contains_the_latest_released_version_and_its_note() {
    let sandbox = Catalogue::sandbox();
    let versions = "versions:\n  - {version: 2.0.0-rc.1, date: 2026-11-20, notes: A try.}\n  - {version: 1.1.0, date: 2026-10-20, notes: Adds threads.}";
    sandbox.listing("core", &[("Acme Messages", "Message Core"), ("versions:", versions)]);
    sandbox.write("listings/core/review.yaml", "approved_by: Wren\napproved_on: 2026-11-01\n");
    let out = sandbox.scratch.path().join("core.zip");
    let output = sandbox.run(&["export", "core", "--today", "2026-12-01", "--out", &out.to_string_lossy(), "--format", "json"]);
    let manifest: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", printed(&output)));
    let core = &manifest["listings"][0];
    assert_eq!((core["version"].as_str(), core["notes"].as_str()), (Some("1.1.0"), Some("Adds threads.")));
    assert_eq!(manifest["catalogue"], "https://sandbox.example/");
    let files = texts(&manifest["files"], "path");
    assert_eq!(
        files,
        [
            "apps/slack.svg",
            "apps/slack.yaml",
            "listings/core/README.md",
            "listings/core/listing.yaml",
            "listings/core/screenshots/a.svg",
            "publishers/acme.yaml",
            "tags.yaml"
        ],
        "everything it needs, and no record of a review"
    );
    let validator = Judge::new(&serde_json::from_str(&pressmark::package::schema()).expect("JSON"));
    assert_eq!(validator.errors(&manifest), [""; 0]);
    let printed_schema = sandbox.run(&["schema", "package"]);
    assert_eq!(String::from_utf8_lossy(&printed_schema.stdout), pressmark::package::schema());
    let package = pressmark::package::Package::open(&fs::read(&out).expect("the package")).expect("valid");
    assert_eq!(serde_json::to_value(&package.manifest).expect("JSON"), manifest, "what is printed is what is in it");
}

#[test]
fn a_version_without_a_note_is_exported_with_a_warning() {
    let sandbox = Catalogue::sandbox();
    sandbox.listing("core", &[("Acme Messages", "Message Core"), (", notes: First release.", "")]);
    let output = sandbox.run(&["export", "core", "--out", "core.zip"]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    assert!(printed(&output).contains("warning: no note for the released version in `core`"), "{}", printed(&output));
}

#[test]
fn the_same_content_makes_the_same_package() {
    let (one, other) = (Catalogue::sandbox(), Catalogue::sandbox());
    assert_eq!(fs::read(one.export(&[])).expect("a package"), fs::read(other.export(&[])).expect("a package"));
    let streamed = one.run(&["export"]).stdout;
    assert_eq!(streamed, fs::read(one.export(&[])).expect("a package"), "and on standard output, too");
}

#[test]
fn what_a_listing_needs_is_exported_or_named() {
    let sandbox = Catalogue::sandbox();
    let output = sandbox.run(&["export", "orders", "--out", "x.zip"]);
    assert_eq!(output.status.code(), Some(2));
    let text = printed(&output);
    assert!(text.contains("`orders` needs `core` (`parent`)") && text.contains("--with-dependencies"), "{text}");
    assert!(!sandbox.scratch.path().join("x.zip").exists());
    sandbox.export(&["orders", "core"]);
}

#[test]
fn listings_are_chosen_by_name_tag_app_or_collection() {
    let (scratch, _) = demo_copy();
    let slugs = |args: &[&str]| {
        let all = ["export", "--with-dependencies", "--today", "2026-12-01", "--out", "x.zip", "--format", "json"];
        let output = pressmark(scratch.path(), &[&all, args].concat());
        let manifest: Value = serde_json::from_slice(&output.stdout).map_err(|_| printed(&output))?;
        Ok::<_, String>(texts(&manifest["listings"], "slug").iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(
        slugs(&["content/listings/trello-boards", "slack-messages"]),
        Ok(vec!["slack-messages".to_owned(), "trello-boards".to_owned()])
    );
    assert_eq!(slugs(&["--app", "Trello"]), Ok(vec!["trello-boards".to_owned()]));
    assert!(slugs(&["--tag", "payments"]).expect("listings").len() > 2);
    assert!(slugs(&["--collection", "open-an-online-shop"]).expect("listings").len() > 2);
    assert!(slugs(&[]).expect("listings").len() > 40);
    for (args, words) in [
        (&["--tag", "paymnets"][..], "did you mean `payments`?"),
        (&["--app", "trello"], "did you mean `Trello`?"),
        (&["--collection", "open-a-shop"], "no collection `open-a-shop`"),
        (&["trello-board"], "did you mean `trello-boards`?"),
        (&["apps/trello.yaml"], "is not a listing"),
        (&["slack-messages", "--app", "Trello"], "cannot be used with"),
    ] {
        let error = slugs(args).expect_err("a name that is not there");
        assert!(error.contains(words), "{error}");
    }
    let with_package_in_the_way = pressmark(scratch.path(), &["export", "trello-boards", "--format", "json"]);
    assert_eq!(with_package_in_the_way.status.code(), Some(2));
}

#[test]
fn a_listing_that_does_not_pass_the_check_is_not_exported() {
    let sandbox = Catalogue::sandbox();
    sandbox.listing("core", &[("Acme Messages", "Message Core"), ("tags: [crm]", "tags: [no-such-tag]")]);
    let output = sandbox.run(&["export", "core", "--out", "x.zip"]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(printed(&output).contains("tag-unknown") && printed(&output).contains("nothing was exported"), "{}", printed(&output));
    assert!(!sandbox.scratch.path().join("x.zip").exists());
}

/// The plan for a package of the sandbox's `core`, in a catalogue with `listings`: slug, and changes of a valid listing.
fn plan_beside(listings: &[(&str, &[(&str, &str)])]) -> Value {
    let shop = Catalogue::new("https://shop.example/").with_names();
    for (slug, changes) in listings {
        shop.listing(slug, changes);
    }
    shop.plan(&Catalogue::sandbox().export(&["core"]), &[])
}

#[test]
fn a_copy_is_found_by_its_origin_its_slug_or_its_app_and_name() {
    const ORIGIN: (&str, &str) = ("versions:", "imported_from: {catalogue: 'https://sandbox.example', listing: core}\nversions:");
    let found = |listings: &[(&str, &[(&str, &str)])]| {
        let plan = plan_beside(listings);
        assert_eq!(plan["problems"], serde_json::json!([]), "{plan}");
        let listing = &plan["listings"][0];
        (listing["slug"].as_str().unwrap_or_default().to_owned(), listing["found_by"].as_str().map(str::to_owned))
    };
    assert_eq!(found(&[]), ("core".to_owned(), None));
    assert_eq!(found(&[("core", &[])]), ("core".to_owned(), Some("slug".to_owned())));
    assert_eq!(found(&[("base", &[("versions:", "former_slugs: [core]\nversions:")])]), ("base".to_owned(), Some("slug".to_owned())));
    assert_eq!(found(&[("base", &[("Acme Messages", "message  CORE")])]), ("base".to_owned(), Some("app-and-name".to_owned())));
    assert_eq!(
        found(&[("base", &[ORIGIN]), ("core", &[("Acme Messages", "Another")])]),
        ("base".to_owned(), Some("imported-from".to_owned()))
    );
}

#[test]
fn a_doubt_about_the_copy_is_an_error_with_the_candidates() {
    const ORIGIN: (&str, &str) = ("versions:", "imported_from: {catalogue: 'https://sandbox.example/', listing: core}\nversions:");
    let problem = |listings: &[(&str, &[(&str, &str)])]| {
        let plan = plan_beside(listings);
        assert_eq!(plan["written"], false);
        let problem = plan["problems"][0].clone();
        let candidates: Vec<_> =
            problem["candidates"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        (problem["kind"].as_str().unwrap_or_default().to_owned(), candidates)
    };
    let two = [("one", &[ORIGIN][..]), ("two", &[("Acme Messages", "Other"), ORIGIN])];
    assert_eq!(problem(&two), ("ambiguous".to_owned(), vec!["one".to_owned(), "two".to_owned()]));
    let named = [("one", &[("Acme Messages", "Message Core")][..]), ("two", &[("Acme Messages", "message core")])];
    assert_eq!(problem(&named), ("ambiguous".to_owned(), vec!["one".to_owned(), "two".to_owned()]));
    assert_eq!(problem(&[("core", &[("publisher: acme", "publisher: other")])]).0, "other-listing");
    assert_eq!(problem(&[("core", &[("app: Slack", "app: HubSpot")])]).0, "other-listing");
    let elsewhere = ("versions:", "imported_from: {catalogue: 'https://sandbox.example/', listing: orders}\nversions:");
    assert_eq!(problem(&[("core", &[elsewhere])]).0, "other-listing");
    let gone = ("versions:", "lifecycle: {state: removed, since: 2026-05-01, reason: security}\nversions:");
    assert_eq!(problem(&[("core", &[gone])]).0, "left");
}

#[test]
fn everything_that_is_missing_is_named_in_one_run_and_created_when_asked_to() {
    let (sandbox, shop) = (Catalogue::sandbox(), Catalogue::new("https://shop.example/"));
    let package = sandbox.export(&["orders", "--with-dependencies"]);
    let before = shop.files();
    let refused = shop.import(&package, &[]);
    let text = printed(&refused);
    assert_eq!(refused.status.code(), Some(1), "{text}");
    for unknown in ["unknown app `Slack`", "unknown publisher `acme`", "unknown tag `crm`", "--create"] {
        assert!(text.contains(unknown), "{unknown}: {text}");
    }
    assert_eq!(shop.files(), before);
    shop.write("tags.yaml", "# ours\n- {id: finance, label: Finance, description: Books.}\n");
    assert_eq!(shop.import(&package, &["--create"]).status.code(), Some(0));
    assert!(shop.read("tags.yaml").starts_with("# ours\n- {id: finance, label: Finance, description: Books.}\n- id: crm\n"));
}

#[test]
fn a_dependency_is_in_the_package_or_in_the_catalogue_under_any_slug() {
    let sandbox = Catalogue::sandbox();
    let both = sandbox.export(&["orders", "core"]);
    let shop = Catalogue::new("https://shop.example/").with_names();
    shop.listing("base", &[("Acme Messages", "Message Core")]);
    assert_eq!(shop.import(&both, &[]).status.code(), Some(0));
    let orders = shop.read("listings/orders/listing.yaml");
    assert!(orders.contains("parent: base\ndepends_on: [base]\n"), "{orders}");
    // A package without it, made by hand: `export` would not.
    let plan = Catalogue::new("https://shop.example/").with_names().plan(&crate::packages_hostile::without_core(&both), &[]);
    assert_eq!(plan["problems"][0]["kind"], "dependency-missing", "{plan}");
}

#[test]
fn what_the_catalogue_objects_to_is_not_imported() {
    let sandbox = Catalogue::sandbox();
    sandbox.listing(
        "core",
        &[("Acme Messages", "Message Core"), ("source: open", "source: closed\n# "), ("versions:", "regions: [us]\nversions:")],
    );
    let text = sandbox.read("listings/core/listing.yaml");
    let text: String = text.lines().filter(|line| !line.starts_with("source_url")).map(|line| format!("{line}\n")).collect();
    sandbox.write("listings/core/listing.yaml", &text);
    let package = sandbox.export(&["core"]);
    let shop = Catalogue::new("https://shop.example/");
    let before = shop.files();
    let refused = shop.import(&package, &["--create"]);
    assert_eq!(refused.status.code(), Some(1), "{}", printed(&refused));
    assert!(printed(&refused).contains("source-hidden-without-permission"), "{}", printed(&refused));
    assert!(printed(&refused).contains("without `may_hide_source` of `acme`"), "{}", printed(&refused));
    assert_eq!(shop.files(), before);
}

#[test]
fn a_pinned_shared_version_stays_and_is_said() {
    let shop = Catalogue::new("https://shop.example/").with_names();
    shop.listing("core", &[("Acme Messages", "Message Core"), ("versions:", "released: 1.0.0\nshared: 1.0.0 # for now\nversions:")]);
    let imported = shop.import(&Catalogue::sandbox().export(&["core"]), &[]);
    assert_eq!(imported.status.code(), Some(0), "{}", printed(&imported));
    assert!(printed(&imported).contains("visitors still receive 1.0.0, because of `shared`"), "{}", printed(&imported));
    let core = shop.read("listings/core/listing.yaml");
    assert!(core.contains("released: 1.1.0\nshared: 1.0.0 # for now\n"), "{core}");
}

#[test]
fn files_that_the_original_no_longer_has_go_and_others_stay() {
    let (sandbox, shop) = (Catalogue::sandbox(), Catalogue::new("https://shop.example/").with_names());
    shop.import(&sandbox.export(&["core"]), &[]);
    shop.write("listings/core/icon.svg", SVG);
    shop.write("listings/core/review.yaml", "approved_by: Wren\napproved_on: 2026-11-01\n");
    let plan = shop.plan(&sandbox.export(&["core"]), &[]);
    let files: Vec<_> =
        plan["files"].as_array().expect("files").iter().map(|file| (file["path"].as_str(), file["action"].as_str())).collect();
    assert_eq!(files, [(Some("listings/core/icon.svg"), Some("remove")), (Some("listings/core/listing.yaml"), Some("update"))], "{plan}");
    assert_eq!(shop.import(&sandbox.export(&["core"]), &[]).status.code(), Some(0));
    assert!(!shop.content().join("listings/core/icon.svg").exists() && shop.content().join("listings/core/review.yaml").exists());
}

#[test]
fn a_file_that_differs_only_in_case_is_not_written_beside_the_other() {
    let (sandbox, shop) = (Catalogue::sandbox(), Catalogue::new("https://shop.example/").with_names());
    shop.import(&sandbox.export(&["core"]), &[]);
    fs::rename(shop.content().join("listings/core/README.md"), shop.content().join("listings/core/readme.md")).expect("renamed");
    let plan = shop.plan(&sandbox.export(&["core"]), &[]);
    assert!(plan["problems"][0]["message"].as_str().is_some_and(|message| message.contains("where case is ignored")), "{plan}");
}

#[cfg(unix)]
#[test]
fn an_import_does_not_write_through_a_link() {
    let shop = Catalogue::new("https://shop.example/").with_names();
    let elsewhere = tempfile::tempdir().expect("a scratch folder");
    fs::create_dir_all(shop.content().join("listings")).expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), shop.content().join("listings/core")).expect("a link");
    let refused = shop.import(&Catalogue::sandbox().export(&["core"]), &[]);
    assert_eq!(refused.status.code(), Some(1), "{}", printed(&refused));
    assert!(printed(&refused).contains("`listings/core` is a link"), "{}", printed(&refused));
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 0);
}

#[test]
fn byte_order_mark_and_line_endings_of_a_copy_stay() {
    let shop = Catalogue::new("https://shop.example/").with_names();
    let sandbox = Catalogue::sandbox();
    shop.import(&sandbox.export(&["core"]), &[]);
    let text = format!("\u{feff}{}", shop.read("listings/core/listing.yaml").replace('\n', "\r\n"));
    shop.write("listings/core/listing.yaml", &text);
    assert_eq!(shop.import(&sandbox.export(&["core"]), &[]).status.code(), Some(0));
    let after = shop.read("listings/core/listing.yaml");
    assert!(after.starts_with('\u{feff}') && after.matches('\u{feff}').count() == 1 && after.contains("  - version: 2\r\n"), "{after}");
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}
