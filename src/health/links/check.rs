//! Requests URLs, politely. An edge: the only file that uses the network, and the only one that names the HTTP client.
//!
//! URLs come from contributed files, so a request never leaves the public internet: each name is resolved once, a host with any IP address that is not
//! public is not contacted, and the connection goes to the addresses that were checked, at every step of a redirect. No proxy of the environment is used,
//! because it would resolve names itself. No cookies, and no credentials but the token of an API; the only bodies that are read are robots.txt, the first
//! bytes of landing pages, and what the APIs of forges say of a repository.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Debug;
use std::io::{self, Read as _};
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, config::Config, http};
use url::Url;

use super::host::{domain, is_public};
use super::judge::Answer;
use super::landing::{MAX_PAGE, unnamed};
use super::repositories::{Owner, Repositories};
use super::robots::Rules;
use super::targets::{Target, Targets, why_not_checked};

/// The user agent that servers see.
const USER_AGENT: &str =
    concat!("pressmark/", env!("CARGO_PKG_VERSION"), " (checks the links of a catalogue; honours robots.txt for `pressmark`)");

/// The most redirects that are followed.
const MAX_HOPS: usize = 6;

/// Domains checked at the same time.
const N_WORKERS: usize = 16;

/// The most URLs of one domain in a run: with the pause between them, five minutes.
const MAX_OF_DOMAIN: usize = 300;

/// The number of URLs without an answer after which a domain is skipped.
const MAX_SILENT: usize = 3;

/// Rate limits and timeouts.
#[derive(Debug, Clone, Copy)]
pub struct Politeness {
    /// Between two requests to one domain.
    pub pause: Duration,
    /// For one request, from name resolution to the response headers.
    pub timeout: Duration,
    /// Before the second attempt; doubled before each further one.
    pub back_off: Duration,
    /// Attempts for one address.
    pub n_attempts: u32,
}

impl Default for Politeness {
    fn default() -> Self {
        Self { pause: Duration::from_secs(1), timeout: Duration::from_secs(15), back_off: Duration::from_secs(2), n_attempts: 3 }
    }
}

/// Resolves host names.
pub trait HostResolver: Debug + Send + Sync + 'static {
    /// The socket addresses to connect to.
    ///
    /// # Errors
    /// When there are none, or one of them must not be contacted.
    fn resolve(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>>;
}

/// Resolves names with the system resolver, and only accepts public hosts.
#[derive(Debug)]
pub struct PublicHosts;

impl HostResolver for PublicHosts {
    fn resolve(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let found: Vec<SocketAddr> = (host, port).to_socket_addrs()?.collect();
        if found.iter().all(|address| is_public(address.ip())) {
            Ok(found)
        } else {
            Err(io::Error::new(io::ErrorKind::PermissionDenied, "its host is not public"))
        }
    }
}

/// The resolver of the HTTP client, which connects to exactly the addresses it returns.
#[derive(Debug)]
struct Pinned(Arc<dyn HostResolver>);

impl Resolver for Pinned {
    fn resolve(&self, uri: &http::Uri, _config: &Config, _timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let host = uri.host().ok_or(ureq::Error::HostNotFound)?;
        let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
        let mut addresses = self.empty();
        for address in self.0.resolve(host, port)?.into_iter().take(4) {
            addresses.push(address);
        }
        if addresses.is_empty() { Err(ureq::Error::HostNotFound) } else { Ok(addresses) }
    }
}

/// Checks URLs over HTTP.
#[derive(Debug)]
pub struct LinkChecker {
    agent: Agent,
    politeness: Politeness,
}

impl LinkChecker {
    /// A checker that resolves hosts with `resolver` and keeps to the limits of `politeness`.
    #[must_use]
    pub fn new(resolver: Arc<dyn HostResolver>, politeness: Politeness) -> Self {
        let config = Agent::config_builder()
            .user_agent(USER_AGENT)
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .max_response_header_size(32 * 1024)
            .timeout_global(Some(politeness.timeout))
            .build();
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), Pinned(resolver)), politeness }
    }
}

/// The requests to one domain, one after the other: the robots.txt of its hosts, and how many URLs got no answer.
struct DomainSession<'run> {
    checker: &'run LinkChecker,
    domain: &'run str,
    rules: HashMap<String, Rules>,
    n_silent: usize,
    has_asked: bool,
}

