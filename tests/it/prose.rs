//! What people wrote in Markdown arrives on the page: links between files lead to pages, below a base path as well, and what does not arrive is found.

use pressmark::catalogue::RawCatalogue;
use pressmark::rules::run;
use pressmark::source::Memory;

use crate::support::{BASE, VALID, context, site, some_of_site};

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>";

/// A catalogue in which the README of the listing `acme` ends with `text`.
fn catalogue(text: &str) -> Memory {
    let listing = |name: &str, more: &str| {
        format!("{}source_url: https://git.example/{}\nlicense: MIT\n{more}", VALID.replace("Acme Messages", name), name.replace(' ', "-"))
    };
    Memory::new()
        .with("catalogue.yaml", "title: Examples\nbase_url: https://catalogue.example/\nagreement: {current: \"2026-01\"}\n")
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n")
        .with("agreements/2026-01.md", "## Terms\n\nBe fair.\n")
        .with("apps/slack.yaml", "name: Slack\nwebsite: https://slack.com/\n")
        .with("publishers/acme.yaml", "name: Acme Works\n")
        .with("collections/start.yaml", "title: Start\nlistings: [{slug: acme, why: It is small.}]\n")
        .with(
            "pages/policy.md",
            "---\ntitle: Policy\n---\n## Who\n\n[Acme](../listings/acme/README.md#setup) and ![A square](../listings/other/a.svg)\n",
        )
        .with("listings/acme/listing.yaml", listing("Acme Messages", ""))
        .with("listings/acme/README.md", format!("## Setup\n\n{text}\n"))
        .with("listings/other/listing.yaml", listing("Other Rows", "former_slugs: [older]\n"))
        .with("listings/other/README.md", "## ⚙️ Keys {#keys}\n\n![A square](a.svg)\n")
        .with("listings/other/a.svg", SVG)
        .with("listings/other/b.svg", SVG.replace('8', "9"))
        .with(
            "listings/other/docs/limits.md",
            "# Limits of rows\n\n## Rows\n\nSee [the keys](../README.md#keys), [more](more.md#zebra) and [Acme](../../acme/README.md).\n\n![A square](../c.svg)\n",
        )
        .with("listings/other/docs/more.md", "## Zebra\n\nQuaggas are zebras.\n\n<script>alert(1)</script>\n")
        .with("listings/other/c.svg", SVG.replace('8', "7"))
        .with("listings/gone/listing.yaml", listing("Gone Rows", "lifecycle: {state: removed, since: 2026-02-02, reason: broken}\n"))
}

/// The page that shows `text`, and what is said of it.
fn shown(text: &str, base: Option<&str>) -> (String, Vec<String>) {
    let folder = catalogue(text);
    let files = site(&folder, base);
    let page = String::from_utf8_lossy(&files["listings/acme/index.html"]).into_owned();
    let prose = page.split("<div class=\"prose\">").nth(1).unwrap_or_default().split("</section>").next().unwrap_or_default().to_owned();
    let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
    let report = run(&raw, &context()).report;
    let found = report.iter().filter(|found| found.path.as_str() == "listings/acme/README.md" && found.code.name == "dead-relative-link");
    (prose, found.map(|found| found.message.clone()).collect())
}

#[test]
fn a_link_to_a_file_leads_to_the_page_that_shows_it() {
    for (target, address) in [
        ("../other/README.md", "listings/other/"),
        ("../other/", "listings/other/"),
        ("../other", "listings/other/"),
        ("../other/listing.yaml", "listings/other/"),
        ("../other/README.md#keys", "listings/other/#u-keys"),
        ("../other/README.md#Keys", "listings/other/#u-keys"),
        ("../other/docs/limits.md", "listings/other/docs/limits/"),
        ("../other/docs/limits.md#rows", "listings/other/docs/limits/#u-rows"),
        ("../../apps/slack.yaml", "apps/slack/"),
        ("../../publishers/acme.yaml", "publishers/acme/"),
        ("../../collections/start.yaml", "collections/start/"),
        ("../../tags.yaml#crm", "tags/crm/"),
        ("../../tags.yaml", "tags/"),
        ("../../pages/policy.md#who", "policy/#u-who"),
        ("../../agreements/2026-01.md", "agreements/2026-01/"),
        ("./README.md#setup", "listings/acme/#u-setup"),
    ] {
        for (base, root) in [(None, "/"), (Some(BASE), "/some/path/")] {
            let (prose, found) = shown(&format!("[a]({target})"), base);
            assert!(prose.contains(&format!("<a href=\"{root}{address}\">a</a>")), "{target}: {prose}");
            assert_eq!(found, Vec::<String>::new(), "{target}");
        }
    }
}

