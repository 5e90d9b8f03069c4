//! The published contract `/api/v1/`: every document keeps to its schema, every slug that ever was has one, and nothing is there that is not described.

use std::collections::{BTreeMap, BTreeSet};

use pressmark::source::{Folder, Memory};
use serde_json::{Value, json};

use crate::judge::Judge;
use crate::support::{BASE, VALID, demo_site, demo_site_below_base, site, some_of_site};

type Files = BTreeMap<String, Vec<u8>>;

/// The contract of the catalogue in `folder`.
fn contract(folder: &dyn Folder) -> Files {
    some_of_site(folder, None, &|path| path.starts_with("api/"))
}

fn document(files: &Files, path: &str) -> Value {
    let bytes = files.get(&format!("api/v1/{path}")).unwrap_or_else(|| panic!("there is no {path}"));
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The paths of the contract, below its folder.
fn paths(files: &Files) -> impl Iterator<Item = &str> {
    files.keys().filter_map(|path| path.strip_prefix("api/v1/"))
}

/// A catalogue with the listing `a`, to which `more` is added.
fn small(more: &str) -> Memory {
    Memory::new()
        .with("catalogue.yaml", "title: Small\nbase_url: https://small.example/\nagreement: {current: \"2026-01\"}\n")
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("publishers/acme.yaml", "name: Acme Works\n")
        .with("agreements/2026-01.md", "---\ntitle: Agreement\n---\nBe kind.\n")
        .with("listings/a/listing.yaml", format!("{VALID}{more}"))
}

/// A valid listing called `name`, to which `more` is added.
fn named(name: &str, more: &str) -> String {
    format!("{}{more}", VALID.replace("Acme Messages", name))
}

const UNLISTED: &str = "listings/secret-rows/listing.yaml";

/// A catalogue with a listing in each state, and with slugs that listings had before.
fn states() -> Memory {
    small("former_slugs: [a-before, a-long-before]\n")
        .with("listings/b/listing.yaml", named("Beta Rows", "lifecycle: {state: deprecated, since: 2026-03-03, reason: superseded, replaced_by: a, note: Use the other.}\nparent: a\n"))
        .with("listings/c/listing.yaml", named("Gamma Rows", "lifecycle: {state: suspended, since: 2026-03-04, reason: broken}\n"))
        .with("listings/d/listing.yaml", named("Delta Rows", "lifecycle: {state: unpublished, since: 2026-03-05, reason: author-request}\n"))
        .with("listings/e/listing.yaml", named("Epsilon Rows", "lifecycle: {state: removed, since: 2026-03-06, reason: security, replaced_by: a, note: Do not use it.}\nformer_slugs: [e-before]\n"))
        .with("listings/f/listing.yaml", "name: Bare Rows\n")
        .with(UNLISTED, named("Secret Rows", "visibility: unlisted\nformer_slugs: [secret-before]\n"))
        .with("listings/secret-gone/listing.yaml", named("Secret Gone", "visibility: unlisted\nlifecycle: {state: removed, since: 2026-03-07, reason: policy}\n"))
}

/// The part of a path that a template of OpenAPI has in braces.
fn is_described(template: &str, path: &str) -> bool {
    match template.split_once('{').and_then(|(start, rest)| Some((start, rest.split_once('}')?.1))) {
        None => template == path,
        Some((start, end)) => {
            path.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)).is_some_and(|part| !part.is_empty() && !part.contains('/'))
        }
    }
}

