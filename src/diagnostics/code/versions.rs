//! The codes of what is found between two versions of a questionnaire.

use super::Code;
use crate::diagnostics::VersionFinding as V;

pub(super) fn code(finding: &V) -> Code {
    match finding {
        V::Vanished { .. } | V::Forgotten { .. } | V::NoLongerDropped { .. } | V::DroppedInPart { .. } => {
            Code::VanishedId
        }
        V::InUse { .. } => Code::IdInUse,
        V::VanishedChoice { .. }
        | V::InParts(_)
        | V::AsOne(_)
        | V::Unreadable { .. }
        | V::NowExclusive { .. }
        | V::NotOffered(_) => Code::UnreadableAnswer,
        V::Renamed { .. } => Code::RenamedId,
        V::OtherQuestion { .. } | V::OtherRow { .. } => Code::OtherQuestion,
        V::OtherValue { .. }
        | V::OtherLabel { .. }
        | V::OtherHighest { .. }
        | V::OtherType { .. }
        | V::OtherRange { .. }
        | V::Reversed(_) => Code::ChangedAnswer,
        V::LeftOut { .. } => Code::AnswersLeftOut,
        V::NotRaised { .. } | V::SameVersion { .. } => Code::VersionNotRaised,
        V::UnknownOrigin { .. } => Code::UnknownOrigin,
        V::New { .. } | V::NotNew { .. } | V::OtherSince { .. } => Code::WrongSince,
    }
}
