//! A new version in the text of a `listing.yaml`: where it goes, and how it is written, so that the file keeps its comments, its order and its style. Depends on the
//! format and on places in a text; must not depend on a disk, a clock or a rule.

use super::version_entry::{NewVersion, Style};
use crate::catalogue::compare;
use crate::diagnostic::{Certainty, Edit, Fix, apply};
use crate::format::{Content, Dash, Document, ListingFile, Version, VersionEntry, after_colon, in_block, line_after, quoted_like};
use crate::parse::yaml::{Node, NodeKind};
use crate::source::{Span, Spanned};

/// The text of the listing `document` with `new` in it: the entry in its place among the others, written as they are, and `released` and `shared` where they would
/// otherwise name another version. `None` when it has the version already, or is written in a way that cannot be edited without a change of something else.
#[must_use]
pub fn with_version(document: &Document, new: &NewVersion) -> Option<String> {
    let mut text = with_entry(document, new)?;
    for (key, is_wanted) in [("released", new.is_released), ("shared", new.is_shared)] {
        let edited = Document::read(document.path.clone(), Ok(text.clone().into_bytes()));
        let file = listing(&edited)?;
        let current = if key == "released" { file.released_version() } else { file.shared_version() };
        if is_wanted && current != Some(&new.version) {
            text = with_key(&edited, key, &new.version)?;
        }
    }
    changes_nothing_else(document, &text).then_some(text)
}

fn listing(document: &Document) -> Option<&ListingFile> {
    if let Content::Listing(file) = &document.content { Some(file) } else { None }
}

/// Whether `text` says what `document` says, apart from new versions and the two keys that name one.
fn changes_nothing_else(document: &Document, text: &str) -> bool {
    let after = Document::read(document.path.clone(), Ok(text.as_bytes().to_vec()));
    let is_expected = |change: &crate::catalogue::FieldChange| match &*change.pattern {
        "released" | "shared" => true,
        "versions" => change.after.is_none(),
        pattern => pattern.starts_with("versions[].") && change.before.is_none(),
    };
    after.problems.len() <= document.problems.len() && compare(Some(document), Some(&after)).iter().all(is_expected)
}

fn with_entry(document: &Document, new: &NewVersion) -> Option<String> {
    let text = document.text.as_deref()?;
    let versions = &listing(document)?.versions;
    if versions.items().iter().any(|entry| entry.version.get() == Some(&new.version)) {
        return None;
    }
    let edit = match versions.items() {
        [] => first(text, document.tree()?, new)?,
        entries if text.get(versions.span()?.range())?.starts_with('[') => in_brackets(text, entries, new)?,
        entries => in_lines(text, entries, new)?,
    };
    edited(text, edit)
}

/// The edit that adds `new` to a listing without versions.
fn first(text: &str, root: &Node, new: &NewVersion) -> Option<Edit> {
    let NodeKind::Mapping(keys) = &root.kind else { return None };
    if text.get(root.span.range())?.starts_with('{') {
        return None;
    }
    let block = Dash { line: 0, indent: "  ", gap: " " }.block(&new.lines(&Style::default(), 2));
    let Some((key, value)) = keys.iter().find(|(key, _)| &*key.value == "versions") else {
        return Some(insertion(text, text.len(), &format!("versions:\n{block}")));
    };
    let is_empty = value.is_null() || matches!(&value.kind, NodeKind::Sequence(items) if items.is_empty());
    let colon = after_colon(text, key)?;
    let end = colon.max(value.span.end as usize);
    let rest = text.get(end..)?.split('\n').next()?;
    let written = format!("{}\n{}", rest.trim_end(), block.trim_end());
    is_empty.then(|| Edit { span: Span::new(colon..end + rest.trim_end_matches('\r').len()), text: written })
}

/// The edit that adds `new` to `entries`, a list in brackets.
fn in_brackets(text: &str, entries: &[Spanned<VersionEntry>], new: &NewVersion) -> Option<Edit> {
    let at = place(entries, &new.version);
    let near = entries.get(at).or(entries.last())?;
    let before = text.get(..near.span.start as usize)?;
    let gap = before.get(before.trim_end().len()..).filter(|gap| gap.contains('\n')).unwrap_or(" ");
    let entry = new.in_braces(&Style::of(text, near));
    Some(if at < entries.len() {
        Edit { span: Span { end: near.span.start, ..near.span }, text: format!("{entry},{gap}") }
    } else {
        Edit { span: Span { start: near.span.end, ..near.span }, text: format!(",{gap}{entry}") }
    })
}

