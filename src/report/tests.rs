//! One sample through every renderer: what one format says, the others say too.

use super::document::{Align, Block, Cell, Column, Document, Row, Table};
use super::sample::{HOSTILE, LONG, sample};
use super::{html, markdown, terminal, text};
use crate::language::Language;
use unicode_width::UnicodeWidthStr;

/// Every text of the document that must be readable in each format.
fn texts(document: &Document) -> Vec<String> {
    let mut texts = vec![document.title.clone(), document.self_assessed.clone()];
    texts.extend(document.stamp.clone());
    for block in document.blocks() {
        match block {
            Block::Table(table) => {
                texts.push(table.caption.clone());
                texts.extend(table.columns.iter().map(|column| column.title.clone()));
                texts.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.clone()));
            }
            Block::Figure(figure) => texts.push(figure.heading.clone()),
            Block::Heading(title) => texts.push(title.clone()),
            Block::Cards(cards) => {
                texts.extend(cards.iter().flat_map(|card| [card.title.clone(), card.now.clone()]));
                let pieces = cards.iter().flat_map(|card| &card.pieces);
                texts.extend(pieces.flat_map(|piece| piece.question.iter().chain([&piece.act_small]).cloned()));
            }
            Block::Quotes(quotes) => texts.extend(quotes.iter().map(|quote| quote.text.clone())),
            Block::Lead(inline) | Block::Paragraph(inline) | Block::Note(inline) => {
                texts.extend(inline.0.iter().map(|span| span.text().to_owned()));
            }
            Block::Bullets(items) => texts.extend(items.iter().flat_map(|i| &i.0).map(|span| span.text().to_owned())),
        }
    }
    texts.extend(document.about.iter().map(|(name, _)| name.clone()));
    texts.iter().map(|text| text::clean(text)).collect()
}

/// What a browser shows for the entities our escape writes.
fn unescape_html(html: &str) -> String {
    let html = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    html.replace("&amp;", "&")
}

