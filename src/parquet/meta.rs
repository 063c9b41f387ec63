//! What a Parquet file says of itself: its columns, its groups of rows, and of every page how it is written.

use super::thrift::{BINARY, FALSE, I32, I64, LIST, Reader, STRUCT, TRUE};

/// More columns than this are none that anyone answers: each would take memory before a value is read.
const MOST_COLUMNS: usize = 1 << 16;
/// The most digits behind the point that a whole number of 64 bits can have.
const MOST_DIGITS: u32 = 18;

/// A column at the first level.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What its values are; `None` where that is nothing which peil reads, such as a list.
    pub(super) kind: Option<Kind>,
    /// Whether its values are bytes of which the file does not say that they are text.
    pub(super) is_raw: bool,
    /// Whether values may be missing.
    pub(super) optional: bool,
    /// Its place among the chunks of a group.
    pub(super) leaf: usize,
}

/// How values are stored, and what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Bool,
    I32(Means),
    I64(Means),
    Float,
    Double,
    Bytes,
    /// Bytes of this length.
    Fixed(usize),
}

/// What a whole number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Means {
    Signed,
    Unsigned,
    /// Days since 1970-01-01.
    Day,
    /// So many of its digits stand behind the point.
    Decimal(u32),
}

/// Rows that are stored together.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) rows: u64,
    pub(super) chunks: Vec<Chunk>,
}

/// One column of a group.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chunk {
    pub(super) codec: i64,
    pub(super) start: u64,
    pub(super) length: u64,
}

/// One leaf or branch of the schema as it is written.
#[derive(Default)]
struct Element {
    name: String,
    kind: Option<i64>,
    length: i64,
    repetition: i64,
    children: u64,
    converted: Option<i64>,
    scale: i64,
    /// A kind of value that has no older name.
    newer: bool,
    /// Text, by the newer name.
    text: bool,
}

/// Reads what stands at the end of a file.
pub(super) fn file(bytes: &[u8]) -> Option<(Vec<Column>, Vec<Group>)> {
    let (mut elements, mut groups) = (Vec::new(), Vec::new());
    Reader::new(bytes).fields(|reader, id, kind| {
        match (id, kind) {
            (2, LIST) => reader.structs(|reader| {
                elements.push(element(reader)?);
                (elements.len() <= MOST_COLUMNS).then_some(())
            })?,
            (4, LIST) => reader.structs(|reader| {
                groups.push(group(reader)?);
                Some(())
            })?,
            _ => return Some(false),
        }
        Some(true)
    })?;
    let columns = columns(&elements)?;
    let whole = |group: &Group| columns.iter().all(|column| column.leaf < group.chunks.len());
    groups.iter().all(whole).then_some((columns, groups))
}

fn element(reader: &mut Reader<'_>) -> Option<Element> {
    let mut element = Element::default();
    reader.fields(|reader, id, kind| {
        match (id, kind) {
            (1, I32) => element.kind = Some(reader.number()?),
            (2, I32) => element.length = reader.number()?,
            (3, I32) => element.repetition = reader.number()?,
            (4, BINARY) => element.name = String::from_utf8_lossy(reader.binary()?).into_owned(),
            (5, I32) => element.children = reader.size()?,
            (6, I32) => element.converted = Some(reader.number()?),
            (7, I32) => element.scale = reader.number()?,
            (10, STRUCT) => reader.fields(|_, id, _| {
                // Times, documents in bytes, identifiers and halves: those that the older names need not tell.
                element.newer |= matches!(id, 7..=9 | 13..);
                element.text |= matches!(id, 1 | 4 | 12);
                Some(false)
            })?,
            _ => return Some(false),
        }
        Some(true)
    })?;
    Some(element)
}

/// The children of the root; those with children of their own are nothing that peil reads.
fn columns(elements: &[Element]) -> Option<Vec<Column>> {
    let (mut columns, mut leaf, mut at) = (Vec::new(), 0, 1);
    for _ in 0..elements.first()?.children {
        let element = elements.get(at)?;
        let kind = if element.repetition > 1 { None } else { kind(element) };
        let is_raw = matches!(kind, Some(Kind::Bytes | Kind::Fixed(_))) && !is_text(element);
        columns.push(Column { name: element.name.clone(), kind, optional: element.repetition == 1, is_raw, leaf });
        let mut open = 1u64;
        while open > 0 {
            let element = elements.get(at)?;
            leaf += usize::from(element.children == 0);
            open = (open - 1).checked_add(element.children)?;
            at += 1;
        }
    }
    Some(columns)
}

