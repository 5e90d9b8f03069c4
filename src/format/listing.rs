//! `listings/<slug>/listing.yaml`: one connector, as its submitter writes it.

use jiff::civil::Date;

use super::record::{choice, record};
use super::{Link, Version};
use crate::source::Spanned;

type Text = Box<str>;
type List<T> = Vec<Spanned<T>>;

record! {
    /// One connector of the catalogue.
    ListingFile("a listing") {
        /// What visitors call the connector; unique in the catalogue, at most 60 characters.
        name: Text = required,
        /// The app it connects to: exactly the `name` of a file in `apps/`, upper and lower case included.
        app: Text = required,
        /// What sets the connector apart, in one line of at most 160 characters, without Markdown.
        summary: Text,
        /// Who publishes it: the name of a file in `publishers/`.
        publisher: Text,
        /// The categories it belongs to: ids from `tags.yaml`.
        tags: List<Text>,
        /// Up to three words that visitors may search for and that stand nowhere else.
        keywords: List<Text>,
        /// Whether the source can be read. Hiding it does not restrict installing. Default: `open`.
        source: SourceKind,
        /// Where open source can be read; not allowed for closed source.
        source_url: Link,
        /// How a visitor gets the connector.
        install: InstallEntry,
        /// Where a visitor finds help: at least one of the three.
        support: SupportEntry,
        /// The versions, newest first.
        versions: List<VersionEntry>,
        /// The version that the publisher's own recipes run. Default: the newest.
        released: Version,
        /// The version that a visitor receives on install. Default: `released`.
        shared: Version,
        /// The data centres it is offered in: ids from `catalogue.yaml`. Default: all.
        regions: List<Text>,
        /// How it signs in: ids from `catalogue.yaml`.
        auth: List<Text>,
        /// What it can do.
        operations: OperationsEntry,
        /// The licence as an SPDX expression.
        license: Text,
        /// The connector's own site.
        website: Link,
        /// Its documentation.
        docs_url: Link,
        /// Its privacy policy.
        privacy_url: Link,
        /// Its terms of use.
        terms_url: Link,
        /// Up to six pictures of it at work.
        screenshots: List<ScreenshotEntry>,
        /// Films about it, as links out.
        videos: List<VideoEntry>,
        /// The listing this one is a child connector of.
        parent: Text,
        /// Listings that must be installed too.
        depends_on: List<Text>,
        /// Whether it stands in lists, feeds and search. Default: `listed`.
        visibility: Visibility,
        /// Where it stands in its life; absent while it is active.
        lifecycle: LifecycleEntry,
        /// The developer agreement that was accepted for it.
        agreement: AgreementEntry,
        /// Slugs it had before: their addresses keep working.
        former_slugs: List<Text>,
        /// Rules that this listing may break, each with the reason.
        allow: List<AllowEntry>,
    }
}

choice! {
    /// Whether a listing's source can be read.
    SourceKind {
        /// Anyone can read the source.
        Open = "open",
        /// The source is hidden; installing is not restricted by that.
        Closed = "closed",
    }
}

record! {
    /// How a visitor gets the connector.
    InstallEntry("an install entry") {
        /// `direct`: anyone can install; `request`: visitors ask on a landing page first. Default: `direct`.
        mode: InstallMode,
        /// Direct mode: where installing starts. Default: the catalogue's install template.
        url: Link,
        /// Direct mode: the command to install with.
        command: Text,
        /// Request mode: the page that shows the connector and how to obtain it.
        landing_url: Link,
        /// Request mode: the way from the landing page to the connector, in one line.
        path_note: Text,
    }
}

choice! {
    /// How a visitor gets a connector.
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
        /// A mail address.
        email: Text,
        /// A help centre or issue tracker.
        url: Link,
        /// Documentation that answers questions.
        docs: Link,
    }
}

record! {
    /// One version.
    VersionEntry("a version") {
        /// A running number (`7`) or SemVer (`1.4.0`), one scheme per listing.
        version: Version = required,
        /// The day it was published.
        date: Date,
        /// What is new, in Markdown.
        notes: Text,
        /// What changed, one typed entry each.
        changes: List<ChangeEntry>,
    }
}

record! {
    /// One change of a version.
    ChangeEntry("a change") {
        /// What kind of change it is, in the words of Keep a Changelog.
        kind: ChangeKind = required,
        /// The change in one line.
        text: Text = required,
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
        /// Something that is gone.
        Removed = "removed",
        /// A mended fault.
        Fixed = "fixed",
        /// A mended weakness.
        Security = "security",
    }
}

record! {
    /// What the connector can do.
    OperationsEntry("an operations entry") {
        /// What it can wait for.
        triggers: List<OperationEntry>,
        /// What it can do.
        actions: List<OperationEntry>,
    }
}

record! {
    /// One trigger or action.
    OperationEntry("an operation") {
        /// Its name.
        name: Text = required,
        /// What it does, in one line.
        summary: Text,
    }
}

record! {
    /// One picture.
    ScreenshotEntry("a screenshot") {
        /// The file, relative to the listing's folder.
        file: Text = required,
        /// What it shows, for those who cannot see it.
        alt: Text,
        /// A line below it.
        caption: Text,
    }
}

record! {
    /// One film.
    VideoEntry("a video") {
        /// Where it can be watched.
        url: Link = required,
        /// Its title.
        title: Text = required,
    }
}

choice! {
    /// Whether a listing stands in lists, feeds and search.
    Visibility {
        /// It does.
        Listed = "listed",
        /// It is built and reached by its link, and stands nowhere else.
        Unlisted = "unlisted",
    }
}

record! {
    /// Where a listing stands in its life.
    LifecycleEntry("a lifecycle entry") {
        /// The state.
        state: State = required,
        /// The day it began.
        since: Date,
        /// Why.
        reason: Reason,
        /// The listing to use instead.
        replaced_by: Text,
        /// A sentence for visitors.
        note: Text,
    }
}

choice! {
    /// States of a listing that is no longer simply active.
    State {
        /// It works, but something better should be used.
        Deprecated = "deprecated",
        /// It must not be installed at present.
        Suspended = "suspended",
        /// Its publisher took it back.
        Unpublished = "unpublished",
        /// It is gone for good; a page says why.
        Removed = "removed",
    }
}

choice! {
    /// Why a listing left the active state.
    Reason {
        /// Another listing does it better.
        Superseded = "superseded",
        /// Nobody looks after it.
        Unmaintained = "unmaintained",
        /// It does not work.
        Broken = "broken",
        /// The app itself is gone.
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
        /// The version of the agreement: the name of a file in `agreements/`.
        version: Text = required,
        /// Who accepted it.
        accepted_by: Text = required,
        /// When.
        accepted_on: Date = required,
    }
}

record! {
    /// A rule that the listing may break.
    AllowEntry("an allowance") {
        /// The rule's name, such as `summary-too-long`.
        rule: Text = required,
        /// Why that is right for this listing, in a sentence.
        reason: Text = required,
    }
}
