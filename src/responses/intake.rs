//! Gathering answers from any input into chunks of coded rows.

use std::collections::hash_map::Entry as HashEntry;
use std::collections::{BTreeMap, HashMap};

use super::chunk::{Chunk, RowHead};
use super::codec::{Code, Codec, Coded, UNANSWERED};
use super::earlier::{Earlier, Lineage};
use super::registry::Registry;
use super::routing::Routing;
use super::same_council::same_councils;
use super::sheet::{Answer, Entry, Sheet, Status};
use super::voice::Voice;
use super::wave::Wave;
use crate::diagnostics::{AnswerFinding, BindingFinding, Diagnostics, Remark, TableFinding};
use crate::questionnaire::{Questionnaire, Version};
use crate::sorting;
use crate::source::Span;

/// Everything that was answered, ready for scoring.
#[derive(Debug, Default)]
pub struct Responses {
    /// The councils, waves and classes.
    pub registry: Registry,
    /// The coded rows.
    pub chunks: Vec<Chunk>,
    /// What people wrote beside their answers, sorted.
    pub notes: Vec<Note>,
    /// Who answered an earlier version of the questionnaire, and what was done to their answers.
    pub earlier: BTreeMap<Version, Earlier>,
    /// Whether nothing in the answers names the questionnaire.
    pub without_questionnaire: bool,
}

impl Responses {
    /// What the respondents of a group wrote, by column.
    pub fn notes_of(&self, group: usize) -> &[Note] {
        let start = self.notes.partition_point(|note| note.group < group);
        let end = self.notes.partition_point(|note| note.group <= group);
        &self.notes[start..end]
    }
}

/// A text that someone wrote beside an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Index of the group.
    pub group: usize,
    /// Index of the column.
    pub column: usize,
    /// Index of the role; the number of roles for a respondent without one.
    pub role: usize,
    /// What kind of text.
    pub kind: NoteKind,
    /// The text.
    pub text: String,
}

/// What kind of text stands beside an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// The answer to a text question.
    Text,
    /// A comment.
    Comment,
    /// What shows the answer.
    Evidence,
    /// Why a question does not apply.
    Reason,
}

impl NoteKind {
    /// Whether it says by being there how someone answered: high enough to be asked for evidence, or not applicable.
    pub fn tells_an_answer(self) -> bool {
        matches!(self, NoteKind::Evidence | NoteKind::Reason)
    }
}

/// Who a row is about, as read from any input.
pub(super) struct Who<'a> {
    pub(super) council: &'a str,
    pub(super) name: &'a str,
    pub(super) wave: Option<Wave>,
    pub(super) respondent: &'a str,
    pub(super) voice: Voice,
    pub(super) quick: bool,
    pub(super) shown_by_role: bool,
    /// The version answered, where that is an earlier one.
    pub(super) earlier: Option<Version>,
    /// The age of that version, 0 for that of today.
    pub(super) age: u16,
    /// Where the row stands, to point at.
    pub(super) span: Span,
}

impl<'a> Who<'a> {
    /// What may be there once in a group: the id of the respondent, or the consensus, whatever its id.
    pub(super) fn respondent(&self) -> &'a str {
        if self.voice == Voice::Consensus { Voice::CONSENSUS } else { self.respondent }
    }

    /// That it is there a second time.
    pub(super) fn twice(&self) -> BindingFinding {
        let council = self.council.to_owned();
        match self.voice {
            Voice::Consensus => BindingFinding::SecondConsensus(council),
            _ => BindingFinding::SameRespondent { council, respondent: self.respondent.to_owned() },
        }
    }
}

/// Takes answers in, one respondent at a time.
pub struct Intake<'q> {
    questionnaire: &'q Questionnaire,
    codec: Codec,
    routing: Routing,
    lineage: Lineage,
    responses: Responses,
    seen: HashMap<(usize, String), Span>,
    /// The first row of each wave, and the first without one.
    first_rows: HashMap<Option<Wave>, Span>,
    /// The first row of each group.
    firsts: Vec<Span>,
    asked: Vec<bool>,
}

impl<'q> Intake<'q> {
    /// Nothing taken in yet.
    pub fn new(questionnaire: &'q Questionnaire) -> Intake<'q> {
        let codec = Codec::new(questionnaire);
        let routing = Routing::new(questionnaire, &codec);
        let (lineage, responses) = (Lineage::new(questionnaire), Responses::default());
        let (seen, first_rows, firsts, asked) = (HashMap::new(), HashMap::new(), Vec::new(), Vec::new());
        Intake { questionnaire, codec, routing, lineage, responses, seen, first_rows, firsts, asked }
    }

    /// The questionnaire that answers are bound to.
    pub fn questionnaire(&self) -> &'q Questionnaire {
        self.questionnaire
    }

