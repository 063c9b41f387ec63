//! Peers by class, widened step by step until there are enough.

use peil::comparison::{Audience, Batch, Measure, Passed, Peers};
use peil::language::Language;
use peil::report::{CouncilReport, terminal};
use peil::scores::{Keep, Rubric};
use proptest::prelude::*;

use super::reports::{TWO, group};
use super::{beside, questionnaire};

/// A council: its score, and its two classes.
type Council = (Option<u8>, &'static str, &'static str);

/// Councils with a score, or without one, in these classes.
fn with<T>(councils: &[Council], make: impl FnOnce(&Batch<'_>, [usize; 2]) -> T) -> T {
    let row = |(index, (score, place, size)): (usize, &Council)| {
        let score = score.map_or("?".to_owned(), |score| score.to_string());
        format!("c{index},{place},{size},{score},{score}\n")
    };
    let answers: String = councils.iter().enumerate().map(row).collect();
    let q = questionnaire(TWO);
    let (mut responses, ..) = beside(&q, &format!("council,place,size,v1,v2\n{answers}"), b"council\nc0\n");
    let columns = ["place", "size"].map(|name| responses.registry.class_column(name));
    responses.registry.join(&columns);
    make(&Batch::new(Rubric::new(&q), responses, Keep::ALL, 1), columns)
}

/// Seven in A, of which three small ones; one in B; one whose size is not known.
const COUNCILS: [Council; 9] = [
    (Some(0), "A", "small"),
    (Some(1), "A", "small"),
    (Some(2), "A", "small"),
    (Some(3), "A", "large"),
    (Some(4), "A", "large"),
    (Some(1), "A", "large"),
    (Some(2), "A", ""),
    (Some(3), "B", "small"),
    (None, "A", "small"),
];

/// Who they are, the class that they share, and what was passed.
fn parts<'p>(peers: &'p Peers<'_>) -> (&'p [usize], Option<usize>, &'p [Passed]) {
    (peers.groups(), peers.within, &peers.passed)
}

#[test]
fn the_last_class_is_given_up_first_and_then_the_one_before() {
    with(&COUNCILS, |batch, [place, size]| {
        let both = batch.responses().registry.joined(&[place, size]).expect("joined");
        let (passed_both, passed_place) =
            (|found| Passed { column: both, found }, |found| Passed { column: place, found });
        // Three small ones in A have a score, so all seven of A.
        let a: Vec<usize> = (0..7).collect();
        assert_eq!(parts(&batch.widened(0, Some(both))), (&a[..], Some(place), &[passed_both(3)][..]));
        // The one whose size is not known shares it with nobody.
        assert_eq!(parts(&batch.widened(6, Some(both))), (&a[..], Some(place), &[passed_both(0)][..]));
        // In B there is one, so all eight with a score.
        let passed = [passed_both(1), passed_place(1)];
        let all: Vec<usize> = (0..8).collect();
        assert_eq!(parts(&batch.widened(7, Some(both))), (&all[..], None, &passed[..]));
        // A class by itself is not given up.
        assert_eq!(parts(&batch.widened(7, Some(place))), (&[7][..], Some(place), &[][..]));
    });
}

#[test]
fn the_report_says_with_whom_it_compares_and_what_was_too_few() {
    with(&COUNCILS, |batch, columns| {
        let within = batch.responses().registry.joined(&columns);
        let said = |id: &str, language, tag| {
            let (group, audience) = (group(batch, id, ""), Audience::Public);
            let document = CouncilReport { batch, group, audience, within, language, tag }.document();
            terminal::render(&document, 500, false).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let text = said("c0", Language::Nl, "nl");
        let sentence =
            "Vergeleken wordt met 7 besturen (place: A). Met place A en size small waren er maar 3; het minimum is 5.";
        assert!(text.contains(sentence), "{text}");
        assert!(
            text.contains("vergeleken met 7 besturen (place: A)") && text.contains("--within place,size"),
            "{text}"
        );
        let text = said("c6", Language::En, "en");
        assert!(text.contains("The column size says nothing of this council."), "{text}");
        let text = said("c7", Language::Nl, "nl");
        assert!(text.contains("Vergeleken wordt met 8 besturen, ongeacht hun klasse. Met place B en size small was er maar 1; het minimum is 5. Met place B was er maar 1; het minimum is 5."), "{text}");
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// However councils are spread over classes, what is shown is about five of them at least, it is the narrowest such
    /// class, and each of those passed held fewer.
    #[test]
    fn no_group_under_five_is_ever_shown(
        councils in prop::collection::vec((prop::option::weighted(0.9, 0u8..5), 0usize..4, 0usize..4), 1..40),
    ) {
        let names: [&'static str; 4] = ["", "A", "B", "C"];
        let councils: Vec<_> = councils.into_iter().map(|(score, a, b)| (score, names[a], names[b])).collect();
        with(&councils, |batch, columns| {
            let within = batch.responses().registry.joined(&columns);
            for group in 0..batch.groups() {
                let peers = batch.widened(group, within);
                for measure in [Measure::Overall, Measure::Dimension(0)] {
                    if let Ok(spread) = batch.spread_among(&peers, measure) {
                        prop_assert!(spread.councils >= 5);
                    }
                }
                prop_assert!(peers.passed.iter().all(|passed| passed.found < 5));
                let (_, place, size) = councils[group];
                let known = |wanted: &dyn Fn(&Council) -> bool| {
                    councils.iter().filter(|council| council.0.is_some() && wanted(council)).count()
                };
                let both = known(&|council| council.1 == place && council.2 == size && !place.is_empty() && !size.is_empty());
                let first = known(&|council| council.1 == place && !place.is_empty());
                let expected = [(both, 0), (first, 1)].into_iter().find(|(count, _)| *count >= 5);
                let expected = expected.unwrap_or((known(&|_| true), 2));
                prop_assert_eq!((peers.groups().len(), peers.passed.len()), expected);
            }
            Ok(())
        })?;
    }
}
