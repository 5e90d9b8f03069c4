//! A filled-in declaration of intent → its file. Everything in it is untrusted; it is text and stays text.

use jiff::civil::Date;

use super::fields::FIELDS;
use super::read::{FormError, MAX_BYTES, Misfilled, paragraphs, publisher_called};
use super::sections::{answer, plain, sections};
use crate::catalogue::{Account, RawCatalogue};
use crate::diagnostic::nearest;
use crate::format::{FileRole, in_block};
use crate::submission::new_file::NewFile;
use crate::submission::{shown, slug};

const DEVELOPER: &str = "Developer";
const CONTACT: &str = "Contact";
const PROFILE: &str = "Company profile";
const CONNECTOR: &str = "Listing name";
const EXPECTED: &str = "Expected completion";
const ABOUT: &str = "What it will do";

/// The headings of the form, in its order.
pub const INTENT_LABELS: [&str; 6] = [DEVELOPER, CONTACT, PROFILE, CONNECTOR, EXPECTED, ABOUT];

/// The content of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// The file of the announcement; `None` while something is missing or wrong.
    pub file: Option<NewFile>,
    /// The problems of the form, in the order of its fields.
    pub misfilled: Vec<Misfilled>,
    /// The plan, for reviewers, in paragraphs; it is not written into the file.
    pub about: Vec<String>,
}

/// Whether the text of an issue is a declaration of intent: the first of its headings that is one of either form belongs to this form alone.
#[must_use]
pub fn is_declaration(body: &str) -> bool {
    let is_ours = |heading: &str| INTENT_LABELS.contains(&heading).then_some(true);
    let is_of_listing = |heading: &str| FIELDS.iter().any(|field| field.label == heading).then_some(false);
    sections(&plain(body), |heading| is_of_listing(heading).or_else(|| is_ours(heading))).first().is_some_and(|(is_ours, _)| *is_ours)
}

/// Reads the text of an issue that was written on the day `today` by `author`, if the forge said by whom. `raw` tells who publishes here already.
///
/// # Errors
/// When `body` is longer than forges let people write.
pub fn declaration(body: &str, raw: &RawCatalogue, today: Date, author: Option<&Account>) -> Result<Declaration, FormError> {
    if body.len() as u64 > MAX_BYTES {
        return Err(FormError::TooLong);
    }
    let sections = sections(&plain(body), |heading| INTENT_LABELS.into_iter().find(|label| *label == heading));
    let mut misfilled = Vec::new();
    let mut field = |label: &'static str, is_required: bool, is_line: bool| {
        let mut own = sections.iter().filter(|(of, _)| *of == label);
        let (first, n_others) = (own.next(), own.count());
        let given = first.and_then(|(_, section)| answer(section));
        let wrong = match &given {
            _ if n_others > 0 => format!("`### {label}` occurs {} times: remove it from the answers", n_others + 1),
            Some(text) if is_line && text.lines().count() > 1 => "it has several lines: write it in one".to_owned(),
            None if is_required => "fill in this field".to_owned(),
            _ => return given,
        };
        misfilled.push(Misfilled { label, line: wrong });
        None
    };
    let developer = field(DEVELOPER, true, true);
    let contact = field(CONTACT, true, true);
    let profile = field(PROFILE, false, true);
    let connector = field(CONNECTOR, true, true);
    let expected = field(EXPECTED, false, true);
    let about = field(ABOUT, false, false);

    let mut wrong = |label, line: String| misfilled.push(Misfilled { label, line });
    let profile = profile.and_then(|told| {
        let known = publisher_called(&told, raw);
        if known.is_none() {
            let near = nearest(&told, raw.slugs(FileRole::Publisher)).map(|near| format!(": did you mean `{near}`?")).unwrap_or_default();
            wrong(PROFILE, format!("nobody is called `{}` here{near} Leave it empty if you have not published here before", shown(&told)));
        }
        let accounts = known.as_deref().and_then(|slug| raw.publisher(slug)).map_or(&[][..], |publisher| publisher.accounts.items());
        let is_theirs = |author: &Account| accounts.is_empty() || accounts.iter().any(|entry| author.is(&entry.forge, &entry.id));
        if let Some(author) = author.filter(|author| !is_theirs(author)) {
            let line = format!(
                "`{}` is announced by accounts of theirs, and number {} is none of them: leave it empty",
                shown(&told),
                shown(&author.id)
            );
            wrong(PROFILE, line);
        }
        known
    });
    let expected = expected.and_then(|told| {
        let day = told.parse::<Date>().ok();
        if day.is_none() {
            wrong(EXPECTED, format!("`{}` is no day: write it as 2027-02-26", shown(&told)));
        }
        day
    });
    let slug = connector.as_deref().and_then(|name| {
        let slug = slug::of_name(name);
        if slug.is_none() {
            wrong(CONNECTOR, format!("`{}` makes no name of a file: use some Latin letters or digits", shown(name)));
        }
        slug
    });
    misfilled.sort_by_key(|wrong| INTENT_LABELS.iter().position(|label| *label == wrong.label));
    let file = match (developer, contact, connector, slug) {
        (Some(developer), Some(contact), Some(connector), Some(slug)) if misfilled.is_empty() => {
            let profile = profile.map(|slug| format!("company_profile: {}\n", in_block(&slug))).unwrap_or_default();
            let account = author.map(account).unwrap_or_default();
            let expected = expected.map(|day| format!("expected_completion: {day}\n")).unwrap_or_default();
            let text = format!(
                "developer:\n  name: {}\n  contact: {}\n{account}{profile}connector: {}\nannounced_on: {today}\n{expected}",
                in_block(&developer),
                in_block(&contact),
                in_block(&connector)
            );
            Some(NewFile::with_modeline(FileRole::Intent, &slug, text.into()))
        }
        _ => None,
    };
    Ok(Declaration { file, misfilled, about: about.as_deref().map(paragraphs).unwrap_or_default() })
}

