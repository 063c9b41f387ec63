//! The words in and around charts: legends, and the text that stands in for a chart.

use super::Language;
use super::number;
use super::report::ends::Sharing;

/// Legend: the open dot.
pub fn previous_round(l: Language) -> &'static str {
    l.pick("vorige ronde", "previous round")
}

/// Legend: the band.
pub fn middle_half(l: Language) -> &'static str {
    l.pick("middelste helft van de groep", "middle half of the group")
}

/// Legend: the tick on the band.
pub fn median(l: Language) -> &'static str {
    l.pick("mediaan van de groep", "median of the group")
}

/// Legend: the tick of the target.
pub fn target(l: Language) -> &'static str {
    l.pick("streefwaarde", "target")
}

/// Legend: the thin line.
pub fn uncertainty(l: Language) -> &'static str {
    l.pick("mogelijke score, gezien de onbekende antwoorden", "possible score, given the unknown answers")
}

/// Legend: a dot of the strip plot.
pub fn one_council(l: Language) -> &'static str {
    l.pick("één bestuur", "one council")
}

/// Legend: a bar of the histogram.
pub fn number_of_councils(l: Language) -> &'static str {
    l.pick("aantal besturen", "number of councils")
}

/// Legend: a cell without a number.
pub fn no_number(l: Language) -> &'static str {
    l.pick("geen cijfer", "no figure")
}

/// The text that stands in for a dot plot begins with this.
pub fn dot_plot(l: Language, rows: usize, lowest: &str, highest: &str) -> String {
    let rows = l.counted(rows, l.pick("rij", "row"), l.pick("rijen", "rows"));
    l.pick(
        format!("Puntgrafiek met {rows}, op een schaal van {lowest} tot {highest}."),
        format!("Dot plot with {rows}, on a scale from {lowest} to {highest}."),
    )
}

/// The text that stands in for a heat table begins with this.
pub fn heat_table(l: Language, rows: usize, columns: usize, lowest: &str, highest: &str) -> String {
    let rows = l.counted(rows, l.pick("rij", "row"), l.pick("rijen", "rows"));
    let columns = l.counted(columns, l.pick("kolom", "column"), l.pick("kolommen", "columns"));
    l.pick(
        format!("Tabel met {rows} en {columns}, op een schaal van {lowest} tot {highest}; hoe donkerder, hoe hoger."),
        format!("Table with {rows} and {columns}, on a scale from {lowest} to {highest}; the darker, the higher."),
    )
}

/// The text that stands in for a strip plot or a histogram begins with this.
pub fn strip_plot(l: Language, councils: usize, lowest: &str, highest: &str) -> String {
    let councils = l.counted(councils, l.pick("bestuur", "council"), l.pick("besturen", "councils"));
    l.pick(
        format!("Verdeling van {councils} op een schaal van {lowest} tot {highest}."),
        format!("Distribution of {councils} on a scale from {lowest} to {highest}."),
    )
}

/// The text that stands in for a bar chart begins with this.
pub fn bar_chart(l: Language, questions: usize) -> String {
    let questions = l.counted(questions, l.pick("vraag", "question"), l.pick("vragen", "questions"));
    l.pick(
        format!("Staafgrafiek van de antwoorden op {questions}."),
        format!("Bar chart of the answers to {questions}."),
    )
}

/// "De besturen liggen tussen 0,6 en 3,4."
pub fn councils_lie_between(l: Language, lowest: &str, highest: &str) -> String {
    l.pick(
        format!("De besturen liggen tussen {lowest} en {highest}."),
        format!("The councils lie between {lowest} and {highest}."),
    )
}

/// "De mediaan is 1,9."
pub fn the_median_is(l: Language, value: &str) -> String {
    l.pick(format!("De mediaan is {value}."), format!("The median is {value}."))
}

/// "De middelste helft ligt tussen 1,5 en 2,2."
pub fn the_middle_half_lies_between(l: Language, low: &str, high: &str) -> String {
    l.pick(
        format!("De middelste helft ligt tussen {low} en {high}."),
        format!("The middle half lies between {low} and {high}."),
    )
}

/// For a chart with too many rows to read out: how many have a number, and the lowest and highest of them.
pub fn rows_lie_between(
    l: Language,
    rows: usize,
    (low, lowest): &(String, Sharing),
    (high, highest): &(String, Sharing),
) -> String {
    let rows = number::whole(l, rows as u64);
    if low == high {
        return l.pick(
            format!("{rows} rijen hebben een cijfer, en overal is dat {low}."),
            format!("{rows} rows have a figure, and it is {low} everywhere."),
        );
    }
    l.pick(
        format!("{rows} rijen hebben een cijfer, van {low} ({lowest}) tot {high} ({highest})."),
        format!("{rows} rows have a figure, from {low} ({lowest}) to {high} ({highest})."),
    )
}

/// "Zonder cijfer: Bornem en Ninove."
pub fn rows_without_a_number(l: Language, rows: &[String]) -> String {
    let rows = l.list(rows);
    l.pick(format!("Zonder cijfer: {rows}."), format!("Without a figure: {rows}."))
}

/// "vorige ronde 1,8", after the number of this round.
pub fn previous_was(l: Language, value: &str) -> String {
    format!("{} {value}", previous_round(l))
}

/// "mediaan 1,9"
pub fn median_of(l: Language, value: &str) -> String {
    l.pick(format!("mediaan {value}"), format!("median {value}"))
}

/// "middelste helft 1,5 tot 2,2"
pub fn middle_half_of(l: Language, low: &str, high: &str) -> String {
    l.pick(format!("middelste helft {low} tot {high}"), format!("middle half {low} to {high}"))
}

/// "streefwaarde 3,0"
pub fn target_of(l: Language, value: &str) -> String {
    format!("{} {value}", target(l))
}

/// "mogelijk 1,4 tot 2,6"
pub fn possible_from(l: Language, low: &str, high: &str) -> String {
    l.pick(format!("mogelijk {low} tot {high}"), format!("possibly {low} to {high}"))
}

/// Why a chart could not be drawn as PNG: its size, in pixels.
pub fn picture_has_impossible_size(l: Language, width: f32, height: f32, largest: f32) -> String {
    l.pick(
        format!("de figuur zou {width} bij {height} pixels worden; 1 tot {largest} kan. Kies een andere schaal."),
        format!("the picture would be {width} by {height} pixels; 1 to {largest} is possible. Choose another scale."),
    )
}

/// Why a chart could not be drawn as PNG: the renderer refused it.
pub fn picture_cannot_be_drawn(l: Language, reason: &str) -> String {
    l.pick(format!("de figuur kan niet worden getekend: {reason}"), format!("the picture cannot be drawn: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_is_not_rows() {
        assert_eq!(dot_plot(Language::Nl, 1, "0", "4"), "Puntgrafiek met 1 rij, op een schaal van 0 tot 4.");
        assert_eq!(dot_plot(Language::En, 12, "0", "4"), "Dot plot with 12 rows, on a scale from 0 to 4.");
        assert!(strip_plot(Language::Nl, 1, "0", "4").starts_with("Verdeling van 1 bestuur "));
    }

    #[test]
    fn rows_without_a_number_are_named() {
        let rows = ["Bornem", "Ninove"].map(String::from);
        assert_eq!(rows_without_a_number(Language::Nl, &rows), "Zonder cijfer: Bornem en Ninove.");
    }
}
