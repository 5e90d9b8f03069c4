//! `icon-not-square`

use super::picture::Role;
use super::picture::{Picture, picture};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

/// How much longer one side may be than the other: less than this is a symbol with a margin, more is a word.
const MAX_RATIO: f64 = 1.5;

rule! {
    /// An icon is not square.
    ///
    /// Icons are shown in square fields, side by side. A wide icon is scaled down until it fits: the words of a logo become
    /// unreadable, and the field looks empty.
    ///
    /// ```files,fails
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 8"><path d="M0 0h24v8z"/></svg>
    /// ```
    /// ```files,passes
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 9"><path d="M0 0h8v9z"/></svg>
    /// ```
    ICON_NOT_SQUARE = { id: "L152", name: "icon-not-square", level: Info, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Some(Picture { role: Role::Icon, media, .. }) = picture(document) else { return };
    let (long, short) = (media.width.max(media.height), media.width.min(media.height));
    if f64::from(long) > MAX_RATIO * f64::from(short) {
        findings
            .whole(format!("icon `{}` has {} × {} pixels", document.path.file_name(), media.width, media.height))
            .help("use the square symbol of the brand instead of its words, or add a margin");
    }
}
