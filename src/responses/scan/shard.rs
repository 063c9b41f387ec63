//! A share of the councils with what is counted of them. A council belongs to one shard by its id, so that threads seldom
//! wait for each other and nothing has to be added up twice.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::{FixedState, FoldHasher};
use hashbrown::HashTable;

use super::super::voice::Voice;
use super::super::wave::Wave;
use super::Why;
use super::decode::Rows;

/// Number of shards; a power of two.
pub(super) const SHARDS: usize = 64;

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

/// One council in one wave.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    id: Stretch,
    name: Stretch,
    pub(super) wave: Option<Wave>,
    pub(super) respondents: u32,
    pub(super) consensus: u32,
    pub(super) quick: u32,
}

/// Bytes of a shard's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stretch {
    start: u32,
    length: u32,
}

/// The hash of a council's id: its upper bits choose the shard, the whole finds it there.
pub(super) fn hash(id: &[u8]) -> u64 {
    FixedState::with_seed(0x7065_696c).hash_one(id)
}

/// The shard of a hash.
pub(super) fn shard_of(hash: u64) -> usize {
    (hash >> 32) as usize % SHARDS
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

    fn bytes(&self, stretch: Stretch) -> &[u8] {
        &self.text.as_bytes()[stretch.start as usize..(stretch.start + stretch.length) as usize]
    }

    fn store(&mut self, bytes: &[u8]) -> Option<Stretch> {
        let text = std::str::from_utf8(bytes).ok()?;
        let start = self.text.len() as u32;
        self.text.push_str(text);
        Some(Stretch { start, length: bytes.len() as u32 })
    }

    /// Looks at what is known of the groups that are about to be asked for, each by its hash and wave, so that memory is
    /// fetched for all of them at the same time. A group that is not meant is looked at for nothing.
    pub(super) fn fetch(&self, rows: impl Iterator<Item = (u64, Option<Wave>)> + Clone) {
        let group =
            |(hash, wave)| self.table.find(key(hash, wave), |_| true).map(|&group| &self.groups[group as usize]);
        let heads = rows.clone().filter_map(group).fold(0, |sum: u32, group| sum.wrapping_add(group.id.start));
        let texts = rows
            .filter_map(group)
            .fold(0, |sum: u8, group| sum.wrapping_add(self.bytes(group.id).first().copied().unwrap_or_default()));
        std::hint::black_box((heads, texts));
    }

    /// The group of a row; what of the row does not fit is given to `clash`. `None` when the row is not to be counted.
    pub(super) fn group(
        &mut self,
        (block, rows, row): (&[u8], &Rows, usize),
        classes: usize,
        hash: u64,
        consensus: u8,
        clash: &mut dyn FnMut(Why),
    ) -> Option<usize> {
        let head = &rows.heads[row];
        let together = head.role == consensus;
        let id = rows.text(block, head.council);
        let Some(group) = self.find(id, head.wave, hash, classes) else {
            clash(Why::Decode);
            return None;
        };
        match self.said(self.groups[group].name, rows.text(block, head.name)) {
            Ok(name) => self.groups[group].name = name,
            Err(Some(first)) => clash(Why::Name { first }),
            Err(None) => clash(Why::Decode),
        }
        let respondent = if together { Voice::CONSENSUS.as_bytes() } else { rows.text(block, head.respondent) };
        if !self.is_new_respondent(group, respondent) {
            clash(Why::Respondent);
            return None;
        }
        self.classify(group, (block, rows, row), classes, clash);
        let known = &mut self.groups[group];
        known.respondents += u32::from(!together);
        known.consensus += u32::from(together);
        known.quick += u32::from(head.quick);
        Some(group)
    }

    fn find(&mut self, id: &[u8], wave: Option<Wave>, hash: u64, classes: usize) -> Option<usize> {
        let key = key(hash, wave);
        let same = |&group: &u32| {
            let known = &self.groups[group as usize];
            known.wave == wave && self.bytes(known.id) == id
        };
        if let Some(&group) = self.table.find(key, same) {
            return Some(group as usize);
        }
        let group = self.groups.len();
        let id = self.store(id)?;
        self.groups.push(Group { id, name: Stretch::default(), wave, respondents: 0, consensus: 0, quick: 0 });
        self.classes.resize(self.classes.len() + classes, Stretch::default());
        let Shard { table, groups, text, .. } = self;
        let of = |group: &u32| {
            let known = &groups[*group as usize];
            let id = &text.as_bytes()[known.id.start as usize..(known.id.start + known.id.length) as usize];
            self::key(self::hash(id), known.wave)
        };
        table.insert_unique(key, group as u32, of);
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

    /// Notes classes where they are said for the first time.
    fn classify(
        &mut self,
        group: usize,
        (block, rows, row): (&[u8], &Rows, usize),
        classes: usize,
        clash: &mut dyn FnMut(Why),
    ) {
        for column in 0..classes {
            let place = group * classes + column;
            match self.said(self.classes[place], rows.text(block, rows.classes[row * classes + column])) {
                Ok(class) => self.classes[place] = class,
                Err(Some(first)) => clash(Why::Class { column, first }),
                Err(None) => clash(Why::Decode),
            }
        }
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
        self.bytes(self.groups[group].id)
    }

    /// Id, name and classes of a group; the name is empty where none was given.
    pub(super) fn texts(&self, group: usize, classes: usize) -> (&str, &str, impl Iterator<Item = &str>) {
        let end = |stretch: Stretch| (stretch.start + stretch.length) as usize;
        let text = move |stretch: Stretch| &self.text[stretch.start as usize..end(stretch)];
        let own = &self.classes[group * classes..(group + 1) * classes];
        (text(self.groups[group].id), text(self.groups[group].name), own.iter().map(move |&class| text(class)))
    }
}

fn key(hash: u64, wave: Option<Wave>) -> u64 {
    let wave = match wave {
        None => 0,
        Some(Wave::Number(number)) => 1 + number as u64,
        Some(Wave::Day(day)) => {
            1 << 20 | (day.year() as u64 & 0xffff) << 10 | (day.month() as u64) << 5 | day.day() as u64
        }
    };
    hash ^ wave.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
