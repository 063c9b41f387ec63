//! Files made to exhaust a machine: workbooks, each read in a process of its own whose memory and time are measured, and
//! texts, checked by the program with no more memory than it may need.

#![cfg(target_os = "linux")]

mod checked;
mod texts;
mod zip_by_hand;

use std::fs;
use std::path::Path;
use std::process::Command;

use peil::spreadsheet;

use zip_by_hand::{Part, xlsx, zip};

/// The most memory that reading may take at any time, in kB, the program itself included.
const MOST_MEMORY: u64 = 100_000;
/// The longest that it may keep a processor busy, in hundredths of a second; the wall clock would measure the neighbours
/// too. Without optimisation everything takes ten times as long, and the machine of a test is slow.
const LONGEST: u64 = if cfg!(debug_assertions) { 1500 } else { 500 };
const PATH: &str = "PEIL_TEST_WORKBOOK";
/// The end of the name of the file in which the process says what it came to.
const SAID: &str = ".said";

/// Not a test of its own: what the tests below run as a process of its own.
#[test]
fn a_process_of_its_own_reads_one_workbook() {
    let Ok(path) = std::env::var(PATH) else { return };
    let said = match spreadsheet::open(Path::new(&path)) {
        Ok(grids) => format!("{} sheets", grids.len()),
        Err(error) => error.to_string(),
    };
    let status = fs::read_to_string("/proc/self/status").expect("the state of the process");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("its memory");
    let found = format!("peak:{peak}\nbusy:{}\nsaid:{said}\n", busy());
    fs::write(format!("{path}{SAID}"), found).expect("written");
}

/// How long this process kept a processor busy, in hundredths of a second.
fn busy() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("the state of the process");
    let (_, fields) = stat.rsplit_once(") ").expect("the name of the program");
    fields.split(' ').skip(11).take(2).map(|ticks| ticks.parse::<u64>().expect("a number")).sum()
}

/// What is said of a workbook of these bytes, within the limits.
fn refused(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("written");
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "hostile::a_process_of_its_own_reads_one_workbook"])
        .env(PATH, &path)
        .output()
        .expect("a run");
    let ended = || String::from_utf8_lossy(&output.stdout).into_owned();
    let said = fs::read_to_string(folder.path().join(format!("{name}{SAID}")));
    let text = said.unwrap_or_else(|_| panic!("{name}: {}", ended()));
    let after = |word: &str| text.lines().find_map(|line| line.strip_prefix(word)).map(str::trim);
    let said = after("said:").expect("what was said");
    let peak: u64 = after("peak:").and_then(|peak| peak.trim_end_matches(" kB").parse().ok()).expect("a number");
    let took: u64 = after("busy:").and_then(|busy| busy.parse().ok()).expect("a number");
    assert!(peak < MOST_MEMORY, "{name}: {peak} kB");
    assert!(took < LONGEST, "{name}: {took}0 ms");
    said.to_owned()
}

fn sheet(cells: &str) -> String {
    format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")
}

#[test]
fn a_cell_at_the_far_corner_is_named() {
    let cells = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>";
    let bytes = xlsx(Part::stored("xl/worksheets/sheet1.xml", &sheet(cells)));
    assert!(bytes.len() < 1400, "{}", bytes.len());
    assert_eq!(refused("far.xlsx", &bytes), "`a` has a cell far away, at XFD1048576");
    let beyond = sheet("<row r='4294967295'><c r='ZZZZZZ4294967295'><v>1</v></c></row>");
    let bytes = xlsx(Part::stored("xl/worksheets/sheet1.xml", &beyond));
    assert!(refused("farther.xlsx", &bytes).contains("cell far away, at ZZZZZZ4294967295"));
}

#[test]
fn twelve_million_cells_are_refused_whatever_the_directory_says_of_their_size() {
    let cells = |claimed| {
        Part::repeated(
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row>",
            "<c><v>1</v></c>\n",
            12_000_000,
            claimed,
        )
    };
    let honest = xlsx(cells(None));
    assert!(honest.len() < 2_000_000, "{}", honest.len());
    assert_eq!(refused("cells.xlsx", &honest), "the file unpacks to more than can be read");
    assert_eq!(refused("lying.xlsx", &xlsx(cells(Some(60_000_000)))), "`a` has too many cells");
    assert_eq!(refused("lying.xlsx", &xlsx(cells(Some(1000)))), "`xl/worksheets/sheet1.xml` in the file is damaged");
}

#[test]
fn a_million_rows_of_little_cells_are_refused_at_the_limit() {
    let rows = Part::repeated(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>",
        "<row><c><v>1</v></c><c><v>1</v></c></row>\n",
        1_000_000,
        Some(60_000_000),
    );
    assert_eq!(refused("rows.xlsx", &xlsx(rows)), "`a` has too many cells");
}

