//! A share of the councils with what is counted of them. A council belongs to one shard by its id, so that threads seldom
//! wait for each other and nothing has to be added up twice.

use std::hash::{BuildHasher, Hasher};
use std::io;

use foldhash::fast::{FixedState, FoldHasher};
use hashbrown::HashTable;

use super::super::chunk::Row;
use super::super::codec::Codec;
use super::super::voice::Voice;
use super::super::wave::Wave;
use super::Why;
use super::key::{Key, Short, is_short, spread};
use super::rows::{Head, Piece, Rows};
use super::waiting::Waiting;

/// Some councils, in the order of first sight.
pub(super) struct Shard<P> {
    /// What every row needs of its group, by council id and wave.
    table: HashTable<Known>,
    pub(super) groups: Vec<Group>,
    /// How many of each group wait no more, with the consensus: beside the groups, so that all of them are near.
    counts: Vec<u32>,
    /// How many rows of each group are of the consensus or of a quick scan, up to the last group that has any: mostly none.
    special: Vec<Special>,
    /// Ids, names and classes, one behind the other. They are text: other rows come no further than the decoder.
    text: Vec<u8>,
    /// One group after the other, the class per column.
    classes: Vec<Stretch>,
    /// Respondents seen, by a hash of 128 bits of group and id.
    respondents: HashTable<u128>,
    /// Rows that are still to be counted: many together, since what is counted of a shard then stays near the processor.
    waiting: Waiting,
    /// Whether any were counted.
    has_counted: bool,
    pub(super) part: P,
}

/// Rows of each group that may wait before any were counted: they take less room than sums would.
const FIRST: usize = 8;
/// Rows of each that may wait from then on: the more wait, the less often sums are fetched.
const NEXT: usize = 2;
/// Rows that may wait in any case.
const LEAST: usize = 1024;

/// What a row needs of its group, so that most rows look at nothing else: half a line of the processor's memory.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
struct Known {
    /// The council's id, if it is short.
    short: Short,
    /// Wave, name and classes of a row that agreed with all rows before, as a hash: one that says the same agrees too.
    said: u64,
    group: u32,
    /// Where the table has it.
    place: u32,
}

/// One council in one wave.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    id: Stretch,
    name: Stretch,
    pub(super) wave: Option<Wave>,
}

/// Rows of a group that are not like most.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Special {
    /// What respondents answered together.
    pub(super) consensus: u32,
    /// Of people who were asked the quick scan.
    pub(super) quick: u32,
}

/// What is known of the councils of a shard when all rows were read.
pub(super) struct Told {
    pub(super) groups: Vec<Group>,
    /// The respondents of each, without the consensus.
    pub(super) respondents: Vec<u32>,
    special: Vec<Special>,
    text: String,
    classes: Vec<Stretch>,
}

/// What is counted of a shard when all rows were read.
pub(super) struct Counted<P> {
    pub(super) part: P,
    /// Rows that are still to be counted.
    pub(super) waiting: Waiting,
    /// Whether all groups have the same wave, so that every council has one.
    pub(super) is_of_one_wave: bool,
}

/// Bytes of a shard's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stretch {
    start: u32,
    length: u32,
}

/// Where the table has the group of a row; mostly right until rows that were not there before move others.
pub(super) type Guess = usize;

/// The texts of a row.
pub(super) struct Said<'t> {
    pub(super) block: &'t [u8],
    pub(super) rows: &'t Rows,
    pub(super) row: usize,
}

impl Stretch {
    fn of(self, text: &[u8]) -> &[u8] {
        &text[self.start as usize..(self.start + self.length) as usize]
    }
}

impl Said<'_> {
    fn text(&self, piece: Piece) -> &[u8] {
        self.rows.text(self.block, piece)
    }

    fn head(&self) -> &Head {
        &self.rows.heads[self.row]
    }

    fn class(&self, column: usize, classes: usize) -> &[u8] {
        self.text(self.rows.classes[self.row * classes + column])
    }
}