/// The edit that adds `new` to `entries`, a list of lines. A comment above the first entry is about the list; one above another entry belongs to that.
fn in_lines(text: &str, entries: &[Spanned<VersionEntry>], new: &NewVersion) -> Option<Edit> {
    let at = place(entries, &new.version);
    let near = entries.get(at).or(entries.last())?;
    let dash = Dash::of(text, near.span)?;
    let style = Style::of(text, near);
    let is_in_braces = text.get(near.span.range())?.starts_with('{');
    let lines = if is_in_braces { vec![new.in_braces(&style)] } else { new.lines(&style, dash.indent.len()) };
    let block = dash.block(&lines);
    let space = if has_space(text, entries) { "\n" } else { "" };
    Some(match at.checked_sub(1).and_then(|above| entries.get(above)) {
        None => insertion(text, dash.line, &format!("{block}{space}")),
        Some(above) if at < entries.len() => {
            let line = above_comments(text, dash.line, line_after(text, above.span.end as usize)?)?;
            insertion(text, line, &format!("{block}{space}"))
        }
        Some(above) => insertion(text, line_after(text, above.span.end as usize)?, &format!("{space}{block}")),
    })
}

/// Where among `entries` a new version goes: newest first, or last where the file has the oldest first.
fn place(entries: &[Spanned<VersionEntry>], new: &Version) -> usize {
    let versions: Vec<&Version> = entries.iter().filter_map(|entry| entry.version.get()).collect();
    let is_ascending = matches!(&versions[..], [first, .., last] if first.precedence(last).is_lt());
    let is_older = |entry: &Spanned<VersionEntry>| entry.version.get().is_some_and(|version| version.precedence(new).is_le());
    if is_ascending {
        entries.iter().rposition(is_older).map_or(0, |last| last + 1)
    } else {
        entries.iter().position(is_older).unwrap_or(entries.len())
    }
}

/// The text of `document` with `version` as the value of its key `key`.
fn with_key(document: &Document, key: &str, version: &Version) -> Option<String> {
    let (text, root) = (document.text.as_deref()?, document.tree()?);
    let NodeKind::Mapping(keys) = &root.kind else { return None };
    let of = |name: &str| keys.iter().find(|(key, _)| &*key.value == name);
    let edit = if let Some((key, value)) = of(key) {
        let written = quoted_like(text, Some(value.span), in_block(version.as_str()));
        let colon = after_colon(text, key)?;
        match value.is_null() {
            true => Edit { span: Span::new(colon..colon.max(value.span.end as usize)), text: format!(" {written}") },
            false => Edit { span: value.span, text: written },
        }
    } else {
        let (_, above) = Some("released").filter(|_| key == "shared").and_then(of).or_else(|| of("versions"))?;
        insertion(text, line_after(text, above.span.end as usize)?, &format!("{key}: {}\n", in_block(version.as_str())))
    };
    edited(text, edit)
}

/// Whether an empty line is between the first two entries.
fn has_space(text: &str, entries: &[Spanned<VersionEntry>]) -> bool {
    let [first, second, ..] = entries else { return false };
    let between = line_after(text, first.span.end as usize).zip(Dash::of(text, second.span));
    let between = between.and_then(|(start, dash)| text.get(start..dash.line)).unwrap_or_default();
    between.lines().any(|line| line.trim().is_empty())
}

/// The start of the comments right above the line that begins at `line`, none of which begins before `floor`.
fn above_comments(text: &str, mut line: usize, floor: usize) -> Option<usize> {
    while line > floor {
        let above = text.get(..line - 1)?.rfind('\n').map_or(0, |end| end + 1);
        if above < floor || !text.get(above..line)?.trim_start().starts_with('#') {
            break;
        }
        line = above;
    }
    Some(line)
}

/// The edit that adds `lines` at `at`, the start of a line or the end of the text.
fn insertion(text: &str, at: usize, lines: &str) -> Edit {
    let is_within_line = at == text.len() && !text.is_empty() && !text.ends_with('\n');
    Edit { span: Span::new(at..at), text: if is_within_line { format!("\n{lines}") } else { lines.to_owned() } }
}

