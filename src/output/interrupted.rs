//! Runs that are killed at every change that they make, and those that come after them.
#![expect(clippy::disallowed_methods, reason = "the tests compare what is on disk")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use super::changes::{Changes, Faults};
use super::compress::{self, Encoding};
use super::manifest::{ARRIVING, MANIFEST};
use super::{WriteError, Writer, Written};

/// A site, by paths.
type Site = BTreeMap<String, String>;

/// A page that names `assets` and is worth compressing.
fn page(assets: &[&str]) -> String {
    let names: String = assets.iter().map(|asset| format!("<img src=\"{asset}\">\n")).collect();
    format!("{names}{}", "a line of text\n".repeat(100))
}

fn site(files: &[(&str, String)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.clone())).collect()
}

fn old() -> Site {
    site(&[
        ("index.html", page(&["assets/a.1.css"])),
        ("same/index.html", page(&["assets/same.css"])),
        ("gone/deep/index.html", page(&["assets/a.1.css", "assets/gone.css"])),
        ("assets/a.1.css", "one".into()),
        ("assets/same.css", "same".into()),
        ("assets/gone.css", "gone".into()),
        ("search/index.json", "1".into()),
        ("file", "this becomes a folder".into()),
        ("folder/x.txt", "this becomes a file".into()),
        ("folder/in/y.txt", "and this".into()),
    ])
}

fn new() -> Site {
    site(&[
        ("index.html", page(&["assets/a.2.css", "assets/new.css"])),
        ("same/index.html", page(&["assets/same.css"])),
        ("new/deep/index.html", page(&["assets/new.css"])),
        ("assets/a.2.css", "two".into()),
        ("assets/new.css", page(&[])),
        ("assets/same.css", "same".into()),
        ("search/index.json", "2".into()),
        ("file/x.txt", "this was a file".into()),
        ("file/in/index.html", page(&["assets/new.css"])),
        ("folder", "this was a folder".into()),
    ])
}

/// What neither of them is.
fn third() -> Site {
    site(&[
        ("index.html", page(&["assets/a.3.css"])),
        ("assets/a.3.css", "three".into()),
        ("new/index.html", page(&["assets/a.3.css"])),
        ("folder/x.txt", "again".into()),
    ])
}

/// What a run goes through.
#[derive(Debug, Clone, Copy, Default)]
struct Way {
    compresses: bool,
    /// Whether the working folder is on another file system than the target.
    crosses: bool,
    /// The target before the first run: missing, or empty.
    is_mounted: bool,
    /// Whether only one change fails, and the run is not killed.
    is_passing: bool,
}

/// A target in a folder of its own.
struct Place {
    scratch: tempfile::TempDir,
    way: Way,
}

impl Place {
    fn new(way: Way) -> Self {
        let place = Self { scratch: tempfile::tempdir().expect("a scratch folder"), way };
        if way.is_mounted {
            fs::create_dir(place.target()).expect("a target");
        }
        place
    }

    /// One with the old site, and a file of the operator.
    fn with_old(way: Way) -> Self {
        let place = Self::new(way);
        place.build(&old());
        fs::write(place.target().join("CNAME"), "mine").expect("a file of the operator");
        fs::write(place.target().join("assets/mine.css"), "mine").expect("a file of the operator");
        place
    }

    fn target(&self) -> PathBuf {
        self.scratch.path().join("public")
    }

    fn workplace(&self) -> PathBuf {
        self.scratch.path().join(".public.pressmark")
    }

    fn changes(&self, n_left: Option<usize>) -> Changes {
        let island = self.way.crosses.then(|| self.workplace());
        Faults { n_left: n_left.map(AtomicUsize::new), island, is_passing: self.way.is_passing }.into()
    }

    fn open(&self, n_left: Option<usize>) -> Result<Writer, WriteError> {
        Writer::open(&self.target(), None, self.changes(n_left)).map(|writer| writer.compressing(self.way.compresses))
    }

    /// Writes `site`; the run is killed after `n_left` changes.
    fn run(&self, site: &Site, n_left: Option<usize>) -> Result<Written, WriteError> {
        let writer = self.open(n_left)?;
        for (path, text) in site {
            writer.file(path, text.as_bytes())?;
        }
        writer.finish()
    }

    fn build(&self, site: &Site) -> Written {
        self.run(site, None).expect("a site")
    }

    /// What is in the target, but not the list.
    fn found(&self) -> Option<Site> {
        let mut found = Site::new();
        let target = self.target();
        target.exists().then(|| {
            read(&target, "", &mut found);
            found.remove(MANIFEST);
            found
        })
    }

