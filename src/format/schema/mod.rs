//! The format as JSON Schema (draft 2020-12): what an editor needs to complete keys, to explain them and to underline mistakes while they are typed.
//!
//! Made from the same tables as the reader, so that it cannot promise another format. It accepts what the checks accept, with these exceptions, all
//! of them harmless and rare: an editor wants `true`, `false` and `order: 5` without quotation marks, and text that looks like `true` with them;
//! of a listing that has left the catalogue it asks for lengths and forms that the checks no longer mind; and a rule that `levels` turns off still
//! speaks through it. What no schema can see (duplicate keys, files that do not exist, which of two versions is newer) is for `pressmark check`.

mod constraint;
mod example;
mod scalar;
mod value;
mod vocabulary;

use serde_json::{Value, json};

pub use scalar::core;
pub use vocabulary::{Term, Vocabulary};

use super::{FileRole, ValueType};
use crate::source::ContentPath;

/// The schema of `kind`, narrowed to the names in `vocabulary`.
#[must_use]
pub fn schema(kind: FileRole, vocabulary: &Vocabulary) -> Value {
    let mut schema = kind.value_type().map(|value_type| value::of_type(value_type, vocabulary)).unwrap_or_default();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("$id".to_owned(), json!(format!("urn:pressmark:format:1:{}", kind.name())));
    schema.insert("title".to_owned(), json!(title(kind)));
    Value::Object(schema)
}

/// The schema of `kind` as the text of a file.
#[must_use]
pub fn text(kind: FileRole, vocabulary: &Vocabulary) -> String {
    format!("{:#}\n", schema(kind, vocabulary))
}

/// The name of the file that the schema of `kind` is written to.
#[must_use]
pub fn file_name(kind: FileRole) -> String {
    format!("{}.schema.json", kind.name())
}

/// The folder that contains the schemas. It is beside the content folder, so that no file of the catalogue is mistaken for one of them.
pub const FOLDER: &str = "schemas";

/// The comment that tells an editor where the schema of a YAML file is: the first line of the file at `from`, a path below the content folder.
#[must_use]
pub fn modeline(kind: FileRole, from: &ContentPath) -> String {
    let up = "../".repeat(from.segments().count());
    format!("# yaml-language-server: $schema={up}{FOLDER}/{}\n", file_name(kind))
}

fn title(kind: FileRole) -> String {
    let noun = match kind.value_type() {
        Some(ValueType::Record(table)) => table.noun,
        _ => "the list of tags",
    };
    format!("{}: {noun} of a Pressmark catalogue", kind.pattern())
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, modeline, schema, text};
    use crate::format::FileRole;
    use crate::source::ContentPath;

    #[test]
    fn a_modeline_leads_from_the_file_to_its_schema() {
        let line = |kind, from| modeline(kind, &ContentPath::new(from).expect("a valid path"));
        let listing = line(FileRole::Listing, "listings/slack-messages/listing.yaml");
        assert_eq!(listing, "# yaml-language-server: $schema=../../../schemas/listing.schema.json\n");
        assert_eq!(line(FileRole::Settings, "catalogue.yaml"), "# yaml-language-server: $schema=../schemas/catalogue.schema.json\n");
    }

    #[test]
    fn every_kind_has_its_own_schema_and_the_same_bytes_each_time() {
        for kind in FileRole::with_keys() {
            assert_eq!(FileRole::named(kind.name()), Some(kind));
            assert_eq!(text(kind, &Vocabulary::default()), text(kind, &Vocabulary::default()));
            assert!(schema(kind, &Vocabulary::default())["$id"].as_str().is_some_and(|id| id.ends_with(kind.name())));
        }
    }
}
