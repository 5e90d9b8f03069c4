//! `review --preview`: the touched pages as a site that needs no host, on real repositories.

use std::collections::{BTreeMap, BTreeSet};

use crate::repository::{ACME, MAINTAINER, README, STRANGER, Scenario, WREN, listing};
use crate::support::{pressmark, printed};

const LISTING: &str = "content/listings/acme-messages/listing.yaml";
const ICON: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="96" height="96"><path d="M1 1h6v6z" fill="#aa3377"/></svg>"##;

type Files = BTreeMap<String, Vec<u8>>;

fn text(files: &Files, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no {path} among {:?}", files.keys()));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

/// What is in the attributes `name` of `html`.
fn values<'html>(html: &'html str, name: &str) -> Vec<&'html str> {
    html.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The file that `address` on the page `page` names.
fn target(page: &str, address: &str) -> String {
    let mut segments: Vec<&str> = page.split('/').collect();
    segments.pop();
    for segment in address.split('#').next().unwrap_or_default().split('/') {
        match segment {
            ".." => drop(segments.pop().unwrap_or_else(|| panic!("{address} on {page} leaves the preview"))),
            name => segments.push(name),
        }
    }
    segments.join("/")
}

/// Holds a preview to what is promised of each: it opens from any folder, nothing in it runs, and every address in it leads somewhere.
fn valid(files: &Files) {
    assert!(files.contains_key("index.html") && files.contains_key("preview.css"), "{:?}", files.keys());
    for path in files.keys() {
        let is_valid = path.split('/').all(|segment| !segment.is_empty() && !segment.starts_with('.')) && !path.contains(['\\', ':']);
        assert!(is_valid, "{path}");
    }
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(
            html.replace("&#39;", "'").contains("content=\"default-src 'none'; style-src 'self' file:;") && html.contains("noindex"),
            "{path}"
        );
        // Tags without what is in their quotation marks: what a submission says is in none of them.
        let tags: String = html.split('<').skip(1).filter_map(|tag| tag.split('>').next()).flat_map(|tag| ["<", tag]).collect();
        let tags = tags.split('"').step_by(2).collect::<String>().to_lowercase();
        for wrong in ["<script", "<form", " integrity=", " style=", " on", "<base", "<object"] {
            assert!(!tags.contains(wrong), "{wrong} in {path}");
        }
        assert!(!html.contains("preview.invalid"), "{path}");
        let addresses = ["href", "src", "srcset"].map(|name| values(html, name)).concat();
        assert!(!addresses.is_empty(), "{path}");
        for address in addresses {
            let leads_out = ["https://", "http://", "mailto:", "data:,"].iter().any(|scheme| address.starts_with(scheme));
            if !leads_out && !address.starts_with('#') {
                assert!(!address.starts_with('/') && files.contains_key(&target(path, address)), "{address} on {path}");
            }
        }
        let loaded = [values(html, "src"), values(html, "srcset")].concat();
        assert!(loaded.iter().all(|address| !address.contains("://")), "{path} loads from elsewhere");
        for tag in html.split("<a ").skip(1).filter(|tag| tag.contains("href=\"http")) {
            assert!(tag.split('>').next().is_some_and(|tag| tag.contains("nofollow")), "{path}: {tag}");
        }
    }
}

#[test]
fn an_edit_is_marked_word_by_word_and_both_pages_are_there() {
    let scenario = Scenario::over(&[("content/listings/acme-messages/icon.svg", &ICON.replace("aa3377", "112233"))]);
    scenario.edit(LISTING, "every new order", "each new order").edit(
        "content/listings/acme-messages/README.md",
        "Ask us.",
        "Ask us by mail.",
    );
    let files = scenario.write("content/listings/acme-messages/icon.svg", ICON).preview(ACME);
    valid(&files);
    let index = text(&files, "index.html");
    assert!(index.contains("<h1>Ready to merge</h1>") || index.contains("<h1>Next: a reviewer</h1>"), "{index}");
    assert!(index.contains("<del><span class=\"hidden\">removed: </span>every</del> new order"), "{index}");
    assert!(index.contains("<ins><span class=\"hidden\">added: </span>each</ins> new order"), "{index}");
    assert!(index.contains("Ask us<ins><span class=\"hidden\">added: </span> by mail</ins>."), "{index}");
    assert!(index.contains("alt=\"icon.svg, before the change\"") && index.contains("alt=\"icon.svg, after the change\""), "{index}");
    assert!(text(&files, "before/listings/acme-messages/index.html").contains("Posts a line for every new order."));
    assert!(text(&files, "after/listings/acme-messages/index.html").contains("Posts a line for each new order."));
    assert_eq!(files.keys().filter(|path| path.starts_with("images/")).count(), 2, "{:?}", files.keys());
}

