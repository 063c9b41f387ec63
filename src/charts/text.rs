//! How wide words are in the font that peil carries inside itself, and where a line of them may break.
//!
//! It knows no chart and no page: strings in, pixels and lines out. Whoever lays out text for a picture measures it
//! here, so that a label is never cut and never guessed.

use std::sync::LazyLock;

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// The two weights of the embedded font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text and labels.
    Regular,
    /// Headings and the numbers that matter.
    Bold,
}

/// The family name of the embedded font.
pub const FAMILY: &str = "Noto Sans";

static REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");

/// The share of its size that a character takes when the font does not have it; a browser takes it from another font.
const UNKNOWN_WIDTH: f64 = 1.0;

/// The embedded font as a TrueType file.
pub fn font_file(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => REGULAR,
        Weight::Bold => BOLD,
    }
}

struct Face {
    charmap: Charmap<'static>,
    advances: GlyphMetrics<'static>,
    units_per_em: f64,
}

impl Face {
    fn read(file: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(file).ok()?;
        let location = LocationRef::default();
        Some(Face {
            charmap: font.charmap(),
            advances: font.glyph_metrics(Size::unscaled(), location),
            units_per_em: f64::from(font.metrics(Size::unscaled(), location).units_per_em),
        })
    }

    fn advance(&self, character: char) -> Option<f64> {
        let glyph = self.charmap.map(character)?;
        Some(f64::from(self.advances.advance_width(glyph)?) / self.units_per_em)
    }
}

static REGULAR_FACE: LazyLock<Option<Face>> = LazyLock::new(|| Face::read(REGULAR));
static BOLD_FACE: LazyLock<Option<Face>> = LazyLock::new(|| Face::read(BOLD));

/// The width of one line of text in pixels, at `size` pixels. Kerning is left out, which makes it a hair too wide.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let face = match weight {
        Weight::Regular => &*REGULAR_FACE,
        Weight::Bold => &*BOLD_FACE,
    };
    let advance = |c| face.as_ref().and_then(|face| face.advance(c)).unwrap_or(UNKNOWN_WIDTH);
    text.chars().map(advance).sum::<f64>() * size
}

/// Characters of what is one word; what is longer, such as the address of a page, may break.
const LONGEST_WORD: usize = 80;

/// The text as lines of at most `limit` pixels, broken between words and not inside one of up to eighty characters: a word
/// that is wider than the limit stands on a line of its own and is wider than the limit. Blank text has no lines.
pub fn wrap(text: &str, limit: f64, size: f64, weight: Weight) -> Vec<String> {
    let space = width(" ", size, weight);
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0.0;
    for Word { text, goes_on } in words(text) {
        let needed = width(text, size, weight);
        let between = if goes_on { 0.0 } else { space };
        match lines.last_mut() {
            Some(line) if used + between + needed <= limit => {
                if !goes_on {
                    line.push(' ');
                }
                line.push_str(text);
                used += between + needed;
            }
            _ => {
                lines.push(text.to_owned());
                used = needed;
            }
        }
    }
    lines
}

/// [`wrap`] into as few lines, but about equally long ones: better for a label or a heading than a lonely last word.
pub fn wrap_evenly(text: &str, limit: f64, size: f64, weight: Weight) -> Vec<String> {
    let lines = wrap(text, limit, size, weight);
    let (mut low, mut high) = (0.0, limit);
    // Twelve halvings bring the narrowest limit for this many lines within a pixel, for any picture.
    for _ in 0..12 {
        let middle = f64::midpoint(low, high);
        if wrap(text, middle, size, weight).len() > lines.len() {
            low = middle;
        } else {
            high = middle;
        }
    }
    wrap(text, high, size, weight)
}

/// The width of the widest of these lines, in pixels; 0 without lines.
pub fn widest<S: AsRef<str>>(lines: &[S], size: f64, weight: Weight) -> f64 {
    lines.iter().map(|line| width(line.as_ref(), size, weight)).fold(0.0, f64::max)
}

/// The width of the widest single word, in pixels: no limit below it can be kept.
pub fn widest_word(text: &str, size: f64, weight: Weight) -> f64 {
    words(text).into_iter().map(|word| width(word.text, size, weight)).fold(0.0, f64::max)
}

/// The text on one line without anything XML cannot hold: runs of blanks become one space, controls disappear.
pub fn clean(text: &str) -> String {
    let kept = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let joined = text.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    joined.chars().filter(kept).collect()
}

