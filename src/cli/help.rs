//! The command line in the language of the person: every command and flag gets its words from `language::help`.

use clap::{Command, CommandFactory};
use peil::language::{Language, help};

use super::args::Arguments;

/// The whole command line with its words.
pub(crate) fn command(l: Language) -> Command {
    let command = words(Arguments::command(), "peil", l)
        .help_template(help::template(l))
        .after_help(help::examples(l, "peil"))
        .mut_args(|argument| heading(argument, l));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| {
            words(sub, name, l)
                .help_template(help::template(l))
                .after_help(help::examples(l, name))
        })
    });
    // Built only after the words are in, so that generated flags can get theirs.
    let mut command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .global(true)
                .action(clap::ArgAction::Help)
                .help(help::argument(l, "help")),
        )
        .arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(help::argument(l, "version")),
        );
    command.build();
    command
}

fn words(command: Command, name: &str, l: Language) -> Command {
    command
        .about(help::command(l, name))
        .mut_args(|argument| {
            let id = argument.get_id().to_string();
            heading(argument.help(help::argument(l, &id)), l)
        })
        .subcommand_help_heading(help::commands_heading(l))
}

fn heading(argument: clap::Arg, l: Language) -> clap::Arg {
    let heading = if argument.is_positional() {
        help::arguments_heading(l)
    } else {
        help::options_heading(l)
    };
    argument.help_heading(heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_flag_has_words_in_every_language() {
        for l in Language::ALL {
            let command = command(l);
            for sub in command.get_subcommands() {
                assert!(
                    sub.get_about().is_some_and(|about| !about.to_string().is_empty()),
                    "{}",
                    sub.get_name()
                );
                for argument in sub.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{} {}", sub.get_name(), argument.get_id());
                }
            }
        }
    }
}
