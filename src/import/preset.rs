//! The tools whose exports are known, as rows of data: where the names of the columns stand, which columns are the
//! tool's own, what stands between several answers, what says that a question was not shown.
//!
//! This module knows nothing of questionnaires: it is what the tools do, whatever is asked.

/// A tool whose exports are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// LimeSurvey, its CSV or Excel export.
    LimeSurvey,
    /// LimeSurvey, its VV file.
    LimeSurveyVv,
    /// EUSurvey.
    EuSurvey,
    /// Microsoft Forms.
    MicrosoftForms,
    /// Google Forms.
    GoogleForms,
    /// None of these: any table with a row that names its columns.
    Table,
}

impl Tool {
    /// The words for them in a mapping file.
    pub const WORDS: [(&str, Tool); 6] = [
        ("limesurvey", Tool::LimeSurvey),
        ("limesurvey-vv", Tool::LimeSurveyVv),
        ("eusurvey", Tool::EuSurvey),
        ("microsoft-forms", Tool::MicrosoftForms),
        ("google-forms", Tool::GoogleForms),
        ("table", Tool::Table),
    ];

    /// The word in a mapping file.
    pub fn word(self) -> &'static str {
        Tool::WORDS.iter().find(|(_, tool)| *tool == self).map_or("table", |(word, _)| word)
    }

    /// Its name; `None` for a table of no known tool.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Tool::LimeSurvey => Some("LimeSurvey"),
            Tool::LimeSurveyVv => Some("LimeSurvey VV"),
            Tool::EuSurvey => Some("EUSurvey"),
            Tool::MicrosoftForms => Some("Microsoft Forms"),
            Tool::GoogleForms => Some("Google Forms"),
            Tool::Table => None,
        }
    }
}

/// Words with `|` between them.
pub(super) type Words = &'static str;

/// Whether a word is one of some.
pub(super) fn is_among(words: Words, word: &str) -> bool {
    !word.is_empty() && words.split('|').any(|known| known == word)
}

/// One tool.
#[derive(Debug)]
pub(super) struct Preset {
    pub(super) tool: Tool,
    /// Whether a row of labels stands above the row that names the columns.
    pub(super) labels_above: bool,
    /// Its own columns, as they are named in the languages it speaks; never answers. In lower case.
    pub(super) own: Words,
    /// What its own columns about a question start or end with, in lower case.
    pub(super) own_starts: Words,
    pub(super) own_ends: Words,
    /// Of its own columns those that name a person, in the order of trust; several rows of one are duplicates.
    pub(super) person: Words,
    /// What stands for nobody in them.
    pub(super) nobody: Words,
    /// Its own column that is empty while someone is still answering.
    pub(super) finished: Words,
    /// Its own column with a number that it gives each response.
    pub(super) response: Words,
    /// Its own columns that, with that number, tell a response from those of other surveys; of several the first that is
    /// filled in, so what does not change when a response is finished later stands before what does.
    pub(super) moment: Words,
    /// Its own columns that tell when a response was last changed, those that tell more before others: what is empty in one
    /// was not changed again after what the next one says.
    pub(super) changed: &'static [Words],
    /// Its own column with the last page that was reached.
    pub(super) page: Words,
    /// Its own column that is never empty: a row without it goes on with the row before.
    pub(super) number: Option<&'static str>,
    /// Two of these names of columns, or as many as there are, tell the tool. In lower case.
    pub(super) signs: Words,
    /// What stands between several answers in one cell.
    pub(super) several: Option<&'static str>,
    /// What stands in a cell whose question was not shown.
    pub(super) not_shown: Words,
    /// Whether braces stand for other characters.
    pub(super) braces: bool,
    /// Whether a title that comes back gets a number behind it.
    pub(super) numbered: bool,
}

/// The words of a ticked box, in lower case.
pub(super) const TICKED: Words = "y|yes|ja|oui|true|waar|1|x|selected|quoted";
/// The words of a box that is not, in lower case.
pub(super) const UNTICKED: Words = "n|no|nee|neen|non|nein|false|onwaar|0|not selected|not quoted";
/// Yes in the languages of the tools, as they write it.
pub(super) const YES: Words = "Yes|Ja|Oui|Y|yes|ja|oui|TRUE|true|Waar|WAAR";
/// No likewise.
pub(super) const NO: Words = "No|Nee|Neen|Non|Nein|N|no|nee|neen|non|nein|FALSE|false|Onwaar|ONWAAR";