/// Whether a line may break here: at a blank, not at one that asks to be kept (no-break space, narrow or figure-wide).
fn breaks(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// What stands on one line, whatever the limit.
struct Word<'t> {
    text: &'t str,
    /// Whether it is the rest of the one before.
    goes_on: bool,
}

/// The words of a text. A dash that stands alone belongs to the word before it: it ends a line and never begins one.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(breaks) {
        let word = piece.trim_end_matches(breaks);
        match words.last_mut() {
            Some((from, joined)) if matches!(word, "–" | "—" | "-") => *joined = &text[*from..start + word.len()],
            _ if word.is_empty() => {}
            _ => words.push((start, word)),
        }
        start += piece.len();
    }
    words.into_iter().flat_map(|(_, word)| pieces(word)).collect()
}

/// A word, in as many pieces as it takes for none to be too long.
fn pieces(word: &str) -> impl Iterator<Item = Word<'_>> {
    let starts: Vec<usize> = word.char_indices().step_by(LONGEST_WORD).map(|(at, _)| at).collect();
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([word.len()]).collect();
    starts.into_iter().zip(ends).map(|(from, to)| Word { text: &word[from..to], goes_on: from > 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_fonts_can_be_read_and_have_the_signs_peil_writes() {
        for face in [&*REGULAR_FACE, &*BOLD_FACE] {
            let face = face.as_ref().unwrap();
            for sign in "0,.–—−≤≥→✓€éëïÉŵŞȚ’‘“”·…%×".chars() {
                assert!(face.advance(sign).is_some(), "{sign}");
            }
        }
    }

    // The advances are those that fonttools prints for the same file: N 760, o 605 (regular), N 813 (bold), of 1000.
    #[test]
    fn a_width_is_the_sum_of_the_advances_of_the_font() {
        assert!((width("No", 10.0, Weight::Regular) - 13.65).abs() < 1e-9);
        assert!((width("N", 10.0, Weight::Bold) - 8.13).abs() < 1e-9);
        assert_eq!(width("", 10.0, Weight::Regular), 0.0);
    }

    #[test]
    fn a_line_breaks_between_words_and_never_inside_one() {
        let lines = wrap("Informatievoorziening en bedrijfsvoering", 60.0, 13.0, Weight::Regular);
        assert_eq!(lines, ["Informatievoorziening", "en", "bedrijfsvoering"]);
    }

    #[test]
    fn what_is_too_long_for_a_word_breaks_and_is_whole_again_on_a_wide_line() {
        let address = format!("https://example.org/{}", "é".repeat(100));
        let lines = wrap(&address, 60.0, 13.0, Weight::Regular);
        assert_eq!(lines.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [80, 40]);
        assert_eq!(lines.concat(), address);
        assert_eq!(wrap(&address, 10_000.0, 13.0, Weight::Regular), [address]);
    }

    #[test]
    fn a_no_break_space_keeps_its_neighbours_together() {
        assert_eq!(wrap("ten\u{a0}Node is", 1.0, 13.0, Weight::Regular), ["ten\u{a0}Node", "is"]);
    }

    #[test]
    fn even_lines_take_no_more_lines_than_greedy_ones() {
        let text = "Nuenen, Gerwen en Nederwetten";
        let greedy = wrap(text, 170.0, 13.0, Weight::Regular);
        let even = wrap_evenly(text, 170.0, 13.0, Weight::Regular);
        assert_eq!(greedy, ["Nuenen, Gerwen en", "Nederwetten"]);
        assert_eq!(even.join(" "), text);
        assert_eq!(even.len(), 2);
    }

    #[test]
    fn a_dash_ends_a_line_and_never_begins_one() {
        let text = "Saint-Josse-ten-Noode — Sint-Joost-ten-Node";
        let lines = wrap_evenly(text, 200.0, 13.0, Weight::Regular);
        assert_eq!(lines, ["Saint-Josse-ten-Noode —", "Sint-Joost-ten-Node"]);
    }

    #[test]
    fn blank_text_has_no_lines() {
        assert!(wrap(" \n ", 100.0, 13.0, Weight::Regular).is_empty());
        assert!(wrap_evenly("", 100.0, 13.0, Weight::Regular).is_empty());
    }

    #[test]
    fn cleaning_leaves_nothing_that_xml_cannot_hold() {
        assert_eq!(clean(" a\n\tb\u{0}\u{1b}c\u{ffff} "), "a bc");
    }
}
