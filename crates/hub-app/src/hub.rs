//! What the hub says of itself.

use crate::{App, AppError};

/// How much there is, as anybody may know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sites registered now.
    pub sites: i64,
    /// Courses anybody may see.
    pub courses: i64,
    /// Of these, courses people may enrol in.
    pub adverts: i64,
    /// Of these, courses people may restore.
    pub shares: i64,
}

/// Counts sites and courses.
pub async fn counts(app: &App) -> Result<Counts, AppError> {
    let mut conn = app.db.read().await?;
    let sites = hub_db::site::count_active(conn.cx()).await?;
    let (adverts, shares, courses) = hub_db::version::count_public(conn.cx()).await?;
    Ok(Counts { sites, courses, adverts, shares })
}
