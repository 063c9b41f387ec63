//! The few words a report needs whatever it is about: labels of advice cards, of the page's own parts, of its numbering.
//!
//! What a report says about a council is worded elsewhere; this file knows only the furniture of a page.

use super::{Language, number};

/// The link that jumps over the head of the page.
pub fn skip_link(l: Language) -> &'static str {
    l.pick("Naar de inhoud", "Skip to the content")
}

/// Over the list of sections.
pub fn contents(l: Language) -> &'static str {
    l.pick("In dit verslag", "In this report")
}

/// Over the last section, which says how the numbers came about.
pub fn about(l: Language) -> &'static str {
    l.pick("Hoe dit berekend is", "How this was worked out")
}

/// "Tabel 2": tables are counted from 1.
pub fn table(l: Language, count: usize) -> String {
    format!("{} {}", l.pick("Tabel", "Table"), number::whole(l, count as u64))
}

/// "Tabel 2, deel 1 van 3", of a table that is cut.
pub fn part(l: Language, table: &str, part: usize, parts: usize) -> String {
    let (part, parts) = (number::whole(l, part as u64), number::whole(l, parts as u64));
    l.pick(format!("{table}, deel {part} van {parts}"), format!("{table}, part {part} of {parts}"))
}

/// "Figuur 2": figures are counted from 1.
pub fn figure(l: Language, count: usize) -> String {
    format!("{} {}", l.pick("Figuur", "Figure"), number::whole(l, count as u64))
}

/// What stands before the page number, and between it and the number of pages: "Pagina 2 van 5".
pub fn page_of(l: Language) -> (&'static str, &'static str) {
    l.pick(("Pagina ", " van "), ("Page ", " of "))
}

/// Before the stage a council stands at.
pub fn now(l: Language) -> &'static str {
    l.pick("Nu", "Now")
}

/// Before the stage after that.
pub fn next(l: Language) -> &'static str {
    l.pick("Volgende", "Next")
}

/// Before the question that a piece of advice belongs to.
pub fn question(l: Language) -> &'static str {
    l.pick("Vraag", "Question")
}

/// Before the wide half of a piece of advice.
pub fn think_big(l: Language) -> &'static str {
    l.pick("Denk groot", "Think big")
}

/// Before the half that can start on Monday.
pub fn act_small(l: Language) -> &'static str {
    l.pick("Begin klein", "Act small")
}

/// Before what sort of step it is: a pilot, training, expertise, a budget.
pub fn kind(l: Language) -> &'static str {
    l.pick("Soort", "Kind")
}

/// Before how long the step may take.
pub fn duration(l: Language) -> &'static str {
    l.pick("Duur", "Time")
}

/// "1 week", "6 weken".
pub fn weeks(l: Language, count: u32) -> String {
    l.counted(count as usize, l.pick("week", "week"), l.pick("weken", "weeks"))
}

/// Before the condition under which the step is given up.
pub fn stop_when(l: Language) -> &'static str {
    l.pick("Wanneer stoppen", "When to stop")
}

/// Before the space for the name of whoever takes the step on.
pub fn owner(l: Language) -> &'static str {
    l.pick("Trekker", "Owner")
}

/// Before the space for the day on which the step is looked at again.
pub fn date(l: Language) -> &'static str {
    l.pick("Datum", "Date")
}

/// What a screen reader says at a space that is to be written in.
pub fn to_fill_in(l: Language) -> &'static str {
    l.pick("in te vullen", "to fill in")
}

/// The marks around what somebody said, opening and closing.
pub fn quotation_marks(l: Language) -> (&'static str, &'static str) {
    l.pick(("“", "”"), ("‘", "’"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_week_is_singular_in_both_languages() {
        assert_eq!(weeks(Language::Nl, 1), "1 week");
        assert_eq!(weeks(Language::Nl, 6), "6 weken");
        assert_eq!(weeks(Language::En, 6), "6 weeks");
    }
}
