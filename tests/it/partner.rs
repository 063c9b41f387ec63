//! `via: partner`: someone else does it for the council. Scored like any other answer, kept, and told of.

use serde_json::Value;

use crate::peil::{Peil, peil};

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [nl, en]\n\
    title: {nl: Kort, en: Short}\nscale: {max: 4}\n\
    axes: [{id: as, title: {nl: A, en: A}, dimensions: [{id: doen, title: {nl: Doen, en: Doing}}]}]\n\
    roles: [{id: ict, title: {nl: ICT, en: IT}}, {id: baas, title: {nl: Baas, en: Boss}}]\nquestions:\n\
    \x20 - {id: v1, at: {as: doen}, ask: {nl: Hoe goed?, en: How well?}, type: rating, from: 0, to: 4}\n\
    \x20 - {id: v2, at: {as: doen}, ask: {nl: Hoeveel?, en: How many?}, type: number, from: 0, to: 100}\n\
    \x20 - {id: v3, at: {as: doen}, ask: {nl: Wie beslist?, en: Who decides?}, type: yes-no, roles: [baas]}\n\
    \x20 - id: v4\n    at: {as: doen}\n    ask: {nl: Welke dienst?, en: Which service?}\n    type: grid\n\
    \x20   rows: [{id: balie, title: {nl: Balie, en: Desk}}, {id: web, title: {nl: Web, en: Web}}]\n\
    \x20   choices: [{id: nee, value: 0, label: {nl: Nee, en: No}}, {id: ja, value: 1, label: {nl: Ja, en: Yes}}]\n";

const BESIDE: &str = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: a, name: Aa}\n\
    respondent: {id: r-1, role: baas}\nanswers:\n  v1: {choice: 3, via: partner, comment: de regio}\n\
    \x20 v2: {number: 50, via: partner}\n  v3: {choice: yes, via: partner}\n  v4.balie: ja\n\
    \x20 v4.web: {choice: nee, via: partner}\n";

/// Five of ICT and one boss, who alone was asked `v3`; two say of one question that a partner does it, the boss of two.
const TABLE: &str = "council,respondent,role,v1,v1.via,v2,v3,v3.via,v4.balie,v4.web,v4.web.via\n\
    a,1,ict,3,partner,50,,,ja,nee,\na,2,ict,3,partner,50,,,ja,nee,\na,3,ict,3,,50,,,ja,nee,\na,4,ict,3,,50,,,ja,nee,\n\
    a,5,ict,3,,50,,,ja,nee,\na,6,baas,3,,50,yes,partner,ja,nee,partner\n";

fn run(arguments: &[&str], table: &str) -> Peil {
    let all = [arguments, &["-q", "q.yaml"]].concat();
    peil(all).file("q.yaml", QUESTIONNAIRE).file("a.csv", table).file("a.yaml", BESIDE)
}

/// The same without a word of partners.
fn without(text: &str) -> String {
    let plain = text.replace(", via: partner", "");
    let columns = ["v1.via", "v3.via", "v4.web.via"];
    let mut lines = plain.lines();
    let Some(header) = lines.next().filter(|line| line.contains(".via")) else { return plain.clone() };
    let kept: Vec<usize> =
        header.split(',').enumerate().filter(|(_, name)| !columns.contains(name)).map(|(index, _)| index).collect();
    let cut =
        |line: &str| kept.iter().map(|&at| line.split(',').nth(at).expect("a field")).collect::<Vec<_>>().join(",");
    std::iter::once(header).chain(lines).map(|line| cut(line) + "\n").collect()
}

#[test]
fn what_a_partner_does_counts_as_if_the_council_did_it() {
    let scores = |answers: &str, table: &str, sheet: &str| {
        let output = peil(["score", answers, "-q", "q.yaml", "--format", "csv"])
            .file("q.yaml", QUESTIONNAIRE)
            .file("a.csv", table)
            .file("a.yaml", sheet)
            .run();
        assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{}", output.stdout);
        output.stdout
    };
    let with = scores("a.yaml", TABLE, BESIDE);
    // 3 of 4, 50 of 100, yes, and one row of two: (3 + 2 + 4 + 2) ÷ 4.
    assert_eq!(with.lines().nth(1).expect("a row").split(',').nth(4), Some("2.75"), "{with}");
    assert_eq!(with, scores("a.yaml", TABLE, &without(BESIDE)));
    let with = scores("a.csv", TABLE, BESIDE);
    assert_eq!(with, scores("a.csv", &without(TABLE), BESIDE));
    assert!(!with.contains("via"), "{with}");
}

