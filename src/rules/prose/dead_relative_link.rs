//! `dead-relative-link`

use std::collections::{BTreeSet, HashMap};

use crate::catalogue::{Destination, RawCatalogue, is_published};
use crate::diagnostic::{Findings, nearest};
use crate::format::{Content, Document, FileRole};
use crate::parse::prose::{Anchors, Outline, Reference, ReferenceKind};
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::rules::target::{Target, decoded, relative};
use crate::source::ContentPath;

rule! {
    /// A link or an image points to a file or heading that does not exist.
    ///
    /// A README that was copied from another repository often links to files that were not copied. A visitor who follows such a link sees
    /// "not found", usually while setting up the listing.
    ///
    /// A text can link to the files beside it, and to other pages by their files, as on a forge: `../other-listing/README.md`,
    /// `../other-listing/docs/limits.md`, `../../apps/slack.yaml`, `../../publishers/acme.yaml`, `../../tags.yaml#crm`, `../../collections/start.yaml`, `../../pages/policy.md`. It can
    /// show images that another listing shows. Scripts, archives and videos beside it are not published.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [the guide](docs/guide.md).
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [Other Rows](../others/README.md).
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [Other Rows](/listings/other/).
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [the limits of Other Rows](../other/README.md#limits).
    /// ```
    /// ```files,fails
    /// ==> listings/acme/setup.sh <==
    /// true
    /// ==> listings/acme/README.md <==
    /// ## Setup
    ///
    /// Run [the script](setup.sh).
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// See [the picture](screenshots/a.svg), [the setup](#setup), [Other Rows](../other/README.md#known-limits) and [Slack](../../apps/slack.yaml).
    /// ```
    DEAD_RELATIVE_LINK = { id: "P001", name: "dead-relative-link", level: Warn, since: "0.1", check: Placed(check) }
}

fn check(prose: &RawProse<'_>, raw: &RawCatalogue, findings: &mut Findings<'_>) {
    if prose.outline.links.is_empty() {
        return;
    }
    let mut follower = Follower { prose, raw, own: Anchors::new(prose.outline), others: HashMap::new(), shown: HashMap::new() };
    for link in &prose.outline.links {
        match Target::new(&link.target) {
            Target::Elsewhere => {}
            Target::Rooted => follower.rooted(link, findings),
            Target::Fragment(fragment) => heading(&follower.own, "", fragment, link, findings),
            Target::File(file, fragment) => follower.follow(&decoded(file), fragment, link, findings),
        }
    }
}

/// Looks up where links lead, and caches what it had to read for that.
struct Follower<'run> {
    prose: &'run RawProse<'run>,
    raw: &'run RawCatalogue,
    own: Anchors<'run>,
    /// The headings of other texts.
    others: HashMap<ContentPath, Anchors<'run>>,
    /// The files that other listings show.
    shown: HashMap<String, BTreeSet<ContentPath>>,
}

/// The targets within a page.
enum Found<'raw> {
    Here,
    /// Only its tombstone.
    Gone,
    /// A listing that now has another slug.
    Moved(&'raw str),
    /// A listing that cannot be read, and is left out.
    Unread,
    Missing,
}

fn heading(anchors: &Anchors<'_>, file: &str, fragment: &str, link: &Reference, findings: &mut Findings<'_>) {
    let wanted = decoded(fragment);
    if wanted.is_empty() || wanted == "top" || anchors.find(fragment).is_some() {
        return;
    }
    let of = if file.is_empty() { String::new() } else { format!(" in `{}`", shortened(file)) };
    findings
        .at(link.span, format!("no heading `#{}`{of}", shortened(&wanted)))
        .did_you_mean(nearest(&wanted, anchors.ids()).map(|id| format!("#{id}")).as_deref())
        .help("the anchor of a heading is its text in lower case, with hyphens instead of spaces");
}

impl<'run> Follower<'run> {
    /// `/listings/acme/`, which works only at one URL of the site, and on no forge.
    fn rooted(&self, link: &Reference, findings: &mut Findings<'_>) {
        let finding = findings.at(link.span, format!("`{}` starts at the root of a site", shortened(&link.target)));
        match self.path_of_address(&link.target) {
            Some(path) => finding.help(format!("write `{path}`, which works here and on the forge")),
            None => finding.help("write the whole URL with `https://`, or a file path relative to this text"),
        };
    }

