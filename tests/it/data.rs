//! What the site tells programs is what their formats ask for: feeds, sitemap, structured data, and the files that programs look for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pressmark::parse::media::media;
use pressmark::source::disk::Disk;
use quick_xml::events::Event;
use serde_json::Value;

use crate::support::{BASE, VALID, demo_copy, demo_site_below_base as files, site};

fn text(path: &str) -> &'static str {
    std::str::from_utf8(files().get(path).unwrap_or_else(|| panic!("there is no {path}"))).expect("UTF-8")
}

fn json(path: &str) -> Value {
    serde_json::from_str(text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Panics unless `address` is absolute, below the base path, and one of a file of the site.
fn leads_somewhere(page: &str, address: &str) {
    let below = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{page}: {address} is not below {BASE}"));
    let path = below.split(['?', '#']).next().unwrap_or_default();
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    assert!(files().contains_key(&file), "{page}: {address} leads nowhere");
}

/// An element with its children.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Self> + use<'a> {
        let name = name.to_owned();
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The only child called `name`.
    fn one(&self, name: &str) -> &Self {
        let found: Vec<_> = self.all(name).collect();
        assert_eq!(found.len(), 1, "one {name} in {self:?}");
        found[0]
    }

    fn link(&self, relation: &str) -> &str {
        &self.all("link").find(|link| link.attributes["rel"] == relation).expect("a link").attributes["href"]
    }
}

/// The root element of a well-formed document.
fn xml(path: &str) -> Element {
    let mut reader = quick_xml::Reader::from_str(text(path));
    let mut open = vec![Element::default()];
    let element = |start: &quick_xml::events::BytesStart<'_>| Element {
        name: start.name().as_ref().to_owned(),
        attributes: start
            .attributes()
            .map(|attribute| attribute.expect("an attribute"))
            .map(|attribute| {
                let value = quick_xml::escape::unescape(&attribute.value).expect("valid references").into_owned();
                (attribute.key.as_ref().to_owned(), value)
            })
            .collect(),
        ..Element::default()
    };
    let close = |open: &mut Vec<Element>| {
        let done = open.pop().expect("an open element");
        open.last_mut().expect("its parent").children.push(done);
    };
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => {
                open.push(element(&start));
                close(&mut open);
            }
            Event::End(_) => close(&mut open),
            Event::Text(text) => open.last_mut().expect("an open element").text += &text,
            Event::GeneralRef(reference) => {
                let written = format!("&{};", &*reference);
                open.last_mut().expect("an open element").text += &quick_xml::escape::unescape(&written).expect("a known reference");
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut document = open.pop().expect("the document");
    assert!(open.is_empty() && document.children.len() == 1, "{path}: one root element");
    document.children.remove(0)
}

/// A moment as RFC 3339 writes it, in UTC.
fn moment(text: &str) -> Date {
    text.strip_suffix("T00:00:00Z").and_then(|day| day.parse().ok()).unwrap_or_else(|| panic!("{text} is no moment"))
}

/// Whether `path` is at an address that a listing had before.
fn is_former(path: &str) -> bool {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    text(&format!("{folder}/index.html")).contains("http-equiv=\"refresh\"")
}

#[test]
fn every_feed_has_what_atom_asks_for() {
    let feeds: Vec<&String> = files().keys().filter(|path| path.ends_with("feed.xml") || *path == "security.xml").collect();
    assert!(feeds.len() > 40, "{}", feeds.len());
    for path in feeds {
        let feed = xml(path);
        assert_eq!((feed.name.as_str(), feed.attributes["xmlns"].as_str()), ("feed", "http://www.w3.org/2005/Atom"));
        assert!(!feed.one("title").text.trim().is_empty() && !feed.one("author").one("name").text.trim().is_empty(), "{path}");
        assert_eq!(feed.one("id").text, feed.link("self"), "{path}");
        // At a former address is what is at the one that the feed names.
        let own = feed.link("self").strip_prefix(BASE).unwrap_or_else(|| panic!("{path} leads away"));
        assert!(own == path || (is_former(path) && files()[own] == files()[path]), "{path}: {own}");
        leads_somewhere(path, feed.link("alternate"));
        let mut ids = BTreeSet::new();
        let mut newest = None;
        for entry in feed.all("entry") {
            assert!(ids.insert(entry.one("id").text.clone()), "{path}: {} is there twice", entry.one("id").text);
            assert!(!entry.one("title").text.trim().is_empty() && !entry.one("author").one("name").text.trim().is_empty(), "{path}");
            leads_somewhere(path, entry.link("alternate"));
            newest = newest.max(Some(moment(&entry.one("updated").text)));
        }
        assert!(!ids.is_empty(), "{path}: a feed without entries");
        assert_eq!(Some(moment(&feed.one("updated").text)), newest, "{path}");
        let days: Vec<Date> = feed.all("entry").map(|entry| moment(&entry.one("updated").text)).collect();
        assert!(days.is_sorted_by(|a, b| a >= b), "{path}: the newest first");
    }
}

#[test]
fn the_json_feed_conforms_to_version_1_1_and_equals_the_atom_feed() {
    let feed = json("feed.json");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], format!("{BASE}feed.json"));
    assert_eq!(feed["home_page_url"], BASE);
    assert!(feed["title"].is_string() && feed["language"].is_string() && feed["authors"][0]["name"].is_string());
    let items = feed["items"].as_array().expect("items");
    for item in items {
        assert!(item["id"].is_string() && item["title"].is_string() && item["tags"].is_array(), "{item}");
        assert!(item["content_text"].as_str().is_some_and(|text| !text.is_empty()), "{item}");
        moment(item["date_published"].as_str().expect("a date"));
        leads_somewhere("feed.json", item["url"].as_str().expect("an address"));
        leads_somewhere("feed.json", item["authors"][0]["url"].as_str().expect("an address"));
    }
    let told: Vec<&str> = items.iter().filter_map(|item| item["id"].as_str()).collect();
    let atom = xml("feed.xml");
    let told_by_atom: Vec<&str> = atom.all("entry").map(|entry| entry.one("id").text.as_str()).collect();
    assert_eq!(told, told_by_atom);
    assert!(pages().all(|(_, html)| html.contains("type=\"application/feed+json\" href=\"/some/path/feed.json\"")));
}

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    files().keys().filter(|path| path.ends_with(".html")).map(|path| (path.as_str(), text(path)))
}

