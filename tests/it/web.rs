//! A web server on this machine that answers as a test says, and the log of its requests.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;

/// An answer: status, header lines, body.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<String>,
    pub body: Vec<u8>,
    /// Whether the body is sent again and again, until no one listens.
    pub is_endless: bool,
}

impl Answer {
    pub fn new(body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, headers: Vec::new(), body: body.into(), is_endless: false }
    }

    pub fn status(status: u16) -> Self {
        Self { status, ..Self::new("<!doctype html><title>No</title>") }
    }

    pub fn redirect(to: &str) -> Self {
        Self { status: 302, headers: vec![format!("location: {to}")], ..Self::new("") }
    }

    pub fn endless(body: &str) -> Self {
        Self { is_endless: true, ..Self::new(body) }
    }
}

pub struct Server {
    pub url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// A server that answers a request of a path with what `answer` makes of it.
    pub fn new(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let (asked, answer) = (Arc::new(Mutex::new(Vec::new())), Arc::new(answer));
        let log = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, log, answer) = (stream.expect("a connection"), log.clone(), answer.clone());
                thread::spawn(move || {
                    let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
                    // One request after the other, as long as the client keeps the connection.
                    loop {
                        let mut request = String::new();
                        if !reader.read_line(&mut request).is_ok_and(|n| n > 0) {
                            return;
                        }
                        let mut line = String::new();
                        while reader.read_line(&mut line).is_ok_and(|n| n > 2) {
                            line.clear();
                        }
                        let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
                        log.lock().expect("a log").push(path.clone());
                        let Answer { status, headers, body, is_endless } = answer(&path);
                        let has_length = headers.iter().any(|line| line.starts_with("content-length"));
                        let is_last = is_endless || has_length;
                        let length = if is_last { "connection: close".to_owned() } else { format!("content-length: {}", body.len()) };
                        let headers: String = headers.iter().chain([&length]).map(|line| format!("{line}\r\n")).collect();
                        // In one piece: the second of two small ones would wait for the client's confirmation of the first.
                        let whole = [format!("HTTP/1.1 {status} X\r\n{headers}\r\n").as_bytes(), &body].concat();
                        let mut is_sent = stream.write_all(&whole).is_ok();
                        while is_endless && is_sent {
                            is_sent = stream.write_all(&body).is_ok();
                        }
                        if is_last {
                            return;
                        }
                    }
                });
            }
        });
        Self { url, asked }
    }

    /// The paths that were asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("a log").clone()
    }
}
