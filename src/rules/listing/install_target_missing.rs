//! `install-target-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::format::{Field, InstallMode};
use crate::rules::rule::rule;

rule! {
    /// Anyone may install the listing, but the listing does not say how.
    ///
    /// The install button would lead nowhere. The catalogue can offer a template for all listings
    /// (`install.url_template` in `catalogue.yaml`); otherwise each listing needs a URL or a command.
    ///
    /// ```yaml,fails
    /// install: {mode: direct}
    /// ```
    /// ```yaml,passes
    /// install: {mode: direct, command: acme install messages}
    /// ```
    INSTALL_TARGET_MISSING = { id: "L040", name: "install-target-missing", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let install = &listing.file.install;
    let has_template = match &listing.raw.settings().install {
        Field::Value(template) => !template.url_template.is_missing(),
        Field::Invalid(_) => true,
        Field::Missing => super::names::is_broken(listing.raw.settings_file()),
    };
    let has_target = install.get().map_or(!install.is_missing(), |entry| {
        entry.mode.is_wrong() || entry.mode() != InstallMode::Direct || !entry.url.is_missing() || !entry.command.is_missing()
    });
    if has_template || has_target || listing.is_gone() {
        return;
    }
    let message = format!("no installation method for `{}`", listing.slug);
    let finding = match install.span() {
        Some(span) => findings.at(span, message),
        None => findings.whole(message),
    };
    let target = Advice::add("install.url").or(Advice::add("install.command"));
    finding.help(target.or(Advice::replace("install.mode", "request").note("if visitors have to ask for it")));
}
