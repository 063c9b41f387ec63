//! What was made with a respondent and is no report or table of scores for people is named as well.

use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{in_folder, sheet};

/// A council of two and one of one, with their questionnaire under a name of its own.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    fs::create_dir(place.join("in")).expect("a folder");
    fs::write(place.join("vragen.yaml"), crate::peil::KORT).expect("written");
    for (council, respondent) in [("A", "r-1"), ("A", "r-2"), ("B", "r-3")] {
        fs::write(place.join(format!("in/{respondent}.yaml")), sheet(council, respondent)).expect("written");
    }
    folder
}

/// Makes an output; `-q vragen.yaml` goes without saying.
fn made(place: &Path, arguments: &[&str]) {
    let with_questionnaire: Vec<&str> = arguments.iter().copied().chain(["-q", "vragen.yaml"]).collect();
    assert_eq!(in_folder(place, &with_questionnaire).1, 0, "{arguments:?}");
}

/// What a dry run says between the councils and where it looked, as blocks.
fn said(place: &Path, arguments: &[&str]) -> Vec<String> {
    let (text, code) = in_folder(place, &[&["forget", "r-1", "in", "--dry-run"], arguments].concat());
    assert_eq!(code, 0, "{text}");
    let blocks: Vec<String> = text.trim().split("\n\n").map(str::to_owned).collect();
    blocks[2..blocks.len() - 1].to_vec()
}

#[test]
fn where_a_number_comes_from_is_named_with_its_command_in_each_format() {
    let folder = folder();
    let place = folder.path();
    for file in ["h.html", "h.json", "h.md", "h.txt"] {
        made(place, &["score", "in", "--council", "A", "--explain", "overall", "-o", file]);
    }
    made(place, &["score", "in", "--council", "B", "--explain", "overall", "-o", "b.html"]);
    let own = "Make again, with the flags of then (such as --charts):
  peil score in -q vragen.yaml --council A --wave 2026 --explain overall -o h.html
  peil score in -q vragen.yaml --council A --wave 2026 --explain overall -o h.json
  peil score in -q vragen.yaml --council A --wave 2026 --explain overall -o h.md
  peil score in -q vragen.yaml --council A --wave 2026 --explain NUMBER -o h.txt";
    assert_eq!(said(place, &[]), [own], "and nothing of another council");
    fs::remove_file(place.join("in/r-2.yaml")).expect("removed");
    let empty = "Delete yourself, since no answers are left for them:\n  h.html\n  h.json\n  h.md\n  h.txt";
    assert_eq!(said(place, &[]), [empty]);
}

#[test]
fn scores_are_recognised_in_every_format() {
    let folder = folder();
    let place = folder.path();
    for file in ["s.csv.gz", "s.jsonl", "s.ndjson", "s.parquet"] {
        made(place, &["score", "in", "-o", file]);
    }
    let own = "Make again, with the flags of then (such as --charts):
  peil score in -q vragen.yaml -o s.csv.gz
  peil score in -q vragen.yaml -o s.jsonl
  peil score in -q vragen.yaml -o s.ndjson
  peil score in -q vragen.yaml -o s.parquet";
    assert_eq!(said(place, &[]), [own]);
}

#[test]
fn a_list_as_csv_says_that_it_does_not_know_its_command() {
    let folder = folder();
    let place = folder.path();
    fs::write(
        place.join("lijst.csv"),
        "council,name,wave,by,score,gap,scored,applicable,without_one_low,without_one_high,respondents,place,listed,\
         confidential\nB,,2026,overall,1,0.5,1,1,,,1,1,yes,x\n",
    )
    .expect("written");
    let then = "Maak opnieuw met peil compare zoals toen; in een lijst als CSV staat niet met welke vlaggen dat was:
  lijst.csv";
    assert_eq!(said(place, &["--lang", "nl"]), [then], "without the respondent A may be on it");
    let earlier = fs::read_to_string(place.join("lijst.csv")).expect("read").replace("2026", "2024");
    fs::write(place.join("lijst.csv"), earlier).expect("written");
    assert!(said(place, &[])[0].starts_with("No reports or scores of this council found."));
}

