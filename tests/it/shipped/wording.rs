//! How questions, stages and advice are worded.

use std::collections::BTreeSet;

use peil::lint;
use peil::questionnaire::{Question, SHIPPED, Tag, Text};

use super::lists::{ABSOLUTE, EXCEPTIONS, JOINING, JUDGING};
use super::{all, every_question, none, stages, texts, texts_of};

const WORDS_IN_A_QUESTION: usize = 20;
const WORDS_IN_A_STAGE: usize = 14;
const WORDS_IN_A_SENTENCE: usize = 20;
const WORDS_IN_AN_AVERAGE_SENTENCE: f64 = 10.0;
/// Words of more letters are long, and how many of a hundred may be. Dutch writes compounds as one word.
const LONG: [(&str, usize, f64); 2] = [("nl", 12, 3.0), ("en", 10, 4.0)];

fn words(text: &str) -> Vec<String> {
    let inside = |c: char| c.is_alphanumeric() || ['-', '\'', '’'].contains(&c);
    let words = text.split(|c| !inside(c)).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.split_inclusive([' ', '\n']).scan(0, |at, part| {
        *at += part.len();
        Some((*at, part.trim_end().ends_with(['.', '?', '!', ':', ';'])))
    });
    let mut cuts: Vec<usize> = ends.filter(|(_, end)| *end).map(|(at, _)| at).collect();
    cuts.push(text.len());
    cuts.dedup();
    let starts = std::iter::once(0).chain(cuts.clone());
    let pairs: Vec<(usize, usize)> = starts.zip(cuts).filter(|(from, to)| from < to).collect();
    pairs.into_iter().map(|(from, to)| &text[from..to])
}

fn for_language<T: Copy>(lists: [(&str, T); 2], tag: &Tag) -> T {
    let found = lists.iter().find(|(language, _)| *language == tag.primary());
    found.expect("a list for this language").1
}

/// Stages with a word of a list, other than the exceptions.
fn stages_without(lists: [(&str, &[&str]); 2]) {
    every_question(|_, question| {
        let mut faults = Vec::new();
        for stage in stages(question) {
            for (tag, text) in stage.label.iter() {
                let listed = for_language(lists, tag);
                let held = words(text).into_iter().filter(|word| listed.contains(&word.as_str()));
                let held = held.filter(|word| !is_excepted(question, &stage.id, word));
                faults.extend(held.map(|word| format!("stage {} {}: “{word}” in “{text}”", stage.id, tag.as_str())));
            }
        }
        faults
    });
}

fn is_excepted(question: &Question, stage: &str, word: &str) -> bool {
    let here = |(id, at, _): &&(&str, &str, &str)| *id == question.id && *at == stage;
    let mut found = EXCEPTIONS.iter().filter(here);
    found.any(|(_, _, words)| words.split(' ').any(|one| one == word))
}

#[test]
fn a_question_is_one_spoken_sentence_of_at_most_twenty_words() {
    every_question(|_, question| {
        let mut faults = Vec::new();
        for (tag, text) in question.ask.iter() {
            let (tag, long) = (tag.as_str(), words(text).len());
            if !text.ends_with('?') || text.matches('?').count() != 1 || sentences(text).count() != 1 {
                faults.push(format!("{tag}: not one question: {text}"));
            }
            if long > WORDS_IN_A_QUESTION {
                faults.push(format!("{tag}: {long} words: {text}"));
            }
        }
        faults
    });
}

#[test]
fn a_stage_has_at_most_fourteen_words_and_no_full_stop() {
    every_question(|_, question| {
        let labels = stages(question).iter().flat_map(|stage| stage.label.iter());
        let wrong = labels.filter(|(_, text)| words(text).len() > WORDS_IN_A_STAGE || text.ends_with('.'));
        wrong.map(|(tag, text)| format!("{}: {} words: {text}", tag.as_str(), words(text).len())).collect()
    });
}

#[test]
fn no_stage_joins_two_states() {
    stages_without(JOINING);
    every_question(|_, question| {
        let joined = |tag: &Tag, text: &str| lint::joining_word(text, tag.primary()).is_some();
        let labels = stages(question).iter().flat_map(|stage| stage.label.iter());
        let mut faults: Vec<String> =
            labels.filter(|(tag, text)| joined(tag, text)).map(|(_, text)| text.to_owned()).collect();
        for stage in stages(question).iter().filter(|stage| !is_excepted(question, &stage.id, ",")) {
            let held = stage.label.iter().filter(|(_, text)| text.contains([',', ';', '/']));
            faults.extend(held.map(|(tag, text)| format!("stage {} {}: {text}", stage.id, tag.as_str())));
        }
        faults
    });
}

#[test]
fn no_stage_is_absolute() {
    stages_without(ABSOLUTE);
}

#[test]
fn no_stage_judges() {
    stages_without(JUDGING);
}

#[test]
fn every_exception_is_needed() {
    let questionnaires = all();
    for (id, at, excepted) in EXCEPTIONS {
        let questions = questionnaires.iter().flat_map(|one| &one.questions);
        let stage = questions.filter(|question| question.id == id).flat_map(stages).find(|stage| stage.id == at);
        let held: Vec<String> =
            stage.iter().flat_map(|stage| stage.label.iter()).map(|(_, text)| text.to_lowercase()).collect();
        for word in excepted.split(' ') {
            let used =
                held.iter().any(|text| words(text).iter().any(|one| one == word) || word == "," && text.contains(','));
            assert!(used, "{id}, stage {at}: “{word}” is not in it any more");
        }
    }
}

