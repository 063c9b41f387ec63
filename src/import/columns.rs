//! Which column of an export belongs where: what the mapping says, else what its name says, else nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{ColumnAccount, Fate};
use super::head::earlier;
use super::mapping::{Key, Mapping, Origin, Otherwise};
use super::names::{Beside, By, Found, Names, Target};
use super::preset::Tool;
use super::table::{HEAD, Heading, Table, is_head};
use super::text::plain;
use crate::diagnostics::{Diagnostics, ImportFinding, nearest};
use crate::questionnaire::{Kind, Questionnaire, Version};
use crate::responses::{VIA_ENDING, may_be_class};

/// What a column is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Answer {
        target: Target,
        by: By,
        otherwise: Otherwise,
    },
    /// It says something about the respondent or the council: by its name, or because the mapping says so.
    Head(By),
    /// A class of the council, under its own name.
    Class,
    Own,
    /// A question that earlier versions asked, among them one that a row names.
    Dropped,
    /// The mapping sets it aside, or it may name a person.
    Ignored,
    /// With the places that share its name, if any do.
    Unmatched(Vec<Target>),
    /// Neither a name nor a cell.
    Blank,
}

/// The use of each column of a table.
pub(super) fn uses(table: &Table, mapping: &Mapping, names: &Names, q: &Questionnaire) -> Vec<Use> {
    let is_question = |code: &str| names.code(code).is_some();
    // A survey asks people for their name, and what a council is called is published: only in peil's own tables, which
    // have the council beside it, is a `name` that of a council without anyone saying so.
    let has = |name: &str| table.headings.iter().any(|heading| heading.name == name);
    let names_councils = table.preset.tool == Tool::Table && has("council");
    // Rows that say which version was answered may be of an earlier one.
    let former = |name: &str| names.former_place(name).filter(|_| has("questionnaire"));
    let versions = versions(table, q);
    let is_dropped = |name: &str| versions.iter().any(|version| dropped_as(name, *version, q).is_some());
    // A table that peil wrote has all of its columns, if not the name. What else stands in one is a class; in any other it may
    // be whatever a survey asks, and classes are published.
    let is_written = table.preset.tool == Tool::Table && HEAD.into_iter().all(|name| name == "name" || has(name));
    let is_class = |heading: &Heading| is_written && heading.key == heading.name && may_be_class(&heading.name, q);
    let one = |heading: &Heading| {
        let is = |key: &Key| key.text == heading.key;
        if heading.place.is_empty() {
            return Use::Blank;
        }
        if let Some((target, otherwise)) = mapping.columns.iter().find(|one| is(&one.key)).and_then(|one| one.to) {
            return Use::Answer { target, by: By::Mapping, otherwise };
        }
        if mapping.ignored.iter().any(is) {
            return Use::Ignored;
        }
        if mapping.head_keys().any(is) {
            return Use::Head(By::Mapping);
        }
        // The tool's own come before a question that is called the same: they may name a person.
        if table.preset.owns(&heading.name, is_question) {
            return Use::Own;
        }
        match names.find(&heading.name) {
            Found::One(target, by) => Use::Answer { target, by, otherwise: Otherwise::Report },
            Found::Several(targets) => Use::Unmatched(targets),
            Found::Nothing if heading.name == "name" && !names_councils => Use::Ignored,
            Found::Nothing if is_head(&heading.name) => Use::Head(By::Code),
            Found::Nothing => match former(&heading.name) {
                Some(target) => Use::Answer { target, by: By::Code, otherwise: Otherwise::Report },
                None if is_dropped(&heading.name) => Use::Dropped,
                None if is_class(heading) => Use::Class,
                None => Use::Unmatched(Vec::new()),
            },
        }
    };
    let mut uses: Vec<Use> = table.headings.iter().map(one).collect();
    if table.preset.numbered {
        numbered(table, names, &mut uses);
    }
    uses
}

/// The earlier versions that the rows of a table name.
fn versions(table: &Table, q: &Questionnaire) -> BTreeSet<Version> {
    let columns = table.headings.iter().enumerate().filter(|(_, heading)| heading.name == "questionnaire");
    let cells = columns.flat_map(|(column, _)| table.lines.iter().map(move |line| line.cells[column].as_str()));
    let named: BTreeSet<&str> = cells.collect();
    named.into_iter().filter_map(|text| earlier(&plain(text), q)).collect()
}

/// Which entry of `dropped` a column is in a table of an earlier version: of the answer, or of who does what is answered.
pub(super) fn dropped_as(name: &str, version: Version, q: &Questionnaire) -> Option<usize> {
    q.dropped_as(name.strip_suffix(VIA_ENDING).unwrap_or(name), version)
}

/// The version since which a column is dropped that [`dropped_as`] finds in some version.
pub(super) fn dropped_since(name: &str, q: &Questionnaire) -> Version {
    // Every version is later than the first there could be.
    dropped_as(name, Version::default(), q).map_or_else(|| q.number(), |gone| q.dropped[gone].since)
}

