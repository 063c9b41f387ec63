//! What a reader of a chart can count on: every label whole and legible, every number where the axis says.

use std::sync::{Arc, LazyLock};

use peil::charts::text::{FAMILY, Weight, font_file};
use peil::charts::{
    BarChart, BarGroup, Caption, Chart, DotPlot, DotRow, HeatCell, HeatRow, HeatTable, Scale, StripPlot,
};
use peil::language::Language;
use resvg::tiny_skia::{Pixmap, Rect};
use resvg::usvg::{Group, Node, Options, Tree, fontdb, roxmltree};

const LABELS: [&str; 14] = [
    "Bornem",
    "'s-Hertogenbosch",
    "Heusden-Zolder",
    "Nuenen, Gerwen en Nederwetten",
    "Saint-Josse-ten-Noode — Sint-Joost-ten-Node",
    "Súdwest-Fryslân",
    "Digitaal leiderschap",
    "Digitale dienstverlening aan inwoners en ondernemers, ook buiten de kantooruren en op afspraak",
    "Informatiebeveiligingsverantwoordelijkheidsverdelingsovereenkomst",
    "Ļiepāja ≥ 3 → ✓",
    "Communication, participation and proximity of services to residents",
    "€ 1.000 – 2.000 · «½»",
    "I",
    "WWWWWWWWWW MMMMMMMMMM WWWWWWWWWW MMMMMMMMMM",
];

fn caption() -> Caption {
    Caption {
        heading:
            "Ninove staat sterk in verrichten, maar digitale strategie en draagvlak blijven ver achter bij de groep"
                .into(),
        subtitle: "Score per dimensie (0 tot 4), ronde 2026; grijs: 21 besturen van 10.000 tot 20.000 inwoners".into(),
        note: "Zelf ingeschat. Vragenlijst digitale-maturiteit 1.0.0; 34 van 36 vragen beantwoord door 12 mensen."
            .into(),
    }
}

fn scale() -> Scale {
    let stages = [(0.0, "startend"), (1.0, "zoekend"), (2.0, "bouwend"), (3.0, "sturend"), (3.5, "vernieuwend")];
    Scale { max: 4.0, stages: stages.map(|(from, name)| (from, name.to_owned())).into() }
}

/// A row with everything on it, spread over the scale by its index.
fn row(index: usize) -> DotRow {
    let value = (index * 7 % 41) as f64 / 10.0;
    let missing = index % 5 == 4;
    DotRow {
        label: LABELS[index % LABELS.len()].into(),
        level: (index % 3) as u8,
        value: (!missing).then_some(value),
        previous: index.is_multiple_of(2).then_some(4.0 - value),
        middle_half: Some((1.2, 2.4)),
        median: Some(1.9),
        target: Some(3.0),
        uncertainty: Some((value - 0.3, value + 0.3)),
        missing: missing.then(|| "te weinig antwoorden: 2 van 9 vragen, waar er 6 nodig zijn".into()),
        value_text: if missing { "–".into() } else { format!("{value:.1}") },
        told: None,
    }
}

fn dots(rows: Vec<DotRow>) -> Chart {
    Chart::Dots(DotPlot { caption: caption(), scale: scale(), rows, who: LABELS[4].into() })
}

fn heat(rows: usize) -> Chart {
    let cell = |row: usize, column: usize| match (row + column) % 5 {
        4 => HeatCell { value: None, text: ["–", "te weinig antwoorden", ""][row % 3].into() },
        step => HeatCell { value: Some(step as f64), text: format!("{step},0") },
    };
    let columns = ["Digitale strategie", "Digitaal leiderschap", LABELS[8], "Draagvlak"];
    let row = |row: usize| HeatRow {
        label: LABELS[row % LABELS.len()].into(),
        cells: (0..4).map(|column| cell(row, column)).collect(),
    };
    let columns = columns.map(String::from).into();
    Chart::Heat(HeatTable { caption: caption(), scale: scale(), columns, rows: (0..rows).map(row).collect() })
}

