//! Workbooks that people changed in ways that they may, and in ways that they should not.

use super::{EVERYTHING, Filled, KORT, answers, questionnaire, said};

fn kort() -> Filled {
    Filled::new(KORT, &["--council", "41048"]).answered("keuze", "Soms").answered("vakjes|web", "Ja")
}

#[test]
fn inserted_rows_and_columns_another_name_and_another_order_change_nothing() {
    let mut filled = kort();
    let expected = filled.read().sheet;
    let sheet = filled.sheet("Antwoorden");
    sheet.name = "Blad1".to_owned();
    for row in &mut sheet.rows {
        row.resize(8, String::new());
        row.insert(2, "tussengevoegd".to_owned());
        // The column of ids at the far end, shown.
        row.rotate_left(1);
    }
    sheet.rows.insert(0, vec!["Ninove".to_owned()]);
    sheet.rows.insert(4, Vec::new());
    filled.grids.reverse();
    filled.grids.insert(0, super::Grid { name: "Los blad".to_owned(), rows: vec![vec!["Antwoord".to_owned()]] });
    let read = filled.read();
    assert_eq!((read.sheet, said(&read.problems)), (expected, Vec::new()));
}

#[test]
fn a_sorted_sheet_and_one_with_copied_lines_keep_their_answers() {
    let mut filled = kort();
    let expected = filled.read().sheet;
    let sheet = filled.sheet("Antwoorden");
    let copies: Vec<_> = sheet.rows.iter().skip(1).rev().cloned().collect();
    sheet.rows.truncate(1);
    sheet.rows.extend(copies);
    assert_eq!(filled.read().sheet, expected);
    let sheet = filled.sheet("Antwoorden");
    let mut copy = sheet.rows.iter().find(|row| row[0] == "keuze").expect("the line").clone();
    copy.truncate(3);
    sheet.rows.push(copy.clone());
    assert_eq!(filled.read().sheet, expected, "an empty copy");
    copy.push("Altijd".to_owned());
    filled.sheet("Antwoorden").rows.push(copy);
    let read = filled.read();
    assert_eq!(read.sheet, expected);
    assert_eq!(said(&read.problems), ["Antwoorden!D13 `keuze` staat hier een tweede keer, ook met een antwoord"]);
}

#[test]
fn a_line_of_another_questionnaire_is_reported_where_it_stands() {
    let mut filled = kort();
    filled.sheet("Antwoorden").rows.push(["ri-ds-9", "", "", "Ja"].map(str::to_owned).to_vec());
    filled.sheet("Antwoorden").rows.push(["ri-ds-8"].map(str::to_owned).to_vec());
    assert_eq!(said(&filled.read().problems), ["Antwoorden!D12 de vragenlijst heeft geen vraag `ri-ds-9`"]);
}

#[test]
fn a_deleted_column_or_sheet_is_named_with_its_file() {
    let mut filled = kort();
    for row in &mut filled.sheet("Antwoorden").rows {
        if !row.is_empty() {
            row.remove(0);
        }
    }
    assert_eq!(filled.refused(), "in `a.xlsx` is de verborgen kolom `id` van het blad `Antwoorden` verwijderd");
    let mut filled = kort();
    for row in &mut filled.sheet("Antwoorden").rows {
        if row.len() > 3 {
            row.remove(3);
        }
    }
    let message = "in `a.xlsx` heeft het blad `Antwoorden` geen kolom met het opschrift ‘Antwoord’";
    assert_eq!(filled.refused(), message);
    let mut filled = kort();
    filled.grids.retain(|grid| grid.name != "Antwoorden");
    assert_eq!(filled.refused(), "in `a.xlsx` is geen blad met vragen meer te vinden");
    let mut filled = kort();
    filled.grids.retain(|grid| grid.name != "_peil");
    let message = "`a.xlsx` zegt niet bij welke vragenlijst het hoort: het verborgen blad `_peil` ontbreekt";
    assert_eq!(filled.refused(), message);
}

#[test]
fn a_sheet_that_somebody_added_is_not_taken_for_one_that_lost_its_ids() {
    let mut filled = kort();
    let expected = filled.read().sheet;
    for heading in ["Vraag", "Wie antwoordt"] {
        let rows = vec![[heading, "Antwoord"].map(str::to_owned).to_vec(), vec!["Wanneer?".to_owned()]];
        filled.grids.insert(0, super::Grid { name: format!("Onze {heading}"), rows });
    }
    assert_eq!(filled.read().sheet, expected);
    // A title above the table is none either.
    let sheet = filled.sheet("Antwoorden");
    sheet.rows.insert(0, ["", "", "Question", "Answer"].map(str::to_owned).to_vec());
    assert_eq!(filled.read().sheet, expected);
    // Half of the questions moved to a sheet without ids are lost, though the others are found.
    let sheet = filled.sheet("Antwoorden");
    sheet.rows.truncate(5);
    assert_eq!(filled.refused(), "in `a.xlsx` is de verborgen kolom `id` van het blad `Onze Vraag` verwijderd");
}

