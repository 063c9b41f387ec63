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
