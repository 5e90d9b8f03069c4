//! The forge account of a new publisher: what it may look like, how it is written, and where its number is found. Knows how forges build their
//! addresses; fetches nothing.

use super::sheet::Sheet;
use super::{Answers, Topic, shown};
use crate::catalogue::Account;
use crate::format::{ForgeKind, SettingsFile, scalar};

/// Most characters of a login: what GitLab allows, and more than the others do.
const MAX_LOGIN: usize = 255;
/// Most digits of a number: no forge counts further than 64 bits.
const MAX_DIGITS: usize = 20;

/// The form of an answer about `topic`, for whoever knows regular expressions.
pub(super) fn pattern(topic: Topic) -> Option<String> {
    match topic {
        Topic::AccountLogin => Some(format!("^[A-Za-z0-9_][A-Za-z0-9._-]{{0,{}}}$", MAX_LOGIN - 1)),
        Topic::AccountId => Some(format!("^[0-9]{{1,{MAX_DIGITS}}}$")),
        _ => None,
    }
}

/// Returns the problem of `text` as an answer about `topic`, with what to do.
pub(super) fn problem(topic: Topic, text: &str) -> Option<String> {
    match topic {
        Topic::AccountForge if !ForgeKind::WORDS.contains(&text) => {
            let words: Vec<String> = ForgeKind::WORDS.iter().map(|word| format!("`{word}`")).collect();
            Some(format!("`{}` is not a forge: write one of {}", shown(text), words.join(", ")))
        }
        Topic::AccountLogin if !is_login(text) => {
            // People paste the address of their profile, or write the name as they mention it.
            let inside = text.trim_end_matches('/').rsplit(['/', '@']).next().filter(|inside| is_login(inside));
            let instead = inside.map_or("write it as in the URL of your profile".to_owned(), |inside| format!("write `{inside}`"));
            Some(format!("`{}` is not the name of an account: {instead}", shown(text)))
        }
        Topic::AccountId if !is_number(text) => Some(format!("`{}` is not a number: write digits alone", shown(text))),
        _ => None,
    }
}

fn is_login(text: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let begins = text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    begins && text.len() <= MAX_LOGIN && text.bytes().all(is_inner)
}

fn is_number(text: &str) -> bool {
    (1..=MAX_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The forge of the catalogue's repository.
pub(super) fn usual_forge(settings: &SettingsFile) -> ForgeKind {
    let named = settings.repository.get().and_then(|repository| repository.forge.get());
    named.copied().unwrap_or(ForgeKind::Github)
}

/// The forge that the account is on, by its word.
pub(super) fn forge<'answers>(answers: &'answers Answers, settings: &SettingsFile) -> &'answers str {
    answers.text(Topic::AccountForge).unwrap_or_else(|| usual_forge(settings).word())
}

/// Takes `account`, which has opened an issue, for that of a new publisher, unless another one was given. A program, whose name is none that people
/// can have, owns nothing.
pub fn take(account: &Account, answers: &mut Answers) {
    let Some(login) = account.login.as_deref() else { return };
    let parts = [(Topic::AccountForge, &*account.forge), (Topic::AccountLogin, login), (Topic::AccountId, &*account.id)];
    if parts.iter().all(|(topic, text)| !answers.is_settled(*topic) && problem(*topic, text).is_none()) {
        for (topic, text) in parts {
            answers.set(topic, [text]);
        }
    }
}

/// Whether the account is known.
pub(super) fn is_named(answers: &Answers) -> bool {
    answers.text(Topic::AccountLogin).is_some() && answers.text(Topic::AccountId).is_some()
}

/// Writes `accounts:` of a publisher's file with what is below it; whether the account is known.
pub(super) fn write(answers: &Answers, settings: &SettingsFile, sheet: &mut Sheet) -> bool {
    let (Some(login), Some(id)) = (answers.text(Topic::AccountLogin), answers.text(Topic::AccountId)) else { return false };
    sheet.push("accounts:\n  - {forge: ");
    sheet.answer(Topic::AccountForge, &scalar(forge(answers, settings)));
    sheet.push(", login: ");
    sheet.answer(Topic::AccountLogin, &scalar(login));
    sheet.push(", id: ");
    sheet.answer(Topic::AccountId, &scalar(id));
    sheet.push("}\n");
    true
}

/// The word of the forge that accounts are on unless someone says another, and the page on which the one called `login` shows its number.
#[must_use]
pub fn usual(settings: &SettingsFile, login: &str) -> (&'static str, String) {
    let forge = usual_forge(settings);
    (forge.word(), usual_page(forge, settings, login))
}

