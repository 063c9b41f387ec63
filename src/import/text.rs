//! When two texts are the same text: what tools change on the way (markup, blanks), and nothing else.
//!
//! This module knows nothing of questionnaires or tables.

/// A text as it is compared: markup and its escapes taken out, any run of blanks one blank, none at the ends.
pub(super) fn plain(text: &str) -> String {
    let text = if text.contains(['<', '&']) { unescaped(&without_tags(text)) } else { text.to_owned() };
    let mut plain = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')) {
        if !word.is_empty() {
            if !plain.is_empty() {
                plain.push(' ');
            }
            plain.push_str(word);
        }
    }
    plain
}

/// A code as it is compared: its letters and digits. Many tools allow nothing else in a code.
pub(super) fn code(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Takes out `<b>`, `</p>` and the like; a `<` before a blank or a digit is a sign of its own.
fn without_tags(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some(open) = rest.find('<') {
        let after = &rest[open + 1..];
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        let close = after.find('>').filter(|_| is_tag);
        plain.push_str(&rest[..open]);
        match close {
            Some(close) => {
                // `<br>` and `</p>` part words, `<b>` does not.
                let name = after.trim_start_matches('/').to_ascii_lowercase();
                if ["br", "p", "div", "li"].iter().any(|block| is_named(&name, block)) {
                    plain.push(' ');
                }
                rest = &after[close + 1..];
            }
            None => {
                plain.push('<');
                rest = after;
            }
        }
    }
    plain + rest
}

fn is_named(tag: &str, name: &str) -> bool {
    tag.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

fn unescaped(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        let name = rest[at + 1..].split_once(';').map(|(name, _)| name);
        match name.and_then(|name| Some((name, entity(name)?))) {
            Some((name, c)) => {
                plain.push(c);
                rest = &rest[at + name.len() + 2..];
            }
            None => {
                plain.push('&');
                rest = &rest[at + 1..];
            }
        }
    }
    plain + rest
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "shy" => '\u{ad}',
        "euro" => '€',
        "eacute" => 'é',
        "egrave" => 'è',
        "euml" => 'ë',
        "iuml" => 'ï',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "hellip" => '…',
        _ => {
            let number = name.strip_prefix('#')?;
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let number = hexadecimal.map_or_else(|| number.parse(), |digits| u32::from_str_radix(digits, 16));
            char::from_u32(number.ok()?)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{code, plain};

    #[test]
    fn markup_and_blanks_do_not_make_another_text() {
        assert_eq!(plain(" <p>Hoe\u{a0}vlot?<br/>En\r\nwanneer?</p>"), "Hoe vlot? En wanneer?");
        assert_eq!(plain("A&amp;B &#233;&#xE9;&nbsp;&lt;5"), "A&B éé <5");
        assert_eq!(plain("<strong>Vet</strong>gedrukt"), "Vetgedrukt");
    }

    #[test]
    fn signs_that_are_no_markup_stay() {
        for text in ["a < b > c", "1<2", "R&D; S&T", "<", "&", "&onbekend;"] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn letters_and_case_make_another_text_and_only_signs_another_code() {
        assert_ne!(plain("Ja"), plain("ja"));
        assert_eq!(code("ri-ds-1.paper"), code("rids1[paper]"));
        assert_ne!(code("A1"), code("a1"));
    }
}
