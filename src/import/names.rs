//! What a column of an export may be called, for every place of a questionnaire where something can be written: its id,
//! its code as tools without hyphens write it, its words in any language. Nothing is ever nearly found.

use std::collections::BTreeMap;

use super::text::{code, plain};
use crate::language::{Language, form, interview};
use crate::questionnaire::{Choice, Kind, Part, Questionnaire, Text};
use crate::responses::VIA_ENDING;

/// A place where something can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// The answer in a column of the questionnaire.
    Answer(usize),
    /// One box of it.
    Box(usize, usize),
    /// What is written beside it.
    Note(usize, Beside),
    /// Who does what is answered.
    Via(usize),
}

/// What is written beside an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Beside {
    Comment,
    Evidence,
    Reason,
}

impl Target {
    /// The column of the questionnaire.
    pub(super) fn column(self) -> usize {
        match self {
            Target::Answer(column) | Target::Box(column, _) | Target::Note(column, _) | Target::Via(column) => column,
        }
    }
}

/// By what a column was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Its id or code.
    Code,
    /// Its words.
    Text,
    /// The mapping file.
    Mapping,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    One(Target, By),
    /// Words that several places share, in the order of the questionnaire.
    Several(Vec<Target>),
    Nothing,
}

/// The names of every place of one questionnaire.
#[derive(Debug)]
pub(super) struct Names {
    ids: BTreeMap<String, Target>,
    /// Without their signs; `None` where two places would have the same.
    codes: BTreeMap<String, Option<Target>>,
    texts: BTreeMap<String, Vec<Target>>,
    /// The ids of columns in earlier versions.
    former: BTreeMap<String, usize>,
    /// Rows of grids without their question; looked at last.
    rows: BTreeMap<String, Vec<Target>>,
}

impl Names {
    pub(super) fn new(q: &Questionnaire) -> Names {
        let mut names = Names {
            ids: BTreeMap::new(),
            codes: BTreeMap::new(),
            texts: BTreeMap::new(),
            former: q.former_columns().into_iter().collect(),
            rows: BTreeMap::new(),
        };
        for (index, column) in q.columns.iter().enumerate() {
            let question = &q.questions[column.question];
            let target = Target::Answer(index);
            names.id(&column.id, target);
            match (&question.kind, column.part) {
                (Kind::Grid { rows, .. }, Part::Row(row)) => {
                    names.part(&question.ask, &rows[row].title, target);
                    for (_, title) in rows[row].title.iter() {
                        add(&mut names.rows, title, target);
                    }
                }
                (_, Part::Paper) => names.half(&question.ask, form::on_paper, interview::on_paper, target),
                (_, Part::Practice) => names.half(&question.ask, form::in_practice, interview::in_practice, target),
                _ => question.ask.iter().for_each(|(_, ask)| add(&mut names.texts, ask, target)),
            }
            if let Kind::Multiple { choices } = &question.kind {
                names.boxes(&column.id, &question.ask, index, choices);
            }
        }
        for (index, column) in q.columns.iter().enumerate() {
            names.notes(&column.id, index);
        }
        // In peil's own tables a name that ends so is that of a question, or says who does what is answered.
        for (index, column) in q.columns.iter().enumerate() {
            let id = format!("{}{VIA_ENDING}", column.id);
            if q.column(&id).is_none() {
                names.ids.insert(id, Target::Via(index));
            }
        }
        names
    }

