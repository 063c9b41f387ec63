//! Scores for programs: CSV, JSON and JSON lines. Numbers are unrounded, with a point, in the shortest form that reads back the
//! same; unknown is empty.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, MutexGuard, PoisonError};

use peil::comparison::{Batch, Fields, Scan};
use peil::questionnaire::Version;
use peil::responses::{Earlier, Wave};
use peil::scores::{Summary, all_roles};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::score_csv::{Line, Names};
use super::score_lines::JsonLine;

/// What one object of scores says that it is.
pub(crate) const FORMAT: &str = "peil.scores/1";
/// The columns by which a table is told to be scores; that of names is missing where they are to be pooled.
pub(crate) const TOLD_BY: [&str; 4] = ["council", "overall", "coverage", "respondents"];
/// Groups that one thread writes at a time: so few that their lines stay near the processor until they are written.
const AT_ONCE: usize = 128;
/// Groups that a thread has to write for its beginning to be worth it.
const WORTH_A_THREAD: usize = 1024;

/// What is written: the scores of some groups in their order.
#[derive(Clone, Copy)]
pub(crate) struct Scored<'s, 'b, 'q> {
    pub(crate) batch: &'s Batch<'q>,
    pub(crate) groups: &'s [usize],
    pub(crate) fields: &'s Fields<'b, 'q>,
    /// Threads that make what is written; their number changes no byte.
    pub(crate) threads: usize,
}

/// One score per line, with a header. Threads make the lines, in the order of the groups.
///
/// # Errors
/// When they cannot be written.
pub(crate) fn csv(scored: Scored<'_, '_, '_>, out: &mut dyn Write) -> io::Result<()> {
    let Scored { batch, groups, fields, .. } = scored;
    let Some(&first) = groups.first() else { return Ok(()) };
    let mut names = Names::default();
    columns(batch, fields, first, &mut Summary::default(), &mut names);
    names.0.end();
    out.write_all(&names.0.take(Vec::new()))?;
    stream::<Line>(scored, out)
}

/// One JSON object per line. Threads make the lines, in the order of the groups.
///
/// # Errors
/// When they cannot be written.
pub(crate) fn json_lines(scored: Scored<'_, '_, '_>, out: &mut dyn Write) -> io::Result<()> {
    stream::<JsonLine>(scored, out)
}

/// Writes lines in the order of the groups. All threads make them; this one does so while there is nothing to be written.
fn stream<L: Lines>(scored: Scored<'_, '_, '_>, out: &mut dyn Write) -> io::Result<()> {
    let Scored { batch, groups, fields, threads } = scored;
    let stretches = Mutex::new(groups.chunks(AT_ONCE).enumerate());
    // What was written is room for what follows.
    let spent = Mutex::new(Vec::new());
    let make = |line: &mut L, summary: &mut Summary| {
        let (number, groups) = lock(&stretches).next()?;
        for group in batch.tally().fetched(groups) {
            columns(batch, fields, group, summary, line);
            line.end();
        }
        let room = lock(&spent).pop().unwrap_or_default();
        Some((number, line.take(room)))
    };
    // One that has little to do would begin later than the others end.
    let threads = threads.min(groups.len() / WORTH_A_THREAD).max(1);
    std::thread::scope(|scope| {
        // Threads that are ahead of what is written wait.
        let (hand, made) = sync_channel(threads);
        for _ in 1..threads {
            let (make, hand) = (&make, hand.clone());
            scope.spawn(move || {
                let (mut line, mut summary) = (L::default(), Summary::default());
                // Nobody takes what cannot be written.
                while make(&mut line, &mut summary).is_some_and(|lines| hand.send(lines).is_ok()) {}
            });
        }
        drop(hand);
        let (mut line, mut summary) = (L::default(), Summary::default());
        let (mut ready, mut due) = (BTreeMap::new(), 0);
        loop {
            let is_ahead = ready.len() > threads;
            let mut own = || if is_ahead { None } else { make(&mut line, &mut summary) };
            let lines = made.try_recv().ok().or_else(&mut own).or_else(|| made.recv().ok());
            let Some((number, lines)) = lines else { return Ok(()) };
            ready.insert(number, lines);
            while let Some(lines) = ready.remove(&due) {
                out.write_all(&lines)?;
                lock(&spent).push(lines);
                due += 1;
            }
        }
    })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// All scores as one object, of the format [`FORMAT`]; its shape is that of `schemas/scores.schema.json`.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn json(scored: Scored<'_, '_, '_>, out: &mut dyn Write) -> io::Result<()> {
    let batch = scored.batch;
    let questionnaire = batch.rubric().questionnaire();
    let report = Report {
        earlier_versions: earlier_versions(batch),
        format: FORMAT,
        questionnaire: json!({
            "id": questionnaire.id,
            "version": questionnaire.version,
            "hash": questionnaire.hash,
        }),
        scores: Scores(scored),
    };
    let mut out = BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, &report)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// In the order of their names, as in every object.
#[derive(Serialize)]
struct Report<'s, 'b, 'q> {
    earlier_versions: Vec<Value>,
    format: &'static str,
    questionnaire: Value,
    scores: Scores<'s, 'b, 'q>,
}

/// The object of every group, made when it is its turn.
struct Scores<'s, 'b, 'q>(Scored<'s, 'b, 'q>);

