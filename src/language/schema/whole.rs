//! The fields of a questionnaire beside its questions.

use crate::language::Language;

pub(super) fn field(l: Language, map: &str, field: &str) -> &'static str {
    match map {
        "questionnaire" => head(l, field),
        "scale" | "stage" => scale(l, map, field),
        "axis" | "dimension" | "cell" | "role" => axes(l, map, field),
        "scoring" | "group" => scoring(l, field),
        "dropped" | "target" | "aim" => targets(l, map, field),
        _ => "",
    }
}

fn head(l: Language, field: &str) -> &'static str {
    match field {
        "peil" => l.pick("De naam van dit formaat.", "The name of this format."),
        "id" => {
            l.pick("Het id van de vragenlijst; antwoorden noemen het.", "The id of the questionnaire; answers name it.")
        }
        "version" => l.pick("Drie gehele getallen, zoals `1.0.0`.", "Three whole numbers, such as `1.0.0`."),
        "languages" => l.pick(
            "De talen waarin elke tekst bestaat, zoals `nl` of `nl-BE`.",
            "The languages in which every text exists, such as `nl` or `nl-BE`.",
        ),
        "title" => l.pick("De naam van de vragenlijst.", "The name of the questionnaire."),
        "provenance" => l.pick(
            "Waar ze vandaan komt, en wat ze niet beweert te zijn.",
            "Where it comes from, and what it does not claim to be.",
        ),
        "licence" => l.pick("De licentie, zoals `CC-BY-4.0`.", "The licence, such as `CC-BY-4.0`."),
        "minutes" => l.pick(
            "Hoeveel minuten één persoon nodig heeft, 1 tot 600.",
            "How many minutes one person needs, 1 to 600.",
        ),
        "scale" => l.pick("De schaal waarop elke score ligt.", "The scale on which every score lies."),
        "axes" => l.pick("Eén of meer manieren om de vragen te groeperen.", "One or more ways to group the questions."),
        "cells" => l.pick(
            "Bij meer dan één as: de vakken die niet het gewicht 1 hebben.",
            "With more than one axis: the cells that do not weigh 1.",
        ),
        "roles" => l.pick("Wie er gevraagd wordt, hoogstens 64 rollen.", "Who is asked, at most 64 roles."),
        "scoring" => l.pick(
            "De rekenregels; wat er niet staat, houdt zijn standaardwaarde.",
            "The rules of scoring; what is left out keeps its default.",
        ),
        "choices" => l.pick(
            "Keuzelijsten die vragen delen, elk onder een naam.",
            "Lists of choices that questions share, each under a name.",
        ),
        "questions" => l.pick(
            "De vragen, in volgorde; minstens één telt mee voor de score.",
            "The questions, in order; at least one is scored.",
        ),
        "dropped" => l.pick(
            "Vragen van eerdere versies die niet meer gesteld worden.",
            "Questions of earlier versions that are no longer asked.",
        ),
        "targets" => l.pick(
            "Streefprofielen: waar een bestuur van een bepaalde soort naartoe wil.",
            "Targets: where a council of some kind may want to stand.",
        ),
        "tests" => l.pick(
            "Tests: antwoorden met de scores die eruit moeten komen.",
            "Golden tests: answers with the scores that they must give.",
        ),
        _ => "",
    }
}

fn scale(l: Language, map: &str, field: &str) -> &'static str {
    match (map, field) {
        (_, "max") => l.pick(
            "De hoogste score, boven 0 en hoogstens 1000000; de laagste is 0.",
            "The highest score, above 0 and at most 1000000; the lowest is 0.",
        ),
        (_, "stages") => l.pick("De klassen, van laag naar hoog.", "The stages, from low to high."),
        (_, "id") => l.pick("Het id van de klasse.", "The id of the stage."),
        (_, "from") => l.pick(
            "De laagste score van de klasse, die zelf meetelt; de eerste klasse begint bij 0.",
            "The lowest score of the stage, itself included; the first stage starts at 0.",
        ),
        (_, "title") => l.pick(
            "De naam, met kleine letter omdat hij in zinnen staat.",
            "The name, in small letters because it stands inside sentences.",
        ),
        _ => "",
    }
}

