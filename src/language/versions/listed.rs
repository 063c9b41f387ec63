//! What is said of two versions of a questionnaire side by side: what changed, and what becomes of old answers.

use super::super::findings::Known;
use super::{Language, Mapped, mapped, number};

/// What kind of thing changed between two versions, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// Questions that came.
    Added,
    /// Questions that went.
    Removed,
    /// Questions with another id.
    Renamed,
    /// Questions in another place.
    Moved,
    /// Questions in other words.
    Reworded,
    /// Another type or range of answers.
    Answers,
    /// Choices that came, went or have another id.
    Choices,
    /// Choices with another value.
    Values,
    /// Choices in other words.
    ChoicesReworded,
    /// Rows of a grid.
    Rows,
    /// Rows in other words.
    RowsReworded,
    /// Since when there is a question, or a row of a grid.
    Since,
    /// The ids that something had before, apart from that of the earlier version.
    Was,
    /// What is told of ids that are gone, apart from those of the earlier version.
    Dropped,
    /// When and of whom a question is asked.
    Routing,
    /// Weights of questions and cells.
    Weights,
    /// Dimensions, with their place and weight.
    Dimensions,
    /// Stages, with their lower bound.
    Stages,
    /// Roles.
    Roles,
    /// Rules of scoring.
    Scoring,
    /// The order of questions, or of what stands in one.
    Order,
    /// Advice.
    Advice,
    /// From which answer on it is asked what shows it.
    Evidence,
    /// Target profiles.
    Targets,
    /// From how many on something is shown.
    MinimumGroup,
    /// Other texts, and signs and capitals in those of questions.
    Texts,
    /// What else a questionnaire says of itself.
    About,
}

/// How far what changed between two versions reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nothing changed.
    Nothing,
    /// Neither what is asked nor what an answer is worth.
    Around,
    /// What is asked or what an answer is worth.
    Answers,
}

impl What {
    /// The word in machine formats.
    pub fn id(self) -> &'static str {
        match self {
            What::Added => "question-added",
            What::Removed => "question-removed",
            What::Renamed => "question-renamed",
            What::Moved => "question-moved",
            What::Reworded => "question-reworded",
            What::Answers => "answers",
            What::Choices => "choices",
            What::Values => "values",
            What::ChoicesReworded => "choices-reworded",
            What::Rows => "rows",
            What::RowsReworded => "rows-reworded",
            What::Since => "since",
            What::Was => "was",
            What::Dropped => "dropped",
            What::Routing => "routing",
            What::Weights => "weights",
            What::Dimensions => "dimensions",
            What::Stages => "stages",
            What::Roles => "roles",
            What::Scoring => "scoring",
            What::Order => "order",
            What::Advice => "advice",
            What::Evidence => "evidence",
            What::Targets => "targets",
            What::MinimumGroup => "minimum-group",
            What::Texts => "texts",
            What::About => "about",
        }
    }

    /// Whether it touches neither what is asked nor what an answer is worth.
    pub fn is_around(self) -> bool {
        self >= What::Order
    }

    /// The name of its line.
    fn label(self, l: Language) -> &'static str {
        match self {
            What::Added => l.pick("vragen erbij", "questions added"),
            What::Removed => l.pick("vragen weg", "questions removed"),
            What::Renamed => l.pick("vragen hernoemd", "questions renamed"),
            What::Moved => l.pick("vragen verplaatst", "questions moved"),
            What::Reworded => l.pick("vragen anders verwoord", "questions reworded"),
            What::Answers => l.pick("soort antwoord", "kind of answer"),
            What::Choices => l.pick("keuzes", "choices"),
            What::Values => l.pick("waarde van keuzes", "values of choices"),
            What::ChoicesReworded => l.pick("keuzes anders verwoord", "choices reworded"),
            What::Rows => l.pick("rijen", "rows"),
            What::RowsReworded => l.pick("rijen anders verwoord", "rows reworded"),
            What::Since => l.pick("er sinds", "there since"),
            What::Was => l.pick("vroegere ids", "former ids"),
            What::Dropped => l.pick("vervallen ids", "dropped ids"),
            What::Routing => l.pick("aan wie en wanneer", "of whom and when"),
            What::Weights => l.pick("gewichten", "weights"),
            What::Dimensions => l.pick("dimensies", "dimensions"),
            What::Stages => l.pick("klassen", "stages"),
            What::Roles => l.pick("rollen", "roles"),
            What::Scoring => l.pick("scoreregels", "rules of scoring"),
            What::Order => l.pick("volgorde", "order"),
            What::Advice => l.pick("advies", "advice"),
            What::Evidence => l.pick("bewijs gevraagd vanaf", "evidence asked from"),
            What::Targets => l.pick("streefwaarden", "targets"),
            What::MinimumGroup => l.pick("tonen vanaf", "shown from"),
            What::Texts => l.pick("andere teksten", "other texts"),
            What::About => l.pick("over de vragenlijst", "about the questionnaire"),
        }
    }
}

