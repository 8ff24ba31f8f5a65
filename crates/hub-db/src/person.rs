//! What is kept of one person outside the row of their account: read for their export, page by page, and taken away when
//! they erase it. Every function reads rows after a place, at most `limit`; the place of a row comes with it.

use hub_core::AccountId;
use jiff::Timestamp;

use crate::{Cx, DbError, on, optional_timestamp, timestamp};

/// A row: its place, up to three texts, and two times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where the next page goes on.
    pub place: i64,
    /// What the function says of them.
    pub texts: [String; 3],
    /// When it came to be.
    pub at: Timestamp,
    /// Another time, such as the last use.
    pub other: Option<Timestamp>,
}

type Raw = (i64, String, String, String, i64, Option<i64>);

fn from_raw((place, a, b, c, at, other): Raw) -> Result<Row, DbError> {
    Ok(Row { place, texts: [a, b, c], at: timestamp(at)?, other: optional_timestamp(other)? })
}

async fn of_number(
    cx: Cx<'_>,
    sql: &'static str,
    (whose, after, limit): (i64, i64, i64),
) -> Result<Vec<Row>, DbError> {
    let rows = on!(cx, c => {
        sqlx::query_as::<_, Raw>(sql).bind(whose).bind(after).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter().map(from_raw).collect()
}

async fn of_text(
    cx: Cx<'_>,
    sql: &'static str,
    (whose, after, limit): (&str, i64, i64),
) -> Result<Vec<Row>, DbError> {
    let rows = on!(cx, c => {
        sqlx::query_as::<_, Raw>(sql).bind(whose).bind(after).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter().map(from_raw).collect()
}

/// Those whose rows have no number are counted: theirs are few.
fn counted(mut rows: Vec<Row>, after: i64) -> Vec<Row> {
    for (row, place) in rows.iter_mut().zip(after + 1..) {
        row.place = place;
    }
    rows
}

/// Sessions, those that ended included: browser, network; begun, last used.
pub async fn sessions(cx: Cx<'_>, id: AccountId, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT id, user_agent, network, '', created_at, used_at FROM session
        WHERE account_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    of_number(cx, SQL, (id.get(), after, limit)).await
}

/// Passkeys: name; added, last used.
pub async fn passkeys(cx: Cx<'_>, id: AccountId, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT id, name, '', '', created_at, used_at FROM passkey
        WHERE account_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    of_number(cx, SQL, (id.get(), after, limit)).await
}

/// Identities at providers: the provider's address, the subject, the mail address there; linked, last used.
pub async fn identities(cx: Cx<'_>, id: AccountId, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT identity.provider_id, provider.issuer, identity.subject, identity.email, identity.created_at,
            identity.used_at
        FROM oidc_identity AS identity JOIN oidc_provider AS provider ON provider.id = identity.provider_id
        WHERE identity.account_id = $1 ORDER BY identity.provider_id, identity.subject LIMIT $3 OFFSET $2";
    Ok(counted(of_number(cx, SQL, (id.get(), after, limit)).await?, after))
}

/// One-time links and challenges that are open: purpose; issued, ends.
pub async fn tickets(cx: Cx<'_>, id: AccountId, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT account_id, purpose, '', '', created_at, expires_at FROM ticket
        WHERE account_id = $1 ORDER BY created_at, hash LIMIT $3 OFFSET $2";
    Ok(counted(of_number(cx, SQL, (id.get(), after, limit)).await?, after))
}

/// Recovery codes that were not used: nothing but when they were made.
pub async fn recovery_codes(cx: Cx<'_>, id: AccountId, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT account_id, '', '', '', created_at, CAST(NULL AS BIGINT) FROM recovery_code
        WHERE account_id = $1 ORDER BY created_at, hash LIMIT $3 OFFSET $2";
    Ok(counted(of_number(cx, SQL, (id.get(), after, limit)).await?, after))
}

/// Courses they have taken up to decide on: number; taken up, last active.
pub async fn claims(cx: Cx<'_>, id: AccountId, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT version_id, CAST(version_id AS TEXT), '', '', claimed_at, active_at FROM claim
        WHERE account_id = $1 AND version_id > $2 ORDER BY claim.version_id LIMIT $3";
    of_number(cx, SQL, (id.get(), after, limit)).await
}

/// Decisions: the course's number, the verdict, the reason; decided, waited since.
pub async fn decisions(cx: Cx<'_>, id: AccountId, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT id, CAST(version_id AS TEXT), verdict, reason, decided_at, waited_since FROM decision
        WHERE actor_kind = 'account' AND actor_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    of_number(cx, SQL, (id.get(), after, limit)).await
}

/// What they wrote in threads of appeals: the appeal's number, the text; sent.
pub async fn appeal_messages(cx: Cx<'_>, id: AccountId, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT id, CAST(appeal_id AS TEXT), body, '', sent_at, CAST(NULL AS BIGINT) FROM appeal_message
        WHERE account_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    of_number(cx, SQL, (id.get(), after, limit)).await
}

/// What they set aside for some days: kind and number; until when.
pub async fn snoozes(cx: Cx<'_>, id: AccountId, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT subject_id, kind, CAST(subject_id AS TEXT), '', until_at, CAST(NULL AS BIGINT) FROM snooze
        WHERE actor_kind = 'account' AND actor_id = $1 ORDER BY snooze.kind, snooze.subject_id LIMIT $3 OFFSET $2";
    Ok(counted(of_number(cx, SQL, (id.get(), after, limit)).await?, after))
}

/// Acts on many courses, by the JSON of who acts: the act; begun, ended.
pub async fn batches(cx: Cx<'_>, actor: &str, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT id, act, '', '', created_at, ended_at FROM batch WHERE actor = $1 AND id > $2 ORDER BY id LIMIT $3";
    of_text(cx, SQL, (actor, after, limit)).await
}

/// Mails to an address without case: kind, subject, state; written, sent.
pub async fn mails(cx: Cx<'_>, recipient_key: &str, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT id, kind, subject, state, created_at, sent_at FROM mail
        WHERE recipient_key = $1 AND id > $2 ORDER BY id LIMIT $3";
    of_text(cx, SQL, (recipient_key, after, limit)).await
}

/// What a receiver chose: kind, delivery; since.
pub async fn preferences(cx: Cx<'_>, receiver: &str, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT updated_at, kind, delivery, '', updated_at, CAST(NULL AS BIGINT) FROM mail_preference
        WHERE receiver = $1 ORDER BY kind LIMIT $3 OFFSET $2";
    Ok(counted(of_text(cx, SQL, (receiver, after, limit)).await?, after))
}

/// Conversations begun from an address, by its keyed hash: about what, category, the name given; begun, last written.
pub async fn conversations(cx: Cx<'_>, sender: &str, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT id, about, category, sender_name, started_at, updated_at FROM conversation
        WHERE sender = $1 AND id > $2 ORDER BY id LIMIT $3";
    of_text(cx, SQL, (sender, after, limit)).await
}

/// The messages of these: the conversation's number, the side, the text; sent.
pub async fn messages(cx: Cx<'_>, sender: &str, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT message.id, CAST(conversation.id AS TEXT), message.side, message.body, message.sent_at,
            CAST(NULL AS BIGINT)
        FROM conversation JOIN message ON message.conversation_id = conversation.id
        WHERE conversation.sender = $1 AND message.id > $2 ORDER BY message.id LIMIT $3";
    of_text(cx, SQL, (sender, after, limit)).await
}

/// Reports of abuse that name an address: the address, sealed, about what, the text; received, closed.
pub async fn reports(cx: Cx<'_>, after: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    const SQL: &str = "\
        SELECT id, email_sealed, category, body, received_at, closed_at FROM abuse_report
        WHERE email_sealed <> $1 AND id > $2 ORDER BY id LIMIT $3";
    of_text(cx, SQL, ("", after, limit)).await
}

/// Takes the address out of a report; what it says of a course stays.
pub async fn forget_reporter(cx: Cx<'_>, report: i64) -> Result<(), DbError> {
    const SQL: &str = "UPDATE abuse_report SET email_sealed = '', reporter = '' WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(report).execute(c).await.map(drop))?;
    Ok(())
}

/// Deletes all mails to an address without case, those that wait included.
pub async fn forget_mails(cx: Cx<'_>, recipient_key: &str) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM mail WHERE recipient_key = $1";
    on!(cx, c => sqlx::query(SQL).bind(recipient_key).execute(c).await.map(drop))?;
    Ok(())
}

/// Takes name and address out of conversations begun from an address, by its keyed hash. The words stay with whom they
/// were written to.
pub async fn forget_sender(mut cx: Cx<'_>, sender: &str) -> Result<(), DbError> {
    const MESSAGES: &str = "UPDATE message SET sender = '', network = '' WHERE sender = $1";
    const CONVERSATIONS: &str = "\
        UPDATE conversation SET sender_name = '', sender_sealed = '', sender = '' WHERE sender = $1";
    on!(cx.again(), c => sqlx::query(MESSAGES).bind(sender).execute(c).await.map(drop))?;
    on!(cx, c => sqlx::query(CONVERSATIONS).bind(sender).execute(c).await.map(drop))?;
    Ok(())
}
