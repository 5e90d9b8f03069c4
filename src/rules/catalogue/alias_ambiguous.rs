//! `alias-ambiguous`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::{AppFile, TagsFile};
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};
use crate::source::{ContentPath, Spanned};
use std::collections::HashMap;

rule! {
    /// An alias of a tag or an app is also a name of another one.
    ///
    /// A search for it leads to one of the two, and misspelt submissions can no longer be fixed automatically.
    ///
    /// ```files,fails
    /// ==> tags.yaml <==
    /// - {id: crm, label: Customers, description: Customer records., aliases: [money]}
    /// - {id: finance, label: Finance, description: Books., aliases: [Money]}
    /// ```
    /// ```files,passes
    /// ==> tags.yaml <==
    /// - {id: crm, label: Customers, description: Customer records., aliases: [clients]}
    /// - {id: finance, label: Finance, description: Books., aliases: [money]}
    /// ```
    ALIAS_AMBIGUOUS = { id: "C020", name: "alias-ambiguous", level: Warn, since: "0.1", check: Catalogue(check) }
}

/// A tag or an app: its names, and its aliases.
struct Known<'raw> {
    noun: &'static str,
    names: Vec<&'raw str>,
    aliases: &'raw [Spanned<Box<str>>],
    path: &'raw ContentPath,
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for known in [tags(raw), apps(raw)] {
        let mut owners: HashMap<String, usize> = HashMap::new();
        for (n, entry) in known.iter().enumerate() {
            for name in &entry.names {
                owners.entry(loose(name)).or_insert(n);
            }
        }
        for (n, entry) in known.iter().enumerate() {
            for alias in entry.aliases {
                let owner = *owners.entry(loose(alias)).or_insert(n);
                if owner != n {
                    let Known { noun, names, .. } = &known[owner];
                    let other = names.first().copied().unwrap_or_default();
                    findings
                        .elsewhere(
                            entry.path,
                            Some(alias.span),
                            format!("`{}` is also a name of the {noun} `{}`", shortened(alias), shortened(other)),
                        )
                        .help("keep it where most visitors would look, and remove the other");
                }
            }
        }
    }
}

fn tags(raw: &RawCatalogue) -> Vec<Known<'_>> {
    let Some((document, tags)) = raw.all::<TagsFile>().next() else { return Vec::new() };
    let known = tags.0.iter().map(|tag| Known {
        noun: "tag",
        names: [&tag.id, &tag.label].into_iter().filter_map(|field| field.get()).map(|name| &**name).collect(),
        aliases: tag.aliases.items(),
        path: &document.path,
    });
    known.collect()
}

fn apps(raw: &RawCatalogue) -> Vec<Known<'_>> {
    let known = raw.all::<AppFile>().map(|(document, app)| Known {
        noun: "app",
        names: app.name.get().map(|name| &**name).into_iter().collect(),
        aliases: app.aliases.items(),
        path: &document.path,
    });
    known.collect()
}
