//! What a drawn screen says beside the question: the keys of each place, what is out of sight, what to do first.

use super::super::Language;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> &'static str { l.pick($nl, $en) })*
    };
}

words! {
    /// Part of the text is above what is shown.
    more_above: "▲ meer (PgUp)", "▲ more (PgUp)";
    /// Part of the text is below what is shown.
    more_below: "▼ meer (PgDn)", "▼ more (PgDn)";
    /// Where the keys are, when there is no room for them.
    keys_short: "h: toetsen", "h: keys";
    /// Heading of the page of keys.
    keys_title: "Toetsen", "Keys";
    /// How that page is left.
    any_key: "Een toets brengt u terug.", "Any key brings you back.";
    /// Enter without a choice.
    choose_first: "Kies eerst een antwoord met een cijfer of met ↑ ↓, of druk op s om over te slaan.",
        "First choose an answer with a digit or with ↑ ↓, or press s to skip.";
    /// Enter without a tick.
    tick_nothing: "U hebt niets aangevinkt. Klopt dat? Druk dan nog eens op Enter. Overslaan kan met s.",
        "You have ticked nothing. If that is your answer, press Enter again. To skip, press s.";
    /// Enter without a number.
    number_first: "Typ eerst een getal, of druk op s om over te slaan.", "First type a number, or press s to skip.";
    /// A key that does nothing here.
    no_such_key: "Die toets doet hier niets. Druk op h voor de toetsen.",
        "That key does nothing here. Press h for the keys.";
    /// Above the field of an answer.
    field_answer: "Uw antwoord", "Your answer";
    /// Above the field of a comment.
    field_comment: "Opmerking", "Comment";
    /// Above the field of a reason.
    field_reason: "Waarom is dit niet van toepassing?", "Why does this not apply?";
    /// Above the field of a reason that may be left out.
    field_reason_optional: "Waarom is dit niet van toepassing? Dit mag leeg blijven.",
        "Why does this not apply? This may stay empty.";
    /// Above the field of evidence.
    field_evidence: "Waar blijkt het uit?", "What shows it?";
    /// How boxes are ticked.
    several: "Meer antwoorden mogen.", "Several answers are possible.";
    /// The first line of the list at the end.
    finish: "Afronden", "Finish";
    /// That line, while something is open.
    finish_open: "Afronden, ook al is niet alles ingevuld", "Finish, although not everything is answered";
    /// Above the list at the end.
    end_open: "Kies een vraag die u alsnog wilt beantwoorden, of rond af.",
        "Choose a question that you want to answer after all, or finish.";
    /// How to choose in a short list.
    list_keys: "Wijs aan met ↑ ↓ en bevestig met Enter.", "Point with ↑ ↓ and confirm with Enter.";
    /// How to search in a long list.
    search_keys: "Typ een deel van de naam of de code, wijs aan met ↑ ↓ en bevestig met Enter.",
        "Type part of the name or the code, point with ↑ ↓ and confirm with Enter.";
    /// What is typed there.
    search: "Zoek:", "Search:";
    /// How a line is given.
    line_keys: "Bevestig met Enter.", "Confirm with Enter.";
}

