//! The output of `git log`: commits with the files that they change.

/// Reads the output of `git log --format=%x00… --name-only -z`: for each commit an empty part, its description, and the files of the commit, the first after
/// a line break.
pub(super) fn records(out: &[u8]) -> Vec<(String, Vec<String>)> {
    let mut commits: Vec<(String, Vec<String>)> = Vec::new();
    let mut is_description = false;
    for part in out.split(|&byte| byte == 0) {
        let text = String::from_utf8_lossy(part);
        match (is_description, commits.last_mut()) {
            (true, _) => commits.push((text.into_owned(), Vec::new())),
            (false, Some((_, files))) if !part.is_empty() => files.push(text.strip_prefix('\n').unwrap_or(&text).to_owned()),
            _ => {}
        }
        is_description = part.is_empty();
    }
    commits
}
