//! A document with every kind of block, difficult names and hostile texts, in both languages. For tests only.

use super::document::*;
use crate::language::{Language, number};

/// Text that tries to be markup in every format at once.
pub(super) const HOSTILE: &str =
    "<script>alert('x')</script> & \"zoon\" | *vet* _schuin_ `code` # kop [link](http://x.be)\n- punt \u{1b}[31mrood";

/// A word that fits on no narrow line.
pub(super) const LONG: &str = "Informatieveiligheidsbeleidsmedewerkersoverlegverslagen";

/// Scores on six dimensions, drawn the way charts draw them.
struct Dots(Vec<(String, f64)>);

impl Drawing for Dots {
    fn svg(&self, language: Language, id: &str) -> String {
        let height = 60 + self.0.len() * 36;
        let title = super::text::clean(&self.alternative(language)).replace('&', "&amp;").replace('<', "&lt;");
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 720 {height}\" role=\"img\" \
             aria-labelledby=\"{id}-title\" font-family=\"'Noto Sans', Arial, sans-serif\" font-size=\"13\">\
             <title id=\"{id}-title\">{title}</title><rect width=\"720\" height=\"{height}\" fill=\"#FFFFFF\"/>"
        );
        for step in 0..5 {
            let x = 250 + step * 105;
            svg += &format!(
                "<line x1=\"{x}\" x2=\"{x}\" y1=\"10\" y2=\"{}\" stroke=\"#D9D9D9\"/>\
                 <text x=\"{x}\" y=\"{}\" text-anchor=\"middle\" fill=\"#1A1A1A\">{step}</text>",
                height - 30,
                height - 10
            );
        }
        for (index, (name, value)) in self.0.iter().enumerate() {
            let (y, x) = (34 + index * 36, 250.0 + value * 105.0);
            svg += &format!(
                "<rect x=\"400\" y=\"{}\" width=\"120\" height=\"12\" fill=\"#C9C9C9\"/>\
                 <circle cx=\"{:.1}\" cy=\"{y}\" r=\"5\" fill=\"#FFFFFF\" stroke=\"#B35900\" stroke-width=\"2.5\"/>\
                 <circle cx=\"{x:.1}\" cy=\"{y}\" r=\"8\" fill=\"#00558C\"/>\
                 <text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\" font-weight=\"700\" fill=\"#1A1A1A\">{}</text>\
                 <text x=\"235\" y=\"{}\" text-anchor=\"end\" fill=\"#1A1A1A\">{name}</text>",
                y - 6,
                x - 40.0,
                y - 13,
                number::decimal(language, *value, 1),
                y + 5
            );
        }
        svg + "</svg>"
    }

    fn alternative(&self, language: Language) -> String {
        language.pick(
            "Puntgrafiek van zes dimensies, van 0 tot 4. [De getallen] staan in tabel 1.".into(),
            "Dot plot of six dimensions, from 0 to 4. [The numbers] are in table 1.".into(),
        )
    }
}

/// The document.
pub(super) fn sample(l: Language) -> Document {
    Document {
        language: l,
        title: l.pick("Digitale maturiteit van Sint-Érasme aan Zee", "Digital maturity of Sint-Érasme aan Zee").into(),
        subtitle: l
            .pick(
                "Digitale maturiteit van lokale besturen 1.0.0 · ronde 2026 · 7 deelnemers uit 3 rollen · vergeleken \
                 met 21 besturen van 10.000 tot 20.000 inwoners",
                "Digital maturity of local councils 1.0.0 · 2026 · 7 respondents in 3 roles · compared with 21 councils \
                 of 10,000 to 20,000 inhabitants",
            )
            .into(),
        stamp: Some(l.pick("Alleen voor de deelnemers", "For the participants only").into()),
        self_assessed: l
            .pick(
                "Zelf ingeschat door de deelnemers van het bestuur; niemand heeft de antwoorden gecontroleerd.",
                "Self-assessed by participants from the council; nobody has verified the answers.",
            )
            .into(),
        lead: lead(l),
        sections: vec![standing(l), grid(l), advice(l), voices(l)],
        drawings: Vec::new(),
        about: about(l),
    }
}

