//! What goes with a questionnaire without being one or holding answers to it: the mapping of an export, and targets.

use peil::diagnostics::Diagnostics;
use peil::import;
use peil::language::cli as words;
use peil::questionnaire::{Questionnaire, check_targets, read_targets};
use peil::responses::Codec;
use peil::source::{FileId, Sources};
use peil::yaml::Node;

use super::answers::tree;
use super::known::{Shelf, Which};
use super::look::MOST_FOUND;
use crate::ui::Ui;

/// A file that waits for its questionnaire; its text is kept, its tree is not.
pub(super) struct Beside {
    file: FileId,
    kind: Kind,
    /// The id of the questionnaire that it names. Targets name none.
    declared: Option<String>,
}

#[derive(Clone, Copy)]
enum Kind {
    Mapping,
    Targets,
}

impl Beside {
    /// What a file is by its first line, if it is any of these.
    pub(super) fn of(file: FileId, node: &Node) -> Option<Beside> {
        let format = node.field_text("peil")?;
        if format.starts_with("mapping/") {
            let declared = import::mapping_of(node).map(str::to_owned);
            return Some(Beside { file, kind: Kind::Mapping, declared });
        }
        format.starts_with("targets/").then_some(Beside { file, kind: Kind::Targets, declared: None })
    }

    /// The one that is named, else the one that was given, else the only one at hand.
    fn questionnaire(&self, shelf: &Shelf, is_given: bool) -> Option<Which> {
        match &self.declared {
            Some(id) => shelf.named(id, ""),
            None if is_given => Some(Which::Known(0)),
            None => shelf.only(),
        }
    }

    fn check(&self, node: &Node, about: Option<&(Which, Questionnaire, Codec)>, out: &mut Diagnostics) {
        match (self.kind, about) {
            (Kind::Mapping, Some((_, q, codec))) => drop(import::read_mapping(node, q, codec, out)),
            (Kind::Mapping, None) => import::check_mapping(node, out),
            (Kind::Targets, Some((_, q, _))) => drop(read_targets(node, q, out)),
            (Kind::Targets, None) => check_targets(node, out),
        }
    }
}

/// Checks all of them, each against its questionnaire where that is at hand; says of which it was not. `is_given` when a
/// questionnaire was given with `-q`.
pub(super) fn check(
    ui: &Ui,
    all: &[Beside],
    shelf: &Shelf,
    is_given: bool,
    sources: &mut Sources,
    out: &mut Diagnostics,
) {
    let mut by_form = Vec::new();
    // Files for one questionnaire often stand together, and it is read once for those.
    let mut last: Option<(Which, Questionnaire, Codec)> = None;
    for one in all {
        let which = one.questionnaire(shelf, is_given);
        if last.as_ref().map(|(which, ..)| *which) != which {
            let whole = which.and_then(|which| Some((which, shelf.whole(which, sources)?)));
            last = whole.map(|(which, q)| {
                let codec = Codec::new(&q);
                (which, q, codec)
            });
            if let Some(Which::Known(index)) = which {
                shelf.known[index].let_go(sources, out);
            }
        }
        let Some(node) = tree(one.file, sources) else { continue };
        if last.is_none() {
            by_form.push(format!("`{}`", sources.get(one.file).path()));
        }
        let mut found = Diagnostics::at_most(MOST_FOUND);
        one.check(&node, last.as_ref(), &mut found);
        out.append(found);
    }
    if !by_form.is_empty() {
        ui.say(&words::checked_by_form(ui.language, &by_form));
    }
}
