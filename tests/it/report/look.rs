//! Reports of made-up councils on the shipped questionnaire, to look at. Nothing here is drawn by lot.

use super::*;
use peil::report::{GroupReport, Order, RoleReport, WaveReport};
use peil::responses::Wave;
use std::fmt::Write as _;

const NAMES: [&str; 24] = [
    "Aalter",
    "Beringen",
    "Bornem",
    "Brakel",
    "De Haan",
    "De Panne",
    "Deinze",
    "'s-Gravenvoeren",
    "Geel",
    "Halle",
    "Heusden-Zolder",
    "Ieper",
    "Izegem",
    "Knokke-Heist",
    "Lierde",
    "Menen",
    "Ninove",
    "Oudenaarde",
    "Peer",
    "Sint-Niklaas",
    "Temse",
    "Vilvoorde",
    "Wetteren",
    "Zelzate",
];

/// A number that looks like chance and never changes.
fn hash(parts: [usize; 4]) -> usize {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for part in parts {
        state = (state ^ part as u64).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state ^= state >> 29;
    }
    state as usize
}

/// Two waves of 24 councils with four to nineteen respondents.
fn table(q: &Questionnaire) -> String {
    let mut csv = String::from("council,name,wave,respondent,role,inwoners");
    q.columns.iter().for_each(|column| write!(csv, ",{}", column.id).unwrap());
    csv.push('\n');
    for (council, name) in NAMES.iter().enumerate() {
        for wave in [2024, 2026] {
            if wave == 2024 && council % 5 == 3 {
                continue;
            }
            let people = 4 + hash([council, 1, 0, 0]) % 16;
            for person in 0..people {
                let role = ["ict", "dienst", "directie", "politiek"]
                    [(person + council) % if wave == 2024 && council == 16 { 3 } else { 4 }];
                let class = ["tot 10.000", "10.000-20.000", "meer dan 20.000"][council % 3];
                write!(csv, "{council:05},\"{name}\",{wave},r{person},{role},{class}").unwrap();
                for column in 0..q.columns.len() {
                    let base = hash([council, 2, 0, 0]) % 3
                        + hash([council, column, 3, 0]) % 2
                        + usize::from(wave == 2026 && hash([council, column, 9, 0]).is_multiple_of(3));
                    let value = (base + hash([council, column, person, wave]) % 2).min(4);
                    let chance = hash([person, column, council, 7]) % 40;
                    let missing = if council == 14 { chance < 25 } else { chance < 1 };
                    match missing {
                        true => csv.push_str(",?"),
                        false => write!(csv, ",{value}").unwrap(),
                    }
                }
                csv.push('\n');
            }
        }
    }
    csv
}

fn write_out(name: &str, document: &Document) {
    let folder = std::env::temp_dir().join("peil-reports");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.html")), html::render(document)).unwrap();
    let page = markdown::render(document);
    std::fs::write(folder.join(format!("{name}.md")), &page.text).unwrap();
    std::fs::write(folder.join(format!("{name}.txt")), terminal::render(document, 80, false)).unwrap();
    for (file, figure) in &page.figures {
        std::fs::write(folder.join(format!("{name}-{file}")), figure.drawing.file(document.language)).unwrap();
    }
}

#[test]
#[allow(clippy::too_many_lines)] // one report after the other, nothing to follow
#[ignore = "writes files to look at, into the system's folder for temporary files"]
fn the_reports_can_be_looked_at() {
    let q = Box::leak(Box::new(questionnaire::shipped("digitale-maturiteit").unwrap()));
    let mut responses = responses(q, &table(q));
    let ninove = responses
        .registry
        .groups()
        .iter()
        .position(|group| group.council == 16 && group.wave == Wave::parse("2026"))
        .unwrap();
    let note = |column, role, text: &str| peil::responses::Note {
        group: ninove,
        column,
        role,
        kind: peil::responses::NoteKind::Comment,
        text: text.into(),
    };
    responses.notes = vec![
        note(0, 0, "We wachten op het nieuwe meerjarenplan."),
        note(0, 2, "Er staat wel iets, maar zonder bedrag."),
        note(5, 3, "Dit kwam één keer op het college."),
    ];
    let batch = Batch::new(Rubric::new(q), responses, Keep::ALL, 1);
    for l in Language::ALL {
        for audience in [Audience::Public, Audience::Workshop] {
            write_out(
                &format!("council-{audience:?}-{l}"),
                &CouncilReport {
                    batch: &batch,
                    group: ninove,
                    audience,
                    within: None,
                    language: l,
                    tag: l.pick("nl-BE", "en"),
                }
                .document(),
            );
        }
        write_out(
            &format!("roles-{l}"),
            &RoleReport { batch: &batch, group: ninove, audience: Audience::Public, language: l, tag: l.code() }
                .document(),
        );
        for show_names in [false, true] {
            write_out(
                &format!("group-{show_names}-{l}"),
                &GroupReport {
                    batch: &batch,
                    wave: Wave::parse("2026"),
                    within: Some(0),
                    audience: Audience::Public,
                    show_names,
                    marked: &[ninove],
                    order: Order::Name,
                    language: l,
                    tag: l.code(),
                }
                .document(),
            );
        }
        write_out(
            &format!("waves-{l}"),
            &WaveReport {
                batch: &batch,
                only: None,
                until: None,
                audience: Audience::Public,
                show_names: true,
                language: l,
                tag: l.code(),
            }
            .document(),
        );
        let lierde = batch
            .responses()
            .registry
            .groups()
            .iter()
            .position(|group| group.council == 14 && group.wave == Wave::parse("2026"))
            .unwrap();
        write_out(
            &format!("lierde-{l}"),
            &CouncilReport {
                batch: &batch,
                group: lierde,
                audience: Audience::Public,
                within: Some(0),
                language: l,
                tag: l.code(),
            }
            .document(),
        );
    }
}
