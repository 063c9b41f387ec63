//! Findings about what a questionnaire measures: dimensions, cells, roles, weights, stages and values.

use super::{Language, Wording};
use crate::language::number;

/// What is out of balance in a questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub enum BalanceFinding {
    /// A dimension without a question.
    EmptyDimension(String),
    /// A dimension with questions of which none is scored.
    OnlyTexts(String),
    /// An aim at a dimension that never has a score.
    AimAtNothing(String),
    /// A dimension that crosses these others without a scored question.
    EmptyCells {
        /// The dimension.
        dimension: String,
        /// Those that it crosses, each as `a` or `a × b`.
        others: Vec<String>,
    },
    /// A weight of a cell without questions.
    WeightOfNothing,
    /// A role that no question is asked of.
    RoleAskedNothing(String),
    /// A role that is only asked what is not scored.
    RoleScoresNothing(String),
    /// A cell that the quick scan does not touch.
    QuickScanLeavesOut(String),
    /// A cell of which nobody can be asked a scored question.
    NobodyFills(String),
    /// A cell of which a role can be asked no scored question, although its questions do not leave the role out.
    RoleNeverFills {
        /// The role.
        role: String,
        /// The cell.
        cell: String,
    },
    /// A share of the overall that is too small to notice.
    SlightWeight {
        /// The cell or dimension.
        part: String,
        /// Its share of the overall, in percent.
        percent: f64,
    },
    /// A weight that makes the shares of others too small to notice.
    Outweighed {
        /// The cells or dimensions.
        parts: Vec<String>,
        /// The highest of their shares of the overall, in percent.
        most: f64,
    },
    /// More than half of the overall.
    HeavyWeight {
        /// The cell or dimension.
        part: String,
        /// Its share of the overall, in percent.
        percent: f64,
    },
    /// A stage that lies below every score.
    StageBelowAllScores {
        /// The stage.
        stage: String,
        /// The lowest score there can be.
        lowest: f64,
    },
    /// A stage that ends where it starts, at the decimals that count.
    StageWithoutRoom(String),
    /// A choice worth less than the one before it.
    ValueFalls(String),
    /// A choice worth as much as the one before it.
    ValueStays(String),
    /// A shared list of choices that no question takes.
    UnusedChoices(String),
    /// Advice for scores that the question cannot have, with the lowest that it can.
    AdviceForNobody(f64),
    /// Advice that the best answer gets as well, with the highest score.
    AdviceForAll(f64),
    /// Advice for the same scores as the one before it, which is the one that is shown.
    AdviceTwice,
    /// Evidence asked for from a value that no answer has, with the highest there is.
    EvidenceOfNothing(f64),
}

