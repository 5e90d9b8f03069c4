//! How visitors get a listing: what the button of its page does, and what programs are told. Knows no words and no markup.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::model::{Listing, Settings};
use crate::format::{InstallMode, Link, State, Version};

/// How visitors get a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access<'catalogue> {
    /// Directly: at a URL, with a command, or with either. At least one is there.
    Direct {
        /// Where installing starts.
        url: Option<Cow<'catalogue, str>>,
        /// The command to run.
        command: Option<&'catalogue str>,
    },
    /// By asking first.
    Request {
        /// The page on which visitors ask.
        landing: &'catalogue Link,
        /// The way from there to the listing.
        path_note: Option<&'catalogue str>,
    },
}

impl Listing {
    /// How visitors get it in a catalogue with `settings`: the version in the URL is the one that they receive. None where nothing says how, and of a
    /// listing that must not be installed.
    #[must_use]
    pub fn access<'catalogue>(&'catalogue self, settings: &Settings) -> Option<Access<'catalogue>> {
        if self.state() == Some(State::Suspended) || self.is_gone() {
            return None;
        }
        let install = self.file.install.get();
        match self.mode? {
            InstallMode::Request => {
                let landing = install?.landing_url.get().filter(|link| link.is_web())?;
                Some(Access::Request { landing, path_note: install?.path_note.get().map(|note| &**note) })
            }
            InstallMode::Direct => {
                let own = install.and_then(|install| install.url.get()).filter(|link| link.is_web()).map(|link| Cow::Borrowed(&*link.text));
                let command = install.and_then(|install| install.command.get()).map(|command| &**command);
                let template = settings.install_template.as_deref().filter(|_| command.is_none());
                let url = own.or_else(|| template.map(|template| Cow::Owned(self.filled_in(template))));
                (url.is_some() || command.is_some()).then_some(Access::Direct { url, command })
            }
        }
    }

    /// The catalogue's `template` for this listing.
    fn filled_in(&self, template: &str) -> String {
        let version = self.shared.as_ref().map_or("latest", Version::as_str);
        template.replace("{slug}", &self.slug).replace("{version}", &in_url(version))
    }
}

/// A version as a part of a URL: no character of it can end the part.
fn in_url(version: &str) -> String {
    const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_').remove(b'~');
    utf8_percent_encode(version, ESCAPED).to_string()
}
