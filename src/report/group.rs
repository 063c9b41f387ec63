//! The report of a group of councils: how their scores lie, and where marked councils stand.

pub(super) mod change;
mod classes;
mod councils;
mod lead;
mod soundness;
mod spread;

use super::about::{self, Lines};
use super::again::{Again, Of};
use super::document::{Document, Section};
use super::elsewhere::elsewhere;
use super::reader::Reader;
use crate::comparison::{Audience, Batch, Scan, Withheld};
use crate::language::{Language, number, report as say};
use crate::responses::Wave;

/// In which order councils are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As a reader of the language looks a name up.
    #[default]
    Name,
    /// The highest score first.
    Score,
}

/// A group of councils in one wave.
pub struct GroupReport<'a> {
    /// Everything that was scored.
    pub batch: &'a Batch<'a>,
    /// The wave reported.
    pub wave: Option<Wave>,
    /// Index of the class by which the group is broken down.
    pub within: Option<usize>,
    /// Who will read it.
    pub audience: Audience,
    /// Whether councils are named.
    pub show_names: bool,
    /// Groups that are named in any case, such as the own council.
    pub marked: &'a [usize],
    /// The order of the list of councils.
    pub order: Order,
    /// The language of the report.
    pub language: Language,
    /// The tag for texts of the questionnaire, such as `nl-BE`.
    pub tag: &'a str,
}

impl GroupReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        let view = GroupView::new(self);
        let l = self.language;
        let mut sections: Vec<Section> = Vec::new();
        sections.extend(spread::totals(&view));
        sections.extend(spread::dimensions(&view));
        sections.extend(change::section(&view));
        sections.extend(self.within.and_then(|column| classes::section(&view, column)));
        sections.extend(soundness::reliability(&view));
        sections.extend(soundness::plausibility(&view, self.show_names));
        if self.show_names {
            sections.push(councils::section(&view, self.order));
        }
        Document {
            language: l,
            title: say::council::title(say::group::title(l), view.reader.q.title.get(self.tag)),
            subtitle: view.subtitle(),
            stamp: view.reader.stamp(self.audience),
            self_assessed: say::self_assessed(l).to_owned(),
            lead: lead::blocks(&view),
            sections,
            drawings: Vec::new(),
            about: view.about(self.show_names, &self.command()),
        }
    }

    /// How to make it again.
    fn command(&self) -> String {
        let again = Again::new("compare", self.batch, self.language).councils(self.marked).register();
        let again = again.wave(self.wave).within(self.within).switch("--show-names", self.show_names);
        let by_score = self.show_names && self.order == Order::Score;
        let again = if by_score { again.with("--sort", "score") } else { again };
        again.audience(self.audience).into_text()
    }
}

/// The councils of one wave with everything that the sections ask about them.
pub(super) struct GroupView<'a> {
    pub(super) batch: &'a Batch<'a>,
    pub(super) reader: Reader<'a>,
    pub(super) audience: Audience,
    wave: Option<Wave>,
    /// The groups of the wave that are counted, in the order of the registry.
    pub(super) groups: Vec<usize>,
    /// Quick scans that are not counted because there are full ones.
    quick_left_out: usize,
    /// Those that are not to be named, left out of a report with names.
    pub(super) unnamed: usize,
    /// What those counted took: all of it, the quick scan, or some of them this and some that.
    scan: Scan,
    pub(super) marked: Vec<usize>,
}

impl<'a> GroupView<'a> {
    fn new(report: &GroupReport<'a>) -> GroupView<'a> {
        let batch = report.batch;
        // From a list of the others and figures over all, the one that is not in the list could be worked out.
        let may_stand =
            |group: usize| !report.show_names || batch.may_be_named(group) || report.marked.contains(&group);
        let all = (0..batch.groups()).filter(|&group| batch.group(group).wave == report.wave);
        let (all, unnamed): (Vec<usize>, Vec<usize>) = all.partition(|&group| may_stand(group));
        let (full, quick): (Vec<usize>, Vec<usize>) =
            all.into_iter().partition(|&group| batch.scan(group) == Scan::Full);
        let all_quick = quick.iter().all(|&group| batch.scan(group) == Scan::Quick);
        let (scan, groups, left_out) = match (full.is_empty(), quick.is_empty()) {
            (false, _) | (true, true) => (Scan::Full, full, quick.len()),
            (true, false) => (if all_quick { Scan::Quick } else { Scan::Mixed }, quick, 0),
        };
        let marked = report.marked.iter().copied().filter(|group| groups.contains(group)).collect();
        GroupView {
            batch,
            reader: Reader::new(batch, report.language, report.tag),
            audience: report.audience,
            wave: report.wave,
            scan,
            groups,
            quick_left_out: left_out,
            unnamed: unnamed.len(),
            marked,
        }
    }

    pub(super) fn score(&self, group: usize) -> Option<f64> {
        self.batch.overall(group)
    }

    /// The groups with a score.
    pub(super) fn scored(&self) -> Vec<usize> {
        self.groups.iter().copied().filter(|&group| self.score(group).is_some()).collect()
    }

    /// How many people stand behind groups.
    fn respondents(&self, groups: &[usize]) -> u32 {
        groups.iter().map(|&group| self.batch.group(group).respondents).sum()
    }

    fn subtitle(&self) -> String {
        let l = self.reader.l;
        let mut parts = Vec::new();
        parts.extend(self.wave.map(|wave| say::wave(l, &wave.to_string())));
        parts.push(say::councils(l, self.groups.len()));
        parts.push(say::participants(l, self.respondents(&self.groups)));
        parts.extend(self.reader.scan(self.scan).map(str::to_owned));
        parts.join(" · ")
    }

    fn about(&self, named: bool, command: &str) -> Lines {
        let (reader, l) = (&self.reader, self.reader.l);
        let mut lines = about::questionnaire(reader, self.batch);
        let people = say::participants(l, self.respondents(&self.groups));
        let mut answered = format!("{}, {people}", say::councils(l, self.groups.len()));
        if let Some(left_out) = elsewhere(l, self.batch, self.wave) {
            answered = format!("{answered}. {left_out}");
        }
        lines.push(about::line(say::about::answered_by(l), answered));
        lines.extend(about::unfinished(reader, self.batch, &self.groups, about::Counts::Shown));
        lines.push(about::audience(reader, self.audience, false));
        if !named {
            lines.push(about::line(say::about::names(l), say::group::not_named(l)));
        }
        lines.extend(about::method(reader, self.batch, command, Of::Several(self.wave)));
        lines
    }

    /// From how many councils on a group may be shown.
    pub(super) fn minimum(&self) -> u32 {
        self.reader.q.scoring.minimum_group.councils
    }

    /// A count or a dash: how many councils have a score, where there are enough.
    pub(super) fn count_cell(&self, found: Result<usize, Withheld>) -> String {
        found.map_or_else(|_| number::MISSING.to_owned(), |count| number::whole(self.reader.l, count as u64))
    }
}
