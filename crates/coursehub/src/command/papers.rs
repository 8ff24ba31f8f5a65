//! What the program can print about itself.

use clap::CommandFactory as _;

use crate::args::Cli;
use crate::print;

/// Completions for a shell.
///
/// # Errors
/// Never; the other commands can fail.
#[expect(clippy::unnecessary_wraps, reason = "as all commands")]
pub fn completions(shell: clap_complete::Shell) -> anyhow::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "coursehub", &mut script);
    print::out(&String::from_utf8_lossy(&script));
    Ok(())
}

/// The manual page with all commands.
///
/// # Errors
/// If it cannot be written to memory.
pub fn manual() -> anyhow::Result<()> {
    let mut page = Vec::new();
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    render_below(&command, &mut page)?;
    print::out(&String::from_utf8_lossy(&page));
    Ok(())
}

fn render_below(command: &clap::Command, page: &mut Vec<u8>) -> anyhow::Result<()> {
    for below in command.get_subcommands() {
        if below.has_subcommands() {
            render_below(below, page)?;
            continue;
        }
        let name = below.get_bin_name().unwrap_or_else(|| below.get_name()).to_owned();
        page.extend(format!(".SH \"{}\"\n", name.to_uppercase()).into_bytes());
        let man = clap_mangen::Man::new(below.clone());
        man.render_synopsis_section(page)?;
        man.render_description_section(page)?;
        man.render_options_section(page)?;
    }
    Ok(())
}
