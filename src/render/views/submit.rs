//! The page for submissions: the questions of `pressmark new` as a form, and what its script has to know of the catalogue. Knows no rule: what an
//! answer has to keep to comes with the questions.

use std::collections::BTreeMap;

use serde_json::json;

use super::frame::Frame;
use super::page::PageType;
use super::submit_form::{Agreement, FormControl, FormField, FormOption, FormPart, InputType, Submit};
use crate::catalogue::{Label, Repository};
use crate::format::ForgeKind;
use crate::render::templates::Values;
use crate::rules::{self, Levels, slug};
use crate::site::{Page, Site};
use crate::submission::account::number_page;
use crate::submission::{self, Kind, Need, Question, Requirements, Topic, form, issue_form};

/// A part of the form.
struct Part {
    id: &'static str,
    /// The messages of its heading, and of the line below it.
    title: &'static str,
    about: Option<&'static str>,
    /// The first question of it; the order is that of the questions.
    first: Topic,
}

const PARTS: [Part; 8] = [
    Part { id: "connector", title: "submit-part-connector", about: None, first: Topic::Name },
    Part { id: "text", title: "submit-part-text", about: Some("submit-part-text-about"), first: Topic::Summary },
    Part { id: "support", title: "submit-part-support", about: Some("submit-part-support-about"), first: Topic::SupportEmail },
    Part { id: "place", title: "submit-part-place", about: None, first: Topic::App },
    Part { id: "install", title: "submit-part-install", about: None, first: Topic::Install },
    Part { id: "publisher", title: "submit-part-publisher", about: None, first: Topic::Publisher },
    Part { id: "version", title: "submit-part-version", about: None, first: Topic::Version },
    Part { id: "agreement", title: "submit-part-agreement", about: None, first: Topic::Agreement },
];

/// The rules that the script of the page applies by itself, each at the level that it has in this catalogue.
const CHECKED: [&str; 15] = [
    "contact-placeholder",
    "duplicate-name",
    "email-malformed",
    "license-not-spdx",
    "name-too-long",
    "placeholder-in-listing",
    "placeholder-in-prose",
    "private-share-link",
    "summary-is-markdown",
    "summary-too-long",
    "too-many-keywords",
    "url-malformed",
    "url-placeholder",
    "url-with-userinfo",
    "version-malformed",
];

/// The form.
pub(super) fn submit(site: &Site, page: &Page) -> Values {
    let Some(repository) = &site.catalogue.settings.repository else { unreachable!("planned with a repository alone") };
    let Repository { forge, url, branch, .. } = repository;
    let forge = forge.unwrap_or(ForgeKind::Github);
    let host = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    // What never arises in this catalogue is no field.
    let asked: Vec<submission::FormField> = form(&Requirements::from_catalogue(&site.catalogue.settings))
        .into_iter()
        .filter(|field| field.question.is_asked && field.may_arise())
        .collect();
    let parts = PARTS.iter().enumerate().filter_map(|(n, part)| {
        let is_own = |topic| topic >= part.first && PARTS.get(n + 1).is_none_or(|next| topic < next.first);
        let fields: Vec<FormField> = asked.iter().filter(|row| is_own(row.question.topic)).map(|row| field(site, &host, row)).collect();
        let about = part.about.map(|key| site.language.text(key));
        (!fields.is_empty()).then(|| FormPart { id: part.id, title: site.language.text(part.title), about, fields })
    });
    let agreement = agreement(site);
    let levels = Levels::new(site.catalogue.settings.levels.iter().map(|(name, setting)| (&**name, *setting)));
    let levels: BTreeMap<&str, &str> =
        CHECKED.iter().filter_map(|name| Some((*name, levels.standing(rules::named(name)?).level.word()))).collect();
    let data = json!({
        "repository": {"forge": forge.word(), "url": url, "branch": branch, "folder": repository.folder(), "host": host, "accounts": number_page(forge, Some(url), "")},
        "fields": asked,
        "apps": site.catalogue.apps.values().map(|app| json!([app.name, app.slug])).collect::<Vec<_>>(),
        "publishers": site.catalogue.publishers.values().map(|publisher| json!([publisher.slug, publisher.name])).collect::<Vec<_>>(),
        "reserved": slug::reserved().collect::<Vec<_>>(),
        "agreement": agreement,
        "levels": levels,
    });
    let guide = site.catalogue.pages.iter().find(|page| &*page.slug == "publish").map(|page| site.address.url(&Site::prose(&page.slug)));
    let view = Submit {
        parts: parts.collect(),
        agreement,
        host: &host,
        repository_url: url,
        guide_url: guide,
        issue_url: issue_form(forge, url),
        data: data.to_string().replace('<', "\\u003c"),
    };
    Frame::new(page, PageType::Submit, site.language.text("submit-title"))
        .description(Some(&site.language.say("submit-lede", &[("host", (&*host).into())])))
        .around(site, &view)
}

