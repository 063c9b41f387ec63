//! Pictures of a document in files of their own. Each says of itself which drawing it is, and whether its document bears a
//! stamp, so that one which is left behind is known for what it is, whatever its file is called.

use flate2::Crc;

use super::document::{Document, Figure};
use crate::charts::ChartError;

/// What a picture says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The name of its drawing, as [`Figure::file_stem`].
    pub drawing: String,
    /// Whether its document bears a stamp: it is not for everyone.
    pub stamped: bool,
}

/// How many bytes of a file hold its mark, if it has one.
pub const MARKED_WITHIN: usize = 256;

/// Before the mark of an SVG, which ends with a quotation mark.
const SVG: &str = "<svg data-peil=\"";
/// What every PNG begins with: a signature, and a first chunk of a fixed length.
const PNG: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
const PNG_START: usize = 33;
/// The kind of a chunk that holds a text, and the name of that text.
const PNG_TEXT: &[u8] = b"tEXtpeil\0";

const STAMPED: &str = "stamped";
const PUBLIC: &str = "public";

/// A figure of a document as an SVG file.
pub fn svg(document: &Document, figure: &Figure) -> String {
    let svg = figure.drawing.file(document.language);
    match svg.strip_prefix("<svg") {
        Some(rest) => format!("{SVG}{}\"{rest}", words(document, figure)),
        None => svg,
    }
}

/// A figure of a document as a PNG file, `scale` pixels for each of its units.
///
/// # Errors
/// As [`super::document::Drawing::png`].
pub fn png(document: &Document, figure: &Figure, scale: f32) -> Result<Vec<u8>, ChartError> {
    let mut png = figure.drawing.png(document.language, scale)?;
    if png.len() > PNG_START && png.starts_with(&PNG) {
        png.splice(PNG_START..PNG_START, chunk(&words(document, figure)));
    }
    Ok(png)
}

/// What a picture says of itself, by its first [`MARKED_WITHIN`] bytes; `None` for what is no picture of a document.
pub fn mark(start: &[u8]) -> Option<Mark> {
    let words = match start.strip_prefix(SVG.as_bytes()) {
        Some(rest) => &rest[..rest.iter().position(|byte| *byte == b'"')?],
        None => {
            let text = start.strip_prefix(&PNG).and_then(|_| start.get(PNG_START..))?;
            let (length, rest) = text.split_first_chunk::<4>()?;
            let words = u32::from_be_bytes(*length) as usize + 4;
            rest.get(..words)?.strip_prefix(PNG_TEXT)?
        }
    };
    let (drawing, audience) = std::str::from_utf8(words).ok()?.split_once(' ')?;
    Some(Mark { drawing: drawing.to_owned(), stamped: audience == STAMPED })
}

fn words(document: &Document, figure: &Figure) -> String {
    format!("{} {}", figure.file_stem, if document.stamp.is_some() { STAMPED } else { PUBLIC })
}

/// A chunk of a PNG that holds a text: its length, its kind, what it holds, and a checksum.
fn chunk(text: &str) -> Vec<u8> {
    let held = [PNG_TEXT, text.as_bytes()].concat();
    let length = (held.len() - 4) as u32;
    let mut checksum = Crc::new();
    checksum.update(&held);
    [&length.to_be_bytes()[..], &held, &checksum.sum().to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::super::sample::sample;
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_picture_says_in_either_form_which_it_is_and_whether_it_is_for_everyone() {
        let mut document = sample(Language::Nl);
        for (stamp, stamped) in [(Some("Alleen voor de deelnemers"), true), (None, false)] {
            document.stamp = stamp.map(str::to_owned);
            let figure = document.figures().next().expect("a figure");
            let known = Some(Mark { drawing: figure.file_stem.clone(), stamped });
            let svg = svg(&document, figure);
            assert_eq!(mark(svg.as_bytes()), known);
            assert_eq!(mark(&svg.as_bytes()[..MARKED_WITHIN]), known);
            let png = png(&document, figure, 1.0).expect("drawn");
            assert_eq!(mark(&png), known);
            assert_eq!(mark(&png[..MARKED_WITHIN]), known);
        }
    }

    #[test]
    fn a_picture_that_peil_did_not_write_as_a_file_says_nothing() {
        let document = sample(Language::Nl);
        let figure = document.figures().next().expect("a figure");
        let drawing = &figure.drawing;
        assert_eq!(mark(drawing.svg(Language::Nl, "x").as_bytes()), None);
        assert_eq!(mark(&drawing.png(Language::Nl, 1.0).expect("drawn")), None);
        for bytes in [&b""[..], b"<svg data-peil=\"", b"<svg data-peil=\"x\"", b"\x89PNG\r\n\x1a\n", b"<svg/>"] {
            assert_eq!(mark(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn the_checksum_of_a_chunk_is_that_of_its_kind_and_what_it_holds() {
        // CRC-32 of "tEXtpeil\0grid public", by `python3 -c "import zlib; print(hex(zlib.crc32(b'tEXtpeil\\0grid public')))"`.
        let chunk = chunk("grid public");
        assert_eq!(chunk[..4], [0, 0, 0, 16]);
        assert_eq!(chunk[chunk.len() - 4..], [0x1b, 0x5f, 0x83, 0x89]);
    }
}
