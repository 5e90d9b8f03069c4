//! The first minutes of an operator: a new catalogue has no finding, asks nothing where no one is, and leads to the manual.

use std::fs;
use std::path::Path;

use pressmark::forge::Forge;

use crate::support::{pressmark, printed, root};

/// What `check` and `build` print in `folder`, without the closing line of each.
fn findings(folder: &Path) -> String {
    let said = |command: &str, end: &str| {
        let output = pressmark(folder, &[command]);
        assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
        printed(&output).lines().filter(|line| !line.starts_with(end)).map(|line| format!("{line}\n")).collect::<String>()
    };
    said("check", "checked ") + &said("build", "built ")
}

#[test]
fn the_demo_and_a_new_catalogue_have_no_finding() {
    // As it is in the repository: beside it are the templates of the program, the recipes for forges among them.
    let out = tempfile::tempdir().expect("a scratch folder");
    for command in [vec!["check"], vec!["build", "--no-git", "--out", &out.path().display().to_string()]] {
        let said = printed(&pressmark(root(), &command));
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    let forges = Forge::ALL.map(|forge| vec!["--forge", forge.name()]);
    for flags in [vec![]].into_iter().chain(forges) {
        for noun in ["connector", "app", "Vorlage,Vorlagen"] {
            let scratch = tempfile::tempdir().expect("a scratch folder");
            let url = ["init", "--base-url=https://plugins.acme.example/", "--noun", noun];
            assert_eq!(pressmark(scratch.path(), &[&url[..], &flags[..]].concat()).status.code(), Some(0));
            assert_eq!(findings(scratch.path()), "", "{flags:?} {noun}");
        }
    }
}

#[test]
fn every_build_says_that_a_new_catalogue_has_no_url_yet() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    pressmark(scratch.path(), &["init"]);
    let said = findings(scratch.path());
    assert_eq!(said, "note: the site has no URL yet: replace the placeholder in `content/catalogue.yaml`, or pass `--base-url`\n");
    let built = printed(&pressmark(scratch.path(), &["build", "--base-url=https://plugins.acme.example/"]));
    assert_eq!(built.lines().count(), 1, "{built}");
    let settings = fs::read_to_string(scratch.path().join("content/catalogue.yaml")).expect("the settings");
    let url = settings.lines().find_map(|line| line.strip_prefix("base_url: ")?.split(' ').next()).expect("a placeholder");
    let guard = fs::read_to_string(root().join("templates/forge/common/ci/guard.sh")).expect("the guard");
    assert!(guard.contains(&format!("  {url}*) echo 'not published")), "the recipes refuse to publish at {url}");
}

#[test]
fn the_files_of_another_forge_than_the_repositorys_are_refused() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let flags = ["init", "--forge=gitlab", "--repository=https://github.com/acme/plugins", "mine"];
    let made = pressmark(scratch.path(), &flags);
    assert_eq!((made.status.code(), scratch.path().join("mine").exists()), (Some(2), false), "{}", printed(&made));
    assert!(printed(&made).contains("the repository is on github, but --forge asks for the files of gitlab"), "{}", printed(&made));
}

#[test]
fn flags_answer_what_init_would_ask() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let flags = [
        "--title=Acme: plugins",
        "--noun=plugin",
        "--repository=git@github.com:acme/plugins.git",
        "--base-url=https://plugins.acme.example",
    ];
    let made = pressmark(scratch.path(), &[&["init", "mine"], &flags[..]].concat());
    assert_eq!(made.status.code(), Some(0), "{}", printed(&made));
    let settings = fs::read_to_string(scratch.path().join("mine/content/catalogue.yaml")).expect("the settings");
    for line in [
        "title: \"Acme: plugins\"",
        "base_url: \"https://plugins.acme.example/\"",
        "noun:\n  one: plugin\n  other: plugins",
        "repository:\n  forge: github\n  url: \"https://github.com/acme/plugins\"",
    ] {
        assert!(settings.contains(&format!("\n{line}\n")), "{line} is missing in {settings}");
    }
    assert_eq!(findings(&scratch.path().join("mine")), "");
    let home = fs::read_to_string(scratch.path().join("mine/public/index.html")).expect("the home page");
    assert!(home.contains("Publish your plugin") && !home.contains("connector"), "{home}");
    let said = printed(&made);
    for next in ["cd mine", "pressmark serve --open", "pressmark new", "pressmark build", "The manual: pressmark manual getting-started"] {
        assert!(said.contains(next), "{next} is missing in {said}");
    }
}

