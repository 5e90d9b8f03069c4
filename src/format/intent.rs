//! `intents/<slug>.yaml`: a listing that is announced before it is built, and how long that reserves its name.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::AccountEntry;
use super::record::record;

/// How many days after the expected date an announcement still reserves its name.
const DAYS_AFTER_EXPECTED: i32 = 30;

/// How many months an announcement without an expected date reserves its name, from the day of the announcement.
const MONTHS_WITHOUT_DATE: i32 = 6;

record! {
    /// A declaration of intent.
    IntentFile("an intent") {
        /// Who intends to build it.
        developer: DeveloperEntry = required.example("{name: Quillfern Systems Inc, contact: partners@quillfern.example}"),
        /// The forge account that announces it, and for which the name is reserved until it has a profile. `new --from-issue` can fill it in.
        account: AccountEntry = optional.example("{forge: github, login: quillfern, id: 990000108}"),
        /// The profile under which it will be published.
        company_profile: Box<str> = optional.example("quillfern-systems"),
        /// The name it will have in the catalogue. It is reserved until 30 days after its expected date, or for 6 months if it has none.
        connector: Box<str> = required.example("Xero Fixed Asset Register"),
        /// The day of the announcement. Needed where no completion is expected yet: the name is reserved from that day.
        announced_on: Date = optional.example("2026-11-30"),
        /// When it is expected, if that is known.
        expected_completion: Date = optional.example("2027-02-26"),
    }
}

record! {
    /// Who intends to build.
    DeveloperEntry("a developer") {
        /// A company's or person's public name.
        name: Box<str> = required.example("Quillfern Systems Inc"),
        /// An e-mail address or URL that may be public.
        contact: Box<str> = optional.example("partners@quillfern.example"),
    }
}

impl IntentFile {
    /// The last day on which the announcement reserves its name; `None` when it names no day from which that could be calculated.
    #[must_use]
    pub fn holds_until(&self) -> Option<Date> {
        let expected = self.expected_completion.get().map(|day| day.saturating_add(DAYS_AFTER_EXPECTED.days()));
        expected.or_else(|| self.announced_on.get().map(|day| day.saturating_add(MONTHS_WITHOUT_DATE.months())))
    }
}

/// How long an announcement reserves its name, as every text about it says: "An announcement reserves its name …".
#[must_use]
pub fn how_long_names_are_held() -> String {
    format!("until {DAYS_AFTER_EXPECTED} days after its expected date, or for {MONTHS_WITHOUT_DATE} months if it has none")
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use crate::format::{Content, Document};
    use crate::source::ContentPath;

    fn holds_until(days: &str) -> Option<Date> {
        let path = ContentPath::new("intents/a.yaml").expect("a path");
        let text = format!("developer: {{name: A}}\nconnector: A\n{days}");
        let document = Document::read(path, Ok(text.into_bytes()));
        let Content::Intent(intent) = document.content else { panic!("an intent: {document:?}") };
        intent.holds_until()
    }

    #[test]
    fn a_name_is_reserved_after_the_expected_date_or_from_the_announcement() {
        assert_eq!(holds_until("expected_completion: 2027-02-26\nannounced_on: 2026-01-01\n"), Some(date(2027, 3, 28)));
        assert_eq!(holds_until("announced_on: 2026-08-31\n"), Some(date(2027, 2, 28)));
        assert_eq!(holds_until("expected_completion: 9999-12-30\n"), Some(Date::MAX));
        assert_eq!(holds_until(""), None);
    }
}
