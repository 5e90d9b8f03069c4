//! From a theme's few seeds to every colour of both schemes, and whether they can be read. A pure function of `theme.yaml`; knows no page, no file
//! and no template.
//!
//! ```text
//! theme.yaml ──▶ Seeds ──▶ Palette (light, dark) ──▶ contrast table, custom properties
//! ```

mod addresses;
mod adjust;
mod contrast;
mod css;
mod embedded;
mod luminance;
mod oklch;
mod palette;
mod roles;
mod seeds;

pub use addresses::{StyleAddress, addresses};
pub use adjust::{Fault, adjusted, faults, settled};
pub use contrast::{Kind, Pair, pairs};
pub use css::custom_properties;
pub use luminance::ratio;
pub use palette::{Palette, SchemeColours};
pub use roles::{ROLES, Role};
pub use seeds::Seeds;

pub(crate) use embedded::{SCRIPTS, TEMPLATES};
pub use embedded::{built_in, built_in_names};

/// The name of the theme that every other one is laid over.
pub const DEFAULT: &str = "default";
