//! Commands as a person types them, and the words of one that was written so.

use std::path::MAIN_SEPARATOR;

/// Marks that mean nothing to a shell, wherever they stand in a word.
const PLAIN: &str = "_./:@%+=,-";
/// What still means something between double quotes, to some shell; some take a curly quote for a straight one.
const LIVE: &str = "$`\"\\!“”„";

/// A command, or a part of one, as a person types it: words with more in them than letters, digits and plain marks in quotes.
/// Whatever suggests a command writes it with this, so that it can be copied.
pub fn command<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(quoted).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    // Where it parts the names in a path, no shell of that system takes it for anything else.
    let is_live = |c: char| c != MAIN_SEPARATOR && LIVE.contains(c);
    let is_plain = |c: char| match c {
        MAIN_SEPARATOR => true,
        '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' => false,
        _ if c.is_ascii() => c.is_ascii_alphanumeric() || PLAIN.contains(c),
        _ => !c.is_whitespace() && !c.is_control(),
    };
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else if word.chars().any(is_live) {
        format!("'{}'", word.replace('\'', r"'\''"))
    } else {
        format!("\"{word}\"")
    }
}

/// The words of a text that [`command`] wrote.
pub fn typed_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (word, after) = first_word(rest);
        words.push(word);
        rest = after.trim_start();
    }
    words
}

/// The first word of a text that begins with one, and what follows it.
fn first_word(text: &str) -> (String, &str) {
    let mut word = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next().filter(|c| !c.is_whitespace()) {
        let after = &rest[c.len_utf8()..];
        let (piece, left) = match c {
            '"' | '\'' => after.split_once(c).unwrap_or((after, "")),
            '\\' if after.starts_with('\'') => after.split_at(1),
            _ => rest.split_at(c.len_utf8()),
        };
        word.push_str(piece);
        rest = left;
    }
    (word, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_a_shell_would_take_apart_stands_in_quotes() {
        let plain = ["-q", "QUESTIONNAIRE", "antwoorden/r-7f3a.yaml", "é+ï@1.0,2=%:…", "--within", "2026-01-31"];
        for word in plain {
            assert_eq!(command([word]), word);
        }
        let double =
            ["", "two words", "A'dam", "A&B.md", "R&D(x)/a.xlsx", "a;b", "a*", "~", "A’dam", "#1", "{a}", "a<b"];
        for word in double {
            assert_eq!(command([word]), format!("\"{word}\""));
        }
        let single = ["x$HOME", "a`b", "a\"b", "nee!", "“a”"];
        for word in single {
            assert_eq!(command([word]), format!("'{word}'"));
        }
        assert_eq!(command(["it's $1", "b"]), r"'it'\''s $1' b");
    }

    #[test]
    fn a_folder_in_a_path_is_no_reason_for_quotes() {
        let parted = format!("answers{MAIN_SEPARATOR}a.yaml");
        assert_eq!(command([parted.as_str()]), parted);
    }

    #[test]
    fn the_words_of_a_command_are_those_that_it_was_written_with() {
        let words = ["peil", "", "two  words", "it's $1", "a\"b'c", "R&D(x)", "A'dam", "''", "-q"];
        assert_eq!(typed_words(&command(words)), words);
        assert_eq!(typed_words("  "), Vec::<String>::new());
        assert_eq!(typed_words("a  \"b"), ["a", "b"], "a quote that is never closed");
    }
}
