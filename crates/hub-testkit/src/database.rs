//! A fresh database for one test.

use std::path::Path;

use hub_db::Db;
use sqlx::{Connection as _, Executor as _};

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in the test's folder.
    Sqlite,
    /// A database of its own in the server of `COURSEHUB_TEST_DATABASE_URL`.
    Postgres,
}

impl Engine {
    /// Whether the PostgreSQL half was left out on purpose.
    pub fn postgres_is_left_out() -> bool {
        std::env::var("COURSEHUB_SKIP_POSTGRES").is_ok_and(|value| value == "1")
    }
}

/// A database that is dropped with the test.
pub struct TestDatabase {
    url: String,
    drop_with: Option<(String, String)>,
}

impl TestDatabase {
    /// Makes one; SQLite's lies in `folder`.
    ///
    /// # Panics
    /// If PostgreSQL is asked for and cannot be had.
    pub async fn create(engine: Engine, folder: &Path) -> Self {
        match engine {
            Engine::Sqlite => {
                Self { url: format!("sqlite:{}", folder.join("hub.sqlite").display()), drop_with: None }
            }
            Engine::Postgres => Self::create_postgres().await,
        }
    }

    async fn create_postgres() -> Self {
        let server = std::env::var("COURSEHUB_TEST_DATABASE_URL").expect(
            "COURSEHUB_TEST_DATABASE_URL must name a PostgreSQL server; scripts/test starts one, \
             COURSEHUB_SKIP_POSTGRES=1 leaves this half out",
        );
        let random: u64 = {
            use std::hash::{BuildHasher, Hasher};
            let mut hasher = std::hash::RandomState::new().build_hasher();
            hasher.write_u32(std::process::id());
            hasher.finish()
        };
        let name = format!("hub_test_{random:016x}");
        let mut connection =
            sqlx::PgConnection::connect(&server).await.expect("the PostgreSQL server answers");
        // Safe: the name is made above from hexadecimal digits.
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE template0"));
        connection.execute(create).await.expect("a database can be made");
        let mut url = url::Url::parse(&server).expect("COURSEHUB_TEST_DATABASE_URL is an address");
        url.set_path(&name);
        Self { url: url.to_string(), drop_with: Some((server, name)) }
    }

    /// Where it is, as `Db::open` takes it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Opens it and brings its tables up.
    ///
    /// # Panics
    /// If it cannot be opened.
    pub async fn open(&self) -> Db {
        Db::open(&self.url).await.expect("the test's database opens")
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some((server, name)) = self.drop_with.take() else { return };
        // On a thread of its own: the test's runtime may be ending.
        let dropper = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let Ok(runtime) = runtime else { return };
            runtime.block_on(async {
                if let Ok(mut connection) = sqlx::PgConnection::connect(&server).await {
                    // Safe: the name was made from hexadecimal digits.
                    let drop = sqlx::AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
                    let _ = connection.execute(drop).await;
                }
            });
        });
        let _ = dropper.join();
    }
}