const LIMESURVEY: Words = "id|submitdate|lastpage|startlanguage|seed|token|startdate|datestamp|ipaddr|refurl|interviewtime|\
     response id|date submitted|last page|start language|date started|date last action|ip address|\
     referrer url|total time|firstname|lastname|email|first name|last name|email address|access code";

const LIMESURVEY_RESPONSE: Words = "id|response id";
const LIMESURVEY_MOMENT: Words = "seed|startdate|date started|submitdate|date submitted";
const LIMESURVEY_CHANGED: &[Words] = &["datestamp|date last action", "submitdate|date submitted"];
const LIMESURVEY_PAGE: Words = "lastpage|last page";
/// What LimeSurvey writes instead of a moment that it does not keep.
pub(super) const NO_MOMENT: &str = "1980-01-01";

const EUSURVEY: Words = "invitation number|contribution id|user name|creation date|last update|languages|total score";

const MICROSOFT: Words = "id|start time|completion time|email|name|last modified time|language|total points|quiz feedback|\
     grade posted time|begintijd|tijd van voltooien|e-mail|naam|tijd van laatste wijziging|taal|\
     totaal aantal punten|feedback over de quiz|feedback over quiz|heure de début|heure de fin|\
     adresse de messagerie|nom|heure de la dernière modification|langue|startzeit|fertigstellungszeit|\
     uhrzeit der letzten änderung|zeitpunkt der letzten änderung|sprache|gesamtpunktzahl";

const MICROSOFT_CHANGED: &[Words] = &[
    "last modified time|tijd van laatste wijziging|heure de la dernière modification|uhrzeit der letzten änderung|\
     zeitpunkt der letzten änderung",
    "completion time|tijd van voltooien|heure de fin|fertigstellungszeit",
];

const GOOGLE: Words = "timestamp|email address|username|score|tijdstempel|e-mailadres|gebruikersnaam|horodateur|\
     adresse e-mail|nom d'utilisateur|zeitstempel|e-mail-adresse|nutzername";

const NOTHING: Preset = Preset {
    tool: Tool::Table,
    labels_above: false,
    own: "",
    own_starts: "",
    own_ends: "",
    person: "",
    nobody: "",
    finished: "",
    response: "",
    moment: "",
    changed: &[],
    page: "",
    number: None,
    signs: "",
    several: None,
    not_shown: "",
    braces: false,
    numbered: false,
};

/// The tools, the most particular first; the last is any table.
pub(super) static PRESETS: [Preset; 6] = [
    Preset {
        tool: Tool::LimeSurveyVv,
        labels_above: true,
        own: LIMESURVEY,
        own_starts: "grouptime",
        own_ends: "time",
        person: "token",
        finished: "submitdate|date submitted",
        response: LIMESURVEY_RESPONSE,
        moment: LIMESURVEY_MOMENT,
        changed: LIMESURVEY_CHANGED,
        page: LIMESURVEY_PAGE,
        signs: "submitdate|lastpage|startlanguage",
        not_shown: "{question_not_shown}",
        braces: true,
        ..NOTHING
    },
    Preset {
        tool: Tool::LimeSurvey,
        own: LIMESURVEY,
        own_starts: "grouptime|group time|question time",
        own_ends: "time",
        person: "token|access code",
        finished: "submitdate|date submitted",
        response: LIMESURVEY_RESPONSE,
        moment: LIMESURVEY_MOMENT,
        changed: LIMESURVEY_CHANGED,
        page: LIMESURVEY_PAGE,
        signs: "submitdate|lastpage|startlanguage|date submitted|last page|start language",
        not_shown: "{question_not_shown}",
        ..NOTHING
    },
    Preset {
        tool: Tool::EuSurvey,
        own: EUSURVEY,
        person: "invitation number",
        response: "contribution id",
        moment: "creation date",
        changed: &["last update"],
        number: Some("contribution id"),
        signs: "invitation number|contribution id|user name|creation date|last update",
        several: Some(";"),
        ..NOTHING
    },
    Preset {
        tool: Tool::MicrosoftForms,
        own: MICROSOFT,
        own_starts: "points - |feedback - |punten - |punkte - |commentaires - ",
        person: "email|e-mail|adresse de messagerie",
        nobody: "anonymous|anoniem|anonyme|anonym",
        response: "id",
        moment: "start time|begintijd|heure de début|startzeit|completion time|tijd van voltooien|heure de fin|\
     fertigstellungszeit",
        changed: MICROSOFT_CHANGED,
        signs: "start time|completion time|begintijd|tijd van voltooien|heure de début|heure de fin|startzeit|\
     fertigstellungszeit",
        several: Some(";"),
        numbered: true,
        ..NOTHING
    },
    Preset {
        tool: Tool::GoogleForms,
        own: GOOGLE,
        own_ends: " [score]| [feedback]",
        person: "email address|e-mailadres|adresse e-mail|e-mail-adresse|username|gebruikersnaam",
        changed: &["timestamp|tijdstempel|horodateur|zeitstempel"],
        signs: "timestamp|tijdstempel|horodateur|zeitstempel",
        several: Some(", "),
        ..NOTHING
    },
    NOTHING,
];

