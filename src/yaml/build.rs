//! From the parser's events to the tree, with an explicit stack: no input makes it recurse.

use std::cell::RefCell;
use std::hash::BuildHasher;

use hashbrown::HashTable;
use memchr::memchr2;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marked};

use super::feed::{Feed, MOST_AHEAD, Trail};
use super::node::{Entry, Key, Node, Scalar, Value, is_bare};
use super::offsets::Offsets;
use super::surrogates::rewritten;
use super::syntax::{trouble, word_at};
use super::unseen::behind_colon;
use crate::diagnostics::{Diagnostics, FileFinding, Lookalike, Remark, ShapeFinding, SyntaxKind, is_unseen};
use crate::source::{FileId, Span};

/// Deeper than any questionnaire; low enough that walking the tree cannot overflow the stack.
pub(super) const DEPTH_LIMIT: usize = 64;

/// A questionnaire of nine megabytes has so many texts, numbers, lists and maps; a small file can hold millions, whose
/// tree is tens of times as large as the file.
pub(super) const VALUE_LIMIT: usize = 300_000;

/// A list or map that is still open.
enum Open {
    List { span: Span, items: Vec<Node> },
    Map { span: Span, entries: Vec<Entry>, key: Option<Key>, seen: Seen },
}

/// Which keys a map has: a few are compared one by one, many are looked up.
#[derive(Default)]
struct Seen {
    places: HashTable<u32>,
    hasher: foldhash::fast::RandomState,
}

impl Seen {
    const FEW: usize = 16;

    /// Where this key stands among the entries; if nowhere, it is held to be added behind them.
    fn place(&mut self, key: &str, entries: &[Entry]) -> Option<usize> {
        if entries.len() < Self::FEW {
            return entries.iter().position(|entry| entry.key.text == key);
        }
        let Seen { places, hasher } = self;
        let hash = |index: &u32| hasher.hash_one(entries[*index as usize].key.text.as_str());
        if places.is_empty() {
            (0..entries.len() as u32).for_each(|index| {
                let _ = places.insert_unique(hash(&index), index, hash);
            });
        }
        let wanted = hasher.hash_one(key);
        let found = places.find(wanted, |index| entries[*index as usize].key.text == key).copied();
        if found.is_none() {
            places.insert_unique(wanted, entries.len() as u32, hash);
        }
        found.map(|index| index as usize)
    }
}

const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

struct Builder<'a> {
    file: FileId,
    offsets: Offsets<'a>,
    stack: Vec<Open>,
    root: Option<Node>,
    /// Offset after what the last event stood for.
    read_to: usize,
    /// How many values there are so far.
    values: usize,
    out: &'a mut Diagnostics,
}

/// Why reading stopped before the end.
struct Stop;

