//! Every type of question, with the questionnaire that has every field of the format.

use super::*;

const EVERYTHING: &str = include_str!("../../diagnostics/valid/every-field-and-type.yaml");

/// An interview in Dutch, at its first question.
fn everything(folder: &Path, size: Size) -> Terminal {
    std::fs::write(folder.join("alles.yaml"), EVERYTHING).expect("written");
    let known = ["assess", "alles.yaml", "--council", "1", "--role", "ict", "--seed", "1", "--new"];
    let mut terminal = Terminal::run(folder, &known, size, &[DUTCH]);
    terminal.sees(&["Enter: beginnen"]);
    terminal.types("\r").sees(&["Mogen antwoorden per rol", "Nee"]);
    terminal.types(&format!("{DOWN}\r")).sees(&["Vraag 1 van", "Welke plaats"]);
    terminal
}

#[test]
fn every_type_is_answered_on_the_screen_and_the_file_scores() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = everything(folder.path(), (24, 60));
    // A choice from the value on that should be shown by something.
    terminal.types("5").sees(&["Nu ingevuld: Geleerd", "Waar blijkt dit uit?"]);
    terminal.types("besluit 2026/114").sees(&["> besluit 2026/114"]);
    terminal.types("\r").sees(&["Welke kanalen zijn er?", "[ ] 1  Balie"]);
    // Boxes, of which one stands alone.
    terminal.types("3").sees(&["[x] 3  Geen"]);
    terminal.types("1").sees(&["[x] 1  Balie", "[ ] 3  Geen"]);
    terminal.types(&format!("{DOWN} ")).sees(&["[x] 1  Balie", "> [x] 2  Website"]);
    terminal.types("\r").sees(&["Welke gegevens deelt u?"]);
    terminal.types("\r").sees(&["! U hebt niets aangevinkt."]);
    terminal.types("\r").sees(&["Hoe tevreden bent u?", "( ) −2", "( )  2"]);
    // Steps below nothing are typed with their sign.
    terminal.types("-1").sees(&["> ( ) −1"]);
    terminal.types("2").sees(&["> ( )  2"]);
    terminal.types("\r").sees(&["Is er een team?", "» op papier", "( ) 1  Ja"]);
    terminal.types("1").sees(&["Is er een team?", "» in de praktijk"]);
    terminal.types("2").sees(&["Welk deel van het budget?", "Uw antwoord"]);
    terminal.types("\r").sees(&["! Typ eerst een getal"]);
    terminal.types("1.000\r").sees(&["! Schrijf het getal zonder scheidingsteken"]);
    terminal.types("\x152,75").sees(&["> 2,75"]);
    // A key that leads elsewhere keeps what was typed.
    terminal.types("c").sees(&["> 2,75", "Opmerking\n> ", "Esc: terug"]);
    terminal.types("geschat\r").sees(&["Opmerking: geschat", "> 2,75"]);
    terminal.types("\r").sees(&["Hoe vaak per kanaal?", "» Balie", "( ) 5  Geleerd"]);
    terminal.types("2").sees_without("» Website", "Geleerd");
    terminal.types("4").sees(&["Wat wilt u nog kwijt?", "> "]);
    terminal.types("één regel\r").sees(&["Dit waren alle vragen.", "Alles is ingevuld."]);
    terminal.types("f");
    assert_eq!(terminal.ends().0, 0);
    let written = answers(folder.path());
    assert_eq!(
        written,
        "  ri-st-1:\n    choice: 4\n    evidence: besluit 2026/114\n  ri-de-1:\n  - balie\n  - web\n  ri-de-2: []\n  \
         me-st-1: 2\n  me-st-2.paper: \"yes\"\n  me-st-2.practice: \"no\"\n  mi-st-1:\n    number: 2.75\n    comment: \
         geschat\n  mi-de-1.balie: 1\n  mi-de-1.web: 3\n  mi-de-2: één regel\n"
    );
    let text = std::fs::read_to_string(folder.path().join(DRAFT)).expect("answers");
    crate::peil::peil(["score", "a.yaml", "-q", "alles.yaml", "--format", "csv"])
        .file("alles.yaml", EVERYTHING)
        .file("a.yaml", &text)
        .stdout_holds("council,")
        .ends_with(0);
}

