//! What stands on the offline form and on the paper that it prints as. What only its script
//! says is in `form/script.rs`, what only the workbook says in `form/workbook.rs`.

pub mod script;
pub mod workbook;

use super::length::Length;
use super::{Language, number};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> String { l.pick($nl, $en).to_owned() })*
    };
}

words! {
    /// A link for the keyboard.
    skip: "Naar de vragen", "Go to the questions";
    /// Label of the list of languages.
    language: "Taal", "Language";
    /// For browsers without scripts.
    no_script: "Deze browser voert geen scripts uit. Bewaren kan dan niet, maar u kunt het formulier afdrukken en met de \
                pen invullen.", "This browser runs no scripts. Saving is not possible then, but you can print the form and \
                fill it in with a pen.";
    /// When the browser keeps nothing.
    no_storage: "Deze browser onthoudt niets van wat u invult. Kies af en toe ‘Antwoorden bewaren’, en zeker voor u de \
                 pagina sluit.", "This browser remembers nothing of what you fill in. Choose ‘Save answers’ now and then, \
                 and certainly before you close the page.";
    /// Above answers that were put back from the copy in the browser, or from a file.
    earlier: "Hier staan antwoorden van een eerdere keer. Zijn ze van iemand anders? Begin dan met een leeg formulier, anders \
              komen uw antwoorden in de plaats van die van de ander.", "Here are answers of an earlier time. Are they \
              somebody else’s? Then start with an empty form, or your answers take the place of theirs.";
    /// Button beside it.
    afresh: "Leeg beginnen", "Start with an empty form";
    /// When the council or the role is another than in the file that was saved or opened.
    other_person: "Het bestuur of de rol is anders dan in het bestand dat eerder is bewaard of geopend. Daarom tellen deze \
                   antwoorden nu als die van iemand anders. Verbeterde u alleen een vergissing? Stuur het eerdere bestand dan \
                   niet mee.", "The council or the role is not that of the file that was saved or opened earlier. So these \
                   answers now count as somebody else’s. Did you only correct a mistake? Then do not send the earlier file \
                   along.";
    /// Heading of the first screen.
    before: "Voor u begint", "Before you start";
    /// Who sees what.
    who_sees: "Uw antwoorden gaan naar degene van wie u dit formulier kreeg. Die ziet ze met uw rol en met wat u erbij \
               schrijft. Uw naam wordt niet gevraagd; schrijf in de toelichting ook geen namen van anderen.", "Your answers go to \
               whoever gave you this form. They see them with your role and with what you write beside them. Your name is \
               not asked for; do not write names of others in the notes either.";
    /// Where the copy stays.
    copy_stays: "Wat u invult, blijft als reservekopie in deze browser staan. Andere pagina’s die op deze computer worden \
                 geopend, kunnen die kopie lezen. Op een gedeelde computer kiest u na het bewaren ‘Alles wissen’.", "What \
                 you fill in stays in this browser as a spare copy. Other pages opened on this computer can read that copy. \
                 On a shared computer, choose ‘Clear all’ after saving.";
    /// The file is what counts.
    file_counts: "Klaar, of later verder? Kies ‘Antwoorden bewaren’: het bestand dat u dan krijgt, zijn uw antwoorden. Met \
                  ‘Antwoorden openen’ gaat u ermee verder.", "Done, or going on later? Choose ‘Save answers’: the file you \
                  get then is your answers. With ‘Open answers’ you go on with it.";
    /// Field.
    council: "Code van het bestuur (NIS- of CBS-code)", "Code of the council (NIS or CBS code)";
    /// Field.
    name: "Naam van het bestuur", "Name of the council";
    /// Field.
    wave: "Ronde: een jaar, zoals 2026, of een datum, zoals 2026-03-01 (nodig om rondes te vergelijken)", "Wave (round): a \
           year, such as 2026, or a date, such as 2026-03-01 (needed to compare rounds)";
    /// Said where it is settled.
    settled_wave: "Ronde", "Wave (round)";
    /// Field.
    keep_until: "Antwoorden bewaren tot en met", "Keep the answers until";
    /// Group of fields.
    role: "Uw rol", "Your role";
    /// As whom a form is filled in by several people at once.
    consensus: "Samen, als één antwoord van iedereen (consensus)", "Together, as one answer of all (consensus)";
    /// The last of the roles.
    no_role: "Geen van deze, of liever niet gezegd: ik krijg alle vragen", "None of these, or rather not said: I get all \
              questions";
    /// Agreed before the first question.
    shown_by_role: "In de werksessie met de deelnemers mogen antwoorden per rol worden getoond, ook als ik de enige met mijn \
                    rol ben.", "In the workshop with the participants, answers may be shown by role, even if I am the only \
                    one with my role.";
    /// An answer.
    dont_know: "Weet ik niet", "I don’t know";
    /// An answer.
    not_applicable: "Niet van toepassing", "Not applicable";
    /// Takes an answer back.
    no_answer: "Geen antwoord", "No answer";
    /// An answer to a question with boxes.
    none_of_these: "Niets hiervan", "None of these";
    /// An answer.
    yes: "Ja", "Yes";
    /// An answer.
    no: "Nee", "No";
    /// Half of a question.
    on_paper: "Op papier", "On paper";
    /// Half of a question.
    in_practice: "In de praktijk", "In practice";
    /// Field.
    reason: "Waarom niet van toepassing?", "Why not applicable?";
    /// Field.
    comment: "Toelichting", "Notes";
    /// Opens the tick box and the field under a row.
    partner_or_comment: "Toelichting, partner", "Notes, partner";
    /// Tick box.
    via_partner: "Een partner doet dit voor ons", "A partner does this for us";
    /// Label of a field for evidence, where what asks for it cannot be said in a few words.
    evidence_at_all: "Waaruit blijkt dat?", "What shows this?";
    /// Field.
    answer: "Antwoord", "Answer";
    /// Above boxes.
    tick_all: "Meer dan één antwoord mag.", "More than one answer is possible.";
    /// Heading of the end.
    finish: "Afronden", "Finish";
    /// Box.
    done: "Ik ben klaar met invullen.", "I have finished.";
    /// Button.
    save: "Antwoorden bewaren", "Save answers";
    /// Button.
    load: "Antwoorden openen", "Open answers";
    /// Button.
    clear: "Alles wissen", "Clear all";
    /// Before the numbers of questions.
    still_open: "Nog niet beantwoord:", "Not answered yet:";
    /// A wrong number.
    not_a_number: "Dit getal is niet duidelijk. Schrijf het zonder teken tussen de duizendtallen, zoals 1200 of 12,5. Staan \
                   er drie cijfers achter de komma, zet er dan een nul bij: 1,1250 is één en een achtste.", "This number is \
                   not clear. Write it without a sign between the thousands, such as 1200 or 12.5. If there are three digits \
                   behind the point, add a zero: 1.1250 is one and an eighth.";
    /// A reason that is needed.
    reason_needed: "Schrijf hier waarom, of kies een ander antwoord.", "Write why here, or choose another answer.";
    /// A council that is needed.
    council_needed: "Vul de code van het bestuur in; zonder kan het bestand niet bewaard worden.", "Fill in the code of the \
                     council; the file cannot be saved without it.";
    /// A day that is no day, or in a year that nobody means.
    not_a_day: "Kies een dag in een jaar van 2000 tot en met 2999, zoals 31 december 2028, of laat dit leeg.", "Choose a day in a \
                year from 2000 to 2999, such as 31 December 2028, or leave this empty.";
    /// A wrong wave.
    not_a_wave: "Een ronde is een jaar, zoals 2026, of een datum, zoals 2026-03-01.", "A wave is a year, such as 2026, or a \
                 date, such as 2026-03-01.";
    /// A quick scan.
    quick: "Dit is de quickscan.", "This is the quick scan.";
}

