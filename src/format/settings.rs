//! `catalogue.yaml`: the marketplace as a whole. Knows no flags and no environment.

use jiff::civil::Date;

use super::record::{choice, record};
use super::{Days, Link, Map, NameKind, Reader, Value, ValueType};
use crate::parse::yaml::{Node, NodeKind};
use crate::source::Spanned;

type Text = Box<str>;

record! {
    /// The marketplace as a whole.
    SettingsFile("the catalogue's settings") {
        /// What the catalogue is called.
        title: Text = required.example("Connector Library"),
        /// What visitors find in it, in a sentence.
        description: Text = optional.example("Ready-made connectors for the apps your team already uses."),
        /// The URL it is published at, with a path if it has one.
        base_url: Link = optional.example("https://connectors.example/"),
        /// Its language as a BCP 47 tag.
        language: Text = optional.example("en", "pt-BR").default("en"),
        /// The word for one of its listings and for several, in its language. Default: `connector` and `connectors`, or the words of the language for them.
        noun: NounEntry = optional.example("{one: plugin, other: plugins}"),
        /// The repository it is built from: used for "suggest an edit" and for submissions.
        repository: RepositoryEntry = optional.example("{forge: forgejo, url: https://git.example/library/catalogue}"),
        /// How installing starts when a listing does not say.
        install: InstallTemplateEntry = optional.example("{url_template: 'https://app.example/connectors/{slug}/install?version={version}'}"),
        /// The regions (data centres) that listings may name.
        regions: Vec<Spanned<LabelEntry>> = optional.example("[{id: us, label: United States}]"),
        /// A page that says how to share a listing with people in another region. A listing that is limited to some regions links to it.
        region_help_url: Link = optional.example("https://docs.example/regions"),
        /// The authentication methods that listings may name.
        auth: Vec<Spanned<LabelEntry>> = optional.example("[{id: oauth2, label: OAuth 2.0}]"),
        /// How listings number their versions, unless they set it themselves. Default: each as it likes.
        versioning: Versioning = optional.example("semver"),
        /// The developer agreement.
        agreement: CurrentAgreementEntry = optional.example("{current: '2026-01'}"),
        /// How submissions are reviewed.
        review: ReviewEntry = optional.example("{targets: {new-listing: 1d}, require_record: true}"),
        /// What is allowed.
        policy: PolicyEntry = optional.example("{freshness: {attention: 365d, inactive: 730d}}"),
        /// The level of a rule, where it differs from the rule's own: at once (`warn`), or from a day on (`{level: error, from: 2027-03-01}`).
        levels: Map<LevelSetting> =
            optional.example("{summary-too-long: error}", "{name-is-app: {level: error, from: 2027-03-01}}").names(NameKind::Rules),
        /// The theme to build with: a folder in `themes/`, or one of the built-in ones. Default: `default`.
        theme: Text = optional.example("harbour", "ledger"),
        /// What has its own share card, the image that chat programs show beside a link. Default: `listing` up to 5,000 listings, `app` beyond.
        share_cards: ShareCards = optional.example("app", "none"),
        /// An e-mail address or URL for questions about the catalogue.
        contact: Text = optional.example("support@connectors.example"),
        /// Where visitors can ask for a missing listing.
        request_connector_url: Link = optional.example("https://git.example/library/catalogue/issues/new"),
        /// Where to report a security problem of the site, for `/.well-known/security.txt` ([RFC 9116](https://www.rfc-editor.org/rfc/rfc9116)). If missing, there is no such file.
        security: SecurityEntry = optional.example("{contact: [security@connectors.example], expires: 2027-06-30}"),
        /// Whether every listing has a badge that its publisher can show elsewhere.
        badges: bool = optional.example("false").default("true"),
        /// Whether every listing has a card that other sites can show in a frame, at `/listings/SLUG/embed/`, and announces it with [oEmbed](https://oembed.com).
        /// Nothing else of the site can be framed.
        embed: bool = optional.example("true").default("false"),
    }
}

record! {
    /// Where to report a security problem of the site.
    SecurityEntry("security settings") {
        /// E-mail addresses or URLs, the preferred one first.
        contact: Vec<Spanned<Text>> = required.example("[security@connectors.example, 'https://connectors.example/report']").at_least(1),
        /// The day until which this is valid. A build fails when it is less than 30 days away; more than a year ahead is not advised.
        expires: Date = required.example("2027-06-30"),
        /// A page that says how reports are handled.
        policy: Link = optional.example("https://connectors.example/security/"),
        /// A key to encrypt reports.
        encryption: Link = optional.example("https://connectors.example/key.asc"),
        /// A page that thanks those who reported something.
        acknowledgments: Link = optional.example("https://connectors.example/thanks/"),
    }
}

choice! {
    /// How versions are numbered. A version in another scheme is a finding, but is shown and ordered like any other version.
    Versioning {
        /// [Semantic Versioning](https://semver.org), such as `1.4.0` or `1.4.0-rc.1`.
        Semver = "semver",
        /// A year and more numbers, such as `2026.2`, `2026-02-01` or `24.04`.
        Calendar = "calendar",
        /// In any way, even several ways in one listing.
        Free = "free",
    }
}

choice! {
    /// What has a share card of its own.
    ShareCards {
        /// Every listing, and every app.
        Listing = "listing",
        /// Every app; a listing shows that of its app.
        App = "app",
        /// Nothing.
        None = "none",
    }
}

record! {
    /// What a listing is called.
    NounEntry("a noun") {
        /// One listing, as within a sentence.
        one: Text = required.example("plugin"),
        /// Several of them.
        other: Text = required.example("plugins"),
    }
}

