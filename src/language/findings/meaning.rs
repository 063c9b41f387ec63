//! Findings about a questionnaire beside an earlier version of it: what old answers mean and are worth now.

use super::{Language, Wording};

/// What a version changes in the answers to the one before it.
#[derive(Clone, Debug, PartialEq)]
pub enum MeaningFinding {
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
    /// A box that can no longer be ticked with others.
    NowExclusive {
        /// The question.
        question: String,
        /// The box.
        id: String,
    },
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
    /// An id that is another question now.
    OtherQuestion {
        /// The id.
        id: String,
        /// The id it had in the earlier version.
        was: String,
        /// The id that had these words.
        elsewhere: Option<String>,
    },
    /// A row of a grid that asks something else now.
    OtherRow {
        /// Its column.
        id: String,
        /// Its column in the earlier version.
        was: String,
        /// The row that had these words.
        elsewhere: Option<String>,
    },
    /// A row that can reach another choice than before.
    OtherHighest {
        /// Its column.
        id: String,
        /// The best choice then.
        before: String,
        /// The best choice now.
        now: String,
    },
    /// A choice with another value.
    OtherValue {
        /// A question that has it.
        question: String,
        /// The choice.
        id: String,
        /// The value then.
        before: String,
        /// The value now.
        now: String,
    },
    /// A choice that says something else.
    OtherLabel {
        /// A question that has it.
        question: String,
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
    /// A rating with other ends.
    OtherEnds {
        /// The question.
        id: String,
        /// The type then, with its ends.
        before: String,
        /// The type now.
        now: String,
    },
    /// A number with other ends.
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
    /// A question that nobody who answered the earlier version is asked.
    LeftOut {
        /// The question.
        id: String,
        /// The columns it depends on that came later.
        by: Vec<String>,
        /// The earlier version.
        version: String,
    },
    /// A question that not everyone is asked who was asked it in the earlier version.
    NoLongerAsked {
        /// The question.
        id: String,
        /// Who no longer is.
        who: Unasked,
        /// The earlier version.
        version: String,
    },
}

/// Who was asked a question in the earlier version and is not asked it now.
#[derive(Clone, Debug, PartialEq)]
pub enum Unasked {
    /// These roles.
    Roles(Vec<String>),
    /// Whoever did the quick scan.
    QuickScan,
    /// All of them, whatever they answered before it.
    Anybody,
    /// Some of them, by what they answered before it.
    Some,
}

impl MeaningFinding {
    // Three lines each instead of four, so that all stand in one match; rustfmt would shift such lines left.
    #[rustfmt::skip]
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::VanishedChoice { question, id, same_words: Some(now) } => say! { l
                nl "de keuze `{id}` van `{question}` is er niet meer, maar `{now}` heeft dezelfde tekst" / "zonder de keuze `{id}`" / "schrijf `was: {id}` bij de keuze `{now}`"
                en "the choice `{id}` of `{question}` is gone, but `{now}` has the same text" / "without the choice `{id}`" / "write `was: {id}` at the choice `{now}`" },
            Self::VanishedChoice { question, id, same_words: None } => say! { l, anew = anew(l, question);
                nl "de keuze `{id}` van `{question}` is verdwenen zonder uitleg" / "zonder de keuze `{id}`" / "schrijf `was: {id}` bij de keuze die haar antwoorden overneemt; is die er niet, geef de vraag dan {anew}"
                en "the choice `{id}` of `{question}` vanished without a word" / "without the choice `{id}`" / "write `was: {id}` at the choice that takes over its answers; if there is none, give the question {anew}" },
            Self::InParts(id) => say! { l, anew = anew(l, id);
                nl "`{id}` was één antwoord en wordt nu in delen gevraagd" / "in delen" / "geef de vraag {anew}"
                en "`{id}` was one answer and is asked in parts now" / "in parts" / "give the question {anew}" },
            Self::AsOne(id) => say! { l, anew = anew(l, id);
                nl "`{id}` werd voor papier en praktijk apart gevraagd en is nu één vraag" / "niet meer in delen" / "geef de vraag {anew}"
                en "`{id}` was asked for paper and practice apart and is one question now" / "no longer in parts" / "give the question {anew}" },
            Self::Unreadable { id, before, now } => say! { l, anew = anew(l, id);
                nl "`{id}` was `{before}` en is nu `{now}`: niet elk oud antwoord past nog" / "een ander soort antwoord" / "geef de vraag {anew}"
                en "`{id}` was `{before}` and is `{now}` now: not every old answer fits" / "another kind of answer" / "give the question {anew}" },
            Self::NowExclusive { question, id } => say! { l, anew = anew(l, question);
                nl "het vakje `{id}` van `{question}` kan niet meer samen met andere" / "nu alleen" / "haal `exclusive` hier weg, of geef de vraag {anew}; wie `{id}` met iets anders aankruiste, past nu niet meer"
                en "the box `{id}` of `{question}` can no longer be ticked with others" / "alone now" / "remove `exclusive` here, or give the question {anew}; whoever ticked `{id}` with something else no longer fits" },
            Self::NotOffered(question) => say! { l, anew = anew(l, question);
                nl "`{question}` biedt ‘niet van toepassing’ niet meer aan" / "kan niet meer" / "laat `not_applicable` staan, of geef de vraag {anew}"
                en "`{question}` no longer offers ‘not applicable’" / "no longer possible" / "keep `not_applicable`, or give the question {anew}" },
            Self::OtherQuestion { id, elsewhere: Some(other), .. } => say! { l
                nl "`{id}` stelt nu de vraag die `{other}` was" / "de tekst van `{other}`" / "houd bij elke vraag haar eigen id; oude antwoorden op `{id}` gaan over iets anders"
                en "`{id}` now asks the question that was `{other}`" / "the text of `{other}`" / "let each question keep its own id; old answers to `{id}` are about something else" },
            Self::OtherQuestion { id, was, elsewhere: None } => say! { l, anew = anew(l, was);
                nl "`{id}` lijkt een andere vraag geworden" / "een heel andere tekst" / "geef de vraag {anew}; is ze alleen anders verwoord, dan is dit in orde"
                en "`{id}` seems to have become another question" / "quite another text" / "give the question {anew}; if it only has other words, all is well" },
            Self::OtherRow { id, was, elsewhere } => other_row(l, id, was, elsewhere.as_deref()),
            Self::OtherValue { question, id, before, now } => say! { l, anew = anew(l, question);
                nl "de keuze `{id}` was {before} waard en is nu {now} waard" / "andere waarde" / "ook oude antwoorden tellen nu zo; is dat niet de bedoeling, geef de vraag dan {anew}"
                en "the choice `{id}` was worth {before} and is worth {now} now" / "another value" / "old answers count like this too now; if that is not what you mean, give the question {anew}" },
            Self::OtherLabel { id, elsewhere: Some(other), .. } => say! { l
                nl "wat de keuze `{id}` zei, zegt nu `{other}`" / "een heel andere tekst" / "laat `{other}` weer `{id}` heten en geef de ingevoegde keuze een eigen id; nu betekenen oude antwoorden `{id}` iets anders"
                en "what the choice `{id}` said is said by `{other}` now" / "quite another text" / "call `{other}` `{id}` again and give the inserted choice an id of its own; now old answers `{id}` mean something else" },
            Self::OtherLabel { question, id, elsewhere: None } => say! { l, anew = anew(l, question);
                nl "de keuze `{id}` zegt nu iets anders" / "een heel andere tekst" / "is ze alleen anders verwoord, dan is dit in orde; betekent ze iets anders, geef de vraag dan {anew}"
                en "the choice `{id}` says something else now" / "quite another text" / "if it only has other words, all is well; if it means something else, give the question {anew}" },
            Self::OtherType { id, before, now } => say! { l, anew = anew(l, id);
                nl "`{id}` was van het type `{before}` en is nu `{now}`" / "een ander soort antwoord" / "geef de vraag {anew}"
                en "`{id}` was of type `{before}` and is `{now}` now" / "another kind of answer" / "give the question {anew}" },
            Self::OtherHighest { id, before, now } => say! { l
                nl "de beste keuze die de rij `{id}` kan halen was `{before}` en is nu `{now}`" / "andere beste keuze" / "ook oude antwoorden tellen nu zo; is dat niet de bedoeling, laat `highest` dan zoals het was"
                en "the best choice that the row `{id}` can reach was `{before}` and is `{now}` now" / "another best choice" / "old answers count like this too now; if that is not what you mean, leave `highest` as it was" },
            Self::OtherEnds { id, before, now } => say! { l, anew = anew(l, id);
                nl "`{id}` was `{before}` en is nu `{now}`: hetzelfde cijfer zegt nu iets anders" / "andere uiteinden" / "laat `from` en `to` zoals ze waren, of geef de vraag {anew}"
                en "`{id}` was `{before}` and is `{now}` now: the same rating says something else" / "other ends" / "leave `from` and `to` as they were, or give the question {anew}" },
            Self::OtherRange { id, before, now } => say! { l, anew = anew(l, id);
                nl "`{id}` liep van {before} en loopt nu van {now}" / "andere uiteinden" / "hetzelfde getal is nu iets anders waard; mogen oude antwoorden niet zo tellen, geef de vraag dan {anew}"
                en "`{id}` ran over {before} and runs over {now} now" / "other ends" / "the same number is worth something else now; if old answers must not count like this, give the question {anew}" },
            Self::Reversed(id) => say! { l, anew = anew(l, id);
                nl "bij `{id}` telt een laag antwoord nu andersom" / "`reverse` is veranderd" / "oude antwoorden tellen nu omgekeerd; klopt dat niet, geef de vraag dan {anew}"
                en "`{id}` counts a low answer the other way round now" / "`reverse` has changed" / "old answers count the other way round now; if that is wrong, give the question {anew}" },
            Self::LeftOut { id, by, version } => left_out(l, id, by, version),
            Self::NoLongerAsked { id, who, version } => no_longer_asked(l, id, who, version),
        }
    }
}

