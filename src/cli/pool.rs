//! `peil compare --anonymise`: answers for pooling elsewhere, and a note of what was withheld.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use peil::comparison::{Batch, OnlyScores, Pool, Pooled};
use peil::language::{cli as words, failure, pool as say};
use peil::questionnaire::Kind;
use peil::responses::{NoteKind, PooledRow, Row, Wave, no_formula, write_pooled};
use peil::scores::{Coverage, Summary};
use peil::sorting;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::args::{AudienceArgument, Compare};
use super::failure::Failure;
use super::ui::Ui;
use super::{inputs, output};

/// What can be told wrong before anything is read.
///
/// # Errors
/// Without a file to write, or for another audience.
pub(crate) fn expect(ui: &Ui, args: &Compare) -> Result<(), Failure> {
    let l = ui.language;
    if args.presentation.audience == AudienceArgument::Workshop {
        return Err(Failure::new(failure::pool_is_public(l)));
    }
    let is_csv = |path: &&PathBuf| inputs::extension(path) == "csv" && path.as_path() != Path::new("-");
    match args.presentation.output.as_ref().filter(is_csv) {
        Some(_) if args.presentation.format.is_none() => Ok(()),
        _ => Err(Failure::new(failure::pool_needs_file(l))),
    }
}

/// Writes what may be pooled, and beside it what was withheld.
///
/// # Errors
/// When there is no such wave, or a file cannot be written.
pub(crate) fn run(ui: &Ui, args: &Compare, batch: &Batch<'_>) -> Result<(), Failure> {
    let l = ui.language;
    let bug = |said: &str| Failure::new(failure::internal(l, said));
    let Some(path) = &args.presentation.output else { return Err(Failure::new(failure::pool_needs_file(l))) };
    let wave = match args.answers.wave {
        Some(_) => inputs::wave(ui, &args.answers, batch)?,
        None => None,
    };
    let pool = batch.pool(wave);
    let seed = match args.seed {
        Some(seed) => seed,
        None => getrandom::u64().map_err(|error| bug(&error.to_string()))?,
    };
    let mut ids = Ids { numbers: ChaCha8Rng::seed_from_u64(seed), taken: BTreeSet::new() };
    let councils = ids.councils(batch, &pool);
    let rows = rows(batch, &pool, &councils, &mut ids);
    let classes: Vec<String> =
        batch.responses().registry.class_columns().iter().map(|class| no_formula(class).into_owned()).collect();
    let only_scores: Vec<&Pooled> = pool.groups.iter().filter(|one| one.only_scores.is_some()).collect();
    if !rows.is_empty() {
        let rubric = batch.rubric();
        let text = write_pooled(&rows, &classes, rubric.questionnaire(), rubric.codec());
        output::write(ui, path, text.map_err(|error| bug(&error.to_string()))?.as_bytes())?;
        ui.say(&words::written(l, &path.display().to_string()));
    } else {
        take_away(ui, path)?;
    }
    let beside = inputs::beside(path, "scores.csv");
    if only_scores.is_empty() {
        take_away(ui, &beside)?;
    } else {
        output::write(ui, &beside, scores(batch, &only_scores, &councils, &classes).as_bytes())?;
        ui.say(&words::written(l, &beside.display().to_string()));
    }
    let note = note(ui, batch, &pool, rows.len(), args.seed.is_some());
    let beside = inputs::beside(path, "note.md");
    output::write(ui, &beside, note.as_bytes())?;
    ui.say(&words::written(l, &beside.display().to_string()));
    ui.say(&say::withheld_in_short(l, only_scores.len(), pool.groups.len()));
    Ok(())
}

/// Takes away the file of an earlier pool where this one has nothing for it: what is withheld now may stand in that.
fn take_away(ui: &Ui, path: &Path) -> Result<(), Failure> {
    match std::fs::remove_file(path) {
        Ok(()) => ui.say(&words::taken_away(ui.language, &path.display().to_string())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(Failure::write(ui.language, path, &error)),
    }
    Ok(())
}

/// Ids by chance, each once.
struct Ids {
    numbers: ChaCha8Rng,
    taken: BTreeSet<u32>,
}

impl Ids {
    fn draw(&mut self, letter: char) -> String {
        loop {
            let number = self.numbers.next_u32();
            if self.taken.insert(number) {
                return format!("{letter}-{number:08x}");
            }
        }
    }

    /// An id for every council, the same in all its waves. They are drawn in the order of the ids they replace, so that
    /// a seed gives the same whatever the order of the files.
    fn councils(&mut self, batch: &Batch<'_>, pool: &Pool) -> BTreeMap<usize, String> {
        let mut known: Vec<usize> = pool.groups.iter().map(|one| batch.group(one.group).council).collect();
        sorting::by_key(&mut known, |&council| batch.responses().registry.id(council));
        known.dedup();
        known.into_iter().map(|council| (council, self.draw('c'))).collect()
    }
}

/// Whether this is an id as [`Ids::draw`] makes them: the letter and a number of eight digits, to the base of sixteen.
pub(crate) fn is_drawn(letter: char, id: &str) -> bool {
    let number = id.strip_prefix(letter).and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| number.len() == 8 && number.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')))
}

/// The rows that are pooled, in the order of their new ids, so that nothing of the old order is left.
fn rows<'b>(
    batch: &'b Batch<'_>,
    pool: &Pool,
    councils: &BTreeMap<usize, String>,
    ids: &mut Ids,
) -> Vec<PooledRow<'b>> {
    let mut all = Vec::new();
    for one in pool.groups.iter().filter(|one| one.only_scores.is_none()) {
        let known = batch.group(one.group);
        let mut rows: Vec<Row<'b>> = batch.rows_of(one.group).collect();
        let key = |row: &Row<'b>| (row.codes, row.wide, row.head.role, row.head.quick);
        sorting::by(&mut rows, |a, b| key(a).cmp(&key(b)).then_with(|| a.via_partner().cmp(b.via_partner())));
        let classes = classes(batch, one);
        all.extend(rows.into_iter().map(|row| PooledRow {
            council: councils[&known.council].clone(),
            wave: known.wave,
            respondent: ids.draw('r'),
            classes: classes.clone(),
            row,
        }));
    }
    sorting::by(&mut all, |a, b| (&a.council, a.wave, &a.respondent).cmp(&(&b.council, b.wave, &b.respondent)));
    all
}

