//! The register of councils: every file under `tests/councils` gives exactly the problems that are written in it, beside
//! answers of council `41048` in 2024 and 2026; and what reports make of one.

mod reports;
mod widened;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use peil::diagnostics::{Code, Diagnostics};
use peil::language::Language;
use peil::questionnaire::{self, Questionnaire};
use peil::responses::{Intake, Responses, read_register, read_table};
use peil::source::Sources;
use peil::yaml;

use crate::answers::{Problem, same, taken_apart};
use crate::peil::{KORT, peil};

/// The codes that only a register can have.
const OF_REGISTERS: [Code; 4] =
    [Code::RowsDisagree, Code::CircularSuccessor, Code::NotInRegister, Code::RegisterDiffers];

pub(crate) fn questionnaire(text: &str) -> Questionnaire {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("q.yaml", text);
    let node = yaml::parse(file, &sources, &mut out).expect("YAML");
    let questionnaire = questionnaire::parse(&node, &mut out);
    assert!(!out.has_errors(), "{:?}", out.sorted());
    questionnaire.expect("a questionnaire")
}

/// Answers with a register beside them, and what was found in the register.
pub(crate) fn beside(
    questionnaire: &Questionnaire,
    answers: &str,
    register: &[u8],
) -> (Responses, Sources, Diagnostics) {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let mut intake = Intake::new(questionnaire);
    let file = sources.add("a.csv", answers);
    read_table(file, &sources, &mut intake, &mut out);
    assert!(!out.has_errors(), "{:?}", out.sorted());
    let mut responses = intake.finish();
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("councils.csv");
    fs::write(&path, register).expect("written");
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.read(&path, 1 << 24).expect("a file");
    if let Some(register) = read_register(file, &sources, Some(questionnaire), &mut out) {
        register.apply(&mut responses.registry, &mut out);
    }
    (responses, sources, out)
}

fn problems(register: &[u8]) -> Vec<Problem> {
    let answers = "council,wave,province,keuze\n41048,2024,East Flanders,soms\n41048,2026,East Flanders,soms\n";
    let (_, sources, out) = beside(&questionnaire(KORT), answers, register);
    let problem = |one: &peil::diagnostics::Diagnostic| {
        let said = one.finding.wording(Language::En).message;
        let said = format!("{}[{}]: {said}", one.severity().id(), one.code().id());
        let position = sources.position(one.span);
        let marked = sources.get(one.span.file).slice(one.span).to_owned();
        (position.line.get() as usize, position.column.get() as usize, marked, said)
    };
    let mut problems: Vec<Problem> = out.sorted().into_iter().map(problem).collect();
    problems.sort();
    problems
}

fn fixtures() -> Vec<PathBuf> {
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/councils")).expect("the fixtures");
    let files = folders.flat_map(|folder| fs::read_dir(folder.expect("an entry").path()).expect("a folder"));
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("an entry").path()).collect();
    files.sort();
    assert!(files.len() > 12, "only {} fixtures found", files.len());
    files
}

fn folder_name(path: &Path) -> &str {
    path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).expect("a name")
}

