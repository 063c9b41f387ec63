//! What reports say of a council beside its group, where not every dimension can be compared.

use super::*;

/// Three dimensions of one rating each, for six councils of one respondent.
fn six(rows: [&str; 6]) -> Batch<'static> {
    let q = questionnaire(
        "peil: questionnaire/1\nid: drie\nversion: 1.0.0\nlanguages: [nl, en]\ntitle: {nl: Drie, en: Three}\n\
         scale: {max: 4}\naxes:\n  - {id: as, title: {nl: As, en: Axis}, dimensions: [{id: plan, title: {nl: Plan, en: \
         Plan}}, {id: geld, title: {nl: Geld, en: Money}}, {id: mensen, title: {nl: Mensen, en: People}}]}\nquestions:\n\
         \x20 - {id: a, at: {as: plan}, ask: {nl: A?, en: A?}, type: rating, from: 0, to: 4}\n\
         \x20 - {id: b, at: {as: geld}, ask: {nl: B?, en: B?}, type: rating, from: 0, to: 4}\n\
         \x20 - {id: c, at: {as: mensen}, ask: {nl: C?, en: C?}, type: rating, from: 0, to: 4}\n",
    );
    let rows = rows.iter().enumerate().map(|(at, answers)| format!("c{at},{answers}\n"));
    Batch::new(Rubric::new(q), responses(q, &format!("council,a,b,c\n{}", rows.collect::<String>())), Keep::ALL, 1)
}

/// Above the dot plot of a council, in either language.
fn heading(batch: &Batch<'_>, group: usize) -> [String; 2] {
    [Language::En, Language::Nl].map(|language| {
        let document = council(batch, group, Audience::Public, language);
        document.figures().next().expect("the dot plot").heading.clone()
    })
}

#[test]
fn every_dimension_is_said_only_where_every_dimension_has_a_group() {
    // Of people only one council tells, and a median takes five.
    let one = six(["4,4,0", "1,1,?", "1,1,?", "1,1,?", "1,1,?", "0,0,?"]);
    let places = |group| heading(&one, group);
    assert_eq!(
        places(0),
        [
            "Above the group in the 2 dimensions that can be compared",
            "Boven de groep in de 2 dimensies die te vergelijken zijn"
        ]
    );
    assert_eq!(
        places(1),
        [
            "The 2 dimensions that can be compared lie around the middle of the group",
            "De 2 dimensies die te vergelijken zijn, liggen rond het midden van de groep"
        ]
    );
    assert_eq!(places(5)[0], "Behind the group in the 2 dimensions that can be compared");
    let all = six(["4,4,4", "1,1,1", "1,1,1", "1,1,1", "1,1,1", "1,1,1"]);
    assert_eq!(heading(&all, 0)[0], "Above the group in every dimension");
    assert_eq!(heading(&all, 1)[0], "Every dimension lies around the middle of the group");
}

#[test]
fn a_single_dimension_that_can_be_compared_is_singular() {
    let one = six(["4,?,0", "1,1,?", "1,?,?", "1,?,?", "1,?,?", "0,?,?"]);
    assert_eq!(
        heading(&one, 1),
        [
            "The only dimension that can be compared lies around the middle of the group",
            "De enige dimensie die te vergelijken is, ligt rond het midden van de groep"
        ]
    );
}

#[test]
fn a_council_whose_dimensions_are_all_the_same_is_told_where_it_is_furthest_behind() {
    let batch = six(["2,2,2", "2,3,4", "2,3,4", "2,3,4", "2,3,4", "2,3,4"]);
    let lines = lead(&council(&batch, 0, Audience::Public, Language::En));
    let expected =
        ["All dimensions with a score stand at 2.0.", "Furthest behind the group: People, 2.0 (median 4.0)."];
    assert_eq!(lines[1..3], expected, "{lines:?}");
}

/// The bullets and the heading of a council that is alone, of rows that so many gave.
fn alone(rows: &[(usize, &str)]) -> (Vec<String>, String) {
    let rows: Vec<String> = rows.iter().flat_map(|(count, answers)| vec![format!("c,{answers}\n"); *count]).collect();
    let q = six([""; 6]).rubric().questionnaire();
    let batch = Batch::new(Rubric::new(q), responses(q, &format!("council,a,b,c\n{}", rows.concat())), Keep::ALL, 1);
    let [_, heading] = heading(&batch, 0);
    (lead(&public(&batch, 0)).split_off(1), heading)
}

