//! The program: command line, configuration, wiring and signals.
//!
//! [`args`] is what can be typed; [`configuration`] joins flags, variables and the file; [`hub`] opens a hub's data
//! for a command or for [`serve`]; every command is a file in [`command`] that calls use cases of `hub-app` and shows
//! what they give with [`mod@print`]; [`demo`] fills a temporary hub through its own doors.
//!
//! Exit codes: 0 done (also when it was so already), 1 failed, 2 wrong use.

mod args;
mod command;
mod configuration;
mod demo;
mod failure;
mod hub;
mod logs;
mod print;
mod serve;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    logs::begin(matches!(cli.command, args::Command::Serve(_)));
    match command::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failure::report(&error),
    }
}
