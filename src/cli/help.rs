//! The command line in the language of the person: every command and flag gets its words from `language::help`, and a
//! wrong command line a sentence of ours.

use std::any::TypeId;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use peil::language::failure::{self, Sentence};
use peil::language::{Language, help};

use super::args::{Arguments, MOST_THREADS};
use super::failure::Failure;

/// The flags that every command takes.
pub(crate) const COMMON: [&str; 5] = ["lang", "color", "quiet", "help", "version"];

/// What a command line may hold, without a word about it: all that is needed to read one that is right.
pub(crate) fn grammar() -> Command {
    let about = |id: &'static str, short: char, action: ArgAction| Arg::new(id).short(short).long(id).action(action);
    Arguments::command()
        .mut_subcommands(|sub| sub.mut_args(with_marked_path))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(about("help", 'h', ArgAction::Help).global(true))
        .arg(about("version", 'V', ArgAction::Version))
}

/// A path that begins with a dash is taken with its folder before it: so it is a path in every command that is suggested too,
/// and no flag.
fn with_marked_path(argument: Arg) -> Arg {
    let is_path = argument.get_value_parser().type_id() == TypeId::of::<PathBuf>();
    if is_path { argument.value_parser(PathBufValueParser::new().map(marked)) } else { argument }
}

fn marked(path: PathBuf) -> PathBuf {
    let is_dashed = path != Path::new("-") && path.as_os_str().as_encoded_bytes().starts_with(b"-");
    if is_dashed { Path::new(".").join(path) } else { path }
}

/// `peil help` is `peil --help`, and `peil help score` is `peil score --help`: what many try first.
pub(crate) fn asked_in_words(mut typed: Vec<OsString>) -> Vec<OsString> {
    if typed.get(1).is_some_and(|word| word == "help") {
        typed.remove(1);
        typed.push("--help".into());
    }
    typed
}

/// The whole command line with its words.
pub(crate) fn command(l: Language) -> Command {
    let command = words(grammar(), "peil", l);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command =
        names.iter().fold(command, |command, name| command.mut_subcommand(name, |sub| words(sub, name, l)));
    command.build();
    command
}

fn words(command: Command, name: &str, l: Language) -> Command {
    let command = command.mut_args(|argument| argument_words(argument, l));
    let usage = usage(&command, name, l);
    command
        .about(help::command(l, name))
        .override_usage(usage)
        .help_template(help::template(l))
        .after_help(help::examples(l, name))
        .subcommand_help_heading(help::commands_heading(l))
}

fn argument_words(argument: Arg, l: Language) -> Arg {
    let id = argument.get_id().to_string();
    let heading = if argument.is_positional() {
        help::arguments_heading(l)
    } else if COMMON.contains(&id.as_str()) {
        help::common_heading(l)
    } else {
        help::options_heading(l)
    };
    let argument = match help::value_name(l, &id) {
        Some(name) if takes_value(&argument) => argument.value_name(name),
        _ => argument,
    };
    // The words say which values there are and which one counts when none is given.
    let argument = argument.help(help::argument(l, &id)).help_heading(heading);
    if takes_value(&argument) { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
}

fn takes_value(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::Set | ArgAction::Append)
}

fn usage(command: &Command, name: &str, l: Language) -> String {
    if name == "peil" {
        return format!("peil {} {}", help::command_word(l), help::options_word(l));
    }
    let positional = command.get_positionals().map(|argument| {
        let id = argument.get_id().to_string();
        let word = help::value_name(l, &id).map(str::to_owned).unwrap_or_else(|| id.to_uppercase());
        let several = if argument.get_num_args().is_some_and(|range| range.max_values() > 1) { "…" } else { "" };
        if argument.is_required_set() { format!(" {word}{several}") } else { format!(" [{word}{several}]") }
    });
    format!("peil {name}{} {}", positional.collect::<String>(), help::options_word(l))
}

/// What is wrong with a command line, in a sentence of ours. `None` when help or the version was asked for.
pub(crate) fn usage_failure(error: &clap::Error, l: Language) -> Option<Failure> {
    if !error.use_stderr() {
        return None;
    }
    let words = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        _ => Vec::new(),
    };
    let context = |kind: ContextKind| words(kind).join(", ");
    // Of `--by <WAT>` only the flag: the name of its value stands in the help.
    let argument = context(ContextKind::InvalidArg);
    let argument = argument.split_once(" <").map_or(argument.as_str(), |(flag, _)| flag);
    let sentence: Sentence = match error.kind() {
        ErrorKind::UnknownArgument => failure::unknown_flag(l, argument, &words(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => {
            // The parser gives the nearest last.
            let near: Vec<String> = words(ContextKind::SuggestedSubcommand).into_iter().rev().collect();
            failure::unknown_command(l, &context(ContextKind::InvalidSubcommand), &near)
        }
        ErrorKind::MissingRequiredArgument => failure::missing_argument(l, argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            let allowed = match argument {
                "--threads" => vec![failure::whole_number_between(l, 1, MOST_THREADS)],
                _ => words(ContextKind::ValidValue),
            };
            let near = words(ContextKind::SuggestedValue);
            failure::invalid_value(l, argument, &value, &allowed, near.first().map(String::as_str))
        }
        ErrorKind::ArgumentConflict => {
            let prior = context(ContextKind::PriorArg);
            let prior = prior.split_once(" <").map_or(prior.as_str(), |(flag, _)| flag);
            match [argument, prior].iter().position(|flag| *flag == "--resume") {
                Some(at) => failure::only_for_new_answers(l, [prior, argument][at]),
                None => failure::flags_conflict(l, argument, prior),
            }
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => failure::no_command(l),
        _ => failure::wrong_usage(l, argument),
    };
    Some(Failure::new(sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_flag_has_words_in_every_language() {
        for l in Language::ALL {
            let command = command(l);
            for sub in command.get_subcommands() {
                assert!(sub.get_about().is_some_and(|about| !about.to_string().is_empty()), "{}", sub.get_name());
                for argument in sub.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{} {}", sub.get_name(), argument.get_id());
                }
            }
        }
    }
}
