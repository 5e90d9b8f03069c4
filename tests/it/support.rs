//! A site in memory, and the program on the command line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, LazyLock};

use pressmark::pipeline;
use pressmark::render::{RenderOptions, Rendered, Renderer, ResolvedTheme};
use pressmark::rules::RunContext;
use pressmark::site::Page;
use pressmark::source::Folder;
use pressmark::source::disk::Disk;
use url::Url;

/// A listing that no rule has a finding about, in a catalogue that knows its names.
pub const VALID: &str = include_str!("../fixtures/valid-listing.yaml");

/// The project's own folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The day on which the tests take place.
pub fn context() -> RunContext {
    RunContext::new(jiff::civil::date(2026, 12, 1))
}

/// Every file of the site of `folder`, by its path.
pub fn site(folder: &dyn Folder, base: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let renderer = renderer(folder, base, &RenderOptions::default());
    let mut files = rendered(&renderer, folder, &|_| true);
    files.extend(renderer.assets().iter().map(|asset| (asset.path.file_path(), asset.bytes.clone())));
    files.extend(renderer.index().map(|(path, bytes)| (path.file_path(), bytes.to_vec())));
    files
}

/// The pages of the site of `folder` whose paths `is_wanted` names, as in the preview, whose index of the search is not made before it is needed.
pub fn some_of_site(folder: &dyn Folder, base: Option<&str>, is_wanted: &dyn Fn(&str) -> bool) -> BTreeMap<String, Vec<u8>> {
    rendered(&renderer(folder, base, &RenderOptions { live_url: Some("/live.js".to_owned()) }), folder, is_wanted)
}

fn renderer(folder: &dyn Folder, base: Option<&str>, options: &RenderOptions) -> Renderer {
    let checked = pipeline::check(folder, &context(), &|_, _, _| {}).expect("a folder");
    let base = base.map(|base| Url::parse(base).expect("a URL"));
    let site = Arc::new(pipeline::plan(checked.resolved, base.as_ref()));
    Renderer::new(site, &ResolvedTheme::default(), options).expect("the built-in templates")
}

fn rendered(renderer: &Renderer, folder: &dyn Folder, is_wanted: &dyn Fn(&str) -> bool) -> BTreeMap<String, Vec<u8>> {
    let wanted = renderer.site().pages().filter(|page| is_wanted(page.path.as_str()));
    let file = |page: &Page| {
        let bytes = match renderer.render(page).unwrap_or_else(|error| panic!("{}: {error}", page.path.as_str())) {
            Rendered::Bytes(bytes) => bytes,
            Rendered::Content(path) => folder.read(&path, u64::MAX).expect("a file that was there"),
        };
        (page.path.file_path(), bytes)
    };
    wanted.map(file).collect()
}

/// An address below which a site may be.
pub const BASE: &str = "https://host.example/some/path/";

/// The demo.
pub fn demo() -> Disk {
    Disk::new(root().join("content"))
}

/// Every file of the site of the demo, by its path: made once for all tests.
pub fn demo_site() -> &'static BTreeMap<String, Vec<u8>> {
    static SITE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| site(&demo(), None));
    &SITE
}

/// The same below [`BASE`].
pub fn demo_site_below_base() -> &'static BTreeMap<String, Vec<u8>> {
    static SITE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| site(&demo(), Some(BASE)));
    &SITE
}

/// The program; `TESTED_PROGRAM` names another one than Cargo's, which a release build overwrites.
pub fn program() -> PathBuf {
    std::env::var_os("TESTED_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_pressmark").into(), PathBuf::from)
}

/// Runs the program in `folder`.
pub fn pressmark(folder: &Path, args: &[&str]) -> Output {
    Command::new(program()).args(args).current_dir(folder).output().expect("the program starts")
}

/// What a run printed, on both streams.
pub fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A copy of the demo content in a scratch folder.
pub fn demo_copy() -> (tempfile::TempDir, PathBuf) {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let content = scratch.path().join("content");
    copy(&root().join("content"), &content);
    (scratch, content)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file");
        }
    }
}
