//! `listings/<slug>/listing.yaml`: one listing, as its submitter writes it.

use jiff::civil::Date;

use super::bounds::{KEYWORDS, NAME_CHARS, PATH_NOTE_CHARS, SCREENSHOTS, SUMMARY_CHARS};
use super::record::{choice, record};
use super::{ComponentEntry, Constraint, Link, NameKind, Version, Versioning};
use crate::source::Spanned;

type Text = Box<str>;
type List<T> = Vec<Spanned<T>>;

record! {
    /// One listing of the catalogue.
    ListingFile("a listing") {
        /// What visitors call the listing; unique in the catalogue, also when capitals and look-alike letters are ignored.
        name: Text = required.example("Shopify Orders").chars(1, NAME_CHARS),
        /// The app it connects to: exactly the `name` of a file in `apps/`, upper and lower case included.
        app: Text = required.example("Shopify").names(NameKind::Apps),
        /// What makes the listing different, in plain text without Markdown.
        summary: Text = optional.example("Syncs orders and refunds line by line.").one_line().chars(1, SUMMARY_CHARS),
        /// Who publishes it: the name of a file in `publishers/`.
        publisher: Text = optional.example("northwind-labs").names(NameKind::Publishers),
        /// The categories by which visitors find it: ids from `tags.yaml`.
        tags: List<Text> = optional.example("[ecommerce, orders]").names(NameKind::Tags).at_least(1),
        /// Words that visitors may search for and that occur nowhere else in the listing.
        keywords: List<Text> = optional.example("[refunds, tracking numbers]").at_most(KEYWORDS),
        /// Whether the source is open. If missing, the catalogue says nothing about it. Closed source does not restrict installing, and only some publishers may use it.
        source: SourceKind = optional.example("open"),
        /// Where open source can be read; not allowed for closed source.
        source_url: Link = optional.example("https://git.example/northwind/shopify-orders"),
        /// How a visitor gets the listing.
        install: InstallEntry = optional.example("{url: https://northwind.example/install}"),
        /// Where a visitor finds help: at least one of the three.
        support: SupportEntry = optional.example("{email: help@northwind.example}"),
        /// The versions, newest first.
        versions: List<VersionEntry> = optional.example("[{version: 1.4.0, date: 2026-05-01, notes: Adds refunds.}]"),
        /// How its versions are numbered. Default: as `catalogue.yaml` says, else in any way.
        versioning: Versioning = optional.example("semver"),
        /// The version that the publisher's own recipes use. Default: the newest that is neither a pre-release nor withdrawn; if there is none, the newest
        /// pre-release.
        released: Version = optional.example("1.4.0", "7"),
        /// The version that a visitor receives on install. Default: `released`, or the newest final version before it if that is a pre-release.
        shared: Version = optional.example("1.3.0", "7"),
        /// The publisher's last test of it: what was tested, when, and in which version.
        tested: TestedEntry = optional.example("{version: 1.4.0, on: 2026-05-01, what: New orders and refunds in a test shop.}"),
        /// The scripts and custom components it is made of, for the reviewer. The review record says who reviewed each of them.
        components: List<ComponentEntry> = optional.example("[{name: Webhook signature check}]"),
        /// The regions (data centres) it is offered in: ids from `catalogue.yaml`. Default: all of them.
        regions: List<Text> = optional.example("[us, eu]").names(NameKind::Regions),
        /// Its authentication methods: ids from `catalogue.yaml`.
        auth: List<Text> = optional.example("[oauth2]").names(NameKind::Auth),
        /// The language of its texts, as a BCP 47 tag. Default: that of the catalogue.
        language: Text = optional.example("ja", "pt-BR"),
        /// What it can do.
        operations: OperationsEntry = optional.example("{triggers: [{name: New order, summary: Starts when a customer has paid.}]}"),
        /// The licence as an SPDX expression; for terms of your own, a reference such as `LicenseRef-Northwind-Customer`.
        license: Text = optional.example("MIT", "MIT OR Apache-2.0", "LicenseRef-Northwind-Customer"),
        /// The listing's own site.
        website: Link = optional.example("https://northwind.example/shopify-orders"),
        /// Its documentation.
        docs_url: Link = optional.example("https://docs.northwind.example/shopify-orders"),
        /// Its privacy policy.
        privacy_url: Link = optional.example("https://northwind.example/privacy"),
        /// Its terms of use.
        terms_url: Link = optional.example("https://northwind.example/terms"),
        /// Images of it in use.
        screenshots: List<ScreenshotEntry> = optional.example("[{file: screenshots/orders.png, alt: A table of eight orders.}]").at_most(SCREENSHOTS),
        /// Videos about it, as external links: the site never embeds a player.
        videos: List<VideoEntry> = optional.example("[{url: 'https://video.example/orders', title: Orders in one minute}]"),
        /// The slug of the listing this one is a child listing of.
        parent: Text = optional.example("shopify-core").names(NameKind::Listings),
        /// The listing it was copied from, in this catalogue or in another one.
        derived_from: DerivedFromEntry = optional.example("{listing: shopify-core, version: 1.4.0}"),
        /// Slugs of listings that must also be installed.
        depends_on: List<Text> = optional.example("[http-tools]").names(NameKind::Listings),
        /// Whether lists, feeds and search show it.
        visibility: Visibility = optional.example("unlisted").default("listed"),
        /// Its lifecycle state; not set while it is active.
        lifecycle: LifecycleEntry = optional.example("{state: deprecated, since: 2026-03-03, reason: superseded, replaced_by: shopify-orders-2}"),
        /// The developer agreement that was accepted for it.
        agreement: AgreementEntry = optional.example("{version: '2026-01', accepted_by: Northwind Labs Ltd, accepted_on: 2026-04-28}"),
        /// Slugs it had before: their URLs keep working.
        former_slugs: List<Text> = optional.example("[shopify-order-sync]").slug(),
        /// The listing of another catalogue that this one was imported from. `pressmark import` writes it, and finds the copy by it.
        imported_from: ImportedFromEntry = optional.example("{catalogue: https://sandbox.example/, listing: shopify-orders, version: 1.4.0}"),
        /// Rules for which this listing is an exception, each with the reason.
        allow: List<AllowEntry> = optional.example("[{rule: name-is-app, reason: The vendor calls it so.}]"),
    }
    constraints [
        // A listing that has left the catalogue keeps a page that says so, and needs no more than its name for it.
        Constraint::unless(&["lifecycle", "state"], &["unpublished", "removed"]).requires(&["summary", "publisher", "tags", "support"]),
        Constraint::when(&["source"], &["closed"]).forbids(&["source_url"]),
    ]
}