fn strip(points: usize, marked: &[(&str, f64)]) -> Chart {
    Chart::Strip(StripPlot {
        caption: caption(),
        scale: scale(),
        points: (0..points).map(|index| (index * 13 % 41) as f64 / 10.0).collect(),
        marked: marked.iter().map(|(name, value)| ((*name).into(), *value)).collect(),
        median: Some(1.9),
        middle_half: Some((1.5, 2.2)),
    })
}

fn bars(groups: usize) -> Chart {
    let bar = |index: usize| (LABELS[index % LABELS.len()].to_owned(), [0, 1, 24, 12_345][index % 4]);
    let group = |group: usize| BarGroup {
        label: LABELS[(group + 6) % LABELS.len()].to_owned(),
        bars: (group..group + 5).map(bar).collect(),
    };
    Chart::Bars(BarChart { caption: caption(), groups: (0..groups).map(group).collect() })
}

/// Every kind of chart, small and large, with labels that are hard to place.
fn all() -> Vec<(String, Chart)> {
    let mut charts = Vec::new();
    for count in [0, 1, 12, 50] {
        charts.push((format!("dots {count}"), dots((0..count).map(row).collect())));
        charts.push((format!("heat {count}"), heat(count)));
    }
    let crowd = [(LABELS[4], 2.0), (LABELS[3], 2.0), (LABELS[0], 2.1), (LABELS[7], 2.3), (LABELS[8], 4.0), ("Aa", 0.0)];
    for count in [0, 1, 14] {
        charts.push((format!("bars {count}"), bars(count)));
    }
    for count in [0, 12, 48, 300] {
        charts.push((format!("strip {count}"), strip(count, &crowd)));
    }
    charts
}

pub(crate) fn tree(svg: &str) -> Tree {
    static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(font_file(Weight::Regular).to_vec());
        fonts.load_font_data(font_file(Weight::Bold).to_vec());
        Arc::new(fonts)
    });
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.into(), ..Options::default() };
    Tree::from_str(svg, &options).unwrap()
}

/// Every text of the picture with the box it takes, as an independent renderer places it.
pub(crate) fn texts(group: &Group) -> Vec<(String, Rect)> {
    let inside = group.children().iter().map(|node| match node {
        Node::Text(text) => {
            let words = text.chunks().iter().map(|chunk| chunk.text()).collect();
            vec![(words, text.abs_bounding_box())]
        }
        Node::Group(group) => texts(group),
        _ => Vec::new(),
    });
    inside.flatten().collect()
}

pub(crate) fn shows(texts: &[(String, Rect)], label: &str) -> bool {
    (0..texts.len()).any(|from| {
        let rest = texts[from..].iter().map(|(words, _)| words.as_str());
        let joined = rest.take(12).scan(String::new(), |line, words| {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(words);
            Some(line.clone())
        });
        joined.into_iter().any(|line| line == label)
    })
}

/// The values of an attribute on the elements of a kind and a fill, in the order of the picture.
fn attributes(svg: &str, tag: &str, fill: &str, name: &str) -> Vec<f64> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let marks = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", tag)));
    let coloured = marks.filter(|node| node.attribute("fill") == Some(fill));
    coloured.map(|node| node.attribute(name).unwrap().parse().unwrap()).collect()
}

mod safety;

