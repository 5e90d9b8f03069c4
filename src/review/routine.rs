//! What an owner may change without a person: every field and file that is not here waits for one, also what a later version of the format brings.

use std::collections::{BTreeSet, HashSet};

use super::Class;
use super::difference::MAX_WHOLE;
use crate::catalogue::{Change, FieldChange, FileChange, ListingChange, RawListing};
use crate::format::FileRole;
use crate::parse::prose;
use crate::rules::{LEADING, Trust, owner, proof};
use crate::source::ContentPath;

/// When a change of a text or a value is routine. One that names a new address never is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// Any value.
    Always,
    /// When it is of a version that was not there before.
    New,
    /// When nothing was said before: what is taken back waits for a person.
    Added,
}

/// The fields of `listing.yaml` that are routine, by their patterns, besides those of [`LEADING`]: an address is routine when it is proven to lead to the
/// owner it led to before, or to the publisher. What is not routine under its condition is a change of identity.
const ROUTINE: [(&str, When, Class); 27] = [
    ("auth", When::Always, Class::RoutineEdit),
    ("keywords", When::Always, Class::RoutineEdit),
    ("language", When::Always, Class::RoutineEdit),
    ("operations.actions[].name", When::Always, Class::RoutineEdit),
    ("operations.actions[].summary", When::Always, Class::RoutineEdit),
    ("operations.triggers[].name", When::Always, Class::RoutineEdit),
    ("operations.triggers[].summary", When::Always, Class::RoutineEdit),
    ("regions", When::Always, Class::RoutineEdit),
    ("released", When::Always, Class::VersionUpdate),
    ("screenshots[].alt", When::Always, Class::RoutineEdit),
    ("screenshots[].caption", When::Always, Class::RoutineEdit),
    ("screenshots[].file", When::Always, Class::RoutineEdit),
    ("shared", When::Always, Class::VersionUpdate),
    ("summary", When::Always, Class::RoutineEdit),
    ("tags", When::Always, Class::RoutineEdit),
    ("tested.app_version", When::Always, Class::VersionUpdate),
    ("tested.on", When::Always, Class::VersionUpdate),
    ("tested.version", When::Always, Class::VersionUpdate),
    ("tested.what", When::Always, Class::VersionUpdate),
    ("versions[].changes[].kind", When::New, Class::VersionUpdate),
    ("versions[].changes[].text", When::New, Class::VersionUpdate),
    ("versions[].date", When::New, Class::VersionUpdate),
    ("versions[].notes", When::New, Class::VersionUpdate),
    ("versions[].version", When::New, Class::VersionUpdate),
    ("versions[].yanked.reason", When::Added, Class::RoutineEdit),
    ("versions[].yanked.since", When::Added, Class::RoutineEdit),
    ("videos[].title", When::Always, Class::RoutineEdit),
];

/// The fields of `listing.yaml` that a person looks at, and the kind of change each makes. A field in neither list is a change of identity.
const DECIDED: [(&str, Class); 31] = [
    ("agreement.accepted_by", Class::IdentityEdit),
    ("agreement.accepted_on", Class::IdentityEdit),
    ("agreement.version", Class::IdentityEdit),
    ("allow[].reason", Class::RoutineEdit),
    ("allow[].rule", Class::RoutineEdit),
    ("app", Class::IdentityEdit),
    ("components[].name", Class::IdentityEdit),
    ("components[].reviewed_by", Class::IdentityEdit),
    ("depends_on", Class::IdentityEdit),
    ("derived_from.catalogue", Class::IdentityEdit),
    ("derived_from.listing", Class::IdentityEdit),
    ("derived_from.version", Class::IdentityEdit),
    ("former_slugs", Class::Rename),
    ("imported_from.catalogue", Class::IdentityEdit),
    ("imported_from.listing", Class::IdentityEdit),
    ("imported_from.version", Class::IdentityEdit),
    ("install.command", Class::IdentityEdit),
    ("install.mode", Class::IdentityEdit),
    ("install.path_note", Class::IdentityEdit),
    ("license", Class::IdentityEdit),
    ("lifecycle.note", Class::Lifecycle),
    ("lifecycle.reason", Class::Lifecycle),
    ("lifecycle.replaced_by", Class::Lifecycle),
    ("lifecycle.since", Class::Lifecycle),
    ("lifecycle.state", Class::Lifecycle),
    ("name", Class::IdentityEdit),
    ("parent", Class::IdentityEdit),
    ("publisher", Class::IdentityEdit),
    ("source", Class::IdentityEdit),
    ("versioning", Class::RoutineEdit),
    ("visibility", Class::Lifecycle),
];

