//! Whether a question arises, by the requirements of the catalogue and facts about the answers. Knows no question.

use super::{Fact, Requirements};

/// Whether a question arises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It does not arise: an earlier answer or the catalogue has settled it.
    Skip,
    /// It may be passed over.
    Optional,
    /// It has a usual answer.
    Default(&'static str),
    /// There is no listing without an answer.
    Required,
}

impl Need {
    /// A catalogue does not ask for what it does not check.
    pub(super) fn if_checked(is_checked: bool) -> Self {
        if is_checked { Self::Required } else { Self::Optional }
    }
}

/// The inputs of a question's need.
pub(super) struct Case<'case> {
    pub(super) requirements: &'case Requirements,
    holds: &'case dyn Fn(Fact) -> bool,
}

impl<'case> Case<'case> {
    /// In a catalogue of these `terms`, while the facts are as `holds` says.
    pub(super) fn new(requirements: &'case Requirements, holds: &'case dyn Fn(Fact) -> bool) -> Self {
        Self { requirements, holds }
    }

    fn has(&self, fact: Fact) -> bool {
        (self.holds)(fact)
    }

    pub(super) fn when(&self, fact: Fact, need: Need) -> Need {
        if self.has(fact) { need } else { Need::Skip }
    }

    pub(super) fn unless(&self, fact: Fact, need: Need) -> Need {
        if self.has(fact) { Need::Skip } else { need }
    }

    /// A way to install directly, unless there is the `other`.
    pub(super) fn install(&self, other: Fact, need: Need) -> Need {
        if self.has(Fact::Request) || self.requirements.has_install_template { Need::Skip } else { self.unless(other, need) }
    }
}

pub(super) fn always(_: &Case<'_>) -> Need {
    Need::Required
}

pub(super) fn maybe(_: &Case<'_>) -> Need {
    Need::Optional
}

pub(super) fn license(case: &Case<'_>) -> Need {
    let is_public = !case.has(Fact::Closed) && (case.has(Fact::SourceUrl) || case.requirements.requires_source_url);
    if is_public { Need::if_checked(case.requirements.requires_license) } else { Need::Skip }
}

pub(super) fn support(case: &Case<'_>) -> Need {
    if case.has(Fact::SupportEmail) || case.has(Fact::SupportUrl) { Need::Optional } else { Need::Required }
}

pub(super) fn account_forge(case: &Case<'_>) -> Need {
    if case.has(Fact::NewPublisher) { case.when(Fact::AccountLogin, Need::Optional) } else { Need::Skip }
}

/// A name without its number says nothing to a review, and a number without the name says nothing to people.
pub(super) fn account_login(case: &Case<'_>) -> Need {
    case.when(Fact::NewPublisher, if case.has(Fact::AccountId) { Need::Required } else { Need::Optional })
}

pub(super) fn account_id(case: &Case<'_>) -> Need {
    if case.has(Fact::NewPublisher) { case.when(Fact::AccountLogin, Need::Required) } else { Need::Skip }
}

pub(super) fn regions(case: &Case<'_>) -> Need {
    match case.requirements.n_regions {
        0 => Need::Skip,
        2.. if case.has(Fact::Closed) => Need::if_checked(case.requirements.requires_regions),
        _ => Need::Optional,
    }
}
