//! The catalogue: every finding has a code, a word in kebab-case, and every code a severity.

mod versions;

use super::{
    AnswerFinding, BalanceFinding, BindingFinding, FileFinding, Finding, Form, ImportFinding, ModelFinding,
    NameFinding, RegisterFinding, RouteFinding, ShapeFinding, TableFinding, TextFinding, Thing,
};
use crate::language::explain::Page;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Usable, but probably not what was meant.
    Warning,
    /// Not usable.
    Error,
}

impl Severity {
    /// The word in machine formats.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($name:ident = $id:literal $severity:ident),* $(,)?) => {
        /// The code of a kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $id] $name,)*
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &[Code] = &[$(Code::$name),*];

            /// The word that names it: `duplicate-id`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Code::$name => $id,)*
                }
            }

            /// Its page as it stands in the file, without which it does not compile; see [`crate::language::explain`].
            fn page_text(self) -> &'static str {
                match self {
                    $(Code::$name => include_str!(concat!("../language/explain/", $id, ".md")),)*
                }
            }

            /// How bad it is unless the user says otherwise.
            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$name => Severity::$severity,)*
                }
            }
        }
    };
}

codes! {
    InvalidEncoding = "invalid-encoding" Error,
    UnreadableFile = "unreadable-file" Error,
    EmptyFile = "empty-file" Error,
    InvalidYaml = "invalid-yaml" Error,
    TabIndentation = "tab-indentation" Error,
    SecondDocument = "second-document" Error,
    DuplicateKey = "duplicate-key" Error,
    AliasNotRead = "alias-not-read" Error,
    TooDeep = "too-deep" Error,
    WrongType = "wrong-type" Error,
    UnknownField = "unknown-field" Error,
    MissingField = "missing-field" Error,
    UnknownFormat = "unknown-format" Error,
    OutOfRange = "out-of-range" Error,
    UnknownWord = "unknown-word" Error,
    AmbiguousWord = "ambiguous-word" Error,
    EmptyList = "empty-list" Error,
    FieldNotForType = "field-not-for-type" Error,
    InvalidId = "invalid-id" Error,
    DuplicateId = "duplicate-id" Error,
    ReservedId = "reserved-id" Error,
    InvalidValue = "invalid-value" Error,
    IdInUse = "id-in-use" Error,
    LaterVersion = "later-version" Error,
    UnknownReference = "unknown-reference" Error,
    UnknownQuestion = "unknown-question" Error,
    MissingText = "missing-text" Error,
    UnlistedLanguage = "unlisted-language" Error,
    StageOrder = "stage-order" Error,
    MisplacedWeight = "misplaced-weight" Error,
    IncompletePlace = "incomplete-place" Error,
    ChoiceWithoutValue = "choice-without-value" Error,
    NoSpread = "no-spread" Error,
    ForwardCondition = "forward-condition" Error,
    InvalidCondition = "invalid-condition" Error,
    NothingScored = "nothing-scored" Error,
    MinutesDoNotFit = "minutes-do-not-fit" Warning,
    GoldenTest = "golden-test" Error,
    UnreachableQuestion = "unreachable-question" Warning,
    ConditionAlwaysTrue = "condition-always-true" Warning,
    ConditionWithoutEffect = "condition-without-effect" Warning,
    EmptyDimension = "empty-dimension" Warning,
    EmptyCell = "empty-cell" Warning,
    RoleWithoutQuestions = "role-without-questions" Warning,
    CellNeverFilled = "cell-never-filled" Warning,
    IrrelevantWeight = "irrelevant-weight" Warning,
    DominantWeight = "dominant-weight" Warning,
    UnreachableStage = "unreachable-stage" Warning,
    FallingValue = "falling-value" Warning,
    EqualValue = "equal-value" Warning,
    UnusedChoices = "unused-choices" Warning,
    BoundWithoutEffect = "bound-without-effect" Warning,
    SameText = "same-text" Warning,
    SameQuestion = "same-question" Warning,
    OtherLanguage = "other-language" Warning,
    PlaceholderText = "placeholder-text" Warning,
    TextCutOff = "text-cut-off" Warning,
    JoinedStates = "joined-states" Warning,
    NotKnowing = "not-knowing" Warning,
    LongHelp = "long-help" Warning,
    VanishedId = "vanished-id" Error,
    RenamedId = "renamed-id" Error,
    UnreadableAnswer = "unreadable-answer" Error,
    OtherEnds = "other-ends" Error,
    OtherQuestion = "other-question" Warning,
    ChangedAnswer = "changed-answer" Warning,
    VersionNotRaised = "version-not-raised" Error,
    UnknownOrigin = "unknown-origin" Warning,
    WrongSince = "wrong-since" Warning,
    AnswersLeftOut = "answers-left-out" Warning,
    OtherQuestionnaire = "other-questionnaire" Error,
    OtherVersion = "other-version" Error,
    OtherContent = "other-content" Error,
    UnknownQuestionnaire = "unknown-questionnaire" Error,
    UnknownChoice = "unknown-choice" Error,
    InvalidNumber = "invalid-number" Error,
    NotOffered = "not-offered" Error,
    ReasonMissing = "reason-missing" Warning,
    NotAsked = "not-asked" Warning,
    AnsweredTwice = "answered-twice" Error,
    SameRespondent = "same-respondent" Error,
    SavedAgain = "saved-again" Warning,
    ExclusiveChoice = "exclusive-choice" Error,
    ViaOfNothing = "via-of-nothing" Warning,
    NoAnswers = "no-answers" Warning,
    MissingWave = "missing-wave" Warning,
    WaveNearlyAlike = "wave-nearly-alike" Warning,
    MissingColumn = "missing-column" Error,
    UnknownColumn = "unknown-column" Error,
    DuplicateColumn = "duplicate-column" Error,
    FieldCount = "field-count" Error,
    InvalidJson = "invalid-json" Error,
    OpenQuote = "open-quote" Error,
    NoCouncil = "no-council" Error,
    ClassDiffers = "class-differs" Error,
    NameDiffers = "name-differs" Warning,
    SameCouncil = "same-council" Warning,
    NoRows = "no-rows" Warning,
    KeptTooLong = "kept-too-long" Warning,
    RowsDisagree = "rows-disagree" Error,
    CircularSuccessor = "circular-successor" Error,
    NotInRegister = "not-in-register" Warning,
    RegisterDiffers = "register-differs" Warning,
}

