//! What a listing's page and its versions page hand to their templates.

use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::context::{cards, day, icon, link, publisher_link, reason, source};
use super::frame::Frame;
use super::templates::Values;
use super::title::title;
use super::{data, embed, prose};
use crate::catalogue::{Label, Listing, Mention, Release};
use crate::format::{ChangeKind, InstallMode, Link, SourceKind, State, Version};
use crate::site::{At, FeedOf, Order, Page, Site, SitePath};

/// Versions on the listing's own page.
const FEW_VERSIONS: usize = 5;

/// Related listings on a page, of both kinds together.
const N_RELATED: usize = 6;

/// The page of `listing`.
pub(super) fn view(site: &Site, page: &Page, listing: &Arc<Listing>) -> (&'static str, Values) {
    let url = |path: &SitePath| site.address.url(path);
    let file = &listing.file;
    let operations = |list: &[crate::source::Spanned<crate::format::OperationEntry>]| {
        let view = |entry: &crate::format::OperationEntry| json!({"name": entry.name.get(), "summary": entry.summary.get()});
        list.iter().map(|entry| view(entry)).collect::<Vec<_>>()
    };
    let triggers = file.operations.get().map(|entry| operations(entry.triggers.items())).unwrap_or_default();
    let actions = file.operations.get().map(|entry| operations(entry.actions.items())).unwrap_or_default();
    let videos: Vec<Value> = file
        .videos
        .items()
        .iter()
        .filter_map(|video| {
            let link = video.url.get().filter(|link| link.is_web())?;
            Some(json!({"url": link.text, "title": video.title.get(), "host": link.host()}))
        })
        .collect();
    let screenshots: Vec<Value> = listing
        .screenshots
        .iter()
        .filter_map(|shot| {
            let thumbnail = source(site, &shot.image, At::Small)?;
            let full = site.drawn(&shot.image.path, &shot.image.media, At::Full)?.lean();
            Some(json!({"url": url(&full), "thumbnail": thumbnail, "alt": shot.alt, "caption": shot.caption}))
        })
        .collect();
    let setup = setup(site, listing);
    let support = support(listing);
    let legal = legal(site, listing);
    let readme = prose::readme(site, listing);
    let children = site.shelf.by_parent.get(&listing.slug).map(Vec::as_slice).unwrap_or_default();
    let mut toc = Vec::new();
    let mut entry = |present: bool, id: &str| {
        if present {
            toc.push(json!({"id": id, "label": site.language.text(id)}));
        }
    };
    entry(readme.is_some(), "overview");
    entry(!triggers.is_empty() || !actions.is_empty(), "what-it-does");
    entry(!screenshots.is_empty() || !videos.is_empty(), "screenshots");
    entry(setup.is_some(), "setup");
    entry(!listing.versions.is_empty(), "versions");
    entry(support.is_some() || !legal.is_empty(), "support");
    let feed = Site::feed(&FeedOf::Listing(listing.clone()));
    let has_versions = !listing.versions.is_empty();
    let collections = site.shelf.collections_of.get(&listing.slug).into_iter().flatten().map(|&place| {
        let collection = &site.catalogue.collections[place];
        link(&collection.title, url(&Site::collection(&collection.slug)))
    });
    let values = json!({
        "slug": listing.slug,
        "name": listing.name,
        "summary": file.summary.get(),
        "lang": site.language_of(listing),
        "icon": icon(site, listing.icon.as_ref(), &listing.name),
        "banners": banners(site, listing),
        "publisher": publisher(site, listing),
        "app": listing.app.as_ref().map(|app| json!({
            "name": app.name,
            "url": url(&Site::app(&app.slug)),
            "icon": icon(site, app.icon.as_ref(), &app.name),
        })),
        "action": action(site, listing),
        "view_source_url": source_url(listing),
        "quick": quick(site, listing),
        "toc": toc,
        "readme": readme,
        "triggers": triggers,
        "actions": actions,
        "screenshots": screenshots,
        "videos": videos,
        "setup": setup,
        "versions": listing.versions.iter().take(FEW_VERSIONS).map(|release| release_view(site, listing, release)).collect::<Vec<_>>(),
        "n_versions": listing.versions.len(),
        "versions_url": has_versions.then(|| url(&Site::versions(&listing.slug))),
        "shared_differs": shared_differs(site, listing),
        "support": support,
        "legal": legal,
        "related": related(site, listing),
        "children": cards(site, children),
        "parent": listing.parent.as_ref().map(|parent| parent_view(site, parent)),
        "facts": facts(site, listing),
        "feed_url": has_versions.then(|| url(&feed)),
        "json_url": url(&Site::listing_json(&listing.slug)),
        "report_url": report_url(site),
        "badge_markdown": data::badge_markdown(site, listing),
        "embed": embed::offer(site, listing),
        "collections": collections.collect::<Vec<_>>(),
    });
    let heading = match &listing.publisher {
        Some(publisher) => {
            site.language.say("listing-title", &[("name", (&*listing.name).into()), ("publisher", (&*publisher.name).into())])
        }
        None => listing.name.to_string(),
    };
    let mut frame = Frame::new(page, "listing", &*listing.name)
        .title(title(site, &heading))
        .description(file.summary.get().map(|summary| &**summary))
        .nav("browse")
        .below(site.language.text("apps"), Site::apps())
        .source(listing.path.as_str())
        .json(Site::listing_json(&listing.slug))
        .json_ld(data::software(site, listing));
    if let Some(app) = &listing.app {
        frame = frame.below(&*app.name, Site::app(&app.slug));
    }
    if has_versions {
        frame = frame.feed(site.language.say("feed-of-releases-title", &[("name", (&*listing.name).into())]), feed);
    }
    if !listing.is_listed() {
        frame = frame.noindex();
    }
    ("listing.html", frame.values(site).with("listing", &values))
}

