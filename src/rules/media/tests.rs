//! Tests: the rules about images whose examples would be binary.

use crate::catalogue::RawCatalogue;
use crate::rules::{RunContext, run};
use crate::source::Memory;

/// A GIF with at least this many pixels, frames and bytes.
fn gif(width: u16, height: u16, n_images: usize, n_bytes: usize) -> Vec<u8> {
    let mut bytes = b"GIF89a".to_vec();
    bytes.extend(width.to_le_bytes());
    bytes.extend(height.to_le_bytes());
    bytes.extend(b"\x80\x00\x00\x00\x00\x00\xff\xff\xff");
    for _ in 0..n_images {
        bytes.extend(b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00");
    }
    bytes.push(0x3b);
    bytes.resize(bytes.len().max(n_bytes), 0);
    bytes
}

/// Returns the reports of this family's rules about `image` at `path`.
fn said(path: &str, image: Vec<u8>) -> Vec<&'static str> {
    let listing = "name: Acme\napp: Slack\nscreenshots: [{file: a.gif, alt: Orders of a day.}]\n";
    let folder = Memory::new().with("listings/acme/listing.yaml", listing).with(path, image);
    let verdict =
        run(&RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory"), &RunContext::new(jiff::civil::date(2026, 2, 1)));
    let family: Vec<_> = super::RULES.iter().map(|rule| rule.code).collect();
    verdict.report.iter().map(|diagnostic| diagnostic.code).filter(|code| family.contains(code)).map(|code| code.name).collect()
}

const ICON: &str = "apps/slack.gif";
const SCREENSHOT: &str = "listings/acme/a.gif";

#[test]
fn an_image_that_fits_its_use_is_not_reported() {
    assert_eq!(said(ICON, gif(96, 96, 1, 128 * 1024)), [""; 0]);
    assert_eq!(said(SCREENSHOT, gif(400, 300, 1, 1024 * 1024)), [""; 0]);
}

#[test]
fn pixels_and_bytes_are_counted_by_what_the_image_is_for() {
    assert_eq!(said(ICON, gif(95, 95, 1, 0)), ["icon-too-small"]);
    assert_eq!(said(ICON, gif(1025, 1025, 1, 128 * 1024 + 1)), ["image-too-heavy"]);
    assert_eq!(said(SCREENSHOT, gif(5001, 5000, 1, 1024 * 1024 + 1)), ["image-too-heavy", "image-oversized"]);
    assert_eq!(said(SCREENSHOT, gif(399, 300, 1, 0)), ["screenshot-too-small"]);
}

#[test]
fn an_animation_is_reported() {
    assert_eq!(said(SCREENSHOT, gif(400, 300, 2, 0)), ["image-animated"]);
}
