//! `private-share-link`

use url::Url;

use crate::diagnostic::Findings;
use crate::format::{Document, FileRole};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::{Span, floor_char_boundary, slice};

/// Segments of a path that precede the secret part of a share link.
const DOORS: [&str; 10] = ["share", "shares", "shared", "sharing", "invite", "invites", "invitation", "invitations", "access", "join"];
/// Query keys whose value is a secret.
const KEYS: [&str; 14] = [
    "token",
    "access_token",
    "auth_token",
    "share_token",
    "sharetoken",
    "share_key",
    "sharekey",
    "invite",
    "invite_code",
    "invite_token",
    "sig",
    "signature",
    "x-amz-signature",
    "access_key",
];

rule! {
    /// A text contains what looks like a private share link.
    ///
    /// A share link is a key: anyone who has it gets in. In a public repository everyone has it, and deleting it later does not help,
    /// because it stays in the git history. Links with a long random part after `share`, `invite`, `access` or `private`, or a secret in the
    /// query, are rejected; publishers send them to visitors one by one.
    ///
    /// ```yaml,fails
    /// install: {url: "https://app.example/recipes/share/8Jf3kQ9xZt2LmV7b"}
    /// ```
    /// ```yaml,passes
    /// install: {url: "https://app.example/recipes/share-your-work"}
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Open [the recipe](https://app.example/recipes/42?access_token=4f9c2b7e11d04a).
    /// ```
    PRIVATE_SHARE_LINK = { id: "L100", name: "private-share-link", level: Error, costs: Value, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    if !matches!(document.role, FileRole::Listing | FileRole::Readme | FileRole::Doc) {
        return;
    }
    let text = document.text.as_deref().unwrap_or_default();
    for (start, written) in addresses(text) {
        // Most addresses have no part that could be a secret, and need not be read; an escape may hide one.
        let may_hold_one = has_random_run(written) || written.contains('%');
        let Some(reason) = may_hold_one.then(|| Url::parse(written).ok()).flatten().and_then(|url| secret_of(&url)) else { continue };
        findings
            .at(Span::new(start..start + written.len()), format!("`{}` looks like a private share link", shortened(written)))
            .label(reason)
            .help("link to a public page instead, and send the private link to those who ask for it")
            .help("if the link is real, revoke it now: it stays in the git history");
    }
}

/// The URLs in `text` with their places, including those inside another URL. None is longer than any browser would accept.
fn addresses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const MAX_BYTES: usize = 2048;
    /// How deep URLs within URLs are read.
    const MAX_WITHIN: usize = 3;
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | ')' | ']' | '}' | '`' | '|');
    let (mut word_end, mut n_within) = (0, 0);
    text.match_indices("http").filter_map(move |(at, _)| {
        let rest = slice(text, at..);
        if at >= word_end {
            let word = slice(rest, ..floor_char_boundary(rest, MAX_BYTES));
            (word_end, n_within) = (at + word.find(ends).unwrap_or(word.len()), 0);
        }
        let is_address = ["://", "s://"].iter().any(|sign| slice(rest, 4..).starts_with(sign));
        if !is_address || n_within == MAX_WITHIN {
            return None;
        }
        n_within += 1;
        Some((at, slice(text, at..word_end).trim_end_matches(['.', ',', ';', ':', '!', '?'])))
    })
}

/// Returns the part of `url` that looks like a key, if there is one.
fn secret_of(url: &Url) -> Option<String> {
    let segments: Vec<&str> = url.path_segments()?.filter(|segment| !segment.is_empty()).collect();
    // Status badges carry a token that opens only the badge.
    let is_picture = segments.last().is_some_and(|last| [".svg", ".png", ".gif"].iter().any(|ending| last.ends_with(ending)));
    if is_picture || segments.contains(&"badge") {
        return None;
    }
    for pair in segments.windows(2) {
        let door = pair[0].to_ascii_lowercase();
        let is_secret = match door.as_str() {
            "s" => pair[1].len() >= 20 && is_random(pair[1]),
            "private" => pair[1].len() >= 12 && is_random(pair[1]),
            door => DOORS.contains(&door) && pair[1].len() >= 14 && is_random(pair[1]),
        };
        if is_secret {
            return Some(format!("a random part after `/{door}/`"));
        }
    }
    url.query_pairs()
        .find(|(key, value)| KEYS.contains(&key.to_ascii_lowercase().as_str()) && value.len() >= 8 && is_random(value))
        .map(|(key, _)| format!("a secret after `{key}=`"))
}

/// Whether `text` looks random rather than written.
fn is_random(text: &str) -> bool {
    let is_placeholder = text.contains(['$', '{', '}', '<', '>', '*', '%']);
    !is_placeholder && has_random_run(text)
}

/// Whether `text` contains a long run of letters and digits mixed, or of upper and lower case.
fn has_random_run(text: &str) -> bool {
    text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).filter(|run| run.len() >= 8).any(|run| {
        let n_digits = run.iter().filter(|byte| byte.is_ascii_digit()).count();
        let n_turns = run.windows(2).filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()).count();
        (n_digits >= 2 && n_digits < run.len()) || n_turns >= 3
    })
}

#[cfg(test)]
mod tests {
    use super::{addresses, secret_of};

    fn is_secret(url: &str) -> bool {
        secret_of(&url.parse().expect("a URL")).is_some()
    }

    #[test]
    fn urls_are_found_inside_urls_and_markup() {
        let found: Vec<_> = addresses("[http](https://a.example/é). https://b.example?to=http://c.example/").collect();
        assert_eq!(found, [(7, "https://a.example/é"), (30, "https://b.example?to=http://c.example/"), (51, "http://c.example/")]);
    }

    #[test]
    fn share_links_are_distinguished_from_ordinary_urls() {
        for url in [
            "https://app.example/recipes/share/8Jf3kQ9xZt2LmV7b",
            "https://drive.example/s/kZtQmVbPxLwRnYcHdGfT",
            "https://app.example/private/9f8a7c6b5d4e3f2a",
            "https://app.example/?token=4f9c2b7e11d0",
            "https://app.example/invite/550e8400-e29b-41d4-a716-446655440000",
        ] {
            assert!(is_secret(url), "{url}");
        }
        for url in [
            "https://chat.example/invite/acme",
            "https://docs.example/share/getting-started-with-version-2",
            "https://git.example/acme/private/tree/main",
            "https://git.example/acme/blob/0123456789abcdef0123456789abcdef01234567/a.md",
            "https://ci.example/badge.svg?token=4F9C2B7E11D0",
            "https://app.example/?token=<YOUR_TOKEN_12345678>",
            "https://docs.example/s/introduction",
        ] {
            assert!(!is_secret(url), "{url}");
        }
    }
}
