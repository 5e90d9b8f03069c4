//! Paths as `_headers` describes them: `assets/*`, `tags/:tag/feed.xml`. The syntax that Netlify and Cloudflare have in common.

/// Whether `path`, below the root and without a leading slash, is one that `pattern` describes.
///
/// `:name` is one segment that is not empty; `*` at the end is everything that is left, slashes and nothing at all among it.
pub(super) fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('/') {
        _ if pattern == "*" => true,
        None => !path.contains('/') && is_segment(pattern, path),
        Some((first, rest)) => path.split_once('/').is_some_and(|(segment, left)| is_segment(first, segment) && matches(rest, left)),
    }
}

fn is_segment(pattern: &str, segment: &str) -> bool {
    if pattern.starts_with(':') { !segment.is_empty() } else { pattern == segment }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_describes_what_the_hosts_take_it_for() {
        for (pattern, path) in [
            ("*", ""),
            ("*", "listings/a/"),
            ("assets/*", "assets/"),
            ("assets/*", "assets/search/words/1.json"),
            ("feed.xml", "feed.xml"),
            ("tags/:tag/feed.xml", "tags/crm/feed.xml"),
        ] {
            assert!(matches(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("assets/*", "assets"),
            ("assets/*", "listings/assets/a"),
            ("feed.xml", "tags/crm/feed.xml"),
            ("tags/:tag/feed.xml", "tags/feed.xml"),
            ("tags/:tag/feed.xml", "tags//feed.xml"),
            ("tags/:tag/feed.xml", "tags/crm/new/feed.xml"),
        ] {
            assert!(!matches(pattern, path), "{pattern} {path}");
        }
    }
}
