//! `windows-device-name`

use std::collections::HashSet;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A file or a folder has the name of a Windows device.
    ///
    /// Windows reserves the names of its devices, such as `con` and `aux`, with any extension and in any case. If one path contains one of them, nobody can
    /// check out the repository there.
    ///
    /// ```files,fails
    /// ==> listings/acme/docs/aux.txt <==
    /// Install it.
    /// ```
    /// ```files,passes
    /// ==> listings/acme/docs/auxiliary.txt <==
    /// Install it.
    /// ```
    WINDOWS_DEVICE_NAME = { id: "C073", name: "windows-device-name", level: Error, since: "0.1", enforced_from: (2027, 6, 1), check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let mut reported: HashSet<&str> = HashSet::new();
    for document in raw.documents() {
        let path = document.path.as_str();
        let mut end = 0;
        for segment in document.path.segments() {
            end += segment.len();
            let beginning = &path[..end];
            end += 1;
            let Some(device) = device(segment) else { continue };
            if reported.insert(beginning) {
                findings
                    .elsewhere(&document.path, None, format!("`{beginning}` has the name of a Windows device, `{device}`"))
                    .help("rename it");
            }
            break;
        }
    }
}

/// The device for which Windows takes a file or a folder called `name`.
/// Source: Microsoft, "Naming Files, Paths, and Namespaces".
fn device(name: &str) -> Option<String> {
    let stem = name.split('.').next()?.trim_end().to_ascii_lowercase();
    let number = ["com", "lpt"].iter().find_map(|device| stem.strip_prefix(device));
    let is_numbered = number.is_some_and(|number| matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"));
    (is_numbered || matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::device;

    #[test]
    fn a_device_keeps_its_name_with_any_extension_and_in_any_case() {
        for name in ["con", "CON", "aux.txt", "nul.tar.gz", "com1", "LPT9.md", "com¹", "con .txt"] {
            assert!(device(name).is_some(), "{name}");
        }
        for name in ["console", "auxiliary.txt", "com", "com10", "com0", "lpt.md", "connect", "a.con", "icon.svg", ".con"] {
            assert_eq!(device(name), None, "{name}");
        }
    }
}
