//! What holds for every file, for files that a machine spoilt: the small ones of the repository, whole and with bytes
//! turned, cut out, doubled or brought in from others. The fuzz targets in `fuzz/` go on from here for as long as one likes.

#[path = "../../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "the fuzz targets see it from outside")]
mod invariants;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use crate::generated::dice::Dice;

/// Files of up to so many bytes: what is spoilt in a long one is seldom in a place that matters.
const LARGEST: usize = 1500;
/// Pieces that mean something to some reader.
const PIECES: [&[u8]; 30] = [
    b"\n",
    b"\r",
    b"\t",
    b": ",
    b"- ",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"'",
    b"#",
    b",",
    b";",
    b"|",
    b"&a",
    b"*a",
    b"!",
    b"---\n",
    b"...\n",
    b"\\u",
    b"\xEF\xBB\xBF",
    b"\xC3",
    b"\xF0\x9F\x9A\x80",
    b"\0",
    b"~",
    b"-1e308",
    b"99999999999999999999",
    b"\xC2\xA0",
    b"=",
];

/// The small files under these folders with these extensions.
fn seeds(folders: &[&str], extensions: &[&str]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut folders: Vec<_> = folders.iter().map(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if extensions.contains(&extension.as_str()) {
                found.push(fs::read(&path).expect("a file"));
            }
        }
    }
    found.retain(|bytes| bytes.len() <= LARGEST);
    found.sort();
    assert!(found.len() > 10, "only {} seeds", found.len());
    found
}

/// One file, spoilt in one to four ways.
fn spoilt(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = dice.pick(seeds);
    for _ in 0..dice.between(1, 4) {
        let end = bytes.len();
        let (at, length) = (dice.throw(end + 1), dice.between(0, 12));
        let stretch = at..(at + length).min(end);
        match dice.throw(7) {
            0 if at < end => bytes[at] ^= 1 << dice.throw(8),
            1 => drop(bytes.drain(stretch)),
            2 => drop(bytes.splice(at..at, dice.pick(&PIECES).to_vec())),
            3 => drop(bytes.splice(stretch, dice.pick(&PIECES).to_vec())),
            4 => {
                let again = bytes[stretch].to_vec();
                bytes.splice(at..at, again);
            }
            5 => {
                let other = dice.pick(seeds);
                let from = dice.throw(other.len() + 1);
                let until = (from + dice.between(0, 60)).min(other.len());
                bytes.splice(at..at, other[from..until].to_vec());
            }
            _ if dice.one_in(3) => bytes.truncate(at),
            _ => {}
        }
    }
    bytes
}

/// Holds the invariants over the seeds as they are, and over so many spoilt ones.
fn holds(seeds: &[Vec<u8>], count: usize, invariant: fn(&[u8])) {
    let mut dice = Dice::new(count as u64);
    let spoilt: Vec<Vec<u8>> = (0..count).map(|_| spoilt(&mut dice, seeds)).collect();
    for bytes in seeds.iter().chain(&spoilt) {
        let held = catch_unwind(|| invariant(bytes));
        assert!(held.is_ok(), "does not hold for these bytes: {:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn every_spoilt_questionnaire_is_read_or_refused_with_problems_that_every_format_shows() {
    holds(&seeds(&["tests/diagnostics"], &["yaml", "json"]), 800, invariants::questionnaire);
}

#[test]
fn every_spoilt_answers_file_is_read_or_refused_with_problems_that_every_format_shows() {
    holds(&seeds(&["tests/answers", "tests/formats"], &["yaml", "json"]), 800, invariants::answers);
}

#[test]
fn every_spoilt_table_is_read_alike_whole_and_in_blocks() {
    holds(&seeds(&["tests/answers", "tests/models", "tests/imports"], &["csv"]), 500, invariants::table);
}

#[test]
fn every_spoilt_workbook_is_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/libreoffice/recorded");
    let whole = ["filled.xlsx", "filled.ods"].map(|name| fs::read(folder.join(name)).expect("a workbook"));
    holds(&whole, 150, invariants::workbook);
}
