//! The report of one council: where it stands, what changed, what to do next. In the order in which a board reads it.

mod advice;
mod agenda;
pub(super) mod change;
mod firmness;
mod grid;
mod lead;
pub(super) mod merged;
mod partner;
mod peers;
pub(super) mod roles;
mod standing;
mod targets;
mod written;

use super::about::{self, Lines};
use super::again::{Again, Of};
use super::document::{Document, Section};
use super::reader::Reader;
use crate::comparison::{
    Audience, Batch, Change as Told, Common, LikeForLike, Measure, MergedChange, Merger, Peers, Spread, Standing,
    Withheld,
};
use crate::language::report::{self as say, change::Scope};
use crate::language::{Language, versions};
use crate::questionnaire::Targets;
use crate::scores::{PartScores, ScoreCard};
pub(super) use lead::change_or_unknown as change_bullet;

/// One council in one wave.
pub struct CouncilReport<'a> {
    /// Everything that was scored, its peers and its past among it.
    pub batch: &'a Batch<'a>,
    /// The council in its wave, by index of the group.
    pub group: usize,
    /// Who will read it.
    pub audience: Audience,
    /// Index of the class that peers share.
    pub within: Option<usize>,
    /// The language of the report.
    pub language: Language,
    /// The tag for texts of the questionnaire, such as `nl-BE`.
    pub tag: &'a str,
}

impl CouncilReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        self.build(&View::new(self), &self.command())
    }

    /// The document with the targets that the council is measured by; `flag` is how they were asked for, such as
    /// `--target small`.
    pub fn document_with(&self, targets: &Targets, flag: &str) -> Document {
        let view = View { targets: Some(targets), ..View::new(self) };
        self.build(&view, &format!("{} {flag}", self.command()))
    }

    fn build(&self, view: &View<'_>, command: &str) -> Document {
        let sections = [
            Some(standing::section(view)),
            grid::section(view),
            change::section(view, false),
            targets::section(view),
            advice::section(view),
            roles::section(view),
            agenda::section(view),
            partner::section(view),
            written::section(view),
        ];
        Document {
            language: self.language,
            title: say::council::title(view.name, view.reader.q.title.get(self.tag)),
            subtitle: view.subtitle(),
            stamp: view.reader.stamp(self.audience),
            self_assessed: say::self_assessed(self.language).to_owned(),
            lead: lead::blocks(view),
            sections: sections.into_iter().flatten().collect::<Vec<Section>>(),
            drawings: grid::drawing(view).into_iter().collect(),
            about: view.about(command),
        }
    }

    /// How to make it again.
    fn command(&self) -> String {
        let again = Again::new("report", self.batch, self.language).councils(&[self.group]).register();
        let again = again.wave(self.batch.group(self.group).wave).within(self.within);
        again.audience(self.audience).into_text()
    }
}

/// One council with everything that the sections ask about it, worked out once.
pub(super) struct View<'a> {
    pub(super) batch: &'a Batch<'a>,
    pub(super) group: usize,
    pub(super) audience: Audience,
    pub(super) reader: Reader<'a>,
    pub(super) name: &'a str,
    pub(super) card: &'a ScoreCard,
    pub(super) standing: Standing,
    pub(super) peers: Peers<'a>,
    targets: Option<&'a Targets>,
}

/// What may be said of the change since the previous wave.
pub(super) enum Change {
    /// There is no previous wave.
    None,
    /// Nothing in it can be compared.
    NothingInCommon(usize),
    /// It may not be shown.
    Withheld(usize),
    /// It may: the previous wave, what is compared, the scores over that, now and before.
    Shown(usize, LikeForLike, Box<[PartScores; 2]>),
    /// The council came from others; what they were, and what may be said of it.
    Merged(Merger, MergedPast),
}

/// What may be said of a council beside those that it came from.
pub(super) enum MergedPast {
    /// It may: what is compared.
    Shown(Box<MergedChange>),
    /// It may not be shown.
    Withheld,
    /// It cannot be compared; the merger says why.
    Unknown,
}

