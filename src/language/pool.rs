//! What the note says that goes with answers for pooling: what is in the files, and what was withheld.

use super::Language;
use super::report::councils;

/// What there is to tell.
#[derive(Clone, Debug)]
pub struct Facts {
    /// What was asked: id and version.
    pub questionnaire: String,
    /// Councils.
    pub councils: usize,
    /// How many times a council took part in a wave.
    pub groups: usize,
    /// Of how many of them the rows are there.
    pub with_rows: usize,
    /// Rows.
    pub rows: usize,
    /// Councils, each wave once, with too few respondents.
    pub few_respondents: usize,
    /// With a role that is too small.
    pub small_role: usize,
    /// With answers to an earlier version.
    pub earlier_version: usize,
    /// Councils without their classes.
    pub without_classes: usize,
    /// Comments, evidence, reasons and answers in words that were left out.
    pub texts: [usize; 4],
    /// From how many respondents on a subgroup may be shown.
    pub minimum_respondents: u32,
    /// From how many councils on a class may be told.
    pub minimum_councils: u32,
    /// Whether some questions ask for a number.
    pub numeric: bool,
    /// Whether the ids follow from a seed.
    pub seeded: bool,
}

impl Facts {
    fn has_rows(&self) -> bool {
        self.rows > 0
    }
}

/// After writing.
pub fn withheld_in_short(l: Language, only_scores: usize, groups: usize) -> String {
    if only_scores == 0 {
        return l
            .pick(
                "Van elk bestuur staan de rijen erin, zonder namen.",
                "The rows of every council are in it, without names.",
            )
            .to_owned();
    }
    if only_scores == groups {
        return l
            .pick(
                "Van elk bestuur staan alleen de scores erin; de notitie zegt waarom.",
                "Of every council only the scores are in it; the note says why.",
            )
            .to_owned();
    }
    let of = councils(l, groups);
    l.pick(
        format!(
            "Van {only_scores} van de {of} (elke ronde apart) staan alleen de scores erin; de notitie zegt waarom."
        ),
        format!("Of {only_scores} of {of} (each wave apart) only the scores are in it; the note says why."),
    )
}

