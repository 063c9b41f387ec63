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
    /// A share: 0.12 as `12%`.
    Percent,
    /// A whole number with zeros in front up to so many digits, such as a code: 363 as `0363`.
    Padded(u8),
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
    match shown {
        Shown::Percent => return percent(text),
        Shown::Padded(digits) => return padded(text, digits),
        Shown::Number | Shown::Moment | Shown::Elapsed => {}
    }
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

/// A share in percent, `12.5%` for `0.125`: the point is moved, since a product would bring digits that nobody typed.
pub(super) fn percent(text: &str) -> String {
    let number = number(text);
    let (sign, plain) = number.strip_prefix('-').map_or(("", number.as_str()), |plain| ("-", plain));
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    if whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
        return number;
    }
    let moved = format!("{whole}{part:0<2}");
    let (whole, part) = moved.split_at(whole.len() + 2);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if part.is_empty() { format!("{sign}{whole}%") } else { format!("{sign}{whole}.{part}%") }
}

/// A whole number with zeros in front; any other stays as it is.
fn padded(text: &str, digits: u8) -> String {
    let number = number(text);
    let is_whole = number.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole { format!("{number:0>width$}", width = usize::from(digits)) } else { number }
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
    if let Some(digits) = zeros(code) {
        return Shown::Padded(digits);
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
            '%' if found == Shown::Number => found = Shown::Percent,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => found = Shown::Moment,
            _ => (),
        }
    }
    found
}

/// How many digits a format of nothing but zeros asks for; a single one asks for none that is not there anyway.
fn zeros(code: &str) -> Option<u8> {
    let positive = code.split(';').next().unwrap_or_default().trim();
    let is_pure = positive.len() > 1 && positive.bytes().all(|byte| byte == b'0');
    is_pure.then(|| u8::try_from(positive.len()).ok()).flatten()
}

/// What one of the formats that every workbook has makes of a number, by its id.
pub(super) fn of_id(id: u32) -> Shown {
    match id {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Moment,
        46 => Shown::Elapsed,
        9 | 10 => Shown::Percent,
        _ => Shown::Number,
    }
}
