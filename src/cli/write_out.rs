//! `peil completions` and `peil man`: what a shell and a manual need to know.

use peil::language::failure;

use super::args::Completions;
use super::exit::Exit;
use super::failure::Failure;
use super::help;
use super::ui::Ui;

/// Writes completions for a shell.
pub(crate) fn completions(ui: &Ui, args: &Completions) -> Result<Exit, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(ui.language), "peil", &mut bytes);
    ui.bytes(&bytes)?;
    Ok(Exit::Done)
}

/// Writes the manual page, all commands on one page.
pub(crate) fn man(ui: &Ui) -> Result<Exit, Failure> {
    let mut bytes = Vec::new();
    let command = help::command(ui.language);
    let bug = |error: std::io::Error| Failure::new(failure::internal(ui.language, &error.to_string()));
    clap_mangen::Man::new(command.clone()).render(&mut bytes).map_err(bug)?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let page = clap_mangen::Man::new(sub.clone().display_name(format!("peil {}", sub.get_name())));
        page.render_name_section(&mut bytes).map_err(bug)?;
        page.render_synopsis_section(&mut bytes).map_err(bug)?;
        page.render_options_section(&mut bytes).map_err(bug)?;
    }
    ui.bytes(&bytes)?;
    Ok(Exit::Done)
}
