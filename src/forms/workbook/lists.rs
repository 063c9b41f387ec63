//! The hidden sheet with what can be chosen: a list in a cell itself may have no more than 255 letters in all.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};

use crate::language::{Language, form::workbook as words};

/// The lists so far; cells with the same answers share one.
pub(super) struct Lists {
    l: Language,
    lists: Vec<Vec<String>>,
}

impl Lists {
    pub(super) fn new(l: Language) -> Lists {
        Lists { l, lists: Vec::new() }
    }

    /// The rule for a cell that takes one of these texts and nothing else.
    pub(super) fn only(&mut self, texts: Vec<String>) -> Result<DataValidation, XlsxError> {
        let rule = self.rule(texts).set_input_message(words::pick_hint(self.l))?;
        let rule = rule.set_error_style(DataValidationErrorStyle::Stop).set_error_title(words::refused(self.l))?;
        rule.set_error_message(words::refused_hint(self.l))
    }

    /// The rule for a cell that takes a number, or one of these texts.
    pub(super) fn or_number(&mut self, texts: Vec<String>) -> Result<DataValidation, XlsxError> {
        self.rule(texts).show_error_message(false).set_input_message(words::number_hint(self.l))
    }

    fn rule(&mut self, texts: Vec<String>) -> DataValidation {
        let last = texts.len();
        let number = self.lists.iter().position(|list| *list == texts).unwrap_or(self.lists.len());
        if number == self.lists.len() {
            self.lists.push(texts);
        }
        let column = crate::spreadsheet::cell_name(0, number);
        let column = column.trim_end_matches('1');
        let place = format!("='{}'!${column}$1:${column}${last}", words::lists_sheet(self.l));
        DataValidation::new().allow_list_formula(Formula::new(place)).ignore_blank(true)
    }

    /// The sheet itself.
    pub(super) fn sheet(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(words::lists_sheet(self.l))?.set_hidden(true).protect();
        for (column, list) in (0..).zip(&self.lists) {
            for (row, text) in (0..).zip(list) {
                sheet.write_string(row, column, text)?;
            }
        }
        Ok(sheet)
    }
}
