//! Jobs: what they are, and the workers that run them.
//!
//! A job is a small serialisable value, enqueued in the transaction that needs it. Each is safe to run twice: a
//! worker that dies leaves its lease to run out and another takes the job up.

mod check_links;
mod find_needs;
mod purge_removed;
mod read_again;
pub(crate) mod read_package;
mod scan_again;
mod send_mail;
mod tell_silent;
mod tidy;

use std::time::Duration;

use hub_core::{MailId, SiteId, VersionId};
use hub_db::Cx;
use jiff::{SignedDuration, Timestamp};

use crate::outside::fault::{self, Moment};
use crate::{App, AppError, error_chain};

/// Everything a worker can be asked to do.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum Job {
    /// Reads an uploaded package and decides what becomes of its version.
    ReadPackage {
        /// The version.
        version: VersionId,
    },
    /// Reads a stored package again that an older reader read, and goes on with the next.
    ReadAgain {
        /// Those with greater digests.
        after: String,
    },
    /// Has a stored package scanned that was not scanned with the signatures in force, and goes on with the next.
    ScanAgain {
        /// Those with greater digests.
        after: String,
    },
    /// Hands a mail to the mail server.
    SendMail {
        /// The mail.
        mail: MailId,
    },
    /// Sends the digests that are due, and plans the next.
    SendDigests,
    /// Withdraws drafts whose package never came.
    WithdrawDrafts,
    /// Deletes bytes nobody uses.
    PurgeBlobs,
    /// Looks for listings and sites that need staff.
    FindNeeds,
    /// Writes to the contact of a site of which nothing was heard.
    TellSilentSite {
        /// The site.
        site: SiteId,
    },
    /// Empties what staff deleted long ago.
    PurgeRemoved,
    /// Looks whether the pages of adverts still answer.
    CheckLinks {
        /// Those with greater ids.
        after: VersionId,
    },
    /// Answers a stranger's form about an account by mail.
    AccountMail {
        /// What was asked, sealed: it holds a mail address.
        asked: String,
    },
    /// Does, or undoes, one act on many courses.
    Batch {
        /// The batch.
        batch: i64,
    },
}

/// How a failed job goes on.
#[derive(Debug)]
pub enum JobFailure {
    /// Tried again after a while that grows with the attempts.
    Again(String),
    /// Given up; the text is kept for staff.
    ForGood(String),
}

impl From<AppError> for JobFailure {
    fn from(error: AppError) -> Self {
        Self::Again(error_chain(&error))
    }
}

impl From<hub_db::DbError> for JobFailure {
    fn from(error: hub_db::DbError) -> Self {
        AppError::from(error).into()
    }
}

/// How long a worker has a job before another may take it: longer than the slowest package takes, 150 s to be scanned
/// and 120 s to be read.
const LEASE: SignedDuration = SignedDuration::from_secs(300);
/// Attempts after which a job is given up: with the waits below about two days.
const ATTEMPTS: i64 = 12;

impl Job {
    fn name(&self) -> &'static str {
        match self {
            Self::ReadPackage { .. } => "read_package",
            Self::ReadAgain { .. } => "read_again",
            Self::ScanAgain { .. } => "scan_again",
            Self::SendMail { .. } => "send_mail",
            Self::SendDigests => "send_digests",
            Self::WithdrawDrafts => "withdraw_drafts",
            Self::PurgeBlobs => "purge_blobs",
            Self::FindNeeds => "find_needs",
            Self::TellSilentSite { .. } => "tell_silent_site",
            Self::PurgeRemoved => "purge_removed",
            Self::CheckLinks { .. } => "check_links",
            Self::AccountMail { .. } => "account_mail",
            Self::Batch { .. } => "batch",
        }
    }

    /// Adds the job, due now. Call [`App::wake`] after the commit.
    pub async fn enqueue(&self, cx: Cx<'_>, now: Timestamp) -> Result<(), AppError> {
        self.enqueue_at(cx, now, now).await
    }

    /// Adds the job, due at `run_at`.
    pub async fn enqueue_at(&self, cx: Cx<'_>, run_at: Timestamp, now: Timestamp) -> Result<(), AppError> {
        let payload = serde_json::to_string(self).map_err(AppError::internal)?;
        Ok(hub_db::job::enqueue(cx, self.name(), &payload, None, run_at, now).await?)
    }

    /// Adds the job unless one like it waits already.
    pub async fn enqueue_once(
        &self,
        cx: Cx<'_>,
        once_key: &str,
        run_at: Timestamp,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let payload = serde_json::to_string(self).map_err(AppError::internal)?;
        Ok(hub_db::job::enqueue(cx, self.name(), &payload, Some(once_key), run_at, now).await?)
    }
}

