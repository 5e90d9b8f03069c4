//! A secret in a message. Messages end up in logs and mails, which more people read than the repository: there a key must not be repeated whole.

/// The beginning of `text` and dots for the rest.
pub(super) fn redacted(text: &str) -> String {
    const MAX_SHOWN: usize = 8;
    if text.starts_with("-----") {
        return text.to_owned();
    }
    let n_shown = MAX_SHOWN.min(text.chars().count() / 3);
    let start: String = text.chars().take(n_shown).collect();
    format!("{start}…")
}

#[cfg(test)]
mod tests {
    use super::redacted;

    #[test]
    fn a_report_does_not_repeat_a_key() {
        assert_eq!(redacted("AKIAQK4NZ7WXR2LMPT5V"), "AKIAQK…");
        assert_eq!(redacted("short"), "s…");
        assert_eq!(redacted("-----BEGIN PRIVATE KEY-----"), "-----BEGIN PRIVATE KEY-----");
    }
}