    /// What is in the target after `site` has been built, with the files of the operator in `found`.
    fn expected(&self, site: &Site, found: &Site) -> Site {
        let mut expected = site.clone();
        for (path, text) in site.iter().filter(|(path, text)| self.way.compresses && compress::is_worthwhile(path, text.as_bytes())) {
            expected.extend(Encoding::ALL.map(|encoding| (format!("{path}.{}", encoding.ending()), text.clone())));
        }
        expected.extend(found.iter().filter(|(_, text)| *text == "mine").map(|(path, text)| (path.clone(), text.clone())));
        expected
    }

    /// Checks that the target is `site`, that the list knows exactly its files, and that nothing else is there.
    fn assert_is(&self, site: &Site, what: &str) {
        let found = self.found().expect("a target");
        let expected = self.expected(site, &found);
        assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{what}");
        assert!(found == expected, "{what}: the bytes of a file are wrong");
        let list = fs::read_to_string(self.target().join(MANIFEST)).expect("a list");
        let own: Vec<&str> = found.iter().filter(|(_, text)| *text != "mine").map(|(path, _)| path.as_str()).collect();
        assert_eq!(list.lines().collect::<Vec<_>>(), own, "{what}");
        let beside: Vec<_> = fs::read_dir(self.scratch.path()).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(beside, ["public"], "{what}: nothing is left beside the target");
    }

    /// Checks that each page that is there finds what it names.
    fn assert_complete(&self, what: &str) {
        for (page, text) in self.found().unwrap_or_default().iter().filter(|(path, _)| path.contains(".html")) {
            for asset in text.lines().filter_map(|line| line.strip_prefix("<img src=\"")?.strip_suffix("\">")) {
                assert!(self.target().join(asset).is_file(), "{what}: `{page}` names `{asset}`, which is missing");
            }
        }
    }
}

/// Reads all files below `folder`. Of a compressed copy of a page, it is the page.
fn read(folder: &Path, above: &str, found: &mut Site) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            let n_before = found.len();
            read(&entry.path(), &format!("{path}/"), found);
            if found.len() == n_before {
                found.insert(format!("{path}/"), "an empty folder".into());
            }
            continue;
        }
        let bytes = fs::read(entry.path()).expect("a file");
        if path == ARRIVING {
            found.insert(path, "a part of a file".into());
            continue;
        }
        let copy = Encoding::ALL.into_iter().find(|encoding| path.ends_with(&format!(".{}", encoding.ending())));
        let text = copy.map_or_else(|| Some(bytes.clone()), |encoding| encoding.expand(&bytes, 1 << 16));
        let text = text.and_then(|text| String::from_utf8(text).ok());
        let text = text.unwrap_or_else(|| unreachable!("`{path}` is only a part of a file"));
        found.insert(path, text);
    }
}

/// Kills runs that write `site` at every change, from the place that `start` makes, and hands each of them to `check`. Returns how many there were.
fn kill_everywhere(start: &dyn Fn() -> Place, site: &Site, check: &dyn Fn(Place, &str)) -> usize {
    for n in 0.. {
        let place = start();
        let what = format!("{:?}, killed after {n} changes", place.way);
        // A run that only fails to remove its working folder has done what it should.
        let is_whole = place.run(site, Some(n)).is_ok() && !place.workplace().exists();
        if is_whole {
            place.assert_is(site, &what);
            return n;
        }
        place.assert_complete(&what);
        check(place, &what);
    }
    unreachable!("every run ends")
}

const WAYS: [Way; 4] = [
    Way { compresses: false, crosses: false, is_mounted: false, is_passing: false },
    Way { compresses: true, crosses: false, is_mounted: true, is_passing: false },
    Way { compresses: false, crosses: true, is_mounted: true, is_passing: false },
    Way { compresses: true, crosses: true, is_mounted: true, is_passing: false },
];

/// Checks a place after a run for `site` was killed: it is as `before` said, or the next run makes it the new site, even one that writes nothing.
fn assert_decided(place: &Place, before: Option<&Site>, site: &Site, what: &str) {
    let is_decided = place.workplace().join("files").exists();
    let found = place.found();
    let is_new = found.as_ref().is_some_and(|found| *found == place.expected(site, found));
    // The copy of a file on its way to another file system is no part of the site.
    assert!(is_decided || is_new || found.as_ref() == before, "{what}: neither the old site nor a decision");
    drop(place.open(None).expect("the next run"));
    place.assert_complete(what);
    assert!(!place.workplace().exists(), "{what}");
    if is_decided || is_new {
        place.assert_is(site, what);
    } else {
        assert_eq!(place.found().as_ref(), before, "{what}");
    }
}