    /// What a name of a column stands for.
    pub(super) fn find(&self, name: &str) -> Found {
        if let Some(target) = self.code(name) {
            return Found::One(target, By::Code);
        }
        match self.texts.get(name).map(Vec::as_slice) {
            Some([only]) => return Found::One(*only, By::Text),
            Some(several) => return Found::Several(several.to_owned()),
            None => {}
        }
        // `Question (code)`, as one tool writes it, and `code. Question`, as another does; a code may hold points itself.
        let before = [". ", ": "].into_iter().filter_map(|sign| name.find(sign)).min().map(|end| &name[..end]);
        let behind = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).map(|(_, code)| code);
        if let Some(target) = [behind, before].into_iter().flatten().find_map(|name| self.code(name)) {
            return Found::One(target, By::Code);
        }
        match self.rows.get(name).map(Vec::as_slice) {
            Some([only]) => Found::One(*only, By::Text),
            Some(several) => Found::Several(several.to_owned()),
            None => Found::Nothing,
        }
    }

    /// The column that had this id in an earlier version.
    pub(super) fn former(&self, name: &str) -> Option<usize> {
        self.former.get(name).copied()
    }

    /// The place that had this name in a table of an earlier version.
    pub(super) fn former_place(&self, name: &str) -> Option<Target> {
        let via = || self.former(name.strip_suffix(VIA_ENDING)?).map(Target::Via);
        self.former(name).map(Target::Answer).or_else(via)
    }

    /// The place with this id or code.
    pub(super) fn code(&self, name: &str) -> Option<Target> {
        // A word with another sign, such as `Hoe?`, is a question and no code.
        let is_code = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.[]".contains(&byte);
        if !name.starts_with(|c: char| c.is_ascii_alphanumeric()) || !name.bytes().all(is_code) {
            return None;
        }
        let exact = self.ids.get(name).copied();
        exact.or_else(|| self.codes.get(&code(name)).copied().flatten())
    }

    /// Every text that a place has, for showing what comes near to a name that has none.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, Target)> {
        let all = self.texts.iter().chain(&self.rows);
        all.flat_map(|(text, targets)| targets.iter().map(move |target| (text.as_str(), *target)))
    }

    fn id(&mut self, id: &str, target: Target) {
        self.ids.entry(id.to_owned()).or_insert(target);
        let code = code(id);
        self.codes
            .entry(code)
            .and_modify(|known| *known = known.filter(|known| *known == target))
            .or_insert(Some(target));
    }

    /// `Question: part` and `Question [part]`, in each language.
    fn part(&mut self, whole: &Text, part: &Text, target: Target) {
        for (tag, whole) in whole.iter() {
            let same = part.iter().filter(|(other, _)| other.primary() == tag.primary());
            for (_, part) in same {
                self.joined(whole, part, target);
            }
        }
    }

    fn joined(&mut self, whole: &str, part: &str, target: Target) {
        for text in [format!("{whole}: {part}"), format!("{whole} [{part}]"), format!("{whole} {part}")] {
            add(&mut self.texts, &text, target);
        }
    }

    fn half(&mut self, whole: &Text, one: fn(Language) -> String, other: fn(Language) -> &'static str, target: Target) {
        for (_, whole) in whole.iter() {
            for l in Language::ALL {
                self.joined(whole, &one(l), target);
                add(&mut self.texts, &format!("{whole} ({})", other(l)), target);
            }
        }
    }

    fn boxes(&mut self, id: &str, ask: &Text, column: usize, choices: &[Choice]) {
        for (index, choice) in choices.iter().enumerate() {
            let target = Target::Box(column, index);
            self.id(&format!("{id}.{}", choice.id), target);
            self.part(ask, &choice.label, target);
        }
    }

    /// `question[other]` and `question[comment]`, unless a row or a box is called so.
    fn notes(&mut self, id: &str, column: usize) {
        let words = [
            ("other", Beside::Comment),
            ("comment", Beside::Comment),
            ("evidence", Beside::Evidence),
            ("reason", Beside::Reason),
        ];
        for (word, beside) in words {
            let code = code(&format!("{id}{word}"));
            self.codes.entry(code).or_insert(Some(Target::Note(column, beside)));
        }
    }
}

fn add(map: &mut BTreeMap<String, Vec<Target>>, text: &str, target: Target) {
    let targets = map.entry(plain(text)).or_default();
    if !targets.contains(&target) {
        targets.push(target);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::source::Sources;

    /// The names of yes-no questions with these ids and words.
    fn names(questions: &[(&str, &str)]) -> Names {
        let mut text = String::from(
            "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [nl]\ntitle: T\nscale: {max: 4}\n\
             axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\nquestions:\n",
        );
        for (id, ask) in questions {
            text += &format!("  - {{id: {id}, at: {{a: d}}, ask: \"{ask}\", type: yes-no}}\n");
        }
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let node = crate::yaml::parse(sources.add("q.yaml", text), &sources, &mut out).expect("YAML");
        Names::new(&crate::questionnaire::parse(&node, &mut out).unwrap_or_else(|| panic!("{:?}", out.sorted())))
    }

    const FIRST: Found = Found::One(Target::Answer(0), By::Code);

    #[test]
    fn a_code_without_its_signs_is_one_only_if_no_other_has_the_same() {
        let names = names(&[("r-i1", "Eerst?"), ("ri-1", "Dan?"), ("vr-2", "Ten slotte?")]);
        assert_eq!([names.find("ri1"), names.find("r_i1")], [Found::Nothing, Found::Nothing]);
        assert_eq!(names.find("r-i1"), FIRST);
        assert_eq!(names.find("vr2"), Found::One(Target::Answer(2), By::Code));
    }

    #[test]
    fn a_code_before_or_behind_the_words_is_found_and_a_first_word_is_no_code() {
        let names = names(&[("hoe", "Is er een plan?")]);
        for name in ["hoe. Is er al een plan?", "hoe: Is er al een plan?", "Is er al een plan? (hoe)", "hoe"] {
            assert_eq!(names.find(name), FIRST, "{name}");
        }
        for name in ["hoe is het plan?", "Is er al een plan?", "Hoe?", "", "(hoe)", "Hoe", "hoe.Is er al een plan?"] {
            assert_eq!(names.find(name), Found::Nothing, "{name}");
        }
    }

    #[test]
    fn who_does_what_is_answered_is_no_answer() {
        let names = names(&[("hoe", "Is er een plan?")]);
        assert_eq!(names.find("hoe.via"), Found::One(Target::Via(0), By::Code));
        for name in ["hoe.vai", "hoe.iets", "hoevia", "hoe_via"] {
            assert_eq!(names.find(name), Found::Nothing, "{name}");
        }
    }

    #[test]
    fn words_that_two_questions_share_are_not_told_apart() {
        let names = names(&[("een", "Waarom?"), ("twee", "Waarom?")]);
        assert_eq!(names.find("Waarom?"), Found::Several(vec![Target::Answer(0), Target::Answer(1)]));
        assert_eq!(names.find("waarom?"), Found::Nothing);
    }
}
