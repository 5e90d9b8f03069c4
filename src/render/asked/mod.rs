//! Which variables templates ask for that no view has: a slip, or a variable of an earlier version. Knows no engine, which parses the templates before,
//! and no file system.

mod component;
mod known;
mod scan;
mod tags;

use std::collections::{BTreeMap, BTreeSet};

use super::ResolvedTheme;
use super::views::variables;
use component::definitions;
pub(super) use component::{Argument, Component};
use known::Known;
use scan::{Call, Names, Scan, Surroundings, bound, scan};
use tags::{Kind, Tag, tags};

/// Components in components: after so many rounds what they are handed is known.
const MAX_ROUNDS: usize = 12;

/// A variable that a template asks for and no view has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownVariable {
    /// The template by its name, such as `components/card.html`.
    pub template: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its column, from 1, in characters.
    pub column: usize,
    /// The variable, such as `card.nme`.
    pub variable: String,
    /// The variable that was probably meant.
    pub nearest: Option<String>,
}

/// The variables that templates of `theme` ask for and no view has. Of what is not certain nothing is said. Takes templates that the engine can parse.
#[must_use]
pub fn unknown_variables(theme: &ResolvedTheme) -> Vec<UnknownVariable> {
    let templates: BTreeMap<&str, Vec<Tag<'_>>> = theme.templates.iter().map(|(name, text)| (name.as_str(), tags(text))).collect();
    let around = surroundings(&templates);
    let unknown = |(name, scan): (&str, Scan<'_>)| {
        let text = theme.templates.get(name).map(String::as_str).unwrap_or_default();
        let unknown = |missing: scan::Missing| {
            let before = text.get(..missing.at).unwrap_or_default();
            let line = before.rsplit('\n').next().unwrap_or_default();
            UnknownVariable {
                template: name.to_owned(),
                line: before.matches('\n').count() + 1,
                column: line.chars().count() + 1,
                variable: missing.variable,
                nearest: missing.nearest,
            }
        };
        scan.missing.into_iter().map(unknown).collect::<Vec<_>>()
    };
    scans(&templates, &around).0.into_iter().flat_map(unknown).collect()
}

/// The components of `theme`, each with the template that defines it.
pub(super) fn components(theme: &ResolvedTheme) -> Vec<(&str, Component<'_>)> {
    let templates: BTreeMap<&str, Vec<Tag<'_>>> = theme.templates.iter().map(|(name, text)| (name.as_str(), tags(text))).collect();
    let (_, args) = scans(&templates, &surroundings(&templates));
    let mut found = Vec::new();
    for (name, tags) in &templates {
        found.extend(definitions(tags, &args).into_iter().map(|component| (*name, component)));
    }
    found
}

/// The scan of each template, and the arguments of each component.
type Scans<'text> = (Vec<(&'text str, Scan<'text>)>, BTreeMap<String, Names<'text>>);

/// Reads all templates, until it is known what each component is handed.
fn scans<'text>(templates: &BTreeMap<&'text str, Vec<Tag<'text>>>, around: &BTreeMap<&'text str, Surroundings<'text>>) -> Scans<'text> {
    let mut args = BTreeMap::new();
    let mut found = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let read = |(name, tags): (&&'text str, &Vec<Tag<'text>>)| Some((*name, scan(tags, around.get(name)?, &args)));
        found = templates.iter().filter_map(read).collect();
        let handed = handed(found.iter().flat_map(|(_, scan)| &scan.calls));
        // What is handed over changes names, or nothing changes any more.
        let is_settled = known_names(&handed) == known_names(&args);
        args = handed;
        if is_settled {
            break;
        }
    }
    (found, args)
}

/// Of each argument of each component, whether its kind is known.
fn known_names(args: &BTreeMap<String, Names<'_>>) -> Vec<(String, bool)> {
    args.iter()
        .flat_map(|(component, names)| names.iter().map(move |(name, known)| (format!("{component} {name}"), known.is_some())))
        .collect()
}