choice! {
    /// Whether a listing's source is open.
    SourceKind {
        /// Anyone can read the source.
        Open = "open",
        /// The source is hidden; that does not restrict installing.
        Closed = "closed",
    }
}

record! {
    /// How a visitor gets the listing.
    InstallEntry("an install entry") {
        /// Whether visitors install directly or ask first.
        mode: InstallMode = optional.example("request").default("direct"),
        /// Direct mode: where installing starts. Default, if there is no command either: the catalogue's install template.
        url: Link = optional.example("https://northwind.example/install"),
        /// Direct mode: the command to install with.
        command: Text = optional.example("acme install shopify-orders"),
        /// Request mode: the page that shows the listing and how to obtain it. Its URL begins with `https:` and is not shortened.
        landing_url: Link = optional.example("https://northwind.example/shopify-orders"),
        /// Request mode: the way from the landing page to the listing.
        path_note: Text = optional.example("Ask on the page; we reply with a private link within a day.").one_line().chars(1, PATH_NOTE_CHARS),
    }
    constraints [
        Constraint::when(&["mode"], &["request"]).requires(&["landing_url", "path_note"]).forbids(&["url", "command"]),
        Constraint::when(&["mode"], &["direct"]).forbids(&["landing_url", "path_note"]),
    ]
}

choice! {
    /// How a visitor gets a listing.
    InstallMode {
        /// Anyone can install it.
        Direct = "direct",
        /// Visitors ask on a landing page first.
        Request = "request",
    }
}

