//! A mapping file to fill in: every column of an export with where it went, and an empty place where it went nowhere. Read
//! back as it is, it changes nothing.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Importer;
use super::account::{Account, Fate, Kind};
use super::columns::target_words;
use super::mapping::{FORMAT, Keep, Meaning, Origin, Otherwise};
use super::names::{Names, Target};
use super::preset::Tool;
use super::text::{code, plain};
use crate::language::Language;
use crate::language::import::suggestion as words;
use crate::questionnaire::{Kind as Asked, Questionnaire};
use crate::sorting;
use crate::spreadsheet::delimited::Encoding;

/// How many candidates stand behind an empty place, and how alike they have to be.
const CANDIDATES: usize = 3;
const PARTS: usize = 10;
const ALIKE: f64 = 0.4;

/// A mapping file, and how many places in it are empty.
#[derive(Debug)]
pub struct Suggestion {
    /// The file.
    pub text: String,
    /// How many places in it are empty.
    pub open: usize,
}

impl Importer<'_> {
    /// Suggests a mapping for exports of one tool.
    pub fn suggest(&self, accounts: &[&Account], l: Language) -> Suggestion {
        let mut page = Page { text: String::new(), open: 0 };
        page.comment(words::top(l));
        page.text.push_str(&format!("peil: {FORMAT}\nquestionnaire: {}\n", quoted(&self.q.id)));
        if let Some(account) = accounts.first() {
            page.comment(words::source(l));
            self.source(account, &mut page);
        }
        self.head(l, accounts, &mut page);
        self.columns(l, accounts, &mut page);
        self.values(l, accounts, &mut page);
        Suggestion { text: page.text, open: page.open }
    }

    fn source(&self, account: &Account, page: &mut Page) {
        let Kind::Table { tool, delimited, sheets, header_row, first_row } = &account.kind else { return };
        let source = &self.mapping.source;
        page.line(0, "source:");
        page.line(1, &format!("tool: {}", tool.word()));
        if let Some((separator, encoding)) = delimited {
            let separator = if *separator == '\t' { "tab".to_owned() } else { quoted(&separator.to_string()) };
            page.line(1, &format!("separator: {separator}"));
            let encoding = match encoding {
                Encoding::Utf8 => "utf-8",
                Encoding::Utf16 => "utf-16",
                Encoding::Windows1252 => "windows-1252",
            };
            page.line(1, &format!("encoding: {encoding}"));
        }
        if let Some(sheet) = sheets.first() {
            page.line(1, &format!("sheet: {}", quoted(sheet)));
        }
        page.line(1, &format!("header_row: {header_row}"));
        page.line(1, &format!("first_row: {first_row}"));
        if let Some(several) = source.several.as_deref().or(super::preset::Preset::of(*tool).several) {
            page.line(1, &format!("several: {}", quoted(several)));
        }
        if !source.not_shown.is_empty() {
            let marks: Vec<String> = source.not_shown.iter().map(|mark| quoted(mark)).collect();
            page.line(1, &format!("not_shown: [{}]", marks.join(", ")));
        }
        if source.none_ticked_is_none {
            page.line(1, "none_ticked: none");
        }
    }

    fn head(&self, l: Language, accounts: &[&Account], page: &mut Page) {
        let found = |word: &str| {
            let mut columns = accounts.iter().flat_map(|account| &account.columns);
            let column = columns.find(|column| column.fate == Fate::Head(word.to_owned()));
            column.map(|column| column.key.clone())
        };
        let settled = self.settled;
        let settled = [
            ("council", settled.council.clone()),
            ("name", settled.name.clone()),
            ("wave", settled.wave.map(|wave| wave.to_string())),
            ("role", settled.voice.and_then(|voice| voice.id(self.q)).map(str::to_owned)),
            ("respondent", None),
        ];
        for ((word, origin), (_, settled)) in self.mapping.head().into_iter().zip(settled) {
            match word {
                "council" => page.comment(words::council(l)),
                "name" => page.comment(words::name(l)),
                "wave" => page.comment(words::others(l)),
                _ => {}
            }
            let settled = settled.map(Origin::Fixed);
            let origin = settled.or_else(|| origin.cloned());
            let texts = accounts.iter().flat_map(|account| &account.unmatched).filter(|one| one.id == word);
            let texts = texts.map(|one| (one.text.as_str(), one.rows.len())).collect::<Vec<_>>();
            match (origin, found(word)) {
                (None, None) => {
                    page.open += usize::from(word == "council");
                    page.line(0, &format!("{word}:"));
                }
                (Some(origin), _) => page.origin(0, word, &origin, &texts, l),
                (None, Some(key)) => page.taken_from(0, word, &format!("column: {}", quoted(&key)), &[], &texts, l),
            }
        }
        let mapping = self.mapping;
        if !mapping.classes.is_empty() {
            page.line(0, "classes:");
            for (class, origin) in &mapping.classes {
                page.origin(1, &quoted(class), origin, &[], l);
            }
        }
        for (is, line) in [(mapping.quick, "scan: quick"), (mapping.shown_by_role, "shown_by_role: true")] {
            if is {
                page.line(0, line);
            }
        }
        if let Some(day) = mapping.keep_until {
            page.line(0, &format!("keep_until: {day}"));
        }
        // Written where nobody asked for it, it would choose between exports by their names.
        if let Some(keep) = mapping.keep {
            page.line(
                0,
                match keep {
                    Keep::Latest => "keep: latest",
                    Keep::First => "keep: first",
                    Keep::Error => "keep: error",
                },
            );
        }
    }

    fn columns(&self, l: Language, accounts: &[&Account], page: &mut Page) {
        let mut seen: Vec<&str> = Vec::new();
        let mut all = Vec::new();
        for column in accounts.iter().flat_map(|account| &account.columns) {
            if !seen.contains(&column.key.as_str()) {
                seen.push(&column.key);
                all.push(column);
            }
        }
        page.comment(words::columns(l));
        page.line(0, "columns:");
        for column in &all {
            match &column.fate {
                Fate::Matched { to, .. } => {
                    page.line(1, &format!("{}: {}", quoted(&column.key), self.with_otherwise(&column.key, to)));
                }
                Fate::Unmatched(targets) => {
                    let candidates = if targets.is_empty() {
                        candidates(&column.name, &self.names, self.q)
                    } else {
                        targets.clone()
                    };
                    page.open += 1;
                    let nearest = words::nearest(l, &candidates);
                    page.line(1, &format!("{}:  # {nearest}", quoted(&column.key)));
                }
                Fate::Head(_) | Fate::Own | Fate::Dropped | Fate::Ignored => {}
            }
        }
        page.comment(words::ignored(l));
        page.line(0, "ignore:");
        for column in all.iter().filter(|column| matches!(column.fate, Fate::Own | Fate::Ignored)) {
            page.line(1, &format!("- {}", quoted(&column.key)));
        }
    }

    /// The right-hand side of a column, with what the mapping says of other texts in it.
    fn with_otherwise(&self, key: &str, to: &str) -> String {
        let assigned = self.mapping.columns.iter().find(|one| one.key.text == key).and_then(|one| one.to);
        match assigned {
            Some((Target::Answer(_), Otherwise::Comment)) => format!("{{answer: {to}, otherwise: comment}}"),
            Some((Target::Answer(_), Otherwise::Leave)) => format!("{{answer: {to}, otherwise: ignore}}"),
            _ => to.to_owned(),
        }
    }

    fn values(&self, l: Language, accounts: &[&Account], page: &mut Page) {
        page.comment(words::values(l));
        page.line(0, "values:");
        let all = (0..self.q.columns.len()).collect::<Vec<_>>();
        let is_every = |columns: &[usize]| columns.len() > 1 && columns.len() * 2 > all.len();
        for values in self.mapping.values.iter().filter(|values| is_every(&values.columns)) {
            page.line(1, "every:");
            self.meanings(&values.meanings, page);
        }
        for (column, id) in self.q.columns.iter().map(|column| column.id.as_str()).enumerate() {
            let known = self
                .mapping
                .values
                .iter()
                .filter(|values| !is_every(&values.columns) && values.columns.contains(&column));
            let meanings: Vec<_> = known.flat_map(|values| values.meanings.clone()).collect();
            let mut texts: BTreeMap<&str, usize> = BTreeMap::new();
            let about = accounts.iter().flat_map(|account| &account.unmatched).filter(|one| one.id == id);
            for one in about.filter(|one| one.why.can_be_mapped()) {
                *texts.entry(&one.text).or_default() += one.rows.len();
            }
            if meanings.is_empty() && texts.is_empty() {
                continue;
            }
            page.line(1, &format!("{}:", quoted(id)));
            self.meanings(&meanings, page);
            for (text, rows) in texts {
                page.open += 1;
                page.line(2, &format!("{}:  # {}", quoted(text), words::times(l, rows)));
            }
        }
    }

    fn meanings(&self, meanings: &[(String, Meaning)], page: &mut Page) {
        for (text, meaning) in meanings {
            let meaning = match meaning {
                Meaning::Value(value) => quoted(value),
                Meaning::DontKnow => "dont-know".to_owned(),
                Meaning::NotApplicable => "not-applicable".to_owned(),
                Meaning::NoneTicked => "none".to_owned(),
                Meaning::Nothing => "ignore".to_owned(),
                Meaning::NotShown => "not-shown".to_owned(),
            };
            page.line(2, &format!("{}: {meaning}", quoted(text)));
        }
    }
}

