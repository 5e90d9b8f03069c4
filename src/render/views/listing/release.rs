//! The versions of a listing: on its own page the last ones, on another page all. Knows no markup.

use std::sync::Arc;

use crate::catalogue;
use crate::catalogue::Listing;
use crate::format::ChangeKind;
use crate::render::prose;
use crate::render::templates::Values;
use crate::render::title::title;
use crate::render::view::view;
use crate::render::views::day::Day;
use crate::render::views::frame::Frame;
use crate::render::views::icon::Icon;
use crate::render::views::page::PageType;
use crate::site::{FeedOf, Page, Site};

view! {
    /// All versions of a listing.
    Versions<'site>("the versions of a listing") {
        /// The listing.
        listing: VersionsOf<'site>,
        /// Its versions, the newest first.
        versions: Vec<Release<'site>>,
        /// The URL of the Atom feed of its versions.
        feed_url: String,
        /// The note for visitors who receive another version than the publisher uses.
        shared_differs: Option<Difference>,
    }
}

view! {
    /// The listing whose versions a page shows.
    VersionsOf<'site>("the listing of some versions") {
        /// The name.
        name: &'site str,
        /// The URL of its page.
        url: String,
        /// Its icon.
        icon: Icon,
    }
}

view! {
    /// A version of a listing.
    Release<'site>("a version") {
        /// Its number.
        version: String,
        /// The day on which it appeared.
        date: Option<Day>,
        /// Its notes as HTML: print them with `| safe`.
        notes: Option<String>,
        /// The changes, one by one.
        changes: Vec<Change<'site>>,
        /// Whether visitors receive it.
        is_shared: bool,
        /// Whether the publisher uses it.
        is_released: bool,
        /// Its id on the page.
        anchor: String,
        /// The language of its texts, where it is not that of the site.
        lang: Option<&'site str>,
        /// Whether it is a pre-release.
        prerelease: bool,
        /// The note on a withdrawn version.
        withdrawn: Option<Withdrawal<'site>>,
    }
}

view! {
    /// A change of a version.
    Change<'site>("a change") {
        /// The kind, for styles: it is in the class, as `change-added`.
        kind: ChangeKind,
        /// The same in the language of the site.
        label: String,
        /// The change, in the publisher's words.
        text: &'site str,
    }
}

view! {
    /// That a version was withdrawn.
    Withdrawal<'site>("a withdrawal") {
        /// That it was and since when, in the language of the site.
        text: String,
        /// Why, in the publisher's words.
        reason: Option<&'site str>,
    }
}

view! {
    /// That visitors receive another version than the publisher uses.
    Difference("a difference of versions") {
        /// The version that visitors receive.
        shared: String,
        /// The version that the publisher uses.
        released: String,
        /// Both in a sentence of the site's language.
        text: String,
    }
}

impl<'site> Release<'site> {
    pub(super) fn new(site: &Site, listing: &'site Listing, release: &'site catalogue::Release) -> Self {
        let anchor = release.version.anchor();
        let withdrawn = release.withdrawn.as_ref().map(|withdrawn| {
            let text = match withdrawn.since {
                Some(since) => site.language.say("withdrawn-since", &[("date", site.language.date(since).into())]),
                None => site.language.text("withdrawn-text"),
            };
            Withdrawal { text, reason: withdrawn.reason.as_deref() }
        });
        Self {
            version: release.version.to_string(),
            date: release.date.map(|date| Day::new(site, date)),
            notes: release.notes.as_deref().map(|notes| prose::notes(site, listing, &anchor, notes)).filter(|html| !html.is_empty()),
            changes: release.changes.iter().map(|(kind, text)| Change { kind: *kind, label: change(site, *kind), text }).collect(),
            is_shared: listing.shared.as_ref() == Some(&release.version),
            is_released: listing.released.as_ref() == Some(&release.version),
            anchor,
            lang: site.language_of(listing),
            prerelease: release.version.is_prerelease(),
            withdrawn,
        }
    }
}

impl Difference {
    /// Returns the note for visitors who receive another version than the publisher's own recipes run.
    pub(super) fn new(site: &Site, listing: &Listing) -> Option<Self> {
        let (shared, released) = (listing.shared.as_ref()?, listing.released.as_ref()?);
        let args = [("shared", shared.to_string().into()), ("released", released.to_string().into())];
        let text = || site.language.say("version-differs", &args);
        (shared != released).then(|| Self { shared: shared.to_string(), released: released.to_string(), text: text() })
    }
}

/// The page of all versions of `listing`.
pub(in crate::render::views) fn versions(site: &Site, page: &Page, listing: &Arc<Listing>) -> Values {
    let feed = Site::feed(&FeedOf::Listing(listing.clone()));
    let of = VersionsOf {
        name: &listing.name,
        url: site.address.url(&Site::listing(&listing.slug)),
        icon: Icon::new(site, listing.icon.as_ref(), &listing.name),
    };
    let versions = Versions {
        listing: of,
        versions: listing.versions.iter().map(|release| Release::new(site, listing, release)).collect(),
        feed_url: site.address.url(&feed),
        shared_differs: Difference::new(site, listing),
    };
    let name = || ("name", (&*listing.name).into());
    let mut frame = Frame::new(page, PageType::Versions, site.language.say("versions-of", &[name()]))
        .description(Some(&site.language.say("versions-text", &[name()])))
        .nav("browse")
        .below(&*listing.name, Site::listing(&listing.slug))
        .feed(site.language.say("feed-of-releases-title", &[name()]), feed)
        .source(Some(listing.path.clone()));
    if let Some(publisher) = &listing.publisher {
        frame = frame.title(title(site, &site.language.say("versions-of-by", &[name(), ("publisher", (&*publisher.name).into())])));
    }
    if !listing.is_listed() {
        frame = frame.noindex();
    }
    frame.around(site, &versions)
}

/// Returns the label of a kind of change.
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
