//! Reading an answers file and binding it to a questionnaire.

use std::borrow::Cow;
use std::collections::HashMap;

use super::binding::{Terms, column, earlier_version, other_version, twice};
use super::codec::{Codec, NOT_APPLICABLE};
use super::earlier::{Earlier, Lineage};
use super::same_council::bare;
use super::shape::{self, FORMAT, STATUS};
use super::sheet::{Answer, CouncilName, Entry, Reference, Respondent, Sheet, Status};
use super::voice::Voice;
use super::wave::{Wave, date};
use crate::diagnostics::{
    AnswerFinding, BindingFinding, Diagnostics, Form, NameFinding, NodeKind, Remark, ShapeFinding,
};
use crate::questionnaire::shape::{ANSWER, SCAN, VIA};
use crate::questionnaire::{NotApplicable, Questionnaire, Version};
use crate::sorting;
use crate::source::Span;
use crate::yaml::{self, Fields, Key, Node, Value};

/// Which questionnaire an answers file says it belongs to, without reading the rest.
pub(super) fn declared(node: &Node) -> Option<(String, String, Span)> {
    let reference = node.field("questionnaire")?;
    let version = reference.field_text("version").unwrap_or_default();
    Some((reference.field_text("id")?.to_owned(), version.to_owned(), reference.field("id")?.span))
}

/// Where a file says that it is a questionnaire, if it does.
pub(super) fn questionnaire_line(node: &Node) -> Option<Span> {
    let says_so = node.field_text("peil")?.starts_with("questionnaire/");
    node.field("peil").filter(|_| says_so).map(|format| format.span)
}

/// Reads an answers file and binds it to its questionnaire. Answers of an earlier version come out under the names of
/// today, with what was done to them; the sheet keeps the version that was answered.
///
/// `Some` also when single answers were wrong: those are reported and left out, so that nothing good is lost because of a
/// bad neighbour; the caller decides whether errors stop it.
pub fn read_sheet(
    node: &Node,
    questionnaire: &Questionnaire,
    codec: &Codec,
    out: &mut Diagnostics,
) -> Option<(Sheet, Earlier)> {
    let lineage = Lineage::new(questionnaire);
    read_version(node, Terms { questionnaire, codec, lineage: Some(&lineage) }, out)
}

/// Reads an answers file of any version that the terms let pass. Answers of an earlier one come out under the names of
/// today, with what was done to them.
pub(super) fn read_version(node: &Node, terms: Terms<'_>, out: &mut Diagnostics) -> Option<(Sheet, Earlier)> {
    let questionnaire = terms.questionnaire;
    let mut fields = node.fields_of(&shape::ANSWERS, out)?;
    format_line(&mut fields, out);
    let bound = fields.get("questionnaire", out).and_then(|node| reference(node, terms, out));
    let quick = fields.word("scan", &SCAN, out).unwrap_or(false);
    let council = fields.get("council", out).and_then(|node| council(node, questionnaire, out));
    let wave = fields.get("wave", out).and_then(|node| wave(node, out));
    let respondent =
        fields.get("respondent", out).and_then(|node| respondent(node, questionnaire, out)).unwrap_or_default();
    let shown_by_role = fields.truth("shown_by_role", out);
    let keep_until = fields.get("keep_until", out).and_then(|node| day(node, out));
    let status = fields.word("status", &STATUS, out).unwrap_or(Status::Final);
    let saved = fields.whole("saved", out).and_then(|number| u32::try_from(number).ok());
    // Nothing after `answers:` is a sheet that nobody has filled in yet.
    let answers = fields.get("answers", out).filter(|node| node.kind() != NodeKind::Nothing);
    fields.finish(out);
    let (reference, earlier) = bound?;
    let mut noted = Earlier::default();
    let mut entries: Vec<Entry> =
        answers.map(|node| entries_of(node, terms, earlier, &mut noted, out)).unwrap_or_default();
    sorting::by_key(&mut entries, |entry| entry.column);
    let sheet = Sheet {
        questionnaire: reference,
        quick,
        council: council?,
        wave,
        respondent,
        shown_by_role,
        keep_until,
        status,
        saved,
        entries,
    };
    Some((sheet, noted))
}

