//! What a map may hold, as data: its fields, what stands in each, and which of them go together. Readers ask for the
//! fields of a shape through [`super::Fields`], and a description for editors can be written from it; so neither can know
//! a field, a bound or a word that the other does not.
//!
//! It knows no map in particular: those stand with the readers of the modules above.

use std::fmt;

use crate::diagnostics::Form;

/// The most items of a list that has no limit.
pub const ANY: usize = usize::MAX;

/// What a map may hold.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Its name, by which words about it are found; unique among the shapes of a file.
    pub name: &'static str,
    /// Its fields, in the order in which they are best written.
    pub fields: &'static [Field],
    /// Fields that are there in some maps of this shape only.
    pub cases: Cases,
    /// What stands under names that are not fields.
    pub rest: Option<Rest>,
    /// The least entries it may have.
    pub least: usize,
    /// The most.
    pub most: usize,
}

/// A field of a map.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What stands in it.
    pub kind: Kind,
}

/// Which fields are there in some maps only.
#[derive(Clone, Copy, Debug)]
pub enum Cases {
    /// None: all maps have the same.
    Same,
    /// Those that go with the word in a field.
    OfWord(&'static str, &'static [Case]),
    /// Those that are there where a field is not.
    Without(&'static str, &'static [Field]),
    /// At most one of these.
    OneOf(&'static [Field]),
}

/// A word, and the fields that go with it.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// The word.
    pub word: &'static str,
    /// The fields.
    pub fields: &'static [Field],
}

/// Names that are the author's own, and what stands under them.
#[derive(Clone, Copy, Debug)]
pub struct Rest {
    /// What the names are.
    pub key: Kind,
    /// What stands under them.
    pub value: Kind,
}

/// What may stand in a place.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// The name of the format.
    Format(&'static str),
    /// Any text; a number is one too.
    Text,
    /// The same, with more in it than blanks.
    Name,
    /// A text in every language of the file.
    Translated,
    /// An id of something that is told of here.
    Id(Reserved),
    /// The name of a column: an id, or two with a point between them.
    Column,
    /// A word of some form.
    Form(Form),
    /// The id or the value of something that is told of elsewhere.
    Reference,
    /// One of these words.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Truth,
    /// A number within bounds.
    Number(Bounds),
    /// A whole number between two, these included.
    Whole(i64, i64),
    /// A list.
    List(&'static List),
    /// A map.
    Map(&'static Shape),
    /// One of these.
    Either(&'static [Kind]),
    /// Nothing at all.
    Nothing,
}

/// Words that are no id in some place.
#[derive(Clone, Copy, Debug)]
pub struct Reserved {
    /// The words.
    pub words: &'static [&'static str],
    /// What no id may start with, where there is such a beginning.
    pub beginning: Option<&'static str>,
}

/// A list of one kind of thing.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// What it holds.
    pub of: Kind,
    /// The least items.
    pub least: usize,
    /// The most; [`ANY`] where there is no limit.
    pub most: usize,
    /// Whether no item may be there twice.
    pub unlike: bool,
}

/// Which numbers are allowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The lowest.
    pub lowest: Option<f64>,
    /// Whether the lowest itself is not one of them.
    pub above: bool,
    /// The highest, itself included.
    pub highest: Option<f64>,
}

/// A field that must be there.
pub const fn required(name: &'static str, kind: Kind) -> Field {
    Field { name, required: true, kind }
}

/// A field that may be left out.
pub const fn optional(name: &'static str, kind: Kind) -> Field {
    Field { name, required: false, kind }
}

/// The words of a table of words and their meanings.
pub const fn words<T: Copy, const N: usize>(table: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut index = 0;
    while index < N {
        words[index] = table[index].0;
        index += 1;
    }
    words
}

/// The words of all cases.
pub const fn case_words<const N: usize>(cases: &[Case; N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut index = 0;
    while index < N {
        words[index] = cases[index].word;
        index += 1;
    }
    words
}

impl Shape {
    /// A map without a name or a field, to fill in the rest of others.
    pub const EMPTY: Shape = Shape { name: "", fields: &[], cases: Cases::Same, rest: None, least: 0, most: ANY };

    /// Every field of every case.
    pub fn all(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().chain(self.cases.fields())
    }
}

impl Cases {
    /// The fields of all cases; one that goes with several is there several times.
    pub fn fields(&self) -> Box<dyn Iterator<Item = &'static Field>> {
        match *self {
            Cases::Same => Box::new(std::iter::empty()),
            Cases::OfWord(_, cases) => Box::new(cases.iter().flat_map(|case| case.fields)),
            Cases::Without(_, fields) | Cases::OneOf(fields) => Box::new(fields.iter()),
        }
    }
}

impl Reserved {
    /// No word is reserved.
    pub const NOTHING: Reserved = Reserved { words: &[], beginning: None };
}

impl Bounds {
    /// Any number.
    pub const NONE: Bounds = Bounds { lowest: None, above: false, highest: None };

    /// Everything from one number to another.
    pub const fn between(lowest: f64, highest: f64) -> Bounds {
        Bounds { lowest: Some(lowest), above: false, highest: Some(highest) }
    }

    /// Whether a number is one of them.
    pub fn hold(&self, number: f64) -> bool {
        let high_enough = self.lowest.is_none_or(|lowest| if self.above { number > lowest } else { number >= lowest });
        high_enough && self.highest.is_none_or(|highest| number <= highest)
    }
}

impl fmt::Display for Bounds {
    /// In symbols: `0–1`, `> 0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |number: f64| number.to_string().replace('-', "−");
        match (self.lowest, self.highest) {
            (Some(lowest), Some(highest)) if !self.above => write!(f, "{}–{}", sign(lowest), sign(highest)),
            (lowest, highest) => {
                let low = lowest.map(|lowest| format!("{} {}", if self.above { ">" } else { "≥" }, sign(lowest)));
                let high = highest.map(|highest| format!("≤ {}", sign(highest)));
                let both: Vec<String> = low.into_iter().chain(high).collect();
                f.write_str(&both.join(", "))
            }
        }
    }
}

impl fmt::Debug for Shape {
    /// Its name only: a shape may hold itself.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Shape({})", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::Bounds;

    #[test]
    fn bounds_are_written_in_symbols_and_hold_their_ends() {
        let above = Bounds { lowest: Some(0.0), above: true, highest: Some(1e6) };
        assert_eq!(above.to_string(), "> 0, ≤ 1000000");
        assert!(!above.hold(0.0) && above.hold(1e-9) && above.hold(1e6) && !above.hold(1e6 + 1.0));
        let open = Bounds { lowest: Some(0.0), ..Bounds::NONE };
        assert_eq!(open.to_string(), "≥ 0");
        assert!(open.hold(0.0) && open.hold(1e300) && !open.hold(-0.1));
        assert_eq!(Bounds::between(-1e12, 1e12).to_string(), "−1000000000000–1000000000000");
        assert_eq!(Bounds::between(1e-6, 1e6).to_string(), "0.000001–1000000");
    }
}