/// Runs the job that is due longest; `false` if none is due.
pub async fn run_next(app: &App) -> Result<bool, AppError> {
    let now = app.clock.now();
    // Looking first keeps idle workers off the writer.
    let due = hub_db::job::next_due(app.db.read().await?.cx()).await?;
    if due.is_none_or(|due| due > hub_db::millis(now)) {
        return Ok(false);
    }
    let mut tx = app.db.begin().await?;
    let claimed = hub_db::job::claim(tx.cx(), now, now + LEASE).await?;
    tx.commit().await?;
    let Some(claimed) = claimed else { return Ok(false) };
    let job = serde_json::from_str::<Job>(&claimed.payload);
    let outcome = match &job {
        // Only a job that ended the whole program comes so far without being given up below.
        Ok(_) if claimed.attempts > ATTEMPTS => {
            Err(JobFailure::ForGood("it was begun too often and never ended".to_owned()))
        }
        Ok(job) => run(app, job.clone()).await,
        Err(error) => Err(JobFailure::ForGood(format!("a job of a newer program: {error}"))),
    };
    fault::reach(Moment::InJob).await;
    let mut tx = app.db.begin().await?;
    match outcome {
        Ok(()) => hub_db::job::done(tx.cx(), claimed.id).await?,
        Err(JobFailure::Again(why)) if claimed.attempts < ATTEMPTS => {
            tracing::warn!(job.id = %claimed.id, job.kind = claimed.kind, why, "A job failed and is tried again");
            let wait = match job {
                Ok(Job::SendMail { .. }) => mail_wait_after(claimed.attempts),
                _ => wait_after(claimed.attempts),
            };
            let again_at = now + wait;
            hub_db::job::failed(tx.cx(), claimed.id, &why, Some(again_at), now).await?;
        }
        Err(JobFailure::Again(why) | JobFailure::ForGood(why)) => {
            tracing::error!(job.id = %claimed.id, job.kind = claimed.kind, why, "A job is given up");
            hub_db::job::failed(tx.cx(), claimed.id, &why, None, now).await?;
            match job {
                Ok(Job::ReadPackage { version }) => {
                    read_package::hold_unread(app, &mut tx, version, now).await?;
                }
                Ok(Job::SendMail { mail }) => hub_db::mail::give_up(tx.cx(), mail, &why).await?,
                _ => {}
            }
        }
    }
    tx.commit().await?;
    Ok(true)
}

/// 10 s, 20 s, 40 s … at most six hours.
fn wait_after(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts.clamp(1, 12) - 1).unwrap_or(0);
    SignedDuration::from_secs((10_i64 << doublings).min(6 * 3600))
}

/// Minutes between the attempts to send a mail: soon at first, for greylisting, then longer, together 72 hours;
/// RFC 5321, 4.5.4.1, asks for at least four or five days of a relay, but ours hands over to one.
const MAIL_WAITS: [i64; 11] = [1, 5, 15, 30, 60, 120, 240, 480, 960, 1200, 1209];

fn mail_wait_after(attempts: i64) -> SignedDuration {
    let at = usize::try_from(attempts.max(1) - 1).unwrap_or(0).min(MAIL_WAITS.len() - 1);
    SignedDuration::from_mins(MAIL_WAITS[at])
}

async fn run(app: &App, job: Job) -> Result<(), JobFailure> {
    match job {
        Job::ReadPackage { version } => read_package::run(app, version).await,
        Job::ReadAgain { after } => read_again::run(app, &after).await,
        Job::ScanAgain { after } => scan_again::run(app, &after).await,
        Job::SendMail { mail } => send_mail::run(app, mail).await,
        Job::SendDigests => Ok(crate::mail::digest::send(app).await?),
        Job::WithdrawDrafts => tidy::withdraw_drafts(app).await,
        Job::PurgeBlobs => tidy::purge_blobs(app).await,
        Job::FindNeeds => find_needs::run(app).await,
        Job::TellSilentSite { site } => tell_silent::run(app, site).await,
        Job::PurgeRemoved => purge_removed::run(app).await,
        Job::CheckLinks { after } => check_links::run(app, after).await,
        Job::AccountMail { asked } => Ok(crate::account::send_asked(app, asked).await?),
        Job::Batch { batch } => Ok(crate::course::bulk::go_on(app, batch).await?),
    }
}

/// How long a worker sleeps when nothing is due; jobs of other processes are found within this time.
const IDLE: Duration = Duration::from_millis(500);

/// Runs jobs until `stop` is rung. Several workers may run at once.
pub async fn work(app: App, stop: std::sync::Arc<tokio::sync::Notify>) {
    loop {
        match run_next(&app).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(error = error_chain(&error), "The job queue cannot be read"),
        }
        tokio::select! {
            () = stop.notified() => return,
            () = app.jobs_wake.notified() => {}
            () = tokio::time::sleep(IDLE) => {}
        }
    }
}
