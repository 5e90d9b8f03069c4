//! `file-name-not-portable`

use crate::diagnostic::Findings;
use crate::format::{Document, FileRole};
use crate::rules::file_names::{copied, misnamed};
use crate::rules::rule::rule;
use crate::text::printable;

rule! {
    /// A file name does not work well in URLs or on other computers.
    ///
    /// The name becomes part of a URL. Spaces and characters such as `?` or `#` have to be written as `%20` and `%3F` in every link,
    /// letters beyond `a` to `z` can be encoded in two ways that look alike, and an extension in capitals is another file on one computer and the
    /// same file on the next.
    ///
    /// ```files,fails
    /// ==> listings/acme/screenshots/Screen shot.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    /// ```files,passes
    /// ==> listings/acme/screenshots/Order_table-2.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    FILE_NAME_NOT_PORTABLE = { id: "L158", name: "file-name-not-portable", former: ["file-name-odd"], level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    if !matches!(document.role, FileRole::Doc | FileRole::ListingImage | FileRole::ListingFile | FileRole::AppIcon | FileRole::PageImage) {
        return;
    }
    // The folder of a listing has a rule of its own.
    let n_above = if document.path.listing_slug().is_some() { 2 } else { 1 };
    let file_name = document.path.file_name();
    // `stray-file` reports a misspelt name, or a copy.
    if misnamed(&document.path).is_some() || copied(&document.path).is_some() {
        return;
    }
    let odd = document.path.segments().skip(n_above).find_map(|name| Some((name, reason(name)?)));
    let Some((name, reason)) = odd else { return };
    let what = if name == file_name { "file" } else { "folder" };
    findings.whole(format!("{what} name `{}` {reason}", printable(name))).help(format!("rename it to `{}`", plain(name)));
}

/// Why `name` is not portable.
fn reason(name: &str) -> Option<String> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match name.chars().find(|&c| !is_plain(c)) {
        Some(c) if c.is_whitespace() => Some("contains a space".to_owned()),
        Some(c) => Some(format!("contains `{}`", printable(&c.to_string()))),
        None if ending.bytes().any(|byte| byte.is_ascii_uppercase()) => Some("has an extension in capitals".to_owned()),
        None => None,
    }
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+' | '@')
}

/// `name` in characters that need no encoding.
fn plain(name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let words: Vec<&str> = stem.split(|c| !is_plain(c)).filter(|word| !word.is_empty()).collect();
    let stem = if words.is_empty() { "image".to_owned() } else { words.join("-") };
    if ending.is_empty() { stem } else { format!("{stem}.{}", ending.to_ascii_lowercase()) }
}

#[cfg(test)]
mod tests {
    use super::{plain, reason};

    #[test]
    fn an_unportable_name_has_a_portable_suggestion() {
        assert_eq!(plain("Screen shot (2).PNG"), "Screen-shot-2.png");
        assert_eq!(plain("写真.png"), "image.png");
        assert_eq!(reason("a@2x.png"), None);
        assert_eq!(reason("a.PNG").as_deref(), Some("has an extension in capitals"));
    }
}