/// The page on which the account `login` of the answers' forge shows its number.
pub(super) fn page(answers: &Answers, settings: &SettingsFile, login: &str) -> Option<String> {
    let usual = usual_forge(settings);
    match answers.text(Topic::AccountForge) {
        None => Some(usual_page(usual, settings, login)),
        Some(word) if word == usual.word() => Some(usual_page(usual, settings, login)),
        // An instance of another forge is known by no one.
        Some("github") => Some(number_page(ForgeKind::Github, None, login)),
        Some("gitlab") => Some(number_page(ForgeKind::Gitlab, None, login)),
        Some(_) => None,
    }
}

fn usual_page(forge: ForgeKind, settings: &SettingsFile, login: &str) -> String {
    let url = settings.repository.get().and_then(|repository| repository.url.get()).filter(|url| url.is_web());
    number_page(forge, url.map(|url| &*url.text), login)
}

/// The page on which a forge shows the number of the account `login`. `repository` is the address of a repository on it. The address ends with the login.
#[must_use]
pub fn number_page(forge: ForgeKind, repository: Option<&str>, login: &str) -> String {
    let at = repository.and_then(|url| url::Url::parse(url).ok()).filter(|url| url.host_str().is_some());
    let origin = |usual: &str| at.as_ref().map_or_else(|| usual.to_owned(), |url| url.origin().ascii_serialization());
    match forge {
        ForgeKind::Github if origin("https://github.com") == "https://github.com" => format!("https://api.github.com/users/{login}"),
        ForgeKind::Github => format!("{}/api/v3/users/{login}", origin("")),
        ForgeKind::Gitlab => format!("{}/api/v4/users?username={login}", origin("https://gitlab.com")),
        ForgeKind::Forgejo | ForgeKind::Gitea => {
            // A forge may be below a path, before the owner and the repository.
            let segments: Vec<&str> =
                at.as_ref().and_then(url::Url::path_segments).into_iter().flatten().filter(|part| !part.is_empty()).collect();
            let base: String = segments.iter().take(segments.len().saturating_sub(2)).map(|part| format!("/{part}")).collect();
            format!("{}{base}/api/v1/users/{login}", origin("https://codeberg.org"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ForgeKind, Topic, number_page, pattern, problem};

    #[test]
    fn each_forge_shows_the_number_of_an_account_somewhere() {
        for (forge, repository, page) in [
            (ForgeKind::Github, None, "https://api.github.com/users/wren"),
            (ForgeKind::Github, Some("https://github.com/library/catalogue"), "https://api.github.com/users/wren"),
            (ForgeKind::Github, Some("https://github.example/library/catalogue"), "https://github.example/api/v3/users/wren"),
            (ForgeKind::Gitlab, None, "https://gitlab.com/api/v4/users?username=wren"),
            (ForgeKind::Gitlab, Some("https://git.example/a/b/catalogue"), "https://git.example/api/v4/users?username=wren"),
            (ForgeKind::Forgejo, Some("https://git.example:3000/library/catalogue/"), "https://git.example:3000/api/v1/users/wren"),
            (ForgeKind::Gitea, Some("https://you.example/git/library/catalogue"), "https://you.example/git/api/v1/users/wren"),
        ] {
            assert_eq!(number_page(forge, repository, "wren"), page);
        }
    }

    #[test]
    fn logins_and_numbers_are_distinguished_from_urls_and_names() {
        for (topic, text, is_valid) in [
            (Topic::AccountLogin, "wren", true),
            (Topic::AccountLogin, "_w.r-e_n9", true),
            (Topic::AccountLogin, "-wren", false),
            (Topic::AccountLogin, "wren[bot]", false),
            (Topic::AccountLogin, "wrén", false),
            (Topic::AccountLogin, "wren\n", false),
            (Topic::AccountId, "990000107", true),
            (Topic::AccountId, "99 00", false),
            (Topic::AccountId, "１２", false),
            (Topic::AccountId, "123456789012345678901", false),
            (Topic::AccountForge, "gitea", true),
            (Topic::AccountForge, "GitHub", false),
        ] {
            assert_eq!(problem(topic, text).is_none(), is_valid, "{topic:?} {text}");
        }
        assert_eq!(pattern(Topic::AccountLogin).as_deref(), Some("^[A-Za-z0-9_][A-Za-z0-9._-]{0,254}$"));
    }
}
