//! Names of municipalities that are hard to set: long ones, with apostrophes, accents, commas and hyphens. Each stands
//! whole, in the order in which a reader looks it up, in every place where councils are named.

use std::fs;

use crate::charts::{shows, texts, tree};
use crate::peil::{Peil, Written, peil};

/// As a Dutch reader expects them: 's-Gravenhage under the s, an accent as if it were not there, IJ under the i.
const DUTCH: [&str; 12] = [
    "Aa en Hunze",
    "Bergen (L.)",
    "Bergen (NH.)",
    "De Fryske Marren",
    "Écaussinnes",
    "Het Hogeland",
    "IJsselstein",
    "Nuenen, Gerwen en Nederwetten",
    "'s-Gravenhage",
    "'s-Hertogenbosch",
    "Sint-Genesius-Rode",
    "Súdwest-Fryslân",
];

/// As an English reader expects them: word by word, so St Albans before Stoke.
const ENGLISH: [&str; 12] = [
    "Ards and North Down",
    "Armagh City, Banbridge and Craigavon",
    "Bournemouth, Christchurch and Poole",
    "Causeway Coast and Glens",
    "King's Lynn and West Norfolk",
    "Kingston upon Hull, City of",
    "Na h-Eileanan Siar",
    "Rhondda Cynon Taf",
    "St Albans",
    "St. Helens",
    "Stoke-on-Trent",
    "Ynys Môn",
];

/// French names, with the apostrophe of the printer, in a Dutch report.
const FRENCH: [&str; 12] = [
    "Berchem-Sainte-Agathe",
    "Braine-l’Alleud",
    "Bruxelles",
    "Écaussinnes",
    "Fontaine-l’Évêque",
    "Ham-sur-Heure-Nalinnes",
    "Ixelles",
    "La Louvière",
    "Molenbeek-Saint-Jean",
    "Ottignies-Louvain-la-Neuve",
    "Saint-Josse-ten-Noode — Sint-Joost-ten-Node",
    "Woluwe-Saint-Lambert",
];

const LISTS: [([&str; 12], &str); 3] = [(DUTCH, "nl"), (ENGLISH, "en"), (FRENCH, "nl")];

/// A comparison of councils of these names, which come in another order, with codes in yet another.
fn compared(names: [&str; 12], language: &str, more: &[&str]) -> Peil {
    let mut table = "council,name,keuze,ja-nee,cijfer,getal,vakjes,alleen-ict\n".to_owned();
    for place in (0..names.len()).map(|index| index * 7 % names.len()) {
        let (code, number) = (100 - place, place * 5);
        let choice = ["nooit", "soms", "altijd"][place % 3];
        table.push_str(&format!("{code},\"{}\",{choice},yes,{},{number},web,{choice}\n", names[place], place % 5 + 1));
    }
    let first = ["compare", "namen.csv", "-q", "kort.yaml", "--show-names", "--lang", language];
    peil(first.iter().chain(more)).with_kort().file("namen.csv", &table)
}

/// The names in the first column of a table of the terminal: a name on several lines is joined again.
fn first_column(table: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in table.lines() {
        let mut pieces = line.trim().split("  ").filter(|piece| !piece.is_empty());
        match (pieces.next(), pieces.next(), names.last_mut()) {
            (Some(name), Some(_), _) => names.push(name.to_owned()),
            (Some(rest), None, Some(name)) => {
                // A word that goes on after its hyphen is whole as well.
                let glue = if name.ends_with(['-', '’']) { "" } else { " " };
                name.push_str(&format!("{glue}{rest}"));
            }
            _ => {}
        }
    }
    names
}

/// Expects every list of names that holds the first one to hold all of them, in order.
fn expect(place: &str, lists: Vec<Vec<String>>, names: [&str; 12]) {
    let lists: Vec<_> = lists.into_iter().filter(|list| list.iter().any(|name| name == names[0])).collect();
    assert!(!lists.is_empty(), "{place}: nobody is named");
    for list in lists {
        assert_eq!(list, names, "{place}");
    }
}

