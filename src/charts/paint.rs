//! From a picture to SVG: plotters writes the marks, and the result is tidied and made accessible here.
//!
//! What plotters writes has no title, no description and no role, names the font in every text, puts each text between
//! line breaks, divides every font size by 1.24 and knows no baseline. One line of its output is one tag or the content
//! of one text, and no text holds a raw quotation mark or `<`, so that whole attributes can safely be replaced.

use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use super::palette::Colour;
use super::picture::{Anchor, Mark, Picture};
use super::text::{self, Weight};
use crate::language::Language;

/// What plotters divides a font size by before it writes it.
const PLOTTERS_EM: f64 = 1.24;

/// What stands around the marks of a picture in the finished SVG.
pub(super) struct Frame<'a> {
    pub(super) id: &'a str,
    pub(super) language: Language,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
}

/// The picture as one `<svg>` element.
pub(super) fn svg(picture: &Picture, frame: &Frame<'_>) -> String {
    let marks = tidy(&paint(picture));
    let Picture { width, height, .. } = picture;
    let (id, language) = (identifier(frame.id), frame.language);
    let (title, description) = (escape(frame.title), escape(frame.description));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{language}\" aria-labelledby=\"{id}-title {id}-desc\" \
         font-family=\"'{family}',Arial,Helvetica,sans-serif\">\n\
         <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n{marks}</svg>\n",
        family = text::FAMILY,
    )
}

/// The marks as plotters writes them, root element included.
fn paint(picture: &Picture) -> String {
    let mut raw = String::new();
    let size = (picture.width.unsigned_abs(), picture.height.unsigned_abs());
    let mut backend = SVGBackend::with_string(&mut raw, size);
    for mark in &picture.marks {
        // Writing to a string cannot fail: the error type is there for the backends that write a file.
        let _ = paint_mark(&mut backend, mark);
    }
    drop(backend);
    raw
}

fn paint_mark<B: DrawingBackend>(backend: &mut B, mark: &Mark) -> Result<(), impl Sized + use<B>> {
    match mark {
        Mark::Bar { x, y, width, height, fill } => {
            backend.draw_rect((*x, *y), (x + width, y + height), &filled(*fill), true)
        }
        Mark::Line { from, to, stroke } => backend.draw_line(*from, *to, &stroked(*stroke, 1)),
        Mark::Dot { x, y, radius, fill } => backend.draw_circle((*x, *y), *radius, &filled(*fill), true),
        Mark::Ring { x, y, radius, stroke } => backend.draw_circle((*x, *y), *radius, &stroked(*stroke, 2), false),
        Mark::Shape { points, fill } => backend.fill_polygon(points.iter().copied(), &filled(*fill)),
        Mark::Text { x, y, text, style, anchor } => {
            let weight = match style.weight {
                Weight::Regular => FontStyle::Normal,
                Weight::Bold => FontStyle::Bold,
            };
            let font = FontDesc::new(FontFamily::SansSerif, f64::from(style.size) * PLOTTERS_EM, weight);
            let across = match anchor {
                Anchor::Start => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::End => HPos::Right,
            };
            let fill = rgb(style.fill);
            let style = TextStyle::from(font).color(&fill).pos(Pos::new(across, VPos::Top));
            backend.draw_text(text, &style, (*x, *y))
        }
    }
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn filled(colour: Colour) -> ShapeStyle {
    rgb(colour).filled()
}

fn stroked(colour: Colour, width: u32) -> ShapeStyle {
    rgb(colour).stroke_width(width)
}

/// Takes the root element off, joins each text with its tags, and drops the attributes that say nothing or, as the
/// shift of a text below its y, something else than was asked for.
fn tidy(raw: &str) -> String {
    let mut marks = String::new();
    for line in raw.lines().filter(|line| !line.starts_with("<svg ") && *line != "</svg>") {
        if !line.starts_with('<') {
            marks.push_str(line);
            continue;
        }
        let mut tag = line.to_owned();
        for noise in [
            " opacity=\"1\"",
            " dy=\"0.76em\"",
            " font-family=\"sans-serif\"",
            " text-anchor=\"start\"",
            " stroke=\"none\" stroke-width=\"1\"",
            " stroke=\"none\"",
        ] {
            tag = tag.replace(noise, "");
        }
        marks.push_str(&whole_font_size(&tag));
        if !tag.starts_with("<text") {
            marks.push('\n');
        }
    }
    marks
}

/// Undoes what dividing by 1.24 leaves behind in a font size, as 13.000000000000002.
fn whole_font_size(tag: &str) -> String {
    const NAME: &str = " font-size=\"";
    let parts = tag.split_once(NAME).and_then(|(before, rest)| Some((before, rest.split_once('"')?)));
    match parts {
        Some((before, (size, after))) => {
            let size = size.parse::<f64>().map_or(0.0, f64::round);
            format!("{before}{NAME}{size}\"{after}")
        }
        None => tag.to_owned(),
    }
}

/// Text as it may stand in an element or an attribute.
fn escape(words: &str) -> String {
    let words = text::clean(words);
    let mut safe = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&apos;"),
            other => safe.push(other),
        }
    }
    safe
}

