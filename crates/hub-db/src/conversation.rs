//! Messages by relay.

use hub_core::ConversationId;
use hub_core::message::{Category, Side, State, Subject};
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, timestamp};

/// Messages between a visitor and whom they wrote to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// About what.
    pub subject: Subject,
    /// Title or name of what it is about when it began; empty: the hub.
    pub about: String,
    /// What it is.
    pub category: Category,
    /// Where it stands.
    pub state: State,
    /// Who began.
    pub sender_name: String,
    /// Their mail address, sealed.
    pub sender_sealed: String,
    /// A keyed hash of it.
    pub sender: String,
    /// The language they read.
    pub sender_language: String,
    /// The receiver's mail address, sealed; empty: the hub's staff.
    pub receiver_sealed: String,
    /// The language they read, if the hub knows it.
    pub receiver_language: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When the last message came.
    pub updated_at: Timestamp,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Who wrote it.
    pub side: Side,
    /// What.
    pub body: String,
    /// When.
    pub sent_at: Timestamp,
}

/// A conversation to be.
#[derive(Clone, Copy, Debug)]
pub struct NewConversation<'a> {
    /// About what.
    pub subject: Subject,
    /// Its title or name; empty: the hub.
    pub about: &'a str,
    /// What it is.
    pub category: Category,
    /// Who begins.
    pub sender_name: &'a str,
    /// Their mail address, sealed.
    pub sender_sealed: &'a str,
    /// A keyed hash of it.
    pub sender: &'a str,
    /// The language they read.
    pub sender_language: &'a str,
    /// The receiver's mail address, sealed; empty: the hub's staff.
    pub receiver_sealed: &'a str,
    /// The language they read; empty: the hub's.
    pub receiver_language: &'a str,
}

/// A message to be.
#[derive(Clone, Copy, Debug)]
pub struct NewMessage<'a> {
    /// Who wrote it.
    pub side: Side,
    /// What.
    pub body: &'a str,
    /// A keyed hash of the writer's mail address.
    pub sender: &'a str,
    /// A keyed hash of the network address.
    pub network: &'a str,
}

type Row =
    (i64, String, i64, String, String, String, String, String, String, String, String, i64, i64, String);

const SELECT: &str = "SELECT id, subject_kind, subject_id, about, category, state, sender_name, sender_sealed, sender, \
    sender_language, receiver_sealed, started_at, updated_at, receiver_language FROM conversation ";

fn from_row(row: Row) -> Result<Conversation, DbError> {
    let (
        id,
        kind,
        subject,
        about,
        category,
        state,
        name,
        sealed,
        sender,
        language,
        receiver,
        started,
        updated,
        receiver_language,
    ) = row;
    Ok(Conversation {
        id: ConversationId(id),
        subject: Subject::from_columns(&kind, subject)
            .ok_or(DbError::Damaged("messages about something unknown"))?,
        about,
        category: Category::from_name(&category)
            .ok_or(DbError::Damaged("messages of an unknown category"))?,
        state: State::from_name(&state).ok_or(DbError::Damaged("messages in an unknown state"))?,
        sender_name: name,
        sender_sealed: sealed,
        sender,
        sender_language: language,
        receiver_sealed: receiver,
        receiver_language,
        started_at: timestamp(started)?,
        updated_at: timestamp(updated)?,
    })
}

/// Begins a conversation; its first message is added by [`add`].
pub async fn insert(cx: Cx<'_>, new: NewConversation<'_>, now: Timestamp) -> Result<ConversationId, DbError> {
    const SQL: &str = "\
        INSERT INTO conversation (subject_kind, subject_id, about, category, state, sender_name, sender_sealed, sender,
            sender_language, receiver_sealed, started_at, updated_at, receiver_language)
        VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10, $10, $11) RETURNING id";
    let (kind, id) = new.subject.columns();
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(kind).bind(id).bind(new.about).bind(new.category.name())
            .bind(new.sender_name).bind(new.sender_sealed).bind(new.sender).bind(new.sender_language)
            .bind(new.receiver_sealed).bind(millis(now)).bind(new.receiver_language).fetch_one(c).await
    })?;
    Ok(ConversationId(id))
}

