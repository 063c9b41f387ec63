//! The last section of every report: which questionnaire, who answered, which rules, how to make it again.

use super::again::{self, Of};
use super::document::Inline;
use super::reader::Reader;
use crate::comparison::{Audience, Batch};
use crate::language::report::about as say;
use crate::language::{number, versions};
use crate::questionnaire::{Missing, RoleWeights};
use crate::responses::Group;

/// The lines of the section, one after the other.
pub(super) type Lines = Vec<Line>;
type Line = (String, Inline);

/// What was asked.
pub(super) fn questionnaire(reader: &Reader<'_>, batch: &Batch<'_>) -> Lines {
    let (q, l) = (reader.q, reader.l);
    let title = format!("{} {}, ", q.title.get(reader.tag), q.version);
    let mut lines =
        vec![line(say::questionnaire(l), Inline::text(title).then_code(format!("{} {}", q.reference(), q.hash)))];
    if let Some(provenance) = &q.provenance {
        lines.push(line(say::provenance(l), provenance.get(reader.tag)));
    }
    if let Some(licence) = &q.licence {
        lines.push(line(say::licence(l), licence.as_str()));
    }
    for (version, earlier) in &batch.responses().earlier {
        let (was, mapped) = (version.to_string(), earlier.mapped(q, *version));
        let text = versions::answers_of_earlier(l, &was, &q.version, mapped, earlier.respondents == batch.voices());
        lines.push(line(versions::earlier_version(l), text));
    }
    lines
}

/// That answers of some groups were not finished, if so; how many only where the page says how many people answered.
pub(super) fn unfinished(reader: &Reader<'_>, batch: &Batch<'_>, groups: &[usize], counts: Counts) -> Option<Line> {
    let sum = |of: fn(&Group) -> u32| groups.iter().map(|&group| of(batch.group(group)) as usize).sum::<usize>();
    let (drafts, answers) = (sum(|group| group.drafts), sum(Group::voices));
    let text = match counts {
        Counts::Shown => say::unfinished(reader.l, drafts),
        Counts::Withheld => say::some_unfinished(reader.l, drafts == answers).to_owned(),
    };
    (drafts > 0).then(|| line(say::not_finished(reader.l), text))
}

/// Whether a page says how many people answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    /// It does.
    Shown,
    /// It does not.
    Withheld,
}

/// How it was worked out, how to do that again, with this command, and how to see where a figure comes from: of the council
/// that the page is about, or of one of those that it is about.
pub(super) fn method(reader: &Reader<'_>, batch: &Batch<'_>, command: &str, of: Of) -> Lines {
    let (q, l) = (reader.q, reader.l);
    let stages = q.scale.stages.iter();
    let stages: Vec<(String, String)> =
        stages.map(|stage| (stage.title.get(reader.tag).to_owned(), reader.bound(stage.from))).collect();
    let weighing = match q.scoring.roles {
        RoleWeights::Equal => say::Weighing::Equal,
        RoleWeights::Pooled => say::Weighing::Pooled,
        RoleWeights::Weighted(_) => say::Weighing::Weighted,
    };
    let method = say::method_text(
        l,
        weighing,
        q.scoring.missing == Missing::Zero,
        &number::percent(l, q.scoring.min_coverage),
        &number::percent(l, q.scoring.stage_coverage),
    );
    let again = Inline::text(say::reproduce_text(l, env!("CARGO_PKG_VERSION")))
        .then_code(command)
        .then(say::explain_text(l))
        .then_code(again::explain(batch, of, l));
    vec![
        line(say::scale(l), say::scale_text(l, &reader.max(), &stages)),
        line(say::method(l), method),
        line(say::rounding(l), say::rounding_text(l, reader.rounding().decimals())),
        line(say::reproduce(l), again.then(".")),
    ]
}

/// What may be shown to whom.
pub(super) fn audience(reader: &Reader<'_>, audience: Audience, by_role: bool) -> Line {
    let minimum = reader.q.scoring.minimum_group;
    let rules = match audience {
        Audience::Public => say::public_rules(reader.l, minimum.respondents, minimum.councils, minimum.comments),
        Audience::Workshop => say::workshop_rules(reader.l, minimum.respondents, minimum.councils, by_role),
    };
    line(say::audience(reader.l), rules)
}

/// One line.
pub(super) fn line(name: &str, text: impl Into<Inline>) -> Line {
    (name.to_owned(), text.into())
}