/// Panics unless every document keeps to the schema that the description names for it, and every document is described.
fn keeps_to_its_contract(files: &Files) {
    let description = document(files, "openapi.json");
    assert_eq!(description["openapi"], "3.1.0");
    let templates = description["paths"].as_object().expect("paths");
    let mut validators = BTreeMap::new();
    for path in paths(files) {
        let fitting: Vec<_> = templates.iter().filter(|(template, _)| is_described(&template[1..], path)).collect();
        assert_eq!(fitting.len(), 1, "{path} is described once");
        let (template, operations) = fitting[0];
        let validator = validators.entry(template).or_insert_with(|| {
            let schema = &operations["get"]["responses"]["200"]["content"]["application/json"]["schema"];
            let schema = match schema["$ref"].as_str() {
                Some(reference) => document(files, reference),
                None => schema.clone(),
            };
            if let Some(id) = schema["$id"].as_str() {
                assert!(
                    id.starts_with("http") && files.keys().any(|path| path.starts_with("api/v1/schema/") && id.ends_with(path)),
                    "{id}"
                );
            }
            Judge::new(&schema)
        });
        let found = document(files, path);
        assert_eq!(validator.errors(&found), [""; 0], "{path}: {found}");
        assert!(!String::from_utf8_lossy(&files[&format!("api/v1/{path}")]).contains(":null"), "{path}: a key without a value is missing");
    }
    let unused: Vec<_> = templates.keys().filter(|template| !validators.contains_key(template)).collect();
    assert!(
        unused.is_empty()
            || unused.iter().all(|template| ["/catalogue/{part}.json", "/listings/{slug}.json"].contains(&template.as_str())
                || template.starts_with("/files")),
        "{unused:?}"
    );
}

#[test]
fn every_document_keeps_to_its_published_schema() {
    for files in [demo_site(), demo_site_below_base()] {
        keeps_to_its_contract(files);
    }
    for content in [&small("") as &dyn Folder, &states(), &Memory::new().with("catalogue.yaml", "title: Empty\n")] {
        keeps_to_its_contract(&contract(content));
    }
}

#[test]
fn a_schema_refuses_what_the_contract_does_not_allow() {
    let files = contract(&states());
    let schema = Judge::new(&document(&files, "schema/updates.json"));
    let wrong = [json!({"state": "lost"}), json!({"shared": 1}), json!({"yanked": "1.0.0"}), json!({"parent": ""})];
    for update in wrong {
        let updates = json!({"schema": 1, "catalogue": "https://small.example/", "listings": {"a": update}});
        assert!(!schema.is_valid(&updates), "{updates}");
    }
    let later = json!({"schema": 1, "catalogue": "https://small.example/", "listings": {"a": {"new_key": 1}}, "new_key": 2});
    assert!(schema.is_valid(&later), "a later catalogue may say more");
    assert!(!schema.is_valid(&json!({"schema": 2, "catalogue": "https://small.example/", "listings": {}})));
}

#[test]
fn every_slug_that_ever_was_says_what_became_of_it() {
    let files = contract(&states());
    let of = |slug: &str| document(&files, &format!("listings/{slug}.json"));
    let [active, deprecated, suspended, unpublished, removed] = ["a", "b", "c", "d", "e"].map(of);
    assert_eq!((&active["state"], &active["since"], &active["reason"]), (&json!("active"), &Value::Null, &Value::Null));
    assert_eq!(
        (&deprecated["state"], &deprecated["since"], &deprecated["reason"]),
        (&json!("deprecated"), &json!("2026-03-03"), &json!("superseded"))
    );
    assert_eq!((&deprecated["replaced_by"]["slug"], &deprecated["note"]), (&json!("a"), &json!("Use the other.")));
    assert_eq!((&suspended["state"], suspended.get("install")), (&json!("suspended"), None));
    assert_eq!((&unpublished["state"], &unpublished["reason"]), (&json!("unpublished"), &json!("author-request")));
    assert_eq!((&removed["state"], &removed["since"], &removed["reason"]), (&json!("removed"), &json!("2026-03-06"), &json!("security")));
    assert_eq!((&removed["replaced_by"]["slug"], &removed["note"], removed.get("versions")), (&json!("a"), &json!("Do not use it."), None));
    for (former, now) in [("a-before", "a"), ("a-long-before", "a"), ("e-before", "e"), ("secret-before", "secret-rows")] {
        let value = of(former);
        assert_eq!((&value["state"], &value["moved_to"], value.get("since")), (&json!("renamed"), &json!(now), None), "{former}");
        assert_eq!(value["url"], format!("https://small.example/listings/{former}/"));
    }
    assert_eq!(of("secret-rows")["state"], "active");
    let bare = of("f");
    let said: BTreeSet<&str> = bare.as_object().expect("an object").keys().map(String::as_str).collect();
    let always = [
        "schema",
        "slug",
        "name",
        "url",
        "state",
        "tags",
        "keywords",
        "regions",
        "auth",
        "depends_on",
        "former_slugs",
        "versions",
        "triggers",
        "actions",
    ];
    assert_eq!(said, BTreeSet::from(always), "only what the listing states");
}