/// The result for one change of a listing's field or file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Weight {
    /// An owner may do it.
    Routine(Class),
    /// A person looks at it.
    Decided(Class),
}

/// A listing's change, weighed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Weighed {
    /// The kinds of its parts.
    pub(super) classes: BTreeSet<Class>,
    /// The fields and files that a person looks at, in the order of the file.
    pub(super) decided: Vec<String>,
    /// New targets of the links in its text.
    pub(super) new_links: Vec<String>,
    /// The fields whose values are too long to be shown whole.
    pub(super) too_long: Vec<String>,
}

impl Weighed {
    /// Whether every part of the change is routine.
    pub(super) fn is_routine(&self) -> bool {
        self.decided.is_empty() && self.new_links.is_empty() && self.too_long.is_empty()
    }
}

/// Whether a change of the field `pattern` of a listing can be routine at all.
#[cfg(test)]
pub(super) fn is_routine_pattern(pattern: &str) -> bool {
    LEADING.contains(&pattern) || ROUTINE.iter().any(|(known, ..)| *known == pattern)
}

/// Weighs every part of `listing`.
pub(super) fn weigh(change: &Change<'_>, listing: &ListingChange<'_>) -> Weighed {
    let trust = trust(change, listing);
    let versions: BTreeSet<&str> = listing.fields.iter().filter_map(new_version).collect();
    // No entry begins like another one, dot included: of those before the field in order, only the last can be its own.
    let is_new = |field: &FieldChange| versions.range(..=&*field.path).next_back().is_some_and(|version| field.path.starts_with(version));
    let of_fields = listing.fields.iter().map(|field| (field.path.as_str(), weight_of_field(field, is_new(field), &trust)));
    let of_files = listing.files.iter().map(|(name, what)| (*name, weight_of_file(listing.slug, name, *what)));
    let of_mode =
        FileRole::Listing.path(listing.slug).and_then(|path| change.files.content.get(&path)).filter(|what| **what == FileChange::Mode);
    let of_mode = of_mode.map(|_| ("listing.yaml", Weight::Decided(Class::IdentityEdit)));
    let mut weighed = Weighed::default();
    for (name, weight) in of_fields.chain(of_files).chain(of_mode) {
        match weight {
            Weight::Routine(class) => drop(weighed.classes.insert(class)),
            Weight::Decided(class) => {
                weighed.classes.insert(class);
                weighed.decided.push(name.to_owned());
            }
        }
    }
    weighed.new_links = new_links(listing, &trust);
    let is_long = |side: &Option<(String, crate::source::Span)>| side.as_ref().is_some_and(|(text, _)| text.chars().count() > MAX_WHOLE);
    let too_long = listing.fields.iter().filter(|field| is_long(&field.before) || is_long(&field.after));
    weighed.too_long = too_long.map(|field| field.path.clone()).collect();
    weighed
}

/// The hosts of the listing's publisher, by the base.
fn trust(change: &Change<'_>, listing: &ListingChange<'_>) -> Trust {
    Trust::for_publisher(listing.former_publisher().and_then(|slug| change.base.publisher(slug)))
}

/// The path of the entry, with the dot after it, if `field` is the number of a version that was not there.
fn new_version(field: &FieldChange) -> Option<&str> {
    let is_new = field.pattern == "versions[].version" && field.before.is_none();
    field.path.strip_suffix("version").filter(|_| is_new)
}

/// Returns the result for a change of `field`; `is_new` says whether it is of a version that was not there.
fn weight_of_field(field: &FieldChange, is_new: bool, trust: &Trust) -> Weight {
    let held = |holds, class| if holds { Weight::Routine(class) } else { Weight::Decided(Class::IdentityEdit) };
    if LEADING.contains(&&*field.pattern) {
        return held(leads_to_same(field, trust), Class::RoutineEdit);
    }
    if let Some((_, when, class)) = ROUTINE.iter().find(|(pattern, ..)| *pattern == field.pattern) {
        let holds = match when {
            When::Always => true,
            When::New => is_new,
            When::Added => field.before.is_none(),
        };
        return held(holds && !names_address(field, trust), *class);
    }
    let decided = DECIDED.iter().find(|(pattern, _)| *pattern == field.pattern);
    Weight::Decided(decided.map_or(Class::IdentityEdit, |(_, class)| *class))
}

