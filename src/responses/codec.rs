//! From what is written in an answer to a small code, by tables built from the questionnaire alone.

use std::collections::HashMap;

use crate::diagnostics::{AnswerFinding, nearest};
use crate::questionnaire::{Choice, Kind, NotApplicable, Questionnaire};
use crate::yaml::number;

/// The code of an answer in one column.
pub type Code = u8;

/// Nothing was filled in.
pub const UNANSWERED: Code = 0;
/// "I don't know."
pub const DONT_KNOW: Code = 1;
/// "This does not apply here."
pub const NOT_APPLICABLE: Code = 2;
/// A number, a text or ticked boxes were given; the value stands in the wide slot of the column.
pub const GIVEN: Code = 3;
/// The first option; the others follow.
pub const FIRST_OPTION: Code = 4;

/// An answer as coded: its code, and for numbers and boxes their 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded {
    /// The code.
    pub code: Code,
    /// The bits of the number (`f64`), or one bit per ticked box.
    pub wide: u64,
}

impl Coded {
    /// An answer that is its code alone.
    pub fn plain(code: Code) -> Coded {
        Coded { code, wide: 0 }
    }

    /// What the answer is worth as written: the value of the option, those of the ticked boxes together, or the number
    /// itself. None for a text, and where nothing was answered.
    pub fn worth(self, kind: &Kind) -> Option<f64> {
        match kind {
            Kind::Text => None,
            Kind::Number { .. } => (self.code == GIVEN).then(|| f64::from_bits(self.wide)),
            Kind::Multiple { .. } => (self.code == GIVEN).then(|| {
                let worths = kind.worths();
                let ticked = worths.iter().enumerate().filter(|(index, _)| self.wide >> index & 1 == 1);
                ticked.map(|(_, worth)| worth).sum()
            }),
            _ => kind.worths().get(usize::from(self.code.checked_sub(FIRST_OPTION)?)).copied(),
        }
    }
}

/// How one column is coded.
#[derive(Clone, Debug)]
struct ColumnCodec {
    id: String,
    kind: ColumnKind,
    options: Vec<String>,
    codes: HashMap<String, Code>,
    /// The ids that choices had in earlier versions, each with its code.
    former: HashMap<String, Code>,
    exclusive: u64,
    not_applicable: bool,
    wide: Option<usize>,
}

