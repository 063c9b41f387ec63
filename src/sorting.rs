//! Sorting whose code stands in the program once. The standard library's sort is compiled anew for every type and every
//! comparison, ten thousand bytes each time, and there are dozens. Not for what is sorted for every row of a large table.

use std::cmp::Ordering;

/// Sorts as `slice::sort` does.
pub fn sort<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// Sorts as `slice::sort_by` does: items that compare as equal keep their order.
pub fn by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut target = targets(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    for at in 0..items.len() {
        // Each swap brings one item to where it stays.
        while target[at] != at {
            let to = target[at];
            items.swap(at, to);
            target.swap(at, to);
        }
    }
}

/// Sorts as `slice::sort_by_key` does: items of the same key keep their order.
pub fn by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Where each of so many items goes.
fn targets(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    sorted.sort_by(|&a, &b| compare(a, b));
    let mut targets = vec![0; count];
    for (to, from) in sorted.into_iter().enumerate() {
        targets[from] = to;
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_in_order_and_those_of_one_key_as_they_stood() {
        let mut items = vec![(3, "a"), (1, "b"), (2, "c"), (1, "d"), (3, "e"), (0, "f"), (2, "g")];
        by_key(&mut items, |&(key, _)| key);
        let names: String = items.iter().map(|&(_, name)| name).collect();
        assert_eq!(names, "fbdcgae");
    }

    #[test]
    fn every_arrangement_of_six_comes_out_the_same() {
        for number in 0..720_usize {
            let (mut rest, mut left, mut items) = (number, vec![0, 1, 2, 3, 4, 5], Vec::new());
            while !left.is_empty() {
                items.push(left.remove(rest % left.len()));
                rest /= left.len() + 1;
            }
            by(&mut items, |a, b| b.cmp(a));
            assert_eq!(items, [5, 4, 3, 2, 1, 0]);
            items.rotate_left(number % 6);
            sort(&mut items);
            assert_eq!(items, [0, 1, 2, 3, 4, 5]);
        }
    }

    #[test]
    fn nothing_and_one_item_stay() {
        let (mut none, mut one) = (Vec::<u8>::new(), vec![7]);
        by_key(&mut none, |&item| item);
        by_key(&mut one, |&item| item);
        assert_eq!((none, one), (vec![], vec![7]));
    }
}
