//! A rendered page → a page that opens from any folder: addresses of the site become relative ones, and whatever a file cannot do is taken out.
//! Knows HTML as our templates write it; knows no listing.
//!
//! Only what is known to be harmless stays: no script, no form, no address but of the web, of mail, or of a file that the preview contains.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

/// The content security policy of a preview, from a host and from a folder alike. Files have no origin that `'self'` could be, hence `file:`.
pub(super) const POLICY: &str =
    "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; font-src 'self' file:; base-uri 'none'; form-action 'none'";

/// A host that no address can have.
const NO_HOST: &str = "https://preview.invalid";

/// Signs that embed or override a direction; those that keep a text apart from others are harmless.
const TURNING: [char; 5] = ['\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}'];

/// Elements that are taken out with everything in them.
const WHOLE: [&str; 7] = ["script", "form", "iframe", "object", "template", "noscript", "style"];
/// Attributes that contain an address.
const ADDRESSES: [&str; 3] = ["href", "src", "srcset"];
/// Attributes that mean nothing without a script, or could be one.
const DROPPED: [&str; 7] = ["integrity", "crossorigin", "style", "action", "formaction", "ping", "target"];

/// Rewrites the URLs of one page.
pub(super) struct Places<'run> {
    /// The token that addresses of the site begin with.
    pub(super) token: &'run str,
    /// The folder of the state that the page shows, with `/` at its end.
    pub(super) side: &'run str,
    /// The path of the page below the preview.
    pub(super) page: &'run str,
    /// The files of the preview.
    pub(super) held: &'run BTreeSet<String>,
    /// The address of the site as it is, with `/` at its end, if it is known.
    pub(super) live: Option<&'run str>,
    /// Whether the site as it is has a page at a path.
    pub(super) is_live: &'run dyn Fn(&str) -> bool,
}

/// The address that a site is planned at: one that no text of it can begin with.
pub(super) fn planned_at(token: &str) -> String {
    format!("{NO_HOST}/{token}/")
}

/// The path below the preview of a file of the site, for the state in the folder `side`: what has its hash in its name is there once.
pub(super) fn held_path(side: &str, path: &str) -> String {
    if path.starts_with("assets/") || path.starts_with("images/") { path.to_owned() } else { format!("{side}{path}") }
}

/// The target of a URL.
enum Leads {
    /// To a file of the preview, or within the page.
    Inside(String),
    /// Out of it.
    Outside(String),
    Nowhere,
}

