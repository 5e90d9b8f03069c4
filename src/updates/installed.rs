//! What is installed, as a person or a program lists it. Knows the two forms of the list; knows no catalogue.

use serde_json::{Map, Value};

use crate::format::Version;
use crate::rules::slug;
use crate::text::{clipped, printable};

/// Bad entries that are named, at most.
const MAX_NAMED: usize = 20;

/// Characters of a bad entry that are shown.
const MAX_CHARS: usize = 60;

/// An installed listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// The slug it was installed under.
    pub slug: String,
    /// The installed version.
    pub version: Version,
    /// The address of the catalogue it is from, if that is known.
    pub catalogue: Option<String>,
}

/// Reads a list of installed listings: lines `slug version`, in which empty lines and comments after `#` do not count, or a JSON list of
/// `{"slug", "version", "catalogue"}`, of which the last is optional.
///
/// # Errors
/// With every line or entry that is wrong, by its number, and why.
pub fn installed(text: &str) -> Result<Vec<Installed>, String> {
    let text = text.trim_start_matches('\u{feff}');
    let read = if text.trim_start().starts_with(['[', '{']) { entries(text)? } else { lines(text).collect() };
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for entry in read {
        match entry {
            Ok(entry) => good.push(entry),
            Err(why) => bad.push(why),
        }
    }
    if bad.is_empty() {
        return Ok(good);
    }
    let named: String = bad.iter().take(MAX_NAMED).map(|why| format!("\n  {why}")).collect();
    let rest = bad.len().saturating_sub(MAX_NAMED);
    let rest = if rest == 0 { String::new() } else { format!("\n  and {rest} more") };
    let noun = if bad.len() == 1 { "entry" } else { "entries" };
    Err(format!("{} {noun} cannot be read:{named}{rest}", bad.len()))
}

type Entry = Result<Installed, String>;

fn lines(text: &str) -> impl Iterator<Item = Entry> {
    let line = |(n, line): (usize, &str)| {
        let at = |why: String| format!("line {}: {why}", n + 1);
        let comment = line
            .char_indices()
            .find(|&(at, c)| c == '#' && line.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace)));
        let line = line.get(..comment.map_or(line.len(), |(at, _)| at)).unwrap_or_default().trim();
        let (slug, version) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        (!line.is_empty()).then(|| entry(slug, version, None).map_err(at))
    };
    text.lines().enumerate().filter_map(line)
}

fn entries(text: &str) -> Result<Vec<Entry>, String> {
    let list: Vec<Value> = serde_json::from_str(text).map_err(|error| format!("not a JSON list of listings: {error}"))?;
    let read = |(n, value): (usize, &Value)| {
        let none = Map::new();
        let entry_of = value.as_object().unwrap_or(&none);
        let text = |key: &str| entry_of.get(key).and_then(Value::as_str);
        // A number is a version, too; with a fraction, JSON does not say how it was written.
        let version = entry_of.get("version").and_then(Value::as_u64).map(|number| number.to_string());
        let version = version.as_deref().or(text("version")).unwrap_or_default();
        let catalogue = text("catalogue").map(str::to_owned);
        entry(text("slug").unwrap_or_default(), version, catalogue).map_err(|why| format!("entry {}: {why}", n + 1))
    };
    Ok(list.iter().enumerate().map(read).collect())
}

fn entry(slug: &str, version: &str, catalogue: Option<String>) -> Entry {
    let shown = printable(&clipped(slug, MAX_CHARS));
    if slug.is_empty() {
        return Err("there is no `slug`".to_owned());
    }
    if !slug::is_valid(slug) {
        return Err(format!("`{shown}` is not the slug of a listing"));
    }
    if version.is_empty() {
        return Err(format!("`{shown}` has no version: write `{shown} 1.4.0`, in JSON as text in quotes"));
    }
    let version = Version::parse(version).map_err(|why| format!("the version of `{shown}` is wrong: {why}"))?;
    Ok(Installed { slug: slug.to_owned(), version, catalogue })
}

#[cfg(test)]
mod tests {
    use super::installed;

    fn read(text: &str) -> String {
        match installed(text) {
            Ok(list) => list.iter().map(|entry| format!("{} {};", entry.slug, entry.version)).collect(),
            Err(why) => why,
        }
    }

    #[test]
    fn both_forms_say_the_same() {
        assert_eq!(read("\u{feff}# mine\n\nacme 1.4.0 # pinned\r\nrows\t2.0 beta\n"), "acme 1.4.0;rows 2.0 beta;");
        assert_eq!(
            read(r#"[{"slug": "acme", "version": "1.4.0", "catalogue": "https://c.example/"}, {"slug": "rows", "version": 7}]"#),
            "acme 1.4.0;rows 7;"
        );
        assert_eq!(read(""), "");
        assert_eq!(
            read("acme #4"),
            "1 entry cannot be read:\n  line 1: `acme` has no version: write `acme 1.4.0`, in JSON as text in quotes"
        );
    }

    #[test]
    fn every_bad_line_is_named_by_its_number() {
        let why = read("acme 1.0\nAcme 1.0\n\nrows\nx\u{1b}[31m 1\nacme 1\u{200b}0\n");
        assert!(
            why.starts_with("4 entries cannot be read:\n  line 2: `Acme` is not the slug of a listing\n  line 4: `rows` has no version"),
            "{why}"
        );
        assert!(
            why.contains("\n  line 5: `x\\u{1b}[31m` is not")
                && why.contains("\n  line 6: the version of `acme` is wrong: it contains an invisible"),
            "{why}"
        );
        assert!(read(&"!\n".repeat(30)).ends_with("\n  and 10 more"));
    }

    #[test]
    fn every_bad_entry_of_a_list_is_named_by_its_place() {
        let why = read(r#"[{"slug": "acme", "version": "1"}, {"slug": "acme"}, 3, {"slug": "acme", "version": 1.10}]"#);
        assert!(
            why.starts_with("3 entries cannot be read:\n  entry 2: `acme` has no version") && why.contains("entry 3: there is no `slug`"),
            "{why}"
        );
        assert!(read(r#"{"slug": "acme"}"#).starts_with("not a JSON list of listings"));
        assert!(read("[{").starts_with("not a JSON list of listings: EOF"));
    }
}
