//! Whether successors go round in a circle.

use std::collections::BTreeMap;

use super::Entry;

/// The rows whose successor leads back to their own council.
pub(super) fn closing(rows: &[Entry]) -> Vec<usize> {
    let mut of_council: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate().filter(|(_, row)| !row.successor.is_empty()) {
        of_council.entry(&row.council).or_default().push(index);
    }
    let mut closing = Vec::new();
    // Councils on the way that is being walked, and those that were left for good.
    let mut state: BTreeMap<&str, State> = BTreeMap::new();
    for &start in of_council.keys() {
        if state.contains_key(start) {
            continue;
        }
        // A register may hold a chain longer than the stack is deep.
        let mut way: Vec<(&str, usize)> = vec![(start, 0)];
        state.insert(start, State::OnTheWay);
        while let Some((council, next)) = way.last_mut() {
            let Some(&row) = of_council.get(council).and_then(|rows| rows.get(*next)) else {
                state.insert(council, State::Left);
                way.pop();
                continue;
            };
            *next += 1;
            let successor = rows[row].successor.as_str();
            match state.get(successor) {
                Some(State::OnTheWay) => closing.push(row),
                Some(State::Left) => {}
                None => {
                    state.insert(successor, State::OnTheWay);
                    way.push((successor, 0));
                }
            }
        }
    }
    closing
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    OnTheWay,
    Left,
}