#[test]
fn updates_and_removed_say_of_every_listed_slug_where_it_stands() {
    let files = contract(&states());
    let updates = document(&files, "updates.json");
    assert_eq!(
        updates,
        json!({
            "schema": 1,
            "catalogue": "https://small.example/",
            "listings": {
                "a": {"shared": "1.0.0"},
                "b": {"shared": "1.0.0", "state": "deprecated", "parent": "a", "parent_shared": "1.0.0"},
                "c": {"shared": "1.0.0", "state": "suspended"},
                "f": {},
            },
        })
    );
    let removed = document(&files, "removed.json");
    assert_eq!(
        removed,
        json!({
            "schema": 1,
            "catalogue": "https://small.example/",
            "listings": {
                "a-before": {"state": "renamed", "moved_to": "a"},
                "a-long-before": {"state": "renamed", "moved_to": "a"},
                "d": {"state": "unpublished", "since": "2026-03-05", "reason": "author-request"},
                "e": {"state": "removed", "since": "2026-03-06", "reason": "security", "replaced_by": "a"},
                "e-before": {"state": "renamed", "moved_to": "e"},
            },
        })
    );
}

#[test]
fn versions_that_differ_or_were_withdrawn_are_in_updates() {
    let versions = "versions:\n  - {version: 2.0.0, date: 2026-03-02}\n  - {version: 1.1.0, date: 2026-02-02, yanked: {since: 2026-02-03, reason: Loses rows.}}\n  - {version: 1.0.0, date: 2026-01-02}\nshared: 1.0.0\nreleased: 2.0.0\n";
    let listing = VALID.replace("versions:\n  - {version: 1.0.0, date: 2026-01-02, notes: First release.}\n", versions);
    let files = contract(&small("").with("listings/a/listing.yaml", listing));
    assert_eq!(document(&files, "updates.json")["listings"]["a"], json!({"shared": "1.0.0", "released": "2.0.0", "yanked": ["1.1.0"]}));
    let withdrawn = &document(&files, "listings/a.json")["versions"][1];
    assert_eq!((&withdrawn["version"], &withdrawn["yanked"]), (&json!("1.1.0"), &json!({"since": "2026-02-03", "reason": "Loses rows."})));
}

#[test]
fn the_version_of_a_parent_that_is_gone_is_not_announced() {
    let gone = "lifecycle: {state: removed, since: 2026-03-05, reason: security}\n";
    let content = small("parent: p\n").with("listings/p/listing.yaml", named("Parent Rows", gone));
    assert_eq!(document(&contract(&content), "updates.json")["listings"]["a"], json!({"shared": "1.0.0", "parent": "p"}));
}

#[test]
fn an_unlisted_listing_is_in_no_list() {
    let files = contract(&states());
    for path in paths(&files).filter(|path| !path.starts_with("listings/secret-") && *path != "openapi.json") {
        let text = String::from_utf8_lossy(&files[&format!("api/v1/{path}")]);
        assert!(!text.to_lowercase().contains("secret"), "{path}: {text}");
    }
}