/// A row that asks something else.
#[rustfmt::skip]
fn other_row(l: Language, id: &str, was: &str, elsewhere: Option<&str>) -> Wording {
    match elsewhere {
        Some(other) => say! { l
            nl "de rij `{id}` vraagt nu wat `{other}` vroeg" / "de tekst van `{other}`" / "houd bij elke rij haar eigen id; oude antwoorden op `{id}` gaan over iets anders"
            en "the row `{id}` now asks what `{other}` asked" / "the text of `{other}`" / "let each row keep its own id; old answers to `{id}` are about something else" },
        None => say! { l, anew = anew(l, was);
            nl "de rij `{id}` lijkt over iets anders te gaan" / "een heel andere tekst" / "geef de rij {anew}; is ze alleen anders verwoord, dan is dit in orde"
            en "the row `{id}` seems to be about something else" / "quite another text" / "give the row {anew}; if it only has other words, all is well" },
    }
}

/// A question that depends on something new.
#[rustfmt::skip]
fn left_out(l: Language, id: &str, by: &[String], version: &str) -> Wording {
    let first = by.first().map_or("", String::as_str);
    let by = ticked(l, by);
    say! { l, anew = anew(l, id);
        nl "wie versie {version} beantwoordde, krijgt `{id}` nooit: dat hangt af van {by}, en dat kwam er later bij" / "antwoorden op versie {version} tellen hier niet mee" / "laat de voorwaarde ook gelden waar het antwoord ontbreekt, met `any` en `{{{first}: {{answered: false}}}}`; is het een andere vraag geworden, geef ze dan {anew}"
        en "whoever answered version {version} is never asked `{id}`: it depends on {by}, which came later" / "answers to version {version} do not count here" / "let the condition hold as well where that answer is missing, with `any` and `{{{first}: {{answered: false}}}}`; if it has become another question, give it {anew}" }
}

