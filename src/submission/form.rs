//! The questions as fields of a form that is filled in far away from this program: when each arises, as a table, and what an answer has to keep to, from
//! the schemas of the files it is written to. Knows no words and no markup.

use std::cell::Cell;
use std::sync::LazyLock;

use serde::Serialize;
use serde_json::Value;

use super::{AnswerTarget, Fact, Kind, Need, QUESTIONS, Question, Requirements, account, need_when};
use crate::format::FileRole;
use crate::format::schema::{Vocabulary, schema};

/// The bounds of an answer that a form can check. Lengths are in characters as people count them: a letter with its accents is one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// Fewest characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<usize>,
    /// Most characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    /// Fewest values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_items: Option<usize>,
    /// Most values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_items: Option<usize>,
    /// A regular expression that every value fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// Whether every value is a web address.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_url: bool,
}

impl Limits {
    /// Those of the answer to `question`.
    #[must_use]
    pub fn for_question(question: &Question) -> Self {
        let mut limits = rules_of(question).map(|rules| Self::read(question, rules)).unwrap_or_default();
        // The files take more than people have: another program may write them, on another forge.
        if let Some(pattern) = account::pattern(question.topic) {
            limits.pattern = Some(pattern);
        }
        limits
    }

    fn read(question: &Question, rules: &Value) -> Self {
        // A list of slugs says of its items what they may look like.
        let rules = rules.get("items").filter(|_| question.kind == Kind::Line).unwrap_or(rules);
        let number = |key| rules.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        let text = |key| rules.get(key).and_then(Value::as_str);
        Self {
            min_length: number("minLength"),
            max_length: number("maxLength"),
            min_items: number("minItems"),
            max_items: number("maxItems"),
            pattern: text("pattern").map(str::to_owned),
            is_url: text("format") == Some("uri"),
        }
    }

    /// Most characters, or else most values.
    #[must_use]
    pub fn most(&self) -> Option<usize> {
        self.max_length.or(self.max_items)
    }
}

/// Returns the schema of the key that the answer to `question` is written to.
fn rules_of(question: &Question) -> Option<&'static Value> {
    static SCHEMAS: LazyLock<[(FileRole, Value); 3]> =
        LazyLock::new(|| [FileRole::Listing, FileRole::App, FileRole::Publisher].map(|kind| (kind, schema(kind, &Vocabulary::default()))));
    let (kind, path) = match question.target {
        AnswerTarget::Key(kind, path) => (kind, path),
        // A later listing may call the name of the folder its former slug.
        AnswerTarget::Folder => (FileRole::Listing, "former_slugs"),
        AnswerTarget::Readme => return None,
    };
    let (_, root) = SCHEMAS.iter().find(|(of, _)| *of == kind)?;
    path.split('.').try_fold(root, |schema, key| match schema.get("items") {
        Some(items) => items.get("properties")?.get(key),
        None => schema.get("properties")?.get(key),
    })
}

/// A question as a field of a form.
#[derive(Debug, Clone, Serialize)]
pub struct FormField {
    /// The question.
    #[serde(rename = "id", serialize_with = "flag")]
    pub question: &'static Question,
    /// Whether the answer has several values.
    #[serde(rename = "list", skip_serializing_if = "std::ops::Not::not")]
    takes_several: bool,
    /// Whether the question arises, for each combination of the facts in `by`, of which the first is the lowest bit. In JSON a letter each: `s` it does
    /// not, `o` it may be passed over, `d` it has the answer `usual`, `r` it is needed.
    #[serde(rename = "need", serialize_with = "letters")]
    needs: Vec<Need>,
    /// The facts that decide.
    #[serde(serialize_with = "words", skip_serializing_if = "Vec::is_empty")]
    by: Vec<(Fact, &'static str)>,
    /// The usual answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual: Option<&'static str>,
    /// The bounds of an answer.
    #[serde(flatten)]
    pub limits: Limits,
}

impl FormField {
    /// Whether the question may arise at all.
    #[must_use]
    pub fn may_arise(&self) -> bool {
        self.needs.iter().any(|need| *need != Need::Skip)
    }

    /// Whether the question has to be answered, whatever is said to the others.
    #[must_use]
    pub fn is_always_needed(&self) -> bool {
        self.needs.iter().all(|need| *need == Need::Required)
    }

    /// The fact without which, or with which, the question never arises.
    #[must_use]
    pub(super) fn only_when(&self) -> Option<(Fact, bool)> {
        let skips = |n: usize, holds: bool| {
            let mut with = self.needs.iter().enumerate().filter(|(facts, _)| (facts >> n & 1 == 1) == holds);
            with.all(|(_, need)| *need == Need::Skip)
        };
        let mut found = self.by.iter().enumerate().filter_map(|(n, &(fact, _))| match (skips(n, false), skips(n, true)) {
            (true, false) => Some((fact, true)),
            (false, true) => Some((fact, false)),
            _ => None,
        });
        found.next()
    }

