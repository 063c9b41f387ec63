//! How low and how high a quantity can be, given what was published: a linear program, solved by the simplex method with
//! Bland's rule from a point that is known to fit.

/// What was published of a quantity: the sum of coefficient times unknown lies between two numbers.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) parts: Vec<(usize, f64)>,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// The lowest and the highest value of a quantity over all ways to fill in the unknowns from 0 to `most` that agree with
/// the facts; `truth` is one of these ways.
pub(super) fn bounds(facts: &[Fact], truth: &[f64], most: f64, of: &[(usize, f64)]) -> (f64, f64) {
    let value: f64 = of.iter().map(|(unknown, factor)| factor * truth[*unknown]).sum();
    let negated: Vec<(usize, f64)> = of.iter().map(|(unknown, factor)| (*unknown, -factor)).collect();
    (value - rise(facts, truth, most, &negated, f64::MAX), value + rise(facts, truth, most, of, f64::MAX))
}

/// Whether a quantity can still have values that lie as far apart as this.
pub(super) fn leaves_open(facts: &[Fact], truth: &[f64], most: f64, of: &[(usize, f64)], width: f64) -> bool {
    let up = rise(facts, truth, most, of, width);
    let negated: Vec<(usize, f64)> = of.iter().map(|(unknown, factor)| (*unknown, -factor)).collect();
    up >= width || up + rise(facts, truth, most, &negated, width - up) >= width
}

/// How much higher than at the truth a quantity can be, as far as anyone cares to know. Every unknown is the truth plus an up and minus a down, both at
/// least 0, so that nothing moved is where to begin.
fn rise(facts: &[Fact], truth: &[f64], most: f64, of: &[(usize, f64)], enough: f64) -> f64 {
    let linked = linked(facts, of);
    let facts: Vec<&Fact> =
        facts.iter().filter(|fact| fact.parts.iter().any(|part| linked.contains(&part.0))).collect();
    let n = linked.len();
    let mut rows: Vec<(Vec<f64>, f64)> = Vec::new();
    let place = |unknown: usize| linked.iter().position(|&other| other == unknown);
    let mut at_most = |parts: &[(usize, f64)], sign: f64, room: f64| {
        let mut row = vec![0.0; 2 * n];
        for (place, factor) in parts.iter().filter_map(|(unknown, factor)| Some((place(*unknown)?, factor))) {
            row[place] += sign * factor;
            row[n + place] -= sign * factor;
        }
        assert!(room > -1e-9, "{room}: the truth does not agree with what was published of {parts:?}");
        rows.push((row, room.max(0.0)));
    };
    for fact in facts {
        let value: f64 = fact.parts.iter().map(|(unknown, factor)| factor * truth[*unknown]).sum();
        at_most(&fact.parts, 1.0, fact.high - value);
        at_most(&fact.parts, -1.0, value - fact.low);
    }
    for &unknown in &linked {
        at_most(&[(unknown, 1.0)], 1.0, most - truth[unknown]);
        at_most(&[(unknown, 1.0)], -1.0, truth[unknown]);
    }
    let mut target = vec![0.0; 2 * n];
    for (place, factor) in of.iter().filter_map(|(unknown, factor)| Some((place(*unknown)?, factor))) {
        target[place] += factor;
        target[n + place] -= factor;
    }
    maximise(rows, target, enough)
}

/// The unknowns of a quantity, with all that facts tie them to.
fn linked(facts: &[Fact], of: &[(usize, f64)]) -> Vec<usize> {
    let mut linked: Vec<usize> = of.iter().map(|part| part.0).collect();
    let mut next = 0;
    while next < linked.len() {
        let unknown = linked[next];
        let ties = facts.iter().filter(|fact| fact.parts.iter().any(|part| part.0 == unknown));
        let tied: Vec<usize> = ties.flat_map(|fact| fact.parts.iter().map(|part| part.0)).collect();
        tied.into_iter().for_each(|other| {
            if !linked.contains(&other) {
                linked.push(other);
            }
        });
        next += 1;
    }
    linked.sort_unstable();
    linked.dedup();
    linked
}

/// The highest `target · x` with every row `row · x <= room` and x at least 0, where every room is at least 0; or one that
/// is high enough.
fn maximise(rows: Vec<(Vec<f64>, f64)>, target: Vec<f64>, enough: f64) -> f64 {
    const SMALL: f64 = 1e-9;
    let (m, n) = (rows.len(), target.len());
    let mut tableau: Vec<Vec<f64>> = Vec::with_capacity(m + 1);
    for (index, (row, room)) in rows.into_iter().enumerate() {
        let slack = (0..m).map(|other| f64::from(u8::from(other == index)));
        tableau.push(row.into_iter().chain(slack).chain([room]).collect());
    }
    tableau.push(target.iter().map(|factor| -factor).chain(vec![0.0; m + 1]).collect());
    let mut basis: Vec<usize> = (n..n + m).collect();
    let last = n + m;
    while let Some(enters) = (0..last).find(|&column| tableau[m][column] < -SMALL) {
        let ratio = |row: usize| tableau[row][last] / tableau[row][enters];
        let leaves = (0..m)
            .filter(|&row| tableau[row][enters] > SMALL)
            .min_by(|&a, &b| ratio(a).total_cmp(&ratio(b)).then(basis[a].cmp(&basis[b])));
        let leaves = leaves.expect("every unknown has an end");
        let pivot = tableau[leaves][enters];
        tableau[leaves].iter_mut().for_each(|value| *value /= pivot);
        let chosen = tableau[leaves].clone();
        for (_, row) in tableau.iter_mut().enumerate().filter(|(index, _)| *index != leaves) {
            let factor = row[enters];
            if factor != 0.0 {
                row.iter_mut().zip(&chosen).for_each(|(value, chosen)| *value -= factor * chosen);
            }
        }
        basis[leaves] = enters;
        if tableau[m][last] >= enough {
            break;
        }
    }
    tableau[m][last]
}

#[test]
fn bounds_are_those_worked_out_by_hand() {
    // a + b = 4 with both from 0 to 3: each from 1 to 3, and a − b from −2 to 2.
    let sum = Fact { parts: vec![(0, 1.0), (1, 1.0)], low: 4.0, high: 4.0 };
    let truth = [2.0, 2.0];
    assert_eq!(bounds(std::slice::from_ref(&sum), &truth, 3.0, &[(0, 1.0)]), (1.0, 3.0));
    assert_eq!(bounds(std::slice::from_ref(&sum), &truth, 3.0, &[(0, 1.0), (1, -1.0)]), (-2.0, 2.0));
    // With 2a + b = 6 as well, both are 2.
    let other = Fact { parts: vec![(0, 2.0), (1, 1.0)], low: 6.0, high: 6.0 };
    let (low, high) = bounds(&[sum, other], &truth, 3.0, &[(1, 1.0)]);
    assert!((low - 2.0).abs() < 1e-9 && (high - 2.0).abs() < 1e-9);
}
