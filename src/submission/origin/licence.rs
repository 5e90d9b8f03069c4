//! Names of licences → SPDX identifiers, where the name leaves no doubt.

/// Identifiers from the [SPDX list](https://spdx.org/licenses/), with other ways to write them. GPL without "only" or "or later" is no identifier and is left to a person.
const LICENCES: [(&str, &[&str]); 14] = [
    ("Apache-2.0", &["apache 2.0", "apache license 2.0", "apache license, version 2.0", "apache license version 2.0"]),
    ("MIT", &["mit license", "the mit license", "mit licence", "expat"]),
    ("BSD-3-Clause", &["bsd 3-clause", "bsd 3-clause license", "new bsd license"]),
    ("BSD-2-Clause", &["bsd 2-clause", "bsd 2-clause license", "simplified bsd license"]),
    ("ISC", &["isc license"]),
    ("MPL-2.0", &["mpl 2.0", "mozilla public license 2.0"]),
    ("Unlicense", &["the unlicense"]),
    ("0BSD", &[]),
    ("GPL-3.0-only", &[]),
    ("GPL-3.0-or-later", &[]),
    ("AGPL-3.0-only", &[]),
    ("AGPL-3.0-or-later", &[]),
    ("EUPL-1.2", &[]),
    ("CC0-1.0", &["cc0 1.0"]),
];

/// The identifier of the licence that is called `name`.
pub(super) fn identifier(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_end_matches('.').to_lowercase();
    let is = |(id, names): &&(&'static str, &'static [&'static str])| id.to_lowercase() == name || names.contains(&name.as_str());
    LICENCES.iter().find(is).map(|(id, _)| *id)
}

/// The one licence that a text names; none when it names several.
pub(super) fn named_in(text: &str) -> Option<&'static str> {
    let text = format!(" {} ", text.to_lowercase().replace(|c: char| !c.is_alphanumeric() && !"-.".contains(c), " "));
    let names_it = |(id, names): &&(&'static str, &'static [&'static str])| {
        let id = id.to_lowercase();
        std::iter::once(id.as_str()).chain(names.iter().copied()).any(|name| {
            let name = name.replace(',', " ");
            text.contains(&format!(" {name} ")) || text.contains(&format!(" {name}. "))
        })
    };
    let mut found = LICENCES.iter().filter(names_it).map(|(id, _)| *id);
    found.next().filter(|_| found.next().is_none())
}

/// The SPDX expressions that a badge at `url` states with the text `alt`, of which none is a guess.
pub(super) fn on_badge(url: &str, alt: &str) -> Vec<String> {
    let is_licence = |word: &str| matches!(word.trim().to_lowercase().as_str(), "license" | "licence");
    // `https://img.shields.io/badge/LABEL-MESSAGE-COLOUR`; there, `--` is a hyphen and `_` a space.
    let of_url = url.split_once("shields.io/badge/").map(|(_, path)| {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = path.trim_end_matches(".svg").trim_end_matches(".png").replace("--", "\0").replace('_', " ").replace("%20", " ");
        path.split('-').map(|part| part.replace('\0', "-")).collect::<Vec<_>>()
    });
    let of_url = of_url.and_then(|parts| match parts.as_slice() {
        [label, message, _] if is_licence(label) => Some(message.clone()),
        _ => None,
    });
    let words = alt.split_once(':').or_else(|| alt.split_once(' ')).filter(|(label, _)| is_licence(label)).map(|(_, words)| words);
    let of_alt = words.or_else(|| alt.rsplit_once(' ').filter(|(_, label)| is_licence(label)).map(|(words, _)| words));
    let stated = of_url.into_iter().chain(of_alt.map(str::to_owned)).map(|words| words.trim().to_owned());
    stated.filter(|words| spdx::Expression::parse(words).is_ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::{identifier, named_in};

    #[test]
    fn a_licence_is_taken_only_without_doubt() {
        assert_eq!(identifier("Apache 2.0"), Some("Apache-2.0"));
        assert_eq!(identifier("GPL"), None);
        assert_eq!(named_in("Released under the [MIT License](LICENSE)."), Some("MIT"));
        assert_eq!(named_in("MIT License or Apache-2.0, as you like."), None);
        assert_eq!(named_in("Submit a patch."), None);
    }
}
