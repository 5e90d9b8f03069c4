//! `listings/<slug>/review.yaml`: the maintainers' approval record. The submitter never writes it.

use jiff::civil::Date;

use super::record::{choice, record};
use super::{Link, Map};
use crate::source::Spanned;

record! {
    /// An approval record.
    ReviewFile("a review record") {
        /// Who approved.
        approved_by: Box<str> = required,
        /// When.
        approved_on: Date = required,
        /// The outcome for each area of review.
        areas: Map<Outcome>,
        /// The meeting at which it was shown.
        meeting: MeetingEntry,
        /// Remarks for later reviewers.
        notes: Box<str>,
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
        held_on: Date,
        /// The flows that were shown working.
        flows: Vec<Spanned<FlowEntry>>,
        /// The scripts and custom parts that were read.
        components: Vec<Spanned<ComponentEntry>>,
    }
}

record! {
    /// A flow that was shown working.
    FlowEntry("a flow") {
        /// Where the data came from.
        source: Box<str> = required,
        /// Where it arrived.
        destination: Box<str> = required,
        /// Where that can be seen.
        evidence: Link,
    }
}

record! {
    /// A script or custom part that was read.
    ComponentEntry("a component") {
        /// Its name.
        name: Box<str> = required,
        /// Who read it.
        reviewed_by: Box<str>,
    }
}