#[test]
fn no_text_leaves_the_canvas_and_no_two_texts_overlap() {
    for (name, chart) in all() {
        for language in Language::ALL {
            for svg in [chart.svg(language), chart.svg_in_page(language, "a")] {
                let tree = tree(&svg);
                let texts = texts(tree.root());
                for (index, (words, at)) in texts.iter().enumerate() {
                    let inside = at.left() >= 0.0
                        && at.top() >= 0.0
                        && at.right() <= tree.size().width()
                        && at.bottom() <= tree.size().height();
                    assert!(inside, "{name} {language}: “{words}” leaves the canvas: {at:?}");
                    for (other, there) in &texts[..index] {
                        let apart = at.left() >= there.right()
                            || there.left() >= at.right()
                            || at.top() >= there.bottom()
                            || there.top() >= at.bottom();
                        assert!(apart, "{name} {language}: “{words}” {at:?} is on “{other}” {there:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_label_is_shown_whole() {
    for count in [1, 12, 50] {
        for chart in [dots((0..count).map(row).collect()), heat(count)] {
            let texts = texts(tree(&chart.svg(Language::Nl)).root());
            for label in LABELS.iter().take(count) {
                assert!(shows(&texts, label), "{label} of {count}");
            }
        }
    }
    let texts_of_bars = texts(tree(&bars(14).svg(Language::Nl)).root());
    for label in LABELS {
        assert!(shows(&texts_of_bars, label), "{label}");
    }
    let marked = [(LABELS[3], 2.0), (LABELS[4], 3.9)];
    let texts = texts(tree(&strip(48, &marked).svg(Language::Nl)).root());
    assert!(shows(&texts, "Nuenen, Gerwen en Nederwetten\u{a0}2,0"));
    assert!(shows(&texts, "Saint-Josse-ten-Noode — Sint-Joost-ten-Node\u{a0}3,9"));
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    for ((_, one), (_, other)) in all().into_iter().zip(all()) {
        assert_eq!(one.svg(Language::Nl), other.svg(Language::Nl));
    }
    assert_eq!(heat(3).png(Language::En, 1.0), heat(3).png(Language::En, 1.0));
}

#[test]
fn a_dot_stands_where_the_axis_says() {
    let rows = [0.0, 1.0, 2.0, 4.0].map(|value| DotRow { value: Some(value), label: "a".into(), ..DotRow::default() });
    let svg = dots(rows.into()).svg(Language::Nl);
    // The first dot is the one of the legend.
    let dots = attributes(&svg, "circle", "#00558C", "cx");
    let ends: Vec<f64> = texts(tree(&svg).root())
        .iter()
        .filter(|(words, _)| words == "0" || words == "4")
        .map(|(_, at)| f64::from(at.left() + at.right()) / 2.0)
        .collect();
    let [zero, four] = ends[..] else { panic!("{ends:?}") };
    for (dot, share) in dots[1..].iter().zip([0.0, 0.25, 0.5, 1.0]) {
        assert!((dot - (zero + share * (four - zero))).abs() <= 1.0, "{dot} at {share} of {zero} to {four}");
    }
    assert_eq!(dots.len(), 5);
}

#[test]
fn a_missing_value_draws_no_dot_and_shows_the_words() {
    let words = "te weinig antwoorden (2 van 9)";
    for value in [None, Some(f64::NAN)] {
        let missing = DotRow { label: "Delen".into(), value, missing: Some(words.into()), ..DotRow::default() };
        let svg = dots(vec![missing]).svg(Language::Nl);
        assert!(!svg.contains("<circle"), "{svg}");
        assert!(shows(&texts(tree(&svg).root()), words));
    }
}

#[test]
fn a_missing_cell_is_hatched_and_holds_a_dash_and_no_number() {
    let rows = vec![HeatRow { label: "Richten".into(), cells: vec![HeatCell::default()] }];
    let columns = vec!["Delen".into(), "Draagvlak".into()];
    let table = HeatTable { caption: Caption::default(), scale: scale(), columns, rows };
    let svg = Chart::Heat(table).svg(Language::Nl);
    let words: Vec<String> = texts(tree(&svg).root()).into_iter().map(|(words, _)| words).collect();
    assert_eq!(words.iter().filter(|words| *words == "–").count(), 2, "the second cell is not even there");
    assert!(svg.contains("<line "));
    // Five boxes of the key and no cell have a colour of the ramp.
    let ramp = ["#EAF2F8", "#BFD9EA", "#7FB2D6", "#0B4A75", "#062B45"];
    assert!(ramp.iter().all(|fill| attributes(&svg, "rect", fill, "x").len() == 1));
}

#[test]
fn each_council_has_its_dot_until_there_are_sixty() {
    let peers = |chart: &Chart| attributes(&chart.svg(Language::Nl), "circle", "#6B6B6B", "r").len();
    // One more in the legend.
    assert_eq!(peers(&strip(12, &[])), 13);
    assert_eq!(peers(&strip(58, &[("Ninove", 2.0)])), 59);
    assert_eq!(peers(&strip(59, &[("Ninove", 2.0)])), 0);
}