impl DomainSession<'_> {
    /// The answer for `target`.
    fn check(&mut self, target: &Target) -> Answer {
        if self.n_silent >= MAX_SILENT {
            return Answer::Unknown("its server does not answer".to_owned());
        }
        let mut url = target.url.clone();
        for _ in 0..MAX_HOPS {
            if let Some(why) = why_not_checked(&url) {
                return Answer::Unknown(format!("it redirects to a host that is not checked: {why}"));
            }
            if domain(url.host_str().unwrap_or_default()) != self.domain {
                return Answer::Elsewhere(url.to_string());
            }
            if let Some(why) = self.why_not_allowed(&url) {
                return Answer::Unknown(why.to_owned());
            }
            match self.with_retries(&url) {
                Err(why) => return Answer::Unknown(why),
                Ok((status, Some(location))) if (300..400).contains(&status) => match url.join(&location) {
                    Ok(next) => url = next,
                    Err(_) => return Answer::Unknown("it redirects to an invalid URL".to_owned()),
                },
                Ok((status, _)) => {
                    let unnamed = if (200..300).contains(&status) { self.unnamed(&url, target) } else { Vec::new() };
                    return if unnamed.is_empty() { Answer::Status(status) } else { Answer::Unnamed(unnamed) };
                }
            }
        }
        Answer::Unknown(format!("it redirects more than {MAX_HOPS} times"))
    }

    /// Status and `Location` for `url`, with retries when the server could not answer.
    fn with_retries(&mut self, url: &Url) -> Result<(u16, Option<String>), String> {
        let politeness = self.checker.politeness;
        let mut came = Err("it was not checked".to_owned());
        for attempt in 0..politeness.n_attempts {
            if attempt > 0 {
                thread::sleep(politeness.back_off * 2_u32.pow(attempt - 1));
            }
            came = self.head_or_get(url);
            if !matches!(came, Err(_) | Ok((429 | 500..=599, _))) {
                break;
            }
        }
        match came {
            Err(_) => self.n_silent += 1,
            // 429: the domain asked for fewer requests.
            Ok((429, _)) => self.n_silent = MAX_SILENT,
            Ok(_) => self.n_silent = 0,
        }
        came
    }

    /// Many servers answer HEAD wrongly: anything but a success or a redirect is repeated with GET and a small range.
    fn head_or_get(&mut self, url: &Url) -> Result<(u16, Option<String>), String> {
        self.pause();
        let head = self.checker.agent.head(url.as_str()).call();
        if let Ok(response) = &head
            && matches!(response.status().as_u16(), 200..=399 | 429)
        {
            return Ok(read(response));
        }
        self.pause();
        let got = self.checker.agent.get(url.as_str()).header("Range", "bytes=0-1023").call();
        got.as_ref().map(read).map_err(why)
    }

    /// The names of listings that `url`, their landing page, does not contain, as far as its HTML shows.
    fn unnamed(&mut self, url: &Url, target: &Target) -> Vec<String> {
        let names: Vec<&str> = target.landing_of.iter().map(|landing| &*landing.name).collect();
        if names.is_empty() {
            return Vec::new();
        }
        self.pause();
        let Ok(response) = self.checker.agent.get(url.as_str()).call() else { return Vec::new() };
        let kind = response.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mut page = Vec::new();
        let is_page = response.status().as_u16() == 200 && kind.starts_with("text/html");
        if is_page && response.into_body().into_reader().take(MAX_PAGE as u64).read_to_end(&mut page).is_ok() {
            return unnamed(page, &names);
        }
        Vec::new()
    }

    fn why_not_allowed(&mut self, url: &Url) -> Option<&'static str> {
        let origin = url.origin().ascii_serialization();
        if !self.rules.contains_key(&origin) {
            let rules = self.fetch_rules(url);
            self.rules.insert(origin.clone(), rules);
        }
        self.rules.get(&origin).and_then(|rules| rules.why_not(url))
    }

    /// The robots.txt of the host of `url`, by RFC 9309: a missing file allows everything, an unreadable one forbids everything.
    fn fetch_rules(&mut self, url: &Url) -> Rules {
        let Ok(mut at) = url.join("/robots.txt") else { return Rules::unreachable() };
        for _ in 0..MAX_HOPS {
            if why_not_checked(&at).is_some() || domain(at.host_str().unwrap_or_default()) != self.domain {
                return Rules::none();
            }
            self.pause();
            let Ok(response) = self.checker.agent.get(at.as_str()).call() else { return Rules::unreachable() };
            match read(&response) {
                (200..=299, _) => return Rules::read(response.into_body().into_reader()),
                (300..=399, Some(location)) => match at.join(&location) {
                    Ok(next) => at = next,
                    Err(_) => return Rules::none(),
                },
                (500..=599 | 429, _) => return Rules::unreachable(),
                _ => return Rules::none(),
            }
        }
        Rules::none()
    }

    fn pause(&mut self) {
        if std::mem::replace(&mut self.has_asked, true) {
            thread::sleep(self.checker.politeness.pause);
        }
    }
}

