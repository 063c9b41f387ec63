//! "Make it again": the command that a page shows makes that page.

use crate::peil::peil;

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [en]\ntitle: Short\n\
    scale: {max: 4}\naxes: [{id: as, title: A, dimensions: [{id: delen, title: S}, {id: doen, title: D}]}]\n\
    roles: [{id: ict, title: I}, {id: unit, title: U}]\nquestions:\n\
    \x20 - {id: v1, at: {as: delen}, ask: One?, type: rating, from: 0, to: 4}\n\
    \x20 - {id: v2, at: {as: doen}, ask: Two?, type: rating, from: 0, to: 4}\n";

/// Ten councils in two waves with two people of each role, scores that differ, and two classes.
fn answers() -> String {
    let mut text = "council,wave,respondent,role,size of council,province,v1,v2\n".to_owned();
    for council in 0..10 {
        for wave in [2024, 2026] {
            for (person, role) in ["ict", "ict", "unit", "unit"].iter().enumerate() {
                let (size, province) = (["small", "large"][council % 2], ["east", "west"][council / 5]);
                let (v1, v2) = ((council + person + wave / 2) % 5, (council * 3 + person) % 5);
                text += &format!("c{council},{wave},r{person},{role},{size},{province},{v1},{v2}\n");
            }
        }
    }
    text
}

/// Of which two are not to be named.
fn register() -> String {
    let line = |council: usize| format!("c{council},Council {council},{}\n", if council < 2 { "no" } else { "yes" });
    "council,name,consent\n".to_owned() + &(0..10).map(line).collect::<String>()
}

fn page(arguments: &[&str]) -> String {
    let common = ["--format", "markdown", "--lang", "en"];
    let run = peil(arguments.iter().chain(&common)).file("q.yaml", QUESTIONNAIRE).file("a.csv", &answers());
    let page = run.file("r.csv", &register()).run();
    assert_eq!(page.code, 0, "{arguments:?}\n{page}");
    page.stdout
}

#[test]
fn the_command_on_a_page_makes_the_same_page() {
    let names = ["--show-names"];
    let (register, class) = (["--councils", "r.csv"], ["--within", "size of council"]);
    let (council, wave) = (["--council", "c3"], ["--wave", "2024"]);
    let (workshop, classes) = (["--audience", "workshop"], ["--within", "province,size of council"]);
    let (lowest, below, by_share) = (["--lowest", "3"], ["--below", "2.5"], ["--by", "delen"]);
    let (by_wave, by_role) = (["--by", "wave"], ["--by", "role"]);
    let pages: [(&str, &[&[&str]]); 18] = [
        ("compare", &[]),
        ("compare", &[&wave, &class]),
        ("compare", &[&classes, &names, &["--sort", "score"], &register]),
        ("compare", &[&council, &["--council", "c4"], &workshop]),
        ("compare", &[&lowest, &names]),
        ("compare", &[&lowest, &names, &register, &by_share, &class]),
        ("compare", &[&below, &names, &register, &wave]),
        ("compare", &[&by_wave]),
        ("compare", &[&by_wave, &names, &register, &workshop]),
        ("compare", &[&by_wave, &council]),
        ("compare", &[&by_wave, &wave, &names]),
        ("compare", &[&by_role, &council, &workshop]),
        ("compare", &[&by_role, &council, &wave, &register, &workshop]),
        ("report", &[&council]),
        ("report", &[&council, &wave, &class, &register, &workshop]),
        ("report", &[&council, &classes]),
        ("score", &[&council, &["--explain", "delen"]]),
        ("score", &[&council, &wave, &register, &["--explain"]]),
    ];
    for (verb, flags) in pages {
        let given = [&[verb, "a.csv", "-q", "q.yaml"], flags.concat().as_slice()].concat();
        let first = page(&given);
        let start = first.find(&format!("`peil {verb} ANSWERS")).expect("a command") + 1;
        let command = first[start..].split('`').next().expect("its end").replace("ANSWERS", "a.csv");
        // A value of several words stands in quotes.
        let command =
            command.replace("--councils COUNCILS", "--councils r.csv").replace("-q QUESTIONNAIRE", "-q q.yaml");
        explains_a_figure(&first);
        let parts = command.split('"').enumerate().flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().collect::<Vec<_>>(),
            _ => vec![part],
        });
        let words: Vec<&str> = parts.skip(1).collect();
        assert_eq!(page(&words), first, "{given:?} and {command}");
    }
}

/// A page says where a figure comes from with a command that answers: of the council and the wave that it is about, or else
/// of the one that is filled in.
fn explains_a_figure(page: &str) {
    let start = page.rfind("`peil score ANSWERS").expect("a command") + 1;
    let command = page[start..].split('`').next().expect("its end");
    let title = page.lines().find(|line| line.starts_with("# ")).expect("a title");
    let is_about_one = title.contains("c3") || title.contains("Council 3");
    assert_eq!(command.contains("--council c3 ") && command.contains("--wave 20"), is_about_one, "{command}\n{page}");
    let command = command.replace("ANSWERS", "a.csv").replace("-q QUESTIONNAIRE", "-q q.yaml");
    let command = command.replace("--councils COUNCILS", "--councils r.csv").replace("--council ID", "--council c5");
    let words: Vec<&str> = command.split_whitespace().skip(1).collect();
    let run = peil(words).file("q.yaml", QUESTIONNAIRE).file("a.csv", &answers()).file("r.csv", &register()).run();
    assert_eq!(run.code, 0, "{command}\n{run}");
}

#[test]
fn a_questionnaire_of_peil_is_named_where_the_answers_do_not_name_it() {
    let command = |header: &str, row: &str, flags: &[&str]| {
        let arguments = ["report", "a.csv", "--format", "markdown", "--lang", "en"].iter().chain(flags);
        let page = peil(arguments).file("a.csv", &format!("{header}\n{row}\n")).run();
        let start = page.stdout.find("`peil report").expect("a command") + 1;
        page.stdout[start..].split('`').next().expect("its end").to_owned()
    };
    let own = ["-q", "digitale-transformatie"];
    assert_eq!(command("council,bt-1", "a,2", &own), "peil report ANSWERS -q digitale-transformatie --council a");
    let named = command("council,bt-1,questionnaire", "a,2,digitale-transformatie@1.0.0", &[]);
    assert_eq!(named, "peil report ANSWERS --council a");
}
