//! `publishers/<slug>.yaml`: who publishes, and who may edit their listings.

use jiff::civil::Date;

use super::record::record;
use super::{Field, Link};
use crate::source::Spanned;

record! {
    /// Who publishes.
    PublisherFile("a publisher") {
        /// The name visitors see.
        name: Box<str> = required.example("Northwind Labs"),
        /// The publisher's own site.
        url: Link = optional.example("https://northwind.example/"),
        /// Who they are, in a sentence or two.
        description: Box<str> = optional.example("Makers of Northwind Ledger."),
        /// Domains they own.
        domains: Vec<Spanned<Box<str>>> = optional.example("[northwind.example]"),
        /// How maintainers verified that they own the domains.
        verified: VerifiedEntry = optional.example("{on: 2026-02-09, method: dns}"),
        /// The forge accounts that may edit their listings.
        accounts: Vec<Spanned<AccountEntry>> = optional.example("[{forge: github, login: northwind-labs, id: 990000101}]"),
        /// Whether they may publish with closed source. Granted by a maintainer.
        may_hide_source: bool = optional.example("true").default("false"),
        /// An e-mail address or URL for vulnerability reports.
        security_contact: Box<str> = optional.example("security@northwind.example"),
    }
}

record! {
    /// How the ownership of domains was verified.
    VerifiedEntry("a verification") {
        /// The day it was verified.
        on: Date = required.example("2026-02-09"),
        /// How: `dns`, `forge` or `manual`.
        method: Box<str> = optional.example("dns"),
    }
}

record! {
    /// An account of a forge.
    AccountEntry("an account") {
        /// The forge, such as `github`.
        forge: Box<str> = required.example("github", "gitlab"),
        /// The account's login there, for people to read.
        login: Box<str> = optional.example("northwind-labs"),
        /// The account's number there, which survives a change of name.
        id: Box<str> = required.example("990000101"),
    }
}

impl AccountEntry {
    /// Whether two files name the same account: the same forge and the same number. A login proves nothing.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let both = |a: &Field<Box<str>>, b: &Field<Box<str>>| a.get().is_some() && a.get() == b.get();
        both(&self.forge, &other.forge) && both(&self.id, &other.id)
    }
}
