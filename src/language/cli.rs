//! What the commands say: headings of tables, remarks beside a result, the next step.

use super::{Language, command, number};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> &'static str { l.pick($nl, $en) })*
    };
}

words! {
    /// Heading.
    council: "Bestuur", "Council";
    /// Heading.
    score: "Score", "Score";
    /// Heading.
    stage: "Klasse", "Stage";
    /// Heading.
    step: "Trede", "Step";
    /// Heading.
    coverage: "Ingevuld", "Answered";
    /// Heading.
    respondents_short: "Aantal", "People";
    /// Heading.
    place: "Plaats", "Place";
    /// Heading.
    change: "Verschil", "Change";
    /// Heading.
    questionnaire: "Vragenlijst", "Questionnaire";
    /// Heading.
    about: "Onderwerp", "About";
    /// Heading.
    questions: "Vragen", "Questions";
    /// Heading.
    minutes: "Minuten", "Minutes";
    /// The whole.
    overall: "Totaal", "Total";
    /// An answer that is none.
    unanswered: "niet ingevuld", "not answered";
    /// An answer that is none.
    dont_know: "weet ik niet", "don't know";
    /// An answer that is none.
    not_applicable: "niet van toepassing", "not applicable";
    /// An answer to a question with boxes.
    nothing_ticked: "niets aangevinkt", "nothing ticked";
}

/// Under the table of scores.
pub fn score_table_note(l: Language) -> String {
    l.pick(
        "Scores uit zelfbeoordeling. Aantal: deelnemers. Plaats: onder besturen van dezelfde ronde, vanaf vijf. \
         Verschil: met de vorige ronde, alleen over wat in beide rondes een score heeft.",
        "Scores from self-assessment. Place: among councils of the same wave, from five on. Change: since the previous \
         wave, over what has a score in both only.",
    )
    .to_owned()
}

/// "34 van 36"
pub fn n_of(l: Language, part: u64, whole: u64) -> String {
    let (part, whole) = (number::whole(l, part), number::whole(l, whole));
    l.pick(format!("{part} van {whole}"), format!("{part} of {whole}"))
}

/// What is told of one wave leaves out councils whose answers have none.
pub fn left_out_without_wave(l: Language, councils: usize) -> String {
    let one = councils == 1;
    let counted = l.counted(councils, l.pick("bestuur", "council"), l.pick("besturen", "councils"));
    l.pick(
        format!(
            "{counted} {} er niet in, want {} antwoorden hebben geen ronde.",
            if one { "staat" } else { "staan" },
            if one { "zijn" } else { "hun" },
        ),
        format!(
            "{counted} {} left out, because {} answers have no wave.",
            if one { "is" } else { "are" },
            if one { "its" } else { "their" },
        ),
    )
}

/// Drafts were counted too.
pub fn drafts_included(l: Language, drafts: usize) -> String {
    let files = l.counted(drafts, l.pick("bestand", "file"), l.pick("bestanden", "files"));
    let one = drafts == 1;
    l.pick(
        format!(
            "Let op: {files} {} nog niet afgerond; {} mee zoals {} nu {}.",
            if one { "is" } else { "zijn" },
            if one { "het telt" } else { "ze tellen" },
            if one { "het" } else { "ze" },
            if one { "is" } else { "zijn" },
        ),
        format!(
            "Note: {files} {} not finished yet; {} now.",
            if one { "is" } else { "are" },
            if one { "it counts as it is" } else { "they count as they are" },
        ),
    )
}

/// After writing scores to a file.
pub fn scores_written(l: Language, rows: usize, path: &str) -> String {
    let rows = l.counted(rows, l.pick("rij", "row"), l.pick("rijen", "rows"));
    l.pick(format!("{rows} geschreven naar {path}"), format!("{rows} written to {path}"))
}

/// After taking away a file of an earlier time that would now say something else than those beside it.
pub fn taken_away(l: Language, path: &str) -> String {
    l.pick(
        format!("Weggehaald: {path}, van een eerdere keer; er hoort nu niets in"),
        format!("Taken away: {path}, of an earlier time; nothing belongs in it now"),
    )
}

/// After writing a file.
pub fn written(l: Language, path: &str) -> String {
    l.pick(format!("Geschreven: {path}"), format!("Written: {path}"))
}

/// After writing a page that shows pictures which stand in files of their own beside it, if any.
pub fn written_with(l: Language, path: &str, pictures: &[String]) -> String {
    let (written, list) = (written(l, path), l.list(pictures));
    match pictures.len() {
        0 => written,
        1 => l.pick(
            format!("{written}, met {list} ernaast: stuur dat mee"),
            format!("{written}, with {list} beside it: send that along"),
        ),
        _ => l.pick(
            format!("{written}, met {list} ernaast: stuur ze mee"),
            format!("{written}, with {list} beside it: send them along"),
        ),
    }
}