/// The classes of a group, empty where they are withheld. One that a spreadsheet would reckon with is text.
fn classes(batch: &Batch<'_>, one: &Pooled) -> Vec<String> {
    let registry = &batch.responses().registry;
    let told = (0..registry.class_columns().len()).filter_map(|column| registry.class(one.group, column));
    told.map(|class| if one.with_classes { no_formula(class).into_owned() } else { String::new() }).collect()
}

/// The scores of councils whose rows are withheld.
fn scores(batch: &Batch<'_>, groups: &[&Pooled], councils: &BTreeMap<usize, String>, classes_of: &[String]) -> String {
    let q = batch.rubric().questionnaire();
    let dimensions = || q.dimensions.iter().map(|dimension| dimension.id.as_str());
    let head = ["council", "wave", "scan"].into_iter().map(str::to_owned);
    let figures = std::iter::once("overall").chain(dimensions()).map(str::to_owned);
    let shares = dimensions().map(|id| format!("coverage_{id}"));
    let mut lines = vec![
        head.chain(classes_of.iter().map(|class| output::csv_field(class)))
            .chain(figures)
            .chain(std::iter::once("coverage".to_owned()))
            .chain(shares)
            .chain(std::iter::once("respondents".to_owned()))
            .collect::<Vec<String>>(),
    ];
    let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    let share = |coverage: Coverage| number((coverage.applicable > 0).then(|| coverage.share()));
    let mut sorted: Vec<&&Pooled> = groups.iter().collect();
    let key = |one: &Pooled| (&councils[&batch.group(one.group).council], batch.group(one.group).wave);
    sorting::by(&mut sorted, |a, b| key(a).cmp(&key(b)));
    let mut summary = Summary::default();
    for one in sorted {
        let known = batch.group(one.group);
        batch.tally().summary(batch.rubric(), one.group, &mut summary);
        let mut line = vec![
            councils[&known.council].clone(),
            known.wave.as_ref().map(Wave::to_string).unwrap_or_default(),
            super::score_file::scan(batch.scan(one.group)).to_owned(),
        ];
        line.extend(classes(batch, one).iter().map(|class| output::csv_field(class)));
        line.push(number(summary.overall));
        line.extend(summary.dimensions.iter().map(|value| number(*value)));
        line.push(share(summary.coverage));
        line.extend(summary.coverages.iter().map(|coverage| share(*coverage)));
        line.push(summary.respondents.to_string());
        lines.push(line);
    }
    lines.iter().map(|line| line.join(",") + "\n").collect()
}

/// What was written, and what was withheld and how much of it.
fn note(ui: &Ui, batch: &Batch<'_>, pool: &Pool, rows: usize, seeded: bool) -> String {
    let (l, q) = (ui.language, batch.rubric().questionnaire());
    let minimum = q.scoring.minimum_group;
    let count = |why: OnlyScores| pool.groups.iter().filter(|one| one.only_scores == Some(why)).count();
    let with_rows = pool.groups.iter().filter(|one| one.only_scores.is_none()).count();
    let in_pool: BTreeSet<usize> = pool.groups.iter().map(|one| one.group).collect();
    let notes = |kind: NoteKind| {
        batch.responses().notes.iter().filter(|note| note.kind == kind && in_pool.contains(&note.group)).count()
    };
    let texts = [NoteKind::Comment, NoteKind::Evidence, NoteKind::Reason, NoteKind::Text].map(notes);
    let numeric = q.questions.iter().any(|question| matches!(question.kind, Kind::Number { .. }));
    let facts = say::Facts {
        questionnaire: q.reference(),
        councils: pool.councils,
        groups: pool.groups.len(),
        with_rows,
        rows,
        few_respondents: count(OnlyScores::FewRespondents),
        small_role: count(OnlyScores::SmallRole),
        earlier_version: count(OnlyScores::EarlierVersion),
        without_classes: pool.without_classes,
        texts,
        minimum_respondents: minimum.respondents,
        minimum_councils: minimum.councils,
        numeric,
        seeded,
    };
    say::note(l, &facts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawn_id_has_eight_digits() {
        assert!(is_drawn('r', "r-1234abcd"));
        assert!(!is_drawn('r', "r-3039") && !is_drawn('r', "c-1234abcd") && !is_drawn('c', "c-1234ABCD"));
    }
}
