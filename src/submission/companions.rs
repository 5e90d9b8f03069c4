//! The files that a listing brings along when its app or its publisher is new.

use super::new_file::NewFile;
use super::slug::{is_sound, of_name};
use super::{Answers, Topic, account, shown};
use crate::catalogue::Draft;
use crate::diagnostic::nearest;
use crate::format::{FileKind, in_block};

/// Whether the catalogue has no app of this name and no file in its place: one that is there with another spelling is the app that was meant.
pub(super) fn is_new_app(name: &str, draft: &Draft) -> bool {
    let is_there = |slug: String| draft.document(&format!("apps/{slug}.yaml")).is_some();
    draft.app(name).is_none() && !of_name(name).is_some_and(is_there)
}

/// What is to be said of an app that is new here while another one has nearly the same name.
pub(super) fn doubt(name: &str, draft: &Draft) -> Option<String> {
    let near = nearest(name, draft.app_names()).filter(|_| is_new_app(name, draft))?;
    let (name, near) = (shown(name), shown(near));
    Some(format!("did you mean `{near}`? `{name}` is not in the catalogue and would come along as another app"))
}

/// `apps/<slug>.yaml`, when the app is not in the catalogue and its vendor's page was named.
pub(super) fn app(answers: &Answers, draft: &Draft) -> Option<NewFile> {
    let name = answers.text(Topic::App).filter(|name| is_new_app(name, draft))?;
    let website = answers.text(Topic::AppWebsite)?;
    // A name without Latin letters makes no slug; the vendor's host does.
    let host = url::Url::parse(website).ok().and_then(|url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned()));
    let slug = of_name(name).or_else(|| of_name(&host?))?;
    let text = format!(
        "# The vendor's own spelling; listings repeat it to the letter.\nname: {}\n# Evidence that the app exists: the vendor's page about it.\nwebsite: {}\n# What the app is, in a sentence, and other names that people search for.\n# description: Team chat organised in channels.\n# aliases: [team chat]\n",
        in_block(name),
        in_block(website)
    );
    Some(NewFile::of(FileKind::App, &format!("apps/{slug}.yaml"), &text))
}

/// `publishers/<slug>.yaml`, when the publisher is not in the catalogue and has got a name.
pub(super) fn publisher(answers: &Answers, draft: &Draft) -> Option<NewFile> {
    let slug = answers.text(Topic::Publisher).filter(|slug| is_sound(slug))?;
    let path = format!("publishers/{slug}.yaml");
    let name = answers.text(Topic::PublisherName).filter(|_| draft.document(&path).is_none())?;
    let url = answers.text(Topic::PublisherUrl);
    let url = url.map_or("# url: https://you.example/\n".to_owned(), |url| format!("url: {}\n", in_block(url)));
    let settings = draft.settings();
    let example = || format!("# accounts:\n#   - {{forge: {}, login: you, id: 990000001}}\n", account::usual_forge(settings).word());
    let accounts = account::lines(answers, settings).unwrap_or_else(example);
    let text = format!(
        "# The name visitors see.\nname: {}\n{url}# Who you are, in a sentence or two.\n# description: Makers of small tools for shops.\n# The forge accounts that may edit your listings; the id survives a change of login.\n{accounts}",
        in_block(name)
    );
    Some(NewFile::of(FileKind::Publisher, &path, &text))
}

/// The new publisher of `answers` whose file names no account.
#[must_use]
pub fn without_account<'answers>(answers: &'answers Answers, draft: &Draft) -> Option<&'answers str> {
    let is_without = account::lines(answers, draft.settings()).is_none() && publisher(answers, draft).is_some();
    answers.text(Topic::Publisher).filter(|_| is_without)
}
