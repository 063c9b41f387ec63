//! How numbers are rounded: the one place, for what is shown and for what is compared. So a number that is shown with as
//! many decimals as it is compared at is the number compared, and what is equal looks equal.

/// The decimals of a number: those it is written with, and those that can be relied on.
///
/// A score of exactly 2.05 may have been added up to a trifle less. Rounding it at once to one decimal would lose the half,
/// so it is first rounded to as many decimals as are sure, where the half is there again, and then half away from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounding {
    sure: u32,
    decimals: u32,
}

/// A number of which nothing is known: nine decimals are sure of a score on a scale to 500, of a share and of a percentage.
impl From<usize> for Rounding {
    fn from(decimals: usize) -> Rounding {
        let decimals = decimals as u32;
        Rounding { sure: decimals.max(9), decimals }
    }
}

impl Rounding {
    /// How scores from 0 to `max` are shown: with 2 decimals up to 1, 1 up to 10, none above.
    pub fn on_scale_to(max: f64) -> Rounding {
        /// Over twice the error of a share, 2⁻⁴¹, that comes from keeping it as a whole number of 2⁻⁴⁰.
        const ERROR: f64 = 1e-12;
        let is_sure = |decimals: &u32| max * ERROR * power(*decimals) < 0.501;
        let decimals = match max {
            max if max <= 1.0 => 2,
            max if max <= 10.0 => 1,
            _ => 0,
        };
        Rounding { sure: (0..=12).rev().find(is_sure).unwrap_or(0), decimals }
    }

    /// The same with so many decimals.
    pub fn at(self, decimals: usize) -> Rounding {
        Rounding { decimals: decimals as u32, ..self }
    }

    /// How many decimals are written.
    pub fn decimals(self) -> usize {
        self.decimals as usize
    }

    /// How many decimals no adding up disturbs.
    pub fn sure(self) -> u32 {
        self.sure
    }

    /// `value` as a whole number of its last decimal, half away from zero.
    pub fn units(self, value: f64) -> f64 {
        match self.fine(value) {
            Some((fine, unit)) => (fine.saturating_add(fine.signum() * (unit / 2)) / unit) as f64,
            None => (value * power(self.decimals)).round(),
        }
    }

    /// `value` rounded.
    pub fn of(self, value: f64) -> f64 {
        self.units(value) / power(self.decimals)
    }

    /// `value`, not below 0, rounded up: nobody is there before it is there.
    pub fn up(self, value: f64) -> f64 {
        let units = match self.fine(value) {
            Some((fine, unit)) => (fine.saturating_add(unit - 1) / unit) as f64,
            None => (value * power(self.decimals)).ceil(),
        };
        units / power(self.decimals)
    }

    /// `value` in whole numbers of the last decimal that is sure, and how many of those its last decimal written is. None
    /// where it has no such decimals, or is so large that a float has none either.
    fn fine(self, value: f64) -> Option<(i64, i64)> {
        const EXACT: f64 = (1_i64 << f64::MANTISSA_DIGITS) as f64;
        let fine = (value * power(self.sure)).round();
        let unit = 10_i64.checked_pow(self.sure.checked_sub(self.decimals)?)?;
        (fine.abs() < EXACT).then_some((fine as i64, unit))
    }
}

fn power(decimals: u32) -> f64 {
    10f64.powi(decimals as i32)
}

#[cfg(test)]
mod tests {
    use super::Rounding;

    #[test]
    fn a_half_that_was_added_up_to_a_trifle_less_is_rounded_as_a_half() {
        let five = Rounding::on_scale_to(5.0);
        assert_eq!([2.05, 2.05 - 1e-12, 2.05 + 1e-12, 2.049].map(|score| five.units(score)), [21.0, 21.0, 21.0, 20.0]);
        assert_eq!([-2.05, 1e-12 - 2.05, -2.049].map(|score| five.units(score)), [-21.0, -21.0, -20.0]);
        // Eleven decimals are sure on this scale.
        assert_eq!(five.units(2.049_999_999_9), 20.0);
        // 2⁻⁴⁰ of a thousand is 9 × 10⁻¹⁰, which the ninth decimal would show.
        assert_eq!(Rounding::on_scale_to(1000.0).units(20.5 - 9e-10), 21.0);
        assert_eq!(Rounding::from(1).units(2.05 - 1e-12), 21.0);
    }

    #[test]
    fn what_has_more_decimals_than_are_sure_or_is_very_large_is_rounded_at_once() {
        assert_eq!(Rounding::from(12).of(0.123_456_789_012), 0.123_456_789_012);
        assert_eq!(Rounding::on_scale_to(1e6).at(9).of(0.25), 0.25);
        assert_eq!(Rounding::from(0).of(9_007_199_254_740_991.0), 9_007_199_254_740_991.0);
    }

    #[test]
    fn what_is_missing_is_rounded_up_and_a_trifle_is_nothing() {
        let four = Rounding::on_scale_to(4.0);
        assert_eq!([0.1, 0.3 - 0.2, 0.101, 0.0].map(|missing| four.up(missing)), [0.1, 0.1, 0.2, 0.0]);
        assert_eq!(Rounding::on_scale_to(100.0).up(29.9), 30.0);
    }

    #[test]
    fn a_higher_scale_is_shown_with_fewer_decimals() {
        let decimals = [0.5, 1.0, 4.0, 10.0, 11.0, 100.0].map(|max| Rounding::on_scale_to(max).decimals());
        assert_eq!(decimals, [2, 2, 1, 1, 0, 0]);
    }
}
