//! Fonts, colours and borders of the workbook.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// On every computer, or a font of the same widths; the default of workbooks is not.
const FONT: &str = "Arial";
const SIZE: f64 = 10.0;
/// The format in which whatever is typed stays text, by the number that every program knows.
const TEXT: u8 = 49;
const INK: Color = Color::RGB(0x1A_1A1A);
const QUIET: Color = Color::RGB(0x59_5959);
const LINE: Color = Color::RGB(0xBF_BFBF);
const CLOSED: Color = Color::RGB(0xEF_EFEF);
const BAND: Color = Color::RGB(0xD9_E8F2);
/// Dark enough on white and beside grey to be seen, light enough to read black on.
const YELLOW: Color = Color::RGB(0xFF_F2B3);

/// Every format that a cell may have.
pub(super) struct Look {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) text: Format,
    /// The row on top of a table.
    pub(super) top: Format,
    /// A line of a table that nobody fills in.
    pub(super) cell: Format,
    /// A question in one piece.
    pub(super) asked: Format,
    pub(super) inner: Format,
    /// A cell beside them in which nothing belongs.
    pub(super) closed: Format,
    /// A band between groups of questions.
    pub(super) band: Format,
    /// A cell to fill in; whatever is typed stays text.
    pub(super) input: Format,
    /// Ids, for peil only.
    pub(super) id: Format,
    /// Parts of the text of a question.
    pub(super) ask: Format,
    pub(super) help: Format,
    pub(super) choice: Format,
    pub(super) condition: Format,
    /// Added to a cell to fill in as long as it is empty.
    pub(super) blank: Format,
}

impl Look {
    pub(super) fn new() -> Look {
        let font = || Format::new().set_font_name(FONT).set_font_size(SIZE).set_font_color(INK);
        let plain = || font().set_align(FormatAlign::Top).set_text_wrap();
        let boxed = || plain().set_border(FormatBorder::Thin).set_border_color(LINE);
        Look {
            title: plain().set_bold().set_font_size(18.0),
            heading: plain().set_bold().set_font_size(12.0),
            text: plain(),
            top: boxed().set_bold().set_background_color(BAND),
            cell: boxed(),
            asked: boxed().set_bold(),
            inner: boxed().set_align(FormatAlign::Left).set_indent(2),
            closed: boxed().set_background_color(CLOSED),
            band: font().set_bold().set_font_size(12.0).set_align(FormatAlign::Bottom),
            input: boxed().set_num_format_index(TEXT).set_unlocked(),
            id: font().set_font_color(QUIET),
            ask: font().set_bold(),
            help: font(),
            choice: font().set_font_color(QUIET),
            condition: font().set_italic(),
            blank: Format::new().set_background_color(YELLOW),
        }
    }
}