fn edited(text: &str, edit: Edit) -> Option<String> {
    let fix = Fix { title: String::new(), edits: vec![edit], certainty: Certainty::Certain };
    let (text, n_made) = apply(text, [&fix]);
    (n_made == 1).then_some(text)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{NewVersion, with_version};
    use crate::format::{ChangeKind, Content, Document, Version};
    use crate::source::ContentPath;

    fn new(version: &str) -> NewVersion {
        let version = Version::parse(version).expect("a version");
        NewVersion { version, date: Some(date(2026, 12, 1)), notes: None, changes: Vec::new(), is_released: false, is_shared: false }
    }

    fn document(text: &str) -> Document {
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a path");
        Document::read(path, Ok(format!("name: A\napp: B\n{text}").into_bytes()))
    }

    fn added(text: &str, new: &NewVersion) -> Option<String> {
        with_version(&document(text), new).map(|text| text.strip_prefix("name: A\napp: B\n").expect("what was there").to_owned())
    }

    #[track_caller]
    fn becomes(before: &str, version: &str, after: &str) {
        assert_eq!(added(before, &new(version)).as_deref(), Some(after));
    }

    #[test]
    fn an_entry_is_written_as_the_others_are() {
        let old = "versions:\n  - version: 1.0.0\n    date: 2026-01-02\nauth: [token]\n";
        becomes(old, "1.1.0", &old.replace("  - v", "  - version: 1.1.0\n    date: 2026-12-01\n  - v"));
        becomes(
            &old.replace("  - v", "- v").replace("    d", "  d"),
            "2",
            &old.replace("  - v", "- version: 2\n  date: 2026-12-01\n- v").replace("    d", "  d"),
        );
        becomes(
            "versions:\n    -   version: \"1.0.0\"\n        date: '2026-01-02'\n",
            "1.1.0",
            "versions:\n    -   version: \"1.1.0\"\n        date: '2026-12-01'\n    -   version: \"1.0.0\"\n        date: '2026-01-02'\n",
        );
        becomes("versions:\n  - {version: 7}\n", "8", "versions:\n  - {version: 8, date: 2026-12-01}\n  - {version: 7}\n");
        becomes("versions: [{version: 7}]\n", "8", "versions: [{version: 8, date: 2026-12-01}, {version: 7}]\n");
        becomes("versions: [\n  {version: 7},\n]\n", "8", "versions: [\n  {version: 8, date: 2026-12-01},\n  {version: 7},\n]\n");
        becomes("versions:\n  -\n    version: 7\n", "8", "versions:\n  - version: 8\n    date: 2026-12-01\n  -\n    version: 7\n");
    }

    #[test]
    fn a_listing_without_versions_gets_its_first() {
        let entry = "  - version: 1.0.0\n    date: 2026-12-01\n";
        becomes("source: open\n", "1.0.0", &format!("source: open\nversions:\n{entry}"));
        becomes("source: open", "1.0.0", &format!("source: open\nversions:\n{entry}"));
        for empty in ["versions:", "versions: []", "versions: ~"] {
            becomes(&format!("{empty} # none yet\nsource: open\n"), "1.0.0", &format!("versions: # none yet\n{entry}source: open\n"));
            becomes(&format!("{empty}\nsource: open\n"), "1.0.0", &format!("versions:\n{entry}source: open\n"));
        }
        becomes("versions: []", "1.0.0", &format!("versions:\n{}", entry.trim_end()));
    }

    #[test]
    fn a_version_goes_to_its_place() {
        let order = |text: &str, version: &str| {
            let text = added(text, &new(version)).expect("a text");
            text.split("version: ").skip(1).map(|rest| rest.split([',', '}']).next().unwrap_or_default()).collect::<Vec<_>>().join(" ")
        };
        let descending = "versions: [{version: 2.0.0}, {version: 1.8.7}]\n";
        assert_eq!(order(descending, "2.1.0"), "2.1.0 2.0.0 1.8.7");
        assert_eq!(order(descending, "1.8.8"), "2.0.0 1.8.8 1.8.7");
        assert_eq!(order(descending, "1.0.0"), "2.0.0 1.8.7 1.0.0");
        assert_eq!(order("versions: [{version: 1.0.0}, {version: 1.1.0}]\n", "1.2.0"), "1.0.0 1.1.0 1.2.0");
        assert_eq!(order("versions: [{version: 1.8.7}, {version: 2.0.0}, {version: 1.8.6}]\n", "2.0.1"), "2.0.1 1.8.7 2.0.0 1.8.6");
    }

    #[test]
    fn comments_and_empty_lines_stay_with_what_they_are_about() {
        becomes(
            "versions:\n  # Newest first.\n  - version: 3 # now\n\n  # A hasty one.\n  - version: 1\nauth: [token]\n",
            "2",
            "versions:\n  # Newest first.\n  - version: 3 # now\n\n  - version: 2\n    date: 2026-12-01\n\n  # A hasty one.\n  - version: 1\nauth: [token]\n",
        );
        becomes(
            "versions:\n  # Newest first.\n  - version: 3\n# The end.\n",
            "4",
            "versions:\n  # Newest first.\n  - version: 4\n    date: 2026-12-01\n  - version: 3\n# The end.\n",
        );
        becomes(
            "versions:\n  - version: 3\n    notes: |\n      Text.\n      # Heading\n  - version: 1\n",
            "2",
            "versions:\n  - version: 3\n    notes: |\n      Text.\n      # Heading\n  - version: 2\n    date: 2026-12-01\n  - version: 1\n",
        );
    }

    #[test]
    fn notes_of_several_lines_stay_lines() {
        let notes = Some("Adds refunds.\r\n\r\n- Faster: twice.\r\n".to_owned());
        let new = NewVersion { notes, changes: vec![(ChangeKind::Added, "Refunds, at last".to_owned())], ..new("2") };
        assert_eq!(
            added("versions:\n  - version: 1\n", &new).as_deref(),
            Some(
                "versions:\n  - version: 2\n    date: 2026-12-01\n    notes: |\n      Adds refunds.\n\n      - Faster: twice.\n    changes:\n      - {kind: added, text: \"Refunds, at last\"}\n  - version: 1\n"
            )
        );
    }

    #[test]
    fn released_and_shared_are_written_where_they_would_name_another_version() {
        let both = |text: &str, version: &str| added(text, &NewVersion { is_released: true, is_shared: true, ..new(version) });
        let entry = "  - version: 2\n    date: 2026-12-01\n";
        assert_eq!(both("versions:\n  - version: 1\n", "2"), Some(format!("versions:\n{entry}  - version: 1\n")), "it is the newest");
        assert_eq!(
            both("released: 1\nversions:\n  - version: 1\nshared: '1' # for now\n", "2"),
            Some(format!("released: 2\nversions:\n{entry}  - version: 1\nshared: '2' # for now\n"))
        );
        assert_eq!(
            both("versions:\n  - version: 2.0.0\nauth: [token]\n", "2.1.0-rc.1"),
            Some(
                "versions:\n  - version: 2.1.0-rc.1\n    date: 2026-12-01\n  - version: 2.0.0\nreleased: 2.1.0-rc.1\nshared: 2.1.0-rc.1\nauth: [token]\n"
                    .to_owned()
            )
        );
    }

    #[test]
    fn line_ends_stay_as_they_are() {
        becomes("versions:\r\n  - version: 1\r\n", "2", "versions:\r\n  - version: 2\r\n    date: 2026-12-01\r\n  - version: 1\r\n");
        becomes("versions: []\r\nauth: [token]\r\n", "2", "versions:\r\n  - version: 2\r\n    date: 2026-12-01\r\nauth: [token]\r\n");
    }

    #[test]
    fn a_file_that_would_change_in_another_way_is_left_alone() {
        for text in ["versions: 3\n", "versions: {a: 1}\n", "versions: [{version: 2}]\n", "versions:\n  - !x\n    version: 1\n"] {
            assert_eq!(added(text, &new("2")), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_released_is_read_back(
            notes in "(?s)([-#:,\\[\\]{}&*!|>'\"%@`~?\\\\ \t\r\na-c0-9]|.){1,24}",
            change in "[-#:,\\[\\]{}&*!|>'\"%@`~?\\\\ a-c0-9]{1,12}",
            style in 0_usize..4,
        ) {
            let before = ["versions:\n  - version: 1\n", "versions: [{version: 1}]\n", "versions:\n- {version: 1}\n", ""][style];
            let new = NewVersion { notes: Some(notes.clone()), changes: vec![(ChangeKind::Fixed, change.clone())], ..new("2") };
            let text = added(before, &new);
            prop_assert!(text.is_some());
            let document = document(&text.unwrap_or_default());
            prop_assert_eq!(&document.problems, &Vec::new());
            let Content::Listing(file) = &document.content else { return Err(TestCaseError::fail("no listing")) };
            let entry = file.versions.items().first().expect("the new one");
            let seen = crate::parse::unseen::shown(&notes.replace("\r\n", "\n")).into_owned();
            let end: &[char] = if style == 0 || style == 3 { &[] } else { &['\n'] };
            prop_assert_eq!(entry.notes.get().map_or("", |notes| notes).trim_end_matches(end), seen.trim_end_matches(end));
            let seen = crate::parse::unseen::shown(&change).into_owned();
            prop_assert_eq!(entry.changes.items().first().and_then(|entry| entry.text.get()).map_or(String::new(), ToString::to_string), seen);
        }
    }
}
