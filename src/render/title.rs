//! What the title of a page says beside its heading. Knows no page.

use crate::site::Site;

/// The title of a window about `heading`.
pub(super) fn title(site: &Site, heading: &str) -> String {
    site.language.say("title", &[("heading", heading.into()), ("site", (&*site.catalogue.settings.title).into())])
}
