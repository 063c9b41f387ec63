//! The list for a body that invites councils: the lowest, or those under a bound, with everyone at the boundary.
//!
//! What stands in it was decided by `comparison`; this module only says it.

use super::about;
use super::again::{Again, Of};
use super::document::{Align, Block, Cell, Column, Document, Row, Section, Table};
use super::elsewhere::elsewhere;
use super::reader::Reader;
use crate::comparison::{Batch, Bound, Invitation, Invited, Listed, Measure};
use crate::language::number::{self, MISSING};
use crate::language::report::{self, about as say_about, column, firmness, invitation as say};
use crate::language::{Language, capitalised};
use crate::responses::{Registry, Wave};

/// The invitation list of one wave.
pub struct InvitationReport<'a> {
    /// Everything that was scored.
    pub batch: &'a Batch<'a>,
    /// Who is listed.
    pub list: &'a Invitation,
    /// By which score: the whole, or a dimension.
    pub measure: Measure,
    /// Up to where.
    pub bound: Bound,
    /// The wave.
    pub wave: Option<Wave>,
    /// Index of a class that is shown beside each council.
    pub within: Option<usize>,
    /// Councils that are not counted because they took another scan than the rest.
    pub left_out: usize,
    /// Councils that are not counted because they are not to be named.
    pub unnamed: usize,
    /// The language of the report.
    pub language: Language,
    /// The tag for texts of the questionnaire, such as `nl-BE`.
    pub tag: &'a str,
}