    /// Whether the question arises while nothing has been answered.
    #[must_use]
    pub fn need_at_first(&self) -> Need {
        self.needs.first().copied().unwrap_or(Need::Skip)
    }
}

fn flag<S: serde::Serializer>(question: &&Question, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(question.flag)
}

fn letters<S: serde::Serializer>(needs: &[Need], out: S) -> Result<S::Ok, S::Error> {
    let letter = |need: &Need| match need {
        Need::Skip => 's',
        Need::Optional => 'o',
        Need::Default(_) => 'd',
        Need::Required => 'r',
    };
    out.serialize_str(&needs.iter().map(letter).collect::<String>())
}

fn words<S: serde::Serializer>(facts: &[(Fact, &str)], out: S) -> Result<S::Ok, S::Error> {
    out.collect_seq(facts.iter().map(|(_, word)| word))
}

/// Every question in order, in a catalogue of these `terms`.
#[must_use]
pub fn form(requirements: &Requirements) -> Vec<FormField> {
    QUESTIONS.iter().map(|question| field(question, requirements)).collect()
}

/// The field of `question` in a catalogue of these `terms`.
pub(super) fn field(question: &'static Question, requirements: &Requirements) -> FormField {
    let asked = Cell::new(0);
    let need = |facts: usize| {
        let holds = |fact| {
            asked.set(asked.get() | bit(fact));
            facts & bit(fact) != 0
        };
        need_when(question.topic, requirements, &holds)
    };
    // A fact that is asked for in no combination of those that are does not count; a few rounds find them all.
    let mut known = usize::MAX;
    while known != asked.get() {
        known = asked.get();
        for facts in combinations(known) {
            need(facts);
        }
    }
    let counts = |fact: Fact| combinations(known).any(|facts| need(facts) != need(facts ^ bit(fact)));
    let by: Vec<_> = Fact::ALL.into_iter().filter(|&(fact, _)| counts(fact)).collect();
    let spread = |facts: usize| by.iter().enumerate().filter(|(n, _)| facts >> n & 1 == 1).map(|(_, (fact, _))| bit(*fact)).sum();
    let needs = (0..1_usize << by.len()).map(|facts| need(spread(facts))).collect();
    let usual = match need(0) {
        Need::Default(usual) => Some(usual),
        _ => None,
    };
    FormField { question, takes_several: question.takes_several(), needs, by, usual, limits: Limits::for_question(question) }
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

#[cfg(test)]
mod tests {
    use super::{Fact, Limits, bit, form};
    use crate::format::SettingsFile;
    use crate::submission::{AnswerTarget, QUESTIONS, Question, Requirements, need_when};

    fn requirements() -> Requirements {
        Requirements { n_regions: 2, n_auth: 1, has_agreement: true, ..Requirements::from_settings(&SettingsFile::default()) }
    }

    #[test]
    fn every_fact_has_a_bit_of_its_own() {
        for (n, (fact, _)) in Fact::ALL.into_iter().enumerate() {
            assert_eq!(bit(fact), 1 << n);
        }
    }

    #[test]
    fn the_table_of_a_field_says_what_the_wizard_would_ask() {
        for field in form(&requirements()) {
            for facts in 0..1 << Fact::ALL.len() {
                let at: usize = field.by.iter().enumerate().map(|(n, (fact, _))| usize::from(facts & bit(*fact) != 0) << n).sum();
                let asked = need_when(field.question.topic, &requirements(), &|fact| facts & bit(fact) != 0);
                assert_eq!(field.needs.get(at), Some(&asked), "{field:?} {facts:b}");
            }
        }
    }

    #[test]
    fn a_field_keeps_to_the_schema_of_the_file_it_is_written_to() {
        let of = |flag: &str| Limits::for_question(QUESTIONS.iter().find(|question| question.flag == flag).expect("a question"));
        assert_eq!((of("name").max_length, of("keywords").max_items, of("tags").min_items), (Some(60), Some(3), Some(1)));
        assert!(of("landing-url").is_url);
        for flag in
            ["slug", "publisher", "version", "support-email", "path-note", "publisher-url", "app-website", "account-login", "account-id"]
        {
            assert!(of(flag).pattern.is_some(), "{flag}");
        }
        let has_schema = |question: &&Question| super::rules_of(question).is_some();
        assert!(QUESTIONS.iter().filter(|question| question.target != AnswerTarget::Readme).all(|question| has_schema(&question)));
    }
}
