//! What participants wrote, question by question, where the audience may read it.

use super::View;
use crate::comparison::Hidden;
use crate::language::report::written as say;
use crate::report::document::{Block, Quote, Section};
use crate::responses::{Note, NoteKind};

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let (reader, l) = (&view.reader, view.reader.l);
    let written = view.batch.written_shown(view.group, view.audience);
    let mut blocks = Vec::new();
    // They come by column, so those of one stand together.
    let mut last = None;
    for (note, role) in written.shown {
        if last != Some(note.column) {
            blocks.push(Block::Heading(reader.column(note.column)));
            blocks.push(Block::Quotes(Vec::new()));
            last = Some(note.column);
        }
        if let Some(Block::Quotes(quotes)) = blocks.last_mut() {
            let role = role.map(|role| reader.role(role));
            let parts: Vec<&str> = role.into_iter().chain(kind(view, note)).collect();
            let source = Some(parts.join(", ")).filter(|source| !source.is_empty());
            quotes.push(Quote { text: note.text.clone(), source });
        }
    }
    blocks.extend(written.hidden.into_iter().map(|hidden| {
        let text = match hidden {
            Hidden::All { minimum } => say::all_hidden(l, minimum),
            Hidden::Words { minimum } => say::words_hidden(l, minimum),
            Hidden::Grounds { minimum } => say::grounds_hidden(l, minimum),
            Hidden::AllGrounds => say::all_grounds_hidden(l).to_owned(),
        };
        Block::Paragraph(text.into())
    }));
    // The anchor of old, to which others may have linked.
    let id = "comments".to_owned();
    (!blocks.is_empty()).then(|| Section { id, title: say::title(l).to_owned(), blocks })
}

/// What a text is, where that is not plain from where it stands.
fn kind(view: &View<'_>, note: &Note) -> Option<&'static str> {
    let l = view.reader.l;
    let is_beside_words = view.batch.rubric().codec().is_text(note.column);
    match note.kind {
        NoteKind::Comment => is_beside_words.then(|| say::comment(l)),
        NoteKind::Evidence => Some(say::evidence(l)),
        NoteKind::Reason => Some(say::reason(l)),
        NoteKind::Text => None,
    }
}