#[test]
fn where_a_score_is_taken_apart_the_answers_via_a_partner_say_so() {
    let explain = ["score", "a.yaml", "--explain", "overall"];
    let tree = run(&explain, TABLE).run().stdout;
    for line in
        ["v1 = 3 (via a partner): 3.000", "v2 = 50 (via a partner): 2.000", "v4.web = nee (via a partner): 0.000"]
    {
        assert!(tree.contains(line), "{line}\n{tree}");
    }
    assert!(tree.contains("v4.balie = ja: 4.000"), "{tree}");
    let page = run(&[&explain[..], &["--format", "markdown", "--lang", "nl"]].concat(), TABLE).run().stdout;
    assert!(page.contains("v3 = yes (via een partner) |"), "{page}");
    let told = run(&[&explain[..], &["--format", "json"]].concat(), TABLE).run().stdout;
    let told: Value = serde_json::from_str(&told).expect("JSON");
    let mut left = vec![&told["number"]];
    let mut via = Vec::new();
    while let Some(node) = left.pop() {
        if node["via"] == "partner" {
            via.push(node["id"].as_str().expect("an id"));
        }
        left.extend(node["parts"].as_array().into_iter().flatten());
    }
    via.sort_unstable();
    assert_eq!(via, ["v1", "v2", "v3", "v4.web"]);
}

#[test]
fn the_public_reads_at_how_many_questions_and_not_of_those_that_few_were_asked() {
    let public = run(&["report", "a.csv", "--format", "markdown", "--lang", "nl"], TABLE).run();
    assert_eq!(public.code, 0, "{}", public.stderr);
    // v1 and v4 were asked of six; v3 of the boss alone.
    let sentence = "Bij 2 vragen zei minstens één deelnemer dat een partner het doet, zoals een ander bestuur, een \
        samenwerkingsverband of een leverancier. Zo'n antwoord telt mee als elk ander. Geteld zijn de vragen die aan \
        minstens 5 deelnemers zijn gesteld.";
    assert!(public.stdout.contains(sentence), "{}", public.stdout);
    assert!(!public.stdout.contains("- Hoe goed?"), "{}", public.stdout);
    let only_one = TABLE.replace(",partner,50", ",,50").replace("nee,partner", "nee,");
    let hidden = run(&["report", "a.csv", "--format", "markdown", "--lang", "nl"], &only_one).run().stdout;
    assert!(!hidden.contains("partner"), "not even that there is something is told:\n{hidden}");
}

#[test]
fn the_workshop_reads_at_which_questions() {
    let workshop = ["report", "a.yaml", "--audience", "workshop", "--format", "markdown", "--lang", "en"];
    let agreed = BESIDE.replace("answers:", "shown_by_role: true\nanswers:");
    let all =
        peil([&workshop[..], &["-q", "q.yaml"]].concat()).file("q.yaml", QUESTIONNAIRE).file("a.yaml", &agreed).run();
    let said = "On 4 questions at least one participant said that a partner does it, such as another council, a joint \
        body or a supplier. Such an answer counts like any other.\n\n- How well?\n- How many?\n- Who decides?\n\
        - Which service?\n";
    assert!(all.stdout.contains(said), "{}", all.stdout);
    // Without everyone's consent the boss is not to be known by the question that only they were asked.
    let table =
        run(&["report", "a.csv", "--audience", "workshop", "--format", "markdown", "--lang", "en"], TABLE).run();
    let said = "On 2 questions at least one participant said that a partner does it, such as another council, a joint \
        body or a supplier. Such an answer counts like any other. Only questions asked of everyone or at least 5 \
        participants are counted.\n\n- How well?\n- Which service?\n";
    assert!(table.stdout.contains(said), "{}", table.stdout);
}

#[test]
fn a_table_made_of_answers_files_and_one_for_pooling_keep_who_does_it() {
    let many: String = TABLE.lines().filter(|line| !line.contains("baas")).map(|line| format!("{line}\n")).collect();
    let written = "Written: pool.csv\nWritten: pool-note.md\nThe rows of every council are in it, without names.\n";
    let pooled = run(&["compare", "a.csv", "--anonymise", "--seed", "1", "-o", "pool.csv"], &many);
    let pooled = pooled.stderr(written).ends_with(0).text("pool.csv");
    assert!(pooled.lines().next().is_some_and(|line| line.ends_with(",v4.web,v1.via")), "{pooled}");
    let said = pooled.lines().filter(|line| line.ends_with(",nee,partner")).count();
    assert_eq!((said, pooled.lines().filter(|line| line.ends_with(",nee,")).count()), (2, 3), "{pooled}");
    let imported =
        run(&["import", "a.yaml", "-o", "out.csv"], TABLE).stderr_holds("out.csv").ends_with(0).text("out.csv");
    let (header, row) = imported.split_once('\n').expect("two lines");
    assert!(header.ends_with("v4.balie,v4.web,v1.via,v2.via,v3.via,v4.web.via"), "{imported}");
    assert!(row.ends_with("ja,nee,partner,partner,partner,partner\n"), "{imported}");
}

#[test]
fn what_is_wrong_beside_an_answer_is_told_by_every_command_and_keeps_no_answer_from_counting() {
    let wrong = "council,respondent,role,v1,v1.via,v2\na,1,ict,3,partnr,50\na,2,ict,?,partner,50\n";
    for command in ["check", "score"] {
        let output = run(&[command, "a.csv", "--lang", "en"], wrong).run();
        let told = output.stdout.clone() + &output.stderr;
        assert!(told.contains("error[unknown-word]") && told.contains("`partner`"), "{command}: {told}");
        assert!(told.contains("warning[via-of-nothing]"), "{command}: {told}");
        assert!(told.contains("a.csv:2:11") && told.contains("a.csv:3:11"), "{command}: {told}");
    }
}