impl Preset {
    pub(super) fn of(tool: Tool) -> &'static Preset {
        PRESETS.iter().find(|preset| preset.tool == tool).unwrap_or(&PRESETS[PRESETS.len() - 1])
    }

    /// Whether a column is the tool's own; `is_question` tells whether a code is one of a question.
    pub(super) fn owns(&self, name: &str, is_question: impl Fn(&str) -> bool) -> bool {
        let lower = name.to_lowercase();
        let about_a_question = |end: &str| {
            // `M1Time` is LimeSurvey's own where `M1` is a question; `Lunchtime` is not.
            let before = name.get(..name.len().saturating_sub(end.len()));
            end.starts_with(' ') || before.is_some_and(&is_question)
        };
        let each = |words: Words| words.split('|').filter(|word| !word.is_empty());
        is_among(self.own, &lower)
            || each(self.own_starts).any(|start| lower.starts_with(start))
            || each(self.own_ends).filter(|end| lower.ends_with(end)).any(about_a_question)
    }

    /// Whether the tool names its columns so.
    pub(super) fn names(&self, row: &[String]) -> bool {
        match self.tool {
            Tool::Table => false,
            // Its only column that is always there stands first.
            Tool::GoogleForms => row.first().is_some_and(|name| is_among(self.signs, &name.to_lowercase())),
            _ => row.iter().filter(|name| is_among(self.signs, &name.to_lowercase())).count() >= 2,
        }
    }
}

/// Puts back the characters that LimeSurvey's VV files write in braces.
pub(super) fn without_braces(text: &str) -> String {
    if !text.contains('{') {
        return text.to_owned();
    }
    let text = text.strip_prefix("{quote}").map(|rest| format!("\"{rest}")).unwrap_or_else(|| text.to_owned());
    // The brace was written first, so it is read last.
    let signs = [("{tab}", "\t"), ("{cr}", "\r"), ("{newline}", "\n"), ("{lbrace}", "{")];
    signs.iter().fold(text, |text, (written, sign)| text.replace(written, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timings_of_a_question_are_the_tools_own_and_a_question_about_time_is_not() {
        let preset = Preset::of(Tool::LimeSurvey);
        let is_question = |code: &str| code == "M1";
        assert!(preset.owns("M1Time", is_question) && preset.owns("groupTime12", is_question));
        assert!(!preset.owns("Lunchtime", is_question));
    }

    #[test]
    fn braces_that_someone_typed_come_back_as_they_were() {
        assert_eq!(without_braces("{quote}een{newline}{lbrace}tab}"), "\"een\n{tab}");
    }

    #[test]
    fn a_tools_words_are_in_lower_case_so_that_they_can_be_found() {
        for preset in &PRESETS {
            let words = [preset.own, preset.own_starts, preset.own_ends, preset.person, preset.signs].concat();
            assert_eq!(words, words.to_lowercase());
            let persons = preset.person.split('|').filter(|word| !word.is_empty());
            let own = |word: &str| is_among(preset.own, word);
            assert!({ persons }.all(own), "{preset:?}");
            let changed = preset.changed.join("|");
            let known = [preset.finished, preset.response, preset.moment, &changed, preset.page]
                .map(|words| words.split('|').filter(|word| !word.is_empty()));
            assert!(known.into_iter().flatten().all(own), "{preset:?}");
        }
    }
}