    /// The file whose page has this URL, relative to this text.
    fn path_of_address(&self, address: &str) -> Option<String> {
        let raw = self.raw;
        let base = raw.settings().base_url.get().map(|url| url.url.path().trim_end_matches('/').to_owned()).unwrap_or_default();
        let (address, fragment) = address.split_once('#').map_or((address, None), |(address, fragment)| (address, Some(fragment)));
        let address = address.strip_prefix(&base).filter(|rest| rest.starts_with('/')).unwrap_or(address);
        let segments: Vec<&str> = address.split('/').filter(|segment| !segment.is_empty() && *segment != "index.html").collect();
        let there = |role: FileRole, slug: &str| raw.file(role, slug).map(|document| document.path.to_string());
        let path = match segments[..] {
            ["listings", slug] => {
                let slug = raw.followed(slug)?;
                there(FileRole::Readme, slug).or_else(|| there(FileRole::Listing, slug))
            }
            ["listings", slug, "docs", name] => {
                raw.in_listing(raw.followed(slug)?, &format!("docs/{name}.md")).map(|document| document.path.to_string())
            }
            ["apps", slug] => there(FileRole::App, slug),
            ["publishers", slug] => there(FileRole::Publisher, slug),
            ["collections", slug] => there(FileRole::Collection, slug),
            ["agreements", version] => there(FileRole::Agreement, version),
            ["tags", id] => raw.tag(id).map(|_| tag_path(id)),
            ["tags"] => there(FileRole::Tags, ""),
            [slug] => there(FileRole::Page, slug),
            _ => raw.document(&segments.join("/")).map(|document| document.path.to_string()),
        }?;
        let fragment = fragment.map(|fragment| format!("#{}", fragment.strip_prefix("u-").unwrap_or(fragment))).unwrap_or_default();
        Some(relative(self.prose.document.path.folder(), &path) + &fragment)
    }

    fn follow(&mut self, file: &str, fragment: Option<&'run str>, link: &Reference, findings: &mut Findings<'_>) {
        if file.is_empty() {
            // `?a=b` names no file.
            if !link.target.trim().is_empty() {
                let finding = findings.at(link.span, format!("`{}` is not a file path", shortened(&link.target)));
                finding.help("write the whole URL with `https://`, or a file path relative to this text");
            }
            return;
        }
        let raw = self.raw;
        let Some(path) = self.prose.document.path.resolve(file, "") else {
            findings
                .at(link.span, format!("`{}` leads out of the content folder", shortened(file)))
                .help("write the whole URL with `https://`, or put the file in this folder");
            return;
        };
        if path.is_below(self.prose.within) && path.as_str() != self.prose.within && path.role() != FileRole::Listing {
            return match raw.document(path.as_str()) {
                Some(document) => self.beside(document, file, fragment, link, findings),
                None => self.nowhere(&path, file, link, findings),
            };
        }
        match Destination::from_path(&path, fragment).filter(|_| link.kind == ReferenceKind::Link) {
            Some(destination) => self.page(&destination, &path, file, fragment, link, findings),
            None => self.of_another(&path, file, link, findings),
        }
    }

