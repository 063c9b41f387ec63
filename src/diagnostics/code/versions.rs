//! The codes of what is found between two versions of a questionnaire.

use super::Code;
use crate::diagnostics::{MeaningFinding as M, VersionFinding as V};

pub(super) fn of_version(finding: &V) -> Code {
    match finding {
        V::Vanished { .. } | V::Forgotten { .. } | V::NoLongerDropped { .. } | V::DroppedInPart { .. } => {
            Code::VanishedId
        }
        V::InUse { .. } => Code::IdInUse,
        V::Renamed { .. } => Code::RenamedId,
        V::NotRaised { .. } | V::Lowered { .. } | V::SameVersion { .. } => Code::VersionNotRaised,
        V::UnknownOrigin { .. } => Code::UnknownOrigin,
        V::New { .. } | V::NotNew { .. } | V::OtherSince { .. } => Code::WrongSince,
    }
}

pub(super) fn of_meaning(finding: &M) -> Code {
    match finding {
        M::VanishedChoice { .. }
        | M::InParts(_)
        | M::AsOne(_)
        | M::Unreadable { .. }
        | M::NowExclusive { .. }
        | M::NotOffered(_) => Code::UnreadableAnswer,
        M::OtherEnds { .. } => Code::OtherEnds,
        M::OtherQuestion { .. } | M::OtherRow { .. } => Code::OtherQuestion,
        M::OtherValue { .. }
        | M::OtherLabel { .. }
        | M::OtherHighest { .. }
        | M::OtherType { .. }
        | M::OtherRange { .. }
        | M::Reversed(_) => Code::ChangedAnswer,
        M::LeftOut { .. } | M::NoLongerAsked { .. } => Code::AnswersLeftOut,
    }
}