/// What is between `before` and the next quotation mark.
fn attribute<'html>(html: &'html str, before: &str) -> Option<&'html str> {
    html.split(before).nth(1)?.split('"').next()
}

#[test]
fn texts_in_another_language_than_the_catalogue_say_which() {
    let japanese = "listings/google-sheets-keihi/";
    let feed = json("feed.json");
    let items = feed["items"].as_array().expect("items");
    // Both feeds tell the same in the same order.
    for (item, entry) in items.iter().zip(xml("feed.xml").all("entry")) {
        let url = item["url"].as_str().expect("an address");
        let known = [(japanese, "ja"), ("listings/microsoft-teams-ijazat/", "ar")];
        let wanted = known.into_iter().find(|(page, _)| url.contains(page)).map(|(_, language)| language);
        assert_eq!(item["language"].as_str(), wanted, "{url}");
        for text in entry.all("summary") {
            assert_eq!(text.attributes.get("xml:lang").map(String::as_str), wanted, "{url}");
        }
    }
    assert!(items.iter().any(|item| item["language"] == "ja"));
    let own = xml(&format!("{japanese}feed.xml"));
    let marked: Vec<_> = own.all("entry").flat_map(|entry| entry.all("summary").collect::<Vec<_>>()).collect();
    assert!(!marked.is_empty() && marked.iter().all(|text| text.attributes.get("xml:lang").is_some_and(|lang| lang == "ja")));
    let software = |page: &str| {
        let path = format!("{page}index.html");
        nodes(&path, text(&path)).into_iter().find(|node| node["@type"] == "SoftwareApplication").expect("a listing")
    };
    assert_eq!(
        (&software(japanese)["inLanguage"], &software("listings/shopify-orders/")["inLanguage"]),
        (&"ja".into(), &Value::Null),
        "only what a listing states is said of it"
    );
}