impl Places<'_> {
    /// `html` as a page of the preview, which says `note` at its top.
    pub(super) fn page(&self, html: &str, note: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            out.push_str(&self.text(&rest[..at]));
            let tag = Tag::read(&rest[at..]);
            rest = &rest[at + tag.n_bytes..];
            if WHOLE.contains(&&*tag.name) {
                if !tag.is_end {
                    let close = format!("</{}", tag.name);
                    let end = rest.find(&close).map_or(rest.len(), |at| rest[at..].find('>').map_or(rest.len(), |end| at + end + 1));
                    rest = &rest[end..];
                }
                continue;
            }
            self.tag(&tag, &mut out);
            match &*tag.name {
                "meta" if tag.value("charset").is_some() => {
                    out.push_str("\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
                    out.push_str(POLICY);
                    out.push_str(
                        "\">\n<meta name=\"robots\" content=\"noindex, nofollow\">\n<meta name=\"referrer\" content=\"no-referrer\">",
                    );
                }
                "body" if !tag.is_end => {
                    out.push_str("\n<aside class=\"wrap\" aria-label=\"Preview\"><p class=\"quiet\">");
                    out.push_str(note);
                    out.push_str("</p></aside>");
                }
                _ => {}
            }
        }
        out.push_str(&self.text(rest));
        out
    }

    fn tag(&self, tag: &Tag<'_>, out: &mut String) {
        let is_kept = match &*tag.name {
            "link" => tag.value("rel").is_some_and(|rel| rel == "stylesheet" || rel == "icon"),
            "meta" => {
                tag.value("charset").is_some()
                    || tag.value("name").is_some_and(|name| matches!(name, "viewport" | "description" | "theme-color"))
            }
            "base" | "embed" => false,
            _ => true,
        };
        if tag.name.is_empty() || tag.is_end {
            out.push_str(tag.source);
            return;
        }
        if !is_kept {
            return;
        }
        out.push('<');
        out.push_str(&tag.name);
        let mut leads_out = false;
        for (name, value) in &tag.attributes {
            if DROPPED.contains(&&**name) || name.starts_with("on") || (*name == "rel" && tag.name == "a") {
                continue;
            }
            let value = match value {
                None => {
                    out.push(' ');
                    out.push_str(name);
                    continue;
                }
                Some(value) if ADDRESSES.contains(&&**name) => match self.leads(value) {
                    Leads::Inside(address) => address,
                    Leads::Outside(address) if tag.name == "a" => {
                        leads_out = true;
                        address
                    }
                    Leads::Outside(_) | Leads::Nowhere => continue,
                },
                Some(value) => self.text(value),
            };
            out.push_str(&format!(" {name}=\"{}\"", value.replace('"', "&quot;")));
        }
        if leads_out {
            out.push_str(" rel=\"noopener noreferrer nofollow\" target=\"_blank\"");
        }
        // Within a drawing it closes the element.
        out.push_str(if tag.is_closed { "/>" } else { ">" });
    }

    fn leads(&self, address: &str) -> Leads {
        let prefix = format!("/{}/", self.token);
        let of_site = address.strip_prefix(NO_HOST).unwrap_or(address).strip_prefix(&prefix);
        let Some(of_site) = of_site else {
            let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
            return match &*scheme {
                _ if address.starts_with('#') => Leads::Inside(address.to_owned()),
                "https" | "http" | "mailto" if address.contains(':') => Leads::Outside(address.to_owned()),
                _ => Leads::Nowhere,
            };
        };
        let (path, behind) = of_site.split_at(of_site.find(['?', '#']).unwrap_or(of_site.len()));
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let decoded = percent_decode_str(&file).decode_utf8_lossy();
        if self.held.contains(&held_path(self.side, &decoded)) {
            let up = "../".repeat(self.page.matches('/').count());
            return Leads::Inside(format!("{up}{}{behind}", held_path(self.side, &file)));
        }
        match self.live {
            Some(live) if (self.is_live)(path) => Leads::Outside(format!("{live}{of_site}")),
            _ => Leads::Nowhere,
        }
    }

    /// A text that shows an address of the site, such as that of a badge, with the address that it has. What would turn the words after it around,
    /// which no listing without an error contains, is seen.
    fn text(&self, text: &str) -> String {
        let text = text.replace(TURNING, "\u{fffd}");
        if !text.contains(self.token) {
            return text;
        }
        let root = self.live.unwrap_or("/");
        text.replace(&planned_at(self.token), root).replace(&format!("/{}/", self.token), root)
    }
}

/// A tag, a comment or a declaration.
struct Tag<'html> {
    source: &'html str,
    /// In lower case; empty for a comment, a declaration, and a `<` that begins nothing.
    name: String,
    is_end: bool,
    /// Whether it ends with `/>`.
    is_closed: bool,
    attributes: Vec<(String, Option<&'html str>)>,
    n_bytes: usize,
}

impl<'html> Tag<'html> {
    /// Reads what `html` begins with, which is a `<`.
    fn read(html: &'html str) -> Self {
        let nothing = |n_bytes: usize| Self {
            source: &html[..n_bytes],
            name: String::new(),
            is_end: false,
            is_closed: false,
            attributes: Vec::new(),
            n_bytes,
        };
        if html.starts_with("<!") {
            let (end, n) = if html.starts_with("<!--") { ("-->", 3) } else { (">", 1) };
            return nothing(html.find(end).map_or(html.len(), |at| at + n));
        }
        let is_end = html.starts_with("</");
        let mut at = 1 + usize::from(is_end);
        let name = word(&html[at..]);
        if name.is_empty() {
            return nothing(1);
        }
        at += name.len();
        let mut attributes = Vec::new();
        let mut is_closed;
        loop {
            let rest = html[at..].trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            is_closed = html[at..html.len() - rest.len()].ends_with('/');
            at = html.len() - rest.len();
            if rest.is_empty() || rest.starts_with('>') {
                at = (at + 1).min(html.len());
                break;
            }
            let key = word(rest);
            // A sign that begins no name.
            at += key.len().max(rest.chars().next().map_or(1, char::len_utf8) * usize::from(key.is_empty()));
            let Some(behind) = html[at..].strip_prefix('=').filter(|_| !key.is_empty()) else {
                if !key.is_empty() {
                    attributes.push((key.to_ascii_lowercase(), None));
                }
                continue;
            };
            let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = match quote {
                Some(quote) => behind[1..].split(quote).next().unwrap_or_default(),
                None => behind.split(|c: char| c.is_ascii_whitespace() || c == '>').next().unwrap_or_default(),
            };
            at = (at + 1 + value.len() + 2 * usize::from(quote.is_some())).min(html.len());
            attributes.push((key.to_ascii_lowercase(), Some(value)));
        }
        Self { source: &html[..at], name: name.to_ascii_lowercase(), is_end, is_closed, attributes, n_bytes: at }
    }

