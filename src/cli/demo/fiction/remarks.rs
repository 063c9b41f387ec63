//! What people write beside their answers: short, mostly Dutch, sometimes English. Knows nothing of answers.

use super::dice::Dice;

/// What a remark goes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// A low answer.
    Low,
    /// One in the middle.
    Middle,
    /// A high one.
    High,
    /// "I don't know."
    Unsure,
}

impl Tone {
    /// The tone that goes with a share of the scale.
    pub(super) fn of(share: f64) -> Tone {
        match share {
            share if share < 0.37 => Tone::Low,
            share if share < 0.66 => Tone::Middle,
            _ => Tone::High,
        }
    }
}

/// The remarks of one council in one wave; each is made once.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    made: Vec<&'static str>,
}

impl Remarks {
    /// A comment on a question; `about` tells whether it stands in a dimension. `None` when all was said.
    pub(super) fn comment(
        &mut self,
        tone: Tone,
        about: impl Fn(&str) -> bool,
        dice: &mut Dice,
    ) -> Option<&'static str> {
        let fits = |remark: &&(Tone, &str, &'static str)| {
            remark.0 == tone && (remark.1.is_empty() || about(remark.1)) && !self.made.contains(&remark.2)
        };
        let fitting: Vec<&'static str> = REMARKS.iter().filter(fits).map(|remark| remark.2).collect();
        self.one_of(&fitting, dice)
    }

    /// An answer to an open question. `None` when all was said.
    pub(super) fn text(&mut self, dice: &mut Dice) -> Option<&'static str> {
        let left: Vec<&'static str> = TEXTS.into_iter().filter(|text| !self.made.contains(text)).collect();
        self.one_of(&left, dice)
    }

    fn one_of(&mut self, texts: &[&'static str], dice: &mut Dice) -> Option<&'static str> {
        let text = *texts.get(dice.below(texts.len()))?;
        self.made.push(text);
        Some(text)
    }
}

/// Why a question does not apply in a council: all its people give the same reason, each in their own words.
pub(super) fn reason(council: usize, dice: &mut Dice) -> &'static str {
    let reason = REASONS[council % REASONS.len()];
    reason[dice.below(reason.len())]
}

/// What shows an answer, from this year or the one before.
pub(super) fn evidence(year: i16, dice: &mut Dice) -> String {
    let month = ["januari", "februari", "maart", "april", "mei", "juni"][dice.below(6)];
    let number = 4 + dice.below(56);
    match dice.below(7) {
        0 => format!("Collegebesluit {year}/{number}"),
        1 => format!("Verslag van het managementteam, {month} {year}"),
        2 => format!("Projectenlijst op de gedeelde schijf, versie van {month}"),
        3 => "Intranet, pagina «Digitaal werken»".to_owned(),
        4 => format!("Nieuwsbrief voor medewerkers, {month} {year}"),
        5 => format!("Jaarverslag {}, bladzijde {number}", year - 1),
        _ => format!("Gezien in de vergadering van {} {month}", 1 + dice.below(28)),
    }
}

const REASONS: [[&str; 3]; 3] = [
    [
        "Dat doet het samenwerkingsverband voor ons.",
        "Zit bij het samenwerkingsverband.",
        "Niet bij ons, wel in het samenwerkingsverband.",
    ],
    [
        "Daar zijn we te klein voor; we spreken elkaar gewoon aan.",
        "Te klein voor, iedereen kent iedereen.",
        "In een gemeente als de onze is dat niet nodig.",
    ],
    [
        "Dit hebben we vorig jaar bewust stopgezet.",
        "Bestaat niet meer, zo heeft het college beslist.",
        "Vorig jaar gestopt.",
    ],
];

/// Answers to open questions.
const TEXTS: [&str; 8] = [
    "Minder systemen, en die beter kennen.",
    "Graag een vast aanspreekpunt bij ICT.",
    "Geen opmerkingen.",
    "Meer tijd om te leren; de rest volgt dan wel.",
    "Begin eens met wat inwoners het vaakst vragen.",
    "Laat ons eerst afmaken wat al loopt.",
    "Duidelijke keuzes: wat doen we niet meer?",
    "Samen met de buurgemeenten, alleen redden we het niet.",
];

use Tone::{High, Low, Middle, Unsure};

