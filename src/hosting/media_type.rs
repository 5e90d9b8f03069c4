//! Which media type a file is served as.

use super::pattern::matches;

/// Files whose ending does not say what they are. Hosts guess by the ending, so these get a rule in `_headers`.
pub(super) const NAMED: [(&str, &str); 10] = [
    ("feed.xml", ATOM),
    ("security.xml", ATOM),
    ("apps/:app/feed.xml", ATOM),
    ("listings/:listing/feed.xml", ATOM),
    ("publishers/:publisher/feed.xml", ATOM),
    ("tags/:tag/feed.xml", ATOM),
    ("feed.json", "application/feed+json"),
    ("manifest.webmanifest", "application/manifest+json"),
    ("opensearch.xml", "application/opensearchdescription+xml"),
    // Under any other type a browser takes no notice of it.
    ("speculation.json", "application/speculationrules+json"),
];

const ATOM: &str = "application/atom+xml";

/// The media type of the file at `path` below the root, such as `listings/slack/`.
#[must_use]
pub fn media_type(path: &str) -> &'static str {
    match NAMED.iter().find(|(pattern, _)| matches(pattern, path)) {
        Some((_, named)) => named,
        None => of_ending(path),
    }
}

fn of_ending(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        None if name.is_empty() => "text/html; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("xml") => "application/xml",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("gif") => "image/gif",
        Some("pdf") => "application/pdf",
        Some("woff2") => "font/woff2",
        Some("txt" | "md" | "csv" | "yaml" | "yml") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_decides_before_its_extension() {
        for (path, wanted) in [
            ("", "text/html; charset=utf-8"),
            ("listings/a/", "text/html; charset=utf-8"),
            ("404.html", "text/html; charset=utf-8"),
            ("listings/a/feed.xml", "application/atom+xml"),
            ("sitemap.xml", "application/xml"),
            ("feed.json", "application/feed+json"),
            ("catalogue.json", "application/json"),
            ("speculation.json", "application/speculationrules+json"),
            ("listings/a/LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(media_type(path), wanted, "{path}");
        }
    }
}
