//! The questions as fields of a form that is filled in far away from this program: when each arises, as a table, and what an answer has to keep to, from
//! the schemas of the files it is written to. Knows no words and no markup.

use std::cell::Cell;

use serde_json::{Map, Value, json};

use super::{Fact, Kind, Need, QUESTIONS, Question, Terms, Topic, account, need_when};
use crate::format::FileKind;
use crate::format::schema::{Vocabulary, schema};

/// Keywords of a schema that a form can hold an answer to.
const KEYWORDS: [&str; 6] = ["minLength", "maxLength", "minItems", "maxItems", "pattern", "format"];

/// Every question that is asked, in order, in a catalogue of these `terms`.
///
/// Each is `{"id", "list", "need", "by", "usual", "minLength", "pattern" …}`. `need` has a letter for each combination of the facts named in `by`, the
/// first of which is the lowest bit: `s` the question does not arise, `o` it may be passed over, `d` it has the answer `usual`, `r` it is needed.
#[must_use]
pub fn form(terms: &Terms) -> Vec<Value> {
    let schemas = [FileKind::Listing, FileKind::App, FileKind::Publisher].map(|kind| (kind, schema(kind, &Vocabulary::default())));
    let rules = |topic: Topic| {
        let (kind, path) = place(topic)?;
        let (_, root) = schemas.iter().find(|(of, _)| *of == kind)?;
        path.split('.').try_fold(root, |schema, key| match schema.get("items") {
            Some(items) => items.get("properties")?.get(key),
            None => schema.get("properties")?.get(key),
        })
    };
    QUESTIONS.iter().filter(|question| question.is_asked).map(|question| field(question, terms, rules(question.topic))).collect()
}

fn field(question: &Question, terms: &Terms, rules: Option<&Value>) -> Value {
    let mut field = Map::new();
    field.insert("id".to_owned(), json!(question.flag));
    if question.takes_several() {
        field.insert("list".to_owned(), json!(true));
    }
    // A list of slugs says of its items what they may look like.
    let of_items = rules.and_then(|rules| rules.get("items")).filter(|_| question.kind == Kind::Line);
    for keyword in KEYWORDS {
        if let Some(value) = of_items.or(rules).and_then(|rules| rules.get(keyword)) {
            field.insert(keyword.to_owned(), value.clone());
        }
    }
    // The files take more than people have: another program may write them, on another forge.
    if let Some(pattern) = account::pattern(question.topic) {
        field.insert("pattern".to_owned(), json!(pattern));
    }
    let asked = Cell::new(0);
    let letter = |facts: usize| {
        let holds = |fact| {
            asked.set(asked.get() | bit(fact));
            facts & bit(fact) != 0
        };
        letter(&need_when(question.topic, terms, &holds))
    };
    // A fact that is asked for in no combination of those that are does not count; a few rounds find them all.
    let mut known = usize::MAX;
    while known != asked.get() {
        known = asked.get();
        for facts in combinations(known) {
            letter(facts);
        }
    }
    let counts: Vec<_> =
        Fact::ALL.into_iter().filter(|&(fact, _)| combinations(known).any(|facts| letter(facts) != letter(facts ^ bit(fact)))).collect();
    let spread = |facts: usize| counts.iter().enumerate().filter(|(n, _)| facts >> n & 1 == 1).map(|(_, (fact, _))| bit(*fact)).sum();
    let need: String = (0..1_usize << counts.len()).map(|facts| letter(spread(facts))).collect();
    field.insert("need".to_owned(), json!(need));
    if !counts.is_empty() {
        field.insert("by".to_owned(), counts.iter().map(|(_, word)| *word).collect());
    }
    if let Need::Default(usual) = need_when(question.topic, terms, &|_| false) {
        field.insert("usual".to_owned(), json!(usual));
    }
    Value::Object(field)
}

/// Every combination of the facts in `all`.
fn combinations(all: usize) -> impl Iterator<Item = usize> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let facts = next?;
        next = (facts != all).then(|| (facts | !all).wrapping_add(1) & all);
        Some(facts)
    })
}

fn bit(fact: Fact) -> usize {
    1 << fact as usize
}

fn letter(need: &Need) -> char {
    match need {
        Need::Skip => 's',
        Need::Optional => 'o',
        Need::Default(_) => 'd',
        Need::Required => 'r',
    }
}

