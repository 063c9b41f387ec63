//! Several answers in one cell: the one way in which a text comes apart into known ones.
//!
//! An answer may hold what stands between answers, such as a comma; so a cell is never simply cut.

use std::collections::BTreeMap;

use super::values::Part;

/// No question has as many boxes with as many separators in their labels.
const MOST_PARTS: usize = 500;

/// A text taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Apart {
    /// The parts that are known.
    pub(super) known: Vec<Part>,
    /// The stretches that are not; the whole text where it comes apart in more than one way.
    pub(super) left: Vec<String>,
}

/// A text taken apart at one of the separators, trailing ones aside, so that as little as possible is left over.
pub(super) fn parts(text: &str, separators: &[&str], known: &BTreeMap<String, Vec<Part>>) -> Apart {
    let whole = || Apart { known: Vec::new(), left: vec![text.to_owned()] };
    // The first that occurs is the one that was used: tools write one kind. Without any the text is one part.
    let used = separators.iter().find(|separator| text.contains(separator.trim()));
    let Some(separator) = used.filter(|separator| text.matches(separator.trim()).count() <= MOST_PARTS) else {
        return match known.get(text).map(Vec::as_slice) {
            Some([only]) => Apart { known: vec![*only], left: Vec::new() },
            _ => whole(),
        };
    };
    let mut shorter = text;
    while let Some(before) = shorter.strip_suffix(separator.trim()) {
        shorter = before.trim_end();
    }
    let cuts = Cuts::of(shorter, separator.trim());
    let ways = ways(shorter, &cuts, known);
    match ways[0] {
        Way { count: 1, left, .. } => {
            let apart = taken(shorter, &cuts, known, &ways);
            // Nothing but blanks between two separators is left over, and nobody can be shown that.
            if left > 0 && apart.left.is_empty() { whole() } else { apart }
        }
        _ => Apart { known: Vec::new(), left: vec![shorter.to_owned()] },
    }
}

/// Where a part may begin and end: around each separator, and at both ends.
struct Cuts {
    begins: Vec<usize>,
    ends: Vec<usize>,
}

impl Cuts {
    fn of(text: &str, separator: &str) -> Cuts {
        let places: Vec<usize> = text.match_indices(separator).map(|(at, _)| at).collect();
        let begins = std::iter::once(0).chain(places.iter().map(|at| at + separator.len())).collect();
        let ends = places.iter().copied().chain([text.len()]).collect();
        Cuts { begins, ends }
    }

    /// The stretch from one begin up to an end, without blanks around it.
    fn stretch<'t>(&self, text: &'t str, from: usize, to: usize) -> &'t str {
        text[self.begins[from]..self.ends[to]].trim()
    }
}

/// How the rest of a text comes apart best.
#[derive(Clone, Copy, Debug, Default)]
struct Way {
    /// How many cuts of it are left over.
    left: usize,
    /// In how many ways as little is; two stands for more.
    count: usize,
    /// Where its first part ends; `None` where that is left over.
    to: Option<usize>,
}

/// From each begin on, how the rest comes apart best.
fn ways(text: &str, cuts: &Cuts, known: &BTreeMap<String, Vec<Part>>) -> Vec<Way> {
    let count = cuts.begins.len();
    let mut ways = vec![Way { count: 1, ..Way::default() }; count + 1];
    for from in (0..count).rev() {
        let mut best = Way { left: ways[from + 1].left + 1, to: None, ..ways[from + 1] };
        for to in from..count {
            let meanings = known.get(cuts.stretch(text, from, to)).map_or(0, Vec::len);
            let rest = ways[to + 1];
            if meanings == 0 || rest.left > best.left {
                continue;
            }
            let before = if rest.left == best.left { best.count } else { 0 };
            best = Way { left: rest.left, count: (before + meanings * rest.count).min(2), to: Some(to) };
        }
        ways[from] = best;
    }
    ways
}

