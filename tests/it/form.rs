//! `peil form`: what the page holds before any script runs. `tests/browser/form.mjs` fills it in.

use std::fmt::Write;

use crate::peil::peil;

const EVERYTHING: &str = include_str!("../diagnostics/valid/every-field-and-type.yaml");

/// The page of a questionnaire, with these flags.
fn form(questionnaire: &str, flags: &[&str]) -> String {
    let arguments = ["form", "q.yaml", "-o", "-"].iter().chain(flags);
    let mut run = peil(arguments).file("q.yaml", questionnaire);
    let output = run.run();
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{flags:?}");
    output.stdout
}

/// What a form is known by in the browser.
fn id_of(page: &str) -> &str {
    let (_, rest) = page.split_once("\"form\":\"").expect("a form id");
    rest.split('"').next().expect("an id")
}

#[test]
fn the_same_form_is_the_same_bytes_and_a_seed_gives_another_id() {
    let page = form(EVERYTHING, &["--council", "41048"]);
    assert!(page == form(EVERYTHING, &["--council", "41048"]), "the form differs from run to run");
    assert_eq!(id_of(&page).len(), 12);
    for flags in
        [&["--council", "41063"][..], &["--council", "41048", "--seed", "7"], &["--council", "41048", "--quick"]]
    {
        assert_ne!(id_of(&form(EVERYTHING, flags)), id_of(&page), "{flags:?}");
    }
}

#[test]
fn the_page_loads_nothing_and_runs_only_its_own_script() {
    let page = form(EVERYTHING, &[]);
    for word in ["http:", "https:", " style=", " onclick", " onload", " src=", "unsafe-", "@import", "url("] {
        assert!(!page.contains(word), "{word}");
    }
    let policy = "content=\"default-src 'none'; script-src 'sha256-";
    assert!(page.contains(policy));
    assert_eq!(page.matches("<script").count(), 2);
}

#[test]
fn every_question_and_every_answer_stands_in_the_page_itself() {
    let page = form(EVERYTHING, &[]);
    for text in ["Welke kanalen zijn er?", "Website", "Niets hiervan", "Weet ik niet", "Op papier", "In de praktijk"] {
        assert!(page.contains(&format!(">{text}<")), "{text}");
    }
    assert!(page.contains("Alleen als het antwoord op vraag 2 ‘Balie’ of ‘Website’ is."));
    assert!(page.contains("Getal; de schaal loopt van 0 tot 12,5"));
    assert_eq!(page.matches("<fieldset class=\"q\"").count(), 8);
}

#[test]
fn evidence_is_asked_for_from_an_answer_that_the_row_offers_or_from_a_number_of_boxes() {
    let with = |id: &str, bound: u8| {
        let question = format!("  - id: {id}\n");
        EVERYTHING.replace(&question, &format!("{question}    evidence: {{from: {bound}}}\n"))
    };
    let asks = |questionnaire: &str, words: &str| form(questionnaire, &[]).matches(words).count();
    // The row `web` reaches no further than its fourth answer, worth 3; the fifth on its list is "don't know".
    assert_eq!(asks(&with("mi-de-1", 4), "(vanaf het 5e antwoord)"), 1);
    assert_eq!(asks(&with("mi-de-1", 3), "(vanaf het 4e antwoord)"), 2 + 1, "and a question that asks so itself");
    assert_eq!(asks(&with("ri-de-1", 1), "Waaruit blijkt dat? (vanaf 1 aangekruist antwoord)"), 1);
    assert_eq!(asks(&with("ri-de-1", 2), "Waaruit blijkt dat? (vanaf 2 aangekruiste antwoorden)"), 1);
    assert_eq!(asks(&with("ri-de-2", 2), "Waaruit blijkt dat?<"), 1, "what a box is worth is not on the page");
}

#[test]
fn a_quick_scan_and_a_role_leave_out_what_is_not_asked() {
    let quick = form(EVERYTHING, &["--quick"]);
    assert_eq!(quick.matches("<fieldset class=\"q\"").count(), 1);
    let settled =
        form(EVERYTHING, &["--role", "ict", "--council", "41048", "--wave", "2026", "--keep-until", "2028-12-31"]);
    for name in ["role", "council", "wave", "keep"] {
        assert!(!settled.contains(&format!("name=\"{name}\"")), "{name}");
    }
    assert!(settled.contains("De antwoorden worden bewaard tot en met 31 december 2028."));
}

#[test]
fn hostile_texts_stay_texts() {
    let hostile = "</script><script>alert(1)</script>' \" <!-- &amp; {{";
    let yaml = EVERYTHING.replace("Alles erop en eraan", &hostile.replace(['\'', '"'], ""));
    let yaml = yaml.replace("title: {nl: </", "title: {nl: '</").replace("{{, nl-BE", "{{', nl-BE");
    let page = form(&yaml, &["--name", hostile, "--council", hostile, "--instructions", hostile]);
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("</script").count(), 2);
    assert_eq!(page.matches("<!--").count(), 0);
    assert!(page.contains("&lt;/script&gt;"));
}