/// How much is asked.
pub fn length(l: Language, length: &Length) -> String {
    let all = super::length::length(l, length);
    l.pick(
        format!("{all} Niet elke vraag hoeft een antwoord te krijgen."),
        format!("{all} Not every question needs an answer."),
    )
}

/// What a public report hides.
pub fn small_groups(l: Language, respondents: u32, comments: u32) -> String {
    let [fewer, words] = [respondents, comments].map(|count| number::whole(l, count.into()));
    l.pick(
        format!(
            "Een openbaar verslag toont geen groepen van minder dan {fewer} deelnemers apart, en wat deelnemers schrijven \
             pas vanaf {words}, zonder rol."
        ),
        format!(
            "A public report shows no groups of fewer than {fewer} people on their own, and what people write from {words} \
             on only, without their roles."
        ),
    )
}

/// When the answers go.
pub fn kept_until(l: Language, year: i16, month: i8, day: i8) -> String {
    let day = super::form::day(l, year, month, day);
    l.pick(format!("De antwoorden worden bewaard tot en met {day}."), format!("The answers are kept until {day}."))
}

/// "31 december 2028"
pub fn day(l: Language, year: i16, month: i8, day: i8) -> String {
    const NL: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let index = usize::from(month.unsigned_abs().saturating_sub(1)).min(11);
    format!("{day} {} {year}", l.pick(NL[index], EN[index]))
}

