//! Small workbooks, written by hand, and what is read of them.

use std::fs;
use std::io::Write;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::serial::{self, Shown};
use super::{Grid, SpreadsheetError, cell_name, open};

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("finished").into_inner()
}

fn opened(bytes: &[u8]) -> Result<Vec<Grid>, SpreadsheetError> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.xlsx");
    fs::write(&path, bytes).expect("written");
    open(&path)
}

const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const OF_WORKBOOK: &str = r#"<Relationships>
    <Relationship Id="rId1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="http://x/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/>
    <Relationship Id="rId3" Type="http://x/relationships/styles" Target="styles.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const STRINGS: &str = r#"<sst count="1" uniqueCount="99999999999999"><si><t xml:space="preserve"> een </t></si><si/><si><r><t>tw</t></r><r><t>ee</t></r><rPh sb="0"><t>!</t></rPh></si><si><t>a_x0007_b_x005F_x0007_ _x_</t></si></sst>"#;
const STYLES: &str = r##"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-813]d mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;dagen&quot; #,##0"/><numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="0000"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>"##;

fn xlsx(sheet: &str) -> Vec<u8> {
    zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", RELATIONS),
        ("xl/_rels/workbook.xml.rels", OF_WORKBOOK),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{sheet}</sheetData><x/></worksheet>")),
    ])
}

/// The rows of a workbook with this sheet.
fn rows(sheet: &str) -> Vec<Vec<String>> {
    let grids = opened(&xlsx(sheet)).expect("readable");
    assert_eq!(grids.len(), 1);
    assert_eq!(grids[0].name, "A & B");
    grids[0].rows.clone()
}

#[test]
fn cells_stand_where_they_say_and_else_after_the_one_before() {
    let sheet = r#"<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>2</v></c></row><row><c><v>1</v></c></row>"#;
    assert_eq!(rows(sheet), [vec![], vec!["", " een ", "twee"], vec!["1"]]);
}

