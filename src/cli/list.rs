//! `peil list`: the questionnaires that ship with peil.

use peil::language::{cli as words, number};
use peil::questionnaire::{SHIPPED, Shipped};
use peil::report::document::{Align, Cell, Column, Row, Table};
use peil::report::terminal;

use super::exit::Exit;
use super::failure::Failure;
use super::ui::Ui;

/// Runs the command.
pub(crate) fn run(ui: &Ui) -> Result<Exit, Failure> {
    let l = ui.language;
    let columns = vec![
        Column::row_header(words::questionnaire(l)).whole(),
        Column::new(words::about(l), Align::Left),
        Column::new(words::questions(l), Align::Right),
        Column::new(words::minutes(l), Align::Right),
    ];
    let rows = SHIPPED.iter().filter_map(Shipped::summary).map(|one| {
        let minutes = one.minutes.map_or(number::MISSING.to_owned(), |minutes| minutes.to_string());
        let title = one.title.get(&ui.tag);
        Row::new(vec![
            Cell::new(one.reference.as_str()),
            Cell::new(title),
            Cell::new(one.questions.to_string()),
            Cell::new(minutes),
        ])
    });
    let table = Table { caption: String::new(), columns, rows: rows.collect(), note: None };
    ui.result(&terminal::table(&table, ui.width, ui.colour))?;
    ui.say(&words::list_next(l));
    Ok(Exit::Done)
}
