//! From the parser's events to the tree, with an explicit stack: no input makes it recurse.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marked};

use super::node::{Entry, Key, Node, Scalar, Value};
use crate::diagnostics::{Diagnostics, FileFinding, Remark};
use crate::source::{FileId, Span};

/// Deeper than any questionnaire; low enough that walking the tree cannot overflow the stack.
const DEPTH_LIMIT: usize = 64;

/// A list or map that is still open.
enum Open {
    List {
        span: Span,
        items: Vec<Node>,
    },
    Map {
        span: Span,
        entries: Vec<Entry>,
        key: Option<Key>,
    },
}

struct Builder<'a> {
    file: FileId,
    offsets: Offsets<'a>,
    stack: Vec<Open>,
    root: Option<Node>,
    out: &'a mut Diagnostics,
}

/// Why reading stopped before the end.
struct Stop;

/// Reads one document; problems go to `out`. What was read before an unreadable place is not used.
pub(super) fn document(file: FileId, text: &str, out: &mut Diagnostics) -> Option<Node> {
    let mut builder = Builder {
        file,
        offsets: Offsets::new(text),
        stack: Vec::new(),
        root: None,
        out,
    };
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, marked) = match event {
            Ok(event) => event,
            Err(error) => {
                builder.syntax(text, &error);
                return None;
            }
        };
        if let Event::DocumentStart(_) = event {
            documents += 1;
            if documents > 1 {
                let span = builder.span(marked);
                builder.out.add(span, FileFinding::SecondDocument);
                return None;
            }
        }
        if builder.take(event, marked).is_err() {
            return None;
        }
    }
    builder.root
}