#[test]
fn a_new_listing_has_one_page_and_links_to_the_catalogue_as_it_is() {
    let scenario = Scenario::new();
    scenario.write("content/listings/acme-rows/listing.yaml", listing("Rows by Acme", "acme", ""));
    let files = scenario.write("content/listings/acme-rows/README.md", README).preview(ACME);
    valid(&files);
    assert!(!files.keys().any(|path| path.starts_with("before/")), "{:?}", files.keys());
    let page = text(&files, "after/listings/acme-rows/index.html");
    assert!(page.contains("href=\"https://catalogue.example/publishers/acme/\""), "{page}");
    assert!(page.contains("this page <strong>after</strong> the change"), "{page}");
    assert!(text(&files, "index.html").contains("a new listing"));
}

#[test]
fn a_link_to_what_is_neither_in_the_preview_nor_in_the_catalogue_cannot_be_clicked() {
    let scenario = Scenario::new();
    scenario.write("content/apps/other.yaml", "name: Other\nwebsite: https://other.example/\ndomains: [other.example]\n");
    scenario.edit(LISTING, "app: Slack", "app: Other").edit(LISTING, "tags: [crm]", "tags: [crm]\nparent: wren-rows");
    scenario.edit("content/listings/acme-messages/README.md", "Ask us.", "Read [the notes](notes.pdf).");
    scenario.write("content/listings/acme-messages/notes.pdf", "%PDF-1.4");
    let files = scenario.preview(ACME);
    valid(&files);
    let page = text(&files, "after/listings/acme-messages/index.html");
    assert!(page.contains("<a>the notes</a>") && !files.keys().any(|path| path.ends_with(".pdf")), "{page}");
    assert!(page.contains("href=\"../../../after/apps/other/index.html\""), "a new app is a page of the preview: {page}");
    assert!(page.contains("href=\"https://catalogue.example/listings/wren-rows/\""), "{page}");
    assert!(files.contains_key("after/apps/other/index.html") && !files.contains_key("before/apps/other/index.html"));
}

#[test]
fn a_rename_shows_the_old_page_and_the_new_one() {
    let scenario = Scenario::new();
    scenario.git(&["mv", "content/listings/wren-rows", "content/listings/wren-lines"]);
    let moved = "content/listings/wren-lines/listing.yaml";
    let files = scenario.edit(moved, "tags: [crm]", "tags: [crm]\nformer_slugs: [wren-rows]").preview(WREN);
    valid(&files);
    assert!(files.contains_key("before/listings/wren-rows/index.html") && files.contains_key("after/listings/wren-lines/index.html"));
    assert!(text(&files, "index.html").contains("Its URL was listings/wren-rows/."));
}

#[test]
fn a_listing_that_cannot_be_read_is_shown_line_by_line_with_the_reason() {
    let scenario = Scenario::new();
    let files = scenario.write(LISTING, "- this\n- is a list\n").preview(ACME);
    valid(&files);
    let index = text(&files, "index.html");
    assert!(index.contains("This page does not exist after the change"), "{index}");
    assert!(index.contains("is a list") && index.contains("finding-error"), "{index}");
    assert!(
        files.contains_key("before/listings/acme-messages/index.html") && !files.contains_key("after/listings/acme-messages/index.html")
    );
}

#[test]
fn a_listing_with_errors_has_a_page_that_says_so() {
    let scenario = Scenario::new();
    let files = scenario.edit(LISTING, "tags: [crm]", "tags: [no-such-tag]").preview(ACME);
    valid(&files);
    assert!(files.contains_key("after/listings/acme-messages/index.html"), "{:?}", files.keys());
    assert!(text(&files, "index.html").contains("published once its errors are fixed"));
}

