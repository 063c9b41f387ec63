//! Parquet files that were made to mislead: each ends in a refusal, soon, and without taking the memory that it names.

use std::io::Cursor;

use peil::parquet::{File, Source, Unreadable, Values};
use peil::responses::scan::as_table;

const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// Fields of a struct: number, type and bytes of the value.
type Fields<'f> = &'f [(u8, u8, Vec<u8>)];

fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

fn number(value: i64) -> Vec<u8> {
    varint(((value << 1) ^ (value >> 63)) as u64)
}

fn text(text: &str) -> Vec<u8> {
    [varint(text.len() as u64), text.as_bytes().to_vec()].concat()
}

fn structure(fields: Fields<'_>) -> Vec<u8> {
    let (mut bytes, mut last) = (Vec::new(), 0);
    for (id, kind, value) in fields {
        bytes.push((id - last) << 4 | kind);
        bytes.extend(value);
        last = *id;
    }
    bytes.push(0);
    bytes
}

fn structures(all: &[Vec<u8>]) -> Vec<u8> {
    [vec![0xf0 | STRUCT], varint(all.len() as u64), all.concat()].concat()
}

/// A column: its physical type, whether values may be missing, and more of it.
fn leaf(kind: i64, optional: i64, more: Fields<'_>) -> Vec<u8> {
    let usual = [(1, I32, number(kind)), (3, I32, number(optional)), (4, BINARY, text("council"))];
    structure(&[&usual, more].concat())
}

fn root(children: i64) -> Vec<u8> {
    structure(&[(4, BINARY, text("schema")), (5, I32, number(children))])
}

/// A group of rows with one column.
fn group(rows: i64, codec: i64, start: i64, length: i64) -> Vec<u8> {
    let chunk = [(4, I32, number(codec)), (7, I64, number(length)), (9, I64, number(start))];
    let chunk = structure(&[(3, STRUCT, structure(&chunk))]);
    structure(&[(1, LIST, structures(&[chunk])), (3, I64, number(rows))])
}

/// A page of values (5) or of a dictionary (7).
fn page(head: u8, values: i64, encoding: i64, unpacked: usize, body: &[u8]) -> Vec<u8> {
    let inner = structure(&[(1, I32, number(values)), (2, I32, number(encoding)), (3, I32, number(3))]);
    let kind = if head == 5 { 0 } else { 2 };
    let sizes = [(2, I32, number(unpacked as i64)), (3, I32, number(body.len() as i64))];
    let page = [&[(1, I32, number(kind))], sizes.as_slice(), &[(head, STRUCT, inner)]].concat();
    [structure(&page), body.to_vec()].concat()
}

fn whole(body: &[u8], footer: &[u8]) -> Vec<u8> {
    let length = (footer.len() as u32).to_le_bytes();
    [b"PAR1", body, footer, &length, b"PAR1"].concat()
}

/// A file with these leaves and groups.
fn file(body: &[u8], elements: &[Vec<u8>], groups: &[Vec<u8>]) -> Vec<u8> {
    whole(body, &structure(&[(2, LIST, structures(elements)), (4, LIST, structures(groups))]))
}

/// A file of one column in one group, of these pages.
fn pages(leaf: Vec<u8>, rows: i64, codec: i64, pages: &[Vec<u8>]) -> Vec<u8> {
    let body = pages.concat();
    file(&body, &[root(1), leaf], &[group(rows, codec, 4, body.len() as i64)])
}

/// What comes of reading the first column.
fn first(bytes: Vec<u8>) -> Result<Values, Unreadable> {
    let mut source = Cursor::new(bytes);
    let told = |error: std::io::Error| {
        error.get_ref().and_then(|inner| inner.downcast_ref().cloned()).unwrap_or_else(|| panic!("{error}"))
    };
    let file = File::open(&mut source).map_err(told)?;
    file.values(&mut source, 0, 0).map_err(told)
}

const TEXTS: i64 = 6;
const DAMAGED: Unreadable = Unreadable::Damaged { row: 0 };

#[test]
fn what_is_put_together_here_is_read_where_it_is_right() {
    let dictionary = page(7, 2, 0, 10, b"\x01\0\0\0a\x01\0\0\0b");
    let values = page(5, 3, 8, 3, &[1, 0x03, 0b101]);
    let read = first(pages(leaf(TEXTS, 0, &[]), 3, 0, &[dictionary, values])).expect("right");
    assert_eq!((0..3).map(|row| read.get(row)).collect::<Vec<_>>(), [b"b", b"a", b"b"]);
}

