//! E-mail addresses. Knows what one looks like; sends nothing.

/// Whether `text` is a single e-mail address such as `help@acme.example`. Stricter than the standard: quoted local parts and bare hosts
/// are not usual in support addresses.
pub(in crate::rules) fn is_address(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let valid_local = !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    let labels: Vec<&str> = host.split('.').collect();
    let valid_label = |label: &&str| {
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let valid_host =
        labels.len() > 1 && labels.iter().all(valid_label) && labels.last().is_some_and(|top| !top.bytes().all(|b| b.is_ascii_digit()));
    valid_local && valid_host
}

/// The addresses in `text`, between spaces, commas and semicolons.
pub(crate) fn addresses(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
        .map(|word| word.trim_matches(|c: char| matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\'' | '.' | ':')))
        .map(|word| word.strip_prefix("mailto:").unwrap_or(word))
        .filter(|word| is_address(word))
}

#[cfg(test)]
mod tests {
    use super::{addresses, is_address};

    #[test]
    fn an_address_has_a_local_part_and_a_host() {
        for text in ["help@acme.example", "a.b+c@mail.acme.example", "ärger@büro.example"] {
            assert!(is_address(text), "{text}");
        }
        for text in [
            "",
            "help",
            "help@",
            "@acme.example",
            "help@localhost",
            "a b@acme.example",
            "a@b@acme.example",
            "image@1.2.3.4",
            "a@b..example",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }

    #[test]
    fn a_digest_is_not_an_email_address() {
        assert_eq!(addresses("docker run acme/tool@sha256:0123 user@host").count(), 0);
        assert_eq!(addresses("Ann <ann@acme.example>; bob@acme.example").collect::<Vec<_>>(), ["ann@acme.example", "bob@acme.example"]);
    }
}
