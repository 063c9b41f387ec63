//! Which answer a text stands for: by its words in any language of the questionnaire, by its id, or by a number.

use std::collections::BTreeMap;

use crate::forms::clean::folded;
use crate::forms::label;
use crate::forms::tags::{spoken, tags};
use crate::forms::workbook::meta::Meta;
use crate::forms::workbook::offers::{self, Meaning};
use crate::language::findings::WorkbookFinding;
use crate::language::{Language, form as words};
use crate::questionnaire::{Kind, Questionnaire};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Found {
    Option {
        index: usize,
        /// It was the value or the id of the option rather than its words.
        by_number: bool,
    },
    Number(f64),
    DontKnow,
    NotApplicable,
    Nothing,
}

/// The words of a questionnaire.
pub(super) struct Words<'q> {
    q: &'q Questionnaire,
    /// The language of the workbook first.
    tags: Vec<String>,
    /// Where that language stands among the words of the workbook itself.
    place: Option<usize>,
    then: Then<'q>,
}

/// By column: the options, each with the id and the words that it had when the workbook was made.
pub(super) type Then<'q> = BTreeMap<usize, Vec<(usize, &'q str, &'q [String])>>;

impl<'q> Words<'q> {
    pub(super) fn new(q: &'q Questionnaire, meta: &Meta<'q>, then: Then<'q>) -> Words<'q> {
        let tag = meta.get("language").unwrap_or_default();
        let others = tags(q).into_iter().filter(|other| other != tag);
        let own = (!tag.is_empty()).then(|| tag.to_owned());
        let place = meta.tags().iter().position(|known| *known == tag);
        Words { q, tags: own.into_iter().chain(others).collect(), place, then }
    }

    /// The language of the workbook.
    pub(super) fn tag(&self) -> &str {
        self.tags.first().map_or("en", String::as_str)
    }

    pub(super) fn language(&self) -> Language {
        spoken(self.tag())
    }

    /// What a text means beside a question.
    pub(super) fn find(&self, column: usize, text: &str) -> Result<Found, WorkbookFinding> {
        let special = self.special(column, text);
        // What someone chose from a list is what that said then, even where the words have changed since.
        let chosen = if special.is_none() { self.by_words_then(column, text) } else { None };
        if let Some(found) = chosen.or_else(|| self.by_words(column, text)).or(special) {
            return Ok(found);
        }
        match self.q.question_of(column).kind {
            Kind::Number { .. } => self.number(column, text),
            _ => self.by_id_or_value(column, text).ok_or_else(|| self.unknown(column, text)),
        }
    }

    /// By the words that stood in the workbook when it was made.
    fn by_words_then(&self, column: usize, text: &str) -> Option<Found> {
        let index = self.option_then(column, text)?;
        let offered =
            |tag: &String| offers::of(self.q, column, tag).iter().any(|o| o.meaning == Meaning::Option(index));
        self.tags.first().is_some_and(offered).then_some(Found::Option { index, by_number: false })
    }

    /// The one option that was called so when the workbook was made, in its own language or else in another.
    fn option_then(&self, column: usize, text: &str) -> Option<usize> {
        let (wanted, options) = (folded(text), self.then.get(&column)?);
        let fits = |is_place: &dyn Fn(usize) -> bool| {
            let called = |words: &[String]| {
                words.iter().enumerate().any(|(place, word)| is_place(place) && folded(word) == wanted)
            };
            let mut found: Vec<usize> =
                options.iter().filter(|(_, _, words)| called(words)).map(|(index, ..)| *index).collect();
            found.dedup();
            found
        };
        let own = fits(&|place| self.place == Some(place));
        let found = if own.is_empty() { fits(&|_| true) } else { own };
        if let [index] = found[..] { Some(index) } else { None }
    }

    /// The id that an option had when the workbook was made, if it has another one now.
    pub(super) fn former_id(&self, column: usize, now: &str) -> Option<&'q str> {
        let index = self.q.question_of(column).kind.options().iter().position(|(id, _)| id == now)?;
        let (_, then, _) = self.then.get(&column)?.iter().find(|(option, ..)| *option == index)?;
        Some(*then).filter(|then| *then != now)
    }

    /// Whether a text is what an option is called, or was.
    pub(super) fn is_called(&self, column: usize, option: usize, text: &str) -> bool {
        let label = label::option(&self.q.question_of(column).kind, option, self.language(), self.tag());
        folded(&label) == folded(text) || self.option_then(column, text) == Some(option)
    }

