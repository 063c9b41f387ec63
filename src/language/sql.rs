//! The comments of the generated SQL statement.

use super::{Language, number};

/// The first paragraph: what this is.
pub fn title(l: Language, title: &str, reference: &str, engine: &str) -> String {
    l.pick(
        format!(
            "{title} ({reference}): de scores van besturen als één SQL-opdracht voor {engine}, geschreven door peil."
        ),
        format!("{title} ({reference}): the scores of councils as one SQL statement for {engine}, written by peil."),
    )
}

/// What the table must hold.
pub fn table(l: Language, table: &str, own: &[String], questions: usize) -> String {
    let own = l.list(own);
    l.pick(
        format!(
            "De tabel {table} heeft één rij per deelnemer, zoals het CSV-bestand dat peil leest. Deze kolommen moeten er zijn, \
             met die naam: {own}, en {} zoals stap 1 ze noemt. Voeg een kolom die ontbreekt toe als \
             NULL, of noem bij peil sql met --columns alleen de kolommen die er wel zijn.",
            l.counted(questions, "kolom met antwoorden", "kolommen met antwoorden"),
        ),
        format!(
            "The table {table} has one row per respondent, like the CSV file that peil reads. These columns must be there, \
             by that name: {own}, and {} as step 1 names them. Add a column that is missing as NULL, or give \
             peil sql with --columns only those that are there.",
            l.counted(questions, "column of answers", "columns of answers"),
        ),
    )
}

/// How to load and run; `lines` are set in.
pub fn load(l: Language, lines: &str) -> String {
    l.pick(format!("Laden en uitvoeren:\n{lines}"), format!("To load and run:\n{lines}"))
}

/// Beside the list of columns that a table is created with.
pub fn every_column_text(l: Language) -> &'static str {
    l.pick("elke kolom van het bestand, als text", "every column of the file, as text")
}

/// What may be expected of the numbers.
pub fn equal(l: Language) -> &'static str {
    l.pick(
        "Er komt uit wat peil score met -o scores.csv schrijft: dezelfde kolommen, een getal dat niet bekend is als NULL.",
        "What comes out is what peil score writes with -o scores.csv: the same columns, a number that is not known as NULL.",
    )
}

/// What the statement does not do.
pub fn left_out(l: Language) -> &'static str {
    l.pick(
        "Wat peil score wel doet en deze opdracht niet: fouten melden (een antwoord dat geen antwoord is telt als niet \
         ingevuld, een rij zonder bestuur of met een onbekende rol, ronde of scan telt niet mee), een deelnemer of consensus \
         die er twee keer in staat weigeren (hier tellen beide mee), antwoorden op een eerdere versie van de vragenlijst \
         omzetten, het register van besturen lezen, de spreiding, de treden en de herkomst van een getal geven. Zegt een \
         bestuur binnen een ronde twee namen of klassen, dan geldt hier de laatste volgens het alfabet. Rond een cel worden \
         alleen spaties genegeerd.",
        "What peil score does and this statement does not: report mistakes (an answer that is none counts as not filled in, \
         a row without a council or with an unknown role, wave or scan is left out), refuse a respondent or consensus that is \
         there twice (here both count), translate answers to an earlier version of the questionnaire, read the register of \
         councils, give the band, the steps and where a number comes from. Where a council has two names or classes within a \
         wave, the last by the alphabet counts here. Around a cell only spaces are passed over.",
    )
}

/// The rows of the table.
pub fn rows(l: Language) -> &'static str {
    l.pick(
        "De antwoorden als tekst zonder spaties eromheen. Leeg is niet ingevuld. Waar “niet van toepassing” niet \
         aangeboden wordt, telt na als niet ingevuld.",
        "The answers as texts without spaces around them. Empty is not filled in. Where “not applicable” is not offered, \
         na counts as not filled in.",
    )
}