/// A key and what it does.
pub type Key = (String, &'static str);

fn keys<const N: usize>(pairs: [(&str, &'static str); N]) -> Vec<Key> {
    pairs.into_iter().map(|(key, what)| (key.to_owned(), what)).collect()
}

/// The keys of the first screen.
pub fn opening_keys(l: Language) -> Vec<Key> {
    keys([("Enter", l.pick("beginnen", "begin")), ("q", l.pick("stoppen", "quit"))])
}

/// How an answer is picked from a list; `digits` as in "1-5", when one digit is enough.
pub fn choose_keys(l: Language, digits: Option<&str>) -> Vec<Key> {
    match digits {
        Some(digits) => vec![
            (digits.to_owned(), l.pick("kiezen", "choose")),
            (l.pick("↑ ↓ en Enter", "↑ ↓ and Enter").to_owned(), l.pick("aanwijzen en kiezen", "point and choose")),
        ],
        None => keys([
            (l.pick("nummer of ↑ ↓", "number or ↑ ↓"), l.pick("aanwijzen", "point")),
            ("Enter", l.pick("kiezen", "choose")),
        ]),
    }
}

/// How boxes are ticked; `digits` likewise.
pub fn tick_keys(l: Language, digits: Option<&str>) -> Vec<Key> {
    let first = match digits {
        Some(digits) => (digits.to_owned(), l.pick("aanvinken", "tick")),
        None => (l.pick("nummer", "number").to_owned(), l.pick("aanwijzen", "point")),
    };
    let rest = [
        (l.pick("↑ ↓ en spatie", "↑ ↓ and space"), l.pick("aanwijzen en aanvinken", "point and tick")),
        ("Enter", l.pick("verder", "go on")),
    ];
    [vec![first], keys(rest)].concat()
}

/// How a number is given.
pub fn number_keys(l: Language) -> Vec<Key> {
    keys([("0-9", l.pick("getal typen", "type a number")), ("Enter", l.pick("bewaren en verder", "save and go on"))])
}

/// How a text is given, when one is not typing.
pub fn text_keys(l: Language) -> Vec<Key> {
    keys([("Enter", l.pick("antwoord typen", "type an answer"))])
}

/// The keys of every question, after those of its answer. Not applicable only where that is offered, a partner only
/// where one can do what is asked about.
pub fn question_keys(l: Language, not_applicable: bool, partner: bool) -> Vec<Key> {
    let mut all = keys([("?", l.pick("weet ik niet", "don't know"))]);
    if not_applicable {
        all.extend(keys([("n", l.pick("niet van toepassing", "not applicable"))]));
    }
    all.extend(keys([
        (l.pick("s of →", "s or →"), l.pick("overslaan", "skip")),
        (l.pick("b of ←", "b or ←"), l.pick("terug", "back")),
    ]));
    if partner {
        all.extend(keys([("p", l.pick("een partner doet dit", "a partner does this"))]));
    }
    all.extend(keys([
        ("c", l.pick("opmerking", "comment")),
        ("e", l.pick("waar het uit blijkt", "evidence")),
        ("w", l.pick("antwoord wissen", "wipe the answer")),
        ("q", l.pick("bewaren en stoppen", "save and quit")),
    ]));
    all
}

/// The keys while an answer is typed.
pub fn typing_keys(l: Language) -> Vec<Key> {
    keys([
        ("Enter", l.pick("bewaren en verder; leeg is overslaan", "save and go on; empty is skip")),
        ("Esc", l.pick("bewaren, en de andere toetsen", "save, and the other keys")),
    ])
}

/// The keys while something is typed beside an answer.
pub fn note_keys(l: Language, removes: bool) -> Vec<Key> {
    let enter =
        if removes { l.pick("bewaren; leeg is weghalen", "save; empty is remove") } else { l.pick("bewaren", "save") };
    keys([("Enter", enter), ("Esc", l.pick("terug zonder wijziging", "back without a change"))])
}

/// The keys after an answer that should be shown by something.
pub fn evidence_keys(l: Language) -> Vec<Key> {
    keys([
        ("Enter", l.pick("bewaren en verder; leeg is overslaan", "save and go on; empty is skip")),
        ("Esc", l.pick("terug naar de vraag", "back to the question")),
    ])
}

/// The keys at the end.
pub fn end_keys(l: Language) -> Vec<Key> {
    keys([
        ("f", l.pick("afronden", "finish")),
        (l.pick("nummer en Enter", "number and Enter"), l.pick("naar die vraag", "to that question")),
        (l.pick("↑ ↓ en Enter", "↑ ↓ and Enter"), l.pick("aanwijzen en kiezen", "point and choose")),
        (l.pick("b of ←", "b or ←"), l.pick("terug", "back")),
        ("c", l.pick("bestuur, ronde of rol verbeteren", "correct council, wave or role")),
        ("q", l.pick("bewaren en later verder", "save and go on later")),
    ])
}
