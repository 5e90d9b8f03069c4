//! The promises of `ARCHITECTURE.md` about the code itself.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::root;

/// The modules from the foundation up: each names only those before it.
const ORDER: [&str; 24] = [
    "source",
    "diagnostic",
    "language",
    "parse",
    "format",
    "theme",
    "catalogue",
    "rules",
    "submission",
    "picture",
    "site",
    "hosting",
    "search",
    "render",
    "output",
    "pipeline",
    "mend",
    "self_review",
    "review",
    "forge",
    "health",
    "queue",
    "serve",
    "cli",
];

/// Crates that have one door: the crate, and the file or folder that may name it.
const DOORS: [(&str, &[&str]); 23] = [
    ("granit_parser", &["src/parse/yaml.rs"]),
    ("pulldown_cmark", &["src/parse/prose/", "src/review/escape.rs"]), // there as the judge of a test
    ("image", &["src/parse/media", "src/picture/"]),
    ("webp", &["src/picture/encode.rs"]),
    ("resvg", &["src/picture/card"]),
    ("notosans", &["src/picture/card"]),
    ("etcetera", &["src/cli/cache.rs"]),
    ("tera", &["src/render/templates.rs"]),
    ("axum", &["src/serve/server"]),
    ("notify", &["src/serve/watch"]),
    ("notify_debouncer_full", &["src/serve/watch"]),
    ("similar", &["src/mend.rs", "src/review/preview/diff.rs"]),
    ("unicode_width", &["src/diagnostic/columns.rs"]),
    ("walkdir", &["src/source/disk.rs"]),
    ("inquire", &["src/cli/new_prompt.rs"]),
    ("fluent_syntax", &["src/language/file.rs"]),
    ("icu_decimal", &["src/language/numbers.rs"]),
    ("icu_plurals", &["src/language/numbers.rs"]),
    ("brotli", &["src/output/compress.rs"]),
    ("ureq", &["src/health/links/ask.rs"]),
    ("robotxt", &["src/health/links/robots.rs"]),
    ("psl", &["src/health/links/host.rs"]),
    ("flate2", &["src/output/compress.rs"]),
];

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The lines of code of every source file: its path below the project, and each line that is no comment.
fn code() -> Vec<(String, Vec<String>)> {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    files.sort();
    let relative = |path: &Path| path.strip_prefix(root()).expect("below the project").to_string_lossy().replace('\\', "/");
    let lines = |path: &Path| {
        let text = fs::read_to_string(path).expect("UTF-8");
        text.lines().filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned).collect()
    };
    files.iter().map(|path| (relative(path), lines(path))).collect()
}

#[test]
fn modules_name_only_modules_below_them() {
    let mut wrong = Vec::new();
    for (path, lines) in code() {
        let Some(module) = path.trim_start_matches("src/").split(['/', '.']).next() else { continue };
        let Some(own) = ORDER.iter().position(|known| *known == module) else { continue };
        for line in &lines {
            for (place, other) in ORDER.iter().enumerate() {
                if place > own && line.contains(&format!("crate::{other}::")) {
                    wrong.push(format!("{path}: {}", line.trim()));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn each_dependency_has_one_door() {
    let mut wrong = Vec::new();
    for (path, lines) in code() {
        for (name, doors) in DOORS {
            let path_of_it = format!("{name}::");
            // Neither the end of another crate's name nor a module of the same name.
            let begins =
                |before: &str| !before.ends_with("::") && !before.ends_with(|char: char| char.is_ascii_alphanumeric() || char == '_');
            let names_it = |line: &&String| line.match_indices(&path_of_it).any(|(at, _)| begins(&line[..at]));
            if !doors.iter().any(|door| path.starts_with(door)) {
                wrong.extend(lines.iter().filter(names_it).map(|line| format!("{path}: {}", line.trim())));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_file_says_what_it_knows() {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let silent: Vec<_> = files.into_iter().filter(|path| !fs::read_to_string(path).expect("UTF-8").starts_with("//!")).collect();
    assert_eq!(silent, Vec::<PathBuf>::new());
}