/// Reads one document; problems go to `out`. What was read before an unreadable place is not used.
pub(super) fn document(file: FileId, text: &str, out: &mut Diagnostics) -> Option<Node> {
    let rewritten = rewritten(text);
    let (read, pairs) = rewritten.as_ref().map_or((text, [].as_slice()), |new| (&new.text, &new.pairs));
    let opened = if begins_with_bracket(read) { [OPENED, read].concat() } else { String::new() };
    let (read, before) = if opened.is_empty() { (read, 0) } else { (opened.as_str(), OPENED.len()) };
    let trail = RefCell::new(Trail::default());
    let offsets = Offsets::new(text, read, pairs, &trail).behind(before);
    let mut builder = Builder { file, offsets, stack: Vec::new(), root: None, read_to: 0, values: 0, out };
    let mut documents = 0;
    for event in Parser::new(Feed::new(read, &trail)) {
        let ended = {
            let mut trail = trail.borrow_mut();
            trail.ahead = 0;
            trail.ended
        };
        let (event, marked) = match (event, ended) {
            (Ok(event), None) => event,
            (_, Some(at)) => {
                let at = builder.offsets.written(at) as usize;
                builder.out.add(builder.at(word_at(text, at)), FileFinding::TooManyValues(MOST_AHEAD));
                return None;
            }
            (Err(error), None) => {
                builder.syntax(text, &error);
                return None;
            }
        };
        if let Event::DocumentStart(_) = event {
            documents += 1;
            if documents > 1 {
                let start = builder.span(marked).start as usize;
                let word = builder.at(word_at(text, start));
                builder.out.add(word, FileFinding::SecondDocument);
                return None;
            }
        }
        // The parser places a document without `---` behind its first word.
        let placed = !matches!(event, Event::StreamStart | Event::DocumentStart(_));
        if builder.take(event, marked).is_err() {
            return None;
        }
        if placed {
            builder.read_to = builder.offsets.byte(marked.end.index()) as usize;
        }
    }
    let nothing = |node: &Node| matches!(&node.value, Value::Scalar(scalar) if scalar.is_nothing());
    if builder.root.as_ref().is_none_or(nothing) {
        // Comments, `---` or `null`, and nothing else.
        builder.out.add(Span::start_of(file), FileFinding::Empty);
        return None;
    }
    builder.root
}

/// What is put before a document in brackets, such as JSON: behind it a bracket cannot begin a key, and the parser says
/// what is in it as it goes.
const OPENED: &str = "--- ";

/// Whether the first thing of a document is a bracket.
fn begins_with_bracket(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| line.starts_with(['[', '{']))
}

