//! What the flags do that list councils, pool answers, or measure by targets.

use crate::language::Language;

/// What a flag does; empty for one that belongs elsewhere.
pub(super) fn argument(l: Language, id: &str) -> &'static str {
    match id {
        "lowest" => l.pick(
            "Wie u zou uitnodigen: zoveel van de laagste, met --show-names; -o x.csv kan ook",
            "Whom to invite: so many of the lowest, with --show-names; -o x.csv works too",
        ),
        "below" => l.pick(
            "Wie u zou uitnodigen: elke score hieronder, met --show-names",
            "Whom to invite: every score under this, with --show-names",
        ),
        "anonymise" => l.pick(
            "Schrijf antwoorden om te bundelen: zonder namen en opmerkingen, met een notitie, naar -o x.csv",
            "Write answers for pooling: without names and comments, with a note, to -o x.csv",
        ),
        "pool_seed" => l.pick(
            "Met --anonymise: dezelfde codes in elke run; houd het getal voor uzelf",
            "With --anonymise: the same ids in every run; keep the number to yourself",
        ),
        "target" => l.pick(
            "Streefwaarden: een profiel van de vragenlijst, zoals klein",
            "Targets: a profile of the questionnaire, such as klein",
        ),
        "targets" => l.pick(
            "Eigen streefwaarden met hun reden, uit dit bestand",
            "Targets of your own with their reasons, from this file",
        ),
        _ => "",
    }
}