/// After writing the charts of one page or more.
pub fn charts_written(l: Language, count: usize, folder: &str) -> String {
    let charts = l.counted(count, l.pick("grafiek", "chart"), l.pick("grafieken", "charts"));
    l.pick(
        format!("{charts} geschreven in {folder}, als SVG en PNG"),
        format!("{charts} written in {folder}, as SVG and PNG"),
    )
}

/// After writing a form; `questionnaire` is its file, where it is not one of peil's own.
pub fn form_written(l: Language, path: &str, questionnaire: Option<&str>) -> String {
    let answers = crate::language::report::about::answers_placeholder(l);
    let score =
        command(["peil", "score", answers].into_iter().chain(questionnaire.into_iter().flat_map(|q| ["-q", q])));
    l.pick(
        format!(
            "Geschreven: {path}. Stuur het rond, in een zip of via een gedeelde map: mail houdt .html soms tegen.\n\
             Wat terugkomt: {score}"
        ),
        format!(
            "Written: {path}. Send it out, in a zip or through a shared folder: mail may stop .html.\n\
             What comes back: {score}"
        ),
    )
}

/// After writing a schema; `name` is that of the file without its folder.
pub fn schema_written(l: Language, path: &str, name: &str) -> String {
    let line = format!("# yaml-language-server: $schema={name}");
    l.pick(
        format!("Geschreven: {path}. Zet als eerste regel in een bestand ernaast: {line}"),
        format!("Written: {path}. Make this the first line of a file beside it: {line}"),
    )
}

/// After writing a new questionnaire.
pub fn new_written(l: Language, folder: &str, files: usize) -> String {
    l.pick(
        format!("{files} bestanden geschreven in {folder}: een vragenlijst, drie antwoorden en twee schema's\n"),
        format!("{files} files written in {folder}: a questionnaire, three answers and two schemas\n"),
    )
}

/// What to do with a new questionnaire.
pub fn new_next(l: Language, folder: &str, questionnaire: &str, answers: &str) -> String {
    let form = l.pick("formulier.html", "form.html");
    let lines = [
        (command(["peil", "check", folder]), l.pick("vindt wat er niet klopt", "finds what is wrong")),
        (
            command(["peil", "score", answers, "-q", questionnaire]),
            l.pick("berekent de scores", "works out the scores"),
        ),
        (
            command(["peil", "form", questionnaire, "-o", form]),
            l.pick("maakt een formulier", "makes a form to send out"),
        ),
    ];
    let width = lines.iter().map(|(command, _)| command.chars().count()).max().unwrap_or_default();
    let text: Vec<String> = lines.iter().map(|(command, what)| format!("  {command:width$}  {what}")).collect();
    format!("{}\n{}", l.pick("Verder met:", "Next:"), text.join("\n"))
}

/// After writing a workbook.
pub fn workbook_written(l: Language, path: &str) -> String {
    l.pick(
        format!("Geschreven: {path}. Stuur het rond; wie het invult, heeft Excel of LibreOffice nodig."),
        format!("Written: {path}. Send it out; filling it in takes Excel or LibreOffice."),
    )
}

/// After writing a report for each council.
pub fn reports_written(l: Language, count: usize, folder: &str) -> String {
    let reports = l.counted(count, l.pick("verslag", "report"), l.pick("verslagen", "reports"));
    l.pick(format!("{reports} geschreven in {folder}"), format!("{reports} written in {folder}"))
}

/// The last line of `check`.
pub fn check_verdict(l: Language, errors: usize, warnings: usize, bad: usize, files: usize) -> String {
    let all = l.counted(files, l.pick("bestand", "file"), l.pick("bestanden", "files"));
    if errors == 0 && warnings == 0 {
        return l.pick(format!("In orde: {all} gecontroleerd."), format!("All good: {all} checked."));
    }
    let errors = l.counted(errors, l.pick("fout", "error"), l.pick("fouten", "errors"));
    let warnings = l.counted(warnings, l.pick("waarschuwing", "warning"), l.pick("waarschuwingen", "warnings"));
    l.pick(format!("{errors}, {warnings} in {bad} van {all}"), format!("{errors}, {warnings} in {bad} of {all}"))
}

/// Of files that go with a questionnaire which is not at hand; their paths as shown.
pub fn checked_by_form(l: Language, paths: &[String]) -> String {
    let shown = if paths.len() <= 3 {
        l.list(paths)
    } else {
        l.counted(paths.len(), l.pick("bestand", "file"), l.pick("bestanden", "files"))
    };
    l.pick(
        format!(
            "Van {shown} is alleen de opbouw nagekeken: de vragenlijst is niet bekend. Geef die mee met -q, dan kijkt peil \
             ook of wat erin genoemd wordt bestaat."
        ),
        format!(
            "Of {shown} only the structure was checked: the questionnaire is not known. Give it with -q, and peil also \
             checks that what is named there exists."
        ),
    )
}

