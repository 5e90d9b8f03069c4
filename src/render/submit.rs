//! The page for submissions: the questions of `pressmark new` as a form, and what its script has to know of the catalogue. Knows no rule: what an
//! answer has to keep to comes with the questions.

use serde_json::{Value, json};

use super::frame::Frame;
use super::templates::Values;
use crate::catalogue::{Label, Repository};
use crate::format::ForgeKind;
use crate::rules::slug;
use crate::site::{Page, Site};
use crate::submission::account::number_page;
use crate::submission::{Kind, QUESTIONS, Question, Terms, Topic, form, issue_form};

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

/// The form.
pub(super) fn view(site: &Site, page: &Page) -> (&'static str, Values) {
    let Some(repository) = &site.catalogue.settings.repository else { unreachable!("planned with a repository alone") };
    let Repository { forge, url, branch, .. } = repository;
    let forge = forge.unwrap_or(ForgeKind::Github);
    let host = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let rules = form(&Terms::of_catalogue(&site.catalogue.settings));
    // What never arises in this catalogue is no field.
    let asked = rules.into_iter().filter(|rule| rule["need"].as_str().is_some_and(|need| need.contains(|letter| letter != 's')));
    let asked: Vec<(&Question, Value)> =
        asked.filter_map(|rule| Some((QUESTIONS.iter().find(|question| rule["id"] == question.flag)?, rule))).collect();
    let parts = PARTS.iter().enumerate().filter_map(|(n, part)| {
        let is_own = |topic| topic >= part.first && PARTS.get(n + 1).is_none_or(|next| topic < next.first);
        let fields: Vec<Value> = asked
            .iter()
            .filter(|(question, _)| is_own(question.topic))
            .map(|(question, rule)| field(site, &host, question, rule))
            .collect();
        let about = part.about.map(|key| site.language.text(key));
        (!fields.is_empty()).then(|| json!({"id": part.id, "title": site.language.text(part.title), "about": about, "fields": fields}))
    });
    let agreement = agreement(site);
    let data = json!({
        "repository": {"forge": word(forge), "url": url, "branch": branch, "folder": repository.folder(), "host": host, "accounts": number_page(forge, Some(url), "")},
        "fields": asked.iter().map(|(_, rule)| rule).collect::<Vec<_>>(),
        "apps": site.catalogue.apps.values().map(|app| json!([app.name, app.slug])).collect::<Vec<_>>(),
        "publishers": site.catalogue.publishers.values().map(|publisher| json!([publisher.slug, publisher.name])).collect::<Vec<_>>(),
        "reserved": slug::reserved().collect::<Vec<_>>(),
        "agreement": agreement,
    });
    let guide = site.catalogue.pages.iter().find(|page| &*page.slug == "publish").map(|page| site.address.url(&Site::prose(&page.slug)));
    let view = json!({
        "parts": parts.collect::<Vec<_>>(),
        "agreement": agreement,
        "host": host,
        "repository_url": url,
        "guide_url": guide,
        "issue_url": issue_form(forge, url),
        "data": data.to_string().replace('<', "\\u003c"),
    });
    let frame = Frame::new(page, "submit", site.language.text("submit-title"))
        .description(Some(&site.language.say("submit-lede", &[("host", host.into())])));
    ("submit.html", frame.values(site).with("submit", &view))
}

/// The agreement in force, with the address of its text.
fn agreement(site: &Site) -> Option<Value> {
    let version = site.catalogue.settings.agreement.as_deref()?;
    let page = site.catalogue.agreements.iter().find(|page| &*page.slug == version);
    Some(json!({
        "version": version,
        "title": site.language.say("agreement-title", &[("version", version.into())]),
        "url": page.map(|page| site.address.url(&Site::agreement(&page.slug))),
    }))
}

fn field(site: &Site, host: &str, question: &Question, rule: &Value) -> Value {
    let control = match question.kind {
        Kind::Choice => "radio",
        Kind::Choices => "checkbox",
        Kind::Lines => "lines",
        Kind::ChoiceOrLine => "list",
        Kind::Line | Kind::Words => "line",
    };
    let kind = match question.topic {
        Topic::SupportEmail => "email",
        _ if rule["format"] == "uri" => "url",
        _ => "text",
    };
    let max = rule.get("maxLength").or(rule.get("maxItems")).and_then(Value::as_u64);
    let max = max.and_then(|max| usize::try_from(max).ok()).unwrap_or_default();
    json!({
        "id": question.flag,
        "label": site.language.text(label(question.topic)),
        "hint": hint(site, question.topic).map(|key| site.language.say(key, &[("max", max.into()), ("host", host.into())])),
        "control": control,
        "type": kind,
        "usual": rule.get("usual"),
        // Until the script knows more, the form is that of somebody who has answered nothing.
        "hidden": rule["need"].as_str().is_some_and(|need| need.starts_with('s')),
        "optional": rule["need"].as_str().is_some_and(|need| need.starts_with('o')),
        "options": options(site, question.topic),
    })
}

