//! What a typed line means: a number from the list, a key, or an answer in words.

use peil::interview::{Input, Offered, QuestionStep};
use peil::language::Language;
use peil::questionnaire::{Kind, NotApplicable};

/// What a line asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Line {
    /// Something in the interview.
    Do(Input),
    /// To type a text of this kind.
    Type(Note),
    /// To see the keys.
    Keys,
    /// To go on later.
    Quit,
    /// Nothing that fits here.
    Unclear,
    /// A number with a point or comma that may separate thousands.
    TwoNumbers,
}

/// What is typed on a line of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// A comment.
    Comment,
    /// What shows the answer.
    Evidence,
    /// Why a question does not apply.
    Reason,
}

/// Reads a line typed at a question.
pub(super) fn at_question(line: &str, step: &QuestionStep<'_>, l: Language) -> Line {
    let line = line.trim();
    let (key, rest) = line.split_once(char::is_whitespace).map_or((line, ""), |(key, rest)| (key, rest.trim()));
    let wordy = matches!(step.question.kind, Kind::Text);
    // Where words are the answer, only a letter on its own is a key.
    if (!wordy || rest.is_empty())
        && let Some(found) = by_key(key, rest, step)
    {
        return found;
    }
    match &step.question.kind {
        Kind::Text => Line::Do(Input::Text(line.to_owned())),
        Kind::Number { .. } => number(line, l),
        Kind::Multiple { .. } => boxes(line, &step.options),
        _ => option(line, &step.options).map_or(Line::Unclear, |option| Line::Do(Input::Choose(option))),
    }
}

fn by_key(key: &str, rest: &str, step: &QuestionStep<'_>) -> Option<Line> {
    let given = |note: Note, input: fn(String) -> Input| {
        if rest.is_empty() { Line::Type(note) } else { Line::Do(input(rest.to_owned())) }
    };
    let alone = |line: Line| rest.is_empty().then_some(line);
    match key.to_ascii_lowercase().as_str() {
        "?" => alone(Line::Do(Input::DontKnow)),
        "" | "s" => alone(Line::Do(Input::Skip)),
        "b" => alone(Line::Do(Input::Back)),
        "w" => alone(Line::Do(Input::Clear)),
        "p" if step.question.kind.is_scored() => alone(Line::Do(Input::Partner)),
        "q" => alone(Line::Quit),
        "h" => alone(Line::Keys),
        "c" => Some(given(Note::Comment, Input::Comment)),
        "e" => Some(given(Note::Evidence, Input::Evidence)),
        "n" if step.not_applicable == NotApplicable::NotOffered => Some(Line::Do(Input::NotApplicable(String::new()))),
        "n" => Some(given(Note::Reason, Input::NotApplicable)),
        _ => None,
    }
}

/// The option of a number in the list as shown, from 1.
fn option(text: &str, options: &[Offered<'_>]) -> Option<usize> {
    let number: usize = text.parse().ok()?;
    Some(options.get(number.checked_sub(1)?)?.option)
}

fn boxes(line: &str, options: &[Offered<'_>]) -> Line {
    if line == "0" {
        return Line::Do(Input::Tick(Vec::new()));
    }
    let numbers = line.split([' ', ',', ';', '\t']).filter(|part| !part.is_empty());
    let ticked: Option<Vec<usize>> = numbers.map(|part| option(part, options)).collect();
    ticked.map_or(Line::Unclear, |ticked| Line::Do(Input::Tick(ticked)))
}

/// A number with a comma or a point before its decimals; never one that could be thousands.
pub(super) fn number(line: &str, l: Language) -> Line {
    let text = line.replace('\u{2212}', "-");
    let thousands = l.pick('.', ',');
    let groups: Vec<&str> = text.trim_start_matches('-').split(thousands).collect();
    let digits = |part: &&str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    if groups.len() > 1 && groups[1..].iter().all(digits) {
        return Line::TwoNumbers;
    }
    // Words such as `inf` and `nan` are numbers to a program only.
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | ',' | '.'));
    let parsed = text.replace(',', ".").parse::<f64>().ok().filter(|_| plain);
    parsed.map_or(Line::Unclear, |number| Line::Do(Input::Number(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_could_be_thousands_is_asked_again() {
        for (text, l) in [("1.000", Language::Nl), ("1,000", Language::En), ("-12.345.678", Language::Nl)] {
            assert_eq!(number(text, l), Line::TwoNumbers, "{text}");
        }
        for (text, value) in [("2,5", 2.5), ("2.5", 2.5), ("-3", -3.0), ("1000", 1000.0)] {
            assert_eq!(number(text, Language::Nl), Line::Do(Input::Number(value)), "{text}");
        }
        for text in ["", "twee", "inf", "1e5", "1,2,3"] {
            assert_eq!(number(text, Language::Nl), Line::Unclear, "{text}");
        }
    }
}
