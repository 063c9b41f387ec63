//! Writing a document where and how it was asked for, with its pictures beside it.

use std::path::{Path, PathBuf};

use peil::language::underway::Work;
use peil::language::{cli as words, failure};
use peil::report::document::{Document, Figure};
use peil::report::{html, markdown, picture, terminal};

use super::args::{DocumentFormat, Presentation};
use super::failure::Failure;
use super::ui::Ui;
use super::underway::Writing;
use super::{earlier, inputs, output};

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
    let mut written = Vec::new();
    if let Some(folder) = &presentation.charts {
        written = charts(ui, document, folder, "")?;
        say_charts(ui, &written, folder);
    }
    match &presentation.output {
        None => ui.result(&text(document, format, ui.width, ui.colour, ""))?,
        Some(path) => {
            written.extend(save(ui, document, format, path)?);
            if stands_beside(format, path) {
                earlier::say_beside(ui, path, &written);
            }
        }
    }
    if let Some(folder) = &presentation.charts {
        earlier::say_in_charts(ui, folder, &written);
    }
    Ok(())
}

/// Whether the pictures of a document stand in files beside it.
fn stands_beside(format: DocumentFormat, path: &Path) -> bool {
    format == DocumentFormat::Markdown && path != Path::new("-")
}

/// Writes a document to a file; the pictures of a Markdown document go beside it. Returns all files that it wrote.
///
/// # Errors
/// As [`write`].
pub(crate) fn save(ui: &Ui, document: &Document, format: DocumentFormat, path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let (mut prefix, mut files) = (String::new(), Vec::new());
    if stands_beside(format, path) {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        prefix = format!("{stem}-");
        for (name, figure) in &markdown::render(document).figures {
            let place = inputs::beside(path, name);
            output::write(ui, &place, picture::svg(document, figure).as_bytes())?;
            files.push(place);
        }
    }
    let written = text(document, format, PLAIN_WIDTH, false, &prefix);
    output::write(ui, path, written.as_bytes())?;
    if path != Path::new("-") {
        let names = files.iter().filter_map(|picture| picture.file_name());
        let pictures: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        ui.say(&words::written_with(ui.language, &path.display().to_string(), &pictures));
        files.push(path.to_owned());
    }
    Ok(files)
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

/// Says how many charts were written to their folder, where there are any.
pub(crate) fn say_charts(ui: &Ui, written: &[PathBuf], folder: &Path) {
    let count = written.iter().filter(|path| inputs::extension(path) == "svg").count();
    if count > 0 {
        ui.say(&words::charts_written(ui.language, count, &folder.display().to_string()));
    }
}

/// Writes every picture of a document as SVG and PNG, and returns the files.
///
/// # Errors
/// When one cannot be drawn or written.
pub(crate) fn charts(ui: &Ui, document: &Document, folder: &Path, prefix: &str) -> Result<Vec<PathBuf>, Failure> {
    output::make_folder(ui.language, folder)?;
    let figures: Vec<&Figure> = document.all_drawings().collect();
    let writing = Writing::new(ui, Work::Charts, folder, figures.len());
    let chart = |figure: &Figure| {
        let place = |extension: &str| -> PathBuf { folder.join(format!("{prefix}{}.{extension}", figure.file_stem)) };
        output::write(ui, &place("svg"), picture::svg(document, figure).as_bytes())?;
        let png = picture::png(document, figure, PNG_SCALE);
        let png = png.map_err(|error| Failure::new(failure::drawing(ui.language, &error.message(ui.language))))?;
        output::write(ui, &place("png"), &png)?;
        Ok(["svg", "png"].map(place))
    };
    let written = writing.during(|| figures.iter().map(|figure| writing.one(|| chart(figure))).collect())?;
    Ok(Vec::into_iter(written).flatten().collect())
}
