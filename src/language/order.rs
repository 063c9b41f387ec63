//! The order in which a reader of a language looks names up.

use icu_collator::options::{AlternateHandling, CollatorOptions};
use icu_collator::{Collator, CollatorPreferences};
use icu_locale_core::locale;

use super::Language;

/// Sorts by name as the language does: marks such as the apostrophe of 's-Gravenhage, hyphens and spaces do not count,
/// letters with an accent stand with those without. Names that differ in nothing else keep the order of their bytes.
pub fn sort_names<'n, T>(l: Language, items: &mut [T], name: impl Fn(&T) -> &'n str) {
    let preferences: CollatorPreferences = l.pick(locale!("nl"), locale!("en")).into();
    let mut options = CollatorOptions::default();
    options.alternate_handling = Some(AlternateHandling::Shifted);
    // The data of both languages are compiled in; without them the bytes decide.
    let collator = Collator::try_new(preferences, options).ok();
    items.sort_by(|a, b| {
        let (a, b) = (name(a), name(b));
        let by_language = collator.as_ref().map(|collator| collator.compare(a, b));
        by_language.unwrap_or(std::cmp::Ordering::Equal).then_with(|| a.cmp(b))
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(l: Language, names: &str) -> String {
        let mut names: Vec<&str> = names.split(", ").collect();
        names.reverse();
        sort_names(l, &mut names, |name| *name);
        names.join(", ")
    }

    #[test]
    fn dutch_finds_s_gravenhage_under_the_s_and_ij_under_the_i() {
        let order = "Aa en Hunze, Aalst, Ängelholm, Arnhem, 's-Gravenhage, ’s-Gravenzande, 's-Hertogenbosch, \
                     Sint-Niklaas, Súdwest-Fryslân, Sudwijk, Ijlst, IJsselstein";
        let expected = "Aa en Hunze, Aalst, Ängelholm, Arnhem, Ijlst, IJsselstein, 's-Gravenhage, ’s-Gravenzande, \
                        's-Hertogenbosch, Sint-Niklaas, Súdwest-Fryslân, Sudwijk";
        assert_eq!(sorted(Language::Nl, order), expected);
    }

    #[test]
    fn english_passes_over_hyphens_blanks_and_accents() {
        let order = "Aberdeen, Ashford, Ash Green, Bath, Éire, Ely, King's Lynn, Kingston upon Hull, Saint Albans, \
                     St Albans, Stoke-on-Trent, Stow";
        let expected = "Aberdeen, Ashford, Ash Green, Bath, Éire, Ely, King's Lynn, Kingston upon Hull, Saint Albans, \
                        St Albans, Stoke-on-Trent, Stow";
        assert_eq!(sorted(Language::En, order), expected);
    }

    #[test]
    fn names_that_differ_in_marks_only_have_one_order() {
        assert_eq!(sorted(Language::Nl, "’s-Heer, 's-Heer"), "'s-Heer, ’s-Heer");
    }
}