record! {
    /// The repository that contains the catalogue.
    RepositoryEntry("a repository entry") {
        /// The kind of forge, which decides where "suggest an edit" leads.
        forge: ForgeKind = optional.example("forgejo"),
        /// Its URL.
        url: Link = required.example("https://git.example/library/catalogue"),
        /// The branch that is published.
        branch: Text = optional.example("main").default("main"),
        /// The content folder from the top of the repository; `.` is the top itself. Left out: where the files are that are built, in the git repository
        /// around them. Needed only where a build has no such repository, or another one.
        folder: Text = optional.example("packages/catalogue/content", "."),
    }
}

choice! {
    /// Kinds of forge, which differ in their URLs.
    ForgeKind {
        /// github.com and GitHub Enterprise.
        Github = "github",
        /// gitlab.com and self-hosted instances.
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
        /// A URL with `{slug}` and `{version}` in it.
        url_template: Text = optional.example("'https://app.example/connectors/{slug}/install?version={version}'"),
    }
}

record! {
    /// An id and its label for visitors.
    LabelEntry("an entry") {
        /// What listings write.
        id: Text = required.example("oauth2", "eu"),
        /// What visitors read.
        label: Text = required.example("OAuth 2.0", "European Union"),
    }
}

record! {
    /// The developer agreement in force.
    CurrentAgreementEntry("an agreement setting") {
        /// The version in force: the name of a file in `agreements/`, in quotation marks.
        current: Text = optional.example("'2026-01'").names(NameKind::Agreements),
    }
}

record! {
    /// How submissions are reviewed.
    ReviewEntry("review settings") {
        /// Business days until the first answer, for each class of submission: `update`, `intent`, `identity`, `lifecycle`, `rename`, `transfer`, `adoption`, `new-listing`, `new-publisher`, `new-app` and `outside-listings`.
        targets: Map<Days> = optional.example("{update: 0d, new-listing: 1d, new-app: 5d}"),
        /// The areas a reviewer goes through.
        areas: Vec<Spanned<Text>> = optional.example("[compliance, security, documentation]"),
        /// Whether every listing needs a `review.yaml`.
        require_record: bool = optional.example("true").default("false"),
        /// The forge accounts of the catalogue's maintainers: they may edit every listing and write review records.
        maintainers: Vec<Spanned<MaintainerEntry>> = optional.example("[{forge: github, login: linnet, id: 990000901}]"),
        /// Who is asked to review what, besides the owners of a listing.
        reviewers: Vec<Spanned<ReviewerEntry>> = optional.example("[{name: '@library/security', areas: [security]}]"),
        /// The most listings that one submission may touch.
        most_listings: u32 = optional.example("5").default("1"),
        /// Whether the site has a page `/queue/`, which `pressmark queue` fills with the open submissions.
        queue: bool = optional.example("true").default("false"),
    }
}

record! {
    /// A maintainer of the catalogue.
    MaintainerEntry("a maintainer") {
        /// The forge, such as `github`.
        forge: Text = required.example("github", "gitlab"),
        /// The account's login there, for people to read.
        login: Text = optional.example("linnet"),
        /// The account's number there, which survives a change of name.
        id: Text = required.example("990000901"),
    }
}

record! {
    /// A reviewer.
    ReviewerEntry("a reviewer") {
        /// An account or a team, as the forge writes it.
        name: Text = required.example("'@library/security'", "plover"),
        /// The areas they review. Default: all of them.
        areas: Vec<Spanned<Text>> = optional.example("[security, compliance]"),
        /// The classes of submission they review. Default: all of them.
        classes: Vec<Spanned<Text>> = optional.example("[new-app, transfer]"),
    }
}

record! {
    /// What is allowed.
    PolicyEntry("policy settings") {
        /// How a listing may change between open and closed source.
        source_switch: SourceSwitch = optional.example("free").default("unpublish-first"),
        /// When a listing is considered unmaintained.
        freshness: FreshnessEntry = optional.example("{attention: 365d, inactive: 730d}"),
        /// Days without an answer from the support of a listing after which the maintainers decide what happens to it.
        unanswered: Days = optional.example("45d").default("30d"),
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
    /// When a listing is considered unmaintained.
    FreshnessEntry("freshness settings") {
        /// Days since the newest version after which the page shows a notice.
        attention: Days = optional.example("365d"),
        /// Days after which it is considered inactive.
        inactive: Days = optional.example("730d"),
    }
}

choice! {
    /// Levels a catalogue can give a rule.
    LevelWord {
        /// Block a submission.
        Error = "error",
        /// Warn, and publish.
        Warn = "warn",
        /// Note it.
        Info = "info",
        /// Report nothing.
        Off = "off",
    }
}

/// The level of a rule: at once (`error`), or from a day on (`{level: error, from: 2027-03-01}`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelSetting {
    /// The level.
    pub word: LevelWord,
    /// The day from which it applies to listings that are already in the catalogue; until then, its level for them is one step milder.
    pub from: Option<Date>,
}

record! {
    /// A level that begins on a day.
    LevelEntry("a level with its day") {
        /// The level.
        level: LevelWord = required.example("error"),
        /// The day from which it applies to listings that are already in the catalogue. It applies to new submissions at once.
        from: Date = required.example("2027-03-01"),
    }
}

impl Value for LevelSetting {
    const TYPE: ValueType = ValueType::Either(&[LevelWord::TYPE, LevelEntry::TYPE]);

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        if !matches!(node.kind, NodeKind::Mapping(_)) {
            return LevelWord::read(node, reader).map(|word| Self { word, from: None });
        }
        let entry = LevelEntry::read(node, reader)?;
        Some(Self { word: *entry.level.get()?, from: entry.from.get().copied() })
    }
}