#[test]
fn the_catalogue_lists_what_is_listed_in_the_order_of_slugs() {
    let files = demo_site_below_base();
    let catalogue = document(files, "catalogue.json");
    let slugs: Vec<&str> =
        catalogue["listings"].as_array().expect("listings").iter().filter_map(|listing| listing["slug"].as_str()).collect();
    assert!(slugs.is_sorted() && catalogue["n_listings"] == slugs.len() && catalogue.get("parts").is_none());
    let updates = document(files, "updates.json");
    assert_eq!(slugs, updates["listings"].as_object().expect("listings").keys().collect::<Vec<_>>());
    for listing in catalogue["listings"].as_array().expect("listings") {
        let whole = document(files, &format!("listings/{}.json", listing["slug"].as_str().expect("a slug")));
        for (key, value) in listing.as_object().expect("an object") {
            assert_eq!(&whole[key], value, "{key}");
        }
    }
    // The old file at the top of the site says the same, in the order of names.
    let old: Value = serde_json::from_slice(&files["catalogue.json"]).expect("JSON");
    let of = |value: &Value| -> BTreeMap<String, Value> {
        let listings = value["listings"].as_array().expect("listings").iter();
        listings.map(|listing| (listing["slug"].to_string(), listing.clone())).collect()
    };
    assert_eq!(of(&old), of(&catalogue));
    assert_eq!((&old["url"], &catalogue["url"]), (&json!(BASE), &json!(BASE)));
    for (path, key, of_old) in [("apps.json", "slug", "apps"), ("publishers.json", "slug", "publishers"), ("tags.json", "id", "tags")] {
        let names =
            |value: &Value| -> Vec<Value> { value[of_old].as_array().expect("a list").iter().map(|entry| entry[key].clone()).collect() };
        assert_eq!(names(&document(files, path)), names(&old), "{path}");
    }
}

#[test]
fn every_address_in_the_contract_leads_somewhere() {
    let files = demo_site_below_base();
    let mut n_found = 0;
    for path in paths(files).filter(|path| !path.starts_with("schema/") && *path != "openapi.json") {
        let text = String::from_utf8_lossy(&files[&format!("api/v1/{path}")]).into_owned();
        for address in text.split('"').filter_map(|part| part.strip_prefix(BASE)) {
            let file = if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() };
            let file = percent_encoding::percent_decode_str(&file).decode_utf8_lossy().into_owned();
            // The site in memory has no pictures.
            assert!(files.contains_key(&file) || file.starts_with("images/"), "{path}: {address}");
            n_found += 1;
        }
    }
    assert!(n_found > 300, "{n_found}");
}

#[test]
fn a_large_catalogue_is_in_parts() {
    let whole = |n: usize| {
        (0..n).fold(Memory::new().with("catalogue.yaml", "title: Large\n"), |content, nth| {
            content.with(&format!("listings/row-{nth:05}/listing.yaml"), format!("name: Rows {nth}\n"))
        })
    };
    let files = contract(&whole(5001));
    keeps_to_its_contract(&files);
    let catalogue = document(&files, "catalogue.json");
    assert_eq!((catalogue.get("listings"), &catalogue["n_listings"]), (None, &json!(5001)));
    let mut slugs = Vec::new();
    for (place, part) in catalogue["parts"].as_array().expect("parts").iter().enumerate() {
        let path = format!("catalogue/{}.json", place + 1);
        assert_eq!(part["url"], format!("http://localhost/api/v1/{path}"));
        let listings = document(&files, &path)["listings"].clone();
        let found: Vec<String> =
            listings.as_array().expect("listings").iter().map(|listing| listing["slug"].as_str().expect("a slug").to_owned()).collect();
        assert_eq!(
            (&part["first"], &part["last"], &part["n_listings"]),
            (&json!(found[0]), &json!(found[found.len() - 1]), &json!(found.len()))
        );
        slugs.extend(found);
    }
    assert!(slugs.len() == 5001 && slugs.is_sorted());
    assert!(paths(&contract(&whole(2))).all(|path| !path.starts_with("catalogue/")));
}

/// What follows `before` in `html`, up to `end`, without entities.
fn between(html: &str, before: &str, end: char) -> Option<String> {
    let text = html.split(before).nth(1)?.split(end).next()?;
    Some(quick_xml::escape::unescape(text).expect("valid references").into_owned())
}

