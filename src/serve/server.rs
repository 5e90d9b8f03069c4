//! The HTTP edge of the preview: the only file that names axum and tokio. Knows no page.

use std::convert::Infallible;
use std::net::TcpListener;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use tokio::sync::watch;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use super::{Answer, Preview, Showing};
use crate::hosting::NO_STORE;

/// The script that pages load in the preview.
const LIVE_JS: &str = include_str!("live.js");

/// The state that is being shown.
pub(super) struct Live {
    preview: watch::Sender<Arc<dyn Preview>>,
    /// Whether other machines may ask, by any name of this one.
    is_shared: bool,
}

impl Live {
    pub(super) fn new(first: Arc<dyn Preview>, is_shared: bool) -> Self {
        Self { preview: watch::Sender::new(first), is_shared }
    }

    /// Shows `next` from now on and notifies every open page.
    pub(super) fn show(&self, next: Arc<dyn Preview>) {
        self.preview.send_replace(next);
    }

    fn preview(&self) -> Arc<dyn Preview> {
        self.preview.borrow().clone()
    }
}

/// The number of a state, different from run to run, so that a page that outlived the server knows that it is old.
fn numbered(pages: u64) -> u64 {
    (u64::from(std::process::id()) << 20) + pages
}

/// Serves until the process ends.
pub(super) fn serve(listener: TcpListener, live: Arc<Live>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, Router::new().fallback(answer).with_state(live)).await
    })
}

/// Answers with the headers of production, and without caching.
async fn answer(State(live): State<Arc<Live>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let preview = live.preview();
    let headers = preview.headers();
    let mut response = if !live.is_shared && !is_local(&request) {
        (StatusCode::FORBIDDEN, "the preview only answers requests to localhost and 127.0.0.1\n").into_response()
    } else if !matches!(*request.method(), Method::GET | Method::HEAD) {
        (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")], "the preview only shows pages\n").into_response()
    } else {
        match path.as_str() {
            "/__live" => return events(&live).into_response(),
            "/__live.js" => ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], LIVE_JS).into_response(),
            path => page(preview, path.to_owned()).await,
        }
    };
    for (name, value) in headers.for_path(&path) {
        // The type is that of the answer, which for an address that is none is a page.
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value))
            && name != header::CONTENT_TYPE
        {
            response.headers_mut().append(name, value);
        }
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    response
}

/// Whether the request names this machine: a page of another site must not read the preview through a name that it points here (DNS rebinding).
fn is_local(request: &Request) -> bool {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit())).map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

