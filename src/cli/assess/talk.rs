//! One conversation: it begins, or goes on with a draft, and ends. This module owns when the draft is saved: after every
//! change, before the next thing is shown.

use std::path::PathBuf;

use peil::interview::{Effect, Head, Input, Interview, Refused};
use peil::language::{interview as words, versions};
use peil::questionnaire::Questionnaire;
use peil::responses::Register;

use super::commands::Commands;
use super::draft::Draft;
use super::front::{Front, Stop, Turn};
use super::given::Given;
use super::interrupt::Place;
use super::previous::Previous;
use super::{answered, opening, read, reference};
use crate::args::Assess;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::Ui;

/// What a conversation rests on.
pub(super) struct Talk<'a> {
    pub(super) ui: &'a Ui,
    pub(super) args: &'a Assess,
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) register: Option<&'a Register>,
    pub(super) given: Given,
    pub(super) previous: Option<Previous<'a>>,
    pub(super) place: &'a Place,
}

impl<'a> Talk<'a> {
    /// Goes on with the draft that was found, or begins anew, until the respondent is done or goes.
    pub(super) fn hold(&self, found: Option<PathBuf>, front: &mut dyn Front) -> Result<Exit, Stop> {
        let (draft, interview) = match found {
            Some(path) => self.go_on(path, front)?,
            None => self.begin(front)?,
        };
        let previous = self.previous.as_ref().map(|previous| previous.sheet.entries.clone());
        let interview = interview.with_previous(previous.unwrap_or_default());
        draft.save(self.ui.language, &interview, self.place)?;
        self.stays_at(&draft);
        self.turns(interview, &draft, front)
    }

    fn begin(&self, front: &mut dyn Front) -> Result<(Draft, Interview<'a>), Stop> {
        let Talk { ui, args, questionnaire, register, given, .. } = self;
        let mut sheet = opening::ask(ui, args, questionnaire, given, *register, front)?;
        self.look_back(&Head::of(&sheet), front)?;
        let draft = Draft::create(ui.language, &args.folder, args.seed)?;
        sheet.respondent.id = Some(draft.id());
        Ok((draft, Interview::resume(questionnaire, sheet)))
    }

    /// What was given takes the place of what the draft says.
    fn go_on(&self, path: PathBuf, front: &mut dyn Front) -> Result<(Draft, Interview<'a>), Stop> {
        let Talk { ui, questionnaire, .. } = self;
        let l = ui.language;
        let draft = Draft::lock(l, path.clone())?;
        let (mut sheet, earlier) = read(ui, &path, questionnaire)?;
        self.stays_at(&draft);
        let before = Head::of(&sheet);
        let head = self.given.over(before.clone(), self.register);
        self.look_back(&head, front)?;
        // From here on it is no copy of what the form saved.
        sheet.saved = sheet.saved.map(|number| number.saturating_add(1));
        front.say(&words::going_on(l, &draft.shown(), answered(&sheet)))?;
        if let Some(done) = earlier {
            let (was, now) = (&sheet.questionnaire.version, &questionnaire.version);
            front.say(&versions::goes_on_as(l, was, now, done))?;
            sheet.questionnaire = reference(questionnaire);
        }
        let mut interview = Interview::resume(questionnaire, sheet);
        let voice = head.voice;
        let head = opening::in_role(ui, Head { voice: before.voice, ..head }, voice, front)?;
        self.correct(&mut interview, head, front)?;
        Ok((draft, interview))
    }

    /// Where the answers are, should it end here.
    fn stays_at(&self, draft: &Draft) {
        let commands = self.commands(draft);
        self.place.is(words::draft_is_at(self.ui.language, &draft.shown(), &commands.resume));
    }

    fn commands(&self, draft: &Draft) -> Commands {
        Commands::new(self.ui.language, self.args, self.questionnaire, &draft.shown())
    }

    /// Says whose answers of an earlier round stand beside the questions, if any do.
    fn look_back(&self, now: &Head, front: &mut dyn Front) -> Result<(), Stop> {
        let Some(previous) = &self.previous else { return Ok(()) };
        match previous.refuses(self.ui, self.args, now) {
            Some(sentence) => Err(Failure::new(sentence).into()),
            None => front.say(&previous.comes_from(self.ui, self.args)),
        }
    }

    /// The conversation itself.
    fn turns(&self, mut interview: Interview<'_>, draft: &Draft, front: &mut dyn Front) -> Result<Exit, Stop> {
        let l = self.ui.language;
        loop {
            let input = match front.turn(&interview)? {
                Turn::Do(input) => input,
                Turn::Correct => {
                    self.ask_anew(&mut interview, draft, front)?;
                    continue;
                }
                Turn::Quit => {
                    front.part(&words::draft_is_at(l, &draft.shown(), &self.commands(draft).resume))?;
                    return Ok(Exit::Done);
                }
                Turn::Stop => return Err(Stop::Gone),
            };
            let last = input == Input::Finish;
            match interview.accept(input) {
                Err(refused) => {
                    front.refused(refused)?;
                    // What comes before the first question is what was given there.
                    if refused == Refused::NothingBefore {
                        self.ask_anew(&mut interview, draft, front)?;
                    }
                }
                Ok(effect) => {
                    if effect.changed {
                        draft.save(l, &interview, self.place)?;
                    }
                    self.say_routed(&interview, &effect, front)?;
                    if last {
                        let Commands { score, correct, .. } = self.commands(draft);
                        front.part(&words::finished(l, &draft.shown(), &score, &correct))?;
                        return Ok(Exit::Done);
                    }
                }
            }
        }
    }

    /// Which answers an answer hid, and which it brought back.
    fn say_routed(&self, interview: &Interview<'_>, effect: &Effect, front: &mut dyn Front) -> Result<(), Stop> {
        let l = self.ui.language;
        let question = |column: &usize| interview.question_words(*column, l, &self.ui.tag);
        for column in &effect.parked {
            front.say(&words::parked(l, &question(column)))?;
        }
        for column in &effect.restored {
            front.say(&words::restored(l, &question(column)))?;
        }
        Ok(())
    }

    /// Lets the respondent correct what was given before the first question.
    fn ask_anew(&self, interview: &mut Interview<'_>, draft: &Draft, front: &mut dyn Front) -> Result<(), Stop> {
        let head = opening::correct(self.ui, self.questionnaire, interview.head(), self.register, front)?;
        let Some(head) = head else { return Ok(()) };
        let refused = self.previous.as_ref().and_then(|previous| previous.refuses(self.ui, self.args, &head));
        if let Some(sentence) = refused {
            return front.say(&format!("{}; {}", sentence.message, sentence.help));
        }
        if self.correct(interview, head, front)? {
            draft.save(self.ui.language, interview, self.place)?;
        }
        Ok(())
    }

    /// Corrects it and says what changed; whether anything did.
    fn correct(&self, interview: &mut Interview<'_>, head: Head, front: &mut dyn Front) -> Result<bool, Stop> {
        let l = self.ui.language;
        let lines = |interview: &Interview<'_>| interview.head().lines(self.questionnaire, l, &self.ui.tag);
        let before = lines(interview);
        let effect = interview.correct(head);
        for (now, before) in lines(interview).iter().zip(&before).filter(|(now, before)| now.value != before.value) {
            front.say(&words::corrected(l, now.name, now.value.as_deref(), before.value.as_deref()))?;
        }
        if !effect.parked.is_empty() {
            front.say(&words::parked_by_role(l, effect.parked.len()))?;
        }
        if !effect.restored.is_empty() {
            front.say(&words::restored_by_role(l, effect.restored.len()))?;
        }
        Ok(effect.changed)
    }
}