#[test]
fn the_sitemap_names_every_page_that_may_be_found_and_no_other() {
    let sitemap = xml("sitemap.xml");
    assert_eq!(sitemap.attributes["xmlns"], "http://www.sitemaps.org/schemas/sitemap/0.9");
    let mut named = BTreeSet::new();
    for url in sitemap.all("url") {
        let address = &url.one("loc").text;
        assert!(address.len() < 2048 && named.insert(address.clone()), "{address}");
        for date in url.all("lastmod") {
            date.text.parse::<Date>().unwrap_or_else(|error| panic!("{address}: {error}"));
        }
        let below = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address} is not below {BASE}"));
        let is_about_a_listing = below.starts_with("listings/");
        assert!(!is_about_a_listing || url.all("lastmod").count() == 1, "{address} has no day");
    }
    assert!(named.len() <= 50_000 && files()["sitemap.xml"].len() <= 50 << 20);
    let mut indexable = BTreeSet::new();
    for (page, html) in pages() {
        let own = format!("{BASE}{}", page.trim_end_matches("index.html"));
        let canonical = attribute(html, "rel=\"canonical\" href=\"");
        if !html.contains("content=\"noindex") && canonical == Some(&own) {
            indexable.insert(own);
        }
    }
    assert_eq!(named, indexable);
    assert!(text("robots.txt").ends_with(&format!("\nSitemap: {BASE}sitemap.xml\n")));
}

#[test]
fn the_search_can_be_added_to_a_browser() {
    let description = xml("opensearch.xml");
    assert_eq!(description.name, "OpenSearchDescription");
    assert_eq!(description.attributes["xmlns"], "http://a9.com/-/spec/opensearch/1.1/");
    let short = &description.one("ShortName").text;
    assert!((1..=16).contains(&short.chars().count()), "{short}");
    assert!((1..=1024).contains(&description.one("Description").text.chars().count()));
    let url = description.one("Url");
    assert_eq!(url.attributes["type"], "text/html");
    assert_eq!(url.attributes["template"], format!("{BASE}search/?q={{searchTerms}}"));
    leads_somewhere("opensearch.xml", &url.attributes["template"]);
}

#[test]
fn security_txt_has_the_fields_of_its_rfc() {
    let fields: Vec<(&str, &str)> = text(".well-known/security.txt").lines().map(|line| line.split_once(": ").expect("a field")).collect();
    let values = |name: &str| fields.iter().filter(|(field, _)| *field == name).map(|(_, value)| *value).collect::<Vec<_>>();
    assert_eq!(values("Contact"), ["mailto:security@connectors.example"]);
    assert!(moment(values("Expires")[0]) > jiff::civil::date(2026, 12, 31) && values("Expires").len() == 1);
    assert_eq!(values("Canonical"), [format!("{BASE}.well-known/security.txt")]);
    let known = ["Acknowledgments", "Canonical", "Contact", "Encryption", "Expires", "Hiring", "Policy", "Preferred-Languages"];
    assert!(fields.iter().all(|(name, _)| known.contains(name)), "{fields:?}");
}

#[test]
fn the_manifest_names_the_site_and_an_icon_that_is_there() {
    let manifest = json("manifest.webmanifest");
    assert_eq!((&manifest["display"], &manifest["start_url"]), (&"browser".into(), &"/some/path/".into()));
    assert_eq!((&manifest["scope"], &manifest["lang"]), (&"/some/path/".into(), &"en".into()));
    assert!(manifest["name"].as_str().is_some_and(|name| !name.is_empty()));
    for icon in manifest["icons"].as_array().expect("icons") {
        let source = icon["src"].as_str().expect("an address");
        leads_somewhere("the manifest", &format!("https://host.example{source}"));
        assert!(icon["sizes"].is_string() && icon["type"].is_string());
        if icon["type"] == "image/png" {
            let bytes = &files()[source.strip_prefix("/some/path/").expect("an address below the root")];
            let found = media("png", bytes).0.expect("a PNG");
            assert_eq!(icon["sizes"], format!("{}x{}", found.width, found.height));
        }
    }
    let sizes: Vec<&str> = manifest["icons"].as_array().into_iter().flatten().filter_map(|icon| icon["sizes"].as_str()).collect();
    let drawn: &[&str] = if pressmark::picture::DRAWS_CARDS { &["any", "192x192", "512x512"] } else { &["any"] };
    assert_eq!(sizes, drawn);
    assert!(pages().all(|(_, html)| html.contains("<link rel=\"manifest\" href=\"/some/path/manifest.webmanifest\">")));
}