/// The kind of file that the answer about `topic` is written to, and the keys on the way to it.
fn place(topic: Topic) -> Option<(FileKind, &'static str)> {
    let listing = |path| Some((FileKind::Listing, path));
    match topic {
        Topic::Name => listing("name"),
        // The name of its folder, which a later listing may call its former slug.
        Topic::Slug => listing("former_slugs"),
        Topic::Source => listing("source"),
        Topic::SourceUrl => listing("source_url"),
        Topic::License => listing("license"),
        Topic::Summary => listing("summary"),
        Topic::SupportEmail => listing("support.email"),
        Topic::SupportUrl => listing("support.url"),
        Topic::SupportDocs => listing("support.docs"),
        Topic::App => listing("app"),
        Topic::AppWebsite => Some((FileKind::App, "website")),
        Topic::Tags => listing("tags"),
        Topic::Keywords => listing("keywords"),
        Topic::Install => listing("install.mode"),
        Topic::InstallUrl => listing("install.url"),
        Topic::InstallCommand => listing("install.command"),
        Topic::LandingUrl => listing("install.landing_url"),
        Topic::PathNote => listing("install.path_note"),
        Topic::Publisher => listing("publisher"),
        Topic::PublisherName => Some((FileKind::Publisher, "name")),
        Topic::PublisherUrl => Some((FileKind::Publisher, "url")),
        Topic::AccountForge => Some((FileKind::Publisher, "accounts.forge")),
        Topic::AccountLogin => Some((FileKind::Publisher, "accounts.login")),
        Topic::AccountId => Some((FileKind::Publisher, "accounts.id")),
        Topic::Version => listing("versions.version"),
        Topic::Notes => listing("versions.notes"),
        Topic::Regions => listing("regions"),
        Topic::Auth => listing("auth"),
        Topic::Website => listing("website"),
        Topic::DocsUrl => listing("docs_url"),
        Topic::PrivacyUrl => listing("privacy_url"),
        Topic::TermsUrl => listing("terms_url"),
        Topic::Agreement => listing("agreement.accepted_by"),
        // These become the README.
        Topic::Description | Topic::Setup | Topic::Limits | Topic::Troubleshooting => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fact, bit, form, letter, place};
    use crate::format::SettingsFile;
    use crate::submission::{QUESTIONS, Terms, Topic, need_when};

    fn terms() -> Terms {
        Terms { n_regions: 2, n_auth: 1, has_agreement: true, ..Terms::of(&SettingsFile::default()) }
    }

    #[test]
    fn every_fact_has_a_bit_of_its_own() {
        for (n, (fact, _)) in Fact::ALL.into_iter().enumerate() {
            assert_eq!(bit(fact), 1 << n);
        }
    }

    #[test]
    fn the_table_of_a_field_says_what_the_wizard_would_ask() {
        for (field, question) in form(&terms()).iter().zip(QUESTIONS.iter().filter(|question| question.is_asked)) {
            let by: Vec<usize> = match field.get("by").and_then(|by| by.as_array()) {
                Some(words) => words.iter().filter_map(|word| Fact::ALL.iter().position(|(_, known)| word == known)).collect(),
                None => Vec::new(),
            };
            let need = field["need"].as_str().expect("letters");
            for facts in 0..1 << Fact::ALL.len() {
                let at: usize = by.iter().enumerate().map(|(n, fact)| (facts >> fact & 1) << n).sum();
                let asked = letter(&need_when(question.topic, &terms(), &|fact| facts & bit(fact) != 0));
                assert_eq!(need.chars().nth(at), Some(asked), "{field} {facts:b}");
            }
        }
    }

    #[test]
    fn a_field_keeps_to_the_schema_of_the_file_it_is_written_to() {
        let fields = form(&terms());
        let of = |flag: &str| fields.iter().find(|field| field["id"] == flag).expect("a field");
        assert_eq!((&of("name")["maxLength"], &of("keywords")["maxItems"], &of("tags")["minItems"]), (&60.into(), &3.into(), &1.into()));
        assert_eq!(of("landing-url")["format"], "uri");
        for flag in
            ["slug", "publisher", "version", "support-email", "path-note", "publisher-url", "app-website", "account-login", "account-id"]
        {
            assert!(of(flag)["pattern"].is_string(), "{flag}");
        }
        for question in QUESTIONS {
            let is_readme = matches!(question.topic, Topic::Description | Topic::Setup | Topic::Limits | Topic::Troubleshooting);
            assert_eq!(place(question.topic).is_none(), is_readme, "{}", question.flag);
        }
    }
}
