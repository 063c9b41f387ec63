//! A share of the councils with what is counted of them. A council belongs to one shard by its id, so that threads seldom
//! wait for each other and nothing has to be added up twice.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::{FixedState, FoldHasher};
use hashbrown::HashTable;

use super::super::voice::Voice;
use super::super::wave::Wave;
use super::Why;
use super::decode::Rows;
use super::key::{Key, Short, hash, is_short, place};

/// Some councils, in the order of first sight.
pub(super) struct Shard<P> {
    /// Index of a group by council id and wave.
    table: HashTable<u32>,
    pub(super) groups: Vec<Group>,
    /// Ids, names and classes, one behind the other.
    text: String,
    /// One group after the other, the class per column.
    classes: Vec<Stretch>,
    /// Respondents seen, by a hash of 128 bits of group and id.
    respondents: HashTable<u128>,
    pub(super) part: P,
}

/// One council in one wave, as far as every row of it needs it: one line of the processor's memory.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(super) struct Group {
    id: Id,
    /// Name and classes of a row that agreed with all rows before, as a hash: one that says the same agrees too.
    said: u64,
    name: Stretch,
    pub(super) wave: Option<Wave>,
    pub(super) respondents: u32,
    pub(super) consensus: u32,
    pub(super) quick: u32,
}

/// The id of a council: where it stands in the text, and if it is short also itself, so that it can be compared without
/// looking there.
#[derive(Clone, Copy, Debug)]
struct Id {
    text: Stretch,
    short: Short,
}

/// Bytes of a shard's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stretch {
    start: u32,
    length: u32,
}

impl Stretch {
    fn of(self, text: &str) -> &str {
        &text[self.start as usize..(self.start + self.length) as usize]
    }
}

impl<P> Shard<P> {
    pub(super) fn new(part: P) -> Shard<P> {
        Shard {
            table: HashTable::new(),
            groups: Vec::new(),
            text: String::new(),
            classes: Vec::new(),
            respondents: HashTable::new(),
            part,
        }
    }

    /// What is known of the councils, without what finds them, and what is counted of them.
    pub(super) fn split(self) -> (Shard<()>, P) {
        let Shard { groups, text, classes, part, .. } = self;
        (Shard { groups, text, classes, ..Shard::new(()) }, part)
    }

    fn bytes(&self, stretch: Stretch) -> &[u8] {
        stretch.of(&self.text).as_bytes()
    }

    fn store(&mut self, bytes: &[u8]) -> Option<Stretch> {
        let text = std::str::from_utf8(bytes).ok()?;
        let start = self.text.len() as u32;
        self.text.push_str(text);
        Some(Stretch { start, length: bytes.len() as u32 })
    }

    /// What may be the group of a row, by its key, if there is one: to be looked at before it is asked for.
    pub(super) fn guess(&self, key: &Key) -> Option<u32> {
        self.table.find(key.place(), |_| true).copied()
    }

    /// Looks at a group that is about to be asked for; what it returns means nothing.
    pub(super) fn glance(&self, group: u32) -> u64 {
        self.groups[group as usize].said
    }

    /// The group of a row; what of the row does not fit is given to `clash`. `None` when the row is not to be counted.
    pub(super) fn group(
        &mut self,
        (block, rows, row): (&[u8], &Rows, usize),
        classes: usize,
        key: &Key,
        consensus: u8,
        clash: &mut dyn FnMut(Why),
    ) -> Option<usize> {
        let head = &rows.heads[row];
        let together = head.role == consensus;
        let id = rows.text(block, head.council);
        let Some(group) = self.find(id, key, classes) else {
            clash(Why::Decode);
            return None;
        };
        let is_news = self.groups[group].said != key.said;
        let named = !is_news || self.name(group, rows.text(block, head.name), clash);
        let respondent = if together { Voice::CONSENSUS.as_bytes() } else { rows.text(block, head.respondent) };
        if !self.is_new_respondent(group, respondent) {
            clash(Why::Respondent);
            return None;
        }
        if is_news && self.classify(group, (block, rows, row), classes, clash) && named {
            self.groups[group].said = key.said;
        }
        let known = &mut self.groups[group];
        known.respondents += u32::from(!together);
        known.consensus += u32::from(together);
        known.quick += u32::from(head.quick);
        Some(group)
    }

