//! How many councils a page about one wave leaves out because they answered in others, as pages and commands say it.

use crate::comparison::Batch;
use crate::language::Language;
use crate::language::report::peers;
use crate::responses::Wave;

/// That councils answered in other waves than this one only, and when last; `None` where there are none.
pub fn elsewhere(l: Language, batch: &Batch<'_>, wave: Option<Wave>) -> Option<String> {
    let by_wave = batch.responses().registry.elsewhere(wave);
    let by_round: Vec<(String, usize)> = by_wave.into_iter().map(|(wave, count)| (wave.to_string(), count)).collect();
    (!by_round.is_empty()).then(|| peers::in_other_rounds(l, &by_round))
}