#[test]
fn what_was_pooled_may_hold_the_respondent_under_another_id() {
    let folder = folder();
    let place = folder.path();
    made(place, &["compare", "in", "--anonymise", "-o", "samen.csv"]);
    assert!(place.join("samen-scores.csv").exists(), "councils so small are pooled as scores alone");
    let pooled = "This respondent may be in here, under another id. Make again; if it was handed to others, have it \
                  withdrawn there:\n  peil compare in -q vragen.yaml --anonymise -o samen.csv";
    assert_eq!(said(place, &[]), [pooled]);
    let rows = "council,wave,respondent,keuze\nc-0000000a,2026,r-0000000b,soms\n";
    fs::write(place.join("samen.csv"), rows).expect("written");
    assert_eq!(said(place, &[]), [pooled], "the rows and the scores are made by one command");
}

#[test]
fn answers_beside_the_place_are_named_with_what_removes_them() {
    let folder = folder();
    let place = folder.path();
    let table = |council: &str, wave: &str| format!("council;wave;respondent;keuze\n{council};{wave};r-1;soms\n");
    fs::write(place.join("tabel.csv"), table("A", "2026")).expect("written");
    fs::write(place.join("los.yaml"), sheet("A", "r-1")).expect("written");
    for (file, text) in [("ander.csv", table("B", "2026")), ("eerder.csv", table("A", "2024"))] {
        fs::write(place.join(file), text).expect("written");
    }
    let stays = "Hierin staat r-1 ook, en dat blijft zo. Verwijder ook daaruit, met:
  peil forget r-1 los.yaml
  peil forget r-1 tabel.csv";
    assert_eq!(said(place, &["--lang", "nl"])[0], stays);
    assert_eq!(in_folder(place, &["forget", "r-1", "in", "--yes"]).1, 0);
    assert_eq!(fs::read_to_string(place.join("tabel.csv")).expect("read"), table("A", "2026"));
    for file in ["los.yaml", "tabel.csv"] {
        assert_eq!(in_folder(place, &["forget", "r-1", file, "--yes"]).1, 0, "the command does what it says");
    }
    assert!(!place.join("los.yaml").exists());
}

#[test]
fn where_one_round_was_asked_for_what_lies_beside_loses_no_other() {
    let folder = folder();
    let place = folder.path();
    let (all, without) =
        ("council,wave,respondent,keuze\nA,2024,r-1,soms\nA,2026,r-1,soms\n", "council,respondent,keuze\nA,r-1,soms\n");
    fs::write(place.join("tabel.csv"), all).expect("written");
    fs::write(place.join("zonder.csv"), without).expect("written");
    let stays = "r-1 is in these too, and stays there. Remove it from them as well, with:
  peil forget r-1 tabel.csv --council A --wave 2026
  peil forget r-1 zonder.csv --council A --wave none";
    assert_eq!(said(place, &["--council", "A", "--wave", "2026"])[0], stays);
    for command in ["tabel.csv --council A --wave 2026", "zonder.csv --council A --wave none"] {
        let flags: Vec<&str> = ["forget", "r-1"].into_iter().chain(command.split(' ')).chain(["--yes"]).collect();
        assert_eq!(in_folder(place, &flags).1, 0, "{command}");
    }
    let left = |file: &str| fs::read_to_string(place.join(file)).expect("read");
    assert_eq!(left("tabel.csv"), "council,wave,respondent,keuze\nA,2024,r-1,soms\n");
    assert_eq!(left("zonder.csv"), "council,respondent,keuze\n");
}

#[test]
fn from_packed_answers_beside_the_place_nothing_can_be_removed() {
    let folder = folder();
    let place = folder.path();
    let file = fs::File::create(place.join("tabel.csv.gz")).expect("a file");
    let mut packed = GzEncoder::new(file, Compression::default());
    packed.write_all(b"council,wave,respondent,keuze\nA,2026,r-1,soms\n").expect("written");
    packed.finish().expect("written");
    let stays = "r-1 is in these too; peil removes nothing from a packed file. Make again or delete:\n  tabel.csv.gz";
    assert_eq!(said(place, &[])[0], stays);
}

#[test]
fn a_questionnaire_that_was_not_found_has_no_made_up_name() {
    let folder = folder();
    let place = folder.path();
    assert!(said(place, &[])[0].contains("  peil score in -q vragen.yaml\n"));
    fs::rename(place.join("vragen.yaml"), place.join("in/eigen.yaml")).expect("renamed");
    assert!(said(place, &[])[0].contains("  peil score in -q in/eigen.yaml\n"));
    fs::remove_file(place.join("in/eigen.yaml")).expect("removed");
    assert!(said(place, &["--lang", "nl"])[0].contains("  peil score in -q VRAGENLIJST\n"));
    assert!(said(place, &["--lang", "en"])[0].contains("  peil score in -q QUESTIONNAIRE\n"));
}