#[test]
fn nothing_of_a_hostile_submission_gets_out_of_its_text() {
    let scenario = Scenario::new();
    let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    scenario.edit(LISTING, "name: Acme Messages", &format!("name: '{evil}\u{202e}'"));
    scenario.edit(LISTING, "https://acme.example/install", "'javascript:alert(1)'");
    scenario.edit(
        LISTING,
        "Posts a line for every new order.",
        "'</td></table><form action=https://evil.example><del> {{ site.title }} {% raw %}'",
    );
    let readme = format!(
        "{evil}\n\n[a](javascript:alert(1)) [b](../../../../etc/passwd) [c](//evil.example) ![d](https://evil.example/p.png) ![e](shot.svg)\n\n\
         <iframe src=https://evil.example></iframe><base href=https://evil.example/><link rel=stylesheet href=https://evil.example/a.css>\n\n{README}"
    );
    scenario.write("content/listings/acme-messages/README.md", readme);
    let svg = ICON.replace("<path", "<script>alert(1)</script><image href=\"https://evil.example/p.png\"/><path onload=\"alert(1)\"");
    scenario.write("content/listings/acme-messages/shot.svg", svg.replace("<svg", "<svg onload=\"alert(1)\""));
    scenario.write("content/listings/acme-messages/\"><script>alert(1)<.md", "x");
    scenario.write("content/listings/acme-messages/page.html", "<script>alert(1)</script>");
    let files = scenario.preview(STRANGER);
    valid(&files);
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !path.ends_with(".svg") || !(text.contains("script") || text.contains("evil") || text.contains("onload")),
            "{path}: {text}"
        );
        assert!(!text.contains("<script>alert") && !text.contains("onerror=alert(1)>") && !text.contains('\u{202e}'), "{path}: {text}");
    }
    assert!(text(&files, "index.html").contains("{{ site.title }}"), "a template of theirs is text");
    assert!(!files.keys().any(|path| path.ends_with("page.html")), "{:?}", files.keys());
}

#[test]
fn a_key_is_not_shown_once_more() {
    let key = "AKIAQK4NZ7WXR2LMPT5V";
    let scenario = Scenario::new();
    scenario.edit("content/listings/acme-messages/README.md", "Ask us.", &format!("Use {key} to sign in."));
    let files = scenario.edit(LISTING, "First release.", &format!("With {key} in it.")).preview(ACME);
    valid(&files);
    assert!(files.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains(key)));
    assert!(text(&files, "index.html").contains("contains what looks like a secret"));
}

#[test]
fn a_key_in_a_summary_is_on_no_card_of_another_page() {
    let key = "AKIAQK4NZ7WXR2LMPT5V";
    let collection = "title: First week\nlistings: [{slug: acme-messages}, {slug: wren-rows}]\n";
    let scenario = Scenario::over(&[("content/collections/first-week.yaml", collection)]);
    scenario.edit("content/collections/first-week.yaml", "First week", "First days");
    scenario.edit("content/publishers/acme.yaml", "name: Acme Works", "name: Acme Factory");
    let files = scenario.edit(LISTING, "Posts a line", &format!("Posts {key}")).preview(ACME);
    valid(&files);
    assert!(files.contains_key("after/publishers/acme/index.html") && files.contains_key("after/collections/first-week/index.html"));
    assert!(files.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains(key)));
}

#[test]
fn a_publisher_that_changes_is_shown_with_its_page() {
    let scenario = Scenario::new();
    let files = scenario.edit("content/publishers/acme.yaml", "name: Acme Works", "name: Acme Factory").preview(ACME);
    valid(&files);
    assert!(text(&files, "before/publishers/acme/index.html").contains("Acme Works"));
    assert!(text(&files, "after/publishers/acme/index.html").contains("Acme Factory"));
    assert!(text(&files, "index.html").contains("added: </span>Factory</ins>"));
}

#[test]
fn a_page_of_prose_that_changes_is_shown_with_its_pictures() {
    let page = "---\ntitle: How we choose\n---\n\nWe look at every listing.\n\n![A plan](./plan.svg)\n";
    let plan = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#000" d="M0 0h10v10z"/></svg>"##;
    let scenario = Scenario::over(&[("content/pages/choice.md", page), ("content/pages/plan.svg", plan)]);
    let files = scenario.edit("content/pages/choice.md", "every listing", "each listing").preview(MAINTAINER);
    valid(&files);
    assert!(text(&files, "before/choice/index.html").contains("every listing"));
    let after = text(&files, "after/choice/index.html");
    assert!(after.contains("each listing"));
    assert!(values(&after, "src").iter().any(|address| address.contains("images/") && address.ends_with(".svg")), "{after}");
    assert!(text(&files, "index.html").contains("added: </span>each</ins>"));
}

#[test]
fn a_page_that_contains_a_key_is_not_shown() {
    let key = "AKIAQK4NZ7WXR2LMPT5V";
    let scenario = Scenario::over(&[("content/pages/choice.md", "---\ntitle: How we choose\n---\n\nWe look.\n")]);
    let files = scenario.edit("content/pages/choice.md", "We look.", &format!("We look with {key}.")).preview(MAINTAINER);
    valid(&files);
    assert!(files.contains_key("before/choice/index.html") && !files.contains_key("after/choice/index.html"), "{:?}", files.keys());
    assert!(files.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains(key)));
}

