//! Domains that apps and publishers claim. Knows how a host is written; asks no one who owns it.

use crate::catalogue::RawCatalogue;
use crate::format::Content;
use crate::source::{ContentPath, Spanned};

/// Every domain of an app or a publisher with its file, in path order.
pub(super) fn all(raw: &RawCatalogue) -> impl Iterator<Item = (&ContentPath, &Spanned<Box<str>>)> {
    raw.documents().flat_map(|document| {
        let domains = match &document.content {
            Content::App(app) => app.domains.items(),
            Content::Publisher(publisher) => publisher.domains.items(),
            _ => &[],
        };
        domains.iter().map(|domain| (&document.path, domain))
    })
}

/// The host in `text`, in lower case and in ASCII: of a URL, its host, without a final dot. `None` when there is none, or a number.
pub(super) fn host(text: &str) -> Option<String> {
    let text = text.trim();
    let address = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = url::Url::parse(&address).ok()?;
    let host = url.domain()?.trim_end_matches('.');
    host.contains('.').then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_host_is_found_in_what_people_paste() {
        for text in ["acme.example", "ACME.example", "https://acme.example/", "acme.example/help", " acme.example. "] {
            assert_eq!(host(text).as_deref(), Some("acme.example"), "{text}");
        }
        for text in ["", "acme", "192.0.2.1", "[2001:db8::1]", "a b.example", "https://"] {
            assert_eq!(host(text), None, "{text}");
        }
    }
}