fn format_line(fields: &mut Fields<'_>, out: &mut Diagnostics) {
    let Some(node) = fields.get("peil", out) else {
        return;
    };
    if let Some(found) = node.text(out).filter(|found| *found != FORMAT) {
        let finding = ShapeFinding::UnknownFormat { found: found.to_owned(), expected: FORMAT.to_owned() };
        out.add(node.span, finding);
    }
}

/// What the answers are of, and their version where that is an earlier one.
fn reference(node: &Node, terms: Terms<'_>, out: &mut Diagnostics) -> Option<(Reference, Option<Version>)> {
    let questionnaire = terms.questionnaire;
    let mut fields = node.fields_of(&shape::REFERENCE, out)?;
    let id_node = fields.get("id", out);
    let version_node = fields.get("version", out);
    let hash_node = fields.get("hash", out);
    fields.finish(out);
    let (id_node, version_node) = (id_node?, version_node?);
    let (id, version) = (id_node.text(out)?, version_node.text(out)?);
    if id != questionnaire.id {
        let finding = BindingFinding::OtherQuestionnaire { found: id.to_owned(), expected: questionnaire.id.clone() };
        out.add(id_node.span, finding);
        return None;
    }
    let earlier = if version == questionnaire.version { None } else { earlier_version(version, questionnaire) };
    if version != questionnaire.version && (earlier.is_none() || terms.lineage.is_none()) {
        out.add(version_node.span, other_version(version, questionnaire));
        return None;
    }
    let hash = hash_node.and_then(|node| Some((node.text(out)?, node)));
    // What an earlier version held is not known here; that every id of the answers has a place now is.
    if let Some((hash, node)) = hash.filter(|_| earlier.is_none())
        && hash != questionnaire.hash
    {
        out.add(node.span, BindingFinding::OtherHash);
        return None;
    }
    let hash = hash.map(|(hash, _)| hash.to_owned());
    Some((Reference { id: id.into(), version: version.into(), hash }, earlier))
}

fn council(node: &Node, questionnaire: &Questionnaire, out: &mut Diagnostics) -> Option<CouncilName> {
    let mut fields = node.fields_of(&shape::COUNCIL, out)?;
    let id = fields.text("id", out).map(|id| bare(id).to_owned());
    if id.as_ref().is_some_and(String::is_empty) {
        out.add(node.span, BindingFinding::EmptyCouncil);
        return None;
    }
    let name = fields.text("name", out).map(|name| bare(name).to_owned());
    let classes = fields.get("classes", out).map(|node| classes(node, questionnaire, out)).unwrap_or_default();
    fields.finish(out);
    Some(CouncilName { id: id?, name, classes })
}

/// The classes of a council: the author's own names, as the columns of a table would have.
fn classes(node: &Node, questionnaire: &Questionnaire, out: &mut Diagnostics) -> Vec<(String, String)> {
    let mut classes = Vec::new();
    for entry in node.entries(out).unwrap_or_default() {
        if questionnaire.is_own_column(&entry.key.text) {
            out.add(entry.key.span, NameFinding::ReservedId(entry.key.text.clone()));
        } else if let Some(text) = entry.value.text(out) {
            classes.push((entry.key.text.clone(), text.trim().to_owned()));
        }
    }
    classes
}

fn wave(node: &Node, out: &mut Diagnostics) -> Option<Wave> {
    let text = node.text(out)?;
    let wave = Wave::parse(text);
    if wave.is_none() {
        out.add(node.span, NameFinding::Malformed { form: Form::Wave, found: text.to_owned() });
    }
    wave
}