/// The note, as Markdown.
pub fn note(l: Language, facts: &Facts) -> String {
    let mut text = format!("# {}\n\n", l.pick("Bij deze gebundelde antwoorden", "With these pooled answers"));
    let mut section = |title: &str, lines: Vec<String>| {
        let lines: String = lines.iter().map(|line| format!("- {line}\n")).collect();
        text.push_str(&format!("## {title}\n\n{lines}\n"));
    };
    section(l.pick("Wat erin staat", "What is in it"), inside(l, facts));
    section(l.pick("Wat is achtergehouden", "What was withheld"), withheld(l, facts));
    section(l.pick("Wat u ermee kunt", "What it can be used for"), use_of(l, facts));
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn inside(l: Language, facts: &Facts) -> Vec<String> {
    let all = councils(l, facts.councils);
    let (asked, rows) = (&facts.questionnaire, facts.rows);
    let (rows, groups) = (l.counted(rows, l.pick("rij", "row"), l.pick("rijen", "rows")), facts.groups);
    if !facts.has_rows() {
        return vec![
            l.pick(
                format!("Alleen scores over `{asked}` van {all}; rijen met antwoorden zijn er niet."),
                format!("Only scores on `{asked}` of {all}; there are no rows of answers."),
            ),
            l.pick(
                "Codes van besturen zijn geloot; die van een bestuur is in elke ronde dezelfde.".to_owned(),
                "Ids of councils were drawn by chance; that of a council is the same in every wave.".to_owned(),
            ),
        ];
    }
    let of = match groups {
        1 => l.pick(
            "de enige keer dat een bestuur in een ronde meedeed".to_owned(),
            "the only time that a council took part in a wave".to_owned(),
        ),
        _ => l.pick(
            format!("{} van de {groups} keer dat een bestuur in een ronde meedeed", facts.with_rows),
            format!("{} of the {groups} times that a council took part in a wave", facts.with_rows),
        ),
    };
    vec![
        l.pick(format!("Antwoorden op `{asked}` van {all}."), format!("Answers to `{asked}` of {all}.")),
        l.pick(
            format!("{rows} met antwoorden, één per deelnemer: van {of}."),
            format!("{rows} of answers, one per respondent: of {of}."),
        ),
        l.pick(
            "Codes van besturen en deelnemers zijn geloot; die van een bestuur is in elke ronde dezelfde, die van een \
             deelnemer niet."
                .to_owned(),
            "Ids of councils and respondents were drawn by chance; that of a council is the same in every wave, that of a \
             respondent is not."
                .to_owned(),
        ),
    ]
}

fn withheld(l: Language, facts: &Facts) -> Vec<String> {
    let people = facts.minimum_respondents;
    let mut lines = vec![l.pick(
        format!("Namen: van {}.", councils(l, facts.councils)),
        format!("Names: of {}.", councils(l, facts.councils)),
    )];
    let reasons = [
        (
            facts.few_respondents,
            l.pick(format!("minder dan {people} deelnemers"), format!("fewer than {people} respondents")),
        ),
        (
            facts.small_role,
            l.pick(
                format!("een rol met minder dan {people} deelnemers; zonder die rol zouden de scores andere zijn"),
                format!("a role with fewer than {people} respondents; without that role the scores would be others"),
            ),
        ),
        (
            facts.earlier_version,
            l.pick(
                "antwoorden op een eerdere versie van de vragenlijst".to_owned(),
                "answers to an earlier version of the questionnaire".to_owned(),
            ),
        ),
    ];
    for (count, why) in reasons.iter().filter(|(count, _)| *count > 0) {
        let times = l.pick(format!("{count} keer"), l.counted(*count, "time", "times"));
        lines.push(l.pick(
            format!(
                "De rijen van een bestuur in een ronde, {times}: {why}. De scores staan in het bestand met scores."
            ),
            format!("The rows of a council in a wave, {times}: {why}. The scores are in the file of scores."),
        ));
    }
    if facts.without_classes > 0 {
        let (of, minimum) = (councils(l, facts.without_classes), facts.minimum_councils);
        lines.push(l.pick(
            format!("Klassen van {of}: minder dan {minimum} besturen hebben dezelfde klassen in dezelfde rondes."),
            format!("Classes of {of}: fewer than {minimum} councils have the same classes in the same waves."),
        ));
    }
    lines.push(texts(l, facts.texts));
    lines
}

fn texts(l: Language, [comments, evidence, reasons, texts]: [usize; 4]) -> String {
    let parts = [
        l.counted(comments, l.pick("opmerking", "comment"), l.pick("opmerkingen", "comments")),
        l.counted(evidence, l.pick("bewijsstuk", "piece of evidence"), l.pick("bewijsstukken", "pieces of evidence")),
        l.counted(reasons, l.pick("reden", "reason"), l.pick("redenen", "reasons")),
        l.counted(
            texts,
            l.pick("antwoord in woorden", "answer in words"),
            l.pick("antwoorden in woorden", "answers in words"),
        ),
    ];
    l.pick(format!("Alles wat geschreven is: {}.", l.list(&parts)), format!("Everything written: {}.", l.list(&parts)))
}

fn use_of(l: Language, facts: &Facts) -> Vec<String> {
    let people = l.counted(
        facts.minimum_respondents as usize,
        l.pick("deelnemer", "respondent"),
        l.pick("deelnemers", "respondents"),
    );
    let mut lines = Vec::new();
    if facts.has_rows() {
        lines.extend([
        l.pick(
            "`peil score` en `peil compare` lezen de rijen als elke tabel met antwoorden en geven dezelfde scores.".to_owned(),
            "`peil score` and `peil compare` read the rows as any table of answers, and give the same scores.".to_owned(),
        ),
        l.pick(
            format!(
                "De scores zijn die van vóór het bundelen. Wie de score van een bestuur kent, kan het dus herkennen, en \
                 ziet dan de antwoorden van minstens {people} per rol, niet wie wat antwoordde."
            ),
            format!(
                "The scores are those of before the pooling. Whoever knows the score of a council can thus recognise it, \
                 and then sees answers of at least {people} per role, not who gave which."
            ),
        ),
        ]);
    } else {
        lines.push(l.pick(
            "De scores zijn die van vóór het bundelen. Wie de score van een bestuur kent, kan het dus herkennen.".to_owned(),
            "The scores are those of before the pooling. Whoever knows the score of a council can thus recognise it.".to_owned(),
        ));
    }
    lines.extend((facts.numeric && facts.has_rows()).then(|| {
        l.pick(
            "Getallen staan er zoals ze zijn ingevuld. Kijk na of er een bij is dat een bestuur verraadt, zoals een aantal \
             inwoners."
                .to_owned(),
            "Numbers are as they were filled in. Look whether one gives a council away, such as a number of inhabitants."
                .to_owned(),
        )
    }));
    lines.extend(facts.seeded.then(|| {
        l.pick(
            "De codes volgen uit --seed: wie het getal en de antwoorden heeft, kan ze herleiden.".to_owned(),
            "The ids follow from --seed: whoever has the number and the answers can trace them back.".to_owned(),
        )
    }));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(groups: usize, with_rows: usize, rows: usize) -> Facts {
        Facts {
            questionnaire: "kort 1.0.0".to_owned(),
            councils: groups,
            groups,
            with_rows,
            rows,
            few_respondents: groups - with_rows,
            small_role: 0,
            earlier_version: 0,
            without_classes: 0,
            texts: [0; 4],
            minimum_respondents: 5,
            minimum_councils: 5,
            numeric: true,
            seeded: false,
        }
    }

    #[test]
    fn without_rows_the_note_speaks_of_scores_only() {
        let nl = note(Language::Nl, &facts(2, 0, 0));
        assert!(
            nl.contains("Alleen scores over `kort 1.0.0` van 2 besturen; rijen met antwoorden zijn er niet."),
            "{nl}"
        );
        let en = note(Language::En, &facts(2, 0, 0));
        for said in ["0 rows", "read the rows", "sees answers", "Numbers are", "respondent is not"] {
            assert!(!en.contains(said), "{said} in {en}");
        }
        assert_eq!(
            withheld_in_short(Language::En, 2, 2),
            "Of every council only the scores are in it; the note says why."
        );
    }

    #[test]
    fn of_one_council_the_note_is_singular() {
        let nl = note(Language::Nl, &facts(1, 1, 6));
        let said = "6 rijen met antwoorden, één per deelnemer: van de enige keer dat een bestuur in een ronde meedeed.";
        assert!(nl.contains(said), "{nl}");
        let en = note(Language::En, &facts(3, 2, 12));
        assert!(
            en.contains("12 rows of answers, one per respondent: of 2 of the 3 times that a council took part"),
            "{en}"
        );
        assert!(withheld_in_short(Language::Nl, 1, 1).starts_with("Van elk bestuur staan alleen de scores erin"));
    }
}