#[test]
fn a_list_of_texts_that_says_it_is_endless_is_not_believed() {
    let strings = "<sst count='9' uniqueCount='9999999999999'><si><t>a</t></si></sst>";
    let parts = [
        Part::stored("xl/sharedStrings.xml", strings),
        Part::stored("xl/worksheets/sheet1.xml", &sheet("<row><c t='s'><v>0</v></c></row>")),
    ];
    assert_eq!(refused("endless.xlsx", &zip(&[Part::frame(), parts.to_vec()].concat())), "1 sheets");
}

#[test]
fn one_text_of_a_hundred_million_letters_is_refused() {
    let text = Part::repeated("xl/worksheets/sheet1.xml", "<worksheet><x a='", "a", 100_000_000, Some(60_000_000));
    assert_eq!(refused("text.xlsx", &xlsx(text)), "the file unpacks to more than can be read");
}

#[test]
fn xml_that_is_nested_without_end_is_refused() {
    let nested = Part::repeated("xl/worksheets/sheet1.xml", "<worksheet>", "<a>", 20_000_000, Some(59_000_000));
    assert_eq!(refused("nested.xlsx", &xlsx(nested)), "`xl/worksheets/sheet1.xml` in the file is damaged");
}

#[test]
fn xml_that_defines_its_own_entities_is_refused() {
    let bomb = "<!DOCTYPE lolz [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>\
                <worksheet><sheetData><row><c t='inlineStr'><is><t>&b;</t></is></c></row></sheetData></worksheet>";
    let bytes = xlsx(Part::stored("xl/worksheets/sheet1.xml", bomb));
    let said = "`xl/worksheets/sheet1.xml` in the file has a document type definition";
    assert_eq!(refused("entities.xlsx", &bytes), said);
    let bytes = zip(&[Part::stored("content.xml", bomb)]);
    assert_eq!(refused("entities.ods", &bytes), "`content.xml` in the file has a document type definition");
}

#[test]
fn repeated_rows_and_blanks_of_an_opendocument_file_are_refused() {
    let content = |rows: &str| {
        zip(&[Part::stored(
            "content.xml",
            &format!("<d><spreadsheet><table name='a'>{rows}</table></spreadsheet></d>"),
        )])
    };
    let cell = "<table-cell value-type='string' number-columns-repeated='16384'><p>x</p></table-cell>";
    let rows = format!("<table-row number-rows-repeated='1048576'>{cell}</table-row>");
    assert_eq!(refused("rows.ods", &content(&rows)), "`a` has too many cells");
    let far = "<table-row number-rows-repeated='4294967295'><table-cell/></table-row>\
               <table-row><table-cell value-type='string'><p>x</p></table-cell></table-row>";
    assert!(refused("far.ods", &content(far)).contains("cell far away"));
    let blanks = "<table-row><table-cell value-type='string'><p><s c='4000000000'/></p></table-cell></table-row>";
    assert_eq!(refused("blanks.ods", &content(blanks)), "the file unpacks to more than can be read");
}

#[test]
fn what_is_locked_broken_off_or_something_else_is_called_by_its_name() {
    let whole = xlsx(Part::stored("xl/worksheets/sheet1.xml", &sheet("<row><c><v>1</v></c></row>")));
    assert_eq!(refused("whole.xlsx", &whole), "1 sheets");
    assert_eq!(refused("truncated.xlsx", &whole[..whole.len() * 2 / 3]), "the end of the file is missing");
    assert_eq!(refused("empty.xlsx", b""), "the file is not a spreadsheet");
    assert_eq!(refused("page.xlsx", b"<!DOCTYPE html><html></html>"), "the file is not a spreadsheet");
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.resize(4096, 0);
    assert_eq!(refused("old.xls", &old), "the file is of the format of before 2007");
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused("locked.xlsx", &old), "the file is locked with a password");
    let mut changed = whole.clone();
    let sheet = whole.windows(3).position(|bytes| bytes == b"<c>").expect("the cell");
    changed[sheet + 6] = b'9';
    assert_eq!(refused("changed.xlsx", &changed), "`xl/worksheets/sheet1.xml` in the file is damaged");
    let binary = zip(&[Part::stored("xl/workbook.bin", "")]);
    assert_eq!(refused("binary.xlsb", &binary), "the file is a binary workbook");
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let locked = zip(&[Part::stored("META-INF/manifest.xml", manifest), Part::stored("content.xml", "\u{1}\u{2}")]);
    assert_eq!(refused("locked.ods", &locked), "the file is locked with a password");
}

#[test]
fn a_hundred_thousand_parts_are_refused_before_they_are_listed() {
    let parts: Vec<Part> = (0..100_000).map(|number| Part::stored(&number.to_string(), "")).collect();
    assert_eq!(refused("parts.xlsx", &zip(&parts)), "the file unpacks to more than can be read");
}