fn axes(l: Language, map: &str, field: &str) -> &'static str {
    match (map, field) {
        ("axis", "id") => l.pick("Het id van de as.", "The id of the axis."),
        ("axis", "title") => l.pick("De naam van de as.", "The name of the axis."),
        ("axis", "dimensions") => l.pick("De dimensies van de as.", "The dimensions of the axis."),
        ("dimension", "id") => l.pick(
            "Het id van de dimensie; het wordt een kolom van tabellen.",
            "The id of the dimension; it becomes a column of tables.",
        ),
        ("dimension", "title") => l.pick("De naam van de dimensie.", "The name of the dimension."),
        ("dimension", "asks") => {
            l.pick("De vraag waar de dimensie voor staat.", "The question that the dimension stands for.")
        }
        ("dimension", "weight") => l.pick(
            "Haar gewicht tussen haar buren; bij meer dan één as kan het alleen 1 zijn.",
            "Its weight among its siblings; with more than one axis it can only be 1.",
        ),
        ("dimension", "dimensions") => l.pick("De dimensies eronder.", "The dimensions below it."),
        ("cell", "at") => l.pick("Eén dimensie van elke as.", "One dimension of every axis."),
        ("cell", "weight") => {
            l.pick("Het gewicht van het vak, 0,000001 tot 1000000.", "The weight of the cell, 0.000001 to 1000000.")
        }
        ("role", "id") => l.pick("Het id van de rol.", "The id of the role."),
        ("role", "title") => l.pick("De naam van de rol.", "The name of the role."),
        _ => "",
    }
}

fn scoring(l: Language, field: &str) -> &'static str {
    match field {
        "min_coverage" => l.pick(
            "Het deel van de vragen in een vak dat een deelnemer beantwoord moet hebben, 0 tot 1; standaard 0,6.",
            "The share of the questions in a cell that a respondent must have answered, 0 to 1; by default 0.6.",
        ),
        "stage_coverage" => l.pick(
            "Het deel dat beantwoord moet zijn om een klasse te noemen, 0 tot 1; standaard 0,8.",
            "The share that must have been answered to name a stage, 0 to 1; by default 0.8.",
        ),
        "roles" => l.pick(
            "Wat rollen wegen: elke rol evenveel (`equal`), elke deelnemer evenveel (`pooled`), of een gewicht per rol.",
            "What roles weigh: each role the same (`equal`), each respondent the same (`pooled`), or a weight per role.",
        ),
        "missing" => l.pick(
            "Of een open vraag wegblijft (`exclude`) of als niets telt (`zero`).",
            "Whether an unanswered question is left out (`exclude`) or counts as nothing (`zero`).",
        ),
        "compare_decimals" => l.pick(
            "Op hoeveel decimalen scores vergeleken worden, 0 tot 12; standaard 9.",
            "At how many decimals scores are compared, 0 to 12; by default 9.",
        ),
        "minimum_group" => l.pick(
            "Vanaf hoeveel iets openbaar getoond wordt.",
            "From how many on something is shown to the public.",
        ),
        "respondents" => l.pick(
            "Deelnemers in een deelgroep, 3 tot 10000; standaard 5.",
            "Respondents in a subgroup, 3 to 10000; by default 5.",
        ),
        "councils" => l.pick(
            "Besturen in een vergelijkingsgroep, 3 tot 10000; standaard 5.",
            "Councils in a peer group, 3 to 10000; by default 5.",
        ),
        "comments" => l.pick(
            "Deelnemers achter wat er geschreven is, 3 tot 10000; standaard 10.",
            "Respondents behind what was written, 3 to 10000; by default 10.",
        ),
        _ => "",
    }
}

fn targets(l: Language, map: &str, field: &str) -> &'static str {
    match (map, field) {
        ("dropped", "id") => l.pick(
            "Het id van de vraag die vervalt, of van één van haar kolommen, zoals `producten.geboorte`.",
            "The id of the question that is gone, or of one of its columns, such as `products.birth`.",
        ),
        ("dropped", "since") => l.pick("De eerste versie zonder die vraag.", "The first version without it."),
        ("target", "id") => l.pick("Het id van het streefprofiel.", "The id of the target."),
        ("target", "title") => l.pick("De naam van het streefprofiel.", "The name of the target."),
        ("target", "aims") => {
            l.pick("Per dimensie een score en de reden.", "For each dimension a score and the reason.")
        }
        ("aim", "score") => l.pick(
            "De score om naar te streven, van 0 tot de hoogste van de schaal.",
            "The score to aim for, from 0 to the highest of the scale.",
        ),
        ("aim", "reason") => l.pick("Waarom die, en niet hoger of lager.", "Why that one, and not higher or lower."),
        _ => "",
    }
}