impl BalanceFinding {
    // Three lines each, so that all stand in one match; rustfmt would shift such lines left.
    #[rustfmt::skip]
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::EmptyDimension(dimension) => say! { l
                nl "bij `{dimension}` staat geen enkele vraag" / "zonder vragen" / "voeg een vraag toe of haal `{dimension}` weg"
                en "no question stands at `{dimension}`" / "without questions" / "add a question or remove `{dimension}`" },
            Self::OnlyTexts(dimension) => only_texts(l, dimension),
            Self::AimAtNothing(dimension) => aim_at_nothing(l, dimension),
            Self::EmptyCells { dimension, others } => empty_cells(l, dimension, others),
            Self::WeightOfNothing => say! { l
                nl "dit gewicht telt nergens: bij dit vak staat geen vraag met een score" / "vak zonder vragen" / "voeg een vraag toe of haal dit gewicht weg"
                en "this weight counts nowhere: no scored question stands at this cell" / "cell without questions" / "add a question or remove this weight" },
            Self::RoleAskedNothing(role) => say! { l
                nl "de rol `{role}` krijgt geen enkele vraag" / "zonder vragen" / "zet `{role}` bij `roles` van een vraag of haal de rol weg; had een eerdere versie haar al, houd haar dan, en gebruik `--allow role-without-questions`"
                en "the role `{role}` is not asked a single question" / "without questions" / "add `{role}` to the `roles` of a question or remove the role; if an earlier version had it, keep it, and use `--allow role-without-questions`" },
            Self::RoleScoresNothing(role) => say! { l
                nl "de rol `{role}` krijgt alleen tekstvragen, en telt dus in geen enkele score" / "telt nergens mee" / "stel `{role}` ook een vraag met keuzes, of haal de rol weg; had een eerdere versie haar al, houd haar dan, en gebruik `--allow role-without-questions`"
                en "the role `{role}` is only asked for texts, so it counts in no score" / "counts nowhere" / "ask `{role}` a question with choices as well, or remove the role; if an earlier version had it, keep it, and use `--allow role-without-questions`" },
            Self::QuickScanLeavesOut(cell) => say! { l
                nl "de quickscan stelt geen enkele vraag met een score bij {cell}" / "blijft leeg in de quickscan" / "zet `quick: true` bij één vraag van dit vak"
                en "the quick scan asks no scored question at {cell}" / "stays empty in the quick scan" / "set `quick: true` on one question of this cell" },
            Self::NobodyFills(cell) => say! { l
                nl "niemand kan een score geven bij {cell}: geen van de vragen wordt ooit gesteld" / "blijft altijd leeg" / "verbeter de voorwaarden van de vragen in dit vak"
                en "nobody can give a score at {cell}: none of its questions is ever asked" / "always stays empty" / "correct the conditions of the questions in this cell" },
            Self::RoleNeverFills { role, cell } => say! { l
                nl "de rol `{role}` kan geen score geven bij {cell}: alle vragen daar hangen af van vragen die `{role}` niet krijgt" / "blijft leeg voor `{role}`" / "stel de eerdere vragen ook aan `{role}`, of geef deze vragen `roles` zonder `{role}`"
                en "the role `{role}` can give no score at {cell}: all questions there depend on questions that `{role}` is not asked" / "stays empty for `{role}`" / "ask `{role}` the earlier questions as well, or give these questions `roles` without `{role}`" },
            Self::SlightWeight { part, percent } => say! { l, percent = number::decimal(l, *percent, 1);
                nl "{part} telt nauwelijks mee: voor {percent} % van de totaalscore" / "{percent} %" / "geef een hoger gewicht, of laat weg wat u niet wilt meten"
                en "{part} hardly counts: it is {percent}% of the overall score" / "{percent}%" / "give it a higher weight, or leave out what you do not want to measure" },
            Self::Outweighed { parts, most } => outweighed(l, parts, *most),
            Self::HeavyWeight { part, percent } => say! { l, percent = number::decimal(l, *percent, 1);
                nl "{part} bepaalt meer dan de helft van de totaalscore: {percent} %" / "{percent} %" / "geef een lager gewicht, of splits dit onderdeel"
                en "{part} decides more than half of the overall score: {percent}%" / "{percent}%" / "give it a lower weight, or split this part" },
            Self::StageBelowAllScores { stage, lowest } => say! { l, lowest = number::decimal(l, *lowest, 2);
                nl "geen enkele score valt in de klasse `{stage}`: de laagste score is {lowest}" / "onder elke score" / "schrijf `range: lowest-to-highest` bij de vragen, of begin de volgende klasse hoger"
                en "no score falls in the stage `{stage}`: the lowest score is {lowest}" / "below every score" / "write `range: lowest-to-highest` at the questions, or start the next stage higher" },
            Self::StageWithoutRoom(stage) => say! { l
                nl "in de klasse `{stage}` is geen plaats: afgerond begint de volgende op hetzelfde punt" / "even hoog als de volgende" / "zet de klassen verder uit elkaar of verhoog `compare_decimals`"
                en "there is no room in the stage `{stage}`: rounded, the next one starts at the same point" / "as high as the next" / "put the stages further apart or raise `compare_decimals`" },
            Self::ValueFalls(choice) => say! { l
                nl "de keuze `{choice}` is minder waard dan de keuze ervoor" / "lagere waarde" / "zet de keuzes van laag naar hoog, of verbeter de waarde"
                en "the choice `{choice}` is worth less than the one before it" / "lower value" / "put the choices in order from low to high, or correct the value" },
            Self::ValueStays(choice) => say! { l
                nl "de keuze `{choice}` is evenveel waard als de keuze ervoor" / "dezelfde waarde" / "geef elke stap een eigen waarde, of maak er één keuze van"
                en "the choice `{choice}` is worth as much as the one before it" / "the same value" / "give each step a value of its own, or make the two one choice" },
            Self::UnusedChoices(list) => say! { l
                nl "geen enkele vraag gebruikt de keuzelijst `{list}`" / "niet gebruikt" / "schrijf `choices: {list}` bij een vraag of haal de lijst weg"
                en "no question uses the list of choices `{list}`" / "not used" / "write `choices: {list}` at a question or remove the list" },
            Self::AdviceForNobody(lowest) => say! { l, lowest = number::decimal(l, *lowest, 2);
                nl "niemand krijgt dit advies: de laagste score van deze vraag is {lowest}" / "onder elke score" / "kies een hogere grens, of schrijf `range: lowest-to-highest` bij de vraag"
                en "nobody gets this advice: the lowest score of this question is {lowest}" / "below every score" / "choose a higher bound, or write `range: lowest-to-highest` at the question" },
            Self::AdviceForAll(highest) => say! { l, highest = number::at_most(l, *highest);
                nl "ook wie het beste antwoord geeft, krijgt dit advies" / "de hoogste score is {highest}" / "kies een grens van hoogstens {highest}"
                en "even the best answer gets this advice" / "the highest score is {highest}" / "choose a bound of at most {highest}" },
            Self::AdviceTwice => say! { l
                nl "dit advies wordt nooit getoond: een ander advies bij deze vraag heeft dezelfde grens" / "dezelfde grens" / "kies een andere grens, of voeg de twee adviezen samen"
                en "this advice is never shown: another piece of advice for this question has the same bound" / "the same bound" / "choose another bound, or make the two one piece of advice" },
            Self::EvidenceOfNothing(highest) => say! { l, highest = number::at_most(l, *highest);
                nl "er wordt nooit bewijs gevraagd: geen enkel antwoord heeft deze waarde of een hogere" / "de hoogste waarde is {highest}" / "kies een grens van hoogstens {highest}, of haal `evidence` weg"
                en "evidence is never asked for: no answer has this value or a higher one" / "the highest value is {highest}" / "choose a bound of at most {highest}, or remove `evidence`" },
        }
    }
}

