//! At how many questions someone said that a partner does it; in the workshop also at which.

use super::View;
use crate::comparison::Audience;
use crate::language::report::partner as say;
use crate::report::document::{Block, Inline, Section};

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let (reader, l) = (&view.reader, view.reader.l);
    let found = view.batch.via_partner_shown(view.group, view.audience);
    if found.questions.is_empty() {
        return None;
    }
    let in_the_room = view.audience == Audience::Workshop;
    let mut text = say::said(l, found.questions.len());
    if let Some(minimum) = found.asked_of {
        text.push_str(&say::counted(l, minimum, in_the_room));
    }
    let mut blocks = vec![Block::Paragraph(text.into())];
    if in_the_room {
        let asks = found.questions.iter().map(|&question| &reader.q.questions[question].ask);
        blocks.push(Block::Bullets(asks.map(|ask| Inline::from(ask.get(reader.tag))).collect()));
    }
    Some(Section { id: "partner".to_owned(), title: say::title(l).to_owned(), blocks })
}