/// After the list of questionnaires.
pub fn list_next(l: Language) -> String {
    l.pick(
        "Begin met: peil demo   (25 verzonnen besturen, van vragenlijst tot verslag)",
        "Start with: peil demo   (25 fictitious councils, from questionnaire to report)",
    )
    .to_owned()
}

/// Under a derivation. `zero` where what was not answered counts as nothing.
pub fn how_to_read_derivation(l: Language, zero: bool) -> String {
    let missing = if zero {
        l.pick(
            " Bij een deelnemer telt een vraag zonder\nantwoord mee als 0.",
            " Of a respondent a question without an\nanswer counts as 0.",
        )
    } else {
        ""
    };
    let how = l.pick(
        "Elk getal is het gewogen gemiddelde van de getallen eronder die een score hebben; × is het gewicht als dat\n\
         niet 1 is. Tussen haakjes: beantwoorde vragen van die van toepassing zijn.",
        "Each number is the weighted mean of the numbers under it that have a score; × is the weight where it is\n\
         not 1. In brackets: questions answered out of those that apply.",
    );
    format!("{how}{missing}")
}

/// A weight beside a part.
pub fn with_weight(l: Language, weight: f64) -> String {
    let digits = weight.to_string();
    format!(" × {}", l.pick(digits.replace('.', ","), digits))
}

/// Instead of a score.
pub fn too_few_answers(l: Language, scored: u64, applicable: u64) -> String {
    let count = n_of(l, scored, applicable);
    l.pick(format!("te weinig antwoorden ({count})"), format!("too few answers ({count})"))
}

/// A respondent of a derivation, by number.
pub fn respondent(l: Language, index: usize) -> String {
    l.pick(format!("Deelnemer {index}"), format!("Respondent {index}"))
}

/// A grid in a derivation.
pub fn rows(l: Language, count: usize) -> String {
    l.counted(count, l.pick("rij", "row"), l.pick("rijen", "rows"))
}

/// The demo: what was made.
pub fn demo_made(l: Language, folder: &str, councils: usize, respondents: usize) -> String {
    let councils = l.counted(
        councils,
        l.pick("verzonnen bestuur", "fictitious council"),
        l.pick("verzonnen besturen", "fictitious councils"),
    );
    let respondents = number::whole(l, respondents as u64);
    l.pick(
        format!("{councils} met {respondents} ingevulde vragenlijsten, in de map {folder}"),
        format!("{councils} with {respondents} completed questionnaires, in the folder {folder}"),
    )
}

/// The demo: which files to open.
pub fn demo_open(l: Language) -> &'static str {
    l.pick("Open nu:", "Now open:")
}

/// The demo: what each file is.
pub fn demo_files(l: Language) -> [&'static str; 10] {
    l.pick(
        [
            "32 deelnemers, voor iedereen",
            "vijf deelnemers en hun afspraak, met streefwaarden, voor iedereen",
            "dezelfde vijf, voor de deelnemers zelf",
            "één deelnemer",
            "een bestuur uit een fusie, naast die waaruit het ontstond",
            "alle besturen naast elkaar",
            "wie u het eerst zou uitnodigen, met naam: vertrouwelijk",
            "antwoorden zonder namen, om samen te leggen",
            "32 deelnemers, over de dienstverlening",
            "32 deelnemers, over de digitale transformatie",
        ],
        [
            "32 participants, for anyone",
            "five participants and what they agreed on, with targets, for anyone",
            "the same five, for the participants themselves",
            "one participant",
            "a council made by a merger, beside those it came from",
            "all councils side by side",
            "whom you would invite first, by name: confidential",
            "answers without names, to put together with others",
            "32 participants, on services",
            "32 participants, on digital transformation",
        ],
    )
}

/// The demo: the next command to try.
pub fn demo_next(l: Language) -> &'static str {
    l.pick("Probeer daarna:", "Then try:")
}

/// Problems beside those that were shown.
pub fn other_problems(l: Language, count: usize) -> String {
    let others =
        l.counted(count, l.pick("ander probleem", "other problem"), l.pick("andere problemen", "other problems"));
    l.pick(
        format!("… en {others}; `peil check` toont ze allemaal"),
        format!("… and {others}; `peil check` shows them all"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_pictures_are_sent_along_as_several() {
        let pictures = ["p-standing.svg", "p-change.svg"].map(String::from);
        let said = |l| written_with(l, "md/p.md", &pictures);
        assert_eq!(said(Language::Nl), "Geschreven: md/p.md, met p-standing.svg en p-change.svg ernaast: stuur ze mee");
        assert_eq!(
            said(Language::En),
            "Written: md/p.md, with p-standing.svg and p-change.svg beside it: send them along"
        );
    }
}
