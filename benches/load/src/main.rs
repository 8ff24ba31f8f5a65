//! Makes a corpus of courses and drives a served hub with it: how every figure of `benches/README.md` was got.

mod connection;
mod corpus;
mod drive;
mod empty;
mod process;
mod request;
mod served;
mod staff;
mod words;

use clap::Parser;

/// Makes a corpus, drives a hub, measures an empty one.
#[derive(Parser)]
enum Command {
    /// Fills a data folder with courses.
    Corpus(corpus::Options),
    /// Drives a served hub.
    Run(drive::Options),
    /// Measures staff's pages over a corpus.
    Staff(staff::Options),
    /// Measures start and memory of an empty hub.
    Empty(empty::Options),
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Corpus(options) => tokio::runtime::Runtime::new()?.block_on(corpus::make(&options)),
        Command::Run(options) => drive::run(&options),
        Command::Staff(options) => tokio::runtime::Runtime::new()?.block_on(staff::measure(&options)),
        Command::Empty(options) => empty::measure(&options),
    }
}
