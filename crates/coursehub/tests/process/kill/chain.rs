//! A chain of rounds on one data folder.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use hub_app::outside::crypto::Sha256Hex;
use hub_app::outside::fault::Moment;
use hub_sample::site::{Family, Found, Kind, SimulatedSite, SiteError, SiteOptions, Wire};
use hub_testkit::{Engine, StoppedHub, TestDatabase};
use tempfile::TempDir;
use tokio::process::Child;
use tokio::task::JoinSet;

use super::Tally;
use super::ledger::{Ledger, Pair, Sent};
use crate::served::Service;

/// Sites that publish at once.
const SITES: usize = 3;
/// By then everything the hub must show is shown, and every armed moment has come.
const PATIENCE: Duration = Duration::from_secs(90);

/// What a chain found.
pub struct Ended {
    pub tally: Tally,
    /// Files that nothing used and the purge took.
    pub purged: usize,
}

struct Chain {
    service: Service,
    sites: Vec<Publisher>,
    stopped: StoppedHub,
    _database: TestDatabase,
    _folder: TempDir,
}

struct Publisher {
    site: Arc<SimulatedSite>,
    ledger: Ledger,
}

/// Runs the rounds of these numbers on new data.
pub async fn run(engine: Engine, number: usize, rounds: Range<usize>) -> Ended {
    let (mut chain, mut hub) = Chain::begin(engine).await;
    let mut tally = Tally::new();
    for round in rounds {
        let moment = Moment::ALL[round % Moment::ALL.len()];
        chain.check(&format!("chain {number} on {engine:?}, before kill {round} at {moment:?}")).await;
        let phase = chain.publish_until_killed(&mut hub, moment, round).await;
        *tally.entry(phase).or_default() += 1;
        chain.stopped.let_leases_run_out().await;
        hub = chain.service.start().await;
    }
    chain.check(&format!("chain {number} on {engine:?}, at its end")).await;
    chain.check_downloads().await;
    hub.kill().await.unwrap();
    let purged = chain.check_purge().await;
    Ended { tally, purged }
}

impl Chain {
    async fn begin(engine: Engine) -> (Self, Child) {
        let folder = tempfile::tempdir().unwrap();
        let database = TestDatabase::create(engine, folder.path()).await;
        let mut sites = Vec::new();
        for number in 0..SITES {
            let options = SiteOptions::new(Family::ExtPatched, format!("School {number}"));
            sites.push(SimulatedSite::start(options).await.unwrap());
        }
        let mut service = Service::new(folder.path(), &sites);
        service.database_url = (engine == Engine::Postgres).then(|| database.url().to_owned());
        let hub = service.start().await;
        for site in &sites {
            let outcome = site.register(&service.url()).await.unwrap();
            assert!(site.is_registered(&service.url()), "not registered: {outcome:?}");
        }
        let stopped = StoppedHub::open(database.url(), folder.path()).await;
        stopped.trust_every_site().await;
        let sites =
            sites.into_iter().map(|site| Publisher { site: Arc::new(site), ledger: Ledger::new() }).collect();
        (Self { service, sites, stopped, _database: database, _folder: folder }, hub)
    }