/// The agreement in force, with the URL of its text.
fn agreement(site: &Site) -> Option<Agreement<'_>> {
    let version = site.catalogue.settings.agreement.as_deref()?;
    let page = site.catalogue.agreements.iter().find(|page| &*page.slug == version);
    Some(Agreement {
        version,
        title: site.language.say("agreement-title", &[("version", version.into())]),
        url: page.map(|page| site.address.url(&Site::agreement(&page.slug))),
    })
}

fn field(site: &Site, host: &str, row: &submission::FormField) -> FormField {
    let question = row.question;
    let control = match question.kind {
        Kind::Choice => FormControl::Radio,
        Kind::Choices => FormControl::Checkbox,
        Kind::Points | Kind::Paragraphs => FormControl::Lines,
        Kind::ChoiceOrLine => FormControl::List,
        Kind::Line | Kind::Words => FormControl::Line,
    };
    let input_type = match question.topic {
        Topic::SupportEmail => InputType::Email,
        _ if row.limits.is_url => InputType::Url,
        _ => InputType::Text,
    };
    FormField {
        id: question.flag,
        label: question.prompt(&site.language),
        hint: hint(site, host, question),
        control,
        input_type,
        usual: row.usual.map(str::to_owned),
        // Until the script knows more, the form is that of someone who has answered nothing.
        hidden: row.need_at_first() == Need::Skip,
        optional: row.need_at_first() == Need::Optional,
        options: options(site, question),
    }
}

/// Returns the hint below a question.
fn hint(site: &Site, host: &str, question: &Question) -> Option<String> {
    let typed = match question.kind {
        Kind::Words => Some("submit-comma-separated"),
        Kind::Points => Some("submit-one-a-line"),
        Kind::Paragraphs => Some("submit-paragraph-a-line"),
        Kind::Line | Kind::Choice | Kind::ChoiceOrLine | Kind::Choices => None,
    };
    let own = question.hint(&site.language, host, site.catalogue.settings.may_switch_source);
    let parts: Vec<String> = typed.map(|key| site.language.text(key)).into_iter().chain(own).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The choices.
fn options(site: &Site, question: &Question) -> Vec<FormOption> {
    let option = |value: &str, label: Option<&str>, about: Option<&str>| FormOption {
        value: value.to_owned(),
        label: label.map(str::to_owned),
        about: about.map(str::to_owned),
    };
    let of = |labels: &[Label]| labels.iter().map(|label| option(&label.id, Some(&label.label), None)).collect();
    let catalogue = &site.catalogue;
    match question.topic {
        Topic::App => catalogue.apps.values().map(|app| option(&app.name, None, None)).collect(),
        Topic::Publisher => catalogue.publishers.values().map(|publisher| option(&publisher.slug, Some(&publisher.name), None)).collect(),
        Topic::Tags => catalogue.tags.iter().map(|tag| option(&tag.id, Some(&tag.label), tag.description.as_deref())).collect(),
        Topic::Regions => of(&catalogue.settings.regions),
        Topic::Auth => of(&catalogue.settings.auth),
        _ => question.among.iter().map(|value| option(value, Some(&question.choice(value, &site.language)), None)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::CHECKED;
    use crate::rules;
    use crate::theme::SCRIPTS;

    #[test]
    fn every_rule_of_the_script_has_its_level_from_the_catalogue() {
        let script = |name: &str| SCRIPTS.iter().find(|(file, _)| *file == name).expect("a script").1;
        let text = script("submit_check.js").to_owned() + script("submit_rules.js");
        for name in CHECKED {
            assert!(rules::named(name).is_some() && text.contains(&format!("\"{name}\"")), "{name}");
        }
        let of_rules = rules::all().map(|rule| rule.code.name).filter(|name| text.contains(&format!("\"{name}\"")));
        assert_eq!(of_rules.filter(|name| !CHECKED.contains(name)).collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
