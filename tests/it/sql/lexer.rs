//! Takes a statement apart as an engine does: what is comment, what is quoted, what is code.

use peil::sql::Dialect;

/// A piece of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// From `--` to the end of the line.
    Comment(String),
    /// In single quotes, as it is meant.
    Text(String),
    /// A name in quotes, as it is meant.
    Name(String),
    /// Everything else.
    Code(String),
}

/// The pieces of a statement.
///
/// # Panics
/// When a quote is not closed, or a comment of several lines begins.
pub(crate) fn pieces(statement: &str, dialect: Dialect) -> Vec<Piece> {
    let chars: Vec<char> = statement.chars().collect();
    let around_names = if dialect == Dialect::Spark { '`' } else { '"' };
    let (mut pieces, mut code, mut at) = (Vec::new(), String::new(), 0);
    let end_code = |code: &mut String, pieces: &mut Vec<Piece>| {
        if !code.is_empty() {
            pieces.push(Piece::Code(std::mem::take(code)));
        }
    };
    while let Some(&c) = chars.get(at) {
        if c == '-' && chars.get(at + 1) == Some(&'-') {
            end_code(&mut code, &mut pieces);
            let comment: String = chars[at..].iter().take_while(|&&c| c != '\n').collect();
            at += comment.chars().count();
            pieces.push(Piece::Comment(comment));
        } else if c == '\'' || c == around_names {
            end_code(&mut code, &mut pieces);
            let (inner, next) = quoted(&chars, at, c, dialect);
            at = next;
            pieces.push(if c == '\'' { Piece::Text(inner) } else { Piece::Name(inner) });
        } else {
            assert!(!(c == '/' && chars.get(at + 1) == Some(&'*')), "a comment of several lines begins");
            code.push(c);
            at += 1;
        }
    }
    end_code(&mut code, &mut pieces);
    pieces
}

/// What stands in the quotes that begin at `at`, and the place after them.
fn quoted(chars: &[char], at: usize, quote: char, dialect: Dialect) -> (String, usize) {
    let (mut inner, mut at) = (String::new(), at + 1);
    loop {
        match (chars.get(at), chars.get(at + 1)) {
            (Some('\\'), Some(&next)) if dialect == Dialect::Spark && quote == '\'' => {
                inner.push(next);
                at += 2;
            }
            (Some(&one), Some(&two)) if one == quote && two == quote => {
                // In Spark two texts beside each other, which is one text without a quote.
                assert!(dialect != Dialect::Spark || quote != '\'', "a quote that Spark drops");
                inner.push(quote);
                at += 2;
            }
            (Some(&one), _) if one == quote => return (inner, at + 1),
            (Some(&one), _) => {
                inner.push(one);
                at += 1;
            }
            (None, _) => panic!("a quote is not closed: {inner}"),
        }
    }
}