/// Rows that can be placed.
pub fn respondents(l: Language, roles: bool) -> String {
    let roles = if roles {
        l.pick(
            " Wie geen rol heeft, heeft de lege rol, de rol consensus is wat zij samen antwoordden.",
            " Who has no role has the empty one, the role consensus is what they answered together.",
        )
    } else {
        ""
    };
    l.pick(
        format!(
            "De deelnemers die te plaatsen zijn, en hun ronde als een getal dat de volgorde geeft (-1 zonder ronde). \
             Getallen en aangekruiste vakjes die niet kloppen, tellen als niet ingevuld.{roles}"
        ),
        format!(
            "The respondents who can be placed, and their wave as a number that gives the order (-1 without a wave). \
             Numbers and ticked boxes that are not right count as not filled in.{roles}"
        ),
    )
}

/// Routing.
pub fn asked(l: Language, first: bool) -> &'static str {
    if first {
        l.pick(
            "Wat gevraagd werd, volgens rol, scan en eerdere antwoorden. Een vraag die niet gesteld werd valt weg uit de \
             score, net als een vraag die niet van toepassing is: het antwoord wordt na. Geen voorwaarde gaat daarop nog op.",
            "What was asked, by role, scan and earlier answers. A question that was not asked leaves the score, just as one \
             that does not apply: its answer becomes na. No condition holds on that any more.",
        )
    } else {
        l.pick(
            "Vragen die afhangen van vragen die zelf niet altijd gesteld worden.",
            "Questions that depend on questions that are not always asked themselves.",
        )
    }
}

/// What answers are worth.
pub fn shares(l: Language) -> &'static str {
    l.pick(
        "Wat elk antwoord waard is, van 0 tot 1, NULL waar het niet bekend is. “applies” is 0 voor een vraag die wegvalt.",
        "What each answer is worth, from 0 to 1, NULL where it is not known. “applies” is 0 for a question that leaves.",
    )
}

/// Grids.
pub fn grids(l: Language, zero: bool) -> &'static str {
    match (zero, l) {
        (false, Language::Nl) => {
            "Een raster is één vraag: het gemiddelde van de ingevulde rijen, als er genoeg ingevuld zijn van wat van \
             toepassing is."
        }
        (false, Language::En) => {
            "A grid is one question: the mean of its answered rows, if enough of those that apply are answered."
        }
        (true, Language::Nl) => {
            "Een raster is één vraag: de som van de rijen gedeeld door hoeveel er van toepassing zijn, als er genoeg \
             ingevuld zijn."
        }
        (true, Language::En) => {
            "A grid is one question: the sum of its rows divided by how many apply, if enough of them are answered."
        }
    }
}

/// Sums over the questions of a cell.
pub fn sums(l: Language, zero: bool, quick: bool) -> String {
    let weights = if zero {
        l.pick("alle vragen die van toepassing zijn", "all questions that apply")
    } else {
        l.pick("de vragen met een waarde", "the questions with a value")
    };
    let quick = if quick {
        l.pick(
            " Met “quick” hetzelfde over de vragen van de quickscan, om rondes te vergelijken waarvan er een quickscan was.",
            " With “quick” the same over the questions of the quick scan, to compare waves of which one was quick.",
        )
    } else {
        ""
    };
    l.pick(
        format!("Per deelnemer en vak: gewicht maal waarde, en de gewichten van {weights}. Geteld wordt zonder gewicht.{quick}"),
        format!("Per respondent and cell: weight times value, and the weights of {weights}. Counts have no weights.{quick}"),
    )
}

/// Cells of a respondent.
pub fn cells(l: Language, share: f64) -> String {
    let percent = number::given(l, (share * 1e11).round() / 1e9);
    l.pick(
        format!(
            "Een vak van een deelnemer, waar minstens {percent} % beantwoord is van wat van toepassing is. De waarde wordt \
             een geheel veelvoud van 2^-40, zodat optellen over deelnemers niet van hun volgorde afhangt."
        ),
        format!(
            "A cell of one respondent, where at least {percent}% is answered of what applies. The value becomes a whole \
             multiple of 2^-40, so that adding respondents up does not depend on their order."
        ),
    )
}

