//! The program on the command line: exit codes, what it prints, and what it leaves alone.

use std::fs;

use crate::support::{demo_copy, pressmark, printed, program};

#[test]
fn a_new_catalogue_builds_at_once() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    assert_eq!(pressmark(scratch.path(), &["init", "mine"]).status.code(), Some(0));
    let built = pressmark(&scratch.path().join("mine"), &["build", "--strict"]);
    assert_eq!(built.status.code(), Some(0), "{}", printed(&built));
    assert!(printed(&built).starts_with("built 1 listing into "), "{}", printed(&built));
    assert!(scratch.path().join("mine/public/listings/channel-messages/index.html").exists());
    let again = pressmark(scratch.path(), &["init", "mine"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(printed(&again).contains("is not empty"));
}

#[test]
fn a_missing_content_folder_is_an_error_not_a_finding() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let output = pressmark(scratch.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("there is no catalogue here"), "{}", printed(&output));
}

#[test]
fn a_finding_exits_with_1_after_the_rest_is_written_and_strict_writes_nothing() {
    let (scratch, content) = demo_copy();
    fs::write(content.join("listings/slack-messages/listing.yaml"), "naem: x\n").expect("a file");
    let strict = pressmark(scratch.path(), &["build", "--strict"]);
    assert_eq!(strict.status.code(), Some(1));
    assert!(!scratch.path().join("public").exists(), "--strict writes nothing");
    let built = pressmark(scratch.path(), &["build"]);
    let text = printed(&built);
    assert_eq!(built.status.code(), Some(1), "{text}");
    assert!(text.contains("content/listings/slack-messages/listing.yaml:1:1"), "{text}");
    assert!(text.contains("not published: listings/slack-messages"), "{text}");
    assert!(!scratch.path().join("public/listings/slack-messages/index.html").exists());
    assert!(scratch.path().join("public/listings/slack-approvals/index.html").exists());
}

#[test]
fn a_build_that_fails_leaves_the_site_as_it_was() {
    let (scratch, _) = demo_copy();
    assert_eq!(pressmark(scratch.path(), &["build"]).status.code(), Some(0));
    let page = scratch.path().join("public/index.html");
    let before = fs::read(&page).expect("the home page");
    fs::create_dir_all(scratch.path().join("templates")).expect("a folder");
    fs::write(
        scratch.path().join("templates/home.html"),
        "{% extends \"base.html\" %}{% block main %}{{ nonsense.here }}{% endblock main %}",
    )
    .expect("a template");
    let failed = pressmark(scratch.path(), &["build"]);
    assert_eq!(failed.status.code(), Some(1), "{}", printed(&failed));
    assert!(printed(&failed).contains("home.html"), "{}", printed(&failed));
    assert_eq!(fs::read(&page).expect("the home page"), before);
}

#[test]
fn a_broken_settings_file_publishes_no_other_site() {
    let (scratch, content) = demo_copy();
    let valid = fs::read_to_string(content.join("catalogue.yaml")).expect("the settings");
    let line = |key: &str| valid.lines().find(|line| line.starts_with(&format!("{key}:"))).expect("a key of the demo").to_owned();
    let site = |args: &[&str]| pressmark(scratch.path(), &[&["build"], args].concat());
    for (key, broken) in [("title", "title: ["), ("title", "titel: Demo"), ("base_url", "base_url: here"), ("language", "language: {")] {
        fs::write(content.join("catalogue.yaml"), valid.replace(&line(key), broken)).expect("a file");
        let built = site(&[]);
        let text = printed(&built);
        assert_eq!(built.status.code(), Some(2), "{broken}: {text}");
        assert!(text.contains(&format!("not built because the `{key}` in `content/catalogue.yaml:")), "{text}");
        assert!(!scratch.path().join("public").exists(), "{broken}");
    }
    fs::write(content.join("catalogue.yaml"), valid.replace(&line("base_url"), "base_url: here")).expect("a file");
    assert_eq!(site(&["--base-url", "https://a.example/"]).status.code(), Some(1));
    fs::write(content.join("catalogue.yaml"), valid.replace(&line("base_url"), "")).expect("a file");
    assert_eq!(site(&[]).status.code(), Some(0), "a catalogue without a URL can be looked at");
}

#[test]
fn check_takes_the_content_folder_itself_and_says_where_it_looked_for_a_path() {
    let (scratch, _) = demo_copy();
    let check = |args: &[&str]| pressmark(scratch.path(), &[&["check"], args].concat());
    let all = check(&["content"]);
    assert_eq!(all.status.code(), Some(0), "{}", printed(&all));
    assert!(printed(&all).contains("checked ") && printed(&all).contains(" listings in "), "{}", printed(&all));
    fs::write(scratch.path().join("beside.yaml"), "name: Beside\n").expect("a file");
    let outside = check(&["beside.yaml"]);
    assert_eq!(outside.status.code(), Some(2));
    assert!(printed(&outside).contains("outside the content folder"), "{}", printed(&outside));
    let missing = printed(&check(&["slack-mesages"]));
    assert!(missing.contains("content/listings/slack-mesages`; did you mean `slack-messages`?"), "{missing}");
}

#[test]
fn a_reader_of_messages_that_has_gone_is_no_failure() {
    let (scratch, _) = demo_copy();
    for command in ["check", "health", "build"] {
        let mut child = std::process::Command::new(program())
            .arg(command)
            .current_dir(scratch.path())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stderr.take());
        let code = child.wait().expect("it ends").code();
        assert!(matches!(code, Some(0 | 1)), "{command}: {code:?}");
    }
}

#[test]
fn two_builds_write_the_same_bytes_and_the_second_changes_nothing() {
    let (scratch, _) = demo_copy();
    pressmark(scratch.path(), &["build"]);
    let second = printed(&pressmark(scratch.path(), &["build"]));
    assert!(second.contains("(0 changed, 0 removed)"), "{second}");
}

#[test]
fn a_taken_port_names_itself_and_the_flag_to_change_it() {
    let (scratch, _) = demo_copy();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port().to_string();
    let output = pressmark(scratch.path(), &["serve", "--port", &port]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains(&port) && text.contains("--port"), "{text}");
}

#[test]
fn completions_exist_for_every_shell() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = pressmark(scratch.path(), &["completions", shell]);
        assert!(output.status.success() && printed(&output).contains("pressmark"), "{shell}");
    }
}

#[test]
fn a_closed_pipe_is_not_a_failure() {
    for args in
        [&["schema", "listing"][..], &["completions", "bash"], &["explain", "--list"], &["check", "--pre-submission", "slack-messages"]]
    {
        let mut child = std::process::Command::new(program())
            .args(args)
            .current_dir(crate::support::root())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        assert_eq!(child.wait().expect("the program ends").code(), Some(0), "{args:?}");
    }
}