record! {
    /// Where a visitor finds help.
    SupportEntry("a support entry") {
        /// An e-mail address.
        email: Text = optional.example("help@northwind.example").email(),
        /// A help centre or issue tracker.
        url: Link = optional.example("https://help.northwind.example/"),
        /// Documentation that answers questions.
        docs: Link = optional.example("https://docs.northwind.example/"),
    }
    constraints [Constraint::always().requires_one_of(&["email", "url", "docs"])]
}

record! {
    /// One version.
    VersionEntry("a version") {
        /// The version as you write it elsewhere, on one line of at most 500 characters: `1.4.0`, `v2.1`, `2026-02-01`, `7`.
        version: Version = required.example("1.4.0", "7", "2026.2"),
        /// The day it was published.
        date: Date = optional.example("2026-05-01"),
        /// What is new, in Markdown.
        notes: Text = optional.example("Adds refunds."),
        /// What changed, one typed entry each.
        changes: List<ChangeEntry> = optional.example("[{kind: added, text: Refund trigger}]"),
        /// Set when it was withdrawn: it stays listed, but is no longer installed by default.
        yanked: YankedEntry = optional.example("{since: 2026-05-09, reason: Loses refunds of more than 1000 lines.}"),
    }
}

record! {
    /// A test of the listing.
    TestedEntry("a test") {
        /// The version of the listing that was tested: one of `versions`.
        version: Version = required.example("1.4.0", "7"),
        /// The day of the test.
        on: Date = required.example("2026-05-01"),
        /// What was tested, in one line.
        what: Text = required.example("New orders and refunds in a test shop."),
        /// The version of the app or platform it was tested with.
        app_version: Text = optional.example("Admin API 2026-04"),
    }
}

record! {
    /// The withdrawal of a version.
    YankedEntry("a withdrawal") {
        /// The day it was withdrawn.
        since: Date = optional.example("2026-05-09"),
        /// The reason, in a sentence for its users.
        reason: Text = required.example("Loses refunds of more than 1000 lines.").one_line(),
    }
}

record! {
    /// One change of a version.
    ChangeEntry("a change") {
        /// What kind of change it is, in the words of Keep a Changelog.
        kind: ChangeKind = required.example("added"),
        /// The change in one line.
        text: Text = required.example("Refund trigger"),
    }
}

choice! {
    /// Kinds of change, in the words of [Keep a Changelog](https://keepachangelog.com).
    ChangeKind {
        /// Something new.
        Added = "added",
        /// Something that works in another way.
        Changed = "changed",
        /// Something that will be removed.
        Deprecated = "deprecated",
        /// Something that was removed.
        Removed = "removed",
        /// A bug fix.
        Fixed = "fixed",
        /// A security fix.
        Security = "security",
    }
}

record! {
    /// What the listing can do.
    OperationsEntry("an operations entry") {
        /// What can start a flow.
        triggers: List<OperationEntry> = optional.example("[{name: New order, summary: Starts when a customer has paid.}]"),
        /// What a flow can do with it.
        actions: List<OperationEntry> = optional.example("[{name: Create refund, summary: Refunds the chosen lines.}]"),
    }
}

record! {
    /// One trigger or action.
    OperationEntry("an operation") {
        /// Its name.
        name: Text = required.example("New order"),
        /// What it does, in one line.
        summary: Text = optional.example("Starts when a customer has paid."),
    }
}

record! {
    /// One screenshot.
    ScreenshotEntry("a screenshot") {
        /// The file, relative to the listing's folder.
        file: Text = required.example("screenshots/orders.png"),
        /// The alternative text: what it shows, for people who cannot see it.
        alt: Text = optional.example("A table of eight orders; two rows are marked as refunded.").not_blank(),
        /// A caption.
        caption: Text = optional.example("Orders arrive with their state and totals."),
    }
    constraints [Constraint::always().requires(&["alt"])]
}

record! {
    /// One video.
    VideoEntry("a video") {
        /// Where it can be watched.
        url: Link = required.example("https://video.example/orders"),
        /// Its title.
        title: Text = required.example("Orders in one minute"),
    }
}

