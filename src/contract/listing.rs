//! A listing: as a row of the catalogue, with all that is stated of it, and what is said of one that is no longer there.

use super::State;
use super::object::{object, words};

object! {
    /// A listing, as a list shows it.
    pub struct Entry {
        /// Its slug.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// The address of its page.
        pub url: String => Url,
        /// `active`, `deprecated` or `suspended`.
        pub state: State,
        /// The first day of that state, where the listing states it.
        pub since: Option<String> = "Option::is_none" => Day,
        /// Why it is no longer active, such as `security`.
        pub reason: Option<String> = "Option::is_none",
        /// The listing to use instead.
        pub replaced_by: Option<Mention> = "Option::is_none",
        /// What makes it different, in a sentence.
        pub summary: Option<String> = "Option::is_none",
        /// The language of its texts, where it is not that of the catalogue, as a BCP 47 tag.
        pub language: Option<String> = "Option::is_none",
        /// The slug of the app it connects to.
        pub app: Option<String> = "Option::is_none",
        /// The slug of its publisher.
        pub publisher: Option<String> = "Option::is_none",
        /// `true` if the publisher verified that the app is theirs; missing otherwise.
        pub official: Option<bool> = "Option::is_none",
        /// The ids of its tags.
        pub tags: Vec<String>,
        /// Words that visitors may search for.
        pub keywords: Vec<String>,
        /// `open` or `closed`.
        pub source: Option<String> = "Option::is_none",
        /// Where the source can be read.
        pub source_url: Option<String> = "Option::is_none" => Url,
        /// The licence: an SPDX expression.
        pub license: Option<String> = "Option::is_none",
        /// How a visitor gets it: what the button of its page does. Missing where the page has no button.
        pub install: Option<Install> = "Option::is_none",
        /// The version that visitors receive.
        pub shared: Option<String> = "Option::is_none",
        /// The version that the publisher's own recipes use.
        pub released: Option<String> = "Option::is_none",
        /// The day of the newest version.
        pub updated: Option<String> = "Option::is_none" => Day,
        /// The day of the first version.
        pub added: Option<String> = "Option::is_none" => Day,
        /// The ids of the regions it is offered in; empty where it does not limit them.
        pub regions: Vec<String>,
        /// The ids of its authentication methods.
        pub auth: Vec<String>,
        /// The listing it is built on.
        pub parent: Option<Mention> = "Option::is_none",
        /// The listing it was copied from.
        pub derived_from: Option<DerivedFrom> = "Option::is_none",
        /// The listings that must also be installed.
        pub depends_on: Vec<Mention>,
        /// The address of its icon.
        pub icon: Option<String> = "Option::is_none" => Url,
    }
}

object! {
    /// A listing that is in the catalogue, with everything that is stated of it.
    pub struct Listing {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// What a list shows of it.
        #[serde(flatten)]
        pub entry: Entry,
        /// A sentence for visitors about its state.
        pub note: Option<String> = "Option::is_none",
        /// The day of the last commit that changed its files, in UTC; missing where no history says so.
        pub changed: Option<String> = "Option::is_none" => Day,
        /// What pages call the things that it refers to by ids; missing where it refers to none.
        pub names: Option<Names> = "Option::is_none",
        /// Slugs that it had before.
        pub former_slugs: Vec<String>,
        /// The listing of another catalogue that it was imported from.
        pub imported_from: Option<Origin> = "Option::is_none",
        /// Its versions, newest first.
        pub versions: Vec<Release>,
        /// The publisher's last test of it.
        pub tested: Option<Tested> = "Option::is_none",
        /// The events that start a flow.
        pub triggers: Vec<Operation>,
        /// What a flow can do with it.
        pub actions: Vec<Operation>,
        /// The pages of its documentation on this site.
        pub docs: Vec<Doc> = "Vec::is_empty",
    }
}

object! {
    /// What pages call the things that a listing refers to by ids. Lists are in the order of the ids.
    pub struct Names {
        /// The name of its app.
        pub app: Option<String> = "Option::is_none",
        /// The name of its publisher.
        pub publisher: Option<String> = "Option::is_none",
        /// The labels of its tags.
        pub tags: Vec<String>,
        /// The labels of its regions.
        pub regions: Vec<String>,
        /// The labels of its authentication methods.
        pub auth: Vec<String>,
    }
}