/// What is known and what is left over, the cuts of one stretch together.
fn taken(text: &str, cuts: &Cuts, known: &BTreeMap<String, Vec<Part>>, ways: &[Way]) -> Apart {
    let (count, mut apart) = (cuts.begins.len(), Apart::default());
    let (mut begun, mut from) = (None, 0);
    while from < count {
        match ways[from].to {
            Some(to) => {
                apart.left.extend(begun.take().map(|start| cuts.stretch(text, start, from - 1).to_owned()));
                apart.known.extend(known.get(cuts.stretch(text, from, to)).and_then(|meanings| meanings.first()));
                from = to + 1;
            }
            None => {
                begun = begun.or(Some(from));
                from += 1;
            }
        }
    }
    apart.left.extend(begun.map(|start| cuts.stretch(text, start, count - 1).to_owned()));
    apart.left.retain(|part| !part.is_empty());
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The boxes that are known, and what is left over.
    fn apart(text: &str, separator: &str, known: &[&'static str]) -> (Vec<usize>, Vec<String>) {
        let map = known.iter().enumerate().map(|(index, text)| ((*text).to_owned(), vec![Part::Box(index)])).collect();
        let Apart { known, left } = parts(text, &[separator, "|"], &map);
        (known.iter().map(|part| if let Part::Box(index) = part { *index } else { 99 }).collect(), left)
    }

    fn read(text: &str, separator: &str, known: &[&'static str]) -> Result<Vec<usize>, Vec<String>> {
        let (known, left) = apart(text, separator, known);
        if left.is_empty() { Ok(known) } else { Err(left) }
    }

    #[test]
    fn an_option_with_a_comma_is_one_option() {
        let known = ["Balie", "Mail, brief of telefoon", "Website"];
        assert_eq!(read("Balie, Mail, brief of telefoon, Website", ", ", &known), Ok(vec![0, 1, 2]));
        assert_eq!(read("Mail, brief of telefoon", ", ", &known), Ok(vec![1]));
    }

    #[test]
    fn a_cell_that_comes_apart_in_two_ways_is_not_read() {
        let known = ["A", "B", "A, B"];
        assert_eq!(read("A, B, A", ", ", &known), Err(vec!["A, B, A".to_owned()]));
        assert_eq!(read("A, B", ", ", &known), Err(vec!["A, B".to_owned()]), "one box or two");
        assert_eq!(read("A", ", ", &known), Ok(vec![0]));
    }

    #[test]
    fn what_is_not_known_is_named_without_what_is() {
        let known = ["Balie", "Website"];
        assert_eq!(read("Balie, Duif, post, Website", ", ", &known), Err(vec!["Duif, post".to_owned()]));
        assert_eq!(read("Balie;Duif;", ";", &known), Err(vec!["Duif".to_owned()]));
        assert_eq!(read("Duif", ";", &known), Err(vec!["Duif".to_owned()]));
    }

    #[test]
    fn what_is_known_is_given_beside_what_is_left_over_if_there_is_one_way_to_see_it() {
        let known = ["Balie", "Website", "Mail, brief"];
        let left = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(apart("Balie, Duif, Mail, brief", ", ", &known), (vec![0, 2], left(&["Duif"])));
        assert_eq!(apart("Website;Duif;", ";", &known), (vec![1], left(&["Duif"])));
        assert_eq!(apart("Uil, Balie, Duif, post", ", ", &known), (vec![0], left(&["Uil", "Duif, post"])));
        assert_eq!(apart("A, B, Duif", ", ", &["A", "B", "A, B"]), (vec![], left(&["A, B, Duif"])));
        // The first two make a box, and so do the last two.
        assert_eq!(apart("A, B, C", ", ", &["A, B", "B, C"]), (vec![], left(&["A, B, C"])));
        assert_eq!(apart("Balie, , Website", ", ", &known), (vec![], left(&["Balie, , Website"])));
    }

    #[test]
    fn a_separator_at_the_end_adds_nothing() {
        assert_eq!(read("Balie;Website;", ";", &["Balie", "Website"]), Ok(vec![0, 1]));
        assert_eq!(read("Balie;", ";", &["Balie", "Website"]), Ok(vec![0]));
        assert_eq!(read("Balie|Website", ";", &["Balie", "Website"]), Ok(vec![0, 1]));
    }

    #[test]
    fn thousands_of_separators_are_read_in_time() {
        for count in [MOST_PARTS, 30_000] {
            assert!(read(&"x,".repeat(count), ",", &["A"]).is_err());
        }
    }
}