#[test]
fn llms_txt_has_a_heading_and_links_that_lead_somewhere() {
    let text = text("llms.txt");
    assert!(text.starts_with("# Connector Library\n\n> Ready-made connectors"), "{text}");
    assert_eq!(text.lines().filter(|line| line.starts_with("# ")).count(), 1);
    let mut n_links = 0;
    for line in text.lines().filter(|line| line.starts_with("- ")) {
        let address = line.split("](").nth(1).and_then(|rest| rest.split(')').next()).unwrap_or_else(|| panic!("{line} has no link"));
        leads_somewhere("llms.txt", address);
        n_links += 1;
    }
    assert!(n_links > 50, "{n_links}");
}

#[test]
fn a_badge_is_an_image_that_the_catalogue_itself_would_take() {
    let badges: Vec<&String> = files().keys().filter(|path| path.ends_with("/badge.svg")).collect();
    assert!(badges.len() >= 40, "{}", badges.len());
    for path in badges {
        let (found, problems) = media("svg", &files()[path]);
        assert!(problems.is_empty() && found.is_some_and(|found| found.height == 20), "{path}: {problems:?}");
        assert!(xml(path).one("title").text.starts_with("listed on Connector Library"), "{path}");
        if is_former(path) {
            continue;
        }
        let page = text(&path.replace("badge.svg", "index.html"));
        let markdown = format!("[![listed on Connector Library]({BASE}{path})]({BASE}{})", path.trim_end_matches("badge.svg"));
        assert!(page.contains(&markdown), "{path}: the page does not say how to show it");
    }
}

/// The attributes of the one element that `html` is, which has no content.
fn frame(html: &str) -> BTreeMap<String, String> {
    let mut reader = quick_xml::Reader::from_str(html);
    let Ok(Event::Start(start)) = reader.read_event() else { panic!("{html} is no element") };
    let attributes = start.attributes().map(|attribute| attribute.expect("an attribute"));
    let found = attributes.map(|attribute| {
        let value = quick_xml::escape::unescape(&attribute.value).expect("valid references").into_owned();
        (attribute.key.as_ref().to_owned(), value)
    });
    let found: BTreeMap<String, String> = found.collect();
    assert_eq!(start.name().as_ref(), "iframe", "{html}");
    assert!(matches!(reader.read_event(), Ok(Event::End(_))) && matches!(reader.read_event(), Ok(Event::Eof)), "{html}");
    found
}

#[test]
fn every_listing_has_the_oembed_fields_of_its_card() {
    let (_scratch, content) = demo_copy();
    let settings = content.join("catalogue.yaml");
    let title = "title: <Library> & \"odd\"\n";
    let old = std::fs::read_to_string(&settings).expect("the settings");
    let other: String = old.lines().filter(|line| !line.starts_with("title:")).map(|line| format!("{line}\n")).collect();
    std::fs::write(&settings, format!("{title}{other}embed: true\n")).expect("the settings");
    let files = site(&Disk::new(&content), Some(BASE));
    let leads_somewhere = |address: &str| {
        let path = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address} is not below {BASE}"));
        assert!(files.contains_key(path) || files.contains_key(&format!("{path}index.html")), "{address} leads nowhere");
    };
    let answers: Vec<_> = files.iter().filter(|(path, _)| path.ends_with("/oembed.json")).collect();
    assert!(answers.len() >= 40, "{}", answers.len());
    let mut n_pictures = 0;
    for (path, bytes) in answers {
        let value: Value = serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!((&value["type"], &value["version"]), (&Value::from("rich"), &Value::from("1.0")), "{path}");
        assert_eq!((string(path, &value, "provider_name"), string(path, &value, "provider_url")), ("<Library> & \"odd\"", BASE));
        let page = path.trim_end_matches("oembed.json");
        let html = String::from_utf8_lossy(&files[&format!("{page}index.html")]);
        let discovery = format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{BASE}{path}\"");
        assert!(html.contains(&discovery), "{path}: the page does not name it");
        let markup = string(path, &value, "html");
        let frame = frame(markup);
        assert_eq!(frame["src"], format!("{BASE}{page}embed/"), "{path}");
        leads_somewhere(&frame["src"]);
        let title = string(path, &value, "title");
        assert!(frame["title"].starts_with(title) && frame["title"].ends_with("<Library> & \"odd\""), "{path}: {}", frame["title"]);
        for side in ["width", "height"] {
            assert_eq!(value[side].as_u64().map(|n| n.to_string()).as_ref(), frame.get(side), "{path}");
        }
        leads_somewhere(string(path, &value, "author_url"));
        assert!(!string(path, &value, "author_name").is_empty());
        if value.get("thumbnail_url").is_some() {
            leads_somewhere(string(path, &value, "thumbnail_url"));
            assert!(value["thumbnail_width"].as_u64() > Some(0) && value["thumbnail_height"].as_u64() > Some(0), "{path}");
            n_pictures += 1;
        }
    }
    assert!(n_pictures > 10, "{n_pictures}");
}

