//! `peil report`: the report of one council, or of each.

use std::collections::BTreeSet;
use std::path::Path;

use peil::comparison::{Audience, Batch};
use peil::language::cli as words;
use peil::language::earlier_reports::{EarlierReport, earlier_reports};
use peil::language::failure;
use peil::language::underway::Work;
use peil::report::CouncilReport;
use peil::report::document::Document;
use peil::responses::Wave;
use peil::scores::Keep;

use super::args::{AudienceArgument, DocumentFormat, Report};
use super::exit::Exit;
use super::failure::Failure;
use super::forget::pages;
use super::inputs::{self, Clean};
use super::ui::Ui;
use super::underway::Writing;
use super::{document, output, page_about, targets};

impl From<AudienceArgument> for Audience {
    fn from(audience: AudienceArgument) -> Audience {
        match audience {
            AudienceArgument::Public => Audience::Public,
            AudienceArgument::Workshop => Audience::Workshop,
        }
    }
}

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Report) -> Result<Exit, Failure> {
    let l = ui.language;
    if args.all {
        match &args.presentation.output {
            None => return Err(Failure::new(failure::all_needs_folder(l))),
            Some(folder) if folder.is_file() => return Err(Failure::new(failure::all_needs_folder(l))),
            Some(_) => {}
        }
    } else {
        if let Some(path) = &args.presentation.output {
            inputs::expect_outputs(ui, &[path], &args.answers)?;
        }
        document::format(ui, &args.presentation)?;
    }
    let (questionnaire, responses, clean) = inputs::open(ui, &args.answers)?.bind(ui)?;
    let batch = inputs::batch(&questionnaire, responses, Keep::ALL, &args.answers);
    let within = inputs::within(ui, &args.answers, &batch)?;
    let targets = targets::of(ui, args, &questionnaire)?;
    let report = |group| CouncilReport {
        batch: &batch,
        group,
        audience: args.presentation.audience.into(),
        within,
        language: l,
        tag: &ui.tag,
    };
    match (&args.presentation.output, args.all) {
        (Some(folder), true) => {
            let wave = inputs::wave(ui, &args.answers, &batch)?;
            each(ui, args, &batch, wave, folder, |group| targets::each(&report(group), targets.as_ref()))?
        }
        _ => {
            let group = page_about::group_of_page(ui, args.council.as_deref(), &args.answers, &batch)?;
            let document = targets::document(ui, &report(group), targets.as_ref())?;
            document::write(ui, &document, &args.presentation)?;
        }
    }
    Ok(if clean == Clean::Yes { Exit::Done } else { Exit::Findings })
}

/// Writes the report of every council in a wave.
fn each(
    ui: &Ui,
    args: &Report,
    batch: &Batch<'_>,
    wave: Option<Wave>,
    folder: &Path,
    document: impl Fn(usize) -> Document,
) -> Result<(), Failure> {
    output::make_folder(ui.language, folder)?;
    let format = args.presentation.format.unwrap_or(DocumentFormat::Html);
    let extension = match format {
        DocumentFormat::Html => "html",
        DocumentFormat::Markdown => "md",
        DocumentFormat::Terminal => "txt",
    };
    let groups: Vec<usize> =
        batch.responses().registry.in_order().into_iter().filter(|&g| batch.group(g).wave == wave).collect();
    let quiet = ui.silent();
    let mut drawn = 0;
    let (mut taken, mut written) = (BTreeSet::new(), BTreeSet::new());
    let mut report = |group| {
        let document = document(group);
        let plain = file_name(batch.id(group), batch.given_name(group));
        // Ids such as `A/1` and `a-1` give the same plain letters; neither report may replace the other.
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        let mut names = std::iter::once(plain.clone()).chain(numbered);
        let name = names.find(|name| taken.insert(name.clone())).unwrap_or_default();
        let file = format!("{name}.{extension}");
        if let Some(charts) = &args.presentation.charts {
            drawn += document::charts(&quiet, &document, charts, &format!("{name}-"))?;
        }
        document::save(&quiet, &document, format, &folder.join(&file))?;
        written.insert(file);
        Ok(())
    };
    let writing = Writing::new(ui, Work::Reports, folder, groups.len());
    writing.during(|| groups.iter().try_for_each(|&group| writing.one(|| report(group))))?;
    if let Some(charts) = &args.presentation.charts {
        document::say_charts(ui, drawn, charts);
    }
    ui.say(&words::reports_written(ui.language, groups.len(), &folder.display().to_string()));
    page_about::say_left_out(ui, batch, wave);
    let earlier = standing(folder, &written);
    if !earlier.is_empty() {
        ui.say(&earlier_reports(ui.language, &folder.display().to_string(), &earlier));
    }
    Ok(())
}

/// The reports in a folder that were not written just now: whoever hands out the folder hands out these too.
fn standing(folder: &Path, written: &BTreeSet<String>) -> Vec<EarlierReport> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names: BTreeSet<String> = files.filter_map(|file| file.file_name().into_string().ok()).collect();
    let report = |name: &String| {
        let may_be_page = [".html", ".md", ".txt"].iter().any(|extension| name.ends_with(extension));
        let text = Some(folder.join(name)).filter(|path| may_be_page && path.is_file());
        let page = pages::page(&std::fs::read_to_string(text?).ok()?)?;
        let for_workshop = page.flag("audience") == Some("workshop");
        (page.verb == "report").then(|| EarlierReport { name: name.clone(), for_workshop })
    };
    names.difference(written).filter_map(report).collect()
}

/// A file name of a council that every system takes: its id and its name in plain letters.
pub(crate) fn file_name(id: &str, name: &str) -> String {
    let (id, name) = (in_plain_letters(id), in_plain_letters(name));
    // An id first, so that names such as CON or an empty one cannot come about.
    let id = if id.is_empty() { "council".to_owned() } else { id };
    if name.is_empty() || name == id { format!("c-{id}") } else { format!("{id}-{name}") }
}

/// A text in letters that every system takes in the name of a file; hyphens for all others.
pub(crate) fn in_plain_letters(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => plain.push(c),
            'A'..='Z' => plain.push(c.to_ascii_lowercase()),
            _ => match unaccented(c) {
                Some(letters) => plain.push_str(letters),
                None if !plain.ends_with('-') && !plain.is_empty() => plain.push('-'),
                None => {}
            },
        }
    }
    plain.trim_end_matches('-').to_owned()
}

fn unaccented(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ä' | 'Å' => "a",
        'ç' | 'Ç' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'Í' | 'Î' | 'Ï' => "i",
        'ñ' | 'Ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ó' | 'Ô' | 'Ö' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'Ú' | 'Û' | 'Ü' => "u",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn file_names_are_plain_and_cannot_leave_the_folder() {
        assert_eq!(file_name("41048", "Ninove"), "41048-ninove");
        assert_eq!(file_name("GM0796", "'s-Hertogenbosch"), "gm0796-s-hertogenbosch");
        assert_eq!(file_name("GM1900", "Súdwest-Fryslân"), "gm1900-sudwest-fryslan");
        assert_eq!(file_name("../../etc", "passwd"), "etc-passwd");
        assert_eq!(file_name("con", ""), "c-con");
        assert_eq!(file_name("??", "!"), "c-council");
    }
}
