//! What a person says about an export where names do not say it themselves: a mapping file, as read.

use jiff::civil::Date;

use super::names::Target;
use super::table::Source;
use crate::sorting;
use crate::source::Span;

/// The first line of every mapping file.
pub(super) const FORMAT: &str = "mapping/1";

/// A mapping without mistakes. The default says nothing: everything is found by its name or not at all.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// How the file is read.
    pub source: Source,
    pub(super) council: Option<Origin>,
    pub(super) name: Option<Origin>,
    pub(super) wave: Option<Origin>,
    pub(super) role: Option<Origin>,
    pub(super) respondent: Option<Origin>,
    /// The classes of a council, by the name of the class.
    pub(super) classes: Vec<(String, Origin)>,
    pub(super) quick: bool,
    pub(super) shown_by_role: bool,
    pub(super) keep_until: Option<Date>,
    pub(super) keep: Option<Keep>,
    /// By the key of a column.
    pub(super) columns: Vec<Assigned>,
    /// Keys of columns that hold no answers.
    pub(super) ignored: Vec<Key>,
    pub(super) values: Vec<Values>,
}

/// The key of a column, and where it stands in the mapping.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) text: String,
    pub(super) span: Span,
}

/// Where something about the respondent comes from.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// The same for all.
    Fixed(String),
    /// A column; what stands in it, and what is meant. Without any, the text itself is meant.
    Column(Key, Vec<(String, String)>),
    /// The name of the file without its extension, likewise.
    FileName(Vec<(String, String)>),
}

/// Which of several rows or forms of one respondent counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The last; where nobody says so, this too, but of one response in two exports.
    Latest,
    /// The first.
    First,
    /// None of them: someone has to look.
    Error,
}

/// What a column holds.
#[derive(Clone, Debug)]
pub(super) struct Assigned {
    pub(super) key: Key,
    /// `None` where the place is still empty.
    pub(super) to: Option<(Target, Otherwise)>,
}

/// What becomes of a text that is none of the choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Otherwise {
    /// It is reported.
    #[default]
    Report,
    /// It is kept as a comment.
    Comment,
    /// It is left out.
    Leave,
}

/// What texts mean in some columns.
#[derive(Clone, Debug)]
pub(super) struct Values {
    /// The columns of the questionnaire; every one of them for `every`.
    pub(super) columns: Vec<usize>,
    pub(super) meanings: Vec<(String, Meaning)>,
}

/// What a text in a cell means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A choice or a number, as peil writes it.
    Value(String),
    DontKnow,
    NotApplicable,
    /// None of the boxes.
    NoneTicked,
    /// Nothing: the text is left out.
    Nothing,
    NotShown,
}

impl Mapping {
    /// What texts mean in a column of the questionnaire; of two the last counts, which is said of fewer columns.
    pub(super) fn meanings(&self, column: usize) -> impl Iterator<Item = (&str, &Meaning)> {
        let mut about: Vec<&Values> = self.values.iter().filter(|values| values.columns.contains(&column)).collect();
        sorting::by_key(&mut about, |values| std::cmp::Reverse(values.columns.len()));
        about.into_iter().flat_map(|values| values.meanings.iter().map(|(text, meaning)| (text.as_str(), meaning)))
    }

    /// The columns that say something about the respondent.
    pub(super) fn head_keys(&self) -> impl Iterator<Item = &Key> {
        let head = self.head().into_iter().filter_map(|(_, from)| from);
        head.chain(self.classes.iter().map(|(_, from)| from)).filter_map(|from| match from {
            Origin::Column(key, _) => Some(key),
            Origin::Fixed(_) | Origin::FileName(_) => None,
        })
    }

    /// Every column that is named.
    pub(super) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.columns.iter().map(|one| &one.key).chain(&self.ignored).chain(self.head_keys())
    }

    /// Where each part of the head comes from, by its name.
    pub(super) fn head(&self) -> [(&'static str, Option<&Origin>); 5] {
        [
            ("council", self.council.as_ref()),
            ("name", self.name.as_ref()),
            ("wave", self.wave.as_ref()),
            ("role", self.role.as_ref()),
            ("respondent", self.respondent.as_ref()),
        ]
    }
}
