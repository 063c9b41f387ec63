//! What stands only in the workbook. The rest it shares with the offline form.

use crate::language::Language;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> String { l.pick($nl, $en).to_owned() })*
    };
}

words! {
    /// Name of a sheet; at most 31 letters.
    instructions_sheet: "Uitleg", "Instructions";
    /// Name of a sheet.
    answers_sheet: "Antwoorden", "Answers";
    /// Name of a hidden sheet.
    lists_sheet: "_lijsten", "_lists";
    /// Heading of a column.
    number: "Nr.", "No.";
    /// Heading of a column.
    question: "Vraag", "Question";
    /// Heading of a column.
    evidence: "Waaruit blijkt dat?", "What shows this?";
    /// Heading of the fields about the respondent.
    who: "Wie antwoordt", "Who answers";
    /// Heading of the steps.
    how: "Zo vult u in", "How to fill it in";
    /// First step, when something about the respondent is asked.
    first_who: "Vul eerst hieronder in wie u bent. Ga daarna naar het blad ‘Antwoorden’.", "First fill in below who you are. \
                Then go to the sheet ‘Answers’.";
    /// First step otherwise.
    first_answers: "Ga naar het blad ‘Antwoorden’.", "Go to the sheet ‘Answers’.";
    /// Second step.
    yellow: "Kies in een gele cel een antwoord uit de lijst, of typ het waar geen lijst is. Wat geel blijft, telt als niet \
             beantwoord.", "Choose an answer from the list in a yellow cell, or type it where there is no list. What stays \
             yellow counts as not answered.";
    /// Third step.
    undo: "Bedenkt u zich? Maak de cel leeg met de toets Delete.", "Changed your mind? Empty the cell with the Delete key.";
    /// Step, when questions depend on others.
    only_if: "Staat er ‘Alleen als’ bij een vraag, en is dat bij u niet zo? Sla de vraag dan over.", "Does a question say ‘Only \
              if’, and is that not so for you? Then skip the question.";
    /// Last step, unless whoever sends the workbook says it otherwise.
    send_back: "Bewaar het bestand als .xlsx of .ods en stuur het terug naar wie het u gaf.", "Save the file as .xlsx or .ods \
                and send it back to whoever gave it to you.";
    /// Where a day is typed.
    keep_until: "Antwoorden bewaren tot en met (zoals 2028-12-31)", "Keep the answers until (such as 2028-12-31)";
    /// Which languages an answer may be typed in.
    any_language: "Een antwoord mag ook in een andere taal van de vragenlijst staan.", "An answer may also be in another \
                   language of the questionnaire.";
    /// Beside a question with boxes.
    tick: "Kies ‘Ja’ bij alles wat klopt, en laat de rest leeg.", "Choose ‘Yes’ for everything that is right, and leave the \
           rest empty.";
    /// Under a list of answers of which some are marked.
    star: "* Schrijf er ook bij waaruit dat blijkt.", "* Also write what shows this.";
    /// Beside a cell with a list; at most 255 letters.
    pick_hint: "Kies uit de lijst. Leegmaken kan met Delete.", "Choose from the list. Delete empties the cell.";
    /// Beside a cell for a number that nobody may know.
    number_hint: "Typ een getal zonder teken tussen duizendtallen, of kies uit de lijst.", "Type a number without a sign between \
                  thousands, or choose from the list.";
    /// Title of the refusal; at most 32 letters.
    refused: "Dat staat niet in de lijst", "That is not in the list";
    /// The refusal.
    refused_hint: "Kies een antwoord uit de lijst, of maak de cel leeg.", "Choose an answer from the list, or empty the cell.";
}

/// "Kies van 1 tot en met 5."
pub fn scale(l: Language, from: &str, to: &str) -> String {
    l.pick(format!("Kies van {from} tot en met {to}."), format!("Choose from {from} to {to}."))
}

/// Under a question with boxes: what to choose beside the question itself.
pub fn instead(l: Language, answers: &[String]) -> String {
    let answers = l.either(answers);
    l.pick(
        format!("Klopt er niets, of past er geen ‘Ja’? Kies dan op deze regel {answers}."),
        format!("Is nothing right, or does no ‘Yes’ fit? Then choose {answers} on this line."),
    )
}

/// Where evidence is asked for from some answer on.
pub fn evidence_from(l: Language, from: &str) -> String {
    l.pick(
        format!("Vanaf {from}: schrijf er ook bij waaruit dat blijkt."),
        format!("From {from} on: also write what shows this."),
    )
}

/// At the foot of a page; `&P` and `&N` become the number of the page and of all pages.
pub fn page_of(l: Language) -> &'static str {
    l.pick("Pagina &P van &N", "Page &P of &N")
}

/// The languages of the questionnaire.
pub fn languages(l: Language, names: &[String]) -> String {
    let names = l.list(names);
    l.pick(format!("Deze vragenlijst bestaat in: {names}."), format!("This questionnaire exists in: {names}."))
}
