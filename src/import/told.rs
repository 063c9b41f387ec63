//! The account of a file in words: short where all went well, grouped where it did not.

use unicode_width::UnicodeWidthStr;

use super::account::{Account, Fate, Kind, Reason, Unmatched};
use super::names::By;
use super::values::Why;
use crate::language::Language;
use crate::language::import::account::{self as words, Columns, Count};
use crate::language::import::copies::copies;
use crate::sorting;

/// How many lines of one kind are shown.
const SHOWN: usize = 12;
/// How many texts of one column.
const TEXTS: usize = 4;
/// How much of a text.
const LONGEST: usize = 50;

/// The account, in lines of at most `width` columns.
pub fn told(account: &Account, l: Language, width: usize) -> String {
    let mut page = Page { text: String::new(), width };
    page.line(&title(account, l), "", "  ");
    let is_table = matches!(account.kind, Kind::Table { .. });
    if is_table {
        page.line(&columns(account, l), &labelled(words::columns(l)), &labelled(""));
    }
    let unit = if is_table { words::rows(l) } else { words::people(l) };
    page.line(&rows(account, l), &labelled(unit), &labelled(""));
    page.line(&answers(account, l), &labelled(words::answers(l)), &labelled(""));
    page.list(words::unmatched_columns(l), &unmatched_columns(account, l), l);
    page.list(words::unmatched_values(l), &unmatched_values(account, l), l);
    let cells = |is_warning: bool| {
        let some = account.cells.iter().filter(move |problem| problem.finding.is_warning() == is_warning);
        some.map(|problem| format!("{}  {}", problem.place(), problem.finding.wording(l).message))
    };
    page.list(words::unread_cells(l), &cells(false).collect::<Vec<_>>(), l);
    let overruled =
        account.overruled.iter().map(|one| words::overruled(l, one.word, one.by, &one.value, one.count, is_table));
    let again = (account.again > 0).then(|| words::again(l, account.again, is_table));
    let known = (!account.known_before.is_empty()).then(|| words::known_before(l, &account.known_before));
    let copies = account.copies.iter().map(|one| copies(l, one));
    let shared = account.shared.iter().map(|rows| words::shared(l, rows));
    let remarks = cells(true).chain(overruled).chain(again).chain(copies).chain(shared).chain(known);
    page.list(words::remarks(l), &remarks.collect::<Vec<_>>(), l);
    let left = account.left_out.iter().map(|left| {
        let why = match &left.reason {
            Reason::NoAnswers => words::no_answers(l).to_owned(),
            Reason::NoneUnderstood => words::none_understood(l).to_owned(),
            Reason::NoCouncil if left.rows.is_empty() => words::no_council_in_file(l).to_owned(),
            Reason::NoCouncil => words::no_council(l).to_owned(),
            Reason::Head(word) => words::head_means_nothing(l, word),
        };
        match (left.rows.as_slice(), left.files.as_slice()) {
            ([], []) => why,
            ([], files) => format!("{why}: {}", words::in_files(l, files)),
            (rows, _) => format!("{why}: {}", words::in_rows(l, rows)),
        }
    });
    page.list(words::left_out(l, is_table), &left.collect::<Vec<_>>(), l);
    let same = account
        .duplicates
        .iter()
        .chain(&account.elsewhere)
        .map(|same| words::duplicates(l, &same.rows, same.kept.as_deref().map_err(|why| *why)));
    let heading = words::duplicates_heading(l, is_table);
    page.list(heading, &same.collect::<Vec<_>>(), l);
    without_column(account, l, &mut page);
    page.text
}

fn labelled(label: &str) -> String {
    const LABEL: usize = 12;
    format!("  {label}{}", " ".repeat(LABEL.saturating_sub(label.width())))
}

fn title(account: &Account, l: Language) -> String {
    let parts = match &account.kind {
        Kind::Forms(count) => return words::forms(l, *count),
        Kind::Workbook => vec![words::a_workbook(l).to_owned()],
        Kind::Table { tool, delimited, sheets, header_row, first_row } => {
            let mut parts = vec![tool.name().unwrap_or(words::a_table(l)).to_owned()];
            parts.extend(delimited.map(|(separator, _)| words::separated(l, separator)));
            parts.extend(Some(words::sheets(l, sheets)).filter(|_| !sheets.is_empty()));
            parts.push(words::header_row(l, *header_row, *first_row));
            parts
        }
    };
    format!("{}: {}", account.file, parts.join(", "))
}

fn columns(account: &Account, l: Language) -> String {
    let count = |wanted: fn(&Fate) -> bool| account.columns.iter().filter(|column| wanted(&column.fate)).count();
    let by = |wanted: By| {
        let is = |fate: &Fate| matches!(fate, Fate::Matched { by, .. } if *by == wanted);
        account.columns.iter().filter(|column| is(&column.fate)).count()
    };
    let by = [by(By::Code), by(By::Text), by(By::Mapping)];
    let mut parts = vec![words::matched(l, by.iter().sum(), account.columns.len(), by)];
    let others = [
        (count(|fate| matches!(fate, Fate::Head(_))), Columns::Head),
        (count(|fate| matches!(fate, Fate::Own)), Columns::Own),
        (count(|fate| matches!(fate, Fate::Dropped)), Columns::Dropped),
        (count(|fate| matches!(fate, Fate::Ignored)), Columns::Ignored),
        (count(|fate| matches!(fate, Fate::Unmatched(_))), Columns::Unmatched),
    ];
    parts.extend(
        others.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| words::other_columns(l, count, what)),
    );
    parts.join(", ")
}