fn lead(l: Language) -> Vec<Block> {
    let bullets: [Inline; 3] = [
        Inline::text(l.pick("Het sterkst: ", "Strongest: "))
            .then_strong(l.pick("dienstverlening", "service delivery"))
            .then(l.pick(", 3,1 tegenover een mediaan van 2,6.", ", 3.1 against a median of 2.6.")),
        Inline::text(l.pick("De grootste achterstand: ", "Furthest behind: "))
            .then_strong(l.pick("samenwerking", "cooperation"))
            .then(l.pick(", 0,9 tegenover 1,6.", ", 0.9 against 1.6.")),
        l.pick(
            "Sinds 2024 ging informatieveiligheid vooruit van 1,4 naar 2,2.",
            "Since 2024 information security went up from 1.4 to 2.2.",
        )
        .into(),
    ];
    let message = l.pick(
        "Uw score is 2,0 op 4, bouwend: rond het midden van uw groep (mediaan 1,9).",
        "Your score is 2.0 out of 4, building: around the middle of your group (median 1.9).",
    );
    vec![Block::Lead(message.into()), Block::Bullets(bullets.into())]
}

/// Name, own score, median of the peers, depth.
fn dimensions(l: Language) -> [(&'static str, f64, f64, u8); 6] {
    [
        (l.pick("Samenwerking", "Cooperation"), 0.9, 1.6, 0),
        (l.pick("Gegevens", "Data"), 1.4, 1.8, 0),
        (l.pick("Open gegevens", "Open data"), 0.5, 1.1, 1),
        (l.pick("Informatieveiligheid", "Information security"), 2.2, 2.3, 0),
        (l.pick("Dienstverlening", "Service delivery"), 3.1, 2.6, 0),
        (l.pick("Strategie en leiderschap", "Strategy and leadership"), 2.6, 2.0, 0),
    ]
}

fn standing(l: Language) -> Section {
    let dots = dimensions(l).map(|(name, own, _, _)| (name.to_owned(), own)).into();
    let heading = l.pick(
        "Samenwerking en gegevens blijven achter, dienstverlening loopt voor",
        "Cooperation and data lag behind, service delivery leads",
    );
    let description = l.pick(
        "Score per dimensie (0 tot 4). Blauw: u; open: 2024; grijs: de middelste helft van 21 besturen.",
        "Score per dimension (0 to 4). Blue: you; open: 2024; grey: the middle half of 21 councils.",
    );
    let figure = Figure {
        heading: heading.into(),
        description: description.into(),
        file_stem: "dimensions".into(),
        drawing: Box::new(Dots(dots)),
    };
    Section {
        id: "standing".into(),
        title: l.pick("Waar u staat", "Where you stand").into(),
        blocks: vec![Block::Figure(figure), Block::Table(standing_table(l))],
    }
}

fn standing_table(l: Language) -> Table {
    let n = |value: f64| number::decimal(l, value, 1);
    let row = |cells: [String; 5]| Row::new(cells.map(Cell::new).into());
    let mut rows: Vec<Row> = Vec::new();
    for (name, own, median, level) in dimensions(l) {
        let difference = number::signed(l, own - median, 1);
        let answered = l.pick("8 van 8", "8 of 8").to_owned();
        rows.push(row([name.to_owned(), n(own), n(median), difference, answered]).at_level(level));
    }
    rows.push(row([HOSTILE.into(), number::MISSING.into(), n(1.9), number::MISSING.into(), "0".into()]));
    let answered = l.pick("69 van 73", "69 of 73").to_owned();
    rows.push(
        row([l.pick("Geheel", "Overall").into(), n(2.0), n(1.9), number::signed(l, 0.1, 1), answered]).emphasised(),
    );
    Table {
        caption: l.pick("Score per dimensie", "Score per dimension").into(),
        columns: vec![
            Column::row_header(l.pick("Dimensie", "Dimension")),
            Column::new(l.pick("U", "You"), Align::Right),
            Column::new(l.pick("Mediaan", "Median"), Align::Right),
            Column::new(l.pick("Verschil", "Difference"), Align::Right),
            Column::new(l.pick("Beantwoord", "Answered"), Align::Right),
        ],
        rows,
        note: Some(l.pick("– : te weinig antwoorden.", "–: too few answers.").into()),
    }
}

fn grid(l: Language) -> Section {
    let names = l.pick(["Richten", "Inrichten", "Verrichten"], ["Set direction", "Organise", "Carry out"]);
    let values = [[0.4, 1.2, 2.3, 3.4], [4.0, 2.1, 1.4, 0.2], [1.9, 2.8, 3.6, 1.0]];
    let row = |(name, values): (&str, [f64; 4])| {
        let heat = |value: f64| Cell::heat(number::decimal(l, value, 1), value.round() as u8);
        Row::new([Cell::new(name)].into_iter().chain(values.map(heat)).collect())
    };
    let mut rows: Vec<Row> = names.into_iter().zip(values).map(row).collect();
    rows[1].cells[2] = Cell::new(number::MISSING).with_title("2 < 5 & \"?\"");
    let titles = l.pick(
        ["Digitale strategie", "Digitaal leiderschap", "Delen", "Draagvlak"],
        ["Digital strategy", "Digital leadership", "Sharing", "Support"],
    );
    let columns = titles.map(|title| Column::new(title, Align::Centre));
    let note = Inline::text(l.pick("Deze tabel is een eigen synthese. ", "This table is our own synthesis. "))
        .then_strong(l.pick("Het getal opent een gesprek.", "The number opens a conversation."));
    Section {
        id: "grid".into(),
        title: l.pick("Drie niveaus, vier D’s", "Three levels, four D’s").into(),
        blocks: vec![
            Block::Paragraph(format!("{} {LONG}.", l.pick("Zie ook de", "See also the")).into()),
            Block::Table(Table {
                caption: l.pick("Score per vak, van 0 tot 4", "Score per cell, from 0 to 4").into(),
                columns: [Column::row_header(l.pick("Niveau", "Level"))].into_iter().chain(columns).collect(),
                rows,
                note: None,
            }),
            Block::Note(note),
        ],
    }
}

fn advice(l: Language) -> Section {
    let full = Card {
        title: l.pick("Wie beslist over nieuwe toepassingen?", "Who decides on new applications?").into(),
        now: l.pick("zoekend", "searching").into(),
        next: Some(l.pick("bouwend", "building").into()),
        pieces: vec![Piece {
            question: None,
            think_big: l
                .pick(
                    "ICT en beleid beslissen samen, op grond van wat inwoners ervan merken.",
                    "ICT and policy decide together, on what residents notice of it.",
                )
                .into(),
            act_small: l
                .pick(
                    "Leg één aanvraag van deze maand voor aan een ploeg van ICT, dienst en onthaal.",
                    "Take one request of this month to a team of ICT, department and front desk.",
                )
                .into(),
            kind: Some(l.pick("proef", "pilot").into()),
            weeks: Some(6),
            stop_when: Some(
                l.pick(
                    "Stop als niemand er na drie keer nog tijd voor maakt.",
                    "Stop when after three times nobody makes time.",
                )
                .into(),
            ),
        }],
    };
    let bare = Card {
        title: HOSTILE.into(),
        now: l.pick("leidend", "leading").into(),
        next: None,
        pieces: vec![Piece {
            question: Some(l.pick("Wat leert u aan anderen?", "What do you teach others?").into()),
            think_big: l.pick("Houd dit vast.", "Keep this.").into(),
            act_small: l.pick("Toon het aan een buurgemeente.", "Show it to a neighbouring council.").into(),
            kind: None,
            weeks: Some(1),
            stop_when: None,
        }],
    };
    Section {
        id: "advice".into(),
        title: l.pick("Wat u nu kunt doen", "What you can do next").into(),
        blocks: vec![
            Block::Paragraph(
                l.pick(
                    "Gekozen naar gewicht en afstand tot de volgende klasse.",
                    "Chosen by weight and distance to the next stage.",
                )
                .into(),
            ),
            Block::Cards(vec![full, bare]),
        ],
    }
}

fn voices(l: Language) -> Section {
    let quote = |text: &str, source: Option<&str>| Quote { text: text.into(), source: source.map(Into::into) };
    Section {
        id: "voices".into(),
        title: l.pick("Wat deelnemers schreven", "What participants wrote").into(),
        blocks: vec![
            Block::Heading(l.pick("Over de strategie", "On strategy").into()),
            Block::Quotes(vec![
                quote(l.pick("We weten het niet zeker.", "We are not sure."), Some(l.pick("dienst", "department"))),
                quote(HOSTILE, None),
            ]),
        ],
    }
}

fn about(l: Language) -> Vec<(String, Inline)> {
    let row = |name: &str, value: Inline| (name.to_owned(), value);
    vec![
        row(
            l.pick("Vragenlijst", "Questionnaire"),
            Inline::text("digitale-maturiteit 1.0.0, ").then_code("b3:9f2c6a1e77d04b58c1a3e0f94d2b6c8a"),
        ),
        row(l.pick("Dekking", "Coverage"), l.pick("69 van 73 vragen", "69 of 73 questions").into()),
        row(
            l.pick("Ontbrekende antwoorden", "Missing answers"),
            l.pick("Tellen niet mee, ook niet als nul.", "Do not count, not as zero either.").into(),
        ),
        row(
            l.pick("Opnieuw maken", "Made with"),
            Inline::default().then_code("peil report antwoorden/ --wave 2026 | `tee`"),
        ),
    ]
}
