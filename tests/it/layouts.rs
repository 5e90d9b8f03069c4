//! A catalogue anywhere in its repository: under another name, in a subfolder, at the top. And commands from anywhere inside of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{pressmark, printed};

/// Content folders from the top of the repository, with `/` at the end.
const LAYOUTS: [&str; 4] = ["content/", "catalogue/", "packages/my.catalogue/content/", ""];

fn git(folder: &Path, args: &[&str]) -> String {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@test.example", "-c", "commit.gpgsign=false"];
    let done = Command::new("git").args(identity).args(args).current_dir(folder).output().expect("git runs");
    assert!(done.status.success(), "git {args:?}: {}", printed(&done));
    String::from_utf8_lossy(&done.stdout).trim().to_owned()
}

/// The catalogue of `init` in the folder `layout` of a repository, with a commit on `main`; with a file or two that are no content.
fn repository(layout: &str) -> (tempfile::TempDir, PathBuf) {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let top = scratch.path().join("repository");
    let made = pressmark(scratch.path(), &["init", "repository"]);
    assert_eq!(made.status.code(), Some(0), "{}", printed(&made));
    let content = top.join(layout);
    fs::create_dir_all(&content).expect("a folder");
    if layout != "content/" {
        for entry in fs::read_dir(top.join("content")).expect("a folder") {
            let entry = entry.expect("an entry");
            fs::rename(entry.path(), content.join(entry.file_name())).expect("it moves");
        }
        fs::remove_dir(top.join("content")).expect("it is empty");
    }
    let settings = fs::read_to_string(content.join("catalogue.yaml")).expect("the settings");
    let repository = "repository: {forge: forgejo, url: https://git.example/library/catalogue}\n";
    fs::write(content.join("catalogue.yaml"), settings + repository).expect("the settings");
    fs::create_dir_all(top.join("tool/node_modules/x")).expect("a folder");
    fs::write(top.join("tool/node_modules/x/listing.yml"), "a: b\n").expect("a file");
    git(&top, &["init", "--quiet", "--initial-branch=main"]);
    git(&top, &["add", "--all"]);
    git(&top, &["commit", "--quiet", "--message=The catalogue"]);
    (scratch, top)
}

/// What names the content folder of `layout` at the top of the repository; nothing where it is found without.
fn named(layout: &str) -> Vec<&str> {
    match layout {
        "content/" | "" => Vec::new(),
        other => vec!["--content", other.trim_end_matches('/')],
    }
}

#[test]
fn the_example_of_the_library_builds_a_site() {
    crate::embedding::main().expect("the example runs");
}

#[track_caller]
fn run(folder: &Path, args: &[&str], named: &[&str]) -> String {
    let output = pressmark(folder, &[args, named].concat());
    assert_eq!(output.status.code(), Some(0), "{args:?} {named:?}: {}", printed(&output));
    printed(&output)
}

fn page(site: &Path, path: &str) -> String {
    fs::read_to_string(site.join(path).join("index.html")).expect("a page")
}

#[test]
fn links_into_the_repository_begin_at_its_root() {
    for layout in LAYOUTS {
        let (_scratch, top) = repository(layout);
        for build in [&["build"][..], &["build", "--rev", "HEAD"]] {
            run(&top, build, &named(layout));
            let listing = page(&top.join("public"), "listings/channel-messages");
            let edit = format!("https://git.example/library/catalogue/_edit/main/{layout}listings/channel-messages/listing.yaml");
            assert!(listing.contains(&edit), "{layout}: {edit}");
            assert!(page(&top.join("public"), "submit").contains(&format!("\"folder\":\"{layout}\"")), "{layout}");
        }
        // What is built into the repository is no content the next time.
        assert!(run(&top, &["check"], &named(layout)).contains(": no problems found"), "{layout}");
    }
}

#[test]
fn settings_override_the_detected_content_folder() {
    let (_scratch, top) = repository("catalogue/");
    fs::remove_dir_all(top.join(".git")).expect("a folder");
    run(&top, &["build"], &["--content", "catalogue"]);
    let edit = |folder| format!("/_edit/main/{folder}listings/channel-messages/listing.yaml");
    assert!(page(&top.join("public"), "listings/channel-messages").contains(&edit("catalogue/")), "without git: as it was named");
    let settings = top.join("catalogue/catalogue.yaml");
    let text = fs::read_to_string(&settings).expect("the settings");
    fs::write(&settings, text.replace("{forge: forgejo,", "{forge: forgejo, folder: ./a b/c/,")).expect("the settings");
    run(&top, &["build"], &["--content", "catalogue"]);
    assert!(page(&top.join("public"), "listings/channel-messages").contains(&edit("a%20b/c/")));
}