fn only_texts(l: Language, dimension: &str) -> Wording {
    say! { l
        nl "bij `{dimension}` staan alleen tekstvragen, en die krijgen geen score" / "altijd zonder score" / "voeg een vraag met keuzes of een getal toe, of zet de tekstvragen ergens anders en haal `{dimension}` weg"
        en "only text questions stand at `{dimension}`, and these are not scored" / "never has a score" / "add a question with choices or a number, or move the text questions elsewhere and remove `{dimension}`"
    }
}

fn aim_at_nothing(l: Language, dimension: &str) -> Wording {
    say! { l
        nl "wat het streefprofiel van `{dimension}` vraagt, kan niemand halen: daar staat geen vraag met een score" / "altijd zonder score" / "voeg daar een vraag met keuzes of een getal toe, of haal `{dimension}` uit het streefprofiel"
        en "nobody can reach what the target profile asks of `{dimension}`: no scored question stands there" / "never has a score" / "add a question with choices or a number there, or take `{dimension}` out of the target profile"
    }
}

fn empty_cells(l: Language, dimension: &str, others: &[String]) -> Wording {
    say! { l, others = l.list(&quoted(others));
        nl "`{dimension}` heeft geen vraag met een score bij {others}" / "leeg vak" / "voeg daar een vraag met keuzes of een getal toe; een vak zonder zo'n vraag blijft leeg in elk verslag"
        en "`{dimension}` has no scored question at {others}" / "empty cell" / "add a question with choices or a number there; a cell without one stays empty in every report"
    }
}

fn outweighed(l: Language, parts: &[String], most: f64) -> Wording {
    say! { l, list = l.list(parts), most = number::decimal(l, most, 1),
        count = l.plural(parts.len(), l.pick("telt", "counts"), l.pick("tellen", "count")),
        share = match parts.len() {
            1 => l.pick(format!("{most} %"), format!("{most}%")),
            _ => l.pick(format!("elk hoogstens {most} %"), format!("at most {most}% each")),
        };
        nl "door dit gewicht {count} {list} nauwelijks mee in de totaalscore: {share}" / "{share}" / "geef hier een lager gewicht, of laat weg wat u niet wilt meten"
        en "because of this weight {list} hardly {count} in the overall score: {share}" / "{share}" / "give a lower weight here, or leave out what you do not want to measure"
    }
}

fn quoted(words: &[String]) -> Vec<String> {
    words.iter().map(|word| format!("`{word}`")).collect()
}
