//! Words that no stage holds, by language, and the stages that may.

/// Words that join two states into one stage, beside those that `peil check` refuses in every questionnaire.
pub(super) const JOINING: [(&str, &[&str]); 2] = [("nl", &["en", "of", "noch"]), ("en", &["and", "or", "nor"])];
/// Words that leave no exception, so that nobody can honestly choose them.
pub(super) const ABSOLUTE: [(&str, &[&str]); 2] = [
    (
        "nl",
        &[
            "elk", "elke", "ieder", "iedere", "iedereen", "alle", "alles", "allemaal", "altijd", "steeds", "overal",
            "nooit", "volledig", "geheel",
        ],
    ),
    (
        "en",
        &[
            "each",
            "every",
            "everyone",
            "everything",
            "everywhere",
            "all",
            "always",
            "never",
            "fully",
            "completely",
            "entirely",
        ],
    ),
];
/// Words that ask for an opinion where a state is wanted.
pub(super) const JUDGING: [(&str, &[&str]); 2] = [
    (
        "nl",
        &[
            "juist",
            "juiste",
            "vlot",
            "vlotte",
            "goed",
            "goede",
            "degelijk",
            "degelijke",
            "sterk",
            "sterke",
            "duidelijk",
            "duidelijke",
            "volwaardig",
            "volwaardige",
            "voldoende",
            "genoeg",
            "beter",
            "betere",
            "best",
            "beste",
            "helder",
            "heldere",
            "snel",
            "snelle",
            "makkelijk",
            "passend",
            "passende",
            "modern",
            "moderne",
        ],
    ),
    (
        "en",
        &[
            "proper",
            "properly",
            "smooth",
            "smoothly",
            "good",
            "well",
            "clear",
            "clearly",
            "strong",
            "strongly",
            "right",
            "better",
            "best",
            "sufficient",
            "enough",
            "adequate",
            "quick",
            "quickly",
            "easy",
            "easily",
            "suitable",
            "modern",
            "robust",
        ],
    ),
];
/// Stages that may hold such a word, and why.
pub(super) const EXCEPTIONS: [(&str, &str, &str); 7] = [
    // The ladder of products was agreed as it stands; both words of each pair name one way for the resident.
    ("sd-2", "0", "of or"),
    ("sd-2", "1", "of or"),
    ("sd-2", "2", "volledig entirely"),
    ("sd-2", "3", ","),
    ("sd-2", "4", "of or"),
    // One measurement has two moments.
    ("ve-ds-1", "4", "en and"),
    // The lowest stage says what was never done; that is a fact, not a boast.
    ("in-dl-5", "0", "nooit never"),
];
