//! The wording for a seed with too little contrast. Knows no level.

use crate::format::{Content, ContrastChoice, Document, ThemeFile};
use crate::source::Span;
use crate::theme::{Fault, Pair, Seeds, faults};

/// The faults of a theme whose colours are fixed, or whose colours are not, as `is_fixed` says; each with the place of its seed.
pub(super) fn faults_of(document: &Document, is_fixed: bool) -> Vec<(Fault, Span)> {
    let Content::Theme(file) = &document.content else { return Vec::new() };
    let Some(seeds) = Seeds::from_file(file).filter(|seeds| (seeds.contrast == ContrastChoice::Fix) == is_fixed) else { return Vec::new() };
    faults(&seeds).into_iter().map(|fault| (place(file, fault.seed), fault)).map(|(span, fault)| (fault, span)).collect()
}

/// Returns the span of `seed`; of the seed it is derived from when it is not set.
fn place(file: &ThemeFile, seed: &str) -> Span {
    let written = match seed {
        "accent_dark" => file.accent_dark.span(),
        "ok" => file.ok.span(),
        "warn" => file.warn.span(),
        "danger" => file.danger.span(),
        "neutral_chroma" => file.neutral_chroma.span(),
        _ => None,
    };
    written.or_else(|| file.accent.span()).unwrap_or(file.span)
}

/// "`accent` `#e0a000` has a contrast of 2.2 to 1 as text on `--surface` in the light scheme"
pub(super) fn message(fault: &Fault) -> String {
    let Some(worst) = fault.failing.first() else { unreachable!("a fault has a pair that fails") };
    let value = fault.given.map(|colour| format!(" `{colour}`")).unwrap_or_default();
    let scheme = if fault.is_dark { "dark" } else { "light" };
    format!("`{}`{value} gives {} in the {scheme} scheme, which needs {} to 1", fault.seed, pair(worst), worst.bound)
}

/// "`--accent` on `--bg` a contrast of 2.2 to 1"
pub(super) fn pair(pair: &Pair) -> String {
    let back = match pair.back.as_str() {
        "panel" => "the panel of a listing".to_owned(),
        "note" => "a coloured note".to_owned(),
        role => format!("`--{role}`"),
    };
    // Rounded down: what fails does not look as if it passed.
    format!("`--{}` on {back} a contrast of {:.2} to 1", pair.front, (pair.ratio * 100.0).floor() / 100.0)
}
