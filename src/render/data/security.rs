//! `.well-known/security.txt` ([RFC 9116](https://www.rfc-editor.org/rfc/rfc9116)): whom to tell of a security problem.

use std::fmt::Write as _;

use crate::site::{Site, SiteFile};

/// The file; empty when the settings say nothing.
pub(super) fn text(site: &Site) -> String {
    let Some(security) = &site.catalogue.settings.security else { return String::new() };
    let mut text = String::new();
    let mut field = |name: &str, value: &str| {
        // A value is one line: whatever is after a line break could pass for another field.
        let _ = writeln!(text, "{name}: {}", value.lines().next().unwrap_or_default().trim());
    };
    for contact in &security.contacts {
        let is_mail = !contact.contains(':');
        field("Contact", &if is_mail { format!("mailto:{contact}") } else { contact.to_string() });
    }
    field("Expires", &format!("{}T00:00:00Z", security.expires));
    for (name, link) in [("Encryption", &security.encryption), ("Acknowledgments", &security.acknowledgments), ("Policy", &security.policy)]
    {
        if let Some(link) = link {
            field(name, link.url.as_str());
        }
    }
    field("Canonical", &site.address.absolute(&SiteFile::Security.path()));
    text
}