/// Whether a text names a web or mail address that it did not name before and that is not the publisher's own, as a link or as words to copy.
fn names_address(field: &FieldChange, trust: &Trust) -> bool {
    let named = |side: &Option<(String, crate::source::Span)>| -> BTreeSet<String> {
        let text = side.as_ref().map_or("", |(text, _)| text);
        text.split(divides).map(|word| word.trim_end_matches(ENDS)).filter(|word| is_address(word)).map(str::to_owned).collect()
    };
    let before = named(&field.before);
    named(&field.after).iter().any(|word| !trust.covers(word) && !before.contains(word))
}

/// Signs that end a sentence or an emphasis, and no address.
const ENDS: [char; 7] = ['.', ':', ';', '!', '?', '*', '_'];

/// Whether `c` is between two words, in plain text or in Markdown.
fn divides(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | '"' | '\'' | ',' | '`' | '|' | '{' | '}')
}

/// Whether `word` looks like the address of a site or a mailbox.
fn is_address(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let is_mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    word.contains("://") || word.starts_with("www.") || word.starts_with("//") || is_mail
}

/// Whether an address that is there leads where visitors were led before, or to the publisher. What is removed leads nowhere.
fn leads_to_same(field: &FieldChange, trust: &Trust) -> bool {
    field.after.as_ref().is_none_or(|(new, _)| trust.allows(field.before.as_ref().map(|(old, _)| &**old), new))
}

fn weight_of_file(slug: &str, name: &str, what: FileChange) -> Weight {
    let Some(path) = ContentPath::in_listing(slug, name) else { return Weight::Decided(Class::IdentityEdit) };
    let is_icon = name.strip_prefix("icon.").is_some_and(|ending| !ending.contains('/'));
    let is_hidden = path.segments().any(|segment| segment.starts_with('.'));
    match (path.role(), what) {
        (_, FileChange::Mode) => Weight::Decided(Class::IdentityEdit),
        (FileRole::Readme, FileChange::Added | FileChange::Altered) => Weight::Routine(Class::RoutineEdit),
        (FileRole::Doc, FileChange::Added | FileChange::Altered) if !is_hidden => Weight::Routine(Class::RoutineEdit),
        (FileRole::ListingImage, _) if !is_icon && !is_hidden => Weight::Routine(Class::RoutineEdit),
        (FileRole::Readme | FileRole::Doc, FileChange::Gone) => Weight::Decided(Class::RoutineEdit),
        _ => Weight::Decided(Class::IdentityEdit),
    }
}

