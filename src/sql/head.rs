//! The comment above the statement: what it is, what the table must hold, how to run it, and what it leaves out.

use super::{Build, Dialect, comment, respondents};
use crate::language::sql as words;

pub(super) fn head(build: &Build<'_>) -> String {
    let (q, l) = (build.q, build.l);
    let title = comment::short(q.title.get(&build.request.tag));
    let table = build.request.table.join(".");
    let columns = respondents::read(q, build.request);
    let own = columns.len() - (0..q.columns.len()).filter(|&column| respondents::is_read(q, column)).count();
    let paragraphs = [
        words::title(l, &title, &q.reference(), build.d.name()),
        words::table(l, &table, &columns[..own], columns.len() - own),
        words::load(l, &loading(build)),
        words::equal(l).to_owned(),
        words::left_out(l).to_owned(),
    ];
    let rule = format!("-- {}\n", "=".repeat(110));
    let text: Vec<String> = paragraphs.iter().map(|text| comment::lines("", text)).collect();
    format!("{rule}{}{rule}", text.join("--\n"))
}

/// The lines with which a CSV file becomes the table, and the statement is run.
fn loading(build: &Build<'_>) -> String {
    let parts = || build.request.table.iter().map(|part| comment::plain(part));
    let table = parts().map(|part| build.d.identifier(&part)).collect::<Vec<_>>().join(".");
    match build.d {
        Dialect::DuckDb => format!(
            "  CREATE TABLE {table} AS FROM read_csv('answers.csv', header = true, all_varchar = true)\n  \
             duckdb answers.db -csv < scores.sql > scores.csv"
        ),
        Dialect::Postgres => format!(
            "  CREATE TABLE {table} (council text, …) -- {}\n  \
             psql -c \"\\copy {table} FROM 'answers.csv' CSV HEADER\"\n  psql --csv -f scores.sql > scores.csv",
            words::every_column_text(build.l)
        ),
        Dialect::Spark => format!(
            "  spark.read.csv('answers.csv', header=True, escape='\"', multiLine=True).createOrReplaceTempView('{}')\n  \
             spark.sql(open('scores.sql').read().rstrip().rstrip(';'))",
            parts().collect::<Vec<_>>().join(".")
        ),
    }
}