object! {
    /// A page of the documentation of a listing.
    pub struct Doc {
        /// Its title.
        pub title: String,
        /// Its address.
        pub url: String => Url,
    }
}

object! {
    /// A slug under which a listing was and is no longer in the catalogue.
    pub struct Departed {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// The slug.
        pub slug: String,
        /// The name of the listing.
        pub name: String,
        /// The address of the page that is left there.
        pub url: String => Url,
        /// `unpublished`, `removed`, `renamed` or `merged`.
        pub state: State,
        /// The first day of that state; missing where no one stated it.
        pub since: Option<String> = "Option::is_none" => Day,
        /// Why, such as `security`.
        pub reason: Option<String> = "Option::is_none",
        /// The listing to use instead.
        pub replaced_by: Option<Mention> = "Option::is_none",
        /// The slug that the listing has now.
        pub moved_to: Option<String> = "Option::is_none",
        /// A sentence for visitors.
        pub note: Option<String> = "Option::is_none",
    }
}

object! {
    /// Another listing of the catalogue.
    pub struct Mention {
        /// Its slug.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// The version of it that visitors receive.
        pub shared: Option<String> = "Option::is_none",
    }
}

object! {
    /// The listing that another one was copied from.
    pub struct DerivedFrom {
        /// The address of its catalogue; missing where it is this one.
        pub catalogue: Option<String> = "Option::is_none" => Url,
        /// Its slug.
        pub listing: String,
        /// The version that was copied.
        pub version: Option<String> = "Option::is_none",
        /// The version of it that visitors receive now, if it is one of this catalogue.
        pub shared: Option<String> = "Option::is_none",
    }
}

object! {
    /// A version of a listing, perhaps of another catalogue.
    pub struct Origin {
        /// The URL of the catalogue, with a slash at its end; missing where it is not known.
        pub catalogue: Option<String> = "Option::is_none" => Url,
        /// The slug there.
        pub listing: String,
        /// The version there.
        pub version: Option<String> = "Option::is_none",
    }
}

object! {
    /// How a visitor gets a listing: what the button of its page does.
    pub struct Install {
        /// Whether visitors install directly or ask first.
        pub mode: InstallMode,
        /// `direct`: where installing starts.
        pub url: Option<String> = "Option::is_none" => Url,
        /// `direct`: the command to install with.
        pub command: Option<String> = "Option::is_none",
        /// `request`: the page on which visitors ask.
        pub landing_url: Option<String> = "Option::is_none" => Url,
        /// `request`: the way from that page to the listing.
        pub path_note: Option<String> = "Option::is_none",
    }
}

words! {
    /// How a visitor gets a listing.
    pub enum InstallMode {
        /// Anyone can install it.
        Direct = "direct",
        /// Visitors ask on a landing page first.
        Request = "request",
    }
}

object! {
    /// A version of a listing.
    pub struct Release {
        /// The version as its publisher writes it.
        pub version: String,
        /// The day it was published.
        pub date: Option<String> = "Option::is_none" => Day,
        /// The notes, in Markdown.
        pub notes: Option<String> = "Option::is_none",
        /// The changes, one by one.
        pub changes: Vec<Change>,
        /// Whether it is a pre-release.
        pub prerelease: bool,
        /// Set when it was withdrawn: it is no longer installed by default.
        pub yanked: Option<Withdrawal> = "Option::is_none",
    }
}

object! {
    /// A change of a version.
    pub struct Change {
        /// `added`, `changed`, `deprecated`, `removed`, `fixed` or `security`.
        pub kind: String,
        /// The change in one line.
        pub text: String,
    }
}

object! {
    /// The withdrawal of a version.
    pub struct Withdrawal {
        /// The day.
        pub since: Option<String> = "Option::is_none" => Day,
        /// The reason, in a sentence for its users.
        pub reason: Option<String> = "Option::is_none",
    }
}

object! {
    /// A test of a listing by its publisher.
    pub struct Tested {
        /// The version of the listing that was tested.
        pub version: String,
        /// The day of the test.
        pub on: String => Day,
        /// What was tested, in one line.
        pub what: String,
        /// The version of the app or platform it was tested with.
        pub app_version: Option<String> = "Option::is_none",
    }
}

object! {
    /// A trigger or an action.
    pub struct Operation {
        /// Its name.
        pub name: String,
        /// What it does, in one line.
        pub summary: Option<String> = "Option::is_none",
    }
}