    fn find(&mut self, id: &[u8], key: &Key, classes: usize) -> Option<usize> {
        let &Key { short, wave, .. } = key;
        let same = |&group: &u32| {
            let known = &self.groups[group as usize];
            known.wave == wave && known.id.short == short && (is_short(short) || self.bytes(known.id.text) == id)
        };
        if let Some(&group) = self.table.find(key.place(), same) {
            return Some(group as usize);
        }
        let group = self.groups.len();
        let id = Id { text: self.store(id)?, short };
        let name = Stretch::default();
        self.groups.push(Group { id, said: 0, name, wave, respondents: 0, consensus: 0, quick: 0 });
        self.classes.resize(self.classes.len() + classes, Stretch::default());
        let Shard { table, groups, text, .. } = self;
        let of = |group: &u32| {
            let known = &groups[*group as usize];
            place(hash(known.id.text.of(text).as_bytes()), known.wave)
        };
        table.insert_unique(key.place(), group as u32, of);
        Some(group)
    }

    fn is_new_respondent(&mut self, group: usize, id: &[u8]) -> bool {
        if id.is_empty() {
            return true;
        }
        let half = |seed: u64| {
            let mut hasher: FoldHasher<'_> = FixedState::with_seed(seed).build_hasher();
            hasher.write_usize(group);
            hasher.write(id);
            hasher.finish()
        };
        let (low, high) = (half(1), half(2));
        let both = u128::from(high) << 64 | u128::from(low);
        if self.respondents.find(low, |known| *known == both).is_some() {
            return false;
        }
        self.respondents.insert_unique(low, both, |known| *known as u64);
        true
    }

    /// Notes a name that is said for the first time. Returns whether it agrees with what was said before.
    fn name(&mut self, group: usize, name: &[u8], clash: &mut dyn FnMut(Why)) -> bool {
        match self.said(self.groups[group].name, name) {
            Ok(name) => {
                self.groups[group].name = name;
                return true;
            }
            Err(first) => clash(first.map_or(Why::Decode, |first| Why::Name { first })),
        }
        false
    }

    /// Notes classes that are said for the first time. Returns whether all agree with what was said before.
    fn classify(
        &mut self,
        group: usize,
        (block, rows, row): (&[u8], &Rows, usize),
        classes: usize,
        clash: &mut dyn FnMut(Why),
    ) -> bool {
        let mut agrees = true;
        for column in 0..classes {
            let place = group * classes + column;
            match self.said(self.classes[place], rows.text(block, rows.classes[row * classes + column])) {
                Ok(class) => self.classes[place] = class,
                Err(first) => {
                    agrees = false;
                    clash(first.map_or(Why::Decode, |first| Why::Class { column, first }));
                }
            }
        }
        agrees
    }

    /// What is known after something was said again.
    ///
    /// # Errors
    /// What was said before, where this is something else; `None` where this is no text.
    fn said(&mut self, known: Stretch, now: &[u8]) -> Result<Stretch, Option<String>> {
        if now.is_empty() || (known.length > 0 && self.bytes(known) == now) {
            return Ok(known);
        }
        if known.length > 0 {
            return Err(Some(String::from_utf8_lossy(self.bytes(known)).into_owned()));
        }
        self.store(now).ok_or(None)
    }

    /// The id of a group; ids in the order of their bytes are in the order of their characters.
    pub(super) fn id(&self, group: usize) -> &[u8] {
        self.bytes(self.groups[group].id.text)
    }

    /// Id, name and classes of a group; the name is empty where none was given.
    pub(super) fn texts(&self, group: usize, classes: usize) -> (&str, &str, impl Iterator<Item = &str>) {
        let own = &self.classes[group * classes..(group + 1) * classes];
        let Group { id, name, .. } = &self.groups[group];
        (id.text.of(&self.text), name.of(&self.text), own.iter().map(|class| class.of(&self.text)))
    }
}