fn day(node: &Node, out: &mut Diagnostics) -> Option<jiff::civil::Date> {
    let text = node.text(out)?;
    let day = date(text);
    if day.is_none() {
        out.add(node.span, NameFinding::Malformed { form: Form::Date, found: text.to_owned() });
    }
    day
}

fn respondent(node: &Node, questionnaire: &Questionnaire, out: &mut Diagnostics) -> Option<Respondent> {
    let mut fields = node.fields_of(&shape::RESPONDENT, out)?;
    let id = fields.text("id", out).map(|id| bare(id).to_owned());
    let voice = fields.get("role", out).and_then(|node| voice(node, questionnaire, out)).unwrap_or_default();
    fields.finish(out);
    Some(Respondent { id, voice })
}

/// The role, or the consensus, that a node names.
pub(crate) fn voice(node: &Node, questionnaire: &Questionnaire, out: &mut Diagnostics) -> Option<Voice> {
    let text = node.text(out)?;
    let voice = Voice::of(text, questionnaire);
    if voice.is_none() {
        out.add(node.span, Voice::unknown(text, questionnaire));
    }
    voice
}

/// Reads `answers:`; an entry whose answer was rejected is there without one.
pub(crate) fn entries(node: &Node, questionnaire: &Questionnaire, codec: &Codec, out: &mut Diagnostics) -> Vec<Entry> {
    entries_of(node, Terms { questionnaire, codec, lineage: None }, None, &mut Earlier::default(), out)
}

/// The same for answers of an earlier version, where one is given.
fn entries_of(
    node: &Node,
    terms: Terms<'_>,
    earlier: Option<Version>,
    noted: &mut Earlier,
    out: &mut Diagnostics,
) -> Vec<Entry> {
    let mut list = Vec::new();
    let mut taken: HashMap<usize, &Key> = HashMap::new();
    for field in node.entries(out).unwrap_or_default() {
        let Some(column) = column(&field.key, terms, earlier, noted, out) else { continue };
        if let Some(first) = taken.insert(column, &field.key) {
            out.add_related(field.key.span, twice(&field.key.text, &first.text), first.span, Remark::FirstUsedHere);
            continue;
        }
        let noted = earlier.is_some().then_some(&mut *noted);
        let mut reader = EntryReader { questionnaire: terms.questionnaire, codec: terms.codec, column, noted };
        if let Some(mut entry) = reader.entry(&field.value, out) {
            entry.span = Some(field.key.span);
            list.push(entry);
        }
    }
    list
}

struct EntryReader<'a, 'n> {
    questionnaire: &'a Questionnaire,
    codec: &'a Codec,
    column: usize,
    /// Where to note what is done to answers of an earlier version.
    noted: Option<&'n mut Earlier>,
}

impl EntryReader<'_, '_> {
    fn entry(&mut self, node: &Node, out: &mut Diagnostics) -> Option<Entry> {
        let mut entry = Entry::empty(self.column);
        if node.kind() == NodeKind::Nothing {
            return None;
        }
        let Value::Map(_) = node.value else {
            entry.answer = self.answer(node, out);
            return Some(entry);
        };
        let mut fields = node.fields_of(&ANSWER, out)?;
        let given = fields.one_of();
        let via = fields.word("via", &VIA, out).unwrap_or(false);
        entry.comment = fields.text("comment", out).map(|text| text.trim().to_owned());
        entry.evidence = fields.text("evidence", out).map(|text| text.trim().to_owned());
        fields.finish(out);
        entry.answer = match given {
            Some(("not-applicable", node)) => {
                let reason = if node.kind() == NodeKind::Nothing { Some("") } else { node.text(out) };
                reason.and_then(|reason| self.not_applicable(node, reason.trim(), out))
            }
            // Under its own name a text is itself, even where it reads `dont-know`.
            Some(("text", node)) if self.codec.is_text(self.column) => {
                node.text(out).map(|text| Answer::Text(text.trim().to_owned()))
            }
            Some((_, node)) => self.answer(node, out),
            None => None,
        };
        entry.partner = via;
        entry.partner = entry.is_via_partner();
        // An answer that was rejected has been told of.
        if via && !entry.partner && (given.is_none() || entry.answer.is_some()) {
            let place = node.field("via").unwrap_or(node);
            out.add(place.span, AnswerFinding::ViaOfNothing(self.questionnaire.columns[self.column].id.clone()));
        }
        Some(entry)
    }

