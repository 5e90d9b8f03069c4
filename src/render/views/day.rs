//! Days as templates print them. Knows no markup.

use jiff::civil::Date;

use crate::render::view::view;
use crate::site::Site;

view! {
    /// A day as programs and as people write it.
    Day("a day") {
        /// As in `2026-05-01`, for `<time datetime>`.
        iso: String,
        /// As in `1 May 2026`, in the language of the site.
        text: String,
    }
}

impl Day {
    /// `date` in the language of `site`.
    pub(in crate::render) fn new(site: &Site, date: Date) -> Self {
        Self { iso: date.to_string(), text: site.language.date(date) }
    }
}
