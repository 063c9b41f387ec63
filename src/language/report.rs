//! What reports say: about one council, a group, a change, and how the numbers came about.

use super::Language;

/// At the foot of every page.
pub fn self_assessed(l: Language) -> &'static str {
    l.pick(
        "Zelfbeoordeling: de deelnemers hebben zelf geantwoord en niemand heeft de antwoorden gecontroleerd.",
        "Self-assessed: the participants answered for themselves and nobody has verified the answers.",
    )
}

/// The stamp of a report for the workshop.
pub fn participants_only(l: Language) -> &'static str {
    l.pick("Alleen voor de deelnemers", "For the participants only")
}