#[test]
fn an_answer_that_is_none_is_refused_before_anything_is_written() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    for (flag, why) in [
        ("--repository=acme/plugins", "is not the URL of a website"),
        ("--base-url=plugins.acme.example", "is not the URL of a website"),
        ("--noun=plugin,", "give the word"),
        ("--title=", "--title"),
    ] {
        let output = pressmark(scratch.path(), &["init", "mine", flag]);
        assert_eq!(output.status.code(), Some(2), "{flag}: {}", printed(&output));
        assert!(printed(&output).contains(why), "{}", printed(&output));
        assert!(!scratch.path().join("mine").exists(), "{flag}");
    }
    pressmark(scratch.path(), &["init", "mine"]);
    let late = printed(&pressmark(scratch.path(), &["init", "mine", "--forge=github", "--title=Later"]));
    assert!(late.contains("change them in `mine/content/catalogue.yaml`"), "{late}");
}

#[test]
fn a_path_that_is_a_file_is_named() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    fs::write(scratch.path().join("plain"), "").expect("a file");
    for path in ["plain", "plain/below"] {
        let output = pressmark(scratch.path(), &["init", path]);
        assert_eq!(output.status.code(), Some(2));
        assert!(printed(&output).contains("`plain` is a file: name a new folder"), "{}", printed(&output));
    }
}

#[test]
fn a_forge_without_recipes_leads_to_the_one_that_is_like_it() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let output = pressmark(scratch.path(), &["init", "--forge=gitea", "mine"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("'forgejo'"), "{}", printed(&output));
    assert!(!scratch.path().join("mine").exists());
}

#[test]
fn a_capital_in_the_noun_is_kept_and_said() {
    for (noun, word) in
        [("Connector", Some("Connector")), ("API Connector", Some("Connector")), ("API connector", None), ("GitHub action", None)]
    {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let said = printed(&pressmark(scratch.path(), &["init", "--noun", noun, "mine"]));
        let note = word.map(|word| {
            format!("note: `{word}` is kept with its capital letter, also in the middle of a sentence (“Publish your {noun}”)")
        });
        assert!(note.as_ref().is_none_or(|note| said.contains(note)) && said.contains("note: `") == note.is_some(), "{said}");
        let settings = fs::read_to_string(scratch.path().join("mine/content/catalogue.yaml")).expect("the settings");
        assert!(settings.contains(&format!("  one: {noun}\n")), "{settings}");
    }
}

#[test]
fn a_new_site_says_how_to_publish() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    pressmark(scratch.path(), &["init", "--noun=template"]);
    pressmark(scratch.path(), &["build"]);
    let home = fs::read_to_string(scratch.path().join("public/index.html")).expect("the home page");
    assert!(home.contains("href=\"/publish/\""), "{home}");
    let page = fs::read_to_string(scratch.path().join("public/publish/index.html")).expect("the page");
    assert!(page.contains("Add your template") && page.contains("pressmark new"), "{page}");
}

#[test]
fn the_manual_is_in_the_program() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let list = printed(&pressmark(scratch.path(), &["manual"]));
    for page in fs::read_dir(root().join("content/pages")).expect("the pages") {
        let file = page.expect("a page").file_name().to_string_lossy().into_owned();
        let Some(name) = file.strip_prefix("manual-").and_then(|rest| rest.strip_suffix(".md")) else { continue };
        assert!(list.contains(&format!("  {name} ")), "{name} is missing in {list}");
        let text = printed(&pressmark(scratch.path(), &["manual", name]));
        assert!(text.starts_with("# ") && text.lines().count() > 20, "{text}");
    }
    let near = pressmark(scratch.path(), &["manual", "hostng"]);
    assert_eq!(near.status.code(), Some(2));
    assert!(printed(&near).contains("did you mean `hosting`?"), "{}", printed(&near));
}

#[test]
fn every_help_ends_with_where_the_manual_is() {
    let help = |args: &[&str]| printed(&pressmark(root(), &[args, &["--help"]].concat()));
    let all = help(&[]);
    let commands = all.split("Commands:").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list of commands");
    for command in commands.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).filter(|name| *name != "help") {
        let text = help(&[command]);
        let last = text.trim_end().lines().last().unwrap_or_default();
        assert!(last.starts_with("Manual: pressmark manual "), "{command}: {last}");
    }
    assert!(all.trim_end().ends_with("Manual: pressmark manual, or in a browser: pressmark serve --manual"), "{all}");
    assert!(help(&["theme", "check"]).trim_end().ends_with("Manual: pressmark manual themes"));
}
