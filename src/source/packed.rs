//! Packed files: gzip and zstd, told by the ending of their names, read as a stream.
//!
//! This file knows nothing of what is packed, and never holds more of it than the format itself asks for.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::shown;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// `.gz`, of any number of members.
    Gzip,
    /// `.zst`, of any number of frames.
    Zstd,
}

impl Packing {
    /// That of a path, by its ending.
    pub fn of(path: &Path) -> Option<Packing> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "gz" => Some(Packing::Gzip),
            "zst" | "zstd" => Some(Packing::Zstd),
            _ => None,
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Packing::Gzip => "gz",
            Packing::Zstd => "zst",
        }
    }

    /// Whether these can be the first bytes of such a file, however few they are.
    fn begins(self, bytes: &[u8]) -> bool {
        match (self, bytes) {
            // A frame that is to be passed over.
            (Packing::Zstd, [0x50..=0x5f, rest @ ..]) => [0x2a, 0x4d, 0x18].starts_with(&rest[..rest.len().min(3)]),
            (Packing::Zstd, _) => [0x28, 0xb5, 0x2f, 0xfd].starts_with(&bytes[..bytes.len().min(4)]),
            (Packing::Gzip, _) => [0x1f, 0x8b].starts_with(&bytes[..bytes.len().min(2)]),
        }
    }

    /// That of bytes without a name, by how they begin.
    pub fn of_bytes(bytes: &[u8]) -> Option<Packing> {
        match bytes {
            [0x1f, 0x8b, ..] => Some(Packing::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Packing::Zstd),
            _ => None,
        }
    }
}

/// A path without the ending that says how it is packed: `a.csv` of `a.csv.gz`.
pub fn bare(path: &Path) -> PathBuf {
    if Packing::of(path).is_some() { path.with_extension("") } else { path.to_owned() }
}

/// A packed file that cannot be unpacked to its end; stands inside an [`io::Error`].
#[derive(Debug)]
pub struct Broken {
    /// The file as shown to a person.
    pub path: String,
    /// The last line of what it holds of which something could be read, from 1.
    pub line: u64,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot be unpacked beyond line {}", self.path, self.line)
    }
}

impl std::error::Error for Broken {}

/// A file that is not packed as its name says; stands inside an [`io::Error`].
#[derive(Debug)]
pub struct NotPacked {
    /// The file as shown to a person.
    pub path: String,
    /// What its name ends in: `gz`.
    pub ending: &'static str,
}

impl fmt::Display for NotPacked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not packed as .{}", self.path, self.ending)
    }
}

impl std::error::Error for NotPacked {}

/// What is packed in what a reader gives. What cannot be unpacked is an error that holds a [`Broken`], and what begins in
/// another way one that holds a [`NotPacked`].
pub fn unpack<'r>(path: &Path, packing: Packing, reader: impl Read + Send + 'r) -> Box<dyn Read + Send + 'r> {
    const AT_ONCE: usize = 1 << 17;
    let mut reader = BufReader::with_capacity(AT_ONCE, reader);
    let refused = match reader.fill_buf() {
        Ok(begin) if packing.begins(begin) => None,
        Ok(_) => {
            let foreign = NotPacked { path: shown(path), ending: packing.ending() };
            Some(io::Error::new(io::ErrorKind::InvalidData, foreign))
        }
        Err(error) => Some(error),
    };
    if let Some(refused) = refused {
        return Box::new(Refused(Some(refused)));
    }
    match packing {
        Packing::Gzip => Box::new(Located::new(path, MultiGzDecoder::new(reader))),
        Packing::Zstd => Box::new(Located::new(path, Frames::new(reader))),
    }
}

/// What cannot be read at all.
struct Refused(Option<io::Error>);

impl Read for Refused {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(self.0.take().unwrap_or_else(|| io::ErrorKind::InvalidData.into()))
    }
}

/// Counts lines, so that it can be said how far a broken file can be read.
struct Located<R> {
    path: String,
    inner: R,
    line: u64,
}

impl<R> Located<R> {
    fn new(path: &Path, inner: R) -> Located<R> {
        Located { path: shown(path), inner, line: 1 }
    }
}

impl<R: Read> Read for Located<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.inner.read(buffer) {
            Ok(read) => {
                self.line += memchr::memchr_iter(b'\n', &buffer[..read]).count() as u64;
                Ok(read)
            }
            // What the system says of the file itself is another matter.
            Err(error) if error.raw_os_error().is_some() || error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(_) => {
                let broken = Broken { path: self.path.clone(), line: self.line };
                Err(io::Error::new(io::ErrorKind::InvalidData, broken))
            }
        }
    }
}

/// The frames of a zstd file, one after the other.
struct Frames<R> {
    source: R,
    decoder: FrameDecoder,
    inside: bool,
    /// Whether there was a frame; a file without one is not whole.
    any: bool,
}

impl<R: BufRead> Frames<R> {
    fn new(source: R) -> Frames<R> {
        Frames { source, decoder: FrameDecoder::new(), inside: false, any: false }
    }

    /// Begins the next frame; whether there is one.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            self.any = true;
            match self.decoder.init(&mut self.source) {
                Ok(()) => {
                    self.inside = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let length = u64::from(length);
                    if io::copy(&mut self.source.by_ref().take(length), &mut io::sink())? < length {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        if self.any { Ok(false) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() && (self.inside || self.begin()?) {
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.source, one).map_err(io::Error::other)?;
            }
            let read = self.decoder.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            let said = self.decoder.get_checksum_from_data();
            if said.is_some() && said != self.decoder.get_calculated_checksum() {
                return Err(io::ErrorKind::InvalidData.into());
            }
            self.inside = false;
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        writer.write_all(bytes).expect("memory");
        writer.finish().expect("memory")
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    fn read(packing: Packing, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut all = Vec::new();
        unpack(Path::new("a.csv.gz"), packing, bytes).read_to_end(&mut all).map(|_| all)
    }

    #[test]
    fn members_and_frames_one_behind_the_other_are_read_whole() {
        let text = "een,twee\n".repeat(40_000);
        let (first, rest) = text.as_bytes().split_at(100_001);
        for (packing, pack) in [(Packing::Gzip, gzip as fn(&[u8]) -> Vec<u8>), (Packing::Zstd, zstd)] {
            let mut packed = pack(first);
            if packing == Packing::Zstd {
                // A frame to be skipped: its magic number, three bytes long.
                packed.extend_from_slice(&[0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
            }
            packed.extend(pack(rest));
            assert_eq!(Packing::of_bytes(&packed), Some(packing));
            assert!(read(packing, &packed).expect("whole") == text.as_bytes());
        }
    }

    #[test]
    fn whatever_is_cut_off_or_changed_is_an_error_that_says_how_far_it_can_be_read() {
        let text: String = (0..60_000).map(|number| format!("{number},{}\n", number * 7919 % 1013)).collect();
        for (packing, packed) in [(Packing::Gzip, gzip(text.as_bytes())), (Packing::Zstd, zstd(text.as_bytes()))] {
            let mut changed = packed.clone();
            changed[packed.len() / 2] ^= 0x55;
            let cuts = [0, 3, packed.len() / 2, packed.len() - 1];
            for broken in cuts.iter().map(|&cut| &packed[..cut]).chain([changed.as_slice()]) {
                let error = read(packing, broken).expect_err("broken");
                let broken = error.get_ref().and_then(|inner| inner.downcast_ref::<Broken>()).expect("located");
                assert!(broken.path == "a.csv.gz" && (1..=60_001).contains(&broken.line), "{broken}");
            }
        }
    }
}
