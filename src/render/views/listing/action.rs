//! The one thing to do on a listing: install it, run a command, or ask its publisher. Knows no markup.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::catalogue::Listing;
use crate::format::{InstallMode, Link, SourceKind, State, Version};
use crate::render::view::{view, words};
use crate::site::Site;

view! {
    /// The one thing to do on a listing.
    Action<'site>("an action") {
        /// The kind.
        kind: ActionKind,
        /// The words of its button.
        label: String,
        /// The URL.
        url: Option<String>,
        /// The host of the page where visitors ask.
        host: Option<&'site str>,
        /// The command to run.
        command: Option<&'site str>,
        /// The version that visitors receive.
        version: Option<String>,
        /// Whether that is a pre-release.
        prerelease: bool,
        /// The explanation of open or closed source, one sentence.
        note: String,
        /// The way from the page where visitors ask to the listing, in the publisher's words.
        path_note: Option<&'site str>,
        /// The language of those words, where it is not that of the site.
        lang: Option<&'site str>,
        /// The steps after a visitor has requested access.
        steps: Vec<String>,
    }
}

words! {
    /// Kinds of actions.
    ActionKind {
        /// A page on which installing starts.
        Install = "install",
        /// A command to run.
        Command = "command",
        /// A page on which visitors ask first.
        Request = "request",
    }
}

impl<'site> Action<'site> {
    /// In the words of the listing's source and install mode. None for a listing that must not be installed.
    pub(super) fn new(site: &Site, listing: &'site Listing) -> Option<Self> {
        if listing.state() == Some(State::Suspended) || listing.is_gone() {
            return None;
        }
        match listing.mode? {
            InstallMode::Request => Self::request(site, listing),
            InstallMode::Direct => Self::install(site, listing),
        }
    }

    fn request(site: &Site, listing: &'site Listing) -> Option<Self> {
        let install = listing.file.install.get()?;
        let landing = install.landing_url.get().filter(|link| link.is_web())?;
        let note = match listing.source() {
            Some(SourceKind::Open) => "request-note-open",
            Some(SourceKind::Closed) => "request-note-closed",
            None => "request-note",
        };
        let steps = ["request-step-ask", "request-step-receive", "request-step-install"];
        Some(Self {
            kind: ActionKind::Request,
            label: site.language.text("request-access"),
            url: Some(landing.text.to_string()),
            host: Some(landing.host()),
            command: None,
            version: version(listing),
            prerelease: is_prerelease(listing),
            note: site.language.text(note),
            path_note: install.path_note.get().map(|note| &**note),
            lang: site.language_of(listing),
            steps: steps.map(|step| site.language.text(step)).to_vec(),
        })
    }

    fn install(site: &Site, listing: &'site Listing) -> Option<Self> {
        let install = listing.file.install.get();
        let note = match listing.source() {
            Some(SourceKind::Open) => "install-note-open",
            Some(SourceKind::Closed) => "install-note-closed",
            None => "install-note",
        };
        let version = version(listing);
        let own = install.and_then(|install| install.url.get()).filter(|link| link.is_web()).map(|link: &Link| link.text.to_string());
        let command = install.and_then(|install| install.command.get()).map(|command| &**command);
        let template = site.catalogue.settings.install_template.as_ref().filter(|_| command.is_none()).map(|template| {
            template.replace("{slug}", &listing.slug).replace("{version}", &in_url(version.as_deref().unwrap_or("latest")))
        });
        let url = own.or(template);
        let kind = match (&url, command) {
            (Some(_), _) => ActionKind::Install,
            (None, Some(_)) => ActionKind::Command,
            (None, None) => return None,
        };
        Some(Self {
            kind,
            label: site.language.text("install"),
            url,
            host: None,
            command,
            version,
            prerelease: is_prerelease(listing),
            note: site.language.text(note),
            path_note: None,
            lang: None,
            steps: Vec::new(),
        })
    }
}

fn version(listing: &Listing) -> Option<String> {
    listing.shared.as_ref().map(ToString::to_string)
}

fn is_prerelease(listing: &Listing) -> bool {
    listing.shared.as_ref().is_some_and(Version::is_prerelease)
}

/// A version as a part of an address: no sign of it can end the part.
fn in_url(version: &str) -> String {
    const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_').remove(b'~');
    utf8_percent_encode(version, ESCAPED).to_string()
}
