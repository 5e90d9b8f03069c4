//! `license-not-spdx`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};
use spdx::error::Reason;
use spdx::{Expression, imprecise_license_id};

rule! {
    /// The licence is not an SPDX expression.
    ///
    /// Programs compare licences with those that a company allows, and recognise them only by their identifiers. The identifiers are those of the
    /// [SPDX list](https://spdx.org/licenses/); a licence of your own is `LicenseRef-Acme-Terms`.
    ///
    /// ```yaml,fails
    /// license: Apache 2.0
    /// ```
    /// ```yaml,fails
    /// license: GPL-3.0
    /// ```
    /// ```yaml,fails
    /// license: GPL-3.0+
    /// ```
    /// ```yaml,fails
    /// license: MIT / Apache-2.0
    /// ```
    /// ```yaml,fails
    /// license: Proprietary
    /// ```
    /// ```yaml,passes
    /// license: Apache-2.0
    /// ```
    /// ```yaml,passes
    /// license: MIT OR Apache-2.0
    /// ```
    /// ```yaml,passes
    /// license: LicenseRef-Acme-Terms
    /// ```
    LICENSE_NOT_SPDX = { id: "L253", name: "license-not-spdx", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(license) = listing.file.license.spanned().filter(|_| !listing.is_gone()) else { return };
    let text = license.trim();
    let Err(error) = Expression::parse(text) else { return };
    let message = format!("licence `{}` is not an SPDX expression", shortened(text));
    let finding = findings.at(license.span, message);
    if let Some((old, new)) = successor(text) {
        let finding = finding.label("a deprecated identifier").help(format!("write `{new}`"));
        if old == text {
            finding.fix(license.span, scalar(&new));
        } else {
            finding.suggest(license.span, scalar(&text.replace(&old, &new)));
        }
        return;
    }
    match (&error.reason, meant(text)) {
        (Reason::DeprecatedLicenseId, _) => {
            let old = text.get(error.span.clone()).unwrap_or(text);
            let new: Vec<String> =
                ["only", "or-later"].iter().filter_map(|end| known(&format!("{old}-{end}"))).map(|id| format!("`{id}`")).collect();
            let help = match new.is_empty() {
                true => format!("`{old}` is deprecated: see spdx.org/licenses for its replacement"),
                false => format!("write {}: only the owner of the code knows which", new.join(" or ")),
            };
            finding.label("a deprecated identifier").help(help)
        }
        // A slash is not an operator: it can mean a choice, or both at once.
        (_, Some(meant)) if text.contains('/') => finding
            .help(format!("write `{meant}` if users may choose, or `AND` instead of `OR` if both apply"))
            .suggest(license.span, scalar(&meant)),
        (_, Some(meant)) if is_said(text, &meant) => finding.help(format!("write `{meant}`")).fix(license.span, scalar(&meant)),
        (_, Some(meant)) => finding.help(format!("write `{meant}` if that is the version")).suggest(license.span, scalar(&meant)),
        (_, None) => finding
            .help("use identifiers from spdx.org/licenses, such as `MIT`, and join several with `OR`, `AND` and `WITH`")
            .help("for a licence of your own, write `LicenseRef-` and a name, such as `LicenseRef-Acme-Terms`"),
    };
}

/// The identifier `name`, if it is on the list and not deprecated.
fn known(name: &str) -> Option<&'static str> {
    spdx::license_id(name).filter(|id| !id.is_deprecated()).map(|id| id.name)
}

/// A deprecated identifier with a plus in `text`, and its replacement: `GPL-3.0+` → `GPL-3.0-or-later`.
fn successor(text: &str) -> Option<(String, String)> {
    text.split([' ', '(', ')']).find_map(|word| {
        let later = known(&format!("{}-or-later", word.strip_suffix('+')?))?;
        Some((word.to_owned(), later.to_owned()))
    })
}

/// The one expression that `text` can only have meant: `Apache 2.0` → `Apache-2.0`.
fn meant(text: &str) -> Option<String> {
    let whole = imprecise_license_id(text).filter(|&(_, len)| len == text.len()).map(|(id, _)| id.name.to_owned());
    let by_case =
        || spdx::identifiers::LICENSES.iter().map(|license| license.name).find(|name| name.eq_ignore_ascii_case(text)).map(str::to_owned);
    let meant = whole.or_else(by_case).or_else(|| Expression::canonicalize(text).ok().flatten())?;
    Expression::parse(&meant).ok().map(|_| meant)
}

/// Whether `text` itself says all that `meant` says: which version, and whether later ones are allowed. No one may choose a licence for someone else.
fn is_said(text: &str, meant: &str) -> bool {
    let numbers = |text: &str| {
        let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty() && *number != "0");
        numbers.map(str::to_owned).collect::<Vec<_>>()
    };
    let says = |word: &str| meant.matches(word).count() == text.to_ascii_lowercase().matches(word).count();
    numbers(text) == numbers(meant) && says("only") && says("later")
}

#[cfg(test)]
mod tests {
    use super::{is_said, known, meant, successor};

    #[test]
    fn suggested_licences_exist() {
        assert_eq!(successor("GPL-3.0+"), Some(("GPL-3.0+".to_owned(), "GPL-3.0-or-later".to_owned())));
        assert_eq!(successor("MIT OR LGPL-2.1+"), Some(("LGPL-2.1+".to_owned(), "LGPL-2.1-or-later".to_owned())));
        assert_eq!(successor("MIT+"), None);
        assert_eq!(known("GPL-3.0-only"), Some("GPL-3.0-only"));
        assert_eq!(known("GPL-3.0"), None);
        assert_eq!(known("BSD-2-Clause-FreeBSD-only"), None);
    }

    #[test]
    fn a_missing_licence_version_is_not_invented() {
        let fixed = |text: &str| meant(text).filter(|meant| is_said(text, meant));
        assert_eq!(fixed("Apache 2.0").as_deref(), Some("Apache-2.0"));
        assert_eq!(fixed("mit").as_deref(), Some("MIT"));
        for text in ["GPL", "GPLv3", "BSD", "Apache", "LGPL", "MPL", "GPL OR MIT"] {
            assert_eq!(fixed(text), None, "{text}");
        }
    }
}