impl<P> Shard<P> {
    pub(super) fn new(part: P, codec: &Codec) -> Shard<P> {
        Shard {
            table: HashTable::new(),
            groups: Vec::new(),
            counts: Vec::new(),
            special: Vec::new(),
            text: Vec::new(),
            classes: Vec::new(),
            respondents: HashTable::new(),
            waiting: Waiting::new(codec),
            has_counted: false,
            part,
        }
    }

    /// Lets a row wait. Returns whether no more may.
    pub(super) fn wait(&mut self, row: Row<'_>) -> bool {
        self.waiting.push(row);
        self.waiting.len() >= self.most_waiting()
    }

    fn most_waiting(&self) -> usize {
        let groups = self.groups.len();
        LEAST.max(if self.has_counted { NEXT * groups } else { FIRST * groups })
    }

    /// Hands the rows that wait to whoever counts them, with what was counted before.
    pub(super) fn count(&mut self, count: impl FnOnce(&mut P, &Waiting)) {
        count(&mut self.part, &self.waiting);
        self.count_respondents();
        self.has_counted = true;
        self.waiting.clear(self.most_waiting());
    }

    /// Counts those whose rows wait. That is not done row by row, since what threads only look at each can have near.
    fn count_respondents(&mut self) {
        self.waiting.heads().for_each(|head| self.counts[head.group as usize] += 1);
    }

    fn is_of_one_wave(&self) -> bool {
        self.groups.windows(2).all(|two| two[0].wave == two[1].wave)
    }

    /// What is known of the councils, without what finds them, and what there is to count.
    ///
    /// # Errors
    /// Something that is no text came past the decoder, which is a bug.
    pub(super) fn split(mut self) -> io::Result<(Told, Counted<P>)> {
        self.count_respondents();
        let is_of_one_wave = self.is_of_one_wave();
        let Shard { groups, counts: mut respondents, special, text, classes, waiting, part, .. } = self;
        respondents.iter_mut().zip(&special).for_each(|(count, special)| *count -= special.consensus);
        let text = String::from_utf8(text).map_err(io::Error::other)?;
        Ok((Told { groups, respondents, special, text, classes }, Counted { part, waiting, is_of_one_wave }))
    }

    fn bytes(&self, stretch: Stretch) -> &[u8] {
        stretch.of(&self.text)
    }

    fn store(&mut self, bytes: &[u8]) -> Stretch {
        let start = self.text.len() as u32;
        self.text.extend_from_slice(bytes);
        Stretch { start, length: bytes.len() as u32 }
    }

    /// Where the group of a row may be known, by its key.
    pub(super) fn guess(&self, key: &Key) -> Option<Guess> {
        self.table.find_bucket_index(spread(key.place.into()), |_| true)
    }

    /// Looks at what is about to be asked for; what it returns means nothing.
    pub(super) fn glance(&self, guess: Guess) -> u64 {
        self.table.get_bucket(guess).map_or(0, |known| known.said)
    }

    /// The group of a row; what of the row does not fit is given to `clash`. `None` when the row is not to be counted.
    pub(super) fn group(
        &mut self,
        said: &Said<'_>,
        classes: usize,
        (key, guess): (&Key, Option<Guess>),
        consensus: u8,
        clash: &mut dyn FnMut(Why),
    ) -> Option<u32> {
        let head = said.head();
        let known = self.find(said, classes, key, guess);
        let Known { group: index, said: before, .. } = *self.table.get_bucket(known)?;
        let group = index as usize;
        let is_news = before != key.said;
        let named = !is_news || self.name(group, said.text(head.name), clash);
        let together = head.role == consensus;
        let respondent = if together { Voice::CONSENSUS.as_bytes() } else { said.text(head.respondent) };
        if !respondent.is_empty() && !self.is_new_respondent(group, respondent) {
            clash(Why::Respondent);
            return None;
        }
        let agrees = is_news && self.classify(group, said, classes, clash) && named;
        if agrees {
            self.table.get_bucket_mut(known)?.said = key.said;
        }
        if together || head.quick {
            if self.special.len() <= group {
                self.special.resize(self.groups.len(), Special::default());
            }
            let special = &mut self.special[group];
            special.consensus += u32::from(together);
            special.quick += u32::from(head.quick);
        }
        Some(index)
    }

