//! The URLs of a file, from its keys and from its prose alike. Knows where each is and how to rewrite it; judges none.

use std::borrow::Cow;

use url::Url;

use super::scalar::{scalar, shortened};
use crate::diagnostic::{Certainty, Edit, FindingBuilder};
use crate::format::{ContentFile as _, Document, ListingFile};
use crate::source::Span;

/// A web URL and its place.
#[derive(Debug)]
pub struct Address<'raw> {
    /// The URL as written.
    pub text: &'raw str,
    /// The URL as a browser parses it.
    pub url: Cow<'raw, Url>,
    /// The place that a finding about it points at: the value of a key, or a whole link.
    pub span: Span,
    /// Whether it is in prose, and not the value of a key.
    pub in_prose: bool,
    /// Whether it is the page on which visitors ask for a listing.
    pub is_landing: bool,
    /// The place of the URL alone, where the source contains it letter for letter.
    verbatim: Option<Span>,
}

/// Every URL of `document`, in order.
pub(crate) fn addresses(document: &Document) -> Vec<Address<'_>> {
    let source = document.text.as_deref().unwrap_or_default();
    let landing = ListingFile::of(&document.content).and_then(ListingFile::landing_page).map(|page| page.span);
    let of_keys = document.links.iter().filter(|link| link.is_web()).map(|link| {
        let verbatim = place(source, link.span, &link.text);
        Address {
            text: &link.text,
            url: Cow::Borrowed(&link.url),
            span: link.span,
            in_prose: false,
            is_landing: landing == Some(link.span),
            verbatim,
        }
    });
    let in_prose = document.outline().map_or(&[][..], |outline| &outline.links).iter().filter_map(|link| {
        let text = link.target.as_str();
        let is_web = text.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("http://") || head.eq_ignore_ascii_case("https:/"));
        let url = Url::parse(text).ok().filter(|_| is_web)?;
        Some(Address {
            text,
            url: Cow::Owned(url),
            span: link.span,
            in_prose: true,
            is_landing: false,
            verbatim: place(source, link.span, text),
        })
    });
    of_keys.chain(in_prose).collect()
}

/// The place of `text` within `span`. In `[text](target)` the target comes last.
fn place(source: &str, span: Span, text: &str) -> Option<Span> {
    let at = span.start as usize + source.get(span.range())?.rfind(text)?;
    Some(Span::new(at..at + text.len()))
}

impl Address<'_> {
    /// The host without `www.`, in lower case and with punycode; empty for a URL without one.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = self.url.host_str().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// Whether the host is one of `hosts`, or below one of them.
    #[must_use]
    pub fn is_at(&self, hosts: &[&str]) -> bool {
        hosts.iter().any(|host| is_below(self.host(), host))
    }

    /// Offers `text` instead of the URL, if its place is known.
    pub(in crate::rules) fn rewrite<'found>(
        &self,
        finding: FindingBuilder<'found>,
        certainty: Certainty,
        text: &str,
    ) -> FindingBuilder<'found> {
        let shown = without_userinfo(text);
        let edit = match self.verbatim {
            Some(span) => Edit { span, text: text.to_owned() },
            None if self.in_prose => return finding.help(format!("write `{shown}`")),
            None => Edit { span: self.span, text: scalar(text) },
        };
        finding.edits(certainty, format!("write `{shown}`"), vec![edit])
    }

    /// The URL for a message: shortened, and without a password that it may contain.
    pub(in crate::rules) fn shown(&self) -> String {
        shortened(&without_userinfo(self.text))
    }
}

/// `text` without the part between `//` and `@`.
fn without_userinfo(text: &str) -> Cow<'_, str> {
    let Some((scheme, rest)) = text.split_once("://") else { return Cow::Borrowed(text) };
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len()));
    authority.rsplit_once('@').map_or(Cow::Borrowed(text), |(_, host)| Cow::Owned(format!("{scheme}://{host}{path}")))
}

/// Whether `host` is `domain` or is below it.
pub(in crate::rules) fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::ContentPath;

    #[test]
    fn an_address_is_found_where_it_is_alone() {
        let text = "[https://a.example](https://a.example), <https://b.example> and [c].\n\n[c]: https://c.example\n[d](docs/d.md)\n";
        let path = ContentPath::new("listings/acme/README.md").expect("valid");
        let document = Document::read(path, Ok(text.as_bytes().to_vec()));
        let found: Vec<_> =
            addresses(&document).iter().map(|address| (address.host().to_owned(), address.verbatim.map(|span| span.start))).collect();
        assert_eq!(found, [("a.example", Some(20)), ("b.example", Some(41)), ("c.example", None)].map(|(host, at)| (host.to_owned(), at)));
    }

    #[test]
    fn a_message_does_not_repeat_a_password() {
        assert_eq!(without_userinfo("http://bob:secret@acme.example/@a"), "http://acme.example/@a");
        assert_eq!(without_userinfo("http://acme.example/@a"), "http://acme.example/@a");
    }

    #[test]
    fn a_domain_includes_its_subdomains() {
        assert!(is_below("example.com", "example.com") && is_below("a.example.com", "example.com"));
        assert!(!is_below("counterexample.com", "example.com"));
    }
}