impl InvitationReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        let l = self.language;
        let reader = Reader::new(self.batch, l, self.tag);
        let measure = match self.measure {
            Measure::Dimension(index) => Some(reader.dimension(index)),
            _ => None,
        };
        let mut subtitle = vec![reader.q.title.get(self.tag).to_owned()];
        subtitle.extend(self.wave.map(|wave| report::wave(l, &wave.to_string())));
        let mut blocks = vec![Block::Table(self.table(&reader))];
        let shared = reader.shared_questions(self.batch);
        blocks.extend(shared.map(|text| Block::Paragraph(text.into())));
        blocks.push(Block::Note(say::caution(l).into()));
        let minimum = reader.q.scoring.minimum_group.respondents;
        let mut lines = about::questionnaire(&reader, self.batch);
        let of_wave = (0..self.batch.groups()).filter(|&group| self.batch.group(group).wave == self.wave);
        let of_wave: Vec<usize> = of_wave.collect();
        lines.extend(about::unfinished(&reader, self.batch, &of_wave, about::Counts::Withheld));
        lines.push(about::line(say_about::audience(l), say::rules(l, minimum)));
        lines.extend(about::method(&reader, self.batch, &self.command(), Of::Several(self.wave)));
        Document {
            language: l,
            title: say::title(l, measure),
            subtitle: subtitle.join(" · "),
            stamp: Some(capitalised(say::stamp(l))),
            self_assessed: report::self_assessed(l).to_owned(),
            lead: self.lead(&reader),
            sections: vec![Section { id: "list".to_owned(), title: say::list(l).to_owned(), blocks }],
            drawings: Vec::new(),
            about: lines,
        }
    }

    fn lead(&self, reader: &Reader<'_>) -> Vec<Block> {
        let l = self.language;
        let count = |wanted: fn(Listed) -> bool| self.list.invited.iter().filter(|one| wanted(one.listed)).count();
        let (inside, near) = (count(Listed::is_inside), count(|listed| listed == Listed::NearMiss));
        let on = |score: &str| report::score_on(l, score, &reader.max());
        let lead = match self.bound {
            Bound::Below(bound) => say::below(l, inside, self.list.councils, &on(&reader.bound(bound))),
            Bound::Lowest(_) => {
                let last = self.list.boundary.map(|score| reader.number(score)).unwrap_or_default();
                say::lowest(l, inside, self.list.councils, &on(&last))
            }
        };
        let mut more = Vec::new();
        match self.bound {
            Bound::Lowest(asked) if inside > asked => more.push(say::more_than_asked(l, asked)),
            _ => {}
        }
        more.extend(self.list.median.ok().map(|median| say::median(l, self.list.councils, &reader.number(median))));
        more.extend((near > 0).then(|| say::near(l, near)));
        more.extend((self.list.without_score > 0).then(|| say::without_score(l, self.list.without_score)));
        more.extend((self.left_out > 0).then(|| report::group::quick_scans_left_out(l, self.left_out)));
        more.extend((self.unnamed > 0).then(|| report::peers::without_consent(l, self.unnamed)));
        more.extend(elsewhere(l, self.batch, self.wave));
        let mut blocks = vec![Block::Lead(lead.into())];
        if !more.is_empty() {
            blocks.push(Block::Bullets(more.into_iter().map(Into::into).collect()));
        }
        blocks
    }

    fn table(&self, reader: &Reader<'_>) -> Table {
        let l = self.language;
        let gap = match self.bound {
            Bound::Below(_) => say::to_bound(l),
            Bound::Lowest(_) => say::to_median(l),
        };
        let mut columns = vec![Column::row_header(column::council(l)), reader.right(say::place(l))];
        let class = self.within.and_then(|column| self.batch.responses().registry.class_name(column));
        columns.extend(class.map(|class| Column::new(class, Align::Left)));
        columns.extend(
            [column::score(l), gap, column::answered(l), firmness::without_one_short(l)].map(|t| reader.right(t)),
        );
        columns.push(Column::new(say::remark(l), Align::Left));
        let rows = self.list.invited.iter().map(|one| self.row(reader, one)).collect();
        let minimum = reader.q.scoring.minimum_group.respondents;
        let note = say::note(l, minimum, &reader.bound(crate::comparison::NEAR * reader.q.scale.max));
        Table { caption: say::table(l).to_owned(), columns, rows, note: Some(note) }
    }

    fn row(&self, reader: &Reader<'_>, one: &Invited) -> Row {
        let l = self.language;
        let registry = &self.batch.responses().registry;
        let mut texts = vec![self.batch.name(one.group).to_owned(), number::whole(l, u64::from(one.place))];
        texts.extend(self.within.map(|column| match registry.class(one.group, column) {
            None | Some("") => MISSING.to_owned(),
            Some(class) => Registry::class_shown(class),
        }));
        texts.push(reader.number(one.score));
        texts.push(one.gap.map_or_else(|| MISSING.to_owned(), |gap| reader.signed(gap)));
        texts.push(reader.coverage(one.coverage));
        texts.push(one.without_one.map_or_else(|| MISSING.to_owned(), |range| reader.range((range.low, range.high))));
        texts.push(remark(l, one.listed).unwrap_or(MISSING).to_owned());
        let row = Row::new(texts.into_iter().map(Cell::new).collect());
        if one.listed.is_inside() { row.emphasised() } else { row }
    }

    /// How to make it again.
    fn command(&self) -> String {
        let dimension = |index: usize| self.batch.rubric().questionnaire().dimensions[index].id.as_str();
        let again = Again::new("compare", self.batch, self.language);
        let bound = match self.bound {
            Bound::Lowest(count) => again.with("--lowest", &count.to_string()),
            Bound::Below(score) => again.with("--below", &score.to_string()),
        };
        let by = match self.measure {
            Measure::Dimension(index) => bound.with("--by", dimension(index)),
            _ => bound,
        };
        let again = by.register().wave(self.wave).within(self.within);
        again.switch("--show-names", true).into_text()
    }
}

/// What is said of a council at the boundary.
fn remark(l: Language, listed: Listed) -> Option<&'static str> {
    match listed {
        Listed::Inside => None,
        Listed::Tied => Some(say::tied(l)),
        Listed::Narrowly => Some(say::narrowly(l)),
        Listed::NearMiss => Some(say::near_miss(l)),
    }
}