/// Tone, the dimension it must be about (none: any), words.
const REMARKS: [(Tone, &str, &str); 86] = [
    (Low, "", "We beginnen hier pas aan."),
    (Low, "", "Hier is nooit tijd voor."),
    (Low, "", "Dit hangt aan één persoon."),
    (Low, "", "Staat al twee jaar op de lijst."),
    (Low, "", "Eerlijk gezegd heb ik hier nog nooit iets van gemerkt."),
    (Low, "", "Wordt pas geregeld als het misgaat."),
    (Low, "", "Er is geen geld voor, dus blijft het liggen."),
    (Low, "", "Vroeger deden we dit wel, maar sinds de verhuizing niet meer."),
    (Low, "", "Goede vraag. We hebben het er nog nooit over gehad."),
    (Low, "", "We wachten af wat de buurgemeente doet."),
    (Low, "", "Is een paar keer beloofd."),
    (Low, "", "We are too small to do this on our own."),
    (Low, "", "Hier schrok ik zelf van."),
    (Low, "digitale-strategie", "Het plan ligt in een la."),
    (Low, "digitale-strategie", "Er is vast een plan, maar ik ken het niet."),
    (Low, "digitaal-leiderschap", "Iedereen wijst naar ICT."),
    (Low, "digitaal-leiderschap", "Zonder trekker gebeurt er niets."),
    (Low, "delen", "Elke afdeling houdt haar eigen lijst bij."),
    (Low, "delen", "Als onze ervaren collega met pensioen gaat, zijn we die kennis kwijt."),
    (Low, "draagvlak", "Collega's zijn nieuwe systemen moe."),
    (Low, "draagvlak", "Bijna iedereen belt liever."),
    (Low, "verrichten", "De helft doen we nog op papier."),
    (Middle, "", "Verschilt sterk per afdeling."),
    (Middle, "", "Op papier wel, in de praktijk minder."),
    (Middle, "", "De ene collega wel, de andere niet."),
    (Middle, "", "We zijn ermee bezig, maar het gaat traag."),
    (Middle, "", "Ik twijfelde tussen twee antwoorden."),
    (Middle, "", "Sinds vorig jaar gaat het beter."),
    (Middle, "", "Werkt zolang iemand erachteraan zit."),
    (Middle, "", "Bij ons wel, voor de rest durf ik het niet te zeggen."),
    (Middle, "", "Het staat er, maar niemand kijkt ernaar."),
    (Middle, "", "Hier mag wel wat meer vaart in."),
    (Middle, "", "Goed begonnen, daarna stilgevallen."),
    (Middle, "", "Depends on who you ask."),
    (Middle, "", "Het kan beter, maar het is geen ramp."),
    (Middle, "", "Bij grote projecten wel, bij kleine niet."),
    (Middle, "", "Soms wel, soms niet; een afspraak is er niet."),
    (Middle, "", "Sinds de afdelingen zijn samengevoegd, moet dit opnieuw."),
    (Middle, "", "Afgesproken is het, gedaan wordt het niet altijd."),
    (Middle, "", "Dit jaar komt hier een vervolg op."),
    (Middle, "digitale-strategie", "Er is een plan, maar de afdelingen herkennen zich er niet in."),
    (Middle, "digitale-strategie", "Komt vooral aan bod als de begroting eraan komt."),
    (Middle, "digitaal-leiderschap", "Sinds er één aanspreekpunt is, gaat het vlotter."),
    (Middle, "digitaal-leiderschap", "Beslissen duurt bij ons lang."),
    (Middle, "delen", "Tussen twee afdelingen lukt het, daarbuiten niet."),
    (Middle, "delen", "Delen gebeurt bij ons aan de koffieautomaat."),
    (Middle, "draagvlak", "De helft doet graag mee, de rest wacht af."),
    (Middle, "draagvlak", "Na een opleiding zakt het weer weg."),
    (Middle, "inrichten", "De taken zijn verdeeld, de uren niet."),
    (High, "", "Hier zijn we trots op."),
    (High, "", "Dit loopt goed, ook als ICT er niet bij is."),
    (High, "", "Kostte ons drie jaar, maar nu staat het."),
    (High, "", "Graag zo houden."),
    (High, "", "Andere gemeenten komen hier kijken."),
    (High, "", "Is intussen een vaste gewoonte."),
    (High, "", "Niet perfect, maar veel beter dan het was."),
    (High, "", "Dit mag het voorbeeld zijn voor de rest."),
    (High, "", "One of the things we do well."),
    (High, "", "Met dank aan een paar volhouders."),
    (High, "", "Dat merk je ook in het dagelijkse werk."),
    (High, "", "Dat doen we al jaren zo."),
    (High, "", "Nieuwe collega's leren dit in hun eerste week."),
    (High, "", "Het scheelt dat iedereen weet bij wie je moet zijn."),
    (High, "", "Hier hebben we hard aan gewerkt."),
    (High, "", "Ook in drukke weken blijft dit overeind."),
    (High, "", "De raad vroeg erom, en nu wil niemand meer terug."),
    (High, "digitale-strategie", "Dit keert elk jaar terug bij de begroting."),
    (High, "digitale-strategie", "Het plan hangt hier gewoon aan de muur."),
    (High, "digitaal-leiderschap", "De leiding vraagt er elke maand naar."),
    (High, "digitaal-leiderschap", "Het helpt dat de top het zelf ook gebruikt."),
    (High, "delen", "We doen dit samen met vier gemeenten in de buurt."),
    (High, "delen", "De gedeelde map scheelt ons uren."),
    (High, "delen", "Elke maand leggen we onze cijfers naast elkaar."),
    (High, "draagvlak", "Inwoners zeggen dat het duidelijker is geworden."),
    (High, "draagvlak", "Collega's vragen nu zelf om meer."),
    (High, "draagvlak", "Aan de balie krijgen we hier complimenten over."),
    (High, "verrichten", "Scheelt ons veel telefoontjes."),
    (Unsure, "", "Daar heb ik geen zicht op."),
    (Unsure, "", "Dat weet een ander beter dan ik."),
    (Unsure, "", "Ik werk hier pas een halfjaar."),
    (Unsure, "", "Zou ik moeten navragen."),
    (Unsure, "", "Hier krijgen wij nooit iets over te lezen."),
    (Unsure, "", "Dit gaat buiten mij om."),
    (Unsure, "", "I would have to ask a colleague."),
    (Unsure, "", "Nooit van gehoord, maar dat zegt niet alles."),
    (Unsure, "", "De vraag is voor mij niet duidelijk."),
];
