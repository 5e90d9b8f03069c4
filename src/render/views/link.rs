//! Links as templates print them: a text and an address. Knows no markup.

use std::borrow::Cow;

use crate::catalogue::{App, Publisher};
use crate::format;
use crate::render::view::view;
use crate::site::Site;

view! {
    /// A message with a URL.
    Link<'site>("a link") {
        /// Its words.
        label: Cow<'site, str>,
        /// Its URL.
        url: String,
    }
}

view! {
    /// The name of something with the URL of its page.
    NamedLink<'site>("a name with a link") {
        /// The name.
        name: &'site str,
        /// Its URL.
        url: String,
    }
}

view! {
    /// A page of the web elsewhere.
    WebLink<'site>("a link to another site") {
        /// Its URL.
        url: &'site str,
        /// The host that it leads to, without `www.`.
        host: &'site str,
    }
}

view! {
    /// One of several pages, of which this page may be one.
    SiblingLink<'site>("a link beside others") {
        /// Its words.
        label: Cow<'site, str>,
        /// Its URL.
        url: String,
        /// Whether it is this page.
        current: bool,
    }
}

view! {
    /// A heading of a text on the page.
    HeadingLink<'site>("a link to a heading") {
        /// Its words.
        label: Cow<'site, str>,
        /// Its id on the page.
        id: Cow<'site, str>,
    }
}

impl<'site> Link<'site> {
    /// `label` with `url`.
    pub(in crate::render) fn new(label: impl Into<Cow<'site, str>>, url: String) -> Self {
        Self { label: label.into(), url }
    }
}

impl<'site> NamedLink<'site> {
    /// The listing `slug`, which is called `name`, with the URL of its page.
    pub(in crate::render) fn to_listing(site: &Site, slug: &str, name: &'site str) -> Self {
        Self { name, url: site.address.url(&Site::listing(slug)) }
    }

    /// The publisher with the URL of their page.
    pub(in crate::render) fn to_publisher(site: &Site, publisher: &'site Publisher) -> Self {
        Self { name: &publisher.name, url: site.address.url(&Site::publisher(&publisher.slug)) }
    }

    /// The app with the URL of its page.
    pub(in crate::render) fn to_app(site: &Site, app: &'site App) -> Self {
        Self { name: &app.name, url: site.address.url(&Site::app(&app.slug)) }
    }
}

impl<'site> WebLink<'site> {
    /// Returns the URL of `link`, if it is a page of the web.
    pub(in crate::render) fn new(link: Option<&'site format::Link>) -> Option<Self> {
        link.filter(|link| link.is_web()).map(|link| Self { url: &link.text, host: link.host() })
    }
}
