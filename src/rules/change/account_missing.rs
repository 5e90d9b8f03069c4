//! `account-missing`

use crate::catalogue::{Account, Change, FileChange};
use crate::diagnostic::{Certainty, Edit, Findings};
use crate::format::{AccountEntry, Content, Document, Field, FileRole, PublisherFile, scalar};
use crate::parse::yaml::{Node, NodeKind};
use crate::rules::rule::rule;
use crate::source::{ContentPath, Span, Spanned};

rule! {
    /// A new publisher has no forge account, or not the one that proposes the change.
    ///
    /// A change passes without a person only when it comes from an account in the publisher's file. Otherwise, every update waits for a person, however
    /// small it is, and nobody notices that before the first one has waited. The review offers the missing line to the author of the change. A maintainer
    /// may leave it out, and so may a bot that proposes a change for someone else, if the file names an account.
    ///
    /// ```files,fails
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ```
    /// ```files,fails
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// accounts: [{forge: github, login: wren, id: 107}]
    /// ```
    /// ```files,passes
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// accounts: [{forge: github, login: wren, id: 990000107}]
    /// ```
    ACCOUNT_MISSING = { id: "R030", name: "account-missing", level: Warn, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    if change.is_by_maintainer() {
        return;
    }
    // A bot owns nothing, whoever it acts for.
    let author = change.people.author.as_ref().filter(|author| !author.login.as_deref().is_some_and(is_program));
    for (path, what) in &change.files.content {
        let (FileChange::Added, FileRole::Publisher) = (what, path.role()) else { continue };
        let Some(document) = change.head.document(path.as_str()) else { continue };
        let (Content::Publisher(file), Some(text)) = (&document.content, &document.text) else { continue };
        let accounts = file.accounts.items();
        match author {
            // Values that cannot be read belong to other rules.
            _ if matches!(file.accounts, Field::Invalid(_)) => {}
            author if accounts.is_empty() => none_named(path, (document, file, text), author, findings),
            Some(author) if !accounts.iter().any(|entry| author.is(&entry.forge, &entry.id)) => {
                another_named(path, accounts, author, findings);
            }
            _ => {}
        }
    }
}

/// Reports that the file names no account, and offers that of `author`.
fn none_named(
    path: &ContentPath,
    (document, file, text): (&Document, &PublisherFile, &str),
    author: Option<&Account>,
    findings: &mut Findings<'_>,
) {
    let span = file.accounts.span().or(file.name.span());
    let finding = findings.elsewhere(path, span, format!("`{path}` names no account: every update of this publisher waits for a person"));
    let Some(author) = author else {
        finding.help("add `accounts: [{forge: …, login: …, id: …}]` with the account that may change the listings, and its number");
        return;
    };
    let entry = entry(author);
    let edit = match file.accounts.span() {
        Some(span) => Some(Edit { span, text: format!("[{entry}]") }),
        // A key without a value would make the new one a duplicate.
        None if has_key(document) => None,
        None => file.name.span().and_then(|name| behind(text, name)).map(|span| {
            let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
            Edit { span, text: format!("{end}accounts:{end}  - {entry}") }
        }),
    };
    let finding = finding.help(format!("add `accounts: [{entry}]` if `{}` publishes here", name(author)));
    if let Some(edit) = edit {
        finding.edits(Certainty::Likely, "add the account that proposes this change", vec![edit]);
    }
}

/// Reports that the file names `accounts`, but not that of `author`.
fn another_named(path: &ContentPath, accounts: &[Spanned<AccountEntry>], author: &Account, findings: &mut Findings<'_>) {
    let same = accounts.iter().find_map(|entry| {
        let login = entry.login.get().filter(|login| author.login.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(login)))?;
        let is_same_forge = entry.forge.get().is_some_and(|forge| **forge == *author.forge);
        Some((login, entry.id.spanned()?)).filter(|_| is_same_forge)
    });
    match same {
        Some((login, id)) => {
            findings
                .elsewhere(path, Some(id.span), format!("`{login}` has the number {} on `{}`, not `{}`", author.id, author.forge, id.value))
                .help(format!("write `id: {}`: accounts are compared by their numbers", author.id))
                .suggest(id.span, scalar(&author.id));
        }
        None => {
            findings
                .elsewhere(
                    path,
                    accounts.first().map(|entry| entry.span),
                    format!("`{path}` names accounts, but not `{}`, who proposes it", name(author)),
                )
                .help(format!("add `{}` if `{}` also publishes here", entry(author), name(author)));
        }
    }
}

fn has_key(document: &Document) -> bool {
    let has = |node: &Node| matches!(&node.kind, NodeKind::Mapping(entries) if entries.iter().any(|(key, _)| &*key.value == "accounts"));
    document.tree().is_some_and(has)
}

/// Whether an account of this name belongs to a bot, by the forges' own conventions.
fn is_program(login: &str) -> bool {
    let is_of_gitlab = (login.starts_with("project_") || login.starts_with("group_")) && login.contains("_bot");
    login.ends_with("[bot]") || is_of_gitlab
}

fn name(author: &Account) -> &str {
    author.login.as_deref().unwrap_or(&author.id)
}

fn entry(author: &Account) -> String {
    let login = author.login.as_ref().map(|login| format!("login: {}, ", scalar(login))).unwrap_or_default();
    format!("{{forge: {}, {login}id: {}}}", scalar(&author.forge), scalar(&author.id))
}

/// The end of the line in which the value at `span` ends, when the next line can contain a key.
fn behind(text: &str, span: Span) -> Option<Span> {
    let line = text.get(span.end as usize..)?.split('\n').next()?.trim_end_matches('\r');
    let is_over = line.trim().is_empty() || line.trim_start().starts_with('#');
    // Within braces, a key cannot be on a line of its own.
    let is_said = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    let is_block = text.lines().find(is_said)?.starts_with(|c: char| c.is_alphanumeric() || c == '"' || c == '\'');
    let at = span.end + u32::try_from(line.len()).ok()?;
    (is_over && is_block).then_some(Span { start: at, end: at })
}

#[cfg(test)]
mod tests {
    use super::{behind, is_program};
    use crate::source::Span;

    #[test]
    fn a_key_is_added_after_the_line_of_a_value_if_that_is_valid() {
        for (text, value, expected) in [
            ("name: Wren\nurl: x\n", "Wren", Some(10)),
            ("name: Wren", "Wren", Some(10)),
            ("# {a}\nname: Wren # bird\r\nurl: x\r\n", "Wren", Some(23)),
            ("name: Wren\n  Tools\n", "Wren\n  Tools", Some(18)),
            ("{name: Wren}\n", "Wren", None),
            ("{\nname: Wren\n}\n", "Wren", None),
            ("{\n  name: Wren\n}\n", "Wren", None),
        ] {
            let start = text.find(value).expect("there");
            let [start, end] = [start, start + value.len()].map(|at| u32::try_from(at).expect("short"));
            assert_eq!(behind(text, Span { start, end }).map(|span| span.start), expected, "{text}");
        }
    }

    #[test]
    fn a_bot_is_recognised_by_its_name() {
        assert!(is_program("helper[bot]") && is_program("project_12_bot_4ffca2") && !is_program("wren") && !is_program("robot"));
    }
}
