//! The colours of the charts, one per role, and how a page may replace them.
//!
//! Every colour stands in the SVG as a plain `fill` or `stroke` attribute in upper-case hexadecimal, so that a style
//! sheet can find it by its value: [`STYLESHEET`] does so for a dark screen and for forced colours. It knows no chart.

use std::fmt;

/// One opaque colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl fmt::Display for Colour {
    /// As in the SVG: `#00558C`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}

/// This council: filled dots, and the line of where the score could lie.
pub const COUNCIL: Colour = Colour(0x00, 0x55, 0x8C);
/// The other councils: dots, bars, and the tick of their median.
pub const PEERS: Colour = Colour(0x6B, 0x6B, 0x6B);
/// The middle half of the other councils, and the hatching of a missing cell.
pub const BAND: Colour = Colour(0xC9, 0xC9, 0xC9);
/// The previous round: open dots.
pub const PREVIOUS: Colour = Colour(0xB3, 0x59, 0x00);
/// Text, and the tick of the target.
pub const INK: Colour = Colour(0x1A, 0x1A, 0x1A);
/// Text that stands back: the axis, the names of the stages, the footer.
pub const QUIET: Colour = Colour(0x59, 0x59, 0x59);
/// The lines of the axis.
pub const GRID: Colour = Colour(0xD9, 0xD9, 0xD9);
/// The line that leads from a label to its dots.
pub const GUIDE: Colour = Colour(0xE6, 0xE6, 0xE6);
/// Every second stage, behind everything else.
pub const SHADE: Colour = Colour(0xF4, 0xF4, 0xF4);
/// The page, the inside of an open dot, and text on a dark cell.
pub const PAPER: Colour = Colour(0xFF, 0xFF, 0xFF);

/// The cells of a heat table, lowest fifth of the scale first.
pub const RAMP: [Colour; 5] = [
    Colour(0xEA, 0xF2, 0xF8),
    Colour(0xBF, 0xD9, 0xEA),
    Colour(0x7F, 0xB2, 0xD6),
    Colour(0x0B, 0x4A, 0x75),
    Colour(0x06, 0x2B, 0x45),
];

/// The colour of the text on each step of [`RAMP`]: at least 4.5:1.
pub const ON_RAMP: [Colour; 5] = [INK, INK, INK, PAPER, PAPER];

/// The step of [`RAMP`] for a value on a scale from 0 to `max`: the fifth it lies in, a boundary with the upper one.
pub fn step(value: f64, max: f64) -> usize {
    // A boundary such as 2.4 of 4 may come out of a division a hair too low; it still belongs to the upper fifth.
    let fifth = (value / max * 5.0 + 1e-9).floor();
    if fifth.is_nan() { 0 } else { fifth.clamp(0.0, 4.0) as usize }
}

/// Restyles charts that stand inside an HTML page, on a dark screen and under forced colours. On a dark screen the ramp
/// is turned round, or "0" would shine brightest. Paper keeps the colours of the SVG itself.
pub const STYLESHEET: &str = r##"@media screen and (prefers-color-scheme:dark){
.chart [fill="#00558C"]{fill:#7CC4FF}
.chart [fill="#6B6B6B"]{fill:#B8B8B8}
.chart [fill="#C9C9C9"]{fill:#4A4F57}
.chart [stroke="#C9C9C9"]{stroke:#4A4F57}
.chart [fill="#B35900"]{fill:#FFB366}
.chart [stroke="#B35900"]{stroke:#FFB366}
.chart [fill="#1A1A1A"]{fill:#F2F2F2}
.chart [fill="#595959"]{fill:#B8B8B8}
.chart [fill="#D9D9D9"]{fill:#3A3F47}
.chart [fill="#E6E6E6"]{fill:#30343B}
.chart [fill="#F4F4F4"]{fill:#1E2127}
.chart [fill="#FFFFFF"]{fill:#16181C}
.chart text[fill="#FFFFFF"]{fill:#111111}
.chart rect[fill="#EAF2F8"]{fill:#0E2233}
.chart rect[fill="#BFD9EA"]{fill:#123A5A}
.chart rect[fill="#7FB2D6"]{fill:#1F6396}
.chart rect[fill="#0B4A75"]{fill:#7FB2D6}
.chart rect[fill="#062B45"]{fill:#D6E9F7}
}
@media (forced-colors:active){
.chart text[fill]{fill:CanvasText}
.chart [fill="#00558C"]{fill:Highlight}
.chart [fill="#6B6B6B"],.chart [fill="#1A1A1A"],.chart [fill="#595959"]{fill:CanvasText}
.chart [fill="#C9C9C9"],.chart [fill="#D9D9D9"],.chart [fill="#E6E6E6"]{fill:GrayText}
.chart [stroke="#C9C9C9"]{stroke:GrayText}
.chart [fill="#B35900"]{fill:LinkText}
.chart [stroke="#B35900"]{stroke:LinkText}
.chart :is(rect,circle)[fill="#FFFFFF"],.chart [fill="#F4F4F4"]{fill:Canvas}
.chart rect:is([fill="#EAF2F8"],[fill="#BFD9EA"],[fill="#7FB2D6"],[fill="#0B4A75"],[fill="#062B45"]){fill:Canvas;stroke:CanvasText}
}
"##;

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast as WCAG 2.2 defines it, from 1 to 21.
    fn contrast(a: Colour, b: Colour) -> f64 {
        let channel = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |c: Colour| 0.2126 * channel(c.0) + 0.7152 * channel(c.1) + 0.0722 * channel(c.2);
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_on_every_step_of_the_ramp_has_a_contrast_of_four_and_a_half() {
        for (cell, text) in RAMP.into_iter().zip(ON_RAMP) {
            assert!(contrast(cell, text) >= 4.5, "{text} on {cell}: {}", contrast(cell, text));
        }
    }

    #[test]
    fn text_and_marks_stand_out_from_paper_and_from_a_shaded_stage() {
        for ground in [PAPER, SHADE] {
            for text in [INK, QUIET, COUNCIL] {
                assert!(contrast(text, ground) >= 4.5);
            }
            assert!(contrast(PREVIOUS, ground) >= 3.0);
        }
        assert!(contrast(PEERS, BAND) >= 3.0, "the median on its band");
        assert!(contrast(COUNCIL, BAND) >= 3.0, "this council on the band");
    }

    #[test]
    fn a_boundary_belongs_to_the_upper_fifth() {
        let steps = [0.0, 0.79, 0.8, 1.6, 2.4, 3.19, 3.2, 4.0].map(|value| step(value, 4.0));
        assert_eq!(steps, [0, 0, 1, 2, 3, 3, 4, 4]);
    }

    #[test]
    fn the_style_sheet_knows_every_colour_in_both_modes() {
        let (dark, forced) = STYLESHEET.split_once("@media (forced-colors").unwrap();
        let roles = [COUNCIL, PEERS, BAND, PREVIOUS, INK, QUIET, GRID, GUIDE, SHADE, PAPER];
        for colour in roles.into_iter().chain(RAMP) {
            let selector = format!("[fill=\"{colour}\"]");
            assert!(dark.contains(&selector) && forced.contains(&selector), "{colour}");
        }
    }
}
