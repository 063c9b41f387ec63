//! Chance that is the same on every machine and in every run. Knows nothing of what it is used for.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The seed of all demo data. Another one gives other people.
const SEED: [u8; 32] = *b"peil: councils that do not exist";

/// A source of chance. Only `next_u64` of the generator is used, which never changes its values between versions, and
/// only arithmetic that IEEE 754 fixes to the bit.
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    /// The dice for one purpose, independent of all others: what is thrown here moves nothing elsewhere.
    pub(super) fn new(purpose: u8, council: usize, person: usize, wave: usize) -> Dice {
        let mut generator = ChaCha8Rng::from_seed(SEED);
        let place = (council as u64) << 32 | (person as u64) << 16 | wave as u64;
        generator.set_stream(u64::from(purpose) << 56 | place);
        Dice(generator)
    }

    /// A number from 0 up to but not including 1.
    pub(super) fn share(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number below `count`; 0 when there is nothing to choose from.
    pub(super) fn below(&mut self, count: usize) -> usize {
        ((u128::from(self.0.next_u64()) * count as u128) >> 64) as usize
    }

    /// True in this share of cases.
    pub(super) fn happens(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// A number around 0, bell-shaped, with this standard deviation and never more than three of them.
    pub(super) fn around_zero(&mut self, deviation: f64) -> f64 {
        let sum = self.share() + self.share() + self.share();
        (sum - 1.5) * 2.0 * deviation
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_chacha_with_eight_rounds() {
        // Worked out with an implementation of ChaCha in another language, checked against the vectors of its author.
        let mut dice = Dice::new(7, 6, 3, 1);
        let first = [dice.0.next_u64(), dice.0.next_u64(), dice.0.next_u64()];
        assert_eq!(first, [0x6833_4813_d1d2_4eb2, 0xf382_00b3_278d_4468, 0xab50_352d_03f7_5e04]);
    }
}