#[test]
fn the_fields_about_the_respondent_without_their_ids_are_missed() {
    let mut filled = Filled::new(KORT, &[]).answered("keuze", "Soms");
    let sheet = filled.grids.iter_mut().find(|grid| grid.rows.iter().flatten().any(|cell| cell == "#council"));
    let sheet = sheet.expect("the first sheet");
    for row in &mut sheet.rows {
        row.drain(..row.len().min(1));
    }
    let name = sheet.name.clone();
    assert_eq!(filled.refused(), format!("in `a.xlsx` is de verborgen kolom `id` van het blad `{name}` verwijderd"));
}

#[test]
fn a_field_about_the_respondent_whose_line_was_deleted_is_missed() {
    let without = |flags: &[&str], gone: &[&str]| {
        let mut filled = Filled::new(KORT, flags).answered("keuze", "Soms");
        let sheet = filled.sheet("Uitleg");
        sheet.rows.retain(|row| row.first().is_none_or(|id| !gone.contains(&id.as_str())));
        said(&filled.read().problems)
    };
    let all = ["#council", "#name", "#wave", "#role", "#keep_until", "#shown_by_role"];
    assert_eq!(
        without(&[], &["#council"]),
        ["Uitleg de regel voor de code van het bestuur ontbreekt; wat daar stond, is weg"]
    );
    assert_eq!(
        without(&["--council", "41048"], &["#wave", "#role"]),
        ["Uitleg de regels voor de ronde en de rol ontbreken; wat daar stond, is weg"]
    );
    // A form in which all of them are settled asks only for the consent.
    let settled =
        ["--council", "41048", "--name", "Ninove", "--wave", "2026", "--role", "ict", "--keep-until", "2028-12-31"];
    assert_eq!(without(&settled, &[]), Vec::<String>::new());
    assert_eq!(
        without(&settled, &all),
        ["Uitleg de regel voor de toestemming om rollen te tonen ontbreekt; wat daar stond, is weg"]
    );
    let every = "Uitleg de regels voor de code van het bestuur, de naam van het bestuur, de ronde, de rol, de bewaartermijn \
                 en de toestemming om rollen te tonen ontbreken; wat daar stond, is weg";
    let mut filled = Filled::new(KORT, &[]).answered("keuze", "Soms");
    filled.sheet("Uitleg").rows.retain(|row| !row.iter().any(|cell| cell == "id" || cell.starts_with('#')));
    assert_eq!(said(&filled.read().problems), [every]);
    filled.grids.retain(|grid| grid.name != "Uitleg");
    assert_eq!(said(&filled.read().problems), [every]);
}

#[test]
fn a_form_without_roles_does_not_miss_the_line_for_the_role() {
    let text = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [nl]\ntitle: T\nscale: {max: 4}\n\
                axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\n\
                questions: [{id: v, at: {a: d}, ask: Is het zo?, type: yes-no}]\n";
    let filled = Filled::new(text, &["--council", "41048"]).answered("v", "Ja");
    assert_eq!(said(&filled.read().problems), Vec::<String>::new());
}

#[test]
fn another_questionnaire_version_or_content_is_told_apart() {
    let mut filled = kort();
    filled.q = questionnaire(EVERYTHING);
    assert_eq!(filled.refused(), "`a.xlsx` hoort bij de vragenlijst `kort`, niet bij `alles-erop-en-eraan`");
    let mut later = Filled::new(&KORT.replace("version: 1.0.0", "version: 1.1.0"), &[]);
    later.q = questionnaire(KORT);
    assert_eq!(later.refused(), "`a.xlsx` hoort bij versie 1.1.0 van `kort`, niet bij 1.0.0");
    filled.q = questionnaire(&KORT.replace("version: 1.0.0", "version: 1.1.0"));
    let sheet = filled.read().sheet;
    assert_eq!((sheet.questionnaire.version.as_str(), &answers(&filled.q, &sheet)[0][..]), ("1.0.0", "keuze: soms"));
    filled.q = questionnaire(&KORT.replace("value: 2", "value: 3"));
    let message = "de vragenlijst is veranderd sinds `a.xlsx` is gemaakt, zonder een nieuw versienummer";
    assert_eq!(filled.refused(), message);
    // A corrected typo does not unbind what came back, also where it stood in the answer that was chosen.
    filled.q = questionnaire(&KORT.replace("nl: Hoeveel?", "nl: Hoe veel?").replace("Soms", "Af en toe"));
    assert_eq!(answers(&filled.q, &filled.read().sheet)[0], "keuze: soms");
}

#[test]
fn fields_about_the_respondent_that_are_wrong_are_named() {
    let filled = Filled::new(KORT, &[])
        .answered("#wave", "voorjaar")
        .answered("#role", "burgemeester")
        .answered("#keep_until", "31-02-2028")
        .answered("#shown_by_role", "misschien");
    let read = filled.read();
    assert_eq!(read.sheet.council.id, "");
    let said: Vec<String> =
        said(&read.problems).into_iter().map(|line| line.split_once(' ').expect("a place").1.to_owned()).collect();
    assert_eq!(
        said,
        [
            "de code van het bestuur is niet ingevuld",
            "`voorjaar` is geen ronde",
            "`31-02-2028` is geen datum",
            "`burgemeester` is geen rol van deze vragenlijst",
            "`misschien` is geen ja en geen nee",
        ]
    );
}
