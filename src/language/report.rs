//! What reports say: about one council, a group, a change, and how the numbers came about.
//!
//! Numbers come in as text, already rounded; counts come in as numbers, because the words around them depend on them.

pub mod about;
pub mod advice;
pub mod agenda;
pub mod change;
pub mod council;
pub mod counts;
pub mod ends;
pub mod firmness;
pub mod group;
pub mod invitation;
pub mod left_out;
pub mod merger;
pub mod partner;
pub mod peers;
pub mod roles;
pub mod soundness;
pub mod standing;
pub mod targets;
pub mod written;

use super::{Language, number};

/// At the foot of every page.
pub fn self_assessed(l: Language) -> &'static str {
    l.pick(
        "Zelfbeoordeling door het bestuur; niemand heeft de antwoorden gecontroleerd.",
        "Self-assessed by the council; nobody has verified the answers.",
    )
}

/// The stamp of a report for the workshop.
pub fn participants_only(l: Language) -> &'static str {
    l.pick("Alleen voor de deelnemers", "For the participants only")
}

/// "2,3 op 4"
pub fn score_on(l: Language, score: &str, max: &str) -> String {
    l.pick(format!("{score} op {max}"), format!("{score} out of {max}"))
}

/// "34 van 36"
pub fn part_of(l: Language, part: u64, whole: u64) -> String {
    let (part, whole) = (number::whole(l, part), number::whole(l, whole));
    l.pick(format!("{part} van {whole}"), format!("{part} of {whole}"))
}

/// "1,9 tot 2,4"
pub fn from_to(l: Language, low: &str, high: &str) -> String {
    l.pick(format!("{low} tot {high}"), format!("{low} to {high}"))
}

/// In place of a score: nothing applies.
pub fn not_applicable(l: Language) -> &'static str {
    l.pick("niet van toepassing", "not applicable")
}

/// The same in a narrow cell.
pub fn not_applicable_short(l: Language) -> &'static str {
    l.pick("n.v.t.", "n/a")
}

/// In place of a score: "te weinig antwoorden (2 van 5)".
pub fn too_few_answers(l: Language, answered: &str) -> String {
    l.pick(format!("te weinig antwoorden ({answered})"), format!("too few answers ({answered})"))
}

/// "24 besturen"
pub fn councils(l: Language, count: usize) -> String {
    l.counted(count, l.pick("bestuur", "council"), l.pick("besturen", "councils"))
}

/// "12 deelnemers"
pub fn participants(l: Language, count: u32) -> String {
    let (one, many) = l.pick(("deelnemer", "deelnemers"), ("participant", "participants"));
    l.counted(count as usize, one, many)
}

/// "48 antwoorden"
pub fn answers(l: Language, count: u64) -> String {
    l.counted(count as usize, l.pick("antwoord", "answer"), l.pick("antwoorden", "answers"))
}

/// What the respondents answered together.
pub fn consensus(l: Language) -> &'static str {
    l.pick("gezamenlijk antwoord", "joint answer")
}

/// Respondents without a role, where the names of roles stand in a table.
pub fn without_role(l: Language) -> &'static str {
    l.pick("zonder rol", "without a role")
}

/// The same in a sentence, where it takes the verb of one role.
pub fn group_without_role(l: Language) -> &'static str {
    l.pick("de groep zonder rol", "the group without a role")
}

/// The label of a quick scan.
pub fn quick_scan(l: Language) -> &'static str {
    l.pick("quickscan", "quick scan")
}

/// Under the title, when some took the quick scan only.
pub fn partly_quick_scan(l: Language) -> &'static str {
    l.pick("deels quickscan", "partly quick scan")
}

/// "ronde 2026"
pub fn wave(l: Language, wave: &str) -> String {
    l.pick(format!("ronde {wave}"), format!("round {wave}"))
}

/// "yes" and "no" as answers.
pub fn yes_no(l: Language, yes: bool) -> &'static str {
    if yes { l.pick("Ja", "Yes") } else { l.pick("Nee", "No") }
}

/// Headings of columns.
pub mod column {
    use super::Language;

    /// Of the rows of most tables.
    pub fn dimension(l: Language) -> &'static str {
        l.pick("Dimensie", "Dimension")
    }

    /// A score.
    pub fn score(_: Language) -> &'static str {
        "Score"
    }

    /// From where to where the score could lie.
    pub fn possible(l: Language) -> &'static str {
        l.pick("Mogelijk", "Possible")
    }

    /// The stage.
    pub fn stage(l: Language) -> &'static str {
        l.pick("Klasse", "Stage")
    }

    /// The step.
    pub fn step(l: Language) -> &'static str {
        l.pick("Trede", "Step")
    }

    /// Answers given of those asked for.
    pub fn answered(l: Language) -> &'static str {
        l.pick("Antwoorden", "Answers")
    }

    /// The median of the group.
    pub fn median(l: Language) -> &'static str {
        l.pick("Mediaan", "Median")
    }

    /// A quarter of the councils lies at or under it.
    pub fn lower_quartile(l: Language) -> &'static str {
        l.pick("Laagste kwart tot", "Lowest quarter up to")
    }

    /// A quarter of the councils lies at or over it.
    pub fn upper_quartile(l: Language) -> &'static str {
        l.pick("Hoogste kwart vanaf", "Highest quarter from")
    }

    /// Now minus then.
    pub fn change(l: Language) -> &'static str {
        l.pick("Verschil", "Change")
    }

    /// A council.
    pub fn council(l: Language) -> &'static str {
        l.pick("Bestuur", "Council")
    }

    /// How many councils.
    pub fn councils(l: Language) -> &'static str {
        l.pick("Besturen", "Councils")
    }

    /// How many respondents.
    pub fn participants(l: Language) -> &'static str {
        l.pick("Deelnemers", "Participants")
    }

    /// A question.
    pub fn question(l: Language) -> &'static str {
        l.pick("Vraag", "Question")
    }

    /// The row of the whole.
    pub fn total(l: Language) -> &'static str {
        l.pick("Totaal", "Overall")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_council_and_one_participant_are_singular() {
        assert_eq!(councils(Language::Nl, 1), "1 bestuur");
        assert_eq!(participants(Language::Nl, 1), "1 deelnemer");
        assert_eq!(participants(Language::En, 0), "0 participants");
        assert_eq!(part_of(Language::Nl, 1340, 1400), "1.340 van 1.400");
    }
}
