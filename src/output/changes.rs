//! Every change that is made to the file system while a site is written, one method for each kind, so that a test can end a run at any of them. Knows no site.
//!
//! What is created can be read by everyone, whatever the umask: a web server usually runs as another user.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the site")]

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Permissions of a folder and of a file.
const FOLDER: u32 = 0o755;
const FILE: u32 = 0o644;

/// Makes changes.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Whether something that is created has fewer permissions than it was given. The first folder shows it.
    is_masked: OnceLock<bool>,
    #[cfg(test)]
    faults: Faults,
}

impl Changes {
    /// Creates one folder.
    pub(super) fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        builder().create(path)?;
        if *self.is_masked.get_or_init(|| is_masked(path)) {
            open_up(path, FOLDER);
        }
        Ok(())
    }

    /// Creates `path` with the folders above it. Returns those that were not there, the uppermost first.
    pub(super) fn create_folders(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        if path.as_os_str().is_empty() {
            return Ok(Vec::new());
        }
        let mut made = Vec::new();
        let mut created = self.create_folder(path);
        if let (Err(error), Some(above)) = (&created, path.parent())
            && error.kind() == ErrorKind::NotFound
        {
            made = self.create_folders(above)?;
            created = self.create_folder(path);
        }
        match created {
            Ok(()) => made.push(path.to_owned()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => {}
            Err(error) => return Err(error),
        }
        Ok(made)
    }

    /// Opens the file at `path`, which may be there, for writing. What is in it stays.
    pub(super) fn open(&self, path: &Path) -> io::Result<fs::File> {
        self.step()?;
        options().truncate(false).open(path)
    }

    /// Replaces what is in `file`.
    pub(super) fn fill(&self, file: &mut fs::File, bytes: &[u8]) -> io::Result<()> {
        self.step()?;
        file.set_len(0)?;
        file.write_all(bytes)
    }

    /// Writes a file.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step()?;
        let mut file = options().truncate(true).open(path)?;
        self.step().inspect_err(|_| drop(file.write_all(&bytes[..bytes.len() / 2])))?;
        file.write_all(bytes)?;
        if self.is_masked.get() != Some(&false) {
            open_up(path, FILE);
        }
        Ok(())
    }

    /// Moves a file or folder. A file that is at `to` is replaced.
    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        #[cfg(test)]
        self.faults.cross(from, to)?;
        fs::rename(from, to)
    }

    /// Removes a file.
    pub(super) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::remove_file(path)
    }

    /// Removes an empty folder.
    pub(super) fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::remove_dir(path)
    }

    /// Removes a folder with everything in it: never one of the target.
    pub(super) fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::remove_dir_all(path)
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "in tests, a run can end here")]
    fn step(&self) -> io::Result<()> {
        Ok(())
    }

    #[cfg(test)]
    fn step(&self) -> io::Result<()> {
        self.faults.step()
    }
}

#[cfg(unix)]
fn builder() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, FOLDER);
    builder
}

#[cfg(not(unix))]
fn builder() -> fs::DirBuilder {
    fs::DirBuilder::new()
}

fn options() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, FILE);
    options
}

/// Whether the new folder at `path` has fewer permissions than it was given, as all that follow it will.
#[cfg(unix)]
fn is_masked(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    !fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o777 == FOLDER)
}

/// Gives `path` the permissions `mode`. Some file systems have the same for all files and refuse: that is no reason not to publish.
#[cfg(unix)]
fn open_up(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    if let Ok(found) = fs::metadata(path) {
        // A folder keeps the bits beyond these, such as the one that hands down its group.
        let special = found.permissions().mode() & 0o7000;
        drop(fs::set_permissions(path, fs::Permissions::from_mode(special | mode)));
    }
}

#[cfg(not(unix))]
fn is_masked(_: &Path) -> bool {
    false
}

#[cfg(not(unix))]
fn open_up(_: &Path, _: u32) {}

/// What a test lets go wrong.
#[cfg(test)]
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// How many changes are still made. Every later one fails, as if the run had been killed.
    pub(super) n_left: Option<std::sync::atomic::AtomicUsize>,
    /// Whether only the next one fails instead.
    pub(super) is_passing: bool,
    /// The folder whose files cannot be moved out of it, because it is on another file system.
    pub(super) island: Option<PathBuf>,
}

#[cfg(test)]
impl From<Faults> for Changes {
    fn from(faults: Faults) -> Self {
        Self { faults, ..Self::default() }
    }
}

#[cfg(test)]
impl Faults {
    fn step(&self) -> io::Result<()> {
        use std::sync::atomic::Ordering::Relaxed;
        let after = |n: usize| if self.is_passing { Some(n.wrapping_sub(1)) } else { n.checked_sub(1) };
        let fails = self.n_left.as_ref().is_some_and(|left| left.fetch_update(Relaxed, Relaxed, after).unwrap_or_default() == 0);
        if fails { Err(io::Error::other("killed")) } else { Ok(()) }
    }

    fn cross(&self, from: &Path, to: &Path) -> io::Result<()> {
        let crosses = self.island.as_ref().is_some_and(|island| from.starts_with(island) && !to.starts_with(island));
        if crosses { Err(ErrorKind::CrossesDevices.into()) } else { Ok(()) }
    }
}
