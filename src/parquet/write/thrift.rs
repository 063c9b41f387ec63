//! Writing the compact protocol of Thrift. Fields are written in the order of their numbers.

pub(super) use super::super::thrift::STRUCT;
use super::super::thrift::{BINARY, I32, I64, LIST};

/// What was written so far.
#[derive(Default)]
pub(super) struct Thrift {
    pub(super) bytes: Vec<u8>,
    /// The number of the last field of the struct that is being written.
    last: u8,
}

impl Thrift {
    /// Begins a field: how far its number lies behind the last one, and its type.
    fn head(&mut self, id: u8, kind: u8) {
        self.bytes.push((id - self.last) << 4 | kind);
        self.last = id;
    }

    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// A number in a list.
    pub(super) fn item(&mut self, value: i64) {
        self.varint(((value << 1) ^ (value >> 63)) as u64);
    }

    /// A text in a list.
    pub(super) fn text_item(&mut self, text: &str) {
        self.varint(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    pub(super) fn i32(&mut self, id: u8, value: i64) {
        self.head(id, I32);
        self.item(value);
    }

    /// A size or a place.
    pub(super) fn i64(&mut self, id: u8, value: u64) {
        self.head(id, I64);
        self.item(value as i64);
    }

    pub(super) fn text(&mut self, id: u8, text: &str) {
        self.head(id, BINARY);
        self.text_item(text);
    }

    /// Begins a list of so many things, which follow.
    pub(super) fn list(&mut self, id: u8, kind: u8, length: usize) {
        /// From here on the number stands apart.
        const MANY: usize = 15;
        self.head(id, LIST);
        self.bytes.push((length.min(MANY) as u8) << 4 | kind);
        if length >= MANY {
            self.varint(length as u64);
        }
    }

    /// A field that holds a struct.
    pub(super) fn field(&mut self, id: u8, write: impl FnOnce(&mut Thrift)) {
        self.head(id, STRUCT);
        self.structure(write);
    }

    /// A struct by itself, or in a list.
    pub(super) fn structure(&mut self, write: impl FnOnce(&mut Thrift)) {
        let last = std::mem::take(&mut self.last);
        write(self);
        self.bytes.push(0);
        self.last = last;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_lists_and_structs_are_the_bytes_that_the_protocol_says() {
        let mut thrift = Thrift::default();
        thrift.structure(|thrift| {
            thrift.i32(1, -1);
            thrift.i64(3, 300);
            thrift.field(4, |inner| inner.text(1, "hé"));
            thrift.list(6, I32, 2);
            thrift.item(0);
            thrift.item(1);
            thrift.list(7, STRUCT, 16);
        });
        let expected = [
            0x15, 0x01, // field 1, i32, -1 as 1
            0x26, 0xd8, 0x04, // field 3, i64, 300 as 600
            0x1c, 0x18, 0x03, b'h', 0xc3, 0xa9, 0x00, // field 4, a struct with field 1, a text of 3 bytes
            0x29, 0x25, 0x00, 0x02, // field 6, a list of 2 i32
            0x19, 0xfc, 0x10, // field 7, a list of 16 structs
            0x00,
        ];
        assert_eq!(thrift.bytes, expected);
    }
}
