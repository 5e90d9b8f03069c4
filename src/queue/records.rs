//! The recorded reviews: who approved each listing, when, with which outcome, and what was shown at the meeting.

use jiff::civil::Date;
use serde::Serialize;

use crate::catalogue::RawCatalogue;
use crate::format::{Content, FileRole, MeetingEntry, ReviewFile};
use crate::text::printable;

/// The record of one listing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RecordRow {
    /// The slug of the listing.
    pub slug: String,
    /// The approver; `None` without a record.
    pub approved_by: Option<String>,
    /// The day of the approval.
    pub approved_on: Option<Date>,
    /// Areas with their outcome: `pass`, `fail` or `n/a`.
    pub areas: Vec<(String, &'static str)>,
    /// The day of the meeting.
    pub meeting: Option<Date>,
    /// Flows that were shown: source, destination, and the evidence.
    pub flows: Vec<(String, String, Option<String>)>,
    /// Scripts and custom components, and who reviewed each: those of the record, then what only the listing declares.
    pub components: Vec<(String, Option<String>)>,
}

/// The record of every active listing, sorted by slug; a listing without a record only has its slug.
#[must_use]
pub fn records(raw: &RawCatalogue) -> Vec<RecordRow> {
    let live = raw.listings().filter(|listing| !listing.is_gone());
    live.map(|listing| {
        let mut row = match listing.part(FileRole::Review).map(|document| &document.content) {
            Some(Content::Review(record)) => row(listing.slug, record),
            _ => RecordRow { slug: listing.slug.to_owned(), ..RecordRow::default() },
        };
        // What only the listing declares, no reviewer has recorded.
        for name in listing.file.components.items().iter().filter_map(|component| component.name.get()) {
            let name = printable(name);
            if row.components.iter().all(|(known, _)| *known != name) {
                row.components.push((name, None));
            }
        }
        row
    })
    .collect()
}

fn row(slug: &str, record: &ReviewFile) -> RecordRow {
    let text = |text: &str| printable(text);
    let areas = record.areas.get().map(|areas| areas.0.as_slice()).unwrap_or_default();
    let meeting = record.meeting.get();
    let flows = meeting.map(|meeting| meeting.flows.items()).unwrap_or_default().iter().filter_map(|flow| {
        let evidence = flow.evidence.get().map(|link| text(&link.text));
        Some((text(flow.source.get()?), text(flow.destination.get()?), evidence))
    });
    let components = meeting.map(|meeting: &MeetingEntry| meeting.components.items()).unwrap_or_default();
    RecordRow {
        slug: slug.to_owned(),
        approved_by: record.approved_by.get().map(|name| text(name)),
        approved_on: record.approved_on.get().copied(),
        areas: areas.iter().map(|(area, outcome)| (text(area), outcome.value.word())).collect(),
        meeting: meeting.and_then(|meeting| meeting.held_on.get().copied()),
        flows: flows.collect(),
        components: components
            .iter()
            .filter_map(|part| Some((text(part.name.get()?), part.reviewed_by.get().map(|name| text(name)))))
            .collect(),
    }
}

/// `rows` as lines for a terminal.
#[must_use]
pub fn table(rows: &[RecordRow]) -> String {
    let mut text = String::new();
    for row in rows {
        let by = match (&row.approved_by, row.approved_on) {
            (Some(name), Some(day)) => format!("approved by {name} on {day}"),
            (Some(name), None) => format!("approved by {name}"),
            _ => "no review record".to_owned(),
        };
        text += &format!("{}: {by}\n", row.slug);
        if !row.areas.is_empty() {
            let areas: Vec<String> = row.areas.iter().map(|(area, outcome)| format!("{area} {outcome}")).collect();
            text += &format!("  areas: {}\n", areas.join(", "));
        }
        if let Some(day) = row.meeting {
            text += &format!("  meeting on {day}\n");
        }
        for (source, destination, evidence) in &row.flows {
            text += &format!("  flow: {source} → {destination} ({})\n", evidence.as_deref().unwrap_or("no evidence"));
        }
        for (name, reader) in &row.components {
            text += &format!("  component: {name}, reviewed by {}\n", reader.as_deref().unwrap_or("no one"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{records, table};
    use crate::catalogue::RawCatalogue;
    use crate::source::Memory;

    #[test]
    fn a_declared_component_is_listed_and_only_the_record_says_who_reviewed_it() {
        let folder = Memory::new()
            .with(
                "listings/acme/listing.yaml",
                "name: Acme\ncomponents: [{name: Signer, reviewed_by: acme}, {name: Parser, reviewed_by: acme}]\n",
            )
            .with("listings/acme/review.yaml", "approved_by: plover\nmeeting: {components: [{name: Signer, reviewed_by: linnet}]}\n")
            .with("listings/bare/listing.yaml", "name: Bare\ncomponents: [{name: Signer}]\n");
        let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
        let said = "acme: approved by plover\n  component: Signer, reviewed by linnet\n  component: Parser, reviewed by no one\n\
            bare: no review record\n  component: Signer, reviewed by no one\n";
        assert_eq!(table(&records(&raw)), said);
    }
}
