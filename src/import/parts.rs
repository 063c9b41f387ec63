//! Several answers in one cell: the one way in which a text comes apart into known ones.
//!
//! An answer may hold what stands between answers, such as a comma; so a cell is never simply cut.

use std::collections::BTreeMap;

use super::values::Part;

/// No question has as many boxes with as many separators in their labels.
const MOST_PARTS: usize = 500;

/// The parts of a text that known texts and one of the separators make up, trailing separators aside.
///
/// # Errors
/// The stretches that are not known; the whole text where it comes apart in more than one way.
pub(super) fn parts(
    text: &str,
    separators: &[&str],
    known: &BTreeMap<String, Vec<Part>>,
) -> Result<Vec<Part>, Vec<String>> {
    // The first that occurs is the one that was used: tools write one kind. Without any the text is one part.
    let used = separators.iter().find(|separator| text.contains(separator.trim()));
    let Some(separator) = used.filter(|separator| text.matches(separator.trim()).count() <= MOST_PARTS) else {
        return match known.get(text).map(Vec::as_slice) {
            Some([only]) => Ok(vec![*only]),
            _ => Err(vec![text.to_owned()]),
        };
    };
    let mut text = text;
    while let Some(shorter) = text.strip_suffix(separator.trim()) {
        text = shorter.trim_end();
    }
    let cuts = Cuts::of(text, separator.trim());
    let ways = ways(text, &cuts, known);
    match ways[0] {
        (1, _) => Ok(taken(text, &cuts, known, &ways)),
        (0, _) => Err(left_over(text, &cuts, known)),
        _ => Err(vec![text.to_owned()]),
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

/// From each begin on, in how many ways the rest comes apart (two stands for more), and where the first part ends.
fn ways(text: &str, cuts: &Cuts, known: &BTreeMap<String, Vec<Part>>) -> Vec<(usize, usize)> {
    let count = cuts.begins.len();
    let mut ways = vec![(0, 0); count];
    for from in (0..count).rev() {
        for to in from..count {
            let meanings = known.get(cuts.stretch(text, from, to)).map_or(0, Vec::len);
            let rest = if to + 1 == count { 1 } else { ways[to + 1].0 };
            if meanings * rest > 0 {
                let total: usize = ways[from].0 + meanings * rest;
                ways[from] = (total.min(2), to);
            }
        }
    }
    ways
}

fn taken(text: &str, cuts: &Cuts, known: &BTreeMap<String, Vec<Part>>, ways: &[(usize, usize)]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some((_, to)) = ways.get(from) {
        parts.extend(known.get(cuts.stretch(text, from, *to)).and_then(|meanings| meanings.first()).copied());
        from = to + 1;
    }
    parts
}

/// What is left of a text when every stretch that is known is taken out, the longest first.
fn left_over(text: &str, cuts: &Cuts, known: &BTreeMap<String, Vec<Part>>) -> Vec<String> {
    let count = cuts.begins.len();
    let (mut left, mut begun, mut from) = (Vec::new(), None, 0);
    while from < count {
        let longest = (from..count).rev().find(|&to| known.contains_key(cuts.stretch(text, from, to)));
        if let (Some(_), Some(start)) = (longest, begun) {
            left.push(cuts.stretch(text, start, from - 1).to_owned());
            begun = None;
        } else if longest.is_none() {
            begun = begun.or(Some(from));
        }
        from = longest.unwrap_or(from) + 1;
    }
    left.extend(begun.map(|start| cuts.stretch(text, start, count - 1).to_owned()));
    left.retain(|part| !part.is_empty());
    if left.is_empty() { vec![text.to_owned()] } else { left }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, separator: &str, known: &[&'static str]) -> Result<Vec<usize>, Vec<String>> {
        let map = known.iter().enumerate().map(|(index, text)| ((*text).to_owned(), vec![Part::Box(index)])).collect();
        let parts = parts(text, &[separator, "|"], &map)?;
        Ok(parts.iter().map(|part| if let Part::Box(index) = part { *index } else { 99 }).collect())
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
