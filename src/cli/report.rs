//! `peil report`: the report of one council, or of each.

use std::collections::BTreeMap;
use std::path::Path;

use peil::comparison::{Audience, Batch};
use peil::language::cli as words;
use peil::language::failure;
use peil::language::underway::Work;
use peil::report::CouncilReport;
use peil::report::document::Document;
use peil::responses::Wave;
use peil::scores::Keep;

use super::args::{AudienceArgument, DocumentFormat, Report};
use super::exit::Exit;
use super::failure::Failure;
use super::inputs::{self, Clean};
use super::ui::Ui;
use super::underway::Writing;
use super::{document, earlier, output, page_about, targets};

impl From<AudienceArgument> for Audience {
    fn from(audience: AudienceArgument) -> Audience {
        match audience {
            AudienceArgument::Public => Audience::Public,
            AudienceArgument::Workshop => Audience::Workshop,
        }
    }
}

/// Letters of the name of a file, without the chart or the ending behind it. Some systems refuse a path of over 260.
const LONGEST_NAME: usize = 80;

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
    let (mut written, mut drawn) = (Vec::new(), Vec::new());
    let mut report = |(group, name): (usize, String)| {
        let document = document(group);
        if let Some(charts) = &args.presentation.charts {
            drawn.extend(document::charts(&quiet, &document, charts, &format!("{name}-"))?);
        }
        written.extend(document::save(&quiet, &document, format, &folder.join(format!("{name}.{extension}")))?);
        Ok(())
    };
    let named: Vec<(usize, String)> = groups.iter().copied().zip(file_names(batch, &groups)).collect();
    let writing = Writing::new(ui, Work::Reports, folder, named.len());
    writing.during(|| named.into_iter().try_for_each(|one| writing.one(|| report(one))))?;
    if let Some(charts) = &args.presentation.charts {
        document::say_charts(ui, &drawn, charts);
    }
    ui.say(&words::reports_written(ui.language, groups.len(), &folder.display().to_string()));
    page_about::say_left_out(ui, batch, wave);
    let folders: Vec<&Path> = [folder].into_iter().chain(args.presentation.charts.as_deref()).collect();
    written.append(&mut drawn);
    earlier::say_in(ui, &folders, &written);
    Ok(())
}

/// A name for the file of each of these groups. Ids such as `A/1` and `a-1` give the same plain letters: what tells them
/// apart comes from the id alone, so that no report ever takes the place of another council's.
fn file_names(batch: &Batch<'_>, groups: &[usize]) -> Vec<String> {
    let plain: Vec<String> = groups.iter().map(|&g| file_name(batch.id(g), batch.given_name(g))).collect();
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    plain.iter().for_each(|name| *alike.entry(name).or_default() += 1);
    let own = |(&group, name): (&usize, &String)| match alike[name.as_str()] {
        1 => name.clone(),
        _ => format!("{name}-{}", blake3::hash(batch.id(group).as_bytes()).to_hex().split_at(8).0),
    };
    groups.iter().zip(&plain).map(own).collect()
}

/// A file name of a council that every system takes: its id and its name in plain letters.
fn file_name(id: &str, name: &str) -> String {
    let (id, name) = (in_plain_letters(id), in_plain_letters(name));
    // An id first, so that names such as CON or an empty one cannot come about.
    let id = if id.is_empty() { "council".to_owned() } else { id };
    let whole = if name.is_empty() || name == id { format!("c-{id}") } else { format!("{id}-{name}") };
    whole.chars().take(LONGEST_NAME).collect::<String>().trim_end_matches('-').to_owned()
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

    #[test]
    fn a_file_name_keeps_the_id_and_as_much_of_the_name_as_every_system_takes() {
        let merged = format!("Vliet {}", "en Oever ".repeat(40));
        let name = file_name("41048", &merged);
        assert_eq!(name.len(), 80);
        assert!(name.starts_with("41048-vliet-en-oever-en-oever"), "{name}");
        assert_eq!(file_name(&"x".repeat(10_000), "").len(), 80);
    }
}
