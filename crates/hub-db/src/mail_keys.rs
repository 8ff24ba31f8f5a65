//! Recipients without case, for mails that were written before there were such.

use crate::mail::recipient_key;
use crate::{Db, DbError, on};

/// How they are made; raised with every change of [`recipient_key`].
const KEYS: i64 = 1;
/// Rows of one transaction.
const AT_ONCE: i64 = 500;

/// Fills them, unless they are filled as this program does it. Two programs may do it at once: both write the same.
pub(crate) async fn fill(db: &Db) -> Result<(), DbError> {
    const MADE: &str = "SELECT value FROM counter WHERE name = 'mail_keys'";
    const MAKE: &str = "UPDATE counter SET value = $1 WHERE name = 'mail_keys'";
    const NEXT: &str = "SELECT id, recipient FROM mail WHERE id > $1 ORDER BY id LIMIT $2";
    const WRITE: &str = "UPDATE mail SET recipient_key = $2 WHERE id = $1";
    let mut conn = db.read().await?;
    if on!(conn.cx(), c => sqlx::query_scalar::<_, i64>(MADE).fetch_one(c).await)? == KEYS {
        return Ok(());
    }
    drop(conn);
    let mut after = 0;
    loop {
        let mut tx = db.begin().await?;
        let rows = on!(tx.cx(), c => {
            sqlx::query_as::<_, (i64, String)>(NEXT).bind(after).bind(AT_ONCE).fetch_all(c).await
        })?;
        let Some((last, _)) = rows.last() else { break };
        after = *last;
        for (id, recipient) in &rows {
            let key = recipient_key(recipient);
            on!(tx.cx(), c => sqlx::query(WRITE).bind(id).bind(key).execute(c).await.map(drop))?;
        }
        tx.commit().await?;
    }
    let mut tx = db.begin().await?;
    on!(tx.cx(), c => sqlx::query(MAKE).bind(KEYS).execute(c).await.map(drop))?;
    tx.commit().await
}
