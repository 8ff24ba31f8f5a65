//! How often courses are looked at: counted in memory and written together, so that looking costs no write.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hub_core::CourseId;
use tokio::sync::Notify;

use crate::{App, AppError, error_chain};

/// What was counted is written this often; a hub that ends without notice loses no more.
const EVERY: Duration = Duration::from_mins(1);

/// Views that were not written yet.
#[derive(Debug, Default)]
pub(crate) struct Views(Mutex<HashMap<CourseId, i64>>);

impl Views {
    fn take(&self) -> HashMap<CourseId, i64> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn add(&self, id: CourseId, times: i64) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(id).or_default() += times;
    }
}

/// Counts a view of a course that somebody was shown; the day is kept, nothing of the person.
pub fn seen(app: &App, id: CourseId) {
    app.views.add(id, 1);
}

/// Writes what was counted.
///
/// # Errors
/// If the database cannot be written; then nothing is lost.
pub async fn write(app: &App) -> Result<(), AppError> {
    let counted = app.views.take();
    let written = write_all(app, &counted).await;
    if written.is_err() {
        for (id, times) in counted {
            app.views.add(id, times);
        }
    }
    written
}

async fn write_all(app: &App, counted: &HashMap<CourseId, i64>) -> Result<(), AppError> {
    if counted.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    for (id, times) in counted {
        hub_db::view::add(tx.cx(), *id, *times, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Writes every minute, and once more when `stop` is rung.
pub async fn follow(app: App, stop: Arc<Notify>) {
    loop {
        let stopped = tokio::select! {
            () = stop.notified() => true,
            () = tokio::time::sleep(EVERY) => false,
        };
        if let Err(error) = write(&app).await {
            tracing::error!(error = error_chain(&error), "Views of courses could not be written");
        }
        if stopped {
            return;
        }
    }
}