/// Adds a message.
pub async fn add(
    mut cx: Cx<'_>,
    id: ConversationId,
    new: NewMessage<'_>,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO message (conversation_id, side, body, sender, network, sent_at) VALUES ($1, $2, $3, $4, $5, $6)";
    const TOUCH: &str = "UPDATE conversation SET updated_at = $1 WHERE id = $2";
    on!(cx.again(), c => {
        sqlx::query(SQL).bind(id.get()).bind(new.side.name()).bind(new.body).bind(new.sender).bind(new.network)
            .bind(millis(now)).execute(c).await.map(drop)
    })?;
    on!(cx, c => sqlx::query(TOUCH).bind(millis(now)).bind(id.get()).execute(c).await.map(drop))?;
    Ok(())
}

/// One conversation.
pub async fn by_id(cx: Cx<'_>, id: ConversationId) -> Result<Option<Conversation>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!("{SELECT}WHERE id = $1"));
    on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// Its messages, oldest first, at most `limit`.
pub async fn messages(cx: Cx<'_>, id: ConversationId, limit: i64) -> Result<Vec<Message>, DbError> {
    const SQL: &str =
        "SELECT side, body, sent_at FROM message WHERE conversation_id = $1 ORDER BY id LIMIT $2";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (String, String, i64)>(SQL).bind(id.get()).bind(limit).fetch_all(c).await
    })?;
    let message = |(side, body, sent): (String, String, i64)| {
        let side = Side::from_name(&side).ok_or(DbError::Damaged("a message of nobody"))?;
        Ok(Message { side, body, sent_at: timestamp(sent)? })
    };
    rows.into_iter().map(message).collect()
}

/// Conversations in a state and of a category, or all, the last written first, `limit` after the first `offset`.
pub async fn list(
    cx: Cx<'_>,
    state: Option<State>,
    category: Option<Category>,
    (offset, limit): (i64, i64),
) -> Result<Vec<Conversation>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT}WHERE (state = $1 OR $1 = '') AND (category = $2 OR $2 = '')
         ORDER BY updated_at DESC, id DESC LIMIT $3 OFFSET $4"
    ));
    let (state, category) = (state.map_or("", State::name), category.map_or("", Category::name));
    let rows = on!(cx, c => {
        sqlx::query_as::<_, Row>(sql).bind(state).bind(category).bind(limit).bind(offset).fetch_all(c).await
    })?;
    rows.into_iter().map(from_row).collect()
}

/// How many there are of each state and category.
pub async fn counts(cx: Cx<'_>) -> Result<Vec<(State, Category, i64)>, DbError> {
    const SQL: &str = "SELECT state, category, COUNT(*) FROM conversation GROUP BY state, category";
    let rows = on!(cx, c => sqlx::query_as::<_, (String, String, i64)>(SQL).fetch_all(c).await)?;
    let count = |(state, category, count): (String, String, i64)| {
        Some((State::from_name(&state)?, Category::from_name(&category)?, count))
    };
    Ok(rows.into_iter().filter_map(count).collect())
}

/// Opens or closes a conversation.
pub async fn set_state(cx: Cx<'_>, id: ConversationId, state: State) -> Result<(), DbError> {
    const SQL: &str = "UPDATE conversation SET state = $1 WHERE id = $2";
    on!(cx, c => sqlx::query(SQL).bind(state.name()).bind(id.get()).execute(c).await.map(drop))?;
    Ok(())
}

/// Messages a sender wrote since `since`, staff's left out.
pub async fn count_of_sender(cx: Cx<'_>, sender: &str, since: Timestamp) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM message WHERE sender = $1 AND sent_at > $2 AND side <> 'staff'";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(sender).bind(millis(since)).fetch_one(c).await)?)
}

/// Messages that came from a network address since `since`, staff's left out.
pub async fn count_of_network(cx: Cx<'_>, network: &str, since: Timestamp) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM message WHERE network = $1 AND sent_at > $2 AND side <> 'staff'";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(network).bind(millis(since)).fetch_one(c).await)?)
}

/// Whether messages of a sender are not taken.
pub async fn is_blocked(cx: Cx<'_>, sender: &str) -> Result<bool, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM blocked_sender WHERE sender = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(sender).fetch_one(c).await)? > 0)
}

/// Takes no more messages of a sender.
pub async fn block(cx: Cx<'_>, sender: &str, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str =
        "INSERT INTO blocked_sender (sender, blocked_at) VALUES ($1, $2) ON CONFLICT (sender) DO NOTHING";
    on!(cx, c => sqlx::query(SQL).bind(sender).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Takes messages of a sender again.
pub async fn unblock(cx: Cx<'_>, sender: &str) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM blocked_sender WHERE sender = $1";
    on!(cx, c => sqlx::query(SQL).bind(sender).execute(c).await.map(drop))?;
    Ok(())
}
