//! `path-not-portable`

use std::collections::HashSet;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::text::printable;

rule! {
    /// Windows cannot create the file.
    ///
    /// Windows reserves the names of its devices, such as `con` and `aux`, with any ending. It also refuses some characters, and names that end in a space or a period.
    /// If one path is like that, nobody can check out the repository there.
    ///
    /// ```files,fails
    /// ==> listings/acme/docs/aux.txt <==
    /// Install it.
    /// ```
    /// ```files,passes
    /// ==> listings/acme/docs/auxiliary.txt <==
    /// Install it.
    /// ```
    PATH_NOT_PORTABLE = { id: "C073", name: "path-not-portable", level: Error, since: "0.1", enforced_from: (2027, 6, 1), check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let mut reported: HashSet<&str> = HashSet::new();
    for document in raw.documents() {
        let path = document.path.as_str();
        let mut start = 0;
        for segment in document.path.segments() {
            let beginning = &path[..start + segment.len()];
            start += segment.len() + 1;
            let Some(problem) = problem(segment) else { continue };
            if reported.insert(beginning) {
                findings.elsewhere(&document.path, None, format!("`{beginning}` {problem}")).help("rename it");
            }
            break;
        }
    }
}

/// Why Windows cannot create a file or a folder of this name.
/// Source: Microsoft, "Naming Files, Paths, and Namespaces".
fn problem(name: &str) -> Option<String> {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().find_map(|device| stem.strip_prefix(device));
    let is_device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || numbered.is_some_and(|digit| matches!(digit, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"));
    if is_device {
        return Some(format!("has the name of a Windows device, `{stem}`"));
    }
    if let Some(refused) = name.chars().find(|c| "<>:\"|?*\\".contains(*c) || c.is_control()) {
        return Some(format!("contains `{}`, which Windows does not allow", printable(&refused.to_string())));
    }
    match name.chars().last()? {
        ' ' => Some("ends in a space, which Windows removes".to_owned()),
        '.' => Some("ends in a period, which Windows removes".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn names_that_windows_cannot_create() {
        for name in [
            "con",
            "CON",
            "aux.txt",
            "nul.tar.gz",
            "com1",
            "LPT9.md",
            "com¹",
            "con .txt",
            "a:b",
            "what?.md",
            "a*",
            "a|b",
            "tab\t",
            "end.",
            "end ",
        ] {
            assert!(problem(name).is_some(), "{name}");
        }
        for name in
            ["console", "auxiliary.txt", "com", "com10", "com0", "lpt.md", "connect", "a.con", "icon.svg", "acme+rows", "naïve.md", ".con"]
        {
            assert_eq!(problem(name), None, "{name}");
        }
    }
}