impl Code {
    /// The code that a word names.
    pub fn named(word: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.id() == word)
    }

    /// What it means and how to mend it.
    pub fn page(self) -> Page {
        Page::read(self.page_text())
    }

    /// Whether it is always an error: a file with such a problem cannot be used, or not in full. What only says that a
    /// usable questionnaire is not as good as its author meant is up to the author.
    pub fn is_fixed(self) -> bool {
        self.severity() == Severity::Error && self != Code::GoldenTest
    }

    /// The code of a finding.
    pub fn of(finding: &Finding) -> Code {
        match finding {
            Finding::File(finding) => of_file(finding),
            Finding::Shape(finding) => of_shape(finding),
            Finding::Name(finding) => of_name(finding),
            Finding::Model(finding) => of_model(finding),
            Finding::Answer(finding) => of_answer(finding),
            Finding::Binding(finding) => of_binding(finding),
            Finding::Table(finding) => of_table(finding),
            Finding::Register(finding) => of_register(finding),
            Finding::Route(finding) => of_route(finding),
            Finding::Balance(finding) => of_balance(finding),
            Finding::Text(finding) => of_text(finding),
            Finding::Import(finding) => of_import(finding),
            Finding::Version(finding) => versions::of_version(finding),
            Finding::Meaning(finding) => versions::of_meaning(finding),
        }
    }
}

fn of_file(finding: &FileFinding) -> Code {
    match finding {
        FileFinding::NotUtf8 | FileFinding::Utf16 | FileFinding::Binary(_) => Code::InvalidEncoding,
        FileFinding::Unopened(_) => Code::UnreadableFile,
        FileFinding::Empty => Code::EmptyFile,
        FileFinding::Syntax(_) | FileFinding::CompoundKey => Code::InvalidYaml,
        FileFinding::Tab => Code::TabIndentation,
        FileFinding::SecondDocument => Code::SecondDocument,
        FileFinding::DuplicateKey(_) => Code::DuplicateKey,
        FileFinding::Alias => Code::AliasNotRead,
        FileFinding::TooDeep(_) => Code::TooDeep,
        FileFinding::TooManyValues(_) | FileFinding::TooManyFindings(_) => Code::OutOfRange,
    }
}

fn of_shape(finding: &ShapeFinding) -> Code {
    match finding {
        ShapeFinding::WrongType { .. } => Code::WrongType,
        ShapeFinding::UnknownField { .. } | ShapeFinding::TooFarRight(_) => Code::UnknownField,
        ShapeFinding::CutText | ShapeFinding::CutNumber(_) | ShapeFinding::OtherComment => Code::InvalidYaml,
        ShapeFinding::MissingField(_) => Code::MissingField,
        ShapeFinding::UnknownFormat { .. } => Code::UnknownFormat,
        ShapeFinding::OutOfRange { .. } | ShapeFinding::TooMany { .. } => Code::OutOfRange,
        ShapeFinding::UnknownWord { .. } => Code::UnknownWord,
        ShapeFinding::Ambiguous(_) => Code::AmbiguousWord,
        ShapeFinding::EmptyList => Code::EmptyList,
        ShapeFinding::FieldNotForType { .. } => Code::FieldNotForType,
    }
}

