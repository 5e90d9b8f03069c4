//! What decides which questions arise: the requirements of a catalogue, and facts about the answers. Knows no question.

use crate::catalogue::Settings;
use crate::diagnostic::Level;
use crate::format::SettingsFile;
use crate::rules::{self, Levels};

/// The requirements of a catalogue for its listings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirements {
    /// Whether a listing installs from the catalogue's own address unless it says another.
    pub has_install_template: bool,
    /// Whether open source has to say where it can be read.
    pub requires_source_url: bool,
    /// Whether public source has to say its licence.
    pub requires_license: bool,
    /// Whether closed source has to say its data centres.
    pub requires_regions: bool,
    /// How many data centres there are to choose from.
    pub n_regions: usize,
    /// How many ways of signing in there are to choose from.
    pub n_auth: usize,
    /// Whether a developer agreement is in force.
    pub has_agreement: bool,
}

impl Requirements {
    /// The requirements that `catalogue.yaml` states.
    #[must_use]
    pub fn from_settings(file: &SettingsFile) -> Self {
        let requirements = Self {
            has_install_template: file.install.get().is_some_and(|install| !install.url_template.is_missing()),
            n_regions: file.regions.items().len(),
            n_auth: file.auth.items().len(),
            has_agreement: file.agreement.get().is_some_and(|agreement| agreement.current.get().is_some()),
            ..Self::UNKNOWN
        };
        requirements.with_levels(&Levels::from_settings(file))
    }

    /// The same requirements, as a catalogue has them that was read to the end.
    #[must_use]
    pub fn from_catalogue(settings: &Settings) -> Self {
        let requirements = Self {
            has_install_template: settings.install_template.is_some(),
            n_regions: settings.regions.len(),
            n_auth: settings.auth.len(),
            has_agreement: settings.agreement.is_some(),
            ..Self::UNKNOWN
        };
        requirements.with_levels(&Levels::new(settings.levels.iter().map(|(name, setting)| (&**name, *setting))))
    }

    /// Those of a catalogue of which nothing is known.
    pub(super) const UNKNOWN: Self = Self {
        has_install_template: false,
        requires_source_url: true,
        requires_license: true,
        requires_regions: true,
        n_regions: 0,
        n_auth: 0,
        has_agreement: false,
    };

    fn with_levels(self, levels: &Levels) -> Self {
        let is_on = |rule: &str| rules::named(rule).is_some_and(|rule| levels.standing(rule).level > Level::Off);
        Self {
            requires_source_url: is_on("source-url-missing"),
            requires_license: is_on("license-missing"),
            requires_regions: is_on("regions-missing-on-closed-source"),
            ..self
        }
    }
}

/// Something about the answers by which a question arises or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The source is closed.
    Closed,
    /// Visitors ask before they install.
    Request,
    /// There is a name, and nothing that a folder could be called by.
    NoSlug,
    /// The app is not in the catalogue.
    NewApp,
    /// The publisher is not in the catalogue.
    NewPublisher,
    /// It was said where the source can be read.
    SourceUrl,
    /// It was said where installing starts.
    InstallUrl,
    /// There is a command to install with.
    InstallCommand,
    /// There is a mail address for support.
    SupportEmail,
    /// There is a help centre.
    SupportUrl,
    /// The account of a new publisher was named.
    AccountLogin,
    /// The number of that account was given.
    AccountId,
}

impl Fact {
    /// Every fact with the word that a form knows it by.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::Closed, "closed"),
        (Self::Request, "request"),
        (Self::NoSlug, "no-slug"),
        (Self::NewApp, "new-app"),
        (Self::NewPublisher, "new-publisher"),
        (Self::SourceUrl, "source-url"),
        (Self::InstallUrl, "install-url"),
        (Self::InstallCommand, "install-command"),
        (Self::SupportEmail, "support-email"),
        (Self::SupportUrl, "support-url"),
        (Self::AccountLogin, "account-login"),
        (Self::AccountId, "account-id"),
    ];
}
