//! `listings/<slug>/review.yaml`: the maintainers' approval record. The submitter never writes it.

use jiff::civil::Date;

use super::record::{choice, record};
use super::{Link, Map};
use crate::source::Spanned;

record! {
    /// An approval record. One that only says `unanswered` approves nothing.
    ReviewFile("a review record") {
        /// The maintainer who approved. May only be missing if `unanswered` is the only key.
        approved_by: Box<str> = optional.example("plover"),
        /// The day they did. May be missing in the same case.
        approved_on: Date = optional.example("2026-11-11"),
        /// The outcome for each area of review.
        areas: Map<Outcome> = optional.example("{compliance: pass, compatibility: n/a}"),
        /// The meeting at which it was shown.
        meeting: MeetingEntry = optional.example("{held_on: 2026-01-22, components: [{name: Webhook signature check, reviewed_by: linnet}]}"),
        /// The first day on which someone asked the listing's support for help and got no answer. Remove it once they answer.
        unanswered: Date = optional.example("2026-10-05"),
        /// Notes for later reviewers.
        notes: Box<str> = optional.example("Changed no permissions, so the January meeting still stands."),
    }
}

impl ReviewFile {
    /// Whether it is about an approval at all: a record may only say that support does not answer.
    #[must_use]
    pub fn is_approval(&self) -> bool {
        let has_nothing = self.approved_by.is_missing()
            && self.approved_on.is_missing()
            && self.areas.is_missing()
            && self.meeting.is_missing()
            && self.notes.is_missing();
        !has_nothing || self.unanswered.is_missing()
    }
}

choice! {
    /// The outcome of one area of review.
    Outcome {
        /// It meets the requirements.
        Pass = "pass",
        /// It does not.
        Fail = "fail",
        /// The area does not apply.
        NotApplicable = "n/a",
    }
}

record! {
    /// A review meeting.
    MeetingEntry("a meeting") {
        /// When it was held.
        held_on: Date = optional.example("2026-01-22"),
        /// The flows that were shown working.
        flows: Vec<Spanned<FlowEntry>> = optional.example("[{source: Shopify new order, destination: Ledger entry}]"),
        /// The scripts and custom components that were reviewed.
        components: Vec<Spanned<ComponentEntry>> = optional.example("[{name: Webhook signature check, reviewed_by: linnet}]"),
    }
}

record! {
    /// A flow that was shown working.
    FlowEntry("a flow") {
        /// Where the data came from.
        source: Box<str> = required.example("Shopify new order"),
        /// Where it arrived.
        destination: Box<str> = required.example("Ledger entry"),
        /// A recording or notes that show it.
        evidence: Link = optional.example("https://video.example/reviews/1"),
    }
}

record! {
    /// A script or custom component.
    ComponentEntry("a component") {
        /// Its name.
        name: Box<str> = required.example("Webhook signature check"),
        /// Who reviewed it.
        reviewed_by: Box<str> = optional.example("linnet"),
    }
}