#[test]
fn a_run_that_is_killed_leaves_the_old_site_or_is_finished_by_the_next_one() {
    for way in WAYS {
        let before = Place::with_old(way).found();
        let n_kills = kill_everywhere(&|| Place::with_old(way), &new(), &|place, what| {
            assert_decided(&place, before.as_ref(), &new(), what);
            place.build(&third());
            place.assert_is(&third(), what);
        });
        assert!(n_kills > 40, "{n_kills}");
    }
}

#[test]
fn a_first_run_that_is_killed_leaves_nothing_or_is_finished_by_the_next_one() {
    for way in WAYS {
        let before = way.is_mounted.then(Site::new);
        let n_kills = kill_everywhere(&|| Place::new(way), &new(), &|place, what| {
            assert_decided(&place, before.as_ref(), &new(), what);
            place.build(&third());
            place.assert_is(&third(), what);
        });
        assert!(n_kills > 20, "{n_kills}");
    }
}

#[test]
fn a_working_folder_that_is_removed_after_a_kill_costs_nothing() {
    for way in WAYS {
        for start in [Place::with_old as fn(Way) -> Place, Place::new] {
            kill_everywhere(&|| start(way), &new(), &|place, what| {
                let _ = fs::remove_dir_all(place.workplace());
                place.build(&third());
                place.assert_is(&third(), what);
            });
        }
    }
}

#[test]
fn a_target_that_is_removed_after_a_kill_is_built_as_a_whole() {
    kill_everywhere(&|| Place::with_old(Way::default()), &new(), &|place, what| {
        fs::remove_dir_all(place.target()).expect("a removed site");
        drop(place.open(None).expect("the next run"));
        assert!(!place.target().exists() && !place.workplace().exists(), "{what}: half a site is no site");
        place.build(&third());
        place.assert_is(&third(), what);
    });
}

#[test]
fn a_run_that_finishes_another_one_can_be_killed_as_well() {
    let way = Way::default();
    kill_everywhere(&|| Place::with_old(way), &new(), &|place, what| {
        if !place.workplace().join("files").exists() {
            return;
        }
        // Every one of these runs is killed one change later than the one before, and goes on from there.
        for n in 0.. {
            let opened = place.open(Some(n));
            place.assert_complete(what);
            if opened.is_ok() {
                break;
            }
        }
        drop(place.open(None).expect("the next run"));
        place.assert_is(&new(), what);
    });
}

#[test]
fn a_run_that_changes_nothing_touches_nothing_in_the_target() {
    let place = Place::with_old(Way::default());
    let touched = |path: &str| fs::metadata(place.target().join(path)).and_then(|found| found.modified()).expect("a time");
    let before: Vec<_> = [".", MANIFEST, "index.html"].map(touched).into();
    assert_eq!(place.build(&old()), Written { n_files: old().len(), n_changed: 0, n_removed: 0 });
    assert_eq!([".", MANIFEST, "index.html"].map(touched).to_vec(), before);
}

#[test]
fn a_file_can_become_a_folder_and_a_folder_a_file() {
    let place = Place::with_old(Way::default());
    assert_eq!(place.build(&new()), Written { n_files: 10, n_changed: 8, n_removed: 6 });
    place.assert_is(&new(), "there");
    place.build(&old());
    place.assert_is(&old(), "and back");
}

#[test]
fn a_file_of_the_operator_is_never_replaced() {
    for (path, named) in [("folder/in/mine.txt", "folder/in/mine.txt"), ("new", "new"), ("assets/new.css", "assets/new.css")] {
        let place = Place::with_old(Way::default());
        fs::write(place.target().join(path), "mine").expect("a file of the operator");
        let before = place.found();
        let refused = place.run(&new(), None).expect_err("a file in the way");
        assert!(matches!(&refused, WriteError::InTheWay(found) if *found == place.target().join(named)), "{refused}");
        assert_eq!(place.found(), before);
        place.assert_is(&old(), "nothing was moved");
        fs::remove_file(place.target().join(path)).expect("a removed file");
        place.build(&new());
        place.assert_is(&new(), "the way is free");
    }
}

