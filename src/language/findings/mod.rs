//! What can be wrong with a file, as data, and the words for it.
//!
//! A finding holds the facts (which id, what was expected); its wording says, per language, what is wrong (one
//! lower-case sentence), what stands at the marked place, and what to do. Each group of findings has a file of its own.

/// The [`Wording`] of one finding: per language the message, the label and the help. Each is a format string that may
/// capture what stands around it, or what is bound after the language: `say! { l, known = ticked(l, known); nl …`.
/// All six must be there, so a sentence without a translation does not compile.
///
/// Braces and `/` keep rustfmt out of it: one language is one line, which may run past the usual width.
macro_rules! say {
    ($l:ident $(, $name:ident = $value:expr)+; $($sentences:tt)+) => {{
        $(let $name = $value;)+
        say! { $l $($sentences)+ }
    }};
    ($l:ident
        nl $message_nl:literal / $label_nl:literal / $help_nl:literal
        en $message_en:literal / $label_en:literal / $help_en:literal) => {
        $l.pick(
            $crate::language::findings::Wording {
                message: format!($message_nl),
                label: format!($label_nl),
                help: format!($help_nl),
            },
            $crate::language::findings::Wording {
                message: format!($message_en),
                label: format!($label_en),
                help: format!($help_en),
            },
        )
    };
}

mod answers;
mod balance;
mod file;
mod import;
mod lookalike;
mod meaning;
mod model;
mod names;
mod note;
mod register;
mod route;
mod shape;
mod table;
mod text;
mod version;
mod waves;
mod workbook;

pub use answers::{AnswerFinding, BindingFinding, GaveWay, KeptTooLong};
pub use balance::BalanceFinding;
pub use file::{BinaryFile, FileFinding, SyntaxKind, Unopened};
pub use import::ImportFinding;
pub use lookalike::Lookalike;
pub use meaning::{MeaningFinding, Unasked};
pub use model::ModelFinding;
pub use names::{Form, NameFinding, Thing, is_unseen, without_unseen};
pub use note::{Note, Part as NotePart, Result as NoteResult, Step as NoteStep};
pub use register::RegisterFinding;
pub use route::RouteFinding;
pub use shape::{NodeKind, ShapeFinding};
pub use table::TableFinding;
pub use text::TextFinding;
pub use version::VersionFinding;
pub use workbook::{LineFinding, WorkbookFinding};

use super::Language;

/// Something that is wrong with a file, with the facts that its sentences need.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The file as text or as YAML.
    File(FileFinding),
    /// Fields and their types.
    Shape(ShapeFinding),
    /// Ids and what they refer to.
    Name(NameFinding),
    /// What a questionnaire says.
    Model(ModelFinding),
    /// Single answers.
    Answer(AnswerFinding),
    /// What an answers file says about itself.
    Binding(BindingFinding),
    /// A table of answers.
    Table(TableFinding),
    /// A register of councils.
    Register(RegisterFinding),
    /// Who can be asked what.
    Route(RouteFinding),
    /// What a questionnaire measures.
    Balance(BalanceFinding),
    /// How a questionnaire is worded.
    Text(TextFinding),
    /// A mapping file beside the export that it is for.
    Import(ImportFinding),
    /// What a questionnaire says of its earlier versions.
    Version(VersionFinding),
    /// What it makes of answers to them.
    Meaning(MeaningFinding),
}

macro_rules! into_finding {
    ($($group:ident => $variant:ident),* $(,)?) => {
        $(impl From<$group> for Finding {
            fn from(finding: $group) -> Finding {
                Finding::$variant(finding)
            }
        })*
    };
}

into_finding! {
    FileFinding => File,
    ShapeFinding => Shape,
    NameFinding => Name,
    ModelFinding => Model,
    AnswerFinding => Answer,
    BindingFinding => Binding,
    TableFinding => Table,
    RegisterFinding => Register,
    RouteFinding => Route,
    BalanceFinding => Balance,
    TextFinding => Text,
    ImportFinding => Import,
    VersionFinding => Version,
    MeaningFinding => Meaning,
}

/// The sentences of one finding in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What is wrong: one lower-case sentence without a full stop.
    pub message: String,
    /// What stands at the marked place; may be empty. Only who sees the place reads it, so what it names, message or help
    /// names too.
    pub label: String,
    /// What to do.
    pub help: String,
}

