//! A palette and the measures beside it as custom properties. Knows their names and the layer they belong to; knows no rule that uses them.

use std::fmt::Write as _;

use super::palette::Palette;
use super::roles::ROLES;
use super::seeds::Seeds;
use crate::format::{Density, FontChoice, SchemeChoice};

const SYSTEM: &str = r#"system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif"#;
/// Text faces with serifs: those of Apple, Windows, Android and Linux, in this order.
const SERIF: &str = r#""Iowan Old Style", "Palatino Linotype", "Book Antiqua", Palatino, "Noto Serif", "Liberation Serif", Georgia, serif"#;
const MONO: &str = r#"ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", Menlo, monospace"#;

/// Room in rem, from `--space-1` to `--space-8`: multiples of 4 CSS pixels, and of 3 where it is tight.
const COMFORTABLE: [&str; 8] = [".25rem", ".5rem", ".75rem", "1rem", "1.5rem", "2rem", "3rem", "4rem"];
const COMPACT: [&str; 8] = [".1875rem", ".375rem", ".5625rem", ".75rem", "1.0625rem", "1.5rem", "2.25rem", "3rem"];

/// The stylesheet of the colours and measures that follow from `seeds`, in the layer `tokens`.
#[must_use]
pub fn custom_properties(seeds: &Seeds) -> String {
    let palette = Palette::new(seeds);
    let mut css = String::from("/* Derived from theme.yaml. */\n@layer tokens {\n  :root {\n");
    let schemes = match seeds.scheme {
        SchemeChoice::Auto => "light dark",
        SchemeChoice::Light => "light",
        SchemeChoice::Dark => "dark",
    };
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(css, "    {name}: {value};");
    };
    line("color-scheme", schemes);
    let hues = (0..16).map(|n| format!("hue-{n}"));
    for name in ROLES.iter().map(|role| role.name.to_owned()).chain(hues) {
        let (Some(light), Some(dark)) = (palette.light.role(&name), palette.dark.role(&name)) else { continue };
        match name.as_str() {
            "focus" => line("--focus", "var(--accent)"),
            "scrim" => line("--scrim", &format!("light-dark({light}cc, {dark}cc)")),
            _ => line(&format!("--{name}"), &format!("light-dark({light}, {dark})")),
        }
    }
    let shade = palette.light.text;
    line("--shadow-1", &format!("0 1px 2px light-dark({shade}14, #00000066)"));
    line("--shadow-2", &format!("0 8px 32px light-dark({shade}29, #000000a3)"));
    line("--radius", &format!("{}px", seeds.radius));
    let room = match seeds.density {
        Density::Comfortable => COMFORTABLE,
        Density::Compact => COMPACT,
    };
    for (n, size) in room.iter().enumerate() {
        line(&format!("--space-{}", n + 1), size);
    }
    let body = match &seeds.font {
        FontChoice::System => SYSTEM.to_owned(),
        FontChoice::Serif => SERIF.to_owned(),
        FontChoice::Mono => MONO.to_owned(),
        FontChoice::File(_) => format!("\"Theme\", {SYSTEM}"),
    };
    line("--font-body", &body);
    line("--font-mono", MONO);
    css.push_str("  }\n");
    match seeds.scheme {
        SchemeChoice::Auto => css.push_str(
            "  /* Set by theme.js from the visitor's stored choice; without it the system decides. */\n  \
             :root[data-theme=\"light\"] { color-scheme: light; }\n  :root[data-theme=\"dark\"] { color-scheme: dark; }\n  \
             @media print {\n    :root, :root[data-theme] { color-scheme: light; }\n  }\n",
        ),
        SchemeChoice::Light | SchemeChoice::Dark => {}
    }
    css.push_str("}\n");
    if let FontChoice::File(file) = &seeds.font {
        // `optional`: a page is never laid out twice because of a font.
        let file = file.replace(['"', '\\', '\n'], "");
        let _ = writeln!(
            css,
            "@font-face {{ font-family: \"Theme\"; src: url(\"{file}\") format(\"woff2\"); font-weight: 100 900; font-display: optional; }}"
        );
    }
    if seeds.scheme != SchemeChoice::Auto {
        css.push_str("@layer utilities {\n  /* There is nothing to choose. */\n  .theme-button { display: none; }\n}\n");
    }
    css
}
