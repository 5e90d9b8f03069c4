//! An archive → its files, or the reason why it is none. Everything is judged before anything is expanded, and nothing is expanded beyond its limit.

use std::io::Read as _;

use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use rayon::prelude::*;

use super::{DEFLATED, END, END_BYTES, ENTRY, Header, LINE, STORED, UTF8, VERSION};
use crate::package::Refused;
use crate::package::limits::{MAX_BYTES, MAX_FILES};

/// What the flags of an entry may say besides that its name is UTF-8: how hard its writer tried to compress it.
const EFFORT: u16 = 0b110;
const ENCRYPTED: u16 = 1;
const STREAMED: u16 = 1 << 3;

/// What the upper half of an entry's attributes says of its kind, when it says something: a regular file, without special permissions.
const REGULAR: u32 = 0o100_000;
const KIND_AND_SPECIAL: u32 = 0o177_000;
/// The attribute by which MS-DOS marks a folder.
const FOLDER: u32 = 0x10;

/// One entry, before it is expanded.
#[derive(Debug)]
struct Entry<'bytes> {
    name: &'bytes str,
    header: Header<'bytes>,
    packed: &'bytes [u8],
}

/// The files of `archive`: names with bytes, in its order. `judge` decides on each name, in order; `limit` is how many bytes the file of a name may have.
///
/// # Errors
/// When the archive is not of the profile, or too large, or a file is not what it says.
pub(in crate::package) fn read<'bytes>(
    archive: &'bytes [u8],
    mut judge: impl FnMut(&'bytes str) -> Result<(), Refused>,
    limit: impl Fn(&str) -> u64 + Sync,
) -> Result<Vec<(&'bytes str, Vec<u8>)>, Refused> {
    let entries = entries(archive)?;
    let mut n_bytes = 0;
    for Entry { name, header, .. } in &entries {
        judge(name)?;
        let most = limit(name);
        if u64::from(header.n_bytes) > most {
            return Err(Refused::entry(name, format!("has {} bytes; the limit for such a file is {most}", header.n_bytes)));
        }
        n_bytes += u64::from(header.n_bytes);
    }
    if n_bytes > MAX_BYTES {
        return Err(Refused::archive(format!("its files have {n_bytes} bytes together; the limit is {MAX_BYTES}")));
    }
    entries.par_iter().map(|entry| Ok((entry.name, expanded(entry)?))).collect()
}

/// The entries of `archive` in order, each where the one before it ends.
fn entries(archive: &[u8]) -> Result<Vec<Entry<'_>>, Refused> {
    let (directory, n_entries) = directory(archive)?;
    let start = archive.len() - END_BYTES - directory.len();
    let mut lines = Reader(directory);
    let mut rest = Reader(archive.get(..start).unwrap_or_default());
    let mut entries = Vec::with_capacity(n_entries);
    for _ in 0..n_entries {
        let at = start - rest.0.len();
        let (header, offset) = line(&mut lines)?;
        let name = name(&header)?;
        if offset as usize != at {
            return Err(Refused::entry(name, format!("is not where the entry before it ends: {OURS}")));
        }
        entries.push(entry(&mut rest, header, name)?);
    }
    if !lines.0.is_empty() || !rest.0.is_empty() {
        return Err(Refused::archive(format!("it contains bytes that belong to no file: {OURS}")));
    }
    Ok(entries)
}

/// What to do about an archive that another program has written.
const OURS: &str = "use the file that `pressmark export` wrote, unchanged";