    /// Where the table has the group of a row, which is made if there is none.
    fn find(&mut self, said: &Said<'_>, classes: usize, key: &Key, guess: Option<Guess>) -> usize {
        // What is said holds for the wave too.
        let exact = |known: &Known| known.said == key.said && known.short == key.short && is_short(key.short);
        if let Some(guess) = guess
            && self.table.get_bucket(guess).is_some_and(exact)
        {
            return guess;
        }
        let id = said.text(said.head().council);
        let same = |known: &Known| {
            // Only then is it worth a look at what lies elsewhere.
            known.short == key.short && {
                let group = &self.groups[known.group as usize];
                group.wave == key.wave && (is_short(key.short) || self.bytes(group.id) == id)
            }
        };
        if let Some(known) = self.table.find_bucket_index(spread(key.place.into()), same) {
            return known;
        }
        let known = self.begin(said, classes, key);
        self.table.insert_unique(spread(key.place.into()), known, |known| spread(known.place.into())).bucket_index()
    }

    /// A group, with all that its first row says of it.
    fn begin(&mut self, said: &Said<'_>, classes: usize, key: &Key) -> Known {
        let (group, head) = (self.groups.len() as u32, said.head());
        let (id, name) = (self.store(said.text(head.council)), self.store(said.text(head.name)));
        for column in 0..classes {
            let class = self.store(said.class(column, classes));
            self.classes.push(class);
        }
        self.groups.push(Group { id, name, wave: key.wave });
        self.counts.push(0);
        Known { short: key.short, said: key.said, group, place: key.place }
    }

    fn is_new_respondent(&mut self, group: usize, id: &[u8]) -> bool {
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
            Err(first) => clash(Why::Name { first }),
        }
        false
    }

    /// Notes classes that are said for the first time. Returns whether all agree with what was said before.
    fn classify(&mut self, group: usize, said: &Said<'_>, classes: usize, clash: &mut dyn FnMut(Why)) -> bool {
        let mut agrees = true;
        for column in 0..classes {
            let place = group * classes + column;
            match self.said(self.classes[place], said.class(column, classes)) {
                Ok(class) => self.classes[place] = class,
                Err(first) => {
                    agrees = false;
                    clash(Why::Class { column, first });
                }
            }
        }
        agrees
    }

    /// What is known after something was said again.
    ///
    /// # Errors
    /// What was said before, where this is something else.
    fn said(&mut self, known: Stretch, now: &[u8]) -> Result<Stretch, String> {
        if now.is_empty() || (known.length > 0 && self.bytes(known) == now) {
            return Ok(known);
        }
        if known.length > 0 {
            return Err(String::from_utf8_lossy(self.bytes(known)).into_owned());
        }
        Ok(self.store(now))
    }
}

impl Told {
    /// The id of a group; ids in the order of their bytes are in the order of their characters.
    pub(super) fn id(&self, group: usize) -> &[u8] {
        self.groups[group].id.of(self.text.as_bytes())
    }

    /// The rows of a group that are not like most.
    pub(super) fn special(&self, group: usize) -> Special {
        self.special.get(group).copied().unwrap_or_default()
    }

    /// Id, name and classes of a group; the name is empty where none was given.
    pub(super) fn texts(&self, group: usize, classes: usize) -> (&str, &str, impl Iterator<Item = &str>) {
        let own = &self.classes[group * classes..(group + 1) * classes];
        let Group { id, name, .. } = self.groups[group];
        let text = |at: Stretch| &self.text[at.start as usize..(at.start + at.length) as usize];
        (text(id), text(name), own.iter().map(move |&class| text(class)))
    }
}