fn of_name(finding: &NameFinding) -> Code {
    match finding {
        NameFinding::Malformed { form: Form::Id, .. } => Code::InvalidId,
        NameFinding::Malformed { .. } => Code::InvalidValue,
        NameFinding::DuplicateId { .. } | NameFinding::ClaimedTwice { .. } => Code::DuplicateId,
        NameFinding::StillInUse { .. } => Code::IdInUse,
        NameFinding::LaterVersion { .. } => Code::LaterVersion,
        NameFinding::ReservedId(_) => Code::ReservedId,
        NameFinding::Unknown { thing: Thing::Question, .. } => Code::UnknownQuestion,
        NameFinding::Unknown { .. } => Code::UnknownReference,
    }
}

fn of_model(finding: &ModelFinding) -> Code {
    match finding {
        ModelFinding::MissingText(_) | ModelFinding::NoText | ModelFinding::BareText { .. } => Code::MissingText,
        ModelFinding::UnlistedLanguage(_) => Code::UnlistedLanguage,
        ModelFinding::FirstStage | ModelFinding::StageOrder => Code::StageOrder,
        ModelFinding::DimensionWeight | ModelFinding::CellsWithOneAxis => Code::MisplacedWeight,
        ModelFinding::MissingPlace(_) | ModelFinding::NotALeaf(_) => Code::IncompletePlace,
        ModelFinding::ChoiceWithoutValue(_) => Code::ChoiceWithoutValue,
        ModelFinding::NoSpread | ModelFinding::RowWithoutSpread(_) => Code::NoSpread,
        ModelFinding::ConditionNotEarlier(_) => Code::ForwardCondition,
        ModelFinding::ConditionNotForType { .. } | ModelFinding::SeveralRules => Code::InvalidCondition,
        ModelFinding::NothingScored => Code::NothingScored,
        ModelFinding::Minutes { .. } => Code::MinutesDoNotFit,
        ModelFinding::GoldenTest { .. } => Code::GoldenTest,
    }
}

fn of_answer(finding: &AnswerFinding) -> Code {
    match finding {
        AnswerFinding::UnknownChoice { .. } => Code::UnknownChoice,
        AnswerFinding::NotANumber { .. } | AnswerFinding::OutOfRating { .. } => Code::InvalidNumber,
        AnswerFinding::NotOffered(_) => Code::NotOffered,
        AnswerFinding::ReasonMissing(_) => Code::ReasonMissing,
        AnswerFinding::RoutedOut { .. } => Code::NotAsked,
        AnswerFinding::ExclusiveWithOthers(_) => Code::ExclusiveChoice,
        AnswerFinding::ViaOfNothing(_) => Code::ViaOfNothing,
    }
}

fn of_binding(finding: &BindingFinding) -> Code {
    match finding {
        BindingFinding::OtherQuestionnaire { .. } => Code::OtherQuestionnaire,
        BindingFinding::OtherVersion { .. } | BindingFinding::NoVersion { .. } => Code::OtherVersion,
        BindingFinding::OtherHash => Code::OtherContent,
        BindingFinding::NoQuestionnaire { .. } => Code::UnknownQuestionnaire,
        BindingFinding::FormerQuestion { .. } => Code::UnknownQuestion,
        BindingFinding::AnsweredTwice { .. } => Code::AnsweredTwice,
        BindingFinding::SameRespondent { .. }
        | BindingFinding::SecondConsensus(_)
        | BindingFinding::SeveralRoles { .. }
        | BindingFinding::UntoldSave { .. } => Code::SameRespondent,
        BindingFinding::SavedAgain { .. } => Code::SavedAgain,
        BindingFinding::NoAnswers(_) => Code::NoAnswers,
        BindingFinding::MissingWave { .. } => Code::MissingWave,
        BindingFinding::WaveNearlyAlike { .. } => Code::WaveNearlyAlike,
        BindingFinding::Questionnaire => Code::UnknownFormat,
        BindingFinding::EmptyCouncil => Code::NoCouncil,
        BindingFinding::KeptTooLong { .. } => Code::KeptTooLong,
    }
}

