//! `catalogue.yaml`: the marketplace as a whole. Knows no flags and no environment.

use super::record::{choice, record};
use jiff::civil::Date;

use super::{Days, Link, Map, Reader, Shape, Value};
use crate::parse::yaml::{Node, NodeKind};
use crate::source::Spanned;

type Text = Box<str>;

record! {
    /// The marketplace as a whole.
    SettingsFile("the catalogue's settings") {
        /// Its name.
        title: Text = required,
        /// What visitors find in it, in a sentence.
        description: Text,
        /// The address it is published at, such as `https://connectors.example/`.
        base_url: Link,
        /// Its language as a BCP 47 tag. Default: `en`.
        language: Text,
        /// The repository it is built from: used for "suggest an edit" and for submissions.
        repository: RepositoryEntry,
        /// How installing starts when a listing does not say.
        install: InstallTemplateEntry,
        /// Data centres.
        regions: Vec<Spanned<LabelEntry>>,
        /// Ways of signing in.
        auth: Vec<Spanned<LabelEntry>>,
        /// The developer agreement.
        agreement: CurrentAgreementEntry,
        /// How submissions are reviewed.
        review: ReviewEntry,
        /// What is allowed.
        policy: PolicyEntry,
        /// The level of a rule, where it differs from the rule's own: `warn`, or `{level: error, from: 2027-03-01}`.
        levels: Map<LevelSetting>,
        /// The theme to build with: a folder in `themes/`. Default: the built-in one.
        theme: Text,
        /// A mail or web address for questions about the catalogue.
        contact: Text,
        /// Where visitors can ask for a connector that is missing.
        request_connector_url: Link,
    }
}

record! {
    /// The repository that holds the catalogue.
    RepositoryEntry("a repository entry") {
        /// The kind of forge it lies on.
        forge: ForgeKind,
        /// Its web address.
        url: Link = required,
        /// The branch that is published. Default: `main`.
        branch: Text,
    }
}

choice! {
    /// Kinds of forge, which differ in their addresses.
    ForgeKind {
        /// github.com and GitHub Enterprise.
        Github = "github",
        /// gitlab.com and own instances.
        Gitlab = "gitlab",
        /// Forgejo, such as codeberg.org.
        Forgejo = "forgejo",
        /// Gitea.
        Gitea = "gitea",
    }
}

record! {
    /// How installing starts.
    InstallTemplateEntry("an install template") {
        /// An address with `{slug}` and `{version}` in it.
        url_template: Text,
    }
}

record! {
    /// An id and what visitors read for it.
    LabelEntry("an entry") {
        /// What listings write.
        id: Text = required,
        /// What visitors read.
        label: Text = required,
    }
}

record! {
    /// The developer agreement in force.
    CurrentAgreementEntry("an agreement setting") {
        /// The version in force: a file in `agreements/`.
        current: Text,
    }
}

record! {
    /// How submissions are reviewed.
    ReviewEntry("review settings") {
        /// Business days until the first answer, for each class of submission.
        targets: Map<Days>,
        /// The areas a reviewer goes through.
        areas: Vec<Spanned<Text>>,
        /// Whether every listing needs a `review.yaml`. Default: `false`.
        require_record: bool,
    }
}

record! {
    /// What is allowed.
    PolicyEntry("policy settings") {
        /// How a listing may change between open and closed source. Default: `unpublish-first`.
        source_switch: SourceSwitch,
        /// When a listing counts as no longer looked after.
        freshness: FreshnessEntry,
    }
}

choice! {
    /// How a listing may change between open and closed source.
    SourceSwitch {
        /// Only while it is unpublished.
        UnpublishFirst = "unpublish-first",
        /// At any time.
        Free = "free",
    }
}

record! {
    /// When a listing counts as no longer looked after.
    FreshnessEntry("freshness settings") {
        /// Days since the newest version after which the page says so.
        attention: Days,
        /// Days after which it counts as inactive.
        inactive: Days,
    }
}

choice! {
    /// Levels a catalogue can give a rule.
    LevelWord {
        /// Leave the listing out.
        Error = "error",
        /// Say so and publish.
        Warn = "warn",
        /// Mention it.
        Info = "info",
        /// Say nothing.
        Off = "off",
    }
}

/// The level of a rule: at once (`error`), or from a day on (`{level: error, from: 2027-03-01}`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelSetting {
    /// The level.
    pub word: LevelWord,
    /// The day from which it binds listings that are already in the catalogue; until then they are a step milder off.
    pub from: Option<Date>,
}

record! {
    /// A level that begins on a day.
    LevelEntry("a level with its day") {
        /// The level.
        level: LevelWord = required,
        /// The day from which it binds listings that are already in the catalogue. New submissions are bound at once.
        from: Date = required,
    }
}

impl Value for LevelSetting {
    const SHAPE: Shape = Shape::Either(&[LevelWord::SHAPE, LevelEntry::SHAPE]);

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        if !matches!(node.kind, NodeKind::Mapping(_)) {
            return LevelWord::read(node, reader).map(|word| Self { word, from: None });
        }
        let entry = LevelEntry::read(node, reader)?;
        Some(Self { word: *entry.level.get()?, from: entry.from.get().copied() })
    }
}