/// Sums over the respondents of a role.
pub fn roles(l: Language) -> &'static str {
    l.pick(
        "Per bestuur, ronde en rol: de som over de deelnemers met een waarde, en met hoeveel zij zijn.",
        "Per council, wave and role: the sum over the respondents with a value, and how many they are.",
    )
}

/// Whether somebody answered the quick scan.
pub fn quick_waves(l: Language) -> &'static str {
    l.pick(
        "Of iemand van het bestuur in deze ronde de quickscan kreeg.",
        "Whether someone of the council had the quick scan in this wave.",
    )
}

/// The waves beside a wave.
pub fn waves(l: Language) -> &'static str {
    l.pick(
        "De ronde voor en na deze: die van het bestuur, en die waaraan dezelfde rol meedeed. Antwoorden zonder ronde komen \
         voor noch na een andere.",
        "The wave before and after this one: of the council, and that in which the same role took part. Answers without a \
         wave come neither before nor after another.",
    )
}

/// Readings.
pub fn readings(l: Language, waves: bool, quick: bool) -> String {
    let pooled = l.pick(
        "Elke rol telt mee in de score, en in de score waarin elke deelnemer even zwaar weegt (pooled).",
        "Each role is part of the score, and of the score in which every respondent weighs the same (pooled).",
    );
    let like = if waves {
        l.pick(
            " Een rol die er ook in de ronde ervoor was, telt mee in de vergelijking van gelijk met gelijk: now is deze ronde, \
             before de vorige, onder de naam van deze.",
            " A role that was there in the wave before as well is part of the comparison like for like: now is this wave, \
             before the previous one, under the name of this one.",
        )
    } else {
        ""
    };
    let quick = if quick {
        l.pick(
            " Kreeg iemand in een van beide de quickscan, dan tellen daar alleen die vragen.",
            " Where someone had the quick scan in one of the two, only its questions count there.",
        )
    } else {
        ""
    };
    format!("{pooled}{like}{quick}")
}

/// Which questions a reading counts.
pub fn counted(l: Language) -> &'static str {
    l.pick(
        "Wat elke lezing telt, en voor welke ronde: alle vragen, of alleen die van de quickscan.",
        "What each reading counts, and for which wave: all questions, or those of the quick scan only.",
    )
}

/// Whether a role has a value in both waves.
pub fn alike(l: Language) -> &'static str {
    l.pick(
        "Of een rol in een vak in beide rondes (now en before) een waarde heeft, of in geen van beide.",
        "Whether a role has a value in a cell in both waves (now and before), or in neither.",
    )
}

/// What both waves have.
pub fn in_both(l: Language) -> &'static str {
    l.pick(
        "Gelijk met gelijk tellen alleen de vakken waarin dezelfde rollen in beide rondes een waarde hebben.",
        "Like for like counts only the cells in which the same roles have a value in both waves.",
    )
}

/// Means of roles.
pub fn means(l: Language, roles: bool) -> String {
    let together = if roles {
        l.pick(
            " “together” is hetzelfde voor wat zij samen antwoordden alleen.",
            " “together” is the same for what they answered together alone.",
        )
    } else {
        ""
    };
    l.pick(
        format!("Per rol het gemiddelde van de deelnemers met een waarde, in eenheden van 2^-40.{together}"),
        format!("Per role the mean of the respondents with a value, in units of 2^-40.{together}"),
    )
}

/// Every role the same.
pub fn roles_equal(l: Language) -> String {
    l.pick("elke rol even zwaar".into(), "each role the same".into())
}

