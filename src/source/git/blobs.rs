//! The bytes of many files at once, from one run of `git cat-file`.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{ChildStdout, Stdio};

use super::run::GitError;
use super::{Object, Repository};
use crate::source::ReadError;

/// The most bytes that are read of one revision or two.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// The bytes of blobs, or why they were not read.
pub type Blobs = HashMap<Object, Result<Vec<u8>, ReadError>>;

impl Repository {
    /// The bytes of `wanted` blobs, each with the most bytes it may have.
    ///
    /// Sizes are asked for first, so that a file that is too large is never read.
    ///
    /// # Errors
    /// When `git` fails, or all of them together are more than anyone reviews.
    pub fn blobs(&self, wanted: &[(Object, u64)]) -> Result<Blobs, GitError> {
        let mut blobs = Blobs::new();
        let sizes = self.sizes(wanted.iter().map(|(object, _)| object))?;
        let mut fitting = Vec::new();
        let mut n_bytes = 0;
        for ((object, limit), size) in wanted.iter().zip(sizes) {
            match size {
                None => drop(blobs.insert(object.clone(), Err(ReadError::Refused("the repository has no such object".to_owned())))),
                Some(size) if size > *limit => drop(blobs.insert(object.clone(), Err(ReadError::TooLarge { n_bytes: size }))),
                Some(size) => {
                    n_bytes += size;
                    fitting.push(object);
                }
            }
        }
        if n_bytes > MAX_BYTES {
            return Err(GitError::TooMuch { n_bytes, limit: MAX_BYTES });
        }
        self.ask("--batch", fitting.iter().copied(), |object, size, answer| {
            let mut bytes = vec![0; usize::try_from(size.unwrap_or_default()).unwrap_or_default()];
            if size.is_some() {
                answer.read_exact(&mut bytes).map_err(|error| GitError::CutOff(Some(error)))?;
                answer.read_exact(&mut [0]).map_err(|error| GitError::CutOff(Some(error)))?;
            }
            blobs.insert(object.clone(), Ok(bytes));
            Ok(())
        })?;
        Ok(blobs)
    }

    /// How many bytes each of `objects` has, `None` for one that is not there. Nothing is read for that.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn sizes<'object>(&self, objects: impl ExactSizeIterator<Item = &'object Object>) -> Result<Vec<Option<u64>>, GitError> {
        let mut sizes = Vec::with_capacity(objects.len());
        self.ask("--batch-check", objects, |_, size, _| {
            sizes.push(size);
            Ok(())
        })?;
        Ok(sizes)
    }

    /// Asks `git cat-file HOW` about `objects`; `take` is handed each with its size, `None` when it is not there, and reads what follows.
    fn ask<'object>(
        &self,
        how: &str,
        objects: impl Iterator<Item = &'object Object>,
        mut take: impl FnMut(&Object, Option<u64>, &mut BufReader<ChildStdout>) -> Result<(), GitError>,
    ) -> Result<(), GitError> {
        let objects: Vec<&Object> = objects.collect();
        if objects.is_empty() {
            return Ok(());
        }
        let mut child = self
            .git
            .command(&["cat-file", how, "--buffer"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(GitError::Missing)?;
        let (Some(mut questions), Some(answers)) = (child.stdin.take(), child.stdout.take()) else { return Err(GitError::CutOff(None)) };
        let lines: String = objects.iter().flat_map(|object| [object.as_str(), "\n"]).collect();
        let answered = std::thread::scope(|scope| {
            // Written beside the reading: both pipes are small, and whoever only writes waits forever.
            scope.spawn(move || questions.write_all(lines.as_bytes()));
            let mut answers = BufReader::with_capacity(1 << 16, answers);
            let mut line = String::new();
            for object in &objects {
                line.clear();
                answers.read_line(&mut line).map_err(|error| GitError::CutOff(Some(error)))?;
                let mut words = line.split_whitespace();
                let size = match (words.next(), words.next(), words.next()) {
                    (Some(_), Some("blob"), Some(size)) => size.parse().ok(),
                    (Some(_), Some("missing"), _) => None,
                    _ => return Err(GitError::CutOff(None)),
                };
                take(object, size, &mut answers)?;
            }
            Ok(())
        });
        if answered.is_err() {
            let _ = child.kill();
        }
        let _ = child.wait();
        answered
    }
}
