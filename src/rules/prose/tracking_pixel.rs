//! `tracking-pixel`

use crate::diagnostic::Findings;
use crate::parse::prose::ReferenceKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

/// Parts of the URLs of images that count visitors.
#[rustfmt::skip]
const COUNTERS: [&str; 18] = [
    "scarf.sh/a.png", "google-analytics.com/", "ga-beacon", "facebook.com/tr", "px.ads.linkedin.com", "doubleclick.net", "bat.bing.com",
    "hits.seeyoufarm.com", "hits.dwyl.com", "hits.sh", "komarev.com/ghpvc", "visitor-badge", "visitcount", "profile-counter",
    "pixel.wp.com", "statcounter.com", "hitcounter", "/pixel.gif",
];

rule! {
    /// An image counts its readers.
    ///
    /// It shows nothing, or a number, and tells its owner who reads the page. The catalogue loads no images from other sites, so only
    /// a link is left that means nothing to a visitor.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// ![](https://static.scarf.sh/a.png?x-pxid=1)
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// <img src="https://count.example/p.gif" width="1" height="1">
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// <img src="screenshots/a.svg" width="100" height="100" alt="A square">
    /// ```
    TRACKING_PIXEL = { id: "P023", name: "tracking-pixel", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    for image in prose.outline.links.iter().filter(|link| link.kind == ReferenceKind::Image) {
        let target = image.target.to_ascii_lowercase();
        let is_counter = target.contains("://") && COUNTERS.iter().any(|counter| target.contains(counter));
        if is_counter || is_dot(&text[image.span.start as usize..]) {
            findings.at(image.span, format!("`{}` is a tracking pixel", shortened(&image.target))).help("delete it");
        }
    }
}

/// Whether the tag at the start of `html` asks for an image of one pixel or none.
fn is_dot(html: &str) -> bool {
    let Some(tag) = html.strip_prefix('<').and_then(|rest| rest.split('>').next()) else { return false };
    let side = |name: &str| {
        let (_, value) = tag.split_once(name)?;
        let digits = value.strip_prefix('=')?.trim_start_matches(['"', '\'']);
        Some(digits.split(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().unwrap_or(u32::MAX))
    };
    [side("width"), side("height")].iter().all(|side| side.is_some_and(|pixels| pixels <= 1))
}
