//! `url-through-redirector`

use url::Url;

use super::Address;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::rule::rule;

/// Redirect pages: the host, the beginning of the path, and the query key that contains the target.
const REDIRECTORS: [(&str, &str, &str); 11] = [
    ("duckduckgo.com", "/l/", "uddg"),
    ("google.com", "/url", "q"),
    ("google.com", "/url", "url"),
    ("l.facebook.com", "/l.php", "u"),
    ("lm.facebook.com", "/l.php", "u"),
    ("linkedin.com", "/redir/redirect", "url"),
    ("safelinks.protection.outlook.com", "/", "url"),
    ("slack-redir.net", "/link", "url"),
    ("urldefense.proofpoint.com", "/", "u"),
    ("vk.com", "/away.php", "to"),
    ("youtube.com", "/redirect", "q"),
];

rule! {
    /// The link goes through a redirect page.
    ///
    /// URLs copied from a mail, a chat or search results often lead through the mail filter or the search engine first,
    /// which then learns who follows the link. Some contain the name of the person who received the mail.
    ///
    /// ```yaml,fails
    /// website: https://www.google.com/url?q=https%3A%2F%2Facme.example%2F&sa=D
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    URL_THROUGH_REDIRECTOR = { id: "L121", name: "url-through-redirector", level: Warn, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    let Some(target) = target(address) else { return };
    let finding = findings
        .at(address.span, format!("`{}` is a redirect through another site", address.shown()))
        .label(format!("redirected by `{}`", address.host()));
    address.rewrite(finding, Certainty::Likely, &target);
}

/// The target of the redirect.
fn target(address: &Address<'_>) -> Option<String> {
    let keys = REDIRECTORS.iter().filter(|(host, path, _)| address.is_at(&[host]) && address.url.path().starts_with(path));
    let target = keys.map(|(.., key)| key).find_map(|key| address.url.query_pairs().find(|(name, _)| name == key))?.1;
    Url::parse(&target).ok().filter(|url| matches!(url.scheme(), "https" | "http")).map(|_| target.into_owned())
}
