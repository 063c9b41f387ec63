//! Scores for programs: CSV and JSON. Numbers are unrounded, with a point, in the shortest form that reads back the
//! same; unknown is empty.

use peil::comparison::{Batch, Scan, Standing};
use peil::language::failure;
use peil::responses::Wave;
use peil::scores::{Figure, ScoreCard};
use serde_json::{Map, Value, json};

use super::failure::Failure;
use super::ui::Ui;

/// One score per line, with a header.
pub(crate) fn csv(ui: &Ui, batch: &Batch<'_>, groups: &[usize], standings: &[Standing]) -> Result<String, Failure> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    for (index, &group) in groups.iter().enumerate() {
        let fields = fields(batch, group, &standings[group]);
        if index == 0 {
            writer.write_record(fields.iter().map(|(name, _)| name)).map_err(|error| bug(ui, &error))?;
        }
        writer.write_record(fields.iter().map(|(_, value)| cell(value))).map_err(|error| bug(ui, &error))?;
    }
    let bytes = writer.into_inner().map_err(|error| bug(ui, &error))?;
    String::from_utf8(bytes).map_err(|error| bug(ui, &error))
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// All scores as one object: `peil.scores/1`.
pub(crate) fn json(ui: &Ui, batch: &Batch<'_>, groups: &[usize], standings: &[Standing]) -> Result<String, Failure> {
    let questionnaire = batch.rubric().questionnaire();
    let scores: Vec<Value> = groups
        .iter()
        .map(|&group| {
            let mut fields: Map<String, Value> = fields(batch, group, &standings[group]).into_iter().collect();
            fields.insert("band".into(), band(&batch.cards()[group].overall));
            Value::Object(fields)
        })
        .collect();
    let report = json!({
        "format": "peil.scores/1",
        "questionnaire": {
            "id": questionnaire.id,
            "version": questionnaire.version,
            "hash": questionnaire.hash,
        },
        "scores": scores,
    });
    let mut text = serde_json::to_string_pretty(&report).map_err(|error| bug(ui, &error))?;
    text.push('\n');
    Ok(text)
}

fn band(figure: &Figure) -> Value {
    figure.band.map_or(Value::Null, |band| json!({"low": band.low, "high": band.high}))
}

fn bug(ui: &Ui, error: &dyn std::fmt::Display) -> Failure {
    Failure::new(failure::internal(ui.language, &error.to_string()))
}

/// The columns of one council in one wave, in order.
fn fields(batch: &Batch<'_>, group: usize, standing: &Standing) -> Vec<(String, Value)> {
    let questionnaire = batch.rubric().questionnaire();
    let card = &batch.cards()[group];
    let mut fields: Vec<(String, Value)> = vec![
        ("council".into(), json!(batch.id(group))),
        ("name".into(), json!(batch.name(group))),
        ("wave".into(), batch.group(group).wave.map_or(Value::Null, wave)),
        ("scan".into(), json!(scan(batch.scan(group)))),
    ];
    let classes = batch.responses().registry.class_columns().iter().zip(&batch.group(group).classes);
    fields.extend(classes.map(|(name, class)| (name.clone(), json!(class))));
    fields.push(("overall".into(), score(&card.overall)));
    fields.push(("pooled".into(), card.pooled.score().map_or(Value::Null, Value::from)));
    let dimensions = || questionnaire.dimensions.iter().zip(&card.dimensions);
    fields.extend(dimensions().map(|(dimension, figure)| (dimension.id.clone(), score(figure))));
    fields.push(("coverage".into(), coverage(&card.overall)));
    fields.extend(dimensions().map(|(dimension, figure)| (format!("coverage_{}", dimension.id), coverage(figure))));
    fields.push(("stage".into(), stage(batch, card)));
    fields.push(("rank".into(), json!(standing.rank)));
    fields.push(("percentile".into(), json!(standing.percentile)));
    fields.push(("respondents".into(), json!(card.total_respondents())));
    fields.push(("peers".into(), json!(standing.peers)));
    fields.push(("delta".into(), json!(standing.delta)));
    let like_for_like = standing.like_for_like.as_ref().map(|change| change.delta());
    fields.push(("delta_like_for_like".into(), json!(like_for_like)));
    fields
}

fn wave(wave: Wave) -> Value {
    match wave {
        Wave::Number(number) => json!(number),
        Wave::Day(day) => json!(day.to_string()),
    }
}

fn scan(scan: Scan) -> &'static str {
    match scan {
        Scan::Full => "full",
        Scan::Quick => "quick",
        Scan::Mixed => "mixed",
    }
}

fn score(figure: &Figure) -> Value {
    figure.outcome.score().map_or(Value::Null, Value::from)
}

/// Of nothing there is no share.
fn coverage(figure: &Figure) -> Value {
    if figure.coverage.applicable == 0 { Value::Null } else { json!(figure.coverage.share()) }
}

fn stage(batch: &Batch<'_>, card: &ScoreCard) -> Value {
    let stages = &batch.rubric().questionnaire().scale.stages;
    card.overall.stage.map_or(Value::Null, |index| json!(stages[index].id))
}