    /// A file beside the text.
    fn beside(&mut self, document: &'run Document, file: &str, fragment: Option<&str>, link: &Reference, findings: &mut Findings<'_>) {
        let other: Option<&'run Outline> = match &document.content {
            Content::Image(_) => return,
            Content::Page(_) | Content::Readme(_) => document.outline(),
            Content::File if is_published(&document.path) => {
                if let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty() && document.path.has_ending("md")) {
                    findings
                        .at(
                            link.span,
                            format!("`{}` is shown as plain text, so it has no heading `#{}`", shortened(file), shortened(fragment)),
                        )
                        .help("move the section into this text, or link to the file without `#…`");
                }
                return;
            }
            // Another rule reports why it cannot be read.
            Content::Nothing if !document.problems.is_empty() => return,
            _ => None,
        };
        match other {
            Some(outline) => {
                let anchors = self.others.entry(document.path.clone()).or_insert_with(|| Anchors::new(outline));
                heading(anchors, file, fragment.unwrap_or_default(), link, findings);
            }
            None => {
                findings
                    .at(link.span, format!("`{}` is not published, so the link leads nowhere", shortened(file)))
                    .help("link to the file on the forge with `https://`; only images, texts, tables and PDFs are published");
            }
        }
    }

    /// A file that should be beside the text.
    fn nowhere(&self, path: &ContentPath, file: &str, link: &Reference, findings: &mut Findings<'_>) {
        let folder = format!("{}/", self.prose.within);
        let files = self.raw.below(&folder).filter_map(|document| document.path.as_str().strip_prefix(&folder));
        let wanted = path.as_str().strip_prefix(&folder).unwrap_or(file);
        findings
            .at(link.span, format!("`{}` is not in `{folder}`", shortened(file)))
            .did_you_mean(nearest(wanted, files))
            .help("add the file, or write the whole URL with `https://`");
    }

    /// A page of the site.
    fn page(
        &mut self,
        destination: &Destination,
        path: &ContentPath,
        file: &str,
        fragment: Option<&str>,
        link: &Reference,
        findings: &mut Findings<'_>,
    ) {
        let here = self.prose.document.path.folder();
        match found(self.raw, destination) {
            Found::Here => {
                let document = match destination {
                    Destination::Listing(slug) => self.raw.file(FileRole::Readme, slug),
                    _ => self.raw.document(path.as_str()),
                };
                let Some(document) = document else { return };
                let Some(outline) = document.outline() else { return };
                let anchors = self.others.entry(document.path.clone()).or_insert_with(|| Anchors::new(outline));
                heading(anchors, file, fragment.unwrap_or_default(), link, findings);
            }
            Found::Gone => {
                findings
                    .at(link.span, format!("`{}` was removed from the catalogue", shortened(file)))
                    .help("link to its replacement, or remove the link; its page only says that it was removed");
            }
            Found::Moved(slug) => {
                let target = FileRole::Readme.path(slug).map(|path| relative(here, path.as_str())).unwrap_or_default();
                findings
                    .at(link.span, format!("the listing of `{}` is now called `{slug}`", shortened(file)))
                    .help(format!("write `{target}`"));
            }
            Found::Unread => {
                findings
                    .at(link.span, format!("the listing of `{}` cannot be read, so it has no page", shortened(file)))
                    .help("fix that listing first");
            }
            Found::Missing => {
                let (what, near) = self.nearest_page(destination);
                let near = near.map(|path| relative(here, &path));
                findings
                    .at(link.span, format!("`{}` is not a known {what}", shortened(file)))
                    .did_you_mean(near.as_deref())
                    .help("use the path of a file in the content folder, or write the whole URL with `https://`");
            }
        }
    }

    /// The kind of page, and the file of the nearest page of that kind.
    fn nearest_page(&self, destination: &Destination) -> (&'static str, Option<String>) {
        let raw = self.raw;
        if let Destination::Tag(id) = destination {
            return ("tag", nearest(id, raw.tag_ids()).map(tag_path));
        }
        let Some((role, slug)) = destination.file() else { return ("page", None) };
        // A listing has a page without a README, too.
        let named = if role == FileRole::Readme { FileRole::Listing } else { role };
        let near = nearest(slug, raw.slugs(named)).and_then(|slug| role.path(slug));
        (named.name(), near.map(|path| path.to_string()))
    }

    /// A file of another folder.
    fn of_another(&mut self, path: &ContentPath, file: &str, link: &Reference, findings: &mut Findings<'_>) {
        let raw = self.raw;
        let listing = path.listing_slug().and_then(|slug| raw.listing(slug)).filter(|listing| !listing.is_gone());
        if let Some(listing) = listing {
            let shown = self.shown.entry(listing.slug.to_owned()).or_insert_with(|| listing.shown_files());
            if shown.contains(path) {
                return;
            }
        }
        let is_there = raw.document(path.as_str()).is_some();
        let what = if link.kind == ReferenceKind::Image { "nothing is shown" } else { "the link leads nowhere" };
        let finding = match (listing, is_there) {
            (Some(listing), true) => {
                findings.at(link.span, format!("`{}` is not published by `{}`, so {what}", shortened(file), listing.slug))
            }
            (_, true) => findings.at(link.span, format!("`{}` is not a page, and is not published from there", shortened(file))),
            (Some(_), false) => findings.at(link.span, format!("`{}` does not exist", shortened(file))),
            (None, false) => findings.at(link.span, format!("`{}` leads out of `{}/`", shortened(file), self.prose.within)),
        };
        finding.help("put the file in this folder, or write the whole URL with `https://`");
    }
}

/// The path of the tag `id`.
fn tag_path(id: &str) -> String {
    format!("{}#{id}", FileRole::Tags.pattern())
}

/// Returns the targets within the page of a path.
fn found<'raw>(raw: &'raw RawCatalogue, destination: &'raw Destination) -> Found<'raw> {
    let is_there = match destination {
        Destination::Listing(slug) | Destination::Doc(slug, _) => {
            let Some(now) = raw.followed(slug) else { return Found::Missing };
            if *now != **slug {
                return Found::Moved(now);
            }
            let Some(listing) = raw.listing(now) else { return Found::Unread };
            if listing.is_gone() {
                return Found::Gone;
            }
            match destination {
                Destination::Doc(_, name) => raw.in_listing(now, &format!("docs/{name}.md")).is_some(),
                _ => true,
            }
        }
        Destination::Tag(id) => raw.tag(id).is_some(),
        Destination::Collections => raw.files(FileRole::Collection).next().is_some(),
        Destination::Announced => raw.files(FileRole::Intent).next().is_some(),
        Destination::Listings | Destination::Apps | Destination::Publishers | Destination::Tags => true,
        _ => {
            let file = destination.file().and_then(|(role, slug)| raw.file(role, slug));
            file.is_some_and(|document| !matches!(document.content, Content::Nothing))
        }
    };
    if is_there { Found::Here } else { Found::Missing }
}