    /// Lets the sites publish, and kills the hub when it comes to the moment. Gives the phase the kill fell in.
    async fn publish_until_killed(&mut self, hub: &mut Child, moment: Moment, round: usize) -> &'static str {
        let faults = self.service.faults();
        for old in ["reached", "passed"] {
            let _ = std::fs::remove_file(faults.join(old));
        }
        let (acknowledged, is_over) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let mut at_work = JoinSet::new();
        for (place, publisher) in self.sites.iter_mut().enumerate() {
            let (site, ledger) = (Arc::clone(&publisher.site), std::mem::take(&mut publisher.ledger));
            let (acknowledged, is_over) = (Arc::clone(&acknowledged), Arc::clone(&is_over));
            let hub_url = self.service.url();
            at_work.spawn(
                async move { (place, publish(&site, &hub_url, ledger, &acknowledged, &is_over).await) },
            );
        }
        // Some publications later: the moment must not always be the first one of its kind.
        let began = Instant::now();
        while acknowledged.load(Ordering::SeqCst) < round % 7 {
            self.wait(began, "nothing is acknowledged").await;
        }
        std::fs::write(faults.join(moment.file()), "").unwrap();
        while !faults.join("reached").exists() {
            self.wait(began, "the moment does not come").await;
        }
        if moment == Moment::IndexCommit {
            tokio::time::sleep(Duration::from_micros(300 * (round as u64 % 12))).await;
        }
        hub.kill().await.unwrap();
        is_over.store(true, Ordering::SeqCst);
        while let Some(ended) = at_work.join_next().await {
            let (place, ledger) = ended.unwrap();
            self.sites[place].ledger = ledger;
        }
        if faults.join("passed").exists() { "later" } else { moment.file() }
    }

    async fn wait(&self, began: Instant, what: &str) {
        assert!(began.elapsed() < PATIENCE, "{what}; the hub says: {}", self.service.log());
        tokio::time::sleep(Duration::from_millis(2)).await;
    }

    /// Compares what the hub shows with what the sites know.
    async fn check(&mut self, when: &str) {
        let hub_url = self.service.url();
        for publisher in &mut self.sites {
            let shown = publisher.site.check_status(&hub_url).await.unwrap();
            take_stock(&mut publisher.ledger, &shown, when);
            send_again(&publisher.site, &hub_url, &mut publisher.ledger, when).await;
        }
        let began = Instant::now();
        while let Err(missing) = self.public_is_whole().await {
            self.wait(began, &format!("{when}: {missing}")).await;
        }
    }

    /// Whether anybody sees what must be seen: in the database, by the owner, and in the index, by everybody.
    async fn public_is_whole(&self) -> Result<(), String> {
        let hub_url = self.service.url();
        let sent = || self.sites.iter().flat_map(|publisher| courses(&publisher.ledger));
        let expected = sent().filter(|sent| sent.is_public()).count();
        // The index is what comes last: nothing else is asked until it is there.
        let site = &self.sites[0].site;
        let both = [
            ("search", Wire::from("")),
            ("downloadable", Wire::Int(1)),
            ("enrollable", Wire::Int(1)),
            ("options", Wire::object([("givememore", Wire::Int(0))])),
        ];
        let answer = site.call(&hub_url, "publichub", "hub_get_courses", &both).await.unwrap();
        // A share that was given up may have been committed all the same: it is public then, beyond what is expected.
        let possible = expected + sent().filter(|sent| sent.is_given_up).count();
        match answer["coursetotal"].as_u64().and_then(|total| usize::try_from(total).ok()) {
            Some(total) if (expected..=possible).contains(&total) => {}
            total => {
                return Err(format!("the index holds {total:?} courses and not {expected} to {possible}"));
            }
        }
        for publisher in &self.sites {
            let shown = publisher.site.check_status(&hub_url).await.unwrap();
            for sent in courses(&publisher.ledger).filter(|sent| sent.is_public()) {
                let course = sent.id.and_then(|id| shown.course(id));
                if course.is_none_or(|course| course["privacy"] != 1) {
                    return Err(format!("acknowledged and not listed: {} ({:?})", sent.title, course));
                }
            }
        }
        Ok(())
    }

    /// Every share comes back byte by byte; what is not public does not come.
    async fn check_downloads(&self) {
        let hub_url = self.service.url();
        for publisher in &self.sites {
            for sent in courses(&publisher.ledger).filter(|sent| sent.kind == Kind::Share) {
                let Some(id) = sent.id else { continue };
                let answer = publisher.site.download_backup(&hub_url, id).await.unwrap();
                let same = Sha256Hex::of(&answer.body) == Sha256Hex::of(&sent.backup);
                assert!(
                    (answer.status == 200 && same) || (answer.status != 200 && !sent.is_public()),
                    "{} came back as {} bytes with status {}",
                    sent.title,
                    answer.body.len(),
                    answer.status
                );
            }
        }
    }

    /// After a purge there is a row for every file, a file for every row, and a use for both.
    async fn check_purge(&self) -> usize {
        let before = self.stopped.blob_files().len() + self.stopped.staged_files();
        self.stopped.purge().await;
        let (files, rows, used) =
            (self.stopped.blob_files(), self.stopped.blob_rows().await, self.stopped.blobs_in_use().await);
        assert_eq!(files, rows, "files and rows differ");
        assert_eq!(rows, used, "rows without use, or uses without row");
        assert_eq!(self.stopped.staged_files(), 0, "files stayed in the staging folder");
        let kept: BTreeSet<String> = self
            .sites
            .iter()
            .flat_map(|publisher| courses(&publisher.ledger))
            .filter(|sent| sent.is_uploaded)
            .map(|sent| Sha256Hex::of(&sent.backup).as_str().to_owned())
            .collect();
        assert!(kept.is_subset(&files), "the purge took what is in use");
        before - files.len()
    }
}

