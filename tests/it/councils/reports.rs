//! What reports and scores make of a register.

use peil::comparison::{Audience, Batch, Merger, Past};
use peil::language::Language;
use peil::report::document::Document;
use peil::report::{CouncilReport, WaveReport, terminal};
use peil::scores::{Keep, Rubric};

use super::{beside, questionnaire};
use crate::peil::peil;

pub(super) const TWO: &str = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [nl]\ntitle: T\n\
    scale: {max: 4}\naxes: [{id: a, title: A, dimensions: [{id: d, title: Delen}, {id: e, title: Visie}]}]\n\
    roles: [{id: ict, title: ICT}, {id: pol, title: Politiek}]\nquestions:\n\
    \x20 - {id: v1, at: {a: d}, ask: Een, type: rating, from: 0, to: 4, quick: true}\n\
    \x20 - {id: v2, at: {a: e}, ask: Twee, type: rating, from: 0, to: 4}\n";

/// X and Y became S; Z was split into U and V.
const REGISTER: &str = "council,name,population,valid_from,valid_to,successor\n\
    X,Xem,10000,,2024,S\nY,Yem,30000,,2024,S\nS,Samen,41000,2025,,\n\
    Z,Zele,,,2024,U\nZ,Zele,,,2024,V\nU,Uit,,2025,,\nV,Vel,,2025,,\n";

const ANSWERS: &str = "council,wave,role,v1,v2\nX,2024,ict,1,2\nY,2024,ict,3,4\nS,2026,ict,3,4\n\
    Z,2024,ict,1,1\nU,2026,ict,2,2\nV,2026,ict,3,1\n";