#[test]
fn a_page_of_documentation_shows_its_title_once_also_if_it_is_html() {
    for title in ["# The guide", "<h1 align=\"center\">\n  The guide\n</h1>"] {
        let folder = catalogue("").with("listings/other/docs/guide.md", format!("{title}\n\nIt is short.\n"));
        let files = some_of_site(&folder, None, &|path| path == "listings/other/docs/guide/");
        let page = String::from_utf8_lossy(&files["listings/other/docs/guide/index.html"]).into_owned();
        let main = page.split("<article").nth(1).expect("an article");
        assert_eq!((main.matches("The guide").count(), main.contains("<p>It is short.</p>")), (1, true), "{main}");
    }
}

#[test]
fn a_link_to_nothing_is_text_and_found() {
    for (target, message) in [
        ("../othr/README.md", "`../othr/README.md` is not a known listing"),
        ("../../apps/slak.yaml", "`../../apps/slak.yaml` is not a known app"),
        ("../../tags.yaml#crn", "`../../tags.yaml` is not a known tag"),
        ("/listings/other/", "`/listings/other/` starts at the root of a site"),
        ("../other/b.svg", "`../other/b.svg` is not published by `other`, so the link leads nowhere"),
        ("../other/docs/nothing.md", "`../other/docs/nothing.md` is not a known page"),
        ("/listings/other/docs/limits/", "`/listings/other/docs/limits/` starts at the root of a site"),
        ("../other/nothing.md", "`../other/nothing.md` does not exist"),
        ("../../../CONTRIBUTING.md", "`../../../CONTRIBUTING.md` leads out of the content folder"),
        ("?a=b", "`?a=b` is not a file path"),
    ] {
        let (prose, found) = shown(&format!("[words]({target})"), None);
        assert!(prose.contains("<p>words</p>"), "{target}: {prose}");
        assert_eq!(found, [message], "{target}");
    }
    // These lead somewhere, and not where their author thinks.
    let (_, found) = shown("[a](../gone/README.md)", None);
    assert_eq!(found, ["`../gone/README.md` was removed from the catalogue"]);
    let (prose, found) = shown("[a](../older/README.md)", None);
    assert!(prose.contains("<a href=\"/listings/other/\">a</a>"), "{prose}");
    assert_eq!(found, ["the listing of `../older/README.md` is now called `other`"]);
    let (prose, found) = shown("[a](../older/docs/more.md)", None);
    assert!(prose.contains("<a href=\"/listings/other/docs/more/\">a</a>"), "{prose}");
    assert_eq!(found, ["the listing of `../older/docs/more.md` is now called `other`"]);
    let (_, found) = shown("[a](../other/docs/limits.md#nope)", None);
    assert_eq!(found, ["no heading `#nope` in `../other/docs/limits.md`"]);
    let (_, found) = shown("[a](../other/README.md#nope)", None);
    assert_eq!(found, ["no heading `#nope` in `../other/README.md`"]);
}

#[test]
fn an_image_of_another_listing_is_shown_if_that_listing_shows_it() {
    let (prose, found) = shown("![A square](../other/a.svg)", None);
    assert!(prose.contains("<img src=\"/listings/other/a.svg\""), "{prose}");
    assert_eq!(found, Vec::<String>::new());
    let (prose, found) = shown("![A square](../other/b.svg)", None);
    assert!(!prose.contains("<img"), "{prose}");
    assert_eq!(found, ["`../other/b.svg` is not published by `other`, so nothing is shown"]);
    let files = site(&catalogue(""), Some(BASE));
    let page = String::from_utf8_lossy(&files["policy/index.html"]).into_owned();
    assert!(page.contains("<a href=\"/some/path/listings/acme/#u-setup\">Acme</a>"), "{page}");
    assert!(page.contains("<img src=\"/some/path/listings/other/a.svg\""), "{page}");
}