/// A number of any size, with as many decimals as it has.
pub fn plain_number(l: Language, value: f64) -> String {
    let written = value.to_string();
    let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    number::decimal(l, value, decimals)
}

/// Label of a field for a number.
pub fn number_between(l: Language, from: f64, to: f64) -> String {
    let (from, to) = (plain_number(l, from), plain_number(l, to));
    l.pick(format!("Getal; de schaal loopt van {from} tot {to}"), format!("Number; the scale runs from {from} to {to}"))
}

/// Label of a field for evidence, which is asked from an answer on.
pub fn evidence(l: Language, from: &str) -> String {
    l.pick(format!("Waaruit blijkt dat? (vanaf {from})"), format!("What shows this? (from {from} on)"))
}

/// The same, from an answer on that is named by its place in the list.
pub fn evidence_from_answer(l: Language, place: usize) -> String {
    l.pick(
        format!("Waaruit blijkt dat? (vanaf het {place}e antwoord)"),
        format!("What shows this? (from answer {place} on)"),
    )
}

/// The same, from a number of ticked boxes on.
pub fn evidence_from_boxes(l: Language, boxes: usize) -> String {
    let ticked = l.counted(
        boxes,
        l.pick("aangekruist antwoord", "ticked answer"),
        l.pick("aangekruiste antwoorden", "ticked answers"),
    );
    evidence(l, &ticked)
}

/// Who a question is for.
pub fn only_roles(l: Language, roles: &[String]) -> String {
    let roles = l.list(roles);
    l.pick(format!("Alleen voor: {roles}."), format!("Only for: {roles}."))
}

/// When a question is asked.
pub fn only_when(l: Language, condition: &str) -> String {
    l.pick(format!("Alleen als {condition}."), format!("Only if {condition}."))
}

/// "‘ja’"
pub fn quoted(answer: &str) -> String {
    format!("‘{answer}’")
}

/// "vraag 3", "vraag 3 (Balie)"
pub fn question(l: Language, number: usize, part: Option<&str>) -> String {
    let part = part.map(|part| format!(" ({part})")).unwrap_or_default();
    l.pick(format!("vraag {number}{part}"), format!("question {number}{part}"))
}

/// How an answer must be, in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One of these.
    Is,
    /// This or higher.
    AtLeast,
    /// This or lower.
    AtMost,
}

/// "het antwoord op vraag 3 minstens ‘gepland’ is"
pub fn answer_is(l: Language, question: &str, wanted: Wanted, answers: &[String]) -> String {
    let answers = l.either(answers);
    let how = match wanted {
        Wanted::Is => "",
        Wanted::AtLeast => l.pick("minstens ", "at least "),
        Wanted::AtMost => l.pick("hoogstens ", "at most "),
    };
    l.pick(
        format!("het antwoord op {question} {how}{answers} is"),
        format!("the answer to {question} is {how}{answers}"),
    )
}

/// "vraag 3 beantwoord is"
pub fn is_answered(l: Language, question: &str, answered: bool) -> String {
    let not = if answered { "" } else { l.pick("niet ", "not ") };
    l.pick(format!("{question} {not}beantwoord is"), format!("{question} is {not}answered"))
}

/// The opposite of a condition.
pub fn not_so(l: Language, condition: &str) -> String {
    l.pick(format!("het niet zo is dat {condition}"), format!("it is not so that {condition}"))
}

/// The foot of the form: what it belongs to, so that a paper copy can be matched.
pub fn belongs_to(l: Language, reference: &str, form: &str, hash: &str) -> String {
    l.pick(
        format!("Vragenlijst {reference}, formulier {form}, inhoud {hash}"),
        format!("Questionnaire {reference}, form {form}, content {hash}"),
    )
}

/// The name of a language in itself; of one that peil does not speak, its tag.
pub fn language_name(tag: &str) -> String {
    match tag {
        "nl" => "Nederlands",
        "nl-BE" => "Nederlands (België)",
        "nl-NL" => "Nederlands (Nederland)",
        "en" => "English",
        "en-GB" => "English (United Kingdom)",
        "fr" => "Français",
        "de" => "Deutsch",
        _ => tag,
    }
    .to_owned()
}
