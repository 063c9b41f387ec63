//! What reports say of a part that is left out of a change: not in both rounds it has a score by what is compared.

use super::Language;

/// More parts than these are counted in a sentence instead of named.
const NAMED: usize = 4;
/// The same where there is little room.
const NAMED_SHORT: usize = 2;

/// A part of the questionnaire that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is called: "Mensen", "Richten × Delen".
    pub what: String,
    /// Whether only the answer of all together is left out there.
    pub joint: bool,
    /// The roles without a score there; none where nobody has one, or where they are not to be named.
    pub who: Vec<String>,
    /// The rounds without that score; none where it cannot be said of which roles.
    pub unscored: Vec<String>,
    /// Whether one of these has a score there by all that it was asked.
    pub has_more: bool,
}

/// The answer of all together.
pub fn joint(l: Language) -> &'static str {
    l.pick("het gezamenlijke antwoord", "the joint answer")
}

/// What is left out and why: "Mensen telt niet mee: geen score in 2026. Geld telt niet mee: Afdeling heeft …"
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
    (a.joint, &a.who, &a.unscored, a.has_more) == (b.joint, &b.who, &b.unscored, b.has_more)
}

fn sentence(l: Language, kind: &LeftOut, whats: Vec<String>) -> String {
    let one = whats.len() == 1;
    let names = if whats.len() > NAMED { parts(l, whats.len()) } else { l.list(&whats) };
    let why = why(l, kind);
    if kind.joint {
        let joint = joint(l);
        return l.pick(
            format!("Bij {names} telt {joint} niet mee: {why}."),
            format!("For {names}, {joint} does not count: {why}."),
        );
    }
    l.pick(
        format!("{names} {} niet mee: {why}.", if one { "telt" } else { "tellen" }),
        format!("{names} {} left out: {why}.", if one { "is" } else { "are" }),
    )
}

fn why(l: Language, LeftOut { who, unscored, has_more, .. }: &LeftOut) -> String {
    let (rounds, roles) = (l.list(unscored), l.list(who));
    let one = who.len() == 1;
    match (unscored.is_empty(), who.is_empty()) {
        (true, _) => l.pick(
            "niet dezelfde rollen hebben daar in beide rondes een score".to_owned(),
            "not the same roles have a score there in both rounds".to_owned(),
        ),
        (false, true) if *has_more => l.pick(
            format!("te weinig antwoorden in {rounds} op de vragen die vergeleken worden"),
            format!("too few answers in {rounds} to the questions that are compared"),
        ),
        (false, true) => l.pick(format!("geen score in {rounds}"), format!("no score in {rounds}")),
        (false, false) => l.pick(
            format!("{roles} {} daar geen score in {rounds}", if one { "heeft" } else { "hebben" }),
            format!("{roles} {} no score there in {rounds}", if one { "has" } else { "have" }),
        ),
    }
}

/// What is left out as a list, for where there is little room: "Mensen", "het gezamenlijke antwoord (Geld)".
pub fn short(l: Language, all: &[LeftOut]) -> Vec<String> {
    let name = |one: &LeftOut| match one.joint {
        true => format!("{} ({})", joint(l), one.what),
        false => one.what.clone(),
    };
    if all.len() > NAMED_SHORT { vec![parts(l, all.len())] } else { all.iter().map(name).collect() }
}

/// Behind a change: " Zonder Mensen: dat is niet te vergelijken." Empty when nothing is left out.
pub fn without(l: Language, all: &[LeftOut]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let (names, one) = (l.list(&short(l, all)), all.len() == 1);
    l.pick(
        format!(" Zonder {names}: {} niet te vergelijken.", if one { "dat is" } else { "die zijn" }),
        format!(" Without {names}: {} cannot be compared.", if one { "that" } else { "those" }),
    )
}

/// Under a council that came from others: what does not have a score everywhere.
pub fn in_merger(l: Language, all: &[LeftOut]) -> Option<String> {
    let names = l.list(&short(l, all));
    let sentence = l.pick(
        format!("Niet overal, toen en nu, hebben dezelfde rollen een score voor {names}; dat telt hier niet mee."),
        format!("Not everywhere, then and now, do the same roles have a score for {names}; that does not count here."),
    );
    (!all.is_empty()).then_some(sentence)
}

fn parts(l: Language, count: usize) -> String {
    l.counted(count, l.pick("onderdeel", "part"), l.pick("onderdelen", "parts"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(what: &str, who: &[&str], unscored: &[&str]) -> LeftOut {
        let [who, unscored] = [who, unscored].map(|words| words.iter().map(|&word| word.to_owned()).collect());
        LeftOut { what: what.to_owned(), joint: false, who, unscored, has_more: false }
    }

    #[test]
    fn what_is_left_out_for_one_reason_is_one_sentence() {
        let all = [
            part("Mensen", &[], &["2026"]),
            part("Geld", &["Afdeling"], &["2024"]),
            part("Plan", &[], &["2026"]),
            part("Steun", &[], &[]),
        ];
        assert_eq!(
            sentences(Language::Nl, &all),
            [
                "Mensen en Plan tellen niet mee: geen score in 2026.",
                "Geld telt niet mee: Afdeling heeft daar geen score in 2024.",
                "Steun telt niet mee: niet dezelfde rollen hebben daar in beide rondes een score."
            ]
        );
        assert_eq!(sentences(Language::En, &all[..1]), ["Mensen is left out: no score in 2026."]);
        let narrowed = LeftOut { has_more: true, ..part("Mensen", &[], &["2024", "2026"]) };
        assert_eq!(
            sentences(Language::Nl, &[narrowed]),
            ["Mensen telt niet mee: te weinig antwoorden in 2024 en 2026 op de vragen die vergeleken worden."]
        );
        assert_eq!(short(Language::En, &all[..2]), ["Mensen", "Geld"]);
    }

    #[test]
    fn where_only_the_joint_answer_is_left_out_the_part_is_still_compared() {
        let joint = LeftOut { joint: true, ..part("Geld", &[], &["2024"]) };
        assert_eq!(
            sentences(Language::Nl, std::slice::from_ref(&joint)),
            ["Bij Geld telt het gezamenlijke antwoord niet mee: geen score in 2024."]
        );
        assert_eq!(short(Language::En, &[joint]), ["the joint answer (Geld)"]);
    }

    #[test]
    fn many_parts_are_counted() {
        let all: Vec<LeftOut> = ["a", "b", "c", "d", "e"].map(|what| part(what, &[], &["2026"])).into();
        assert_eq!(sentences(Language::Nl, &all), ["5 onderdelen tellen niet mee: geen score in 2026."]);
        assert_eq!(sentences(Language::En, &all), ["5 parts are left out: no score in 2026."]);
        assert_eq!(short(Language::Nl, &all), ["5 onderdelen"]);
    }
}
