//! Reading a Markdown page as far as the tests need it: headings, fenced blocks and tables.

/// A piece of a page that a test may want.
pub(super) enum Piece {
    /// A heading, without its signs.
    Heading(String),
    /// A fenced block: the words after the fence, and its lines.
    Block { info: String, text: String },
    /// A table: its rows, the header first.
    Table(Vec<Vec<String>>),
}

/// A page of `docs/` as text.
pub(super) fn read(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    // A checkout on Windows may have other line endings.
    std::fs::read_to_string(path).expect("a page").replace("\r\n", "\n")
}

/// The pieces of a page, in order.
pub(super) fn pieces(page: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let info = info.to_owned();
            pieces.push(Piece::Block { info, text: text.join("\n") });
        } else if line.starts_with('#') {
            pieces.push(Piece::Heading(line.trim_start_matches(['#', ' ']).to_owned()));
        } else if line.starts_with('|') {
            let mut rows = vec![cells(line)];
            while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
                rows.push(cells(line));
            }
            // The line of dashes.
            rows.remove(1);
            pieces.push(Piece::Table(rows));
        }
    }
    pieces
}

fn cells(line: &str) -> Vec<String> {
    let inside = line.trim().trim_matches('|');
    inside.split('|').map(|cell| cell.trim().to_owned()).collect()
}
