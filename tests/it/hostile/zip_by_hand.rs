//! Zip files that no program would write: with a directory that lies, and with parts that unpack to a thousand times
//! their size without anyone having to pack them.

/// One part of a file.
#[derive(Clone)]
pub(super) struct Part {
    name: String,
    data: Vec<u8>,
    deflated: bool,
    /// The size that the directory claims.
    size: u32,
    crc: u32,
}

impl Part {
    /// A part as it is.
    pub(super) fn stored(name: &str, text: &str) -> Part {
        let data = text.as_bytes().to_vec();
        Part { name: name.to_owned(), size: data.len() as u32, crc: crc(&data), data, deflated: false }
    }

    /// A part that unpacks to `start` and then `unit` so many times; its size as claimed, or else the true one.
    /// `unit` is a number of letters that divides 258 or 16.
    pub(super) fn repeated(name: &str, start: &str, unit: &str, times: usize, claimed: Option<u32>) -> Part {
        let size = start.len() + unit.len() * times;
        let data = deflated(start.as_bytes(), unit.as_bytes(), unit.len() * times);
        Part { name: name.to_owned(), data, deflated: true, size: claimed.unwrap_or(size as u32), crc: 0 }
    }

    /// All of a workbook but its one sheet, which is called `a`.
    pub(super) fn frame() -> Vec<Part> {
        let relations = |targets: &[(&str, &str)]| {
            let lines = targets.iter().enumerate().map(|(index, (kind, target))| {
                format!("<Relationship Id='r{index}' Type='x/{kind}' Target='{target}'/>")
            });
            format!("<Relationships>{}</Relationships>", lines.collect::<String>())
        };
        let targets = [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")];
        vec![
            Part::stored("_rels/.rels", &relations(&[("officeDocument", "xl/workbook.xml")])),
            Part::stored("xl/_rels/workbook.xml.rels", &relations(&targets)),
            Part::stored("xl/workbook.xml", "<workbook><sheets><sheet name='a' r:id='r0'/></sheets></workbook>"),
        ]
    }
}

/// A workbook with this sheet.
pub(super) fn xlsx(sheet: Part) -> Vec<u8> {
    zip(&[Part::frame(), vec![sheet]].concat())
}

/// A zip file of these parts.
pub(super) fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let offset = bytes.len() as u32;
        let mut common = Vec::new();
        common.extend([20, 0, 0, 0, if part.deflated { 8 } else { 0 }, 0, 0, 0, 0x21, 0]);
        for number in [part.crc, part.data.len() as u32, part.size] {
            common.extend(number.to_le_bytes());
        }
        common.extend((part.name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(part.name.as_bytes());
        bytes.extend(&part.data);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(part.name.as_bytes());
    }
    let start = bytes.len() as u32;
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    let count = u16::try_from(parts.len()).unwrap_or(u16::MAX).to_le_bytes();
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend((directory.len() as u32).to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// Packed with the fixed codes of RFC 1951: the letters once, and from there on "as 258 letters, so many back".
fn deflated(start: &[u8], unit: &[u8], total: usize) -> Vec<u8> {
    let mut bits = Bits { bytes: Vec::new(), used: 0 };
    bits.low_first(0b011, 3);
    for byte in start.iter().chain(unit) {
        match byte {
            0..144 => bits.high_first(0x30 + u32::from(*byte), 8),
            _ => bits.high_first(0x190 + u32::from(*byte - 144), 9),
        }
    }
    // Copying 258 letters from further back than one unit keeps in step as long as it is a whole number of units back.
    let mut done = unit.len();
    while done + 258 <= total {
        bits.high_first(0b1100_0101, 8);
        distance(&mut bits, unit.len() as u32);
        done += 258;
    }
    bits.high_first(0, 7);
    bits.bytes
}

/// The code for going so many letters back, 1 to 64.
fn distance(bits: &mut Bits, back: u32) {
    const STARTS: [(u32, u32); 12] =
        [(1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4), (49, 4)];
    let code = STARTS.iter().rposition(|(first, _)| *first <= back).expect("a code");
    bits.high_first(code as u32, 5);
    bits.low_first(back - STARTS[code].0, STARTS[code].1);
}

struct Bits {
    bytes: Vec<u8>,
    used: u32,
}

impl Bits {
    fn low_first(&mut self, value: u32, count: u32) {
        for index in 0..count {
            if self.used == 0 {
                self.bytes.push(0);
            }
            let last = self.bytes.last_mut().expect("a byte");
            *last |= ((value >> index & 1) as u8) << self.used;
            self.used = (self.used + 1) % 8;
        }
    }

    fn high_first(&mut self, value: u32, count: u32) {
        for index in (0..count).rev() {
            self.low_first(value >> index & 1, 1);
        }
    }
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}