/// What is made of these answers and this register.
fn with<T>(answers: &str, register: &str, make: impl FnOnce(&Batch<'_>) -> T) -> T {
    let q = questionnaire(TWO);
    let (responses, _, out) = beside(&q, answers, register.as_bytes());
    assert!(!out.has_errors(), "{:?}", out.sorted());
    make(&Batch::new(Rubric::new(&q), responses, Keep::ALL, 1))
}

pub(super) fn group(batch: &Batch<'_>, id: &str, wave: &str) -> usize {
    let is_meant =
        |&group: &usize| batch.id(group) == id && batch.group(group).wave.is_none_or(|known| known.to_string() == wave);
    (0..batch.groups()).find(is_meant).expect("a group")
}

/// The text on one line.
fn said(document: &Document) -> String {
    terminal::render(document, 500, false).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of_council(answers: &str, register: &str, id: &str) -> String {
    with(answers, register, |batch| {
        let (group, audience) = (group(batch, id, "2026"), Audience::Public);
        said(&CouncilReport { batch, group, audience, within: None, language: Language::Nl, tag: "nl" }.document())
    })
}

/// Whether the change of U and of V is told, which came from Z; in 2024 it had three people of each of five roles.
fn split_is_told(before: &[&str], of_u: &[&str], of_v: &[&str]) -> [bool; 2] {
    let roles =
        "roles: [{id: a1, title: A}, {id: a2, title: A}, {id: b1, title: B}, {id: c1, title: C}, {id: c2, title: C}]";
    let q = questionnaire(&TWO.replace("roles: [{id: ict, title: ICT}, {id: pol, title: Politiek}]", roles));
    let all: &[&str] = &["a1", "a2", "b1", "c1", "c2"];
    let waves = [("Z,2022", before), ("Z,2024", all), ("U,2026", of_u), ("V,2026", of_v)];
    let rows = |&(wave, roles): &(&str, &[&str])| {
        roles.iter().map(|role| format!("{wave},{role},2,3\n").repeat(3)).collect::<String>()
    };
    let answers = format!("council,wave,role,v1,v2\n{}", waves.iter().map(rows).collect::<String>());
    let (responses, _, out) = beside(&q, &answers, REGISTER.as_bytes());
    assert!(!out.has_errors(), "{:?}", out.sorted());
    let batch = Batch::new(Rubric::new(&q), responses, Keep::ALL, 1);
    ["U", "V"].map(|id| {
        let group = group(&batch, id, "2026");
        let Merger { before, past: Past::Compared(found), .. } = batch.merger(group).expect("a past") else {
            return false;
        };
        batch.common_shown(group, &before, &found.change.common, Audience::Public).is_ok()
    })
}

#[test]
fn what_came_of_a_council_is_held_against_what_was_told_of_it_before() {
    let (six, nine) = (["a1", "a2"], ["a1", "a2", "b1"]);
    assert_eq!(split_is_told(&[], &six, &six), [true, true]);
    // Over six and over nine of the same fifteen: what lies between is said by three.
    assert_eq!(split_is_told(&six, &nine, &six), [false, true], "the first told what is told of 2022");
    assert_eq!(split_is_told(&[], &six, &nine), [true, false], "the first told what is told of the other");
}

#[test]
fn a_merged_council_is_compared_with_the_mean_of_what_it_was_by_inhabitants() {
    // X scored (1 + 2) ÷ 2 = 1.5 with 10,000, Y (3 + 4) ÷ 2 = 3.5 with 30,000: 1.5 × ¼ + 3.5 × ¾ = 3.0. Per dimension
    // 1 × ¼ + 3 × ¾ = 2.5 and 2 × ¼ + 4 × ¾ = 3.5. S has 3.5, and 3 and 4.
    with(ANSWERS, REGISTER, |batch| {
        let merger = batch.merger(group(batch, "S", "2026")).expect("a merger");
        let Past::Compared(found) = merger.past else { panic!("{:?}", merger.past) };
        assert_eq!((found.change.before, found.change.now), (3.0, 3.5));
        assert_eq!(found.before, [Some(2.5), Some(3.5)]);
        assert!(!found.firm.overall, "of each there was one respondent");
    });
    let text = of_council(ANSWERS, REGISTER, "S");
    assert!(
        text.contains("In 2024 waren dit nog Xem en Yem; vergeleken wordt met hun gemiddelde, naar inwoners gewogen.")
    );
    assert!(
        text.contains(
            "Sinds 2024: geen duidelijke verandering, van 3,0 naar 3,5 (+0,5). Toen waren dit nog Xem en Yem"
        )
    );
    assert!(text.contains("--councils BESTUREN"), "{text}");
}

#[test]
fn each_part_of_a_split_council_is_compared_with_the_whole_and_the_report_says_so() {
    for (id, now) in [("U", "2,0"), ("V", "2,0")] {
        let text = of_council(ANSWERS, REGISTER, id);
        assert!(text.contains("In 2024 was dit nog Zele; vergeleken wordt met die score."), "{text}");
        assert!(text.contains("Zele werd opgesplitst in Uit en Vel; elk daarvan wordt met Zele vergeleken."), "{text}");
        assert!(text.contains(&format!("van 1,0 naar {now} (+1,0)")), "{text}");
    }
}

#[test]
fn without_inhabitants_or_answers_of_one_there_is_no_comparison_and_it_is_named() {
    let unknown = REGISTER.replace("10000", "");
    let text = of_council(ANSWERS, &unknown, "S");
    assert!(text.contains("Van Xem staat het aantal inwoners niet in het register"), "{text}");
    assert!(!text.contains("3,0 naar 3,5"));
    let silent = ANSWERS.replace("Y,2024,ict,3,4\n", "");
    let text = of_council(&silent, REGISTER, "S");
    assert!(text.contains("Dit bestuur kwam voort uit Xem en Yem. Van Yem zijn er geen eerdere antwoorden"), "{text}");
    let other = ANSWERS.replace("Y,2024,ict", "Y,2024,pol");
    let text = of_council(&other, REGISTER, "S");
    assert!(text.contains("Op geen enkel onderdeel hebben dezelfde rollen toen overal en nu weer een score"), "{text}");
}

#[test]
fn a_council_with_an_earlier_wave_of_its_own_is_compared_with_itself() {
    let answers = format!("{ANSWERS}S,2025,ict,2,2\n");
    let text = of_council(&answers, REGISTER, "S");
    assert!(text.contains("Sinds 2025:") && !text.contains("Xem"), "{text}");
}

#[test]
fn one_that_did_not_answer_leads_back_to_those_it_came_from_and_a_split_and_merged_one_counts_once() {
    // A was split into B and C, which never answered and became D.
    let register = "council,successor\nA,B\nA,C\nB,D\nC,D\nD,\n";
    let answers = "council,wave,role,v1,v2\nA,2020,ict,1,1\nD,2026,ict,2,2\n";
    with(answers, register, |batch| {
        let merger = batch.merger(group(batch, "D", "2026")).expect("a merger");
        assert_eq!(merger.before, [group(batch, "A", "2020")]);
        let Past::Compared(found) = merger.past else { panic!("{:?}", merger.past) };
        assert_eq!((found.change.before, found.change.now), (1.0, 2.0));
    });
}

#[test]
fn quick_scans_and_roles_are_compared_like_for_like_in_a_merger_too() {
    // Y took the quick scan: only v1 counts. Politicians took part in X alone. By hand: X 1, Y 3 → 1 × ¼ + 3 × ¾ = 2.5,
    // and S 3.
    let answers = "council,wave,role,scan,v1,v2\nX,2024,ict,,1,2\nX,2024,pol,,4,4\nY,2024,ict,quick,3,\nS,2026,ict,,3,4\n\
        S,2026,pol,,0,0\n";
    with(answers, REGISTER, |batch| {
        let merger = batch.merger(group(batch, "S", "2026")).expect("a merger");
        let Past::Compared(found) = merger.past else { panic!("{:?}", merger.past) };
        assert_eq!((found.change.before, found.change.now), (2.5, 3.0));
        let change = &found.change.common;
        assert_eq!((change.roles.as_slice(), change.gone.as_slice(), change.new.len()), (&[0][..], &[1][..], 0));
        let shown = batch.common_shown(group(batch, "S", "2026"), &merger.before, change, Audience::Public);
        assert!(shown.is_err(), "one of two respondents would be told from the whole");
    });
}

#[test]
fn what_a_merged_council_is_not_compared_on_stands_beside_the_change() {
    // The same by six of each role. S as it stands has (3 + 4 + 0 + 0) ÷ 4 = 1.75.
    let rows = ["X,2024,ict,,1,2", "X,2024,pol,,4,4", "Y,2024,ict,quick,3,", "S,2026,ict,,3,4", "S,2026,pol,,0,0"];
    let rows = rows.map(|row| format!("{row}\n").repeat(6)).concat();
    let answers = format!("council,wave,role,scan,v1,v2\n{rows}");
    let text = of_council(&answers, REGISTER, "S");
    let since = "Sinds 2024: vooruit van 2,5 naar 3,0 (+0,5). Toen waren dit nog Xem en Yem, hier samen naar inwoners \
                 gewogen. Over de vragen van de quickscan. Zonder Politiek: niet overal, toen en nu.";
    assert!(text.contains("Samen scoort 1,8 op 4") && text.contains(since), "{text}");
    let others = "Z,2024,ict,,1,1\nU,2026,ict,,2,2\nV,2026,ict,,3,1\n";
    let text = with(&format!("{answers}{others}"), REGISTER, |batch| {
        let (audience, language) = (Audience::Public, Language::Nl);
        said(&WaveReport { batch, only: None, until: None, audience, show_names: true, language, tag: "nl" }.document())
    });
    assert!(text.contains("+0,5 gemiddelde van Xem en Yem, quickscan, zonder Politiek"), "{text}");
}

#[test]
fn round_by_round_marks_merged_councils_and_counts_them_apart() {
    let text = by_wave(ANSWERS, REGISTER);
    assert!(
        text.contains(
            "3 besturen zonder eigen vorige ronde kwamen voort uit andere en tellen in deze telling niet mee."
        ),
        "{text}"
    );
    assert!(text.contains("Samen 2024 – 2026 3,0 3,5 +0,5 gemiddelde van Xem en Yem"), "{text}");
    assert!(text.contains("Uit 2024 – 2026 1,0 2,0 +1,0 voorheen Zele"), "{text}");
    assert!(!text.contains("Xem 2024"), "councils that became another are not listed");
}

/// The page of changes with names, of these answers beside this register.
fn by_wave(answers: &str, register: &str) -> String {
    with(answers, register, |batch| {
        let (audience, language) = (Audience::Public, Language::Nl);
        said(&WaveReport { batch, only: None, until: None, audience, show_names: true, language, tag: "nl" }.document())
    })
}

#[test]
fn round_by_round_says_of_every_merged_council_why_it_is_not_compared_and_counts_it() {
    // Of X nobody knows the inhabitants; of Z nobody answered before, and W merged with it.
    let register =
        REGISTER.replace("X,Xem,10000", "X,Xem,").replace("V,Vel,,2025,,\n", "V,Vel,,2025,,\nW,Wee,,,2024,V\n");
    let text = by_wave(ANSWERS, &register);
    assert!(
        text.contains(
            "3 besturen zonder eigen vorige ronde kwamen voort uit andere en tellen in deze telling niet mee."
        ),
        "{text}"
    );
    assert!(text.contains("Van Xem staat het aantal inwoners niet in het register"), "{text}");
    assert!(text.contains("Dit bestuur kwam voort uit Zele en Wee. Van Wee zijn er geen eerdere antwoorden"), "{text}");
}

#[test]
fn a_council_that_is_not_to_be_named_is_not_told_of_where_it_became_another_either() {
    let refused = |name: &str| {
        let header = REGISTER.replace(",population,", ",population,consent,");
        let rows = header.lines().skip(1).map(|row| {
            let consent = if row.contains(name) { "no" } else { "yes" };
            let fields: Vec<&str> = row.split(',').collect();
            format!("{},{consent},{}\n", fields[..3].join(","), fields[3..].join(","))
        });
        format!("council,name,population,consent,valid_from,valid_to,successor\n{}", rows.collect::<String>())
    };
    // Zele alone became Uit and Vel: what is told of them then is its score.
    let text = by_wave(ANSWERS, &refused("Zele"));
    assert!(!text.contains("Zele") && !text.contains("Uit 2024"), "{text}");
    let why = "kwam voort uit een bestuur dat niet met naam naast andere wil staan";
    assert_eq!(text.matches(why).count(), 2, "{text}");
    assert!(text.contains("1 bestuur wil niet met naam naast andere staan en staat niet in dit verslag."), "{text}");
    assert!(text.contains("Samen 2024 – 2026 3,0 3,5 +0,5 gemiddelde van Xem en Yem"), "{text}");
    // Of two that merged, one refused: their mean would tell it as well.
    let text = by_wave(ANSWERS, &refused("Xem"));
    assert!(!text.contains("Xem") && !text.contains("Yem") && text.contains(why), "{text}");
    // One that never answered is not named either.
    let silent = ANSWERS.replace("Y,2024,ict,3,4\n", "");
    let text = by_wave(&silent, &refused("Yem"));
    assert!(!text.contains("Yem") && text.contains(why), "{text}");
    // Its successor's own report names it.
    with(ANSWERS, &refused("Zele"), |batch| {
        let (only, audience, language) = (Some(group(batch, "U", "2026")), Audience::Public, Language::Nl);
        let own =
            said(&WaveReport { batch, only, until: None, audience, show_names: true, language, tag: "nl" }.document());
        assert!(own.contains("In 2024 was dit nog Zele"), "{own}");
    });
}

/// A took B in after 2024, and kept its code.
const TAKEN_IN: &str = "council,name,valid_to,successor\nA,Aalst,,\nB,Bever,2024,A\n";

#[test]
fn one_that_was_taken_in_does_not_go_up_any_more_and_the_report_of_the_other_tells_of_it() {
    let answers =
        "council,wave,v1,v2\nA,2022,2,2\nA,2024,2,2\nA,2026,1,1\nB,2022,1,1\nB,2024,3,3\nC,2024,1,1\nC,2026,1,1\n";
    let text = by_wave(answers, &format!("{TAKEN_IN}C,Cee,,\n"));
    assert!(text.contains("ronde 2026 · 2 besturen") && !text.contains("Bever"), "{text}");
    assert!(!text.contains("andere ronde"), "Aalst stands for Bever: {text}");
    let said = "Bever kwam er sindsdien bij en zit niet in de score van toen.";
    let text = of_council(answers, TAKEN_IN, "A");
    assert!(text.contains(&format!("van 2,0 naar 1,0 (−1,0). {said}")), "{text}");
    assert!(text.contains(&format!("{said} In beide rondes kregen dezelfde rollen")), "{text}");
    // Before that nobody had joined.
    let before = answers.replace("A,2026,1,1\n", "").replace("A,2024", "A,2026").replace("A,2022", "A,2025");
    assert!(!of_council(&before, TAKEN_IN, "A").contains("Bever"));
}

#[test]
fn a_merged_council_is_said_to_be_one_where_the_difference_is_not_shown() {
    // Two of the politicians beside six of ICT: what is left to compare would tell what they said.
    let rows = [
        ("X,2024,ict,1,1", 6),
        ("X,2024,pol,1,1", 2),
        ("Y,2024,ict,1,1", 6),
        ("Y,2024,pol,1,1", 2),
        ("S,2026,ict,3,3", 6),
    ];
    let rows: String = rows.iter().map(|(row, times)| format!("{row}\n").repeat(*times)).collect();
    let text = of_council(&format!("council,wave,role,v1,v2\n{rows}"), REGISTER, "S");
    assert!(
        text.contains("het verschil gaat over te weinig deelnemers om te tonen. Toen waren dit nog Xem en Yem"),
        "{text}"
    );
    assert!(
        text.contains(
            "In 2024 waren dit nog Xem en Yem; vergeleken wordt met hun gemiddelde, naar inwoners gewogen. Wat tussen \
             beide rondes te vergelijken is, gaat over minder dan 5 deelnemers"
        ),
        "{text}"
    );
}

#[test]
fn two_councils_of_one_name_are_told_apart_and_a_renamed_one_is_known_by_its_latest_name() {
    let register =
        "council,name,valid_from,valid_to\n1,Beveren,,\n2,Beveren,,2024\n2,Beveren-Waas,2025,\n3,Beveren,,\n";
    let answers = "council,wave,v1,v2\n1,2026,1,1\n2,2024,1,1\n2,2026,1,1\n3,2026,1,1\n";
    with(answers, register, |batch| {
        let names: Vec<&str> = (0..batch.groups()).map(|group| batch.name(group)).collect();
        assert_eq!(names, ["Beveren (1)", "Beveren-Waas", "Beveren-Waas", "Beveren (3)"]);
        assert_eq!(batch.given_name(0), "Beveren");
    });
}

#[test]
fn a_name_given_with_the_answers_stays() {
    with("council,name,v1,v2\n1,Ninove,1,1\n", "council,name\n1,Anders\n", |batch| assert_eq!(batch.name(0), "Ninove"));
}

/// Six councils, the last of which does not want to be named.
fn six() -> (String, &'static str) {
    let rows: String = (1..=6).map(|id| format!("{id},Bestuur-{id},{},{}\n", id % 5, id % 4)).collect();
    (format!("council,name,v1,v2\n{rows}"), "council,consent\n1,\n2,\n3,\n4,yes\n5,\n6,no\n")
}

#[test]
fn who_does_not_consent_is_in_no_report_with_names_but_counts_where_nobody_is_named() {
    let (answers, register) = six();
    let run = |more: &[&str]| {
        let arguments = ["compare", "a.csv", "-q", "t.yaml", "--councils", "c.csv", "--lang", "nl"];
        let mut run = peil(arguments.iter().chain(more).copied());
        run = run.file("a.csv", &answers).file("c.csv", register).file("t.yaml", TWO);
        run.run().stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let named = run(&["--show-names"]);
    assert!(named.contains("Bestuur-5") && !named.contains("Bestuur-6") && named.contains("5 besturen"), "{named}");
    assert!(named.contains("1 bestuur wil niet met naam naast andere staan en staat niet in dit verslag."), "{named}");
    assert!(run(&[]).contains("6 besturen"));
    assert!(run(&["--show-names", "--council", "6"]).contains("Bestuur-6"), "its own report names it");
}

#[test]
fn scores_of_a_table_take_the_classes_and_names_of_the_register() {
    // Without --explain a table is read row by row, with it whole; both have to say the same.
    let answers = "council,wave,size,v1,v2\n1,2024,,1,1\n1,2026,,2,2\n2,2026,small,3,3\n";
    let register =
        "council,name,size,place,valid_from,valid_to\n1,Een,small,A,,2024\n1,Een,large,A,2025,\n2,Twee,small,B,,\n";
    let arguments =
        ["score", "a.csv", "-q", "t.yaml", "--councils", "c.csv", "--format", "csv", "--within", "size,place"];
    let output = peil(arguments).file("a.csv", answers).file("c.csv", register).file("t.yaml", TWO).run();
    assert_eq!(output.code, 0, "{output}");
    let mut table = csv::Reader::from_reader(output.stdout.as_bytes());
    let header = table.headers().expect("a header").clone();
    let column = |name: &str| header.iter().position(|known| known == name).expect("a column");
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    let cells = |name: &str| rows.iter().map(|row| row[column(name)].to_owned()).collect::<Vec<_>>();
    assert_eq!(cells("name"), ["Een", "Een", "Twee"]);
    assert_eq!(cells("size"), ["small", "large", "small"]);
    assert_eq!(cells("place"), ["A", "A", "B"]);
    assert_eq!(cells("peers"), ["1", "1", "1"], "of both classes together");
    assert!(!output.stdout.contains("size,place,"), "{}", output.stdout);
}

#[test]
fn a_broken_register_stops_everything() {
    let broken = "council,population\n1,12.000\n";
    for command in [&["score"][..], &["compare"], &["report", "--council", "1"]] {
        let rest = ["a.csv", "-q", "t.yaml", "--councils", "c.csv", "--lang", "en"];
        let mut run = peil(command.iter().chain(&rest).copied());
        run = run.file("a.csv", "council,v1,v2\n1,1,1\n").file("c.csv", broken).file("t.yaml", TWO);
        let output = run.run();
        assert_eq!(output.code, 2, "{output}");
        assert!(output.stderr.contains("error: the register `c.csv` has errors"), "{output}");
        assert!(output.stderr.contains("c.csv:2:3"), "{output}");
    }
}