/// The caller's prefix as an id that HTML, CSS and `aria-labelledby` take: letters, digits, `-` and `_`, a letter first.
fn identifier(prefix: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let id: String = prefix.chars().map(safe).collect();
    if id.starts_with(|c: char| c.is_ascii_alphabetic()) { id } else { format!("chart-{id}") }
}

#[cfg(test)]
mod tests {
    use super::super::palette::{COUNCIL, INK};
    use super::super::picture::Style;
    use super::*;

    fn painted(text: &str) -> String {
        let mut picture = Picture { width: 40, height: 30, ..Picture::default() };
        picture.dot((10, 12), 5, COUNCIL);
        picture.text((20, 25), text, Style::bold(13, INK), Anchor::Middle);
        let frame = Frame { id: "a b", language: Language::Nl, title: "t<", description: "d&" };
        svg(&picture, &frame)
    }

    #[test]
    fn an_svg_carries_its_words_its_language_and_nothing_superfluous() {
        let expected = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"40\" height=\"30\" \
            viewBox=\"0 0 40 30\" role=\"img\" lang=\"nl\" aria-labelledby=\"a-b-title a-b-desc\" \
            font-family=\"'Noto Sans',Arial,Helvetica,sans-serif\">\n\
            <title id=\"a-b-title\">t&lt;</title>\n<desc id=\"a-b-desc\">d&amp;</desc>\n\
            <circle cx=\"10\" cy=\"12\" r=\"5\" fill=\"#00558C\"/>\n\
            <text x=\"20\" y=\"25\" text-anchor=\"middle\" font-size=\"13\" fill=\"#1A1A1A\" font-weight=\"bold\">2,1</text>\n\
            </svg>\n";
        assert_eq!(painted("2,1"), expected);
    }

    #[test]
    fn a_text_that_looks_like_an_attribute_stays_as_it_is() {
        let svg = painted("a opacity=\"1\" dy=\"0.76em\"");
        assert!(svg.contains(">a opacity=&quot;1&quot; dy=&quot;0.76em&quot;</text>"), "{svg}");
    }

    #[test]
    fn every_font_size_is_a_whole_number() {
        for size in 8..30 {
            let written = f64::from(size) * PLOTTERS_EM / PLOTTERS_EM;
            assert_eq!(
                whole_font_size(&format!("<text font-size=\"{written}\">")),
                format!("<text font-size=\"{size}\">")
            );
        }
    }

    #[test]
    fn an_id_never_starts_with_a_digit_or_holds_a_blank() {
        assert_eq!(identifier("1 x\"y"), "chart-1-x-y");
        assert_eq!(identifier("fig_2"), "fig_2");
    }
}