/// The directory of `archive`, and how many lines it has.
fn directory(archive: &[u8]) -> Result<(&[u8], usize), Refused> {
    let end = archive.len().checked_sub(END_BYTES).and_then(|at| archive.get(at..)).unwrap_or_default();
    let mut end = Reader(end);
    if !archive.starts_with(&ENTRY) {
        return Err(Refused::archive(
            "it does not begin as a package does: it is not a ZIP archive, or there is something before the archive",
        ));
    }
    if end.array() != Some(END) {
        return Err(Refused::archive("it does not end as a package does: it is incomplete, or there is something after the archive"));
    }
    let parts = (end.u16(), end.u16(), end.u16(), end.u16(), end.u32(), end.u32(), end.u16());
    let (Some(disk), Some(first), Some(n_here), Some(n_entries), Some(n_bytes), Some(start), Some(n_comment)) = parts else {
        return Err(Refused::archive("it is incomplete"));
    };
    if n_entries == u16::MAX || n_bytes == u32::MAX || start == u32::MAX {
        return Err(Refused::archive(format!("it uses the 64-bit extension of ZIP: {OURS}")));
    }
    if (disk, first, n_comment) != (0, 0, 0) || n_here != n_entries {
        return Err(Refused::archive(format!("it is a part of several archives, or has a comment: {OURS}")));
    }
    if usize::from(n_entries) > MAX_FILES {
        return Err(Refused::archive(format!("it has {n_entries} files; the limit is {MAX_FILES}")));
    }
    let before_end = archive.len() - END_BYTES;
    match archive.get(start as usize..before_end) {
        Some(directory) if directory.len() == n_bytes as usize => Ok((directory, usize::from(n_entries))),
        _ => Err(Refused::archive(format!("its directory is not where it says: there is something before or after the archive; {OURS}"))),
    }
}

/// The next line of the directory, and where it says that its entry is.
fn line<'bytes>(lines: &mut Reader<'bytes>) -> Result<(Header<'bytes>, u32), Refused> {
    let broken = || Refused::archive("its directory is damaged");
    if lines.array() != Some(LINE) {
        return Err(broken());
    }
    let _made_by = lines.u16().ok_or_else(broken)?;
    let (lengths, header) = header(lines).ok_or_else(broken)?;
    let (n_comment, disk, _internal) = (lines.u16(), lines.u16(), lines.u16());
    let (Some(attributes), Some(offset)) = (lines.u32(), lines.u32()) else { return Err(broken()) };
    let header = Header { name: lines.take(lengths.name).ok_or_else(broken)?, ..header };
    let name = name(&header)?;
    valid(name, &header)?;
    let mode = attributes >> 16;
    if (mode != 0 && mode & KIND_AND_SPECIAL != REGULAR) || attributes & FOLDER != 0 {
        return Err(Refused::entry(name, "is not a regular file: a package contains no folders, links or special files"));
    }
    if lengths.extra != 0 || n_comment != Some(0) || disk != Some(0) {
        return Err(Refused::entry(name, format!("has fields that a package does not have: {OURS}")));
    }
    Ok((header, offset))
}

/// The entry at the beginning of `rest`, which has to say what its line in the directory said.
fn entry<'bytes>(rest: &mut Reader<'bytes>, said: Header<'bytes>, name: &'bytes str) -> Result<Entry<'bytes>, Refused> {
    let broken = || Refused::entry(name, "is incomplete");
    if rest.array() != Some(ENTRY) {
        return Err(Refused::entry(name, "is not where the directory says"));
    }
    let (lengths, header) = header(rest).ok_or_else(broken)?;
    let header = Header { name: rest.take(lengths.name).ok_or_else(broken)?, ..header };
    if header != said || lengths.extra != 0 {
        return Err(Refused::entry(name, format!("is not what the directory says: {OURS}")));
    }
    let packed = rest.take(header.n_packed as usize).ok_or_else(broken)?;
    Ok(Entry { name, header, packed })
}

fn name<'bytes>(header: &Header<'bytes>) -> Result<&'bytes str, Refused> {
    let name = std::str::from_utf8(header.name);
    name.map_err(|_| Refused::entry(&String::from_utf8_lossy(header.name), "has a name that is not UTF-8"))
}

/// Whether everything that `header` says is a part of the profile.
fn valid(name: &str, header: &Header<'_>) -> Result<(), Refused> {
    if header.flags & ENCRYPTED != 0 {
        return Err(Refused::entry(name, "is encrypted: packages are not"));
    }
    if header.flags & STREAMED != 0 {
        return Err(Refused::entry(name, format!("does not say how large it is: {OURS}")));
    }
    if header.flags & !(UTF8 | EFFORT) != 0 {
        return Err(Refused::entry(name, format!("has flags that a package does not have: {OURS}")));
    }
    if header.flags & UTF8 == 0 && !name.is_ascii() {
        return Err(Refused::entry(name, "has a name in an unknown encoding"));
    }
    match header.method {
        STORED if header.n_packed != header.n_bytes => Err(Refused::entry(name, "gives two sizes, and is not compressed")),
        STORED | DEFLATED => Ok(()),
        method => Err(Refused::entry(name, format!("is compressed with method {method}: {OURS}"))),
    }
}