impl Finding {
    /// The sentences of this finding.
    pub fn wording(&self, language: Language) -> Wording {
        match self {
            Finding::File(finding) => finding.wording(language),
            Finding::Shape(finding) => finding.wording(language),
            Finding::Name(finding) => finding.wording(language),
            Finding::Model(finding) => finding.wording(language),
            Finding::Answer(finding) => finding.wording(language),
            Finding::Binding(finding) => finding.wording(language),
            Finding::Table(finding) => finding.wording(language),
            Finding::Register(finding) => finding.wording(language),
            Finding::Route(finding) => finding.wording(language),
            Finding::Balance(finding) => finding.wording(language),
            Finding::Text(finding) => finding.wording(language),
            Finding::Import(finding) => finding.wording(language),
            Finding::Version(finding) => finding.wording(language),
            Finding::Meaning(finding) => finding.wording(language),
        }
    }
}

impl Finding {
    /// Remarks under it that show where a number came from; most findings have none.
    pub fn notes(&self, language: Language) -> Vec<String> {
        match self {
            Finding::Model(ModelFinding::GoldenTest { notes, .. }) => {
                notes.iter().map(|note| note.wording(language)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A short remark at a second place that explains the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// "first used here"
    FirstUsedHere,
    /// "defined here"
    DefinedHere,
    /// "the previous stage starts here"
    PreviousStage,
    /// "in the earlier version"
    InEarlierVersion,
    /// "this one counts"
    ThisOneCounts,
}

impl Remark {
    /// The words.
    pub fn wording(self, l: Language) -> &'static str {
        match self {
            Remark::FirstUsedHere => l.pick("hier voor het eerst gebruikt", "first used here"),
            Remark::DefinedHere => l.pick("hier vastgelegd", "defined here"),
            Remark::InEarlierVersion => l.pick("in de eerdere versie", "in the earlier version"),
            Remark::ThisOneCounts => l.pick("dit telt", "this one counts"),
            Remark::PreviousStage => l.pick("de vorige klasse begint hier", "the previous stage starts here"),
        }
    }
}

/// "did you mean `x`?", or else the words for when nothing is near.
fn did_you_mean(l: Language, suggestion: Option<&String>, otherwise: String) -> String {
    match suggestion {
        Some(near) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        None => otherwise,
    }
}

/// How many words a sentence names.
const NAMED: usize = 10;

/// Ids to choose from: the first of them, and how many more there are. There may be thousands, for each of thousands of
/// problems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    first: Vec<Word>,
    more: usize,
}

/// An id, and its title in each language where it is known better by that.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    id: String,
    titles: Option<[String; Language::ALL.len()]>,
}

impl Word {
    /// "`directie` (Leiding)"
    fn ticked(&self, l: Language) -> String {
        let title = self.titles.as_ref().map(|[nl, en]| l.pick(nl, en));
        title.map_or_else(|| format!("`{}`", self.id), |title| format!("`{}` ({title})", self.id))
    }
}

impl Known {
    /// Of all there are.
    pub fn of<'a>(ids: impl Iterator<Item = &'a str>) -> Known {
        Known::titled(ids.map(|id| (id, None)))
    }

    /// Of all there are, with the titles that people know them by, in the order of [`Language::ALL`].
    pub fn titled<'a>(mut words: impl Iterator<Item = (&'a str, Option<[String; Language::ALL.len()]>)>) -> Known {
        let first = words.by_ref().take(NAMED).map(|(id, titles)| Word { id: id.to_owned(), titles }).collect();
        Known { first, more: words.count() }
    }

    /// "did you mean `x`?", or else all that could stand here.
    pub(in crate::language) fn choose(&self, l: Language, suggestion: Option<&String>) -> String {
        let otherwise = if self.first.is_empty() {
            l.pick("er is niets om uit te kiezen; haal dit weg", "there is nothing to choose from; remove this")
                .to_owned()
        } else {
            let known = self.ticked(l);
            l.pick(format!("kies uit {known}"), format!("choose from {known}"))
        };
        let titled = suggestion.and_then(|near| self.first.iter().find(|word| word.id == *near));
        match titled.map(|word| word.ticked(l)) {
            Some(near) => l.pick(format!("bedoelde u {near}?"), format!("did you mean {near}?")),
            None => did_you_mean(l, suggestion, otherwise),
        }
    }

    /// [`Known::choose`] for a word that was written, which may be one of these but for what cannot be seen in it.
    fn choose_for(&self, l: Language, word: &str, suggestion: Option<&String>) -> String {
        names::type_again(l, word, suggestion).map_or_else(|| self.choose(l, suggestion), str::to_owned)
    }

    /// "`a`, `b` en `c`"; nothing where there are none.
    pub(in crate::language) fn ticked(&self, l: Language) -> String {
        let mut shown: Vec<String> = self.first.iter().map(|word| word.ticked(l)).collect();
        if self.more > 0 {
            shown.push(l.pick(format!("{} andere", self.more), format!("{} more", self.more)));
        }
        l.list(&shown)
    }
}

