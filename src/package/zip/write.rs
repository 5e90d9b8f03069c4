//! Files → an archive: the same bytes for the same files, without a time, an owner or anything else of the machine.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use rayon::prelude::*;

use super::{DEFLATED, END, ENTRY, Header, LINE, STORED, UTF8, VERSION};

/// Midnight of 1 January 1980, the first moment that ZIP knows: time, then date.
const MOMENT: [u8; 4] = [0, 0, 0x21, 0];

/// Made on Unix, where an entry is a regular file that everyone may read.
const MADE_BY: u16 = 3 << 8 | VERSION;
const MODE: u32 = 0o100_644 << 16;

/// The archive of `files`, names with bytes, in their order. Their number and their sizes are within the limits of a package.
pub(in crate::package) fn write(files: &[(&str, &[u8])]) -> Vec<u8> {
    let packed: Vec<_> = files.par_iter().map(|(name, bytes)| packed(name, bytes)).collect();
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for (header, bytes) in &packed {
        directory.extend(LINE);
        directory.extend(MADE_BY.to_le_bytes());
        let said = header.bytes();
        directory.extend(&said);
        // No comment, the first disk, no attributes of MS-DOS.
        directory.extend([0; 6]);
        directory.extend(MODE.to_le_bytes());
        directory.extend(u32_of(archive.len()).to_le_bytes());
        directory.extend(header.name);
        archive.extend(ENTRY);
        archive.extend(&said);
        archive.extend(header.name);
        archive.extend(bytes);
    }
    let (start, n_files) = (u32_of(archive.len()), u16::try_from(packed.len()).unwrap_or(u16::MAX));
    archive.extend(&directory);
    archive.extend(END);
    archive.extend([0; 4]);
    archive.extend(n_files.to_le_bytes());
    archive.extend(n_files.to_le_bytes());
    archive.extend(u32_of(directory.len()).to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    archive
}

/// `bytes` in the method that needs fewer of them.
fn packed<'file>(name: &'file str, bytes: &'file [u8]) -> (Header<'file>, Vec<u8>) {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let deflated = match encoder.write_all(bytes).and_then(|()| encoder.finish()) {
        Ok(deflated) => deflated,
        Err(error) => unreachable!("writing to memory failed: {error}"),
    };
    let (method, packed) = if deflated.len() < bytes.len() { (DEFLATED, deflated) } else { (STORED, bytes.to_vec()) };
    let mut crc = Crc::new();
    crc.update(bytes);
    let (n_packed, n_bytes) = (u32_of(packed.len()), u32_of(bytes.len()));
    (Header { flags: UTF8, method, crc: crc.sum(), n_packed, n_bytes, name: name.as_bytes() }, packed)
}

fn u32_of(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Header<'_> {
    /// What both an entry and its line in the directory contain, from the version to the length of the extra field.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(26);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(self.flags.to_le_bytes());
        bytes.extend(self.method.to_le_bytes());
        bytes.extend(MOMENT);
        bytes.extend(self.crc.to_le_bytes());
        bytes.extend(self.n_packed.to_le_bytes());
        bytes.extend(self.n_bytes.to_le_bytes());
        bytes.extend(u16::try_from(self.name.len()).unwrap_or(u16::MAX).to_le_bytes());
        bytes.extend([0; 2]);
        bytes
    }
}