/// The bytes of `entry`: exactly as many as it says, with the checksum that it gives.
fn expanded(entry: &Entry<'_>) -> Result<Vec<u8>, Refused> {
    let Entry { name, header, packed } = entry;
    let damaged = || Refused::entry(name, "is damaged");
    let n_bytes = header.n_bytes as usize;
    let bytes = if header.method == STORED {
        packed.to_vec()
    } else {
        let mut bytes = Vec::with_capacity(n_bytes.saturating_add(1));
        let mut decoder = DeflateDecoder::new(*packed);
        decoder.by_ref().take(u64::from(header.n_bytes) + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        if bytes.len() > n_bytes {
            return Err(Refused::entry(name, format!("expands to more than the {n_bytes} bytes that it says")));
        }
        if decoder.total_in() != packed.len() as u64 {
            return Err(damaged());
        }
        bytes
    };
    let mut crc = Crc::new();
    crc.update(&bytes);
    if bytes.len() != n_bytes || crc.sum() != header.crc { Err(damaged()) } else { Ok(bytes) }
}

/// Lengths of what follows a header.
#[derive(Debug)]
struct Lengths {
    name: usize,
    extra: usize,
}

/// What both an entry and its line in the directory contain; the name follows later.
fn header<'bytes>(bytes: &mut Reader<'bytes>) -> Option<(Lengths, Header<'bytes>)> {
    let version = bytes.u16()?;
    let (flags, method) = (bytes.u16()?, bytes.u16()?);
    let _moment = bytes.u32()?;
    let (crc, n_packed, n_bytes) = (bytes.u32()?, bytes.u32()?, bytes.u32()?);
    let (name, extra) = (usize::from(bytes.u16()?), usize::from(bytes.u16()?));
    (version <= VERSION).then_some((Lengths { name, extra }, Header { flags, method, crc, n_packed, n_bytes, name: &[] }))
}

/// Bytes that have not been read yet.
#[derive(Debug)]
struct Reader<'bytes>(&'bytes [u8]);

impl<'bytes> Reader<'bytes> {
    fn take(&mut self, n: usize) -> Option<&'bytes [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::write;
    use super::read;

    fn all(archive: &[u8]) -> Result<Vec<(&str, Vec<u8>)>, super::Refused> {
        read(archive, |_| Ok(()), |_| 1 << 20)
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(files in prop::collection::vec((any::<String>(), prop::collection::vec(any::<u8>(), 0..300)), 0..6)) {
            let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            let archive = write(&files);
            prop_assume!(!files.is_empty());
            let read: Vec<_> = all(&archive).expect("our own archive");
            let read: Vec<(&str, &[u8])> = read.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
            prop_assert_eq!(read, files);
        }

        #[test]
        fn a_changed_byte_never_gives_other_files(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
            let files: [(&str, &[u8]); 2] = [("a", b"one one one one one one one one"), ("b", b"two")];
            let mut archive = write(&files);
            let at = at.index(archive.len());
            archive[at] ^= 1 << bit;
            if let Ok(read) = all(&archive) {
                let read: Vec<(&str, &[u8])> = read.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
                prop_assert_eq!(read, files);
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = all(&bytes);
            let _ = all(&[&super::ENTRY[..], &bytes, &super::END, &[0; 4], &bytes[..bytes.len().min(18)]].concat());
        }
    }

    #[test]
    fn part_of_an_archive_is_refused() {
        let archive = write(&[("a", &[b'a'; 500]), ("b", b"b")]);
        for n in 0..archive.len() {
            assert!(all(&archive[..n]).is_err(), "{n} bytes");
            assert!(all(&archive[n + 1..]).is_err(), "without {n} bytes");
        }
    }
}