#[test]
fn every_register_gives_exactly_the_problems_written_in_it() {
    let mut wrong = String::new();
    for path in fixtures() {
        let (text, written) = taken_apart(&fs::read_to_string(&path).expect("a fixture"));
        let found = problems(text.as_bytes());
        if found.len() != written.len() || !found.iter().zip(&written).all(|(found, written)| same(found, written)) {
            wrong.push_str(&format!("{}:\nfound   {found:#?}\nwritten {written:#?}\n", path.display()));
        }
        let code = format!("[{}]:", folder_name(&path));
        let stands_right = match folder_name(&path) {
            "valid" => written.is_empty(),
            _ => written.iter().any(|one| one.3.contains(&code)),
        };
        assert!(stands_right, "{} stands in the wrong folder", path.display());
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_code_that_only_a_register_can_have_has_a_file() {
    let folders: BTreeSet<String> = fixtures().iter().map(|path| folder_name(path).to_owned()).collect();
    for code in OF_REGISTERS {
        assert!(folders.contains(code.id()), "{} has no file", code.id());
    }
}

#[test]
fn a_register_that_is_no_text_or_empty_is_said_to_be() {
    let found = |bytes: &[u8]| problems(bytes).into_iter().map(|problem| problem.3).collect::<Vec<_>>();
    assert!(found(b"council,name\n41048,Li\xE8ge\n")[0].starts_with("error[invalid-encoding]"));
    assert!(found(b"\n \n")[0].starts_with("error[empty-file]"));
    assert!(found(b"council,name\n")[0].starts_with("warning[no-rows]"));
    assert!(found(b"council,name\n41048,\"Ninove\n44021,Gent\n")[0].starts_with("error[open-quote]"));
    let broken_header = found(b"council,\"name\n41048,Ninove\n");
    assert!(broken_header[0].starts_with("error[open-quote]") && broken_header.len() == 1, "{broken_header:?}");
}

#[test]
fn of_twenty_thousand_councils_that_are_not_there_half_are_told_and_the_rest_counted() {
    let rows: String = (0..20_000).map(|id| format!("c{id:05},soms\n")).collect();
    let (_, _, out) = beside(&questionnaire(KORT), &format!("council,keuze\n{rows}"), b"council\nx\n");
    let said: Vec<String> = out.sorted().iter().map(|one| one.finding.wording(Language::En).message).collect();
    assert_eq!(said.len(), 10_001);
    assert!(said.contains(&"20000 times a council that answered is not in the register".to_owned()), "{said:?}");
}

#[test]
fn a_chain_of_a_hundred_thousand_successors_is_followed_to_its_end() {
    let rows: String = (0..100_000).map(|id| format!("{id},{}\n", id + 1)).collect();
    let register = format!("council,successor\n{rows}100000,\n");
    let answers = "council,wave,keuze\n0,2020,soms\n100000,2026,altijd\n";
    let questionnaire = questionnaire(KORT);
    let (responses, _, out) = beside(&questionnaire, answers, register.as_bytes());
    assert!(!out.has_errors());
    assert_eq!(responses.registry.forebears(1).map(|forebears| forebears.groups), Some(vec![0]));
}

#[test]
fn check_holds_answers_against_the_register_beside_them_and_shows_every_council_that_differs() {
    let rows = |size: &str| (0..30).map(|id| format!("c{id:02},{size}\n")).collect::<String>();
    let answers = format!("council,size,keuze\n{}", rows("small").replace("small", "small,soms"));
    let register = format!("council,size,population\n{}", rows("large").replace("large", "large,5000"));
    let score = ["score", "a.csv", "-q", "q.yaml", "--councils", "r.csv", "-o", "s.csv", "--lang", "en"];
    let both = |one: super::peil::Peil| one.file("q.yaml", KORT).file("a.csv", &answers).file("r.csv", &register);
    both(peil(score)).stderr_holds("and 10 other problems; `peil check` shows them all").ends_with(0);
    both(peil(["check", ".", "--lang", "en"]))
        .stdout_holds("`size` of council `c00` is `large` in the register but `small` in the answers")
        .stdout_holds("`size` of council `c29` is `large` in the register but `small` in the answers")
        .stdout_holds("0 errors, 30 warnings")
        .ends_with(0);
    // Of two registers nothing says which of them it is.
    both(peil(["check", ".", "--lang", "en"])).file("r2.csv", &register).stdout_holds("All good").ends_with(0);
}

#[test]
fn the_population_of_a_council_counts_in_a_wave_before_the_row_that_names_its_successor() {
    let register = "council,size,population,valid_from,valid_to,successor\n\
                    x,small,19000,,2024,\nx,large,21000,2025,2025,s\ny,small,1000,,2025,s\ns,large,22000,2026,,\n";
    let answers = "council,wave,keuze\nx,2024,soms\ny,2024,soms\ns,2026,altijd\n";
    let (responses, _, out) = beside(&questionnaire(KORT), answers, register.as_bytes());
    assert!(!out.has_errors());
    let of = |id: &str| {
        let registry = &responses.registry;
        let groups = 0..registry.groups().len();
        groups
            .map(|group| (registry.id(registry.groups()[group].council), registry.population(group)))
            .find(|(council, _)| *council == id)
            .and_then(|(_, population)| population)
    };
    // Nobody needs that of the council that came of them.
    assert_eq!((of("x"), of("y"), of("s")), (Some(19_000), Some(1000), None));
}

#[test]
fn check_takes_a_register_for_what_it_is_and_passes_over_scores() {
    peil(["check", ".", "--lang", "en"])
        .file("r.csv", "council;population;successor\na;12;b\nb;lots;\n")
        .file("scores.csv", "council,name,wave,overall,coverage,respondents\na,A,2026,2.5,1,5\n")
        .stdout_holds("error[invalid-value]: `lots` cannot be a number of inhabitants\n --> r.csv:3:3")
        .stdout_holds("1 error, 0 warnings in 1 of 1 file")
        .stderr("Passed over: `scores.csv` (scores).\n")
        .ends_with(1);
    peil(["check", "a.csv", "--lang", "en"])
        .file("a.csv", "council,keuze\na,1\n")
        .stdout_holds("error[unknown-questionnaire]: this file names no questionnaire")
        .ends_with(1);
}

#[test]
fn classes_that_are_taken_together_are_no_column_of_the_scores() {
    let scores = peil(["score", "a.csv", "-q", "q.yaml", "--within", "province,size", "-o", "-"])
        .file("q.yaml", KORT)
        .file("a.csv", "council,province,size,keuze\na,West,small,1\nb,West,small,2\n")
        .run();
    let header = scores.stdout.lines().next().expect("a header");
    assert!(header.contains(",province,size,overall,"), "{header}");
    assert!(!scores.stdout.contains('\u{1f}'));
}
