//! The seam between one SQL text and two engines.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool};

use crate::{list_keys, mail_keys, migrations};

/// What can go wrong below the use cases.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// A row with this key exists; the name is that of the constraint or its columns.
    #[error("it exists already ({0})")]
    Conflict(String),
    /// A row that this program cannot have written.
    #[error("the database holds {0}")]
    Damaged(&'static str),
    /// The database was made by a newer program, or a migration failed.
    #[error("the database cannot be brought to this version")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// Anything else the engine said.
    #[error("the database failed")]
    Engine(#[source] sqlx::Error),
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(said) if said.is_unique_violation() => {
                Self::Conflict(said.constraint().map_or_else(|| said.message().to_owned(), str::to_owned))
            }
            _ => Self::Engine(error),
        }
    }
}

/// An open database of either kind. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db(Inner);

#[derive(Clone, Debug)]
enum Inner {
    /// SQLite has one writer; readers never wait for it (WAL).
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
    },
    Postgres(PgPool),
}

/// A connection to read with.
pub enum Conn {
    /// SQLite.
    Sqlite(sqlx::pool::PoolConnection<Sqlite>),
    /// PostgreSQL.
    Postgres(sqlx::pool::PoolConnection<Postgres>),
}

/// A transaction; rolled back when dropped without commit.
pub struct Tx(TxInner);

enum TxInner {
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

/// What query functions take: a borrowed connection, in a transaction or not.
pub enum Cx<'c> {
    /// SQLite.
    Sqlite(&'c mut sqlx::SqliteConnection),
    /// PostgreSQL.
    Postgres(&'c mut sqlx::PgConnection),
}

/// Runs one expression on whichever engine the [`Cx`] borrows: `on!(cx, c => sqlx::query(SQL).execute(c).await)`.
#[macro_export]
macro_rules! on {
    ($cx:expr, $c:ident => $body:expr) => {
        match $cx {
            $crate::Cx::Sqlite($c) => $body,
            $crate::Cx::Postgres($c) => $body,
        }
    };
}

/// How an engine finds a word in a text soonest. Both texts are folded to lower case by us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordTest {
    /// `column LIKE '%word%' ESCAPE '\'`.
    Like,
    /// `strpos(column, 'word') > 0`.
    Strpos,
}

impl Cx<'_> {
    /// The same connection for one more call.
    pub fn again(&mut self) -> Cx<'_> {
        match self {
            Self::Sqlite(c) => Cx::Sqlite(c),
            Self::Postgres(c) => Cx::Postgres(c),
        }
    }

    /// The words that lock the rows of a `SELECT` until the transaction ends. SQLite's write transaction is alone
    /// anyway.
    pub fn for_update(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => " FOR UPDATE",
        }
    }

    /// The words after a text column that sort it by its bytes. SQLite does so anyway; PostgreSQL sorts by the database's
    /// locale.
    pub fn by_bytes(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => " COLLATE \"C\"",
        }
    }

    /// How a word is looked for: PostgreSQL's `LIKE` takes twice as long as its function, SQLite's is the quicker one.
    pub(crate) fn word_test(&self) -> WordTest {
        match self {
            Self::Sqlite(_) => WordTest::Like,
            Self::Postgres(_) => WordTest::Strpos,
        }
    }

    /// The words that lock rows and pass over those another transaction holds.
    pub fn for_update_skip_locked(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => " FOR UPDATE SKIP LOCKED",
        }
    }
}

