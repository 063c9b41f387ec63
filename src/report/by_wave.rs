//! The report of change since the previous wave, per council and like for like.

use super::about::{self, Lines};
use super::again::Again;
use super::council::{CouncilReport, View, change, merged};
use super::document::{Block, Cell, Column, Document, Figure, Row, Section, Table};
use super::group::change::{clear_from, counts, summary};
use super::reader::Reader;
use crate::charts::{Chart, DotPlot, DotRow};
use crate::comparison::{Audience, Batch, Change, LikeForLike, Merger, Past};
use crate::language::order::sort_names;
use crate::language::report::change::{self as words, Direction};
use crate::language::report::{ends::Kind, merger, peers};
use crate::language::{Language, report as say};
use crate::responses::Wave;

/// The most rows of one chart.
const ROWS: usize = 50;

/// How councils changed between waves.
pub struct WaveReport<'a> {
    /// Everything that was scored.
    pub batch: &'a Batch<'a>,
    /// The one council asked for in its wave, by index of the group; all of them where there is none.
    pub only: Option<usize>,
    /// The last wave that is looked at, where one was asked for.
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
    before: Vec<usize>,
    /// Whether the change is more than one respondent could undo.
    firm: bool,
}

impl WaveReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        let latest = self.latest();
        match (self.only, latest.as_slice()) {
            (Some(only), _) => return self.of_one(only),
            (None, &[only]) => return self.of_one(only),
            _ => {}
        }
        let reader = Reader::new(self.batch, self.language, self.tag);
        let l = self.language;
        let moved = self.moved(&latest);
        // A merged council is compared with others, so it did not go up or down itself.
        let own = || moved.iter().filter(|moved| moved.before.is_empty());
        let lead = match own().next() {
            None => words::no_earlier_round(l).to_owned(),
            Some(_) => {
                let counts = counts(&reader, own().map(|moved| (&moved.change, moved.firm)));
                summary(&reader, self.batch, &counts)
            }
        };
        let mut blocks = vec![Block::Lead(lead.into()), Block::Paragraph(clear_from(&reader).into())];
        let merged = moved.iter().filter(|moved| !moved.before.is_empty() && moved.change.shown().is_some()).count();
        blocks.extend((merged > 0).then(|| Block::Paragraph(merger::not_counted(l, merged).into())));
        let unnamed = self.unnamed();
        blocks.extend((unnamed > 0).then(|| Block::Paragraph(peers::without_consent(l, unnamed).into())));
        let mut sections = Vec::new();
        if self.show_names && !moved.is_empty() {
            sections.push(self.section(&reader, &moved));
        }
        Document {
            language: l,
            title: say::council::title(words::title(l), reader.q.title.get(self.tag)),
            subtitle: say::councils(l, latest.len()),
            stamp: reader.stamp(self.audience),
            self_assessed: say::self_assessed(l).to_owned(),
            lead: blocks,
            sections,
            drawings: Vec::new(),
            about: self.about(&reader),
        }
    }

    /// The latest wave of every council that has not become another, by id.
    fn of_today(&self) -> Vec<usize> {
        let registry = &self.batch.responses().registry;
        let groups = self.looked_at();
        let mut has_later = vec![false; self.batch.groups()];
        for &group in &groups {
            let before = registry.forebears(group).map(|forebears| forebears.groups).unwrap_or_default();
            for previous in registry.previous(group).into_iter().chain(before) {
                has_later[previous] = true;
            }
        }
        groups.into_iter().filter(|&group| !has_later[group]).collect()
    }

    /// The groups up to the wave asked for. Beside waves, what has none is not looked at.
    fn looked_at(&self) -> Vec<usize> {
        let has_waves = self.batch.responses().registry.latest_wave().is_some();
        let is_looked_at = |&group: &usize| {
            let wave = self.batch.group(group).wave;
            wave.is_some() == has_waves && (self.until.is_none() || wave <= self.until)
        };
        (0..self.batch.groups()).filter(is_looked_at).collect()
    }

    /// How many of them are left out because they are not to be named.
    fn unnamed(&self) -> usize {
        let of_today = if self.show_names { self.of_today() } else { Vec::new() };
        of_today.into_iter().filter(|&group| !self.batch.may_be_named(group)).count()
    }

    /// Those that stand in the report, by name. From a list of the others and figures over all, one that is not in the
    /// list could be worked out, so it is in neither.
    fn latest(&self) -> Vec<usize> {
        let mut latest = self.of_today();
        if self.show_names && latest.len() > 1 {
            latest.retain(|&group| self.batch.may_be_named(group));
        }
        latest.sort_by_key(|&group| self.batch.id(group));
        let batch = self.batch;
        sort_names(&mut latest, |&group| batch.name(group));
        latest
    }

    /// Those with a previous wave.
    fn moved(&self, latest: &[usize]) -> Vec<Moved> {
        latest.iter().filter_map(|&group| self.of_its_own(group).or_else(|| self.merged(group))).collect()
    }

    fn of_its_own(&self, group: usize) -> Option<Moved> {
        let (previous, change) = self.batch.change_told(group, self.audience)?;
        let firm = |change: &LikeForLike| self.batch.firm_change(group, previous, &change.common).overall;
        let firm = change.shown().is_some_and(firm);
        Some(Moved { group, previous, change, before: Vec::new(), firm })
    }

    /// One that came from others.
    fn merged(&self, group: usize) -> Option<Moved> {
        let Merger { before, past } = self.batch.merger(group)?;
        let previous = before.iter().copied().max_by_key(|&group| self.batch.group(group).wave)?;
        let shown =
            |change: &LikeForLike| self.batch.common_shown(group, &before, &change.common, self.audience).is_ok();
        let (change, firm) = match past {
            Past::Compared(found) if shown(&found.change) => (Change::Shown(found.change), found.firm.overall),
            Past::Compared(_) => (Change::Withheld, false),
            _ => (Change::NothingInCommon, false),
        };
        Some(Moved { group, previous, change, before, firm })
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
            missing: why_not(l, &moved.change).map(str::to_owned),
            value_text: moved.change.shown().map(|change| reader.signed(change.delta())).unwrap_or_default(),
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
                    Some((reader.sharing(Kind::Councils, &names), reader.signed(there.first()?.1)))
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
            let rounds = format!("{} – {}", self.wave(moved.previous), self.wave(moved.group));
            let difference = change.map_or_else(|| reader.maybe(None), |change| reader.signed(change.delta()));
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
        let Change::Shown(change) = &moved.change else {
            return why_not(l, &moved.change).unwrap_or_default().to_owned();
        };
        let own = [moved.previous];
        let before = if moved.before.is_empty() { &own[..] } else { &moved.before };
        let scope = reader.scope(self.batch, moved.group, before, &change.common, self.audience);
        let mut parts = Vec::new();
        parts.extend(scope.merged.then(|| merger::mean_of(l, &merged::names(l, self.batch, before))));
        parts.extend(words::scope_in_a_cell(l, &scope));
        if parts.is_empty() { words::everything(l).to_owned() } else { parts.join(", ") }
    }

    fn about(&self, reader: &Reader<'_>) -> Lines {
        let again = self.again(&[]);
        let mut lines = about::questionnaire(reader, self.batch);
        lines.extend(about::unfinished(reader, self.batch, &self.looked_at(), about::Counts::Withheld));
        lines.push(about::audience(reader, self.audience, false));
        if !self.show_names {
            lines.push(about::line(say::about::names(self.language), say::group::not_named(self.language)));
        }
        lines.extend(about::method(reader, self.batch, &again.into_text()));
        lines
    }

    /// How to make it again.
    fn again(&self, councils: &[usize]) -> Again<'_> {
        let again = Again::new("compare", self.batch, self.language).with("--by", "wave").councils(councils).register();
        again.wave(self.until).switch("--show-names", self.show_names).audience(self.audience)
    }
}

/// In place of a change that is not shown.
fn why_not(l: Language, change: &Change) -> Option<&'static str> {
    match change {
        Change::Shown(_) => None,
        Change::Withheld => Some(words::too_few_to_show(l)),
        Change::NothingInCommon => Some(words::cannot_compare(l)),
    }
}
