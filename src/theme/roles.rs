//! The public colours of a theme, by the names that stylesheets use. Stable: an operator's CSS is written against them.

/// A colour with a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// The custom property without its hyphens, such as `text-muted`.
    pub name: &'static str,
    /// Its use, for the manual.
    pub purpose: &'static str,
}

const fn role(name: &'static str, purpose: &'static str) -> Role {
    Role { name, purpose }
}

/// Every colour but the sixteen hues, `hue-0` to `hue-15`.
pub const ROLES: [Role; 15] = [
    role("bg", "the page"),
    role("surface", "what stands out from the page: the footer, notes, a card under the pointer"),
    role("text", "text"),
    role("text-muted", "text that steps back"),
    role("accent", "links and main buttons"),
    role("on-accent", "text on the accent"),
    role("border", "hairlines, which carry no meaning"),
    role("control", "the edges of fields and buttons"),
    role("ok", "good news"),
    role("warn", "warnings"),
    role("danger", "danger"),
    role("focus", "the ring around what the keyboard has reached"),
    role("mark", "the background of search terms"),
    role("on-hue", "letters on the sixteen hues"),
    role("scrim", "the overlay over a page behind a dialog"),
];