#[test]
fn all_that_are_as_far_behind_are_named() {
    // Plan and money lie 1 behind, people not at all; all three stand at 2.
    let batch = six(["2,2,2", "3,3,2", "3,3,2", "3,3,2", "3,3,2", "3,3,2"]);
    let lines = lead(&council(&batch, 0, Audience::Public, Language::En));
    assert_eq!(
        lines[1..3],
        [
            "All dimensions with a score stand at 2.0.",
            "Furthest behind the group: Plan at 2.0 (median 3.0) and Money at 2.0 (median 3.0)."
        ]
    );
    assert_eq!(heading(&batch, 0)[0], "Behind the group in Plan and Money");
    // Where all are as far behind, none is the furthest; with a gap of 1, 2 and 2 the two are told with their own medians.
    let batch = six(["1,1,1", "3,3,3", "3,3,3", "3,3,3", "3,3,3", "3,3,3"]);
    assert!(lead(&public(&batch, 0)).iter().all(|line| !line.contains("achter op de groep")));
    let batch = six(["2,1,2", "3,3,4", "3,3,4", "3,3,4", "3,3,4", "3,3,4"]);
    let behind = "Het verst achter op de groep: Geld met 1,0 (mediaan 3,0) en Mensen met 2,0 (mediaan 4,0).";
    assert!(lead(&public(&batch, 0)).contains(&behind.to_owned()), "{:?}", lead(&public(&batch, 0)));
}

#[test]
fn how_far_behind_a_council_lies_is_what_the_two_scores_that_are_written_say() {
    // Of 25 participants each: plan 1 + 11 ÷ 25 = 1.44 beside 1.76, which is 0.32, and money 1.52 beside 1.80, 0.28. As they
    // are written 1.4 beside 1.8 is further than 1.5 beside 1.8.
    let rows = |council: usize, plan: usize, money: usize| -> String {
        let one = |at: usize| format!("c{council},{},{},2\n", 1 + usize::from(at < plan), 1 + usize::from(at < money));
        (0..25).map(one).collect()
    };
    let said = |own: (usize, usize), others: (usize, usize)| {
        let all = (0..6).map(|council| if council == 0 { own } else { others }).enumerate();
        let csv: String = all.map(|(council, (plan, money))| rows(council, plan, money)).collect();
        let q = six([""; 6]).rubric().questionnaire();
        let batch = Batch::new(Rubric::new(q), responses(q, &format!("council,a,b,c\n{csv}")), Keep::ALL, 1);
        lead(&public(&batch, 0)).into_iter().find(|line| line.starts_with("Het verst achter")).unwrap_or_default()
    };
    assert_eq!(said((11, 13), (19, 20)), "Het verst achter op de groep: Plan met 1,4 (mediaan 1,8).");
    // Money 1.56 beside 1.92 is 0.36, but 1.6 beside 1.9 does not look further than plan.
    let both = "Het verst achter op de groep: Plan met 1,4 (mediaan 1,8) en Geld met 1,6 (mediaan 1,9).";
    assert_eq!(said((11, 14), (19, 23)), both);
}

#[test]
fn what_looks_the_same_shares_the_end() {
    // Plan (22 × 3 + 2) ÷ 23 = 2.96, which is written 3.0 as the 3 of money is.
    let (lines, heading) = alone(&[(22, "3,3,1"), (1, "2,3,1")]);
    assert_eq!(lines[..2], ["Het sterkst: Plan en Geld met 3,0.", "Het zwakst: Mensen met 1,0."]);
    assert_eq!(heading, "Het hoogst: Plan en Geld; het laagst: Mensen");
}

#[test]
fn a_dimension_on_too_few_answers_is_neither_the_strongest_nor_the_weakest() {
    // One of twelve answered about people: 1 of 12 answers is under the 80 % that a stage takes.
    let (lines, heading) = alone(&[(11, "1,3,?"), (1, "1,3,4")]);
    let expected =
        ["Het sterkst: Geld met 3,0.", "Het zwakst: Plan met 1,0.", "Mensen telt hier niet mee: te weinig antwoorden."];
    assert_eq!(lines[..3], expected);
    assert_eq!(heading, "Het hoogst: Geld; het laagst: Plan; te weinig antwoorden: Mensen");
    // Two of twelve about each: nothing is singled out.
    let (lines, heading) = alone(&[(10, "?,?,?"), (2, "1,3,4")]);
    assert_eq!(heading, "De score per dimensie");
    assert!(lines.iter().all(|line| line.starts_with("Onbekend:")), "{lines:?}");
}

#[test]
fn beside_the_group_a_dimension_on_too_few_answers_is_not_compared() {
    // The first council has seven participants, of whom two told of people; all others tell of everything.
    let batch = six([
        "2,3,?\nc0,2,3,?\nc0,2,3,?\nc0,2,3,?\nc0,2,3,?\nc0,2,3,0\nc0,2,3,0",
        "3,3,3",
        "3,3,3",
        "3,3,3",
        "3,3,3",
        "3,3,3",
    ]);
    assert_eq!(heading(&batch, 0)[0], "Behind the group in Plan");
    let lines = lead(&council(&batch, 0, Audience::Public, Language::En));
    let behind = ["Furthest behind the group: Plan, 2.0 (median 3.0).", "People is left out here: too few answers."];
    assert!(lines.windows(2).any(|two| two == behind), "{lines:?}");
}
