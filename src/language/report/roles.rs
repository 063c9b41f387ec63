//! What reports say about the roles of a council.

use super::ends::{Kind, Sharing};
use super::{Language, participants};
use crate::language::capitalised;

/// Over the section.
pub fn by_role(l: Language) -> &'static str {
    l.pick("Hoe elke rol het ziet", "How each role sees it")
}

/// The heading of a column: "ICT (5)".
pub fn with_count(l: Language, role: &str, count: u32) -> String {
    format!("{role} ({})", super::number::whole(l, u64::from(count)))
}

/// Under the table: why a dash stands for a role that is shown elsewhere.
pub fn hidden_here(l: Language, minimum: u32) -> String {
    l.pick(
        format!(
            "Een streepje: daar, of in een onderdeel ervan, gaven minder dan {minimum} deelnemers van een rol genoeg \
             antwoorden, of zou het cijfer verklappen wat zo'n rol antwoordde."
        ),
        format!(
            "A dash: there, or in a part of it, fewer than {minimum} participants of a role gave enough answers, or the \
             figure would give away what such a role answered."
        ),
    )
}

/// The same where nothing is held back.
pub fn missing_here(l: Language) -> &'static str {
    l.pick(
        "Een streepje: van die rol gaf daar niemand genoeg antwoorden.",
        "A dash: nobody in that role gave enough answers there.",
    )
}

/// The verb behind a list of roles: "ICT *staat* er niet apart in", "ICT *is* not shown separately".
fn stand(l: Language, roles: &[String]) -> &'static str {
    if roles.len() == 1 { l.pick("staat", "is") } else { l.pick("staan", "are") }
}

/// Roles of which there is a figure that may not be shown here, and no other.
pub fn hidden_everywhere(l: Language, roles: &[String], minimum: u32) -> String {
    let list = capitalised(&l.list(roles));
    l.pick(
        format!(
            "{list} {} er niet apart in: bij elke dimensie gaven in een onderdeel ervan minder dan {minimum} deelnemers van een rol \
             genoeg antwoorden, of zou het cijfer verklappen wat zo'n rol antwoordde.",
            stand(l, roles)
        ),
        format!(
            "{list} {} not shown separately: in every dimension, in a part of it, fewer than {minimum} participants of a \
             role gave enough answers, or the figure would give away what such a role answered.",
            stand(l, roles)
        ),
    )
}

/// Roles that answered too little for any figure.
pub fn missing_everywhere(l: Language, roles: &[String]) -> String {
    let list = l.list(roles);
    l.pick(
        format!("Van {list} gaf nergens iemand genoeg antwoorden."),
        format!("Nobody of {list} gave enough answers anywhere."),
    )
}

/// A dimension in which roles lie apart: who gives the highest score, and who the lowest.
pub struct Apart {
    /// Its title.
    pub dimension: String,
    /// The roles at the top, and what they give.
    pub high: (Sharing, String),
    /// Those at the bottom.
    pub low: (Sharing, String),
}

/// Names of dimensions with who gives what behind each.
fn each(l: Language, apart: &[Apart]) -> Vec<String> {
    apart.iter().map(|one| format!("{} ({})", one.dimension, one.who(l))).collect()
}

impl Apart {
    fn who(&self, l: Language) -> String {
        let ((top, high), (bottom, low)) = (&self.high, &self.low);
        let gives = top.verb(l, l.pick("geeft", "gives"), l.pick("geven", "give"));
        format!("{top} {gives} {high}, {bottom} {low}")
    }
}

/// Where the roles lie furthest apart; `partly` where some figures of roles may not be shown or rest on few answers.
pub fn furthest_apart(l: Language, partly: bool, apart: &[Apart]) -> String {
    // Of one dimension what is given stands behind the sentence, of several behind their names.
    let (names, given): (Vec<String>, String) = match apart {
        [only] => (vec![only.dimension.clone()], format!(": {}", only.who(l))),
        _ => (each(l, apart), String::new()),
    };
    let names = Sharing::new(l, Kind::Dimensions, &names);
    if partly {
        return l.pick(
            format!("Van de cijfers die hier mogen staan en op genoeg antwoorden rusten, liggen het verst uit elkaar die in {names}{given}. Daar kan het gesprek beginnen."),
            format!("Of the figures that may be shown here and rest on enough answers, furthest apart are those in {names}{given}. The conversation can start there."),
        );
    }
    l.pick(
        format!("Het verst uit elkaar liggen de rollen in {names}{given}. Begin het gesprek daar."),
        format!("The roles lie furthest apart in {names}{given}. Start the conversation there."),
    )
}

/// When every dimension sets the roles clearly apart, and none more than another; `partly` as in [`furthest_apart`], and
/// where not every dimension can be compared.
pub fn equally_apart(l: Language, partly: bool) -> &'static str {
    if partly {
        return l.pick(
            "De cijfers van de rollen die hier mogen staan en op genoeg antwoorden rusten, liggen overal even ver uit elkaar.",
            "The figures of roles that may be shown here and rest on enough answers lie equally far apart everywhere.",
        );
    }
    l.pick(
        "De rollen liggen in elke dimensie even ver uit elkaar.",
        "The roles lie equally far apart in every dimension.",
    )
}

