//! A build after another one: it makes what changed, and the same bytes as a build of nothing but the content.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pressmark::output::{DiskCache, Known, Writer};
use pressmark::picture::Cache;
use pressmark::pipeline::{self, Built};
use pressmark::render::ResolvedTheme;
use pressmark::source::disk::Disk;

use crate::support::{VALID, context};

/// A folder with a catalogue, its site and a cache.
struct Place(tempfile::TempDir);

impl Place {
    /// A catalogue of six listings.
    fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a scratch folder"));
        place.write("catalogue.yaml", "title: Many\nbase_url: https://many.example/\nagreement: {current: \"2026-01\"}\n");
        place.write("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n");
        place.write("apps/slack.yaml", "name: Slack\n");
        place.write("publishers/acme.yaml", "name: Acme Works\n");
        place.write("agreements/2026-01.md", "---\ntitle: Agreement\n---\nBe kind.\n");
        for n in 0..6 {
            place.listing(&format!("rows-{n}"), &format!("Rows {n}"));
        }
        place
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path("content").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn listing(&self, slug: &str, name: &str) {
        self.write(&format!("listings/{slug}/listing.yaml"), &VALID.replace("Acme Messages", name));
        self.write(&format!("listings/{slug}/README.md"), &format!("All of {name}.\n"));
    }

    /// Builds the site again, with what the last build knew.
    fn build(&self, theme: &ResolvedTheme, compresses: bool) -> Built {
        let (cache, site) = (DiskCache::new(&self.path("cache")), self.path("site"));
        let writer = Writer::new(&site).expect("a target").compressing(compresses);
        self.build_with(theme, &cache, writer.knowing(Known::load(&cache, &site, compresses)))
    }

    fn build_with(&self, theme: &ResolvedTheme, cache: &dyn Cache, writer: Writer) -> Built {
        let folder = Disk::new(self.path("content"));
        let checked = pipeline::check(&folder, &context(), &|_, _, _| {}).expect("a folder");
        let site = pipeline::plan(checked.resolved, None);
        pipeline::write(site, &folder, theme, cache, writer, &|_, _, _| {}).expect("a site")
    }

    /// The files of the site.
    fn site(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path("site"))
    }

    /// The files of a build that knows nothing.
    fn cold(&self, theme: &ResolvedTheme, compresses: bool) -> BTreeMap<String, Vec<u8>> {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let target = scratch.path().join("site");
        let writer = Writer::new(&target).expect("a target").compressing(compresses);
        self.build_with(theme, &pressmark::picture::NoCache, writer);
        files(&target)
    }

    /// The warm build and the cold one make the same.
    fn agree(&self, what: &str, theme: &ResolvedTheme, compresses: bool) -> Built {
        let built = self.build(theme, compresses);
        let (warm, cold) = (self.site(), self.cold(theme, compresses));
        let differ: Vec<_> = cold.keys().chain(warm.keys()).filter(|path| cold.get(*path) != warm.get(*path)).collect();
        assert!(differ.is_empty(), "{what}: {differ:#?}");
        built
    }
}

/// Every file of `folder`, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries =
        walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("a folder")).filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("a path below it").to_string_lossy().into_owned();
        (path, fs::read(entry.path()).expect("a file"))
    };
    entries.map(file).collect()
}

#[test]
fn nothing_is_made_twice() {
    let place = Place::new();
    let theme = ResolvedTheme::default();
    let first = place.build(&theme, false);
    assert_eq!(first.n_kept, 0);
    let second = place.build(&theme, false);
    assert_eq!((second.written.n_changed, second.written.n_removed), (0, 0));
    let is_page = |path: &&String| path.ends_with(".html");
    let n_pages = place.site().keys().filter(is_page).count();
    assert!(second.n_kept >= n_pages && n_pages > 30, "{} of {n_pages} pages were kept", second.n_kept);
    place.write("listings/rows-3/README.md", "Another word.\n");
    let third = place.agree("a README", &theme, false);
    assert!(n_pages - third.n_kept.min(n_pages) <= 2, "{} of {n_pages} pages were kept", third.n_kept);
    let compressed = place.agree("compressed", &theme, true);
    assert_eq!(compressed.n_kept, 0, "there are no copies yet");
    assert!(place.agree("compressed again", &theme, true).n_kept >= n_pages);
    place.agree("without copies", &theme, false);
}

#[test]
fn a_warm_build_makes_what_a_cold_one_makes() {
    let place = Place::new();
    let mut theme = ResolvedTheme::default();
    place.agree("nothing", &theme, false);
    let edits: [(&str, &dyn Fn()); 9] = [
        ("a name", &|| place.listing("rows-1", "Lines 1")),
        ("a new listing", &|| place.listing("rows-9", "Rows 9")),
        ("a removed listing", &|| fs::remove_dir_all(place.path("content/listings/rows-2")).expect("a folder")),
        ("a renamed folder", &|| {
            fs::rename(place.path("content/listings/rows-3"), place.path("content/listings/lines-3")).expect("a folder");
        }),
        ("a page", &|| place.write("pages/about.md", "---\ntitle: About\n---\nWho we are.\n")),
        ("an app", &|| place.write("apps/slack.yaml", "name: Slack for all\n")),
        ("a title", &|| place.write("catalogue.yaml", "title: Few\nbase_url: https://many.example/\nagreement: {current: \"2026-01\"}\n")),
        ("a noun", &|| {
            let text =
                "title: Few\nbase_url: https://many.example/\nagreement: {current: \"2026-01\"}\nnoun: {one: recipe, other: recipes}\n";
            place.write("catalogue.yaml", text);
        }),
        ("a language", &|| place.write("catalogue.yaml", "title: Few\nlanguage: de\nagreement: {current: \"2026-01\"}\n")),
    ];
    for (what, edit) in edits {
        edit();
        place.agree(what, &theme, false);
    }
    let card = theme.templates.get_mut("components/card.html").expect("a template");
    *card = card.replace("<article>", "<article class=\"new\">");
    let built = place.agree("a template", &theme, false);
    assert!(built.written.n_changed > 5, "{}", built.written.n_changed);
    theme.style.push_str("a { color: red }");
    place.agree("a style", &theme, false);
}

#[test]
fn what_someone_touched_and_what_a_cache_has_wrong_is_made_again() {
    let place = Place::new();
    let theme = ResolvedTheme::default();
    place.build(&theme, true);
    let page = place.path("site/index.html");
    let text = fs::read_to_string(&page).expect("a page");
    fs::write(&page, text.replacen("Many", "Mine", 1)).expect("a page of the same length");
    fs::remove_file(place.path("site/apps/slack/index.html")).expect("a page");
    fs::write(place.path("site/apps/index.html.br"), "x").expect("a copy");
    let built = place.agree("files of the site", &theme, true);
    assert_eq!(built.written.n_changed, 3);
    for bytes in [&b"damaged"[..], b""] {
        for entry in walkdir::WalkDir::new(place.path("cache")).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            fs::write(entry.path(), bytes).expect("an entry of the cache");
        }
        let built = place.agree("a damaged cache", &theme, true);
        assert_eq!((built.n_kept, built.written.n_changed), (0, 0));
    }
    assert!(place.agree("the cache of the last build", &theme, true).n_kept > 30);
}