/// The page of all versions of `listing`.
pub(super) fn versions(site: &Site, page: &Page, listing: &Arc<Listing>) -> (&'static str, Values) {
    let feed = Site::feed(&FeedOf::Listing(listing.clone()));
    let url = site.address.url(&Site::listing(&listing.slug));
    let values = json!({
        "listing": {"name": listing.name, "url": url, "icon": icon(site, listing.icon.as_ref(), &listing.name)},
        "versions": listing.versions.iter().map(|release| release_view(site, listing, release)).collect::<Vec<_>>(),
        "feed_url": site.address.url(&feed),
        "shared_differs": shared_differs(site, listing),
    });
    let name = || ("name", (&*listing.name).into());
    let mut frame = Frame::new(page, "versions", site.language.say("versions-of", &[name()]))
        .description(Some(&site.language.say("versions-text", &[name()])))
        .nav("browse")
        .below(&*listing.name, Site::listing(&listing.slug))
        .feed(site.language.say("feed-of-releases-title", &[("name", (&*listing.name).into())]), feed)
        .source(listing.path.as_str());
    if let Some(publisher) = &listing.publisher {
        frame = frame.title(title(site, &site.language.say("versions-of-by", &[name(), ("publisher", (&*publisher.name).into())])));
    }
    if !listing.is_listed() {
        frame = frame.noindex();
    }
    ("versions.html", frame.values(site).with("versions", &values))
}

fn release_view(site: &Site, listing: &Listing, release: &Release) -> Value {
    let changes = release.changes.iter().map(|(kind, text)| json!({"kind": kind.word(), "label": change(site, *kind), "text": text}));
    let anchor = release.version.anchor();
    let withdrawn = release.withdrawn.as_ref().map(|withdrawn| {
        let text = match withdrawn.since {
            Some(since) => site.language.say("withdrawn-since", &[("date", site.language.date(since).into())]),
            None => site.language.text("withdrawn-text"),
        };
        json!({"text": text, "reason": withdrawn.reason})
    });
    json!({
        "version": release.version.to_string(),
        "date": release.date.map(|date| day(site, date)),
        "notes": release.notes.as_deref().map(|notes| prose::notes(site, listing, &anchor, notes)).filter(|html| !html.is_empty()),
        "changes": changes.collect::<Vec<_>>(),
        "is_shared": listing.shared.as_ref() == Some(&release.version),
        "is_released": listing.released.as_ref() == Some(&release.version),
        "anchor": anchor,
        "lang": site.language_of(listing),
        "prerelease": release.version.is_prerelease(),
        "withdrawn": withdrawn,
    })
}