    fn value(&self, name: &str) -> Option<&'html str> {
        self.attributes.iter().find(|(key, _)| key == name).and_then(|(_, value)| *value)
    }
}

/// The letters that a name is made of.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn localised(html: &str) -> String {
        let held = ["assets/a.css", "before/listings/a/index.html", "before/listings/a/film %.gif"].map(str::to_owned).into();
        let places = Places {
            token: "tok",
            side: "before/",
            page: "before/listings/b/index.html",
            held: &held,
            live: Some("https://live.example/x/"),
            is_live: &|path| !path.contains("new"),
        };
        places.page(html, "note")
    }

    #[test]
    fn an_address_leads_to_a_file_of_the_preview_or_to_the_site_as_it_is_or_nowhere() {
        for (given, wanted) in [
            (
                "<link rel=\"stylesheet\" href=\"/tok/assets/a.css\" integrity=\"x\" crossorigin=\"anonymous\">",
                "<link rel=\"stylesheet\" href=\"../../../assets/a.css\">",
            ),
            ("<a href=\"/tok/listings/a/#part\">A</a>", "<a href=\"../../../before/listings/a/index.html#part\">A</a>"),
            ("<img src=\"/tok/listings/a/film%20%25.gif\">", "<img src=\"../../../before/listings/a/film%20%25.gif\">"),
            (
                "<a href='/tok/apps/?a=b'>",
                "<a href=\"https://live.example/x/apps/?a=b\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">",
            ),
            ("<a href=/tok/apps/new/>New</a>", "<a>New</a>"),
            ("<a href=\"#here\" onclick=\"x()\">", "<a href=\"#here\">"),
            ("<code>https://preview.invalid/tok/listings/a/</code>", "<code>https://live.example/x/listings/a/</code>"),
            ("<img src=\"/tok/images/gone.png\" alt=\"A &lt; B\">", "<img alt=\"A &lt; B\">"),
            ("<img src=\"https://evil.example/p.png\">", "<img>"),
            ("<svg viewBox=\"0 0 2 2\"><path d=\"M0 0h2\" /></svg>", "<svg viewbox=\"0 0 2 2\"><path d=\"M0 0h2\"/></svg>"),
        ] {
            assert_eq!(localised(given), wanted, "{given}");
        }
    }

    #[test]
    fn scripts_and_forms_are_removed() {
        for html in [
            "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>",
            "<SCRIPT src=x></SCRIPT>",
            "<form action=\"/tok/search/\"><input name=q></form>",
            "<link rel=\"manifest\" href=\"/tok/manifest.json\">",
            "<meta http-equiv=\"refresh\" content=\"0; url=https://evil.example\">",
            "<base href=\"https://evil.example/\">",
            "<iframe srcdoc=\"x\"></iframe>",
        ] {
            assert_eq!(localised(html).to_lowercase().replace("</script>", ""), "", "{html}");
        }
        for address in
            ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//evil.example/", "/etc/passwd", "../../x", "file:///etc/passwd"]
        {
            assert_eq!(localised(&format!("<a href=\"{address}\">x</a>")), "<a>x</a>", "{address}");
        }
    }

    #[test]
    fn a_page_says_what_it_is_and_what_it_may_do() {
        let page = localised("<!doctype html><html><head><meta charset=\"utf-8\"></head><body class=\"a\"><p>1 < 2</p></body></html>");
        assert!(
            page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';") && page.contains("noindex"),
            "{page}"
        );
        assert!(
            page.contains("<body class=\"a\">\n<aside class=\"wrap\" aria-label=\"Preview\">")
                && page.ends_with("<p>1 < 2</p></body></html>"),
            "{page}"
        );
    }
}
