//! `pressmark mirror`: a copy of a built site over HTTP, byte for byte; resumed, renewed, and never more than a server may ask for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::{Arc, Mutex};

use pressmark::contract::{FileFacts, Files};

use crate::repository::Scenario;
use crate::support::{pressmark, printed};
use crate::web::{Answer, Server};

/// What a server has, by the path of its file.
type Site = Arc<Mutex<BTreeMap<String, Answer>>>;

fn serve(site: &Site) -> Server {
    let site = site.clone();
    Server::new(move |path| {
        let path = percent_encoding::percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy().into_owned();
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
        site.lock().expect("a site").get(&file).cloned().unwrap_or_else(|| Answer::status(404))
    })
}

/// A site of `files`, with the list that a build would write.
fn site(files: &[(&str, &str)]) -> Site {
    let facts: BTreeMap<&str, FileFacts> = files.iter().map(|(path, text)| (*path, FileFacts::of(text.as_bytes()))).collect();
    let listed = Files::documents("https://c.example/", facts.iter().map(|(path, facts)| (*path, facts)));
    let listed = listed.into_iter().map(|(path, bytes)| (path, Answer::new(bytes)));
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), Answer::new(*text)));
    Arc::new(Mutex::new(files.chain(listed).collect()))
}

fn mirror(folder: &Path, server: &Server) -> Output {
    pressmark(folder, &["mirror", &server.url, "--out", "copy"])
}

/// The files below `folder`, by their paths.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![PathBuf::new()]);
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below)).expect("a folder") {
            let path = below.join(entry.expect("an entry").file_name());
            match folder.join(&path) {
                place if place.is_dir() => folders.push(path),
                place => drop(found.insert(path.to_string_lossy().into_owned(), fs::read(place).expect("a file"))),
            }
        }
    }
    found
}

#[test]
fn a_mirror_is_the_built_site_byte_for_byte() {
    let scenario = Scenario::new();
    let built = pressmark(scenario.path(), &["build", "--no-cache", "--compress", "--out", "public"]);
    assert_eq!(built.status.code(), Some(0), "{}", printed(&built));
    let all = files(&scenario.file("public"));
    let served: BTreeMap<String, Answer> = all.iter().map(|(path, bytes)| (path.clone(), Answer::new(bytes.clone()))).collect();
    let server = serve(&Arc::new(Mutex::new(served)));
    let done = mirror(scenario.path(), &server);
    assert_eq!(done.status.code(), Some(0), "{}", printed(&done));
    let mut copied = files(&scenario.file("copy"));
    assert_eq!(copied.remove(".pressmark-mirror"), Some(format!("{}\n", server.url).into_bytes()));
    let is_for_hosts = |path: &str| {
        matches!(path, ".pressmark" | "_headers" | "_redirects" | ".nojekyll") || path.ends_with(".br") || path.ends_with(".gz")
    };
    let wanted: BTreeMap<_, _> = all.into_iter().filter(|(path, _)| !is_for_hosts(path)).collect();
    assert_eq!(copied.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    assert!(copied == wanted, "the bytes are the same");
    assert!(copied.contains_key("index.html") && copied.contains_key("listings/acme-messages/index.html"));

    let n_asked = server.asked().len();
    let again = mirror(scenario.path(), &server);
    assert!(printed(&again).contains(": 0 fetched (0 KB)\n"), "{}", printed(&again));
    assert_eq!(server.asked()[n_asked..], ["/api/v1/files.json"], "only the list");
}

#[test]
fn the_same_site_has_the_same_list() {
    let scenario = Scenario::new();
    let list = |out: &str| {
        let built = pressmark(scenario.path(), &["build", "--no-cache", "--out", out]);
        assert_eq!(built.status.code(), Some(0), "{}", printed(&built));
        fs::read(scenario.file(out).join("api/v1/files.json")).expect("a list")
    };
    assert_eq!(list("a"), list("b"));
}

#[test]
fn an_interrupted_mirror_goes_on_and_a_later_one_fetches_what_has_changed() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let at = |path: &str| scratch.path().join("copy").join(path);
    let site = site(&[("index.html", "home"), ("a/index.html", "a"), ("a/b c.txt", "text"), ("gone/old.txt", "old")]);
    let server = serve(&site);
    site.lock().expect("a site").insert("a/index.html".to_owned(), Answer::status(503));
    let broken = mirror(scratch.path(), &server);
    assert_eq!(broken.status.code(), Some(2), "{}", printed(&broken));
    assert!(printed(&broken).contains("error: a/index.html: `") && printed(&broken).contains("status 503"), "{}", printed(&broken));
    assert!(printed(&broken).contains("error: 1 file could not be mirrored"), "{}", printed(&broken));
    assert!(at("index.html").exists() && at("a/b c.txt").exists(), "the rest goes on");
    assert!(!at("api/v1/files.json").exists(), "the list comes last");

    site.lock().expect("a site").insert("a/index.html".to_owned(), Answer::new("a"));
    fs::write(at("index.html"), "hoax").expect("a file with another text of the same length");
    let n_asked = server.asked().len();
    let whole = mirror(scratch.path(), &server);
    assert_eq!(whole.status.code(), Some(0), "{}", printed(&whole));
    let mut asked = server.asked()[n_asked..].to_vec();
    asked.sort();
    assert_eq!(asked, ["/", "/a/", "/api/v1/files.json"]);
    assert_eq!(fs::read_to_string(at("index.html")).expect("a page"), "home");

    let next = self::site(&[("index.html", "home"), ("a/index.html", "new")]);
    let next = next.lock().expect("a site").clone();
    *site.lock().expect("a site") = next;
    let renewed = mirror(scratch.path(), &server);
    assert!(printed(&renewed).contains(": 1 fetched (1 KB), 2 removed\n"), "{}", printed(&renewed));
    assert!(!at("gone").exists() && !at("a/b c.txt").exists());
    assert_eq!(fs::read_to_string(at("a/index.html")).expect("a page"), "new");
    assert_eq!(fs::read_dir(at("")).expect("a folder").count(), 4, "index.html, a, api and the mark");
}

