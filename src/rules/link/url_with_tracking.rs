//! `url-with-tracking`

use super::Address;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::rule::rule;

/// Keys that only count where a visitor came from.
#[rustfmt::skip]
const MARKS: [&str; 24] = [
    "_hsenc", "_hsmi", "dclid", "fbclid", "gad_source", "gbraid", "gclid", "gclsrc", "hsctatracking", "igshid", "li_fat_id", "mc_cid",
    "mc_eid", "mkt_tok", "msclkid", "oly_anon_id", "oly_enc_id", "ttclid", "twclid", "vero_id", "wbraid", "wickedid", "yclid", "__hstc",
];

/// Values of `utm_source` and `utm_medium` in a URL that was copied from a newsletter, an advertisement or a search. Any other value may be the
/// publisher's own, to count the visitors from this catalogue.
#[rustfmt::skip]
const COPIED: [&str; 18] = [
    "bing", "chatgpt.com", "cpc", "email", "facebook", "google", "instagram", "linkedin", "mail", "newsletter", "paid", "perplexity", "ppc",
    "reddit", "social", "twitter", "x", "youtube",
];

rule! {
    /// A URL contains tracking parameters.
    ///
    /// Everyone who follows it is counted as a reader of that newsletter or a click of that campaign, so the owner's figures are wrong
    /// and the visitor is tracked. The page is the same without them.
    ///
    /// ```yaml,fails
    /// website: "https://acme.example/?utm_source=newsletter&page=2"
    /// ```
    /// ```yaml,passes
    /// website: "https://acme.example/?page=2"
    /// ```
    /// ```yaml,passes
    /// website: "https://acme.example/?utm_source=connector-catalogue"
    /// ```
    URL_WITH_TRACKING = { id: "L122", name: "url-with-tracking", level: Info, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    let query = address.url.query().unwrap_or_default();
    let is_copied = query.split('&').any(is_copied);
    let Some(mark) = query.split('&').map(key).find(|key| is_mark(key, is_copied)) else { return };
    let finding = findings.at(address.span, format!("`{}` contains a tracking parameter", address.shown())).label(format!("`{mark}=`"));
    match without_marks(address.text, is_copied) {
        Some(text) => address.rewrite(finding, if is_copied { Certainty::Likely } else { Certainty::Certain }, &text),
        None => finding.help("remove the tracking parameters from its query"),
    };
}

fn key(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(key, _)| key)
}

/// Whether `pair` says that the URL was copied from somewhere else.
fn is_copied(pair: &str) -> bool {
    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
    matches!(key.to_ascii_lowercase().as_str(), "utm_source" | "utm_medium") && COPIED.contains(&value.to_ascii_lowercase().as_str())
}

/// Whether `key` only counts visitors. `is_copied` says whether those that begin with `utm_` do so for someone else.
fn is_mark(key: &str, is_copied: bool) -> bool {
    let key = key.to_ascii_lowercase();
    (is_copied && key.starts_with("utm_")) || MARKS.contains(&key.as_str())
}

/// The URL as written, without its tracking parameters.
fn without_marks(text: &str, is_copied: bool) -> Option<String> {
    let (before, rest) = text.split_once('?')?;
    let (query, fragment) = rest.split_once('#').map_or((rest, None), |(query, fragment)| (query, Some(fragment)));
    let kept: Vec<&str> = query.split('&').filter(|pair| !is_mark(key(pair), is_copied)).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    Some(format!("{before}{query}{}", fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn other_query_keys_stay() {
        assert_eq!(without_marks("https://a.example/b?x=1&utm_source=x&y#z", true).as_deref(), Some("https://a.example/b?x=1&y#z"));
        assert_eq!(without_marks("https://a.example/?GCLID=1#z", false).as_deref(), Some("https://a.example/#z"));
        assert_eq!(without_marks("https://a.example/?utm_source=b&gclid=1", false).as_deref(), Some("https://a.example/?utm_source=b"));
    }
}