/// What there is to choose.
fn options(site: &Site, topic: Topic) -> Vec<Value> {
    let offer = |value: &str, key| json!({"value": value, "label": site.language.text(key)});
    let of = |labels: &[Label]| labels.iter().map(|label| json!({"value": label.id, "label": label.label})).collect();
    let catalogue = &site.catalogue;
    match topic {
        Topic::Source => vec![offer("open", "offer-open"), offer("closed", "offer-closed")],
        Topic::Install => vec![offer("direct", "offer-direct"), offer("request", "offer-request")],
        Topic::App => catalogue.apps.values().map(|app| json!({"value": app.name})).collect(),
        Topic::Publisher => {
            catalogue.publishers.values().map(|publisher| json!({"value": publisher.slug, "label": publisher.name})).collect()
        }
        Topic::Tags => catalogue.tags.iter().map(|tag| json!({"value": tag.id, "label": tag.label, "about": tag.description})).collect(),
        Topic::Regions => of(&catalogue.settings.regions),
        Topic::Auth => of(&catalogue.settings.auth),
        _ => Vec::new(),
    }
}

/// The message of a question.
fn label(topic: Topic) -> &'static str {
    match topic {
        Topic::Name => "ask-name",
        Topic::Slug => "ask-slug",
        Topic::Source => "ask-source",
        Topic::SourceUrl => "ask-source-url",
        Topic::License => "ask-license",
        Topic::Summary => "ask-summary",
        Topic::Description => "ask-description",
        Topic::Setup => "ask-setup",
        Topic::Limits => "ask-limits",
        Topic::Troubleshooting => "ask-troubleshooting",
        Topic::SupportEmail => "ask-support-email",
        Topic::SupportUrl => "ask-support-url",
        Topic::SupportDocs => "ask-support-docs",
        Topic::App => "ask-app",
        Topic::AppWebsite => "ask-app-website",
        Topic::Tags => "ask-tags",
        Topic::Keywords => "ask-keywords",
        Topic::Install => "ask-install",
        Topic::InstallUrl => "ask-install-url",
        Topic::InstallCommand => "ask-install-command",
        Topic::LandingUrl => "ask-landing-url",
        Topic::PathNote => "ask-path-note",
        Topic::Publisher => "ask-publisher",
        Topic::PublisherName => "ask-publisher-name",
        Topic::PublisherUrl => "ask-publisher-url",
        Topic::AccountLogin => "ask-account-login",
        Topic::AccountId => "ask-account-id",
        Topic::Version => "ask-version",
        Topic::Notes => "ask-notes",
        Topic::Regions => "ask-regions",
        Topic::Auth => "ask-auth",
        Topic::Agreement => "ask-accept-agreement",
        Topic::AccountForge | Topic::Website | Topic::DocsUrl | Topic::PrivacyUrl | Topic::TermsUrl => {
            unreachable!("flags alone, which nobody is asked for")
        }
    }
}

/// The message that stands below a question.
fn hint(site: &Site, topic: Topic) -> Option<&'static str> {
    Some(match topic {
        Topic::Name => "hint-name",
        Topic::Slug => "hint-slug",
        Topic::Source if site.catalogue.settings.may_switch_source => "hint-source-free",
        Topic::Source => "hint-source",
        Topic::License => "hint-license",
        Topic::Summary => "hint-summary",
        Topic::Description => "hint-description",
        Topic::Setup => "hint-setup",
        Topic::Limits => "hint-limits",
        Topic::Troubleshooting => "hint-troubleshooting",
        Topic::App => "hint-app",
        Topic::AppWebsite => "hint-app-website",
        Topic::Tags => "hint-tags",
        Topic::Keywords => "hint-keywords",
        Topic::Install => "hint-install",
        Topic::LandingUrl => "hint-landing-url",
        Topic::PathNote => "hint-path-note",
        Topic::Publisher => "hint-publisher",
        Topic::AccountLogin => "hint-account-login",
        Topic::AccountId => "hint-account-id",
        Topic::Version => "hint-version",
        Topic::Regions => "hint-regions",
        Topic::Agreement => "hint-accept-agreement",
        _ => return None,
    })
}

/// The name of a forge in the settings.
fn word(forge: ForgeKind) -> &'static str {
    match forge {
        ForgeKind::Github => "github",
        ForgeKind::Gitlab => "gitlab",
        ForgeKind::Forgejo => "forgejo",
        ForgeKind::Gitea => "gitea",
    }
}
