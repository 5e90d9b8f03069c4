//! The questions of `pressmark init` on a terminal, one after the other; and what an answer or a flag has to be like.

use url::Url;

use super::new_prompt::{Terminal, ask_line, confirm, edit_line};
use super::scaffold::{Noun, Start};
use super::{say, terminal};
use crate::forge::Forge;
use crate::format::ForgeKind;
use crate::submission::{Message, Prompt as _, Reply, Stopped};

/// The answers that flags give.
#[derive(Debug, Clone, Default)]
pub(super) struct Given {
    pub(super) title: Option<String>,
    pub(super) noun: Option<Noun>,
    pub(super) repository: Option<String>,
    pub(super) base_url: Option<String>,
    /// The forge whose files are to be written.
    pub(super) forge: Option<Forge>,
}

impl Given {
    /// Why the answers do not fit each other, if they do not.
    pub(super) fn contradiction(&self) -> Option<String> {
        let asked = self.forge?;
        let there = self.repository.as_deref().and_then(forge_of).and_then(Forge::for_kind)?;
        (asked != there).then(|| format!("the repository is on {}, but --forge asks for the files of {}", there.name(), asked.name()))
    }

    /// The start of a catalogue, with the usual answers where none was given.
    pub(super) fn start(self) -> Start {
        let noun = self.noun.unwrap_or_default();
        let forge = self.repository.as_deref().and_then(forge_of).or(self.forge.map(Forge::kind));
        let title = self.title.unwrap_or_else(|| format!("Our {}", noun.other));
        Start { title, noun, repository: self.repository, forge, base_url: self.base_url }
    }
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Title,
    One,
    Other,
    Repository,
    BaseUrl,
}

impl Step {
    fn question(self) -> (&'static str, &'static str) {
        match self {
            Self::Title => ("What is the catalogue called?", "Visitors see it on every page."),
            Self::One => ("What is one of its listings called?", "In the middle of a sentence, such as connector, plugin or template."),
            Self::Other => ("And several of them?", "Such as connectors, plugins or templates."),
            Self::Repository => (
                "What is the URL of its git repository?",
                "Pages link to it, and it is where people submit listings. Empty if there is none yet.",
            ),
            Self::BaseUrl => ("At what URL will the site be published?", "Feeds and search engines need it. Empty if you do not know yet."),
        }
    }

    /// Whether a flag has answered it.
    fn is_given(self, given: &Given) -> bool {
        match self {
            Self::Title => given.title.is_some(),
            Self::One | Self::Other => given.noun.is_some(),
            Self::Repository => given.repository.is_some(),
            Self::BaseUrl => given.base_url.is_some(),
        }
    }

    /// Whether there can be no answer.
    fn is_optional(self) -> bool {
        matches!(self, Self::Repository | Self::BaseUrl)
    }

    /// The answer that Enter alone gives.
    fn initial(self, answers: &Given) -> String {
        let noun = answers.noun.clone().unwrap_or_default();
        match self {
            Self::Title => answers.title.clone().unwrap_or_else(|| "Our connectors".to_owned()),
            Self::One => noun.one,
            Self::Other => noun.other,
            Self::Repository => answers.repository.clone().unwrap_or_default(),
            Self::BaseUrl => answers.base_url.clone().or_else(|| pages_url(answers.repository.as_deref()?)).unwrap_or_default(),
        }
    }

    /// Takes the answer `text` into `answers`.
    ///
    /// # Errors
    /// When it is no answer; with the reason.
    fn take(self, text: &str, answers: &mut Given) -> Result<(), String> {
        let url = |read: fn(&str) -> Result<String, String>| if text.is_empty() { Ok(None) } else { read(text).map(Some) };
        match self {
            Self::Title | Self::One | Self::Other if text.is_empty() => return Err("the catalogue needs an answer".to_owned()),
            Self::Title => answers.title = Some(text.to_owned()),
            Self::One => answers.noun = Some(Noun::new(text)),
            Self::Other => answers.noun = Some(Noun { other: text.to_owned(), ..answers.noun.clone().unwrap_or_default() }),
            Self::Repository => answers.repository = url(repository)?,
            Self::BaseUrl => answers.base_url = url(base_url)?,
        }
        Ok(())
    }
}