#[test]
fn every_kind_of_cell_is_the_text_that_a_person_sees() {
    let cases = [
        (r#"<c><v>2</v></c>"#, "2"),
        (r#"<c><v>2.0</v></c>"#, "2"),
        (r#"<c><v>3.1000000000000001</v></c>"#, "3.1"),
        (r#"<c><v>-0.25</v></c>"#, "-0.25"),
        (r#"<c><v>1E+300</v></c>"#, "1E+300"),
        (r#"<c t="b"><v>1</v></c>"#, "true"),
        (r#"<c t="b"><v>0</v></c>"#, "false"),
        (r##"<c t="e"><v>#N/A</v></c>"##, "#N/A"),
        (r##"<c t="e"><v>#NEW!</v></c>"##, "#NEW!"),
        (r#"<c t="str"><f>"J"&amp;"a"</f><v>Ja</v></c>"#, "Ja"),
        (r#"<c><f>1+1</f><v>2</v></c>"#, "2"),
        (r#"<c t="inlineStr"><is><t>&lt;script&gt; &#233;</t></is></c>"#, "<script> é"),
        (r#"<c t="s"><v>3</v></c>"#, "a\u{7}b_x0007_ _x_"),
        (r#"<c t="d"><v>2026-11-22</v></c>"#, "2026-11-22"),
        (r#"<c s="1"><v>46348</v></c>"#, "2026-11-22"),
        (r#"<c s="2"><v>46348</v></c>"#, "2026-11-22"),
        (r#"<c s="3"><v>46348</v></c>"#, "46348"),
        (r#"<c s="4"><v>46348.5</v></c>"#, "2026-11-22T12:00:00"),
        (r#"<c s="5"><v>0.75</v></c>"#, "18:00:00"),
        (r#"<c s="6"><v>1.5</v></c>"#, "36:00:00"),
        (r#"<c s="7"><v>0.12</v></c>"#, "12%"),
        // A hundred times 0.07 is 7.000000000000001 in binary; the cell shows 7 %.
        (r#"<c s="7"><v>7.0000000000000007E-2</v></c>"#, "7%"),
        (r#"<c s="7"><v>1</v></c>"#, "100%"),
        (r#"<c s="7"><v>0</v></c>"#, "0%"),
        (r#"<c s="8"><v>0.125</v></c>"#, "12.5%"),
        (r#"<c s="9"><v>-0.5</v></c>"#, "-50%"),
        (r#"<c s="10"><v>363</v></c>"#, "0363"),
        (r#"<c s="10"><v>41048</v></c>"#, "41048"),
        (r#"<c s="10"><v>3.5</v></c>"#, "3.5"),
        (r#"<c s="1"><v>1</v></c>"#, "1900-01-01"),
        (r#"<c s="1"><v>61</v></c>"#, "1900-03-01"),
    ];
    for (cell, text) in cases {
        assert_eq!(rows(&format!("<row>{cell}</row>")), [[text]], "{cell}");
    }
}

#[test]
fn a_cell_that_is_only_formatted_takes_no_room() {
    let sheet = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>"#;
    assert_eq!(rows(sheet), [["1"]]);
}

#[test]
fn a_cell_far_away_is_named() {
    let sheet = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    match opened(&xlsx(sheet)) {
        Err(SpreadsheetError::FarCell { sheet, cell }) => {
            assert_eq!((sheet.as_str(), cell.as_str()), ("A & B", "XFD1048576"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_long_text_that_many_cells_share_is_refused() {
    let long = "x".repeat(100_000);
    let cells = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(1000);
    let strings = format!("<sst><si><t>{long}</t></si></sst>");
    let bytes = zipped(&[
        ("_rels/.rels", RELATIONS),
        ("xl/_rels/workbook.xml.rels", OF_WORKBOOK),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/sharedStrings.xml", &strings),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")),
    ]);
    assert!(matches!(opened(&bytes), Err(SpreadsheetError::TooLarge)));
}

/// An OpenDocument file with this table.
fn ods(rows: &str) -> Vec<u8> {
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        (
            "content.xml",
            &format!(
                "<o:document><o:body><office:spreadsheet><table:tracked-changes><table:table table:name='no'/></table:tracked-changes><table:table table:name='Blad 1'>{rows}</table:table></office:spreadsheet></o:body></o:document>"
            ),
        ),
    ])
}

#[test]
fn an_opendocument_sheet_gives_the_same_texts() {
    let rows = "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>
        <table:table-header-rows><table:table-row><table:table-cell/><table:table-cell table:number-columns-repeated='2' office:value-type='string'><text:p>een<text:s text:c='2'/>twee</text:p><text:p><text:span>drie</text:span></text:p><office:annotation><text:p>nee</text:p></office:annotation></table:table-cell>
        <table:table-cell office:value-type='float' office:value='2.0'><text:p>2,00</text:p></table:table-cell>
        <table:table-cell office:value-type='percentage' office:value='0.12'><text:p>12,00%</text:p></table:table-cell>
        <table:table-cell office:value-type='float' office:value='363'><text:p>0363</text:p></table:table-cell>
        <table:table-cell office:value-type='date' office:date-value='2026-11-22'><text:p>22-11-26</text:p></table:table-cell>
        <table:table-cell office:value-type='time' office:time-value='PT18H30M00S'><text:p>18:30</text:p></table:table-cell>
        <table:table-cell office:value-type='boolean' office:boolean-value='true'><text:p>WAAR</text:p></table:table-cell>
        <table:table-cell office:value-type='string' office:string-value='' calcext:value-type='error'><text:p>#N/B</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated='1048573'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>";
    let grids = opened(&ods(rows)).expect("readable");
    let filled =
        ["", "een  twee\ndrie", "een  twee\ndrie", "2", "12%", "0363", "2026-11-22", "18:30:00", "true", "#N/B"];
    assert_eq!(grids[0].name, "Blad 1");
    assert_eq!(grids[0].rows, [vec![], vec![], filled.to_vec()]);
}

#[test]
fn a_row_that_is_repeated_a_million_times_is_refused() {
    let rows = "<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384' office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>";
    assert!(matches!(opened(&ods(rows)), Err(SpreadsheetError::TooManyCells { .. })));
}

#[test]
fn entities_of_its_own_make_a_file_suspect() {
    let bomb = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;'>]><a>&b;</a>";
    let file = zipped(&[("content.xml", bomb)]);
    assert!(matches!(opened(&file), Err(SpreadsheetError::DocumentType(part)) if part == "content.xml"));
}

#[test]
fn codes_of_formats_are_told_apart() {
    let cases = [
        ("General", Shown::Number),
        ("0.00", Shown::Number),
        ("#,##0 \"dagen\"", Shown::Number),
        ("[Red]0", Shown::Number),
        ("\\d0", Shown::Number),
        ("dd/mm/yyyy", Shown::Moment),
        ("[$-F800]dddd\\, mmmm dd\\, yyyy", Shown::Moment),
        ("[hh]:mm", Shown::Elapsed),
        ("0;\"d\"0", Shown::Number),
        ("0.00%", Shown::Percent),
        ("0\"%\"", Shown::Number),
        ("0\\%", Shown::Number),
        ("0", Shown::Number),
        ("0000", Shown::Padded(4)),
        ("00000;-00000", Shown::Padded(5)),
    ];
    for (code, shown) in cases {
        assert_eq!(serial::of_code(code), shown, "{code}");
    }
}

#[test]
fn cells_are_named_as_a_spreadsheet_names_them() {
    assert_eq!(cell_name(0, 0), "A1");
    assert_eq!(cell_name(11, 25), "Z12");
    assert_eq!(cell_name(0, 26), "AA1");
    assert_eq!(cell_name(1_048_575, 16_383), "XFD1048576");
}
