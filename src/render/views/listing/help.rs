//! What helps a visitor of a listing's page beside its description: what to set up, where to ask, what to read. Knows no markup.

use super::facts::labels;
use crate::catalogue::Listing;
use crate::format::{Field, Link, SourceKind};
use crate::render::view::view;
use crate::render::views::link::{NamedLink, WebLink};
use crate::site::Site;

view! {
    /// The steps that a visitor has to take.
    Setup<'site>("a setup") {
        /// Ways to sign in.
        auth: Vec<&'site str>,
        /// Regions in which the listing can be used.
        regions: Vec<&'site str>,
        /// Listings that it needs.
        depends_on: Vec<NamedLink<'site>>,
        /// The meaning of regions for a listing with closed source, one sentence.
        region_note: Option<String>,
        /// The URL of the catalogue's page about sharing across regions.
        region_help_url: Option<&'site str>,
    }
}

view! {
    /// Links to help.
    Support<'site>("a support entry") {
        /// An e-mail address.
        email: Option<&'site str>,
        /// A help centre or issue tracker.
        url: Option<&'site str>,
        /// The host of that.
        url_host: Option<&'site str>,
        /// Guides.
        docs: Option<&'site str>,
        /// The host of those.
        docs_host: Option<&'site str>,
    }
}

view! {
    /// A page of the publisher about the listing.
    Document<'site>("a document") {
        /// The label, in the site's language.
        label: String,
        /// Its URL.
        url: &'site str,
        /// The host of that.
        host: &'site str,
    }
}

/// Returns the setup steps, if there are any.
pub(super) fn setup<'site>(site: &'site Site, listing: &'site Listing) -> Option<Setup<'site>> {
    let is_limited = !listing.regions.is_empty();
    let closed = listing.source() == Some(SourceKind::Closed) && is_limited;
    let region_help = WebLink::new(site.catalogue.settings.region_help_url.as_ref()).filter(|_| is_limited);
    let needs = listing.depends_on.iter().filter(|mention| mention.is_built);
    let needs: Vec<_> = needs.map(|mention| NamedLink::to_listing(site, &mention.slug, &mention.name)).collect();
    let empty = listing.auth.is_empty() && !is_limited && needs.is_empty();
    (!empty).then(|| Setup {
        auth: labels(&listing.auth),
        regions: labels(&listing.regions),
        depends_on: needs,
        region_note: closed.then(|| site.language.text("region-note")),
        region_help_url: region_help.map(|link| link.url),
    })
}

/// Returns the links to help, if there are any.
pub(super) fn support(listing: &Listing) -> Option<Support<'_>> {
    let support = listing.file.support.get()?;
    let (url, docs) = (WebLink::new(support.url.get()), WebLink::new(support.docs.get()));
    let email = support.email.get().map(|email| &**email);
    (email.is_some() || url.is_some() || docs.is_some()).then(|| Support {
        email,
        url: url.as_ref().map(|link| link.url),
        url_host: url.as_ref().map(|link| link.host),
        docs: docs.as_ref().map(|link| link.url),
        docs_host: docs.as_ref().map(|link| link.host),
    })
}

/// The publisher's pages about the listing.
pub(super) fn documents<'site>(site: &Site, listing: &'site Listing) -> Vec<Document<'site>> {
    let file = &listing.file;
    let links = [("website", &file.website), ("documentation", &file.docs_url), ("privacy", &file.privacy_url), ("terms", &file.terms_url)];
    let document = |(label, link): (&str, &'site Field<Link>)| {
        let link = WebLink::new(link.get())?;
        Some(Document { label: site.language.text(label), url: link.url, host: link.host })
    };
    links.into_iter().filter_map(document).collect()
}
