//! The one thing to do on a listing: install it, run a command, or ask its publisher. Knows no markup.

use std::borrow::Cow;

use crate::catalogue::{Access, Listing};
use crate::format::{Link, SourceKind, Version};
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
    /// In the words of the listing's source and install mode. None for a listing that nothing says how to get, or that must not be installed.
    pub(super) fn new(site: &Site, listing: &'site Listing) -> Option<Self> {
        match listing.access(&site.catalogue.settings)? {
            Access::Request { landing, path_note } => Some(Self::request(site, listing, landing, path_note)),
            Access::Direct { url, command } => Some(Self::install(site, listing, url.map(Cow::into_owned), command)),
        }
    }

    fn request(site: &Site, listing: &'site Listing, landing: &'site Link, path_note: Option<&'site str>) -> Self {
        let note = match listing.source() {
            Some(SourceKind::Open) => "request-note-open",
            Some(SourceKind::Closed) => "request-note-closed",
            None => "request-note",
        };
        let steps = ["request-step-ask", "request-step-receive", "request-step-install"];
        Self {
            kind: ActionKind::Request,
            label: site.language.text("request-access"),
            url: Some(landing.text.to_string()),
            host: Some(landing.host()),
            command: None,
            version: version(listing),
            prerelease: is_prerelease(listing),
            note: site.language.text(note),
            path_note,
            lang: site.language_of(listing),
            steps: steps.map(|step| site.language.text(step)).to_vec(),
        }
    }

    fn install(site: &Site, listing: &Listing, url: Option<String>, command: Option<&'site str>) -> Self {
        let note = match listing.source() {
            Some(SourceKind::Open) => "install-note-open",
            Some(SourceKind::Closed) => "install-note-closed",
            None => "install-note",
        };
        Self {
            kind: if url.is_some() { ActionKind::Install } else { ActionKind::Command },
            label: site.language.text("install"),
            url,
            host: None,
            command,
            version: version(listing),
            prerelease: is_prerelease(listing),
            note: site.language.text(note),
            path_note: None,
            lang: None,
            steps: Vec::new(),
        }
    }
}

fn version(listing: &Listing) -> Option<String> {
    listing.shared.as_ref().map(ToString::to_string)
}

fn is_prerelease(listing: &Listing) -> bool {
    listing.shared.as_ref().is_some_and(Version::is_prerelease)
}
