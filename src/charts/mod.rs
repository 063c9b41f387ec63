//! Charts: labels and numbers in, one SVG or PNG out.
//!
//! A chart is a picture of what it is handed. It decides where things stand and how they look, never what a number
//! means, whether it may be shown or how it is rounded: it knows no questionnaire, no score and no council but by the
//! labels it gets. Same chart, same bytes.
//!
//! The way through: a chart lays itself out as a [`picture`] of marks, [`paint`] turns that into SVG, [`png`] draws it.

mod axis;
mod bars;
mod dots;
mod frame;
mod heat;
mod paint;
pub mod palette;
mod picture;
mod png;
mod signs;
mod strip;
pub mod text;

pub use bars::{BarChart, BarGroup};
pub use dots::{DotPlot, DotRow};
pub use heat::{HeatCell, HeatRow, HeatTable};
pub use strip::StripPlot;

use std::fmt;

use crate::language::{self, Language};
use picture::Picture;

/// What is said around a chart. Each text is wrapped, a blank one takes no room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// The message, in one sentence.
    pub heading: String,
    /// What is shown, in which unit, of how many.
    pub subtitle: String,
    /// The footer: that the figures are self-assessed, and where they come from.
    pub note: String,
}

/// The one axis of a chart, from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The highest value, above 0. Values outside 0..=max are drawn at the edge.
    pub max: f64,
    /// The stages, lowest first: the value from which each holds, and its name. May be empty.
    pub stages: Vec<(f64, String)>,
}

/// One chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Rows with a dot each on one axis.
    Dots(DotPlot),
    /// A table with a number in every cell, the darker the higher.
    Heat(HeatTable),
    /// All values of a group on one axis.
    Strip(StripPlot),
    /// How often each option of some questions was chosen.
    Bars(BarChart),
}

/// A chart that could not be drawn as PNG.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartError {
    /// The picture would have no pixels or too many; sides in pixels.
    Size {
        /// The width asked for.
        width: f32,
        /// The height asked for.
        height: f32,
        /// The largest side that is possible.
        largest: f32,
    },
    /// The renderer refused, in its own words.
    Drawing(String),
}

impl ChartError {
    /// What went wrong and what to do about it.
    pub fn message(&self, language: Language) -> String {
        match self {
            ChartError::Size { width, height, largest } => {
                language::charts::picture_has_impossible_size(language, *width, *height, *largest)
            }
            ChartError::Drawing(reason) => language::charts::picture_cannot_be_drawn(language, reason),
        }
    }
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl std::error::Error for ChartError {}

/// Whether the caption is drawn in the picture itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    /// It stands alone: caption and white paper are part of it.
    Alone,
    /// It stands in a page that says the caption itself.
    InPage,
}

/// The value, unless it is no number at all: then it is missing.
fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

/// The range, unless one of its ends is no number at all: then it is missing.
fn finite_range(range: Option<(f64, f64)>) -> Option<(f64, f64)> {
    range.filter(|(low, high)| low.is_finite() && high.is_finite())
}

/// Draws an SVG as PNG on white paper with the embedded font only, `scale` pixels for each of its units.
///
/// # Errors
/// When the picture would be too large, or the SVG cannot be read.
pub fn rasterise(svg: &str, scale: f32) -> Result<Vec<u8>, ChartError> {
    png::draw(svg, scale)
}

impl Chart {
    /// The chart as an SVG file of its own: with its caption, on white paper.
    pub fn svg(&self, language: Language) -> String {
        self.svg_with_id(language, "chart")
    }

    /// As [`Chart::svg`], with ids that begin with `id`, so that several can stand in one page.
    pub fn svg_with_id(&self, language: Language, id: &str) -> String {
        self.paint(language, id, Setting::Alone)
    }

    /// The chart for a page that shows the caption as text of its own: the caption is not drawn (the heading remains
    /// the title that assistive technology reads), and there is no paper, so that the page's own colour shows.
    pub fn svg_in_page(&self, language: Language, id: &str) -> String {
        self.paint(language, id, Setting::InPage)
    }

    /// [`Chart::svg`] as PNG, `scale` pixels per unit: 1 for a screen, 2 for print.
    ///
    /// # Errors
    /// When the picture would have no pixels or more than 10 000 on a side, or the renderer refuses.
    pub fn png(&self, language: Language, scale: f32) -> Result<Vec<u8>, ChartError> {
        png::draw(&self.svg(language), scale)
    }

    /// What the chart shows, in words: its kind, its scale and its numbers (of more than twenty rows, the extremes).
    pub fn text_alternative(&self, language: Language) -> String {
        match self {
            Chart::Dots(chart) => chart.text_alternative(language),
            Chart::Heat(chart) => chart.text_alternative(language),
            Chart::Strip(chart) => chart.text_alternative(language),
            Chart::Bars(chart) => chart.text_alternative(language),
        }
    }

    /// What is said around it.
    pub fn caption(&self) -> &Caption {
        match self {
            Chart::Dots(chart) => &chart.caption,
            Chart::Heat(chart) => &chart.caption,
            Chart::Strip(chart) => &chart.caption,
            Chart::Bars(chart) => &chart.caption,
        }
    }

    fn paint(&self, language: Language, id: &str, setting: Setting) -> String {
        let picture: Picture = match self {
            Chart::Dots(chart) => chart.picture(language, setting),
            Chart::Heat(chart) => chart.picture(language, setting),
            Chart::Strip(chart) => chart.picture(language, setting),
            Chart::Bars(chart) => chart.picture(language, setting),
        };
        let description = self.text_alternative(language);
        let frame = paint::Frame { id, language, title: &self.caption().heading, description: &description };
        paint::svg(&picture, &frame)
    }
}
