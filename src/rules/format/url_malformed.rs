//! `url-malformed`

use url::Url;

use super::problems::malformed;
use crate::diagnostic::{Findings, is_slip, nearest};
use crate::format::Document;
use crate::parse::problem::Form;
use crate::parse::typographic::enclosed;
use crate::rules::pasted::{QUOTES_BELONG, address_inside, as_value};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A value is not a complete URL.
    ///
    /// A browser would look for `acme.example` inside the catalogue itself, and visitors would see "not found".
    ///
    /// ```yaml,fails
    /// website: acme.example
    /// ```
    /// ```yaml,fails
    /// website: https:/acme.example/
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    URL_MALFORMED = { id: "F022", name: "url-malformed", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, because) in malformed(document, Form::Url) {
        let finding = findings.at(span, format!("`{}` is not a URL", shortened(text)));
        let is_mail = text.contains('@') && !text.contains('/');
        if let Some(inner) = enclosed(text).map(str::trim) {
            let finding = finding.label(QUOTES_BELONG).help(format!("write `{inner}`"));
            if Url::parse(inner).is_ok() {
                finding.fix(span, as_value(inner));
            }
            continue;
        }
        if let Some(address) = address_inside(text) {
            finding.label("more than a URL").help(format!("write `{address}` alone")).suggest(span, as_value(address));
            continue;
        }
        let finding = if because.is_empty() || is_mail { finding } else { finding.label(because) };
        if let Some(whole) = with_slashes(text) {
            finding.help(format!("write `{whole}`")).fix(span, as_value(&whole));
        } else if let Some(whole) = misspelt_scheme(text).or_else(|| of_git(text)).or_else(|| with_encoded_spaces(text)) {
            finding.help(format!("write `{whole}` if you mean that URL")).suggest(span, as_value(&whole));
        } else if let Some(whole) = bare_host(text) {
            let finding = finding.help(format!("write `{whole}` if you mean that URL"));
            if text.starts_with("www.") {
                finding.suggest(span, as_value(&whole));
            }
        } else if is_mail {
            finding.help("an e-mail address belongs in `support.email`; write a URL such as `https://acme.example/` here");
        } else {
            finding.help("write the whole URL, such as `https://acme.example/`, with `%20` for each space");
        }
    }
}

/// `https:/host` and `https:host` with the two missing slashes.
fn with_slashes(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once(':')?;
    let scheme = ["https", "http"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
    let rest = rest.trim_start_matches(['/', '\\']);
    // A URL after the beginning of another one is complete on its own.
    let is_whole = rest.starts_with("https://") || rest.starts_with("http://");
    let whole = if is_whole { rest.to_owned() } else { format!("{scheme}://{rest}") };
    let has_host = Url::parse(&whole).is_ok_and(|url| url.host_str().is_some_and(|host| host.contains('.')));
    (has_host && whole != text && !whole.contains(char::is_whitespace)).then_some(whole)
}

/// The URL `whole`, if its host contains a dot.
fn with_host(whole: String) -> Option<String> {
    let has_host = Url::parse(&whole).is_ok_and(|url| url.host_str().is_some_and(|host| host.contains('.')));
    (has_host && !whole.contains(char::is_whitespace)).then_some(whole)
}

/// `htpts://host` and `https//host` with the scheme that was meant.
fn misspelt_scheme(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("//")?;
    let scheme = scheme.trim_end_matches([':', ';', ' ']).to_ascii_lowercase();
    let near = nearest(&scheme, ["https", "http"]).filter(|near| scheme == *near || is_slip(&scheme, near) || is_swapped(&scheme, near))?;
    with_host(format!("{near}://{}", rest.trim_start_matches('/')))
}

/// Whether two words of some length have the same letters in another order.
fn is_swapped(one: &str, other: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    letters(one) == letters(other)
}

/// The page of `git@host:owner/repository.git`.
fn of_git(text: &str) -> Option<String> {
    let (user, rest) = text.split_once('@')?;
    let (host, path) = rest.split_once(':')?;
    let path = path.trim_end_matches('/').trim_end_matches(".git");
    let is_path = path.contains('/') && path.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.'));
    if user != "git" || host.contains('/') || !is_path {
        return None;
    }
    with_host(format!("https://{host}/{}", path.trim_start_matches('/')))
}

/// A URL that is complete except for the spaces in its path.
fn with_encoded_spaces(text: &str) -> Option<String> {
    let (host, _) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?.split_once('/')?;
    if host.contains(' ') || text.contains(['<', '>', '\n', '\t']) || text.contains(" http") {
        return None;
    }
    with_host(text.replace(' ', "%20"))
}

/// `acme.example/docs` with its scheme.
fn bare_host(text: &str) -> Option<String> {
    let whole = format!("https://{}", text.trim_start_matches('/'));
    let is_bare = !text.contains("://") && text.contains('.') && !text.contains(['@', ' ', '<', '(']);
    (is_bare && Url::parse(&whole).is_ok()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::{misspelt_scheme, of_git, with_encoded_spaces, with_slashes};

    #[test]
    fn a_misspelt_url_has_a_likely_fix() {
        for text in
            ["htpts://git.example/x", "https//git.example/x", "htttps://git.example/x", "hhtps://git.example/x", "HTTPS;//git.example/x"]
        {
            assert_eq!(misspelt_scheme(text).as_deref(), Some("https://git.example/x"), "{text}");
        }
        for text in ["ftp://git.example/x", "sftp://git.example/x", "ssh://git.example/x", "a//b", "https//git"] {
            assert_eq!(misspelt_scheme(text), None, "{text}");
        }
        assert_eq!(of_git("git@git.example:acme/sync.git").as_deref(), Some("https://git.example/acme/sync"));
        assert_eq!(of_git("help@acme.example"), None);
        assert_eq!(with_encoded_spaces("https://acme.example/a b").as_deref(), Some("https://acme.example/a%20b"));
        assert_eq!(with_encoded_spaces("https://acme.example/ and https://b.example/"), None);
    }

    #[test]
    fn a_url_gets_its_missing_slashes() {
        for text in [
            "https:/git.example/x",
            "https:git.example/x",
            "https:///git.example/x",
            "HTTPS:\\\\git.example/x",
            "https:https://git.example/x",
        ] {
            assert_eq!(with_slashes(text).as_deref(), Some("https://git.example/x"), "{text}");
        }
        for text in ["https://git.example/x", "https:", "mailto:a@git.example", "https:git", "https:/git.example/a b"] {
            assert_eq!(with_slashes(text), None, "{text}");
        }
    }
}