/// Asks for what `given` leaves open.
///
/// # Errors
/// When there is no one to answer any more.
pub(super) fn ask(given: Given) -> Result<Given, Stopped> {
    let steps = [Step::Title, Step::One, Step::Other, Step::Repository, Step::BaseUrl];
    let steps: Vec<Step> = steps.into_iter().filter(|step| !step.is_given(&given)).collect();
    if !steps.is_empty() {
        say::wrapped(
            "",
            "",
            "New catalogue. Enter: the answer as shown. Esc: previous question (or quit at the first). Ctrl-C: stop. Nothing is written until the end.",
        );
        say::aside!("");
    }
    let mut answers = given;
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        let (question, help) = step.question();
        let question = format!("{} of {}: {question}", at + 1, steps.len());
        let initial = step.initial(&answers);
        let answer = if step.is_optional() { edit_line(&question, help, &initial) } else { ask_line(&question, help, &initial) };
        match answer? {
            Reply::Back => at = at.checked_sub(1).ok_or(Stopped)?,
            Reply::Values(values) => match step.take(values.concat().trim(), &mut answers) {
                Ok(()) => at += 1,
                Err(why) => Terminal::default().say(Message::Refusal(&why)),
            },
        }
    }
    let recipes = answers.repository.as_deref().and_then(forge_of).and_then(Forge::for_kind);
    if let (None, Some(forge)) = (answers.forge, recipes) {
        let question = format!("Write the files with which {} checks submissions and publishes the site?", terminal::bold(forge.name()));
        answers.forge = confirm(&question, true)?.then_some(forge);
    }
    Ok(answers)
}

/// The URL of a repository as a browser opens it.
///
/// # Errors
/// When `text` is none; with the reason.
pub(super) fn repository(text: &str) -> Result<String, String> {
    let text = text.trim();
    // What `git clone` takes over SSH: `git@host:owner/name.git`.
    let web = match text.strip_prefix("git@").and_then(|rest| rest.split_once(':')) {
        Some((host, path)) => format!("https://{host}/{path}"),
        None => text.to_owned(),
    };
    let url = web_url(&web)?;
    let path = url.path().trim_end_matches('/').trim_end_matches(".git");
    if !path.trim_start_matches('/').contains('/') {
        return Err(format!("`{text}` names no repository: give its URL, such as https://github.com/you/catalogue"));
    }
    Ok(format!("{}{path}", url.origin().ascii_serialization()))
}

/// The URL of a published site, with a slash at the end.
///
/// # Errors
/// When `text` is none; with the reason.
pub(super) fn base_url(text: &str) -> Result<String, String> {
    let url = web_url(text.trim())?;
    if url.query().is_some() || url.fragment().is_some() {
        return Err(format!("`{url}` has a query or a fragment: give the URL of the home page"));
    }
    Ok(if url.path().ends_with('/') { url.to_string() } else { format!("{url}/") })
}

fn web_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "https" | "http") && url.host().is_some());
    url.ok_or_else(|| format!("`{text}` is not the URL of a website, which begins with https:// or http://"))
}

/// What listings are called: `plugin`, or `ox,oxen` where the plural is another one.
///
/// # Errors
/// When one of the words is missing.
pub(super) fn noun(text: &str) -> Result<Noun, String> {
    let noun = match text.split_once(',') {
        Some((one, other)) => Noun { one: one.trim().to_owned(), other: other.trim().to_owned() },
        None => Noun::new(text.trim()),
    };
    if noun.one.is_empty() || noun.other.is_empty() || noun.other.contains(',') {
        Err("give the word for one, or for one and several: `plugin,plugins`".to_owned())
    } else {
        Ok(noun)
    }
}