impl Builder<'_> {
    fn span(&self, marked: Marked) -> Span {
        let start = self.offsets.byte(marked.start.index());
        let end = self.offsets.byte(marked.end.index()).max(start);
        Span {
            file: self.file,
            start,
            end,
        }
    }

    /// A scan error at its character, or at the last one when the file ended too early.
    fn syntax(&mut self, text: &str, error: &ScanError) {
        let mut start = self.offsets.byte(error.marker().index()) as usize;
        if start >= text.len() {
            start = text
                .trim_end()
                .char_indices()
                .next_back()
                .map_or(0, |(offset, _)| offset);
        }
        let end = text[start..].chars().next().map_or(start, |c| start + c.len_utf8());
        let span = Span {
            file: self.file,
            start: start as u32,
            end: end as u32,
        };
        let line_start = text[..start].rfind('\n').map_or(0, |offset| offset + 1);
        let tab = text[line_start..end]
            .find('\t')
            .filter(|_| error.info().contains("tab"));
        match tab {
            Some(offset) => {
                let start = (line_start + offset) as u32;
                self.out.add(
                    Span {
                        file: self.file,
                        start,
                        end: start + 1,
                    },
                    FileFinding::Tab,
                );
            }
            None => self.out.add(span, FileFinding::Syntax(error.info().to_owned())),
        }
    }

    fn take(&mut self, event: Event<'_>, marked: Marked) -> Result<(), Stop> {
        let span = self.span(marked);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_reference(anchor != 0 || tag.is_some(), span)?;
                let quoted = style != ScalarStyle::Plain;
                let span = self.tight(span, style);
                self.value(Node {
                    span,
                    value: Value::Scalar(Scalar {
                        text: text.into_owned(),
                        quoted,
                    }),
                })
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_reference(anchor != 0 || tag.is_some(), span)?;
                self.open(
                    Open::List {
                        span,
                        items: Vec::new(),
                    },
                    span,
                )
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_reference(anchor != 0 || tag.is_some(), span)?;
                self.open(
                    Open::Map {
                        span,
                        entries: Vec::new(),
                        key: None,
                    },
                    span,
                )
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(_) => self.refuse_reference(true, span),
            _ => Ok(()),
        }
    }

    /// The parser's end of a scalar may lie behind blanks and a comment: back to its last character.
    fn tight(&self, span: Span, style: ScalarStyle) -> Span {
        let text = &self.offsets.text[span.start as usize..span.end as usize];
        let length = match style {
            ScalarStyle::DoubleQuoted => quoted_length(text, '"', '\\'),
            ScalarStyle::SingleQuoted => quoted_length(text, '\'', '\''),
            _ => text.trim_end().len(),
        };
        Span {
            end: span.start + length as u32,
            ..span
        }
    }

    fn refuse_reference(&mut self, refused: bool, span: Span) -> Result<(), Stop> {
        if refused {
            self.out.add(span, FileFinding::Alias);
            return Err(Stop);
        }
        Ok(())
    }

    fn open(&mut self, open: Open, span: Span) -> Result<(), Stop> {
        if let Some(Open::Map { key: None, .. }) = self.stack.last() {
            self.out.add(span, FileFinding::CompoundKey);
            return Err(Stop);
        }
        if self.stack.len() == DEPTH_LIMIT {
            self.out.add(span, FileFinding::TooDeep(DEPTH_LIMIT));
            return Err(Stop);
        }
        self.stack.push(open);
        Ok(())
    }

    fn close(&mut self, end: Span) -> Result<(), Stop> {
        let text = self.offsets.text;
        let whole = |span: Span| {
            // A list or map is pointed at by its first line: carets under pages of text help nobody.
            let start = span.start as usize;
            let line_end = text[start..]
                .find(['\n', '\r'])
                .map_or(text.len(), |offset| start + offset);
            let end = (end.end.max(span.end) as usize).clamp(start, line_end);
            let shown = text[start..end].trim_end();
            Span {
                end: (start + shown.len()) as u32,
                ..span
            }
        };
        match self.stack.pop() {
            Some(Open::List { span, items }) => self.value(Node {
                span: whole(span),
                value: Value::List(items),
            }),
            Some(Open::Map { span, entries, .. }) => self.value(Node {
                span: whole(span),
                value: Value::Map(entries),
            }),
            None => Ok(()),
        }
    }

    /// Puts a finished value where it belongs: it is a key, a field's value, an item, or the document.
    fn value(&mut self, node: Node) -> Result<(), Stop> {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                Some(key) => match entries.iter().find(|entry| entry.key.text == key.text) {
                    Some(first) => {
                        let finding = FileFinding::DuplicateKey(key.text);
                        self.out
                            .add_related(key.span, finding, first.key.span, Remark::FirstUsedHere);
                    }
                    None => entries.push(Entry { key, value: node }),
                },
                None => {
                    // Lists and maps never get here: `open` has refused them as keys.
                    if let Value::Scalar(Scalar { text, quoted }) = node.value {
                        *key = Some(Key {
                            text,
                            span: node.span,
                            quoted,
                        });
                    }
                }
            },
        }
        Ok(())
    }
}

/// Length in bytes of a quoted text with its quotes, at the start of `text`; `escape` before a quote makes it part of
/// the text.
fn quoted_length(text: &str, quote: char, escape: char) -> usize {
    let mut rest = text.char_indices().skip(1).peekable();
    while let Some((offset, c)) = rest.next() {
        let escaped = c == escape && (escape != quote || rest.peek().is_some_and(|(_, next)| *next == quote));
        if escaped {
            rest.next();
        } else if c == quote {
            return offset + 1;
        }
    }
    text.trim_end().len()
}

/// From the parser's character index to a byte offset, in constant time.
struct Offsets<'a> {
    text: &'a str,
    /// Byte offset of every 64th character; empty for ASCII, where both are the same.
    every_64th: Vec<u32>,
}

impl<'a> Offsets<'a> {
    fn new(text: &'a str) -> Self {
        let every_64th = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices()
                .step_by(64)
                .map(|(offset, _)| offset as u32)
                .collect()
        };
        Offsets { text, every_64th }
    }

    fn byte(&self, character: usize) -> u32 {
        if self.every_64th.is_empty() {
            return character.min(self.text.len()) as u32;
        }
        let Some(&near) = self.every_64th.get(character / 64) else {
            return self.text.len() as u32;
        };
        let rest = &self.text[near as usize..];
        rest.char_indices()
            .nth(character % 64)
            .map_or(self.text.len() as u32, |(offset, _)| near + offset as u32)
    }
}
