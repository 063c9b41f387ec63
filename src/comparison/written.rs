//! Which of the words that respondents wrote may be read by whom: answers in words, comments, evidence and reasons.

use super::audience::Audience;
use super::batch::Batch;
use crate::responses::Note;
use crate::sorting;

/// What respondents of a group wrote, as far as an audience may read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written<'a> {
    /// By question; with the index of the role of who wrote it where that may be shown.
    pub shown: Vec<(&'a Note, Option<usize>)>,
    /// What is left out, and why.
    pub hidden: Vec<Hidden>,
}

/// What is left out of what respondents wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// All of it: there are fewer respondents than this.
    All {
        /// From how many on it may be shown.
        minimum: u32,
    },
    /// Comments and answers in words, where fewer respondents than this were asked the question.
    Words {
        /// From how many on they may be shown.
        minimum: u32,
    },
    /// Evidence and reasons, likewise.
    Grounds {
        /// From how many on they may be shown.
        minimum: u32,
    },
    /// Evidence and reasons: they are for those who took part.
    AllGrounds,
}

impl Batch<'_> {
    /// What respondents of a group wrote, as far as an audience may read it; each with its role where the role may be
    /// shown. Where it may not, neither the question it was written at nor its place among the others gives the role away.
    ///
    /// Evidence and reasons say by being there how someone answered. So the public never reads them, and in the room they
    /// need as many people as an answer does, also at a question that everyone was asked.
    pub fn written_shown(&self, group: usize, audience: Audience) -> Written<'_> {
        let least = self.rubric().questionnaire().scoring.minimum_group;
        let respondents = self.group(group).respondents;
        let in_the_room = audience == Audience::Workshop;
        let all = self.responses().notes_of(group);
        if all.is_empty() {
            return Written::default();
        }
        if !in_the_room && respondents < least.comments {
            return Written { shown: Vec::new(), hidden: vec![Hidden::All { minimum: least.comments }] };
        }
        if in_the_room && self.group(group).shown_by_role {
            return Written { shown: all.iter().map(|note| (note, Some(note.role))).collect(), hidden: Vec::new() };
        }
        let minimum = if in_the_room { least.respondents } else { least.comments };
        let asked = self.asked_by_question(group);
        let columns = &self.rubric().questionnaire().columns;
        let (mut shown, hidden): (Vec<&Note>, Vec<&Note>) = all.iter().partition(|note| {
            let asked = asked[columns[note.column].question];
            match note.kind.tells_an_answer() {
                true => in_the_room && asked >= minimum,
                // In the room a question to everyone says nothing about the role of who wrote.
                false => asked >= minimum || (in_the_room && asked == respondents),
            }
        });
        sorting::by(&mut shown, |a, b| (a.column, a.kind, &a.text).cmp(&(b.column, b.kind, &b.text)));
        let is_hidden = |tells| hidden.iter().any(|note| note.kind.tells_an_answer() == tells);
        let words = is_hidden(false).then_some(Hidden::Words { minimum });
        let grounds = if in_the_room { Hidden::Grounds { minimum } } else { Hidden::AllGrounds };
        let hidden = words.into_iter().chain(is_hidden(true).then_some(grounds)).collect();
        Written { shown: shown.into_iter().map(|note| (note, None)).collect(), hidden }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::diagnostics::Diagnostics;
    use crate::questionnaire::Questionnaire;
    use crate::responses::{Intake, NoteKind, Responses, read_table};
    use crate::scores::{Keep, Rubric};
    use crate::source::Sources;
    use NoteKind::{Comment, Evidence, Reason, Text};

    /// Question v2 is for politicians only.
    const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: klein\nversion: 1.0.0\nlanguages: [nl]\ntitle: Klein\n\
        scale: {max: 4}\naxes:\n  - id: as\n    title: As\n    dimensions: [{id: breed, title: B}]\n\
        roles: [{id: ict, title: ICT}, {id: dienst, title: D}, {id: baas, title: B}, {id: pol, title: P}]\nquestions:\n\
        \x20 - {id: v1, at: {as: breed}, ask: Hoe breed?, type: rating, from: 0, to: 4}\n\
        \x20 - {id: v2, at: {as: breed}, ask: Hoe smal?, type: rating, from: 0, to: 4, roles: [pol]}\n\
        \x20 - {id: t, at: {as: breed}, ask: Wat nog?, type: text}\n";

    fn questionnaire() -> Questionnaire {
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let file = sources.add("klein.yaml", QUESTIONNAIRE);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
        crate::questionnaire::parse(&node, &mut out).expect("a questionnaire")
    }

    /// So many of each role, and what they wrote: column, role, kind and words.
    fn responses(q: &Questionnaire, counts: [usize; 4], notes: &[(usize, usize, NoteKind, &str)]) -> Responses {
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let rows = ["ict", "dienst", "baas", "pol"].into_iter().zip(counts);
        let rows: String = rows.map(|(role, count)| format!("a,{role},1\n").repeat(count)).collect();
        let file = sources.add("a.csv", format!("council,role,v1\n{rows}"));
        let mut intake = Intake::new(q);
        read_table(file, &sources, &mut intake, &mut out);
        let mut responses = intake.finish();
        let note = |&(column, role, kind, text): &(usize, usize, NoteKind, &str)| Note {
            group: 0,
            column,
            role,
            kind,
            text: text.to_owned(),
        };
        responses.notes = notes.iter().map(note).collect();
        sorting::sort(&mut responses.notes);
        responses
    }

    /// The words that are shown, each with its role, and what is left out.
    fn written(
        counts: [usize; 4],
        notes: &[(usize, usize, NoteKind, &str)],
        by_role: bool,
        audience: Audience,
    ) -> (Vec<(String, Option<usize>)>, Vec<Hidden>) {
        let q = questionnaire();
        let mut responses = responses(&q, counts, notes);
        if by_role {
            responses.registry = agreed(&responses.registry, counts);
        }
        let batch = Batch::new(Rubric::new(&q), responses, Keep::default(), 1);
        let written = batch.written_shown(0, audience);
        (written.shown.iter().map(|(note, role)| (note.text.clone(), *role)).collect(), written.hidden)
    }

    /// The same group, in which everyone agreed to be shown by role.
    fn agreed(known: &crate::responses::Registry, counts: [usize; 4]) -> crate::responses::Registry {
        let mut registry = crate::responses::Registry::default();
        let council = registry.council(known.id(0));
        let group = registry.group(council, None);
        for (role, count) in counts.into_iter().enumerate() {
            (0..count).for_each(|_| registry.count(group, crate::responses::Voice::Role(role), false, true));
        }
        registry
    }

    fn words(texts: &[&str]) -> Vec<(String, Option<usize>)> {
        texts.iter().map(|text| ((*text).to_owned(), None)).collect()
    }

    const SOME: [(usize, usize, NoteKind, &str); 8] = [
        (0, 0, Comment, "wit"),
        (0, 2, Comment, "geel"),
        (0, 3, Comment, "blauw"),
        (0, 1, Evidence, "besluit 12"),
        (0, 2, Reason, "doet de regio"),
        (1, 3, Comment, "rood"),
        (1, 3, Reason, "nooit gezien"),
        (2, 1, Text, "meer tijd"),
    ];

    #[test]
    fn neither_its_question_nor_its_place_tells_the_role_behind_what_was_written() {
        let (shown, hidden) = written([6, 7, 2, 3], &SOME, false, Audience::Public);
        assert_eq!(shown, words(&["blauw", "geel", "wit", "meer tijd"]), "by the text, not by the role");
        assert_eq!(hidden, [Hidden::Words { minimum: 10 }, Hidden::AllGrounds]);
        let (shown, hidden) = written([6, 7, 2, 3], &SOME, false, Audience::Workshop);
        assert_eq!(shown, words(&["blauw", "geel", "wit", "besluit 12", "doet de regio", "meer tijd"]));
        assert_eq!(hidden, [Hidden::Words { minimum: 5 }, Hidden::Grounds { minimum: 5 }]);
    }

    #[test]
    fn the_public_reads_nothing_that_fewer_than_ten_wrote_and_evidence_and_reasons_never() {
        let all = [Hidden::All { minimum: 10 }];
        assert_eq!(written([9, 0, 0, 0], &SOME, true, Audience::Public), (Vec::new(), all.to_vec()));
        let grounds: Vec<_> = SOME.into_iter().filter(|note| note.2.tells_an_answer()).collect();
        assert_eq!(written([30, 0, 0, 0], &grounds, true, Audience::Public), (Vec::new(), vec![Hidden::AllGrounds]));
    }

    #[test]
    fn in_a_small_group_that_did_not_agree_no_evidence_and_no_reason_says_how_one_of_them_answered() {
        let (shown, hidden) = written([2, 2, 0, 0], &SOME[..5], false, Audience::Workshop);
        assert_eq!(shown, words(&["blauw", "geel", "wit"]), "what everyone was asked gives no role away");
        assert_eq!(hidden, [Hidden::Grounds { minimum: 5 }]);
    }

    #[test]
    fn where_everyone_agreed_the_room_reads_all_with_its_role() {
        let (shown, hidden) = written([1, 1, 1, 1], &SOME, true, Audience::Workshop);
        assert_eq!((shown.len(), hidden), (8, Vec::new()));
        assert!(shown.contains(&("nooit gezien".to_owned(), Some(3))), "{shown:?}");
    }

    #[test]
    fn where_nobody_wrote_nothing_is_left_out() {
        assert_eq!(written([1, 0, 0, 0], &[], false, Audience::Public), (Vec::new(), Vec::new()));
    }
}
