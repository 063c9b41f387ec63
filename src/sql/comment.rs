//! Comments that stay comments, whatever the words in them.

/// The widest line of a comment.
const WIDTH: usize = 110;
/// The most of a text of the questionnaire that is shown.
const LONGEST: usize = 90;

/// A text for a comment of one line: nothing in it ends the line, begins something else, or is read by a tool that looks
/// at statements from outside.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            // Some engines go on with the next line after a backslash; some tools cut statements at a semicolon wherever
            // it stands, or replace what stands in braces.
            '\\' => plain.push('/'),
            ';' => plain.push(','),
            '\'' | '"' | '`' => plain.push('’'),
            '{' => plain.push('('),
            '}' => plain.push(')'),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
            '*' if plain.ends_with('/') => plain.push_str(" *"),
            '/' if plain.ends_with('*') => plain.push_str(" /"),
            _ if c.is_control() || c.is_whitespace() => plain.push(' '),
            _ => plain.push(c),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text of the questionnaire, for a comment.
pub(super) fn short(text: &str) -> String {
    let text = plain(text);
    if text.chars().count() <= LONGEST {
        return text;
    }
    let mut short: String = text.chars().take(LONGEST).collect();
    short.push('…');
    short
}

/// Lines of a comment, no wider than a page.
pub(super) fn lines(indent: &str, text: &str) -> String {
    let mut lines = String::new();
    for paragraph in text.lines() {
        // What is set in stands as it is: a line to copy, made of texts that are plain already.
        if paragraph.starts_with("  ") {
            lines.push_str(&format!("{indent}-- {paragraph}\n"));
            continue;
        }
        let words = plain(paragraph);
        let mut line = String::new();
        for word in words.split(' ') {
            if !line.is_empty() && line.chars().count() + word.chars().count() + 1 > WIDTH {
                lines.push_str(&format!("{indent}-- {line}\n"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push_str(format!("{indent}-- {line}").trim_end());
        lines.push('\n');
    }
    lines
}
