//! `publishers/<slug>.yaml`: who publishes, and who may edit their listings.

use jiff::civil::Date;

use super::Link;
use super::record::record;
use crate::source::Spanned;

record! {
    /// Who publishes.
    PublisherFile("a publisher") {
        /// The name visitors see.
        name: Box<str> = required,
        /// The publisher's own site.
        url: Link,
        /// Who they are, in a sentence or two.
        description: Box<str>,
        /// Hosts they own.
        domains: Vec<Spanned<Box<str>>>,
        /// How the maintainers made sure of that.
        verified: VerifiedEntry,
        /// The forge accounts that may edit their listings.
        accounts: Vec<Spanned<AccountEntry>>,
        /// Whether they may publish with closed source. Granted by a maintainer. Default: `false`.
        may_hide_source: bool,
        /// Where to report a weakness.
        security_contact: Box<str>,
    }
}

record! {
    /// How the ownership of domains was verified.
    VerifiedEntry("a verification") {
        /// The day.
        on: Date = required,
        /// How, such as `dns`.
        method: Box<str>,
    }
}

record! {
    /// An account of a forge.
    AccountEntry("an account") {
        /// The forge, such as `github`.
        forge: Box<str> = required,
        /// The account's name there, for people.
        login: Box<str>,
        /// The account's number there, which survives a change of name.
        id: Box<str> = required,
    }
}
