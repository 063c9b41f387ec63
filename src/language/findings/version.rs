//! Findings about a questionnaire beside an earlier version of it: what it says of ids and versions.

use super::{Language, Thing, Wording, ticked};

/// What a version does not say, or says wrongly, of those before it.
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
    /// A new id with the words of one that vanished.
    Renamed {
        /// The id it had.
        was: String,
        /// The ids it had before that.
        earlier: Vec<String>,
        /// The id it has.
        now: String,
    },
    /// An id that something else had before.
    InUse {
        /// The id.
        id: String,
        /// What had it, by its id in the earlier version; nothing that is still there, where it was dropped.
        was: Option<String>,
        /// The earlier version.
        version: String,
    },
    /// An earlier id that is no longer told of.
    Forgotten {
        /// The id.
        id: String,
        /// What had it, by its id of today.
        now: String,
        /// The earlier version.
        version: String,
    },
    /// An entry of `dropped` that is gone, or speaks of an earlier version.
    NoLongerDropped {
        /// The id.
        id: String,
        /// The version that it named.
        since: String,
        /// The earlier version.
        version: String,
    },
    /// Something is dropped, and ids that it may have had before that are not.
    DroppedInPart {
        /// The earlier ids.
        ids: Vec<String>,
        /// What is dropped.
        now: String,
    },
    /// A question or row that says of itself another version than it said before.
    OtherSince {
        /// The question, or the column of the row.
        id: String,
        /// What it said.
        since: String,
        /// The earlier version.
        version: String,
    },
    /// Another file has the same id and version, and other content.
    SameVersion {
        /// Id and version of both.
        reference: String,
    },
    /// Other content under the same version.
    NotRaised {
        /// The version.
        version: String,
        /// The earlier one.
        previous: String,
    },
    /// A lower version than that of the earlier one.
    Lowered {
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
    /// A new question or row that does not say since when.
    New {
        /// Which of the two.
        thing: Thing,
        /// The question, or the column of the row.
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
            Self::Renamed { was, earlier, now } => say! { l, own = every_id(was, earlier);
                nl "`{now}` heeft dezelfde tekst als `{was}`, dat verdwenen is" / "de tekst van `{was}`" / "schrijf `was: {own}`, dan blijven de antwoorden op `{was}` geldig"
                en "`{now}` has the same text as `{was}`, which is gone" / "the text of `{was}`" / "write `was: {own}`, and the answers to `{was}` still count" },
            Self::SameVersion { reference } => say! { l
                nl "twee bestanden zijn `{reference}`, met verschillende inhoud" / "staat ook in een ander bestand" / "verhoog `version` in de nieuwste van de twee, of haal er een weg: anders is van antwoorden niet te zeggen bij welke ze horen"
                en "two files are `{reference}`, with different content" / "in another file as well" / "raise `version` in the newer of the two, or remove one: otherwise there is no telling to which of them answers belong" },
            Self::NotRaised { version, previous } => say! { l
                nl "de inhoud is anders dan die van versie {previous}, maar de versie is niet hoger" / "nog {version}" / "maak `version` hoger dan {version}, anders zijn antwoorden op de ene en de andere inhoud niet te onderscheiden"
                en "the content differs from that of version {previous}, but the version is no higher" / "still {version}" / "raise `version` above {version}, or answers to one content and the other cannot be told apart" },
            Self::Lowered { version, previous } => say! { l
                nl "versie {version} komt vóór versie {previous}, waarmee ze vergeleken wordt" / "lager dan {previous}" / "maak `version` hoger dan {previous}, anders wordt elk antwoord op versie {previous} geweigerd; of wissel de twee bestanden om"
                en "version {version} comes before version {previous}, which it is compared with" / "lower than {previous}" / "raise `version` above {previous}, or every answer to version {previous} is refused; or swap the two files" },
            Self::UnknownOrigin { id, version } => say! { l
                nl "versie {version} kent geen `{id}`" / "nergens te vinden" / "schrijf het id zoals het in versie {version} stond, of haal dit weg"
                en "version {version} knows no `{id}`" / "found nowhere" / "write the id as it was in version {version}, or remove this" },
            Self::InUse { id, was, version } => in_use(l, id, was.as_deref(), version),
            Self::Forgotten { id, now, version } => say! { l
                nl "`{now}` heette ooit `{id}`, zei versie {version}, en deze versie zegt het niet meer" / "zonder `was: {id}`" / "schrijf hier weer `was: {id}`, anders zijn nog oudere antwoorden niet te lezen"
                en "`{now}` was once `{id}`, version {version} said, and this version no longer does" / "without `was: {id}`" / "write `was: {id}` here again, or still older answers cannot be read" },
            Self::NoLongerDropped { id, since, version } => say! { l
                nl "`{id}` is vervallen sinds {since}, zei versie {version}, en deze versie zegt het niet meer" / "wat werd `{id}`?" / "zet `{id}` weer onder `dropped` met `since: {since}`, anders zijn nog oudere antwoorden niet te lezen"
                en "`{id}` is gone since {since}, version {version} said, and this version no longer does" / "what became of `{id}`?" / "put `{id}` under `dropped` with `since: {since}` again, or still older answers cannot be read" },
            Self::DroppedInPart { ids, now } => dropped_in_part(l, ids, now),
            Self::OtherSince { id, since, version } => say! { l
                nl "`{id}` is er sinds {since}, zei versie {version}, en deze versie zegt iets anders" / "een andere `since`" / "schrijf weer `since: {since}`, anders lijkt ze in nog oudere antwoorden overgeslagen, of telt ze daar niet mee"
                en "`{id}` is there since {since}, version {version} said, and this version says otherwise" / "another `since`" / "write `since: {since}` again, or in still older answers it looks skipped, or does not count" },
            Self::New { thing: Thing::Row, id, version, now } => say! { l
                nl "de rij `{id}` is nieuw sinds versie {version}, maar zegt het niet" / "nieuwe rij zonder `since`" / "schrijf `since: {now}`, anders lijkt ze in oude antwoorden overgeslagen"
                en "the row `{id}` is new since version {version} but does not say so" / "a new row without `since`" / "write `since: {now}`, or in old answers it looks skipped" },
            Self::New { id, version, now, .. } => say! { l
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
            nl "de rol `{id}` van versie {version} is er niet meer" / "zonder de rol `{id}`" / "is het dezelfde rol met een andere naam, houd dan het id `{id}` en verander `title`; zo niet, laat de rol in de lijst staan, ook als ze niets meer gevraagd wordt: anders zijn haar antwoorden niet te lezen"
            en "the role `{id}` of version {version} is gone" / "without the role `{id}`" / "if it is the same role by another name, keep the id `{id}` and change its `title`; if not, keep the role in the list even if it is asked nothing any more, or its answers cannot be read" },
        Thing::Row => say! { l, row = last(id);
            nl "de rij `{id}` van versie {version} is verdwenen zonder uitleg" / "wat werd `{id}`?" / "schrijf `was: {row}` bij de rij die ze nu is, of zet `{id}` onder `dropped` met `since`"
            en "the row `{id}` of version {version} vanished without a word" / "what became of `{id}`?" / "write `was: {row}` at the row that it is now, or put `{id}` under `dropped` with `since`" },
        _ => say! { l
            nl "de vraag `{id}` van versie {version} is verdwenen zonder uitleg" / "wat werd `{id}`?" / "schrijf `was: {id}` bij wat ze nu is, of zet `{id}` onder `dropped` met `since`"
            en "the question `{id}` of version {version} vanished without a word" / "what became of `{id}`?" / "write `was: {id}` at what it is now, or put `{id}` under `dropped` with `since`" },
    }
}

