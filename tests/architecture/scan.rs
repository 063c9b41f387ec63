//! Reads Rust source as words and marks, and finds the modules that its paths start from.
//!
//! It knows just enough of the language to leave comments, strings and characters out. It knows nothing of this
//! project: which import is allowed is decided by the table in `tests/architecture.rs`.

/// A word or a single mark of the source, with its one-based line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Token<'a> {
    pub(crate) text: &'a str,
    pub(crate) line: usize,
}

/// The first module of a path, seen from the root of the crate.
#[derive(Debug, PartialEq)]
pub(crate) struct Import<'a> {
    pub(crate) module: &'a str,
    pub(crate) line: usize,
    /// Whether it stands in an inline `mod tests`.
    pub(crate) in_tests: bool,
}

/// The words and marks of `source`, without comments, strings, characters and lifetimes.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(first) = rest.chars().next() {
        let left_out = skipped(rest).or_else(|| quoted(rest));
        let length = left_out.unwrap_or_else(|| word(rest).max(first.len_utf8()));
        let (text, after) = rest.split_at(length);
        if left_out.is_none() {
            found.push(Token { text, line });
        }
        line += text.matches('\n').count();
        rest = after;
    }
    found
}

/// The imports of a file whose own module lies `depth` below the root: `crate::…`, or as many `super::` as lead to the
/// root, or `ROOT::…` where the file sees the crate from outside under that name.
pub(crate) fn imports<'a>(source: &'a str, root: &str, depth: usize) -> Vec<Import<'a>> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut braces = 0;
    let mut inline: Vec<(&str, usize)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.text {
            "{" => braces += 1,
            "}" => {
                braces -= 1;
                inline.retain(|(_, opened)| *opened <= braces);
            }
            "mod" if text(&tokens, at + 2) == "{" => inline.push((text(&tokens, at + 1), braces + 1)),
            _ => {}
        }
        let in_tests = inline.iter().any(|(name, _)| *name == "tests");
        for head in heads(&tokens, after_root(&tokens, at, root, depth + inline.len())) {
            found.push(Import { module: head.text, line: head.line, in_tests });
        }
    }
    found
}

/// Where a path that starts at `at` goes on below the root, if it leads there.
fn after_root(tokens: &[Token<'_>], at: usize, root: &str, depth: usize) -> Option<usize> {
    let double_colon = |at: usize| text(tokens, at) == ":" && text(tokens, at + 1) == ":";
    if text(tokens, at) == root && double_colon(at + 1) {
        return Some(at + 3);
    }
    let begins = at < 2 || !double_colon(at - 2);
    let climbs = |at: &usize| text(tokens, *at) == "super" && double_colon(at + 1);
    let climbed = (at..).step_by(3).take_while(climbs).count();
    (begins && climbed > 0 && climbed == depth).then_some(at + 3 * climbed)
}

/// The first words of a path, or of each path in a `{…}` group.
fn heads<'a>(tokens: &[Token<'a>], start: Option<usize>) -> Vec<Token<'a>> {
    let Some(start) = start.filter(|start| *start < tokens.len()) else {
        return Vec::new();
    };
    if tokens[start].text != "{" {
        return vec![tokens[start]];
    }
    let (mut found, mut depth, mut expected) = (Vec::new(), 0, false);
    for token in &tokens[start..] {
        match token.text {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ if expected => found.push(*token),
            _ => {}
        }
        expected = depth == 1 && matches!(token.text, "{" | ",");
        if depth == 0 {
            break;
        }
    }
    found
}

fn text<'a>(tokens: &[Token<'a>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.text)
}

fn word(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
}

/// The length of the white space or the comment that `rest` starts with.
fn skipped(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if !rest.starts_with("/*") {
        let blank = rest.len() - rest.trim_start().len();
        return (blank > 0).then_some(blank);
    }
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        let step = match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (1, 2),
            [b'*', b'/', ..] => (-1, 2),
            _ => (0, 1),
        };
        depth += step.0;
        at += step.1;
        if depth == 0 {
            return Some(at);
        }
    }
    Some(rest.len())
}

/// The length of the string, the character or the lifetime that `rest` starts with.
fn quoted(rest: &str) -> Option<usize> {
    let prefix = ["br", "cr", "r", "b", "c", ""].into_iter().find(|prefix| {
        let opens = rest.strip_prefix(prefix).unwrap_or_default();
        opens.starts_with('"')
            || prefix.ends_with('r') && opens.trim_start_matches('#').starts_with('"')
            || matches!(*prefix, "" | "b") && opens.starts_with('\'')
    })?;
    let opened = &rest[prefix.len()..];
    let length = if prefix.ends_with('r') {
        let hashes = opened.len() - opened.trim_start_matches('#').len();
        let close = format!("\"{}", "#".repeat(hashes));
        let inner = hashes + 1;
        opened[inner..].find(&close).map(|at| inner + at + close.len())
    } else if opened.starts_with('\'') && !is_character(opened) {
        Some(1 + word(&opened[1..]))
    } else {
        closing(opened)
    };
    Some(prefix.len() + length.unwrap_or(opened.len()))
}

/// Whether an apostrophe opens a character; otherwise it opens a lifetime.
fn is_character(opened: &str) -> bool {
    let mut chars = opened.chars().skip(1);
    chars.next() == Some('\\') || chars.next() == Some('\'')
}

/// The length of a text up to the next unescaped mark of the kind that it starts with.
fn closing(opened: &str) -> Option<usize> {
    let mark = opened.chars().next()?;
    let mut escaped = false;
    for (at, c) in opened.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == mark => return Some(at + c.len_utf8()),
            _ => {}
        }
    }
    None
}