/// Over the list of what changed.
pub fn changed_between(l: Language, from: &str, to: &str, reach: Reach) -> String {
    let line = l.pick(format!("Van versie {from} naar {to}:"), format!("From version {from} to {to}:"));
    match reach {
        Reach::Nothing => line + l.pick(" niets veranderd.", " nothing changed."),
        Reach::Around => {
            line + l
                .pick(" niets veranderd aan antwoorden of scores, wel:", " nothing changed in answers or scores, but:")
        }
        Reach::Answers => line,
    }
}

/// One entry of that list: what changed, and the names of those that did; of many the first. Lines are no longer than
/// `width`, unless a name is.
pub fn change_line(l: Language, what: What, items: &[String], width: usize) -> String {
    const SHOWN: usize = 8;
    const INDENT: usize = 26;
    let mut shown: Vec<String> = items.iter().take(SHOWN).cloned().collect();
    if items.len() > SHOWN {
        let more = number::whole(l, (items.len() - SHOWN) as u64);
        shown.push(l.pick(format!("en nog {more}"), format!("and {more} more")));
    }
    let mut lines = vec![format!("  {:<1$}", what.label(l), INDENT - 2)];
    let last = shown.len().saturating_sub(1);
    for (index, item) in shown.iter().enumerate() {
        let item = format!("{item}{}", if index < last { "," } else { "" });
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line > INDENT && line + 1 + item.chars().count() > width {
            lines.push(" ".repeat(INDENT));
        }
        if let Some(line) = lines.last_mut() {
            let begun = line.chars().count() > INDENT;
            line.push_str(if begun { " " } else { "" });
            line.push_str(&item);
        }
    }
    lines.join("\n")
}

/// How many answers of the earlier version are taken over, and how.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Whether all of them can still be read.
    pub binds: bool,
    /// Questions with another id now.
    pub renamed: usize,
    /// Questions that are no longer asked.
    pub dropped: usize,
    /// Questions, and rows of grids, of which not every answer counts any more.
    pub not_counted: Known,
}

/// Whether old answers can still be read, and which of them no longer count.
pub fn binds(l: Language, from: &str, taken: &Taken) -> String {
    if !taken.binds {
        return l.pick(
            format!("Niet alle antwoorden op versie {from} of een eerdere passen nog: zie de fouten hierboven."),
            format!("Not all answers to version {from} or an earlier one still fit: see the errors above."),
        );
    }
    let what = mapped(l, Mapped { renamed: taken.renamed, dropped: taken.dropped, ..Mapped::default() });
    let what = what.map_or_else(String::new, |what| format!(" ({what})"));
    let but = match taken.not_counted.ticked(l) {
        none if none.is_empty() => none,
        ids => l.pick(
            format!(", maar tellen niet allemaal meer mee: kijk naar {ids}"),
            format!(", but not all of them count any more: look at {ids}"),
        ),
    };
    l.pick(
        format!("Antwoorden op versie {from} blijven geldig{what}{but}."),
        format!("Answers to version {from} still fit{what}{but}."),
    )
}
