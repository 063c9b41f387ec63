//! Findings about routing: who can be asked what.

use super::{Language, Wording};

/// What is wrong with the way through a questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub enum RouteFinding {
    /// No answers lead to a question.
    NeverAsked,
    /// No answers lead a role to a question that it is listed for.
    NeverAskedOfRole(String),
    /// No answers lead any role to a question.
    NeverAskedOfAnyRole,
    /// No answers in the quick scan lead to a question that belongs to it.
    NeverAskedInQuickScan,
    /// The same for one role that is listed.
    NeverAskedOfRoleInQuickScan(String),
    /// A condition that holds whatever is answered.
    AlwaysAsked,
    /// A part of a condition that changes nothing.
    PartWithoutEffect,
    /// A choice in a condition that changes nothing.
    ChoiceWithoutEffect(String),
}

impl RouteFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::NeverAsked => say! { l
                nl "deze vraag wordt nooit gesteld: geen enkele combinatie van antwoorden voldoet aan de voorwaarde" / "kan niet waar zijn" / "verbeter de voorwaarde of haal de vraag weg"
                en "this question is never asked: no combination of answers meets its condition" / "cannot be true" / "correct the condition or remove the question"
            },
            Self::NeverAskedOfRole(role) => say! { l
                nl "de rol `{role}` krijgt deze vraag nooit: de voorwaarde hangt af van een vraag die `{role}` niet krijgt" / "komt hier niet" / "haal `{role}` hier weg of stel ook de eerdere vraag aan `{role}`"
                en "the role `{role}` is never asked this question: its condition depends on a question that `{role}` is not asked" / "never gets here" / "remove `{role}` here or ask `{role}` the earlier question as well"
            },
            Self::NeverAskedOfAnyRole => say! { l
                nl "geen enkele rol krijgt deze vraag: de voorwaarde hangt af van vragen die niet aan dezelfde rol worden gesteld" / "voor geen enkele rol waar" / "stel de vragen uit de voorwaarde aan dezelfde rol"
                en "no role is ever asked this question: its condition depends on questions that are not asked of the same role" / "true for no role" / "ask one role all the questions of the condition"
            },
            Self::NeverAskedInQuickScan => say! { l
                nl "de quickscan stelt deze vraag nooit: de voorwaarde hangt af van een vraag die niet in de quickscan zit" / "niet in de quickscan" / "zet `quick: true` ook bij de eerdere vraag, of haal het hier weg"
                en "the quick scan never asks this question: its condition depends on a question that is not in the quick scan" / "not in the quick scan" / "add `quick: true` to the earlier question as well, or remove it here"
            },
            Self::NeverAskedOfRoleInQuickScan(role) => say! { l
                nl "in de quickscan krijgt de rol `{role}` deze vraag nooit" / "niet in de quickscan" / "stel de vragen uit de voorwaarde ook in de quickscan aan `{role}`, of haal hier `quick` of `{role}` weg"
                en "in the quick scan the role `{role}` is never asked this question" / "not in the quick scan" / "ask `{role}` the questions of the condition in the quick scan too, or remove `quick` or `{role}` here"
            },
            Self::AlwaysAsked => say! { l
                nl "deze voorwaarde sluit niemand uit" / "altijd waar" / "haal `when` weg of verbeter de voorwaarde"
                en "this condition keeps nobody out" / "always true" / "remove `when` or correct the condition"
            },
            Self::PartWithoutEffect => say! { l
                nl "dit deel van de voorwaarde maakt geen verschil" / "laat niemand extra toe" / "haal dit deel weg of verbeter het"
                en "this part of the condition makes no difference" / "lets nobody else in" / "remove this part or correct it"
            },
            Self::ChoiceWithoutEffect(choice) => say! { l
                nl "de keuze `{choice}` maakt in deze voorwaarde geen verschil" / "laat niemand extra toe" / "haal `{choice}` hier weg of verbeter de rest van de voorwaarde"
                en "the choice `{choice}` makes no difference in this condition" / "lets nobody else in" / "remove `{choice}` here or correct the rest of the condition"
            },
        }
    }
}