    /// The codes of the questionnaire.
    pub fn codec(&self) -> &Codec {
        &self.codec
    }

    /// The names that its columns have had.
    pub(super) fn lineage(&self) -> &Lineage {
        &self.lineage
    }

    /// Notes what was done to the answers of a file of an earlier version, if it was taken in.
    pub(super) fn note_earlier(&mut self, sheet: &Sheet, noted: Earlier) {
        let version = Version::parse(&sheet.questionnaire.version);
        if let Some(earlier) = version.and_then(|version| self.responses.earlier.get_mut(&version)) {
            earlier.merge(noted);
        }
    }

    /// The codes, and what was done to the answers of an earlier version.
    pub(super) fn codec_and_earlier(&mut self, version: Version) -> (&Codec, &mut Earlier) {
        (&self.codec, self.responses.earlier.entry(version).or_default())
    }

    /// What was done to the answers of an earlier version.
    pub(super) fn earlier(&mut self, version: Version) -> &mut Earlier {
        self.responses.earlier.entry(version).or_default()
    }

    pub(super) fn registry(&mut self) -> &mut Registry {
        &mut self.responses.registry
    }

    /// Takes in one answers file; `file` is the place to point at for complaints about the whole of it.
    pub fn sheet(&mut self, sheet: &Sheet, file: Span, out: &mut Diagnostics) {
        // A file is of an earlier version when its reader let it pass as one.
        let version = Version::parse(&sheet.questionnaire.version);
        let earlier = version.filter(|version| *version < self.questionnaire.number());
        let who = Who {
            council: &sheet.council.id,
            name: sheet.council.name.as_deref().unwrap_or_default(),
            wave: sheet.wave,
            respondent: sheet.respondent.id.as_deref().unwrap_or_default(),
            voice: sheet.respondent.voice,
            quick: sheet.quick,
            shown_by_role: sheet.shown_by_role,
            earlier,
            age: earlier.map_or(0, |version| self.questionnaire.age(version)),
            span: file,
        };
        let Some(group) = self.row(&who, out) else { return };
        for (name, class) in &sheet.council.classes {
            let column = self.responses.registry.class_column(name);
            self.classify(group, column, class, &who, || file, out);
        }
        if sheet.status == Status::Draft {
            self.responses.registry.is_draft(group);
        }
        for entry in &sheet.entries {
            let mut note =
                |kind, text: Option<&str>| self.note(group, entry.column, who.voice, kind, text.unwrap_or_default());
            note(NoteKind::Comment, entry.comment.as_deref());
            note(NoteKind::Evidence, entry.evidence.as_deref());
            match &entry.answer {
                Some(Answer::NotApplicable { reason }) => note(NoteKind::Reason, reason.as_deref()),
                Some(Answer::Text(text)) => note(NoteKind::Text, Some(text)),
                _ => {}
            }
            let coded = entry.answer.as_ref().map_or(Coded::plain(UNANSWERED), Answer::coded);
            self.set(entry.column, coded);
            if entry.is_via_partner() {
                self.set_partner(entry.column);
            }
        }
        let places: Vec<(usize, Span)> =
            sheet.entries.iter().filter_map(|entry| Some((entry.column, entry.span?))).collect();
        let rejected = sheet.entries.iter().any(Entry::is_empty);
        self.finish_row(
            &who,
            rejected,
            |column| places.iter().find(|(known, _)| *known == column).map(|(_, span)| *span),
            out,
        );
    }

    /// Keeps what a respondent of a group wrote; an empty text is nothing written.
    pub(super) fn note(&mut self, group: usize, column: usize, voice: Voice, kind: NoteKind, text: &str) {
        if !text.is_empty() {
            self.responses.notes.push(Note {
                group,
                column,
                role: usize::from(voice.index(self.questionnaire)),
                kind,
                text: text.to_owned(),
            });
        }
    }