fn courses(ledger: &Ledger) -> impl Iterator<Item = &Sent> {
    ledger.values().flat_map(|pair| &pair.courses)
}

/// Publishes pair after pair until the hub is gone.
async fn publish(
    site: &SimulatedSite,
    hub_url: &str,
    mut ledger: Ledger,
    acknowledged: &AtomicUsize,
    is_over: &AtomicBool,
) -> Ledger {
    let mut number = ledger.last_key_value().map_or(0, |(last, _)| last + 1);
    while !is_over.load(Ordering::SeqCst) {
        let pair = ledger.entry(number).or_insert_with(|| Pair::new(number));
        number += 1;
        let answer =
            site.call_as_site(hub_url, "hub_register_courses", &[("courses", pair.parameter())]).await;
        let ids: Vec<i64> = match answer {
            Ok(answer) => serde_json::from_value(answer).unwrap(),
            Err(error) => {
                assert!(!matches!(error, SiteError::Fault { .. }), "{error}");
                return ledger;
            }
        };
        pair.is_acknowledged = true;
        for (sent, id) in pair.courses.iter_mut().zip(ids) {
            sent.id = Some(id);
        }
        acknowledged.fetch_add(1, Ordering::SeqCst);
        for sent in pair.courses.iter_mut().filter(|sent| sent.kind == Kind::Share) {
            match site.upload_backup(hub_url, sent.id.unwrap(), &sent.backup).await {
                Ok(answer) => assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body)),
                Err(_) => return ledger,
            }
            sent.is_uploaded = true;
            acknowledged.fetch_add(1, Ordering::SeqCst);
        }
    }
    ledger
}

/// What was acknowledged is there, what was not is there as a whole or not at all.
fn take_stock(ledger: &mut Ledger, shown: &Found, when: &str) {
    for pair in ledger.values_mut() {
        let mut found = 0;
        for sent in &mut pair.courses {
            let mut here =
                shown.courses.iter().filter(|course| course["sitecourseid"] == sent.site_course_id);
            let Some(course) = here.next() else { continue };
            assert!(here.next().is_none(), "{when}: {} is there twice", sent.title);
            found += 1;
            assert_eq!(course["fullname"], sent.title.as_str(), "{when}");
            assert_eq!(course["description"], sent.description.as_str(), "{when}");
            assert!(sent.id.is_none_or(|id| course["id"] == id), "{when}: {} has another id", sent.title);
            sent.id = course["id"].as_i64();
        }
        assert!(
            found == 2 || !pair.is_acknowledged,
            "{when}: acknowledged and lost: {}",
            pair.courses[0].title
        );
        assert!(found != 1, "{when}: half of a call is there: {}", pair.courses[0].title);
    }
    ledger.retain(|_, pair| pair.courses[0].id.is_some());
}

/// The site sends a backup again whose answer it never heard; half of them it forgets.
async fn send_again(site: &SimulatedSite, hub_url: &str, ledger: &mut Ledger, when: &str) {
    for sent in ledger.values_mut().flat_map(|pair| &mut pair.courses) {
        if sent.kind == Kind::Advert || sent.is_uploaded || sent.is_given_up {
            continue;
        }
        if sent.site_course_id % 2 == 0 {
            sent.is_given_up = true;
            continue;
        }
        let answer = site.upload_backup(hub_url, sent.id.unwrap(), &sent.backup).await.unwrap();
        // 409: it was committed, and only the answer got lost.
        assert!([200, 409].contains(&answer.status), "{when}: the backup is refused: {answer:?}");
        sent.is_uploaded = true;
    }
}
