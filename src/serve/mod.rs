//! The live preview: pages as they are asked for, and a word to the browser when they have changed. Knows a site only through [`Preview`];
//! prints nothing.

mod server;
mod watch;

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::net::{IpAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use crate::hosting::Headers;

/// One state of a site.
pub trait Preview: Send + Sync {
    /// Returns the answer for `path`, which begins with a slash and carries no query.
    fn respond(&self, path: &str) -> Option<Answer>;

    /// The page for addresses that are none.
    fn not_found(&self) -> Answer;

    /// The report to lay over the pages; `None` when there is nothing to fix. It is asked for when a browser is notified.
    fn report(&self) -> Option<String>;

    /// The headers that production sends with these pages.
    fn headers(&self) -> Headers;

    /// The current state of the pages.
    fn showing(&self) -> Showing;
}

/// A state of the pages, by which an open one knows whether it is still right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Showing {
    /// Counts up whenever a page may have changed: an open one is then loaded again.
    pub pages: u64,
    /// The stylesheets and icons that pages load, as JSON. An open page takes new ones on without a reload.
    pub style: serde_json::Value,
}

/// The answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its media type.
    pub content_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A change that the watcher saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// The files and folders that changed.
    Paths(BTreeSet<PathBuf>),
    /// More than it could follow.
    Everything,
}

/// The preview cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Another program listens on the port.
    #[error("port {port} is in use: choose another one with --port, or use --port 0 for any free port")]
    PortInUse {
        /// The port.
        port: u16,
        /// The message of the operating system.
        source: std::io::Error,
    },
    /// The operating system refused the address or the port.
    #[error("cannot listen on {host}, port {port}")]
    Unavailable {
        /// The address.
        host: IpAddr,
        /// The port.
        port: u16,
        /// The message of the operating system.
        source: std::io::Error,
    },
    /// The operating system refused a socket or a thread.
    #[error("the preview server failed")]
    Server(#[from] std::io::Error),
    /// The watcher could not be started.
    #[error("the content folder cannot be watched")]
    Watch(#[from] watch::WatchError),
}

/// Listens on `port` of `host`, an address of this machine; 0 takes any free port.
///
/// # Errors
/// When the port is taken, or the machine has no such address.
pub fn bind(host: IpAddr, port: u16) -> Result<TcpListener, ServeError> {
    TcpListener::bind((host, port)).map_err(|source| match source.kind() {
        ErrorKind::AddrInUse => ServeError::PortInUse { port, source },
        _ => ServeError::Unavailable { host, port, source },
    })
}

/// Shows a state from now on, and notifies every open page.
pub type Show<'call> = &'call dyn Fn(Arc<dyn Preview>);

/// Serves `first` until the process ends. `on_change` is called for each change below `watched`, with the way to show the next state: it may go on after
/// that.
///
/// # Errors
/// When the watcher or the server cannot be started.
pub fn run(
    listener: TcpListener,
    first: Arc<dyn Preview>,
    watched: &[PathBuf],
    mut on_change: impl FnMut(&Changed, Show<'_>) + Send + 'static,
) -> Result<(), ServeError> {
    let is_shared = !listener.local_addr()?.ip().is_loopback();
    let live = Arc::new(server::Live::new(first, is_shared));
    let shown = live.clone();
    let watcher = watch::watch(watched, move |changed| on_change(&changed, &|next| shown.show(next)))?;
    server::serve(listener, live)?;
    drop(watcher);
    Ok(())
}
