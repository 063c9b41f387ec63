//! The cells of one column in a stretch of rows, before they are written.

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Texts in UTF-8.
    Texts,
    /// Whole numbers of 64 bits with a sign.
    Wholes,
    /// Numbers of 64 bits with a floating point.
    Reals,
}

impl Holds {
    /// The number of its physical type in the format.
    pub(super) fn number(self) -> i64 {
        match self {
            Holds::Wholes => 2,
            Holds::Reals => 5,
            Holds::Texts => 6,
        }
    }
}

/// The cells of one column, each with a value or missing. A value of another kind than the column holds is not taken;
/// the column is one cell shorter than the others then, and is refused when it is written.
#[derive(Clone, Debug)]
pub struct Cells {
    pub(super) holds: Holds,
    /// Per row whether there is a value; the values stand one behind the other.
    pub(super) present: Vec<bool>,
    /// Numbers, by their bits.
    pub(super) words: Vec<u64>,
    /// Texts, and where each ends.
    pub(super) bytes: Vec<u8>,
    pub(super) ends: Vec<usize>,
}

impl Cells {
    /// No cells yet.
    pub fn new(holds: Holds) -> Cells {
        Cells { holds, present: Vec::new(), words: Vec::new(), bytes: Vec::new(), ends: Vec::new() }
    }

    /// Adds a cell to a column of texts.
    pub fn text(&mut self, value: Option<&str>) {
        if self.holds == Holds::Texts {
            self.present.push(value.is_some());
            if let Some(value) = value {
                self.bytes.extend_from_slice(value.as_bytes());
                self.ends.push(self.bytes.len());
            }
        }
    }

    /// Adds a cell to a column of whole numbers.
    pub fn whole(&mut self, value: Option<i64>) {
        if self.holds == Holds::Wholes {
            self.present.push(value.is_some());
            self.words.extend(value.map(|value| value as u64));
        }
    }

    /// Adds a cell to a column of numbers.
    pub fn real(&mut self, value: Option<f64>) {
        if self.holds == Holds::Reals {
            self.present.push(value.is_some());
            self.words.extend(value.map(f64::to_bits));
        }
    }

    /// Adds the cells of another stretch of the same column behind these.
    pub fn append(&mut self, other: &Cells) {
        let before = self.bytes.len();
        self.present.extend_from_slice(&other.present);
        self.words.extend_from_slice(&other.words);
        self.bytes.extend_from_slice(&other.bytes);
        self.ends.extend(other.ends.iter().map(|end| before + end));
    }

    /// The texts that there are.
    pub(super) fn texts(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| &self.bytes[std::mem::replace(&mut start, end)..end])
    }
}
