//! The report of change since the previous wave, per council and like for like.

use std::collections::BTreeSet;

use super::about::{self, Lines};
use super::again::{Again, Of};
use super::council::{CouncilReport, MergedPast, View, change, merged};
use super::document::{Block, Cell, Column, Document, Figure, Row, Section, Table};
use super::elsewhere::elsewhere;
use super::group::change::{clear_from, counts, summary};
use super::reader::Reader;
use crate::charts::{Chart, DotPlot, DotRow};
use crate::comparison::{Audience, Batch, Change, LikeForLike, Merger};
use crate::language::order::sort_names;
use crate::language::report::change::{self as words, Direction};
use crate::language::report::{ends::Kind, merger, peers};
use crate::language::{Language, report as say};
use crate::responses::Wave;
use crate::sorting;

/// The most rows of one chart.
const ROWS: usize = 50;

/// How councils changed between waves.
pub struct WaveReport<'a> {
    /// Everything that was scored.
    pub batch: &'a Batch<'a>,
    /// The one council asked for in its wave, by index of the group; all of them where there is none.
    pub only: Option<usize>,
    /// The wave asked for: how its councils changed until then. Without one, the latest of all.
    pub until: Option<Wave>,
    /// Who will read it.
    pub audience: Audience,
    /// Whether councils are named. A single council always is.
    pub show_names: bool,
    /// The language of the report.
    pub language: Language,
    /// The tag for texts of the questionnaire, such as `nl-BE`.
    pub tag: &'a str,
}

/// One council with a previous wave.
struct Moved {
    group: usize,
    previous: usize,
    /// What may be told of the change.
    change: Change,
    /// Those that it came from, where it has no earlier wave of its own.
    merger: Option<Merger>,
    /// The ids of those of them that are not to be named, and are here beside others: then nothing is told of any.
    unnamed: BTreeSet<String>,
    /// Whether the change is more than one respondent could undo.
    firm: bool,
}

impl Moved {
    /// The groups that it is compared with.
    fn before(&self) -> &[usize] {
        self.merger.as_ref().map_or(std::slice::from_ref(&self.previous), |merger| &merger.before)
    }
}