/// `$first, $first+1, …` for a list of `count` values; `NULL` for an empty list, so that `IN` finds nothing.
pub fn placeholders(first: usize, count: usize) -> String {
    if count == 0 {
        return "NULL".to_owned();
    }
    (first..first + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

impl Tx {
    /// Lends the connection to a query function.
    pub fn cx(&mut self) -> Cx<'_> {
        match &mut self.0 {
            TxInner::Sqlite(tx) => Cx::Sqlite(tx),
            TxInner::Postgres(tx) => Cx::Postgres(tx),
        }
    }

    /// Makes everything done so far durable.
    pub async fn commit(self) -> Result<(), DbError> {
        match self.0 {
            TxInner::Sqlite(tx) => tx.commit().await?,
            TxInner::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

impl Conn {
    /// Lends the connection to a query function.
    pub fn cx(&mut self) -> Cx<'_> {
        match self {
            Self::Sqlite(conn) => Cx::Sqlite(conn),
            Self::Postgres(conn) => Cx::Postgres(conn),
        }
    }
}

/// Connections that read at once. SQLite reads on as many threads; more only wait for cores.
const READERS: u32 = 8;
/// Bytes of the SQLite file that readers see as memory instead of copying pages out of it, once for each connection:
/// 7 % less work for a page of search results. The pages are the system's, which takes them back when it needs to.
const MAPPED_BYTES: &str = "268435456";
/// Connections to PostgreSQL from one node.
const POSTGRES_CONNECTIONS: u32 = 16;
/// How often a SQLite file is opened before it is given up, and the time between: half a second in all.
const OPENINGS: u32 = 20;
const BETWEEN_OPENINGS: Duration = Duration::from_millis(25);
/// How long a call waits for a connection before it fails.
const ACQUIRE: Duration = Duration::from_secs(10);

impl Db {
    /// Opens `postgres://…` or `sqlite:PATH` and brings its tables to this version.
    pub async fn open(url: &str) -> Result<Self, DbError> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            return Self::open_postgres(url).await;
        }
        let path = url.strip_prefix("sqlite:").unwrap_or(url);
        Self::open_sqlite(Path::new(path.strip_prefix("//").unwrap_or(path))).await
    }

    /// Opens a SQLite file, making it if it is missing.
    pub async fn open_sqlite(path: &Path) -> Result<Self, DbError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What a client was told is stored is on disk: every commit reaches the disk before it returns.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10));
        let write = open_writer(&options).await?;
        let read = SqlitePoolOptions::new()
            .test_before_acquire(false)
            .max_connections(READERS)
            .acquire_timeout(ACQUIRE)
            .connect_with(options.read_only(true).create_if_missing(false).pragma("mmap_size", MAPPED_BYTES))
            .await?;
        let db = Self(Inner::Sqlite { read, write });
        list_keys::fill(&db).await?;
        mail_keys::fill(&db).await?;
        Ok(db)
    }

    async fn open_postgres(url: &str) -> Result<Self, DbError> {
        let options = PgConnectOptions::from_str(url)?.application_name("coursehub");
        // A connection is tried before it is lent, sqlx's default: the server may have restarted or a firewall dropped it.
        let pool = PgPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .acquire_timeout(ACQUIRE)
            .connect_with(options)
            .await?;
        migrations::postgres().await?.run(&pool).await.map_err(DbError::Migration)?;
        let db = Self(Inner::Postgres(pool));
        list_keys::fill(&db).await?;
        mail_keys::fill(&db).await?;
        Ok(db)
    }

    /// A connection to read with. On SQLite it cannot write.
    pub async fn read(&self) -> Result<Conn, DbError> {
        Ok(match &self.0 {
            Inner::Sqlite { read, .. } => Conn::Sqlite(read.acquire().await?),
            Inner::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        })
    }

    /// Begins a transaction that may write. On SQLite it takes the one writer at once, so that a transaction never
    /// fails half way because another wrote meanwhile.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        Ok(Tx(match &self.0 {
            Inner::Sqlite { write, .. } => TxInner::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Inner::Postgres(pool) => TxInner::Postgres(pool.begin().await?),
        }))
    }

    /// `SQLite` or `PostgreSQL`, for people.
    pub fn engine(&self) -> &'static str {
        match self.0 {
            Inner::Sqlite { .. } => "SQLite",
            Inner::Postgres(_) => "PostgreSQL",
        }
    }

    /// Closes every connection; calls after it fail.
    pub async fn close(&self) {
        match &self.0 {
            Inner::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Inner::Postgres(pool) => pool.close().await,
        }
    }
}

/// Opens the writer of a SQLite file and brings its tables to this version. Two programs may be at a new file at once,
/// `serve` and the first command beside it. Turning on the write-ahead log and the first write of a reader fail at once
/// then, without waiting for the other; who comes second looks again.
async fn open_writer(options: &SqliteConnectOptions) -> Result<SqlitePool, DbError> {
    let migrator = migrations::sqlite().await?;
    for _ in 1..OPENINGS {
        if let Ok(writer) = try_writer(options, &migrator).await {
            return Ok(writer);
        }
        tokio::time::sleep(BETWEEN_OPENINGS).await;
    }
    try_writer(options, &migrator).await
}

async fn try_writer(options: &SqliteConnectOptions, migrator: &Migrator) -> Result<SqlitePool, DbError> {
    let writer = SqlitePoolOptions::new()
        .test_before_acquire(false)
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .connect_with(options.clone())
        .await?;
    match migrator.run(&writer).await {
        Ok(()) => Ok(writer),
        Err(error) => {
            writer.close().await;
            Err(DbError::Migration(error))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_finds_nothing() {
        assert_eq!(placeholders(2, 3), "$2, $3, $4");
        assert_eq!(placeholders(1, 0), "NULL");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn a_new_file_may_be_opened_by_many_at_once() {
        for _ in 0..30 {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("hub.sqlite");
            let mut openers = tokio::task::JoinSet::new();
            for _ in 0..6 {
                let path = path.clone();
                openers.spawn(async move { Db::open_sqlite(&path).await.map(drop) });
            }
            while let Some(opened) = openers.join_next().await {
                opened.unwrap().unwrap();
            }
        }
    }
}
