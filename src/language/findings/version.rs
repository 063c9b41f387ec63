//! Findings about a questionnaire beside an earlier version of it.

use super::{Language, Thing, Wording};

/// What is wrong between two versions.
#[derive(Clone, Debug, PartialEq)]
pub enum VersionFinding {
    /// An id of the earlier version that nothing is said of.
    Vanished {
        /// What had it.
        thing: Thing,
        /// The id.
        id: String,
        /// The earlier version.
        version: String,
    },
    /// A choice of the earlier version that nothing is said of.
    VanishedChoice {
        /// The question.
        question: String,
        /// The choice.
        id: String,
        /// A choice with the same words.
        same_words: Option<String>,
    },
    /// A question that was asked as one and is asked in parts now.
    InParts(String),
    /// A question that was asked in parts and is asked as one now.
    AsOne(String),
    /// A question that takes other answers than before.
    Unreadable {
        /// The question.
        id: String,
        /// The type then, with its ends.
        before: String,
        /// The type now.
        now: String,
    },
    /// A question that no longer offers "not applicable".
    NotOffered(String),
    /// A new id with the words of one that vanished.
    Renamed {
        /// The id it had.
        was: String,
        /// The id it has.
        now: String,
    },
    /// An id that is another question now.
    OtherQuestion {
        /// The id.
        id: String,
        /// The id that had these words.
        elsewhere: Option<String>,
    },
    /// A choice with another value.
    OtherValue {
        /// The choice.
        id: String,
        /// The value then.
        before: String,
        /// The value now.
        now: String,
    },
    /// A choice that says something else.
    OtherLabel {
        /// The choice.
        id: String,
        /// The choice that says now what it said.
        elsewhere: Option<String>,
    },
    /// A question of another type.
    OtherType {
        /// The question.
        id: String,
        /// The type then.
        before: String,
        /// The type now.
        now: String,
    },
    /// A number or rating with other ends.
    OtherRange {
        /// The question.
        id: String,
        /// The ends then.
        before: String,
        /// The ends now.
        now: String,
    },
    /// A question whose low answers became the good ones, or no longer are.
    Reversed(String),
    /// Other content under the same or a lower version.
    NotRaised {
        /// The version.
        version: String,
        /// The earlier one.
        previous: String,
    },
    /// `was` or `dropped` names an id that the earlier version does not know.
    UnknownOrigin {
        /// The id.
        id: String,
        /// The earlier version.
        version: String,
    },
    /// A new question that does not say since when.
    New {
        /// The question.
        id: String,
        /// The earlier version.
        version: String,
        /// This version.
        now: String,
    },
    /// A question of the earlier version that says it came later.
    NotNew {
        /// The question.
        id: String,
        /// The earlier version.
        version: String,
    },
}