/// The kind of forge that the repository at `url` is on, as far as its host says.
fn forge_of(url: &str) -> Option<ForgeKind> {
    let url = Url::parse(url).ok()?;
    let host = url.host_str()?;
    let is = |name: &str| host == format!("{name}.com") || host.starts_with(&format!("{name}."));
    match host {
        "codeberg.org" => Some(ForgeKind::Forgejo),
        _ if is("github") => Some(ForgeKind::Github),
        _ if is("gitlab") => Some(ForgeKind::Gitlab),
        _ if is("forgejo") => Some(ForgeKind::Forgejo),
        _ if is("gitea") => Some(ForgeKind::Gitea),
        _ => None,
    }
}

/// The URL at which the forge of the repository at `url` publishes sites, where that follows from its name.
fn pages_url(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    let (owner, name) = url.path().trim_matches('/').split_once('/')?;
    let domain = match url.host_str()? {
        "github.com" => "github.io",
        "codeberg.org" => "codeberg.page",
        _ => return None,
    };
    let host = format!("{}.{domain}", owner.to_lowercase());
    Some(if name.eq_ignore_ascii_case(&host) { format!("https://{host}/") } else { format!("https://{host}/{name}/") })
}

#[cfg(test)]
mod tests {
    use super::{Given, Step, base_url, forge_of, noun, pages_url, repository};
    use crate::cli::scaffold::Noun;
    use crate::format::ForgeKind;

    #[test]
    fn a_repository_is_known_by_its_page_and_by_what_git_clones() {
        for text in [
            "https://github.com/acme/catalogue",
            "https://github.com/acme/catalogue.git",
            "git@github.com:acme/catalogue.git",
            "https://github.com/acme/catalogue/",
        ] {
            assert_eq!(repository(text).as_deref(), Ok("https://github.com/acme/catalogue"), "{text}");
        }
        assert!(repository("acme/catalogue").is_err_and(|why| why.contains("https://")));
        assert!(repository("https://github.com/acme").is_err_and(|why| why.contains("names no repository")));
    }

    #[test]
    fn the_forge_and_its_pages_follow_from_the_repository() {
        for (url, forge, pages) in [
            ("https://github.com/Acme/catalogue", Some(ForgeKind::Github), Some("https://acme.github.io/catalogue/")),
            ("https://github.com/acme/acme.github.io", Some(ForgeKind::Github), Some("https://acme.github.io/")),
            ("https://gitlab.acme.example/a/b", Some(ForgeKind::Gitlab), None),
            ("https://codeberg.org/acme/catalogue", Some(ForgeKind::Forgejo), Some("https://acme.codeberg.page/catalogue/")),
            ("https://git.example/acme/catalogue", None, None),
        ] {
            assert_eq!((forge_of(url), pages_url(url).as_deref()), (forge, pages), "{url}");
        }
    }

    #[test]
    fn a_noun_has_a_plural() {
        for (text, other) in [("plugin", "plugins"), ("library", "libraries"), ("box", "boxes"), ("key", "keys"), ("ox, oxen", "oxen")] {
            assert_eq!(noun(text).map(|noun| noun.other).as_deref(), Ok(other));
        }
        assert!(noun("plugin,").is_err() && noun("").is_err() && noun("a,b,c").is_err());
    }

    #[test]
    fn an_empty_url_stays_open_and_an_empty_title_is_refused() {
        let mut answers = Given::default();
        assert_eq!(Step::Repository.take("", &mut answers), Ok(()));
        assert!(Step::Title.take("", &mut answers).is_err());
        assert_eq!(Step::One.take("plugin", &mut answers), Ok(()));
        assert_eq!(Step::Other.initial(&answers), "plugins");
        assert_eq!(answers.clone().start().title, "Our plugins");
        assert_eq!((answers.repository, answers.noun), (None, Some(Noun::new("plugin"))));
        assert_eq!(base_url("https://a.example/b").as_deref(), Ok("https://a.example/b/"));
        assert!(base_url("a.example").is_err());
    }
}