#[test]
fn the_lowest_stage_says_what_is_absent_and_not_what_is_unknown() {
    every_question(|_, question| {
        let lowest = stages(question).first().into_iter().flat_map(|stage| stage.label.iter());
        let wrong = lowest.filter(|(_, text)| lint::not_knowing(text).is_some());
        wrong.map(|(tag, text)| format!("{}: {text}", tag.as_str())).collect()
    });
}

#[test]
fn every_text_stands_in_dutch_and_in_other_words_in_english() {
    let mut faults = Vec::new();
    for questionnaire in all() {
        let languages: Vec<&str> = questionnaire.languages.iter().map(Tag::as_str).collect();
        assert_eq!(languages, ["nl", "en"], "{}", questionnaire.id);
        for (place, text) in texts(&questionnaire) {
            let distinct: BTreeSet<&str> = text.iter().map(|(_, text)| text).collect();
            // A regional text that says the same as the common one is not needed.
            if distinct.len() != text.iter().count() || text.get("nl") == text.get("en") {
                faults.push(format!("{place}: {}", text.get("nl")));
            }
        }
    }
    none(&faults);
}

#[test]
fn no_text_has_an_exclamation_mark_or_two_blanks() {
    let mut faults = Vec::new();
    for questionnaire in all() {
        for (place, text) in texts(&questionnaire) {
            let wrong = text.iter().filter(|(_, text)| text.contains('!') || text.contains("  "));
            faults.extend(wrong.map(|(tag, text)| format!("{place} {}: {text}", tag.as_str())));
        }
    }
    none(&faults);
}

#[test]
fn no_line_and_no_text_ends_in_a_blank() {
    let mut faults = Vec::new();
    for one in SHIPPED {
        for (index, line) in one.text.lines().enumerate() {
            let inside = [" \",", " \"}", ": \" "].iter().any(|blank| line.contains(blank)) || line.ends_with(" \"");
            if line.trim_end() != line || line.contains('\t') || inside {
                faults.push(format!("{}:{}: {line}", one.id, index + 1));
            }
        }
    }
    none(&faults);
}

#[test]
fn no_two_questions_and_no_two_stages_of_a_question_are_worded_alike() {
    let questionnaires = all();
    let asks = questionnaires.iter().flat_map(|one| &one.questions).map(|question| &question.ask);
    let mut faults = alike(asks);
    for question in questionnaires.iter().flat_map(|one| &one.questions) {
        faults.extend(alike(stages(question).iter().map(|stage| &stage.label)));
        faults.extend(alike(question.advice.iter().map(|advice| &advice.act_small)));
        faults.extend(alike(question.advice.iter().map(|advice| &advice.think_big)));
    }
    none(&faults);
}

fn alike<'a>(texts: impl Iterator<Item = &'a Text>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut twice = Vec::new();
    for (tag, words) in texts.flat_map(Text::iter) {
        if !seen.insert((tag.as_str(), words.to_lowercase())) {
            twice.push(format!("twice in {}: {words}", tag.as_str()));
        }
    }
    twice
}

#[test]
fn sentences_and_words_are_short() {
    let mut faults = Vec::new();
    for questionnaire in all() {
        for (language, letters, bound) in LONG {
            let texts = questionnaire.questions.iter().flat_map(texts_of);
            let texts: Vec<&str> = texts.map(|(_, text)| text.get(language)).collect();
            let lengths: Vec<(usize, &str)> =
                texts.iter().flat_map(|text| sentences(text)).map(|one| (words(one).len(), one)).collect();
            let all: Vec<String> = texts.iter().flat_map(|text| words(text)).collect();
            let is_long = |word: &&String| word.chars().filter(|c| c.is_alphabetic()).count() > letters;
            let average = all.len() as f64 / lengths.len() as f64;
            let long = 100.0 * all.iter().filter(is_long).count() as f64 / all.len() as f64;
            if average > WORDS_IN_AN_AVERAGE_SENTENCE || long > bound {
                faults.push(format!(
                    "{} {language}: {average:.2} words in a sentence, {long:.2} % of more than {letters} letters",
                    questionnaire.id
                ));
            }
            let longest = lengths.iter().filter(|(long, _)| *long > WORDS_IN_A_SENTENCE);
            faults.extend(longest.map(|(long, text)| format!("{} {language}: {long} words: {text}", questionnaire.id)));
        }
    }
    none(&faults);
}

#[test]
fn a_text_is_cut_into_its_sentences() {
    let cut = |text| sentences(text).map(str::trim).collect::<Vec<_>>();
    assert_eq!(cut("Niets: het blijft zo. Of niet?"), ["Niets:", "het blijft zo.", "Of niet?"]);
    assert_eq!(cut("Eén keer"), ["Eén keer"]);
    assert_eq!(words("De risico's, e-mail én AI."), ["de", "risico's", "e-mail", "én", "ai"]);
}
