//! `peil check --against`: a questionnaire beside an earlier version of it.

use std::path::Path;

use peil::diagnostics::{Diagnostics, Known};
use peil::language::versions as words;
use peil::language::{Language, failure};
use peil::lint::versions::{Change, Comparison, How};
use peil::questionnaire::{self, Questionnaire, SHIPPED};
use peil::report::terminal::wrapped;
use peil::source::Sources;
use peil::yaml;
use serde_json::{Value, json};

use super::failure::Failure;
use super::inputs::named_questionnaire;
use super::ui::Ui;

/// The earlier version: a file, or the shipped one of that name. Its text stays among the sources, to be pointed at.
///
/// # Errors
/// Neither is there, or the file has errors, which are shown.
pub(crate) fn earlier(ui: &Ui, name: &Path, sources: &mut Sources) -> Result<Questionnaire, Failure> {
    let shipped = SHIPPED.iter().find(|shipped| !name.exists() && name == Path::new(shipped.id));
    let Some(shipped) = shipped else { return named_questionnaire(ui, name, sources) };
    let file = sources.add(shipped.id, shipped.text);
    let mut out = Diagnostics::new();
    let read = yaml::parse(file, sources, &mut out).and_then(|node| questionnaire::parse(&node, &mut out));
    read.ok_or_else(|| Failure::new(failure::broken_questionnaire(ui.language, shipped.id)))
}

/// What changed as a short list, a line for each kind of change, and whether old answers still fit.
pub(crate) fn text(l: Language, comparison: &Comparison, width: usize) -> String {
    let Comparison { from, to, changes, reach, binds, not_counted } = comparison;
    let mut lines = vec![words::changed_between(l, from, to, *reach)];
    for several in changes.chunk_by(|one, next| one.what == next.what) {
        let items: Vec<String> = several.iter().map(item).collect();
        lines.push(words::change_line(l, several[0].what, &items, width));
    }
    let count = |what| changes.iter().filter(|change| change.what == what).count();
    let taken = words::Taken {
        binds: *binds,
        renamed: count(words::What::Renamed),
        dropped: count(words::What::Removed),
        not_counted: Known::of(not_counted.iter().map(String::as_str)),
    };
    let binds = words::binds(l, from, &taken);
    lines.extend(wrapped(&binds, width).into_iter().map(str::to_owned));
    lines.join("\n") + "\n"
}

/// One change in a few signs: `+ id`, `− id`, `id (1 → 2)`.
fn item(change: &Change) -> String {
    let name = match &change.part {
        Some(part) => format!("{}: {part}", change.id),
        None => change.id.clone(),
    };
    match &change.how {
        How::Changed => name,
        How::Added => format!("+ {name}"),
        How::Removed => format!("− {name}"),
        How::FromTo(before, now) if change.what == words::What::Renamed => format!("{before} → {now}"),
        How::FromTo(before, now) => format!("{name} ({before} → {now})"),
    }
}

/// The same for programs.
pub(crate) fn value(comparison: &Comparison) -> Value {
    let one = |change: &Change| {
        let part = change.part.as_deref().unwrap_or_default();
        let (how, from, to) = match &change.how {
            How::Changed => ("changed", "", ""),
            How::Added => ("added", "", ""),
            How::Removed => ("removed", "", ""),
            How::FromTo(from, to) => ("changed", from.as_str(), to.as_str()),
        };
        json!({"what": change.what.id(), "id": change.id, "part": part, "how": how, "from": from, "to": to})
    };
    json!({
        "from": comparison.from,
        "to": comparison.to,
        "answers_fit": comparison.binds,
        "answers_not_counted": comparison.not_counted,
        "changes": comparison.changes.iter().map(one).collect::<Vec<_>>(),
    })
}