/// One state at once, and every later one as it comes.
fn events(live: &Live) -> impl IntoResponse + use<> {
    let states = WatchStream::new(live.preview.subscribe()).then(|preview| async {
        let Showing { pages, style } = preview.showing();
        // A report takes time, and a fault in it is no reason to leave out the state.
        let report = tokio::task::spawn_blocking(move || preview.report()).await.ok().flatten();
        let data = serde_json::json!({"pages": numbered(pages), "look": style, "remarks": report}).to_string();
        Ok::<_, Infallible>(Event::default().event("state").data(data))
    });
    Sse::new(states).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

/// Renders a page beside the connections, so that a slow one blocks no other.
async fn page(preview: Arc<dyn Preview>, path: String) -> Response {
    let rendered = tokio::task::spawn_blocking(move || {
        std::panic::catch_unwind(AssertUnwindSafe(|| {
            let decoded = percent_encoding::percent_decode_str(&path).decode_utf8_lossy().into_owned();
            match preview.respond(&decoded) {
                Some(answer) => respond(StatusCode::OK, answer),
                // The target is a path of ours: a single slash in front, so it cannot lead to another host.
                None if !path.ends_with('/') && preview.respond(&format!("{decoded}/")).is_some() => {
                    Redirect::permanent(&format!("/{}/", path.trim_start_matches('/'))).into_response()
                }
                None => respond(StatusCode::NOT_FOUND, preview.not_found()),
            }
        }))
    });
    match rendered.await {
        Ok(Ok(response)) => response,
        _ => (StatusCode::INTERNAL_SERVER_ERROR, "the page could not be rendered; see the terminal for the reason\n").into_response(),
    }
}

fn respond(status: StatusCode, answer: Answer) -> Response {
    (status, [(header::CONTENT_TYPE, answer.content_type)], Body::from(answer.bytes)).into_response()
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;
    use crate::hosting::Headers;
    use crate::site::Address;

    struct Fixed(Option<String>);

    impl Preview for Fixed {
        fn respond(&self, path: &str) -> Option<Answer> {
            assert_ne!(path, "/panic/", "a page that fails");
            matches!(path, "/" | "/a/").then(|| Answer { content_type: "text/html; charset=utf-8", bytes: path.as_bytes().to_vec() })
        }

        fn not_found(&self) -> Answer {
            Answer { content_type: "text/html; charset=utf-8", bytes: b"nothing here".to_vec() }
        }

        fn report(&self) -> Option<String> {
            self.0.clone()
        }

        fn headers(&self) -> Headers {
            Headers::new(&Address::local())
        }

        fn showing(&self) -> Showing {
            Showing::default()
        }
    }

    fn start() -> (u16, Arc<Live>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let live = Arc::new(Live::new(Arc::new(Fixed(None)), false));
        let served = live.clone();
        std::thread::spawn(move || serve(listener, served));
        (port, live)
    }

    fn open(port: u16, head: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
        write!(stream, "{head}\r\n\r\n").expect("a request");
        stream
    }

    fn ask(port: u16, line: &str, host: &str) -> String {
        let mut text = String::new();
        open(port, &format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close")).read_to_string(&mut text).expect("an answer");
        text
    }

    #[test]
    fn the_headers_are_those_of_production_but_for_caching() {
        let (port, _) = start();
        for path in ["/", "/a/", "/a", "/b/", "/feed.xml", "/assets/a.css", "/panic/"] {
            let answer = ask(port, &format!("GET {path}"), "localhost");
            let head = answer.split("\r\n\r\n").next().unwrap_or_default();
            let mut sent: Vec<(String, String)> =
                head.lines().filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            sent.retain(|(name, _)| !matches!(name.as_str(), "content-type" | "content-length" | "date" | "connection" | "location"));
            sent.sort();
            let of_production = Headers::new(&Address::local());
            let mut wanted: Vec<(String, String)> = of_production
                .for_path(path)
                .into_iter()
                .filter(|(name, _)| *name != "Content-Type")
                .map(|(name, value)| (name.to_ascii_lowercase(), if name == "Cache-Control" { NO_STORE } else { value }.to_owned()))
                .collect();
            wanted.sort();
            assert_eq!(sent, wanted, "{path}");
        }
    }

    #[test]
    fn pages_redirects_and_errors_are_answered() {
        let (port, _) = start();
        assert!(ask(port, "GET /", "localhost").starts_with("HTTP/1.1 200"));
        assert!(ask(port, "GET /a", "127.0.0.1").contains("location: /a/"));
        assert!(ask(port, "GET /b/", "localhost").starts_with("HTTP/1.1 404"));
        assert!(ask(port, "POST /", "localhost").starts_with("HTTP/1.1 405"));
        assert!(ask(port, "GET /panic/", "localhost").starts_with("HTTP/1.1 500"));
        assert!(ask(port, "GET /", "localhost").starts_with("HTTP/1.1 200"), "a page that fails does not end the server");
    }

    #[test]
    fn a_foreign_host_name_reads_nothing() {
        let (port, _) = start();
        assert!(ask(port, "GET /", "evil.example").starts_with("HTTP/1.1 403"));
        assert!(ask(port, "GET /__live", "evil.example").starts_with("HTTP/1.1 403"));
    }

    #[test]
    fn two_hundred_open_pages_receive_a_change_and_block_nothing() {
        let (port, live) = start();
        let mut pages: Vec<TcpStream> = (0..200).map(|_| open(port, "GET /__live HTTP/1.1\r\nHost: localhost")).collect();
        assert!(ask(port, "GET /", "localhost").starts_with("HTTP/1.1 200"));
        live.show(Arc::new(Fixed(Some("name is missing".to_owned()))));
        for page in &mut pages {
            let mut heard = String::new();
            let mut buffer = [0; 4096];
            while !heard.contains("name is missing") {
                let n_bytes = page.read(&mut buffer).expect("an event in time");
                assert!(n_bytes > 0, "the stream ended: {heard}");
                heard.push_str(&String::from_utf8_lossy(&buffer[..n_bytes]));
            }
        }
    }
}