#[test]
fn of_bytes_it_is_known_whether_the_file_calls_them_text_and_what_is_something_else_is_not_read() {
    // Whether a column of bytes is read at all, and whether it has to be seen that they are text.
    let said = |more: Fields<'_>| {
        let mut source = Cursor::new(file(&[], &[root(1), leaf(TEXTS, 1, more)], &[]));
        let column = File::open(&mut source).expect("right").columns.remove(0);
        (column.is_readable(), column.is_raw())
    };
    let older = |name: i64| said(&[(6, I32, number(name))]);
    let newer = |name: u8| said(&[(10, STRUCT, structure(&[(name, STRUCT, structure(&[]))]))]);
    assert_eq!(said(&[]), (true, true));
    // Text, a word of a few, and JSON.
    assert_eq!([older(0), older(4), older(19), newer(1), newer(4), newer(12)], [(true, false); 6]);
    // A span of time and a document in bytes, in both ways; an identifier.
    assert_eq!([older(21), older(20), newer(9), newer(13), newer(14)], [(false, false); 5]);
}

#[test]
fn counts_and_numbers_beyond_all_measure_in_the_description_are_refused() {
    let many = |children: i64| structure(&[(4, BINARY, text("x")), (5, I32, number(children))]);
    let branches = [root(1), many(i64::MAX), many(i64::MAX), many(i64::MAX)];
    assert_eq!(first(file(&[], &branches, &[])).err(), Some(DAMAGED), "more children than can be counted");
    // The last field has the highest number that there is, and one more follows.
    let beyond = [vec![I32], number(i64::MAX), number(0), vec![0x10 | I32], number(0), vec![0]].concat();
    assert_eq!(first(whole(&[], &beyond)).err(), Some(DAMAGED), "a field behind the last");
    let endless = [vec![0x20 | LIST, 0xf0 | STRUCT], varint(u64::MAX), vec![0; 100]].concat();
    assert_eq!(first(whole(&[], &endless)).err(), Some(DAMAGED), "a list of more than there is");
    let deep = vec![0x10 | STRUCT; 1 << 20];
    assert_eq!(first(whole(&[], &deep)).err(), Some(DAMAGED), "a million structs in one another");
    let wide = vec![structure(&[]); 1 << 17];
    assert_eq!(first(file(&[], &wide, &[])).err(), Some(DAMAGED), "elements of nothing");
    let empty = vec![structure(&[]); 1 << 17];
    assert_eq!(first(file(&[], &[root(0)], &empty)).err(), Some(DAMAGED), "groups of nothing");
}

#[test]
fn columns_that_lie_beyond_the_file_are_refused_before_anything_is_read() {
    for (start, length) in [(4, 1 << 20), (1 << 40, 1), (i64::MAX, i64::MAX), (i64::MAX - 1, 0), (-4, 10), (4, -1)] {
        let bytes = file(&[], &[root(1), leaf(TEXTS, 0, &[])], &[group(1, 0, start, length)]);
        let found = first(bytes).expect_err("not there");
        let large = Unreadable::LargeGroup { rows: 1 };
        assert!(found == DAMAGED || (length > 1 << 30 && found == large), "{start} {length}: {found}");
    }
}

#[test]
fn more_rows_than_are_held_are_refused_however_few_bytes_they_take() {
    // A run of missing values, as long as one likes.
    let run = |rows: i64| {
        let body = varint((rows as u64) << 1);
        let body = [((body.len() + 1) as u32).to_le_bytes().to_vec(), body, vec![0]].concat();
        page(5, rows, 0, body.len(), &body)
    };
    let read = first(pages(leaf(TEXTS, 1, &[]), 1000, 0, &[run(1000)])).expect("right");
    assert_eq!(read.rows.len(), 1000);
    for rows in [1 << 25, 1 << 40, i64::MAX] {
        let found = first(pages(leaf(TEXTS, 1, &[]), rows, 0, &[run(rows)])).err();
        assert_eq!(found, Some(Unreadable::LargeGroup { rows: rows as u64 }));
    }
    let rows = 1 << 23;
    let columns = [vec![root(100)], vec![leaf(TEXTS, 1, &[]); 100]].concat();
    let chunk = structure(&[(3, STRUCT, structure(&[(4, I32, number(0)), (7, I64, number(0)), (9, I64, number(4))]))]);
    let group = structure(&[(1, LIST, structures(&vec![chunk; 100])), (3, I64, number(rows))]);
    let found = first(file(&[], &columns, &[group])).err();
    assert_eq!(found, Some(Unreadable::LargeGroup { rows: rows as u64 }), "a hundred columns of these");
    // Within those bounds, but larger than a table that is read whole may be.
    let bytes = pages(leaf(TEXTS, 1, &[]), 1 << 23, 0, &[run(1 << 23)]);
    let open = || Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn Source + Send>);
    assert!(matches!(as_table(Box::new(open), 1 << 22), Ok(None)));
}