/// Something that is dropped under one of its ids only. One that no version ever had may be among those it should have.
#[rustfmt::skip]
fn dropped_in_part(l: Language, ids: &[String], now: &str) -> Wording {
    let listed = ticked(l, ids);
    match ids {
        [_] => say! { l
            nl "`{now}` is vervallen, maar {listed}, zoals het in oudere antwoorden kan heten, niet" / "en {listed}?" / "zet ook {listed} onder `dropped`, anders zijn nog oudere antwoorden niet te lezen"
            en "`{now}` is dropped, but {listed}, as older answers may call it, is not" / "and {listed}?" / "put {listed} under `dropped` as well, or still older answers cannot be read" },
        _ => say! { l
            nl "`{now}` is vervallen, maar {listed}, zoals het in oudere antwoorden kan heten, niet" / "en {listed}?" / "zet ze ook allemaal onder `dropped`, anders zijn nog oudere antwoorden niet te lezen; een id dat nooit heeft bestaan, kan daar geen kwaad"
            en "`{now}` is dropped, but {listed}, as older answers may call it, are not" / "and {listed}?" / "put all of them under `dropped` as well, or still older answers cannot be read; an id that no version had does no harm there" },
    }
}

/// An id that something else had.
#[rustfmt::skip]
fn in_use(l: Language, id: &str, was: Option<&str>, version: &str) -> Wording {
    match was {
        Some(was) => say! { l
            nl "`{id}` was in versie {version} een vroeger id van `{was}`" / "een id van iets anders" / "kies een id dat nog nooit gebruikt is: met een oude `{id}` is iets anders bedoeld"
            en "in version {version} `{id}` was an earlier id of `{was}`" / "an id of something else" / "choose an id that was never used: an old `{id}` means something else" },
        None => say! { l
            nl "`{id}` is volgens versie {version} het id van iets dat vervallen is" / "een id van iets anders" / "kies een id dat nog nooit gebruikt is: met een oude `{id}` is iets anders bedoeld"
            en "`{id}` is the id of something that was dropped, as version {version} says" / "an id of something else" / "choose an id that was never used: an old `{id}` means something else" },
    }
}

/// What to write behind `was`: one id, or all of them.
fn every_id(was: &str, earlier: &[String]) -> String {
    match earlier {
        [] => last(was).to_owned(),
        _ => format!("[{}, {}]", last(was), earlier.join(", ")),
    }
}

/// The id of a row in its grid, of a column; anything else is its own.
fn last(id: &str) -> &str {
    id.split('.').next_back().unwrap_or(id)
}