/// Every node of the structured data of a page.
fn nodes(page: &str, html: &str) -> Vec<Value> {
    let mut nodes = Vec::new();
    for data in html.split("<script type=\"application/ld+json\">").skip(1).filter_map(|rest| rest.split("</script>").next()) {
        let value: Value = serde_json::from_str(data).unwrap_or_else(|error| panic!("{page}: {error}"));
        assert_eq!(value["@context"], "https://schema.org", "{page}");
        match value.get("@graph") {
            Some(graph) => nodes.extend(graph.as_array().expect("a list").iter().cloned()),
            None => nodes.push(value),
        }
    }
    nodes
}

fn string<'value>(page: &str, node: &'value Value, key: &str) -> &'value str {
    node[key].as_str().filter(|text| !text.is_empty()).unwrap_or_else(|| panic!("{page}: {key} is missing in {node}"))
}

/// Panics unless `node` is of a known type with everything that belongs to it.
fn is_valid(page: &str, node: &Value) {
    let address = |node: &Value, key: &str| leads_somewhere(page, string(page, node, key));
    let items = |key: &str| node[key].as_array().unwrap_or_else(|| panic!("{page}: {key} is missing in {node}"));
    match string(page, node, "@type") {
        "WebSite" => {
            string(page, node, "name");
            address(node, "url");
            address(&node["potentialAction"], "target");
        }
        "SoftwareApplication" => {
            for key in ["name", "description"] {
                string(page, node, key);
            }
            for key in ["applicationCategory", "operatingSystem", "aggregateRating", "offers"] {
                assert_eq!(node[key], Value::Null, "{page}: no listing states it");
            }
            address(node, "url");
            for key in ["datePublished", "dateModified"] {
                string(page, node, key).parse::<Date>().unwrap_or_else(|error| panic!("{page}: {error}"));
            }
            assert_eq!(node["author"]["@type"], "Organization", "{page}");
            string(page, &node["author"], "name");
            address(&node["author"], "url");
            if node.get("image").is_some() {
                address(node, "image");
            }
            let license = &node["license"];
            let is_page = license.as_str().is_some_and(|url| url.starts_with("https://spdx.org/licenses/"));
            assert!(license.is_null() || is_page || license["@type"] == "CreativeWork", "{page}: {license}");
            for invented in ["aggregateRating", "review", "offers"] {
                assert!(node.get(invented).is_none(), "{page}: nobody said {invented}");
            }
        }
        "Organization" => {
            string(page, node, "name");
            address(node, "url");
        }
        kind @ ("ItemList" | "BreadcrumbList") => {
            let list = items("itemListElement");
            let first = list.first().map_or(1, |item| item["position"].as_u64().expect("a number"));
            for (place, item) in list.iter().enumerate() {
                assert_eq!((item["@type"].as_str(), item["position"].as_u64()), (Some("ListItem"), Some(first + place as u64)), "{page}");
                string(page, item, "name");
                address(item, if kind == "ItemList" { "url" } else { "item" });
            }
            assert!(kind == "ItemList" || (first == 1 && list.len() > 1), "{page}: a way of one step");
        }
        other => panic!("{page}: {other} is not expected"),
    }
}