#[test]
fn a_submission_is_written_and_reviewed_in_every_layout() {
    for layout in LAYOUTS {
        let (_scratch, top) = repository(layout);
        git(&top, &["switch", "--quiet", "--create=mine"]);
        let new = [
            "new",
            "--yes",
            "--name=Order Rows",
            "--app=Slack",
            "--tags=messaging",
            "--summary=Writes a row for every new order.",
            "--setup=Sign in.",
            "--limits=Ten rows a second.",
            "--troubleshooting=Sign in again.",
            "--source=open",
            "--source-url=https://git.example/wren/rows",
            "--license=MIT",
            "--support-email=help@wren.example",
            "--install-url=https://app.example/install/rows",
            "--publisher=wren",
            "--publisher-name=Wren Tools",
            "--accept-agreement=Wren Tools",
            "--accept-warnings",
        ];
        let written = run(&top, &new, &named(layout));
        let listing = format!("{layout}listings/order-rows/listing.yaml");
        assert!(written.contains(&listing) && top.join(&listing).is_file(), "{layout}: {written}");
        // Its first line leads to the schemas.
        let text = fs::read_to_string(top.join(&listing)).expect("a listing");
        let schema = text.lines().next().and_then(|line| line.split_once("$schema=")).expect("a modeline").1;
        run(&top, &["schema"], &named(layout));
        assert!(top.join(&listing).parent().expect("a folder").join(schema).is_file(), "{layout}: {schema}");
        fs::remove_dir_all(top.join(layout).join("../schemas")).or_else(|_| fs::remove_dir_all(top.join("schemas"))).expect("schemas");
        git(&top, &["add", "--all"]);
        git(&top, &["commit", "--quiet", "--message=Rows"]);
        let args = ["review", "--base", "main", "--format", "json", "--forge", "forgejo", "--author-id", "77"];
        let output = pressmark(&top, &[&args[..], &named(layout)].concat());
        let outcome: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", printed(&output)));
        let labels = outcome["labels"].as_array().expect("labels");
        assert!(labels.iter().any(|label| label == "new-listing"), "{layout}: {outcome:#}");
        assert_eq!(outcome["listings"][0]["slug"], "order-rows", "{layout}");
        let finding = outcome["listings"][0]["findings"].as_array().into_iter().flatten().next();
        let place = finding.map_or("", |finding| finding["path"].as_str().unwrap_or_default());
        assert!(place.is_empty() || place.starts_with("listings/"), "{place}");
    }
}

#[test]
fn at_the_top_of_a_repository_other_files_are_no_content() {
    let (_scratch, top) = repository("");
    git(&top, &["switch", "--quiet", "--create=other"]);
    fs::write(top.join("package.json"), "{}\n").expect("a file");
    git(&top, &["add", "--all"]);
    git(&top, &["commit", "--quiet", "--message=A tool"]);
    let output = pressmark(&top, &["review", "--base", "main", "--format", "json"]);
    let outcome: serde_json::Value = serde_json::from_slice(&output.stdout).expect("an outcome");
    assert!(outcome["labels"].as_array().is_some_and(|labels| labels.iter().any(|label| label == "outside-listings")), "{outcome:#}");
    assert_eq!(outcome["findings"], serde_json::json!([]), "nothing is wrong with it as content");
}