/// Whether a file says of bytes that they are text: as such, as a word of a few, or as JSON.
fn is_text(element: &Element) -> bool {
    element.text || matches!(element.converted, Some(0 | 4 | 19))
}

fn kind(element: &Element) -> Option<Kind> {
    let scale = u32::try_from(element.scale).ok()?;
    let means = match element.converted {
        Some(5) if scale > MOST_DIGITS => return None,
        Some(5) => Means::Decimal(scale),
        Some(6) => Means::Day,
        Some(11..=14) => Means::Unsigned,
        // Times, documents in bytes, and spans of time.
        Some(7..=10 | 20 | 21) => return None,
        _ => Means::Signed,
    };
    if element.newer || element.children > 0 {
        return None;
    }
    match (element.kind?, means) {
        (0, _) => Some(Kind::Bool),
        (1, _) => Some(Kind::I32(means)),
        (2, _) => Some(Kind::I64(means)),
        (4, _) => Some(Kind::Float),
        (5, _) => Some(Kind::Double),
        (6, Means::Signed) => Some(Kind::Bytes),
        (7, Means::Signed) => usize::try_from(element.length).ok().map(Kind::Fixed),
        _ => None,
    }
}

fn group(reader: &mut Reader<'_>) -> Option<Group> {
    let mut group = Group::default();
    reader.fields(|reader, id, kind| {
        match (id, kind) {
            (1, LIST) => reader.structs(|reader| {
                group.chunks.push(chunk(reader)?);
                Some(())
            })?,
            (3, I64) => group.rows = reader.size()?,
            _ => return Some(false),
        }
        Some(true)
    })?;
    // What holds nothing takes more memory than it takes in the file.
    (!group.chunks.is_empty()).then_some(group)
}

fn chunk(reader: &mut Reader<'_>) -> Option<Chunk> {
    let (mut chunk, mut dictionary, mut data) = (Chunk::default(), None, None);
    reader.fields(|reader, id, kind| {
        if (id, kind) != (3, STRUCT) {
            return Some(false);
        }
        reader.fields(|reader, id, kind| {
            match (id, kind) {
                (4, I32) => chunk.codec = reader.number()?,
                (7, I64) => chunk.length = reader.size()?,
                (9, I64) => data = Some(reader.size()?),
                (11, I64) => dictionary = Some(reader.size()?).filter(|&at| at > 0),
                _ => return Some(false),
            }
            Some(true)
        })?;
        Some(true)
    })?;
    // Of a column that stands in another file nothing is said here.
    let data = data?;
    chunk.start = dictionary.map_or(data, |dictionary: u64| dictionary.min(data));
    Some(chunk)
}

/// What stands before a page.
#[derive(Default, Debug)]
pub(super) struct PageHead {
    /// 0 values, 2 a dictionary, 3 values in the second form.
    pub(super) kind: i64,
    pub(super) unpacked: usize,
    pub(super) packed: usize,
    pub(super) values: usize,
    pub(super) encoding: i64,
    /// How it is told which values are missing, in the first form.
    pub(super) levels: i64,
    /// Bytes of that in the second form, and of repetition.
    pub(super) missing: usize,
    pub(super) repeated: usize,
    pub(super) plain: bool,
}

/// Reads the head of a page, and how long that is.
pub(super) fn page(bytes: &[u8]) -> Option<(PageHead, usize)> {
    let mut head = PageHead::default();
    let mut reader = Reader::new(bytes);
    let size = |reader: &mut Reader<'_>| usize::try_from(reader.size()?).ok();
    reader.fields(|reader, id, kind| {
        match (id, kind) {
            (1, I32) => head.kind = reader.number()?,
            (2, I32) => head.unpacked = size(reader)?,
            (3, I32) => head.packed = size(reader)?,
            (5 | 7, STRUCT) => reader.fields(|reader, id, kind| {
                match (id, kind) {
                    (1, I32) => head.values = size(reader)?,
                    (2, I32) => head.encoding = reader.number()?,
                    (3, I32) => head.levels = reader.number()?,
                    _ => return Some(false),
                }
                Some(true)
            })?,
            (8, STRUCT) => reader.fields(|reader, id, kind| {
                match (id, kind) {
                    (1, I32) => head.values = size(reader)?,
                    (4, I32) => head.encoding = reader.number()?,
                    (5, I32) => head.missing = size(reader)?,
                    (6, I32) => head.repeated = size(reader)?,
                    (7, TRUE) => {}
                    (7, FALSE) => head.plain = true,
                    _ => return Some(false),
                }
                Some(true)
            })?,
            _ => return Some(false),
        }
        Some(true)
    })?;
    Some((head, reader.at))
}