impl VersionFinding {
    // Three lines each instead of four, so that all stand in one match; rustfmt would shift such lines left.
    #[rustfmt::skip]
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::Vanished { thing, id, version } => vanished(l, *thing, id, version),
            Self::VanishedChoice { question, id, same_words: Some(now) } => say! { l
                nl "de keuze `{id}` van `{question}` is er niet meer, maar `{now}` heeft dezelfde tekst" / "zonder de keuze `{id}`" / "schrijf `was: {id}` bij de keuze `{now}`"
                en "the choice `{id}` of `{question}` is gone, but `{now}` has the same text" / "without the choice `{id}`" / "write `was: {id}` at the choice `{now}`" },
            Self::VanishedChoice { question, id, same_words: None } => say! { l
                nl "de keuze `{id}` van `{question}` is verdwenen zonder uitleg" / "zonder de keuze `{id}`" / "schrijf `was: {id}` bij de keuze die haar antwoorden overneemt; is die er niet, geef de vraag dan een nieuw id"
                en "the choice `{id}` of `{question}` vanished without a word" / "without the choice `{id}`" / "write `was: {id}` at the choice that takes over its answers; if there is none, give the question a new id" },
            Self::InParts(id) => say! { l
                nl "`{id}` was één antwoord en wordt nu in delen gevraagd" / "in delen" / "geef de vraag een nieuw id met `since`, en zet `{id}` onder `dropped`"
                en "`{id}` was one answer and is asked in parts now" / "in parts" / "give the question a new id with `since`, and put `{id}` under `dropped`" },
            Self::AsOne(id) => say! { l
                nl "`{id}` werd voor papier en praktijk apart gevraagd en is nu één vraag" / "niet meer in delen" / "geef de vraag een nieuw id met `since`, en zet `{id}` onder `dropped`"
                en "`{id}` was asked for paper and practice apart and is one question now" / "no longer in parts" / "give the question a new id with `since`, and put `{id}` under `dropped`" },
            Self::Unreadable { id, before, now } => say! { l
                nl "`{id}` was `{before}` en is nu `{now}`: niet elk oud antwoord past nog" / "een ander soort antwoord" / "geef de vraag een nieuw id met `since`, en zet `{id}` onder `dropped`"
                en "`{id}` was `{before}` and is `{now}` now: not every old answer fits" / "another kind of answer" / "give the question a new id with `since`, and put `{id}` under `dropped`" },
            Self::NotOffered(question) => say! { l
                nl "`{question}` biedt ‘niet van toepassing’ niet meer aan" / "kan niet meer" / "laat `not_applicable` staan, of geef de vraag een nieuw id"
                en "`{question}` no longer offers ‘not applicable’" / "no longer possible" / "keep `not_applicable`, or give the question a new id" },
            Self::Renamed { was, now } => say! { l
                nl "`{now}` heeft dezelfde tekst als `{was}`, dat verdwenen is" / "de tekst van `{was}`" / "schrijf `was: {was}`, dan blijven de antwoorden op `{was}` geldig"
                en "`{now}` has the same text as `{was}`, which is gone" / "the text of `{was}`" / "write `was: {was}`, and the answers to `{was}` still count" },
            Self::OtherQuestion { id, elsewhere: Some(other) } => say! { l
                nl "`{id}` stelt nu de vraag die `{other}` was" / "de tekst van `{other}`" / "houd bij elke vraag haar eigen id; oude antwoorden op `{id}` gaan over iets anders"
                en "`{id}` now asks the question that was `{other}`" / "the text of `{other}`" / "let each question keep its own id; old answers to `{id}` are about something else" },
            Self::OtherQuestion { id, elsewhere: None } => say! { l
                nl "`{id}` lijkt een andere vraag geworden" / "een heel andere tekst" / "geef de nieuwe vraag een nieuw id met `since`, en zet `{id}` onder `dropped`; is ze alleen anders verwoord, dan is dit in orde"
                en "`{id}` seems to have become another question" / "quite another text" / "give the new question a new id with `since`, and put `{id}` under `dropped`; if it only has other words, all is well" },
            Self::OtherValue { id, before, now } => say! { l
                nl "de keuze `{id}` was {before} waard en is nu {now} waard" / "andere waarde" / "ook oude antwoorden tellen nu zo; is dat niet de bedoeling, geef de keuze dan een nieuw id"
                en "the choice `{id}` was worth {before} and is worth {now} now" / "another value" / "old answers count like this too now; if that is not what you mean, give the choice a new id" },
            Self::OtherLabel { id, elsewhere: Some(other) } => say! { l
                nl "wat de keuze `{id}` zei, zegt nu `{other}`" / "een heel andere tekst" / "laat `{other}` weer `{id}` heten en geef de ingevoegde keuze een eigen id; nu betekenen oude antwoorden `{id}` iets anders"
                en "what the choice `{id}` said is said by `{other}` now" / "quite another text" / "call `{other}` `{id}` again and give the inserted choice an id of its own; now old answers `{id}` mean something else" },
            Self::OtherLabel { id, elsewhere: None } => say! { l
                nl "de keuze `{id}` zegt nu iets anders" / "een heel andere tekst" / "geef de keuze een nieuw id als ze iets anders betekent; is ze alleen anders verwoord, dan is dit in orde"
                en "the choice `{id}` says something else now" / "quite another text" / "give the choice a new id if it means something else; if it only has other words, all is well" },
            Self::OtherType { id, before, now } => say! { l
                nl "`{id}` was van het type `{before}` en is nu `{now}`" / "een ander soort antwoord" / "geef de vraag een nieuw id met `since`, en zet `{id}` onder `dropped`"
                en "`{id}` was of type `{before}` and is `{now}` now" / "another kind of answer" / "give the question a new id with `since`, and put `{id}` under `dropped`" },
            Self::OtherRange { id, before, now } => say! { l
                nl "`{id}` liep van {before} en loopt nu van {now}" / "andere uiteinden" / "hetzelfde getal is nu iets anders waard; geef de vraag een nieuw id als oude antwoorden niet zo mogen tellen"
                en "`{id}` ran over {before} and runs over {now} now" / "other ends" / "the same number is worth something else now; give the question a new id if old answers must not count like this" },
            Self::Reversed(id) => say! { l
                nl "bij `{id}` telt een laag antwoord nu andersom" / "`reverse` is veranderd" / "oude antwoorden tellen nu omgekeerd; klopt dat niet, geef de vraag dan een nieuw id"
                en "`{id}` counts a low answer the other way round now" / "`reverse` has changed" / "old answers count the other way round now; if that is wrong, give the question a new id" },
            Self::NotRaised { version, previous } => say! { l
                nl "de inhoud is anders dan die van versie {previous}, maar de versie is niet hoger" / "nog {version}" / "verhoog `version`, anders zijn antwoorden op de ene en de andere inhoud niet te onderscheiden"
                en "the content differs from that of version {previous}, but the version is no higher" / "still {version}" / "raise `version`, or answers to one content and the other cannot be told apart" },
            Self::UnknownOrigin { id, version } => say! { l
                nl "versie {version} kent geen `{id}`" / "nergens te vinden" / "schrijf het id zoals het in versie {version} stond, of haal dit weg"
                en "version {version} knows no `{id}`" / "found nowhere" / "write the id as it was in version {version}, or remove this" },
            Self::New { id, version, now } => say! { l
                nl "`{id}` is nieuw sinds versie {version}, maar zegt het niet" / "nieuwe vraag zonder `since`" / "schrijf `since: {now}`, anders lijkt ze in oude antwoorden overgeslagen"
                en "`{id}` is new since version {version} but does not say so" / "a new question without `since`" / "write `since: {now}`, or in old answers it looks skipped" },
            Self::NotNew { id, version } => say! { l
                nl "`{id}` zegt van later te zijn, maar stond al in versie {version}" / "niet nieuw" / "schrijf {version} of lager, of haal `since` weg; anders tellen antwoorden van toen niet mee"
                en "`{id}` says it came later, but version {version} had it already" / "not new" / "write {version} or lower, or remove `since`; otherwise answers from then do not count" },
        }
    }
}

