//! Vocabularies: what staff changed of the classic lists, own facets, and their values on courses.

use hub_core::vocabulary::{FacetKey, Names, StoredFacet, StoredTerm, Term, Vocabularies, VocabularyKey};
use hub_core::{CourseId, TermId};

use crate::{Cx, DbError, on};

/// The vocabularies in force.
pub async fn all(mut cx: Cx<'_>) -> Result<Vocabularies, DbError> {
    Ok(Vocabularies::of(facets(cx.again()).await?, terms(cx).await?))
}

async fn facets(cx: Cx<'_>) -> Result<Vec<StoredFacet>, DbError> {
    const SQL: &str = "SELECT key, names, position FROM facet";
    let rows = on!(cx, c => sqlx::query_as::<_, (String, String, i64)>(SQL).fetch_all(c).await)?;
    let facet = |(key, names, position): (String, String, i64)| {
        let key = FacetKey::parse(&key).map_err(|_| DbError::Damaged("the key of a facet"))?;
        Ok(StoredFacet { key, names: names_from(&names)?, position })
    };
    rows.into_iter().map(facet).collect()
}

type Row =
    (i64, String, String, Option<String>, String, i64, bool, Option<String>, Option<String>, Option<String>);

async fn terms(cx: Cx<'_>) -> Result<Vec<StoredTerm>, DbError> {
    const SQL: &str = "\
        SELECT id, vocabulary, key, parent, names, position, retired, classic, licence, merged_into FROM term
        ORDER BY id";
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(SQL).fetch_all(c).await)?;
    rows.into_iter().map(from_row).collect()
}

fn from_row(row: Row) -> Result<StoredTerm, DbError> {
    let (id, vocabulary, key, parent, names, position, retired, classic, licence, merged_into) = row;
    let damaged = || DbError::Damaged("a term of a vocabulary");
    Ok(StoredTerm {
        id: TermId(id),
        vocabulary: VocabularyKey::parse(&vocabulary).map_err(|_| damaged())?,
        term: Term {
            key,
            number: 0,
            parent,
            names: names_from(&names)?,
            position,
            retired,
            classic,
            licence: licence.map(|json| serde_json::from_str(&json).map_err(|_| damaged())).transpose()?,
            merged_into,
            classic_name: None,
        },
    })
}

fn names_from(json: &str) -> Result<Names, DbError> {
    serde_json::from_str(json).map_err(|_| DbError::Damaged("names in a vocabulary"))
}

fn names_to(names: &Names) -> String {
    serde_json::json!(names).to_string()
}

/// One term by its row: which vocabulary and key it has.
pub async fn key_of(cx: Cx<'_>, id: TermId) -> Result<Option<(VocabularyKey, String)>, DbError> {
    const SQL: &str = "SELECT vocabulary, key FROM term WHERE id = $1";
    let row = on!(cx, c => {
        sqlx::query_as::<_, (String, String)>(SQL).bind(id.get()).fetch_optional(c).await
    })?;
    row.map(|(vocabulary, key)| {
        let vocabulary =
            VocabularyKey::parse(&vocabulary).map_err(|_| DbError::Damaged("a term of a vocabulary"))?;
        Ok((vocabulary, key))
    })
    .transpose()
}

/// Stores a term as it is now. Gives its row.
pub async fn put(cx: Cx<'_>, vocabulary: &VocabularyKey, term: &Term) -> Result<TermId, DbError> {
    const SQL: &str = "\
        INSERT INTO term (vocabulary, key, parent, names, position, retired, classic, licence, merged_into)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (vocabulary, key) DO UPDATE SET parent = excluded.parent, names = excluded.names,
            position = excluded.position, retired = excluded.retired, classic = excluded.classic,
            licence = excluded.licence, merged_into = excluded.merged_into
        RETURNING id";
    let licence = term.licence.as_ref().map(|licence| serde_json::json!(licence).to_string());
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(vocabulary.as_str()).bind(&term.key).bind(&term.parent)
            .bind(names_to(&term.names)).bind(term.position).bind(term.retired).bind(&term.classic)
            .bind(licence).bind(&term.merged_into).fetch_one(c).await
    })?;
    Ok(TermId(id))
}

/// Stores an own facet as it is now.
pub async fn put_facet(cx: Cx<'_>, facet: &StoredFacet) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO facet (key, names, position) VALUES ($1, $2, $3)
        ON CONFLICT (key) DO UPDATE SET names = excluded.names, position = excluded.position";
    on!(cx, c => {
        sqlx::query(SQL).bind(facet.key.as_str()).bind(names_to(&facet.names)).bind(facet.position)
            .execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Removes an own facet with its terms and its values on courses.
pub async fn remove_facet(mut cx: Cx<'_>, key: &FacetKey) -> Result<(), DbError> {
    const STATEMENTS: [&str; 3] = [
        "DELETE FROM course_facet WHERE facet = $1",
        "DELETE FROM term WHERE vocabulary = $1",
        "DELETE FROM facet WHERE key = $1",
    ];
    for sql in STATEMENTS {
        on!(cx.again(), c => sqlx::query(sql).bind(key.as_str()).execute(c).await.map(drop))?;
    }
    Ok(())
}

/// Courses that staff gave a value of a facet.
pub async fn courses_with(cx: Cx<'_>, key: &FacetKey) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(DISTINCT course_id) FROM course_facet WHERE facet = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(key.as_str()).fetch_one(c).await)?)
}

/// What staff gave a course, as facet and term.
pub async fn of_course(cx: Cx<'_>, id: CourseId) -> Result<Vec<(String, String)>, DbError> {
    const SQL: &str = "SELECT facet, term FROM course_facet WHERE course_id = $1 ORDER BY facet, term";
    Ok(on!(cx, c => sqlx::query_as::<_, (String, String)>(SQL).bind(id.get()).fetch_all(c).await)?)
}

/// Gives a course these values of a facet instead of those it has.
pub async fn set_of_course(
    mut cx: Cx<'_>,
    id: CourseId,
    key: &FacetKey,
    terms: &[String],
) -> Result<(), DbError> {
    const REMOVE: &str = "DELETE FROM course_facet WHERE course_id = $1 AND facet = $2";
    const ADD: &str = "INSERT INTO course_facet (course_id, facet, term) VALUES ($1, $2, $3)";
    on!(cx.again(), c => {
        sqlx::query(REMOVE).bind(id.get()).bind(key.as_str()).execute(c).await.map(drop)
    })?;
    for term in terms {
        on!(cx.again(), c => {
            sqlx::query(ADD).bind(id.get()).bind(key.as_str()).bind(term).execute(c).await.map(drop)
        })?;
    }
    Ok(())
}