impl<'a> View<'a> {
    pub(super) fn new(report: &CouncilReport<'a>) -> View<'a> {
        let batch = report.batch;
        let peers = batch.widened(report.group, report.within);
        View {
            batch,
            group: report.group,
            audience: report.audience,
            reader: Reader::new(batch, report.language, report.tag),
            name: batch.name(report.group),
            card: batch.card(report.group),
            standing: batch.standing(report.group, peers.within),
            peers,
            targets: None,
        }
    }

    /// How the peers lie, if that may be shown.
    pub(super) fn spread(&self, measure: Measure) -> Result<Spread, Withheld> {
        self.batch.spread_among(&self.peers, measure)
    }

    /// The change since the previous wave.
    pub(super) fn change(&self) -> Change {
        match self.batch.change_told(self.group, self.audience) {
            None => self.batch.merger(self.group).map_or(Change::None, |merger| self.merged(merger)),
            Some((previous, Told::NothingInCommon)) => Change::NothingInCommon(previous),
            Some((previous, Told::Withheld)) => Change::Withheld(previous),
            Some((previous, Told::Shown(change))) => {
                let scores = [self.group, previous].map(|wave| self.batch.scores_in_common(wave, &change.common));
                Change::Shown(previous, change, Box::new(scores))
            }
        }
    }

    fn merged(&self, merger: Merger) -> Change {
        let past = merged::told(self.batch, self.group, &merger, self.audience);
        Change::Merged(merger, past)
    }

    /// What it is compared on with those before it.
    pub(super) fn scope(&self, before: &[usize], common: &Common) -> Scope {
        self.reader.scope(self.batch, self.group, before, common, self.audience)
    }

    /// The card of the previous wave, where it can be set beside this one as it is.
    pub(super) fn plain_previous(&self) -> Option<&ScoreCard> {
        match self.change() {
            Change::Shown(previous, change, _) if change.common.is_plain() => Some(self.batch.card(previous)),
            _ => None,
        }
    }

    /// The wave of a group as it is called.
    pub(super) fn wave(&self, group: usize) -> String {
        self.batch.group(group).wave.map(|wave| wave.to_string()).unwrap_or_default()
    }

    pub(super) fn subtitle(&self) -> String {
        let l = self.reader.l;
        let group = self.batch.group(self.group);
        let mut parts = Vec::new();
        parts.extend(group.wave.map(|wave| say::wave(l, &wave.to_string())));
        parts.push(say::participants(l, group.respondents));
        let coverage = self.card.overall.coverage;
        parts.push(say::council::answers_given(l, coverage.scored, coverage.applicable));
        parts.extend(self.reader.scan(self.batch.scan(self.group)).map(str::to_owned));
        if let Ok(spread) = self.spread(Measure::Overall) {
            parts.push(say::council::beside(l, spread.councils, self.class().as_deref()));
        }
        parts.join(" · ")
    }

    /// The classes that the peers share: "provincie: Antwerpen, klasse: klein".
    fn class(&self) -> Option<String> {
        let registry = &self.batch.responses().registry;
        let parts = registry.class_parts(self.peers.within?).into_iter();
        let said = parts.filter_map(|column| {
            Some(format!("{}: {}", registry.class_name(column)?, registry.class(self.group, column)?))
        });
        Some(said.collect::<Vec<_>>().join(", "))
    }

    pub(super) fn about(&self, command: &str) -> Lines {
        let (reader, l) = (&self.reader, self.reader.l);
        let mut lines = about::questionnaire(reader, self.batch);
        lines.push(about::line(say::about::answered_by(l), self.who_answered()));
        lines.extend(about::unfinished(reader, self.batch, &[self.group], about::Counts::Shown));
        if let Ok(spread) = self.spread(Measure::Overall) {
            let wave = self.wave(self.group);
            let wave = Some(wave.as_str()).filter(|wave| !wave.is_empty());
            let mut peers = say::about::peers(l, spread.councils, wave, self.class().as_deref());
            if !self.batch.responses().earlier.is_empty() {
                peers.push_str(versions::asked_the_same(l));
            }
            lines.push(about::line(say::about::compared_with(l), peers));
        }
        lines.push(about::audience(reader, self.audience, self.batch.group(self.group).shown_by_role));
        lines.extend(about::method(reader, self.batch, command, Of::One(self.group)));
        lines
    }

    /// How many answered: per role where that may be shown for every role, else together.
    fn who_answered(&self) -> String {
        let view = self.batch.roles_shown(self.group, self.audience);
        let count = |&role: &usize| self.card.respondents.get(role).copied().unwrap_or(0);
        let roles =
            view.shown.iter().map(|role| say::roles::with_count(self.reader.l, self.reader.role(*role), count(role)));
        let roles: Vec<String> = if view.withheld.is_empty() { roles.collect() } else { Vec::new() };
        say::roles::who_answered(self.reader.l, self.card.total_respondents(), &roles)
    }
}