#[test]
fn names_are_whole_and_in_order_on_a_terminal_of_eighty_columns() {
    for (names, language) in LISTS {
        let output = compared(names, language, &[]).run();
        assert_eq!(output.code, 0, "{output}");
        assert!(output.stdout.lines().all(|line| line.chars().count() <= 80), "{output}");
        let rule = "─".repeat(20);
        let tables = output.stdout.split("\n\n\n").flat_map(|part| {
            // Between the rule under the headings and the one at the end.
            let lines: Vec<&str> = part.lines().collect();
            let rules: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].starts_with(&rule)).collect();
            let bodies = rules.windows(2).map(|pair| lines[pair[0] + 1..pair[1]].join("\n"));
            bodies.collect::<Vec<_>>()
        });
        expect("terminal", tables.map(|table| first_column(&table)).collect(), names);
    }
}

#[test]
fn names_are_whole_and_in_order_in_markdown() {
    for (names, language) in LISTS {
        let written = compared(names, language, &["-o", "uit.md", "--quiet"]).ends_with(0);
        let text = written.text("uit.md");
        let tables = text.split("\n\n").map(|table| {
            let cells = table.lines().skip(2).filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
            cells.map(|cell| cell.replace('\\', "")).collect()
        });
        expect("Markdown", tables.collect(), names);
    }
}

#[test]
fn names_are_whole_and_in_order_on_a_page() {
    for (names, language) in LISTS {
        let written = compared(names, language, &["-o", "uit.html", "--quiet"]).ends_with(0);
        let text = written.text("uit.html");
        let tables = text.split("<table").skip(1).map(|table| {
            let body = table.split("<tbody").nth(1).unwrap_or_default();
            let cells = body.split("<th scope=\"row\"").skip(1);
            let cells = cells.filter_map(|cell| cell.split_once('>')?.1.split("</th>").next());
            cells.map(|cell| cell.replace("&#39;", "'").replace("&#x27;", "'")).collect()
        });
        expect("page", tables.collect(), names);
    }
}

#[test]
fn names_are_whole_and_in_order_in_the_charts() {
    for (names, language) in LISTS {
        let written = compared(names, language, &["--charts", "beelden", "-o", "uit.html", "--quiet"]).ends_with(0);
        let charts = svgs(&written);
        let named: Vec<&String> = charts.iter().filter(|svg| shows(&texts(tree(svg).root()), names[0])).collect();
        assert!(!named.is_empty(), "nobody is named among {} charts", charts.len());
        for svg in named {
            let texts = texts(tree(svg).root());
            let top = |name: &str| {
                assert!(shows(&texts, name), "{name} is not whole");
                let first = name.split(' ').next().unwrap_or_default();
                let places =
                    texts.iter().filter(|(words, _)| name.starts_with(words.as_str()) && words.starts_with(first));
                places.map(|(_, at)| at.top()).next().expect("a place")
            };
            let tops: Vec<f32> = names.iter().map(|name| top(name)).collect();
            assert!(tops.is_sorted(), "{tops:?}");
        }
    }
}

fn svgs(written: &Written) -> Vec<String> {
    let names = written.files().into_iter().filter(|name| name.starts_with("beelden/") && name.ends_with(".svg"));
    names.map(|name| written.text(&name)).collect()
}

#[test]
fn a_report_of_each_council_has_a_file_name_in_plain_letters() {
    let folder = compared(DUTCH, "nl", &[]);
    let table = fs::read_to_string(folder.path().join("namen.csv")).expect("the table");
    let written = peil(["report", "namen.csv", "-q", "kort.yaml", "--all", "-o", "uit", "--quiet"])
        .with_kort()
        .file("namen.csv", &table)
        .ends_with(0);
    for file in
        ["uit/89-sudwest-fryslan.html", "uit/92-s-gravenhage.html", "uit/98-bergen-nh.html", "uit/96-ecaussinnes.html"]
    {
        assert!(written.has(file), "{file} is not among {:?}", written.files());
    }
}
