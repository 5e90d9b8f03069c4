//! Which lines of a file were written between two commits. Runs `git`; the lines themselves are not looked at.

use std::ops::RangeInclusive;

use super::{GitError, Object, Repository};

/// The lines of a file that are new or altered since an earlier commit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenLines {
    /// The file as it is at the later commit; `None` when nothing in it was written since.
    pub object: Option<Object>,
    /// Runs of neighbouring lines, counted from 1, in order.
    pub runs: Vec<RangeInclusive<usize>>,
}

impl WrittenLines {
    /// Whether one run contains all lines from `first` to `last`.
    #[must_use]
    pub fn hold(&self, first: usize, last: usize) -> bool {
        self.runs.iter().any(|run| run.contains(&first) && run.contains(&last))
    }

    /// Reads what `diff-tree --patch --unified=0 --full-index` prints of one file.
    fn parse(out: &[u8]) -> Self {
        let mut written = Self::default();
        for line in out.split(|&byte| byte == b'\n') {
            // Lines of the file follow `+`, `-` or `\`: what begins otherwise is git's own word.
            if let Some(rest) = line.strip_prefix(b"index ").filter(|_| written.runs.is_empty()) {
                let text = String::from_utf8_lossy(rest);
                let new = text.split_once("..").map(|(_, new)| new.split(' ').next().unwrap_or_default());
                written.object = new.and_then(Object::parse);
            } else if let Some(rest) = line.strip_prefix(b"@@ ") {
                written.runs.extend(run(&String::from_utf8_lossy(rest)));
            }
        }
        written
    }
}

/// The lines of the later commit in `-a,b +c,d @@ …`; none when lines are only gone.
fn run(header: &str) -> Option<RangeInclusive<usize>> {
    let new = header.split(' ').find_map(|part| part.strip_prefix('+'))?;
    let (start, count) = new.split_once(',').unwrap_or((new, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| start..=start + count - 1)
}

impl Repository {
    /// The lines of the file at `path`, from the root of the repository, that were written between `base` and `head`.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn written_lines(&self, base: &Object, head: &Object, path: &str) -> Result<WrittenLines, GitError> {
        let path = format!(":(top,literal){path}");
        let args = [
            "diff-tree",
            "-r",
            "--patch",
            "--unified=0",
            "--full-index",
            "--no-renames",
            "--no-commit-id",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            base.as_str(),
            head.as_str(),
            "--",
            &path,
        ];
        Ok(WrittenLines::parse(&self.git.run(&args)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_file_are_never_read_as_output_of_git() {
        let out = "diff --git a/x b/x\nindex 1111111111111111111111111111111111111111..2222222222222222222222222222222222222222 100644\n--- a/x\n+++ b/x\n\
            @@ -1 +1,2 @@\n-@@ -9 +9,9 @@\n+index 3333333333333333333333333333333333333333..4444444444444444444444444444444444444444\n+@@ -7 +7,7 @@\n\
            @@ -5,2 +6,0 @@\n-a\n-b\n@@ -9,0 +9 @@ name: x\n+c\n\\ No newline at end of file\n";
        let written = WrittenLines::parse(out.as_bytes());
        assert_eq!(written.object.as_ref().map(Object::as_str), Some("2222222222222222222222222222222222222222"));
        assert_eq!(written.runs, [1..=2, 9..=9]);
        assert!(written.hold(1, 2) && written.hold(9, 9));
        assert!(!written.hold(2, 3) && !written.hold(6, 6) && !written.hold(1, 9));
    }
}