/// The places whose words are most like a name; only ever shown.
fn candidates(name: &str, names: &Names, q: &Questionnaire) -> Vec<String> {
    let parts = parts_of(name, q);
    if !parts.is_empty() {
        return parts;
    }
    let name = plain(name).to_lowercase();
    let mut best: Vec<(f64, Target)> = Vec::new();
    for (text, target) in names.texts() {
        let likeness = strsim::sorensen_dice(&name, &text.to_lowercase());
        if likeness < ALIKE {
            continue;
        }
        match best.iter_mut().find(|(_, known)| known.column() == target.column()) {
            Some(known) if known.0 >= likeness => {}
            Some(known) => *known = (likeness, target),
            None => best.push((likeness, target)),
        }
    }
    sorting::by(&mut best, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    best.into_iter().take(CANDIDATES).map(|(_, target)| target_words(target, q)).collect()
}

/// The rows, boxes or halves of the question whose code stands before a bracket, as in `Q1[SQ001]`: the survey tool has
/// numbered them in its own way.
fn parts_of(name: &str, q: &Questionnaire) -> Vec<String> {
    let whole = code(name.split(['[', '_']).next().unwrap_or_default());
    let Some(question) = q.questions.iter().position(|question| code(&question.id) == whole) else { return Vec::new() };
    let mut parts = Vec::new();
    for (index, _) in q.columns.iter().enumerate().filter(|(_, column)| column.question == question) {
        match &q.questions[question].kind {
            Asked::Multiple { choices } => parts.extend((0..choices.len()).map(|option| Target::Box(index, option))),
            _ => parts.push(Target::Answer(index)),
        }
    }
    parts.into_iter().take(PARTS).map(|target| target_words(target, q)).collect()
}

/// A text in quotes, as every reader of YAML takes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{feff}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(c));
            }
            _ => quoted.push(c),
        }
    }
    quoted + "\""
}