#[test]
fn what_a_changed_answer_hides_is_said_to_be_set_aside_and_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = everything(folder.path(), USUAL);
    terminal.types("3").sees(&["Welke kanalen"]);
    terminal.types("1").sees(&["[x] 1"]);
    terminal.types("b").sees(&["(•) 3"]);
    terminal.types("1").sees(&["! Opzijgezet (bewaard, telt niet mee): Welke kanalen zijn er?"]);
    terminal.types("b").sees(&["(•) 1"]);
    terminal.types("2").sees(&["! Telt weer mee: Welke kanalen zijn er?", "[x] 1"]);
    terminal.types("b").sees(&["(•) 2"]);
    terminal.types("1").sees(&["! Opzijgezet", "Hoe tevreden"]);
    for _ in 0..9 {
        terminal.types(RIGHT);
    }
    // The text at the very end has keys of its own.
    terminal.types(ESCAPE).sees(&["Dit waren alle vragen.", "Opzijgezet (bewaard, telt niet mee): Welke"]);
}

#[test]
fn a_text_keeps_what_was_typed_when_another_key_is_wanted() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = kort(folder.path(), &[], USUAL);
    for next in 2..=7 {
        terminal.types("s").sees(&[&format!("Question {next} of 7")]);
    }
    terminal.types("bad quality: s, q and b").sees(&["> bad quality: s, q and b", "Esc: save, and the other keys"]);
    terminal.types(ESCAPE).sees(&["Services 1/7", "Enter: type an answer"]);
    terminal.types("c").sees(&["Comment"]);
    terminal.types("\x1b[200~two\rlines\x1b[201~").sees(&["> two\n  lines"]);
    terminal.types("\r").sees(&["Comment: two\n         lines", "Enter: type an answer"]);
    terminal.types("\r").sees(&["Esc: save, and"]);
    terminal.types(&format!("{HOME}not {END}!\r")).sees(&["Finish"]);
    terminal.types("q");
    assert_eq!(terminal.ends().0, 0);
    let written = answers(folder.path());
    assert!(
        written.starts_with("  toelichting:\n    text: \"not bad quality: s, q and b!\"\n    comment: "),
        "{written}"
    );
}

#[test]
fn a_previous_round_stands_beside_the_question() {
    let folder = tempfile::tempdir().expect("a folder");
    let before = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41048\"}\n\
                  answers: {keuze: altijd, cijfer: 2}\n";
    std::fs::write(folder.path().join("2024.yaml"), before).expect("written");
    let mut terminal = kort(folder.path(), &["--previous", "2024.yaml"], USUAL);
    terminal.sees(&["Previous round: Always", "( ) 3  Always"]);
    terminal.types("s").sees_without("Faster?", "Previous round");
}

#[test]
fn a_council_is_searched_by_letters_and_a_long_name_keeps_its_code() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("kort.yaml"), KORT).expect("written");
    let long = "Sint-Katelijne-Waver aan de Grote Nete en de Kleine Nete bij de Dijle";
    let list = format!("council,name\n41048,Ninove\n12035,{long}\n41063,Denderleeuw\n");
    std::fs::write(folder.path().join("besturen.csv"), list).expect("written");
    let arguments = ["assess", "kort.yaml", "--councils", "besturen.csv", "--seed", "1"];
    let mut terminal = Terminal::run(folder.path(), &arguments, (24, 60), &[DUTCH]);
    terminal.sees(&["Enter: beginnen"]);
    terminal.types("\r").sees(&["Ronde, zoals 2026"]);
    terminal.types("\r").sees(&[
        "Welk bestuur?",
        "Typ een deel",
        "  Ninove (41048)",
        "… (12035)",
        "Denderleeuw (41063)",
    ]);
    terminal.types("kawa").sees_without("> Sint-Katelijne-Waver", "Ninove");
    terminal.types("\r").sees(&["Wat is uw rol?", "  Politiek"]);
    terminal.types(&format!("{UP}\r")).sees(&["Vraag 1 van"]);
    terminal.types("q");
    assert_eq!(terminal.ends().0, 0);
    let text = std::fs::read_to_string(folder.path().join(DRAFT)).expect("a draft");
    assert!(text.contains(&format!("id: \"12035\"\n  name: {long}\n")) && !text.contains("\n  role:"), "{text}");
}