impl WaveReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        if let Some(only) = self.only.or_else(|| self.alone()) {
            return self.of_one(only);
        }
        let reader = Reader::new(self.batch, self.language, self.tag);
        let l = self.language;
        let (councils, unnamed) = self.councils();
        let moved = self.moved(&councils);
        let unnamed = unnamed + moved.iter().flat_map(|moved| &moved.unnamed).collect::<BTreeSet<_>>().len();
        let blocks = self.lead(&reader, &moved, unnamed);
        let mut sections = Vec::new();
        if self.show_names && !moved.is_empty() {
            sections.push(self.section(&reader, &moved));
        }
        Document {
            language: l,
            title: say::council::title(words::title(l), reader.q.title.get(self.tag)),
            subtitle: self.subtitle(councils.len()),
            stamp: reader.stamp(self.audience),
            self_assessed: say::self_assessed(l).to_owned(),
            lead: blocks,
            sections,
            drawings: Vec::new(),
            about: self.about(&reader, &councils, &moved),
        }
    }

    fn subtitle(&self, councils: usize) -> String {
        let l = self.language;
        let wave = self.wave_of_page().map(|wave| say::wave(l, &wave.to_string()));
        wave.into_iter().chain([say::councils(l, councils)]).collect::<Vec<_>>().join(" · ")
    }

    /// How many went which way, and who is not among them.
    fn lead(&self, reader: &Reader<'_>, moved: &[Moved], unnamed: usize) -> Vec<Block> {
        let l = self.language;
        // A merged council is compared with others, so it did not go up or down itself.
        let own = || moved.iter().filter(|moved| moved.merger.is_none());
        let lead = match own().next() {
            None => words::no_earlier_round(l).to_owned(),
            Some(_) => {
                let counts = counts(reader, own().map(|moved| (&moved.change, moved.firm)));
                summary(reader, self.batch, &counts)
            }
        };
        let merged = moved.iter().filter(|moved| moved.merger.is_some()).count();
        let more = [
            Some(clear_from(reader)),
            (merged > 0).then(|| merger::not_counted(l, merged)),
            (unnamed > 0).then(|| peers::without_consent(l, unnamed)),
            elsewhere(l, self.batch, self.wave_of_page()),
        ];
        let more = more.into_iter().flatten().map(|text| Block::Paragraph(text.into()));
        std::iter::once(Block::Lead(lead.into())).chain(more).collect()
    }

    /// The wave that the councils are looked at in; what they are compared with was before.
    fn wave_of_page(&self) -> Option<Wave> {
        self.until.or_else(|| self.batch.responses().registry.latest_wave())
    }

    /// The councils of that wave.
    fn of_wave(&self) -> Vec<usize> {
        let wave = self.wave_of_page();
        (0..self.batch.groups()).filter(|&group| self.batch.group(group).wave == wave).collect()
    }

    /// The council of that wave, where nobody else answered in any.
    fn alone(&self) -> Option<usize> {
        let registry = &self.batch.responses().registry;
        let is_alone = registry.elsewhere(self.wave_of_page()).is_empty() && registry.only_without_wave() == 0;
        match self.of_wave()[..] {
            [only] if is_alone => Some(only),
            _ => None,
        }
    }

    /// Those that stand in the report, by name, and how many do not because they are not to be named. From a list of the
    /// others and figures over all, one that is not in the list could be worked out, so it is in neither.
    fn councils(&self) -> (Vec<usize>, usize) {
        let batch = self.batch;
        let may_stand = |group: &usize| !self.show_names || batch.may_be_named(*group);
        let (mut councils, unnamed): (Vec<usize>, Vec<usize>) = self.of_wave().into_iter().partition(may_stand);
        sorting::by_key(&mut councils, |&group| batch.id(group));
        sort_names(&mut councils, |&group| batch.name(group));
        (councils, unnamed.len())
    }

    /// Those with something to compare with.
    fn moved(&self, councils: &[usize]) -> Vec<Moved> {
        councils.iter().filter_map(|&group| self.of_its_own(group).or_else(|| self.merged(group))).collect()
    }

    fn of_its_own(&self, group: usize) -> Option<Moved> {
        let (previous, change) = self.batch.change_told(group, self.audience)?;
        let firm = |change: &LikeForLike| self.batch.firm_change(group, previous, &change.common).overall;
        let firm = change.shown().is_some_and(firm);
        Some(Moved { group, previous, change, merger: None, unnamed: BTreeSet::new(), firm })
    }

    /// One that came from others. Where one of those is not to be named, its score is not either, nor that it is one of
    /// them.
    fn merged(&self, group: usize) -> Option<Moved> {
        let merger = self.batch.merger(group)?;
        let previous = merger.before.iter().copied().max_by_key(|&group| self.batch.group(group).wave)?;
        let unnamed = if self.show_names { merger.unnamed.clone() } else { BTreeSet::new() };
        let (change, firm) = match merged::told(self.batch, group, &merger, self.audience) {
            _ if !unnamed.is_empty() => (Change::Withheld, false),
            MergedPast::Shown(found) => (Change::Shown(found.change), found.firm.overall),
            MergedPast::Withheld => (Change::Withheld, false),
            MergedPast::Unknown => (Change::NothingInCommon, false),
        };
        Some(Moved { group, previous, change, merger: Some(merger), unnamed, firm })
    }

    fn wave(&self, group: usize) -> String {
        self.batch.group(group).wave.map(|wave| wave.to_string()).unwrap_or_default()
    }

    /// The same as in the report of the council, by itself.
    fn of_one(&self, group: usize) -> Document {
        let l = self.language;
        let view = View::new(&CouncilReport {
            batch: self.batch,
            group,
            audience: self.audience,
            within: None,
            language: l,
            tag: self.tag,
        });
        let section = change::section(&view, true);
        let lead = section.as_ref().and_then(|_| super::council::change_bullet(&view));
        let lead = lead.unwrap_or_else(|| words::no_earlier_round(l).into());
        let again = self.again(self.only.as_slice());
        Document {
            language: l,
            title: words::title_of(l, view.name),
            subtitle: view.subtitle(),
            stamp: view.reader.stamp(self.audience),
            self_assessed: say::self_assessed(l).to_owned(),
            lead: vec![Block::Lead(lead)],
            sections: section.into_iter().collect(),
            drawings: Vec::new(),
            about: view.about(&again.into_text()),
        }
    }

    fn section(&self, reader: &Reader<'_>, moved: &[Moved]) -> Section {
        let l = self.language;
        let several = moved.len() > ROWS;
        // The chart of many councils fills a page, so the table goes first and the first page is not left blank.
        let mut blocks = vec![Block::Table(self.table(reader, moved))];
        let charts = moved.chunks(ROWS).enumerate();
        blocks.extend(charts.map(|(index, part)| Block::Figure(self.figure(reader, part, several, index + 1))));
        Section { id: "councils".to_owned(), title: words::councils_table(l).to_owned(), blocks }
    }

    fn figure(&self, reader: &Reader<'_>, part: &[Moved], several: bool, number: usize) -> Figure {
        let l = self.language;
        let heading = self.heading(reader, part, several);
        let description = words::plot_of_councils(l, &reader.max());
        let row = |moved: &Moved| DotRow {
            label: self.batch.name(moved.group).to_owned(),
            value: moved.change.shown().map(|change| change.now),
            previous: moved.change.shown().map(|change| change.before),
            missing: why_not(l, moved).map(str::to_owned),
            value_text: moved.change.shown().map(|change| reader.change(change.delta())).unwrap_or_default(),
            told: moved.change.shown().map(LikeForLike::delta),
            ..DotRow::default()
        };
        let chart = DotPlot {
            caption: reader.caption(&heading, &description),
            scale: reader.scale(),
            rows: part.iter().map(row).collect(),
            who: words::this_round(l).to_owned(),
        };
        Figure { heading, description, file_stem: format!("change-{number}"), drawing: Box::new(Chart::Dots(chart)) }
    }

    /// Of one chart the largest change that is clear, unless all changed as much; else the ends of the names.
    fn heading(&self, reader: &Reader<'_>, part: &[Moved], several: bool) -> String {
        let l = self.language;
        let shown: Vec<(&Moved, f64)> =
            part.iter().filter_map(|moved| Some((moved, moved.change.shown()?.delta()))).collect();
        let clear = shown.iter().filter(|(moved, delta)| reader.direction(*delta, moved.firm) != Direction::Same);
        let clear: Vec<((usize, f64), f64)> =
            clear.map(|&(moved, delta)| ((moved.group, delta), delta.abs())).collect();
        let is_told = |who: &[(usize, f64)]| !several && !who.is_empty() && (who.len() == 1 || who.len() < shown.len());
        match (Some(reader.largest(&clear)).filter(|who| is_told(who)), part) {
            (Some(who), _) => {
                let way = |up: bool| {
                    let there: Vec<&(usize, f64)> = who.iter().filter(|one| (one.1 > 0.0) == up).collect();
                    let names: Vec<String> = there.iter().map(|one| self.batch.name(one.0).to_owned()).collect();
                    Some((reader.sharing(Kind::Councils, &names), reader.change(there.first()?.1)))
                };
                words::largest(l, &[way(true), way(false)].into_iter().flatten().collect::<Vec<_>>())
            }
            (None, [first, .., last]) => {
                say::group::list_part(l, self.batch.name(first.group), self.batch.name(last.group))
            }
            _ => words::councils_table(l).to_owned(),
        }
    }

    fn table(&self, reader: &Reader<'_>, moved: &[Moved]) -> Table {
        let l = self.language;
        let row = |moved: &Moved| {
            let change = moved.change.shown();
            let rounds = match moved.unnamed.is_empty() {
                true => format!("{} – {}", self.wave(moved.previous), self.wave(moved.group)),
                false => self.wave(moved.group),
            };
            let difference = change.map_or_else(|| reader.maybe(None), |change| reader.change(change.delta()));
            let cells = [
                self.batch.name(moved.group).to_owned(),
                rounds,
                reader.maybe(change.map(|change| change.before)),
                reader.maybe(change.map(|change| change.now)),
                difference,
                self.remark(reader, moved),
            ];
            Row::new(cells.map(Cell::new).into())
        };
        Table {
            caption: words::councils_table(l).to_owned(),
            columns: vec![
                Column::row_header(say::column::council(l)),
                Column::new(words::rounds(l), super::document::Align::Left),
                reader.right(words::then(l)),
                reader.right(words::this_round_short(l)),
                reader.right(say::column::change(l)),
                Column::new(words::remark(l), super::document::Align::Left),
            ],
            rows: moved.iter().map(row).collect(),
            note: None,
        }
    }

    /// What of both waves is compared, or why nothing is.
    fn remark(&self, reader: &Reader<'_>, moved: &Moved) -> String {
        let l = self.language;
        let change = match (&moved.change, &moved.merger) {
            _ if !moved.unnamed.is_empty() => return merger::from_unnamed(l, moved.unnamed.len()),
            (Change::Shown(change), _) => change,
            (Change::NothingInCommon, Some(merger)) => return merged::why_not(l, self.batch, merger),
            _ => return why_not(l, moved).unwrap_or_default().to_owned(),
        };
        let before = moved.before();
        let scope = reader.scope(self.batch, moved.group, before, &change.common, self.audience);
        let mut parts = Vec::new();
        parts.extend(scope.merged.then(|| merger::mean_of(l, &merged::names(l, self.batch, before))));
        parts.extend(words::scope_in_a_cell(l, &scope));
        if parts.is_empty() { words::everything(l).to_owned() } else { parts.join(", ") }
    }

    fn about(&self, reader: &Reader<'_>, councils: &[usize], moved: &[Moved]) -> Lines {
        let again = self.again(&[]);
        let mut lines = about::questionnaire(reader, self.batch);
        let told = moved.iter().filter(|moved| moved.unnamed.is_empty()).flat_map(Moved::before);
        let looked_at: BTreeSet<usize> = councils.iter().chain(told).copied().collect();
        let looked_at: Vec<usize> = looked_at.into_iter().collect();
        lines.extend(about::unfinished(reader, self.batch, &looked_at, about::Counts::Withheld));
        lines.push(about::audience(reader, self.audience, false));
        if !self.show_names {
            lines.push(about::line(say::about::names(self.language), say::group::not_named(self.language)));
        }
        lines.extend(about::method(reader, self.batch, &again.into_text(), Of::Several(self.until)));
        lines
    }

    /// How to make it again.
    fn again(&self, councils: &[usize]) -> Again<'_> {
        let again = Again::new("compare", self.batch, self.language).with("--by", "wave").councils(councils).register();
        again.wave(self.until).switch("--show-names", self.show_names).audience(self.audience)
    }
}

/// In place of a change that is not shown.
fn why_not(l: Language, moved: &Moved) -> Option<&'static str> {
    match moved.change {
        Change::Shown(_) => None,
        Change::Withheld if !moved.unnamed.is_empty() => Some(merger::not_told(l)),
        Change::Withheld => Some(words::too_few_to_show(l)),
        Change::NothingInCommon => Some(words::cannot_compare(l)),
    }
}
