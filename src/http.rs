//! Reads files of a published site. An edge: beside the link checker, the only file that uses the network and names the HTTP client.
//!
//! The server is not trusted: every request has an end in time and in bytes, and a redirect never leads to another host. Which files are asked for is up to
//! the caller.

use std::io::{self, Read as _};
use std::net::IpAddr;
use std::time::Duration;

use ureq::Agent;
use url::{Host, Url};

/// The user agent that servers see.
const USER_AGENT: &str = concat!("pressmark/", env!("CARGO_PKG_VERSION"));

/// The most redirects that are followed.
const MAX_REDIRECTS: usize = 4;

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(10);

/// Bytes of a response header, at most.
const MAX_HEADER: usize = 32 * 1024;

/// A file that could not be read, and why.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// The URL is not one that is requested.
    #[error("`{0}` is not requested: {1}")]
    NotRequested(String, &'static str),
    /// The server has no such file.
    #[error("`{0}` does not exist (404)")]
    Missing(String),
    /// The server answered with something else.
    #[error("`{0}` was answered with status {1}")]
    Status(String, u16),
    /// A redirect leads elsewhere.
    #[error("`{url}` redirects to `{to}`, which is another host: use that address if you trust it")]
    OtherHost {
        /// What was requested.
        url: String,
        /// The URL.
        to: String,
    },
    /// Redirects do not end.
    #[error("`{0}` redirects more than {max} times", max = MAX_REDIRECTS)]
    Redirects(String),
    /// The body is larger than it may be.
    #[error("`{0}` is larger than {1} bytes")]
    TooLarge(String, u64),
    /// The connection failed, or took too long.
    #[error("`{url}` cannot be reached: {why}")]
    Failed {
        /// What was requested.
        url: String,
        /// Why not.
        why: String,
    },
}

impl HttpError {
    /// Whether the same request may succeed a moment later.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Failed { .. } | Self::Status(_, 429 | 500..=599))
    }
}

/// The files of one site.
#[derive(Debug)]
pub struct Remote {
    agent: Agent,
    base: Url,
}

impl Remote {
    /// The site at `base`, whose path counts as a folder. A request takes at most `timeout`, from name resolution to the last byte.
    ///
    /// # Errors
    /// When `base` is neither `https` nor on this machine.
    pub fn new(base: &Url, timeout: Duration) -> Result<Self, HttpError> {
        let refused = |why| Err(HttpError::NotRequested(without_user(base).to_string(), why));
        match base.scheme() {
            "https" => {}
            "http" if is_loopback(base) => {}
            "http" => return refused("write `https`; `http` is only for this machine"),
            _ => return refused("only `https` URLs are"),
        }
        if !base.username().is_empty() || base.password().is_some() {
            return refused("it contains a user name");
        }
        let mut base = base.clone();
        base.set_query(None);
        base.set_fragment(None);
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        let mut config = Agent::config_builder()
            .user_agent(USER_AGENT)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_response_header_size(MAX_HEADER)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(timeout));
        if is_loopback(&base) {
            config = config.proxy(None);
        }
        Ok(Self { agent: config.build().new_agent(), base })
    }

    /// The address of the site, with a slash at its end.
    #[must_use]
    pub fn base(&self) -> &Url {
        &self.base
    }

    /// The bytes of the file at `path` below the site, whose letters are percent-encoded: no more than `limit`.
    ///
    /// # Errors
    /// When the server does not answer with the file itself, or not in time.
    pub fn file(&self, path: &str, limit: u64) -> Result<Vec<u8>, HttpError> {
        let Ok(first) = self.base.join(path) else { return Err(HttpError::NotRequested(path.to_owned(), "it is not a path")) };
        let failed = |why: &ureq::Error| HttpError::Failed { url: first.to_string(), why: reason(why) };
        let mut url = first.clone();
        for _ in 0..=MAX_REDIRECTS {
            let response = self.agent.get(url.as_str()).call().map_err(|why| failed(&why))?;
            match response.status().as_u16() {
                200 => {
                    let mut bytes = Vec::new();
                    let read = response.into_body().into_reader().take(limit.saturating_add(1)).read_to_end(&mut bytes);
                    read.map_err(|why| failed(&ureq::Error::from(why)))?;
                    return if bytes.len() as u64 > limit { Err(HttpError::TooLarge(first.into(), limit)) } else { Ok(bytes) };
                }
                301 | 302 | 303 | 307 | 308 => {
                    let location = response.headers().get("location").and_then(|value| value.to_str().ok()).unwrap_or_default();
                    let Ok(to) = url.join(location) else { return Err(HttpError::Status(first.into(), response.status().as_u16())) };
                    if to.origin() != url.origin() {
                        return Err(HttpError::OtherHost { url: first.into(), to: to.into() });
                    }
                    url = to;
                }
                404 | 410 => return Err(HttpError::Missing(first.into())),
                status => return Err(HttpError::Status(first.into(), status)),
            }
        }
        Err(HttpError::Redirects(first.into()))
    }
}

/// `url` without the part that may be a password.
fn without_user(url: &Url) -> Url {
    let mut url = url.clone();
    // Both fail for URLs that have no such part.
    let _ = url.set_username("").and_then(|()| url.set_password(None));
    url
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
        None => false,
    }
}

/// Why there is no answer, in words that are the same on every system.
fn reason(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "it took too long".to_owned(),
        ureq::Error::HostNotFound => "its host name cannot be resolved".to_owned(),
        ureq::Error::Io(error) if matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => {
            "it took too long".to_owned()
        }
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => "the connection ended early".to_owned(),
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => "nothing answers there".to_owned(),
        ureq::Error::Io(_) => "the connection failed".to_owned(),
        other => format!("the answer is not valid: {other}"),
    }
}
