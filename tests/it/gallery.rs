//! The gallery in `reports/` is what peil writes: every file of it is rendered again and compared byte for byte.
//!
//! `reports/input` holds the answers of the demo. After a change that was meant, `just gallery` writes the files anew;
//! look at them before they are committed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::peil::{PROGRAM, scrub};

/// A report of the gallery: its name, the questionnaire that was answered, and the command.
type Report = (&'static str, &'static str, &'static [&'static str]);

const MATURITY: &str = "digitale-maturiteit";

/// The register of the councils in it.
const REGISTER: &str = "input/besturen.csv";

/// A council of 24 for the public, a split one in its own workshop, one of five with a consensus and targets for both, one
/// of a single respondent, a merged one, the group, a list of whom to invite, and a council in each of the scans.
const REPORTS: [Report; 12] = [
    ("one-council", MATURITY, &["report", "--council", "demo-01", "--within", "klasse", "--lang", "nl"]),
    ("one-council-en", MATURITY, &["report", "--council", "demo-01", "--within", "klasse", "--lang", "en"]),
    ("workshop", MATURITY, &SPLIT_IN_WORKSHOP),
    ("group", MATURITY, &["compare", "--councils", REGISTER, "--within", "klasse", "--show-names", "--lang", "nl"]),
    ("group-en", MATURITY, &["compare", "--councils", REGISTER, "--within", "klasse", "--show-names", "--lang", "en"]),
    ("services", "dienstverlening", &["report", "--council", "demo-01", "--lang", "nl"]),
    ("five", MATURITY, &["report", "--council", "demo-24", "--target", "klein", "--lang", "nl"]),
    ("five-workshop", MATURITY, &FIVE_IN_WORKSHOP),
    ("one-respondent", MATURITY, &["report", "--council", "demo-10", "--lang", "nl"]),
    ("merged", MATURITY, &["report", "--council", "demo-09", "--councils", REGISTER, "--lang", "nl"]),
    ("invitation", MATURITY, &INVITATION),
    ("transformation", "digitale-transformatie", &["report", "--council", "demo-01", "--lang", "nl"]),
];

const SPLIT_IN_WORKSHOP: [&str; 8] =
    ["report", "--council", "demo-07", "--target", "middelgroot", "--audience", "workshop", "--lang=nl"];

const FIVE_IN_WORKSHOP: [&str; 8] =
    ["report", "--council", "demo-24", "--target", "klein", "--audience", "workshop", "--lang=nl"];

const INVITATION: [&str; 9] =
    ["compare", "--councils", REGISTER, "--lowest", "6", "--by", "delen", "--show-names", "--lang=nl"];

/// The whole gallery must stay a small download.
const LARGEST: usize = 4 << 20;

fn peil(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(PROGRAM);
    scrub(&mut command);
    let output = command.args(arguments).current_dir(folder).output().expect("a run");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The gallery as peil would write it now: the path and the bytes of every file.
fn rendered() -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    peil(place, &["demo", "demo", "--lang", "nl"]);
    fs::create_dir(place.join("input")).expect("a folder");
    for (questionnaire, answers) in [
        (MATURITY, "demo/antwoorden"),
        ("dienstverlening", "demo/dienstverlening/antwoorden"),
        ("digitale-transformatie", "demo/digitale-transformatie/antwoorden"),
    ] {
        fs::rename(place.join(answers), place.join("input").join(questionnaire)).expect("moved");
    }
    fs::rename(place.join("demo/besturen.csv"), place.join(REGISTER)).expect("moved");
    fs::remove_dir_all(place.join("demo")).expect("removed");
    for (name, questionnaire, command) in REPORTS {
        let (verb, flags) = command.split_at(1);
        let input = format!("input/{questionnaire}");
        let (page, text, charts) = (format!("{name}.html"), format!("{name}.md"), format!("charts/{name}"));
        peil(place, &[verb, &[input.as_str()], flags, &["-o", &page]].concat());
        peil(place, &[verb, &[input.as_str()], flags, &["-o", &text, "--charts", &charts]].concat());
    }
    let input = format!("input/{MATURITY}");
    peil(place, &["compare", &input, "--anonymise", "--seed", "1", "--lang", "nl", "-o", "pool.csv"]);
    for page in ["derivation.html", "derivation.md"] {
        let asked = ["--council", "demo-07", "--wave", "2026", "--explain", "richten×delen", "--lang", "nl"];
        peil(place, &[&["score", &input], &asked[..], &["-o", page]].concat());
    }
    files(place)
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(path).expect("a file"));
            }
        }
    }
    found
}

/// Puts the files in place of those that are there.
fn write(reports: &Path, rendered: &BTreeMap<String, Vec<u8>>) {
    if reports.exists() {
        fs::remove_dir_all(reports).expect("removed");
    }
    for (name, bytes) in rendered {
        let path = reports.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("written");
    }
}

#[test]
fn the_gallery_is_what_peil_writes() {
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports");
    let update = std::env::var_os("PEIL_UPDATE").is_some();
    let rendered = rendered();
    let size: usize = rendered.values().map(Vec::len).sum();
    assert!(size < LARGEST, "the gallery has {size} bytes");
    if update {
        write(&reports, &rendered);
        return;
    }
    let kept = files(&reports);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&kept), names(&rendered), "other files than peil writes; run `just gallery`");
    let changed: Vec<&String> =
        kept.iter().filter(|(name, bytes)| rendered[*name] != **bytes).map(|(name, _)| name).collect();
    assert!(changed.is_empty(), "peil writes these otherwise; run `just gallery` and look: {changed:#?}");
}
