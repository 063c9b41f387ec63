//! Files and folders that cannot be read or written.

use super::{Sentence, sentence};
use crate::language::aside::{self, NoAnswers};
use crate::language::{Language, command, number};

/// A path that does not exist.
pub fn absent(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("`{path}` bestaat niet"), "controleer de naam, en of u in de juiste map staat"),
        sentence(format!("`{path}` does not exist"), "check the name, and that you are in the right folder"),
    )
}

/// A folder where a file is needed.
pub fn folder_instead_of_file(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("`{path}` is een map, geen bestand"), "noem een bestand in die map"),
        sentence(format!("`{path}` is a folder, not a file"), "name a file in that folder"),
    )
}

/// A list of councils with none in it.
pub fn no_councils_in(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` bevat geen enkel bestuur"),
            "zet er één bestuur per regel in, onder council en name",
        ),
        sentence(format!("`{path}` holds no council"), "put one council on each line, under council and name"),
    )
}

/// A file over the limit.
pub fn too_large(l: Language, path: &str, megabytes: u64) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is groter dan {megabytes} MB, meer dan peil in één keer leest"),
            "splits het bestand; van CSV leest peil tot 1024 MB, van YAML en JSON tot 16 MB",
        ),
        sentence(
            format!("`{path}` is larger than {megabytes} MB, more than peil reads at once"),
            "split the file; peil reads up to 1024 MB of CSV, and up to 16 MB of YAML or JSON",
        ),
    )
}

/// A file that the system does not let us read.
pub fn unreadable(l: Language, path: &str, said: &str) -> Sentence {
    l.pick(
        sentence(format!("`{path}` is niet te lezen: {said}"), "controleer of u het bestand mag openen"),
        sentence(format!("`{path}` cannot be read: {said}"), "check that you may open the file"),
    )
}

/// A packed file that is damaged, or of which the end is missing.
pub fn broken_packing(l: Language, path: &str, line: u64) -> Sentence {
    let beyond = match line {
        0 | 1 => l.pick("het is niet uit te pakken", "it cannot be unpacked").to_owned(),
        _ => {
            let line = number::whole(l, line);
            l.pick(
                format!("na regel {line} is het niet verder uit te pakken"),
                format!("beyond line {line} it cannot be unpacked"),
            )
        }
    };
    l.pick(
        sentence(
            format!("`{path}` is beschadigd of niet volledig: {beyond}"),
            "kopieer of download het bestand opnieuw; er is niets geschreven",
        ),
        sentence(
            format!("`{path}` is damaged or incomplete: {beyond}"),
            "copy or download the file again; nothing was written",
        ),
    )
}

/// A file that is not packed as the ending of its name says.
pub fn not_packed(l: Language, path: &str, ending: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` eindigt op `.{ending}`, maar is niet zo ingepakt"),
            "geef het de naam die bij de inhoud hoort, zoals `antwoorden.csv`",
        ),
        sentence(
            format!("`{path}` ends in `.{ending}` but is not packed that way"),
            "give it the name that belongs to what it holds, such as `answers.csv`",
        ),
    )
}

/// A place that the system does not let us write to.
pub fn unwritable(l: Language, path: &str, said: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is niet te schrijven: {said}"),
            "kies een andere plaats; wat er al stond, is niet veranderd",
        ),
        sentence(
            format!("`{path}` cannot be written: {said}"),
            "choose another place; what was there before has not changed",
        ),
    )
}

/// An output that would take the place of what is read.
pub fn output_is_input(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is ook een van de bestanden die peil moet lezen"),
            "kies voor de uitvoer een andere naam; er is niets veranderd",
        ),
        sentence(
            format!("`{path}` is one of the files that peil is to read"),
            "choose another name for the output; nothing has changed",
        ),
    )
}

/// Two outputs in the same place; `-` is standard output.
pub fn outputs_in_one_place(l: Language) -> Sentence {
    l.pick(
        sentence(
            "de scores en de rijen met een probleem gaan naar dezelfde plaats",
            "geef met -o een bestand voor de scores, en met --rejects een ander",
        ),
        sentence(
            "the scores and the rows with a problem go to the same place",
            "give a file for the scores with -o, and another one with --rejects",
        ),
    )
}