/// Returns the arguments that `calls` pass to each component: of each argument the kind that all of them agree in.
fn handed<'text: 'scan, 'scan>(calls: impl Iterator<Item = &'scan Call<'text>>) -> BTreeMap<String, Names<'text>> {
    let mut all: BTreeMap<String, Names<'text>> = BTreeMap::new();
    let mut open = BTreeSet::new();
    for call in calls {
        if call.is_open {
            open.insert(call.component.clone());
        }
        let names = all.entry(call.component.clone()).or_default();
        for (name, known) in &call.args {
            let agreed = match names.get(name) {
                Some(before) => before.zip(*known).and_then(|(before, known)| before.and(known)),
                None => *known,
            };
            names.insert(name, agreed);
        }
    }
    all.retain(|component, _| !open.contains(component));
    all
}

/// Returns the names that each template can read, by the pages that include it.
fn surroundings<'text>(templates: &BTreeMap<&'text str, Vec<Tag<'text>>>) -> BTreeMap<&'text str, Surroundings<'text>> {
    let mut all: BTreeMap<&str, Surroundings<'_>> = templates.keys().map(|name| (*name, Surroundings::default())).collect();
    for page in templates.keys() {
        let Some(variables) = variables(page) else { continue };
        let parts = parts(page, templates);
        let bound: BTreeSet<&str> = parts.iter().filter_map(|part| templates.get(part)).flat_map(|tags| bound(tags)).collect();
        for part in parts {
            let around = all.entry(part).or_default();
            around.is_shown = true;
            around.bound.extend(&bound);
            for &(name, value_type) in &variables {
                let known = Known::new(value_type);
                let agreed = around.context.get(name).map_or(Some(known), |before| before.and_then(|before| before.and(known)));
                around.context.insert(name, agreed);
            }
        }
    }
    all
}

