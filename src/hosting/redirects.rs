//! Former addresses for hosts that redirect automatically. Each page has one that leads on as well, for those that do not.

use std::fmt::Write as _;

use crate::contract::FOLDER;
use crate::site::{Address, PageKind, Site, SitePath};

/// Lines that Cloudflare reads; GitLab reads 1,000.
const MAX_LINES: usize = 2000;
/// Bytes of a line that Cloudflare reads.
const MAX_LINE: usize = 1000;

/// The file `_redirects`, as Netlify, Cloudflare and GitLab read it. Its first line is about the data of listings, which were beside their pages once.
#[must_use]
pub fn redirects(site: &Site) -> String {
    let root = site.address.root();
    let data = format!("{root}listings/:slug/index.json {root}{FOLDER}listings/:slug.json 301");
    let lines = site.pages().filter_map(|page| match &page.kind {
        PageKind::Redirect { to, .. } => Some(line(&site.address, &page.path, to)),
        _ => None,
    });
    file(std::iter::once(data).chain(lines))
}

/// In an address every space and every character with a meaning in this file is percent-encoded.
fn line(address: &Address, from: &SitePath, to: &SitePath) -> String {
    format!("{} {} 301", address.url(from), address.url(to))
}

fn file(lines: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    let (mut n_written, mut n_left) = (0, 0);
    for line in lines {
        if n_written < MAX_LINES && line.len() <= MAX_LINE {
            text += &line;
            text.push('\n');
            n_written += 1;
        } else {
            n_left += 1;
        }
    }
    if n_left > 0 {
        let _ = writeln!(
            text,
            "# {n_left} more are not listed, because hosts read {MAX_LINES} lines of {MAX_LINE} characters. Their pages still redirect."
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_can_write_a_line_of_its_own() {
        let hostile = SitePath::file("listings/a /evil/ 200\n/* https://evil.example/:splat 301 #/");
        let line = line(&Address::local(), &hostile, &SitePath::file("listings/a/"));
        assert_eq!(line.split_whitespace().collect::<Vec<_>>()[1..], ["/listings/a/", "301"], "{line}");
        assert!(!line.contains(['*', ':', '#', '\n']), "{line}");
    }

    #[test]
    fn redirects_that_hosts_do_not_read_are_pages_and_noted() {
        let lines = (0..2001).map(|n| format!("/listings/old-{n}/ /listings/new/ 301"));
        let long = format!("/listings/{}/ /listings/new/ 301", "a".repeat(MAX_LINE));
        let text = file([long].into_iter().chain(lines));
        assert_eq!(text.lines().count(), MAX_LINES + 1);
        assert!(text.lines().last().is_some_and(|line| line.starts_with("# 2 more")), "{:?}", text.lines().last());
        assert!(text.lines().all(|line| line.len() <= MAX_LINE));
    }
}