/// The dimensions with figures that may be shown, where those lie equally far apart.
pub fn equally_apart_in(l: Language, apart: &[Apart]) -> String {
    let names = l.list(&each(l, apart));
    l.pick(
        format!("Van de cijfers die hier mogen staan en op genoeg antwoorden rusten, liggen die in {names} even ver uit elkaar. Daar kan het gesprek beginnen."),
        format!("Of the figures that may be shown here and rest on enough answers, those in {names} lie equally far apart. The conversation can start there."),
    )
}

/// When no dimension sets the roles clearly apart.
pub fn close_together(l: Language) -> &'static str {
    l.pick(
        "De rollen liggen op geen enkele dimensie duidelijk uit elkaar.",
        "The roles lie clearly apart in no dimension.",
    )
}

/// When not all that the roles answered can be compared, and nothing that can be is clearly apart.
pub fn nothing_to_say(l: Language) -> &'static str {
    l.pick(
        "Of de rollen ergens duidelijk uit elkaar liggen, valt hier niet te zeggen: niet elke rol heeft in elke dimensie een \
         cijfer dat hier mag staan en op genoeg antwoorden rust.",
        "Whether the roles lie clearly apart anywhere cannot be said here: not every role has a figure in every dimension \
         that may be shown here and rests on enough answers.",
    )
}

/// The caption of the table.
pub fn caption(l: Language) -> &'static str {
    l.pick("Score per dimensie en rol (aantal deelnemers)", "Score per dimension and role (number of participants)")
}

/// Roles that are too small to be shown.
pub fn too_few(l: Language, roles: &[String], minimum: u32) -> String {
    let list = capitalised(&l.list(roles));
    l.pick(
        format!("{list} {} er niet apart in: per rol tonen we cijfers vanaf {minimum} deelnemers.", stand(l, roles)),
        format!(
            "{list} {} not shown separately: figures per role appear from {minimum} participants on.",
            stand(l, roles)
        ),
    )
}

/// Roles that would give away a smaller one.
pub fn gives_away(l: Language, roles: &[String]) -> String {
    let list = capitalised(&l.list(roles));
    l.pick(
        format!(
            "{list} {} er ook niet in, omdat anders uit te rekenen is wat een kleinere rol antwoordde.",
            stand(l, roles)
        ),
        format!(
            "{list} {} left out as well, because the answers of a smaller role could otherwise be worked out.",
            stand(l, roles)
        ),
    )
}

/// Only one role answered, or nobody gave one.
pub fn one_role_only(l: Language, role: Option<&str>) -> String {
    let Some(role) = role else {
        return l
            .pick(
                "Niemand gaf een rol op, dus er is niets naast elkaar te zetten.",
                "Nobody gave a role, so there is nothing to set side by side.",
            )
            .to_owned();
    };
    l.pick(
        format!("Iedereen antwoordde vanuit dezelfde rol ({role}), dus er is niets naast elkaar te zetten."),
        format!("Everyone answered in the same role ({role}), so there is nothing to set side by side."),
    )
}

/// What the workshop would show.
pub fn workshop_shows_more(l: Language) -> &'static str {
    l.pick(
        "In een verslag voor de deelnemers zelf kan dat wel, als alle deelnemers daarmee instemmen.",
        "A report for the participants themselves can show them, where every answers file agrees.",
    )
}

/// Why the workshop does not show it.
pub fn not_agreed(l: Language) -> &'static str {
    l.pick(
        "Niet alle deelnemers stemden ermee in dat de rollen apart te zien zijn.",
        "Not every answers file agrees that the participants see the roles separately.",
    )
}

/// "5 deelnemers: ICT (3) en Leiding (2)", or the total alone.
pub fn who_answered(l: Language, total: u32, roles: &[String]) -> String {
    let total = participants(l, total);
    if roles.is_empty() { total } else { format!("{total}: {}", l.list(roles)) }
}

/// The title of the report by role.
pub fn title(l: Language, council: &str) -> String {
    l.pick(format!("{council}, rol naast rol"), format!("{council}, role by role"))
}

/// The bold sentence when one role may be shown.
pub fn one_shown(l: Language, council: &str) -> String {
    l.pick(
        format!("Van {council} kan maar één rol apart getoond worden."),
        format!("Only one role of {council} can be shown separately."),
    )
}

/// The bold sentence when no role may be shown.
pub fn none_shown(l: Language, council: &str) -> String {
    l.pick(
        format!("De rollen van {council} kunnen hier niet apart getoond worden."),
        format!("The roles of {council} cannot be shown separately here."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_hidden_role_is_singular() {
        let roles = ["ICT", "Leiding"].map(String::from);
        assert_eq!(
            too_few(Language::Nl, &roles[..1], 5),
            "ICT staat er niet apart in: per rol tonen we cijfers vanaf 5 deelnemers."
        );
        let none = [crate::language::report::group_without_role(Language::Nl).to_owned()];
        assert_eq!(
            too_few(Language::Nl, &none, 5),
            "De groep zonder rol staat er niet apart in: per rol tonen we cijfers vanaf 5 deelnemers."
        );
        assert_eq!(
            one_role_only(Language::Nl, None),
            "Niemand gaf een rol op, dus er is niets naast elkaar te zetten."
        );
        assert_eq!(
            gives_away(Language::Nl, &roles),
            "ICT en Leiding staan er ook niet in, omdat anders uit te rekenen is wat een kleinere rol antwoordde."
        );
    }
}
