//! Which questions a respondent is asked: by role, by scan, by version, by what was answered before.

use super::chunk::Row;
use super::codec::{Codec, FIRST_OPTION, GIVEN};
use crate::questionnaire::{Condition, Kind, Questionnaire, Test};

/// The routing of one questionnaire, ready to run on coded rows.
#[derive(Clone, Debug)]
pub struct Routing {
    questions: Vec<Rule>,
    columns: Vec<ColumnRule>,
    roles: usize,
}

#[derive(Clone, Debug)]
struct Rule {
    quick: bool,
    roles: Option<Vec<usize>>,
    when: Option<Condition>,
    /// The highest age of answers that have the question.
    age_limit: u16,
}

#[derive(Clone, Debug)]
struct ColumnRule {
    question: usize,
    /// The highest age of answers that have it: a row of a grid may be younger than its question.
    age_limit: u16,
    values: Vec<f64>,
    boxes: bool,
    wide: Option<usize>,
}

impl Routing {
    /// The routing of a questionnaire.
    pub fn new(questionnaire: &Questionnaire, codec: &Codec) -> Routing {
        let questions = questionnaire
            .questions
            .iter()
            .enumerate()
            .map(|(index, q)| Rule {
                quick: q.quick,
                roles: q.roles.clone(),
                when: q.when.clone(),
                age_limit: questionnaire.age_limit(index),
            })
            .collect();
        let column = |(index, column): (usize, &crate::questionnaire::Column)| {
            let kind = &questionnaire.questions[column.question].kind;
            ColumnRule {
                question: column.question,
                age_limit: questionnaire.column_age_limit(index),
                values: kind.options().iter().map(|(_, value)| value.unwrap_or(f64::NAN)).collect(),
                boxes: matches!(kind, Kind::Multiple { .. }),
                wide: codec.wide_slot(index),
            }
        };
        let columns = questionnaire.columns.iter().enumerate().map(column).collect();
        Routing { questions, columns, roles: questionnaire.roles.len() }
    }

    /// Decides for every question, in order, whether this respondent is asked it.
    pub fn asked(&self, row: Row<'_>, asked: &mut Vec<bool>) {
        asked.clear();
        for rule in &self.questions {
            let role = row.head.role as usize;
            let role_fits = role >= self.roles || rule.roles.as_ref().is_none_or(|roles| roles.contains(&role));
            let scan_fits = !row.head.quick || rule.quick;
            let was_there = row.head.age <= rule.age_limit;
            let holds = rule.when.as_ref().is_none_or(|when| self.holds(when, row, asked));
            asked.push(role_fits && scan_fits && was_there && holds);
        }
    }

    /// Whether a column was there to be answered, where `asked` is what [`Routing::asked`] said of the row.
    pub fn has_column(&self, column: usize, row: Row<'_>, asked: &[bool]) -> bool {
        let rule = &self.columns[column];
        asked[rule.question] && row.head.age <= rule.age_limit
    }

    fn holds(&self, condition: &Condition, row: Row<'_>, asked: &[bool]) -> bool {
        match condition {
            Condition::All(all) => all.iter().all(|one| self.holds(one, row, asked)),
            Condition::Any(any) => any.iter().any(|one| self.holds(one, row, asked)),
            Condition::Not(inner) => !self.holds(inner, row, asked),
            Condition::Answer { column, test } => {
                let rule = &self.columns[*column];
                let code = row.codes[*column];
                let given = code >= GIVEN && self.has_column(*column, row, asked);
                match test {
                    Test::Answered(wanted) => given == *wanted,
                    Test::Is(options) => given && options.iter().any(|&option| rule.is(option, code, row)),
                    Test::AtLeast(bound) => given && rule.value(code, row).is_some_and(|value| value >= *bound),
                    Test::AtMost(bound) => given && rule.value(code, row).is_some_and(|value| value <= *bound),
                }
            }
        }
    }
}

impl ColumnRule {
    fn is(&self, option: usize, code: u8, row: Row<'_>) -> bool {
        match self.wide.filter(|_| self.boxes) {
            Some(slot) => row.wide[slot] >> option & 1 == 1,
            None => code as usize == option + FIRST_OPTION as usize,
        }
    }

    /// The value as written, or the number.
    fn value(&self, code: u8, row: Row<'_>) -> Option<f64> {
        match self.wide {
            Some(_) if self.boxes => None,
            Some(slot) => Some(f64::from_bits(row.wide[slot])),
            None => self.values.get(usize::from(code.checked_sub(FIRST_OPTION)?)).copied(),
        }
    }
}