/// The cells of a table that are no text, whatever the question: don't know, and not applicable.
pub(super) const WORDS_OF_CELLS: [&str; 2] = ["?", "na"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColumnKind {
    Options,
    Rating(i64, i64),
    Boxes,
    Number,
    Text,
}

/// The codes of every column of one questionnaire.
#[derive(Clone, Debug)]
pub struct Codec {
    columns: Vec<ColumnCodec>,
    wide_slots: usize,
}

impl Codec {
    /// The codes of a questionnaire.
    pub fn new(questionnaire: &Questionnaire) -> Codec {
        let mut wide_slots = 0;
        let mut columns = Vec::with_capacity(questionnaire.columns.len());
        for column in &questionnaire.columns {
            let question = &questionnaire.questions[column.question];
            let options: Vec<String> = question.kind.options().into_iter().map(|(id, _)| id).collect();
            let codes =
                options.iter().enumerate().map(|(index, id)| (id.clone(), FIRST_OPTION + index as Code)).collect();
            let kind = match &question.kind {
                Kind::Choice { .. } | Kind::Grid { .. } | Kind::YesNo => ColumnKind::Options,
                Kind::Rating { from, to } => ColumnKind::Rating(*from, *to),
                Kind::Multiple { .. } => ColumnKind::Boxes,
                Kind::Number { .. } => ColumnKind::Number,
                Kind::Text => ColumnKind::Text,
            };
            let former = match &question.kind {
                Kind::Choice { choices, .. } | Kind::Multiple { choices } | Kind::Grid { choices, .. } => {
                    former(choices)
                }
                _ => HashMap::new(),
            };
            let exclusive = match &question.kind {
                Kind::Multiple { choices, .. } => bits(choices.iter().map(|choice| choice.exclusive)),
                _ => 0,
            };
            let wide = matches!(kind, ColumnKind::Boxes | ColumnKind::Number).then(|| {
                wide_slots += 1;
                wide_slots - 1
            });
            let not_applicable = question.not_applicable != NotApplicable::NotOffered;
            let id = column.id.clone();
            columns.push(ColumnCodec { id, kind, options, codes, former, exclusive, not_applicable, wide });
        }
        Codec { columns, wide_slots }
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns.len()
    }

    /// How many columns have a wide slot.
    pub fn wide_slots(&self) -> usize {
        self.wide_slots
    }

    /// The wide slot of a column that holds a number or boxes.
    pub fn wide_slot(&self, column: usize) -> Option<usize> {
        self.columns[column].wide
    }

    /// How many options a column has to choose from.
    pub fn options(&self, column: usize) -> usize {
        self.columns[column].options.len()
    }

    /// The highest code that a column may have.
    pub fn highest(&self, column: usize) -> Code {
        let ColumnCodec { kind, options, .. } = &self.columns[column];
        match kind {
            ColumnKind::Options | ColumnKind::Rating(..) => FIRST_OPTION + options.len().saturating_sub(1) as Code,
            ColumnKind::Boxes | ColumnKind::Number | ColumnKind::Text => GIVEN,
        }
    }

    /// Whether a column holds free text.
    pub fn is_text(&self, column: usize) -> bool {
        self.columns[column].kind == ColumnKind::Text
    }

    /// Whether a code of a column says what is done: a choice, a number or ticked boxes, and so something that a
    /// partner may do.
    pub fn is_something_done(&self, column: usize, code: Code) -> bool {
        code >= GIVEN && !self.is_text(column)
    }

    /// Whether a column holds boxes of which any number may be ticked.
    pub fn is_boxes(&self, column: usize) -> bool {
        self.columns[column].kind == ColumnKind::Boxes
    }

    /// Codes a cell of a table: empty, `?`, `na`, an option, a number, boxes joined by `|` or `none`.
    ///
    /// # Errors
    /// Why the text is not an answer to the question of this column.
    pub fn cell(&self, column: usize, text: &str) -> Result<Coded, AnswerFinding> {
        match text {
            "" => Ok(Coded::plain(UNANSWERED)),
            "?" => Ok(Coded::plain(DONT_KNOW)),
            "na" => self.not_applicable(column),
            _ if self.columns[column].kind == ColumnKind::Boxes => {
                let ids = if text == "none" { Vec::new() } else { text.split('|').collect() };
                self.boxes(column, &ids)
            }
            _ => self.value(column, text),
        }
    }

    /// Codes "not applicable", where it is offered.
    ///
    /// # Errors
    /// [`AnswerFinding::NotOffered`] where it is not.
    pub fn not_applicable(&self, column: usize) -> Result<Coded, AnswerFinding> {
        let this = &self.columns[column];
        if this.not_applicable {
            Ok(Coded::plain(NOT_APPLICABLE))
        } else {
            Err(AnswerFinding::NotOffered(this.id.clone()))
        }
    }

    /// Codes one option or number.
    ///
    /// # Errors
    /// Why the text is not an answer to the question of this column.
    pub fn value(&self, column: usize, text: &str) -> Result<Coded, AnswerFinding> {
        let this = &self.columns[column];
        let (question, found) = (this.id.clone(), text.to_owned());
        match this.kind {
            ColumnKind::Text => Ok(Coded::plain(GIVEN)),
            ColumnKind::Number => match number(text) {
                Some(value) => Ok(Coded { code: GIVEN, wide: value.to_bits() }),
                None => Err(AnswerFinding::NotANumber { question, found }),
            },
            ColumnKind::Boxes => self.boxes(column, &[text]),
            ColumnKind::Options | ColumnKind::Rating(..) => match (this.codes.get(text), this.kind) {
                (Some(code), _) => Ok(Coded::plain(*code)),
                (None, ColumnKind::Rating(from, to)) => {
                    Err(AnswerFinding::OutOfRating { question, found, range: (from.to_string(), to.to_string()) })
                }
                _ => Err(this.unknown(text)),
            },
        }
    }

    /// Codes ticked boxes; none ticked is an answer too.
    ///
    /// # Errors
    /// An unknown box, or an exclusive one with others.
    pub fn boxes(&self, column: usize, ids: &[&str]) -> Result<Coded, AnswerFinding> {
        let this = &self.columns[column];
        let mut ticked = 0u64;
        for id in ids {
            let code = this.codes.get(*id).ok_or_else(|| this.unknown(id))?;
            ticked |= 1 << (code - FIRST_OPTION);
        }
        let exclusive = ticked & this.exclusive;
        if exclusive != 0 && ticked.count_ones() > 1 {
            let choice = this.options[exclusive.trailing_zeros() as usize].clone();
            return Err(AnswerFinding::ExclusiveWithOthers(choice));
        }
        Ok(Coded { code: GIVEN, wide: ticked })
    }

    /// The option that a code of this column stands for.
    pub fn option(&self, column: usize, code: Code) -> Option<&str> {
        let index = code.checked_sub(FIRST_OPTION)?;
        self.columns[column].options.get(index as usize).map(String::as_str)
    }

    /// The id that a choice of an earlier version has now; `None` where it has the one it had, or never was one.
    pub fn current_option(&self, column: usize, id: &str) -> Option<&str> {
        let this = &self.columns[column];
        this.former.get(id).and_then(|&code| self.option(column, code))
    }

    /// An answer as a cell of a table holds it, so that [`Codec::cell`] reads the same again. What was written as text
    /// is not part of a code, and is empty here.
    pub fn written(&self, column: usize, given: Coded) -> String {
        match given.code {
            UNANSWERED => String::new(),
            DONT_KNOW => "?".to_owned(),
            NOT_APPLICABLE => "na".to_owned(),
            GIVEN => match self.columns[column].kind {
                ColumnKind::Boxes if given.wide == 0 => "none".to_owned(),
                ColumnKind::Boxes => self.ticked(column, given.wide).join("|"),
                ColumnKind::Number => f64::from_bits(given.wide).to_string(),
                ColumnKind::Options | ColumnKind::Rating(..) | ColumnKind::Text => String::new(),
            },
            code => self.option(column, code).unwrap_or_default().to_owned(),
        }
    }

    /// The options of the ticked boxes.
    pub fn ticked(&self, column: usize, boxes: u64) -> Vec<&str> {
        let options = self.columns[column].options.iter().enumerate();
        options.filter(|(index, _)| boxes >> index & 1 == 1).map(|(_, id)| id.as_str()).collect()
    }
}

impl ColumnCodec {
    fn unknown(&self, found: &str) -> AnswerFinding {
        AnswerFinding::UnknownChoice {
            question: self.id.clone(),
            found: found.to_owned(),
            suggestion: nearest(found, self.options.iter().map(String::as_str)),
            known: self.options.clone(),
        }
    }
}

fn former(choices: &[Choice]) -> HashMap<String, Code> {
    let codes = choices.iter().zip(FIRST_OPTION..);
    codes.flat_map(|(choice, code)| choice.was.iter().map(move |former| (former.id.clone(), code))).collect()
}

fn bits(flags: impl Iterator<Item = bool>) -> u64 {
    flags.enumerate().fold(0, |bits, (index, flag)| bits | u64::from(flag) << index)
}
