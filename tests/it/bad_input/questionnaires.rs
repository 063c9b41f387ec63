//! Answers and the questionnaire that they belong to.

use super::{NINOVE, score};
use crate::peil::peil;

#[test]
fn answers_to_another_version_say_which_is_needed() {
    score("a.yaml")
        .file("a.yaml", &NINOVE.replace("version: 1.0.0", "version: 1.10"))
        .in_dutch()
        .stderr(
            "
            fout[other-version]: deze antwoorden horen bij versie 1.10 van `kort`, niet bij 1.0.0
             --> a.yaml:2:36
              |
            2 | questionnaire: {id: kort, version: 1.10}
              |                                    ^^^^ een andere versie
              |
              = tip: geef versie 1.10 van de vragenlijst mee, of een latere

            fout: er is niets om te scoren: van geen enkele deelnemer waren de antwoorden te lezen
            tip: los eerst de meldingen hierboven op
            ",
        )
        .ends_with(1);
}

#[test]
fn a_questionnaire_and_answers_that_changed_places_are_told_apart() {
    score("kort.yaml")
        .stderr_holds("error[unknown-format]: this is a questionnaire, not a file of answers\n --> kort.yaml:2:7\n")
        .ends_with(1);
    peil(["score", "a.yaml", "-q", "a.yaml"])
        .file("a.yaml", NINOVE)
        .in_dutch()
        .stderr(
            "
            fout: in `a.yaml` staan antwoorden, geen vragenlijst
            tip: geef met -q de vragenlijst, en de antwoorden zonder -q
            ",
        )
        .ends_with(2);
}

#[test]
fn a_questionnaire_that_is_not_at_hand_is_asked_for() {
    peil(["score", "a.yaml"])
        .file("a.yaml", NINOVE)
        .in_dutch()
        .stderr(
            "
            fout: de antwoorden horen bij de vragenlijst `kort`, en die is niet ingebouwd
            tip: geef het bestand mee: -q kort.yaml (ingebouwd: digitale-maturiteit, dienstverlening en digitale-transformatie)
            ",
        )
        .ends_with(2);
    peil(["score", "a.csv"])
        .file("a.csv", "council,keuze\n1,soms\n")
        .stderr(
            "
            error: the answers do not say which questionnaire they belong to
            help: give the questionnaire: -q digitale-maturiteit, or -q my-questionnaire.yaml
            ",
        )
        .ends_with(2);
    peil(["check", "a.yaml"])
        .file("a.yaml", NINOVE)
        .stdout_holds("error[unknown-questionnaire]: peil has no questionnaire `kort`\n --> a.yaml:2:21\n")
        .ends_with(1);
}

#[test]
fn a_misspelt_questionnaire_gives_the_near_one() {
    peil(["score", "a.yaml", "-q", "digitale-maturitei"])
        .file("a.yaml", NINOVE)
        .stderr(
            "
            error: `digitale-maturitei` is neither a file nor a built-in questionnaire
            help: did you mean `digitale-maturiteit`?
            ",
        )
        .ends_with(2);
}
