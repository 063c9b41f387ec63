//! Sums of whole numbers from which means and variances come out the same to the bit, in whatever order they were added.

/// Values are kept as whole multiples of 2⁻³² of the scale (error under 2·10⁻¹⁰), coarser than in a score because here
/// they are squared.
const UNIT: f64 = (1u64 << 32) as f64;

/// A value of the scale as a whole number of units; `share` is 0–1.
pub(super) fn units(share: f64) -> u64 {
    (share.clamp(0.0, 1.0) * UNIT).round() as u64
}

/// The count, the sum and the sum of squares of some values in units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    pub(super) count: u64,
    sum: u128,
    squares: u128,
}

impl Sums {
    pub(super) fn add(&mut self, units: u64) {
        self.count += 1;
        self.sum += u128::from(units);
        self.squares += u128::from(units) * u128::from(units);
    }

    /// The mean, as a share of the scale; 0 of nothing.
    pub(super) fn mean(&self) -> f64 {
        if self.count == 0 { 0.0 } else { self.sum as f64 / self.count as f64 / UNIT }
    }

    /// The sum of the squared distances to the mean; 0 of nothing.
    pub(super) fn squared_deviations(&self) -> f64 {
        if self.count == 0 {
            return 0.0;
        }
        let count = u128::from(self.count);
        let (whole, own) = (count.checked_mul(self.squares), self.sum.checked_mul(self.sum));
        let difference = match whole.zip(own) {
            Some((whole, own)) => (whole - own) as f64,
            // Millions of respondents with hundreds of questions: nobody misses the last digits.
            None => count as f64 * self.squares as f64 - (self.sum as f64).powi(2),
        };
        difference / self.count as f64 / UNIT / UNIT
    }

    /// The variance with n − 1; `None` under two values.
    pub(super) fn variance(&self) -> Option<f64> {
        (self.count > 1).then(|| self.squared_deviations() / (self.count - 1) as f64)
    }

    /// Both together.
    pub(super) fn plus(self, other: Sums) -> Sums {
        Sums { count: self.count + other.count, sum: self.sum + other.sum, squares: self.squares + other.squares }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variance_is_that_of_the_values_and_does_not_drown_in_their_mean() {
        let sums = |shares: &[f64]| {
            let mut sums = Sums::default();
            shares.iter().for_each(|share| sums.add(units(*share)));
            sums
        };
        // 0.25, 0.5, 0.5, 0.75: squared distances 1/16 + 0 + 0 + 1/16.
        assert_eq!(sums(&[0.25, 0.5, 0.5, 0.75]).squared_deviations(), 0.125);
        assert_eq!(sums(&[0.25, 0.75]).variance(), Some(0.125));
        assert_eq!((sums(&[0.3]).variance(), sums(&[]).mean(), sums(&[]).squared_deviations()), (None, 0.0, 0.0));
        assert_eq!(sums(&[1.0; 1000]).squared_deviations(), 0.0);
    }

    #[test]
    fn sums_too_large_for_whole_numbers_still_have_a_variance() {
        // Half of 2⁴⁰ values at 0 and half at 2⁴² units: the distance to the mean is half of that.
        let (count, high) = (1u64 << 40, 1u128 << 42);
        let sums = Sums { count, sum: u128::from(count / 2) * high, squares: u128::from(count / 2) * high * high };
        let half = (high / 2) as f64 / UNIT;
        let expected = half * half * count as f64;
        assert!((sums.squared_deviations() / expected - 1.0).abs() < 1e-9);
    }
}
