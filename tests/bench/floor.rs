//! The floor under every build: the same bytes into the same files, from memory, on two threads.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Reads every file below `from`, then writes all of them below `to`, and gives the time of the writing.
pub fn write(from: &Path, to: &Path) -> Duration {
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for entry in walkdir::WalkDir::new(from).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file()) {
        let path = to.join(entry.path().strip_prefix(from).expect("below the folder"));
        files.push((path, fs::read(entry.path()).expect("a readable file")));
    }
    let start = Instant::now();
    std::thread::scope(|scope| {
        for half in files.chunks(files.len().div_ceil(2).max(1)) {
            scope.spawn(move || {
                let mut last = PathBuf::new();
                for (path, bytes) in half {
                    let folder = path.parent().expect("a file lies in a folder");
                    if folder != last {
                        fs::create_dir_all(folder).expect("a folder");
                        folder.clone_into(&mut last);
                    }
                    fs::write(path, bytes).expect("a file");
                }
            });
        }
    });
    start.elapsed()
}