/// Every respondent the same.
pub fn roles_pooled(l: Language) -> String {
    l.pick("elke deelnemer even zwaar".into(), "each respondent the same".into())
}

/// Roles with weights.
pub fn roles_weighted(l: Language) -> String {
    l.pick("elke rol volgens haar gewicht".into(), "each role by its weight".into())
}

/// Cells of a council.
pub fn councils(l: Language, rule: &str, roles: bool) -> String {
    if !roles {
        return l.pick(
            "Een vak van een bestuur is het gemiddelde van de deelnemers met een waarde.".into(),
            "A cell of a council is the mean of the respondents with a value.".into(),
        );
    }
    l.pick(
        format!(
            "Een vak van een bestuur: wat zij samen antwoordden, waar dat een waarde heeft, en anders het gemiddelde van de \
             rollen met een waarde, {rule}. De dekking is die van de antwoorden die tellen."
        ),
        format!(
            "A cell of a council: what they answered together, where that has a value, else the mean of the roles with a \
             value, {rule}. The coverage is that of the answers that count."
        ),
    )
}

/// Parents of dimensions.
pub fn parents(l: Language) -> &'static str {
    l.pick(
        "Een dimensie is het gemiddelde, volgens gewicht, van de delen eronder die een waarde hebben.",
        "A dimension is the mean, by weight, of the parts below it that have a value.",
    )
}

/// The whole, of one axis.
pub fn whole(l: Language) -> &'static str {
    l.pick(
        "Het geheel is het gemiddelde, volgens gewicht, van de bovenste dimensies die een waarde hebben.",
        "The whole is the mean, by weight, of the top dimensions that have a value.",
    )
}

/// Dimensions and the whole, of several axes.
pub fn grid(l: Language) -> &'static str {
    l.pick(
        "Elke dimensie en het geheel zijn het gemiddelde, volgens gewicht, van hun vakken die een waarde hebben.",
        "Each dimension and the whole are the mean, by weight, of their cells that have a value.",
    )
}

/// One row per council and wave.
pub fn side_by_side(l: Language) -> &'static str {
    l.pick("Een rij per bestuur en ronde.", "One row per council and wave.")
}

/// Scores on the scale.
pub fn scores(l: Language, decimals: u32) -> String {
    l.pick(
        format!(
            "De scores op de schaal, de dekking (beantwoord gedeeld door van toepassing), de naam uit de laatste ronde, en \
             wat vergeleken wordt: het geheel, afgerond op {decimals} decimalen."
        ),
        format!(
            "The scores on the scale, the coverage (answered divided by applicable), the name of the latest wave, and what is \
             compared: the whole, rounded to {decimals} decimals."
        ),
    )
}

/// Ranks.
pub fn places(l: Language, within: bool) -> &'static str {
    if within {
        l.pick(
            "Hoeveel besturen van dezelfde ronde, scan en klasse een hogere, lagere en gelijke score hebben. Wie geen klasse \
             heeft, wordt met niemand vergeleken.",
            "How many councils of the same wave, scan and class have a higher, lower and equal score. Who has no class is \
             compared with nobody.",
        )
    } else {
        l.pick(
            "Hoeveel besturen van dezelfde ronde en scan een hogere, lagere en gelijke score hebben.",
            "How many councils of the same wave and scan have a higher, lower and equal score.",
        )
    }
}

/// The columns that come out.
pub fn columns(l: Language) -> &'static str {
    l.pick(
        "De kolommen van peil score. De klasse is de hoogste die bereikt is, als er genoeg beantwoord is om er een te noemen.",
        "The columns of peil score. The stage is the highest that is reached, where enough is answered to name one.",
    )
}

/// Said when the statement is in a file.
pub fn written(l: Language, path: &str, engine: &str) -> String {
    l.pick(
        format!("{path} geschreven voor {engine}; bovenaan staat hoe u het uitvoert"),
        format!("{path} written for {engine}; how to run it stands at the top"),
    )
}