/// A title that comes back has a number behind it: `Balie`, `Balie2`. Where as many places share the words as there are
/// columns with them, they are told apart by their order; where not, nothing is told.
fn numbered(table: &Table, names: &Names, uses: &mut [Use]) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut shared: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, heading) in table.headings.iter().enumerate().filter(|(index, _)| is_open(&uses[*index])) {
        let title = heading.name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        match first.get(title) {
            Some(&first) if title != heading.name => {
                shared.entry(title).or_insert_with(|| vec![first]).push(index);
            }
            _ => {
                first.entry(&heading.name).or_insert(index);
            }
        }
    }
    for (title, columns) in shared {
        let Found::Several(targets) = names.find(title) else { continue };
        let number = |column: &usize| table.headings[*column].name[title.len()..].trim().parse::<usize>();
        // `Balie`, `Balie2`, `Balie3`: without a gap.
        let whole = columns[1..].iter().enumerate().all(|(before, column)| number(column) == Ok(before + 2));
        if targets.len() == columns.len() && whole {
            for (column, target) in columns.into_iter().zip(targets) {
                uses[column] = Use::Answer { target, by: By::Text, otherwise: Otherwise::Report };
            }
        }
    }
}

fn is_open(one: &Use) -> bool {
    matches!(one, Use::Unmatched(_))
}

/// What became of each column, for the account.
pub(super) fn accounts(table: &Table, uses: &[Use], mapping: &Mapping, q: &Questionnaire) -> Vec<ColumnAccount> {
    let shown = |target: &Target| target_words(*target, q);
    let mut accounts = Vec::new();
    for (heading, found) in table.headings.iter().zip(uses) {
        let fate = match found {
            Use::Answer { target, by, .. } => Fate::Matched { to: shown(target), by: *by },
            Use::Head(_) => Fate::Head(head_word(heading, mapping)),
            Use::Class => Fate::Head(heading.name.clone()),
            Use::Own => Fate::Own,
            Use::Dropped => Fate::Dropped,
            Use::Ignored => Fate::Ignored,
            Use::Unmatched(targets) => Fate::Unmatched(targets.iter().map(shown).collect()),
            Use::Blank => continue,
        };
        let (place, name, key) = (heading.place.clone(), heading.name.clone(), heading.key.clone());
        accounts.push(ColumnAccount { place, name, key, fate });
    }
    accounts
}

/// What a column says about the respondent.
fn head_word(heading: &Heading, mapping: &Mapping) -> String {
    let is = |from: &Origin| matches!(from, Origin::Column(key, _) if key.text == heading.key);
    let head = mapping.head().into_iter().find(|(_, from)| from.is_some_and(is)).map(|(word, _)| word.to_owned());
    let class = || mapping.classes.iter().find(|(_, from)| is(from)).map(|(class, _)| class.clone());
    head.or_else(class).unwrap_or_else(|| heading.name.clone())
}

/// The questions that no column belongs to, by the columns of the questionnaire; free texts aside.
pub(super) fn without_column(uses: &[Use], q: &Questionnaire) -> Vec<String> {
    let answered = |column: usize| {
        let is_answer = |target: &Target| matches!(target, Target::Answer(_) | Target::Box(..));
        let holds = |target: &Target| is_answer(target) && target.column() == column;
        uses.iter().any(|one| matches!(one, Use::Answer { target, .. } if holds(target)))
    };
    let open = (0..q.columns.len()).filter(|&column| q.question_of(column).kind.is_scored() && !answered(column));
    open.map(|column| q.columns[column].id.clone()).collect()
}

/// A place as a mapping writes it on the right-hand side.
pub(super) fn target_words(target: Target, q: &Questionnaire) -> String {
    let id = &q.columns[target.column()].id;
    match target {
        Target::Answer(_) => id.clone(),
        Target::Box(column, index) => {
            let boxes = match &q.question_of(column).kind {
                Kind::Multiple { choices } => choices.as_slice(),
                _ => &[],
            };
            let id_of_box = boxes.get(index).map_or("", |choice| choice.id.as_str());
            format!("{{answer: {id}, box: \"{id_of_box}\"}}")
        }
        Target::Note(_, Beside::Comment) => format!("{{comment: {id}}}"),
        Target::Note(_, Beside::Evidence) => format!("{{evidence: {id}}}"),
        Target::Note(_, Beside::Reason) => format!("{{reason: {id}}}"),
        Target::Via(_) => format!("{{via: {id}}}"),
    }
}

/// Reports every column that the mapping names and none of the files has.
pub(super) fn report_absent(mapping: &Mapping, keys: &[&str], out: &mut Diagnostics) {
    for key in mapping.keys().filter(|key| !keys.contains(&key.text.as_str())) {
        let suggestion = nearest(&key.text, keys.iter().copied());
        out.add_once(key.span, ImportFinding::NoColumn { column: key.text.clone(), suggestion });
    }
}