#[test]
fn a_collection_that_changes_is_shown_with_its_members() {
    let collection = "title: First week\nlistings: [{slug: wren-rows, why: It is small.}]\n";
    let scenario = Scenario::over(&[("content/collections/first-week.yaml", collection)]);
    let files = scenario.edit("content/collections/first-week.yaml", "[{slug", "[{slug: lone-notes}, {slug").preview(MAINTAINER);
    valid(&files);
    let (before, after) =
        (text(&files, "before/collections/first-week/index.html"), text(&files, "after/collections/first-week/index.html"));
    assert!(before.contains("Rows by Wren") && !before.contains("Notes of Lone"));
    assert!(after.contains("Rows by Wren") && after.contains("Notes of Lone"));
    assert!(text(&files, "index.html").contains("a collection"));
}

#[test]
fn a_change_that_cannot_be_merged_says_which_files_are_in_the_way() {
    let scenario = Scenario::new();
    scenario.edit(LISTING, "every new order", "each new order").commit("Theirs");
    scenario.git(&["checkout", "-q", "main"]);
    scenario.edit(LISTING, "every new order", "any new order").commit("Ours");
    scenario.git(&["checkout", "-q", "proposal"]);
    let files = scenario.preview(ACME);
    let index = text(&files, "index.html");
    assert!(
        index.contains("the catalogue has moved on") && index.contains("<code dir=\"auto\">content/listings/acme-messages/listing.yaml"),
        "{index}"
    );
}

#[test]
fn a_very_large_change_is_shown_in_part() {
    let scenario = Scenario::new();
    for n in 0..30 {
        scenario.write(&format!("content/listings/many-{n:02}/listing.yaml"), listing(&format!("Many {n}"), "acme", ""));
        scenario.write(&format!("content/listings/many-{n:02}/README.md"), README);
    }
    let files = scenario.preview(ACME);
    valid(&files);
    let pages: BTreeSet<&str> = files.keys().filter_map(|path| path.strip_prefix("after/listings/")?.split('/').next()).collect();
    assert_eq!(pages.len(), 20);
    assert!(text(&files, "index.html").contains("10 more are not shown here."));
}

#[test]
fn the_theme_is_that_of_the_base() {
    let theme = [("themes/harbour/theme.yaml", "accent: '#0a5a49'\n"), ("themes/harbour/theme.css", "h1 { letter-spacing: .01em; }\n")];
    let settings = crate::repository::SETTINGS.replace("title: Examples", "title: Examples\ntheme: harbour");
    let scenario = Scenario::over(&[theme[0], theme[1], ("content/catalogue.yaml", &settings)]);
    scenario.write("themes/harbour/theme.css", "h1 { display: none; }\n").edit(LISTING, "every new order", "each new order");
    scenario.edit("content/catalogue.yaml", "title: Examples", "title: Mine now");
    let files = scenario.preview(ACME);
    valid(&files);
    let css: String = files.keys().filter(|path| path.starts_with("assets/")).map(|path| text(&files, path)).collect();
    assert!(css.contains("letter-spacing: .01em") && !css.contains("h1 { display: none; }"), "{css}");
    assert!(!text(&files, "after/listings/acme-messages/index.html").contains("Mine now"));
}

#[test]
fn the_same_change_gives_the_same_bytes_and_only_an_earlier_preview_gives_way() {
    let scenario = Scenario::new();
    scenario.edit(LISTING, "every new order", "each new order").commit("A proposal");
    let run = |folder: &str| pressmark(scenario.path(), &["review", "--base", "main", "--today", "2026-12-01", "--preview", folder]);
    let all = |folder: &str| {
        let path = scenario.file(folder).join("after/listings/acme-messages/index.html");
        [std::fs::read(scenario.file(folder).join("index.html")), std::fs::read(path)].map(|bytes| bytes.expect("a page"))
    };
    let first = run("one");
    assert!(printed(&first).contains("preview of the changed pages: one/index.html"), "{}", printed(&first));
    let before = all("one");
    assert!(printed(&run("one")).contains("pages: one/index.html") && run("two").status.code() == first.status.code());
    assert_eq!((all("one"), all("two")), (before.clone(), before));

    assert_eq!(pressmark(scenario.path(), &["build", "--out", "site", "--no-cache"]).status.code().map(|code| code < 2), Some(true));
    scenario.write("letters/dear.txt", "dear");
    let in_content = "which is in the content folder `content`";
    for (folder, because) in [
        ("site", "contains a site"),
        ("letters", "is not empty"),
        ("content", "contains the content folder"),
        ("content/preview", in_content),
    ] {
        let refused = run(folder);
        assert_eq!(refused.status.code(), Some(2), "{folder}: {}", printed(&refused));
        assert!(printed(&refused).contains(because), "{}", printed(&refused));
    }
    assert!(scenario.file("site/index.html").exists() && scenario.file("letters/dear.txt").exists());
}