#[test]
fn recipes_name_the_content_folder_where_it_is() {
    for layout in LAYOUTS.into_iter().filter(|layout| *layout != "content/") {
        for (forge, owners, review) in [
            ("github", ".github/CODEOWNERS", ".github/workflows/pressmark-review.yml"),
            ("gitlab", ".gitlab/CODEOWNERS", ".gitlab-ci.yml"),
            ("forgejo", ".forgejo/CODEOWNERS", ".forgejo/workflows/pressmark-review.yml"),
        ] {
            let (_scratch, top) = repository(layout);
            let content = if layout.is_empty() { "." } else { layout.trim_end_matches('/') };
            run(&top, &["init", "--forge", forge, "--content", content], &[]);
            let text = |path: &str| fs::read_to_string(top.join(path)).expect("a recipe");
            assert!(text(owners).contains(&format!("{layout}listings/")), "{layout}: {}", text(owners));
            assert!(!text(owners).contains("content/") || layout.contains("content/"), "{layout}");
            assert!(text(review).contains(&format!("CONTENT: {content}\n")), "{layout}: {forge}");
            assert!(text(review).contains(&format!("WITHIN: ^{}\n", layout.replace('.', "[.]"))), "{layout}: {forge}");
            // Recipes are no content, even beside it.
            assert!(run(&top, &["check"], &named(layout)).contains(": no problems found"), "{layout}");
        }
    }
    let (_scratch, top) = repository("catalogue/");
    let refused = pressmark(&top, &["init", "--forge", "github", "--content", "nowhere"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(printed(&refused).contains("there is no catalogue in `./nowhere`"), "{}", printed(&refused));
}

#[test]
fn commands_find_the_catalogue_from_a_folder_inside_of_it() {
    for layout in LAYOUTS {
        let (_scratch, top) = repository(layout);
        let content = top.join(layout);
        let listing = content.join("listings/channel-messages");
        let text = fs::read_to_string(listing.join("listing.yaml")).expect("a listing");
        fs::write(listing.join("listing.yaml"), text.replace("app: Slack", "app: Slak")).expect("a listing");
        for (folder, name) in [
            (&listing, "listing.yaml:"),
            (&content.join("listings"), "channel-messages/listing.yaml:"),
            (&content.join("apps"), "../listings/channel-messages/listing.yaml:"),
            (&content, "listings/channel-messages/listing.yaml:"),
        ] {
            let output = pressmark(folder, &["check", "--format", "concise"]);
            assert_eq!(output.status.code(), Some(1), "{layout}: {}", printed(&output));
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(said.lines().any(|line| line.starts_with(name)), "{}: {said}", folder.display());
        }
        let here = pressmark(&listing, &["check", "."]);
        assert!(printed(&here).contains("checked `listings/channel-messages`"), "{}", printed(&here));
        fs::write(listing.join("listing.yaml"), text).expect("a listing");
        assert_eq!(pressmark(&listing, &["build"]).status.code(), Some(0), "{layout}");
        assert!(!listing.join("public").exists(), "{layout}: a site is no part of a listing");
        let site = top.join("site").display().to_string();
        for command in [
            &["build", "--out", &site][..],
            &["build", "--out", &site, "--rev", "HEAD"],
            &["health"],
            &["search", "channel"],
            &["theme", "list"],
        ] {
            let output = pressmark(&listing, command);
            assert!(matches!(output.status.code(), Some(0 | 1)), "{layout}: {command:?}: {}", printed(&output));
        }
    }
}

#[test]
fn a_theme_of_the_catalogue_is_found_from_a_folder_inside_of_it() {
    for layout in ["content/", ""] {
        let (_scratch, top) = repository(layout);
        run(&top.join(layout).join("listings/channel-messages"), &["theme", "new", "harbour"], &[]);
        assert!(top.join("themes/harbour/theme.yaml").is_file(), "{layout}");
        assert!(run(&top.join(layout).join("apps"), &["theme", "list"], &[]).contains("harbour"), "{layout}");
    }
}

#[test]
fn a_missing_catalogue_is_reported_with_a_way_out() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    for command in ["check", "build", "serve", "new", "health", "search x", "queue --records"] {
        let args: Vec<&str> = command.split(' ').collect();
        let output = pressmark(scratch.path(), &args);
        let text = printed(&output);
        assert_eq!(output.status.code(), Some(2), "{command}: {text}");
        assert!(text.contains("looked for `content/catalogue.yaml` and `catalogue.yaml`"), "{command}: {text}");
        assert!(text.contains("`pressmark init my-catalogue`") && text.contains("`--content`"), "{command}: {text}");
    }
    let (_scratch, top) = repository("catalogue/");
    let text = printed(&pressmark(&top, &["check"]));
    assert!(text.contains("there is one at `--content catalogue`"), "{text}");
    fs::create_dir(top.join("empty")).expect("a folder");
    let text = printed(&pressmark(&top, &["check", "--content", "empty"]));
    assert!(text.contains("`empty` is no content folder: it has neither `catalogue.yaml` nor `listings/`"), "{text}");
    let (_scratch, top) = repository("content/");
    let text = printed(&pressmark(top.parent().expect("a folder"), &["check", "--content", "repository"]));
    assert!(text.contains("did you mean `--content repository/content`?"), "{text}");
}