#[test]
fn every_page_says_what_it_shows_in_the_words_of_schema_org() {
    let mut kinds: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (page, html) in pages() {
        let nodes = nodes(page, html);
        for node in &nodes {
            is_valid(page, node);
        }
        let found: BTreeSet<String> = nodes.iter().map(|node| string(page, node, "@type").to_owned()).collect();
        assert_eq!(found.len(), nodes.len(), "{page}: a type is there twice");
        let has_way = html.contains("<nav class=\"breadcrumb") || html.contains("aria-label=\"Breadcrumb\"");
        assert_eq!(found.contains("BreadcrumbList"), has_way && page != "404.html", "{page}");
        let kind = attribute(html, "<body class=\"page-").unwrap_or_default();
        let known = kinds.entry(kind).or_insert_with(|| found.clone());
        // Pages that no one has listed anything on have no list.
        if found.len() > known.len() {
            *known = found;
        }
    }
    let expected = |kind: &str| match kind {
        "home" => vec!["WebSite"],
        "listing" => vec!["BreadcrumbList", "SoftwareApplication"],
        "publisher" => vec!["BreadcrumbList", "ItemList", "Organization"],
        "browse" | "app" | "apps" | "publishers" | "tag" | "tags" | "collection" | "collections" => vec!["BreadcrumbList", "ItemList"],
        "not-found" => vec![],
        _ => vec!["BreadcrumbList"],
    };
    for (kind, found) in kinds {
        assert_eq!(found.into_iter().collect::<Vec<_>>(), expected(kind), "{kind}");
    }
}

#[test]
fn a_withdrawn_version_is_shown_with_its_reason_and_feeds_tell_that_it_was_withdrawn() {
    let reason = "Rounds numeric values with more than 15 digits. Use 4.1.3.";
    let versions = json("api/v1/listings/postgresql-queries.json")["versions"].clone();
    let yanked = versions.as_array().and_then(|list| list.iter().find(|version| version["version"] == "4.1.2")).expect("the version");
    assert_eq!(yanked["yanked"], serde_json::json!({"since": "2026-09-08", "reason": reason}));
    for page in ["listings/postgresql-queries/index.html", "listings/postgresql-queries/versions/index.html"] {
        assert!(text(page).contains("<s>4.1.2</s>") && text(page).contains(reason), "{page}");
    }
    for (path, bytes) in files().iter().filter(|(path, _)| path.ends_with("feed.xml") || path.ends_with("feed.json")) {
        let feed = String::from_utf8_lossy(bytes);
        assert!(!feed.contains("#v4.1.2") || !feed.contains("postgresql-queries"), "{path}");
    }
    for path in ["feed.xml", "listings/postgresql-queries/feed.xml"] {
        let feed = xml(path);
        let told = feed
            .all("entry")
            .find(|entry| entry.one("id").text.ends_with("/postgresql-queries/#withdrawn-v4.1.2"))
            .expect("the withdrawal");
        assert_eq!(
            (&*told.one("summary").text, moment(&told.one("updated").text).to_string()),
            (reason, "2026-09-08".to_owned()),
            "{path}"
        );
    }
}

#[test]
fn a_version_cannot_end_an_address_or_an_attribute() {
    let hostile = r#"1 "><b>&x=#"#;
    let listing =
        VALID.replace("version: 1.0.0", &format!("version: '{hostile}'")).replace("install: {url: https://acme.example/install}\n", "");
    let folder = pressmark::source::Memory::new()
        .with("catalogue.yaml", "title: Examples\nbase_url: https://catalogue.example/\ninstall: {url_template: 'https://app.example/{slug}?v={version}'}\nagreement: {current: \"2026-01\"}\n")
        .with("tags.yaml", "- {id: crm, label: Customers}\n")
        .with("agreements/2026-01.md", "## Terms\n\nBe fair.\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("publishers/acme.yaml", "name: Acme Works\n")
        .with("listings/acme/listing.yaml", listing);
    let files = site(&folder, None);
    let page = String::from_utf8_lossy(&files["listings/acme/index.html"]);
    assert!(page.contains("https://app.example/acme?v=1%20%22%3E%3Cb%3E%26x%3D%23\""), "{page}");
    assert!(!page.contains("<b>&x") && !page.contains("id=\"v1 "), "{page}");
}
