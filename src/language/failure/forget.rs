//! Why a respondent cannot be removed.

use super::{Sentence, sentence};
use crate::language::{Language, command, number};

/// An id of nothing but blanks.
pub fn no_respondent_given(l: Language) -> Sentence {
    l.pick(
        sentence("het nummer van de deelnemer is leeg", "geef het nummer, zoals `peil forget r-7f3a antwoorden/`"),
        sentence("the number of the respondent is empty", "give the number, such as `peil forget r-7f3a answers/`"),
    )
}

/// No place was named and the usual folder is not there.
pub fn which_places(l: Language, id: &str, folder: &str) -> Sentence {
    let forget = command(["peil", "forget", id, l.pick("MAP", "FOLDER")]);
    l.pick(
        sentence(
            format!("waar staan de antwoorden? De map `{folder}` is er niet"),
            format!("noem de bestanden of mappen: `{forget}`"),
        ),
        sentence(
            format!("where are the answers? There is no folder `{folder}`"),
            format!("name the files or folders: `{forget}`"),
        ),
    )
}

/// Standard input or a pipe, from which nothing can be removed.
pub fn forget_in_a_pipe(l: Language) -> Sentence {
    l.pick(
        sentence("uit de standaardinvoer of een pipe kan niets weg", "noem het bestand of de map met de antwoorden"),
        sentence("nothing can be removed from standard input or a pipe", "name the file or folder with the answers"),
    )
}

/// No such respondent in these places. `councils`: where it is after all, outside what was asked for.
pub fn respondent_not_found(l: Language, id: &str, places: &str, councils: &[String]) -> Sentence {
    let help = if councils.is_empty() {
        l.pick(
            "het nummer is de naam van het bestand met de antwoorden, of staat in de kolom respondent".to_owned(),
            "the number is the name of the file of answers, or stands in the column respondent".to_owned(),
        )
    } else {
        let list = councils.join("; ");
        l.pick(format!("wel bij: {list}"), format!("but it is with: {list}"))
    };
    sentence(
        l.pick(
            format!("deelnemer `{id}` komt niet voor in {places}; er is niets verwijderd"),
            format!("respondent `{id}` is not in {places}; nothing was removed"),
        ),
        help,
    )
}

/// The same id with several councils.
pub fn respondent_of_several(l: Language, id: &str, councils: &[String]) -> Sentence {
    let count = number::whole(l, councils.len() as u64);
    let flags: Vec<String> = councils.iter().take(3).map(|id| command(["--council", id])).collect();
    let help = l.either(&flags);
    l.pick(
        sentence(
            format!("`{id}` komt bij {count} besturen voor; er is niets verwijderd"),
            format!("kies er één: {help}"),
        ),
        sentence(format!("`{id}` occurs with {count} councils; nothing was removed"), format!("choose one: {help}")),
    )
}

/// Nobody can be asked.
pub fn forget_needs_yes(l: Language) -> Sentence {
    l.pick(
        sentence(
            "peil verwijdert niets zonder bevestiging, en kan die hier niet vragen",
            "bekijk met --dry-run wat er weg zou gaan, en voeg dan --yes toe",
        ),
        sentence(
            "peil removes nothing without a confirmation, and cannot ask for it here",
            "see with --dry-run what would go, then add --yes",
        ),
    )
}

/// A draft that someone works on.
pub fn forget_in_use(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("aan `{path}` werkt nu iemand"), "sluit die vragenlijst eerst af; er is niets verwijderd"),
        sentence(format!("someone is working on `{path}` now"), "close that interview first; nothing was removed"),
    )
}

/// A file that the system does not let us change or delete.
pub fn forget_refused(l: Language, path: &str, said: &str) -> Sentence {
    l.pick(
        sentence(
            format!("`{path}` kan niet worden gewijzigd: {said}"),
            "zorg dat u het bestand en zijn map mag wijzigen en probeer het opnieuw; er is niets verwijderd",
        ),
        sentence(
            format!("`{path}` cannot be changed: {said}"),
            "make sure that you may change the file and its folder, and try again; nothing was removed",
        ),
    )
}

/// A file that changed while peil was waiting.
pub fn forget_changed(l: Language, path: &str) -> Sentence {
    l.pick(
        sentence(format!("`{path}` is intussen veranderd"), "geef de opdracht opnieuw; er is niets verwijderd"),
        sentence(format!("`{path}` has changed in the meantime"), "give the command again; nothing was removed"),
    )
}

/// It went wrong half way.
pub fn forget_stopped(l: Language, path: &str, said: &str, done: &[String]) -> Sentence {
    if done.is_empty() {
        return forget_refused(l, path, said);
    }
    let done = l.list(done);
    l.pick(
        sentence(
            format!("`{path}` kan niet worden gewijzigd: {said}"),
            format!("al wel verwijderd uit: {done}; los dit op en geef de opdracht opnieuw voor de rest"),
        ),
        sentence(
            format!("`{path}` cannot be changed: {said}"),
            format!("already removed from: {done}; solve this and give the command again for the rest"),
        ),
    )
}

/// A file or folder that is read-only.
pub fn write_protected(l: Language) -> String {
    l.pick("het is alleen-lezen", "it is read-only").to_owned()
}
