//! `docs/check.md` shows what `peil check` writes, and names the formats, flags and exit codes there are.

use super::page::{self, Piece};
use crate::peil::peil;

fn tables() -> Vec<Vec<Vec<String>>> {
    let page = page::read("check.md");
    page::pieces(&page)
        .into_iter()
        .filter_map(|piece| if let Piece::Table(rows) = piece { Some(rows) } else { None })
        .collect()
}

/// The first column of the table under a heading of that column.
fn column(heading: &str) -> Vec<String> {
    let table = tables().into_iter().find(|rows| rows[0][0] == heading);
    table.unwrap_or_else(|| panic!("no table of {heading}"))[1..].iter().map(|row| row[0].replace('`', "")).collect()
}

#[test]
fn every_output_on_the_page_is_what_is_written() {
    let page = page::read("check.md");
    let (mut file, mut shown) = (String::new(), 0);
    for piece in page::pieces(&page) {
        let Piece::Block { info, text } = piece else { continue };
        if info == "yaml loket.yaml" {
            file = text + "\n";
        } else if let Some(command) = info.strip_prefix("text peil ") {
            let output = peil(command.split(' ')).file("loket.yaml", &file).run();
            assert_eq!(output.stdout + &output.stderr, text + "\n", "{command}");
            assert_eq!(output.code, 1, "{command}");
            shown += 1;
        }
    }
    assert_eq!(shown, 3);
}

#[test]
fn the_page_names_every_format_and_every_level() {
    let output = peil(["check", "kort.yaml", "--format", "xml"]).with_kort().run();
    let formats = column("format");
    let listed = output.stderr.lines().last().expect("a line").replace(" or ", ", ");
    assert_eq!(listed.trim_start_matches("help: choose "), formats.join(", "));
    assert_eq!(column("flag"), ["--allow CODE", "--warn CODE", "--deny CODE"]);
    assert_eq!(column("exit code"), ["0", "1", "2", "3"]);
}