fn of_table(finding: &TableFinding) -> Code {
    use TableFinding as T;
    match finding {
        T::MissingColumn(_) | T::NoQuestionColumns { .. } | T::LongHeader { .. } => Code::MissingColumn,
        T::UnknownColumn { .. }
        | T::NearlyOwnColumn { .. }
        | T::EmptyColumn
        | T::UnreadableColumn { .. }
        | T::NewKey { .. } => Code::UnknownColumn,
        T::NoJson | T::NestedValue(_) => Code::InvalidJson,
        T::Nul | T::NotUtf8 => Code::InvalidEncoding,
        T::DuplicateColumn(_) => Code::DuplicateColumn,
        T::FieldCount { .. } | T::LongRow { .. } => Code::FieldCount,
        T::OpenQuote | T::AfterQuote | T::OpenQuoteInHeader | T::AfterQuoteInHeader => Code::OpenQuote,
        T::NoCouncil | T::SecondHeader | T::SecondFile => Code::NoCouncil,
        T::ClassDiffers { .. } => Code::ClassDiffers,
        T::NameDiffers { .. } => Code::NameDiffers,
        T::SameCouncil { .. } => Code::SameCouncil,
        T::NoRows => Code::NoRows,
    }
}

fn of_register(finding: &RegisterFinding) -> Code {
    use RegisterFinding as R;
    match finding {
        R::UnknownColumn { .. } => Code::UnknownColumn,
        R::RowsDisagree { .. } => Code::RowsDisagree,
        R::EndsBeforeItBegins { .. } => Code::InvalidValue,
        R::Circular(_) => Code::CircularSuccessor,
        R::Absent { .. } | R::NotInWave { .. } | R::ManyAbsent(_) => Code::NotInRegister,
        R::ClassDiffers { .. } | R::ManyDiffer(_) => Code::RegisterDiffers,
    }
}

fn of_route(finding: &RouteFinding) -> Code {
    match finding {
        RouteFinding::NeverAsked
        | RouteFinding::NeverAskedOfRole(_)
        | RouteFinding::NeverAskedOfAnyRole
        | RouteFinding::NeverAskedInQuickScan
        | RouteFinding::NeverAskedOfRoleInQuickScan(_) => Code::UnreachableQuestion,
        RouteFinding::AlwaysAsked => Code::ConditionAlwaysTrue,
        RouteFinding::PartWithoutEffect | RouteFinding::ChoiceWithoutEffect(_) => Code::ConditionWithoutEffect,
    }
}

fn of_balance(finding: &BalanceFinding) -> Code {
    use BalanceFinding as B;
    match finding {
        B::EmptyDimension(_) | B::OnlyTexts(_) | B::AimAtNothing(_) => Code::EmptyDimension,
        B::EmptyCells { .. } | B::WeightOfNothing => Code::EmptyCell,
        B::RoleAskedNothing(_) | B::RoleScoresNothing(_) => Code::RoleWithoutQuestions,
        B::QuickScanLeavesOut(_) | B::NobodyFills(_) | B::RoleNeverFills { .. } => Code::CellNeverFilled,
        B::SlightWeight { .. } | B::Outweighed { .. } => Code::IrrelevantWeight,
        B::HeavyWeight { .. } => Code::DominantWeight,
        B::StageBelowAllScores { .. } | B::StageWithoutRoom(_) => Code::UnreachableStage,
        B::ValueFalls(_) => Code::FallingValue,
        B::ValueStays(_) => Code::EqualValue,
        B::UnusedChoices(_) => Code::UnusedChoices,
        B::AdviceForNobody(_) | B::AdviceForAll(_) | B::AdviceTwice | B::EvidenceOfNothing(_) => {
            Code::BoundWithoutEffect
        }
    }
}

fn of_text(finding: &TextFinding) -> Code {
    match finding {
        TextFinding::SameText => Code::SameText,
        TextFinding::SameQuestion => Code::SameQuestion,
        TextFinding::NotTranslated { .. } | TextFinding::OtherLanguage { .. } => Code::OtherLanguage,
        TextFinding::Placeholder(_) => Code::PlaceholderText,
        TextFinding::CutOff => Code::TextCutOff,
        TextFinding::JoinedStates(_) => Code::JoinedStates,
        TextFinding::NotKnowing(_) | TextFinding::NotApplying(_) => Code::NotKnowing,
        TextFinding::LongHelp { .. } => Code::LongHelp,
    }
}

fn of_import(finding: &ImportFinding) -> Code {
    match finding {
        ImportFinding::OtherQuestionnaire { .. } => Code::OtherQuestionnaire,
        ImportFinding::NoColumn { .. } => Code::MissingColumn,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_words_in_kebab_case() {
        let ids: std::collections::BTreeSet<_> = Code::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), Code::ALL.len());
        let is_kebab = |id: &&str| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(ids.iter().all(is_kebab), "{ids:?}");
    }
}