/// A question, a part of one or a role that is gone.
#[rustfmt::skip]
fn vanished(l: Language, thing: Thing, id: &str, version: &str) -> Wording {
    match thing {
        Thing::Role => say! { l
            nl "de rol `{id}` van versie {version} is er niet meer" / "zonder de rol `{id}`" / "houd de rol in de lijst, ook als ze niets meer gevraagd wordt; anders zijn haar antwoorden niet te lezen"
            en "the role `{id}` of version {version} is gone" / "without the role `{id}`" / "keep the role in the list, even if it is asked nothing any more; otherwise its answers cannot be read" },
        Thing::Row => say! { l, row = id.split('.').next_back().unwrap_or(id);
            nl "de rij `{id}` van versie {version} is verdwenen zonder uitleg" / "wat werd `{id}`?" / "schrijf `was: {row}` bij de rij die ze nu is, of zet `{id}` onder `dropped` met `since`"
            en "the row `{id}` of version {version} vanished without a word" / "what became of `{id}`?" / "write `was: {row}` at the row that it is now, or put `{id}` under `dropped` with `since`" },
        _ => say! { l
            nl "de vraag `{id}` van versie {version} is verdwenen zonder uitleg" / "wat werd `{id}`?" / "schrijf `was: {id}` bij wat ze nu is, of zet `{id}` onder `dropped` met `since`"
            en "the question `{id}` of version {version} vanished without a word" / "what became of `{id}`?" / "write `was: {id}` at what it is now, or put `{id}` under `dropped` with `since`" },
    }
}
