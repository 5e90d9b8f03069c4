//! `version-unclear`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::{Version, VersionEntry, VersionKind};
use crate::parse::typographic::enclosed;
use crate::rules::pasted::QUOTES_BELONG;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};
use crate::source::Spanned;

rule! {
    /// A version does not identify one release.
    ///
    /// What `latest` or `master` means changes without a new entry: visitors cannot tell what they receive, nor whether they already have it. A date with the day
    /// first can be read as two dates, and many programs cut off a version at a space.
    ///
    /// Such versions are shown as they are written, and those without a number are ordered by their date. Versions from before the one that visitors receive are not
    /// reported.
    ///
    /// ```yaml,fails
    /// versions: [{version: latest, date: 2026-01-02, notes: First release.}]
    /// ```
    /// ```yaml,fails
    /// versions: [{version: 1.0.0 beta, date: 2026-01-02, notes: First release.}]
    /// ```
    /// ```yaml,fails
    /// versions: [{version: 08-03-2022, date: 2022-03-08, notes: First release.}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.0-beta, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSION_UNCLEAR = { id: "L269", name: "version-unclear", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    for entry in listing.file.current_entries().into_iter().filter(|_| !listing.is_gone()) {
        if let Some(version) = entry.version.spanned() {
            look_at(version, entry, findings);
        }
    }
}

fn look_at(version: &Spanned<Version>, entry: &VersionEntry, findings: &mut Findings<'_>) {
    let text = version.as_str();
    let short = shortened(text);
    if let Some(inner) = enclosed(text).map(str::trim) {
        findings
            .at(version.span, format!("version `{short}` is published with its quotes"))
            .label(QUOTES_BELONG)
            .help(format!("write `{inner}`"))
            .fix(version.span, scalar(inner));
        return;
    }
    match version.kind() {
        VersionKind::Word => {
            findings
                .at(version.span, format!("`{short}` is not a particular version"))
                .label("visitors cannot tell what they receive")
                .help("write the version number, such as `1.4.0`, or its date, such as `2026-02-01`");
        }
        VersionKind::Hash if entry.date.is_missing() => {
            findings
                .at(version.span, format!("`{short}` looks like a commit and has no date"))
                .label("cannot tell whether it is newer than other versions")
                .help("add `date:` with its publication date");
        }
        VersionKind::DayFirst => {
            let finding = findings.at(version.span, format!("version `{short}` can be read as two dates, or as a number"));
            let finding =
                finding.help("write a date with the year first, such as `2026-02-01`; until then the versions are ordered by `date:`");
            if let Some(date) = entry.date.get().filter(|date| is_written_as(**date, text)) {
                finding.suggest(version.span, date.to_string());
            }
        }
        _ if text.contains(' ') => {
            let joined = joined(text);
            findings
                .at(version.span, format!("version `{short}` contains a space"))
                .help(format!("write `{}`", shortened(&joined)))
                .suggest(version.span, scalar(&joined));
        }
        _ => {}
    }
}

/// Whether `text` is `date` with the day or the month first.
fn is_written_as(date: jiff::civil::Date, text: &str) -> bool {
    let mut numbers = text.split(['-', '.', '/']).map(|part| part.parse::<i16>().ok());
    let [Some(a), Some(b), Some(year)] = [numbers.next().flatten(), numbers.next().flatten(), numbers.next().flatten()] else {
        return false;
    };
    let (month, day) = (i16::from(date.month()), i16::from(date.day()));
    year == date.year() && ((a, b) == (day, month) || (a, b) == (month, day))
}

/// `1.0.0 beta 2` as `1.0.0-beta.2`.
fn joined(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut joined = words.next().unwrap_or_default().to_owned();
    for word in words {
        joined.push(if joined.contains('-') { '.' } else { '-' });
        joined.push_str(word);
    }
    joined
}
