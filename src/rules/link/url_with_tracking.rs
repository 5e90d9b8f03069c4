//! `url-with-tracking`

use super::Address;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::rule::rule;

/// Keys that only count where a visitor came from. Keys that begin with `utm_` are known without a list.
#[rustfmt::skip]
const MARKS: [&str; 24] = [
    "_hsenc", "_hsmi", "dclid", "fbclid", "gad_source", "gbraid", "gclid", "gclsrc", "hsctatracking", "igshid", "li_fat_id", "mc_cid",
    "mc_eid", "mkt_tok", "msclkid", "oly_anon_id", "oly_enc_id", "ttclid", "twclid", "vero_id", "wbraid", "wickedid", "yclid", "__hstc",
];

rule! {
    /// An address carries marks that tell its site which advertisement led there.
    ///
    /// Whoever follows it is counted as a reader of that newsletter or a click of that campaign, so the figures of its owner are wrong
    /// and the visitor is followed. The page is the same without.
    ///
    /// ```yaml,fails
    /// website: "https://acme.example/?utm_source=newsletter&page=2"
    /// ```
    /// ```yaml,passes
    /// website: "https://acme.example/?page=2"
    /// ```
    URL_WITH_TRACKING = { id: "L122", name: "url-with-tracking", level: Info, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    let query = address.url.query().unwrap_or_default();
    let Some(mark) = query.split('&').map(key).find(|key| is_mark(key)) else { return };
    let remark = findings.at(address.span, format!("`{}` is marked for tracking", address.shown())).label(format!("`{mark}=`"));
    match without_marks(address.text) {
        Some(text) => address.rewrite(remark, Certainty::Certain, &text),
        None => remark.help("take the marks out of its query"),
    };
}

fn key(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(key, _)| key)
}

fn is_mark(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    key.starts_with("utm_") || MARKS.contains(&key.as_str())
}

/// The address as written, without its marks.
fn without_marks(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('?')?;
    let (query, fragment) = rest.split_once('#').map_or((rest, None), |(query, fragment)| (query, Some(fragment)));
    let kept: Vec<&str> = query.split('&').filter(|pair| !is_mark(key(pair))).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    Some(format!("{before}{query}{}", fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn what_is_no_mark_stays() {
        let kept = |text| without_marks(text).unwrap_or_default();
        assert_eq!(kept("https://a.example/b?x=1&utm_source=c&y#z"), "https://a.example/b?x=1&y#z");
        assert_eq!(kept("https://a.example/?GCLID=1#z"), "https://a.example/#z");
    }
}
