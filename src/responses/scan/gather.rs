//! From shards to a registry: councils in the order of their ids, waves in the order of time.

use super::super::registry::Registry;
use super::shard::Told;

/// A group to be sorted.
struct Key {
    /// The first eight bytes of the id, which mostly settle the matter.
    first: u64,
    shard: u32,
    group: u32,
}

impl Key {
    fn new(id: &[u8], shard: usize, group: usize) -> Key {
        let mut first = [0; 8];
        let length = id.len().min(8);
        first[..length].copy_from_slice(&id[..length]);
        Key { first: u64::from_be_bytes(first), shard: shard as u32, group: group as u32 }
    }
}

/// Groups that are looked up at once.
const FETCHED: usize = 64;

/// Looks at groups that are about to be copied, so that memory is fetched for all of them at the same time.
fn fetch(shards: &[Told], places: &[(u32, u32)], classes: usize) {
    let seen = places.iter().map(|&(shard, local)| {
        let (id, _, own) = shards[shard as usize].texts(local as usize, classes);
        own.fold(id.len(), |seen, class| seen ^ class.len())
    });
    std::hint::black_box(seen.fold(0, usize::wrapping_add));
}

/// Puts the groups of all shards in order: with the registry the place of every group, a shard and an index there.
pub(super) fn gather(shards: &[Told], classes: &[String]) -> (Registry, Vec<(u32, u32)>) {
    let mut sorted: Vec<Key> = Vec::with_capacity(shards.iter().map(|shard| shard.groups.len()).sum());
    for (index, shard) in shards.iter().enumerate() {
        sorted.extend((0..shard.groups.len()).map(|group| Key::new(shard.id(group), index, group)));
    }
    sorted.sort_unstable_by_key(|key| key.first);
    for alike in sorted.chunk_by_mut(|a, b| a.first == b.first) {
        alike.sort_unstable_by_key(|key| {
            let shard = &shards[key.shard as usize];
            (shard.id(key.group as usize), shard.groups[key.group as usize].wave)
        });
    }
    let places: Vec<(u32, u32)> = sorted.iter().map(|key| (key.shard, key.group)).collect();
    drop(sorted);
    let mut registry = Registry::default();
    let columns: Vec<usize> = classes.iter().map(|name| registry.class_column(name)).collect();
    registry.reserve(places.len());
    for (index, &(shard, local)) in places.iter().enumerate() {
        if index.is_multiple_of(FETCHED) {
            fetch(shards, &places[index..places.len().min(index + FETCHED)], classes.len());
        }
        let shard = &shards[shard as usize];
        let known = shard.groups[local as usize];
        let (id, name, own) = shard.texts(local as usize, classes.len());
        // Another name in another wave is a council that was renamed; the latest stands.
        let council = registry.next_council(id, name);
        let group = registry.group(council, known.wave);
        let special = shard.special(local as usize);
        registry.count_all(group, shard.respondents[local as usize], special.consensus, special.quick);
        for (&column, class) in columns.iter().zip(own) {
            // Nothing was said of this group before, so nothing can disagree.
            let _ = registry.classify(group, column, class);
        }
    }
    registry.sort_classes();
    (registry, places)
}
