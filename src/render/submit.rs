//! The page for submissions: the questions of `pressmark new` as a form, and what its script has to know of the catalogue. Knows no rule: what an
//! answer has to keep to comes with the questions.

use serde_json::{Value, json};

use super::frame::Frame;
use super::templates::Values;
use crate::catalogue::Label;
use crate::format::ForgeKind;
use crate::rules::slug;
use crate::site::{Page, Site};
use crate::submission::account::number_page;
use crate::submission::{FormField, Kind, Need, Question, Terms, Topic, form, issue_form};

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
    let Some((forge, url, branch)) = &site.catalogue.settings.repository else { unreachable!("planned with a repository alone") };
    let forge = forge.unwrap_or(ForgeKind::Github);
    let host = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    // What never arises in this catalogue is no field.
    let asked: Vec<FormField> = form(&Terms::of_catalogue(&site.catalogue.settings))
        .into_iter()
        .filter(|field| field.question.is_asked && field.may_arise())
        .collect();
    let parts = PARTS.iter().enumerate().filter_map(|(n, part)| {
        let is_own = |topic| topic >= part.first && PARTS.get(n + 1).is_none_or(|next| topic < next.first);
        let own = asked.iter().filter(|row| is_own(row.question.topic));
        let fields: Vec<Value> = own.map(|row| field(site, &host, row)).collect();
        let about = part.about.map(|key| site.language.text(key));
        (!fields.is_empty()).then(|| json!({"id": part.id, "title": site.language.text(part.title), "about": about, "fields": fields}))
    });
    let agreement = agreement(site);
    let data = json!({
        "repository": {"forge": forge.word(), "url": url, "branch": branch, "host": host, "accounts": number_page(forge, Some(url), "")},
        "fields": asked,
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
        "title": page.map_or(version, |page| &page.title),
        "url": page.map(|page| site.address.url(&Site::agreement(&page.slug))),
    }))
}

fn field(site: &Site, host: &str, row: &FormField) -> Value {
    let question = row.question;
    let control = match question.kind {
        Kind::Choice => "radio",
        Kind::Choices => "checkbox",
        Kind::Points | Kind::Paragraphs => "lines",
        Kind::ChoiceOrLine => "list",
        Kind::Line | Kind::Words => "line",
    };
    let kind = match question.topic {
        Topic::SupportEmail => "email",
        _ if row.limits.is_url => "url",
        _ => "text",
    };
    json!({
        "id": question.flag,
        "label": question.prompt(&site.language),
        "hint": hint(site, host, question),
        "control": control,
        "type": kind,
        "usual": row.usual,
        // Until the script knows more, the form is that of somebody who has answered nothing.
        "hidden": row.need_at_first() == Need::Skip,
        "optional": row.need_at_first() == Need::Optional,
        "options": options(site, question),
    })
}

/// What stands below a question.
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

/// What there is to choose.
fn options(site: &Site, question: &Question) -> Vec<Value> {
    let of = |labels: &[Label]| labels.iter().map(|label| json!({"value": label.id, "label": label.label})).collect();
    let catalogue = &site.catalogue;
    match question.topic {
        Topic::App => catalogue.apps.values().map(|app| json!({"value": app.name})).collect(),
        Topic::Publisher => {
            catalogue.publishers.values().map(|publisher| json!({"value": publisher.slug, "label": publisher.name})).collect()
        }
        Topic::Tags => catalogue.tags.iter().map(|tag| json!({"value": tag.id, "label": tag.label, "about": tag.description})).collect(),
        Topic::Regions => of(&catalogue.settings.regions),
        Topic::Auth => of(&catalogue.settings.auth),
        _ => question.among.iter().map(|value| json!({"value": value, "label": question.choice(value, &site.language)})).collect(),
    }
}
