//! All rows of all tables as text, for tests that look for what must not be there.

use std::collections::BTreeMap;

use sqlx::{AssertSqlSafe, Connection as _};

use crate::TestHub;

/// The tables of a database, each with its columns.
pub type Tables = BTreeMap<String, Vec<String>>;

/// Columns as both engines name them.
const POSTGRES: &str = "\
    SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'
    ORDER BY table_name, ordinal_position";
const SQLITE: &str = "\
    SELECT tables.name, columns.name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
    WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' ORDER BY tables.name, columns.cid";

/// All values of a row in one text; one that is NULL is empty.
fn one_line(columns: &[String]) -> String {
    let cells: Vec<String> =
        columns.iter().map(|column| format!("COALESCE(CAST(\"{column}\" AS TEXT), '')")).collect();
    cells.join(" || '\u{1f}' || ")
}

impl TestHub {
    /// Its tables, those of the migrations left out.
    ///
    /// # Panics
    /// If the database cannot be read.
    pub async fn tables(&self) -> Tables {
        let rows: Vec<(String, String)> = if self.is_postgres() {
            let mut connection =
                sqlx::PgConnection::connect(self.database_url()).await.expect("the database answers");
            sqlx::query_as(POSTGRES).fetch_all(&mut connection).await.expect("columns")
        } else {
            let mut connection =
                sqlx::SqliteConnection::connect(self.database_url()).await.expect("the database opens");
            sqlx::query_as(SQLITE).fetch_all(&mut connection).await.expect("columns")
        };
        let mut tables = Tables::new();
        for (table, column) in rows {
            if table != "_sqlx_migrations" {
                tables.entry(table).or_default().push(column);
            }
        }
        tables
    }

    /// Rows of one table, each a text of all its values.
    ///
    /// # Panics
    /// If the database cannot be read.
    pub async fn rows_as_text(&self, table: &str, columns: &[String]) -> Vec<String> {
        // Safe: names of tables and columns of the migrations.
        let sql = AssertSqlSafe(format!("SELECT {} FROM \"{table}\"", one_line(columns)));
        if self.is_postgres() {
            let mut connection =
                sqlx::PgConnection::connect(self.database_url()).await.expect("the database answers");
            sqlx::query_scalar(sql).fetch_all(&mut connection).await.expect("rows")
        } else {
            let mut connection =
                sqlx::SqliteConnection::connect(self.database_url()).await.expect("the database opens");
            sqlx::query_scalar(sql).fetch_all(&mut connection).await.expect("rows")
        }
    }

    /// Every row of every table: its table and its values.
    pub async fn dump(&self) -> Vec<(String, String)> {
        let mut dump = Vec::new();
        for (table, columns) in self.tables().await {
            for row in self.rows_as_text(&table, &columns).await {
                dump.push((table.clone(), row));
            }
        }
        dump
    }

    /// Runs one statement as it is, to put in what use cases would take long to make.
    ///
    /// # Panics
    /// If the database refuses it.
    pub async fn execute(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        if self.is_postgres() {
            let mut connection =
                sqlx::PgConnection::connect(self.database_url()).await.expect("the database answers");
            sqlx::query(sql).execute(&mut connection).await.expect("it runs");
        } else {
            let mut connection =
                sqlx::SqliteConnection::connect(self.database_url()).await.expect("the database opens");
            sqlx::query(sql).execute(&mut connection).await.expect("it runs");
        }
    }

    fn is_postgres(&self) -> bool {
        self.database_url().starts_with("postgres")
    }
}