/// Whom the README, the documentation and the notes of versions lead to by addresses that are neither the publisher's own nor those of someone the listing led to before, on
/// a host where that can be told; each once.
fn new_links(listing: &ListingChange<'_>, trust: &Trust) -> Vec<String> {
    let (Some(was), Some(is)) = (listing.was, listing.is) else { return Vec::new() };
    let known: HashSet<String> = links(was).into_iter().collect();
    let owners: HashSet<String> = known.iter().filter_map(|link| proof(link)).collect();
    let is_known = |link: &str| known.contains(link) || trust.covers(link) || proof(link).is_some_and(|owner| owners.contains(&owner));
    let new = in_prose(is).into_iter().filter(|link| !is_known(link));
    new.map(|link| owner(&link).unwrap_or(link)).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Every address of `listing`.
fn links(listing: RawListing<'_>) -> Vec<String> {
    let of_keys = listing.document.links.iter().map(|link| link.text.to_string());
    let mail = listing.file.support.get().and_then(|support| support.email.get()).map(ToString::to_string);
    of_keys.chain(mail).chain(in_prose(listing)).collect()
}

/// The addresses in the texts of `listing` that lead out of the catalogue.
fn in_prose(listing: RawListing<'_>) -> Vec<String> {
    let texts = listing.texts().map(|(_, outline)| outline);
    let notes = listing.file.versions.items().iter().filter_map(|entry| entry.notes.get()).map(|notes| prose::outline(notes));
    let of = |outline: &prose::Outline| outline.links.iter().map(|link| link.target.clone()).collect::<Vec<_>>();
    let all = texts.flat_map(of).chain(notes.flat_map(|outline| of(&outline)));
    all.filter(|link| leads_out(link)).collect()
}

/// Whether `link` is more than a path or an anchor within the repository.
fn leads_out(link: &str) -> bool {
    let before_path = link.split(['/', '?', '#']).next().unwrap_or_default();
    link.starts_with("//") || link.starts_with('\\') || before_path.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{FileRole, ValueType};

    /// The patterns of every value that `value_type` can contain below `path`.
    fn patterns(value_type: ValueType, path: &str, found: &mut Vec<String>) {
        match value_type {
            ValueType::Record(table) => {
                for row in table.fields {
                    let key = if path.is_empty() { row.key.to_owned() } else { format!("{path}.{}", row.key) };
                    patterns(row.value_type, &key, found);
                }
            }
            ValueType::List(item) if matches!(item, ValueType::Record(_)) => patterns(*item, &format!("{path}[]"), found),
            _ => found.push(path.to_owned()),
        }
    }

    fn routine() -> impl Iterator<Item = &'static str> {
        ROUTINE.iter().map(|(pattern, ..)| *pattern).chain(LEADING)
    }

    fn known() -> impl Iterator<Item = &'static str> {
        routine().chain(DECIDED.iter().map(|(pattern, _)| *pattern))
    }

    #[test]
    fn every_field_of_a_listing_is_routine_or_decided_and_none_is_both() {
        let mut fields = Vec::new();
        patterns(FileRole::Listing.value_type().expect("keys"), "", &mut fields);
        for field in &fields {
            let n = known().filter(|pattern| pattern == field).count();
            assert_eq!(n, 1, "`{field}` stands in {n} lists: decide whether an owner may change it without a person");
        }
        for pattern in known() {
            assert!(fields.iter().any(|field| field == pattern), "`{pattern}` is no field of the format");
        }
    }

    #[test]
    fn the_manual_names_every_routine_field_and_no_other() {
        let manual = include_str!("../../content/pages/manual-review.md");
        let table = manual.split("| Field of a listing |").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("the table");
        let mut named: Vec<&str> = table.split('`').skip(1).step_by(2).collect();
        named.sort_unstable();
        let mut known: Vec<&str> = routine().collect();
        known.sort_unstable();
        assert_eq!(named, known);
    }

    #[test]
    fn an_unknown_field_waits_for_a_person() {
        let field = |pattern: &str| FieldChange { path: pattern.to_owned(), pattern: pattern.to_owned(), before: None, after: None };
        for pattern in ["tomorrow", "install", "install.tomorrow", "versions", "versions[].tomorrow", "tags[]", "summary.more"] {
            assert_eq!(weight_of_field(&field(pattern), true, &Trust::default()), Weight::Decided(Class::IdentityEdit), "{pattern}");
        }
    }

    #[test]
    fn a_text_that_names_an_address_waits_for_a_person() {
        let span = crate::source::Span { start: 0, end: 0 };
        let weight = |text: &str| {
            let after = Some((text.to_owned(), span));
            let field = FieldChange {
                path: "summary".to_owned(),
                pattern: "summary".to_owned(),
                before: Some(("At https://old.example/.".to_owned(), span)),
                after,
            };
            weight_of_field(&field, false, &Trust::default())
        };
        for text in ["Syncs rows. Costs 1.50 a month.", "At https://old.example/. It syncs.", "Ships @acme/rows and a@b."] {
            assert_eq!(weight(text), Weight::Routine(Class::RoutineEdit), "{text}");
        }
        for text in
            ["See https://evil.example/x.", "See www.evil.example", "[x](//evil.example)", "Ask a@evil.example.", "HTTP://EVIL.example"]
        {
            assert_eq!(weight(text), Weight::Decided(Class::IdentityEdit), "{text}");
        }
    }

    #[test]
    fn a_file_that_is_no_part_of_a_listing_waits_for_a_person() {
        let weight = |name: &str| weight_of_file("acme", name, FileChange::Altered);
        for name in ["README.md", "screenshots/a.png", "docs/plan.svg"] {
            assert_eq!(weight(name), Weight::Routine(Class::RoutineEdit), "{name}");
        }
        for name in [
            "icon.svg",
            "icon.png",
            "review.yaml",
            "notes.txt",
            ".gitattributes",
            ".x/a.png",
            "docs/.a.png",
            "a.js",
            "readme.md",
            "README.ja.md",
        ] {
            assert_eq!(weight(name), Weight::Decided(Class::IdentityEdit), "{name}");
        }
        assert_eq!(weight_of_file("acme", "README.md", FileChange::Gone), Weight::Decided(Class::RoutineEdit));
        assert_eq!(weight_of_file("acme", "a.png", FileChange::Mode), Weight::Decided(Class::IdentityEdit));
    }
}