fn rows(account: &Account, l: Language) -> String {
    let tally = &account.tally;
    let left: usize = account.left_out.iter().map(|left| left.rows.len() + left.files.len()).sum();
    let same = account.duplicates.iter().map(|same| same.rows.len() - usize::from(same.kept.is_ok()));
    let double = same.sum::<usize>() + account.again + account.outdone;
    let all =
        [(tally.read, Count::Read), (tally.written, Count::Taken), (double, Count::Double), (left, Count::LeftOut)];
    let shown = all.into_iter().filter(|(count, what)| *count > 0 || matches!(what, Count::Read | Count::Taken));
    shown.map(|(count, what)| words::count(l, count, what)).collect::<Vec<_>>().join(", ")
}

fn answers(account: &Account, l: Language) -> String {
    let tally = &account.tally;
    let all = [
        (tally.given, Count::Given),
        (tally.dont_know, Count::DontKnow),
        (tally.not_applicable, Count::NotApplicable),
        (tally.skipped, Count::Skipped),
        (tally.not_shown, Count::NotShown),
        (tally.unmatched, Count::Unmatched),
    ];
    let shown = all.into_iter().filter(|(count, what)| *count > 0 || matches!(what, Count::Given));
    shown.map(|(count, what)| words::count(l, count, what)).collect::<Vec<_>>().join(", ")
}

fn unmatched_columns(account: &Account, l: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for column in &account.columns {
        let Fate::Unmatched(targets) = &column.fate else { continue };
        let name = if column.name.is_empty() { "–".to_owned() } else { brief(&column.name) };
        let could_be = if targets.is_empty() { String::new() } else { format!(" ({})", words::could_be(l, targets)) };
        lines.push(format!("{}  {name}{could_be}", column.place));
    }
    lines
}

/// The texts that are no answers: those of one column together, so many that one column cannot fill the page.
fn unmatched_values(account: &Account, l: Language) -> Vec<String> {
    let mut columns: Vec<(&str, &str)> = Vec::new();
    for one in &account.unmatched {
        if !columns.contains(&(one.place.as_str(), one.id.as_str())) {
            columns.push((&one.place, &one.id));
        }
    }
    // In the order of the file, whichever row came first; what stands in no column comes last.
    let position = |place: &str| account.columns.iter().position(|column| column.place == place);
    sorting::by_key(&mut columns, |(place, _)| position(place).unwrap_or(usize::MAX));
    let mut lines = Vec::new();
    for (place, id) in columns {
        let here: Vec<&Unmatched> = account.unmatched.iter().filter(|one| one.place == place && one.id == id).collect();
        lines.extend(here.iter().take(TEXTS).map(|one| unmatched_value(one, l)));
        if here.len() > TEXTS {
            let place = if place.is_empty() { String::new() } else { format!("{place}  ") };
            lines.push(format!("{place}{}", words::other_texts(l, id, here.len() - TEXTS)));
        }
    }
    lines
}

fn unmatched_value(one: &Unmatched, l: Language) -> String {
    let place = if one.place.is_empty() { String::new() } else { format!("{}  ", one.place) };
    let why = match one.why {
        Why::Unknown => String::new(),
        Why::NotOffered => format!(" ({})", words::not_offered(l)),
        Why::Exclusive => format!(" ({})", words::exclusive(l)),
        Why::Differs => format!(" ({})", words::differs(l)),
        Why::NothingDone => format!(" ({})", words::nothing_done(l)),
        Why::NotAskedThen => format!(" ({})", words::not_asked_then(l)),
        Why::NotAskedSince(version) => format!(" ({})", words::not_asked_since(l, &version.to_string())),
    };
    format!("{place}{}: `{}`{why}, {}", one.id, brief(&one.text), words::in_rows(l, &one.rows))
}

fn without_column(account: &Account, l: Language, page: &mut Page) {
    const IDS: usize = 20;
    if account.without_column.is_empty() {
        return;
    }
    let mut ids: Vec<String> = account.without_column.iter().take(IDS).cloned().collect();
    if account.without_column.len() > IDS {
        ids.push(words::others(l, account.without_column.len() - IDS));
    }
    page.line(&format!("{} {}", words::without_column(l), l.list(&ids)), "  ", "    ");
}

/// A text as far as it fits on a line.
fn brief(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let short: String = line.chars().take(LONGEST).collect();
    if short == text { short } else { format!("{}…", short.trim_end()) }
}

struct Page {
    text: String,
    width: usize,
}

impl Page {
    /// A heading and what stands under it, as much as anyone reads; nothing without any.
    fn list(&mut self, heading: &str, lines: &[String], l: Language) {
        if lines.is_empty() {
            return;
        }
        self.line(heading, "  ", "  ");
        for line in lines.iter().take(SHOWN) {
            self.line(line, "    ", "      ");
        }
        if lines.len() > SHOWN {
            self.line(&words::and_others(l, lines.len() - SHOWN), "    ", "      ");
        }
    }

    /// A text broken into lines at blanks, the first behind `first`, the others behind `others`.
    fn line(&mut self, text: &str, first: &str, others: &str) {
        let mut line = first.to_owned();
        let mut is_empty = true;
        for word in text.split(' ') {
            if !is_empty && line.width() + 1 + word.width() > self.width {
                self.text.push_str(line.trim_end());
                self.text.push('\n');
                line = others.to_owned();
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}