/// What a kind of change is called.
fn change(site: &Site, kind: ChangeKind) -> String {
    site.language.text(match kind {
        ChangeKind::Added => "change-added",
        ChangeKind::Changed => "change-changed",
        ChangeKind::Deprecated => "change-deprecated",
        ChangeKind::Removed => "change-removed",
        ChangeKind::Fixed => "change-fixed",
        ChangeKind::Security => "change-security",
    })
}

/// What to say when visitors receive another version than the publisher's own recipes run.
fn shared_differs(site: &Site, listing: &Listing) -> Option<Value> {
    let (shared, released) = (listing.shared.as_ref()?, listing.released.as_ref()?);
    let args = [("shared", shared.to_string().into()), ("released", released.to_string().into())];
    let text = || site.language.say("version-differs", &args);
    (shared != released).then(|| json!({"shared": shared.to_string(), "released": released.to_string(), "text": text()}))
}

fn banners(site: &Site, listing: &Listing) -> Vec<Value> {
    let mut banners = Vec::new();
    if let Some(lifecycle) = &listing.lifecycle {
        let (kind, state) = match lifecycle.state {
            State::Deprecated => ("deprecated", "deprecated"),
            State::Suspended => ("suspended", "suspended"),
            State::Unpublished => ("unpublished", "unpublished"),
            State::Removed => ("unpublished", "removed"),
        };
        let title = match lifecycle.since {
            Some(since) => site.language.say("state-since", &[("state", state.into()), ("date", site.language.date(since).into())]),
            None => site.language.text(state),
        };
        let replacement = lifecycle.replaced_by.as_ref().filter(|mention| mention.is_built);
        banners.push(json!({
            "kind": kind,
            "title": title,
            "text": lifecycle.reason.map(|because| reason(site, because)),
            "link": replacement.map(|mention| link(&mention.name, site.address.url(&Site::listing(&mention.slug)))),
            "note": lifecycle.note,
        }));
    }
    if !listing.is_listed() && !listing.is_gone() {
        let text = site.language.text("unlisted-text");
        banners.push(json!({"kind": "unlisted", "title": site.language.text("unlisted"), "text": text, "link": null, "note": null}));
    }
    banners
}

fn publisher(site: &Site, listing: &Listing) -> Option<Value> {
    let publisher = listing.publisher.as_ref()?;
    let mark = if listing.is_official() {
        Some(("Official", site.language.text("official")))
    } else {
        let domain = publisher.verified.as_ref().and(publisher.domains.first());
        domain.map(|domain| ("Verified", site.language.say("domain-verified-name", &[("domain", (&**domain).into())])))
    };
    let mut view = publisher_link(site, publisher);
    view["mark"] = json!(mark.as_ref().map(|(word, _)| word));
    view["mark_text"] = json!(mark.map(|(_, text)| text));
    Some(view)
}

fn web(link: Option<&Link>) -> Option<&Link> {
    link.filter(|link| link.is_web())
}

fn source_url(listing: &Listing) -> Option<String> {
    let link = web(listing.file.source_url.get()).filter(|_| listing.source() != Some(SourceKind::Closed))?;
    Some(link.text.to_string())
}

/// The one thing to do, in the words of the listing's source and install mode. None for a listing that must not be installed.
fn action(site: &Site, listing: &Listing) -> Option<Value> {
    if listing.state() == Some(State::Suspended) || listing.is_gone() {
        return None;
    }
    let install = listing.file.install.get();
    let version = listing.shared.as_ref().map(ToString::to_string);
    let prerelease = listing.shared.as_ref().is_some_and(Version::is_prerelease);
    if listing.mode? == InstallMode::Request {
        let landing = web(install?.landing_url.get())?;
        let note = site.language.text(match listing.source() {
            Some(SourceKind::Open) => "request-note-open",
            Some(SourceKind::Closed) => "request-note-closed",
            None => "request-note",
        });
        let steps = ["request-step-ask", "request-step-receive", "request-step-install"].map(|step| site.language.text(step));
        return Some(json!({
            "kind": "request", "label": site.language.text("request-access"), "url": landing.text, "host": landing.host(), "command": null, "version": version, "prerelease": prerelease,
            "note": note, "path_note": install?.path_note.get(), "lang": site.language_of(listing),
            "steps": steps,
        }));
    }
    let note = site.language.text(match listing.source() {
        Some(SourceKind::Open) => "install-note-open",
        Some(SourceKind::Closed) => "install-note-closed",
        None => "install-note",
    });
    let own = web(install.and_then(|install| install.url.get())).map(|link| link.text.to_string());
    let command = install.and_then(|install| install.command.get());
    let template =
        site.catalogue.settings.install_template.as_ref().filter(|_| command.is_none()).map(|template| {
            template.replace("{slug}", &listing.slug).replace("{version}", &in_url(version.as_deref().unwrap_or("latest")))
        });
    let address = own.or(template);
    let kind = match (&address, command) {
        (Some(_), _) => "install",
        (None, Some(_)) => "command",
        (None, None) => return None,
    };
    Some(json!({
        "kind": kind, "label": site.language.text("install"), "url": address, "host": null, "command": command, "version": version, "prerelease": prerelease,
        "note": note, "path_note": null, "steps": [],
    }))
}

