//! Words on the command line that mean nothing.

use crate::peil::peil;

#[test]
fn without_a_command_peil_says_where_to_start() {
    peil([""; 0])
        .stderr(
            "
            error: what should peil do?
            help: try `peil demo`, or `peil --help` for all commands
            ",
        )
        .ends_with(2);
}

#[test]
fn a_misspelt_command_gives_every_near_one() {
    peil(["scor"])
        .in_dutch()
        .stderr(
            "
            fout: peil kent geen opdracht `scor`
            tip: bedoelde u `score` of `compare`?
            ",
        )
        .ends_with(2);
}

#[test]
fn a_misspelt_flag_gives_the_near_one() {
    peil(["score", "twee.csv", "--councel", "41048"])
        .stderr(
            "
            error: there is no flag `--councel` here
            help: did you mean `--council`?
            ",
        )
        .ends_with(2);
}

#[test]
fn a_word_too_many_is_not_called_a_flag() {
    peil(["list", "alles"])
        .in_dutch()
        .stderr(
            "
            fout: peil weet niet wat `alles` hier betekent
            tip: `peil --help` toont wat er kan
            ",
        )
        .ends_with(2);
}

#[test]
fn a_value_that_a_flag_does_not_know_gives_those_it_does() {
    peil(["compare", "twee.csv", "--by", "gemeente"])
        .in_dutch()
        .stderr(
            "
            fout: `gemeente` kan niet bij `--by`
            tip: kies council, wave of role
            ",
        )
        .ends_with(2);
    peil(["report", "twee.csv", "--audience", "pubic"])
        .stderr(
            "
            error: `pubic` is not possible for `--audience`
            help: did you mean `public`?
            ",
        )
        .ends_with(2);
}

#[test]
fn a_number_of_threads_has_its_limits() {
    for number in ["0", "257", "veel", "-1"] {
        peil(["score", "twee.csv", &format!("--threads={number}")])
            .stderr(&format!(
                "error: `{number}` is not possible for `--threads`\nhelp: choose a whole number from 1 to 256\n"
            ))
            .ends_with(2);
    }
}

#[test]
fn a_flag_without_its_value_is_named() {
    peil(["score", "twee.csv", "--wave"])
        .stderr(
            "
            error: `--wave` needs a value
            help: add `--help` for an example
            ",
        )
        .ends_with(2);
}

#[test]
fn answers_must_be_named() {
    peil(["score"])
        .in_dutch()
        .stderr(
            "
            fout: hier ontbreekt nog iets: ANTWOORDEN
            tip: voeg `--help` toe voor een voorbeeld
            ",
        )
        .ends_with(2);
}

#[test]
fn flags_that_exclude_each_other_are_both_named() {
    peil(["report", "twee.csv", "--all", "--council", "41048"])
        .stderr(
            "
            error: `--all` and `--council` do not go together
            help: leave one of them out
            ",
        )
        .ends_with(2);
}

#[test]
fn a_language_that_peil_does_not_speak_is_said_in_that_of_the_system() {
    peil(["list", "--lang", "fr"])
        .in_dutch()
        .stderr(
            "
            fout: peil spreekt geen `fr`
            tip: kies --lang nl of --lang en
            ",
        )
        .ends_with(2);
    peil(["list", "--lang", "fr"]).stderr_holds("error: peil does not speak `fr`\n").ends_with(2);
}

#[test]
fn a_system_language_that_peil_does_not_speak_gives_english() {
    peil(["score", "weg.csv"])
        .env("LANG", "fr_BE.UTF-8")
        .stderr_holds("error: `weg.csv` does not exist\n")
        .ends_with(2);
}
