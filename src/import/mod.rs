//! Answers from elsewhere: the exports of survey tools, and peil's own forms and workbooks as they come back. What a
//! column or a cell does not say by its own name or label, a mapping file says; what nothing says is reported, never
//! guessed.
//!
//! This module reads no files and prints nothing: it is handed tables and gives answers and an account of them. It knows
//! nothing of scores.

mod account;
mod arrived;
mod changed;
mod columns;
mod copies;
mod gather;
mod head;
mod mapping;
mod names;
mod number;
mod own;
mod parts;
mod persons;
mod preset;
mod read_mapping;
mod rows;
mod settle;
mod suggest;
mod table;
mod text;
mod told;
mod values;
mod write_table;

pub use account::{Account, ColumnAccount, Duplicates, Fate, Kind, LeftOut, Reason, Tally, Unmatched};
pub use arrived::Arrived;
pub use copies::likeness;
pub use gather::Gathered;
pub use mapping::{Keep, Mapping};
pub use names::By;
pub use number::Whence;
pub use own::Own;
pub use preset::Tool;
pub use read_mapping::{check_mapping, mapping_of, mapping_source, read_mapping};
pub use settle::Settled;
pub use suggest::{Suggestion, are_of_one_tool};
pub use table::{Export, NoTable, Source};
pub use told::told;
pub use values::Why;
pub use write_table::{not_in_table, write_table};

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostics;
use crate::questionnaire::{Questionnaire, Version};
use crate::responses::{Codec, Earlier, Reference, Respondent, Sheet, Status, Wave};
use arrived::Origin;
use head::{Heads, Response};
use names::Names;
use number::made_up;
use rows::{Answered, KnownBy, Rows};
use table::Table;

/// The importer for one questionnaire, one mapping, and what the command line settles.
#[derive(Debug)]
pub struct Importer<'a> {
    q: &'a Questionnaire,
    codec: &'a Codec,
    mapping: &'a Mapping,
    settled: &'a Settled,
    names: Names,
    /// Keeps the ids of two imports apart.
    seed: u64,
}

/// What came of one export.
#[derive(Debug)]
pub struct Imported {
    /// The respondents, in the order of the rows.
    arrived: Vec<Arrived>,
    /// What was understood.
    pub account: Account,
    /// Whether anything says which council the rows are about; without, there are no sheets.
    pub knows_council: bool,
    /// What was done to the answers of each earlier version.
    noted: BTreeMap<Version, Earlier>,
}

impl Imported {
    /// The answers of each respondent, with the row that they are taken from, from 1.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &Sheet)> {
        self.arrived.iter().filter_map(|one| Some((one.row()?, &one.sheet)))
    }
}

impl<'a> Importer<'a> {
    /// An importer.
    pub fn new(
        q: &'a Questionnaire,
        codec: &'a Codec,
        mapping: &'a Mapping,
        settled: &'a Settled,
        seed: u64,
    ) -> Importer<'a> {
        Importer { q, codec, mapping, settled, names: Names::new(q), seed }
    }

    /// Reads an export.
    ///
    /// # Errors
    /// [`NoTable`] when there is nothing in it that could be rows of answers.
    pub fn read(&self, export: &Export) -> Result<Imported, NoTable> {
        let Importer { q, codec, mapping, .. } = *self;
        let table = table::table(export, mapping, &self.names)?;
        let uses = columns::uses(&table, mapping, &self.names, q);
        let mut account = Account {
            file: export.file.clone(),
            kind: Kind::Table {
                tool: table.preset.tool,
                delimited: export.delimited,
                sheets: table.sheets.clone(),
                header_row: table.header_row,
                first_row: table.first_row,
            },
            columns: columns::accounts(&table, &uses, mapping, q),
            without_column: columns::without_column(&uses, q),
            ..Account::default()
        };
        let heads = Heads::new(q, mapping, self.settled, &table, &uses, &export.file);
        let knows_council = heads.knows_council();
        let rows = Rows { q, codec, mapping, table: &table, uses: &uses };
        let rows = rows.read(&heads, &mut account);
        // Without a council nobody can tell where the answers belong.
        let placed: Vec<Answered> = rows.into_iter().filter(|_| knows_council).collect();
        let noted = self.noted(&placed, &table);
        let arrived: Vec<Arrived> = placed.into_iter().map(|row| self.arrived(row, &export.file)).collect();
        account.tally.written = arrived.len();
        Ok(Imported { arrived, account, knows_council, noted })
    }

    /// What is done to the answers in rows of earlier versions.
    fn noted(&self, rows: &[Answered], table: &Table) -> BTreeMap<Version, Earlier> {
        let renamed = table.headings.iter().filter_map(|heading| {
            let column = self.names.former(&heading.name)?;
            Some((heading.name.clone(), column))
        });
        let renamed: BTreeMap<String, usize> = renamed.collect();
        let mut noted: BTreeMap<Version, Earlier> = BTreeMap::new();
        for row in rows {
            let Some(version) = row.head.earlier else { continue };
            let new = || Earlier { renamed: renamed.clone(), ..Earlier::default() };
            let dropped = row.dropped.iter().map(|index| self.q.dropped[*index].id.clone());
            noted.entry(version).or_insert_with(new).dropped.extend(dropped);
        }
        noted
    }

    /// Reports every column that the mapping names and no file has.
    pub fn report_absent(&self, accounts: &[&Account], out: &mut Diagnostics) {
        let keys: Vec<&str> = accounts.iter().flat_map(|one| &one.columns).map(|column| column.key.as_str()).collect();
        columns::report_absent(self.mapping, &keys, out);
    }

    /// The answers of a row.
    fn arrived(&self, row: Answered, file: &str) -> Arrived {
        let head = row.head;
        let council = &head.council.id;
        let (id, response) = match &row.known_by {
            KnownBy::Row(row) => (self.fresh_id(council, head.wave, file, *row), None),
            KnownBy::Response(Response { number, moment }) => {
                let wave = head.wave.map(|wave| wave.to_string());
                let id = made_up(&(self.seed, &self.q.id, council, wave, "response", number, moment));
                (id, Some(head.changed))
            }
        };
        let sheet = Sheet {
            questionnaire: self.reference(head.earlier),
            quick: head.quick,
            council: head.council,
            wave: head.wave,
            respondent: Respondent { id: Some(id), voice: head.voice },
            shown_by_role: self.mapping.shown_by_role,
            keep_until: self.mapping.keep_until,
            status: if head.finished { Status::Final } else { Status::Draft },
            saved: None,
            entries: row.entries,
        };
        Arrived { sheet, origin: Origin::Row { row: row.row, person: head.person, response } }
    }

    /// What was answered; the hash of an earlier version is not known.
    fn reference(&self, earlier: Option<Version>) -> Reference {
        let id = self.q.id.clone();
        match earlier {
            Some(version) => Reference { id, version: version.to_string(), hash: None },
            None => Reference { id, version: self.q.version.clone(), hash: Some(self.q.hash.clone()) },
        }
    }

    /// A respondent's id where no tool says which response it is.
    fn fresh_id(&self, council: &str, wave: Option<Wave>, file: &str, row: usize) -> String {
        Whence { questionnaire: &self.q.id, council, wave, file }.number(self.seed, row)
    }
}