    /// Begins a row. `None` when this respondent was there before; that row is left out.
    pub(super) fn row(&mut self, who: &Who<'_>, out: &mut Diagnostics) -> Option<usize> {
        let registry = &mut self.responses.registry;
        let council = registry.council(who.council);
        let group = registry.group(council, who.wave);
        if group == self.firsts.len() {
            self.firsts.push(who.span);
            self.first_rows.entry(who.wave).or_insert(who.span);
        }
        if let Err(disagreement) = registry.name(group, who.name) {
            let (council, now) = (who.council.to_owned(), who.name.to_owned());
            out.add(who.span, TableFinding::NameDiffers { council, first: disagreement.first, now });
        }
        let respondent = who.respondent();
        if !respondent.is_empty() {
            match self.seen.entry((group, respondent.to_owned())) {
                HashEntry::Occupied(first) => {
                    let finding = who.twice();
                    out.add_related(who.span, finding, *first.get(), Remark::FirstUsedHere);
                    return None;
                }
                HashEntry::Vacant(place) => {
                    place.insert(who.span);
                }
            }
        }
        registry.count(group, who.voice, who.quick, who.shown_by_role);
        registry.answered(group, who.age, who.earlier.is_some());
        if let Some(version) = who.earlier {
            self.responses.earlier.entry(version).or_default().respondents += 1;
        }
        let role = who.voice.index(self.questionnaire);
        if self.responses.chunks.last().is_none_or(|chunk| chunk.len() >= Chunk::ROWS) {
            self.responses.chunks.push(Chunk::new(&self.codec));
        }
        if let Some(chunk) = self.responses.chunks.last_mut() {
            chunk.push(RowHead { group: group as u32, role, quick: who.quick, age: who.age });
        }
        Some(group)
    }

    /// Notes the class of a group; one that differs from an earlier one is reported.
    pub(super) fn classify(
        &mut self,
        group: usize,
        column: usize,
        class: &str,
        who: &Who<'_>,
        span: impl Fn() -> Span,
        out: &mut Diagnostics,
    ) {
        let registry = &mut self.responses.registry;
        if let Err(disagreement) = registry.classify(group, column, class) {
            let finding = TableFinding::ClassDiffers {
                council: who.council.to_owned(),
                column: registry.class_columns()[column].clone(),
                first: disagreement.first,
                now: class.to_owned(),
            };
            out.add(span(), finding);
        }
    }

    /// Sets an answer of the row that was begun last.
    pub(super) fn set(&mut self, column: usize, coded: Coded) {
        if let Some(chunk) = self.responses.chunks.last_mut() {
            chunk.set(&self.codec, column, coded);
        }
    }

    /// Notes of an answer of that row that a partner does it.
    pub(super) fn set_partner(&mut self, column: usize) {
        if let Some(chunk) = self.responses.chunks.last_mut() {
            chunk.set_partner(column);
        }
    }

    /// The code in a column of that row.
    pub(super) fn code(&self, column: usize) -> Code {
        let chunk = self.responses.chunks.last().filter(|chunk| !chunk.is_empty());
        chunk.map_or(UNANSWERED, |chunk| chunk.row(chunk.len() - 1).codes[column])
    }

    /// Ends a row: reports answers to questions that were not asked, and a row without answers, unless answers of it were
    /// `rejected`. `place` tells where an answer stands.
    pub(super) fn finish_row(
        &mut self,
        who: &Who<'_>,
        rejected: bool,
        place: impl Fn(usize) -> Option<Span>,
        out: &mut Diagnostics,
    ) {
        let Some(chunk) = self.responses.chunks.last().filter(|chunk| !chunk.is_empty()) else {
            return;
        };
        let row = chunk.row(chunk.len() - 1);
        self.routing.asked(row, &mut self.asked);
        if !rejected && row.codes.iter().all(|&code| code == UNANSWERED) {
            out.add(who.span, BindingFinding::NoAnswers(who.council.to_owned()));
        }
        for (column, &code) in row.codes.iter().enumerate() {
            if code != UNANSWERED && !self.routing.has_column(column, row, &self.asked) {
                let id = self.questionnaire.columns[column].id.clone();
                out.add(
                    place(column).unwrap_or(who.span),
                    AnswerFinding::RoutedOut { question: id, earlier: who.earlier.map(|version| version.to_string()) },
                );
            }
        }
    }

    /// Reports what can only be told when all is taken in.
    pub(super) fn report(&mut self, out: &mut Diagnostics) {
        self.responses.registry.settle_names();
        let registry = &self.responses.registry;
        for (group, finding) in same_councils(registry) {
            out.add(self.firsts[group], finding);
        }
        let missing = registry.missing_wave().map(|finding| (None, finding));
        let alike = registry.waves_nearly_alike().into_iter().map(|(day, finding)| (Some(day), finding));
        for (wave, finding) in missing.into_iter().chain(alike) {
            if let Some(&span) = self.first_rows.get(&wave) {
                out.add(span, finding);
            }
        }
    }

    /// All that was taken in.
    pub fn finish(mut self) -> Responses {
        sorting::sort(&mut self.responses.notes);
        self.responses.registry.settle_names();
        self.responses.registry.sort_classes();
        self.responses
    }
}
