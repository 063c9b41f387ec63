//! The questionnaires at hand, and which of their files an output was made with.

use std::path::{Path, PathBuf};

use peil::diagnostics::Diagnostics;
use peil::questionnaire::{self, Questionnaire, Version, shipped};
use peil::source::Sources;
use peil::yaml::{self, Node};

/// A questionnaire as a file names it: by its id, with as much more as the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) id: String,
    pub(super) version: Option<Version>,
    pub(super) hash: Option<String>,
}

/// Files of questionnaires, in the order in which they were found.
#[derive(Default)]
pub(super) struct Questionnaires {
    known: Vec<(Named, PathBuf)>,
}

impl Named {
    /// By its id alone; `None` for an empty one.
    pub(super) fn by_id(id: &str) -> Option<Named> {
        (!id.is_empty()).then(|| Named { id: id.to_owned(), ..Named::default() })
    }

    /// As `id@version`, with its hash or without.
    pub(super) fn parse(reference: &str, hash: Option<&str>) -> Named {
        let (id, version) = reference.split_once('@').unwrap_or((reference, ""));
        Named { id: id.to_owned(), version: Version::parse(version), hash: hash.map(str::to_owned) }
    }

    /// What the file of a questionnaire says of itself; one with mistakes in it has no hash.
    pub(super) fn of_node(node: &Node) -> Option<Named> {
        let id = node.field_text("id")?.to_owned();
        let hash = questionnaire::parse(node, &mut Diagnostics::new()).map(|q| q.hash);
        Some(Named { id, version: node.field_text("version").and_then(Version::parse), hash })
    }
}

impl Questionnaires {
    pub(super) fn add(&mut self, named: Named, path: PathBuf) {
        self.known.push((named, path));
    }

    /// The file of a questionnaire: the one with the same content, else of the same version, else the latest.
    pub(super) fn file(&self, wanted: &Named) -> Option<&Path> {
        let same = |one: &Named| {
            let content = wanted.hash.is_some() && one.hash == wanted.hash;
            let version = wanted.version.is_some() && one.version == wanted.version;
            (content, version, one.version)
        };
        // Of equals the first counts.
        let of_id = self.known.iter().rev().filter(|(one, _)| one.id == wanted.id);
        of_id.max_by_key(|(one, _)| same(one)).map(|(_, path)| path.as_path())
    }

    /// The questionnaire itself, from its file or as it is shipped.
    pub(super) fn read(&self, wanted: &Named) -> Option<Questionnaire> {
        let Some(path) = self.file(wanted) else { return shipped(&wanted.id) };
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let file = sources.read(path, yaml::SIZE_LIMIT).ok()?;
        questionnaire::parse(&yaml::parse(file, &sources, &mut out)?, &mut out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_comes_before_the_same_version_and_that_before_the_latest() {
        let mut all = Questionnaires::default();
        for (path, reference, hash) in [("a", "k@1.0.0", "b3:1"), ("b", "k@2.0.0", "b3:2"), ("c", "k@10.0.0", "b3:3")] {
            all.add(Named::parse(reference, Some(hash)), PathBuf::from(path));
        }
        all.add(Named::parse("k@2.0.0", Some("b3:4")), PathBuf::from("d"));
        all.add(Named::parse("other@99.0.0", None), PathBuf::from("e"));
        let of =
            |reference: &str, hash| all.file(&Named::parse(reference, hash)).map(|path| path.display().to_string());
        assert_eq!(of("k@2.0.0", Some("b3:4")).as_deref(), Some("d"));
        assert_eq!(of("k@2.0.0", Some("b3:9")).as_deref(), Some("b"), "of equals the first");
        assert_eq!(of("k@2.0.0", Some("b3:1")).as_deref(), Some("a"));
        assert_eq!(of("k", None).as_deref(), Some("c"), "10 comes after 2");
        assert_eq!(of("k@3.0.0", None).as_deref(), Some("c"));
        assert_eq!(of("nobody", None), None);
    }
}
