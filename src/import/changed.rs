//! When a response was last changed, as far as its tool says. Of one response in two exports that tells which is the later.
//!
//! Tools write moments as the computer does that they ran on: `3/4/26` is in March or in April. What differs with how it is
//! read tells nothing.

use std::collections::BTreeSet;

/// When a response was last changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Changed {
    /// What each column says that tells it, those that tell more before others.
    pub(super) moments: Vec<Option<Moment>>,
    /// The last page that was reached; of another response it says nothing.
    pub(super) page: Option<u32>,
}

/// A moment: year, month, day, hour, minute and second, if the month comes first and if the day does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment([Option<[u32; 6]>; 2]);

impl Moment {
    /// Reads `2026-03-01 10:00:00`, `2026-03-01T10:00`, `3/1/26 10:00:00 PM`, `2026/03/01 3:00:00 PM GMT+1`.
    pub(super) fn parse(text: &str) -> Option<Moment> {
        let text = text.trim().to_ascii_lowercase();
        let numbers = |part: &str, sign: fn(char) -> bool| {
            let whole = part.split(sign).map(|number| number.parse::<u32>().ok());
            whole.collect::<Option<Vec<u32>>>()
        };
        let end = text.find([' ', 't']).unwrap_or(text.len());
        let (day, time) = (&text[..end], text[end..].trim_start_matches([' ', 't']));
        let [one, two, three] = numbers(day, |c| matches!(c, '-' | '/' | '.'))?[..] else { return None };
        let digits = time.find(|c: char| !matches!(c, '0'..='9' | ':')).unwrap_or(time.len());
        let (clock, rest) = time.split_at(digits);
        let clock = if clock.is_empty() { Vec::new() } else { numbers(clock, |c| c == ':')? };
        let part = |index: usize| clock.get(index).copied().unwrap_or_default();
        // A fraction of a second stands before it, and where on earth it was behind.
        let half = rest.trim_start_matches(|c: char| matches!(c, '0'..='9' | '.' | ',' | ' ' | '\u{a0}' | '\u{202f}'));
        let hour = match half.replace('.', "") {
            half if half.starts_with("pm") => part(0) % 12 + 12,
            half if half.starts_with("am") => part(0) % 12,
            _ => part(0),
        };
        let on = |year: u32, month: u32, day: u32| {
            let year = if year < 100 { year + 2000 } else { year };
            let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
            is_day.then_some([year, month, day, hour, part(1), part(2)])
        };
        let readings = if one > 31 { [on(one, two, three); 2] } else { [on(three, one, two), on(three, two, one)] };
        readings.iter().any(Option::is_some).then_some(Moment(readings))
    }
}

/// Leaves of some responses those that were changed last, or `first`; all of which that cannot be told. `of` says when each
/// was changed.
pub(super) fn leave_last<'c>(among: &mut Vec<usize>, first: bool, of: impl Fn(usize) -> &'c Changed) {
    let columns = among.iter().map(|place| of(*place).moments.len()).min().unwrap_or_default();
    for column in 0..columns {
        let moments: Option<Vec<&Moment>> = among.iter().map(|place| of(*place).moments[column].as_ref()).collect();
        if let Some(moments) = moments {
            let by = |reading: usize| moments.iter().map(|moment| moment.0[reading]).collect::<Option<Vec<_>>>();
            let last: BTreeSet<Vec<bool>> = (0..2).filter_map(by).map(|read| foremost(&read, first)).collect();
            if let (Some(last), None) = (last.first(), last.iter().nth(1)) {
                let mut last = last.iter();
                among.retain(|_| last.next() == Some(&true));
            }
        }
    }
}

/// Leaves of one response, as it stood at several times, those in which it got furthest, or least far.
pub(super) fn leave_furthest<'c>(among: &mut Vec<usize>, first: bool, of: impl Fn(usize) -> &'c Changed) {
    let pages: Option<Vec<u32>> = among.iter().map(|place| of(*place).page).collect();
    if let Some(pages) = pages {
        let furthest = foremost(&pages, first);
        let mut furthest = furthest.iter();
        among.retain(|_| furthest.next() == Some(&true));
    }
}

/// Of each whether it is the highest, or the lowest.
fn foremost<T: Ord>(all: &[T], first: bool) -> Vec<bool> {
    let wanted = if first { all.iter().min() } else { all.iter().max() };
    all.iter().map(|one| Some(one) == wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of some texts in one column are the last.
    fn last(texts: &[&str]) -> Vec<usize> {
        let of = |text: &&str| Changed { moments: vec![Moment::parse(text)], page: None };
        let all: Vec<Changed> = texts.iter().map(of).collect();
        let mut among = (0..all.len()).collect();
        leave_last(&mut among, false, |place| &all[place]);
        among
    }

    #[test]
    fn the_later_moment_is_known_however_a_tool_writes_it() {
        assert_eq!(last(&["2026-03-01 10:00:00", "2026-03-01T09:59:59.999", "2026-02-28"]), [0]);
        assert_eq!(last(&["3/28/26 10:00:00", "4/2/26 9:00:00"]), [1], "no month has a number over twelve");
        assert_eq!(last(&["28.03.2026 10:00", "02.04.2026 09:00"]), [1]);
        assert_eq!(last(&["2026/03/01 3:00:00 PM GMT+1", "2026/03/01 11:00:00 AM GMT+1"]), [0]);
        assert_eq!(last(&["3/1/26 12:05 a.m.", "3/1/26 12:05 p.m."]), [1]);
        assert_eq!(last(&["2026-03-01T10:00:00", "3/15/26 10:05:00"]), [1]);
    }

    #[test]
    fn a_moment_that_is_later_or_earlier_by_how_it_is_read_tells_nothing() {
        // March the twelfth and April the second, or December the third and February the fourth.
        assert_eq!(last(&["3/12/26 10:00:00", "4/2/26 10:00:00"]), [0, 1]);
        // Of March the first, later on the day, or of January the third.
        assert_eq!(last(&["2026-03-01 10:00:00", "3/1/26 10:05:00"]), [0, 1]);
        assert_eq!(last(&["2026-03-01 10:00:00", "gisteren"]), [0, 1]);
        assert_eq!(last(&["2026-03-01 10:00:00", "2026-03-01 10:00:00"]), [0, 1]);
    }
}
