//! The texts that the cells of a workbook share, and texts in general.

use std::io::BufRead;

use crate::spreadsheet::SpreadsheetError;
use crate::spreadsheet::package::Package;
use crate::spreadsheet::xml::{Node, Xml, closes};

/// The most bytes of shared text, and the most texts.
const MOST_TEXT: usize = 16 * 1024 * 1024;
const MOST_TEXTS: usize = 1_000_000;

/// The shared texts, end to end: a workbook may have very many short ones.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub(super) fn read(package: &mut Package, path: &str) -> Result<Strings, SpreadsheetError> {
        let mut strings = Strings::default();
        let Some(mut xml) = package.part(path)? else { return Ok(strings) };
        let mut buffer = Vec::new();
        loop {
            match xml.next(&mut buffer)? {
                Node::Open(start) if start.local_name().as_ref() == "si" => {
                    strings.text.push_str(&rich(&mut xml)?);
                    if strings.text.len() > MOST_TEXT || strings.ends.len() == MOST_TEXTS {
                        return Err(SpreadsheetError::TooLarge);
                    }
                    strings.ends.push(strings.text.len() as u32);
                }
                Node::End => return Ok(strings),
                _ => (),
            }
        }
    }

    /// The text with this number.
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        let end = *self.ends.get(index)?;
        self.text.get(start as usize..end as usize)
    }
}

/// The text of the element that was opened last, in one or more pieces of formatting, without the hints that show how
/// to pronounce it.
pub(super) fn rich<R: BufRead>(xml: &mut Xml<R>) -> Result<String, SpreadsheetError> {
    let outside = xml.depth() - 1;
    let mut buffer = Vec::new();
    let mut text = String::new();
    let mut in_text = false;
    while xml.depth() > outside {
        match xml.next(&mut buffer)? {
            Node::Open(start) => match start.local_name().as_ref() {
                "rPh" => xml.skip()?,
                name => in_text = name == "t",
            },
            Node::Close(end) => in_text &= !closes(&end, "t"),
            Node::Text(part) if in_text => text.push_str(&part),
            Node::Text(_) => (),
            Node::End => return Err(xml.damaged()),
        }
    }
    Ok(unescaped(text))
}

/// What XML cannot hold stands in a workbook as `_x000D_`, and a text that looks like that as `_x005F_x000D_`.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find("_x") {
        let code = rest.get(start + 2..start + 6).and_then(|digits| {
            let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            (hexadecimal && rest[start + 6..].starts_with('_')).then(|| u16::from_str_radix(digits, 16).ok())?
        });
        let taken = if code.is_some() { 7 } else { 1 };
        units.extend(rest[..start].encode_utf16());
        units.extend(code.or(Some(u16::from(b'_'))));
        rest = &rest[start + taken..];
    }
    units.extend(rest.encode_utf16());
    String::from_utf16_lossy(&units)
}