#[test]
fn places_outside_the_dictionary_and_pages_of_other_lengths_are_refused() {
    let dictionary = page(7, 2, 0, 10, b"\x01\0\0\0a\x01\0\0\0b");
    let column = || leaf(TEXTS, 0, &[]);
    for body in [&[2, 0x03, 0b10][..], &[32, 0x02, 0xff, 0xff, 0xff, 0xff], &[33, 0x02, 0], &[1], &[]] {
        let outside = page(5, 1, 8, body.len(), body);
        assert_eq!(first(pages(column(), 1, 0, &[dictionary.clone(), outside])).err(), Some(DAMAGED), "{body:?}");
    }
    let alone = page(5, 1, 8, 3, &[1, 0x03, 0]);
    assert_eq!(first(pages(column(), 1, 0, &[alone])).err(), Some(DAMAGED), "no dictionary");
    let long = page(7, 1 << 40, 0, 4, &[0; 4]);
    assert_eq!(first(pages(column(), 1, 0, &[long])).err(), Some(DAMAGED), "a dictionary of more than there is");
    let more = page(5, 2, 0, 10, b"\x01\0\0\0a\x01\0\0\0b");
    assert_eq!(first(pages(column(), 1, 0, &[more])).err(), Some(DAMAGED), "more values than rows");
    assert_eq!(first(pages(column(), 1, 0, &[])).err(), Some(DAMAGED), "no pages");
    let nothing = vec![page(5, 0, 0, 0, &[]); 1000];
    assert_eq!(first(pages(column(), 1, 0, &nothing)).err(), Some(DAMAGED), "pages of nothing");
    let cut = page(5, 1, 0, 4, &100u32.to_le_bytes());
    assert_eq!(first(pages(column(), 1, 0, &[cut])).err(), Some(DAMAGED), "a text that is longer than its page");
}

#[test]
fn pages_that_unpack_to_more_than_there_can_be_are_refused() {
    let column = || leaf(TEXTS, 1, &[]);
    let quarter = 1 << 28;
    // Snappy says in front how long the whole is.
    let claims = [varint(quarter), vec![0; 20]].concat();
    let claims = page(5, 1, 0, quarter as usize, &claims);
    assert_eq!(first(pages(column(), 1, 1, &[claims])).err(), Some(DAMAGED));
    let larger = page(5, 1, 0, quarter as usize + 1, &[0; 8]);
    assert_eq!(first(pages(column(), 1, 0, &[larger])).err(), Some(DAMAGED));
    // Each of these says that it is a quarter of a gibibyte without a value. None is unpacked: what cannot be is no trouble.
    let (brotli, nothing) = (4, vec![page(5, 0, 0, quarter as usize, &[0; 8]); 100]);
    assert_eq!(first(pages(column(), 1, brotli, &nothing)).err(), Some(DAMAGED));
}

#[test]
fn texts_that_grow_by_repeating_one_another_are_refused_as_too_large() {
    // Numbers as differences, in blocks of 128: the first, the second, and all those after it the same as that.
    let numbers = |first: i64, second: i64| {
        let (least, more) = ((second - first).min(0), (second - first).max(0) as u32);
        let others = least.unsigned_abs() as u32;
        let block = (0..128).flat_map(|index| if index == 0 { more } else { others }.to_le_bytes());
        let head = [varint(128), varint(1), varint(300), number(first), number(least), vec![32]].concat();
        // The other blocks: nothing differs.
        head.into_iter().chain(block).chain([0; 4]).collect::<Vec<u8>>()
    };
    // The first text has a mebibyte; each of those behind it is the same.
    let (length, count) = (1 << 20, 300u64);
    let body = [numbers(0, length), numbers(length, 0), vec![b'x'; length as usize]].concat();
    let grown = page(5, count as i64, 7, body.len(), &body);
    let found = first(pages(leaf(TEXTS, 0, &[]), count as i64, 0, &[grown])).err();
    assert_eq!(found, Some(Unreadable::LargeGroup { rows: count }));
}

#[test]
fn a_number_with_more_digits_behind_the_point_than_it_can_have_is_not_read() {
    let decimal = |scale: i64| leaf(1, 0, &[(6, I32, number(5)), (7, I32, number(scale))]);
    let one = page(5, 1, 0, 4, &[105, 0, 0, 0]);
    assert_eq!(first(pages(decimal(2), 1, 0, std::slice::from_ref(&one))).expect("right").get(0), b"1.05");
    for scale in [19, 70_000, i64::from(i32::MAX), -1] {
        let bytes = pages(decimal(scale), 1, 0, std::slice::from_ref(&one));
        assert_eq!(first(bytes).expect("a column that is not read").get(0), b"", "{scale}");
    }
}

#[test]
fn a_branch_that_says_it_is_a_leaf_is_not_read() {
    let branch = leaf(TEXTS, 0, &[(5, I32, number(1))]);
    let bytes = file(&[], &[root(1), branch, leaf(TEXTS, 0, &[])], &[group(1, 0, 4, 0)]);
    assert_eq!(first(bytes).expect("a column that is not read").get(0), b"");
}