fn read(response: &http::Response<Body>) -> (u16, Option<String>) {
    let location = response.headers().get("location").and_then(|value| value.to_str().ok()).map(str::to_owned);
    (response.status().as_u16(), location)
}

/// Why there is no answer, in words that are the same on every system.
fn why(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "it timed out".to_owned(),
        ureq::Error::HostNotFound => "its host name cannot be resolved".to_owned(),
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => "its host is not public".to_owned(),
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => "it timed out".to_owned(),
        ureq::Error::Io(_) => "the connection failed".to_owned(),
        _ => "its response is invalid".to_owned(),
    }
}

/// Checks each of `due`, which are among `targets`: domains in parallel, the URLs of one domain one after the other. `progress` receives the number of
/// finished URLs. URLs beyond the limit for a domain are left for another run and are not in the result.
#[must_use]
pub fn check_all(checker: &LinkChecker, targets: &Targets, due: &[&str], progress: &(dyn Fn(usize) + Sync)) -> BTreeMap<String, Answer> {
    let mut by_domain: BTreeMap<&str, Vec<(&str, &Target)>> = BTreeMap::new();
    for url in due {
        if let Some(target) = targets.get(*url) {
            let of_domain = by_domain.entry(target.domain()).or_default();
            if of_domain.len() < MAX_OF_DOMAIN {
                of_domain.push((url, target));
            }
        }
    }
    let queue: Vec<_> = by_domain.into_iter().collect();
    let (next, n_done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let answers = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for _ in 0..N_WORKERS.min(queue.len()) {
            scope.spawn(|| {
                while let Some((domain, addresses)) = queue.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mut session = DomainSession { checker, domain, rules: HashMap::new(), n_silent: 0, has_asked: false };
                    for (text, target) in addresses {
                        let answer = session.check(target);
                        answers.lock().unwrap_or_else(PoisonError::into_inner).insert((*text).to_owned(), answer);
                        progress(n_done.fetch_add(1, Ordering::Relaxed) + 1);
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The most bytes of an answer of an API that are read.
const MAX_ANSWER: u64 = 256 * 1024;

/// What the API of a forge answers.
enum ApiAnswer {
    /// This.
    Body(Vec<u8>),
    /// Nothing about that.
    Nothing,
    /// Nothing, and it is not asked again in this run.
    NoMore,
}

impl LinkChecker {
    /// Asks the API at `url`, with `token`. A redirect, as for a repository with another name, is only followed on the same host.
    fn ask(&self, url: &Url, token: Option<&str>) -> ApiAnswer {
        let mut at = url.clone();
        for _ in 0..MAX_HOPS {
            if why_not_checked(&at).is_some() || at.origin() != url.origin() {
                return ApiAnswer::Nothing;
            }
            let request = self.agent.get(at.as_str()).header("Accept", "application/json");
            let request = match token {
                Some(token) => request.header("Authorization", format!("Bearer {token}")),
                None => request,
            };
            let Ok(response) = request.call() else { return ApiAnswer::NoMore };
            match read(&response) {
                (200, _) => {
                    let mut body = Vec::new();
                    let got = response.into_body().into_reader().take(MAX_ANSWER).read_to_end(&mut body);
                    return if got.is_ok() { ApiAnswer::Body(body) } else { ApiAnswer::Nothing };
                }
                (300..=399, Some(location)) => match at.join(&location) {
                    Ok(next) => at = next,
                    Err(_) => return ApiAnswer::Nothing,
                },
                (401 | 403 | 429 | 500..=599, _) => return ApiAnswer::NoMore,
                _ => return ApiAnswer::Nothing,
            }
        }
        ApiAnswer::Nothing
    }
}

/// Asks the forges of `due`, which are among `repositories`, who owns them, one after the other. `token` returns that for the host of an API. A forge that
/// refuses or does not answer is not asked again. `progress` receives the number of finished repositories.
#[must_use]
pub fn ask_forges(
    checker: &LinkChecker,
    repositories: &Repositories,
    due: &[&str],
    token: &dyn Fn(&str) -> Option<String>,
    progress: &dyn Fn(usize),
) -> BTreeMap<String, Owner> {
    let (mut owners, mut silent) = (BTreeMap::new(), BTreeSet::new());
    for (n, name) in due.iter().enumerate() {
        let Some(repository) = repositories.get(*name) else { continue };
        let host = repository.api.host_str().unwrap_or_default();
        if !silent.contains(host) {
            if n > 0 {
                thread::sleep(checker.politeness.pause);
            }
            match checker.ask(&repository.api, token(host).as_deref()) {
                ApiAnswer::Body(body) => owners.extend(repository.owner(&body).map(|owner| ((*name).to_owned(), owner))),
                ApiAnswer::Nothing => {}
                ApiAnswer::NoMore => drop(silent.insert(host)),
            }
        }
        progress(n + 1);
    }
    owners
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpListener;

    use super::*;
    use crate::catalogue::RawCatalogue;
    use crate::health::links::{Landing, Target, repositories};
    use crate::source::{ContentPath, Memory, Span};

    /// A local server that answers by host and path, and the log of its requests.
    #[derive(Debug)]
    struct Local {
        at: SocketAddr,
        asked: Arc<Mutex<Vec<String>>>,
    }

    impl Local {
        fn start() -> Self {
            let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
            let at = listener.local_addr().expect("an address");
            let asked = Arc::new(Mutex::new(Vec::new()));
            let log = asked.clone();
            thread::spawn(move || {
                for stream in listener.incoming() {
                    let (mut stream, log) = (stream.expect("a connection"), log.clone());
                    thread::spawn(move || {
                        let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
                        let mut lines = Vec::new();
                        let mut line = String::new();
                        while reader.read_line(&mut line).is_ok_and(|n| n > 2) {
                            lines.push(std::mem::take(&mut line).trim().to_owned());
                        }
                        let host =
                            lines.iter().find_map(|line| line.strip_prefix("host: ").or(line.strip_prefix("Host: "))).unwrap_or_default();
                        let request = lines.first().cloned().unwrap_or_default();
                        let mut words = request.split(' ');
                        let key = format!("{} {host}{}", words.next().unwrap_or_default(), words.next().unwrap_or_default());
                        // Logged before the response is sent: a test with the response may read the log at once.
                        log.lock().expect("a log").push(key.clone());
                        let _ = stream.write_all(answer(&key).as_bytes());
                    });
                }
            });
            Self { at, asked }
        }

        fn asked(&self) -> Vec<String> {
            self.asked.lock().expect("a log").clone()
        }
    }

    fn answer(key: &str) -> String {
        let (status, more, body) = match key {
            "GET shy.com/robots.txt" => ("200 OK", "", "User-agent: *\nDisallow: /private\n"),
            "GET broken-robots.com/robots.txt" => ("503 Busy", "", ""),
            "HEAD acme.com/start" => ("302 Found", "Location: /about\r\n", ""),
            "GET acme.com/about" => ("200 OK", "Content-Type: text/html\r\n", "<h1>Order Messages</h1> is made by us"),
            "GET acme.com/drawn" => ("200 OK", "Content-Type: text/html\r\n", "<div></div><script src=a.js></script>"),
            "HEAD acme.com/about" | "HEAD acme.com/drawn" | "HEAD acme.com/ok" | "HEAD acme.com/moved-here" | "HEAD shy.com/open" => {
                ("200 OK", "", "")
            }
            "GET api.github.com/repos/acme/moved" => ("301 Moved", "Location: /repositories/1\r\n", ""),
            "GET api.github.com/repos/acme/away" => ("302 Found", "Location: http://inside.com/\r\n", ""),
            "GET api.github.com/repositories/1" => ("200 OK", "", r#"{"owner": {"id": 7, "login": "wren"}}"#),
            "GET codeberg.org/api/v1/repos/acme/a" => ("403 Limit", "", r#"{"owner": {"id": 7, "login": "wren"}}"#),
            "HEAD acme.com/moved" => ("301 Moved", "Location: /moved-here\r\n", ""),
            "HEAD acme.com/sold" => ("302 Found", "Location: https://parking.net/lander\r\n", ""),
            "HEAD acme.com/inward" => ("302 Found", "Location: http://169.254.169.254/latest/meta-data/\r\n", ""),
            "HEAD acme.com/loop" => ("302 Found", "Location: /loop\r\n", ""),
            "GET acme.com/no-head" => ("206 Partial", "", "x"),
            "HEAD acme.com/no-head" => ("405 No", "", ""),
            key if key.ends_with("acme.com/forbidden") => ("403 No", "", ""),
            key if key.ends_with("acme.com/busy") => ("500 Oops", "", ""),
            key if key.ends_with("tired.com/a") => ("429 Slower", "", ""),
            _ => ("404 Not Found", "", ""),
        };
        let length = if key.starts_with("HEAD") { 0 } else { body.len() };
        format!("HTTP/1.1 {status}\r\n{more}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}")
    }

    /// Every host is at the local server, except one that has a private address.
    #[derive(Debug)]
    struct Everywhere(SocketAddr);

    impl HostResolver for Everywhere {
        fn resolve(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
            match host {
                "inside.com" => PublicHosts.resolve("127.0.0.1", port),
                "nowhere.com" => Ok(Vec::new()),
                _ => Ok(vec![self.0]),
            }
        }
    }

    fn asked_for(urls: &[&str], names: &[&str]) -> (BTreeMap<String, Answer>, Vec<String>) {
        let local = Local::start();
        let politeness =
            Politeness { pause: Duration::ZERO, timeout: Duration::from_secs(5), back_off: Duration::from_millis(1), n_attempts: 2 };
        let checker = LinkChecker::new(Arc::new(Everywhere(local.at)), politeness);
        let landing = |name: &&str| Landing {
            name: (*name).into(),
            path: ContentPath::new("listings/a/listing.yaml").expect("a path"),
            span: Span::new(0..0),
        };
        let target = |url: &&str| {
            let url: Url = url.parse().expect("a URL");
            Target { landing_of: names.iter().map(landing).collect(), ..Target::new(url) }
        };
        let targets: Targets = urls.iter().map(|url| ((*url).to_owned(), target(url))).collect();
        let answers = check_all(&checker, &targets, urls, &|_| {});
        (answers, local.asked())
    }

    fn asked(urls: &[&str]) -> (BTreeMap<String, Answer>, Vec<String>) {
        asked_for(urls, &[])
    }

    #[test]
    fn a_landing_page_that_does_not_name_its_listing_is_noticed() {
        let urls = ["http://acme.com/start", "http://acme.com/drawn", "http://acme.com/no-head", "http://acme.com/gone"];
        let (answers, log) = asked_for(&urls, &["Order messages", "Rows"]);
        assert_eq!(answers["http://acme.com/start"], Answer::Unnamed(vec!["Rows".to_owned()]), "where the redirect leads to");
        assert_eq!(answers["http://acme.com/drawn"], Answer::Status(200), "drawn by a script");
        assert_eq!(answers["http://acme.com/no-head"], Answer::Status(206), "no HTML");
        assert_eq!(answers["http://acme.com/gone"], Answer::Status(404));
        assert_eq!(log.iter().filter(|key| *key == "GET acme.com/about").count(), 1, "{log:?}");
    }

    #[test]
    fn a_url_that_answers_is_alive_and_404_is_confirmed_with_get() {
        let (answers, log) = asked(&["http://acme.com/ok", "http://acme.com/moved", "http://acme.com/no-head", "http://acme.com/gone"]);
        assert_eq!(answers["http://acme.com/ok"], Answer::Status(200));
        assert_eq!(answers["http://acme.com/moved"], Answer::Status(200), "redirects are followed");
        assert_eq!(answers["http://acme.com/no-head"], Answer::Status(206));
        assert_eq!(answers["http://acme.com/gone"], Answer::Status(404));
        assert!(log.contains(&"GET acme.com/gone".to_owned()), "HEAD alone is not believed: {log:?}");
        assert_eq!(log.iter().filter(|key| key.ends_with("robots.txt")).count(), 1, "once for the host: {log:?}");
    }

    #[test]
    fn errors_other_than_404_are_not_dead() {
        let (answers, log) = asked(&["http://acme.com/forbidden", "http://acme.com/busy", "http://acme.com/loop", "http://nowhere.com/"]);
        assert_eq!(answers["http://acme.com/forbidden"], Answer::Status(403));
        assert_eq!(answers["http://acme.com/busy"], Answer::Status(500));
        assert!(matches!(&answers["http://acme.com/loop"], Answer::Unknown(why) if why.contains("redirects")));
        assert!(matches!(answers["http://nowhere.com/"], Answer::Unknown(_)));
        assert_eq!(log.iter().filter(|key| *key == "GET acme.com/busy").count(), 2, "asked again after a while: {log:?}");
    }

    #[test]
    fn a_redirect_to_another_domain_is_reported_and_not_followed() {
        let (answers, log) = asked(&["http://acme.com/sold"]);
        assert_eq!(answers["http://acme.com/sold"], Answer::Elsewhere("https://parking.net/lander".to_owned()));
        assert!(!log.iter().any(|key| key.contains("parking.net")), "{log:?}");
    }

    #[test]
    fn private_hosts_are_never_contacted() {
        let (answers, log) = asked(&["http://acme.com/inward", "http://inside.com/"]);
        assert!(matches!(&answers["http://acme.com/inward"], Answer::Unknown(why) if why.contains("not public")), "{answers:?}");
        assert!(matches!(&answers["http://inside.com/"], Answer::Unknown(_)), "{answers:?}");
        assert!(!log.iter().any(|key| key.contains("inside.com") || key.contains("169.254")), "{log:?}");
        assert!(PublicHosts.resolve("127.0.0.1", 80).is_err() && PublicHosts.resolve("[::1]", 80).is_err());
    }

    #[test]
    fn robots_txt_is_honoured() {
        let (answers, log) = asked(&["http://shy.com/open", "http://shy.com/private/a", "http://broken-robots.com/"]);
        assert_eq!(answers["http://shy.com/open"], Answer::Status(200));
        assert!(matches!(&answers["http://shy.com/private/a"], Answer::Unknown(why) if why.contains("robots.txt")));
        assert!(matches!(&answers["http://broken-robots.com/"], Answer::Unknown(why) if why.contains("robots.txt")));
        assert!(!log.iter().any(|key| key.ends_with("/private/a")), "{log:?}");
    }

    #[test]
    fn forges_are_asked_who_owns_a_repository_and_their_limits_are_kept() {
        let local = Local::start();
        let politeness = Politeness { pause: Duration::ZERO, ..Politeness::default() };
        let checker = LinkChecker::new(Arc::new(Everywhere(local.at)), politeness);
        let urls = ["github.com/acme/away", "github.com/acme/gone", "github.com/acme/moved", "codeberg.org/acme/a", "codeberg.org/acme/b"];
        let listing: String = ["source_url", "website", "docs_url", "privacy_url", "terms_url"]
            .iter()
            .zip(urls)
            .map(|(key, url)| format!("{key}: https://{url}\n"))
            .collect();
        let folder = Memory::new().with("listings/a/listing.yaml", listing);
        let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
        let mut all = repositories(&raw);
        for repository in all.values_mut() {
            // The local server speaks no TLS.
            repository.api.set_scheme("http").expect("a scheme");
        }
        let due: Vec<&str> = all.keys().map(String::as_str).collect();
        let hosts = Mutex::new(Vec::new());
        let token = |host: &str| {
            hosts.lock().expect("a list").push(host.to_owned());
            Some("secret".to_owned())
        };
        let owners = ask_forges(&checker, &all, &due, &token, &|_| {});
        let moved = Owner { id: 7, login: "wren".to_owned() };
        assert_eq!(owners, BTreeMap::from([("https://github.com/acme/moved".to_owned(), moved)]));
        let log = local.asked();
        assert!(!log.iter().any(|key| key.contains("inside.com") || key.ends_with("acme/b")), "{log:?}");
        assert_eq!(*hosts.lock().expect("a list"), ["codeberg.org", "api.github.com", "api.github.com", "api.github.com"]);
    }

    #[test]
    fn a_domain_that_answers_429_gets_no_more_requests() {
        let (answers, log) = asked(&["http://tired.com/a", "http://tired.com/b"]);
        assert_eq!(answers["http://tired.com/a"], Answer::Status(429));
        assert!(matches!(answers["http://tired.com/b"], Answer::Unknown(_)));
        assert!(!log.iter().any(|key| key.ends_with("tired.com/b")), "{log:?}");
    }
}
