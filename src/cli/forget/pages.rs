//! Pages that peil made: with which command, as a page says under "make it again". The tree of where a number comes from
//! says no command; that it is one shows in its last sentence, and whose it is in its first line.

use peil::language::cli as words;
use peil::language::report::about as page;
use peil::language::{Language, command, typed_words};
use peil::responses::Wave;

use super::questionnaires::Named;

/// What stands between the name of a questionnaire and its hash on every page.
const BEFORE_HASH: &str = " b3:";

/// A report, a comparison, or where a number comes from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// `report`, `compare`, or `score` where a number comes from.
    pub(crate) verb: &'static str,
    /// What follows the answers in the command, each with its value.
    pub(super) flags: Vec<(String, Option<String>)>,
    /// `None` when the page does not say.
    pub(super) questionnaire: Option<Named>,
    /// `None` where no words tell it.
    pub(super) language: Option<Language>,
}

/// The tree of where a number comes from, which names a council and a wave, and not the number in the way it is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tree {
    pub(super) name: String,
    pub(super) wave: Option<Wave>,
    pub(super) language: Language,
}

impl Page {
    /// Where a number of a council in a wave comes from; an empty one is not known.
    pub(super) fn derivation(council: &str, wave: &str, number: &str) -> Page {
        let flag = |name: &str, value: &str| (name.to_owned(), Some(value.to_owned()));
        let mut flags = vec![flag("council", council), flag("wave", wave), flag("explain", number)];
        flags.retain(|(_, value)| value.as_deref() != Some(""));
        Page { verb: "score", flags, questionnaire: None, language: None }
    }

    /// The value of a flag.
    pub(crate) fn flag(&self, name: &str) -> Option<&str> {
        self.flags.iter().find(|(flag, _)| flag == name)?.1.as_deref()
    }

    /// The one council it is about. A comparison of councils is about all of them, whichever are pointed out.
    pub(super) fn only_council(&self) -> Option<&str> {
        let is_of_all = self.verb == "compare" && self.flag("by").is_none();
        self.flag("council").filter(|_| !is_of_all)
    }

    /// The wave it is about.
    pub(super) fn wave(&self) -> Option<Wave> {
        self.flag("wave").and_then(Wave::parse)
    }

    /// The flags as they are typed, with a space before each.
    pub(super) fn typed_flags(&self) -> String {
        let typed = |(flag, value): &(String, Option<String>)| {
            let flag = format!("--{flag}");
            format!(" {}", command([flag.as_str()].into_iter().chain(value.as_deref())))
        };
        self.flags.iter().map(typed).collect()
    }
}

/// The page that a text is.
pub(crate) fn page(text: &str) -> Option<Page> {
    // Lines of a terminal are wrapped wherever a blank is.
    let text = unwrapped(text);
    let before = text.find(BEFORE_HASH)?;
    let reference = text[..before].rsplit(['`', '>', ' ']).next()?;
    let hash = &text[before + BEFORE_HASH.len()..];
    let hash = &hash[..hash.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(hash.len())];
    let questionnaire = Named::parse(reference, Some(&format!("{}{hash}", BEFORE_HASH.trim_start())));
    for language in Language::ALL {
        for verb in ["report", "compare", "score"] {
            let start = format!("peil {verb} {}", page::answers_placeholder(language));
            let Some(at) = text.find(&start) else { continue };
            let rest = &text[at + start.len()..];
            let after = page::explain_text(language).trim();
            let end = ["</code>", "`", after].into_iter().filter_map(|end| rest.find(end)).min()?;
            let flags = flags(&unescaped(rest[..end].trim()));
            let page = Page { verb, flags, questionnaire: Some(questionnaire.clone()), language: Some(language) };
            // Every page names the command that explains a figure, without saying which.
            if verb != "score" || page.flag("explain").is_some() {
                return Some(page);
            }
        }
    }
    None
}

/// The tree that a text is.
pub(super) fn tree(text: &str) -> Option<Tree> {
    let whole = unwrapped(text);
    let tells = |l: &Language| whole.contains(&unwrapped(&words::how_to_read_derivation(*l, false)));
    let language = Language::ALL.into_iter().find(tells)?;
    let heading = text.lines().next()?.trim();
    let parted = heading.rsplit_once(" · ").and_then(|(name, wave)| Some((name, Wave::parse(wave)?)));
    let (name, wave) = parted.map_or((heading, None), |(name, wave)| (name, Some(wave)));
    Some(Tree { name: name.to_owned(), wave, language })
}

fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The flags of a command with their values. Before them may stand `-q` and a word for the questionnaire, which a page
/// does not know.
fn flags(text: &str) -> Vec<(String, Option<String>)> {
    let mut flags: Vec<(String, Option<String>)> = Vec::new();
    for word in typed_words(text) {
        match (word.strip_prefix("--"), flags.last_mut()) {
            (Some(flag), _) => flags.push((flag.to_owned(), None)),
            (None, Some((_, Some(value)))) => value.push_str(&format!(" {word}")),
            (None, Some((_, value))) => *value = Some(word),
            (None, None) => {}
        }
    }
    flags
}

fn unescaped(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    marks.into_iter().fold(text.to_owned(), |text, (mark, c)| text.replace(mark, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page_of(text: &str) -> Page {
        page(text).expect("a page of peil")
    }

    #[test]
    fn a_page_tells_its_command_in_each_format() {
        let html = page_of(
            "<dd>X 1.0.0, <code>kort@1.0.0 b3:12</code></dd> … <code>peil report ANSWERS --council A&amp;B --wave 2026 \
             --within my size</code>. Where",
        );
        assert_eq!(
            (html.verb, html.questionnaire.as_ref()),
            ("report", Some(&Named::parse("kort@1.0.0", Some("b3:12"))))
        );
        assert_eq!(html.flag("council"), Some("A&B"));
        assert_eq!(html.flag("within"), Some("my size"));
        assert_eq!(html.wave(), Wave::parse("2026"));
        assert_eq!(html.flag("audience"), None);
        let own = page_of("`kort@1.0.0 b3:12` … `peil report ANSWERS -q QUESTIONNAIRE --council A`. Where");
        assert_eq!(own.typed_flags(), " --council A");
        let wrapped = page_of(
            "kort@1.0.0\n   b3:12\n peil compare\n   ANTWOORDEN --by wave. Waar een cijfer\n vandaan komt, toont",
        );
        assert_eq!((wrapped.verb, wrapped.typed_flags().as_str()), ("compare", " --by wave"));
        let of = |flags: &str| {
            let text = format!("kort@1.0.0 b3:12 `peil compare ANSWERS {flags}`");
            page_of(&text).only_council().map(str::to_owned)
        };
        assert_eq!(of("--by role --council A").as_deref(), Some("A"));
        assert_eq!(of("--council A --wave 2026"), None, "A is pointed out among all");
        assert_eq!(wrapped.language, Some(Language::Nl));
    }

    #[test]
    fn where_a_number_comes_from_is_told_from_the_command_that_every_page_names() {
        let made = page_of(
            "`kort@1.0.0 b3:12` … `peil score ANSWERS --council A --explain \"a x b\"`. Where a figure comes from is \
             shown by `peil score ANSWERS --explain`.",
        );
        assert_eq!((made.verb, made.flag("explain"), made.wave()), ("score", Some("a x b"), None));
        let other = "`kort@1.0.0 b3:12` … Where a figure comes from is shown by `peil score ANSWERS --explain`.";
        assert_eq!(page(other), None);
    }

    #[test]
    fn a_tree_names_council_and_wave_in_its_first_line() {
        let last = words::how_to_read_derivation(Language::Nl, true);
        let of = |heading: &str| tree(&format!("{heading}\nDelen: 2,2\n\n{last}\n")).expect("a tree");
        let named = |name: &str, wave| Tree { name: name.to_owned(), wave, language: Language::Nl };
        assert_eq!(of("Hasselt · Noord · 2026"), named("Hasselt · Noord", Wave::parse("2026")));
        assert_eq!(of("Hasselt"), named("Hasselt", None));
        assert_eq!(tree("Hasselt · 2026\nDelen: 2,2\n"), None);
    }

    #[test]
    fn another_page_is_not_taken_for_one_of_ours() {
        assert_eq!(page("<p>See peil report ANSWERS</p>"), None);
    }
}