#[test]
fn every_text_is_in_every_format_and_language() {
    for l in Language::ALL {
        let document = sample(l);
        let html = unescape_html(&html::render(&document));
        let markdown = markdown::render(&document).text.replace('\\', "");
        let terminal: String = terminal::render(&document, 400, false);
        let terminal = terminal.replace("┃ ", "").split_whitespace().collect::<Vec<_>>().join(" ");
        for text in texts(&document) {
            assert!(html.contains(&text), "{l} HTML lacks {text:?}");
            assert!(markdown.contains(&text), "{l} Markdown lacks {text:?}");
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_there = terminal.contains(&words) || terminal.contains(words.trim_end_matches('.'));
            assert!(is_there, "{l} terminal lacks {words:?}");
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for l in Language::ALL {
        assert_eq!(html::render(&sample(l)), html::render(&sample(l)));
        assert_eq!(markdown::render(&sample(l)).text, markdown::render(&sample(l)).text);
        assert_eq!(terminal::render(&sample(l), 80, true), terminal::render(&sample(l), 80, true));
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for l in Language::ALL {
        for width in 20..=130 {
            for line in terminal::render(&sample(l), width, false).lines() {
                assert!(line.width() <= width, "{} columns at {width}: {line:?}", line.width());
            }
        }
    }
}

#[test]
fn a_terminal_without_colour_gets_no_escape_sequence() {
    assert!(!terminal::render(&sample(Language::Nl), 80, false).contains('\u{1b}'));
    let coloured = terminal::render(&sample(Language::Nl), 80, true);
    assert!(!coloured.contains("\u{1b}[31m"), "the hostile escape sequence reached the terminal");
    assert!(coloured.contains("\u{1b}[48;5;17;38;5;231m"), "the darkest shade is missing");
}

#[test]
fn colour_adds_nothing_but_escape_sequences() {
    let coloured = terminal::render(&sample(Language::En), 80, true);
    let mut parts = coloured.split("\u{1b}[");
    let mut stripped = parts.next().unwrap().to_owned();
    for part in parts {
        stripped.push_str(part.split_once('m').unwrap().1);
    }
    let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    assert_eq!(trimmed(&stripped), trimmed(&terminal::render(&sample(Language::En), 80, false)));
}

#[test]
fn a_table_wider_than_a_page_of_paper_is_cut_and_each_part_names_its_rows() {
    // Beside 34 mm for the names, five columns of 26 mm fit on 178 mm: ten are two parts.
    let titles: Vec<String> = (0..10).map(|index| format!("D{index}")).collect();
    let mut document = sample(Language::Nl);
    let cells = titles.iter().map(|title| Cell::heat(format!("x{title}"), 2));
    let table = Table {
        caption: "Elk vak".into(),
        columns: [Column::row_header("Fase")]
            .into_iter()
            .chain(titles.iter().map(|title| Column::new(title, Align::Centre)))
            .collect(),
        rows: vec![Row::new([Cell::new("Plannen")].into_iter().chain(cells).collect())],
        note: Some("Een noot.".into()),
    };
    document.lead = vec![Block::Table(table)];
    let page = html::render(&document);
    let places = |text: &str| page.match_indices(text).map(|(at, _)| at).collect::<Vec<_>>();
    let (first, second) =
        (places("Tabel 1, deel 1 van 2.</span> Elk vak"), places("Tabel 1, deel 2 van 2.</span> Elk vak"));
    assert_eq!((first.len(), second.len(), places(">Plannen</th>").len()), (1, 1, 2));
    for (index, title) in titles.iter().enumerate() {
        let (heading, cell) = (places(&format!(">{title}</th>")), places(&format!(">x{title}</td>")));
        assert_eq!((heading.len(), cell.len()), (1, 1));
        assert_eq!([heading[0] > second[0], cell[0] > second[0]], [index >= 5; 2]);
    }
    assert_eq!(places("Een noot.").len(), 1);
}

#[test]
fn the_page_has_no_script_loads_nothing_and_has_one_main_heading() {
    let page = html::render(&sample(Language::Nl));
    assert!(!page.contains("<script"));
    assert_eq!(page.matches("<h1>").count(), 1);
    for loader in ["src=", "<link", "<iframe", "<object", "@import", "url("] {
        assert!(!page.contains(loader), "the page has {loader}");
    }
    let outside = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "").replace("[link](http://x.be)", "");
    assert!(!outside.contains("http:") && !outside.contains("https:"));
}

#[test]
fn on_paper_no_heading_is_left_behind_and_none_is_cut_in_two() {
    let page = html::render(&sample(Language::Nl));
    let (_, print) = page.split_once("@media print {").unwrap();
    for rule in ["{ break-after: avoid; }", "{ break-inside: avoid; }"] {
        let (selectors, _) = print.lines().find_map(|line| line.split_once(rule)).unwrap();
        let selectors: Vec<&str> = selectors.trim().split(", ").collect();
        assert!(selectors.contains(&"h2") && selectors.contains(&"h3"), "{rule} {selectors:?}");
    }
    // The head of a table, and the rows in it that stand over those below them.
    let (kept, _) = print.split_once("{ break-after: avoid; }").unwrap();
    let kept: Vec<&str> = kept.lines().next_back().unwrap_or_default().trim().split(", ").collect();
    assert!(
        kept.contains(&"caption") && kept.contains(&"thead") && kept.contains(&".total:not(:last-child)"),
        "{kept:?}"
    );
}

#[test]
fn hostile_text_opens_no_element() {
    let page = html::render(&sample(Language::Nl));
    assert_eq!(page.matches("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;").count(), 3);
    assert!(!page.contains('\u{1b}'));
}

#[test]
fn a_hostile_stamp_does_not_end_the_style() {
    let mut document = sample(Language::Nl);
    document.stamp = Some("</style><b>\"} body { display: none }".into());
    let page = html::render(&document);
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("@top-right { content: \"\\3c \\2f style\\3e "));
}

#[test]
fn headings_skip_no_rank() {
    let page = html::render(&sample(Language::En));
    let ranks: Vec<u8> = page.match_indices("<h").filter_map(|(at, _)| page.as_bytes().get(at + 2).copied()).collect();
    let ranks: Vec<u8> = ranks.into_iter().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    assert_eq!(ranks.first(), Some(&1));
    assert!(ranks.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{ranks:?}");
}

#[test]
fn a_markdown_row_has_as_many_fields_as_the_table_has_columns() {
    let document = sample(Language::Nl);
    let text = markdown::render(&document).text;
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| ")).collect();
    let fields = |row: &&str| row.replace("\\|", "").matches('|').count() - 1;
    // Six dimensions, the hostile row and the total under two lines of header; then three levels under two.
    let expected: Vec<usize> = [vec![5; 10], vec![5; 5]].concat();
    assert_eq!(rows.iter().map(fields).collect::<Vec<_>>(), expected);
}

#[test]
fn markdown_names_its_figures() {
    let document = sample(Language::Nl);
    let page = markdown::render(&document);
    assert_eq!(page.figures.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["dimensions.svg"]);
    assert!(page.text.contains(
        "![Puntgrafiek van zes dimensies, van 0 tot 4. \\[De getallen\\] staan in tabel 1.](dimensions.svg)"
    ));
}

#[test]
fn markdown_leaves_no_markup_character_of_a_hostile_text_unescaped() {
    let document = sample(Language::Nl);
    let page = markdown::render(&document);
    assert!(
        page.text.contains("> \\<script\\>alert('x')\\</script\\> \\& \"zoon\" \\| \\*vet\\* \\_schuin\\_ \\`code\\`")
    );
    assert!(page.text.contains("\\# kop \\[link\\](http\\://x.be) - punt \\[31mrood"));
    assert!(HOSTILE.contains('\n') && !page.text.contains("\n- punt"));
}

#[test]
fn a_table_too_wide_for_the_terminal_becomes_a_list() {
    let text = terminal::render(&sample(Language::Nl), 30, false);
    assert!(text.contains("Niveau: Richten"));
    assert!(text.lines().any(|line| line.starts_with("  Delen") && line.ends_with("2,3")), "{text}");
}

#[test]
fn a_long_word_is_broken_in_a_narrow_terminal_only() {
    assert!(terminal::render(&sample(Language::Nl), 80, false).contains(LONG));
    assert!(!terminal::render(&sample(Language::Nl), 40, false).contains(LONG));
}

/// What a command may list: two columns of sentences and one of numbers.
fn listing() -> Table {
    let row = |id: &str, title: &str, about: &str, n: &str| Row::new([id, title, about, n].map(Cell::new).to_vec());
    Table {
        caption: String::new(),
        columns: vec![
            Column::row_header("Id"),
            Column::new("Titel", Align::Left),
            Column::new("Omschrijving", Align::Left),
            Column::new("Aantal inwoners", Align::Right),
        ],
        rows: vec![
            row(
                "lb-2026",
                "Digitale maturiteit van lokale besturen",
                "Drie niveaus en vier dimensies, elk met een zin.",
                "1 234 567,89",
            ),
            row("kort", "Informatieveiligheidsbeleid", "Een proef.", "12").at_level(1).emphasised(),
            row("breed", "日本語 👩\u{200d}👩\u{200d}👧 e\u{301}én", "│ ─┬─ ┬", "–"),
        ],
        note: Some("Een noot.".into()),
    }
}

#[test]
fn no_word_and_no_number_of_a_table_is_split() {
    for width in 60..=130 {
        let text = terminal::table(&listing(), width, false);
        for cell in listing().rows.iter().flat_map(|row| &row.cells) {
            assert!(cell.text.split(' ').all(|word| text.contains(word)), "{text}");
        }
        assert!(text.contains("1 234 567,89"), "{text}");
        assert!(text.lines().all(|line| line.width() <= width), "{text}");
    }
}

#[test]
fn an_id_of_any_length_is_never_split() {
    let id = "digitale-transformatie@1.0.0";
    let table = Table {
        caption: String::new(),
        columns: vec![Column::row_header("Vragenlijst").whole(), Column::new("Onderwerp", Align::Left)],
        rows: vec![Row::new(vec![Cell::new(id), Cell::new("Dienstverlening aan inwoners, werkplek en democratie")])],
        note: None,
    };
    for width in 42..=100 {
        let text = terminal::table(&table, width, false);
        assert!(text.contains(id) && text.lines().all(|line| line.width() <= width), "{text}");
    }
}

#[test]
fn a_table_alone_has_its_rules_its_heading_and_its_rows() {
    let table = Table {
        caption: "Besturen".into(),
        columns: vec![Column::row_header("Bestuur"), Column::new("Score", Align::Right)],
        rows: vec![
            Row::new(vec![Cell::new("Aalst"), Cell::new("2,5")]),
            Row::new(vec![Cell::new("Wijk"), Cell::heat("–", 0)]).at_level(1).emphasised(),
        ],
        note: None,
    };
    assert_eq!(
        terminal::table(&table, 40, false),
        "Besturen\n\
         ────────────────\n\
         \u{20}Bestuur  Score\n\
         ────────────────\n\
         \u{20}Aalst      2,5\n\
         \u{20}  Wijk       –\n\
         ────────────────\n"
    );
    let coloured = terminal::table(&table, 40, true);
    assert!(coloured.contains("   \u{1b}[1mWijk\u{1b}[0m  \u{1b}[48;5;255;38;5;16m     – \u{1b}[0m\n"), "{coloured:?}");
}

#[test]
#[ignore = "writes files to look at, into the system's folder for temporary files"]
fn the_sample_can_be_looked_at() {
    let folder = std::env::temp_dir().join("peil-sample");
    std::fs::create_dir_all(&folder).unwrap();
    for l in Language::ALL {
        let document = sample(l);
        std::fs::write(folder.join(format!("report.{l}.html")), html::render(&document)).unwrap();
        std::fs::write(folder.join(format!("report.{l}.md")), markdown::render(&document).text).unwrap();
        for width in [40, 60, 80, 120] {
            let name = format!("report.{l}.{width}.txt");
            std::fs::write(folder.join(name), terminal::render(&document, width, false)).unwrap();
            let name = format!("table.{width}.txt");
            std::fs::write(folder.join(name), terminal::table(&listing(), width, false)).unwrap();
        }
        std::fs::write(folder.join(format!("report.{l}.ansi")), terminal::render(&document, 80, true)).unwrap();
    }
}
