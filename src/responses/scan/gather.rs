//! From shards to a registry: councils in the order of their ids, waves in the order of time.

use super::super::registry::Registry;
use super::Scanned;
use super::shard::Shard;

/// Puts the groups of all shards in order.
pub(super) fn gather<P>(shards: Vec<Shard<P>>, classes: &[String], odd: Vec<(usize, u64)>, rows: u64) -> Scanned<P> {
    let mut places: Vec<(u32, u32)> = Vec::with_capacity(shards.iter().map(|shard| shard.groups.len()).sum());
    for (index, shard) in shards.iter().enumerate() {
        places.extend((0..shard.groups.len()).map(|group| (index as u32, group as u32)));
    }
    let key = |&(shard, group): &(u32, u32)| {
        let shard = &shards[shard as usize];
        (shard.texts(group as usize, classes.len()).0, shard.groups[group as usize].wave)
    };
    places.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
    let mut registry = Registry::default();
    let columns: Vec<usize> = classes.iter().map(|name| registry.class_column(name)).collect();
    for &(shard, local) in &places {
        let shard = &shards[shard as usize];
        let known = shard.groups[local as usize];
        let (id, name, own) = shard.texts(local as usize, classes.len());
        // Another name in another wave is a council that was renamed; the latest stands.
        let council = registry.next_council(id, name);
        let group = registry.group(council, known.wave);
        registry.count_all(group, known.respondents, known.quick);
        for (&column, class) in columns.iter().zip(own) {
            // Nothing was said of this group before, so nothing can disagree.
            let _ = registry.classify(group, column, class);
        }
    }
    registry.sort_classes();
    Scanned { registry, parts: shards.into_iter().map(|shard| shard.part).collect(), places, rows, odd }
}
