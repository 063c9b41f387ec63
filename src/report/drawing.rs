//! Charts as the drawings of a document: without their caption in a page that says it, with it in a file of their own.

use super::document::Drawing;
use crate::charts::Chart;
use crate::language::Language;

impl Drawing for Chart {
    fn svg(&self, language: Language, id: &str) -> String {
        self.svg_in_page(language, id)
    }

    fn file(&self, language: Language) -> String {
        Chart::svg(self, language)
    }

    fn alternative(&self, language: Language) -> String {
        self.text_alternative(language)
    }
}
