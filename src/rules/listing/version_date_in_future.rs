//! `version-date-in-future`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use jiff::civil::Date;

rule! {
    /// A version is dated in the future.
    ///
    /// The page would report something that has not happened yet, and the listing would stay on top of every list by date until that
    /// day.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.0.0, date: 2126-01-02, notes: First release.}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSION_DATE_IN_FUTURE = { id: "L262", name: "version-date-in-future", level: Warn, since: "0.1", check: Dated(check) }
}

fn check(listing: &RawListing<'_>, today: Date, findings: &mut Findings<'_>) {
    // One day of grace: somewhere it is already tomorrow.
    let tomorrow = today.tomorrow().unwrap_or(today);
    for entry in listing.file.versions.items().iter().filter(|_| !listing.is_gone()) {
        if let Some(date) = entry.date.spanned().filter(|date| date.value > tomorrow) {
            let version = entry.version.get().map_or_else(|| "a version".to_owned(), |version| format!("version `{version}`"));
            findings.at(date.span, format!("the date of {version}, {}, is in the future", date.value)).help("write its publication date");
        }
    }
}