/// A version as a part of an address: no sign of it can end the part.
fn in_url(version: &str) -> String {
    const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_').remove(b'~');
    utf8_percent_encode(version, ESCAPED).to_string()
}

/// What the listing says of its source and of the way to get it, in words.
fn words(site: &Site, listing: &Listing) -> (Option<String>, Option<String>) {
    let source = listing.source().map(SourceKind::word);
    let access = listing.mode.map(|mode| match mode {
        InstallMode::Direct => "direct",
        InstallMode::Request => "on-request",
    });
    (source.map(|word| site.language.text(word)), access.map(|word| site.language.text(word)))
}

fn quick(site: &Site, listing: &Listing) -> Vec<Value> {
    let (source, access) = words(site, listing);
    let label = |key| site.language.text(key);
    let app =
        listing.app.iter().map(|app| json!({"label": label("app"), "value": app.name, "url": site.address.url(&Site::app(&app.slug))}));
    let mut quick: Vec<Value> = app.collect();
    quick.extend(source.map(|source| json!({"label": label("source"), "value": source, "url": null})));
    quick.extend(access.map(|access| json!({"label": label("access"), "value": access, "url": null})));
    quick.extend(listing.updated().map(|date| json!({"label": label("updated"), "value": site.language.date(date), "url": null})));
    quick
}

fn setup(site: &Site, listing: &Listing) -> Option<Value> {
    let note = (listing.source() == Some(SourceKind::Closed) && !listing.regions.is_empty()).then(|| site.language.text("region-note"));
    let needs = listing.depends_on.iter().filter(|mention| mention.is_built);
    let needs: Vec<Value> = needs.map(|mention| link(&mention.name, site.address.url(&Site::listing(&mention.slug)))).collect();
    let empty = listing.auth.is_empty() && listing.regions.is_empty() && needs.is_empty();
    (!empty).then(|| json!({"auth": labels(&listing.auth), "regions": labels(&listing.regions), "depends_on": needs, "region_note": note}))
}

fn support(listing: &Listing) -> Option<Value> {
    let support = listing.file.support.get()?;
    let (url, docs) = (web(support.url.get()), web(support.docs.get()));
    let email = support.email.get();
    (email.is_some() || url.is_some() || docs.is_some()).then(|| {
        json!({
            "email": email, "url": url.map(|link| &link.text), "url_host": url.map(Link::host),
            "docs": docs.map(|link| &link.text), "docs_host": docs.map(Link::host),
        })
    })
}

fn legal(site: &Site, listing: &Listing) -> Vec<Value> {
    let file = &listing.file;
    [
        ("website", file.website.get()),
        ("documentation", file.docs_url.get()),
        ("privacy", file.privacy_url.get()),
        ("terms", file.terms_url.get()),
    ]
    .into_iter()
    .filter_map(|(label, link)| web(link).map(|link| json!({"label": site.language.text(label), "url": link.text, "host": link.host()})))
    .collect()
}

fn parent_view(site: &Site, parent: &Mention) -> Value {
    let note = parent.shared.as_ref().map(|shared| site.language.say("parent-version", &[("version", shared.to_string().into())]));
    let url = if parent.is_built { site.address.url(&Site::listing(&parent.slug)) } else { site.address.url(&Site::apps()) };
    json!({"name": parent.name, "url": url, "note": note})
}

