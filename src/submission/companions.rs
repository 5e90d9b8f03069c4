//! The files that a listing brings along when its app or its publisher is new.

use super::answer_problem::Way;
use super::new_file::NewFile;
use super::sheet::Sheet;
use super::slug::{is_valid, of_name};
use super::{AnswerProblem, Answers, Topic, account, shown};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::nearest;
use crate::format::{FileRole, in_block};

/// Whether the catalogue has no app of this name and no file in its place: one that is there with another spelling is the app that was meant.
pub(super) fn is_new_app(name: &str, raw: &RawCatalogue) -> bool {
    let is_there = |slug: String| raw.file(FileRole::App, &slug).is_some();
    raw.app(name).is_none() && !of_name(name).is_some_and(is_there)
}

/// Returns the warning about a new app while another one has nearly the same name.
pub(super) fn doubt(name: &str, raw: &RawCatalogue) -> Option<AnswerProblem> {
    let near = nearest(name, raw.app_names()).filter(|_| is_new_app(name, raw))?;
    let message = format!("`{}` is not in the catalogue and would come along as another app", shown(name));
    Some(AnswerProblem::error(Topic::App, message).warning().help([Way::Instead(near.to_owned())]))
}

/// `apps/<slug>.yaml`, when the app is not in the catalogue and its vendor's page was named.
pub(super) fn app(answers: &Answers, raw: &RawCatalogue) -> Option<NewFile> {
    let name = answers.text(Topic::App).filter(|name| is_new_app(name, raw))?;
    let website = answers.text(Topic::AppWebsite)?;
    // A name without Latin letters makes no slug; the vendor's host does.
    let host = url::Url::parse(website).ok().and_then(|url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned()));
    let slug = of_name(name).or_else(|| of_name(&host?))?;
    let mut sheet = Sheet::from("# The vendor's own spelling; listings repeat it to the letter.\n".to_owned());
    sheet.answer(Topic::App, &format!("name: {}\n", in_block(name)));
    sheet.push("# Evidence that the app exists: the vendor's page about it.\n");
    sheet.answer(Topic::AppWebsite, &format!("website: {}\n", in_block(website)));
    sheet.push("# What the app is, in a sentence, and other names that people search for.\n# description: Team chat organised in channels.\n# aliases: [team chat]\n");
    Some(NewFile::with_modeline(FileRole::App, &slug, sheet))
}

/// `publishers/<slug>.yaml`, when the publisher is not in the catalogue and has got a name.
pub(super) fn publisher(answers: &Answers, raw: &RawCatalogue) -> Option<NewFile> {
    let slug = answers.text(Topic::Publisher).filter(|slug| is_valid(slug))?;
    let name = answers.text(Topic::PublisherName).filter(|_| raw.file(FileRole::Publisher, slug).is_none())?;
    let settings = raw.settings();
    let mut sheet = Sheet::from("# The name visitors see.\n".to_owned());
    sheet.answer(Topic::PublisherName, &format!("name: {}\n", in_block(name)));
    match answers.text(Topic::PublisherUrl) {
        Some(url) => sheet.answer(Topic::PublisherUrl, &format!("url: {}\n", in_block(url))),
        None => sheet.push("# url: https://you.example/\n"),
    }
    sheet.push("# Who you are, in a sentence or two.\n# description: Makers of small tools for shops.\n");
    sheet.push("# The forge accounts that may edit your listings; the id survives a change of login.\n");
    if !account::write(answers, settings, &mut sheet) {
        let forge = account::usual_forge(settings).word();
        sheet.push(&format!("# accounts:\n#   - {{forge: {forge}, login: you, id: 990000001}}\n"));
    }
    Some(NewFile::with_modeline(FileRole::Publisher, slug, sheet))
}

/// The new publisher of `answers` whose file names no account.
#[must_use]
pub fn without_account<'answers>(answers: &'answers Answers, raw: &RawCatalogue) -> Option<&'answers str> {
    let is_without = !account::is_named(answers) && publisher(answers, raw).is_some();
    answers.text(Topic::Publisher).filter(|_| is_without)
}