#[test]
fn a_file_with_the_same_bytes_belongs_to_the_site_from_then_on() {
    let place = Place::with_old(Way::default());
    fs::write(place.target().join("assets/a.2.css"), "two").expect("a file");
    place.build(&new());
    place.assert_is(&new(), "it was there");
    place.build(&third());
    place.assert_is(&third(), "it is gone");
}

#[test]
fn two_runs_with_one_target_do_not_disturb_each_other() {
    let place = Place::with_old(Way::default());
    let first = place.open(None).expect("the first run");
    first.file("index.html", b"first").expect("a file");
    let second = place.run(&new(), None).expect_err("a second run");
    assert!(matches!(second, WriteError::Busy(_)), "{second}");
    first.finish().expect("a site");
    place.assert_is(&site(&[("index.html", "first".into())]), "the first run");
    place.build(&new());
    place.assert_is(&new(), "the second run, later");
}

#[test]
fn runs_that_follow_each_other_at_once_all_see_a_lock() {
    let place = Place::new(Way::default());
    let n_running = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut n_built = 0;
                while n_built < 20 {
                    let Ok(writer) = place.open(None) else { continue };
                    assert_eq!(n_running.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0, "only one run at a time");
                    writer.file("index.html", n_built.to_string().as_bytes()).expect("a file");
                    n_running.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                    writer.finish().expect("a site");
                    n_built += 1;
                }
            });
        }
    });
    place.assert_is(&site(&[("index.html", "19".into())]), "all runs");
}

#[test]
fn an_error_before_the_decision_leaves_nothing_and_one_after_it_what_the_next_run_needs() {
    for way in WAYS.map(|way| Way { is_passing: true, ..way }) {
        let before = Place::with_old(way).found();
        let mut n_unfinished = 0;
        for n in 0.. {
            let place = Place::with_old(way);
            let what = format!("{way:?}, failed after {n} changes");
            match place.run(&new(), Some(n)) {
                Ok(_) => {
                    let is_whole = !place.workplace().exists();
                    // A folder that cannot be removed although it is empty stays.
                    while let Some(path) = place.found().unwrap_or_default().keys().find(|path| path.ends_with('/')) {
                        fs::remove_dir(place.target().join(path)).expect("an empty folder");
                    }
                    drop(place.open(None));
                    place.assert_is(&new(), &what);
                    if is_whole && n_unfinished > 0 {
                        break;
                    }
                }
                Err(WriteError::Unfinished(..)) => {
                    n_unfinished += 1;
                    place.assert_complete(&what);
                    assert_decided(&place, before.as_ref(), &new(), &what);
                }
                Err(_) => {
                    assert!(place.found() == before && !place.workplace().exists(), "{what}");
                    place.assert_is(&old(), &what);
                }
            }
        }
        assert!(n_unfinished > 20, "{n_unfinished}");
    }
}

#[test]
fn what_older_versions_left_is_removed() {
    let place = Place::with_old(Way::default());
    for name in [".public.4711", ".public.x1", "public.1"] {
        fs::create_dir(place.scratch.path().join(name)).expect("a folder");
        fs::write(place.scratch.path().join(name).join("index.html"), "left").expect("a file");
    }
    place.build(&new());
    let left = |name: &str| place.scratch.path().join(name).exists();
    assert!(!left(".public.4711") && left(".public.x1") && left("public.1"));
}

#[test]
fn folders_that_a_run_creates_go_when_nothing_is_written() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let target = scratch.path().join("a/b/public");
    drop(Writer::new(&target).expect("a run"));
    assert!(!scratch.path().join("a").exists());
    let writer = Writer::new(&target).expect("a run");
    writer.file("index.html", b"x").expect("a file");
    writer.finish().expect("a site");
    assert!(target.join("index.html").exists() && !scratch.path().join("a/b/.public.pressmark").exists());
}

#[cfg(unix)]
#[test]
fn a_link_and_its_folder_have_one_lock() {
    let place = Place::with_old(Way::default());
    let other = tempfile::tempdir().expect("a scratch folder");
    let link = other.path().join("link");
    std::os::unix::fs::symlink(place.target(), &link).expect("a link");
    let running = place.open(None).expect("a run");
    assert!(matches!(Writer::new(&link), Err(WriteError::Busy(_))));
    drop(running);
    let writer = Writer::new(&link).expect("a run");
    for (path, text) in &new() {
        writer.file(path, text.as_bytes()).expect("a file");
    }
    writer.finish().expect("a site");
    place.assert_is(&new(), "through the link");
    assert!(link.is_symlink());
}