/// A question that is asked of fewer people.
#[rustfmt::skip]
fn no_longer_asked(l: Language, id: &str, who: &Unasked, version: &str) -> Wording {
    match who {
        Unasked::Roles(roles) => say! { l, anew = anew(l, id), them = ticked(l, roles), were = roles_then(l, roles), are = l.pick("", if roles.len() == 1 { "is" } else { "are" });
            nl "{were} `{id}` in versie {version} en nu niet meer" / "oude antwoorden van {them} tellen hier niet mee" / "laat {them} bij `roles` staan; is het een andere vraag geworden, geef ze dan {anew}"
            en "{were} asked `{id}` in version {version} and no longer {are}" / "old answers of {them} do not count here" / "keep {them} under `roles`; if it has become another question, give it {anew}" },
        Unasked::QuickScan => say! { l, anew = anew(l, id);
            nl "`{id}` zat in versie {version} in de quickscan en nu niet meer" / "antwoorden uit die quickscan tellen hier niet mee" / "laat `quick: true` staan; is het een andere vraag geworden, geef ze dan {anew}"
            en "`{id}` was in the quick scan of version {version} and no longer is" / "answers from that quick scan do not count here" / "keep `quick: true`; if it has become another question, give it {anew}" },
        Unasked::Anybody => say! { l, anew = anew(l, id);
            nl "wie `{id}` in versie {version} kreeg, krijgt die vraag nu nooit: de oude en de nieuwe voorwaarde gaan niet samen" / "antwoorden op versie {version} tellen hier niet mee" / "laat `when` ook gelden voor wie de vraag toen kreeg; is het een andere vraag geworden, geef ze dan {anew}"
            en "whoever was asked `{id}` in version {version} is never asked it now: the old and the new condition exclude each other" / "answers to version {version} do not count here" / "let `when` hold as well for those who were asked it then; if it has become another question, give it {anew}" },
        Unasked::Some => say! { l, anew = anew(l, id);
            nl "niet iedereen die `{id}` in versie {version} kreeg, krijgt die vraag nog: de voorwaarde is veranderd" / "een deel van de antwoorden op versie {version} telt hier niet mee" / "laat `when` ook gelden voor wie de vraag toen kreeg; is het een andere vraag geworden, geef ze dan {anew}"
            en "not everyone who was asked `{id}` in version {version} still is: its condition has changed" / "some answers to version {version} do not count here" / "let `when` hold as well for those who were asked it then; if it has become another question, give it {anew}" },
    }
}

fn ticked(l: Language, ids: &[String]) -> String {
    l.list(&ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>())
}

/// The roles, and that they were asked: what was asked stands behind it.
fn roles_then(l: Language, roles: &[String]) -> String {
    let them = ticked(l, roles);
    match roles.len() {
        1 => l.pick(format!("de rol {them} kreeg"), format!("the role {them} was")),
        _ => l.pick(format!("de rollen {them} kregen"), format!("the roles {them} were")),
    }
}

/// What makes a question or a row another one, so that old answers to `id` are left out: behind "give it".
fn anew(l: Language, id: &str) -> String {
    l.pick(
        format!("een nieuw id met `since`, en zet `{id}` onder `dropped`"),
        format!("a new id with `since`, and put `{id}` under `dropped`"),
    )
}
