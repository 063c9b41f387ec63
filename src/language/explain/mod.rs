//! The pages that `peil explain CODE` prints: one file `CODE.md` in this folder for each code of the catalogue, both
//! languages in it. This module reads and words them; it does not know which codes there are.
//!
//! # Writing a page
//!
//! A code without its file does not compile. The file holds, in this order:
//!
//! ````markdown
//! # duplicate-id
//!
//! ## nl: hetzelfde id twee keer gebruikt
//!
//! What it finds, in Dutch: one paragraph.
//!
//! Why it matters, in Dutch: one paragraph.
//!
//! ## en: the same id used twice
//!
//! What it finds.
//!
//! Why it matters.
//!
//! ## example: questionnaire
//!
//! ```yaml
//! dropped: [{id: a}, {id: a}]
//! ```
//!
//! ## instead
//!
//! ```yaml
//! dropped: [{id: a}, {id: b}]
//! ```
//! ````
//!
//! The summary behind `nl:` and `en:` is the line of `peil explain`: no capital, no full stop, at most 54 characters.
//! Write for the colleague at a municipality who made a questionnaire: what they see, not what the program does.
//!
//! The word behind `example:` says how `tests/it/explain.rs` reads both blocks:
//!
//! - `questionnaire` and `answers`: each field of the first level replaces that field of `tests/explain/questionnaire.yaml`
//!   or `tests/explain/answers.yaml`, so that only what matters stands on the page.
//! - `questions`: the questions come behind those of that questionnaire.
//! - `table`: a whole CSV with answers to that questionnaire.
//! - `lines`: the same as JSON lines.
//! - `councils`: a whole register of councils, beside answers of a small council `41048` in 2026.
//! - `folder`: the tables in a folder, one on each line; behind ` -> ` where a link leads to.
//! - `files`: several of `answers` in a folder, each under a comment with its name.
//! - `file`: a whole questionnaire file as it stands there, in which `\xE8` is that byte.
//!
//! Flags for `peil check` may follow the word. The test finds the code of the page, and no other, in the example, and
//! nothing at all instead.

use super::{Language, command};

/// A page in all languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The code.
    pub code: &'static str,
    /// The texts, in the order of [`Language::ALL`].
    texts: [Texts; 2],
    /// How the examples are to be read.
    pub reading: &'static str,
    /// What is wrong.
    pub example: &'static str,
    /// The same, right.
    pub instead: &'static str,
    /// The language of the blocks, as Markdown calls it.
    fence: &'static str,
}

/// What a page says in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// The page in a few words.
    pub summary: &'static str,
    /// What it finds.
    pub finds: &'static str,
    /// Why it matters.
    pub matters: &'static str,
}

impl Page {
    /// Reads a page; what it lacks stays empty, which a test of all pages refuses.
    pub fn read(text: &'static str) -> Page {
        let mut page = Page::default();
        let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
        page.code = title.trim_start_matches('#').trim();
        for section in rest.split("\n## ").skip(1) {
            let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
            let (name, about) = heading.trim().split_once(": ").unwrap_or((heading.trim(), ""));
            match name {
                "example" => {
                    page.reading = about;
                    (page.fence, page.example) = block(body);
                }
                "instead" => page.instead = block(body).1,
                _ => {
                    let (finds, matters) = body.trim().split_once("\n\n").unwrap_or((body.trim(), ""));
                    let texts = Texts { summary: about, finds, matters: matters.trim() };
                    let languages = Language::ALL.iter().zip(&mut page.texts);
                    languages.filter(|(l, _)| l.code() == name).for_each(|(_, place)| *place = texts);
                }
            }
        }
        page
    }

    /// What it says in a language.
    pub fn texts(&self, l: Language) -> Texts {
        l.pick(self.texts[0], self.texts[1])
    }

    /// The page in one language as Markdown, without its title.
    pub fn markdown(&self, l: Language) -> String {
        let Texts { finds, matters, .. } = self.texts(l);
        let [found, why, example, instead] = headings(l);
        let fence = self.fence;
        let block = |text: &str| format!("```{fence}\n{text}```\n");
        format!(
            "**{found}**\n\n{finds}\n\n**{why}**\n\n{matters}\n\n**{example}**\n\n{}\n**{instead}**\n\n{}",
            block(self.example),
            block(self.instead)
        )
    }
}

/// The headings of the parts of a page.
pub fn headings(l: Language) -> [&'static str; 4] {
    l.pick(
        ["Wat dit vindt", "Waarom het ertoe doet", "Voorbeeld", "Beter zo"],
        ["What it finds", "Why it matters", "Example", "Instead"],
    )
}

/// Under a list of problems: where to read more about one of them.
pub fn more_about(l: Language, code: &str) -> String {
    let explain = command(["peil", "explain", code]);
    l.pick(
        format!("Meer over een melding, met een voorbeeld: {explain}"),
        format!("More about a finding, with an example: {explain}"),
    )
}

/// Under the list of codes.
pub fn more_about_each(l: Language) -> &'static str {
    l.pick("Meer over een ervan: peil explain CODE", "More about one of them: peil explain CODE")
}

/// The language and the text of the first fenced block.
fn block(body: &'static str) -> (&'static str, &'static str) {
    let inside = body.split_once("```").map_or("", |(_, inside)| inside);
    let (fence, text) = inside.split_once('\n').unwrap_or_default();
    (fence.trim(), text.split_once("```").map_or("", |(text, _)| text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# een-code\n\n## nl: kort\n\nWat.\nNog wat.\n\nWaarom.\n\n## en: short\n\nWhat.\n\nWhy.\n\n\
                        ## example: table --deny warnings\n\n```csv\na,b\n1\n```\n\n## instead\n\n```csv\na,b\n1,2\n```\n";

    #[test]
    fn a_page_is_read_in_its_parts() {
        let page = Page::read(PAGE);
        assert_eq!((page.code, page.reading), ("een-code", "table --deny warnings"));
        assert_eq!((page.example, page.instead), ("a,b\n1\n", "a,b\n1,2\n"));
        let texts = Texts { summary: "kort", finds: "Wat.\nNog wat.", matters: "Waarom." };
        assert_eq!(page.texts(Language::Nl), texts);
        assert_eq!(page.texts(Language::En).matters, "Why.");
    }

    #[test]
    fn what_a_page_lacks_is_empty() {
        let page = Page::read("# een-code\n\n## nl: kort\n\nWat.\n");
        assert_eq!((page.texts(Language::Nl).matters, page.texts(Language::En).summary, page.example), ("", "", ""));
    }

    #[test]
    fn as_markdown_the_examples_stand_in_blocks() {
        let markdown = Page::read(PAGE).markdown(Language::En);
        assert!(markdown.starts_with("**What it finds**\n\nWhat.\n\n**Why it matters**\n\nWhy.\n"), "{markdown}");
        assert!(markdown.ends_with("**Instead**\n\n```csv\na,b\n1,2\n```\n"), "{markdown}");
    }
}
