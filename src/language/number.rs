//! Numbers as people read them: decimal comma in Dutch, a real minus sign, "–" where a number is missing.
//!
//! Only the last step rounds, as [`Rounding`] does: a score by its scale, another number by how many decimals it gets.

use super::Language;
use super::rounding::Rounding;

/// What stands where a number is missing. Never 0.
pub const MISSING: &str = "–";

/// `value` with exactly so many decimals: 1,5 in Dutch, 1.5 in English. Minus zero is written as zero.
pub fn decimal(language: Language, value: f64, rounding: impl Into<Rounding>) -> String {
    let rounding = rounding.into();
    let (rounded, decimals) = (rounding.of(value), rounding.decimals());
    let text = format!("{:.decimals$}", rounded.abs());
    let text = match language.pick(',', '.') {
        '.' => text,
        point => text.replace('.', &point.to_string()),
    };
    if rounded < 0.0 { format!("\u{2212}{text}") } else { text }
}

/// [`decimal`] of a number that may be missing.
pub fn decimal_or_missing(language: Language, value: Option<f64>, rounding: impl Into<Rounding>) -> String {
    value.map_or_else(|| MISSING.to_owned(), |value| decimal(language, value, rounding))
}

/// A number as it was given, with as many decimals as it has: 2,5 in Dutch, 2.5 in English.
pub fn given(language: Language, value: f64) -> String {
    let text = value.abs().to_string().replace('.', language.pick(",", "."));
    if value < 0.0 { format!("\u{2212}{text}") } else { text }
}

/// A highest bound as it was given, or where it has no end in sight a trifle under it: whoever writes it down stays
/// within it.
pub fn at_most(language: Language, bound: f64) -> String {
    /// More decimals than these come from adding up.
    const MOST: usize = 9;
    let decimals = bound.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let unit = 10f64.powi(MOST as i32);
    given(language, if decimals > MOST { (bound * unit).floor() / unit } else { bound })
}

/// A difference with its sign: "+0,3", "−0,1", "0,0".
pub fn signed(language: Language, value: f64, rounding: impl Into<Rounding>) -> String {
    let text = decimal(language, value, rounding);
    let is_zero = text.chars().all(|c| matches!(c, '0' | ',' | '.'));
    if value > 0.0 && !is_zero { format!("+{text}") } else { text }
}

/// A count with thousands separated: 12.345 in Dutch, 12,345 in English.
pub fn whole(language: Language, value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(language.pick('.', ','));
        }
        text.push(digit);
    }
    text
}

/// A share from 0 to 1 in whole percents, as [`percent`] writes it.
pub fn percents(share: f64) -> f64 {
    Rounding::from(0).of(share * 100.0)
}

/// A share from 0 to 1 as a whole percentage: "85 %" in Dutch, "85%" in English.
pub fn percent(language: Language, share: f64) -> String {
    let number = decimal(language, percents(share), 0);
    language.pick(format!("{number}\u{a0}%"), format!("{number}%"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_writes_a_decimal_comma_and_a_real_minus() {
        assert_eq!(decimal(Language::Nl, -1.25, 1), "\u{2212}1,3");
        assert_eq!(decimal(Language::En, 2.0, 1), "2.0");
    }

    #[test]
    fn a_highest_bound_is_never_written_above_itself() {
        for (bound, expected) in [(0.375, "0.375"), (0.333 + 0.333, "0.666"), (3.337, "3.337"), (4.0, "4")] {
            assert_eq!(at_most(Language::En, bound), expected);
        }
        // Added up it is 0.30000000000000004, and 0.7999999999999999: what is over 0.799999999 is out of reach.
        assert_eq!([0.1 + 0.2, 0.1 + 0.7].map(|sum| at_most(Language::Nl, sum)), ["0,3", "0,799999999"]);
    }

    #[test]
    fn a_difference_that_rounds_to_zero_has_no_sign() {
        assert_eq!(signed(Language::Nl, 0.04, 1), "0,0");
        assert_eq!(signed(Language::Nl, -0.04, 1), "0,0");
        assert_eq!(signed(Language::Nl, 0.05, 1), "+0,1");
    }

    #[test]
    fn equal_scores_are_written_alike_however_they_were_added_up() {
        let five = Rounding::on_scale_to(5.0);
        assert_eq!([2.05, 2.05 - 1e-12].map(|score| decimal(Language::Nl, score, five)), ["2,1", "2,1"]);
        assert_eq!(decimal(Language::Nl, -1e-12, five), "0,0");
        assert_eq!(signed(Language::Nl, 2.0 - 2.05, five), "\u{2212}0,1");
        // 12.5 % that came out a trifle under it.
        assert_eq!(percent(Language::En, 0.125 - 1e-13), "13%");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(whole(Language::Nl, 1_234_567), "1.234.567");
        assert_eq!(whole(Language::En, 123), "123");
    }

    #[test]
    fn a_missing_number_is_a_dash() {
        assert_eq!(decimal_or_missing(Language::Nl, None, 1), "–");
    }
}
