//! What a visitor must know before anything else on a listing's page. Knows no markup.

use crate::catalogue::Listing;
use crate::format::State;
use crate::render::reason::reason;
use crate::render::view::{view, words};
use crate::render::views::link::NamedLink;
use crate::site::Site;

view! {
    /// A notice above everything else on the page.
    Banner<'site>("a banner") {
        /// The kind, for styles: it is in the class, as `banner-deprecated`.
        kind: BannerKind,
        /// The label, in the site's language.
        title: String,
        /// Why, in a sentence.
        text: Option<String>,
        /// The listing to use in its place.
        link: Option<NamedLink<'site>>,
        /// A sentence of the publisher or of the catalogue.
        note: Option<&'site str>,
    }
}

words! {
    /// Kinds of banners.
    BannerKind {
        /// The listing works, but something better should be used.
        Deprecated = "deprecated",
        /// The listing must not be installed at present.
        Suspended = "suspended",
        /// The listing is gone.
        Unpublished = "unpublished",
        /// The listing is in no list, and found by its link alone.
        Unlisted = "unlisted",
    }
}

/// The banners of `listing`, the most important first.
pub(super) fn banners<'site>(site: &Site, listing: &'site Listing) -> Vec<Banner<'site>> {
    let lifecycle = listing.lifecycle.as_ref().map(|lifecycle| {
        let (kind, state) = match lifecycle.state {
            State::Deprecated => (BannerKind::Deprecated, "deprecated"),
            State::Suspended => (BannerKind::Suspended, "suspended"),
            State::Unpublished => (BannerKind::Unpublished, "unpublished"),
            State::Removed => (BannerKind::Unpublished, "removed"),
        };
        let title = match lifecycle.since {
            Some(since) => site.language.say("state-since", &[("state", state.into()), ("date", site.language.date(since).into())]),
            None => site.language.text(state),
        };
        let replacement = lifecycle.replaced_by.as_ref().filter(|mention| mention.is_built);
        Banner {
            kind,
            title,
            text: lifecycle.reason.map(|because| reason(site, because)),
            link: replacement.map(|mention| NamedLink::to_listing(site, &mention.slug, &mention.name)),
            note: lifecycle.note.as_deref(),
        }
    });
    let unlisted = (!listing.is_listed() && !listing.is_gone()).then(|| Banner {
        kind: BannerKind::Unlisted,
        title: site.language.text("unlisted"),
        text: Some(site.language.text("unlisted-text")),
        link: None,
        note: None,
    });
    lifecycle.into_iter().chain(unlisted).collect()
}