struct Page {
    text: String,
    open: usize,
}

impl Page {
    fn line(&mut self, depth: usize, text: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// Where something about the respondent comes from, with an empty place for each text that means nothing.
    fn origin(&mut self, depth: usize, word: &str, origin: &Origin, open: &[(&str, usize)], l: Language) {
        match origin {
            Origin::Fixed(text) => self.line(depth, &format!("{word}: {}", quoted(text))),
            Origin::Column(key, values) => {
                self.taken_from(depth, word, &format!("column: {}", quoted(&key.text)), values, open, l);
            }
            Origin::FileName(values) => self.taken_from(depth, word, "file_name: true", values, open, l),
        }
    }

    fn taken_from(
        &mut self,
        depth: usize,
        word: &str,
        from: &str,
        values: &[(String, String)],
        open: &[(&str, usize)],
        l: Language,
    ) {
        if values.is_empty() && open.is_empty() {
            return self.line(depth, &format!("{word}: {{{from}}}"));
        }
        self.line(depth, &format!("{word}:"));
        self.line(depth + 1, from);
        self.line(depth + 1, "values:");
        for (text, meant) in values {
            self.line(depth + 2, &format!("{}: {}", quoted(text), quoted(meant)));
        }
        for (text, rows) in open {
            self.open += 1;
            self.line(depth + 2, &format!("{}:  # {}", quoted(text), words::times(l, *rows)));
        }
    }

    /// A comment, with room above it.
    fn comment(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        for line in text.lines() {
            self.text.push_str(&format!("# {line}\n"));
        }
    }
}

/// Whether accounts are of one tool, so that one mapping is for all of them.
pub fn are_of_one_tool(accounts: &[&Account]) -> bool {
    let tool = |account: &&Account| match account.kind {
        Kind::Table { tool, .. } => Some(tool),
        _ => None,
    };
    let tools: Vec<Option<Tool>> = accounts.iter().map(tool).collect();
    tools.windows(2).all(|pair| pair[0] == pair[1])
}