    /// By the words: those of the workbook's own language go before those of another that mean something else.
    fn by_words(&self, column: usize, text: &str) -> Option<Found> {
        let wanted = folded(text);
        let fits = |tag: &String| {
            let offers = offers::of(self.q, column, tag);
            offers.into_iter().filter(|offer| folded(&offer.text) == wanted).map(|offer| offer.meaning).collect()
        };
        let by_tag: Vec<Vec<Meaning>> = self.tags.iter().map(fits).collect();
        let own = by_tag.first().filter(|found| !found.is_empty()).cloned();
        let mut found = own.unwrap_or_else(|| by_tag.into_iter().flatten().collect());
        found.dedup();
        let [meaning] = found[..] else { return None };
        Some(match meaning {
            Meaning::Option(index) => Found::Option { index, by_number: false },
            Meaning::DontKnow => Found::DontKnow,
            Meaning::NotApplicable => Found::NotApplicable,
            Meaning::Nothing => Found::Nothing,
        })
    }

    /// "Don't know" and "not applicable" as files and people write them, also where no list offers them.
    pub(super) fn special(&self, column: usize, text: &str) -> Option<Found> {
        let wanted = folded(text);
        let is_text = matches!(self.q.question_of(column).kind, Kind::Text);
        let says = |words: fn(Language) -> String| Language::ALL.iter().any(|l| folded(&words(*l)) == wanted);
        let any = |list: &[&str]| list.contains(&wanted.as_str());
        if says(words::not_applicable) || any(&["na", "n/a", "nvt", "n.v.t.", "not-applicable"]) {
            let offered = self.q.question_of(column).not_applicable != crate::questionnaire::NotApplicable::NotOffered;
            // In a free text these may be the answer itself.
            return (offered || !is_text).then_some(Found::NotApplicable);
        }
        if !is_text && (says(words::dont_know) || any(&["?", "dont-know"])) {
            return Some(Found::DontKnow);
        }
        let boxes = matches!(self.q.question_of(column).kind, Kind::Multiple { .. });
        (boxes && (says(words::none_of_these) || any(&["none"]))).then_some(Found::Nothing)
    }

    fn by_id_or_value(&self, column: usize, text: &str) -> Option<Found> {
        let question = self.q.question_of(column);
        let options = question.kind.options();
        let wanted = folded(text);
        let by_id = options.iter().position(|(id, _)| folded(id) == wanted);
        let Some(number) = plain_number(&wanted) else {
            let yes_or_no = match (wanted.as_str(), &question.kind) {
                ("true", Kind::YesNo) => Some(0),
                ("false", Kind::YesNo) => Some(1),
                _ => by_id,
            };
            return yes_or_no.map(|index| Found::Option { index, by_number: false });
        };
        let with_value =
            |(index, (_, value)): (usize, &(String, Option<f64>))| (*value == Some(number)).then_some(index);
        let by_value: Vec<usize> = options.iter().enumerate().filter_map(with_value).collect();
        let index = match (by_id, &by_value[..]) {
            // An id and a value that mean two different answers: it cannot be told which was meant.
            (Some(id), [value]) if id != *value => return None,
            (Some(index), [_] | []) => index,
            (None, [index]) => *index,
            _ => return None,
        };
        Some(Found::Option { index, by_number: true })
    }

    /// A number with a comma or a point before its decimals; never one that could be thousands.
    fn number(&self, column: usize, text: &str) -> Result<Found, WorkbookFinding> {
        let id = || self.q.columns[column].id.clone();
        let wanted = folded(text);
        let thousands = self.language().pick('.', ',');
        let groups: Vec<&str> = wanted.trim_start_matches('-').split(thousands).collect();
        let three = |part: &&str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        if groups.len() > 1 && groups[1..].iter().all(three) {
            return Err(WorkbookFinding::TwoNumbers { question: id(), found: text.to_owned() });
        }
        let value = plain_number(&wanted.replace(',', "."));
        let wrong = || WorkbookFinding::NotANumber { question: id(), found: text.to_owned() };
        value.map(Found::Number).ok_or_else(wrong)
    }

    /// That a text is none of the answers.
    pub(super) fn unknown(&self, column: usize, text: &str) -> WorkbookFinding {
        let known = offers::of(self.q, column, self.tag()).into_iter().map(|offer| offer.text).collect();
        WorkbookFinding::UnknownAnswer { question: self.q.columns[column].id.clone(), found: text.to_owned(), known }
    }
}

/// A number in digits; words such as `inf` are numbers to a program only.
fn plain_number(text: &str) -> Option<f64> {
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    text.parse().ok().filter(|_| plain)
}
