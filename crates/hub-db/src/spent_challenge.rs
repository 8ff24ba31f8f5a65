//! Challenges of the captcha that were used.

use jiff::Timestamp;

use crate::{Cx, DbError, millis, on};

/// Notes that a challenge was used; `false` if it was before. `patient` is a keyed hash of the network address if it
/// was answered by waiting, else empty.
pub async fn spend(
    cx: Cx<'_>,
    challenge: &str,
    patient: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<bool, DbError> {
    const SQL: &str = "\
        INSERT INTO spent_challenge (challenge, patient, spent_at, expires_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (challenge) DO NOTHING";
    let rows = on!(cx, c => {
        sqlx::query(SQL).bind(challenge).bind(patient).bind(millis(now)).bind(millis(expires_at)).execute(c).await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// How often somebody at a network address was let in by waiting since `since`.
pub async fn count_patient(cx: Cx<'_>, patient: &str, since: Timestamp) -> Result<i64, DbError> {
    const SQL: &str = "\
        SELECT COUNT(*) FROM spent_challenge WHERE patient = $1 AND patient <> '' AND spent_at > $2";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(patient).bind(millis(since)).fetch_one(c).await)?)
}

/// Forgets challenges that have expired: they are refused for that.
pub async fn sweep(cx: Cx<'_>, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM spent_challenge WHERE expires_at <= $1";
    on!(cx, c => sqlx::query(SQL).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}
