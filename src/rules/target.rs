//! Where a link in Markdown points. Knows the forms of a URL; looks nothing up.

/// The target of a link or an image.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::rules) enum Target<'text> {
    /// Another site, or no page at all, such as an e-mail address.
    Elsewhere,
    /// `/guides/`: from the root of a site that only the reader's browser knows.
    Rooted,
    /// A heading of the same text.
    Fragment(&'text str),
    /// A file, and perhaps a heading in it.
    File(&'text str, Option<&'text str>),
}

impl<'text> Target<'text> {
    /// What `written` points to.
    pub(in crate::rules) fn new(written: &'text str) -> Self {
        let scheme = written.split_once(':').map(|(scheme, _)| scheme);
        let is_scheme = |text: &str| {
            text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
        };
        // `help@acme.example` was meant to be an e-mail address.
        let is_mail = written.contains('@') && !written.contains('/');
        if written.starts_with("//") || is_mail || scheme.is_some_and(is_scheme) {
            return Self::Elsewhere;
        }
        if written.starts_with('/') {
            return Self::Rooted;
        }
        let (file, fragment) = match written.split_once('#') {
            Some((file, fragment)) => (file, Some(fragment)),
            None => (written, None),
        };
        let file = file.split_once('?').map_or(file, |(file, _)| file);
        match (file, fragment) {
            ("", Some(fragment)) => Self::Fragment(fragment),
            _ => Self::File(file, fragment),
        }
    }
}

/// How `to` is written as a link in a file of the folder `from`: the inverse of [`crate::source::ContentPath::resolve`].
pub(in crate::rules) fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').filter(|segment| !segment.is_empty()).collect();
    let mut to: Vec<&str> = to.split('/').collect();
    while !from.is_empty() && to.len() > 1 && from.first() == to.first() {
        from.remove(0);
        to.remove(0);
    }
    format!("{}{}", "../".repeat(from.len()), to.join("/"))
}

/// `a%20b` → `a b`; text that is not encoded correctly stays as it is.
pub(in crate::rules) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = (first == b'%').then(|| tail.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Target, decoded, relative};

    #[test]
    fn a_link_is_sorted_by_its_form() {
        assert_eq!(Target::new("https://a.example/b#c"), Target::Elsewhere);
        assert_eq!(Target::new("//a.example/b"), Target::Elsewhere);
        assert_eq!(Target::new("mailto:help@acme.example"), Target::Elsewhere);
        assert_eq!(Target::new("help@acme.example"), Target::Elsewhere);
        assert_eq!(Target::new("/docs/a"), Target::Rooted);
        assert_eq!(Target::new("#setup"), Target::Fragment("setup"));
        assert_eq!(Target::new("docs/a.md?raw=1#setup"), Target::File("docs/a.md", Some("setup")));
    }

    #[test]
    fn a_path_is_relative_to_its_folder() {
        assert_eq!(relative("listings/acme", "listings/other/README.md"), "../other/README.md");
        assert_eq!(relative("listings/acme", "apps/slack.yaml"), "../../apps/slack.yaml");
        assert_eq!(relative("listings/acme", "listings/acme/README.md"), "README.md");
        assert_eq!(relative("pages", "listings/acme/README.md"), "../listings/acme/README.md");
    }

    #[test]
    fn a_wrong_escape_stays_as_written() {
        assert_eq!(decoded("a%20b"), "a b");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%ff"), "%ff");
    }
}
