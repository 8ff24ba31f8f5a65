//! The kill test: a hub that is killed (SIGKILL) while sites publish loses nothing it acknowledged and shows nothing
//! half done.
//!
//! Every round starts the hub again on what the last kill left, compares it with what the sites know, lets three sites
//! publish at once, and kills the hub at one of the moments of [`Moment`]. Rounds come in chains, each on data of its
//! own; at a chain's end a purge must leave exactly the bytes that something uses.
//!
//! `COURSEHUB_TEST_KILLS` sets the number of rounds; without it there are [`ROUNDS`].

mod chain;
mod ledger;

use std::collections::BTreeMap;
use std::sync::Arc;

use hub_app::outside::fault::Moment;
use hub_testkit::Engine;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Kills over both databases.
const ROUNDS: usize = 200;
/// Kills of one data folder.
const ROUNDS_OF_A_CHAIN: usize = 10;
/// Hubs at once.
const AT_ONCE: usize = 4;
/// Of so many rounds…
const OF: usize = 200;
/// …at least this many kills fall in every phase.
const AT_LEAST: usize = 15;

/// How many kills fell where.
type Tally = BTreeMap<&'static str, usize>;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_killed_hub_keeps_what_it_acknowledged_and_shows_nothing_half_done() {
    let rounds = std::env::var("COURSEHUB_TEST_KILLS").map_or(ROUNDS, |text| text.parse().unwrap());
    let engines: &[Engine] =
        if Engine::postgres_is_left_out() { &[Engine::Sqlite] } else { &[Engine::Sqlite, Engine::Postgres] };
    let slots = Arc::new(Semaphore::new(AT_ONCE));
    let mut chains = JoinSet::new();
    for (number, first) in (0..rounds).step_by(ROUNDS_OF_A_CHAIN).enumerate() {
        let slots = Arc::clone(&slots);
        let engine = engines[number % engines.len()];
        let until = rounds.min(first + ROUNDS_OF_A_CHAIN);
        chains.spawn(async move {
            let _slot = slots.acquire().await.unwrap();
            chain::run(engine, number, first..until).await
        });
    }
    let (mut tally, mut purged) = (Tally::new(), 0);
    while let Some(ended) = chains.join_next().await {
        let ended = ended.unwrap();
        purged += ended.purged;
        for (phase, kills) in ended.tally {
            *tally.entry(phase).or_default() += kills;
        }
    }
    println!("{rounds} kills over {}, {purged} files without use purged", engines.len());
    for (phase, kills) in &tally {
        println!("  {phase}: {kills}");
    }
    for moment in Moment::ALL {
        let kills = tally.get(moment.file()).copied().unwrap_or_default();
        assert!(kills >= rounds * AT_LEAST / OF, "only {kills} kills at {}", moment.file());
    }
}