/// What was meant by a word that was written, or else all that could stand here.
fn choose_from(l: Language, word: &str, suggestion: Option<&String>, known: &[String]) -> String {
    Known::of(known.iter().map(String::as_str)).choose_for(l, word, suggestion)
}

/// "`a`, `b` en `c`", at most ten of them.
fn ticked(l: Language, words: &[String]) -> String {
    Known::of(words.iter().map(String::as_str)).ticked(l)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_or_two_of_each_group() -> Vec<Finding> {
        let word = || String::from("bezwaren");
        vec![
            FileFinding::NotUtf8.into(),
            FileFinding::DuplicateKey(word()).into(),
            ShapeFinding::EmptyList.into(),
            ShapeFinding::WrongType { expected: NodeKind::Text, found: NodeKind::Nothing }.into(),
            NameFinding::ReservedId(word()).into(),
            NameFinding::Malformed { form: Form::Id, found: "é".into() }.into(),
            ModelFinding::SeveralRules.into(),
            ModelFinding::MissingPlace(word()).into(),
            AnswerFinding::NotOffered(word()).into(),
            AnswerFinding::ReasonMissing(word()).into(),
            BindingFinding::OtherHash.into(),
            BindingFinding::NoAnswers(word()).into(),
            TableFinding::FieldCount { expected: 3, found: 1 }.into(),
            RegisterFinding::Circular(word()).into(),
            RegisterFinding::Absent { council: word(), suggestion: None }.into(),
            RouteFinding::NeverAskedOfRole(word()).into(),
            BalanceFinding::EmptyDimension(word()).into(),
            TextFinding::Placeholder(word()).into(),
            ImportFinding::NoColumn { column: word(), suggestion: None }.into(),
            MeaningFinding::NotOffered(word()).into(),
            VersionFinding::New { thing: Thing::Question, id: word(), version: "1.0.0".into(), now: "1.1.0".into() }
                .into(),
        ]
    }

    #[test]
    fn every_group_says_what_is_wrong_and_what_to_do_in_both_languages() {
        for finding in one_or_two_of_each_group() {
            let (nl, en) = (finding.wording(Language::Nl), finding.wording(Language::En));
            for said in [&nl, &en] {
                assert!(!said.message.is_empty() && !said.help.is_empty(), "{finding:?}: {said:?}");
                assert!(!said.message.ends_with('.') && !said.help.ends_with('.'), "{said:?}");
                assert!(!said.message.starts_with(char::is_uppercase), "{said:?}");
            }
            assert!(nl.message != en.message && nl.help != en.help, "{nl:?}");
        }
    }

    #[test]
    fn braces_of_yaml_survive_in_the_advice() {
        let advice = Finding::from(AnswerFinding::ReasonMissing("bezwaren".into())).wording(Language::En).help;
        assert_eq!(advice, "write `{not-applicable: the reason}`");
    }

    #[test]
    fn one_field_is_singular() {
        let finding = Finding::from(TableFinding::FieldCount { expected: 3, found: 1 });
        assert_eq!(finding.wording(Language::Nl).message, "deze rij heeft 1 veld, de kopregel heeft er 3");
        assert_eq!(finding.wording(Language::En).message, "this row has 1 field, the header has 3");
    }

    #[test]
    fn a_near_word_is_suggested_and_otherwise_the_choices_are_listed() {
        let known = ["nooit", "altijd"].map(String::from);
        let near = String::from("nooit");
        assert_eq!(choose_from(Language::Nl, "noit", Some(&near), &known), "bedoelde u `nooit`?");
        assert_eq!(choose_from(Language::Nl, "soms", None, &known), "kies uit `nooit` en `altijd`");
        assert_eq!(choose_from(Language::En, "soms", None, &[]), "there is nothing to choose from; remove this");
    }
}