record! {
    /// The listing that another one was copied from.
    DerivedFromEntry("an original") {
        /// The URL of its catalogue, if that is another one.
        catalogue: Link = optional.example("https://plugins.example/"),
        /// Its slug.
        listing: Text = required.example("shopify-core"),
        /// The version that was copied.
        version: Version = optional.example("1.4.0"),
    }
}

impl ListingFile {
    /// The lifecycle state; `None` while it is active.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.lifecycle.get()?.state.get().copied()
    }

    /// Whether the listing has left the catalogue and only its tombstone remains.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self.state(), Some(State::Removed | State::Unpublished))
    }

    /// Whether visitors have to ask for it.
    #[must_use]
    pub fn is_on_request(&self) -> bool {
        self.install.get().is_some_and(|install| install.mode() == InstallMode::Request)
    }

    /// The page on which visitors ask for it, if they have to and it is still in the catalogue.
    #[must_use]
    pub fn landing_page(&self) -> Option<&Spanned<Link>> {
        self.install.get().filter(|_| self.is_on_request() && !self.is_gone())?.landing_url.spanned()
    }

    /// The slug of the listing it was copied from, if that is one of the same catalogue.
    #[must_use]
    pub fn original(&self) -> Option<&Spanned<Text>> {
        self.derived_from.get().filter(|original| original.catalogue.is_missing())?.listing.spanned()
    }
}

choice! {
    /// Whether lists, feeds and search show a listing.
    Visibility {
        /// They show it.
        Listed = "listed",
        /// It has a page that its link opens, but is shown nowhere else.
        Unlisted = "unlisted",
    }
}

record! {
    /// The lifecycle state of a listing.
    LifecycleEntry("a lifecycle entry") {
        /// The state.
        state: State = required.example("deprecated"),
        /// The first day of the state.
        since: Date = optional.example("2026-03-03"),
        /// Why it is no longer active.
        reason: Reason = optional.example("superseded"),
        /// The slug of the listing to use instead.
        replaced_by: Text = optional.example("shopify-orders-2").names(NameKind::Listings),
        /// A sentence for visitors.
        note: Text = optional.example("The new one also knows refunds."),
    }
}

choice! {
    /// States of a listing that is no longer simply active.
    State {
        /// It still works, but a better alternative exists.
        Deprecated = "deprecated",
        /// It must not be installed for now.
        Suspended = "suspended",
        /// Its publisher withdrew it.
        Unpublished = "unpublished",
        /// It was removed for good; a page says why.
        Removed = "removed",
    }
}

choice! {
    /// Why a listing is no longer active.
    Reason {
        /// Another listing does it better.
        Superseded = "superseded",
        /// It is no longer maintained.
        Unmaintained = "unmaintained",
        /// It does not work.
        Broken = "broken",
        /// The app itself no longer exists.
        VendorShutdown = "vendor-shutdown",
        /// It broke a rule of the catalogue.
        Policy = "policy",
        /// It put visitors at risk.
        Security = "security",
        /// Its publisher asked for it.
        AuthorRequest = "author-request",
    }
}

record! {
    /// The developer agreement that was accepted.
    AgreementEntry("an agreement entry") {
        /// The version of the agreement: the name of a file in `agreements/`, in quotation marks.
        version: Text = required.example("'2026-01'").names(NameKind::Agreements),
        /// Who accepted it.
        accepted_by: Text = required.example("Northwind Labs Ltd"),
        /// The day they did.
        accepted_on: Date = required.example("2026-04-28"),
    }
}

record! {
    /// The listing of another catalogue that a listing was imported from.
    ImportedFromEntry("an origin") {
        /// The URL of that catalogue. Not set if it had none.
        catalogue: Link = optional.example("https://sandbox.example/"),
        /// Its slug there.
        listing: Text = required.example("shopify-orders").slug(),
        /// The version there that was imported last. Not set if it had none.
        version: Version = optional.example("1.4.0"),
    }
}

record! {
    /// A rule for which the listing is an exception.
    AllowEntry("an exception") {
        /// The rule's name, such as `summary-too-long`.
        rule: Text = required.example("name-is-app").names(NameKind::Rules),
        /// Why this listing is an exception, in a sentence.
        reason: Text = required.example("The vendor calls it so.").not_blank(),
    }
}
