//! What is said of the versions of a questionnaire: what became of older answers.

mod listed;

pub use listed::{Reach, Taken, What, binds, change_line, changed_between};

use super::{Language, number, report};

/// How much was done to the answers of an earlier version. Counts of questions, but for the rows and the choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mapped {
    /// Under another id now.
    pub renamed: usize,
    /// No longer asked; their answers are left out.
    pub dropped: usize,
    /// Not asked yet.
    pub later: usize,
    /// Asked then, but without a column in the table.
    pub absent: usize,
    /// Rows of grids that were not asked yet.
    pub rows: usize,
    /// Choices under another id now.
    pub choices: usize,
}

/// "2 vragen hernoemd, 1 vervallen"; nothing where nothing was done.
fn mapped(l: Language, mapped: Mapped) -> Option<String> {
    let questions = [
        (mapped.renamed, l.pick("hernoemd", "renamed")),
        (mapped.dropped, l.pick("vervallen", "dropped")),
        (mapped.later, l.pick("toen nog niet gesteld", "not asked yet")),
        (mapped.absent, l.pick("zonder kolom", "without a column")),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (count, what) in questions.into_iter().filter(|(count, _)| *count > 0) {
        // The noun stands with the first number only.
        let counted = match parts.is_empty() {
            true => l.counted(count, l.pick("vraag", "question"), l.pick("vragen", "questions")),
            false => number::whole(l, count as u64),
        };
        parts.push(format!("{counted} {what}"));
    }
    if mapped.rows > 0 {
        let rows = l.counted(mapped.rows, l.pick("rij", "row"), l.pick("rijen", "rows"));
        parts.push(l.pick(format!("{rows} toen nog niet gevraagd"), format!("{rows} not asked yet")));
    }
    if mapped.choices > 0 {
        let choices = l.counted(mapped.choices, l.pick("keuze", "choice"), l.pick("keuzes", "choices"));
        parts.push(l.pick(format!("{choices} hernoemd"), format!("{choices} renamed")));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The same for answers to version `was` that the rules of version `now` score. Where nothing was done, only that every
/// question is still there: what its words and its answers were is not known here.
fn scored_as(l: Language, now: &str, what: Mapped) -> String {
    mapped(l, what).unwrap_or_else(|| {
        l.pick(
            format!("elke vraag daarvan staat ook in versie {now}, en telt volgens de regels van {now}"),
            format!("each of its questions is in version {now} too, and counts by the rules of {now}"),
        )
    })
}

/// "12 deelnemers beantwoordden versie 1.0.0: 2 vragen hernoemd, 1 vervallen."
pub fn answered_earlier(l: Language, respondents: u32, was: &str, now: &str, what: Mapped) -> String {
    let (people, what) = (report::participants(l, respondents), scored_as(l, now, what));
    let verb = l.pick(if respondents == 1 { "beantwoordde" } else { "beantwoordden" }, "answered");
    l.pick(format!("{people} {verb} versie {was}: {what}."), format!("{people} {verb} version {was}: {what}."))
}

/// An interview goes on with answers of an earlier version.
pub fn goes_on_as(l: Language, was: &str, now: &str, what: Mapped) -> String {
    let gone = match what.dropped {
        0 => "",
        1 => l.pick(
            " Wat op de vervallen vraag is geantwoord, staat niet meer in het bestand.",
            " What was answered to the dropped question is no longer in the file.",
        ),
        _ => l.pick(
            " Wat op de vervallen vragen is geantwoord, staat niet meer in het bestand.",
            " What was answered to the dropped questions is no longer in the file.",
        ),
    };
    let what = mapped(l, what).unwrap_or_else(|| {
        l.pick("elke vraag daarvan staat er nog", "each of its questions is still there").to_owned()
    });
    l.pick(
        format!("De antwoorden waren op versie {was} en gaan verder als versie {now}: {what}.{gone}"),
        format!("The answers were to version {was} and go on as version {now}: {what}.{gone}"),
    )
}

/// What is said of answers of an earlier version in a report, which does not say how many they are; `all` when nobody answered another version.
pub fn answers_of_earlier(l: Language, was: &str, now: &str, what: Mapped, all: bool) -> String {
    let what = scored_as(l, now, what);
    if all {
        return l.pick(
            format!("Alle antwoorden zijn op versie {was} gegeven: {what}."),
            format!("All answers were given to version {was}: {what}."),
        );
    }
    l.pick(
        format!("Een deel van de antwoorden is op versie {was} gegeven: {what}."),
        format!("Some of the answers were given to version {was}: {what}."),
    )
}

/// The name of that line.
pub fn earlier_version(l: Language) -> &'static str {
    l.pick("Eerdere versie", "Earlier version")
}

/// "de 30 vragen van beide versies"
fn shared(l: Language, questions: usize, quick: bool) -> String {
    let count = number::whole(l, questions as u64);
    let noun = l.plural(questions, l.pick("vraag", "question"), l.pick("vragen", "questions"));
    if quick {
        return l.pick(
            format!(
                "de {count} {noun} van de quickscan die in beide versies {}",
                if questions == 1 { "staat" } else { "staan" }
            ),
            format!("the {count} {noun} of the quick scan that both versions have"),
        );
    }
    l.pick(format!("de {count} {noun} van beide versies"), format!("the {count} {noun} of both versions"))
}

/// What two waves that answered different versions are compared on.
pub fn compared_over(l: Language, questions: usize, quick: bool) -> String {
    let shared = shared(l, questions, quick);
    l.pick(format!("Vergeleken over {shared}."), format!("Compared over {shared}."))
}

/// The same behind a change: " Over de 30 vragen van beide versies."
pub fn over(l: Language, questions: usize, quick: bool) -> String {
    let shared = shared(l, questions, quick);
    l.pick(format!(" Over {shared}."), format!(" Over {shared}."))
}

/// The same in a cell of a table: "30 vragen van beide versies".
pub fn over_in_a_cell(l: Language, questions: usize) -> String {
    let questions = l.counted(questions, l.pick("vraag", "question"), l.pick("vragen", "questions"));
    l.pick(format!("{questions} van beide versies"), format!("{questions} of both versions"))
}

/// Behind the peers, where not everyone answered the same version.
pub fn asked_the_same(l: Language) -> &'static str {
    l.pick(", met dezelfde vragen", ", with the same questions")
}

/// What several groups of which some answered an earlier version are compared on.
pub fn compared_over_all(l: Language, questions: usize) -> String {
    let count = number::whole(l, questions as u64);
    l.pick(
        format!(
            "Niet iedereen beantwoordde dezelfde versie. Geteld is wat elke versie vraagt: {count} {}.",
            if questions == 1 { "vraag" } else { "vragen" }
        ),
        format!(
            "Not everyone answered the same version. What counts is what each version asks: {count} {}.",
            if questions == 1 { "question" } else { "questions" }
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_to_older_answers_is_counted_with_the_noun_once() {
        let what = Mapped { renamed: 2, dropped: 1, ..Mapped::default() };
        let said = |l, respondents, what| answered_earlier(l, respondents, "1.0.0", "2.0.0", what);
        assert_eq!(
            said(Language::Nl, 12, what),
            "12 deelnemers beantwoordden versie 1.0.0: 2 vragen hernoemd, 1 vervallen."
        );
        assert_eq!(
            said(Language::En, 12, what),
            "12 participants answered version 1.0.0: 2 questions renamed, 1 dropped."
        );
        let what = Mapped { later: 1, choices: 1, ..Mapped::default() };
        assert_eq!(
            said(Language::Nl, 1, what),
            "1 deelnemer beantwoordde versie 1.0.0: 1 vraag toen nog niet gesteld, 1 keuze hernoemd."
        );
        assert_eq!(
            said(Language::En, 1, Mapped::default()),
            "1 participant answered version 1.0.0: each of its questions is in version 2.0.0 too, and counts by the rules of \
             2.0.0."
        );
    }

    #[test]
    fn of_an_earlier_version_to_which_nothing_was_done_it_is_not_said_that_it_asked_the_same() {
        assert_eq!(
            answers_of_earlier(Language::Nl, "1.0.0", "2.0.0", Mapped::default(), false),
            "Een deel van de antwoorden is op versie 1.0.0 gegeven: elke vraag daarvan staat ook in versie 2.0.0, en telt \
             volgens de regels van 2.0.0."
        );
        assert_eq!(
            goes_on_as(Language::Nl, "1.0.0", "2.0.0", Mapped::default()),
            "De antwoorden waren op versie 1.0.0 en gaan verder als versie 2.0.0: elke vraag daarvan staat er nog."
        );
    }
}