    /// A choice in the words of today.
    fn current<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let now = self.noted.as_mut().and_then(|noted| noted.translated(self.codec, self.column, text));
        now.map_or(Cow::Borrowed(text), Cow::Owned)
    }

    fn answer(&mut self, node: &Node, out: &mut Diagnostics) -> Option<Answer> {
        if let (Value::List(items), true) = (&node.value, self.codec.is_boxes(self.column)) {
            let texts: Option<Vec<&str>> = items.iter().map(|item| item.text(out)).collect();
            let current: Vec<Cow<'_, str>> = texts?.into_iter().map(|text| self.current(text)).collect();
            let ids: Vec<&str> = current.iter().map(AsRef::as_ref).collect();
            let coded = self.codec.boxes(self.column, &ids);
            // An unknown box is pointed at itself, anything else at the list.
            let place = match &coded {
                Err(AnswerFinding::UnknownChoice { found, .. }) => ids.iter().position(|id| id == found),
                _ => None,
            };
            return report(coded, place.map_or(node, |index| &items[index]), out).map(Answer::Chosen);
        }
        let text = node.text(out)?;
        match text {
            "dont-know" => Some(Answer::DontKnow),
            "not-applicable" => self.not_applicable(node, "", out),
            "none" if self.codec.is_boxes(self.column) => {
                report(self.codec.boxes(self.column, &[]), node, out).map(Answer::Chosen)
            }
            _ if self.codec.is_text(self.column) => Some(Answer::Text(text.trim().to_owned())),
            _ => {
                let text = self.current(text);
                report(self.codec.value(self.column, &text), node, out).map(Answer::Chosen)
            }
        }
    }

    /// "Not applicable", for a reason that may be empty.
    fn not_applicable(&self, node: &Node, reason: &str, out: &mut Diagnostics) -> Option<Answer> {
        let coded = report(self.codec.not_applicable(self.column), node, out)?;
        debug_assert_eq!(coded.code, NOT_APPLICABLE);
        let reason = Some(reason).filter(|reason| !reason.is_empty()).map(str::to_owned);
        let question = self.questionnaire.question_of(self.column);
        if reason.is_none() && question.not_applicable == NotApplicable::ReasonRequired {
            out.add(node.span, AnswerFinding::ReasonMissing(question.id.clone()));
        }
        Some(Answer::NotApplicable { reason })
    }
}

fn report<T>(result: Result<T, AnswerFinding>, node: &Node, out: &mut Diagnostics) -> Option<T> {
    result.map_err(|finding| out.add(node.span, finding)).ok()
}

/// Whether a file holds answers, as far as its first line tells.
pub fn is_answers(node: &Node) -> bool {
    node.field_text("peil").is_some_and(|format| format.starts_with("answers/"))
}

/// Parses a text as an answers file of this version of its questionnaire and of no other; for texts at hand.
///
/// Returns `None` when it is not readable as YAML at all.
pub fn parse(
    file: crate::source::FileId,
    sources: &crate::source::Sources,
    questionnaire: &Questionnaire,
    codec: &Codec,
    out: &mut Diagnostics,
) -> Option<Sheet> {
    let node = yaml::parse(file, sources, out)?;
    read_version(&node, Terms { questionnaire, codec, lineage: None }, out).map(|(sheet, _)| sheet)
}
