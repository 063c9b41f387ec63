//! XML as a stream of openings, closings and texts, with a limit on everything that could grow.
//!
//! Knows nothing of spreadsheets.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::{Reader, escape};

use super::SpreadsheetError;
use super::package::Exhausted;

/// The deepest element; spreadsheets stay under twenty.
const DEEPEST: usize = 100;
/// The longest single tag or text, in bytes.
const LONGEST: usize = 4 * 1024 * 1024;

/// What comes next. An element that is empty opens and closes.
pub(super) enum Node<'b> {
    Open(BytesStart<'b>),
    Close(BytesEnd<'b>),
    Text(Cow<'b, str>),
    End,
}

/// A reader of one part of a file.
pub(super) struct Xml<R> {
    name: String,
    reader: Reader<Short<R>>,
    depth: usize,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(name: &str, input: R) -> Xml<R> {
        let mut reader = Reader::from_reader(Short { inner: input, taken: 0 });
        reader.config_mut().expand_empty_elements = true;
        Xml { name: name.to_owned(), reader, depth: 0 }
    }

    /// The next node; comments and instructions are empty texts.
    pub(super) fn next<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Node<'b>, SpreadsheetError> {
        buffer.clear();
        self.reader.get_mut().taken = 0;
        match self.reader.read_event_into(buffer).map_err(|error| failed(&self.name, error))? {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > DEEPEST { Err(self.damaged()) } else { Ok(Node::Open(start)) }
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Node::Close(end))
            }
            Event::Text(text) => Ok(Node::Text(text.xml10_content())),
            Event::CData(text) => Ok(Node::Text(text.xml10_content())),
            Event::GeneralRef(reference) => self.character(&reference).map(|text| Node::Text(text.into())),
            Event::DocType(_) => Err(SpreadsheetError::DocumentType(self.name.clone())),
            Event::Eof if self.depth > 0 => Err(self.damaged()),
            Event::Eof => Ok(Node::End),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => Ok(Node::Text(Cow::Borrowed(""))),
        }
    }

    /// Passes over the rest of the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), SpreadsheetError> {
        let outside = self.depth - 1;
        let mut buffer = Vec::new();
        while self.depth > outside {
            if matches!(self.next(&mut buffer)?, Node::End) {
                return Err(self.damaged());
            }
        }
        Ok(())
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// That this part is not what it should be.
    pub(super) fn damaged(&self) -> SpreadsheetError {
        SpreadsheetError::Damaged(self.name.clone())
    }

    fn character(&self, reference: &BytesRef) -> Result<String, SpreadsheetError> {
        if let Some(text) = escape::resolve_xml_entity(reference) {
            return Ok(text.to_owned());
        }
        match reference.resolve_char_ref() {
            Ok(Some(character)) => Ok(character.to_string()),
            _ => Err(self.damaged()),
        }
    }
}

/// The value of an attribute by its local name.
pub(super) fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    attributes.with_checks(false);
    let found = attributes.flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    escape::unescape(&found.value).ok().map(Cow::into_owned)
}

/// Whether an element closes that has this local name.
pub(super) fn closes(end: &BytesEnd, name: &str) -> bool {
    end.local_name().as_ref() == name
}

fn failed(name: &str, error: quick_xml::Error) -> SpreadsheetError {
    match error {
        quick_xml::Error::Io(error) if error.get_ref().is_some_and(|inner| inner.is::<Exhausted>()) => {
            SpreadsheetError::TooLarge
        }
        _ => SpreadsheetError::Damaged(name.to_owned()),
    }
}

/// Gives up when a single tag or text is too long, for all of it has to be in memory at once.
struct Short<R> {
    inner: R,
    taken: usize,
}

impl<R: BufRead> Read for Short<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl<R: BufRead> BufRead for Short<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken > LONGEST { Err(io::Error::other(Exhausted)) } else { self.inner.fill_buf() }
    }

    fn consume(&mut self, amount: usize) {
        self.taken += amount;
        self.inner.consume(amount);
    }
}
