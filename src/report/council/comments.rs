//! What participants added to their answers, question by question, where the audience may read it.

use super::View;
use crate::comparison::Withheld;
use crate::language::report::standing as say;
use crate::report::document::{Block, Quote, Section};
use crate::responses::NoteKind;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let (reader, l) = (&view.reader, view.reader.l);
    let mut notes = view.batch.responses().notes_of(view.group).iter();
    notes.find(|note| note.kind == NoteKind::Comment)?;
    let mut blocks = Vec::new();
    match view.batch.comments_shown(view.group, view.audience) {
        Err(Withheld::FewRespondents { minimum }) => {
            blocks.push(Block::Paragraph(say::comments_withheld(l, minimum).into()));
        }
        Err(_) => return None,
        Ok(comments) => {
            // The notes are sorted by group and column, so those of one question stand together.
            let mut last = None;
            for (note, role) in comments.shown {
                let question = reader.q.columns[note.column].question;
                if last != Some(question) {
                    blocks.push(Block::Heading(reader.q.questions[question].ask.get(reader.tag).to_owned()));
                    blocks.push(Block::Quotes(Vec::new()));
                    last = Some(question);
                }
                if let Some(Block::Quotes(quotes)) = blocks.last_mut() {
                    quotes
                        .push(Quote { text: note.text.clone(), source: role.map(|role| reader.role(role).to_owned()) });
                }
            }
            let hidden = comments.hidden_under.map(|minimum| say::comments_partly_withheld(l, minimum));
            blocks.extend(hidden.map(|text| Block::Paragraph(text.into())));
        }
    }
    Some(Section { id: "comments".to_owned(), title: say::comments(l).to_owned(), blocks })
}
