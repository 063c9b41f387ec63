//! The questionnaires that answers may belong to: the names of all of them, and each as a whole only while it is needed.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use peil::diagnostics::{self, Diagnostics, Remark, VersionFinding};
use peil::questionnaire::{self, Questionnaire, SHIPPED, Version, shipped};
use peil::sorting;
use peil::source::{FileId, Sources, Span};
use peil::yaml;

/// A questionnaire without errors, by name.
pub(super) struct Known {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) number: Version,
    hash: String,
    /// Where its version stands.
    span: Span,
    place: Place,
}

/// Where the whole of it is.
enum Place {
    /// At hand, since it was given with `-q`.
    Here(Box<Questionnaire>),
    /// In a file that was checked.
    File(FileId, PathBuf),
}

impl Known {
    /// One that was given.
    pub(super) fn given(questionnaire: Questionnaire) -> Known {
        Known::at(Place::Here(Box::new(questionnaire.clone())), &questionnaire)
    }

    /// One that was read from a file, and need not be kept.
    pub(super) fn read_from(path: &Path, questionnaire: &Questionnaire) -> Known {
        Known::at(Place::File(questionnaire.version_span.file, path.to_owned()), questionnaire)
    }

    fn at(place: Place, questionnaire: &Questionnaire) -> Known {
        Known {
            id: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            number: questionnaire.number(),
            hash: questionnaire.hash.clone(),
            span: questionnaire.version_span,
            place,
        }
    }

    /// What decides between two that answers could mean: one that was given, else the latest, else the first by its path.
    fn rank(&self, sources: &Sources) -> impl Ord + use<> {
        let path = self.path(sources).map(str::to_owned);
        (path.is_some(), Reverse(self.number), path)
    }

    /// The path it was read from, as shown.
    pub(super) fn path<'s>(&self, sources: &'s Sources) -> Option<&'s str> {
        match &self.place {
            Place::Here(_) => None,
            Place::File(file, _) => Some(sources.get(*file).path()),
        }
    }

    /// The whole questionnaire, and its text among the sources again. `None` where its file was changed meanwhile and
    /// has errors now.
    pub(super) fn whole(&self, sources: &mut Sources) -> Option<Questionnaire> {
        let (file, path) = match &self.place {
            Place::Here(questionnaire) => return Some(Questionnaire::clone(questionnaire)),
            Place::File(file, path) => (*file, path),
        };
        if sources.get(file).text().is_empty() {
            let mut apart = Sources::apart(file);
            apart.read(path, yaml::SIZE_LIMIT).ok()?;
            sources.put(apart);
        }
        // What is wrong with it has been found before.
        let mut found = Diagnostics::new();
        let node = yaml::parse(file, sources, &mut found)?;
        questionnaire::parse(&node, &mut found)
    }

    /// Lets go of a text that only [`Known::whole`] needed, as far as it can be had again.
    pub(super) fn let_go(&self, sources: &mut Sources, found: &Diagnostics) {
        if let Place::File(file, path) = &self.place
            && !found.has_any_in(*file)
            && path.is_file()
        {
            sources.forget(*file);
        }
    }
}

/// Which questionnaire answers belong to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Which {
    /// One of the known ones.
    Known(usize),
    /// One that ships with peil.
    Shipped(&'static str),
}

/// All that are known, those that were given first. Which of several is meant does not depend on their order.
#[derive(Default)]
pub(super) struct Shelf {
    pub(super) known: Vec<Known>,
    /// The one to take of each id, and of each version of it.
    by_id: HashMap<String, usize>,
    by_version: HashMap<(String, String), usize>,
}

impl Shelf {
    /// Adds one.
    pub(super) fn add(&mut self, known: Known, sources: &Sources) {
        let added = self.known.len();
        self.known.push(known);
        let all = &self.known;
        let prefer = |place: &mut usize| {
            if all[added].rank(sources) < all[*place].rank(sources) {
                *place = added;
            }
        };
        let known = &all[added];
        self.by_id.entry(known.id.clone()).and_modify(prefer).or_insert(added);
        self.by_version.entry((known.id.clone(), known.version.clone())).and_modify(prefer).or_insert(added);
    }

    /// Reports every one that has the version of another and not its content. Where one was given, that is the one meant.
    pub(super) fn tell_apart(&self, sources: &mut Sources, out: &mut Diagnostics) {
        for (index, known) in self.known.iter().enumerate() {
            let first =
                self.by_version.get(&(known.id.clone(), known.version.clone())).map(|&first| &self.known[first]);
            let is_other = |first: &&Known| first.hash != known.hash && first.path(sources).is_some();
            let Some(first) = first.filter(is_other) else { continue };
            // To point at both, their texts are needed once more.
            for one in [first, &self.known[index]] {
                one.whole(sources);
            }
            let finding = VersionFinding::SameVersion { reference: format!("{}@{}", known.id, known.version) };
            out.add_related(known.span, finding, first.span, Remark::DefinedHere);
        }
    }

    /// The one that is meant: of those at hand the one of this version, else another version, else a shipped one.
    pub(super) fn named(&self, id: &str, version: &str) -> Option<Which> {
        let exact = self.by_version.get(&(id.to_owned(), version.to_owned()));
        let at_hand = exact.or_else(|| self.by_id.get(id)).copied().map(Which::Known);
        let ships = || SHIPPED.iter().find(|shipped| shipped.id == id).map(|shipped| Which::Shipped(shipped.id));
        at_hand.or_else(ships)
    }

    /// The only one at hand.
    pub(super) fn only(&self) -> Option<Which> {
        (self.known.len() == 1).then_some(Which::Known(0))
    }

    /// The whole questionnaire.
    pub(super) fn whole(&self, which: Which, sources: &mut Sources) -> Option<Questionnaire> {
        match which {
            Which::Known(index) => self.known[index].whole(sources),
            Which::Shipped(id) => shipped(id),
        }
    }

    /// What answers may name, to be shown.
    pub(super) fn names(&self) -> diagnostics::Known {
        let shipped: Vec<&str> = SHIPPED.iter().map(|shipped| shipped.id).collect();
        let mut others: Vec<&str> = self.by_id.keys().map(String::as_str).filter(|id| !shipped.contains(id)).collect();
        sorting::sort(&mut others);
        diagnostics::Known::of(shipped.into_iter().chain(others))
    }
}

/// Which questionnaire that was checked is the later version: of those with the same id the latest, and not the earlier
/// one itself, which may lie in the same folder.
pub(super) fn later<'k>(checked: &'k [Known], id: &str, earlier: &str, sources: &Sources) -> Option<&'k Known> {
    let same = || checked.iter().filter(|one| one.id == id);
    let others = same().filter(|one| one.path(sources) != Some(earlier));
    // Of equals the first by its path, in whatever order they were named.
    others.max_by_key(|one| (one.number, Reverse(one.path(sources)))).or_else(|| same().next())
}
