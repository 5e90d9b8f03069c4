//! How a site gets into its folder: whole at every moment, readable by a server, and apart from the content.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pressmark::output::Writer;

use crate::support::{pressmark, printed, program};

/// A new catalogue in a scratch folder.
fn catalogue() -> (tempfile::TempDir, PathBuf) {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let created = pressmark(scratch.path(), &["init", "mine"]);
    assert_eq!(created.status.code(), Some(0), "{}", printed(&created));
    let place = scratch.path().join("mine");
    (scratch, place)
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).expect("a path below the folder").to_owned();
                files.insert(below, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// Changes every page.
fn retitle(place: &Path, title: &str) {
    let settings = place.join("content/catalogue.yaml");
    let text = fs::read_to_string(&settings).expect("the settings");
    let lines = text.lines().map(|line| if line.starts_with("title:") { format!("title: {title}\n") } else { format!("{line}\n") });
    fs::write(&settings, lines.collect::<String>()).expect("the settings");
}

#[test]
fn a_second_build_of_the_same_folder_is_refused_while_the_first_one_runs() {
    let (_scratch, place) = catalogue();
    let first = Writer::new(&place.join("public")).expect("a build");
    let second = pressmark(&place, &["build"]);
    assert_eq!(second.status.code(), Some(2));
    assert!(printed(&second).contains("is being written by another run of pressmark: wait until it has ended"), "{}", printed(&second));
    drop(first);
    assert_eq!(pressmark(&place, &["build"]).status.code(), Some(0));
}

#[test]
fn a_site_in_the_content_or_around_it_is_refused_before_anything_is_written() {
    let (_scratch, place) = catalogue();
    fs::write(place.join("content/listings/broken.yaml"), "x").expect("a finding, which would be reported");
    #[cfg(unix)]
    std::os::unix::fs::symlink("content", place.join("link")).expect("a link");
    let before = files(&place);
    let refused = |folder: &str, args: &[&str], why: &str| {
        let built = pressmark(&place.join(folder), args);
        assert_eq!(built.status.code(), Some(2), "{args:?}: {}", printed(&built));
        assert!(
            printed(&built).starts_with("error: the site cannot be written to") && printed(&built).contains(why),
            "{}",
            printed(&built)
        );
        assert_eq!(files(&place).keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    };
    refused("", &["build", "--out", "content/public"], "which is in the content folder `content`");
    refused("content", &["build", "--out", "listings/../site"], "which is in the content folder");
    refused("", &["build", "--out", "content"], "which contains the content folder `content`");
    refused("", &["build", "--out", "."], "which contains the content folder `content`");
    refused("", &["build", "--rev", "HEAD", "--out", "content/public"], "which is in the content folder");
    #[cfg(unix)]
    refused("", &["build", "--out", "link/public"], "which is in the content folder `content`");
}

#[test]
fn a_site_beside_the_folders_of_content_at_the_top_of_a_repository_is_not_in_the_content() {
    let (_scratch, place) = catalogue();
    let content = place.join("content");
    fs::create_dir(content.join(".git")).expect("a repository");
    let built = pressmark(&content, &["build", "--content", ".", "--no-git"]);
    assert!(content.join("public/index.html").exists(), "{}", printed(&built));
    let refused = pressmark(&content, &["build", "--content", ".", "--out", "listings/public"]);
    assert!(printed(&refused).contains("which is in the content folder"), "{}", printed(&refused));
}

#[cfg(unix)]
#[test]
fn a_server_can_read_every_file_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_scratch, place) = catalogue();
    let build = |umask: &str, out: &str| {
        let script = format!("umask {umask}; exec \"$0\" build --compress --out {out}");
        let built = Command::new("sh").args(["-c", &script]).arg(program()).current_dir(&place).output().expect("a shell");
        assert_eq!(built.status.code(), Some(0), "{}", printed(&built));
    };
    let check = |folder: &Path| {
        let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
        for path in files(folder).keys().map(|path| folder.join(path)) {
            assert_eq!(mode(&path), 0o644, "{}", path.display());
            for above in path.ancestors().skip(1).take_while(|above| *above != place) {
                assert_eq!(mode(above), 0o755, "{}", above.display());
            }
        }
    };
    for umask in ["077", "002"] {
        let out = format!("{umask}/public");
        build(umask, &out);
        check(&place.join(umask));
        retitle(&place, umask);
        fs::remove_dir_all(place.join(&out).join("listings")).expect("folders that are created again");
        build(umask, &out);
        check(&place.join(umask));
    }
}

/// Each page finds the files that it loads.
fn assert_complete(site: &Path, what: &str) {
    for (page, bytes) in files(site).iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "html")) {
        let text = String::from_utf8_lossy(bytes);
        for asset in text.split('"').filter_map(|value| value.strip_prefix("/assets/")) {
            assert!(site.join("assets").join(asset).is_file(), "{what}: `{}` loads `{asset}`, which is missing", page.display());
        }
    }
}

/// A build is killed as soon as a moment has come, or has ended by then. Whichever it was, what follows has to be true.
#[cfg(unix)]
#[test]
fn a_build_that_is_killed_is_discarded_or_finished_by_the_next_one() {
    let (_scratch, place) = catalogue();
    let build = ["build", "--today", "2026-11-02"];
    assert_eq!(pressmark(&place, &build).status.code(), Some(0));
    let (site, working) = (place.join("public"), place.join(".public.pressmark"));
    let list = || fs::read_to_string(site.join(".pressmark")).unwrap_or_default();
    let old_home = || fs::read(site.join("index.html")).expect("the home page");
    let has_come = |moment: &str, old: &[u8]| match moment {
        "staged" => working.join("site/index.html").exists(),
        "decided" => working.join("files").exists(),
        "listed" => list().contains(".pressmark.new\n"),
        "moved" => old_home() != old,
        "done" => !working.exists(),
        _ => true,
    };
    for moment in ["locked", "staged", "decided", "listed", "moved", "done"] {
        retitle(&place, &format!("Before {moment}"));
        assert_eq!(pressmark(&place, &build).status.code(), Some(0));
        let before = files(&site);
        retitle(&place, &format!("After {moment}"));
        let (old, mut is_locked) = (old_home(), false);
        let mut child =
            Command::new(program()).args(build).current_dir(&place).stderr(std::process::Stdio::null()).spawn().expect("a build");
        while child.try_wait().expect("a child").is_none() {
            is_locked |= working.exists();
            if is_locked && has_come(moment, &old) {
                child.kill().expect("a killed build");
                break;
            }
            std::thread::yield_now();
        }
        child.wait().expect("a child");
        assert_complete(&site, moment);
        let is_decided = working.join("files").exists();
        // A run that writes nothing of its own finishes or discards the one before.
        let listing = place.join("content/listings/channel-messages/listing.yaml");
        let text = fs::read(&listing).expect("a listing");
        fs::write(&listing, "naem: x\n").expect("a broken listing");
        assert_eq!(pressmark(&place, &["build", "--strict"]).status.code(), Some(1));
        fs::write(&listing, text).expect("a listing");
        assert!(!working.exists(), "{moment}");
        assert_eq!(pressmark(&place, &["build", "--today", "2026-11-02", "--out", "other"]).status.code(), Some(0));
        let (found, new) = (files(&site), files(&place.join("other")));
        assert!(found == new || (!is_decided && found == before), "{moment}: neither the old site nor the new one");
        assert_eq!(pressmark(&place, &build).status.code(), Some(0));
        assert!(files(&site) == new, "{moment}");
    }
}