/// A name for the rows with a problem that says something else than what they are written as, and a better one.
pub fn rejects_are_csv(l: Language, path: &str, better: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` zou CSV bevatten, al dan niet ingepakt met gzip, maar de naam zegt iets anders"),
            format!("schrijf de rijen met een probleem naar `{better}`"),
        ),
        sentence(
            format!("`{path}` would hold CSV, packed with gzip or not, but its name says otherwise"),
            format!("write the rows with a problem to `{better}`"),
        ),
    )
}

/// Standard output that cannot be written to.
pub fn unwritable_output(l: Language, said: &str) -> Sentence {
    l.pick(
        sentence(
            format!("de uitvoer is niet te schrijven: {said}"),
            "wat er wel staat, is niet volledig; stuur de uitvoer ergens anders heen, of gebruik -o",
        ),
        sentence(
            format!("the output cannot be written: {said}"),
            "what was written is not complete; send the output somewhere else, or use -o",
        ),
    )
}

/// A file where a folder is needed.
pub fn file_in_the_way(l: Language) -> String {
    l.pick("daar staat al een bestand", "there is a file by that name").to_owned()
}

/// The folder for the output is not there.
pub fn no_such_folder(l: Language) -> String {
    l.pick("de map bestaat niet", "the folder does not exist").to_owned()
}

/// The system refuses.
pub fn no_permission(l: Language) -> String {
    l.pick("u hebt er geen rechten voor", "you have no permission").to_owned()
}

/// No room.
pub fn disk_full(l: Language) -> String {
    l.pick("de schijf is vol", "the disk is full").to_owned()
}

/// A read-only disk.
pub fn read_only(l: Language) -> String {
    l.pick("de schijf is alleen-lezen", "the disk is read-only").to_owned()
}

/// A part of the path is a file.
pub fn not_a_folder(l: Language) -> String {
    l.pick("een deel van het pad is een bestand, geen map", "part of the path is a file, not a folder").to_owned()
}

/// The path is a folder.
pub fn is_a_folder(l: Language) -> String {
    l.pick("dat is een map", "that is a folder").to_owned()
}

/// A draft that someone else works on.
pub fn draft_in_use(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("aan `{path}` werkt nu iemand anders"),
            "wacht tot die klaar is, of begin met --new aan een eigen bestand",
        ),
        sentence(
            format!("someone else is working on `{path}`"),
            "wait until they are done, or begin a file of your own with --new",
        ),
    )
}

/// Answers that cannot all be read, so that going on would lose some.
pub fn broken_answers(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("niet alles in `{path}` is te lezen"),
            "los eerst de meldingen hierboven op; er is niets veranderd",
        ),
        sentence(
            format!("not everything in `{path}` can be read"),
            "solve the problems shown above first; nothing has changed",
        ),
    )
}

/// Answers for `--previous` that are of another council.
pub fn previous_of_another_council(l: Language, path: &str, council: &str, now: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` hoort bij bestuur `{council}`, niet bij `{now}`"),
            "geef met `--previous` antwoorden van hetzelfde bestuur uit een eerdere ronde",
        ),
        sentence(
            format!("`{path}` belongs to council `{council}`, not to `{now}`"),
            "give answers of the same council from an earlier round with `--previous`",
        ),
    )
}

/// Answers for `--previous` of the same round, or of a later one.
pub fn previous_not_earlier(l: Language, path: &str, then: &str, now: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is van ronde {then}, en die komt niet voor {now}"),
            "geef met `--previous` antwoorden uit een eerdere ronde",
        ),
        sentence(
            format!("`{path}` is of round {then}, which does not come before {now}"),
            "give answers from an earlier round with `--previous`",
        ),
    )
}

/// A file that was to be gone on with, and is no started answers file.
pub fn not_a_draft(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` is geen antwoordenbestand dat `peil assess` begon"),
            "geef het bestand met de antwoorden van één persoon; dat eindigt op .yaml",
        ),
        sentence(
            format!("`{path}` is not an answers file that `peil assess` started"),
            "give the file with the answers of one person; its name ends in .yaml",
        ),
    )
}

/// A draft that belongs to a questionnaire that does not ship with peil.
pub fn questionnaire_of_draft(l: Language, id: &str, path: &str) -> Sentence {
    let assess = command(["peil", "assess", &format!("{id}.yaml"), "--resume", path]);
    l.pick(
        sentence(
            format!("`{path}` hoort bij de vragenlijst `{id}`, en die is niet ingebouwd"),
            format!("geef ook het bestand van de vragenlijst: {assess}"),
        ),
        sentence(
            format!("`{path}` belongs to the questionnaire `{id}`, which is not built in"),
            format!("give the file of the questionnaire too: {assess}"),
        ),
    )
}

/// A file that was named as answers and holds something else.
pub fn no_answers_but(l: Language, path: &str, held: NoAnswers) -> Sentence {
    let what = held.named(l);
    let help = match held {
        NoAnswers::Register => l.pick(
            "geef dit bestand mee met --councils, naast de antwoorden; zijn het toch antwoorden, voeg dan een kolom \
             `respondent` toe",
            "give this file with --councils, beside the answers; if it does hold answers, add a column `respondent`",
        ).to_owned(),
        NoAnswers::Form => aside::form_came_back(l),
        _ => l
            .pick("noem de antwoorden zelf, of de map waarin ze staan", "name the answers themselves, or their folder")
            .to_owned(),
    };
    sentence(
        l.pick(
            format!("`{path}` bevat geen antwoorden, maar {what}"),
            format!("`{path}` holds no answers, but {what}"),
        ),
        help,
    )
}