#[test]
fn the_install_target_is_that_of_the_button() {
    let template =
        "title: Small\ninstall: {url_template: 'https://app.example/{slug}?a=1&v={version}'}\nagreement: {current: \"2026-01\"}\n";
    let install = |name: &str, install: &str| named(name, "").replace("install: {url: https://acme.example/install}\n", install);
    let own = small("")
        .with("catalogue.yaml", template)
        .with("listings/b/listing.yaml", install("Beta", "").replace("1.0.0", "'1 \"><b>'"))
        .with("listings/c/listing.yaml", install("Gamma", "install: {command: acme install <c>}\n"))
        .with("listings/d/listing.yaml", install("Delta", "install: {url: 'https://d.example/', command: acme install d}\n"))
        .with(
            "listings/e/listing.yaml",
            install("Epsilon", "install: {mode: request, landing_url: 'https://e.example/e', path_note: Ask there.}\n"),
        )
        .with("listings/f/listing.yaml", install("Zeta", "lifecycle: {state: suspended, since: 2026-03-04, reason: broken}\n"));
    let own = site(&own, None);
    let of = |slug: &str| document(&own, &format!("listings/{slug}.json"))["install"].clone();
    assert_eq!(of("b"), json!({"mode": "direct", "url": "https://app.example/b?a=1&v=1%20%22%3E%3Cb%3E"}));
    assert_eq!(of("c"), json!({"mode": "direct", "command": "acme install <c>"}));
    assert_eq!(of("e"), json!({"mode": "request", "landing_url": "https://e.example/e", "path_note": "Ask there."}));
    assert_eq!(of("f"), Value::Null);
    let mut n_targets = 0;
    for (files, path) in [&own, demo_site()].into_iter().flat_map(|files| paths(files).map(move |path| (files, path))) {
        let Some(slug) = path.strip_prefix("listings/").and_then(|path| path.strip_suffix(".json")) else { continue };
        let html = String::from_utf8_lossy(&files[&format!("listings/{slug}/index.html")]);
        let install = &document(files, path)["install"];
        let target = install["url"].as_str().or(install["landing_url"].as_str());
        assert_eq!(between(&html, "class=\"button button-primary\" href=\"", '"').as_deref(), target, "{path}");
        if target.is_none() {
            assert_eq!(between(&html, "<code id=\"command\" dir=\"ltr\">", '<').as_deref(), install["command"].as_str(), "{path}");
        }
        let is_request = install["mode"] == "request";
        assert!(!is_request || (install.get("url").is_none() && install.get("command").is_none()), "{path}: {install}");
        assert_eq!(is_request, html.contains("class=\"path-note\""), "{path}");
        n_targets += usize::from(!install.is_null());
    }
    assert!(n_targets > 40, "{n_targets}");
}

#[test]
fn a_copy_names_its_original_here_or_in_another_catalogue() {
    let content = small("")
        .with("listings/b/listing.yaml", named("Beta Rows", "derived_from: {listing: a, version: 0.9.0}\n"))
        .with(
            "listings/c/listing.yaml",
            named("Gamma Rows", "derived_from: {catalogue: 'https://other.example/plugins/', listing: rows, version: '7'}\n"),
        )
        .with("listings/d/listing.yaml", named("Delta Rows", "derived_from: {listing: a}\n"))
        .with("listings/e/listing.yaml", named("Epsilon Rows", "derived_from: {listing: nobody}\n"));
    let files = some_of_site(&content, None, &|path| path.starts_with("api/") || path.starts_with("listings/"));
    keeps_to_its_contract(&files);
    let of = |slug: &str| document(&files, &format!("listings/{slug}.json"))["derived_from"].clone();
    assert_eq!(of("b"), json!({"listing": "a", "version": "0.9.0", "shared": "1.0.0"}));
    assert_eq!(of("c"), json!({"catalogue": "https://other.example/plugins/", "listing": "rows", "version": "7"}));
    assert_eq!(of("d"), json!({"listing": "a", "shared": "1.0.0"}));
    assert_eq!(of("e"), Value::Null);
    let page = |slug: &str| String::from_utf8_lossy(&files[&format!("listings/{slug}/index.html")]).into_owned();
    let fact = |values: &str| format!("<dt>Copied from</dt>{values}</div>");
    let here = "<dd><a href=\"/listings/a/\" dir=\"auto\">Acme Messages</a></dd>";
    assert!(page("b").contains(&fact(&format!("{here}<dd>Version 0.9.0</dd>"))), "{}", page("b"));
    let other = "<dd><a href=\"https://other.example/plugins/\" rel=\"noopener ugc nofollow\">other.example</a></dd>";
    assert!(page("c").contains(&fact(&format!("<dd><code>rows</code></dd><dd>Version 7</dd>{other}"))), "{}", page("c"));
    assert!(page("d").contains(&fact(here)) && !page("e").contains("Copied from"), "{}", page("d"));
}

