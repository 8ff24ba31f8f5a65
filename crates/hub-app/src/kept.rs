//! Numbers that take long to count, kept as long as nothing changed.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::{App, AppError};

/// What the change feed does not tell of is in the numbers after so many seconds.
const SECONDS: i64 = 60;

/// A value counted from the database at one place of the change feed.
#[derive(Debug)]
pub(crate) struct Kept<T>(Mutex<Option<Counted<T>>>);

#[derive(Debug)]
struct Counted<T> {
    sequence: i64,
    at: Timestamp,
    value: Arc<T>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Kept<T> {
    /// The value, counted anew if the change feed grew since or a minute is over.
    pub(crate) async fn get(
        &self,
        app: &App,
        count: impl AsyncFnOnce() -> Result<T, AppError>,
    ) -> Result<Arc<T>, AppError> {
        let now = app.clock.now();
        let sequence = hub_db::change::last(app.db.read().await?.cx()).await?;
        if let Some(value) = self.fresh(sequence, now) {
            return Ok(value);
        }
        let value = Arc::new(count().await?);
        let counted = Counted { sequence, at: now, value: Arc::clone(&value) };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(counted);
        Ok(value)
    }

    fn fresh(&self, sequence: i64, now: Timestamp) -> Option<Arc<T>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = kept.as_ref()?;
        let is_young = now.duration_since(counted.at) < SignedDuration::from_secs(SECONDS);
        (counted.sequence == sequence && is_young).then(|| Arc::clone(&counted.value))
    }
}