#[test]
fn text_that_version_notes_lose_is_reported_at_the_note() {
    let notes = "- {version: 1.0.0, date: 2026-01-02, notes: \"See [a](../othr/) and [b](vscode:x).\"}";
    let listing = VALID.replace("- {version: 1.0.0, date: 2026-01-02, notes: First release.}", notes);
    let folder = catalogue("").with("listings/acme/listing.yaml", listing);
    let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
    let report = run(&raw, &context()).report;
    let text = raw.document("listings/acme/listing.yaml").and_then(|document| document.text.clone()).unwrap_or_default();
    for name in ["dead-relative-link", "link-not-shown"] {
        let found = report.iter().find(|found| found.code.name == name).unwrap_or_else(|| panic!("{name}"));
        assert!(found.span.is_some_and(|span| text[span.range()].starts_with("\"See")), "{found:?}");
    }
}

#[test]
fn a_page_of_documentation_is_a_page_of_its_listing() {
    let folder = catalogue("");
    let files = site(&folder, Some(BASE));
    let page = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let limits = page("listings/other/docs/limits/index.html");
    for part in [
        "<title>Limits of rows – Other Rows – Examples</title>",
        "<h1>Limits of rows</h1>",
        "<h2 id=\"u-rows\">",
        "<a href=\"/some/path/listings/other/#u-keys\">the keys</a>",
        "<a href=\"/some/path/listings/other/docs/more/#u-zebra\">more</a>",
        "<a href=\"/some/path/listings/acme/\">Acme</a>",
        "<img src=\"/some/path/listings/other/c.svg\"",
        "<li><a href=\"/some/path/listings/other/\">Other Rows</a></li>",
        "<li><a href=\"/some/path/listings/other/docs/limits/\" aria-current=\"page\">Limits of rows</a></li>",
        "<li><a href=\"/some/path/listings/other/docs/more/\">More</a></li>",
    ] {
        assert!(limits.contains(part), "{part}: {limits}");
    }
    assert_eq!(limits.matches("Limits of rows</h").count(), 1, "the title is not repeated: {limits}");
    assert!(!page("listings/other/docs/more/index.html").contains("alert(1)"));
    let listing = page("listings/other/index.html");
    assert!(listing.contains("<a href=\"/some/path/listings/other/docs/limits/\" dir=\"auto\">Limits of rows</a>"), "{listing}");
    assert!(page("sitemap.xml").contains("<loc>https://host.example/some/path/listings/other/docs/limits/</loc>"));
    assert!(page("listings/older/docs/more/index.html").contains("url=/some/path/listings/other/docs/more/"));
    assert!(!files.contains_key("listings/other/docs/limits.md"), "a text is published once");
    let json: serde_json::Value = serde_json::from_str(&page("api/v1/listings/other.json")).expect("JSON");
    assert_eq!(json["docs"][1]["url"], "https://host.example/some/path/listings/other/docs/more/");
}

#[test]
fn a_page_of_documentation_is_checked_like_a_readme() {
    let text = "## Setup\n\n[a](../nothing.md) and [b](#nope), ![](../a.svg)\n";
    let folder = catalogue("")
        .with("listings/other/docs/more.md", text)
        .with("listings/other/docs/..md", "Up.\n")
        .with("listings/other/docs/...md", "Up.\n");
    let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
    let report = run(&raw, &context()).report;
    let found = report.iter().filter(|found| found.path.as_str() == "listings/other/docs/more.md");
    let found: Vec<&str> = found.map(|found| found.code.name).collect();
    assert_eq!(found, ["dead-relative-link", "dead-relative-link", "image-without-alt"]);
    let pages = some_of_site(&folder, None, &|path| path.contains("/docs/"));
    let pages: Vec<&str> = pages.keys().filter(|path| !path.contains("/older/")).map(String::as_str).collect();
    assert_eq!(pages, ["listings/other/docs/limits/index.html", "listings/other/docs/more/index.html"], "no path leads upwards");
}