impl Serialize for Scores<'_, '_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Scored { batch, groups, fields, .. } = self.0;
        // Only where an earlier version was answered is there less to compare.
        let earlier = !batch.responses().earlier.is_empty();
        let mut summary = Summary::default();
        serializer.collect_seq(groups.iter().map(|&group| {
            let mut object = Object::default();
            columns(batch, fields, group, &mut summary, &mut object);
            let band = batch.tally().card(batch.rubric(), group, &all_roles).overall.band;
            let band = band.map_or(Value::Null, |band| json!({"low": band.low, "high": band.high}));
            object.0.insert("band".into(), band);
            let change = if earlier { fields.standing(group).like_for_like } else { None };
            let shared = change.and_then(|change| change.common.shared).map(|shared| shared.questions);
            object.0.insert("shared_questions".into(), json!(shared));
            object.0
        }))
    }
}

/// The earlier versions that were answered, the oldest first: by how many, and what was done to their answers.
fn earlier_versions(batch: &Batch<'_>) -> Vec<Value> {
    let questionnaire = batch.rubric().questionnaire();
    let one = |(version, earlier): (&Version, &Earlier)| {
        let column = |column: usize| questionnaire.columns[column].id.as_str();
        let renamed = earlier.renamed.iter().map(|(old, &now)| json!({"was": old, "id": column(now)}));
        let choices = earlier.rechosen.iter();
        let choices = choices.map(|((of, old), now)| json!({"question": column(*of), "was": old, "id": now}));
        let not_yet = earlier.not_yet(questionnaire, *version);
        let not_yet = not_yet.iter().map(|one| one.id(questionnaire));
        json!({
            "version": version.to_string(),
            "respondents": earlier.respondents,
            "renamed": renamed.collect::<Vec<_>>(),
            "dropped": earlier.dropped,
            "not_asked_yet": not_yet.collect::<Vec<_>>(),
            "choices": choices.collect::<Vec<_>>(),
        })
    };
    batch.responses().earlier.iter().map(one).collect()
}

/// Takes the columns of one group, in order.
pub(crate) trait Sheet {
    fn text(&mut self, name: &str, value: Option<&str>);
    fn number(&mut self, name: &str, value: Option<f64>);
    fn count(&mut self, name: &str, value: Option<i64>);
    /// A wave is a number or a day.
    fn wave(&mut self, name: &str, wave: Option<Wave>) {
        match wave {
            Some(Wave::Day(day)) => self.text(name, Some(&day.to_string())),
            Some(Wave::Number(number)) => self.count(name, Some(i64::from(number))),
            None => self.count(name, None),
        }
    }
    /// A number of which few differ.
    fn share(&mut self, name: &str, value: Option<f64>) {
        self.number(name, value);
    }
    /// The coverage of a dimension.
    fn coverage(&mut self, dimension: &str, value: Option<f64>) {
        self.share(&format!("coverage_{dimension}"), value);
    }
}

/// A sheet of one line per group.
pub(crate) trait Lines: Sheet + Default {
    /// Ends a line.
    fn end(&mut self);
    /// Takes all lines so far, and gives room for those that follow: bytes that are not needed any more.
    fn take(&mut self, room: Vec<u8>) -> Vec<u8>;
}

/// The columns of one council in one wave. Each is given in the same way for every council, also where it is unknown.
pub(crate) fn columns(
    batch: &Batch<'_>,
    fields: &Fields<'_, '_>,
    group: usize,
    summary: &mut Summary,
    sheet: &mut impl Sheet,
) {
    let questionnaire = batch.rubric().questionnaire();
    batch.tally().summary(batch.rubric(), group, summary);
    let standing = fields.standing(group);
    sheet.text("council", Some(batch.id(group)));
    sheet.text("name", Some(batch.given_name(group)));
    sheet.wave("wave", batch.group(group).wave);
    sheet.text("scan", Some(scan(batch.scan(group))));
    let registry = &batch.responses().registry;
    for column in 0.. {
        let Some((name, class)) = registry.class_name(column).zip(registry.class(group, column)) else { break };
        // What is taken together for comparing stands there in its parts.
        if !registry.is_joined(column) {
            sheet.text(name, Some(class).filter(|class| !class.is_empty()));
        }
    }
    sheet.number("overall", summary.overall);
    sheet.number("pooled", summary.pooled);
    for (dimension, score) in questionnaire.dimensions.iter().zip(&summary.dimensions) {
        sheet.number(&dimension.id, *score);
    }
    // Of nothing there is no share.
    let share = |coverage: peil::scores::Coverage| (coverage.applicable > 0).then(|| coverage.share());
    sheet.share("coverage", share(summary.coverage));
    for (dimension, coverage) in questionnaire.dimensions.iter().zip(&summary.coverages) {
        sheet.coverage(&dimension.id, share(*coverage));
    }
    sheet.text("stage", summary.stage.map(|stage| questionnaire.scale.stages[stage].id.as_str()));
    sheet.count("rank", standing.rank.map(i64::from));
    sheet.number("percentile", standing.percentile);
    sheet.count("respondents", Some(i64::from(summary.respondents)));
    sheet.count("peers", Some(i64::from(standing.peers)));
    sheet.number("delta", standing.delta);
    sheet.number("delta_like_for_like", standing.like_for_like.as_ref().map(|change| change.delta()));
}

pub(crate) fn scan(scan: Scan) -> &'static str {
    match scan {
        Scan::Full => "full",
        Scan::Quick => "quick",
        Scan::Mixed => "mixed",
    }
}

/// The columns as fields of a JSON object.
#[derive(Default)]
struct Object(Map<String, Value>);

impl Sheet for Object {
    fn text(&mut self, name: &str, value: Option<&str>) {
        self.0.insert(name.to_owned(), json!(value));
    }

    fn number(&mut self, name: &str, value: Option<f64>) {
        self.0.insert(name.to_owned(), json!(value));
    }

    fn count(&mut self, name: &str, value: Option<i64>) {
        self.0.insert(name.to_owned(), json!(value));
    }
}
