//! What reports say of a part that is left out of a change: it has a score in one of the rounds only.

use super::Language;

/// More parts than these are counted instead of named.
const NAMED: usize = 4;

/// A part of the questionnaire that is left out, for all or for some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is called: "Mensen", "Richten × Delen".
    pub what: String,
    /// Whose answers do not count there; none where nobody's do.
    pub who: Option<String>,
    /// The rounds without a score there; none where each has one, but of other roles.
    pub unscored: Vec<String>,
}

/// In place of a role: the answer of all together.
pub fn joint(l: Language) -> &'static str {
    l.pick("het gezamenlijke antwoord", "the joint answer")
}

/// In place of a role that is not to be named.
pub fn some(l: Language) -> &'static str {
    l.pick("een deel van de antwoorden", "part of the answers")
}

/// In place of a score.
pub fn not_in_both(l: Language) -> &'static str {
    l.pick("niet in beide rondes", "not in both rounds")
}

/// What is left out and why: "Mensen telt niet mee: geen score in 2026. Bij Geld telt Afdeling niet mee: …"
pub fn sentences(l: Language, all: &[LeftOut]) -> Vec<String> {
    let mut kinds: Vec<&LeftOut> = Vec::new();
    for one in all {
        if !kinds.iter().any(|kind| is_like(kind, one)) {
            kinds.push(one);
        }
    }
    let whats = |kind: &LeftOut| all.iter().filter(|one| is_like(kind, one)).map(|one| one.what.clone()).collect();
    kinds.into_iter().map(|kind| sentence(l, kind, whats(kind))).collect()
}

/// Whether one sentence says both.
fn is_like(a: &LeftOut, b: &LeftOut) -> bool {
    a.who == b.who && a.unscored == b.unscored
}

fn sentence(l: Language, LeftOut { who, unscored, .. }: &LeftOut, whats: Vec<String>) -> String {
    let one = whats.len() == 1;
    let names = if whats.len() > NAMED { parts(l, whats.len()) } else { l.list(&whats) };
    let why = match unscored.is_empty() {
        true => l.pick(
            "geen enkele rol heeft daar in beide rondes een score".to_owned(),
            "no role has a score there in both rounds".to_owned(),
        ),
        false => {
            let rounds = l.list(unscored);
            l.pick(format!("geen score in {rounds}"), format!("no score in {rounds}"))
        }
    };
    match who {
        Some(who) => l.pick(
            format!("Bij {names} telt {who} niet mee: {why}."),
            format!("For {names}, {who} does not count: {why}."),
        ),
        None => l.pick(
            format!("{names} {} niet mee: {why}.", if one { "telt" } else { "tellen" }),
            format!("{names} {} left out: {why}.", if one { "is" } else { "are" }),
        ),
    }
}

/// What is left out as a list, for where there is little room: "Mensen", "Afdeling (Geld)".
pub fn short(l: Language, all: &[LeftOut]) -> Vec<String> {
    let name = |one: &LeftOut| match &one.who {
        Some(who) => format!("{who} ({})", one.what),
        None => one.what.clone(),
    };
    if all.len() > NAMED { vec![parts(l, all.len())] } else { all.iter().map(name).collect() }
}

/// Under a council that came from others: what does not have a score everywhere.
pub fn in_merger(l: Language, all: &[LeftOut]) -> Option<String> {
    let names = l.list(&short(l, all));
    let sentence = l.pick(
        format!("Niet overal, toen en nu, is er een score voor {names}; dat telt hier niet mee."),
        format!("There is not a score everywhere, then and now, for {names}; that does not count here."),
    );
    (!all.is_empty()).then_some(sentence)
}

fn parts(l: Language, count: usize) -> String {
    l.counted(count, l.pick("onderdeel", "part"), l.pick("onderdelen", "parts"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(what: &str, who: Option<&str>, unscored: &[&str]) -> LeftOut {
        let unscored = unscored.iter().map(|&round| round.to_owned()).collect();
        LeftOut { what: what.to_owned(), who: who.map(str::to_owned), unscored }
    }

    #[test]
    fn what_is_left_out_for_one_reason_is_one_sentence() {
        let all = [
            part("Mensen", None, &["2026"]),
            part("Geld", Some("Afdeling"), &["2024"]),
            part("Plan", None, &["2026"]),
            part("Steun", None, &[]),
        ];
        assert_eq!(
            sentences(Language::Nl, &all),
            [
                "Mensen en Plan tellen niet mee: geen score in 2026.",
                "Bij Geld telt Afdeling niet mee: geen score in 2024.",
                "Steun telt niet mee: geen enkele rol heeft daar in beide rondes een score."
            ]
        );
        assert_eq!(sentences(Language::En, &all[..1]), ["Mensen is left out: no score in 2026."]);
        assert_eq!(short(Language::En, &all), ["Mensen", "Afdeling (Geld)", "Plan", "Steun"]);
    }

    #[test]
    fn many_parts_are_counted() {
        let all: Vec<LeftOut> = ["a", "b", "c", "d", "e"].map(|what| part(what, None, &["2026"])).into();
        assert_eq!(sentences(Language::Nl, &all), ["5 onderdelen tellen niet mee: geen score in 2026."]);
        assert_eq!(sentences(Language::En, &all), ["5 parts are left out: no score in 2026."]);
        assert_eq!(short(Language::Nl, &all), ["5 onderdelen"]);
    }
}
