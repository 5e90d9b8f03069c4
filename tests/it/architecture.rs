//! The promises of `ARCHITECTURE.md` about the code itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::modules::{Mention, Modules};
use crate::support::root;

/// The modules from the foundation up: each names only those before it.
const ORDER: [&str; 39] = [
    "text",
    "diff",
    "inputs",
    "fault",
    "contract",
    "http",
    "source",
    "xml",
    "vocabulary",
    "diagnostic",
    "language",
    "parse",
    "format",
    "theme",
    "catalogue",
    "rules",
    "submission",
    "package",
    "lifecycle",
    "picture",
    "site",
    "hosting",
    "search",
    "render",
    "output",
    "pipeline",
    "workspace",
    "autofix",
    "recheck",
    "last_good",
    "self_review",
    "review",
    "forge",
    "health",
    "updates",
    "mirror",
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
    ("imara_diff", &["src/diff.rs"]),
    ("unicode_width", &["src/diagnostic/columns.rs"]),
    ("walkdir", &["src/source/disk.rs"]),
    ("inquire", &["src/cli/new_prompt.rs"]),
    ("fluent_syntax", &["src/language/file.rs"]),
    ("icu_decimal", &["src/language/numbers.rs"]),
    ("icu_plurals", &["src/language/numbers.rs"]),
    ("brotli", &["src/output/compress.rs"]),
    ("ureq", &["src/http.rs", "src/health/links/check.rs"]),
    ("robotxt", &["src/health/links/robots.rs"]),
    ("addr", &["src/rules/suffix.rs"]),
    ("flate2", &["src/output/compress.rs", "src/package/zip/"]),
];

/// Every source file: its path below the project and its text.
static SOURCES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut files = Vec::new();
    list(&root().join("src"), &mut files);
    files.sort();
    let relative = |path: &Path| path.strip_prefix(root()).expect("below the project").to_string_lossy().replace('\\', "/");
    files.iter().map(|path| (relative(path), fs::read_to_string(path).expect("UTF-8"))).collect()
});

/// The modules of the library; `main.rs` is a crate of its own, of one line.
static MODULES: LazyLock<Modules> = LazyLock::new(|| {
    let of_library = SOURCES.iter().filter(|(path, _)| path != "src/main.rs");
    Modules::read(of_library.map(|(path, text)| (&**path, &**text)))
});

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            list(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let mut order = ORDER.to_vec();
    order.sort_unstable();
    assert_eq!(MODULES.top().collect::<Vec<_>>(), order);
}

#[test]
fn modules_name_only_modules_below_them() {
    let place = |names: &[String]| ORDER.iter().position(|known| names.first().is_some_and(|name| name == known));
    let is_upward = |mention: &&Mention| matches!((place(&mention.from), place(&mention.to)), (Some(from), Some(to)) if to > from);
    let wrong: Vec<_> = MODULES.mentions.iter().filter(is_upward).map(Mention::to_string).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_modules_beside_each_other_name_each_other_in_a_circle() {
    let circles = MODULES.parents().flat_map(|parent| MODULES.circles(parent));
    let told: Vec<Vec<_>> = circles.map(|circle| circle.iter().map(Mention::to_string).collect()).collect();
    assert_eq!(told, Vec::<Vec<String>>::new());
}

#[test]
fn each_dependency_has_one_door() {
    let mut wrong = Vec::new();
    for (name, doors) in DOORS {
        let outside = MODULES
            .foreign()
            .filter(|(path, names)| names.first().is_some_and(|first| first == name) && !doors.iter().any(|door| path.starts_with(door)));
        wrong.extend(outside.map(|(path, names)| format!("{path}: {}", names.join("::"))));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_file_says_what_it_knows() {
    let silent: Vec<_> = SOURCES.iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    assert_eq!(silent, Vec::<&String>::new());
}