#[test]
fn a_hundred_and_fifty_questions_in_two_languages_stay_under_300_kilobytes() {
    let (head, _) = EVERYTHING.split_once("questions:\n").expect("questions");
    let mut yaml = head.replace("cells:", "cells: []\nunused:");
    yaml = yaml.split("cells: []").next().expect("a head").to_owned();
    let rest = head.split_once("roles:\n").expect("roles").1;
    let _ = write!(yaml, "roles:\n{}questions:\n", rest.replace("  roles: {ict: 2, dienst: 1}\n", ""));
    for question in 0..150 {
        let ask = |l: &str| {
            format!(
                "{l} {question}: hoe ver staat de gemeente met het vergelijken van een online aanvraag met de balie?"
            )
        };
        let help = |l: &str| format!("{l} {question}: tijd is hier de tijd die de inwoner er zelf aan kwijt is.");
        let _ = write!(
            yaml,
            "  - id: v-{question}\n    at: {{niveau: richten, d: delen}}\n    ask: {{nl: \"{}\", en: \"{}\"}}\n    \
             help: {{nl: \"{}\", en: \"{}\"}}\n    type: choice\n    evidence: {{from: 3}}\n    roles: [ict]\n    choices:\n",
            ask("nl"),
            ask("en"),
            help("nl"),
            help("en"),
        );
        for choice in 0..5 {
            let label = |l: &str| format!("{l} {question}.{choice} voor de helft van de onlinediensten is vergeleken");
            let _ = writeln!(
                yaml,
                "      - {{id: {choice}, value: {choice}, label: {{nl: \"{}\", en: \"{}\"}}}}",
                label("nl"),
                label("en"),
            );
        }
    }
    let size = form(&yaml, &[]).len();
    assert!((200_000..300_000).contains(&size), "{size} bytes");
}

#[test]
fn a_role_may_be_named_by_its_title_in_any_language() {
    let made = |role: &str| {
        peil(["form", "digitale-maturiteit", "--role", role, "--seed", "1", "-o", "x.html", "--quiet"])
            .ends_with(0)
            .text("x.html")
    };
    assert_eq!(made("Leiding"), made("directie"));
    assert_eq!(made("Management"), made("directie"));
}

#[test]
fn what_cannot_be_made_is_said_with_what_can() {
    let run = |arguments: &[&str]| peil(["form", "kort.yaml"].iter().chain(arguments)).with_kort();
    run(&["-o", "formulier.pdf"])
        .in_dutch()
        .stderr(
            "
            fout: aan `formulier.pdf` is niet te zien welk formulier u wilt
            tip: gebruik .html of .xlsx
            ",
        )
        .ends_with(2);
    run(&["-o", "form.html", "--role", "itc"])
        .stderr(
            "
            error: the questionnaire has no role `itc`
            help: did you mean `ict` (IT)?
            ",
        )
        .ends_with(2);
    run(&["-o", "form.html", "--keep-until", "31-12-2028"])
        .stderr(
            "
            error: `31-12-2028` is not possible for `--keep-until`
            help: choose for example 2028-12-31
            ",
        )
        .ends_with(2);
}

#[test]
fn the_page_says_how_many_questions_and_minutes_there_are_for_this_role_and_scan() {
    let says = |flags: &[&str], said: &str| {
        let arguments = ["form", "digitale-maturiteit", "-o", "-"].iter().chain(flags);
        peil(arguments).in_dutch().stdout_holds(&format!(">{said} Niet elke vraag hoeft")).ends_with(0);
    };
    // A politician is asked 9 of the 47 questions: 9 times 40 seconds.
    says(&["--role", "politiek"], "9 vragen, ongeveer 6 minuten.");
    says(&["--role", "ict"], "47 vragen, ongeveer 35 minuten.");
    says(&[], "Hooguit 47 vragen, ongeveer 35 minuten; hoeveel het er zijn, hangt af van uw rol.");
    // 12 times 40 seconds; a politician gets one of those.
    says(&["--quick"], "Hooguit 12 vragen, ongeveer 8 minuten; hoeveel het er zijn, hangt af van uw rol.");
    says(&["--quick", "--role", "politiek"], "1 vraag, ongeveer 1 minuut.");
}

#[test]
fn a_question_that_may_be_skipped_makes_it_at_most_so_many() {
    // Eight questions, of which one depends on another, for every role.
    let page = form(EVERYTHING, &["--role", "ict"]);
    let said = page.split("<li").find(|item| item.contains("vragen, ongeveer")).expect("how many");
    assert!(said.contains(">Hooguit 8 vragen, ongeveer "), "{said}");
}

#[test]
fn a_value_that_cannot_be_is_answered_with_an_example_and_not_with_the_only_one_there_is() {
    for (flag, example) in [("--wave", "2026"), ("--keep-until", "2028-12-31")] {
        peil(["form", "digitale-maturiteit", "-o", "f.html", flag, "x"])
            .in_dutch()
            .stderr(&format!("fout: `x` kan niet bij `{flag}`\ntip: kies bijvoorbeeld {example}\n"))
            .ends_with(2);
    }
}