impl Builder<'_> {
    fn span(&self, marked: Marked) -> Span {
        let start = self.offsets.byte(marked.start.index());
        let end = self.offsets.byte(marked.end.index()).max(start);
        Span { file: self.file, start, end }
    }

    fn at(&self, range: std::ops::Range<usize>) -> Span {
        Span { file: self.file, start: range.start as u32, end: range.end as u32 }
    }

    fn syntax(&mut self, text: &str, error: &ScanError) {
        let at = self.offsets.byte(error.marker().index()) as usize;
        let outermost = self.stack.iter().map(|open| match open {
            Open::List { span, .. } | Open::Map { span, .. } => span.start as usize,
        });
        let known = outermost.filter(|&start| text[start..].starts_with(['[', '{'])).chain([self.read_to]).min();
        let (finding, range) = trouble(text, at, error.info(), known.unwrap_or(0));
        self.out.add(self.at(range), finding);
    }

    /// The next word after what has been read, past the marks of lists and maps: where an anchor or a tag stands, or
    /// an item that is not there.
    fn next_word(&self, skip: &[char]) -> Span {
        let text = self.offsets.text;
        let mut start = self.read_to.min(text.len());
        loop {
            let rest = text[start..].trim_start_matches(|c: char| c.is_whitespace() || skip.contains(&c));
            start = text.len() - rest.len();
            if !rest.starts_with('#') {
                return self.at(word_at(text, start));
            }
            start += rest.find('\n').unwrap_or(rest.len());
        }
    }

    fn take(&mut self, event: Event<'_>, marked: Marked) -> Result<(), Stop> {
        let span = self.span(marked);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_reference(anchor != 0 || tag.is_some())?;
                let quoted = style != ScalarStyle::Plain;
                let in_quotes = matches!(style, ScalarStyle::DoubleQuoted | ScalarStyle::SingleQuoted);
                let kept = in_quotes.then(|| self.offsets.kept(marked.start.index())).flatten();
                let span = match kept {
                    Some(words) => Span { end: span.start + words.len() as u32 + 2, ..span },
                    None => self.tight(span, style),
                };
                let comment = if quoted { None } else { self.doubtful_comment(marked) };
                // The parser made room for more than there is.
                let text = kept.unwrap_or(&text).to_owned();
                self.value(Node { span, value: Value::Scalar(Scalar { text, quoted, comment }) })
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_reference(anchor != 0 || tag.is_some())?;
                self.open(Open::List { span, items: Vec::new() }, span)
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_reference(anchor != 0 || tag.is_some())?;
                self.open(Open::Map { span, entries: Vec::new(), key: None, seen: Seen::default() }, span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(_) => self.refuse_reference(true),
            _ => Ok(()),
        }
    }

    /// The parser's end of a scalar may lie behind blanks and a comment: back to its last character, or to that of its
    /// first line, since carets under pages of text help nobody. A value that is not there is pointed at by its key.
    fn tight(&self, span: Span, style: ScalarStyle) -> Span {
        let text = &self.offsets.text[span.start as usize..span.end as usize];
        let length = match style {
            ScalarStyle::DoubleQuoted => quoted_length(text, '"', '\\'),
            ScalarStyle::SingleQuoted => quoted_length(text, '\'', '\''),
            // A blank that YAML does not know is a character like others.
            _ => text.trim_end_matches(BLANKS).len(),
        };
        if length == 0 {
            return match self.stack.last() {
                Some(Open::Map { key: Some(key), .. }) => key.span,
                _ => self.next_word(&[]),
            };
        }
        let first_line = text[..length].lines().next().unwrap_or_default();
        Span { end: span.start + first_line.trim_end_matches(BLANKS).len() as u32, ..span }
    }

    /// The comment right behind a text without quotes, where its number sign touches a letter or a digit.
    fn doubtful_comment(&self, marked: Marked) -> Option<Span> {
        let (text, span) = (self.offsets.text, self.span(marked));
        let end = text[..span.end as usize].trim_end_matches(BLANKS).len().max(span.start as usize);
        let behind = text[end..].trim_start_matches([' ', '\t']);
        let written = behind.strip_prefix('#').filter(|written| written.starts_with(char::is_alphanumeric))?;
        let line = written.lines().next().unwrap_or_default().trim_end();
        let start = text.len() - behind.len();
        Some(self.at(start..start + 1 + line.len()))
    }

    fn refuse_reference(&mut self, refused: bool) -> Result<(), Stop> {
        if refused {
            self.out.add(self.next_word(&[':', '-', ',', '?', '[', '{']), FileFinding::Alias);
            return Err(Stop);
        }
        Ok(())
    }

    fn open(&mut self, open: Open, span: Span) -> Result<(), Stop> {
        let refused = match self.stack.last() {
            Some(Open::Map { key: None, .. }) => Some(FileFinding::CompoundKey),
            _ if self.stack.len() == DEPTH_LIMIT => Some(FileFinding::TooDeep(DEPTH_LIMIT)),
            _ => None,
        };
        if let Some(finding) = refused {
            self.out.add(self.at(word_at(self.offsets.text, span.start as usize)), finding);
            return Err(Stop);
        }
        self.stack.push(open);
        Ok(())
    }

    fn close(&mut self, end: Span) -> Result<(), Stop> {
        match self.stack.pop() {
            Some(Open::List { span, items }) => self.value(Node {
                span: self.first_line(span, end, items.first().map(|item| item.span)),
                value: Value::List(items),
            }),
            Some(Open::Map { span, entries, .. }) => self.value(Node {
                span: self.first_line(span, end, entries.first().map(|entry| entry.value.span)),
                value: Value::Map(entries),
            }),
            None => Ok(()),
        }
    }

    /// A list or map is pointed at by its first line: up to its bracket, or up to the end of its first value.
    fn first_line(&self, span: Span, end: Span, first: Option<Span>) -> Span {
        let text = self.offsets.text;
        let start = span.start as usize;
        let end = match first {
            Some(first) if !text[start..].starts_with(['[', '{']) => first.end,
            _ => end.end.max(span.end),
        };
        // No further than the list itself: the line may be the whole file.
        let whole = &text[start..start.max(end as usize)];
        let first_line = memchr2(b'\n', b'\r', whole.as_bytes()).map_or(whole, |offset| &whole[..offset]);
        self.at(start..start + first_line.trim_end().len())
    }

    /// Puts a finished value where it belongs: it is a key, a field's value, an item, or the document.
    fn value(&mut self, node: Node) -> Result<(), Stop> {
        let is_key = matches!(self.stack.last(), Some(Open::Map { key: None, .. }));
        self.values += usize::from(!is_key);
        if self.values > VALUE_LIMIT {
            self.out.add(node.span, FileFinding::TooManyValues(VALUE_LIMIT));
            return Err(Stop);
        }
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, seen, .. }) => match key.take() {
                Some(key) if let Some(whole) = entries.last().and_then(|before| cut_number(before, &key, &node)) => {
                    self.out.add(key.span, ShapeFinding::CutNumber(whole.clone()));
                    // What was meant stands there from here on, so that nothing else is said of its pieces.
                    if let Some(Entry { value: Node { value: Value::Scalar(cut), .. }, .. }) = entries.last_mut() {
                        cut.text = whole;
                    }
                }
                Some(key) => {
                    let (key, value) = parted(key, node, self.out);
                    match seen.place(&key.text, entries) {
                        Some(first) => {
                            let (finding, first) = (FileFinding::DuplicateKey(key.text), entries[first].key.span);
                            self.out.add_related(key.span, finding, first, Remark::FirstUsedHere);
                        }
                        None => entries.push(Entry { key, value }),
                    }
                }
                None => {
                    // Lists and maps never get here: `open` has refused them as keys.
                    if let Value::Scalar(Scalar { text, quoted, .. }) = node.value {
                        *key = Some(Key { text, span: node.span, quoted });
                    }
                }
            },
        }
        Ok(())
    }
}

