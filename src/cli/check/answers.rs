//! Binding the answers among the files to their questionnaires: all of one questionnaire together.

use peil::diagnostics::{BindingFinding, Diagnostics};
use peil::questionnaire::Questionnaire;
use peil::responses::{Binder, Bound, Register, Responses};
use peil::source::{FileId, Sources, Span};
use peil::threads;
use peil::yaml;

use super::known::{Shelf, Which};
use super::look::{Answers, MOST_FOUND};
use crate::inputs;
use crate::ui::Ui;

/// So many sheets are read side by side.
const BLOCK: usize = 512;

/// Binds all answers, those of each questionnaire in the order of the files, and holds them against a register.
pub(super) fn bind(
    ui: &Ui,
    answers: &[Answers],
    register: Option<&Register>,
    shelf: &Shelf,
    sources: &mut Sources,
    out: &mut Diagnostics,
) {
    let mut groups: Vec<(Which, Vec<&Answers>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for one in answers {
        let Some(which) = questionnaire_of(one, shelf, out) else { continue };
        let place = *places.entry(which).or_insert_with(|| {
            groups.push((which, Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(one);
    }
    for (which, answers) in groups {
        let Some(questionnaire) = shelf.whole(which, sources) else { continue };
        let mut bound = together(&questionnaire, &answers, sources, out);
        if let Some(register) = register {
            register.apply(&mut bound.registry, out);
        }
        inputs::say_earlier(ui, &questionnaire, &bound.earlier);
        if let Which::Known(index) = which {
            shelf.known[index].let_go(sources, out);
        }
    }
}

/// The questionnaire that answers name, or the only one at hand; that there is none is reported.
fn questionnaire_of(answers: &Answers, shelf: &Shelf, out: &mut Diagnostics) -> Option<Which> {
    let (found, id, span) = match &answers.declared {
        Some((id, version, span)) => (shelf.named(id, version), id.clone(), *span),
        None => (shelf.only(), String::new(), Span::start_of(answers.file)),
    };
    if found.is_none() {
        out.add(span, BindingFinding::NoQuestionnaire { id, known: shelf.names() });
    }
    found
}

/// Binds the answers to one questionnaire. A sheet is read on any core, and its tree dropped; what it says of others is
/// found once all are read, in the order of the files.
fn together(
    questionnaire: &Questionnaire,
    answers: &[&Answers],
    sources: &Sources,
    out: &mut Diagnostics,
) -> Responses {
    let mut binder = Binder::new(questionnaire);
    let mut all = Vec::with_capacity(answers.len());
    for block in answers.chunks(BLOCK) {
        let read = threads::in_order(block.len(), |index| Ok::<_, ()>(read(block[index], &binder, sources)));
        all.extend(block.iter().zip(read.unwrap_or_default()));
    }
    let sheets = all.iter().filter_map(|(one, (_, bound))| Some((one.file, bound.as_ref()?)));
    let aside = binder.set_aside(sheets, out);
    for (one, (mut found, bound)) in all {
        if let Some(origin) = &one.table {
            binder.table(one.file, origin, sources, &mut found);
        } else if let Some(bound) = bound.filter(|_| !aside.contains(&one.file)) {
            binder.sheet(one.file, &bound, &mut found);
        }
        out.append(found);
    }
    binder.finish(out)
}

fn read(answers: &Answers, binder: &Binder<'_>, sources: &Sources) -> (Diagnostics, Option<Bound>) {
    let mut found = Diagnostics::at_most(MOST_FOUND);
    if answers.table.is_some() {
        return (found, None);
    }
    let bound = tree(answers.file, sources).and_then(|node| binder.read(&node, &mut found));
    (found, bound)
}

/// The tree once more; what is wrong with it has been found before.
pub(super) fn tree(file: FileId, sources: &Sources) -> Option<yaml::Node> {
    yaml::parse(file, sources, &mut Diagnostics::new())
}
