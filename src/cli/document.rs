//! Writing a document where and how it was asked for, with its pictures beside it.

use std::path::{Path, PathBuf};

use peil::language::underway::Work;
use peil::language::{cli as words, failure};
use peil::report::document::{Document, Figure};
use peil::report::{html, markdown, terminal};

use super::args::{DocumentFormat, Presentation};
use super::failure::Failure;
use super::ui::Ui;
use super::underway::Writing;
use super::{inputs, output};

/// How many times larger than its drawing a PNG is, so that it is sharp on paper.
const PNG_SCALE: f32 = 2.0;
/// Columns of a report written to a text file.
const PLAIN_WIDTH: usize = 100;

/// The format asked for, else what the extension of the output says.
///
/// # Errors
/// When neither tells.
pub(crate) fn format(ui: &Ui, presentation: &Presentation) -> Result<DocumentFormat, Failure> {
    match (presentation.format, &presentation.output) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(DocumentFormat::Terminal),
        (None, Some(path)) => match inputs::extension(path).as_str() {
            "html" | "htm" => Ok(DocumentFormat::Html),
            "md" | "markdown" => Ok(DocumentFormat::Markdown),
            "txt" => Ok(DocumentFormat::Terminal),
            _ => {
                let extensions = [".html", ".md", ".txt"].map(String::from);
                Err(Failure::new(failure::which_format(ui.language, &path.display().to_string(), &extensions)))
            }
        },
    }
}

/// Writes a document, and its charts when those were asked for.
///
/// # Errors
/// When something cannot be written or drawn.
pub(crate) fn write(ui: &Ui, document: &Document, presentation: &Presentation) -> Result<(), Failure> {
    let format = format(ui, presentation)?;
    if let Some(folder) = &presentation.charts {
        let written = charts(ui, document, folder, "")?;
        say_charts(ui, written, folder);
    }
    match &presentation.output {
        None => ui.result(&text(document, format, ui.width, ui.colour, "")),
        Some(path) => save(ui, document, format, path),
    }
}

/// Writes a document to a file; the pictures of a Markdown document go beside it.
///
/// # Errors
/// As [`write`].
pub(crate) fn save(ui: &Ui, document: &Document, format: DocumentFormat, path: &Path) -> Result<(), Failure> {
    let (mut prefix, mut pictures) = (String::new(), Vec::new());
    if format == DocumentFormat::Markdown && path != Path::new("-") {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        prefix = format!("{stem}-");
        for (name, figure) in &markdown::render(document).figures {
            let svg = figure.drawing.file(document.language);
            let place = inputs::beside(path, name);
            output::write(ui, &place, svg.as_bytes())?;
            pictures.extend(place.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    let written = text(document, format, PLAIN_WIDTH, false, &prefix);
    output::write(ui, path, written.as_bytes())?;
    if path != Path::new("-") {
        ui.say(&words::written_with(ui.language, &path.display().to_string(), &pictures));
    }
    Ok(())
}

fn text(document: &Document, format: DocumentFormat, width: usize, colour: bool, prefix: &str) -> String {
    match format {
        DocumentFormat::Terminal => terminal::render(document, width, colour),
        DocumentFormat::Html => html::render(document),
        DocumentFormat::Markdown => {
            let markdown = markdown::render(document);
            let mut text = markdown.text;
            for (name, _) in &markdown.figures {
                text = text.replace(&format!("]({name})"), &format!("]({prefix}{name})"));
            }
            text
        }
    }
}

/// Says how many charts stand in their folder, where there are any.
pub(crate) fn say_charts(ui: &Ui, count: usize, folder: &Path) {
    if count > 0 {
        ui.say(&words::charts_written(ui.language, count, &folder.display().to_string()));
    }
}

/// Writes every picture of a document as SVG and PNG, and returns how many there are.
///
/// # Errors
/// When one cannot be drawn or written.
pub(crate) fn charts(ui: &Ui, document: &Document, folder: &Path, prefix: &str) -> Result<usize, Failure> {
    output::make_folder(ui.language, folder)?;
    let figures: Vec<&Figure> = document.all_drawings().collect();
    let writing = Writing::new(ui, Work::Charts, folder, figures.len());
    let chart = |figure: &Figure| {
        let place = |extension: &str| -> PathBuf { folder.join(format!("{prefix}{}.{extension}", figure.file_stem)) };
        let svg = figure.drawing.file(document.language);
        output::write(ui, &place("svg"), svg.as_bytes())?;
        let png = figure.drawing.png(document.language, PNG_SCALE);
        let png = png.map_err(|error| Failure::new(failure::drawing(ui.language, &error.message(ui.language))))?;
        output::write(ui, &place("png"), &png)
    };
    writing.during(|| figures.iter().try_for_each(|figure| writing.one(|| chart(figure))))?;
    Ok(figures.len())
}