#[test]
fn a_file_with_other_bytes_is_named_and_the_rest_goes_on() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let site = site(&[("a.txt", "good"), ("b.txt", "good"), ("c.txt", "good"), ("d.txt", "good")]);
    for (path, answer) in
        [("a.txt", Answer::new("evil")), ("b.txt", Answer::endless("good")), ("c.txt", Answer::redirect("https://evil.example/c.txt"))]
    {
        site.lock().expect("a site").insert(path.to_owned(), answer);
    }
    let done = mirror(scratch.path(), &serve(&site));
    let said = printed(&done);
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("error: a.txt: its bytes are not those that the list says\n"), "{said}");
    assert!(
        said.contains("b.txt` is larger than 4 bytes\n")
            && said.contains("redirects to `https://evil.example/c.txt`, which is another host"),
        "{said}"
    );
    assert_eq!(files(&scratch.path().join("copy")).keys().collect::<Vec<_>>(), [".pressmark-mirror", "d.txt"]);
}

#[test]
fn a_list_that_leads_out_of_the_folder_is_refused_as_a_whole() {
    let hash = "0".repeat(32);
    for (files, said) in [
        (format!("\"../x\":[1,\"{hash}\"]"), "the list names `../x`, which is not a path of a site"),
        (format!("\"/etc/x\":[1,\"{hash}\"]"), "which is not a path of a site"),
        (format!("\"a\\u001b[31m\":[1,\"{hash}\"]"), "the list names `a\\u{1b}[31m`"),
        (format!("\"a\":[1,\"{hash}\"],\"a/b\":[1,\"{hash}\"]"), "the list names `a` as a file and as a folder"),
        (format!("\"a\":[99999999999,\"{hash}\"]"), "the limit is"),
        ("\"a\":[1,\"?\"]".to_owned(), "no fingerprint of `a`"),
        ("\"a\":[-1,\"\"]".to_owned(), "is not a document of a catalogue"),
    ] {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let list = format!("{{\"schema\":1,\"catalogue\":\"https://c.example/\",\"files\":{{\"index.html\":[0,\"{hash}\"],{files}}}}}");
        let server = serve(&Arc::new(Mutex::new([("api/v1/files.json".to_owned(), Answer::new(list))].into())));
        let done = mirror(scratch.path(), &server);
        assert_eq!(done.status.code(), Some(2), "{files}: {}", printed(&done));
        assert!(printed(&done).contains(said), "{files}: {}", printed(&done));
        assert_eq!(server.asked().len(), 1, "{files}");
        assert!(!scratch.path().join("copy").exists(), "{files}");
    }
}

#[test]
fn a_folder_with_something_else_is_left_alone() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let server = serve(&site(&[("index.html", "home")]));
    fs::create_dir(scratch.path().join("copy")).expect("a folder");
    fs::write(scratch.path().join("copy/letter.txt"), "dear").expect("a file");
    let refused = mirror(scratch.path(), &server);
    assert_eq!(refused.status.code(), Some(2));
    assert!(printed(&refused).contains("`copy` is not empty and is not a mirror"), "{}", printed(&refused));
    fs::remove_file(scratch.path().join("copy/letter.txt")).expect("a file");
    assert_eq!(mirror(scratch.path(), &server).status.code(), Some(0));
    let other = mirror(scratch.path(), &serve(&site(&[])));
    assert!(printed(&other).contains(&format!("`copy` is a mirror of {}", server.url)), "{}", printed(&other));
    let none = mirror(scratch.path(), &serve(&Arc::default()));
    assert!(
        printed(&none).contains("does not exist (404); the site must be built by a version of pressmark that lists its files"),
        "{}",
        printed(&none)
    );
}

#[test]
fn a_list_in_parts_is_one_site() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let many: Vec<(String, String)> = (0..5001).map(|n| (format!("{}/{n}.txt", n % 50), n.to_string())).collect();
    let pairs: Vec<(&str, &str)> = many.iter().map(|(path, text)| (&**path, &**text)).collect();
    let site = site(&pairs);
    assert!(site.lock().expect("a site").contains_key("api/v1/files/2.json"));
    let done = mirror(scratch.path(), &serve(&site));
    assert_eq!(done.status.code(), Some(0), "{}", printed(&done));
    assert_eq!(files(&scratch.path().join("copy")).len(), 5001 + 3 + 1);
    let server = serve(&site);
    site.lock().expect("a site").insert("api/v1/files/1.json".to_owned(), Answer::new("{}"));
    let changed = pressmark(scratch.path(), &["mirror", &server.url, "--out", "other"]);
    assert!(printed(&changed).contains("`api/v1/files/1.json` is not what the list says"), "{}", printed(&changed));
}