/// The account that the announcement reserves the name for.
fn account(author: &Account) -> String {
    let login = author.login.as_deref().map(|login| format!("  login: {}\n", in_block(login))).unwrap_or_default();
    format!("account:\n  forge: {}\n{login}  id: {}\n", in_block(&author.forge), in_block(&author.id))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::format::Document;
    use crate::source::ContentPath;

    fn raw() -> RawCatalogue {
        let path = ContentPath::new("publishers/acme.yaml").expect("a path");
        let text = b"name: Acme Ltd\naccounts: [{forge: github, login: acme, id: 990000101}]\n";
        RawCatalogue::from_documents([Document::read(path, Ok(text.to_vec()))])
    }

    fn declaration(body: &str, raw: &RawCatalogue) -> Result<Declaration, FormError> {
        super::declaration(body, raw, date(2026, 12, 1), None)
    }

    /// A form with these answers, in the order of its fields.
    fn form(answers: [&str; 6]) -> String {
        INTENT_LABELS.iter().zip(answers).map(|(label, answer)| format!("### {label}\r\n\r\n{answer}\r\n\r\n")).collect()
    }

    const VALID: [&str; 6] = ["Acme: Ltd", "me@acme.example", "Acme Ltd", "Xero #1", "2027-02-26", "It reads\n\nand writes."];

    #[test]
    fn a_form_becomes_the_file_of_an_announcement() {
        let declaration = declaration(&form(VALID), &raw()).expect("a form");
        assert_eq!(declaration.misfilled, []);
        let file = declaration.file.expect("a file");
        assert_eq!(file.path.as_str(), "intents/xero-1.yaml");
        let text = file.text.lines().skip_while(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n");
        assert_eq!(
            text.trim_start(),
            "developer:\n  name: \"Acme: Ltd\"\n  contact: me@acme.example\ncompany_profile: acme\nconnector: \"Xero #1\"\nannounced_on: 2026-12-01\nexpected_completion: 2027-02-26"
        );
        assert_eq!(declaration.about, ["It reads", "and writes."]);
    }

    #[test]
    fn an_account_that_the_forge_names_announces_for_itself_and_its_own_profile() {
        let author = |id: &str| Account { forge: "github".into(), id: id.into(), login: Some("acme".into()) };
        let of = |id: &str| super::declaration(&form(VALID), &raw(), date(2026, 12, 1), Some(&author(id))).expect("a form");
        let text = of("990000101").file.expect("a file").text;
        assert!(text.contains("\naccount:\n  forge: github\n  login: acme\n  id: 990000101\ncompany_profile: acme\n"), "{text}");
        let refused = of("990000107");
        assert_eq!((refused.file, refused.misfilled.len(), refused.misfilled[0].label), (None, 1, PROFILE));
    }

    #[test]
    fn unknown_values_are_left_out() {
        let body = form(["Acme", "me@acme.example", "_No response_", "Xero", "", "_No response_"]);
        let text = declaration(&body, &raw()).expect("a form").file.expect("a file").text;
        assert!(!text.contains("company_profile") && !text.contains("expected_completion"), "{text}");
    }

    #[test]
    fn all_problems_are_reported_at_once_in_the_order_of_the_form() {
        let declaration = declaration(&form(["", "a\nb", "acne", "経費", "soon", ""]), &raw()).expect("a form");
        let wrong: Vec<&str> = declaration.misfilled.iter().map(|wrong| wrong.label).collect();
        assert_eq!(wrong, [DEVELOPER, CONTACT, PROFILE, CONNECTOR, EXPECTED]);
        assert!(declaration.misfilled[2].line.contains("did you mean `acme`?"), "{:?}", declaration.misfilled[2]);
        assert_eq!(declaration.file, None);
        let twice = form(VALID) + "### Contact\n\nsomebody@else.example\n";
        assert_eq!(self::declaration(&twice, &raw()).expect("a form").misfilled[0].label, CONTACT);
    }

    #[test]
    fn the_other_form_is_no_declaration() {
        assert!(is_declaration("Hello\r\n### Developer\r\n\r\nAcme\r\n"));
        assert!(!is_declaration("### Listing name\n\nAcme\n\n### Developer agreement\n\n- [x] I have\n\nDeveloper\n"));
        assert!(!is_declaration("### Listing name\n\nAcme\n\n### Setup\n\n1. Sign in.\n### Developer\nUse a sandbox.\n"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic_and_writes_inside_the_catalogue(bits in prop::collection::vec("(### (Developer|Contact|Listing name|Company profile)\n)?[ -~\n\u{80}-\u{2fff}]{0,40}", 0..12)) {
            if let Some(file) = declaration(&bits.join("\n"), &raw()).expect("a short text").file {
                prop_assert!(file.path.as_str().starts_with("intents/"));
                prop_assert!(Document::read(file.path, Ok(file.text.into_bytes())).problems.is_empty());
            }
        }
    }
}