/// Others for the same app first, then others with the same tags; never this one, never one that is not recommended.
fn related(site: &Site, listing: &Listing) -> Value {
    let recommended = |other: &&Arc<Listing>| other.slug != listing.slug && other.state().is_none();
    let same_app: Vec<&Arc<Listing>> = site.shelf.for_app_of(listing).iter().filter(recommended).take(N_RELATED).collect();
    let n_same_app = same_app.len();
    let mut n_shared: std::collections::BTreeMap<&str, (usize, &Arc<Listing>)> = std::collections::BTreeMap::new();
    for tag in &listing.tags {
        // The first of each tag by merit are enough to choose six from, which keeps this linear for the whole site.
        for other in site.shelf.by_tag.get(&tag.id).into_iter().flatten().filter(recommended).take(30) {
            if other.app.is_none() || other.app != listing.app {
                n_shared.entry(&other.slug).or_insert((0, other)).0 += 1;
            }
        }
    }
    let mut same_tags: Vec<(usize, &Arc<Listing>)> = n_shared.into_values().collect();
    same_tags.sort_by(|(n_a, a), (n_b, b)| (n_b, b.updated(), &a.slug).cmp(&(n_a, a.updated(), &b.slug)));
    json!({"same_app": cards(site, same_app), "same_tags": cards(site, same_tags.into_iter().take(N_RELATED - n_same_app).map(|(_, other)| other))})
}

fn report_url(site: &Site) -> Option<String> {
    let repository = site.catalogue.settings.repository.as_ref()?;
    Some(format!("{}/issues/new", repository.url))
}

/// The table of facts, in the order of the design.
fn facts(site: &Site, listing: &Listing) -> Vec<Value> {
    let mut facts = Vec::new();
    let text = |text: &str| json!({"text": text, "url": null, "date": null, "code": false, "dir_auto": false});
    let mut add = |key: &str, values: Vec<Value>| {
        if !values.is_empty() {
            facts.push(json!({"label": site.language.text(key), "values": values}));
        }
    };
    let dated = |date| {
        let date = day(site, date);
        json!({"text": date.text, "url": null, "date": date, "code": false, "dir_auto": false})
    };
    let linked =
        |name: &str, path: &SitePath| json!({"text": name, "url": site.address.url(path), "date": null, "code": false, "dir_auto": true});
    let named = |version: &Version| match version.is_prerelease() {
        true => site.language.say("version-unfinished", &[("version", version.to_string().into())]),
        false => version.to_string(),
    };
    add("version", listing.shared.iter().map(|version| text(&named(version))).collect());
    add("updated", listing.updated().into_iter().map(dated).collect());
    add("first-version", listing.added().into_iter().map(dated).collect());
    add("app", listing.app.iter().map(|app| linked(&app.name, &Site::app(&app.slug))).collect());
    add("publisher", listing.publisher.iter().map(|publisher| linked(&publisher.name, &Site::publisher(&publisher.slug))).collect());
    add("categories", listing.tags.iter().map(|tag| linked(&tag.label, &Site::tag(&tag.id, Order::Updated, 1))).collect());
    let (source, access) = words(site, listing);
    add("source", source.iter().map(|source| text(source)).collect());
    add("access", access.iter().map(|access| text(access)).collect());
    add("authentication", labels(&listing.auth).into_iter().map(text).collect());
    add("regions", labels(&listing.regions).into_iter().map(text).collect());
    add("licence", listing.file.license.get().map(|license| text(license)).into_iter().collect());
    if let Some(version) = listing.file.agreement.get().and_then(|agreement| agreement.version.get()) {
        let known = site.catalogue.agreements.iter().any(|agreement| *agreement.slug == **version);
        add("agreement", if known { vec![linked(version, &Site::agreement(version))] } else { vec![text(version)] });
    }
    if let Some(review) = &listing.review {
        add("reviewed", review.approved_on.get().copied().map(dated).into_iter().collect());
    }
    add("identifier", vec![json!({"text": listing.slug, "url": null, "date": null, "code": true, "dir_auto": false})]);
    facts
}

/// What visitors read of `labels`.
fn labels(labels: &[Label]) -> Vec<&str> {
    labels.iter().map(|label| &*label.label).collect()
}