/// The number that was meant, where a decimal comma in braces made a field of its decimals: `{weight: 0,8}`.
fn cut_number(before: &Entry, key: &Key, value: &Node) -> Option<String> {
    let is_whole = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let cut = before.value.scalar().filter(|cut| !cut.quoted && is_whole(cut.text.trim_start_matches(['-', '+'])))?;
    let is_rest = !key.quoted && is_whole(&key.text) && is_bare(key, value);
    is_rest.then(|| format!("{}.{}", cut.text, key.text))
}

/// A field and its value as they were meant, where a blank that is none stands behind the colon, so that in braces both are
/// one word: `{type:<U+00A0>rating}`. That is reported.
fn parted(key: Key, value: Node, out: &mut Diagnostics) -> (Key, Node) {
    let unseen = if key.quoted || !is_bare(&key, &value) { None } else { behind_colon(&key.text) };
    // Before a bracket the parser stops of itself.
    let Some(unseen) = unseen.filter(|unseen| unseen.end < key.text.len()) else { return (key, value) };
    let within = |start: usize, end: usize| Span {
        start: key.span.start + start as u32,
        end: key.span.start + end as u32,
        ..key.span
    };
    let blank = within(unseen.start, unseen.end);
    out.add(blank, FileFinding::Syntax(SyntaxKind::Lookalike(Lookalike::UnseenBlank)));
    let written = key.text[unseen.start..].trim_start_matches(|c: char| c == ' ' || is_unseen(c));
    let from = key.text.len() - written.len();
    // Its quotes were taken for letters.
    let text = written.trim_matches(['"', '\'']);
    let scalar = Scalar { text: text.to_owned(), quoted: text.len() < written.len(), comment: None };
    let span = Span { end: key.span.end, ..within(from, from) };
    let name = key.text[..unseen.start - 1].to_owned();
    let key = Key { span: within(0, name.len()), text: name, quoted: false };
    (key, Node { span, value: Value::Scalar(scalar) })
}

/// Length in bytes of a quoted text with its quotes, at the start of `text`; `escape` before a quote makes it part of
/// the text.
pub(super) fn quoted_length(text: &str, quote: char, escape: char) -> usize {
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
