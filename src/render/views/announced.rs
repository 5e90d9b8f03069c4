//! What is announced and not there yet. Knows no markup.

use super::day::Day;
use super::frame::Frame;
use super::page::PageType;
use crate::catalogue::Intent;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{Page, Site};

view! {
    /// A listing that someone intends to publish.
    Announcement<'site>("an announcement") {
        /// The announced name.
        connector: &'site str,
        /// The announcing publisher.
        developer: &'site str,
        /// The description, one sentence.
        company_profile: Option<&'site str>,
        /// The day on which it is expected.
        expected: Option<Day>,
    }
}

impl<'site> Announcement<'site> {
    fn new(site: &Site, intent: &'site Intent) -> Self {
        Self {
            connector: &intent.connector,
            developer: &intent.developer,
            company_profile: intent.company_profile.as_deref(),
            expected: intent.expected.map(|date| Day::new(site, date)),
        }
    }
}

pub(super) fn announced(site: &Site, page: &Page) -> Values {
    let announced: Vec<_> = site.catalogue.intents.iter().map(|intent| Announcement::new(site, intent)).collect();
    Frame::new(page, PageType::Announced, site.language.text("announced-connectors"))
        .nav("new")
        .below(site.language.text("new"), site.news(0))
        .around(site, &announced)
}
