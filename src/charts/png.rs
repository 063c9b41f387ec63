//! The finished SVG as PNG, drawn with the embedded font only: no fonts of the machine, so the same everywhere.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::ChartError;
use super::text::{FAMILY, Weight, font_file};

/// The largest width or height, in pixels, that is drawn: 16 times a large screen, and 400 MB in memory at the worst.
const LARGEST: f32 = 10_000.0;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for weight in [Weight::Regular, Weight::Bold] {
        fonts.load_font_data(font_file(weight).to_vec());
    }
    Arc::new(fonts)
});

/// Draws an SVG on white paper, `scale` pixels for each of its units.
pub(super) fn draw(svg: &str, scale: f32) -> Result<Vec<u8>, ChartError> {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| ChartError::Drawing(error.to_string()))?;
    let width = (tree.size().width() * scale).ceil();
    let height = (tree.size().height() * scale).ceil();
    let fits = |side: f32| (1.0..=LARGEST).contains(&side);
    if !fits(width) || !fits(height) {
        return Err(ChartError::Size { width, height, largest: LARGEST });
    }
    let size = ChartError::Size { width, height, largest: LARGEST };
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or(size)?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| ChartError::Drawing(error.to_string()))
}