#[test]
fn an_import_names_its_origin_and_links_only_to_pages_of_the_web() {
    let origin = |origin: &str| format!("imported_from: {origin}\n");
    let content = small("")
        .with(
            "listings/b/listing.yaml",
            named("Beta Rows", &origin("{catalogue: 'https://sandbox.example/', listing: rows, version: '7'}")),
        )
        .with("listings/c/listing.yaml", named("Gamma Rows", &origin("{listing: rows}")))
        .with("listings/d/listing.yaml", named("Delta Rows", &origin("{catalogue: 'javascript:alert(1)', listing: rows}")));
    let files = some_of_site(&content, None, &|path| path.starts_with("api/") || path.starts_with("listings/"));
    keeps_to_its_contract(&files);
    let of = |slug: &str| document(&files, &format!("listings/{slug}.json"))["imported_from"].clone();
    assert_eq!(of("b"), json!({"catalogue": "https://sandbox.example/", "listing": "rows", "version": "7"}));
    assert_eq!(of("c"), json!({"listing": "rows"}));
    let page = |slug: &str| String::from_utf8_lossy(&files[&format!("listings/{slug}/index.html")]).into_owned();
    let other = "<dd><a href=\"https://sandbox.example/\" rel=\"noopener ugc nofollow\">sandbox.example</a></dd>";
    assert!(
        page("b").contains(&format!("<dt>Imported from</dt><dd><code>rows</code></dd><dd>Version 7</dd>{other}</div>")),
        "{}",
        page("b")
    );
    for slug in ["c", "d"] {
        assert!(page(slug).contains("<dt>Imported from</dt><dd><code>rows</code></dd></div>"), "{}", page(slug));
    }
}

#[test]
fn updates_take_few_bytes_of_a_listing() {
    let demo = files_of_many();
    let updates = &demo["api/v1/updates.json"];
    let n_listings = document(&demo, "updates.json")["listings"].as_object().expect("listings").len();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, updates).expect("memory");
    let n_bytes = packed.finish().expect("memory").len();
    assert!(n_listings == 301 && n_bytes < 60 * n_listings, "{n_bytes} bytes for {n_listings} listings");
    println!("{} bytes, {n_bytes} compressed, for {n_listings} listings", updates.len());
}

/// A catalogue of listings whose versions, parents and states differ.
fn files_of_many() -> Files {
    let listing = |n: usize| {
        let parent = if n % 5 == 4 { format!("parent: {}\n", slug_of(n - 4)) } else { String::new() };
        let state = if n % 17 == 3 { "lifecycle: {state: deprecated, since: 2026-03-03, reason: unmaintained}\n" } else { "" };
        let version = format!("{}.{}.{}", n % 4, n * 7 % 23, n * 13 % 11);
        (
            format!("listings/{}/listing.yaml", slug_of(n)),
            named(&format!("Rows {n}"), &format!("{parent}{state}")).replace("1.0.0", &version),
        )
    };
    contract(&(0..300).map(listing).fold(small(""), |content, (path, text)| content.with(&path, text)))
}

fn slug_of(n: usize) -> String {
    let words = ["orders", "invoices", "contacts", "tickets", "deals", "refunds", "events", "boards", "payouts"];
    format!("{}-{}-{}", words[n % 9], words[n * 5 % 7], n)
}
