//! What the script of the offline form says: remarks that depend on what a person does. `{…}` is filled in there.

use crate::language::Language;

/// The name that the script knows a remark by, and its words in Dutch and in English.
const REMARKS: &[(&str, &str, &str)] = &[
    ("point", ",", "."),
    ("count", "{n} van {m} vragen beantwoord", "{n} of {m} questions answered"),
    ("kept", "Reservekopie bijgewerkt in deze browser.", "Spare copy updated in this browser."),
    ("lost", "Niet onthouden: bewaar uw antwoorden.", "Not remembered: save your answers."),
    (
        "newer",
        "Dit formulier is intussen in een ander tabblad verder ingevuld. Wat u hier typt, wordt niet onthouden. Bewaar het, of laad \
                 deze pagina opnieuw om verder te gaan met wat daar staat.",
        "This form has been filled in further in another tab. What you type here is not remembered. Save it, or load this \
                 page again to go on with what is there.",
    ),
    (
        "elsewhere",
        "Dit formulier staat ook in een ander tabblad open. Hier staat nu wat daar het laatst is ingevuld of gewist.",
        "This form is open in another tab too. Here is now what was last filled in or cleared there.",
    ),
    ("saved", "Bewaard als {file}, meestal in de map Downloads.", "Saved as {file}, usually in the Downloads folder."),
    ("opened", "{file} is geopend.", "{file} is open."),
    (
        "opened_part",
        "{file} is geopend. Dit past niet in het formulier en is niet ingevuld: {list}.",
        "{file} is open. This does not fit the form and was not filled in: {list}.",
    ),
    ("council", "code van het bestuur", "code of the council"),
    ("name", "naam van het bestuur", "name of the council"),
    ("wave", "ronde", "wave"),
    ("role", "rol", "role"),
    ("keep", "bewaren tot en met", "keep until"),
    ("cleared", "Alles is gewist.", "Everything has been cleared."),
    (
        "sure_clear",
        "Alles wissen wat hier is ingevuld, ook de reservekopie in deze browser?",
        "Clear all that has been filled in here, the spare copy in this browser too?",
    ),
    (
        "sure_open",
        "Wat hier is ingevuld, maakt plaats voor wat er in het bestand staat. Doorgaan?",
        "What has been filled in here makes way for what is in the file. Go on?",
    ),
    (
        "not_answers",
        "{file} is geen bestand dat met ‘Antwoorden bewaren’ is gemaakt. Er is niets veranderd.",
        "{file} is not a file made with ‘Save answers’. Nothing has changed.",
    ),
    (
        "other_questionnaire",
        "{file} hoort bij een andere vragenlijst of een andere versie. Er is niets veranderd.",
        "{file} belongs to another questionnaire or another version. Nothing has changed.",
    ),
    (
        "quick_file",
        "{file} hoort bij de quickscan van deze vragenlijst, en dit formulier is het volledige. Er is niets veranderd. Open het \
                 in het formulier van de quickscan.",
        "{file} belongs to the quick scan of this questionnaire, and this form is the full one. Nothing has changed. Open \
                 it in the form of the quick scan.",
    ),
    (
        "full_file",
        "{file} hoort bij de volledige vragenlijst, en dit formulier is de quickscan. Er is niets veranderd. Open het in het \
                 volledige formulier.",
        "{file} belongs to the full questionnaire, and this form is the quick scan. Nothing has changed. Open it in the \
                 full form.",
    ),
    (
        "consensus_file",
        "{file} is wat een groep samen antwoordde (consensus), en dit formulier is voor één persoon. Er is niets veranderd. Open \
                 het in het formulier voor de consensus.",
        "{file} is what a group answered together (consensus), and this form is for one person. Nothing has changed. Open it \
                 in the form for the consensus.",
    ),
    (
        "persons_file",
        "{file} is van één persoon, en dit formulier is voor wat een groep samen antwoordt (consensus). Er is niets veranderd. \
                 Open het in het formulier van die persoon.",
        "{file} is of one person, and this form is for what a group answers together (consensus). Nothing has changed. Open \
                 it in the form of that person.",
    ),
    (
        "other_form",
        "{file} hoort bij een ander bestuur, een andere ronde of een andere rol dan dit formulier. Er is niets \
                 veranderd.",
        "{file} belongs to another council, wave or role than this form. Nothing has changed.",
    ),
    (
        "parked_one",
        "Eén antwoord staat nu verborgen, omdat die vraag u niet meer wordt gesteld. Het blijft bewaard en telt \
                 niet mee.",
        "One answer is hidden now, because you are no longer asked that question. It is kept and does not count.",
    ),
    (
        "parked_many",
        "{n} antwoorden staan nu verborgen, omdat die vragen u niet meer worden gesteld. Ze blijven bewaard en \
                 tellen niet mee.",
        "{n} answers are hidden now, because you are no longer asked those questions. They are kept and do not \
                 count.",
    ),
    (
        "fix_first",
        "Nog niet bewaard: kijk eerst naar het veld met de opmerking.",
        "Not saved yet: look at the field with the remark first.",
    ),
];

/// Every remark by its name.
pub fn remarks(l: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    REMARKS.iter().map(move |&(name, nl, en)| (name, l.pick(nl, en)))
}