/// The templates that `page` is made of: itself, what it extends and what it includes.
fn parts<'text>(page: &'text str, templates: &BTreeMap<&'text str, Vec<Tag<'text>>>) -> BTreeSet<&'text str> {
    let mut found = BTreeSet::from([page]);
    let mut open = vec![page];
    while let Some(name) = open.pop() {
        let tags = templates.get(name).into_iter().flatten();
        let named = tags.filter(|tag| !tag.is_printed).filter_map(|tag| match tag.tokens.as_slice() {
            [word, name, ..] if name.kind == Kind::String && matches!(word.text, "extends" | "include") => Some(name.text),
            _ => None,
        });
        open.extend(named.filter(|name| found.insert(name)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::unknown_variables;
    use crate::render::ResolvedTheme;

    /// Returns the unknown variables in the template `name` of the default theme, when it is `text`.
    fn found(name: &str, text: &str) -> Vec<String> {
        let mut theme = ResolvedTheme::default();
        theme.templates.insert(name.to_owned(), text.to_owned());
        let told = |unknown: super::UnknownVariable| {
            let near = unknown.nearest.map(|near| format!(" -> {near}")).unwrap_or_default();
            format!("{}:{} {}{near}", unknown.line, unknown.column, unknown.variable)
        };
        unknown_variables(&theme).into_iter().filter(|unknown| unknown.template == name).map(told).collect()
    }

    #[test]
    fn shipped_templates_ask_for_nothing_that_no_view_has() {
        assert_eq!(unknown_variables(&ResolvedTheme::default()), []);
    }

    #[test]
    fn an_unknown_variable_is_found_anywhere_in_a_template() {
        let page =
            |text: &str| found("listing.html", &format!("{{% extends \"base.html\" %}}{{% block main %}}\n{text}{{% endblock main %}}"));
        for (text, told) in [
            ("{{ listing.sumary }}", "2:12 listing.sumary -> listing.summary"),
            ("é {% if page.heading and not listing.app.nme %}{% endif %}", "2:42 listing.app.nme -> listing.app.name"),
            ("{% for v in listing.versions %}{% for c in v.changes %}{{ c.txt }}{% endfor %}{% endfor %}", "2:61 c.txt -> c.text"),
            ("{% for v in listing.versions | slice(end=3) | reverse %}{{ v.dat.iso }}{% endfor %}", "2:62 v.dat -> v.date"),
            ("{{ listing.versions[0].verson }}", ""),
            ("{% set app = listing.app %}{{ app.nam }}", "2:35 app.nam -> app.name"),
            ("{{ listng.name }}", "2:4 listng -> listing"),
            ("{{ \"byline\" | t(publisher=listing.publishr) }}", "2:35 listing.publishr -> listing.publisher"),
            ("{{ <cards cards={listing.childen} look=\"rows\" /> }}", "2:26 listing.childen -> listing.children"),
            ("{{ [c.nme for c in listing.children] | length }}{{ site.titel ~ \"x\" }}", "2:57 site.titel -> site.title"),
            ("{{ listing.name if site.n_listings < page.nothing_like_it else \"\" }}", "2:43 page.nothing_like_it"),
        ] {
            assert_eq!(page(text).join(", "), told, "{text}");
        }
        assert_eq!(found("base.html", "{{ page.heding }}{{ nothing }}"), ["1:9 page.heding -> page.heading", "1:21 nothing"]);
        assert_eq!(found("share.svg", "{{ card.nme }}{{ page }}"), ["1:9 card.nme -> card.name", "1:18 page"]);
    }

    #[test]
    fn arguments_of_a_component_are_known_from_all_its_calls() {
        let card = |text: &str| {
            found(
                "components/card.html",
                &format!(
                    "{{% component card(card, level: integer = 3, eager: bool = false, why = none) %}}{text}{{% endcomponent card %}}"
                ),
            )
        };
        assert_eq!(
            card("{{ card.nme }}{% for b in card.badges %}{{ b.lable }}{% endfor %}"),
            ["1:88 card.nme -> card.name", "1:125 b.lable -> b.label"]
        );
        assert_eq!(card("{{ card.icon.letter }}{{ nobody_knows }}"), ["1:93 card.icon.letter -> card.icon.letters"]);
        let mut theme = ResolvedTheme::default();
        theme.templates.insert("home.html".to_owned(), "{{ <card card={ {\"nme\": 1} } /> }}".to_owned());
        theme.templates.insert("components/card.html".to_owned(), "{% component card(card) %}{{ card.nme }}{% endcomponent %}".to_owned());
        assert_eq!(unknown_variables(&theme), [], "somebody hands over a map of their own");
    }

    #[test]
    fn uncertain_variables_are_not_reported() {
        for text in [
            "{% if listing.rating is defined %}{{ listing.rating | default(value=3) }}{% endif %}{{ listing?.rating }}",
            "{% if listing.rating is not defined %}{% endif %}",
            "{% set listing = site %}{{ listing.title }}",
            "{% set x = {\"a\": 1} %}{{ x.b }}{% for k, v in x %}{{ v.w }}{% endfor %}{{ loop.index }}{{ v }}",
            "{% if listing %}{% set x = listing.app %}{% else %}{% set x = site %}{% endif %}{{ x.title }}",
            "{{ range(end=3) }}{{ listing.name | truncate(length=3, end=\"…\") }}{{ 3 is divisible_by(divisor=2) }}",
            "{{ listing.versions[0].anything }}{{ listing[\"rating\"] }}{{ listing.name.parts }}",
            "{# {{ listing.rating }} #}{% raw %}{{ listing.rating }}{% endraw %}{{ \"{{ listing.rating }}\" }}",
            "{% include \"partials/own.html\" %}{% filter upper %}{{ listing.name }}{% endfilter %}",
        ] {
            assert_eq!(found("listing.html", text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(found("partials/unused.html", "{{ anything.at_all }}"), Vec::<String>::new());
        assert_eq!(
            found("components/own.html", "{% component own(x, ...rest) %}{{ x.y }}{{ rest.z }}{{ body }}{% endcomponent %}"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_name_that_the_frame_around_a_page_binds_may_be_meant() {
        let mut theme = ResolvedTheme::default();
        let base = theme.templates.get("base.html").cloned().unwrap_or_default();
        theme.templates.insert("base.html".to_owned(), format!("{{% set year = 2026 %}}{base}"));
        theme
            .templates
            .insert("rule.html".to_owned(), "{% extends \"base.html\" %}{% block main %}{{ year }}{{ yaer }}{% endblock %}".to_owned());
        let unknown: Vec<_> = unknown_variables(&theme).into_iter().map(|unknown| unknown.variable).collect();
        assert_eq!(unknown, ["yaer"]);
    }
}
