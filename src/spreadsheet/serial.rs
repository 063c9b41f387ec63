//! Numbers, dates and times as texts.
//!
//! A workbook keeps a date as a number of days and shows it by the format of the cell; a person who reads the text
//! should see the date.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

/// What the format of a cell makes of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Number,
    /// A date, a time of day, or both.
    Moment,
    /// Hours that count on past 24.
    Elapsed,
}

/// A number in its shortest form: `2` for `2.0`. What is not a number, or is very large or small, stays as it is.
pub(super) fn number(text: &str) -> String {
    match text.trim().parse::<f64>() {
        Ok(0.0) => "0".to_owned(),
        Ok(value) if value.is_finite() && (1e-6..1e15).contains(&value.abs()) => value.to_string(),
        _ => text.to_owned(),
    }
}

/// A number as the format of its cell shows it: a date as ISO 8601.
pub(super) fn shown(text: &str, shown: Shown, from_1904: bool) -> String {
    let value = match (shown, text.trim().parse::<f64>()) {
        (Shown::Moment | Shown::Elapsed, Ok(value)) if (0.0..3_000_000.0).contains(&value) => value,
        _ => return number(text),
    };
    // To the whole second: a sum of times is rarely exact.
    let seconds = (value * 86_400.0).round() as i64;
    let (days, seconds) = (seconds / 86_400, seconds % 86_400);
    if shown == Shown::Elapsed {
        return clock(days * 86_400 + seconds);
    }
    if days == 0 && seconds > 0 {
        return clock(seconds);
    }
    let Some(day) = day(days, from_1904) else { return number(text) };
    if seconds == 0 { day.to_string() } else { format!("{day}T{}", clock(seconds)) }
}

fn clock(seconds: i64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The day of a number. Day 60 is 29 February 1900, which never was: the days before it count from one day later.
fn day(days: i64, from_1904: bool) -> Option<Date> {
    let first = match days {
        _ if from_1904 => date(1904, 1, 1),
        ..60 => date(1899, 12, 31),
        _ => date(1899, 12, 30),
    };
    first.checked_add(days.days()).ok()
}

/// A time as an OpenDocument file keeps it, `PT10H30M00S`, as `10:30:00`; anything else stays as it is.
pub(super) fn duration(text: &str) -> String {
    let total = text.parse::<Span>().ok().and_then(|span| span.total(jiff::Unit::Second).ok());
    match total {
        Some(seconds) if seconds >= 0.0 => clock(seconds.round() as i64),
        _ => text.to_owned(),
    }
}

/// What a format makes of a number, by its code such as `dd/mm/yyyy`.
pub(super) fn of_code(code: &str) -> Shown {
    if matches!(code.trim().to_ascii_lowercase().as_str(), "general" | "standard") {
        return Shown::Number;
    }
    let mut letters = code.chars();
    let mut found = Shown::Number;
    while let Some(letter) = letters.next() {
        match letter {
            // Words to show as they are.
            '"' => _ = letters.by_ref().find(|letter| *letter == '"'),
            '\\' | '_' | '*' => _ = letters.next(),
            // A colour, a language, a condition, or hours that count on.
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if !inside.is_empty() && inside.to_ascii_lowercase().chars().all(|letter| "hms".contains(letter)) {
                    return Shown::Elapsed;
                }
            }
            // Only the form of positive numbers counts.
            ';' => break,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => found = Shown::Moment,
            _ => (),
        }
    }
    found
}

/// What one of the formats that every workbook has makes of a number, by its id.
pub(super) fn of_id(id: u32) -> Shown {
    match id {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Moment,
        46 => Shown::Elapsed,
        _ => Shown::Number,
    }
}
